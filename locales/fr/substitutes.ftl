# Naming a colleague who takes a seat over: the part of the personal page.
substitute-title = Désigner un remplaçant
substitute-title-asked = Vous avez demandé à un collègue
substitute-what = Vous ne pouvez pas venir ? Un collègue de { $organisation } peut reprendre votre place. Nous lui envoyons un e-mail avec votre nom. Il a sept jours pour répondre, et au plus tard jusqu’au début de l’événement. En attendant, vous gardez votre place.
substitute-what-members = Vous ne pouvez pas venir ? Une personne qui détient elle-même un mandat pour votre organisation ({ $organisation }) peut reprendre votre place. Seule une telle personne reçoit un e-mail avec votre nom, et a sept jours pour répondre, au plus tard jusqu’au début de l’événement. Nous ne disons pas ici qui détient un mandat. En attendant, vous gardez votre place.
substitute-asked = Vous avez demandé à { $name } ({ $email }) de reprendre votre place. Une réponse est possible jusqu’au { $before }. En attendant, la place est à vous.
substitute-asked-members = Vous avez demandé à { $name } ({ $email }) de reprendre votre place. Qui ne détient pas de mandat pour votre organisation ne reçoit pas d’e-mail. Une réponse est possible jusqu’au { $before }. En attendant, la place est à vous.
substitute-take-back = Retirer ma demande
substitute-again = Ou demandez à quelqu’un d’autre
substitute-declined = Le collègue à qui vous avez demandé ne peut pas venir non plus. Vous avez toujours votre place.
substitute-lapsed = Le collègue à qui vous avez demandé n’a pas répondu à temps. Vous avez toujours votre place.
substitute-name = Nom complet de votre collègue
substitute-email = Adresse e-mail professionnelle de votre collègue
substitute-email-why = Une adresse de votre organisation. L’offre n’arrive qu’à cette adresse.
substitute-email-why-members = L’adresse sous laquelle le mandat est enregistré. L’offre n’arrive qu’à cette adresse.
substitute-language = Langue de l’e-mail
substitute-send = Demander à ce collègue
substitute-fault-not_allowed = Sur cette plateforme, vous ne pouvez pas désigner de remplaçant. Répondez à notre e-mail si vous ne pouvez pas venir.
substitute-fault-oneself = C’est votre propre adresse. Indiquez celle d’un collègue.
substitute-fault-other_organisation = Ce n’est pas une adresse de votre organisation. Indiquez une adresse de votre organisation, ou demandez à votre collègue de s’inscrire.
substitute-fault-unknown_organisation = Ici, les organisateurs acceptent chaque participant, et nous ne connaissons pas de domaine e-mail de votre organisation. Demandez à votre collègue de s’inscrire.
substitute-fault-too_often = Vous avez déjà souvent demandé à un collègue. Réessayez demain, ou répondez à notre e-mail.
substitute-fault-over = Cette offre n’est plus valable.
substitute-fault-registered = Ce n’est plus possible.
personal-done-asked = Votre demande est notée. Vous gardez votre place jusqu’à ce que votre collègue la reprenne.
personal-done-taken-back = Votre demande est retirée. Vous avez toujours votre place.
personal-replaced-title = Un collègue a repris votre place

# The page of the offer, for whoever was named.
offer-eyebrow = La place d’un collègue
offer-title = Voulez-vous reprendre cette place ?
offer-lead = { $name } a une place à cet événement, ne peut pas venir et vous désigne comme remplaçant. Vous pouvez répondre jusqu’au { $before }. Vous n’êtes pas encore inscrit.
offer-lead_nobody = Un collègue a une place à cet événement, ne peut pas venir et vous désigne comme remplaçant. Vous pouvez répondre jusqu’au { $before }. Vous n’êtes pas encore inscrit.
offer-form-title = Reprendre la place
offer-fixed = L’organisation et la participation sont celles de la place. L’offre n’est valable que pour cette adresse.
offer-accept = Oui, je reprends la place
offer-decline-title = Vous ne pouvez pas venir non plus ?
offer-decline-text = Votre collègue voit alors que vous ne pouvez pas venir, et garde la place.
offer-decline-send = Non, je ne peux pas venir
offer-back = Retour à l’offre
offer-accepted-title = La place est à vous
offer-accepted = Nous vous avons envoyé un e-mail avec l’invitation pour votre agenda et le lien vers votre inscription.
offer-declined-title = Vous ne venez pas
offer-declined = Merci de votre réponse. Vous n’êtes pas inscrit, et nous effaçons bientôt votre nom et votre adresse. Vous avez changé d’avis ? Demandez à votre collègue de vous désigner à nouveau.
offer-over-title = Cette offre n’est plus valable
offer-over = La place ne vous est plus proposée, ou le délai de réponse est passé. Cette offre ne vous a pas inscrit. Avez-vous une question ? Écrivez à { $contact }.
offer-registered-confirmed-title = Vous avez déjà une place
offer-registered-confirmed = Vous avez vous-même une place à cet événement ; vous ne pouvez donc pas reprendre celle-ci. Dites-le à votre collègue.
offer-registered-rejected-title = Vous ne pouvez pas reprendre cette place
offer-registered-rejected = Les organisateurs ont déjà décidé de votre participation à cet événement. Avez-vous une question ? Écrivez à { $contact }.
offer-registered-cancelled-title = L’événement est annulé
offer-registered-cancelled = Vous ne devez rien faire.
offer-mode-changed = La manière de participer a changé depuis que vous avez ouvert cette page. Vérifiez-la encore une fois.

# The mail that asks.
mail-substitute_offer-subject = Pouvez-vous remplacer un collègue ? { $title }
mail-substitute_offer-heading = Pouvez-vous remplacer un collègue ?
mail-substitute_offer-intro = { $name } a une place à l’événement ci-dessous, ne peut pas venir et vous désigne comme remplaçant. Vous n’êtes pas inscrit.
mail-substitute_offer-intro_nobody = Un collègue a une place à l’événement ci-dessous, ne peut pas venir et vous désigne comme remplaçant. Vous n’êtes pas inscrit.
mail-substitute_offer-how = Voulez-vous reprendre la place ? Ouvrez alors la page ci-dessous, vérifiez vos données et confirmez. Tant que vous ne le faites pas, rien ne change.
mail-substitute_offer-deadline = Vous pouvez répondre jusqu’au { $before }.
mail-substitute_offer-accept = Voir l’offre
mail-substitute_offer-decline = Je ne peux pas venir
mail-substitute_offer-personal = Cette offre n’est valable que pour cette adresse e-mail. Ne transférez donc pas cet e-mail. Vous ne connaissez pas cette personne ? Alors ne faites rien : votre adresse sera effacée.

# Words of the history and of lists.
reason-replaced = Un collègue a repris la place.
reason-stood_in = Un collègue qui ne peut pas venir vous a proposé cette place.
cause-replaced = Le collègue que vous avez désigné a repris votre place.
cause-stood_in = Vous avez repris la place d’un collègue.
mail-kind-substitute_offer = Demande de reprendre une place
