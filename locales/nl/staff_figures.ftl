# Figures: attendance, its measures and dimensions.

staff-attendance = Opkomst
staff-all-figures = Alle cijfers
staff-all-platforms = Alle platformen
staff-from = Van kwartaal
staff-to = Tot en met kwartaal
staff-by = Opsplitsen volgens
staff-download-csv = Download als CSV
staff-download-json = Download als JSON
staff-no-figures = Er zijn geen inschrijvingen in deze periode.
staff-dimension-sector = Sector
staff-dimension-platform = Platform
staff-dimension-edition = Kwartaal
staff-dimension-mode = Deelname
staff-dimension-language = Taal
staff-dimension-event = Evenement
staff-measure-registered = Ingeschreven
staff-measure-confirmed = Had een plaats
staff-measure-attended = Aanwezig
staff-measure-no_show = Niet gekomen
staff-chart-sectors = Aanwezig, per sector
staff-chart-editions = Aanwezig, per kwartaal
staff-chart-population = { $n ->
    [one] Eén inschrijving met bewijs van aanwezigheid. Wie op twee evenementen was, telt twee keer.
   *[other] { $n } inschrijvingen met bewijs van aanwezigheid. Wie op twee evenementen was, telt twee keer.
}
staff-measures-what = Ingeschreven: adres bevestigd of door medewerkers ingeschreven. Had een plaats: op het einde. Aanwezig: er is een bewijs van aanwezigheid, met of zonder plaats. Niet gekomen: had een plaats op een voorbij evenement, zonder bewijs van aanwezigheid. Afgelaste evenementen tellen niet mee.
