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
staff-done-retried = Die E-Mail wird jetzt erneut versucht.
staff-done-aborted = Die E-Mail ist aufgegeben.
