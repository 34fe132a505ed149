# Staff pages: answers to many requests at once, and the note for colleagues.

# Answers to many requests at once
staff-every-mode = Tous les modes de participation
staff-every-sector = Tous les secteurs
staff-choose-person = Choisir { $name }
staff-answers-all = Toutes les personnes que cette liste montre et qui attendent une réponse, aussi sur ses autres pages
staff-accept-many = Accepter : voir qui obtient quoi
staff-refuse-many = Ne pas accepter : voir qui est visé
staff-accept-many-done = Accepté
staff-refuse-many-done = Non accepté
staff-accept-many-do = { $n ->
    [one] Accepter { $n } personne
   *[other] Accepter { $n } personnes
}
staff-refuse-many-do = { $n ->
    [one] Ne pas accepter { $n } personne
   *[other] Ne pas accepter { $n } personnes
}
staff-accept-many-what = { $n ->
    [one] { $n } personne est acceptée et reçoit un e-mail.
   *[other] { $n } personnes sont acceptées, dans l’ordre où elles ont confirmé leur adresse, et reçoivent chacune un e-mail.
} { $seats ->
    [0] Personne n’obtient une place tout de suite.
    [one] { $seats } obtient une place.
   *[other] { $seats } obtiennent une place.
} { $waiting ->
    [0] Personne ne doit attendre.
    [one] { $waiting } va sur la liste d’attente.
   *[other] { $waiting } vont sur la liste d’attente.
} Vous pouvez encore refuser quelqu’un ensuite, sur sa page.
staff-refuse-many-what = { $n ->
    [one] { $n } personne n’est pas acceptée et reçoit un e-mail avec votre motif.
   *[other] { $n } personnes ne sont pas acceptées et reçoivent un e-mail avec votre motif dans leur langue.
} Vous pouvez encore les accepter, sur leur page ou dans la liste.
staff-reason-in = Motif, en { $language }
staff-reason-in-hint = Une ligne, 200 caractères au plus. Les personnes le lisent dans l’e-mail et sur leur page, tel que vous le tapez.
staff-answers-nobody = Aucune personne choisie ne peut recevoir cette réponse. Cochez des personnes dans la liste, ou choisissez toutes celles qu’elle montre.
staff-answers-too-many = Au plus { $most } personnes reçoivent une réponse à la fois. Réduisez la liste par une recherche ou un secteur, ou cochez-en moins.
staff-answers-who = Qui reçoit cette réponse
staff-answers-gets = Obtient
staff-answers-left-out = { $n ->
    [one] { $n } personne ne reçoit pas de réponse
   *[other] { $n } personnes ne reçoivent pas de réponse
}
staff-answers-left-alone = { $n ->
    [one] Rien n’a changé pour { $n } personne
   *[other] Rien n’a changé pour { $n } personnes
}
staff-outlook-seat = Une place.
staff-outlook-refused = N’est pas accepté(e).
staff-left-state = Rien à répondre. Statut actuel : { $state }.
staff-left-erased = Les données ont été effacées.
staff-left-shut = Le mandat sur cette plateforme est terminé.
staff-left-no-seat = La place montrée est prise entre-temps.
staff-left-changed = Modifié depuis que vous avez regardé. Regardez à nouveau avant de répondre.
staff-done-accept-many = { $n ->
    [one] { $n } personne est acceptée et reçoit un e-mail.
   *[other] { $n } personnes sont acceptées et reçoivent chacune un e-mail.
}
staff-done-refuse-many = { $n ->
    [one] { $n } personne n’est pas acceptée et reçoit un e-mail avec votre motif.
   *[other] { $n } personnes ne sont pas acceptées et reçoivent un e-mail avec votre motif.
}

# The note for colleagues
staff-note = Note pour les collègues
staff-note-about = Note pour les collègues
staff-note-write = Écrire une note pour les collègues
staff-note-edit = Modifier la note
staff-note-save = Enregistrer la note
staff-note-hint = { $most } caractères au plus ; laissée vide, la note disparaît. Le personnel de cette plateforme la lit. Elle ne figure dans aucun e-mail, mais elle concerne une personne : celle-ci peut demander à la lire et la trouve dans le fichier de ses données. Elle disparaît avec ces données.
staff-fault-note-long = La note compte { $n } caractères ; { $most } sont possibles. Raccourcissez-la.
staff-fault-note-stale = Un ou une collègue a modifié la note entre-temps. Voici ses mots, et les vôtres en dessous : gardez ce qui est juste et enregistrez à nouveau.
staff-done-noted = La note est enregistrée.
staff-deed-registration_noted = Note pour les collègues
staff-journal-field-note = Note

# Before the others
staff-cause-promoted-by-staff = Place donnée avant les autres
staff-cause-put-first = Mis(e) en tête de la liste d’attente
staff-promote = Faire passer avant les autres
staff-promote-first-what = { $name } est en position { $place } sur la liste d’attente et passe en position 1 : la prochaine place possible pour cette personne lui revient. Les autres gardent leur ordre.
staff-promote-seat-what = { $name } est en position { $place } sur la liste d’attente. Une place est libre pour cette personne : elle l’obtient avant les autres, avec un e-mail et votre motif.
staff-promote-reason-hint = De 2 à 300 caractères. Le motif reste dans l’historique ; la personne le lit sur sa page et, si elle obtient une place, dans l’e-mail : écrivez-le dans sa langue.
staff-promote-short = Dites pourquoi, en 2 à 300 caractères.
staff-promote-no-seat = Il n’y a plus de place pour cette personne.
staff-promote-first-do = Mettre en tête
staff-promote-seat-do = Donner la place
staff-done-promoted = La personne a une place et reçoit un e-mail avec votre motif.
staff-done-put-first = La personne est en tête de la liste. La prochaine place possible pour elle lui revient.
staff-deed-registration_promoted = Passage avant les autres
staff-journal-field-place = Rang sur la liste d’attente

# The list as a file
staff-export-workbook = En classeur (XLSX)
