# Personnes invitées des plateformes réservées aux membres : proposition, objection, admission.

staff-guests = Personnes invitées
staff-guests-what = L’équipe d’organisation propose des personnes à inviter à cet événement, les membres aussi là où la plateforme le permet. Pendant { $n ->
    [one] un jour ouvrable
   *[other] { $n } jours ouvrables
}, toute l’équipe d’organisation de la plateforme peut faire objection ; les jours fériés belges ne comptent pas. Sans objection, la personne est ensuite invitée, à cet événement seulement. Avant cela, elle n’en apprend rien.
staff-guests-none = Personne n’est proposé pour cet événement.
staff-guest-propose = Proposer une personne
staff-guest-propose-what = Sans objection jusqu’au { $last } inclus, la personne reçoit le lendemain une invitation personnelle par e-mail.
staff-guest-propose-do = Proposer
staff-guest-reason = Pourquoi cette personne
staff-guest-reason-hint = Pour l’équipe d’organisation. La personne ne le lit que si elle demande ses propres données.
staff-guest-why = Motif
staff-guest-until = Objections jusqu’au
staff-guest-state-open = Proposition ouverte
staff-guest-state-admitted = Admission
staff-guest-state-refused = Refus
staff-guest-state-lapsed = Sans suite
staff-guest-object = Faire objection
staff-guest-object-what = { $name }, { $organisation }. La personne n’est pas invitée et n’apprend rien de la proposition.
staff-guest-object-do = Faire objection à cette proposition
staff-guest-objection = Motif de l’objection
staff-guest-objection-hint = Il figure dans la liste, pour l’équipe d’organisation. La personne ne le lit que si elle demande ses propres données.
staff-guest-objection-why = Pourquoi
staff-guest-admit = Admettre maintenant
staff-guest-admit-what = { $name }, { $organisation }. La personne reçoit l’invitation immédiatement ; aucune objection n’est plus possible.
staff-guest-admit-do = Admettre et inviter
staff-done-guest-proposed = La proposition est enregistrée.
staff-done-guest-refused = L’objection est enregistrée.
staff-done-guest-admitted = La personne est admise et invitée.
staff-done-objection-days-set = Le délai d’objection est fixé. Les propositions déjà faites gardent leur délai.
staff-fault-guest-proposed = L’équipe d’organisation a déjà proposé cette adresse et rien n’est encore décidé. Consultez la liste.
staff-fault-guest-has-place = Cette adresse est celle d’un membre, ou est déjà invitée ou inscrite. Il n’y a rien à proposer.
staff-fault-guest-elsewhere = Entre-temps, cette adresse est devenue celle d’un membre, ou a été invitée à l’événement ou inscrite par une autre voie, et la proposition ne décide plus de rien. Consultez les membres de la plateforme, et les invitations et les inscriptions de l’événement.
staff-fault-guest-late = Les objections seraient possibles jusqu’au { $last } inclus, et les inscriptions se terminent le { $closes }. Raccourcissez le délai d’objection ou choisissez un événement ultérieur.
staff-fault-guest-decided = Une décision a été prise entre-temps, ou le délai d’objection est écoulé. Consultez la liste.
staff-fault-objection-days = Indiquez un nombre de jours ouvrables de 1 à 30.
staff-objections = Délai d’objection
staff-objection-days = Jours ouvrables pour faire objection
staff-objection-days-hint = Du lundi au vendredi, sans les dix jours fériés belges. Le jour de la proposition ne compte pas.
staff-to-do-guests = { $n ->
    [one] Une personne est proposée : { $event }
   *[other] { $n } personnes sont proposées : { $event }
}
staff-deed-guest_proposed = Personne proposée
staff-deed-guest_admitted = Personne admise
staff-deed-guest_refused = Objection à une proposition
staff-deed-guest_lapsed = Proposition sans suite
staff-deed-guest_erased = Personne proposée effacée
staff-deed-objection_days_set = Délai d’objection modifié
staff-subject-guest = Personne invitée
staff-journal-field-until = Jusqu’à
staff-journal-field-working_days = Jours ouvrables
staff-guest-by = Proposée par
staff-guest-by-staff = Organisation
staff-guest-by-erased = Un membre (données effacées)
staff-guest-state-elsewhere = Déjà membre, invitée ou inscrite
staff-guest-state-taken_back = Retirée
staff-guest-late = Les inscriptions se terminent avant : décidez avant le { $closes }
staff-guest-bar-objected = Une objection a déjà visé cette personne : sans décision, la proposition reste sans suite
staff-guest-bar-no_mandate = Le membre qui a fait la proposition n’a plus de mandat : sans décision, elle reste sans suite
staff-deed-guest_taken_back = Proposition d’une personne à inviter retirée
staff-platform-guests = Personnes invitées
staff-platform-members_propose = Les membres peuvent proposer des personnes à inviter
staff-platform-members_propose-hint = Seulement sur les plateformes réservées aux membres : qui a un mandat et une place à un événement propose des personnes sur sa propre page, { $most } à la fois au plus.
