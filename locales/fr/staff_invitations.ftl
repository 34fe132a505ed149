# Invitations to an event: choosing, sending, answers.

staff-invitations = Invitations
staff-invitations-search = Rechercher par nom, organisation ou adresse e-mail
staff-no-invitations = Il n’y a personne ici.
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
staff-invite-list-hint = Une personne par ligne : nom; adresse e-mail; organisation; secteur; langue. Des adresses seules suffisent. Vous pouvez aussi coller un tableau ou un fichier CSV dont la première ligne nomme les colonnes.
staff-invite-members = Membres de la plateforme
staff-invite-members-hint = Qui a aujourd’hui un mandat en cours sur la liste des membres.
staff-invite-members-all = Toutes les fonctions
staff-fault-no-members = Personne n’a aujourd’hui de mandat en cours dans cette fonction.
staff-invite-guests = Participants d’événements précédents
staff-invite-guests-hint = Avec la liste ou à sa place. Uniquement les personnes dont les données sont encore conservées.
staff-invite-from-none = Aucun choix
staff-invite-from-all = Tous les événements précédents de cette plateforme
staff-invite-who = Qui
staff-invite-who-registered = Toutes les personnes inscrites
staff-invite-who-present = Les personnes présentes
staff-invite-any = Indifférent
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
staff-invite-left-out = Non invités : { $n }
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
staff-invite-line-sector = Ce n’est pas un secteur. Utilisez privé, académique ou public.
staff-invite-line-language = Nous n’écrivons pas dans cette langue. Utilisez nl, fr, de ou en.
staff-invite-line-row = Ceci se trouve à droite de la dernière colonne. Y a-t-il un séparateur de trop ?
staff-invite-table-empty = La liste est vide.
staff-invite-table-no-rows = Il n’y a rien sous les noms des colonnes.
staff-invite-table-workbook = Nous ne pouvons pas lire ce classeur. Enregistrez le tableau en .xlsx sans mot de passe, ou en CSV.
staff-invite-table-not-text = Ceci n’est pas du texte. Enregistrez le tableau en CSV en UTF-8.
staff-invite-table-too-large = La liste est trop grande. Divisez-la.
staff-invite-table-too-many-rows = La liste a trop de lignes. Divisez-la.
staff-invite-table-unknown-columns = Colonnes inconnues : { $names }. Sont connues : nom, adresse e-mail, organisation, secteur et langue.
staff-invite-table-missing-columns = Colonnes manquantes : { $names }. La première ligne nomme les colonnes.
staff-invite-table-twice-column = Deux colonnes signifient { $names }. Enlevez-en une.
staff-invite-table-open-quote = Ligne { $names } : un guillemet est ouvert et jamais fermé.
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
staff-done-nobody-invited = Personne n’a été invité : toutes les personnes de la liste étaient déjà invitées ou inscrites.
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
