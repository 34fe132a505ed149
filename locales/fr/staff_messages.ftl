# Staff pages: messages to some people of an event.

staff-messages = Messages
staff-message = Écrire un message à ces personnes
staff-message-choose = Choisir des personnes dans la liste
staff-no-messages = Aucun message n’a encore été envoyé à des personnes de cet événement.
staff-message-count = { $n ->
    [0] Cette liste ne montre personne à qui écrire. Sans adresse confirmée, personne ne reçoit de message.
    [one] { $n } personne le reçoit : toutes celles que la liste montre et dont l’adresse est confirmée. Celles qui se sont désistées ne le reçoivent que si vous les avez choisies.
   *[other] { $n } personnes le reçoivent : toutes celles que la liste montre et dont l’adresse est confirmée. Celles qui se sont désistées ne le reçoivent que si vous les avez choisies.
}
staff-message-confidential = Cet événement est confidentiel, et l’e-mail ne l’est pas : n’écrivez rien que son label TLP interdit.
staff-message-readers = { $n ->
    [one] { $n } personne lit cette langue.
   *[other] { $n } personnes lisent cette langue.
}
staff-message-subject-in = Objet, langue : { $language }
staff-message-text-in = Texte, langue : { $language }
staff-message-text-hint = { $most } caractères au plus. Les lignes vides séparent les paragraphes ; les adresses de pages deviennent des liens ; tout le reste demeure tel que vous le tapez. La formule d’appel, l’événement et le lien vers la page personnelle sont ajoutés.
staff-message-check = Voir qui le reçoit et à quoi il ressemble
staff-message-checked = Est-ce correct ?
staff-message-do = { $n ->
    [one] Envoyer maintenant à { $n } personne
   *[other] Envoyer maintenant à { $n } personnes
}
staff-message-next = Voir les personnes suivantes
staff-message-too-many = Au plus { $most } personnes reçoivent un même message. Réduisez la liste par une recherche, un statut ou un secteur.
staff-message-left-out = { $n ->
    [one] { $n } personne a été laissée de côté : désistée ou effacée entre-temps
   *[other] { $n } personnes ont été laissées de côté : désistées ou effacées entre-temps
}
staff-message-gone = Le délai de conservation du texte est passé
staff-done-message-sent = { $n ->
    [one] { $n } e-mail est en route.
   *[other] { $n } e-mails sont en route.
}
staff-done-message-stopped = { $n ->
    [one] Arrêté. { $n } e-mail n’est pas envoyé.
   *[other] Arrêté. { $n } e-mails ne sont pas envoyés.
}
staff-fault-languages = Quelqu’un lit une langue dans laquelle l’objet ou le texte manque. Regardez à nouveau qui le reçoit, et remplissez chaque langue.
staff-back-to-list = Retour à la liste
staff-cause-announced = Message envoyé
staff-deed-announcement_sent = Message envoyé
staff-deed-announcement_stopped = Message arrêté
staff-journal-field-announcement = Message
staff-journal-field-languages = Langues
staff-journal-field-filtered = Une partie seulement
