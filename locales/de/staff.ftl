# Texts of the staff pages: keys start with `staff-`.

staff-area = Für Veranstalter
staff-nav = Bereiche
staff-nav-events = Veranstaltungen
staff-nav-figures = Zahlen
staff-nav-mails = E-Mails
staff-crumbs = Sie sind hier
staff-sign-in = Anmelden
staff-sign-out = Abmelden
staff-email = E-Mail-Adresse
staff-password = Passwort
staff-forgot = Passwort vergessen? Fragen Sie die Administration.

# Words used on several pages.
staff-event = Veranstaltung
staff-when = Wann
staff-status = Status
staff-seats = Plätze
staff-mode = Teilnahme
staff-name = Name
staff-organisation = Organisation
staff-sector = Sektor
staff-language = Sprache
staff-platform = Plattform
staff-edition = Quartal
staff-reference = Referenznummer
staff-presence = Anwesenheit
staff-present = Anwesend
staff-not-present = Nicht als anwesend vermerkt
staff-erased = Auf Wunsch der Person gelöscht
staff-action = Was zu tun ist
staff-all = Alle
staff-choose = Auswählen
staff-why = Warum
staff-reason = Grund
staff-save = Speichern
staff-back = Zurück, ohne zu speichern
staff-show = Anzeigen
staff-total = Summe
staff-label-value = { $label }: { $value }
staff-given-of = { $n ->
   *[other] { $given } von { $capacity } Plätzen vergeben
}
staff-given-n = { $n ->
    [one] 1 Platz vergeben
   *[other] { $n } Plätze vergeben
}
staff-search = Nach Name, Organisation, E-Mail-Adresse oder Referenznummer suchen
staff-search-go = Suchen
staff-nobody = Niemand gefunden.
staff-first-page = Erste Seite
staff-next-page = Nächste Seite

# The list of events.
staff-new-event = Neue Veranstaltung
staff-upcoming = Bevorstehend
staff-past = Vergangen
staff-no-upcoming = Es gibt keine bevorstehenden Veranstaltungen.
staff-no-past = Es gibt keine vergangenen Veranstaltungen.
staff-more-past = Alle vergangenen Veranstaltungen anzeigen
staff-n-waiting = { $n ->
    [one] 1 Person wartet
   *[other] { $n } Personen warten
}

# One event.
staff-facts = Zeit und Ort
staff-given = Vergeben
staff-capacity = Plätze insgesamt
staff-left = Frei
staff-waiting = Wartend
staff-count-pending = Noch nicht angemeldet
staff-count-awaiting_approval = Wartet auf Antwort
staff-count-confirmed = Angemeldet
staff-count-waitlisted = Auf der Warteliste
staff-count-withdrawn = Abgemeldet
staff-count-rejected = Nicht angenommen
staff-count-cancelled = Veranstaltung abgesagt
staff-count-expired = Nicht rechtzeitig bestätigt
staff-count-present = Anwesend
staff-unlimited = Unbegrenzt
staff-organisation-max = { $n ->
    [one] Höchstens 1 Platz je Organisation
   *[other] Höchstens { $n } Plätze je Organisation
}
staff-release = Ungenutzte Kontingente stehen allen Sektoren offen ab { $at }.
staff-format = Form
staff-venue = Ort
staff-join-link = Link zur Online-Teilnahme
staff-opens = Anmeldung öffnet
staff-closes = Anmeldung schließt
staff-call-off-reason = Grund der Absage
staff-change = Ändern
staff-check-in = Anwesenheit vermerken
staff-registrations = Anmeldungen
staff-public-page = Öffentliche Seite
staff-is-draft = Diese Veranstaltung ist ein Entwurf: Außenstehende sehen sie nicht
staff-gaps = Vor der Veröffentlichung ist zu ergänzen:
staff-publish-what = Alles liegt in den vier Sprachen vor. Nach der Veröffentlichung ist die Veranstaltung sichtbar, und man kann sich anmelden.
staff-publish = Veröffentlichen
staff-gap-in = { $what }: fehlt auf { $language ->
    [nl] Niederländisch
    [fr] Französisch
    [de] Deutsch
   *[en] Englisch
}
staff-gap-all = { $what }: fehlt oder stimmt nicht
staff-gap-title = Titel
staff-gap-summary = Zusammenfassung
staff-gap-venue = Ort
staff-gap-agenda = Programm
staff-gap-capacity = Plätze im Saal
staff-gap-join-link = Link zur Online-Teilnahme
staff-gap-schedule = Zeit

# Forms of an event.
staff-edit-texts = Texte bearbeiten
staff-edit-texts-what = Textänderungen sind sofort zu sehen. Niemand erhält dazu eine E-Mail.
staff-new-event-what = Die Veranstaltung beginnt als Entwurf. Webadresse, Beginn, Ende und Anmeldeschluss werden sofort gebraucht; alles andere darf bis zur Veröffentlichung leer bleiben.
staff-which-event = Welche Veranstaltung
staff-slug = Webadresse
staff-slug-hint = 2 bis 60 Kleinbuchstaben, Ziffern und Bindestriche, wie qctr-2026-q4. Sie ändert sich nie.
staff-edition-hint = Das Quartal, um das es geht, wie 2026-Q4.
staff-follows = Folgt auf
staff-follows-none = Keine Veranstaltung
staff-create = Entwurf anlegen
staff-title = Titel
staff-in-language = { $what } ({ $language })
staff-summary = Zusammenfassung
staff-summary-hint = Absätze, durch eine Leerzeile getrennt; höchstens 4.000 Zeichen.
staff-tlp = Traffic Light Protocol
staff-tlp-label = Wie weit der Inhalt weitergegeben werden darf
staff-agenda-item = Programm, Punkt { $n }
staff-agenda-hint = Ein geleerter Punkt wird entfernt. Speichern Sie, um weitere leere Punkte zu erhalten.
staff-agenda-at = Ab
staff-agenda-speaker = Vortragende Person (optional)
staff-reschedule = Zeit oder Ort ändern
staff-reschedule-what = { $n ->
    [0] Es muss noch niemand benachrichtigt werden.
    [one] Eine Person erfährt per E-Mail, was sich ändert; ihr Kalender folgt.
   *[other] { $n } Personen erfahren per E-Mail, was sich ändert; ihre Kalender folgen. Wer in der eigenen Sprache keinen Unterschied liest, erhält keine E-Mail.
} Die Zeiten im Programm verschieben sich nicht mit: Ändern Sie sie unter „Texte bearbeiten“.
staff-reschedule-do = { $n ->
    [0] Speichern
    [one] Speichern und eine Person benachrichtigen
   *[other] Speichern und { $n } Personen benachrichtigen
}
staff-time = Zeit
staff-time-hint = Brüsseler Zeit.
staff-now = Jetzt: { $at }
staff-starts = Beginn
staff-ends = Ende
staff-opens-hint = Leer: sobald sie veröffentlicht ist.
staff-way = Art der Teilnahme
staff-join-link-hint = Beginnt mit https://. Nur wer einen Online-Platz hat, sieht ihn.
staff-venue-hint = Name und Adresse in einer Zeile. Leer, wenn die Veranstaltung nur online stattfindet.
staff-change-seats = Plätze ändern
staff-change-seats-what = Niemand verliert einen Platz. Wird einer frei, rückt die nächste Person sofort nach und erhält eine E-Mail.
staff-seats-on-site = Plätze im Saal
staff-seats-online = Plätze online
staff-seats-hint = Ein leeres Feld bedeutet: keine Begrenzung. Nur für den Saal ist immer eine Platzzahl nötig.
staff-quota-private = Höchstens für die Privatwirtschaft
staff-quota-academic = Höchstens für Hochschulen und Forschung
staff-quota-public = Höchstens für den öffentlichen Sektor
staff-max-organisation = Höchstens für eine Organisation
staff-release-legend = Freigabe ungenutzter Kontingente
staff-release-at = Tag und Uhrzeit
staff-release-hint = Von da an stehen die restlichen Plätze allen Sektoren offen. Leer: nie.
staff-call-off = Absagen
staff-call-off-what = { $n ->
    [0] „{ $title }“ wird endgültig abgesagt. Es muss niemand benachrichtigt werden.
    [one] „{ $title }“ wird endgültig abgesagt. Eine Person wird per E-Mail benachrichtigt, und der Termin verschwindet aus ihrem Kalender.
   *[other] „{ $title }“ wird endgültig abgesagt. { $n } Personen werden per E-Mail benachrichtigt, und der Termin verschwindet aus ihren Kalendern.
}
staff-call-off-reason-hint = Optional, eine Zeile, höchstens 200 Zeichen. Die Teilnehmenden lesen das in der E-Mail, alle so, wie Sie es schreiben: Wählen Sie die Sprache oder schreiben Sie es in mehreren.
staff-call-off-do = Veranstaltung endgültig absagen
staff-keep-event = Veranstaltung beibehalten

# People.
staff-export = Liste als CSV-Datei
staff-enter = Person eintragen
staff-enter-what = Die Adresse gilt als bestätigt. Die Person erhält sofort einen Platz oder einen Wartelistenplatz und eine E-Mail dazu.
staff-enter-do = Diese Person anmelden
staff-person = Person
staff-place = Nummer { $n } auf der Warteliste.
staff-reason-organisation-full = Die Organisation hat bereits { $limit ->
    [one] den einen möglichen Platz.
   *[other] die { $limit } möglichen Plätze.
}
staff-reason-seat-freed = Ein Platz wurde frei, und diese Person war an der Reihe.
staff-reason-own-wish = Die Person hat darum gebeten.
staff-reason-erased = Die Person hat ihre Daten gelöscht.
staff-registered-at = Angemeldet am
staff-history = Verlauf
staff-actor-person = Die Person
staff-actor-system = Automatisch
staff-actor-user = Personal
staff-actor-token = Ein Programm
staff-cause-registered = Formular ausgefüllt
staff-cause-repeated = Formular erneut ausgefüllt, nichts geändert
staff-cause-repeated_soon = Formular erneut ausgefüllt, nichts geändert
staff-cause-proved = Adresse bestätigt
staff-cause-entered-by-staff = Von Hand eingetragen
staff-cause-promoted = Von der Warteliste nachgerückt
staff-cause-withdrew = Zurückgetreten
staff-cause-withdrawn-by-staff = Vom Personal abgemeldet
staff-cause-switched-mode = Art der Teilnahme geändert
staff-cause-corrected = Angaben berichtigt
staff-cause-event-changed = Über neue Zeit oder neuen Ort benachrichtigt
staff-cause-event-called-off = Veranstaltung abgesagt
staff-cause-proof-lapsed = Adresse nicht rechtzeitig bestätigt
staff-cause-erased = Daten gelöscht
staff-cause-reminded = Erinnerung verschickt
staff-withdraw = Diese Anmeldung zurückziehen
staff-withdraw-what = { $name } verliert den Platz oder den Wartelistenplatz und erhält eine E-Mail. Ein Platz, der frei wird, geht an die nächste wartende Person.
staff-withdraw-reason-hint = Eine Zeile, höchstens 200 Zeichen. Die Person liest das in der E-Mail und auf ihrer Seite, so, wie Sie es schreiben: Schreiben Sie es in der Sprache der Person.
staff-withdraw-do = Zurückziehen

# The door.
staff-who = Wer ist da?
staff-check-in-how = Tippen Sie die ersten Buchstaben eines Namens. Bleibt eine Person übrig, vermerkt die Eingabetaste ihre Anwesenheit.
staff-mark = Anwesend
staff-is-here = ist als anwesend vermerkt.
staff-undo = Rückgängig
staff-standing = { $present } anwesend, { $expected } erwartet
staff-early = Diese Veranstaltung findet am { $day } statt. Vermerken Sie jetzt nur Anwesenheiten, um diese Seite auszuprobieren, und machen Sie das danach rückgängig: Wer vermerkt ist, zählt als anwesend.
staff-door-list = Alle Namen, zum Ausdrucken
staff-door-list-back = Zurück zum Vermerken der Anwesenheit
staff-more-people = Die ersten { $n } Namen werden angezeigt. Um jemand anderen zu finden, tippen Sie einen Teil des Namens und drücken Sie die Eingabetaste.
staff-found = { $n ->
    [one] 1 Person
   *[other] { $n } Personen
}
staff-found-none = Niemand auf dieser Seite; drücken Sie die Eingabetaste, um überall zu suchen.
staff-found-here = { $n ->
    [one] 1 Person auf dieser Seite; drücken Sie die Eingabetaste, um überall zu suchen.
   *[other] { $n } Personen auf dieser Seite; drücken Sie die Eingabetaste, um überall zu suchen.
}

# The mail room.
staff-mail = E-Mail
staff-mail-status-queued = Wartet auf Versand
staff-mail-status-sent = Verschickt
staff-mail-status-failed = Nicht zugestellt
staff-mail-status-aborted = Nicht mehr nötig
staff-mails-queued = Warten auf Versand
staff-mails-sent = Verschickt
staff-mails-failed = Nicht zugestellt
staff-mails-aborted = Nicht mehr nötig
staff-attempts = { $n ->
    [one] 1 Versuch
   *[other] { $n } Versuche
}
staff-retry = Erneut versuchen
staff-abort = Aufgeben
staff-no-mails = Hier sind keine E-Mails.
staff-mails-cut = Die neuesten { $n } werden angezeigt.

# Figures.
staff-attendance = Teilnahme
staff-all-figures = Alle Zahlen
staff-all-platforms = Alle Plattformen
staff-from = Ab Quartal
staff-to = Bis Quartal
staff-by = Aufteilen nach
staff-download-csv = Als CSV herunterladen
staff-download-json = Als JSON herunterladen
staff-no-figures = In diesem Zeitraum gibt es keine Anmeldungen.
staff-dimension-sector = Sektor
staff-dimension-platform = Plattform
staff-dimension-edition = Quartal
staff-dimension-mode = Teilnahme
staff-dimension-language = Sprache
staff-dimension-event = Veranstaltung
staff-measure-registered = Angemeldet
staff-measure-confirmed = Hatten einen Platz
staff-measure-attended = Anwesend
staff-measure-no_show = Nicht gekommen
staff-chart-sectors = Anwesend, nach Sektor
staff-chart-editions = Anwesend, nach Quartal
staff-chart-population = { $n ->
    [one] Eine Anmeldung mit Anwesenheitsnachweis. Wer bei zwei Veranstaltungen war, zählt zweimal.
   *[other] { $n } Anmeldungen mit Anwesenheitsnachweis. Wer bei zwei Veranstaltungen war, zählt zweimal.
}
staff-measures-what = Angemeldet: Adresse bestätigt oder vom Personal eingetragen. Hatten einen Platz: am Ende. Anwesend: Es gibt einen Anwesenheitsnachweis, mit oder ohne Platz. Nicht gekommen: hatten einen Platz bei einer vergangenen Veranstaltung, ohne Anwesenheitsnachweis. Abgesagte Veranstaltungen zählen nicht.

# What was just done.
staff-done-ended = Ihre Sitzung ist beendet. Melden Sie sich erneut an.
staff-done-signed-out = Sie sind abgemeldet.
staff-done-created = Der Entwurf ist angelegt.
staff-done-saved = Die Texte sind gespeichert.
staff-done-published = Die Veranstaltung ist veröffentlicht.
staff-done-rescheduled = { $n ->
    [0] Gespeichert. Es musste niemand benachrichtigt werden.
    [one] Gespeichert. Eine Person wird per E-Mail benachrichtigt.
   *[other] Gespeichert. { $n } Personen werden per E-Mail benachrichtigt.
}
staff-done-called-off = { $n ->
    [0] Die Veranstaltung ist abgesagt.
    [one] Die Veranstaltung ist abgesagt. Eine Anmeldung endet.
   *[other] Die Veranstaltung ist abgesagt. { $n } Anmeldungen enden.
}
staff-done-seats = { $n ->
    [0] Die Plätze sind geändert.
    [one] Die Plätze sind geändert. Eine Person ist von der Warteliste nachgerückt.
   *[other] Die Plätze sind geändert. { $n } Personen sind von der Warteliste nachgerückt.
}
staff-done-withdrawn = Die Anmeldung ist zurückgezogen.
staff-done-existed = Diese Person war bereits angemeldet. Es hat sich nichts geändert.
staff-done-entered-confirmed = Die Person ist angemeldet und hat einen Platz.
staff-done-entered-waitlisted = Die Person ist angemeldet und steht auf der Warteliste.
staff-done-undone = Der Vermerk ist zurückgenommen.
staff-done-retried = Die E-Mail wird jetzt erneut versucht.
staff-done-aborted = Die E-Mail ist aufgegeben.
staff-done-nothing = Nichts wurde geändert: Die E-Mail hat inzwischen einen anderen Status.

# What is wrong, and what to do.
staff-fault-sign-in = Prüfen Sie E-Mail-Adresse und Passwort: Sie gehören nicht zusammen, oder Sie haben keinen Zugang mehr.
staff-page-fault-not_found = Vielleicht ist der Link unvollständig, oder Sie haben keinen Zugang dazu. Beginnen Sie bei den Veranstaltungen.
staff-page-fault-wrong_method = Diese Seite lässt sich nicht direkt öffnen. Beginnen Sie bei den Veranstaltungen.
staff-page-fault-home = Zu den Veranstaltungen
staff-fault-stale = Jemand anderes hat diese Veranstaltung inzwischen geändert. Notieren Sie Ihre Eingaben, öffnen Sie die Veranstaltung erneut und ändern Sie sie dort.
staff-fault-taken = Wählen Sie etwas anderes: Das ist schon vergeben.
staff-fault-mode = Wählen Sie eine Art der Teilnahme, die angeboten wird.
staff-fault-not-open = Niemand kann eingetragen werden: Die Veranstaltung ist ein Entwurf, vorbei oder abgesagt.
staff-fault-wrong-state = Das geht nicht. Der Status der Anmeldung ist „{ $state }“.
staff-fault-event-called_off = Die Veranstaltung wurde abgesagt: Sie kann nicht mehr geändert werden.
staff-fault-event-past = Die Veranstaltung ist vorbei: Das kann nicht mehr geändert werden.
staff-fault-event-mode_in_use = Es gibt Personen, die auf eine Art teilnehmen oder warten, die es dann nicht mehr gäbe. Behalten Sie diese Art bei.
staff-fault-event-draft = Die Veranstaltung ist ein Entwurf. Veröffentlichen Sie sie zuerst.
staff-fault-starts-at = Geben Sie einen Beginn in der Zukunft an.
staff-fault-ends-at = Geben Sie ein Ende nach dem Beginn an.
staff-fault-closes-at = Die Anmeldung muss vor dem Ende der Veranstaltung schließen.
staff-fault-opens-at = Die Anmeldung muss öffnen, bevor sie schließt.
staff-fault-join-link = Geben Sie einen vollständigen Link an, der mit https:// beginnt; die Veranstaltung muss auch online stattfinden.
staff-fault-below-taken = { $taken ->
    [one] { $asked } ist zu wenig: 1 Platz ist vergeben. Geben Sie mindestens 1 an.
   *[other] { $asked } ist zu wenig: { $taken } Plätze sind vergeben. Geben Sie mindestens { $taken } an.
}
staff-fault-below-quota = { $asked } ist zu wenig für „{ $sector }“: { $taken } vergeben. Geben Sie mindestens { $taken } an.
staff-fault-choose = Wählen Sie eine der Antworten.
staff-fault-slug = Verwenden Sie 2 bis 60 Kleinbuchstaben, Ziffern und Bindestriche, ohne Bindestrich am Anfang oder Ende.
staff-fault-edition = Geben Sie ein Quartal an wie 2026-Q4.
staff-fault-time = Geben Sie eine Uhrzeit an wie 14:00.
staff-fault-moment = Geben Sie einen gültigen Tag und eine gültige Uhrzeit an (Jahre 2000 bis 2999), zum Beispiel 2026-12-10 14:00.
staff-fault-number = Geben Sie eine ganze Zahl von 0 bis 1.000.000 an oder nichts.

## What is wrong with what staff typed about somebody else
staff-error-name-empty = Geben Sie den vollständigen Namen ein.
staff-error-name-control_character = Tippen Sie den Namen noch einmal: Er enthält ein verborgenes Zeichen oder einen Zeilenumbruch.
staff-error-email-empty = Geben Sie die berufliche E-Mail-Adresse ein.
staff-error-organisation-empty = Geben Sie den Namen der Organisation ein.
staff-error-organisation-too_long = Geben Sie einen kürzeren Namen der Organisation ein, höchstens 160 Zeichen.
staff-error-organisation-control_character = Tippen Sie den Namen der Organisation noch einmal: Er enthält ein verborgenes Zeichen oder einen Zeilenumbruch.
staff-error-organisation-no_letter = Geben Sie einen Namen der Organisation mit mindestens einem Buchstaben oder einer Ziffer ein.
staff-error-sector-missing = Wählen Sie einen Sektor.

## The journal
staff-nav-journal = Journal
staff-journal-what = Wer was woran und wann getan hat und was sich dadurch geändert hat. Jede Zeile ist zusammen mit der vorigen versiegelt; Namen von Teilnehmenden stehen nicht darin.
staff-journal-search = Veranstaltung, Referenznummer, Benutzer oder Token
staff-journal-search-hint = Zum Beispiel qctr-2026-q4 oder die E-Mail-Adresse eines Mitarbeiters.
staff-journal-deed = Handlung
staff-journal-who = Wer
staff-journal-about = Betrifft
staff-journal-changes = Was sich änderte
staff-journal-nothing = Nichts gefunden.
staff-journal-more = und { $n } weitere
staff-actor-operator = Der Betreiber, auf dem Server
staff-subject-catalogue = Katalog
staff-subject-person = Eine Person
staff-deed-event_created = Veranstaltung angelegt
staff-deed-event_edited = Veranstaltung bearbeitet
staff-deed-event_published = Veranstaltung veröffentlicht
staff-deed-event_rescheduled = Veranstaltung verlegt
staff-deed-seats_changed = Plätze geändert
staff-deed-event_called_off = Veranstaltung abgesagt
staff-deed-registrations_entered = Personen eingetragen
staff-deed-registration_changed = Anmeldung geändert
staff-deed-registration_withdrawn = Anmeldung zurückgezogen
staff-deed-presence_taken_back = Anwesenheit zurückgenommen
staff-deed-registrations_exported = Liste exportiert
staff-deed-person_exported = Personendaten ausgehändigt
staff-deed-registration_erased = Anmeldung gelöscht
staff-deed-purged = Aufbewahrungsfrist vorbei: gelöscht
staff-deed-mail_retried = E-Mail erneut versucht
staff-deed-mail_aborted = E-Mail aufgegeben
staff-deed-catalogue_loaded = Katalog geladen
staff-deed-user_added = Benutzer hinzugefügt
staff-deed-password_set = Passwort gesetzt
staff-deed-role_given = Rolle gegeben
staff-deed-role_taken = Rolle entzogen
staff-deed-user_disabled = Benutzer ausgesperrt
staff-deed-user_enabled = Benutzer wieder zugelassen
staff-deed-signed_in = Anmeldung im System
staff-deed-token_added = Token angelegt
staff-deed-token_disabled = Token gesperrt
staff-journal-field-status = Status
staff-journal-field-edition = Quartal
staff-journal-field-follows = Folgt auf
staff-journal-field-tlp = TLP
staff-journal-field-title = Titel
staff-journal-field-summary = Zusammenfassung
staff-journal-field-agenda = Programm
staff-journal-field-starts_at = Beginn
staff-journal-field-ends_at = Ende
staff-journal-field-opens_at = Anmeldung öffnet
staff-journal-field-closes_at = Anmeldung schließt
staff-journal-field-format = Format
staff-journal-field-venue = Ort
staff-journal-field-join_link = Link zur Online-Teilnahme
staff-journal-field-seats = Plätze
staff-journal-field-reason = Grund
staff-journal-field-told = Benachrichtigte Personen
staff-journal-field-count = Anzahl
staff-journal-field-registrations = Anmeldungen
staff-journal-field-changed = Geändert
staff-journal-field-mode = Teilnahmeart
staff-journal-field-state = Stand
staff-journal-field-proofs = Nachweise
staff-journal-field-rows = Zeilen
staff-journal-field-role = Rolle
staff-journal-field-platform = Plattform
staff-journal-field-mail = E-Mail
staff-journal-field-kind = Art
staff-journal-field-added = Hinzugefügt
staff-journal-field-updated = Aktualisiert

## Where organisers decide
staff-cause-approved = Anfrage angenommen
staff-cause-rejected = Nicht angenommen
staff-approve = Annehmen
staff-reject = Diese Anfrage nicht annehmen
staff-reject-what = { $name } bekommt keinen Platz oder verliert ihn und erhält eine E-Mail mit Ihrem Grund. Ein Platz, der frei wird, geht an die nächste Person.
staff-reject-do = Nicht annehmen
staff-done-approved = Angenommen. Die Person erhält eine E-Mail.
staff-done-rejected = Nicht angenommen. Die Person erhält eine E-Mail mit Ihrem Grund.
staff-deed-registration_approved = Anfrage angenommen
staff-deed-registration_rejected = Nicht angenommen

## Users and tokens
staff-nav-users = Benutzer
staff-roles = Rollen
staff-role = Rolle
staff-everywhere = überall
staff-no-role = Keine Rolle
staff-role-take = Entziehen
staff-shut-out = Ausgesperrt
staff-let-in = Aktiv
staff-password-new = Neues Passwort
staff-user-disable = Aussperren
staff-user-enable = Wieder zulassen
staff-user-journal = Was dieser Benutzer getan hat
staff-user-add = Benutzer oder Rolle hinzufügen
staff-user-add-what = Ein neuer Benutzer bekommt ein Passwort, das Sie einmal sehen. Wen es schon gibt, der bekommt die Rolle dazu.
staff-user-add-do = Hinzufügen
staff-tokens = Token für Programme
staff-tokens-what = Mit einem Token nutzt ein Programm die API, mit den Rechten einer Rolle.
staff-token-name = Wofür der Token dient
staff-token-add = Einen Token anlegen
staff-token-add-do = Token anlegen
staff-token-disable = Sperren
staff-token-off = Gesperrt
staff-user-made = { $whose } ist hinzugefügt. Das Passwort:
staff-password-made = Das neue Passwort von { $whose }:
staff-token-made = Der Token „{ $whose }“:
staff-shown-once = Das sehen Sie nur einmal. Geben Sie es auf sicherem Weg weiter.
staff-fault-token-name = Sagen Sie, wofür der Token dient: 1 bis 100 Zeichen in einer Zeile.
staff-fault-token-taken = Es gibt schon einen Token mit diesem Namen. Wählen Sie einen anderen.
staff-done-role-given = Der Benutzer hat die Rolle jetzt.
staff-done-role-taken = Der Benutzer hat die Rolle nicht mehr.
staff-done-user-disabled = Der Benutzer ist ausgesperrt und abgemeldet.
staff-done-user-enabled = Der Benutzer kann sich wieder anmelden.
staff-done-token-disabled = Der Token öffnet nichts mehr.

## One’s own account
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
staff-sign-ins = Offene Sitzungen
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

## What needs the reader now
staff-to-do = Zu tun
staff-to-do-check-in = { $event } ist heute um { $at }: Anwesenheit erfassen
staff-to-do-requests = { $n ->
    [one] Eine Anfrage wartet auf Antwort: { $event }
   *[other] { $n } Anfragen warten auf Antwort: { $event }
}
staff-to-do-dead-letters = { $n ->
    [one] Eine E-Mail konnte nicht zugestellt werden
   *[other] { $n } E-Mails konnten nicht zugestellt werden
}
staff-to-do-draft = { $n ->
    [0] Bereit zur Veröffentlichung: { $event }, { $at }
    [one] Vor der Veröffentlichung fehlt noch eine Angabe: { $event }, { $at }
   *[other] Vor der Veröffentlichung fehlen noch { $n } Angaben: { $event }, { $at }
}
staff-to-do-cadence = In { $period } ist noch nichts geplant: { $platform }
staff-to-do-mandates = { $n ->
    [one] Ein Mandat endet innerhalb von 60 Tagen: { $platform }
   *[other] { $n } Mandate enden innerhalb von 60 Tagen: { $platform }
}
staff-copy = Eine neue Veranstaltung nach diesem Muster anlegen

## Rosters
staff-nav-rosters = Mitglieder
staff-roster = Mitgliederliste
staff-rosters-what = Wer auf jeder Plattform ein Mandat hat, in welcher Funktion und bis wann.
staff-rosters-none = Es gibt keine Plattform, deren Mitgliederliste Sie sehen dürfen.
staff-roster-empty = Auf dieser Liste steht noch niemand.
staff-roster-search = Nach Name, Organisation oder E-Mail-Adresse suchen
staff-function = Funktion
staff-mandate = Mandat
staff-mandates = Mandate
staff-deputy = Stellvertretung
staff-deputy-hint = Eine Stellvertretung springt für die Person ein, die dieselbe Funktion in derselben Organisation hat.
staff-yes = Ja
staff-no = Nein
staff-term = { $start } bis { $end }
staff-term-open = seit { $start }, ohne Enddatum
staff-until = bis { $day }
staff-no-end = kein Enddatum
staff-phase-current = Laufend
staff-phase-ending = Endet innerhalb von 60 Tagen
staff-phase-to_come = Beginnt später
staff-phase-ended = Beendet
staff-phase-of-current = Laufend
staff-phase-of-ending = Endet bald
staff-phase-of-to_come = Beginnt später
staff-phase-of-ended = Beendet
staff-member-add = Person hinzufügen
staff-member-edit = Mandat ändern
staff-mandate-hint = Wer die Organisation wechselt, bekommt ein neues Mandat: Beenden Sie das alte und fügen Sie das neue hinzu.
staff-mandate-start = Erster Tag
staff-mandate-end = Letzter Tag (freiwillig)
staff-mandate-end-hint = Dieser Tag gehört noch zum Mandat. Leer: ohne Enddatum.
staff-mandate-last-day = Letzter Tag des Mandats
staff-mandate-last-day-hint = Dieser Tag gehört noch dazu. Danach kann sich die Person nicht mehr als Mitglied anmelden.
staff-member-entered = Eingetragen am
staff-member-changed = Zuletzt geändert am
staff-member-end = Mandat beenden
staff-member-end-what = { $name }, { $function }, { $organisation }. Das Mandat bleibt in der Liste, unter den beendeten.
staff-member-end-do = Mandat beenden
staff-member-remove = Als Irrtum entfernen
staff-member-remove-what = { $name }, { $function }, { $organisation }. Das Mandat verschwindet, als hätte es nie bestanden. Ist es vorbei, beenden Sie es; entfernen Sie nur, was irrtümlich eingetragen wurde.
staff-member-remove-do = Endgültig entfernen
staff-done-member-added = Die Person steht auf der Mitgliederliste.
staff-done-member-changed = Das Mandat ist geändert.
staff-done-mandate-ended = Das Mandat hat jetzt einen letzten Tag.
staff-done-member-removed = Das Mandat ist entfernt.
staff-done-members-imported = { $n ->
    [0] Alles stand schon so da. Es wurde nichts geschrieben.
    [one] Ein Mandat geschrieben.
   *[other] { $n } Mandate geschrieben.
}
staff-done-import-undone = Der Import ist rückgängig gemacht.
staff-fault-day = Geben Sie einen Tag ein, zum Beispiel 31.12.2026 (Jahre 2000 bis 2999).
staff-fault-mandate-end = Wählen Sie einen letzten Tag, der nicht vor dem ersten liegt.
staff-fault-mandate-twice = Diese Person hat in dieser Zeit schon dieselbe Funktion bei dieser Organisation. Ändern Sie jenes Mandat oder wählen Sie einen anderen Zeitraum.
staff-fault-member-stale = Jemand anderes hat dieses Mandat inzwischen geändert. Notieren Sie, was Sie eingegeben haben, öffnen Sie das Mandat neu und ändern Sie es dort.
staff-import = Tabelle einlesen
staff-import-what = Fügen Sie eine Tabelle aus Ihrem Tabellenprogramm ein. Sie sehen zuerst, was geschehen würde; dann entscheiden Sie.
staff-import-table = Tabelle
staff-import-table-hint = Die erste Zeile enthält die Namen der Spalten: Name, E-Mail-Adresse, Organisation, Funktion und Sprache sind nötig.
staff-import-look = Ansehen, was geschehen würde
staff-import-look-what = Es ist noch nichts geschrieben. Wer nicht in der Tabelle steht, bleibt unverändert auf der Mitgliederliste.
staff-import-new = Neu
staff-import-changed = Geändert
staff-import-same = Unverändert
staff-import-doubtful = Zweifelhaft
staff-import-wrong = Fehlerhaft
staff-import-line = Zeile
staff-import-note = Was
staff-import-more = Und { $n } weitere.
staff-import-take-doubtful = Auch die zweifelhaften Zeilen als neu übernehmen
staff-import-keep-good = Die fehlerhaften Zeilen weglassen und die guten schreiben
staff-import-do = Schreiben wie angezeigt
staff-import-again = Eine andere Tabelle einfügen
staff-import-nothing = Es gibt nichts zu schreiben.
staff-import-differs = Die Mitgliederliste wurde inzwischen geändert. Es wurde nichts geschrieben. Hier steht, was die Tabelle jetzt tun würde: Sehen Sie es noch einmal an.
staff-import-refused = Es wurde nichts geschrieben: Es gibt fehlerhafte Zeilen. Verbessern Sie sie in der Tabelle, oder wählen Sie unten, sie wegzulassen.
staff-import-how = Welche Spalten und Wörter
staff-import-how-columns = Spalten, in beliebiger Reihenfolge, auf Niederländisch, Französisch, Deutsch oder Englisch: Name, E-Mail-Adresse, Organisation, Funktion, Sprache; wahlweise Sektor, Beginn, Ende, Stellvertretung.
staff-import-how-words = Funktionen: csi, dpo, ciso, IT-Leiter, Vertreter, Experte, Sonstige. Tage wie 31.12.2026 oder 2026-12-31.
staff-import-how-rest = Ein Mandat wird an E-Mail-Adresse, Funktion und Organisation erkannt. Eine fehlende Spalte ändert nichts; ein leeres Ende bedeutet ohne Enddatum. Ein Import kann 30 Tage lang rückgängig gemacht werden, solange nichts davon geändert wurde.
staff-import-example = Name;E-Mail-Adresse;Organisation;Funktion;Sprache;Beginn;Ende
staff-imports = Frühere Importe
staff-import-did = { $added } neu, { $changed } geändert
staff-import-undone = Rückgängig gemacht
staff-import-not-undone = Dieser Import kann nicht mehr rückgängig gemacht werden: Etwas davon wurde danach geändert oder entfernt, oder er ist älter als 30 Tage. Es wurde nichts geändert.
staff-doubt-same-name = Jemand mit diesem Namen steht schon auf der Liste, mit einer anderen Adresse: { $email }
staff-doubt-organisation = Die Organisation ähnelt einer bekannten: { $name }
staff-row-said = „{ $value }“: { $what }
staff-row-beyond = Hinter der letzten Spalte steht „{ $value }“: Ein Trennzeichen ist zu viel.
staff-row-ends = Das Mandat würde enden, bevor es beginnt: { $value }. Verbessern Sie Beginn oder Ende.
staff-row-twice = Dasselbe Mandat steht schon in Zeile { $value }. Lassen Sie eines der beiden weg.
staff-row-overlaps = Die Person hätte in dieser Zeit zweimal dasselbe Mandat. Verbessern Sie Beginn oder Ende.
staff-row-function = „{ $value }“ ist keine Funktion, die wir kennen: csi, dpo, ciso, it_manager, representative, expert oder other.
staff-row-language = „{ $value }“ ist keine Sprache, die wir kennen: nl, fr, de oder en.
staff-row-sector = „{ $value }“ ist kein Sektor, den wir kennen: public, academic oder private.
staff-row-deputy = „{ $value }“ ist kein Ja oder Nein.
staff-row-day = „{ $value }“ ist kein Tag. Schreiben Sie ihn wie 31.12.2026 oder 2026-12-31 (Jahre 2000 bis 2999).
staff-table-empty = Fügen Sie eine Tabelle ein: in der ersten Zeile die Namen der Spalten, darunter eine Zeile je Mandat.
staff-table-no-rows = Unter den Namen der Spalten steht keine einzige Zeile.
staff-table-workbook = Das ist eine Arbeitsmappe und keine Tabelle aus Text. Speichern Sie sie in Ihrem Tabellenprogramm erst als CSV.
staff-table-not-text = Das ist kein lesbarer Text. Speichern Sie die Tabelle als CSV in UTF-8.
staff-table-too-large = Die Tabelle ist zu groß. Teilen Sie sie, oder nutzen Sie die Befehlszeile.
staff-table-too-many-rows = Die Tabelle hat zu viele Zeilen. Teilen Sie sie.
staff-table-unknown-columns = Unbekannte Spalten: { $names }. Bekannt sind: { $known }. Entfernen Sie sie, oder benennen Sie sie um.
staff-table-missing-columns = Diese Spalten fehlen: { $names }. Die Namen der Spalten stehen in der ersten Zeile.
staff-table-twice-column = Zwei Spalten bedeuten { $names }. Lassen Sie eine weg.
staff-table-open-quote = In Zeile { $names } beginnt ein Anführungszeichen, das nirgends endet.
staff-coverage = Abdeckung
staff-coverage-see = Abdeckung ansehen
staff-coverage-what = Jede Organisation, die hier jemanden hat oder hatte, mit jeder Funktion: wer sie jetzt hat, bis wann, und wann diese Person zuletzt anwesend war. Bei öffentlichen Diensten werden CSI und DPO immer gezeigt, wenn die Plattform diese Funktionen kennt.
staff-coverage-all = Alle
staff-coverage-vacant = Unbesetzt
staff-coverage-ending = Endet bald
staff-coverage-unreachable = Nicht erreichbar
staff-coverage-none = Hier gibt es nichts zu zeigen.
staff-holder = Wer
staff-organisation-last = Organisation zuletzt anwesend
staff-post-held = Besetzt
staff-post-ending = Endet bald
staff-post-deputy_only = Nur Stellvertretung
staff-post-vacant = Unbesetzt
staff-held-until = Besetzt bis { $day }
staff-next-from = Wieder besetzt ab { $day }
staff-last-present = Zuletzt anwesend am { $day }
staff-never-present = Keine Anwesenheit bekannt
staff-unreachable = Die letzte E-Mail kam nicht an
staff-subject-member = Mandat
staff-subject-import = Import
staff-subject-roster = Mitgliederliste
staff-deed-member_added = Auf die Mitgliederliste gesetzt
staff-deed-member_changed = Mandat geändert
staff-deed-mandate_ended = Mandat beendet
staff-deed-member_removed = Mandat entfernt
staff-deed-members_imported = Mitgliedertabelle eingelesen
staff-deed-members_import_undone = Import rückgängig gemacht
staff-deed-members_exported = Mitgliederliste ausgegeben
staff-deed-member_erased = Mitglied gelöscht
staff-journal-field-function = Funktion
staff-journal-field-deputy = Stellvertretung
staff-journal-field-start = Erster Tag
staff-journal-field-end = Letzter Tag
staff-journal-field-removed = Entfernt
staff-journal-field-mandates = Mandate

# Invitations
staff-invitations = Einladungen
staff-invitations-search = Nach Name, Organisation oder E-Mail-Adresse suchen
staff-no-invitations = Niemand.
staff-invitation-withdraw = Zurücknehmen
staff-sendings = Sendungen
staff-sending-progress = { $sent } von { $all } gesendet
staff-sending-stopped = Gestoppt.
staff-sending-planned = { $n ->
    [one] Geplant für eine Person
   *[other] Geplant für { $n } Personen
}
staff-sending-failed = { $n ->
    [one] Eine nicht zugestellt
   *[other] { $n } nicht zugestellt
}
staff-sending-stop = Stoppen
staff-invite = Personen einladen
staff-invite-what = Alle bekommen einen persönlichen Link. Er gilt für eine Adresse, das Formular ist ausgefüllt, und eine Schaltfläche gibt einen Platz oder einen Platz auf der Warteliste. Bevor etwas gesendet wird, sehen Sie, wer gemeint ist und wie die E-Mail lautet.
staff-invite-list = Eine Liste
staff-invite-people = Personen
staff-invite-list-hint = Eine Person je Zeile: Name; E-Mail-Adresse; Organisation; Sektor; Sprache. Adressen allein genügen. Sie können auch eine Tabelle oder eine CSV-Datei einfügen, deren erste Zeile die Spalten nennt.
staff-invite-members = Mitglieder der Plattform
staff-invite-members-hint = Wer heute ein laufendes Mandat auf der Mitgliederliste hat.
staff-invite-members-all = Alle Funktionen
staff-fault-no-members = Niemand hat heute ein laufendes Mandat in dieser Funktion.
staff-invite-guests = Gäste früherer Veranstaltungen
staff-invite-guests-hint = Zusammen mit der Liste oder an ihrer Stelle. Nur Personen, deren Daten noch aufbewahrt werden.
staff-invite-from-none = Keine
staff-invite-from-all = Alle früheren Veranstaltungen dieser Plattform
staff-invite-who = Wer
staff-invite-who-registered = Alle, die sich angemeldet haben
staff-invite-who-present = Wer anwesend war
staff-invite-any = Alle
staff-invite-organisation = Organisation (Teil des Namens)
staff-invite-sending = Sendung
staff-invite-language = Sprache der E-Mail
staff-invite-language-hint = Für Personen in der Liste, die keine eigene Sprache haben.
staff-invite-send-at = Senden am
staff-invite-send-at-hint = Leer lassen, um sofort zu senden. Die Anmeldung endet am { $closes }.
staff-invite-check = Prüfen
staff-invite-checked = Einladungen prüfen
staff-invite-count = { $n ->
    [0] Niemand wird eingeladen.
    [one] Eine Person wird eingeladen.
   *[other] { $n } Personen werden eingeladen.
}
staff-invite-now = Die E-Mails gehen sofort hinaus.
staff-invite-at = Die E-Mails gehen am { $at } hinaus.
staff-invite-left-out = Nicht eingeladen: { $n }
staff-invite-line = Zeile { $line }
staff-invite-more = { $n ->
    [one] und eine weitere
   *[other] und { $n } weitere
}
staff-invite-who-gets = Wer sie bekommt
staff-invite-mail = Die E-Mail
staff-invite-do = { $n ->
    [one] Eine Person einladen
   *[other] { $n } Personen einladen
}
staff-invite-change = Ändern
staff-invite-back = Zurück zu den Einladungen
staff-invite-line-sector = Das ist kein Sektor. Schreiben Sie private, academic oder public.
staff-invite-line-language = In dieser Sprache schreiben wir nicht. Schreiben Sie nl, fr, de oder en.
staff-invite-line-row = Das steht rechts von der letzten Spalte. Gibt es ein Trennzeichen zu viel?
staff-invite-table-empty = In der Liste steht nichts.
staff-invite-table-no-rows = Unter den Namen der Spalten steht nichts.
staff-invite-table-workbook = Das ist eine Arbeitsmappe. Speichern Sie sie zuerst als CSV.
staff-invite-table-not-text = Das ist kein Text. Speichern Sie die Tabelle als CSV in UTF-8.
staff-invite-table-too-large = Die Liste ist zu groß. Teilen Sie sie auf.
staff-invite-table-too-many-rows = Die Liste hat zu viele Zeilen. Teilen Sie sie auf.
staff-invite-table-unknown-columns = Unbekannte Spalten: { $names }. Bekannt sind name, email, organisation, sector und language.
staff-invite-table-missing-columns = Fehlende Spalten: { $names }. Die erste Zeile nennt die Spalten.
staff-invite-table-twice-column = Zwei Spalten bedeuten { $names }. Lassen Sie eine weg.
staff-invite-table-open-quote = Zeile { $names }: Ein Anführungszeichen wird geöffnet und nie geschlossen.
staff-fault-list = Füllen Sie eine Liste aus oder wählen Sie frühere Veranstaltungen.
staff-fault-list-long = Die Liste enthält mehr als { $n } Personen. Teilen Sie sie auf.
staff-fault-no-guests = Bei diesen Veranstaltungen wurde niemand gefunden.
staff-fault-send-at = Wählen Sie einen kommenden Zeitpunkt, bevor die Anmeldung endet.
staff-remind-invited = Erinnern, wer nicht geantwortet hat
staff-remind-count = { $n ->
    [0] Niemand ist zu erinnern. Wer in den letzten 24 Stunden erinnert wurde oder sich auf anderem Weg angemeldet hat, wird in Ruhe gelassen.
    [one] Eine Person wurde erreicht und hat nicht geantwortet.
   *[other] { $n } Personen wurden erreicht und haben nicht geantwortet.
}
staff-remind-do = { $n ->
    [one] Eine Person erinnern
   *[other] { $n } Personen erinnern
}
staff-done-invited = { $n ->
    [one] Eine Person ist eingeladen.
   *[other] { $n } Personen sind eingeladen.
}
staff-done-invitations-planned = { $n ->
    [one] Eine Person wird zum gewählten Zeitpunkt eingeladen.
   *[other] { $n } Personen werden zum gewählten Zeitpunkt eingeladen.
}
staff-done-nobody-invited = Niemand wurde eingeladen: Alle in der Liste waren bereits eingeladen oder angemeldet.
staff-done-invited-reminded = { $n ->
    [0] Niemand war zu erinnern.
    [one] Eine Person wird erinnert.
   *[other] { $n } Personen werden erinnert.
}
staff-done-sending-stopped = { $n ->
    [0] Gestoppt. Alles war schon gesendet.
    [one] Gestoppt. Eine E-Mail wird nicht gesendet.
   *[other] Gestoppt. { $n } E-Mails werden nicht gesendet.
}
staff-done-invitation-withdrawn = Die Einladung ist zurückgenommen. Ihr Link funktioniert nicht mehr.
staff-fault-event-invitation-accepted = Diese Einladung wurde angenommen. Nehmen Sie zuerst die Anmeldung zurück.
staff-cause-accepted-invitation = Einladung angenommen
staff-deed-invitations_sent = Personen eingeladen
staff-deed-invitations_reminded = Eingeladene erinnert
staff-deed-invitations_stopped = Sendung gestoppt
staff-deed-invitation_withdrawn = Einladung zurückgenommen
staff-deed-invitation_erased = Einladung gelöscht
staff-journal-field-batch = Sendung
staff-journal-field-send_at = Senden am
staff-journal-field-unsent = Nicht gesendet
staff-journal-field-invitations = Einladungen

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
staff-ask-disable = Jemanden aussperren
staff-ask-disable-what = { $whose } wird sofort überall abgemeldet und kann sich nicht mehr anmelden, bis ein Administrator es wieder zulässt. Die Rollen bleiben vermerkt.
staff-ask-disable-do = Aussperren
staff-ask-revoke = Eine Rolle entziehen
staff-ask-revoke-what = { $whose } verliert die Rolle „{ $role }“ mit dem nächsten Klick.
staff-ask-revoke-do = Rolle entziehen
staff-ask-second-factor-off = Einen zweiten Faktor ausschalten
staff-ask-second-factor-off-what = { $whose } meldet sich danach allein mit dem Passwort an; auch Passkeys werden entfernt. Tun Sie das nur, wenn Telefon und Codes verloren sind und Sie sicher sind, wer darum bittet. Ein neuer lässt sich auf der Seite des Kontos einrichten.
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
