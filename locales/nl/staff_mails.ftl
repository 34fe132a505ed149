# The mail room.

staff-mail = E-mail
staff-mail-status-queued = Te verzenden
staff-mail-status-sent = Verzonden
staff-mail-status-failed = Niet bezorgd
staff-mail-status-aborted = Niet meer nodig
staff-mails-queued = Te verzenden
staff-mails-sent = Verzonden
staff-mails-failed = Niet bezorgd
staff-mails-aborted = Niet meer nodig
staff-attempts = { $n ->
    [one] 1 poging
   *[other] { $n } pogingen
}
staff-retry = Opnieuw proberen
staff-abort = Opgeven
staff-no-mails = Hier zijn geen e-mails.
staff-mails-cut = De nieuwste { $n } worden getoond.
staff-done-retried = De e-mail wordt nu opnieuw geprobeerd.
staff-done-aborted = De e-mail is opgegeven.
