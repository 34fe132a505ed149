# What came in by mail, for staff.
staff-cause-declined-in-calendar = Hat im Kalender abgesagt
staff-cause-asked-to-confirm = Gefragt, ob die Person wirklich absagt
staff-cause-sent-again = Einladung auf Bitte des Kalenders erneut gesendet
staff-cause-returned = Nimmt wieder teil
staff-reason-calendar-declined = Der Kalender hat geantwortet, dass die Person nicht kommt.
staff-inbound-kind-answer = Antwort eines Kalenders
staff-inbound-kind-counter = Vorschlag für eine andere Zeit
staff-inbound-kind-refresh = Bitte um erneute Einladung
staff-inbound-kind-bounce = Zurückgekommene Mail
staff-inbound-kind-complaint = Beschwerde über eine Mail
staff-inbound-kind-auto-reply = Automatische Antwort
staff-inbound-kind-unsubscribe = Abmeldung von Nachrichten
staff-inbound-kind-other-calendar = Einladung von jemand anderem
staff-inbound-kind-human = Nachricht
staff-inbound-kind-own = Eigene Mail, zurückgekommen
staff-inbound-kind-loop = Mail im Kreis
staff-inbound-kind-unreadable = Nicht lesbare Mail
staff-inbound-outcome-recorded = Die Antwort ist vermerkt.
staff-inbound-outcome-withdrew = Die Anmeldung ist zurückgezogen; der Platz geht an die nächste Person auf der Warteliste.
staff-inbound-outcome-asked = Die Person wurde per E-Mail gefragt.
staff-inbound-outcome-asked-before = Die Person war schon gefragt worden.
staff-inbound-outcome-sent-again = Die Einladung wurde erneut gesendet.
staff-inbound-outcome-sent-before = Die Einladung war kurz zuvor gesendet worden und wurde nicht erneut gesendet.
staff-inbound-outcome-old-invitation = Die Antwort galt einer früheren Einladung und zählt nicht.
staff-inbound-outcome-overtaken = Eine spätere Antwort zählte schon.
staff-inbound-outcome-repeated = Dieselbe Antwort zählte schon.
staff-inbound-outcome-came-before = Dieselbe Mail war schon eingegangen.
staff-inbound-outcome-unknown = Die Mail gehört zu nichts von uns, das noch aufbewahrt wird. Es wurde nichts getan.
staff-inbound-outcome-stranger = Die Mail spricht für eine andere Adresse als die angemeldete. Es wurde nichts getan.
staff-inbound-outcome-doubtful = Adresse und Kalender nennen verschiedene Anmeldungen. Es wurde nichts getan.
staff-inbound-outcome-no-seat = Die Person hat keinen Platz bei einer noch bevorstehenden Veranstaltung. Es wurde nichts getan.
staff-inbound-outcome-no-series = Die Antwort gilt einem Termin einer Reihe und zählt nicht.
staff-inbound-outcome-no-answer = Die Mail enthält keine Antwort.
staff-inbound-outcome-too-late = Die Veranstaltung hatte begonnen, oder die Person war schon anwesend. Die Antwort ist vermerkt, der Platz bleibt.
staff-inbound-outcome-for-person = Jemand muss sich das ansehen.
staff-inbound-outcome-kept = Aufbewahrt. Es wurde nichts getan.
staff-inbound-outcome-dropped = Nicht weiter angesehen.
staff-inbound-outcome-suppressed = Mails an diese Adresse sind eingestellt; nach einer Beschwerde nur Nachrichten und Einladungen.
staff-inbound-outcome-counted = Der Fehlschlag ist gezählt. Mails werden weiter gesendet.
staff-inbound-outcome-our-fault = Die Ursache liegt bei uns: Prüfen Sie Absender, Inhalt und Einstellungen.
staff-inbound-outcome-not-ours = Die Mail betrifft keine unserer Mails. Es wurde nichts getan.
staff-inbound-outcome-unsubscribed = Die Person erhält keine Nachrichten und Einladungen dieser Plattform mehr.
staff-inbound-outcome-given-up = Das Lesen schlug dreimal fehl. Die Mail ist aufbewahrt.
staff-inbound-outcome-probe = Diese Mail wurde angefordert, um zu sehen, ob Mails uns erreichen. Sie tun es.

# The inbox.
staff-nav-inbox = Eingang
staff-inbox-open = zu erledigen
staff-inbox-open-tab = Zu erledigen
staff-inbox-all-tab = Alles Eingegangene
staff-inbox-todo = Zu erledigen
staff-inbox-done-state = Erledigt
staff-inbox-none = Hier sind keine Mails.
staff-inbox-what = Was es ist
staff-inbox-came = Eingegangen am
staff-inbox-came-in = Eingegangen:
staff-inbox-to = An
staff-inbox-subject = Betreff
staff-inbox-outcome = Was getan wurde
staff-inbox-nobody = Absender nicht genannt
staff-inbox-unread = Noch nicht gelesen
staff-inbox-vouched = Ist der Absender geprüft?
staff-inbox-done = Als erledigt markieren
staff-inbox-done-by = Erledigt
staff-inbox-done-by-whom = { $who }, { $at }
staff-inbox-proposed = Vorgeschlagene Zeit
staff-inbox-proposed-what = Die Veranstaltung bleibt, wie sie ist, bis Sie sie verschieben.
staff-inbox-person = Die Anmeldung, um die es geht
staff-inbox-no-person = Es geht um keine Anmeldung, die aufbewahrt wird.
staff-inbox-our-mail = Unsere Mail, um die es geht
staff-inbox-outside = Das hat jemand von außen geschrieben. Niemand hat geprüft, was darin steht.
staff-inbox-no-words = Die Mail enthält keinen lesbaren Text.
staff-inbox-attachments = Angehängte Dateien
staff-inbox-reply = Per E-Mail antworten
staff-inbox-reply-what = Das öffnet Ihr eigenes Mailprogramm. Was Sie dort schreiben, wird hier nicht aufbewahrt.
staff-inbox-source-what = Die Datei enthält die Mail, wie sie eingegangen ist. Öffnen Sie sie nur mit einem Programm, dem Sie Mails von Unbekannten anvertrauen. Dass Sie die Datei holen, steht im Journal.
staff-done-inbox-done = Die Mail ist als erledigt markiert.
staff-to-do-inbox = { $n ->
    [one] Eine eingegangene Mail wartet auf jemanden
   *[other] { $n } eingegangene Mails warten auf jemanden
}

# Who vouched for the sender of an answer.
staff-vouched-dkim = Ja: signiert von { $domain } (DKIM)
staff-vouched-dmarc = Ja: unser Mailserver hat { $domain } geprüft (DMARC)
staff-vouched-spf = Ja: gesendet von einem Server von { $domain } (SPF)
staff-vouched-no-not-one-sender = Nein: Die Mail nennt nicht genau einen Absender.
staff-vouched-no-field-twice = Nein: Ein Kopffeld, das einmal stehen darf, steht zweimal da.
staff-vouched-no-malformed = Nein: Der Kopf ist nicht geschrieben, wie er sein soll.
staff-vouched-no-somebody-else = Nein: Der Absender ist nicht die angemeldete Adresse.
staff-vouched-no-unsigned = Nein: Die Mail trägt keine Signatur.
staff-vouched-no-not-aligned = Nein: Sie ist signiert, aber nicht von der Domain des Absenders.
staff-vouched-no-incomplete = Nein: Die Signatur lässt Teile aus, auf die es ankommt.
staff-vouched-no-expired = Nein: Die Signatur ist abgelaufen.
staff-vouched-no-no-key = Nein: Der Schlüssel der Signatur ist nicht veröffentlicht.
staff-vouched-no-no-answer = Nein: Die Nameserver haben nicht geantwortet.
staff-vouched-no-broken = Nein: Die Signatur passt nicht zur Mail.

# What a calendar answered.
staff-rsvp = Antwort des Kalenders
staff-rsvp-needs-action = Keine Antwort
staff-rsvp-accepted = Zugesagt
staff-rsvp-tentative = Vielleicht
staff-rsvp-declined = Abgesagt
staff-rsvp-verified = { $answer } ({ $at }, Absender geprüft)
staff-rsvp-unverified = { $answer } ({ $at }, Absender nicht geprüft)
staff-rsvp-every = Jede Antwort
staff-rsvp-title = Antworten der Kalender
staff-rsvp-asked = Keine Antwort, per E-Mail gefragt

# An address to which mail fails.
staff-address-fails = Mails an diese Adresse kommen nicht an
staff-address-hard = Mails an diese Adresse kommen seit { $at } endgültig zurück ({ $code }). Sie erhält keine mehr.
staff-address-soft = { $n ->
    [one] Eine Mail kam zurück, am { $at } ({ $code }). Mails werden weiter gesendet.
   *[other] { $n } Mails kamen zurück, die letzte am { $at } ({ $code }). Mails werden weiter gesendet.
}
staff-address-complaint = Am { $at } hat der Inhaber eine unserer Mails als Spam gemeldet. Die Adresse erhält keine Nachrichten und Einladungen mehr.
staff-address-again = Diese Adresse wieder verwenden
staff-address-again-what = An diese Adresse gehen wieder Mails, von allen Plattformen. Nicht gesendete Mails bleiben bei den E-Mails: Versuchen Sie sie dort erneut.
staff-address-reason-hint = Eine Zeile, höchstens 200 Zeichen. Der Grund steht im Journal, das dauerhaft aufbewahrt wird: Nennen Sie niemanden.
staff-done-address-lifted = An diese Adresse gehen wieder Mails. Nicht gesendete Mails bleiben bei den E-Mails: Versuchen Sie sie dort erneut.
staff-journal-field-address = Adresse
staff-journal-field-code = Code
staff-journal-field-inbound = Eingegangene Mail
staff-journal-field-outcome = Was getan wurde
