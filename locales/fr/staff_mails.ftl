# The mail room.

staff-mail = E-mail
staff-mail-status-queued = À envoyer
staff-mail-status-sent = Envoyé
staff-mail-status-failed = Non remis
staff-mail-status-aborted = N’est plus envoyé
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
staff-done-retried = L’envoi de l’e-mail va être retenté.
staff-done-aborted = L’envoi de l’e-mail est abandonné.

# Lists, one mail, many at once.
staff-mail-kind = Type d’e-mail
staff-every-kind = Tous les types
staff-every-language = Toutes les langues
staff-mail-words = Mots recherchés
staff-mails-search = Chercher par nom, organisation ou adresse e-mail
staff-mails-oldest = Le plus ancien e-mail qui peut partir maintenant attend depuis le { $at }.
staff-mails-retry-all = { $n ->
    [one] Réessayer cet e-mail
   *[other] Réessayer les { $n }
}
staff-mails-abort-all = { $n ->
    [one] Abandonner cet e-mail
   *[other] Abandonner les { $n }
}
staff-mails-retry-many = Réessayer des e-mails
staff-mails-abort-many = Abandonner des e-mails
staff-mails-retry-what = { $n ->
    [one] Un e-mail va être retenté maintenant. S’il dit une chose qui n’est plus vraie, il reste là.
   *[other] { $n } e-mails vont être retentés maintenant. Ceux qui disent une chose qui n’est plus vraie restent là.
}
staff-mails-abort-what = { $n ->
    [one] Un e-mail ne sera plus envoyé. La personne ne le recevra pas.
   *[other] { $n } e-mails ne seront plus envoyés. Ces personnes ne les recevront pas.
}
staff-mails-retry-do = { $n ->
    [one] Réessayer { $count } e-mail
   *[other] Réessayer { $count } e-mails
}
staff-mails-abort-do = { $n ->
    [one] Abandonner { $count } e-mail
   *[other] Abandonner { $count } e-mails
}
staff-mail-next = Nouvel essai le { $at }
staff-mail-owed = Préparé le
staff-mail-to = À
staff-mail-from = De
staff-mail-date = Date
staff-mail-tries = Essayé
staff-mail-sent = Envoyé le
staff-mail-said = Réponse du serveur
staff-mail-next-try = Prochain essai
staff-mail-until = Au plus tard
staff-mail-overtaken = Cet e-mail ne dit plus ce qu’il en est. Il ne sera plus envoyé.
staff-mail-later = L’e-mail qui dit ce qu’il en est
staff-mail-again = Envoyer encore une fois
staff-mail-again-what = La personne reçoit un nouvel e-mail qui dit où elle en est. Rien ne change dans son agenda.
staff-mail-now = Envoyer ce qu’il en est
staff-mail-now-what = Cet e-mail ne repart pas. La personne en reçoit un nouveau qui dit où elle en est.
staff-mail-says = Ce qu’il dit
staff-mail-blotted = Les liens personnels n’ouvrent rien ici. Dans l’e-mail à la personne, un secret se trouve à la place de ···.
staff-mail-html = Comme la plupart des programmes l’affichent
staff-mail-text = En texte simple
staff-mail-calendar = Pour l’agenda
staff-mail-calendar-method = Fait
staff-mail-calendar-summary = Titre
staff-mail-calendar-dtstart = Début
staff-mail-calendar-dtend = Fin
staff-mail-calendar-location = Lieu
staff-mail-calendar-status = État
staff-mail-calendar-attendee = Participant
staff-mail-calendar-sequence = Numéro d’ordre (SEQUENCE)
staff-mail-calendar-dtstamp = Fait le
staff-mail-calendar-uid = Identifiant (UID)
staff-mail-calendar-word-request = Met l’événement dans l’agenda (REQUEST)
staff-mail-calendar-word-cancel = Retire l’événement de l’agenda (CANCEL)
staff-mail-calendar-word-confirmed = Confirmé
staff-mail-calendar-word-cancelled = Annulé
staff-mail-calendar-word-tentative = Provisoire
staff-mail-source = Source comme fichier (.eml)
staff-mail-source-what = Sans les liens secrets et sans signature. Que vous preniez le fichier est noté au journal.
staff-mail-person = Voir l’inscription
staff-mail-forgotten = Ce qu’il disait est effacé.
staff-mail-previews = Ce que dit chaque e-mail
staff-done-told-again = L’e-mail part maintenant. Vous le voyez ici.
staff-done-on-its-way = Un e-mail qui dit ce qu’il en est est déjà en route.
staff-done-just-now = Un tel e-mail est parti il y a moins de dix minutes. Attendez un peu avant d’en envoyer un autre.
staff-done-nothing-to-tell = Il n’y a plus rien à dire : l’événement est terminé, ou la personne n’a jamais été prévenue.
staff-done-mails-retried = { $n ->
    [one] L’envoi de { $n } e-mail va être retenté.
   *[other] L’envoi de { $n } e-mails va être retenté.
}
staff-done-mails-aborted = { $n ->
    [one] L’envoi de { $n } e-mail est abandonné.
   *[other] L’envoi de { $n } e-mails est abandonné.
}
