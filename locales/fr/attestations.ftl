# Attestations de présence : sur papier, sur la page de contrôle, dans l’e-mail, pour le personnel.
attestation-title = Attestation de présence
attestation-says = { $provider } atteste que
attestation-took-part = a participé à
attestation-when = Quand
attestation-attended = Mode de participation
attestation-duration = Durée de présence
attestation-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
attestation-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
attestation-provider = Organisateur
attestation-number = Numéro
attestation-issued = Délivrée le
attestation-check = Vérifier cette attestation
attestation-check-what = Cette page indique si l’attestation est toujours valable et répète ce qu’elle dit :
attestation-square = Carré à scanner : il mène à la page qui vérifie cette attestation
attestation-data = Signature électronique
attestation-data-what = Ces caractères reprennent ce qui figure ci-dessus, avec notre signature Ed25519, sous forme de JSON Web Signature (RFC 7515). Avec la clé publique, à l’adresse { $key }, tout programme adapté peut la vérifier sans nous ; omettez les fins de ligne.

check-title = Vérification d’une attestation
check-valid-title = Cette attestation est valable
check-valid = Comparez avec le papier : le nom, le titre, la date et la durée doivent être les mêmes.
check-revoked-title = Cette attestation a été révoquée
check-revoked = Elle a été révoquée le { $at } et ne prouve plus rien.
check-unknown-title = Nous ne connaissons pas cette attestation
check-unknown = Vérifiez l’adresse : elle doit être exactement celle du papier. Si c’est le cas, l’attestation n’a pas été délivrée par nous.
check-name = Nom
check-event = Événement
check-gone = N’est plus conservé : les noms sont effacés quelque temps après l’événement. La signature sur le papier montre encore à qui est l’attestation.
check-key = Clé publique pour vérifier les signatures

personal-attestation = Attestation de présence
personal-attestation-what = Votre présence a été enregistrée. Vous pouvez obtenir une attestation signée électroniquement, avec une page où toute personne à qui vous la remettez peut la vérifier.
personal-attestation-make = Créer mon attestation
personal-attestation-get = Télécharger l’attestation (PDF)
personal-attestation-there = Votre attestation, numéro { $number }, est prête.
personal-attestation-revoked = Une attestation antérieure a été révoquée, car votre présence a été corrigée.
personal-done-attested = Votre attestation est prête.

mail-attestation-subject = Votre attestation de présence : { $title }
mail-attestation-heading = Votre attestation de présence
mail-attestation-intro = Merci de votre participation. Vous trouverez votre attestation en pièce jointe (PDF).
mail-attestation-check = Elle est signée électroniquement et indique une page où toute personne à qui vous la remettez peut vérifier qu’elle est valable.
mail-attestation-page = Vous pouvez aussi la télécharger sur votre page :
mail-attestation-file = attestation
mail-kind-attestation = Attestation de présence
cause-attested = Votre attestation de présence a été délivrée.
staff-preview-when-attestation = Une personne était présente, et les organisateurs font délivrer les attestations après l’événement.

staff-attestations = Attestations
staff-attestations-what = Toute personne présente reçoit par e-mail une attestation signée (PDF). Qui en a déjà une n’en reçoit pas d’autre. Si la présence est corrigée par la suite, l’attestation est révoquée aussitôt ; qui se révèle avoir été présent en reçoit une automatiquement.
staff-attestations-present = Présents
staff-attestations-issued = Attestations valables
staff-attestations-sent = Envoyées par e-mail
staff-attestations-open = Encore à délivrer
staff-attestations-revoked = Révoquées
staff-attestations-do = Délivrer les attestations
staff-attestations-working = Les attestations sont en cours de délivrance. Rechargez cette page pour voir où cela en est.
staff-attestations-reload = Recharger
staff-attestations-done = Toutes les attestations ont été délivrées.
staff-attestations-asked = Demandé le { $at }.
staff-attestations-nobody = Personne n’est enregistré comme présent : il n’y a rien à délivrer.
staff-attestations-early = Les attestations peuvent être délivrées une fois l’événement terminé.
staff-deed-attestations_issued = Attestations demandées
