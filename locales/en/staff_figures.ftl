# Figures: attendance, its measures and dimensions.

staff-attendance = Attendance
staff-all-figures = All figures
staff-all-platforms = All platforms
staff-from = From quarter
staff-to = To quarter
staff-by = Split by
staff-download-csv = Download as CSV
staff-download-json = Download as JSON
staff-no-figures = There are no registrations in this period.
staff-dimension-sector = Sector
staff-dimension-platform = Platform
staff-dimension-edition = Quarter
staff-dimension-mode = How they took part
staff-dimension-language = Language
staff-dimension-event = Event
staff-measure-registered = Registered
staff-measure-confirmed = Had a seat
staff-measure-attended = Attended
staff-measure-no_show = Did not come
staff-chart-sectors = Attended, by sector
staff-chart-editions = Attended, by quarter
staff-chart-population = { $n ->
    [one] One registration with proof of presence. Somebody who came to two events counts twice.
   *[other] { $n } registrations with proof of presence. Somebody who came to two events counts twice.
}
staff-measures-what = Registered: confirmed their address or were entered by staff. Had a seat: at the end. Attended: there is proof of presence, with or without a seat. Did not come: had a seat at an event that is over, and no proof of presence. Events that were called off count for nothing.
