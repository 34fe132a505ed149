# Staff pages: attendance reports of meeting services, whom they saw, and deciding who it was.

staff-attendance-page = Attendance reports
staff-attendance-import = Take in a report
staff-attendance-import-what = Microsoft Teams, Zoom and Webex give a report of who was in a meeting, from when and until when. You see first whom it recognises; then you decide.
staff-attendance-file = Report as a file
staff-attendance-file-hint = As the meeting service gives it: a CSV file, or a workbook (.xlsx).
staff-attendance-text = Or pasted
staff-attendance-text-hint = A table of your own will do as well: a name or an e-mail address, from when, until when.
staff-attendance-zone = Time zone of the report
staff-attendance-zone-hint = Meeting services write the clock of whoever saved the report, and do not say which. Where the file names a zone, that one counts.
staff-attendance-read = How the report was read
staff-attendance-title = Title of the meeting
staff-attendance-service = Service
staff-attendance-dates = Dates
staff-attendance-day-first = the day first
staff-attendance-month-first = the month first
staff-attendance-asked = Asked for presence
staff-attendance-absent = Rows of people who did not come
staff-attendance-repeated = Times that stood there twice
staff-attendance-in-file = People in the report
staff-attendance-outside = { $n } of { $of } times lie outside the event. Is this the report of this meeting, and is the time zone right?
staff-attendance-no-zone = The report names no time zone. Its times are read as { $zone }.
staff-attendance-habit = Nothing in the report tells whether its dates begin with the day or the month. Look at the minutes below.
staff-attendance-doubts = Doubtful rows
staff-attendance-doubts-what = Look at these rows of the file. They change nothing else in it.
staff-attendance-take = Take in as shown
staff-attendance-again = Another report or zone
staff-attendance-differs = Something changed in the meantime. Nothing was taken in. Below is what the report would do now: look again.
staff-attendance-before = This very report was taken in before. To read it anew, take it back first.
staff-attendance-none = No report was taken in for this event.
staff-attendance-none-open = Nobody waits for your decision.
staff-attendance-none-taken = Nobody was recognised.
staff-attendance-none-dismissed = Nobody was left out.
staff-attendance-reports = Reports taken in
staff-attendance-people = People
staff-attendance-by-clock = { $service }, by the clock of { $zone }
staff-attendance-undo = Take back
staff-attendance-undo-heading = Take the report back
staff-attendance-undo-what = { $service }, taken in on { $at }. All that it proves is taken back, of { $n ->
    [one] one person
   *[other] { $n } people
 }. Whom it saw is forgotten; the file can be taken in anew.
staff-attendance-unknown-what = Hosts, speakers and colleagues are usually not registered. Those who are near nobody who is registered can be left out together.
staff-attendance-dismiss = { $n ->
    [one] Leave out the one who is not registered
   *[other] Leave out all { $n } who are not registered
 }
staff-service-teams = Microsoft Teams
staff-service-zoom = Zoom
staff-service-webex = Webex
staff-service-plain = Plain table
staff-sighting-open = To be decided
staff-sighting-taken = Recognised
staff-sighting-dismissed = Left out
staff-seen-in-file = In the report
staff-seen-whose = Registration
staff-seen-how = Why
staff-seen-minutes = During the event
staff-seen-n-minutes = { $n } min
staff-seen-no-time = no time known
staff-seen-recognised = Recognised
staff-seen-recognised-what = These get the minutes of the report. Whoever has too few of them does not count as present by the report alone.
staff-seen-unsure = To be decided
staff-seen-unsure-what = These wait on the event’s page until somebody says who it is.
staff-seen-unknown = Not registered
staff-seen-unknown-what = Nobody of this name or address is registered. These wait as well; those who are no concern of yours can be left out together.
staff-seen-by-address = By the e-mail address
staff-seen-by-name = By the name
staff-seen-by-staff = Decided by staff
staff-seen-certain = By address or name
staff-seen-maybe = Perhaps { $name }{ $more ->
    [0] {""}
   *[other] {" "}or { $more } more
 }
staff-seen-decide = Decide
staff-seen-decide-who = Who was it?
staff-seen-lead = In the report, line { $line }: { $who }; { $minutes }.
staff-seen-who = Who it was
staff-seen-who-what = The times of the report then count for this registration.
staff-seen-nobody = Nobody who is registered
staff-seen-other = Somebody else
staff-seen-other-hint = Name, e-mail address or number of a registration at this event.
staff-seen-save = Save
staff-seen-is = Counts for { $name }.
staff-seen-is-nobody = Was left out, as nobody who is registered.
staff-seen-put-back = Decide anew
staff-seen-put-back-what = The times of the report no longer count for this registration; who it was is to be decided again.
staff-unsure-same-name = Several registrations have this name
staff-unsure-claimed = The registration of this name was recognised otherwise, or twice
staff-unsure-near = Almost the same name
staff-unsure-address-of-another = The address is of one registration, the name of another
staff-unsure-same-address = Several registrations have this address
staff-unsure-unknown = Not registered under this name or address
staff-unsure-no-time = Recognised, without any time
staff-unsure-put-back = Put back by staff
staff-doubtful-nobody = Neither a name nor an address; left out.
staff-doubtful-formula = “{ $found }” is a formula; it counts as empty.
staff-doubtful-time = No time can be read here: “{ $found }”. The row gives no minutes.
staff-doubtful-no-such-time = No such time. The row gives no minutes.
staff-doubtful-no-join = It does not say when they came. The row gives no minutes.
staff-doubtful-open-end = It does not say when they left. It is taken until the end of the meeting.
staff-doubtful-leave-before-join = They left before they came (“{ $found }”). The row gives no minutes.
staff-doubtful-leave-without-join = “{ $found }” left without having come. The row gives no minutes.
staff-doubtful-action = “{ $found }” is neither coming nor leaving; left out.
staff-doubtful-no-such-hour = Summer time leaves out this hour. It is read as if the clock had not been put forward.
staff-doubtful-gaps = Only first coming and last leaving are known; { $found } seconds were spent in between. More than that does not count.
staff-doubtful-address = “{ $found }” is no e-mail address; it is not used.
staff-report-empty = There is nothing here. Choose a file, or paste the report.
staff-report-not-text = This is not text that can be read. Save the report as CSV in UTF-8.
staff-report-workbook = This workbook cannot be read. Save it as .xlsx without a password, or as CSV.
staff-report-too-large = The report is too large. Split it, or use the command line.
staff-report-too-many-rows = The report has more than { $most } rows. Split it.
staff-report-too-many-cells = This is no table of people: it has more than { $most } cells.
staff-report-open-quote = On line { $line } a quotation mark begins that ends nowhere.
staff-report-missing-columns = No line names the columns that are needed. Line { $line } comes nearest ({ $found }). It lacks: { $wanted }.
staff-report-no-rows = Line { $line } names the columns, and nobody stands below it.
staff-report-mixed-dates = Line { $one } writes dates with the day first, line { $other } with the month first. Write all of them like 2026-12-31.
staff-report-column-name = name
staff-report-column-email = e-mail address
staff-report-column-join = from when
staff-report-column-leave = until when
staff-fault-zone = “{ $value }” is no time zone. Write it like Europe/Brussels, or UTC.
staff-fault-who = Choose who it was, or search for somebody.
staff-fault-nobody-found = Nobody at this event is found by “{ $value }”. Try part of a name, or the e-mail address.
staff-fault-several-found = Several are found by “{ $value }”. Choose above.
staff-done-attendance-taken = { $n ->
    [one] The report is taken in: one person recognised.
   *[other] The report is taken in: { $n } people recognised.
 }
staff-done-attendance-undone = { $n ->
    [one] The report is taken back, with the proofs of one person.
   *[other] The report is taken back, with the proofs of { $n } people.
 }
staff-done-unknown-dismissed = { $n ->
    [one] One person is left out.
   *[other] { $n } people are left out.
 }
staff-done-sighting-assigned = The times of the report count for this registration.
staff-done-sighting-dismissed = It is noted that this is nobody who is registered.
staff-done-sighting-put-back = This is to be decided again.
staff-to-do-sightings = { $n ->
    [one] { $event }: one person in an attendance report is to be decided
   *[other] { $event }: { $n } people in attendance reports are to be decided
 }
staff-deed-attendance_imported = Attendance report taken in
staff-deed-attendance_import_undone = Attendance report taken back
staff-deed-sighting_assigned = Person in a report recognised
staff-deed-sighting_dismissed = People in a report left out
staff-deed-sighting_put_back = Person in a report to be decided anew
staff-journal-field-provider = Service
staff-journal-field-people = People
staff-journal-field-recognised = Recognised
staff-journal-field-open = To be decided
staff-journal-field-line = Line
