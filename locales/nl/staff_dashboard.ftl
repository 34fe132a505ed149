# Het dashboard: hoe platformen ervoor staan, en kleine grafieken over kwartalen.

staff-nav-dashboard = Dashboard
staff-dash = Dashboard
staff-dash-parts = Delen van het dashboard
staff-dash-part-overview = Overzicht
staff-dash-part-people = Personen
staff-dash-part-ways = Deelname en bezetting
staff-dash-all-sectors = Alle sectoren
staff-dash-standing = Hoe de platformen ervoor staan in { $quarter }
staff-dash-last = { $n ->
    [one] Laatst op { $day }: { $n } persoon aanwezig
   *[other] Laatst op { $day }: { $n } personen aanwezig
}
staff-dash-more = ▲ { $n } meer dan daarvoor
staff-dash-fewer = ▼ { $n } minder dan daarvoor
staff-dash-same = = evenveel als daarvoor
staff-dash-no-last = Nog geen evenement
staff-dash-next = Volgende op { $day }: { $taken } van { $seats } plaatsen ingenomen
staff-dash-next-open = Volgende op { $day }: { $taken } plaatsen ingenomen, geen limiet
staff-dash-no-next = Niets gepland
staff-dash-table = Als tabel
staff-dash-key = Met de focus in een grafiek opent en sluit u met de toets t de tabel ervan.
staff-dash-signs = ▪ afgesloten kwartaal, cijfers zoals ze werden vastgelegd. – er vond geen evenement plaats, dus geen cijfer. De andere kwartalen zijn, geheel of gedeeltelijk, geteld zoals ze nu zijn.
staff-dash-series = { $label }: { $figures }
staff-dash-share = { $share } ({ $part } van { $whole })
staff-dash-each-platform = Personen en organisaties zijn per platform één keer geteld: wie op twee platformen aanwezig is, telt hier twee keer.
staff-dash-no-sector = Personen, organisaties, inschrijvingstermijn en bezetting worden niet per sector gesplitst en vallen weg zolang u een sector kiest: van afgesloten kwartalen zijn ze niet per sector bekend.
staff-dash-publish = Publiceer cijfers met “quarterdeck report attendance --suppress”: dat verbergt kleine aantallen en alles waaruit ze af te leiden zijn.
staff-dash-nothing = In deze periode telt geen enkel evenement. Kies andere kwartalen of een ander platform.
staff-dash-fault-quarter = “{ $value }” is geen kwartaal. Kies er een uit de lijst of schrijf het als 2026-Q4.
staff-dash-fault-order = { $value } ligt vóór het eerste kwartaal. Wissel de twee om.
staff-dash-fault-long = Er passen hoogstens acht kwartalen naast elkaar. Begin met { $value } of later.
staff-dash-fault-platform = Er is geen platform “{ $value }” waarvan u de cijfers mag zien. Kies er een uit de lijst.
staff-dash-fault-sector = Er is geen sector “{ $value }”. Kies er een uit de lijst.
