# Texts of the staff pages that several of them use: words, navigation, the start page, faults. All keys begin with `staff-`.

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

# What was just done.
staff-done-ended = Votre session est terminée. Reconnectez-vous.
staff-done-signed-out = Vous êtes déconnecté.
staff-done-nothing = Rien n’a changé : l’e-mail a entre-temps un autre statut.
staff-page-fault-not_found = Le lien est peut-être incomplet, ou vous n’y avez pas accès. Partez des événements.
staff-page-fault-wrong_method = Vous ne pouvez pas ouvrir cette page directement. Partez des événements.
staff-page-fault-home = Vers les événements
staff-fault-stale = Quelqu’un d’autre a modifié cet événement entre-temps. Notez ce que vous avez tapé, rouvrez l’événement et faites-y votre modification.

# What needs the reader now
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
staff-to-do-join-link = { $event } n’a pas de lien pour participer en ligne. Début : { $at }.
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

# A table that somebody brings.
staff-table-file = Ou comme fichier
staff-table-file-hint = Un classeur (.xlsx) ou un fichier CSV. Il remplace ce qui se trouve dans le champ.
