# Figures: attendance, its measures and dimensions.

staff-attendance = Teilnahme
staff-all-figures = Alle Zahlen
staff-all-platforms = Alle Plattformen
staff-from = Ab Quartal
staff-to = Bis Quartal
staff-by = Aufteilen nach
staff-download-csv = Als CSV herunterladen
staff-download-json = Als JSON herunterladen
staff-no-figures = In diesem Zeitraum gibt es keine Anmeldungen.
staff-dimension-sector = Sektor
staff-dimension-platform = Plattform
staff-dimension-edition = Quartal
staff-dimension-mode = Teilnahme
staff-dimension-language = Sprache
staff-dimension-event = Veranstaltung
staff-measure-registered = Angemeldet
staff-measure-confirmed = Hatten einen Platz
staff-measure-attended = Anwesend
staff-measure-no_show = Nicht gekommen
staff-chart-sectors = Anwesend, nach Sektor
staff-chart-editions = Anwesend, nach Quartal
staff-chart-population = { $n ->
    [one] Eine Anmeldung mit Anwesenheitsnachweis. Wer bei zwei Veranstaltungen war, zählt zweimal.
   *[other] { $n } Anmeldungen mit Anwesenheitsnachweis. Wer bei zwei Veranstaltungen war, zählt zweimal.
}
staff-measures-what = Angemeldet: Adresse bestätigt oder vom Personal eingetragen. Hatten einen Platz: am Ende. Anwesend: Es gibt einen Anwesenheitsnachweis, mit oder ohne Platz. Nicht gekommen: hatten einen Platz bei einer vergangenen Veranstaltung, ohne Anwesenheitsnachweis. Abgesagte Veranstaltungen zählen nicht.
