# Les mots du domaine. La partie qui suit le nom de la famille est le code du mot.

language-nl = Néerlandais
language-fr = Français
language-de = Allemand
language-en = Anglais

sector-private = Secteur privé
sector-academic = Secteur académique
sector-public = Secteur public

mode-on_site = Sur place
mode-online = En ligne

format-on_site = Sur place
format-online = En ligne
format-hybrid = Sur place et en ligne

state-pending = Pas encore inscrit
state-awaiting_approval = En attente de réponse
state-confirmed = Inscrit
state-waitlisted = Sur la liste d’attente
state-withdrawn = Désinscrit
state-rejected = Non accepté
state-cancelled = Événement annulé
state-expired = Pas confirmé à temps

event-status-draft = Brouillon
event-status-published = Publié
event-status-called_off = Annulé

tlp-clear = Vous pouvez partager librement ce que vous entendez.
tlp-green = Vous pouvez partager ce que vous entendez au sein de votre communauté professionnelle, mais pas publiquement.
tlp-amber = Vous pouvez partager ce que vous entendez au sein de votre organisation et avec ses clients, uniquement avec les personnes qui doivent le savoir.
tlp-amber_strict = Vous pouvez partager ce que vous entendez uniquement au sein de votre organisation, avec les personnes qui doivent le savoir.
tlp-red = Ce que vous entendez reste entre les participants. Ne le partagez pas.

# Pourquoi une décision a été prise. La personne lit ce texte.
reason-seat_free = Une place était libre.
reason-capacity_full = { $limit ->
    [one] La seule place est prise.
   *[other] Les { $limit } places sont toutes prises.
}
reason-quota_full = { $sector ->
    [private] Le quota de { $limit } places pour le secteur privé est atteint.
    [academic] Le quota de { $limit } places pour le secteur académique est atteint.
   *[public] Le quota de { $limit } places pour le secteur public est atteint.
}
reason-organisation_full = { $limit ->
    [one] Votre organisation a déjà la place à laquelle une organisation a droit.
   *[other] Votre organisation a déjà les { $limit } places auxquelles une organisation a droit.
}
reason-seat_freed = Une place s’est libérée et c’était votre tour.
reason-own_wish = C’était à votre demande.
reason-erased = Vous avez effacé vos données.
reason-not_proven = L’adresse e-mail n’a pas été confirmée à temps.
reason-called_off = L’événement a été annulé.
reason-staff = Les organisateurs ont décidé : « { $text } »
reason-mandate_ended = Le mandat a pris fin le { $day }.
reason-mandate_gone = Il n’y a plus de mandat sur la liste des membres.

# Ce qui s’est passé, pour l’historique de la page personnelle.
cause-registered = Vous avez rempli le formulaire.
cause-repeated = Vous avez rempli le formulaire à nouveau. Rien n’a changé.
cause-repeated_soon = Vous avez rempli le formulaire à nouveau. Rien n’a changé.
cause-proved = Vous avez confirmé votre adresse e-mail.
cause-entered_by_staff = Les organisateurs ont encodé votre inscription.
cause-promoted = Une place s’est libérée pour vous.
cause-withdrew = Vous vous êtes désinscrit.
cause-withdrawn_by_staff = Les organisateurs ont retiré votre inscription.
cause-mandate_ended = Votre mandat sur cette plateforme a pris fin.
cause-switched_mode = Vous avez changé de mode de participation.
cause-corrected = Vous avez corrigé vos données.
cause-event_changed = L’heure ou le lieu de l’événement a changé.
cause-event_called_off = L’événement a été annulé.
cause-proof_lapsed = L’adresse e-mail n’a pas été confirmée à temps.
cause-erased = Vous avez effacé vos données.
cause-reminded = Nous vous avons envoyé un rappel.
cause-told_how_to_join = Nous vous avons envoyé comment participer en ligne.

changed-starts = Début
changed-ends = Fin
changed-venue = Lieu
changed-format = Format
changed-join_link = Lien pour participer en ligne
changed-mode = Mode de participation

proof-source-door = À l’entrée
proof-source-link = Participation en ligne
proof-source-report = Rapport du service de réunion
proof-source-hand = Encodé à la main

role-admin = Administrateur
role-organiser = Organisateur
role-desk = Accueil
role-reporter = Rapporteur

audience-open = Ouvert à tous
audience-approval = Après accord des organisateurs
audience-members = Réservé aux membres

visibility-public = Public
visibility-hidden = Caché

cadence-quarterly = Chaque trimestre
cadence-quarterly_following = Chaque trimestre, après un autre événement
cadence-monthly = Chaque mois
cadence-regular = Régulièrement
cadence-periodic = De temps en temps
cadence-none_set = Aucun rythme fixé

mail-kind-prove_address = Confirmation de l’adresse
mail-kind-registration_confirmed = Inscription confirmée
mail-kind-waitlisted = Liste d’attente
mail-kind-promoted = Place libérée
mail-kind-withdrawn = Désinscription
mail-kind-event_changed = Événement modifié
mail-kind-event_cancelled = Événement annulé
mail-kind-reminder = Rappel
mail-kind-join_details = Participer en ligne

# Where organisers decide
cause-approved = Les organisateurs ont accepté votre demande.
cause-rejected = Les organisateurs n’ont pas accepté votre demande.
mail-kind-registration_received = Demande reçue
mail-kind-rejected = Demande non acceptée

# Rosters
function-csi = Conseiller en sécurité de l’information (CSI)
function-dpo = Délégué à la protection des données (DPO)
function-ciso = CISO
function-it_manager = Responsable informatique
function-representative = Représentant
function-expert = Expert
function-other = Autre fonction

# Invitations
cause-accepted_invitation = Vous avez accepté l’invitation.
mail-kind-invitation = Invitation
mail-kind-invitation_reminder = Rappel de l’invitation
mail-kind-mandate_question = Question sur la validité d’un mandat
invitation-state-pending = Sans réponse
invitation-state-accepted = Acceptée
invitation-state-declined = Déclinée
invitation-state-bounced = Non distribuée
invitation-state-withdrawn = Retirée
invitation-verdict-new = Sera invité
invitation-verdict-again = Sera invité à nouveau
invitation-verdict-invited = Déjà invité
invitation-verdict-declined = A déjà décliné
invitation-verdict-registered = Déjà inscrit
invitation-verdict-refused = Non accepté à cet événement
invitation-verdict-twice = Deux fois dans cette liste
cause-promoted_by_staff = Les organisateurs vous ont donné une place avant d’autres.
cause-put_first = Les organisateurs vous ont mis(e) en tête de la liste d’attente.
cause-announced = Nous vous avons envoyé un message.
mail-kind-announcement = Message des organisateurs
mail-kind-guest_outcome = Réponse sur une personne proposée
cause-told_again = Les organisateurs vous ont renvoyé un e-mail.
