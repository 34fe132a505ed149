# Figures: attendance, its measures and dimensions.

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
