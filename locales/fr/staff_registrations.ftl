# Staff pages about the people of an event: list, one registration, decisions, the door.

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
staff-cause-mandate-ended = Mandat terminé
staff-cause-switched-mode = Changement de participation
staff-cause-corrected = Données corrigées
staff-cause-event-changed = Averti d’un changement de date ou de lieu
staff-cause-event-called-off = Événement annulé
staff-cause-proof-lapsed = Adresse non confirmée à temps
staff-cause-erased = Données effacées
staff-cause-reminded = Rappel envoyé
staff-withdraw = Retirer cette inscription
staff-withdraw-asked = Retirer à la demande de la personne
staff-withdraw-what = { $name } perd sa place ou son rang sur la liste d’attente et reçoit un e-mail. Une place qui se libère va à la personne suivante.
staff-withdraw-reason-hint = Une ligne, 200 caractères au plus. La personne le lit dans l’e-mail et sur sa page, tel que vous le tapez : écrivez-le dans la langue de la personne.
staff-withdraw-do = Retirer

# The door.
staff-who = Qui est là ?
staff-check-in-how = Tapez les premières lettres d’un nom. S’il ne reste qu’une personne, Entrée enregistre sa présence.
staff-mark = Présent(e)
staff-is-here = est enregistré(e) comme présent(e).
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
staff-done-withdrawn = L’inscription est retirée.
staff-done-existed = Cette personne était déjà inscrite. Rien n’a changé.
staff-done-entered-confirmed = La personne est inscrite et a une place.
staff-done-entered-waitlisted = La personne est inscrite et figure sur la liste d’attente.
staff-done-undone = La présence est annulée.

# What is wrong with what staff typed about somebody else
staff-error-name-empty = Indiquez le nom complet.
staff-error-name-control_character = Tapez à nouveau le nom : il contient un caractère caché ou un retour à la ligne.
staff-error-email-empty = Indiquez l’adresse e-mail professionnelle.
staff-error-organisation-empty = Indiquez le nom de l’organisation.
staff-error-organisation-control_character = Tapez à nouveau le nom de l’organisation : il contient un caractère caché ou un retour à la ligne.
staff-error-organisation-too_long = Indiquez un nom d’organisation plus court, 160 caractères au maximum.
staff-error-organisation-no_letter = Indiquez un nom d’organisation avec au moins une lettre ou un chiffre.
staff-error-sector-missing = Choisissez un secteur.

# Where organisers decide
staff-cause-approved = Demande acceptée
staff-cause-rejected = Non accepté
staff-approve = Accepter
staff-reject = Ne pas accepter cette demande
staff-reject-what = { $name } n’obtient pas de place, ou perd la sienne, et reçoit un e-mail avec votre motif. Une place qui se libère va à la personne suivante.
staff-reject-do = Ne pas accepter
staff-done-approved = Accepté. La personne reçoit un e-mail.
staff-done-rejected = Non accepté. La personne reçoit un e-mail avec votre motif.
staff-cause-told-again = A de nouveau été prévenu
