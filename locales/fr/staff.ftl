# Texts of the staff pages: keys start with `staff-`.

staff-area = Espace organisateurs
staff-nav = Rubriques
staff-nav-events = Événements
staff-nav-figures = Chiffres
staff-nav-mails = E-mails
staff-crumbs = Vous êtes ici
staff-sign-in = Se connecter
staff-sign-out = Se déconnecter
staff-email = Adresse e-mail
staff-password = Mot de passe
staff-forgot = Mot de passe oublié ? Demandez à l’administrateur.

# Words used on several pages.
staff-event = Événement
staff-when = Quand
staff-status = Statut
staff-seats = Places
staff-mode = Participation
staff-name = Nom
staff-organisation = Organisation
staff-sector = Secteur
staff-language = Langue
staff-platform = Plateforme
staff-edition = Trimestre
staff-reference = Référence
staff-presence = Présence
staff-present = Présence enregistrée
staff-not-present = Présence non enregistrée
staff-erased = Effacé à la demande de la personne
staff-action = Que faire
staff-all = Tous
staff-choose = Choisir
staff-why = Pourquoi
staff-reason = Motif
staff-save = Enregistrer
staff-back = Retour sans enregistrer
staff-show = Afficher
staff-total = Total
staff-label-value = { $label } : { $value }
staff-given-of = { $n ->
    [one] { $given } place prise sur { $capacity }
   *[other] { $given } places prises sur { $capacity }
}
staff-given-n = { $n ->
    [one] { $n } place prise
   *[other] { $n } places prises
}
staff-search = Rechercher par nom, organisation, adresse e-mail ou référence
staff-search-go = Rechercher
staff-nobody = Aucune personne trouvée.
staff-first-page = Première page
staff-next-page = Page suivante

# The list of events.
staff-new-event = Nouvel événement
staff-upcoming = À venir
staff-past = Passés
staff-no-upcoming = Il n’y a pas d’événement à venir.
staff-no-past = Il n’y a pas d’événement passé.
staff-more-past = Afficher tous les événements passés
staff-n-waiting = { $n ->
    [one] { $n } personne en attente
   *[other] { $n } personnes en attente
}

# One event.
staff-facts = Date et lieu
staff-given = Attribuées
staff-capacity = Nombre de places
staff-left = Libres
staff-waiting = En attente
staff-count-pending = Pas encore inscrits
staff-count-awaiting_approval = En attente de réponse
staff-count-confirmed = Inscrits
staff-count-waitlisted = Sur la liste d’attente
staff-count-withdrawn = Désinscrits
staff-count-rejected = Non acceptés
staff-count-cancelled = Événement annulé
staff-count-expired = Pas confirmés à temps
staff-count-present = Présents
staff-unlimited = Illimité
staff-organisation-max = { $n ->
    [one] { $n } place au plus par organisation
   *[other] { $n } places au plus par organisation
}
staff-release = Les quotas non utilisés s’ouvrent à tous les secteurs à partir du { $at }.
staff-format = Format
staff-venue = Lieu
staff-join-link = Lien de participation en ligne
staff-opens = Ouverture des inscriptions
staff-closes = Clôture des inscriptions
staff-call-off-reason = Motif de l’annulation
staff-change = Modifier
staff-check-in = Enregistrer les présences
staff-registrations = Inscriptions
staff-public-page = Page publique
staff-is-draft = Cet événement est un brouillon : personne à l’extérieur ne le voit
staff-gaps = Avant de le publier, complétez :
staff-publish-what = Tout est prêt dans les quatre langues. Une fois publié, l’événement est visible et ouvert aux inscriptions.
staff-publish = Publier
staff-gap-in = { $what } : à compléter en { $language ->
    [nl] néerlandais
    [fr] français
    [de] allemand
   *[en] anglais
}
staff-gap-all = { $what } : manquant ou incorrect
staff-gap-title = Titre
staff-gap-summary = Résumé
staff-gap-venue = Lieu
staff-gap-agenda = Programme
staff-gap-capacity = Places en salle
staff-gap-join-link = Lien de participation en ligne
staff-gap-schedule = Horaire

# Forms of an event.
staff-edit-texts = Modifier les textes
staff-edit-texts-what = Les modifications de texte sont visibles tout de suite. Personne n’en est averti par e-mail.
staff-new-event-what = L’événement commence comme brouillon. Il faut tout de suite l’adresse web, le début, la fin et la clôture des inscriptions ; tout le reste peut rester vide jusqu’à la publication.
staff-which-event = Quel événement
staff-slug = Adresse web
staff-slug-hint = 2 à 60 minuscules, chiffres et tirets, comme qctr-2026-q4. Elle ne change jamais.
staff-edition-hint = Le trimestre concerné, comme 2026-Q4.
staff-follows = Fait suite à
staff-follows-none = Aucun événement
staff-create = Créer le brouillon
staff-title = Titre
staff-in-language = { $what } ({ $language })
staff-summary = Résumé
staff-summary-hint = Des paragraphes, séparés par une ligne vide ; 4 000 caractères au plus.
staff-tlp = Traffic Light Protocol
staff-tlp-label = Jusqu’où le contenu peut circuler
staff-agenda-item = Programme, point { $n }
staff-agenda-hint = Un point vidé est supprimé. Enregistrez pour obtenir d’autres points vides.
staff-agenda-at = À partir de
staff-agenda-speaker = Intervenant (facultatif)
staff-reschedule = Modifier la date ou le lieu
staff-reschedule-what = { $n ->
    [0] Personne ne doit encore être averti.
    [one] { $n } personne recevra un e-mail décrivant le changement, et son agenda suivra.
   *[other] { $n } personnes recevront un e-mail décrivant le changement, et leurs agendas suivront. Qui ne lit aucune différence dans sa langue ne reçoit pas d’e-mail.
} Les heures du programme ne suivent pas : adaptez-les sous « Modifier les textes ».
staff-reschedule-do = { $n ->
    [0] Enregistrer
    [one] Enregistrer et avertir { $n } personne
   *[other] Enregistrer et avertir { $n } personnes
}
staff-time = Horaire
staff-time-hint = Heure de Bruxelles.
staff-now = Actuellement : { $at }
staff-starts = Début
staff-ends = Fin
staff-opens-hint = Vide : dès la publication.
staff-way = Mode de participation
staff-join-link-hint = Commence par https://. Seules les personnes ayant une place en ligne le voient.
staff-venue-hint = Nom et adresse sur une ligne. Vide pour un événement uniquement en ligne.
staff-change-seats = Modifier les places
staff-change-seats-what = Personne ne perd sa place. Dès qu’une place se libère, la personne suivante l’obtient et reçoit un e-mail.
staff-seats-on-site = Places en salle
staff-seats-online = Places en ligne
staff-seats-hint = Un champ vide signifie : pas de limite. Seule la salle exige toujours un nombre de places.
staff-quota-private = Maximum pour le secteur privé
staff-quota-academic = Maximum pour le secteur académique
staff-quota-public = Maximum pour le secteur public
staff-max-organisation = Maximum pour une organisation
staff-release-legend = Libération des quotas non utilisés
staff-release-at = Jour et heure
staff-release-hint = À partir de ce moment, tous les secteurs peuvent obtenir les places restantes. Vide : jamais.
staff-call-off = Annuler l’événement
staff-call-off-what = { $n ->
    [0] « { $title } » sera définitivement annulé. Personne ne doit être averti.
    [one] « { $title } » sera définitivement annulé. { $n } personne en sera avertie par e-mail et l’événement disparaîtra de son agenda.
   *[other] « { $title } » sera définitivement annulé. { $n } personnes en seront averties par e-mail et l’événement disparaîtra de leurs agendas.
}
staff-call-off-reason-hint = Facultatif, une ligne, 200 caractères au plus. Les participants le lisent dans l’e-mail, tous tel que vous le tapez : choisissez la langue, ou écrivez-le en plusieurs.
staff-call-off-do = Annuler définitivement l’événement
staff-keep-event = Maintenir l’événement

# People.
staff-export = Liste en fichier CSV
staff-enter = Inscrire une personne
staff-enter-what = L’adresse est considérée comme confirmée. La personne obtient tout de suite une place ou un rang sur la liste d’attente, et un e-mail l’en informe.
staff-enter-do = Inscrire cette personne
staff-person = Personne
staff-place = En position { $n } sur la liste d’attente.
staff-reason-organisation-full = L’organisation a déjà { $limit ->
    [one] la seule place possible.
   *[other] les { $limit } places possibles.
}
staff-reason-seat-freed = Une place s’est libérée et c’était le tour de cette personne.
staff-reason-own-wish = La personne l’a demandé.
staff-reason-erased = La personne a effacé ses données.
staff-registered-at = Inscription le
staff-history = Historique
staff-actor-person = La personne
staff-actor-system = Automatique
staff-actor-user = Personnel
staff-actor-token = Un programme
staff-cause-registered = Formulaire rempli
staff-cause-repeated = Formulaire rempli à nouveau, rien n’a changé
staff-cause-repeated_soon = Formulaire rempli à nouveau, rien n’a changé
staff-cause-proved = Adresse confirmée
staff-cause-entered-by-staff = Inscription par le personnel
staff-cause-promoted = Passage de la liste d’attente
staff-cause-withdrew = Désistement
staff-cause-withdrawn-by-staff = Retrait par le personnel
staff-cause-switched-mode = Changement de participation
staff-cause-corrected = Données corrigées
staff-cause-event-changed = Averti d’un changement de date ou de lieu
staff-cause-event-called-off = Événement annulé
staff-cause-proof-lapsed = Adresse non confirmée à temps
staff-cause-erased = Données effacées
staff-cause-reminded = Rappel envoyé
staff-withdraw = Retirer cette inscription
staff-withdraw-what = { $name } perd sa place ou son rang sur la liste d’attente et reçoit un e-mail. Une place qui se libère va à la personne suivante.
staff-withdraw-reason-hint = Une ligne, 200 caractères au plus. La personne le lit dans l’e-mail et sur sa page, tel que vous le tapez : écrivez-le dans la langue de la personne.
staff-withdraw-do = Retirer

# The door.
staff-who = Qui est là ?
staff-check-in-how = Tapez les premières lettres d’un nom. S’il ne reste qu’une personne, Entrée enregistre sa présence.
staff-mark = Présent(e)
staff-is-here = : présence enregistrée.
staff-undo = Annuler
staff-standing = { $present ->
    [one] { $present } présence
   *[other] { $present } présences
}, { $expected ->
    [one] { $expected } personne attendue
   *[other] { $expected } personnes attendues
}
staff-early = Cet événement a lieu le { $day }. N’enregistrez maintenant des présences que pour essayer cette page, puis annulez-les : toute personne enregistrée compte comme présente.
staff-door-list = Tous les noms, à imprimer
staff-door-list-back = Retour à l’enregistrement des présences
staff-more-people = Les { $n } premiers noms sont affichés. Pour trouver une autre personne, tapez une partie de son nom et appuyez sur Entrée.
staff-found = { $n ->
    [one] 1 personne
   *[other] { $n } personnes
}
staff-found-none = Personne sur cette page ; appuyez sur Entrée pour chercher partout.
staff-found-here = { $n ->
    [one] { $n } personne sur cette page ; appuyez sur Entrée pour chercher partout.
   *[other] { $n } personnes sur cette page ; appuyez sur Entrée pour chercher partout.
}

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

# Figures.
staff-attendance = Participation
staff-all-figures = Tous les chiffres
staff-all-platforms = Toutes les plateformes
staff-from = Du trimestre
staff-to = Au trimestre
staff-by = Répartir par
staff-download-csv = Télécharger en CSV
staff-download-json = Télécharger en JSON
staff-no-figures = Il n’y a pas d’inscription dans cette période.
staff-dimension-sector = Secteur
staff-dimension-platform = Plateforme
staff-dimension-edition = Trimestre
staff-dimension-mode = Participation
staff-dimension-language = Langue
staff-dimension-event = Événement
staff-measure-registered = Inscrits
staff-measure-confirmed = Avaient une place
staff-measure-attended = Présents
staff-measure-no_show = Absents
staff-chart-sectors = Présents, par secteur
staff-chart-editions = Présents, par trimestre
staff-chart-population = { $n ->
    [one] { $n } inscription avec preuve de présence. Une personne venue à deux événements compte deux fois.
   *[other] { $n } inscriptions avec preuve de présence. Une personne venue à deux événements compte deux fois.
}
staff-measures-what = Inscrits : adresse confirmée ou inscription par le personnel. Avaient une place : à la fin. Présents : il existe une preuve de présence, avec ou sans place. Absents : avaient une place à un événement passé, sans preuve de présence. Les événements annulés ne comptent pas.

# What was just done.
staff-done-ended = Votre session est terminée. Reconnectez-vous.
staff-done-signed-out = Vous êtes déconnecté.
staff-done-created = Le brouillon est créé.
staff-done-saved = Les textes sont enregistrés.
staff-done-published = L’événement est publié.
staff-done-rescheduled = { $n ->
    [0] Enregistré. Personne ne devait être averti.
    [one] Enregistré. { $n } personne est avertie par e-mail.
   *[other] Enregistré. { $n } personnes sont averties par e-mail.
}
staff-done-called-off = { $n ->
    [0] L’événement est annulé.
    [one] L’événement est annulé. { $n } inscription prend fin.
   *[other] L’événement est annulé. { $n } inscriptions prennent fin.
}
staff-done-seats = { $n ->
    [0] Les places sont modifiées.
    [one] Les places sont modifiées. { $n } personne a quitté la liste d’attente.
   *[other] Les places sont modifiées. { $n } personnes ont quitté la liste d’attente.
}
staff-done-withdrawn = L’inscription est retirée.
staff-done-existed = Cette personne était déjà inscrite. Rien n’a changé.
staff-done-entered-confirmed = La personne est inscrite et a une place.
staff-done-entered-waitlisted = La personne est inscrite et figure sur la liste d’attente.
staff-done-undone = La présence est annulée.
staff-done-retried = L’envoi de l’e-mail va être retenté.
staff-done-aborted = L’envoi de l’e-mail est abandonné.
staff-done-nothing = Rien n’a changé : l’e-mail a entre-temps un autre statut.

# What is wrong, and what to do.
staff-fault-sign-in = Vérifiez votre adresse e-mail et votre mot de passe : ils ne correspondent pas, ou vous n’avez plus accès.
staff-page-fault-not_found = Le lien est peut-être incomplet, ou vous n’y avez pas accès. Partez des événements.
staff-page-fault-wrong_method = Vous ne pouvez pas ouvrir cette page directement. Partez des événements.
staff-page-fault-home = Vers les événements
staff-fault-stale = Quelqu’un d’autre a modifié cet événement entre-temps. Notez ce que vous avez tapé, rouvrez l’événement et faites-y votre modification.
staff-fault-taken = Choisissez-en une autre : celle-ci est déjà prise.
staff-fault-mode = Choisissez un mode de participation proposé par l’événement.
staff-fault-not-open = Personne ne peut être inscrit : l’événement est un brouillon, passé ou annulé.
staff-fault-wrong-state = C’est impossible. Le statut de l’inscription est « { $state } ».
staff-fault-event-called_off = L’événement est annulé : il ne peut plus être modifié.
staff-fault-event-past = L’événement est passé : ceci ne peut plus être modifié.
staff-fault-event-mode_in_use = Des personnes participent ou attendent selon un mode que la nouvelle forme n’offre plus. Conservez ce mode.
staff-fault-event-draft = L’événement est un brouillon. Publiez-le d’abord.
staff-fault-starts-at = Indiquez un début dans le futur.
staff-fault-ends-at = Indiquez une fin postérieure au début.
staff-fault-closes-at = Les inscriptions doivent se clore avant la fin de l’événement.
staff-fault-opens-at = Les inscriptions doivent s’ouvrir avant leur clôture.
staff-fault-join-link = Indiquez un lien complet commençant par https://, pour un événement également en ligne.
staff-fault-below-taken = { $taken ->
    [one] { $asked } ne suffit pas : { $taken } place est attribuée. Indiquez { $taken } ou plus.
   *[other] { $asked } ne suffit pas : { $taken } places sont attribuées. Indiquez { $taken } ou plus.
}
staff-fault-below-quota = { $asked } ne suffit pas pour « { $sector } » : { $taken } attribuées. Indiquez { $taken } ou plus.
staff-fault-choose = Choisissez une des réponses.
staff-fault-slug = Utilisez 2 à 60 minuscules, chiffres et tirets, sans tiret au début ni à la fin.
staff-fault-edition = Indiquez un trimestre comme 2026-Q4.
staff-fault-time = Indiquez une heure comme 14:00.
staff-fault-moment = Indiquez un jour et une heure valables (années 2000 à 2999), par exemple 2026-12-10 14:00.
staff-fault-number = Indiquez un nombre entier de 0 à 1 000 000, ou rien.

## What is wrong with what staff typed about somebody else
staff-error-name-empty = Indiquez le nom complet.
staff-error-name-control_character = Tapez à nouveau le nom : il contient un caractère caché ou un retour à la ligne.
staff-error-email-empty = Indiquez l’adresse e-mail professionnelle.
staff-error-organisation-empty = Indiquez le nom de l’organisation.
staff-error-organisation-control_character = Tapez à nouveau le nom de l’organisation : il contient un caractère caché ou un retour à la ligne.
staff-error-organisation-too_long = Indiquez un nom d’organisation plus court, 160 caractères au maximum.
staff-error-organisation-no_letter = Indiquez un nom d’organisation avec au moins une lettre ou un chiffre.
staff-error-sector-missing = Choisissez un secteur.

## The journal
staff-nav-journal = Journal
staff-journal-what = Qui a fait quoi, sur quoi et quand, et ce qui a changé. Chaque ligne est scellée avec la précédente ; aucun nom de participant n’y figure.
staff-journal-search = Événement, référence, utilisateur ou jeton
staff-journal-search-hint = Par exemple qctr-2026-q4 ou l’adresse e-mail d’un membre du personnel.
staff-journal-deed = Action
staff-journal-who = Qui
staff-journal-about = Concerne
staff-journal-changes = Ce qui a changé
staff-journal-nothing = Rien trouvé.
staff-journal-more = et encore { $n }
staff-actor-operator = L’exploitant, sur le serveur
staff-subject-catalogue = Catalogue
staff-subject-person = Une personne
staff-deed-event_created = Événement créé
staff-deed-event_edited = Événement modifié
staff-deed-event_published = Événement publié
staff-deed-event_rescheduled = Événement déplacé
staff-deed-seats_changed = Places modifiées
staff-deed-event_called_off = Événement annulé
staff-deed-registrations_entered = Personnes inscrites par le personnel
staff-deed-registration_changed = Inscription modifiée
staff-deed-registration_withdrawn = Inscription retirée
staff-deed-presence_taken_back = Présence annulée
staff-deed-registrations_exported = Liste exportée
staff-deed-person_exported = Données personnelles remises
staff-deed-registration_erased = Inscription effacée
staff-deed-purged = Délai de conservation écoulé : effacé
staff-deed-mail_retried = E-mail réessayé
staff-deed-mail_aborted = E-mail abandonné
staff-deed-catalogue_loaded = Catalogue chargé
staff-deed-user_added = Utilisateur ajouté
staff-deed-password_set = Mot de passe défini
staff-deed-role_given = Rôle donné
staff-deed-role_taken = Rôle retiré
staff-deed-user_disabled = Utilisateur exclu
staff-deed-user_enabled = Utilisateur réadmis
staff-deed-signed_in = Connexion
staff-deed-token_added = Jeton créé
staff-deed-token_disabled = Jeton révoqué
staff-journal-field-status = Statut
staff-journal-field-edition = Trimestre
staff-journal-field-follows = Fait suite à
staff-journal-field-tlp = TLP
staff-journal-field-title = Titre
staff-journal-field-summary = Résumé
staff-journal-field-agenda = Programme
staff-journal-field-starts_at = Début
staff-journal-field-ends_at = Fin
staff-journal-field-opens_at = Ouverture des inscriptions
staff-journal-field-closes_at = Clôture des inscriptions
staff-journal-field-format = Format
staff-journal-field-venue = Lieu
staff-journal-field-join_link = Lien pour participer en ligne
staff-journal-field-seats = Places
staff-journal-field-reason = Motif
staff-journal-field-told = Personnes averties
staff-journal-field-count = Nombre
staff-journal-field-registrations = Inscriptions
staff-journal-field-changed = Modifié
staff-journal-field-mode = Mode de participation
staff-journal-field-state = État
staff-journal-field-proofs = Preuves
staff-journal-field-rows = Lignes
staff-journal-field-role = Rôle
staff-journal-field-platform = Plateforme
staff-journal-field-mail = E-mail
staff-journal-field-kind = Type
staff-journal-field-added = Ajouté
staff-journal-field-updated = Mis à jour

## Where organisers decide
staff-cause-approved = Demande acceptée
staff-cause-rejected = Non accepté
staff-approve = Accepter
staff-reject = Ne pas accepter cette demande
staff-reject-what = { $name } n’obtient pas de place, ou perd la sienne, et reçoit un e-mail avec votre motif. Une place qui se libère va à la personne suivante.
staff-reject-do = Ne pas accepter
staff-done-approved = Accepté. La personne reçoit un e-mail.
staff-done-rejected = Non accepté. La personne reçoit un e-mail avec votre motif.
staff-deed-registration_approved = Demande acceptée
staff-deed-registration_rejected = Non accepté

## Users and tokens
staff-nav-users = Utilisateurs
staff-roles = Rôles
staff-role = Rôle
staff-everywhere = partout
staff-no-role = Aucun rôle
staff-role-take = Retirer
staff-shut-out = Exclu
staff-let-in = Actif
staff-password-new = Nouveau mot de passe
staff-user-disable = Exclure
staff-user-enable = Réadmettre
staff-user-journal = Ce que cet utilisateur a fait
staff-user-add = Ajouter un utilisateur ou un rôle
staff-user-add-what = Un nouvel utilisateur reçoit un mot de passe, que vous voyez une seule fois. Un utilisateur existant reçoit le rôle en plus.
staff-user-add-do = Ajouter
staff-tokens = Jetons pour les programmes
staff-tokens-what = Avec un jeton, un programme utilise l’API avec les droits d’un seul rôle.
staff-token-name = À quoi sert le jeton
staff-token-add = Créer un jeton
staff-token-add-do = Créer le jeton
staff-token-disable = Révoquer
staff-token-off = Révoqué
staff-user-made = { $whose } est ajouté. Le mot de passe :
staff-password-made = Le nouveau mot de passe de { $whose } :
staff-token-made = Le jeton « { $whose } » :
staff-shown-once = Vous ne le voyez qu’une seule fois. Transmettez-le par une voie sûre.
staff-fault-token-name = Dites à quoi sert le jeton : de 1 à 100 caractères sur une ligne.
staff-fault-token-taken = Un jeton porte déjà ce nom. Choisissez-en un autre.
staff-done-role-given = L’utilisateur a maintenant ce rôle.
staff-done-role-taken = L’utilisateur n’a plus ce rôle.
staff-done-user-disabled = L’utilisateur est exclu et déconnecté.
staff-done-user-enabled = L’utilisateur peut à nouveau se connecter.
staff-done-token-disabled = Le jeton n’ouvre plus rien.

## One’s own account
staff-account = Votre compte
staff-second-factor = Second facteur
staff-second-factor-none = À la connexion, nous demandons seulement votre mot de passe. Avec un second facteur, nous demandons aussi un code d’une application sur votre téléphone.
staff-second-factor-since = Actif depuis { $at }. { $left ->
    [0] Il ne reste aucun code pour un téléphone perdu.
    [one] Il reste un code pour un téléphone perdu.
   *[other] Il reste { $left } codes pour un téléphone perdu.
}
staff-second-factor-begin = Configurer un second facteur
staff-second-factor-set = Activer
staff-second-factor-off = Désactiver le second facteur
staff-second-factor-on = Avec un second facteur
staff-scan-do = Scannez ce code QR avec une application d’authentification sur votre téléphone.
staff-scan-label = Code QR avec le secret
staff-scan-type = Ou tapez ceci dans l’application :
staff-scan-then = Tapez le code que l’application affiche.
staff-code = Code
staff-code-hint = Six chiffres de votre application.
staff-code-hint-lost = Six chiffres de votre application. Téléphone perdu ? Utilisez un des codes que vous avez gardés, ou demandez à l’administrateur.
staff-recovery-made = Le second facteur est actif. Ces codes servent si votre téléphone est perdu :
staff-recovery-what = Vous ne les voyez qu’une seule fois. Gardez-les en lieu sûr ; chacun sert une fois.
staff-sign-ins = Sessions ouvertes
staff-sign-in-since = Connexion depuis
staff-sign-in-seen = Dernière utilisation
staff-sign-in-here = Ce navigateur
staff-sign-ins-end = Se déconnecter partout ailleurs
staff-password-change = Changer le mot de passe
staff-password-present = Mot de passe actuel
staff-password-next = Nouveau mot de passe
staff-password-rule = Au moins { $n } caractères. Vous êtes ensuite déconnecté partout.
staff-sign-in-code = Second facteur
staff-fault-password = Ce n’est pas votre mot de passe actuel.
staff-fault-password-short = Le nouveau mot de passe doit avoir au moins { $n } caractères.
staff-fault-code = Ce code est faux ou déjà utilisé. Attendez le suivant dans votre application. Après dix codes faux de suite, nous n’en acceptons plus pendant un quart d’heure.
staff-fault-code-first = Ce code ne convient pas. Le code QR reste le même : attendez que votre application affiche le code suivant et tapez-le. L’heure de votre téléphone est-elle juste ?
staff-done-second-factor-off = Le second facteur est désactivé.
staff-done-sign-ins-ended = { $n ->
    [0] Vous n’étiez connecté nulle part ailleurs.
    [one] Une session est terminée.
   *[other] { $n } sessions sont terminées.
}
staff-done-password-changed = Votre mot de passe est changé. Connectez-vous avec le nouveau.
staff-journal-field-second_factor = Second facteur
staff-deed-second_factor_set = Second facteur configuré
staff-deed-second_factor_taken = Second facteur désactivé

## What needs the reader now
staff-to-do = À faire
staff-to-do-check-in = { $event } a lieu aujourd’hui à { $at } : noter les présences
staff-to-do-requests = { $n ->
    [one] Une demande attend une réponse : { $event }
   *[other] { $n } demandes attendent une réponse : { $event }
}
staff-to-do-dead-letters = { $n ->
    [one] Un e-mail n’a pas pu être remis
   *[other] { $n } e-mails n’ont pas pu être remis
}
staff-to-do-draft = { $n ->
    [0] Prêt à être publié : { $event }, { $at }
    [one] Il manque encore un élément avant publication : { $event }, { $at }
   *[other] Il manque encore { $n } éléments avant publication : { $event }, { $at }
}
staff-to-do-cadence = Rien de prévu en { $period } : { $platform }
staff-to-do-mandates = { $n ->
    [one] Un mandat se termine dans les 60 jours : { $platform }
   *[other] { $n } mandats se terminent dans les 60 jours : { $platform }
}
staff-copy = Créer un nouvel événement sur ce modèle

## Rosters
staff-nav-rosters = Membres
staff-roster = Liste des membres
staff-rosters-what = Qui exerce un mandat sur chaque plateforme, dans quelle fonction et jusqu’à quand.
staff-rosters-none = Il n’y a aucune plateforme dont vous pouvez voir la liste des membres.
staff-roster-empty = Personne ne figure encore sur cette liste.
staff-roster-search = Rechercher par nom, organisation ou adresse e-mail
staff-function = Fonction
staff-mandate = Mandat
staff-mandates = Mandats
staff-deputy = Suppléant
staff-deputy-hint = Un suppléant remplace la personne qui exerce la même fonction dans la même organisation.
staff-yes = Oui
staff-no = Non
staff-term = du { $start } au { $end }
staff-term-open = depuis le { $start }, sans date de fin
staff-until = jusqu’au { $day }
staff-no-end = pas de date de fin
staff-phase-current = En cours
staff-phase-ending = Se termine dans les 60 jours
staff-phase-to_come = Commence plus tard
staff-phase-ended = Terminé
staff-phase-of-current = En cours
staff-phase-of-ending = Se termine bientôt
staff-phase-of-to_come = Commence plus tard
staff-phase-of-ended = Terminé
staff-member-add = Ajouter une personne
staff-member-edit = Modifier le mandat
staff-mandate-hint = Une personne qui change d’organisation reçoit un nouveau mandat : terminez l’ancien et ajoutez le nouveau.
staff-mandate-start = Premier jour
staff-mandate-end = Dernier jour (facultatif)
staff-mandate-end-hint = Ce jour fait encore partie du mandat. Vide : sans date de fin.
staff-mandate-last-day = Dernier jour du mandat
staff-mandate-last-day-hint = Ce jour en fait encore partie. Ensuite, la personne ne peut plus s’inscrire comme membre.
staff-member-entered = Saisi le
staff-member-changed = Dernière modification le
staff-member-end = Mettre fin au mandat
staff-member-end-what = { $name }, { $function }, { $organisation }. Le mandat reste dans la liste, parmi les mandats terminés.
staff-member-end-do = Mettre fin au mandat
staff-member-remove = Supprimer comme erreur
staff-member-remove-what = { $name }, { $function }, { $organisation }. Le mandat disparaît comme s’il n’avait jamais existé. S’il est terminé, mettez-y fin ; ne supprimez que ce qui a été saisi par erreur.
staff-member-remove-do = Supprimer définitivement
staff-done-member-added = La personne figure sur la liste des membres.
staff-done-member-changed = Le mandat est modifié.
staff-done-mandate-ended = Le mandat a maintenant un dernier jour.
staff-done-member-removed = Le mandat est supprimé.
staff-done-members-imported = { $n ->
    [0] Tout y figurait déjà. Rien n’a été écrit.
    [one] Un mandat écrit.
   *[other] { $n } mandats écrits.
}
staff-done-import-undone = L’importation est annulée.
staff-fault-day = Indiquez un jour, par exemple 31/12/2026 (années 2000 à 2999).
staff-fault-mandate-end = Choisissez un dernier jour qui n’est pas avant le premier.
staff-fault-mandate-twice = Cette personne exerce déjà la même fonction dans cette organisation à cette période. Modifiez ce mandat ou choisissez une autre période.
staff-fault-member-stale = Quelqu’un d’autre a modifié ce mandat entre-temps. Notez ce que vous avez saisi, rouvrez le mandat et modifiez-le là.
staff-import = Importer un tableau
staff-import-what = Collez un tableau de votre tableur. Vous voyez d’abord ce qui se passerait ; ensuite vous décidez.
staff-import-table = Tableau
staff-import-table-hint = La première ligne contient les noms des colonnes : nom, adresse e-mail, organisation, fonction et langue sont nécessaires.
staff-import-look = Voir ce qui se passerait
staff-import-look-what = Rien n’est encore écrit. Qui ne figure pas dans le tableau reste tel quel sur la liste des membres.
staff-import-new = Nouveaux
staff-import-changed = Modifiés
staff-import-same = Inchangés
staff-import-doubtful = Douteux
staff-import-wrong = Erronés
staff-import-line = Ligne
staff-import-note = Quoi
staff-import-more = Et { $n } autres.
staff-import-take-doubtful = Prendre aussi les lignes douteuses comme nouvelles
staff-import-keep-good = Laisser les lignes erronées et écrire les bonnes
staff-import-do = Écrire comme affiché
staff-import-again = Coller un autre tableau
staff-import-nothing = Il n’y a rien à écrire.
staff-import-differs = La liste des membres a changé entre-temps. Rien n’a été écrit. Voici ce que le tableau ferait maintenant : vérifiez-le à nouveau.
staff-import-refused = Rien n’a été écrit : il y a des lignes erronées. Corrigez-les dans le tableau ou choisissez ci-dessous de les laisser.
staff-import-how = Quelles colonnes et quels mots
staff-import-how-columns = Colonnes, dans n’importe quel ordre, en néerlandais, français, allemand ou anglais : nom, adresse e-mail, organisation, fonction, langue ; au choix secteur, début, fin, suppléant.
staff-import-how-words = Fonctions : csi, dpo, ciso, responsable informatique, représentant, expert, autre. Jours comme 31/12/2026 ou 2026-12-31.
staff-import-how-rest = Un mandat se reconnaît à l’adresse e-mail, la fonction et l’organisation. Une colonne absente ne change rien ; une fin vide signifie sans date de fin. Une importation peut être annulée pendant 30 jours, tant que rien n’en a été modifié.
staff-import-example = nom;adresse e-mail;organisation;fonction;langue;début;fin
staff-imports = Importations précédentes
staff-import-did = { $added } nouveaux, { $changed } modifiés
staff-import-undone = Annulée
staff-import-not-undone = Cette importation ne peut plus être annulée : quelque chose en a été modifié ou supprimé depuis, ou elle date de plus de 30 jours. Rien n’a changé.
staff-doubt-same-name = Une personne de ce nom figure déjà sur la liste, avec une autre adresse : { $email }
staff-doubt-organisation = L’organisation ressemble à une organisation connue : { $name }
staff-row-said = « { $value } » : { $what }
staff-row-beyond = Après la dernière colonne se trouve « { $value } » : il y a un séparateur de trop.
staff-row-ends = Le mandat se terminerait avant de commencer : { $value }. Corrigez le début ou la fin.
staff-row-twice = Le même mandat figure déjà à la ligne { $value }. Supprimez l’un des deux.
staff-row-overlaps = La personne aurait deux fois le même mandat à cette période. Corrigez le début ou la fin.
staff-row-function = « { $value } » n’est pas une fonction que nous connaissons : csi, dpo, ciso, it_manager, representative, expert ou other.
staff-row-language = « { $value } » n’est pas une langue que nous connaissons : nl, fr, de ou en.
staff-row-sector = « { $value } » n’est pas un secteur que nous connaissons : public, academic ou private.
staff-row-deputy = « { $value } » n’est ni oui ni non.
staff-row-day = « { $value } » n’est pas un jour. Écrivez-le comme 31/12/2026 ou 2026-12-31 (années 2000 à 2999).
staff-table-empty = Collez un tableau : sur la première ligne les noms des colonnes, en dessous une ligne par mandat.
staff-table-no-rows = Il n’y a aucune ligne sous les noms des colonnes.
staff-table-workbook = Ceci est un classeur et non un tableau en texte. Enregistrez-le d’abord en CSV dans votre tableur.
staff-table-not-text = Ceci n’est pas du texte lisible. Enregistrez le tableau en CSV, en UTF-8.
staff-table-too-large = Le tableau est trop grand. Divisez-le ou utilisez la ligne de commande.
staff-table-too-many-rows = Le tableau a trop de lignes. Divisez-le.
staff-table-unknown-columns = Colonnes inconnues : { $names }. Sont connues : { $known }. Supprimez-les ou renommez-les.
staff-table-missing-columns = Ces colonnes manquent : { $names }. Les noms des colonnes figurent sur la première ligne.
staff-table-twice-column = Deux colonnes signifient { $names }. Supprimez-en une.
staff-table-open-quote = À la ligne { $names } commence un guillemet qui ne se ferme nulle part.
staff-coverage = Couverture
staff-coverage-see = Voir la couverture
staff-coverage-what = Chaque organisation qui a ou a eu quelqu’un ici, avec chaque fonction : qui l’exerce maintenant, jusqu’à quand, et quand cette personne a été présente pour la dernière fois. Pour les services publics, le CSI et le DPO sont toujours affichés si la plateforme connaît ces fonctions.
staff-coverage-all = Toutes
staff-coverage-vacant = Vacantes
staff-coverage-ending = Se terminent bientôt
staff-coverage-unreachable = Injoignables
staff-coverage-none = Il n’y a rien à afficher ici.
staff-holder = Qui
staff-organisation-last = Dernière présence de l’organisation
staff-post-held = Occupée
staff-post-ending = Se termine bientôt
staff-post-deputy_only = Suppléant seulement
staff-post-vacant = Vacante
staff-held-until = Occupée jusqu’au { $day }
staff-next-from = À nouveau occupée à partir du { $day }
staff-last-present = Dernière présence le { $day }
staff-never-present = Aucune présence connue
staff-unreachable = Le dernier e-mail n’est pas arrivé
staff-subject-member = Mandat
staff-subject-import = Importation
staff-subject-roster = Liste des membres
staff-deed-member_added = Ajouté à la liste des membres
staff-deed-member_changed = Mandat modifié
staff-deed-mandate_ended = Mandat terminé
staff-deed-member_removed = Mandat supprimé
staff-deed-members_imported = Tableau de membres importé
staff-deed-members_import_undone = Importation annulée
staff-deed-members_exported = Liste des membres exportée
staff-deed-member_erased = Membre effacé
staff-journal-field-function = Fonction
staff-journal-field-deputy = Suppléant
staff-journal-field-start = Premier jour
staff-journal-field-end = Dernier jour
staff-journal-field-removed = Supprimés
staff-journal-field-mandates = Mandats

# Invitations
staff-invitations = Invitations
staff-invitations-search = Chercher par nom, organisation ou adresse e-mail
staff-no-invitations = Personne.
staff-invitation-withdraw = Retirer
staff-sendings = Envois
staff-sending-progress = { $sent } sur { $all } envoyés
staff-sending-stopped = Arrêté.
staff-sending-planned = { $n ->
    [one] Prévu pour une personne
   *[other] Prévu pour { $n } personnes
}
staff-sending-failed = { $n ->
    [one] Un e-mail non distribué
   *[other] { $n } e-mails non distribués
}
staff-sending-stop = Arrêter
staff-invite = Inviter des personnes
staff-invite-what = Chaque personne reçoit un lien personnel. Il est valable pour une seule adresse, le formulaire est rempli, et un bouton donne une place ou un rang sur la liste d’attente. Avant tout envoi, vous voyez qui est visé et le texte de l’e-mail.
staff-invite-list = Une liste
staff-invite-people = Personnes
staff-invite-list-hint = Une personne par ligne : nom; adresse e-mail; organisation; secteur; langue. Des adresses seules suffisent. Vous pouvez aussi coller un tableau ou un fichier CSV dont la première ligne nomme les colonnes.
staff-invite-members = Membres de la plateforme
staff-invite-members-hint = Qui a aujourd’hui un mandat en cours sur la liste des membres.
staff-invite-members-all = Toutes les fonctions
staff-fault-no-members = Personne n’a aujourd’hui de mandat en cours dans cette fonction.
staff-invite-guests = Participants d’événements précédents
staff-invite-guests-hint = Avec la liste ou à sa place. Uniquement les personnes dont les données sont encore conservées.
staff-invite-from-none = Aucun
staff-invite-from-all = Tous les événements précédents de cette plateforme
staff-invite-who = Qui
staff-invite-who-registered = Toutes les personnes inscrites
staff-invite-who-present = Les personnes présentes
staff-invite-any = Tous
staff-invite-organisation = Organisation (partie du nom)
staff-invite-sending = Envoi
staff-invite-language = Langue de l’e-mail
staff-invite-language-hint = Pour les personnes de la liste sans langue indiquée.
staff-invite-send-at = Envoyer le
staff-invite-send-at-hint = Laissez vide pour envoyer tout de suite. Les inscriptions se terminent le { $closes }.
staff-invite-check = Vérifier
staff-invite-checked = Vérifiez les invitations
staff-invite-count = { $n ->
    [0] Personne ne sera invité.
    [one] Une personne sera invitée.
   *[other] { $n } personnes seront invitées.
}
staff-invite-now = Les e-mails partent tout de suite.
staff-invite-at = Les e-mails partent le { $at }.
staff-invite-left-out = Non invités : { $n }
staff-invite-line = Ligne { $line }
staff-invite-more = { $n ->
    [one] et une autre
   *[other] et { $n } autres
}
staff-invite-who-gets = Qui la reçoit
staff-invite-mail = L’e-mail
staff-invite-do = { $n ->
    [one] Inviter une personne
   *[other] Inviter { $n } personnes
}
staff-invite-change = Modifier
staff-invite-back = Retour aux invitations
staff-invite-line-sector = Ce n’est pas un secteur. Utilisez private, academic ou public.
staff-invite-line-language = Nous n’écrivons pas dans cette langue. Utilisez nl, fr, de ou en.
staff-invite-line-row = Ceci se trouve à droite de la dernière colonne. Y a-t-il un séparateur de trop ?
staff-invite-table-empty = La liste est vide.
staff-invite-table-no-rows = Il n’y a rien sous les noms des colonnes.
staff-invite-table-workbook = Ceci est un classeur. Enregistrez-le d’abord en CSV dans le tableur.
staff-invite-table-not-text = Ceci n’est pas du texte. Enregistrez le tableau en CSV en UTF-8.
staff-invite-table-too-large = La liste est trop grande. Divisez-la.
staff-invite-table-too-many-rows = La liste a trop de lignes. Divisez-la.
staff-invite-table-unknown-columns = Colonnes inconnues : { $names }. Sont connues : name, email, organisation, sector et language.
staff-invite-table-missing-columns = Colonnes manquantes : { $names }. La première ligne nomme les colonnes.
staff-invite-table-twice-column = Deux colonnes signifient { $names }. Enlevez-en une.
staff-invite-table-open-quote = Ligne { $names } : un guillemet est ouvert et jamais fermé.
staff-fault-list = Remplissez une liste ou choisissez des événements précédents.
staff-fault-list-long = La liste contient plus de { $n } personnes. Divisez-la.
staff-fault-no-guests = Personne n’a été trouvé à ces événements.
staff-fault-send-at = Choisissez un moment à venir, avant la fin des inscriptions.
staff-remind-invited = Rappeler aux personnes sans réponse
staff-remind-count = { $n ->
    [0] Il n’y a personne à qui le rappeler. Nous laissons tranquilles les personnes qui ont reçu un rappel ces dernières 24 heures ou qui se sont inscrites autrement.
    [one] Une personne a reçu l’invitation et n’a pas répondu.
   *[other] { $n } personnes ont reçu l’invitation et n’ont pas répondu.
}
staff-remind-do = { $n ->
    [one] Envoyer un rappel à une personne
   *[other] Envoyer un rappel à { $n } personnes
}
staff-done-invited = { $n ->
    [one] Une personne est invitée.
   *[other] { $n } personnes sont invitées.
}
staff-done-invitations-planned = { $n ->
    [one] Une personne sera invitée au moment choisi.
   *[other] { $n } personnes seront invitées au moment choisi.
}
staff-done-nobody-invited = Personne n’a été invité : toutes les personnes de la liste étaient déjà invitées ou inscrites.
staff-done-invited-reminded = { $n ->
    [0] Il n’y avait personne à qui le rappeler.
    [one] Une personne reçoit un rappel.
   *[other] { $n } personnes reçoivent un rappel.
}
staff-done-sending-stopped = { $n ->
    [0] Arrêté. Tout était déjà envoyé.
    [one] Arrêté. Un e-mail n’est pas envoyé.
   *[other] Arrêté. { $n } e-mails ne sont pas envoyés.
}
staff-done-invitation-withdrawn = L’invitation est retirée. Son lien ne fonctionne plus.
staff-fault-event-invitation-accepted = Cette invitation a été acceptée. Retirez d’abord l’inscription.
staff-cause-accepted-invitation = Invitation acceptée
staff-deed-invitations_sent = Personnes invitées
staff-deed-invitations_reminded = Rappel aux personnes invitées
staff-deed-invitations_stopped = Envoi arrêté
staff-deed-invitation_withdrawn = Invitation retirée
staff-deed-invitation_erased = Invitation effacée
staff-journal-field-batch = Envoi
staff-journal-field-send_at = Envoyer le
staff-journal-field-unsent = Non envoyés
staff-journal-field-invitations = Invitations

staff-fault-code-missing = Tapez le code. Votre application l’affiche, six chiffres.
staff-fault-code-lapsed = Aucun code QR n’attend ici son premier code : il date de plus d’une demi-heure ou a été affiché dans une autre connexion. Recommencez avec votre mot de passe et supprimez l’ancienne entrée de votre application.
staff-password-again = Nouveau mot de passe, une seconde fois
staff-fault-password-again = Les deux nouveaux mots de passe diffèrent. Tapez deux fois le même.
staff-device = Appareil
staff-device-unknown = Appareil inconnu
staff-sign-in-end = Y mettre fin
staff-ask-back = Retour aux utilisateurs
staff-ask-password = Donner un nouveau mot de passe
staff-ask-password-what = { $whose } est aussitôt déconnecté partout et l’ancien mot de passe n’ouvre plus rien. Vous voyez le nouveau une seule fois, à la page suivante, et le transmettez vous-même. Le second facteur et les clés d’accès restent : retirez-les aussi si quelqu’un d’autre a pu les configurer.
staff-ask-password-do = Donner un nouveau mot de passe
staff-ask-disable = Exclure quelqu’un
staff-ask-disable-what = { $whose } est aussitôt déconnecté partout et ne peut plus se connecter tant qu’un administrateur ne le permet pas à nouveau. Ses rôles restent notés.
staff-ask-disable-do = Exclure
staff-ask-revoke = Retirer un rôle
staff-ask-revoke-what = { $whose } perd le rôle « { $role } » dès le prochain clic.
staff-ask-revoke-do = Retirer le rôle
staff-ask-second-factor-off = Désactiver un second facteur
staff-ask-second-factor-off-what = { $whose } se connectera ensuite avec le seul mot de passe ; les clés d’accès sont supprimées elles aussi. Ne le faites que si le téléphone et les codes sont perdus et si vous êtes sûr de la personne qui le demande. Un nouveau facteur se configure sur la page de son compte.
staff-ask-second-factor-off-do = Désactiver le second facteur

staff-sign-in-passkey = Se connecter avec une clé d’accès
staff-passkey-none = Aucune clé d’accès n’a été utilisée. Réessayez ou connectez-vous avec votre mot de passe.
staff-passkey-none-made = Aucune clé d’accès n’a été créée, ou cet appareil en garde déjà une à vous. Réessayez ou revenez en arrière.
staff-passkey-down = Cela n’a pas fonctionné : rechargez la page ou utilisez votre mot de passe.
staff-passkeys = Clés d’accès
staff-passkeys-what = Avec une clé d’accès (passkey), vous vous connectez par votre empreinte, votre visage, un code PIN ou une clé de sécurité, sans mot de passe ni code. Elle ne fonctionne que sur ce site et ne peut être transmise par erreur.
staff-passkey-name = Nom de la clé d’accès
staff-passkey-name-hint = Par exemple l’appareil qui la garde.
staff-passkey-since = Ajoutée
staff-passkey-unused = Pas encore
staff-passkey-add = Ajouter une clé d’accès
staff-passkey-remove = Supprimer
staff-passkey-remove-what = Elle n’ouvre alors plus rien ici. Supprimez-la aussi de votre appareil.
staff-passkey-remove-do = Supprimer la clé d’accès
staff-passkey-new = Ajouter une clé d’accès
staff-passkey-ask = Votre navigateur demande maintenant où garder la clé d’accès « { $name } » et comment vous la déverrouillez. Vous avez cinq minutes.
staff-passkey-go = Continuer
staff-passkey-back = Retour au compte
staff-passkey-noscript = L’ajout d’une clé d’accès demande des scripts, désactivés dans ce navigateur.
staff-fault-passkey = Cette clé d’accès n’ouvre rien ici, la réponse est venue trop tard ou vous n’avez plus accès. Réessayez ou connectez-vous avec votre mot de passe.
staff-fault-passkey-name = Donnez à la clé d’accès un nom de 60 caractères au plus.
staff-fault-passkey-script = Votre navigateur n’a créé aucune clé d’accès : les scripts sont désactivés, ou il n’en connaît pas.
staff-fault-passkey-new = La réponse de votre appareil ne convient pas ou a pris plus de cinq minutes. Recommencez.
staff-fault-passkey-known = Cette clé d’accès est déjà connue.
staff-done-passkey-added = La clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.
staff-done-passkey-removed = La clé d’accès est supprimée.
staff-journal-field-passkey = Clé d’accès
staff-deed-passkey_added = Clé d’accès ajoutée
staff-deed-passkey_removed = Clé d’accès supprimée
