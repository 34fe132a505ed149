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
staff-given-of = { $given } of { $capacity } seats taken
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
staff-journal-is-true = Yes
staff-journal-is-false = No

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
staff-copy = Make a new event like this one
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
