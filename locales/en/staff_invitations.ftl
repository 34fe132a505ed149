# Invitations to an event: choosing, sending, answers.

staff-invitations = Invitations
staff-invitations-search = Search by name, organisation or e-mail address
staff-no-invitations = There is nobody here.
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
staff-invite-line-sector = This is no sector. Use private, academic or public.
staff-invite-line-language = This is no language we write in. Use nl, fr, de or en.
staff-invite-line-row = This stands to the right of the last column. Is there a separator too many?
staff-invite-table-empty = There is nothing in the list.
staff-invite-table-no-rows = Below the names of the columns there is nothing.
staff-invite-table-workbook = We cannot read this workbook. Save the table as .xlsx without a password, or as CSV.
staff-invite-table-not-text = This is not text. Save the table as CSV in UTF-8.
staff-invite-table-too-large = The list is too large. Split it.
staff-invite-table-too-many-rows = The list has too many lines. Split it.
staff-invite-table-unknown-columns = Unknown columns: { $names }. Known are name, e-mail, organisation, sector and language.
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
