# Staff pages about events: list, one event, its forms, what can be wrong with them.

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
staff-preview = Aperçu de la page publique
staff-preview-mail = Aperçu des e-mails
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
staff-gap-all = { $what } : manquant ou incorrect
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
staff-new-event-what = L’événement commence comme brouillon. Il faut tout de suite l’adresse web, le début, la fin et la clôture des inscriptions ; tout le reste peut rester vide jusqu’à la publication.
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
staff-agenda-tlp = Étiquette TLP propre (facultatif)
staff-agenda-tlp-none = Comme l’événement
staff-agenda-tlp-hint = Au-delà de GREEN, seules les personnes qui ont une place lisent de quoi il s’agit, sur leur propre page.
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
staff-seats-hint = Un champ vide signifie : pas de limite. Seule la salle exige toujours un nombre de places.
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
