# Staff pages about the people of an event: list, one registration, decisions, the door.

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
staff-cause-mandate-ended = The mandate ended
staff-cause-switched-mode = Changed how they take part
staff-cause-corrected = Details corrected
staff-cause-event-changed = Told of a new time or place
staff-cause-event-called-off = Event called off
staff-cause-proof-lapsed = Address not confirmed in time
staff-cause-erased = Data erased
staff-cause-reminded = Reminder sent
staff-withdraw = Withdraw this registration
staff-withdraw-asked = Withdraw at the person’s request
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
staff-done-withdrawn = The registration is withdrawn.
staff-done-existed = This person was registered already. Nothing changed.
staff-done-entered-confirmed = The person is registered and has a seat.
staff-done-entered-waitlisted = The person is registered and stands on the waiting list.
staff-done-undone = The mark is taken back.

# What is wrong with what staff typed about somebody else
staff-error-name-empty = Enter the full name.
staff-error-name-control_character = Type the name again: it contains a hidden character or a line break.
staff-error-email-empty = Enter the work e-mail address.
staff-error-organisation-empty = Enter the name of the organisation.
staff-error-organisation-too_long = Enter a shorter name of the organisation, 160 characters at most.
staff-error-organisation-control_character = Type the name of the organisation again: it contains a hidden character or a line break.
staff-error-organisation-no_letter = Enter a name of the organisation with at least one letter or digit.
staff-error-sector-missing = Choose a sector.

# Where organisers decide
staff-cause-approved = Request accepted
staff-cause-rejected = Not accepted
staff-approve = Accept
staff-reject = Do not accept this request
staff-reject-what = { $name } gets no seat, or loses it, and gets an e-mail with your reason. A seat that becomes free goes to whoever is next in line.
staff-reject-do = Do not accept
staff-done-approved = Accepted. The person gets an e-mail.
staff-done-rejected = Not accepted. The person gets an e-mail with your reason.
staff-cause-told-again = Told once more
