# Signing in and one’s own account: password, second factor, passkeys, sign-ins.

staff-forgot = Passwort vergessen? Fragen Sie die Administration.

staff-fault-sign-in = Prüfen Sie E-Mail-Adresse und Passwort: Sie gehören nicht zusammen, oder Sie haben keinen Zugang mehr.

# One’s own account
staff-account = Ihr Konto
staff-second-factor = Zweiter Faktor
staff-second-factor-none = Beim Anmelden fragen wir nur nach Ihrem Passwort. Mit einem zweiten Faktor fragen wir auch nach einem Code aus einer App auf Ihrem Telefon.
staff-second-factor-since = Aktiv seit { $at }. { $left ->
    [0] Es ist kein Code für ein verlorenes Telefon mehr da.
    [one] Es ist noch ein Code für ein verlorenes Telefon da.
   *[other] Es sind noch { $left } Codes für ein verlorenes Telefon da.
}
staff-second-factor-begin = Einen zweiten Faktor einrichten
staff-second-factor-set = Einschalten
staff-second-factor-off = Den zweiten Faktor ausschalten
staff-second-factor-on = Mit zweitem Faktor
staff-scan-do = Scannen Sie diesen QR-Code mit einer Authenticator-App auf Ihrem Telefon.
staff-scan-label = QR-Code mit dem Geheimnis
staff-scan-type = Oder tippen Sie dies in die App:
staff-scan-then = Tippen Sie den Code ein, den die App zeigt.
staff-code = Code
staff-code-hint = Sechs Ziffern aus Ihrer App.
staff-code-hint-lost = Sechs Ziffern aus Ihrer App. Telefon verloren? Nehmen Sie einen der Codes, die Sie aufbewahrt haben, oder fragen Sie die Administration.
staff-recovery-made = Der zweite Faktor ist eingeschaltet. Diese Codes helfen, wenn Ihr Telefon verloren ist:
staff-recovery-what = Sie sehen sie nur einmal. Bewahren Sie sie sicher auf; jeder gilt einmal.
staff-sign-ins = Wo Sie angemeldet sind
staff-sign-in-since = Angemeldet seit
staff-sign-in-seen = Zuletzt benutzt
staff-sign-in-here = Dieser Browser
staff-sign-ins-end = Überall sonst abmelden
staff-password-change = Das Passwort ändern
staff-password-present = Aktuelles Passwort
staff-password-next = Neues Passwort
staff-password-rule = Mindestens { $n } Zeichen. Sie werden danach überall abgemeldet.
staff-sign-in-code = Zweiter Faktor
staff-fault-password = Das ist nicht Ihr aktuelles Passwort.
staff-fault-password-short = Das neue Passwort braucht mindestens { $n } Zeichen.
staff-fault-code = Dieser Code ist falsch oder schon benutzt. Warten Sie auf den nächsten in Ihrer App. Nach zehn falschen Codes in Folge nehmen wir eine Viertelstunde lang keinen an.
staff-fault-code-first = Dieser Code passt nicht. Der QR-Code ist noch derselbe: warten Sie, bis Ihre App den nächsten Code zeigt, und tippen Sie diesen ein. Geht die Uhr Ihres Telefons richtig?
staff-done-second-factor-off = Der zweite Faktor ist ausgeschaltet.
staff-done-sign-ins-ended = { $n ->
    [0] Sie waren nirgends sonst angemeldet.
    [one] Eine Sitzung ist beendet.
   *[other] { $n } Sitzungen sind beendet.
}
staff-done-password-changed = Ihr Passwort ist geändert. Melden Sie sich mit dem neuen an.
staff-journal-field-second_factor = Zweiter Faktor
staff-deed-second_factor_set = Zweiter Faktor eingerichtet
staff-deed-second_factor_taken = Zweiter Faktor ausgeschaltet
staff-fault-code-missing = Tippen Sie den Code ein. Ihre App zeigt ihn, sechs Ziffern.
staff-fault-code-lapsed = Hier wartet kein QR-Code auf einen ersten Code: er ist mehr als eine halbe Stunde alt oder wurde in einer anderen Anmeldung gezeigt. Beginnen Sie mit Ihrem Passwort von vorn, und löschen Sie den alten Eintrag in Ihrer App.
staff-password-again = Neues Passwort, noch einmal
staff-fault-password-again = Die beiden neuen Passwörter sind verschieden. Geben Sie zweimal dasselbe ein.
staff-device = Gerät
staff-device-unknown = Unbekanntes Gerät
staff-sign-in-end = Dort abmelden
staff-ask-back = Zurück zu den Benutzern
staff-ask-password = Ein neues Passwort geben
staff-ask-password-what = { $whose } wird sofort überall abgemeldet, und das alte Passwort öffnet nichts mehr. Sie sehen das neue einmal, auf der nächsten Seite, und geben es selbst weiter. Der zweite Faktor und Passkeys bleiben: schalten Sie auch diese aus, wenn jemand anders sie eingerichtet haben könnte.
staff-ask-password-do = Neues Passwort geben
staff-ask-second-factor-off = Einen zweiten Faktor ausschalten
staff-ask-second-factor-off-what = { $whose } meldet sich danach allein mit dem Passwort an; auch Passkeys und verknüpfte Konten werden entfernt. Tun Sie das nur, wenn Telefon und Codes verloren sind und Sie sicher sind, wer darum bittet. Ein neuer lässt sich auf der Seite des Kontos einrichten.
staff-ask-second-factor-off-do = Den zweiten Faktor ausschalten
staff-sign-in-passkey = Mit einem Passkey anmelden
staff-passkey-none = Es wurde kein Passkey verwendet. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.
staff-passkey-none-made = Es wurde kein Passkey angelegt, oder dieses Gerät hat schon einen von Ihnen. Versuchen Sie es noch einmal, oder gehen Sie zurück.
staff-passkey-down = Das ging nicht: laden Sie die Seite neu, oder verwenden Sie Ihr Passwort.
staff-passkeys = Passkeys
staff-passkeys-what = Mit einem Passkey melden Sie sich mit Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel an, ohne Passwort und Code. Er gilt nur auf dieser Website und kann nicht versehentlich weitergegeben werden.
staff-passkey-name = Name des Passkeys
staff-passkey-name-hint = Zum Beispiel das Gerät, das ihn bewahrt.
staff-passkey-since = Hinzugefügt
staff-passkey-unused = Noch nicht
staff-passkey-add = Einen Passkey hinzufügen
staff-passkey-remove = Entfernen
staff-passkey-remove-what = Er öffnet hier dann nichts mehr. Entfernen Sie ihn auch von Ihrem Gerät.
staff-passkey-remove-do = Den Passkey entfernen
staff-passkey-new = Einen Passkey hinzufügen
staff-passkey-ask = Ihr Browser fragt jetzt, wo er den Passkey „{ $name }“ bewahrt und wie Sie ihn entsperren. Sie haben fünf Minuten.
staff-passkey-go = Weiter
staff-passkey-back = Zurück zum Konto
staff-passkey-noscript = Einen Passkey hinzuzufügen braucht Skripte, die in diesem Browser ausgeschaltet sind.
staff-fault-passkey = Dieser Passkey öffnet hier nichts, die Antwort kam zu spät, oder Sie haben keinen Zugang mehr. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.
staff-fault-passkey-name = Geben Sie dem Passkey einen Namen von höchstens 60 Zeichen.
staff-fault-passkey-script = Ihr Browser hat keinen Passkey angelegt: Skripte sind ausgeschaltet, oder er kennt keine.
staff-fault-passkey-new = Die Antwort Ihres Geräts passt nicht oder hat länger als fünf Minuten gedauert. Beginnen Sie von vorn.
staff-fault-passkey-known = Dieser Passkey ist schon bekannt.
staff-done-passkey-added = Der Passkey ist hinzugefügt. Sie können sich ab jetzt mit ihm anmelden.
staff-done-passkey-removed = Der Passkey ist entfernt.
staff-journal-field-passkey = Passkey
staff-deed-passkey_added = Passkey hinzugefügt
staff-deed-passkey_removed = Passkey entfernt
