# The mail room.

staff-mail = E-mail
staff-mail-status-queued = À envoyer
staff-mail-status-sent = Envoyé
staff-mail-status-failed = Non remis
staff-mail-status-aborted = Plus nécessaire
staff-mails-queued = À envoyer
staff-mails-sent = Envoyés
staff-mails-failed = Non remis
staff-mails-aborted = Plus nécessaires
staff-attempts = { $n ->
    [one] { $n } tentative
   *[other] { $n } tentatives
}
staff-retry = Réessayer
staff-abort = Abandonner
staff-no-mails = Il n’y a pas d’e-mail ici.
staff-mails-cut = Les { $n } plus récents sont affichés.
staff-done-retried = L’envoi de l’e-mail va être retenté.
staff-done-aborted = L’envoi de l’e-mail est abandonné.
