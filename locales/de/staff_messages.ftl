# Staff pages: messages to some people of an event.

staff-messages = Nachrichten
staff-message = Nachricht an diese Personen schreiben
staff-message-choose = Personen in der Liste auswählen
staff-no-messages = An Personen dieser Veranstaltung wurde noch keine Nachricht geschickt.
staff-message-count = { $n ->
    [0] Diese Liste zeigt niemanden, dem Sie schreiben können. Ohne bestätigte Adresse erhält niemand eine Nachricht.
    [one] 1 Person erhält sie: alle, die die Liste zeigt und deren Adresse bestätigt ist. Wer zurückgetreten ist, erhält sie nur, wenn Sie das gewählt haben.
   *[other] { $n } Personen erhalten sie: alle, die die Liste zeigt und deren Adresse bestätigt ist. Wer zurückgetreten ist, erhält sie nur, wenn Sie das gewählt haben.
}
staff-message-confidential = Diese Veranstaltung ist vertraulich, E-Mail ist es nicht: Schreiben Sie nichts, was ihr TLP-Label verbietet.
staff-message-readers = { $n ->
    [one] 1 Person liest diese Sprache.
   *[other] { $n } Personen lesen diese Sprache.
}
staff-message-subject-in = Betreff, Sprache: { $language }
staff-message-text-in = Text, Sprache: { $language }
staff-message-text-hint = Höchstens { $most } Zeichen. Leere Zeilen trennen Absätze; Adressen von Seiten werden zu Links; alles andere bleibt, wie Sie es schreiben. Anrede, Veranstaltung und der Link zur eigenen Seite kommen dazu.
staff-message-check = Ansehen, wer sie erhält und wie sie aussieht
staff-message-checked = Stimmt das?
staff-message-do = { $n ->
    [one] Jetzt an 1 Person senden
   *[other] Jetzt an { $n } Personen senden
}
staff-message-next = Die nächsten Personen ansehen
staff-message-too-many = Höchstens { $most } Personen erhalten eine Nachricht. Grenzen Sie die Liste durch Suche, Status oder Sektor ein.
staff-message-left-out = { $n ->
    [one] 1 Person fiel weg: inzwischen zurückgetreten oder gelöscht
   *[other] { $n } Personen fielen weg: inzwischen zurückgetreten oder gelöscht
}
staff-message-gone = Die Aufbewahrungsfrist des Textes ist vorbei
staff-done-message-sent = { $n ->
    [one] 1 E-Mail ist unterwegs.
   *[other] { $n } E-Mails sind unterwegs.
}
staff-done-message-stopped = { $n ->
    [one] Angehalten. 1 E-Mail wird nicht gesendet.
   *[other] Angehalten. { $n } E-Mails werden nicht gesendet.
}
staff-fault-languages = Jemand liest eine Sprache, in der Betreff oder Text fehlt. Sehen Sie noch einmal nach, wer sie erhält, und füllen Sie jede Sprache aus.
staff-back-to-list = Zurück zur Liste
staff-cause-announced = Nachricht gesendet
staff-deed-announcement_sent = Nachricht gesendet
staff-deed-announcement_stopped = Nachricht angehalten
staff-journal-field-announcement = Nachricht
staff-journal-field-languages = Sprachen
staff-journal-field-filtered = Nur einige
