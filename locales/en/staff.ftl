# Texts of the staff pages that several of them use: words, navigation, the start page, faults. All keys begin with `staff-`.

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

# What was just done.
staff-done-ended = Your sign-in has ended. Sign in again.
staff-done-signed-out = You are signed out.
staff-done-nothing = Nothing was changed: the mail has another status by now.
staff-page-fault-not_found = The link may be incomplete, or you have no access to it. Start from the events.
staff-page-fault-wrong_method = You cannot open this page directly. Start from the events.
staff-page-fault-home = Go to the events
staff-fault-stale = Somebody else changed this event in the meantime. Note what you typed, open the event again and make your change there.

# What needs the reader now
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
staff-to-do-join-link = { $event } has no link to take part online. It begins { $at }.
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

# A table that somebody brings.
staff-table-file = Or as a file
staff-table-file-hint = A workbook (.xlsx) or a CSV file. It replaces what stands in the field.
