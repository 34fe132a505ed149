# Interroger une fois par trimestre les titulaires de mandats.

staff-asking-on = Les titulaires sont interrogés chaque trimestre
staff-asking-off = Interroger les titulaires chaque trimestre
staff-asking-how = Ce qui se passe
staff-asking-what = À partir du premier jour de chaque trimestre, toute personne dont le mandat est en cours reçoit un e-mail qui demande s’il est toujours valable, et un second après 14 jours sans réponse. Qui répond non met fin à son propre mandat ce jour-là. Pour les mandats qui ont commencé ou été introduits pendant le trimestre, ou qui s’y terminent, rien n’est demandé ; les personnes invitées ne sont pas interrogées.
staff-asking-due = { $n ->
    [0] Personne ne recevrait d’e-mail maintenant.
    [one] Une personne recevrait un e-mail maintenant.
   *[other] { $n } personnes recevraient un e-mail maintenant.
}
staff-asking-stop-what = Si vous arrêtez, plus personne n’est interrogé ; les liens envoyés restent valables jusqu’à la fin du trimestre.
staff-asking-start = Interroger dès maintenant
staff-asking-stop = Ne plus interroger
staff-done-asking-on = Les titulaires sont interrogés dès maintenant.
staff-done-asking-off = Les titulaires ne sont plus interrogés.
staff-unconfirmed = Non confirmés ce trimestre
staff-not-confirmed = non confirmé ce trimestre
staff-confirmed-on = confirmé le { $day }
staff-last-confirmed = Dernière confirmation
staff-never-confirmed = jamais
staff-to-do-unconfirmed = { $n ->
    [one] Un mandat n’est pas confirmé ce trimestre : { $platform }
   *[other] { $n } mandats ne sont pas confirmés ce trimestre : { $platform }
}
staff-deed-holders_asking_set = Interrogation des titulaires modifiée
staff-deed-holders_asked = Titulaires interrogés
staff-deed-mandate_confirmed = Mandat confirmé
staff-journal-field-asks = Les titulaires sont interrogés
staff-journal-field-quarter = Trimestre
staff-journal-field-asked = Interrogés
staff-journal-field-asked_again = Interrogés de nouveau
