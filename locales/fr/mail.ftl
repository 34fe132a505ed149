# Textes des e-mails : un groupe par genre, `mail-<genre>-…`. L’objet et le titre disent d’emblée ce qu’il en est.

# Ce qui figure dans plusieurs e-mails.
mail-common-greeting = Bonjour { $name },
mail-common-greeting_nobody = Bonjour,
mail-common-when = Quand :
mail-common-where = Où :
mail-common-how = Comment :
mail-common-was = Avant :
mail-common-now = Maintenant :
mail-common-nothing = non précisé
mail-common-on_page = voir votre inscription
mail-common-join = Pour participer en ligne :
mail-common-join_label = Participer en ligne
mail-common-join_on_page = Vous trouverez le lien pour participer en ligne sur la page de votre inscription.
mail-common-agenda = Programme
mail-common-page = Voir votre inscription
mail-common-event_page = Voir la page de l’événement
mail-common-manage = Vous voulez modifier quelque chose ou vous désinscrire ? Utilisez le lien dans notre e-mail.
mail-common-neutral_title = Réunion confidentielle
mail-common-neutral_description = Cette réunion est confidentielle. Vous trouverez son contenu sur la page de votre inscription ; le lien figure dans notre e-mail.
mail-common-calendar_request = Une invitation pour votre agenda est jointe à cet e-mail. Vous ne voyez pas l’événement dans votre agenda ? Ouvrez alors le fichier invite.ics.
mail-common-calendar_answers = Refuser dans votre agenda ne vous désinscrit pas.
mail-common-calendar_cancel = Cet e-mail retire l’événement de votre agenda. Il y figure encore ? Supprimez-le alors vous-même.
mail-common-cannot_come = Vous ne pouvez pas participer ? Désinscrivez-vous. Votre place ira ainsi à quelqu’un d’autre.
mail-common-pass = À l’entrée, présentez le code de votre page personnelle, ou donnez ces douze caractères :
mail-common-secret = Le lien vers votre inscription est personnel : toute personne qui le possède peut modifier votre inscription. Ne transférez donc pas cet e-mail.
mail-common-why = Le { site-owner } vous envoie cet e-mail parce que cette adresse a été indiquée pour cet événement.
mail-common-questions = Vous avez une question ? Répondez à cet e-mail.
mail-common-privacy = Comment nous traitons vos données

# Confirmer l’adresse ; à quelqu’un dont nous ne savons pas encore si l’adresse est la bonne.
mail-prove_address-subject = Confirmez votre adresse e-mail : { $title }
mail-prove_address-heading = Confirmez votre adresse e-mail
mail-prove_address-intro = Quelqu’un, sans doute vous-même, a indiqué cette adresse e-mail pour s’inscrire à cet événement. Votre inscription n’est pas encore faite.
mail-prove_address-action = Ouvrez la page ci-dessous et cliquez sur le bouton. Vous verrez tout de suite si vous avez une place ou si vous êtes sur la liste d’attente.
mail-prove_address-button = Confirmer mon adresse
mail-prove_address-deadline = Faites-le avant le { $before }. Ensuite, la demande n’est plus valable.
mail-prove_address-not_you = Ce n’était pas vous ? Alors vous n’avez rien à faire : sans confirmation, il n’y a pas d’inscription.

# Il y a une place ; avec l’invitation.
mail-registration_confirmed-subject = Vous avez une place : { $title }
mail-registration_confirmed-heading = Vous avez une place
mail-registration_confirmed-intro = Votre inscription est en ordre. Nous vous attendons.

# Sur la liste d’attente ; sans invitation.
mail-waitlisted-subject = { $place ->
    [0] Vous êtes sur la liste d’attente : { $title }
   *[other] Vous êtes en position { $place } sur la liste d’attente : { $title }
}
mail-waitlisted-heading = { $place ->
    [0] Vous êtes sur la liste d’attente
   *[other] Vous êtes en position { $place } sur la liste d’attente
}
mail-waitlisted-intro = Vous n’avez pas encore de place.
mail-waitlisted-next = Si une place se libère pour vous, vous la recevez automatiquement. C’est possible jusqu’au début de l’événement. Nous vous envoyons alors un e-mail avec une invitation pour votre agenda. Vous n’avez rien à faire.
mail-waitlisted-leave = Vous ne voulez plus participer ? Désinscrivez-vous. Les personnes suivantes avanceront ainsi d’une place.

# Une place s’est libérée ; avec l’invitation.
mail-promoted-subject = Vous avez maintenant une place : { $title }
mail-promoted-heading = Vous avez maintenant une place
mail-promoted-intro = Vous étiez sur la liste d’attente. Une place s’est libérée et elle est pour vous. Vous n’avez rien à confirmer.

# Désinscription.
mail-withdrawn-subject = Votre inscription est annulée : { $title }
mail-withdrawn-heading = Votre inscription est annulée
mail-withdrawn-intro = Votre inscription à cet événement a pris fin.
mail-withdrawn-again = Vous voulez quand même participer ? Tant que les inscriptions sont ouvertes, vous pouvez vous réinscrire.
mail-withdrawn-mandate = Seuls les titulaires d’un mandat et leurs invités participent à cette plateforme. Votre mandat a été renouvelé, ou il s’agit d’une erreur ? Votre page indique à qui vous adresser.
mail-withdrawn-page = Votre page

# L’heure, le lieu ou la façon de participer a changé.
mail-event_changed-subject = Modifié : { $title }
mail-event_changed-heading = L’événement a été modifié
mail-event_changed-intro = Voici ce qui a changé :
mail-event_changed-own_heading = { $mode ->
    [online] Vous participez maintenant en ligne
   *[on_site] Vous participez maintenant sur place
}
mail-event_changed-own_subject = { $mode ->
    [online] Vous participez maintenant en ligne : { $title }
   *[on_site] Vous participez maintenant sur place : { $title }
}
mail-event_changed-own_intro = Vous avez choisi de participer autrement. Voici ce qui a changé :
mail-event_changed-seat = Vous gardez votre place.
mail-event_changed-waiting = Vous restez en position { $place } sur la liste d’attente.

# L’événement est annulé.
mail-event_cancelled-subject = Annulé : { $title }
mail-event_cancelled-heading = Cet événement n’aura pas lieu
mail-event_cancelled-intro = Nous sommes désolés : l’événement ci-dessous est annulé.
mail-event_cancelled-nothing_to_do = Votre inscription est annulée automatiquement. Vous n’avez rien à faire.

# Peu avant l’événement.
mail-reminder-subject = Rappel pour le { $day } : { $title }
mail-reminder-heading = Rappel : { $day }
mail-reminder-intro = Vous avez une place à cet événement. Nous vous attendons.
mail-join_details-subject = Pour participer en ligne : { $title }
mail-join_details-heading = L’événement commence bientôt
mail-join_details-intro = Vous avez une place pour participer en ligne à cet événement.

# Where organisers decide
mail-prove_address-ask = Ouvrez la page ci-dessous et appuyez sur le bouton. Les organisateurs examinent alors votre demande et répondent par e-mail.

mail-registration_received-subject = Nous avons reçu votre demande : { $title }
mail-registration_received-heading = Nous avons reçu votre demande
mail-registration_received-intro = Vous n’avez pas encore de place : les organisateurs examinent d’abord votre demande.
mail-registration_received-next = Ils répondent par e-mail. Vous n’avez rien à faire pour le moment.
mail-registration_received-leave = Vous ne voulez plus participer ? Retirez alors votre demande.

mail-rejected-subject = Votre demande n’a pas été acceptée : { $title }
mail-rejected-heading = Votre demande n’a pas été acceptée
mail-rejected-intro = Vous ne pouvez pas participer à cet événement.

# A personal invitation, and the same once more for those who did not answer
mail-invitation-subject = Invitation : { $title }
mail-invitation-heading = Vous êtes invité(e)
mail-invitation-intro = Nous serions heureux de vous accueillir à l’événement ci-dessous. Vous n’êtes pas encore inscrit(e).
mail-invitation-how = Ouvrez la page ci-dessous, vérifiez vos données et confirmez. Les places sont attribuées dans l’ordre des confirmations.
mail-invitation-deadline = Vous pouvez répondre jusqu’au { $before }.
mail-invitation-accept = Accepter l’invitation
mail-invitation-decline = Je ne peux pas venir
mail-invitation-personal = Cette invitation est personnelle : elle n’est valable que pour cette adresse e-mail. Merci donc de ne pas transférer cet e-mail.
mail-invitation_reminder-subject = Serez-vous des nôtres ? { $title }
mail-invitation_reminder-heading = Serez-vous des nôtres ?
mail-invitation_reminder-intro = Nous vous avons invité(e) à l’événement ci-dessous et n’avons pas encore reçu votre réponse.

# announcement
mail-announcement-about = Ce message concerne :
