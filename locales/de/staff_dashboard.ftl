# Das Dashboard: wie die Plattformen stehen, und kleine Diagramme über Quartale.

staff-nav-dashboard = Dashboard
staff-dash = Dashboard
staff-dash-parts = Teile des Dashboards
staff-dash-part-overview = Überblick
staff-dash-part-people = Personen
staff-dash-part-ways = Teilnahme und Besetzung
staff-dash-all-sectors = Alle Sektoren
staff-dash-standing = Wie die Plattformen im { $quarter } stehen
staff-dash-last = { $n ->
    [one] Zuletzt am { $day }: { $n } Person anwesend
   *[other] Zuletzt am { $day }: { $n } Personen anwesend
}
staff-dash-more = ▲ { $n } mehr als davor
staff-dash-fewer = ▼ { $n } weniger als davor
staff-dash-same = = so viele wie davor
staff-dash-no-last = Noch keine Veranstaltung
staff-dash-next = Nächste am { $day }: { $taken } von { $seats } Plätzen vergeben
staff-dash-next-open = Nächste am { $day }: { $taken } Plätze vergeben, ohne Grenze
staff-dash-no-next = Nichts geplant
staff-dash-table = Als Tabelle
staff-dash-key = Steht der Fokus in einem Diagramm, öffnet und schließt die Taste t dessen Tabelle.
staff-dash-signs = ▪ abgeschlossenes Quartal, Zahlen wie festgehalten. – es fand keine Veranstaltung statt, also keine Zahl. Die anderen Quartale sind ganz oder teilweise nach dem jetzigen Stand gezählt.
staff-dash-series = { $label }: { $figures }
staff-dash-share = { $share } ({ $part } von { $whole })
staff-dash-each-platform = Personen und Organisationen sind je Plattform einmal gezählt: Wer an zwei Plattformen teilnimmt, zählt hier zweimal.
staff-dash-no-sector = Personen, Organisationen, Anmeldefrist und Besetzung werden nicht nach Sektoren getrennt und entfallen, solange ein Sektor gewählt ist: Von abgeschlossenen Quartalen sind sie nicht nach Sektoren bekannt.
staff-dash-publish = Veröffentlichen Sie Zahlen mit „quarterdeck report attendance --suppress“: Das verbirgt kleine Zahlen und alles, woraus sie sich ableiten ließen.
staff-dash-nothing = In diesem Zeitraum zählt keine Veranstaltung. Wählen Sie andere Quartale oder eine andere Plattform.
staff-dash-fault-quarter = „{ $value }“ ist kein Quartal. Wählen Sie eines aus der Liste, oder schreiben Sie es wie 2026-Q4.
staff-dash-fault-order = { $value } liegt vor dem ersten Quartal. Tauschen Sie die beiden.
staff-dash-fault-long = Höchstens acht Quartale passen nebeneinander. Beginnen Sie mit { $value } oder später.
staff-dash-fault-platform = Es gibt keine Plattform „{ $value }“, deren Zahlen Sie sehen dürfen. Wählen Sie eine aus der Liste.
staff-dash-fault-sector = Es gibt keinen Sektor „{ $value }“. Wählen Sie einen aus der Liste.
