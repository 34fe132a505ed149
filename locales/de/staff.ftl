# Texts of the staff pages that several of them use: words, navigation, the start page, faults. All keys begin with `staff-`.

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

# What was just done.
staff-done-ended = Ihre Sitzung ist beendet. Melden Sie sich erneut an.
staff-done-signed-out = Sie sind abgemeldet.
staff-done-nothing = Nichts wurde geändert: Die E-Mail hat inzwischen einen anderen Status.
staff-page-fault-not_found = Vielleicht ist der Link unvollständig, oder Sie haben keinen Zugang dazu. Beginnen Sie bei den Veranstaltungen.
staff-page-fault-wrong_method = Diese Seite lässt sich nicht direkt öffnen. Beginnen Sie bei den Veranstaltungen.
staff-page-fault-home = Zu den Veranstaltungen
staff-fault-stale = Jemand anderes hat diese Veranstaltung inzwischen geändert. Notieren Sie Ihre Eingaben, öffnen Sie die Veranstaltung erneut und ändern Sie sie dort.

# What needs the reader now
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
staff-to-do-join-link = { $event } hat keinen Link zur Online-Teilnahme. Beginn: { $at }.
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

# A table that somebody brings.
staff-table-file = Oder als Datei
staff-table-file-hint = Eine Arbeitsmappe (.xlsx) oder eine CSV-Datei. Sie ersetzt, was im Feld steht.
