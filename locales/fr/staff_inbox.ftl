# What came in by mail, for staff.
staff-cause-declined-in-calendar = A décliné dans l’agenda
staff-cause-asked-to-confirm = Personne interrogée sur son désistement
staff-cause-sent-again = Invitation renvoyée à la demande de l’agenda
staff-cause-returned = Participe à nouveau
staff-reason-calendar-declined = L’agenda a répondu que la personne ne vient pas.
staff-inbound-kind-answer = Réponse d’un agenda
staff-inbound-kind-counter = Proposition d’un autre moment
staff-inbound-kind-refresh = Demande de renvoi de l’invitation
staff-inbound-kind-bounce = E-mail revenu
staff-inbound-kind-complaint = Plainte au sujet d’un e-mail
staff-inbound-kind-auto-reply = Réponse automatique
staff-inbound-kind-unsubscribe = Désinscription des messages
staff-inbound-kind-other-calendar = Invitation de quelqu’un d’autre
staff-inbound-kind-human = Message
staff-inbound-kind-own = Notre propre e-mail, revenu
staff-inbound-kind-loop = E-mail qui tourne en rond
staff-inbound-kind-unreadable = E-mail illisible
staff-inbound-outcome-recorded = La réponse est notée.
staff-inbound-outcome-withdrew = L’inscription est retirée ; la place revient au suivant sur la liste d’attente.
staff-inbound-outcome-asked = La personne a été interrogée par e-mail.
staff-inbound-outcome-asked-before = La personne avait déjà été interrogée.
staff-inbound-outcome-sent-again = L’invitation a été renvoyée.
staff-inbound-outcome-sent-before = L’invitation avait été envoyée peu avant et n’a pas été renvoyée.
staff-inbound-outcome-old-invitation = La réponse portait sur une invitation antérieure et ne compte pas.
staff-inbound-outcome-overtaken = Une réponse plus récente comptait déjà.
staff-inbound-outcome-repeated = La même réponse comptait déjà.
staff-inbound-outcome-came-before = Le même e-mail était déjà arrivé.
staff-inbound-outcome-unknown = L’e-mail ne correspond à rien que nous conservions encore. Rien n’a été fait.
staff-inbound-outcome-stranger = L’e-mail parle pour une autre adresse que celle inscrite. Rien n’a été fait.
staff-inbound-outcome-doubtful = L’adresse et l’agenda désignent des inscriptions différentes. Rien n’a été fait.
staff-inbound-outcome-no-seat = La personne n’a pas de place à un événement encore à venir. Rien n’a été fait.
staff-inbound-outcome-no-series = La réponse porte sur une réunion d’une série et ne compte pas.
staff-inbound-outcome-no-answer = L’e-mail ne contient pas de réponse.
staff-inbound-outcome-too-late = L’événement avait commencé, ou la personne était déjà présente. La réponse est notée, la place reste.
staff-inbound-outcome-for-person = Quelqu’un doit regarder ceci.
staff-inbound-outcome-kept = Conservé. Rien n’a été fait.
staff-inbound-outcome-dropped = Non examiné davantage.
staff-inbound-outcome-suppressed = Les e-mails à cette adresse sont arrêtés ; après une plainte, seulement les messages et invitations.
staff-inbound-outcome-counted = L’échec est compté. Des e-mails sont encore envoyés.
staff-inbound-outcome-our-fault = La cause est chez nous : vérifiez l’expéditeur, le contenu et les réglages.
staff-inbound-outcome-not-ours = L’e-mail ne concerne aucun de nos e-mails. Rien n’a été fait.
staff-inbound-outcome-unsubscribed = La personne ne reçoit plus de messages ni d’invitations de cette plateforme.
staff-inbound-outcome-given-up = La lecture a échoué trois fois. L’e-mail est conservé.
staff-inbound-outcome-probe = Cet e-mail a été demandé pour voir si les e-mails nous parviennent. C’est le cas.

# The inbox.
staff-nav-inbox = Réception
staff-inbox-open = à traiter
staff-inbox-open-tab = À traiter
staff-inbox-all-tab = Tout ce qui est arrivé
staff-inbox-todo = À traiter
staff-inbox-done-state = Traité
staff-inbox-none = Il n’y a pas d’e-mails ici.
staff-inbox-what = De quoi il s’agit
staff-inbox-came = Arrivé le
staff-inbox-came-in = Arrivé :
staff-inbox-to = À
staff-inbox-subject = Objet
staff-inbox-outcome = Ce qui a été fait
staff-inbox-nobody = Expéditeur non mentionné
staff-inbox-unread = Pas encore lu
staff-inbox-vouched = L’expéditeur est-il vérifié ?
staff-inbox-done = Marquer comme traité
staff-inbox-done-by = Traité
staff-inbox-done-by-whom = { $who }, { $at }
staff-inbox-proposed = Moment proposé
staff-inbox-proposed-what = L’événement reste tel quel tant que vous ne le déplacez pas.
staff-inbox-person = L’inscription concernée
staff-inbox-no-person = Il ne concerne aucune inscription conservée.
staff-inbox-our-mail = Notre e-mail concerné
staff-inbox-outside = Quelqu’un de l’extérieur a écrit ceci. Personne n’en a vérifié le contenu.
staff-inbox-no-words = L’e-mail ne contient pas de texte lisible.
staff-inbox-attachments = Fichiers joints
staff-inbox-reply = Répondre par e-mail
staff-inbox-reply-what = Ceci ouvre votre propre programme de messagerie. Ce que vous y écrivez n’est pas conservé ici.
staff-inbox-source-what = Le fichier contient l’e-mail tel qu’il est arrivé. Ne l’ouvrez qu’avec un programme auquel vous confiez les e-mails d’inconnus. Le journal note que vous prenez le fichier.
staff-done-inbox-done = L’e-mail est marqué comme traité.
staff-to-do-inbox = { $n ->
    [one] Un e-mail arrivé attend quelqu’un
   *[other] { $n } e-mails arrivés attendent quelqu’un
}

# Who vouched for the sender of an answer.
staff-vouched-dkim = Oui : signé par { $domain } (DKIM)
staff-vouched-dmarc = Oui : notre serveur de messagerie a vérifié { $domain } (DMARC)
staff-vouched-spf = Oui : envoyé par un serveur de { $domain } (SPF)
staff-vouched-no-not-one-sender = Non : l’e-mail ne nomme pas exactement un expéditeur.
staff-vouched-no-field-twice = Non : un champ d’en-tête qui ne peut figurer qu’une fois y figure deux fois.
staff-vouched-no-malformed = Non : l’en-tête n’est pas écrit comme il faut.
staff-vouched-no-somebody-else = Non : l’expéditeur n’est pas l’adresse inscrite.
staff-vouched-no-unsigned = Non : l’e-mail ne porte pas de signature.
staff-vouched-no-not-aligned = Non : il est signé, mais pas par le domaine de l’expéditeur.
staff-vouched-no-incomplete = Non : la signature omet des parties qui comptent.
staff-vouched-no-expired = Non : la signature a expiré.
staff-vouched-no-no-key = Non : la clé de la signature n’est pas publiée.
staff-vouched-no-no-answer = Non : les serveurs de noms n’ont pas répondu.
staff-vouched-no-broken = Non : la signature ne correspond pas à l’e-mail.

# What a calendar answered.
staff-rsvp = Réponse de l’agenda
staff-rsvp-needs-action = Pas de réponse
staff-rsvp-accepted = Accepté
staff-rsvp-tentative = Peut-être
staff-rsvp-declined = Décliné
staff-rsvp-verified = { $answer } ({ $at }, expéditeur vérifié)
staff-rsvp-unverified = { $answer } ({ $at }, expéditeur non vérifié)
staff-rsvp-every = Toutes les réponses
staff-rsvp-title = Réponses des agendas
staff-rsvp-asked = Pas de réponse, question posée par e-mail

# An address to which mail fails.
staff-address-fails = Les e-mails n’arrivent pas à cette adresse
staff-address-hard = Les e-mails à cette adresse reviennent définitivement depuis { $at } ({ $code }). Elle n’en reçoit plus.
staff-address-soft = { $n ->
    [one] Un e-mail est revenu, le { $at } ({ $code }). Des e-mails sont encore envoyés.
   *[other] { $n } e-mails sont revenus, le dernier le { $at } ({ $code }). Des e-mails sont encore envoyés.
}
staff-address-complaint = Le { $at }, son propriétaire a signalé un de nos e-mails comme indésirable. L’adresse ne reçoit plus de messages ni d’invitations.
staff-address-again = Utiliser à nouveau cette adresse
staff-address-again-what = Des e-mails partent à nouveau vers cette adresse, de toutes les plateformes. Ceux qui n’ont pas été envoyés restent parmi les e-mails : réessayez-les là.
staff-address-reason-hint = Une ligne, 200 caractères au plus. La raison figure dans le journal, conservé durablement : ne nommez personne.
staff-done-address-lifted = Des e-mails partent à nouveau vers cette adresse. Ceux qui n’ont pas été envoyés restent parmi les e-mails : réessayez-les là.
staff-journal-field-address = Adresse
staff-journal-field-code = Code
staff-journal-field-inbound = E-mail entrant
staff-journal-field-outcome = Ce qui a été fait
