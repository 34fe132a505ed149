# Le tableau de bord : la situation des plateformes, et de petits graphiques par trimestre.

staff-nav-dashboard = Tableau de bord
staff-dash = Tableau de bord
staff-dash-parts = Parties du tableau de bord
staff-dash-part-overview = Aperçu
staff-dash-part-people = Personnes
staff-dash-part-ways = Participation et couverture
staff-dash-all-sectors = Tous les secteurs
staff-dash-standing = La situation des plateformes au { $quarter }
staff-dash-last = { $n ->
    [one] Dernier événement le { $day } : { $n } personne présente
   *[other] Dernier événement le { $day } : { $n } personnes présentes
}
staff-dash-more = ▲ { $n } de plus qu’avant
staff-dash-fewer = ▼ { $n } de moins qu’avant
staff-dash-same = = autant qu’avant
staff-dash-no-last = Pas encore d’événement
staff-dash-next = Prochain événement le { $day } : { $taken } places prises sur { $seats }
staff-dash-next-open = Prochain événement le { $day } : { $taken } places prises, sans limite
staff-dash-no-next = Rien de prévu
staff-dash-table = Sous forme de tableau
staff-dash-key = Lorsque le focus est dans un graphique, la touche t ouvre et ferme son tableau.
staff-dash-signs = ▪ trimestre clôturé, chiffres tels qu’ils ont été figés. – aucun événement n’a eu lieu, donc pas de chiffre. Les autres trimestres sont comptés, en tout ou en partie, tels qu’ils sont aujourd’hui.
staff-dash-series = { $label } : { $figures }
staff-dash-share = { $share } ({ $part } sur { $whole })
staff-dash-each-platform = Les personnes et les organisations sont comptées une fois par plateforme : qui participe à deux plateformes compte ici deux fois.
staff-dash-no-sector = Les personnes, les organisations, le délai d’inscription et la couverture ne sont pas répartis par secteur et ne sont pas affichés tant qu’un secteur est choisi : pour les trimestres clôturés, ils ne sont pas connus par secteur.
staff-dash-publish = Publiez les chiffres avec « quarterdeck report attendance --suppress », qui masque les petits nombres et tout ce qui permettrait de les déduire.
staff-dash-nothing = Aucun événement ne compte dans cette période. Choisissez d’autres trimestres ou une autre plateforme.
staff-dash-fault-quarter = « { $value } » n’est pas un trimestre. Choisissez-en un dans la liste ou écrivez-le comme 2026-Q4.
staff-dash-fault-order = { $value } précède le premier trimestre. Inversez les deux.
staff-dash-fault-long = Huit trimestres au plus tiennent côte à côte. Commencez par { $value } ou plus tard.
staff-dash-fault-platform = Il n’y a pas de plateforme « { $value } » dont vous pouvez voir les chiffres. Choisissez-en une dans la liste.
staff-dash-fault-sector = Il n’y a pas de secteur « { $value } ». Choisissez-en un dans la liste.
