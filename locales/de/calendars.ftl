# Kalender zum Abonnieren: von einer Plattform, und von einer Person.
calendar-title = In Ihrem Kalender
calendar-what = Abonnieren Sie einen Kalender: Neue Termine, Änderungen und Absagen erscheinen dann von selbst darin.
calendar-subscribe = Kalender von { $platform } abonnieren
calendar-address = Oder fügen Sie diese Adresse selbst Ihrem Kalender hinzu:
calendar-waiting = Warteliste: { $title }
calendar-own-name = { site-owner }: meine Termine
calendar-own-title = Alle meine Termine in meinem Kalender
calendar-own-what = Abonnieren Sie einen eigenen Kalender mit allen Ihren Terminen, nicht nur diesem. Änderungen erscheinen von selbst darin.
calendar-own-subscribe = Meinen Kalender abonnieren
calendar-own-secret = Diese Adresse ist geheim: Wer sie hat, sieht, woran Sie teilnehmen. Geben Sie sie niemandem weiter.
calendar-own-renew-what = Hat jemand anders die Adresse gesehen? Dann lassen Sie sich eine neue geben: Die alte gilt sofort nicht mehr, und Sie müssen den Kalender neu hinzufügen.
calendar-own-renew = Eine neue Adresse anlegen
personal-done-renewed = Ihr Kalender hat eine neue Adresse. Die alte gilt nicht mehr.
