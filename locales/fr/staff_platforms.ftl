# Plateformes : où en est chacune, textes et rappels.

staff-nav-platforms = Plateformes
staff-platforms-what = Les réseaux pour lesquels vous travaillez, et si chacun se réunit aussi souvent qu’il le doit.
staff-platforms-none = Il n’y a pas de plateforme que vous puissiez voir.
staff-platform-next = Prochain événement
staff-platform-last = Dernier événement
staff-platform-audience = Qui peut s’inscrire
staff-platform-visibility = Visibilité
staff-platform-cadence = Rythme
staff-platform-reminders = Rappels
staff-platform-no-reminders = aucun
staff-platform-slug = Partie de l’adresse
staff-platform-from-catalogue = Qui peut s’inscrire, la visibilité et le rythme viennent du catalogue. S’il est chargé de nouveau, les textes et rappels que vous avez modifiés ici restent.
staff-platform-no-upcoming = Aucun événement n’est prévu.
staff-platform-texts = Textes
staff-platform-edit = Modifier les textes et les rappels
staff-platform-form-what = Les visiteurs lisent ces textes sur les pages publiques et dans les e-mails ; pour une plateforme cachée, seuls les participants les lisent. Personne n’est averti d’une modification.
staff-platform-name = Nom
staff-platform-description = À quoi elle sert
staff-platform-members = Qui y participe
staff-platform-reminders-when = Avant un événement
staff-platform-reminders-hint = Combien de temps avant le début, un par ligne : 7 d (jours), 24 h ou 90 min. { $most } au plus ; vide pour aucun. Un rappel dont le moment vient de passer peut encore partir pour un événement.
staff-lead-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
 }
staff-lead-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
 }
staff-lead-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }
staff-standing-kept = { $period } : tenu
staff-standing-planned = { $period } : prévu
staff-standing-at-risk = { $period } : rien de prévu
staff-done-platform-changed = La plateforme est modifiée.
staff-fault-platform-stale = Quelqu’un d’autre a modifié cette plateforme entre-temps. Ouvrez-la de nouveau dans une autre fenêtre, comparez et enregistrez ce qui reste à modifier.
staff-fault-platform-empty = Saisissez un texte dans cette langue aussi.
staff-fault-platform-too_long = Saisissez un texte plus court, { $most } caractères au plus.
staff-fault-platform-control_character = Saisissez le texte de nouveau : il contient un caractère caché.
staff-fault-platform-no_letter = Saisissez un texte avec au moins une lettre ou un chiffre.
staff-fault-reminder-shape = « { $value } » n’est pas un délai avant le début. Écrivez un nombre suivi de d (ou j), h ou min, comme 7 d.
staff-fault-reminder-range = « { $value } » est trop court ou trop long. Les rappels partent de 1 minute à 60 jours avant le début.
staff-fault-reminder-too-many = Saisissez { $most } rappels au plus.
staff-deed-platform_added = Plateforme créée
staff-deed-platform_changed = Plateforme modifiée
staff-subject-platform = Plateforme
staff-journal-field-description = À quoi elle sert
staff-journal-field-members = Qui y participe
staff-journal-field-reminder_minutes = Rappels, minutes avant le début
staff-platform-join_details = Lien pour participer en ligne
staff-platform-no-join_details = n’est pas envoyé
staff-platform-join_details-hint = Combien de temps avant le début le lien part vers celles et ceux qui participent en ligne, par exemple 60 min ou 1 h ; un jour au plus. Vide : le lien n’est alors pas envoyé séparément. Qui vient dans la salle ne reçoit pas cet e-mail.
staff-fault-join-shape = « { $value } » n’est pas un délai avant le début. Écrivez un seul nombre suivi de h ou min, comme 60 min, ou laissez le champ vide.
staff-fault-join-range = « { $value } » est trop court ou trop long. Le lien part de 1 minute à 1 jour avant le début.
staff-journal-field-join_details_minutes = Lien pour participer en ligne, minutes avant le début
staff-platform-presence_share = Part de l’événement qui compte comme présence
staff-platform-presence_share-is = { $n } pour cent de l’événement
staff-platform-presence_share-hint = En pour cent, de 1 à 100. Cela vaut pour les personnes dont on ne connaît que les minutes, par le rapport d’un service de réunion. Qui est passé à l’accueil compte par cela seul. Ce qui a été noté auparavant garde la part demandée alors.
staff-fault-presence_share = « { $value } » n’est pas une part d’un événement. Écrivez un nombre entier de 1 à 100, par exemple 50.
staff-journal-field-presence_share = Part qui compte comme présence, pour cent
