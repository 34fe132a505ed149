# Staff pages: answers to many requests at once, and the note for colleagues.

# Answers to many requests at once
staff-every-mode = Alle Arten der Teilnahme
staff-every-sector = Alle Sektoren
staff-choose-person = { $name } auswählen
staff-answers-all = Alle, die diese Liste zeigt und die auf Antwort warten, auch auf den anderen Seiten
staff-accept-many = Annehmen: ansehen, wer was erhält
staff-refuse-many = Nicht annehmen: ansehen, wer gemeint ist
staff-accept-many-done = Angenommen
staff-refuse-many-done = Nicht angenommen
staff-accept-many-do = { $n ->
    [one] 1 Person annehmen
   *[other] { $n } Personen annehmen
}
staff-refuse-many-do = { $n ->
    [one] 1 Person nicht annehmen
   *[other] { $n } Personen nicht annehmen
}
staff-accept-many-what = { $n ->
    [one] 1 Person wird angenommen und erhält eine E-Mail.
   *[other] { $n } Personen werden angenommen, in der Reihenfolge, in der sie ihre Adresse bestätigt haben, und erhalten je eine E-Mail.
} { $seats ->
    [0] Niemand erhält sofort einen Platz.
    [one] 1 erhält einen Platz.
   *[other] { $seats } erhalten einen Platz.
} { $waiting ->
    [0] Niemand muss warten.
    [one] 1 kommt auf die Warteliste.
   *[other] { $waiting } kommen auf die Warteliste.
} Sie können danach noch jemanden auf der eigenen Seite ablehnen.
staff-refuse-many-what = { $n ->
    [one] 1 Person wird nicht angenommen und erhält eine E-Mail mit Ihrem Grund.
   *[other] { $n } Personen werden nicht angenommen und erhalten eine E-Mail mit Ihrem Grund in ihrer Sprache.
} Sie können sie doch noch annehmen, auf ihrer Seite oder in der Liste.
staff-reason-in = Grund, Sprache: { $language }
staff-reason-in-hint = Eine Zeile, höchstens 200 Zeichen. Die Personen lesen das in der E-Mail und auf ihrer Seite, so, wie Sie es schreiben.
staff-answers-nobody = Es ist niemand ausgewählt, der diese Antwort erhalten kann. Wählen Sie Personen in der Liste aus oder alle, die sie zeigt.
staff-answers-too-many = Höchstens { $most } Personen erhalten auf einmal eine Antwort. Grenzen Sie die Liste durch Suche oder Sektor ein, oder wählen Sie weniger aus.
staff-answers-who = Wer diese Antwort erhält
staff-answers-gets = Erhält
staff-answers-left-out = { $n ->
    [one] 1 Person erhält keine Antwort
   *[other] { $n } Personen erhalten keine Antwort
}
staff-answers-left-alone = { $n ->
    [one] Für 1 Person wurde nichts geändert
   *[other] Für { $n } Personen wurde nichts geändert
}
staff-outlook-seat = Einen Platz.
staff-outlook-refused = Wird nicht angenommen.
staff-left-state = Nichts zu beantworten: { $state }.
staff-left-erased = Die Daten wurden gelöscht.
staff-left-shut = Das Mandat auf dieser Plattform ist beendet.
staff-left-no-seat = Der gezeigte Platz ist inzwischen vergeben.
staff-left-changed = Geändert, seit Sie nachgesehen haben. Sehen Sie noch einmal nach, bevor Sie antworten.
staff-done-accept-many = { $n ->
    [one] 1 Person ist angenommen und erhält eine E-Mail.
   *[other] { $n } Personen sind angenommen und erhalten je eine E-Mail.
}
staff-done-refuse-many = { $n ->
    [one] 1 Person ist nicht angenommen und erhält eine E-Mail mit Ihrem Grund.
   *[other] { $n } Personen sind nicht angenommen und erhalten eine E-Mail mit Ihrem Grund.
}

# The note for colleagues
staff-note = Notiz für Kollegen
staff-note-about = Notiz für Kollegen
staff-note-write = Notiz für Kollegen schreiben
staff-note-edit = Notiz ändern
staff-note-save = Notiz speichern
staff-note-hint = Höchstens { $most } Zeichen; leer gelassen verschwindet die Notiz. Das Personal dieser Plattform liest sie. Sie steht in keiner E-Mail, betrifft aber eine Person: Diese kann verlangen, sie zu lesen, und findet sie in der Datei mit ihren Daten. Sie verschwindet mit diesen Daten.
staff-fault-note-long = Die Notiz hat { $n } Zeichen; { $most } sind möglich. Kürzen Sie sie.
staff-fault-note-stale = Jemand anderes hat die Notiz inzwischen geändert. Hier stehen diese Worte und darunter Ihre: Behalten Sie, was stimmt, und speichern Sie erneut.
staff-done-noted = Die Notiz ist gespeichert.
staff-deed-registration_noted = Notiz für Kollegen
staff-journal-field-note = Notiz

# Before the others
staff-cause-promoted-by-staff = Platz vor den anderen erhalten
staff-cause-put-first = An die Spitze der Warteliste gesetzt
staff-promote = Den anderen vorziehen
staff-promote-first-what = { $name } ist Nummer { $place } auf der Warteliste und wird Nummer 1: Der nächste Platz, der für diese Person frei ist, gehört ihr. Wer übergangen wird, behält die Reihenfolge.
staff-promote-seat-what = { $name } ist Nummer { $place } auf der Warteliste. Jetzt ist ein Platz frei: Die Person erhält ihn vor den anderen, mit einer E-Mail und Ihrem Grund.
staff-promote-reason-hint = 2 bis 300 Zeichen. Der Grund bleibt im Verlauf; die Person liest ihn auf ihrer Seite und, wenn sie einen Platz erhält, in der E-Mail: Schreiben Sie in ihrer Sprache.
staff-promote-short = Sagen Sie in 2 bis 300 Zeichen, warum.
staff-promote-no-seat = Für diese Person ist kein Platz mehr da.
staff-promote-first-do = An die Spitze setzen
staff-promote-seat-do = Den Platz geben
staff-done-promoted = Die Person hat einen Platz und erhält eine E-Mail mit Ihrem Grund.
staff-done-put-first = Die Person steht an der Spitze. Der nächste Platz, der für sie frei ist, gehört ihr.
staff-deed-registration_promoted = Den anderen vorgezogen
staff-journal-field-place = Platz in der Reihe

# The list as a file
staff-export-workbook = Als Arbeitsmappe (XLSX)
