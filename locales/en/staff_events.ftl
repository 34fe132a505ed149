# Staff pages about events: list, one event, its forms, what can be wrong with them.

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
staff-preview = Preview of the public page
staff-preview-mail = Preview of the mails
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
staff-agenda-tlp = TLP label of its own (optional)
staff-agenda-tlp-none = As the event
staff-agenda-tlp-hint = Above GREEN, only people with a seat read what the item is about, on their own page.
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
