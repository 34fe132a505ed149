# The mail room.

staff-mail = Mail
staff-mail-status-queued = Waiting to be sent
staff-mail-status-sent = Sent
staff-mail-status-failed = Not delivered
staff-mail-status-aborted = Not sent any more
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
staff-done-retried = The mail will be tried again now.
staff-done-aborted = The mail is given up.

# Lists, one mail, many at once.
staff-mail-kind = Kind of mail
staff-every-kind = Every kind
staff-every-language = Every language
staff-mail-words = Words searched
staff-mails-search = Search by name, organisation or e-mail address
staff-mails-oldest = The oldest mail that can go now has waited since { $at }.
staff-mails-retry-all = { $n ->
    [one] Try this one again
   *[other] Try all { $n } again
}
staff-mails-abort-all = { $n ->
    [one] Give this one up
   *[other] Give all { $n } up
}
staff-mails-retry-many = Try mails again
staff-mails-abort-many = Give mails up
staff-mails-retry-what = { $n ->
    [one] One mail will be tried again now. If it says what no longer holds, it stays.
   *[other] { $n } mails will be tried again now. Those that say what no longer holds stay.
}
staff-mails-abort-what = { $n ->
    [one] One mail will not be sent any more. The person does not get it.
   *[other] { $n } mails will not be sent any more. These people do not get them.
}
staff-mails-retry-do = { $n ->
    [one] Try one mail again
   *[other] Try { $count } mails again
}
staff-mails-abort-do = { $n ->
    [one] Give one mail up
   *[other] Give { $count } mails up
}
staff-mail-next = Again on { $at }
staff-mail-owed = Prepared on
staff-mail-to = To
staff-mail-from = From
staff-mail-date = Date
staff-mail-tries = Tried
staff-mail-sent = Sent on
staff-mail-said = What the mail server said
staff-mail-next-try = Next try
staff-mail-until = At the latest
staff-mail-overtaken = This mail no longer says how things stand. It will not be sent any more.
staff-mail-later = The mail that says how things stand now
staff-mail-again = Send again
staff-mail-again-what = The person gets a new mail that says how things stand now. Nothing changes in their calendar.
staff-mail-now = Send how things stand now
staff-mail-now-what = This mail itself does not go again. The person gets a new one that says how things stand now.
staff-mail-says = What it says
staff-mail-blotted = The personal links open nothing here. In the mail to the person a secret stands in place of ···.
staff-mail-html = As most programs show it
staff-mail-text = As plain text
staff-mail-calendar = For the calendar
staff-mail-calendar-method = Does
staff-mail-calendar-summary = Title
staff-mail-calendar-dtstart = Start
staff-mail-calendar-dtend = End
staff-mail-calendar-location = Place
staff-mail-calendar-status = Standing
staff-mail-calendar-attendee = Attendee
staff-mail-calendar-sequence = Sequence number (SEQUENCE)
staff-mail-calendar-dtstamp = Made on
staff-mail-calendar-uid = Identifier (UID)
staff-mail-calendar-word-request = Puts the event into the calendar (REQUEST)
staff-mail-calendar-word-cancel = Takes the event out of the calendar (CANCEL)
staff-mail-calendar-word-confirmed = Confirmed
staff-mail-calendar-word-cancelled = Called off
staff-mail-calendar-word-tentative = Tentative
staff-mail-source = Source as a file (.eml)
staff-mail-source-what = Without the secret links and without a signature. That you take the file is written in the journal.
staff-mail-person = To the registration
staff-mail-forgotten = What it said is erased.
staff-mail-previews = What each mail says
staff-done-told-again = The mail is being sent now. You see it here.
staff-done-on-its-way = A mail that says how things stand now is on its way already.
staff-done-just-now = Such a mail went out less than ten minutes ago. Wait a little before you send another.
staff-done-nothing-to-tell = There is nothing left to tell: the event is over, or the person was never told.
staff-done-mails-retried = { $n ->
    [one] One mail will be tried again now.
   *[other] { $n } mails will be tried again now.
}
staff-done-mails-aborted = { $n ->
    [one] One mail is given up.
   *[other] { $n } mails are given up.
}
