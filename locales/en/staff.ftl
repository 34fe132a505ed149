# Texts of the staff pages: keys start with `staff-`.

staff-area = For organisers
staff-nav = Sections
staff-nav-events = Events
staff-nav-figures = Figures
staff-nav-mails = Mails
staff-crumbs = You are here
staff-sign-in = Sign in
staff-sign-out = Sign out
staff-email = E-mail address
staff-password = Password
staff-forgot = Forgot your password? Ask the administrator.

# Words used on several pages.
staff-event = Event
staff-when = When
staff-status = Status
staff-seats = Seats
staff-mode = How they take part
staff-name = Name
staff-organisation = Organisation
staff-sector = Sector
staff-language = Language
staff-platform = Platform
staff-edition = Quarter
staff-reference = Reference
staff-presence = Presence
staff-present = Present
staff-not-present = Not marked present
staff-erased = Erased at the person’s request
staff-action = What to do
staff-all = All
staff-choose = Choose
staff-why = Why
staff-reason = Reason
staff-save = Save
staff-back = Back without saving
staff-show = Show
staff-total = Total
staff-label-value = { $label }: { $value }
staff-given-of = { $n ->
   *[other] { $given } of { $capacity } seats taken
}
staff-given-n = { $n ->
    [one] 1 seat taken
   *[other] { $n } seats taken
}
staff-search = Search by name, organisation, e-mail address or reference
staff-search-go = Search
staff-nobody = Nobody found.
staff-first-page = First page
staff-next-page = Next page

# The list of events.
staff-new-event = New event
staff-upcoming = Upcoming
staff-past = Past
staff-no-upcoming = There are no events to come.
staff-no-past = There are no past events.
staff-more-past = Show all past events
staff-n-waiting = { $n ->
    [one] 1 person waiting
   *[other] { $n } people waiting
}

# One event.
staff-facts = Time and place
staff-given = Given
staff-capacity = Total seats
staff-left = Left
staff-waiting = Waiting
staff-count-pending = Not yet registered
staff-count-awaiting_approval = Waiting for an answer
staff-count-confirmed = Registered
staff-count-waitlisted = On the waiting list
staff-count-withdrawn = Withdrawn
staff-count-rejected = Not accepted
staff-count-cancelled = Event called off
staff-count-expired = Not confirmed in time
staff-count-present = Present
staff-unlimited = No limit
staff-organisation-max = { $n ->
    [one] At most 1 seat for one organisation
   *[other] At most { $n } seats for one organisation
}
staff-release = Unused quotas are open to every sector from { $at }.
staff-format = Format
staff-venue = Place
staff-join-link = Link to join online
staff-opens = Registration opens
staff-closes = Registration closes
staff-call-off-reason = Why it was called off
staff-change = Change
staff-check-in = Mark presence
staff-registrations = Registrations
staff-public-page = Public page
staff-is-draft = This event is a draft: nobody outside can see it
staff-gaps = Before it can be published, fill in:
staff-publish-what = Everything is there in all four languages. Once published, people can see it and register.
staff-publish = Publish
staff-gap-in = { $what }: missing in { $language ->
    [nl] Dutch
    [fr] French
    [de] German
   *[en] English
}
staff-gap-all = { $what }: missing or not right
staff-gap-title = Title
staff-gap-summary = Summary
staff-gap-venue = Place
staff-gap-agenda = Programme
staff-gap-capacity = Seats in the room
staff-gap-join-link = Link to join online
staff-gap-schedule = Time

# Forms of an event.
staff-edit-texts = Edit texts
staff-edit-texts-what = Changes of texts are shown at once. Nobody is sent a mail about them.
staff-new-event-what = The event begins as a draft. Web address, start, end and closing of registration are needed at once; all else can stay empty until it is published.
staff-which-event = Which event
staff-slug = Web address
staff-slug-hint = 2 to 60 small letters, digits and hyphens, like qctr-2026-q4. It never changes.
staff-edition-hint = The quarter it reports on, like 2026-Q4.
staff-follows = Follows
staff-follows-none = No event
staff-create = Create the draft
staff-title = Title
staff-in-language = { $what } ({ $language })
staff-summary = Summary
staff-summary-hint = Paragraphs, with an empty line between them; 4,000 characters at most.
staff-tlp = Traffic Light Protocol
staff-tlp-label = How far the content may travel
staff-agenda-item = Programme, item { $n }
staff-agenda-hint = An item that you empty is removed. Save to get more empty ones.
staff-agenda-at = From
staff-agenda-speaker = Speaker (optional)
staff-reschedule = Change time or place
staff-reschedule-what = { $n ->
    [0] Nobody needs to be told yet.
    [one] One person will be told by mail what changed, and their calendar follows.
   *[other] { $n } people will be told by mail what changed, and their calendars follow. Whoever reads no difference in their language is not told.
} The times in the programme do not move along: change them under “Edit texts”.
staff-reschedule-do = { $n ->
    [0] Save
    [one] Save and tell one person
   *[other] Save and tell { $n } people
}
staff-time = Time
staff-time-hint = Brussels time.
staff-now = Now: { $at }
staff-starts = Start
staff-ends = End
staff-opens-hint = Empty: as soon as it is published.
staff-way = How people take part
staff-join-link-hint = Begins with https://. Only people with an online seat see it.
staff-venue-hint = Name and address on one line. Empty for an event online only.
staff-change-seats = Change seats
staff-change-seats-what = Nobody loses a seat. Whoever waits moves up at once when a seat becomes free, and is told by mail.
staff-seats-on-site = Seats in the room
staff-seats-online = Seats online
staff-seats-hint = An empty field means no limit. Only the room always needs a number of seats.
staff-quota-private = At most for the private sector
staff-quota-academic = At most for the academic sector
staff-quota-public = At most for the public sector
staff-max-organisation = At most for one organisation
staff-release-legend = When unused quotas become free
staff-release-at = Day and time
staff-release-hint = From then on every sector can have the seats that are left. Empty: never.
staff-call-off = Call off
staff-call-off-what = { $n ->
    [0] “{ $title }” will be called off for good. Nobody has to be told.
    [one] “{ $title }” will be called off for good. One person is told by mail and the event leaves their calendar.
   *[other] “{ $title }” will be called off for good. { $n } people are told by mail and the event leaves their calendars.
}
staff-call-off-reason-hint = Optional, one line, 200 characters at most. Participants read this in the e-mail, all of them as you type it: choose the language, or write it in more than one.
staff-call-off-do = Call the event off for good
staff-keep-event = Keep the event

# People.
staff-export = List as CSV file
staff-enter = Enter a person
staff-enter-what = The address counts as confirmed. The person gets a seat or a place on the waiting list at once, and a mail about it.
staff-enter-do = Register this person
staff-person = Person
staff-place = Number { $n } on the waiting list.
staff-reason-organisation-full = The organisation already has { $limit ->
    [one] the one seat it can have.
   *[other] the { $limit } seats it can have.
}
staff-reason-seat-freed = A seat became free and it was this person’s turn.
staff-reason-own-wish = The person asked for it.
staff-reason-erased = The person erased their data.
staff-registered-at = Registered on
staff-history = What happened
staff-actor-person = The person
staff-actor-system = Automatic
staff-actor-user = Staff
staff-actor-token = A program
staff-cause-registered = Form filled in
staff-cause-repeated = Form filled in again, nothing changed
staff-cause-repeated_soon = Form filled in again, nothing changed
staff-cause-proved = Address confirmed
staff-cause-entered-by-staff = Entered by hand
staff-cause-promoted = Moved up from the waiting list
staff-cause-withdrew = Withdrew
staff-cause-withdrawn-by-staff = Withdrawn by staff
staff-cause-switched-mode = Changed how they take part
staff-cause-corrected = Details corrected
staff-cause-event-changed = Told of a new time or place
staff-cause-event-called-off = Event called off
staff-cause-proof-lapsed = Address not confirmed in time
staff-cause-erased = Data erased
staff-cause-reminded = Reminder sent
staff-withdraw = Withdraw this registration
staff-withdraw-what = { $name } loses the seat or the place on the waiting list and is told by mail. A seat that becomes free goes to whoever is next in line.
staff-withdraw-reason-hint = One line, 200 characters at most. The person reads this in the e-mail and on their page, as you type it: write it in the person’s language.
staff-withdraw-do = Withdraw

# The door.
staff-who = Who is here?
staff-check-in-how = Type the first letters of a name. When one person is left, Enter marks them present.
staff-mark = Mark present
staff-is-here = is marked present.
staff-undo = Undo
staff-standing = { $present } present, { $expected } expected
staff-early = This event is on { $day }. Mark people now only if you are trying this page, and undo it afterwards: whoever is marked counts as attended.
staff-door-list = All names, to print
staff-door-list-back = Back to marking presence
staff-more-people = The first { $n } names are shown. To find somebody else, type part of their name and press Enter.
staff-found = { $n ->
    [one] 1 person
   *[other] { $n } people
}
staff-found-none = Nobody on this page; press Enter to search everywhere.
staff-found-here = { $n ->
    [one] 1 person on this page; press Enter to search everywhere.
   *[other] { $n } people on this page; press Enter to search everywhere.
}

# The mail room.
staff-mail = Mail
staff-mail-status-queued = Waiting to be sent
staff-mail-status-sent = Sent
staff-mail-status-failed = Not delivered
staff-mail-status-aborted = No longer needed
staff-mails-queued = Waiting to be sent
staff-mails-sent = Sent
staff-mails-failed = Not delivered
staff-mails-aborted = No longer needed
staff-attempts = { $n ->
    [one] 1 attempt
   *[other] { $n } attempts
}
staff-retry = Try again
staff-abort = Give up
staff-no-mails = There are no mails here.
staff-mails-cut = The newest { $n } are shown.

# Figures.
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

# What was just done.
staff-done-ended = Your sign-in has ended. Sign in again.
staff-done-signed-out = You are signed out.
staff-done-created = The draft is made.
staff-done-saved = The texts are saved.
staff-done-published = The event is published.
staff-done-rescheduled = { $n ->
    [0] Saved. Nobody had to be told.
    [one] Saved. One person is told by mail.
   *[other] Saved. { $n } people are told by mail.
}
staff-done-called-off = { $n ->
    [0] The event is called off.
    [one] The event is called off. One place has ended.
   *[other] The event is called off. { $n } places have ended.
}
staff-done-seats = { $n ->
    [0] The seats are changed.
    [one] The seats are changed. One person moved up from the waiting list.
   *[other] The seats are changed. { $n } people moved up from the waiting list.
}
staff-done-withdrawn = The registration is withdrawn.
staff-done-existed = This person was registered already. Nothing changed.
staff-done-entered-confirmed = The person is registered and has a seat.
staff-done-entered-waitlisted = The person is registered and stands on the waiting list.
staff-done-undone = The mark is taken back.
staff-done-retried = The mail will be tried again now.
staff-done-aborted = The mail is given up.
staff-done-nothing = Nothing was changed: the mail has another status by now.

# What is wrong, and what to do.
staff-fault-sign-in = Check your e-mail address and password: they do not belong together, or you no longer have access.
staff-page-fault-not_found = The link may be incomplete, or you have no access to it. Start from the events.
staff-page-fault-wrong_method = You cannot open this page directly. Start from the events.
staff-page-fault-home = Go to the events
staff-fault-stale = Somebody else changed this event in the meantime. Note what you typed, open the event again and make your change there.
staff-fault-taken = Choose another one: this is taken already.
staff-fault-mode = Choose a way of taking part that the event offers.
staff-fault-not-open = Nobody can be entered: the event is a draft, over or called off.
staff-fault-wrong-state = This cannot be done. The status of the registration is “{ $state }”.
staff-fault-event-called_off = The event was called off: it cannot be changed any more.
staff-fault-event-past = The event is over: this can no longer be changed.
staff-fault-event-mode_in_use = People take part or wait in a way that the new form no longer offers. Keep that way.
staff-fault-event-draft = The event is a draft. Publish it first.
staff-fault-starts-at = Enter a start in the future.
staff-fault-ends-at = Enter an end after the start.
staff-fault-closes-at = Registration must close before the event ends.
staff-fault-opens-at = Registration must open before it closes.
staff-fault-join-link = Enter a whole link that begins with https://, for an event that is held online too.
staff-fault-below-taken = { $taken ->
    [one] { $asked } is too few: 1 seat is given. Enter 1 or more.
   *[other] { $asked } is too few: { $taken } seats are given. Enter { $taken } or more.
}
staff-fault-below-quota = { $asked } is too few for “{ $sector }”: { $taken } given. Enter { $taken } or more.
staff-fault-choose = Choose one of the answers.
staff-fault-slug = Use 2 to 60 small letters, digits and hyphens, with no hyphen at either end.
staff-fault-edition = Enter a quarter like 2026-Q4.
staff-fault-time = Enter a time like 14:00.
staff-fault-moment = Enter a valid day and time (years 2000 to 2999), for example 2026-12-10 14:00.
staff-fault-number = Enter a whole number from 0 to 1,000,000, or nothing.

## What is wrong with what staff typed about somebody else
staff-error-name-empty = Enter the full name.
staff-error-name-control_character = Type the name again: it contains a hidden character or a line break.
staff-error-email-empty = Enter the work e-mail address.
staff-error-organisation-empty = Enter the name of the organisation.
staff-error-organisation-too_long = Enter a shorter name of the organisation, 160 characters at most.
staff-error-organisation-control_character = Type the name of the organisation again: it contains a hidden character or a line break.
staff-error-organisation-no_letter = Enter a name of the organisation with at least one letter or digit.
staff-error-sector-missing = Choose a sector.

## The journal
staff-nav-journal = Journal
staff-journal-what = Who did what, to what and when, and what changed by it. Each line is sealed together with the one before it; no participant’s name stands in it.
staff-journal-search = Event, reference, user or token
staff-journal-search-hint = For example qctr-2026-q4, or the e-mail address of a member of staff.
staff-journal-deed = Action
staff-journal-who = Who
staff-journal-about = About
staff-journal-changes = What changed
staff-journal-nothing = Nothing found.
staff-journal-more = and { $n } more
staff-actor-operator = The operator, on the server
staff-subject-catalogue = Catalogue
staff-subject-person = A person
staff-deed-event_created = Event created
staff-deed-event_edited = Event edited
staff-deed-event_published = Event published
staff-deed-event_rescheduled = Event moved
staff-deed-seats_changed = Seats changed
staff-deed-event_called_off = Event called off
staff-deed-registrations_entered = People entered
staff-deed-registration_changed = Registration changed
staff-deed-registration_withdrawn = Registration withdrawn
staff-deed-presence_taken_back = Presence taken back
staff-deed-registrations_exported = List exported
staff-deed-person_exported = Personal data handed out
staff-deed-registration_erased = Registration erased
staff-deed-purged = Retention time over: erased
staff-deed-mail_retried = Mail tried again
staff-deed-mail_aborted = Mail given up
staff-deed-catalogue_loaded = Catalogue loaded
staff-deed-user_added = User added
staff-deed-password_set = Password set
staff-deed-role_given = Role given
staff-deed-role_taken = Role taken
staff-deed-user_disabled = User shut out
staff-deed-user_enabled = User let in again
staff-deed-signed_in = Signed in
staff-deed-token_added = Token made
staff-deed-token_disabled = Token revoked
staff-journal-field-status = Status
staff-journal-field-edition = Quarter
staff-journal-field-follows = Follows
staff-journal-field-tlp = TLP
staff-journal-field-title = Title
staff-journal-field-summary = Summary
staff-journal-field-agenda = Programme
staff-journal-field-starts_at = Start
staff-journal-field-ends_at = End
staff-journal-field-opens_at = Registration opens
staff-journal-field-closes_at = Registration closes
staff-journal-field-format = Format
staff-journal-field-venue = Place
staff-journal-field-join_link = Link to join online
staff-journal-field-seats = Seats
staff-journal-field-reason = Reason
staff-journal-field-told = People told
staff-journal-field-count = Count
staff-journal-field-registrations = Registrations
staff-journal-field-changed = Changed
staff-journal-field-mode = Way of attending
staff-journal-field-state = State
staff-journal-field-proofs = Proofs
staff-journal-field-rows = Rows
staff-journal-field-role = Role
staff-journal-field-platform = Platform
staff-journal-field-mail = Mail
staff-journal-field-kind = Kind
staff-journal-field-added = Added
staff-journal-field-updated = Updated

## Where organisers decide
staff-cause-approved = Request accepted
staff-cause-rejected = Not accepted
staff-approve = Accept
staff-reject = Do not accept this request
staff-reject-what = { $name } gets no seat, or loses it, and gets an e-mail with your reason. A seat that becomes free goes to whoever is next in line.
staff-reject-do = Do not accept
staff-done-approved = Accepted. The person gets an e-mail.
staff-done-rejected = Not accepted. The person gets an e-mail with your reason.
staff-deed-registration_approved = Request accepted
staff-deed-registration_rejected = Not accepted

## Users and tokens
staff-nav-users = Users
staff-roles = Roles
staff-role = Role
staff-everywhere = everywhere
staff-no-role = No role
staff-role-take = Take away
staff-shut-out = Shut out
staff-let-in = Active
staff-password-new = New password
staff-user-disable = Shut out
staff-user-enable = Let in again
staff-user-journal = What this user did
staff-user-add = Add a user or a role
staff-user-add-what = A new user gets a password, which you see once. Somebody who is there already gets the role as well.
staff-user-add-do = Add
staff-tokens = Tokens for programs
staff-tokens-what = With a token a program uses the API, with what one role may do.
staff-token-name = What the token is for
staff-token-add = Make a token
staff-token-add-do = Make the token
staff-token-disable = Revoke
staff-token-off = Revoked
staff-user-made = { $whose } is added. The password:
staff-password-made = The new password of { $whose }:
staff-token-made = The token “{ $whose }”:
staff-shown-once = You see this only once. Hand it over by a safe way.
staff-fault-token-name = Say what the token is for: 1 to 100 characters on one line.
staff-fault-token-taken = There is a token with that name already. Choose another.
staff-done-role-given = The user has the role now.
staff-done-role-taken = The user no longer has the role.
staff-done-user-disabled = The user is shut out and signed out.
staff-done-user-enabled = The user can sign in again.
staff-done-token-disabled = The token opens nothing any more.

## One’s own account
staff-account = Your account
staff-second-factor = Second factor
staff-second-factor-none = Signing in asks for your password only. With a second factor it also asks for a code from an app on your phone.
staff-second-factor-since = On since { $at }. { $left ->
    [0] No code for a lost phone is left.
    [one] One code for a lost phone is left.
   *[other] { $left } codes for a lost phone are left.
}
staff-second-factor-begin = Set up a second factor
staff-second-factor-set = Turn it on
staff-second-factor-off = Turn the second factor off
staff-second-factor-on = With a second factor
staff-scan-do = Scan this QR code with an authenticator app on your phone.
staff-scan-label = QR code with the secret
staff-scan-type = Or type this in the app:
staff-scan-then = Type the code that the app shows.
staff-code = Code
staff-code-hint = Six digits from your app.
staff-code-hint-lost = Six digits from your app. Phone lost? Use one of the codes that you kept, or ask the administrator.
staff-recovery-made = The second factor is on. These codes help when your phone is lost:
staff-recovery-what = You see them only once. Keep them in a safe place; each works one time.
staff-sign-ins = Where you are signed in
staff-sign-in-since = Signed in since
staff-sign-in-seen = Last used
staff-sign-in-here = This browser
staff-sign-ins-end = Sign out everywhere else
staff-password-change = Change the password
staff-password-present = Current password
staff-password-next = New password
staff-password-rule = At least { $n } characters. You are then signed out everywhere.
staff-sign-in-code = Second factor
staff-fault-password = This is not your current password.
staff-fault-password-short = The new password needs at least { $n } characters.
staff-fault-code = This code is wrong or was used already. Wait for the next one in your app. After ten wrong codes in a row we take none for a quarter of an hour.
staff-fault-code-first = This code does not fit. The QR code is still the same: wait until your app shows the next code and type that. Does your phone show the right time?
staff-done-second-factor-off = The second factor is off.
staff-done-sign-ins-ended = { $n ->
    [0] You were signed in nowhere else.
    [one] One sign-in ended.
   *[other] { $n } sign-ins ended.
}
staff-done-password-changed = Your password is changed. Sign in with the new one.
staff-journal-field-second_factor = Second factor
staff-deed-second_factor_set = Second factor set up
staff-deed-second_factor_taken = Second factor turned off

## What needs the reader now
staff-to-do = To do
staff-to-do-check-in = { $event } is today at { $at }: note who is present
staff-to-do-requests = { $n ->
    [one] One request waits for an answer: { $event }
   *[other] { $n } requests wait for an answer: { $event }
}
staff-to-do-dead-letters = { $n ->
    [one] One mail could not be delivered
   *[other] { $n } mails could not be delivered
}
staff-to-do-draft = { $n ->
    [0] Ready to be published: { $event }, { $at }
    [one] One thing is missing before it can be published: { $event }, { $at }
   *[other] { $n } things are missing before it can be published: { $event }, { $at }
}
staff-to-do-cadence = Nothing is planned in { $period } yet: { $platform }
staff-to-do-mandates = { $n ->
    [one] One mandate ends within 60 days: { $platform }
   *[other] { $n } mandates end within 60 days: { $platform }
}
staff-copy = Make a new event like this one

## Rosters
staff-nav-rosters = Rosters
staff-roster = Roster
staff-rosters-what = Who holds a mandate on each platform, in which function and until when.
staff-rosters-none = There are no platforms whose roster you may see.
staff-roster-empty = Nobody is on this roster yet.
staff-roster-search = Search by name, organisation or e-mail address
staff-function = Function
staff-mandate = Mandate
staff-mandates = Mandates
staff-deputy = Deputy
staff-deputy-hint = A deputy stands in for whoever holds the same function in the same organisation.
staff-yes = Yes
staff-no = No
staff-term = { $start } to { $end }
staff-term-open = since { $start }, without an end date
staff-until = until { $day }
staff-no-end = no end date
staff-phase-current = In force
staff-phase-ending = Ends within 60 days
staff-phase-to_come = Begins later
staff-phase-ended = Ended
staff-phase-of-current = In force
staff-phase-of-ending = Ends soon
staff-phase-of-to_come = Begins later
staff-phase-of-ended = Ended
staff-member-add = Add a person
staff-member-edit = Change the mandate
staff-mandate-hint = Somebody who moves to another organisation gets a new mandate: end the old one and add the new one.
staff-mandate-start = First day
staff-mandate-end = Last day (optional)
staff-mandate-end-hint = That day still belongs to the mandate. Empty: without an end date.
staff-mandate-last-day = Last day of the mandate
staff-mandate-last-day-hint = That day still belongs to it. After it the person can no longer register as a member.
staff-member-entered = Entered on
staff-member-changed = Last changed on
staff-member-end = End the mandate
staff-member-end-what = { $name }, { $function }, { $organisation }. The mandate stays on the roster, among those that ended.
staff-member-end-do = End the mandate
staff-member-remove = Remove as a mistake
staff-member-remove-what = { $name }, { $function }, { $organisation }. The mandate disappears as if it had never been there. If it is over, end it; remove only what was entered by mistake.
staff-member-remove-do = Remove for good
staff-done-member-added = The person is on the roster.
staff-done-member-changed = The mandate is changed.
staff-done-mandate-ended = The mandate has its last day now.
staff-done-member-removed = The mandate is removed.
staff-done-members-imported = { $n ->
    [0] Everything was there already. Nothing was written.
    [one] One mandate written.
   *[other] { $n } mandates written.
}
staff-done-import-undone = The import is undone.
staff-fault-day = Enter a day, for example 31/12/2026 (years 2000 to 2999).
staff-fault-mandate-end = Choose a last day that is not before the first day.
staff-fault-mandate-twice = This person already holds the same function for this organisation in that period. Change that mandate, or choose another period.
staff-fault-member-stale = Somebody else changed this mandate in the meantime. Note what you typed, open the mandate again and make your change there.
staff-import = Import a table
staff-import-what = Paste a table from your spreadsheet. You see first what would happen; then you decide.
staff-import-table = Table
staff-import-table-hint = The first row holds the names of the columns: name, e-mail, organisation, function and language are needed.
staff-import-look = See what would happen
staff-import-look-what = Nothing is written yet. Whoever is not in the table stays on the roster as they are.
staff-import-new = New
staff-import-changed = Changed
staff-import-same = Unchanged
staff-import-doubtful = Doubtful
staff-import-wrong = Wrong
staff-import-line = Line
staff-import-note = What
staff-import-more = And { $n } more.
staff-import-take-doubtful = Take the doubtful rows as new, too
staff-import-keep-good = Leave the wrong rows out and write the good ones
staff-import-do = Write as shown
staff-import-again = Paste another table
staff-import-nothing = There is nothing to write.
staff-import-differs = The roster changed in the meantime. Nothing was written. Below is what the table would do now: look again.
staff-import-refused = Nothing was written: there are wrong rows. Correct them in the table, or choose below to leave them out.
staff-import-how = Which columns and words
staff-import-how-columns = Columns, in any order, in Dutch, French, German or English: name, e-mail, organisation, function, language; if you like sector, start, end, deputy.
staff-import-how-words = Functions: csi, dpo, ciso, IT manager, representative, expert, other. Days like 31/12/2026 or 2026-12-31.
staff-import-how-rest = A mandate is recognised by e-mail address, function and organisation. A column that is missing changes nothing; an empty end means without an end date. An import can be undone for 30 days, as long as nothing of it was changed.
staff-import-example = name;email;organisation;function;language;start;end
staff-imports = Earlier imports
staff-import-did = { $added } new, { $changed } changed
staff-import-undone = Undone
staff-import-not-undone = This import can no longer be undone: something of it was changed or removed since, or it is older than 30 days. Nothing was changed.
staff-doubt-same-name = Somebody of this name is on the roster already, with another address: { $email }
staff-doubt-organisation = The organisation resembles a known one: { $name }
staff-row-said = “{ $value }”: { $what }
staff-row-beyond = “{ $value }” stands beyond the last column: there is a separator too many.
staff-row-ends = The mandate would end before it starts: { $value }. Correct the start or the end.
staff-row-twice = The same mandate stands on line { $value } already. Leave one of them out.
staff-row-overlaps = The person would hold the same mandate twice in that period. Correct the start or the end.
staff-row-function = “{ $value }” is not a function that we know: csi, dpo, ciso, it_manager, representative, expert or other.
staff-row-language = “{ $value }” is not a language that we know: nl, fr, de or en.
staff-row-sector = “{ $value }” is not a sector that we know: public, academic or private.
staff-row-deputy = “{ $value }” is not a yes or no.
staff-row-day = “{ $value }” is not a day. Write it like 31/12/2026 or 2026-12-31 (years 2000 to 2999).
staff-table-empty = Paste a table: the names of the columns on the first row, below it a row for each mandate.
staff-table-no-rows = There is no row below the names of the columns.
staff-table-workbook = This is a workbook and not a table of text. Save it as CSV in your spreadsheet program first.
staff-table-not-text = This is not text that can be read. Save the table as CSV in UTF-8.
staff-table-too-large = The table is too large. Split it, or use the command line.
staff-table-too-many-rows = The table has too many rows. Split it.
staff-table-unknown-columns = Unknown columns: { $names }. Known are: { $known }. Remove or rename them.
staff-table-missing-columns = These columns are missing: { $names }. The names of the columns stand on the first row.
staff-table-twice-column = Two columns mean { $names }. Leave one out.
staff-table-open-quote = On line { $names } a quotation mark begins that ends nowhere.
staff-coverage = Coverage
staff-coverage-see = See the coverage
staff-coverage-what = Every organisation that has or had somebody here, with each function: who holds it now, until when, and when that person was last present. Of public services CSI and DPO are always shown where the platform knows these functions.
staff-coverage-all = All
staff-coverage-vacant = Vacant
staff-coverage-ending = Ending soon
staff-coverage-unreachable = Not reached
staff-coverage-none = There is nothing to show here.
staff-holder = Who
staff-organisation-last = Organisation last present
staff-post-held = Held
staff-post-ending = Ends soon
staff-post-deputy_only = Deputy only
staff-post-vacant = Vacant
staff-held-until = Held until { $day }
staff-next-from = Held again from { $day }
staff-last-present = Last present on { $day }
staff-never-present = No presence known
staff-unreachable = The last mail did not arrive
staff-subject-member = Mandate
staff-subject-import = Import
staff-subject-roster = Roster
staff-deed-member_added = Added to a roster
staff-deed-member_changed = Mandate changed
staff-deed-mandate_ended = Mandate ended
staff-deed-member_removed = Mandate removed
staff-deed-members_imported = Table of members imported
staff-deed-members_import_undone = Import undone
staff-deed-members_exported = Roster exported
staff-deed-member_erased = Member erased
staff-journal-field-function = Function
staff-journal-field-deputy = Deputy
staff-journal-field-start = First day
staff-journal-field-end = Last day
staff-journal-field-removed = Removed
staff-journal-field-mandates = Mandates

# Invitations
staff-invitations = Invitations
staff-invitations-search = Search by name, organisation or e-mail address
staff-no-invitations = Nobody.
staff-invitation-withdraw = Take back
staff-sendings = Sendings
staff-sending-progress = { $sent } of { $all } sent
staff-sending-stopped = Stopped.
staff-sending-planned = { $n ->
    [one] Planned for one person
   *[other] Planned for { $n } people
}
staff-sending-failed = { $n ->
    [one] One not delivered
   *[other] { $n } not delivered
}
staff-sending-stop = Stop
staff-invite = Invite people
staff-invite-what = Everybody gets a personal link. It is valid for one address, the form is filled in, and one button gives a seat or a place in line. Before anything is sent you see who is meant and how the e-mail reads.
staff-invite-list = A list
staff-invite-people = People
staff-invite-list-hint = One person a line: name; e-mail address; organisation; sector; language. Addresses alone will do. You can also paste a table or a CSV file whose first line names the columns.
staff-invite-members = Members of the platform
staff-invite-members-hint = Whoever has a mandate in force today on the roster.
staff-invite-members-all = All functions
staff-fault-no-members = Nobody has a mandate in force today in this function.
staff-invite-guests = Guests of earlier events
staff-invite-guests-hint = Together with the list, or instead of it. Only people whose data are still kept.
staff-invite-from-none = None
staff-invite-from-all = All earlier events of this platform
staff-invite-who = Who
staff-invite-who-registered = Everybody who registered
staff-invite-who-present = Who was present
staff-invite-any = All
staff-invite-organisation = Organisation (part of the name)
staff-invite-sending = Sending
staff-invite-language = Language of the e-mail
staff-invite-language-hint = For people in the list who have no language of their own.
staff-invite-send-at = Send at
staff-invite-send-at-hint = Leave empty to send at once. Registration closes at { $closes }.
staff-invite-check = Check
staff-invite-checked = Check the invitations
staff-invite-count = { $n ->
    [0] Nobody will be invited.
    [one] One person will be invited.
   *[other] { $n } people will be invited.
}
staff-invite-now = The e-mails go out at once.
staff-invite-at = The e-mails go out at { $at }.
staff-invite-left-out = Left out: { $n }
staff-invite-line = Line { $line }
staff-invite-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
staff-invite-who-gets = Who gets it
staff-invite-mail = The e-mail
staff-invite-do = { $n ->
    [one] Invite one person
   *[other] Invite { $n } people
}
staff-invite-change = Change
staff-invite-back = Back to the invitations
staff-invite-line-sector = This is no sector. Use private, academic or public.
staff-invite-line-language = This is no language we write in. Use nl, fr, de or en.
staff-invite-line-row = This stands to the right of the last column. Is there a separator too many?
staff-invite-table-empty = There is nothing in the list.
staff-invite-table-no-rows = Below the names of the columns there is nothing.
staff-invite-table-workbook = This is a workbook. Save it as CSV in the spreadsheet program first.
staff-invite-table-not-text = This is not text. Save the table as CSV in UTF-8.
staff-invite-table-too-large = The list is too large. Split it.
staff-invite-table-too-many-rows = The list has too many lines. Split it.
staff-invite-table-unknown-columns = Unknown columns: { $names }. Known are name, email, organisation, sector and language.
staff-invite-table-missing-columns = Missing columns: { $names }. The first line names the columns.
staff-invite-table-twice-column = Two columns mean { $names }. Leave one out.
staff-invite-table-open-quote = Line { $names }: a quotation mark is opened and never closed.
staff-fault-list = Fill in a list, or choose earlier events.
staff-fault-list-long = The list holds more than { $n } people. Split it.
staff-fault-no-guests = Nobody was found at these events.
staff-fault-send-at = Choose a moment to come, before registration closes.
staff-remind-invited = Remind who did not answer
staff-remind-count = { $n ->
    [0] Nobody is to be reminded. Whoever was reminded in the last 24 hours is left in peace, and so is whoever registered by another way.
    [one] One person was reached and did not answer.
   *[other] { $n } people were reached and did not answer.
}
staff-remind-do = { $n ->
    [one] Remind one person
   *[other] Remind { $n } people
}
staff-done-invited = { $n ->
    [one] One person is invited.
   *[other] { $n } people are invited.
}
staff-done-invitations-planned = { $n ->
    [one] One person will be invited at the moment you chose.
   *[other] { $n } people will be invited at the moment you chose.
}
staff-done-nobody-invited = Nobody was invited: everybody in the list was invited or registered before.
staff-done-invited-reminded = { $n ->
    [0] Nobody was to be reminded.
    [one] One person is reminded.
   *[other] { $n } people are reminded.
}
staff-done-sending-stopped = { $n ->
    [0] Stopped. Everything was sent already.
    [one] Stopped. One e-mail is not sent.
   *[other] Stopped. { $n } e-mails are not sent.
}
staff-done-invitation-withdrawn = The invitation is taken back. Its link no longer works.
staff-fault-event-invitation-accepted = This invitation was accepted. Withdraw the registration first.
staff-cause-accepted-invitation = Invitation accepted
staff-deed-invitations_sent = People invited
staff-deed-invitations_reminded = Invited people reminded
staff-deed-invitations_stopped = Sending stopped
staff-deed-invitation_withdrawn = Invitation taken back
staff-deed-invitation_erased = Invitation erased
staff-journal-field-batch = Sending
staff-journal-field-send_at = Send at
staff-journal-field-unsent = Not sent
staff-journal-field-invitations = Invitations

staff-fault-code-missing = Type the code. Your app shows it, six digits.
staff-fault-code-lapsed = No QR code waits for its first code here: it is more than half an hour old, or was shown in another sign-in. Begin again with your password, and remove the old entry from your app.
staff-password-again = New password, once more
staff-fault-password-again = The two new passwords differ. Type the same one twice.
staff-device = Device
staff-device-unknown = Unknown device
staff-sign-in-end = Sign out there
staff-ask-back = Back to the users
staff-ask-password = Give a new password
staff-ask-password-what = { $whose } is signed out everywhere at once, and the old password opens nothing any more. You see the new one on the next page, once, and pass it on yourself. Second factor and passkeys stay: take them off as well where somebody else may have set them up.
staff-ask-password-do = Give a new password
staff-ask-disable = Shut somebody out
staff-ask-disable-what = { $whose } is signed out everywhere at once and cannot sign in until an administrator lets them in again. Their roles stay noted.
staff-ask-disable-do = Shut out
staff-ask-revoke = Take a role away
staff-ask-revoke-what = { $whose } loses the role “{ $role }” with their next click.
staff-ask-revoke-do = Take the role away
staff-ask-second-factor-off = Turn off a second factor
staff-ask-second-factor-off-what = { $whose } then signs in with the password alone; passkeys are removed, too. Do this only when they have lost phone and codes, and only when you are sure who asks. They can set up a new one on their account page.
staff-ask-second-factor-off-do = Turn off the second factor

staff-sign-in-passkey = Sign in with a passkey
staff-passkey-none = No passkey was used. Try again, or sign in with your password.
staff-passkey-none-made = No passkey was made, or this device holds one of yours already. Try again, or go back.
staff-passkey-down = That did not work: load the page again, or use your password.
staff-passkeys = Passkeys
staff-passkeys-what = With a passkey you sign in by your fingerprint, face, PIN or security key, without password or code. It works only on this site and cannot be passed on by mistake.
staff-passkey-name = Name of the passkey
staff-passkey-name-hint = For example the device that holds it.
staff-passkey-since = Added
staff-passkey-unused = Not yet
staff-passkey-add = Add a passkey
staff-passkey-remove = Remove
staff-passkey-remove-what = It opens nothing here any more. Remove it from your device as well.
staff-passkey-remove-do = Remove the passkey
staff-passkey-new = Add a passkey
staff-passkey-ask = Your browser now asks where to keep the passkey “{ $name }” and how you unlock it. You have five minutes.
staff-passkey-go = Go on
staff-passkey-back = Back to the account
staff-passkey-noscript = Adding a passkey needs scripts, which are off in this browser.
staff-fault-passkey = This passkey does not open anything here, it was answered too late, or you no longer have access. Try again, or sign in with your password.
staff-fault-passkey-name = Give the passkey a name of at most 60 characters.
staff-fault-passkey-script = Your browser made no passkey: scripts are off, or it knows none.
staff-fault-passkey-new = The answer of your device does not fit, or it took longer than five minutes. Begin again.
staff-fault-passkey-known = This passkey is known already.
staff-done-passkey-added = The passkey is added. You can sign in with it from now on.
staff-done-passkey-removed = The passkey is removed.
staff-journal-field-passkey = Passkey
staff-deed-passkey_added = Passkey added
staff-deed-passkey_removed = Passkey removed
