# The mail room.

staff-mail = E-Mail
staff-mail-status-queued = Wartet auf Versand
staff-mail-status-sent = Verschickt
staff-mail-status-failed = Nicht zugestellt
staff-mail-status-aborted = Wird nicht mehr gesendet
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
staff-done-retried = Die E-Mail wird jetzt erneut versucht.
staff-done-aborted = Die E-Mail ist aufgegeben.

# Lists, one mail, many at once.
staff-mail-kind = Art der E-Mail
staff-every-kind = Jede Art
staff-every-language = Jede Sprache
staff-mail-words = Suchwörter
staff-mails-search = Suche nach Name, Organisation oder E-Mail-Adresse
staff-mails-oldest = Die älteste E-Mail, die jetzt hinauskann, wartet seit { $at }.
staff-mails-retry-all = { $n ->
    [one] Diese E-Mail erneut versuchen
   *[other] Alle { $n } erneut versuchen
}
staff-mails-abort-all = { $n ->
    [one] Diese E-Mail aufgeben
   *[other] Alle { $n } aufgeben
}
staff-mails-retry-many = E-Mails erneut versuchen
staff-mails-abort-many = E-Mails aufgeben
staff-mails-retry-what = { $n ->
    [one] Eine E-Mail wird jetzt erneut versucht. Sagt sie etwas, das nicht mehr stimmt, bleibt sie liegen.
   *[other] { $n } E-Mails werden jetzt erneut versucht. Was nicht mehr stimmt, bleibt liegen.
}
staff-mails-abort-what = { $n ->
    [one] Eine E-Mail wird nicht mehr verschickt. Die Person bekommt sie nicht.
   *[other] { $n } E-Mails werden nicht mehr verschickt. Diese Personen bekommen sie nicht.
}
staff-mails-retry-do = { $n ->
    [one] Eine E-Mail erneut versuchen
   *[other] { $count } E-Mails erneut versuchen
}
staff-mails-abort-do = { $n ->
    [one] Eine E-Mail aufgeben
   *[other] { $count } E-Mails aufgeben
}
staff-mail-next = Wieder am { $at }
staff-mail-owed = Bereitgestellt am
staff-mail-to = An
staff-mail-from = Von
staff-mail-date = Datum
staff-mail-tries = Versucht
staff-mail-sent = Verschickt am
staff-mail-said = Antwort des Mailservers
staff-mail-next-try = Nächster Versuch
staff-mail-until = Spätestens
staff-mail-overtaken = Diese E-Mail sagt nicht mehr, wie es steht. Sie wird nicht mehr verschickt.
staff-mail-later = Die E-Mail, die sagt, wie es jetzt steht
staff-mail-again = Noch einmal verschicken
staff-mail-again-what = Die Person bekommt eine neue E-Mail, die sagt, wie es jetzt steht. Im Kalender ändert sich nichts.
staff-mail-now = Verschicken, wie es jetzt steht
staff-mail-now-what = Diese E-Mail selbst geht nicht noch einmal hinaus. Die Person bekommt eine neue, die sagt, wie es jetzt steht.
staff-mail-says = Was darin steht
staff-mail-blotted = Die persönlichen Links öffnen hier nichts. In der E-Mail an die Person steht anstelle von ··· ein Geheimnis.
staff-mail-html = Wie die meisten Programme sie zeigen
staff-mail-text = Als reiner Text
staff-mail-calendar = Für den Kalender
staff-mail-calendar-method = Bewirkt
staff-mail-calendar-summary = Titel
staff-mail-calendar-dtstart = Beginn
staff-mail-calendar-dtend = Ende
staff-mail-calendar-location = Ort
staff-mail-calendar-status = Stand
staff-mail-calendar-attendee = Teilnehmer
staff-mail-calendar-sequence = Laufende Nummer (SEQUENCE)
staff-mail-calendar-dtstamp = Gemacht am
staff-mail-calendar-uid = Kennung (UID)
staff-mail-calendar-word-request = Trägt die Veranstaltung in den Kalender ein (REQUEST)
staff-mail-calendar-word-cancel = Nimmt die Veranstaltung aus dem Kalender (CANCEL)
staff-mail-calendar-word-confirmed = Fest
staff-mail-calendar-word-cancelled = Abgesagt
staff-mail-calendar-word-tentative = Vorläufig
staff-mail-source = Quelltext als Datei (.eml)
staff-mail-source-what = Ohne die geheimen Links und ohne Signatur. Dass Sie die Datei nehmen, steht im Journal.
staff-mail-person = Zur Anmeldung
staff-mail-forgotten = Was darin stand, ist gelöscht.
staff-mail-previews = Was jede E-Mail sagt
staff-done-told-again = Die E-Mail wird jetzt verschickt. Sie sehen sie hier.
staff-done-on-its-way = Eine E-Mail, die sagt, wie es jetzt steht, ist schon unterwegs.
staff-done-just-now = Vor weniger als zehn Minuten ging eine solche E-Mail hinaus. Warten Sie etwas, bevor Sie noch eine verschicken.
staff-done-nothing-to-tell = Es gibt nichts mehr zu sagen: die Veranstaltung ist vorbei, oder die Person bekam nie Nachricht.
staff-done-mails-retried = { $n ->
    [one] Eine E-Mail wird jetzt erneut versucht.
   *[other] { $n } E-Mails werden jetzt erneut versucht.
}
staff-done-mails-aborted = { $n ->
    [one] Eine E-Mail ist aufgegeben.
   *[other] { $n } E-Mails sind aufgegeben.
}
