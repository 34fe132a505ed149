# Staff pages about events: list, one event, its forms, what can be wrong with them.

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
staff-preview = Vorschau der öffentlichen Seite
staff-preview-mail = Vorschau der E-Mails
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
staff-agenda-tlp = Eigene TLP-Einstufung (optional)
staff-agenda-tlp-none = Wie die Veranstaltung
staff-agenda-tlp-hint = Über GREEN liest nur, wer einen Platz hat, worum es geht, auf der eigenen Seite.
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
