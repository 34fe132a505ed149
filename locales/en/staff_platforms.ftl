# Platforms: how each stands, its texts and reminders.

staff-nav-platforms = Platforms
staff-platforms-what = The networks you work for, and whether each meets as often as it should.
staff-platforms-none = There are no platforms that you may see.
staff-platform-next = Next event
staff-platform-last = Last event
staff-platform-audience = Who may register
staff-platform-visibility = Visibility
staff-platform-cadence = Cadence
staff-platform-reminders = Reminders
staff-platform-no-reminders = none
staff-platform-slug = Address part
staff-platform-from-catalogue = Who may register, visibility and cadence come from the catalogue. Loading it again keeps the texts and reminders that you changed here.
staff-platform-no-upcoming = No event is planned.
staff-platform-texts = Texts
staff-platform-edit = Change texts and reminders
staff-platform-form-what = Visitors read these texts on the public pages and in e-mails; of a hidden platform only people who take part do. Nobody is told of a change.
staff-platform-name = Name
staff-platform-description = What it is for
staff-platform-members = Who takes part
staff-platform-reminders-when = Before an event
staff-platform-reminders-hint = How long before the start, one on each line: 7 d, 24 h or 90 min. At most { $most }; empty for none. A reminder whose moment has just passed for an event may still go out.
staff-lead-days = { $n ->
    [one] 1 day
   *[other] { $n } days
 }
staff-lead-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
 }
staff-lead-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
 }
staff-standing-kept = { $period }: held
staff-standing-planned = { $period }: planned
staff-standing-at-risk = { $period }: nothing planned
staff-done-platform-changed = The platform is changed.
staff-fault-platform-stale = Somebody else changed this platform meanwhile. Open it again in another window, compare, and save what is still to be changed.
staff-fault-platform-empty = Enter a text in this language, too.
staff-fault-platform-too_long = Enter a shorter text, { $most } characters at most.
staff-fault-platform-control_character = Type the text again: it contains a hidden character.
staff-fault-platform-no_letter = Enter a text with at least one letter or digit.
staff-fault-reminder-shape = “{ $value }” is no time before the start. Write a number with d, h or min, like 7 d.
staff-fault-reminder-range = “{ $value }” is too short or too long. Reminders go out 1 minute to 60 days before the start.
staff-fault-reminder-too-many = Enter { $most } reminders at most.
staff-deed-platform_added = Platform founded
staff-deed-platform_changed = Platform changed
staff-subject-platform = Platform
staff-journal-field-description = What it is for
staff-journal-field-members = Who takes part
staff-journal-field-reminder_minutes = Reminders, minutes before the start
staff-platform-join_details = Link to take part online
staff-platform-no-join_details = is not sent
staff-platform-join_details-hint = How long before the start the link goes to those who take part online, like 60 min or 1 h; a day at most. Empty: the link is then not sent by itself. Whoever comes to the room does not get this e-mail.
staff-fault-join-shape = “{ $value }” is no time before the start. Write one number with h or min, like 60 min, or leave the field empty.
staff-fault-join-range = “{ $value }” is too short or too long. The link goes out 1 minute to 1 day before the start.
staff-journal-field-join_details_minutes = Link to take part online, minutes before the start
staff-platform-presence_share = Share of the event that counts as presence
staff-platform-presence_share-is = { $n } per cent of the event
staff-platform-presence_share-hint = In per cent, 1 to 100. It counts for people of whom only minutes are known, by the report of a meeting service. Whoever was at the door counts by that alone. What was recorded before keeps the share that was asked then.
staff-fault-presence_share = “{ $value }” is no share of an event. Write a whole number from 1 to 100, like 50.
staff-journal-field-presence_share = Share that counts as presence, per cent
