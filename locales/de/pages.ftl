# Texts of the pages: keys start with the page's name.

site-owner = Zentrum für Cybersicherheit Belgien
site-short = ZCB
site-service = Anmeldung zu Veranstaltungen
layout-skip = Zum Inhalt
layout-languages = Sprache
layout-error-prefix = Fehler:
layout-about = Über diesen Dienst
layout-contact = Kontakt:
layout-privacy = Datenschutz
layout-accessibility = Barrierefreiheit
form-problem = Es gibt ein Problem
form-error-of = { $label }: { $fault }

# Choice of language
choice-title = Wählen Sie Ihre Sprache
choice-go = Weiter auf Deutsch

# Events to come
events-title = Kommende Veranstaltungen
events-lead = Das Zentrum für Cybersicherheit Belgien (ZCB) berichtet hier über die Lage der Cyberbedrohungen und was Sie tun können. Die Teilnahme ist kostenlos.
events-qctr = Der Quarterly Cyber Threat Report (QCTR) ist der Überblick über die Cyberbedrohungen, den das ZCB jedes Quartal gibt.
events-none-title = Zurzeit ist keine Veranstaltung geplant
events-none = Schauen Sie später wieder vorbei. Neue Termine stehen hier, sobald sie feststehen, mindestens einmal pro Quartal.

# One event
edition = { $quarter ->
    [1] erstes Quartal { $year }
    [2] zweites Quartal { $year }
    [3] drittes Quartal { $year }
   *[4] viertes Quartal { $year }
}
event-where = Wo
event-when = Wann
event-who = Wer teilnehmen kann
event-online-how = Wer online teilnimmt, bekommt den Link per E-Mail.
event-tlp = Was Sie weitergeben dürfen
event-tlp-what = TLP ist das Traffic Light Protocol: eine Kennzeichnung, wie weit Informationen gehen dürfen.
event-seats = Plätze
event-closes = Anmeldung bis
event-agenda = Programm
agenda-withheld = Ein Teil unter { $label }
event-ics = In Ihren Kalender eintragen (.ics)
event-go = Zum Formular
seats-on_site = { $left ->
    [0] Vor Ort: ausgebucht, es gibt eine Warteliste
    [one] Vor Ort: noch ein Platz frei
   *[other] Vor Ort: noch { $left } Plätze frei
}
seats-online = { $left ->
    [0] Online: ausgebucht, es gibt eine Warteliste
    [one] Online: noch ein Platz frei
   *[other] Online: noch { $left } Plätze frei
}
seats-on_site-free = Vor Ort: Platz für alle
seats-online-free = Online: Platz für alle
window-open-title = Melden Sie sich an
window-full-title = Tragen Sie sich in die Warteliste ein
window-full = Alle Plätze sind vergeben. Füllen Sie das Formular aus, um auf die Warteliste zu kommen. Wird ein Platz frei, bekommt ihn die erste Person auf der Liste automatisch, und wir schicken eine E-Mail.
window-not_yet-title = Die Anmeldung ist noch nicht offen
window-not_yet = Anmelden können Sie sich ab { $at }. Kommen Sie dann wieder auf diese Seite.
window-closed-title = Die Anmeldung ist geschlossen
window-closed = Anmelden konnte man sich bis { $at }. Sind Sie schon angemeldet? Dann benutzen Sie den Link in Ihrer E-Mail. Möchten Sie noch teilnehmen? Schreiben Sie an { $contact }.
window-past-title = Diese Veranstaltung ist vorbei
window-past = Sie können sich nicht mehr anmelden.
window-called_off-title = Diese Veranstaltung ist abgesagt
window-called_off = Wer angemeldet war, hat eine E-Mail bekommen. Sie müssen nichts tun.
window-approval-title = Fragen Sie einen Platz an
window-approval = Die Veranstalter prüfen jede Anfrage und antworten per E-Mail.
window-members-title = Anmeldung nur mit Einladung
window-members = Haben Sie eine Einladung bekommen? Dann benutzen Sie den Link in dieser E-Mail. Haben Sie eine Frage? Schreiben Sie an { $contact }.
events-see = Kommende Veranstaltungen ansehen

# The form
form-intro = Das Formular ist eine Seite lang und dauert etwa eine halbe Minute. Alle Felder sind Pflichtfelder.
form-name = Vollständiger Name
form-name-why = Damit Ihr Name am Empfang zu finden ist.
form-email = Berufliche E-Mail-Adresse
form-email-why = Dorthin schicken wir die Bestätigung und die Einladung für Ihren Kalender.
form-organisation = Organisation
form-organisation-why = Der Name Ihres Unternehmens, Ihrer Hochschule oder Behörde. So verteilen wir die Plätze gerecht.
form-sector = In welchem Sektor arbeiten Sie?
form-sector-why = Für die Statistik und um die Plätze auf die Sektoren zu verteilen.
form-mode = Wie möchten Sie teilnehmen?
form-mode-why = Sie können das später noch ändern.
form-language = Sprache unserer E-Mails
form-trap = Lassen Sie dieses Feld leer
form-send = Zu dieser Veranstaltung anmelden
form-send-waiting = In die Warteliste eintragen
form-after = Danach bekommen Sie eine E-Mail mit einem Link. Erst wenn Sie bestätigen, sind Sie angemeldet.
form-after-waiting = Danach bekommen Sie eine E-Mail mit einem Link. Erst wenn Sie bestätigen, stehen Sie auf der Warteliste.
form-privacy = Wir verwenden Ihre Angaben nur für diese Veranstaltung und löschen sie { $days } Tage danach.
form-privacy-link = Lesen Sie, wie wir mit Ihren Daten umgehen
sector-hint-private = Unternehmen und Selbstständige
sector-hint-academic = Bildung und Forschung
sector-hint-public = Behörden und ihre Dienste

# After the form
answer-title = Sie sind noch nicht angemeldet
answer-check = Sehen Sie in Ihr Postfach. Wir haben eine E-Mail geschickt an:
answer-steps = Was Sie jetzt tun
answer-step-open = Öffnen Sie die E-Mail von { $sender } und klicken Sie auf den Link.
answer-step-confirm = Klicken Sie auf der Seite, die sich öffnet, auf die Schaltfläche zum Bestätigen.
answer-step-then = Sie sehen dann sofort, ob Sie einen Platz haben oder auf der Warteliste stehen.
answer-until = Der Link gilt { $hours } Stunden.
answer-none-title = Keine E‑Mail bekommen?
answer-none = Warten Sie ein paar Minuten und sehen Sie auch im Spam-Ordner nach. Stimmt die Adresse oben nicht? Dann füllen Sie das Formular noch einmal aus.
answer-change = Adresse ändern

# The personal page
personal-title = Ihre Anmeldung
personal-pending-title = Noch ein Klick: Bestätigen Sie Ihre Anmeldung
personal-pending = Sie sind noch nicht angemeldet. Prüfen Sie diese Angaben und bestätigen Sie. Dann sehen Sie sofort, ob Sie einen Platz haben oder auf der Warteliste stehen.
personal-awaiting_approval-title = Wir haben Ihre Anfrage
personal-awaiting_approval = Die Veranstalter prüfen Ihre Anfrage und antworten per E-Mail. Sie müssen jetzt nichts tun.
personal-confirmed-title = Sie haben einen Platz
personal-confirmed = Wir haben Ihnen eine E-Mail mit der Einladung für Ihren Kalender geschickt. Können Sie nicht kommen? Melden Sie sich unten ab: Dann bekommt jemand anders Ihren Platz. Eine Absage im Kalender genügt nicht.
personal-waitlisted-title = Sie sind Nummer { $place } auf der Warteliste
personal-waitlisted = { $ahead ->
    [0] Niemand wartet vor Ihnen.
    [one] Eine Person wartet vor Ihnen.
   *[other] { $ahead } Personen warten vor Ihnen.
} Wird ein Platz für Sie frei, bekommen Sie ihn automatisch, bis zum Beginn der Veranstaltung. Wir schicken Ihnen dann eine E-Mail mit der Einladung. Sie müssen nichts tun.
personal-withdrawn-title = Sie sind abgemeldet
personal-withdrawn = Sie sind für diese Veranstaltung nicht mehr angemeldet. Möchten Sie doch teilnehmen? Dann füllen Sie das Formular noch einmal aus.
personal-withdrawn-reply = Sie sind für diese Veranstaltung nicht mehr angemeldet. Möchten Sie doch teilnehmen? Antworten Sie auf unsere E-Mail.
personal-fell-title = Ihr Platz wurde freigegeben
personal-rejected-title = Ihre Anfrage wurde nicht angenommen
personal-rejected = Sie können an dieser Veranstaltung nicht teilnehmen. Haben Sie eine Frage? Antworten Sie auf unsere E-Mail.
personal-cancelled-title = Die Veranstaltung ist abgesagt
personal-cancelled = Ihre Anmeldung entfällt. Sie müssen nichts tun. Stand die Veranstaltung in Ihrem Kalender, nehmen wir sie heraus.
personal-expired-title = Der Link gilt nicht mehr
personal-expired = Sie haben nicht innerhalb von { $hours } Stunden bestätigt, deshalb sind Sie nicht angemeldet. Füllen Sie das Formular noch einmal aus.
personal-expired-reply = Sie haben nicht innerhalb von { $hours } Stunden bestätigt, deshalb sind Sie nicht angemeldet. Möchten Sie doch teilnehmen? Antworten Sie auf unsere E-Mail.
personal-past = Sie können hier Ihre Daten noch abrufen oder löschen.
personal-reason = Warum?
personal-details = Ihre Angaben
personal-name = Name
personal-email = E-Mail-Adresse
personal-sector = Sektor
personal-mode = Teilnahme
personal-language = Sprache der E-Mails
personal-reference = Referenznummer
personal-confirm = Meine Anmeldung bestätigen
personal-not-you = Haben Sie sich nicht angemeldet? Dann tun Sie nichts. Nach { $hours } Stunden verfällt die Anfrage.
personal-pass = Ihr Einlasscode
personal-pass-what = Zeigen Sie diesen Code am Eingang, auf dem Bildschirm oder auf Papier. Er sagt nur, wer Sie sind, und öffnet nichts.
personal-pass-label = Code zum Scannen
personal-pass-typed = Klappt das Scannen nicht, nennen Sie diese zwölf Zeichen:
personal-keep = Merken Sie sich diese Seite: Hier können Sie Ihre Anmeldung jederzeit ansehen und ändern.
personal-ics = Einladung herunterladen (.ics)
personal-join = Online teilnehmen
personal-again = Noch einmal anmelden
personal-change-title = Was möchten Sie tun?
personal-correct = Meine Angaben berichtigen
personal-correct-email = Ihre E-Mail-Adresse können Sie nicht ändern. Melden Sie sich mit der neuen Adresse an und melden Sie sich hier ab.
personal-save = Berichtigung speichern
personal-switch-online = Doch online teilnehmen
personal-switch-on_site = Doch vor Ort teilnehmen
personal-switch = Ist dort ein Platz frei, bekommen Sie ihn und geben Ihren jetzigen Platz auf. Ist keiner frei, ändert sich nichts.
personal-switch-send = Ja, meine Teilnahme ändern
personal-withdraw = Mich abmelden
personal-withdraw-confirmed = Sie geben Ihren Platz frei. Wenn jemand wartet, bekommt ihn sofort eine andere Person, und Sie können ihn nicht zurücknehmen.
personal-withdraw-waitlisted = Sie verlassen die Warteliste. Melden Sie sich später wieder an, beginnen Sie am Ende der Liste.
personal-withdraw-awaiting_approval = Wir bearbeiten Ihre Anfrage dann nicht weiter.
personal-withdraw-send = Ja, melden Sie mich ab
personal-data = Meine Daten abrufen
personal-data-what = Eine Datei (JSON) mit allem, was wir über Sie speichern.
personal-data-link = Datei herunterladen
personal-erase = Meine Daten löschen
personal-erase-sure = Wir löschen Ihren Namen, Ihre E-Mail-Adresse und Ihre Organisation. Sie geben Ihren Platz auf und diese Seite verschwindet. Das lässt sich nicht rückgängig machen.
personal-erase-send = Ja, löschen Sie meine Daten
personal-history = Was bisher geschah
personal-done-saved = Ihre Angaben sind gespeichert.
personal-done-switched = Ihre Art der Teilnahme ist geändert. Wir haben Ihnen eine E-Mail geschickt.
personal-done-withdrawn = Wir haben Ihnen eine E-Mail geschickt. Stand die Veranstaltung in Ihrem Kalender, nimmt die E-Mail sie heraus.
personal-switch-refused = Dort ist zurzeit kein Platz frei. Sie behalten Ihren Platz.
erased-title = Ihre Daten sind gelöscht
erased-text = Wir speichern Ihren Namen, Ihre E-Mail-Adresse und Ihre Organisation nicht mehr. Hatten Sie einen Platz, ist er frei für jemand anders. Sie bekommen keine E-Mails mehr zu dieser Veranstaltung.

# What went wrong
fault-reference = Nennen Sie diese Referenznummer, wenn Sie uns schreiben:
fault-home = Zu den kommenden Veranstaltungen
fault-bad_request-title = Diese Anfrage ist fehlerhaft
fault-bad_request = Unser Server hat nicht verstanden, was Ihr Browser geschickt hat. Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
fault-forbidden-title = Hier haben Sie keinen Zugang
fault-forbidden = Ihre Rechte reichen für diese Seite nicht aus. Bitten Sie die Administration um Zugang.
fault-not_found-title = Diese Seite gibt es nicht
fault-not_found = Vielleicht ist der Link unvollständig, oder die Anmeldung oder Einladung gibt es nicht mehr. Kopieren Sie den ganzen Link aus Ihrer E-Mail oder beginnen Sie bei den kommenden Veranstaltungen.
fault-wrong_method-title = So funktioniert diese Seite nicht
fault-wrong_method = Diese Seite lässt sich nicht direkt öffnen. Öffnen Sie den Link aus Ihrer E-Mail oder beginnen Sie bei den kommenden Veranstaltungen.
fault-too_slow-title = Das hat zu lange gedauert
fault-too_slow = Ihr Browser konnte das Formular nicht rechtzeitig vollständig senden. Gehen Sie zurück und senden Sie es noch einmal; eine stabilere Verbindung kann helfen.
fault-conflict-title = Inzwischen hat sich etwas geändert
fault-conflict = Ihre Auswahl passt nicht mehr zum aktuellen Stand. Laden Sie die Seite neu und sehen Sie, was jetzt gilt.
fault-ask_organisers-title = Nur die Veranstalter können das ändern
fault-ask_organisers = Sie haben einen Platz, und er ist der Ihrer Organisation. Um Ihre Organisation zu ändern, schreiben Sie den Veranstaltern: Antworten Sie auf die E-Mail mit Ihrer Einladung. Sie behalten Ihren Platz.
fault-gone-title = Dieser Link gilt nicht mehr
fault-gone = Die Anmeldung hinter diesem Link ist gelöscht oder abgelaufen. Sie können sich neu anmelden, solange die Anmeldung offen ist.
fault-too_large-title = Das ist zu viel Text
fault-too_large = Was Sie geschickt haben, ist zu groß für dieses Formular. Gehen Sie zurück und kürzen Sie es.
fault-form_expired-title = Das Formular war zu lange offen
fault-form_expired = Zu Ihrer Sicherheit gilt ein Formular nur eine gewisse Zeit. Es wurde nichts gesendet. Öffnen Sie die Seite neu und füllen Sie es noch einmal aus.
fault-too_many-title = Einen Moment Geduld
fault-internal-title = Bei uns ist etwas schiefgegangen
fault-internal = Das liegt nicht an Ihnen. Versuchen Sie es in ein paar Minuten noch einmal. Klappt es weiter nicht? Schreiben Sie uns mit der Referenznummer unten.
fault-unavailable-title = Es ist sehr viel los
fault-unavailable = Wir können Ihre Anfrage jetzt nicht bearbeiten, und es wurde nichts gespeichert. Warten Sie eine Minute und senden Sie das Formular noch einmal.
fault-too_many = { $seconds ->
    [one] Aus Ihrem Netz kamen viele Anfragen auf einmal. Warten Sie eine Sekunde und versuchen Sie es noch einmal.
   *[other] Aus Ihrem Netz kamen viele Anfragen auf einmal. Warten Sie { $seconds } Sekunden und versuchen Sie es noch einmal.
}

# Privacy notice (GDPR art. 13)
privacy-title = Ihre Daten
privacy-lead = Kurz: Wir fragen nach fünf oder sechs Angaben, verwenden sie nur für die Veranstaltung, geben sie an niemanden weiter und löschen sie { $days } Tage danach. Wir setzen keine Cookies und verfolgen Sie nicht.
privacy-controller-title = Wer ist verantwortlich?
privacy-controller = { $controller }, { $address }. Fragen zur Veranstaltung oder zu diesem Dienst: { $contact }. Unsere Datenschutzstelle (DPO) erreichen Sie unter { $dpo }.
privacy-what-title = Welche Daten, und wofür?
privacy-what = Name, berufliche E-Mail-Adresse, Organisation, Sektor, Art der Teilnahme und Sprache. Damit melden wir Sie an, verteilen die Plätze, schicken Ihnen die E-Mails zur Veranstaltung und halten fest, wer anwesend war. Wir fragen nicht nach Telefonnummer, Geburtsdatum oder Nationalregisternummer. Wenn die Veranstalter Sie eingeladen haben, hatten sie Namen und Adresse von Ihnen oder Ihrer Organisation; wir löschen sie zum selben Zeitpunkt, auch wenn Sie nicht antworten.
privacy-basis-title = Auf welcher Grundlage?
privacy-basis = Wir erfüllen eine Aufgabe im öffentlichen Interesse: Unternehmen, Hochschulen und Behörden über Cyberbedrohungen informieren. Das ist Artikel 6 Absatz 1 Buchstabe e der Datenschutz-Grundverordnung (DSGVO). Ohne diese Angaben können wir Sie nicht anmelden.
privacy-who-title = Wer sieht sie?
privacy-who = Nur die Mitarbeitenden, die diese Veranstaltung organisieren, und der Empfang am Tag selbst. Andere Teilnehmende sehen nicht, wer angemeldet ist. Wir verkaufen nichts, geben nichts außerhalb der Europäischen Union weiter und treffen keine automatischen Entscheidungen über Sie, außer der Reihenfolge der Plätze.
privacy-long-title = Wie lange speichern wir sie?
privacy-long = Bis { $days } Tage nach der Veranstaltung. Dann löschen wir Namen, Adressen und E-Mails. Wir behalten nur Zahlen ohne Namen. Bestätigen Sie Ihre Adresse nicht, löschen wir Ihre Angaben zum selben Zeitpunkt. Was Ihr Kalender antwortet und was Sie uns schreiben, verschwindet mit Ihrer Anmeldung oder { $days } Tage, nachdem es uns erreicht hat. Dass eine Adresse keine Nachrichten möchte oder Mails an sie zurückkommen, bewahren wir ohne die Adresse selbst auf.
privacy-rights-title = Was können Sie tun?
privacy-rights = Über den Link in Ihrer E-Mail können Sie Ihre Daten ansehen, abrufen, berichtigen und löschen. Sie können auch widersprechen oder eine Einschränkung verlangen: Schreiben Sie an { $dpo }. Wir antworten innerhalb eines Monats.
privacy-complaint-title = Nicht zufrieden?
privacy-complaint = Sie können Beschwerde bei der Datenschutzbehörde (APD-GBA) einlegen: Rue de la Presse 35, 1000 Brüssel, contact@apd-gba.be.

# Accessibility statement (law of 19 July 2018)
access-title = Erklärung zur Barrierefreiheit
access-lead = Alle sollen sich hier anmelden können: mit der Tastatur, mit einem Screenreader, mit großer Schrift, auf einem kleinen Bildschirm und ohne Skripte.
access-status-title = Stand der Vereinbarkeit
access-status = Diese Erklärung folgt dem Gesetz vom 19. Juli 2018 über den barrierefreien Zugang zu den Websites öffentlicher Stellen. Wir bauen diese Seiten nach der Norm EN 301 549 und WCAG 2.2, Stufe AA. Uns sind keine Teile bekannt, die davon abweichen.
access-how-title = Wie wir das geprüft haben
access-how = Die Entwickler haben die Seiten selbst geprüft, zuletzt am { $date }: Aufbau, Kontrast, Bedienung mit der Tastatur, Vergrößerung bis 400 %. Eine externe Prüfung gab es noch nicht.
access-contact-title = Etwas klappt nicht?
access-contact = Schreiben Sie an { $contact } und nennen Sie die Seite und das Hilfsmittel. Wir antworten innerhalb von fünf Werktagen und melden Sie wenn nötig selbst an.
access-complaint-title = Nicht zufrieden mit unserer Antwort?
access-complaint = Sie können sich an den Föderalen Ombudsmann wenden: Rue de Louvain 48, Bfk. 6, 1000 Brüssel, contact@federalombudsman.be.

# Where organisers decide
form-send-ask = Platz anfragen
form-after-ask = Danach erhalten Sie eine E-Mail, um Ihre Adresse zu bestätigen. Die Veranstalter antworten Ihnen dann.
personal-ask-title = Noch ein Klick: Bestätigen Sie Ihre Anfrage
personal-ask = Ihre Anfrage ist noch nicht abgeschickt. Prüfen Sie diese Angaben und bestätigen Sie. Die Veranstalter prüfen dann Ihre Anfrage und antworten per E-Mail.
personal-ask-confirm = Meine Anfrage bestätigen
answer-step-ask = Die Veranstalter prüfen dann Ihre Anfrage und antworten per E-Mail.

# The page of a personal invitation
invitation-eyebrow = Ihre Einladung
invitation-title = Sie sind eingeladen
invitation-lead = Prüfen Sie Ihre Angaben und bestätigen Sie. Sie sehen dann sofort, ob Sie einen Platz haben oder auf der Warteliste stehen. Sie können bis { $before } antworten.
invitation-see = Ansehen, was ausgefüllt ist
invitation-form-title = Einladung annehmen
invitation-email-why = Die Einladung gilt nur für diese Adresse. Sie lässt sich hier deshalb nicht ändern.
invitation-email-other = Diese Einladung gilt nur für { $email }. Jemand anders braucht eine eigene Einladung; fragen Sie die Veranstalter danach.
invitation-accept = Annehmen und anmelden
invitation-accept-waiting = Annehmen und auf die Warteliste
invitation-not-you = Ist das nicht Ihre Adresse? Dann hat jemand diese Einladung an Sie weitergeleitet, und sie kann nicht für eine andere Person gelten. Fragen Sie gern nach einer eigenen: { $contact }.
invitation-decline-title = Können Sie nicht kommen?
invitation-decline-text = Sagen Sie es uns, dann schreiben wir Ihnen dazu nicht noch einmal. Sie können es sich anders überlegen, solange die Anmeldung offen ist.
invitation-decline-send = Einladung ablehnen
invitation-declined-title = Sie haben abgelehnt
invitation-declined = Danke für die Nachricht. Wir erinnern Sie nicht mehr.
invitation-declined-open = Haben Sie es sich anders überlegt? Sie können unten noch bis { $before } annehmen.
invitation-registered = Der Link zu Ihrer eigenen Seite steht in der E-Mail, die wir an { $email } geschickt haben. Dort können Sie Ihre Angaben ändern oder sich abmelden.
invitation-again = Möchten Sie doch teilnehmen? Sie können die Einladung unten erneut annehmen.
invitation-back = Zurück zur Einladung
invitation-about = Worum es geht

# An event’s page before it is public.
event-preview = Vorschau: So sehen Besucher diese Seite, sobald die Veranstaltung veröffentlicht ist. Das Formular sendet hier nichts.
event-preview-back = Zurück zur Veranstaltung
