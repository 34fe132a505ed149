# Texts of the mails: one group per kind, `mail-<kind>-…`. Subject and heading say at once how things stand.

# What stands in more than one mail.
mail-common-greeting = Hello { $name },
mail-common-greeting_nobody = Hello,
mail-common-when = When:
mail-common-where = Where:
mail-common-how = How:
mail-common-was = Was:
mail-common-now = Now:
mail-common-nothing = not given
mail-common-on_page = see your registration
mail-common-join = To take part online:
mail-common-join_label = Take part online
mail-common-join_on_page = You will find the link for taking part online on the page of your registration.
mail-common-agenda = Programme
mail-common-page = Go to your registration
mail-common-event_page = Go to the page of the event
mail-common-manage = Do you want to change something or withdraw? Use the link in our e-mail.
mail-common-neutral_title = Confidential meeting
mail-common-neutral_description = This meeting is confidential. You will find its content on the page of your registration; the link is in our e-mail.
mail-common-calendar_request = An invitation for your calendar comes with this e-mail. Do you not see the event in your calendar? Then open the file invite.ics.
mail-common-calendar_answers = Declining in your calendar does not withdraw your registration.
mail-common-calendar_cancel = This e-mail removes the event from your calendar. Is it still there? Then please delete it yourself.
mail-common-cannot_come = Can you not take part? Then please withdraw. Your seat can then go to someone else.
mail-common-pass = At the entrance, show the code on your personal page, or say these twelve signs:
mail-common-secret = The link to your registration is personal: anyone who has it can change your registration. So please do not forward this e-mail.
mail-common-why = The { site-owner } sends you this e-mail because this address was given for this event.
mail-common-questions = Do you have a question? Reply to this e-mail.
mail-common-privacy = How we handle your data

# Proving the address; to somebody of whom we do not know yet whether it is theirs.
mail-prove_address-subject = Confirm your e-mail address: { $title }
mail-prove_address-heading = Confirm your e-mail address
mail-prove_address-intro = Someone, probably you, gave this e-mail address to register for this event. You are not registered yet.
mail-prove_address-action = Open the page below and press the button there. You will see at once whether you have a seat or a place on the waiting list.
mail-prove_address-button = Confirm my address
mail-prove_address-deadline = Please do this before { $before }. After that the request lapses.
mail-prove_address-not_you = Was this not you? Then you need not do anything: without confirmation there is no registration.

# There is a seat; with the invitation.
mail-registration_confirmed-subject = You have a seat: { $title }
mail-registration_confirmed-heading = You have a seat
mail-registration_confirmed-intro = Your registration is complete. We look forward to seeing you.

# On the waiting list; no invitation.
mail-waitlisted-subject = { $place ->
    [0] You are on the waiting list: { $title }
   *[other] You are number { $place } on the waiting list: { $title }
}
mail-waitlisted-heading = { $place ->
    [0] You are on the waiting list
   *[other] You are number { $place } on the waiting list
}
mail-waitlisted-intro = You do not have a seat yet.
mail-waitlisted-next = If a seat becomes free for you, you get it automatically. That can happen until the event begins. We then send you an e-mail with an invitation for your calendar. You need not do anything.
mail-waitlisted-leave = Do you no longer want to take part? Then please withdraw. Those after you then move up one place.

# A seat became free; with the invitation.
mail-promoted-subject = You now have a seat: { $title }
mail-promoted-heading = You now have a seat
mail-promoted-intro = You were on the waiting list. A seat became free and it is yours. You need not confirm anything.

# Withdrawn.
mail-withdrawn-subject = You are no longer registered: { $title }
mail-withdrawn-heading = You are no longer registered
mail-withdrawn-intro = Your registration for this event has ended.
mail-withdrawn-again = Do you want to take part after all? As long as registration is open, you can register again.
mail-withdrawn-mandate = Only holders of a mandate and their guests take part in this platform. Was your mandate renewed, or is this not right? Your page says whom to ask.
mail-withdrawn-page = Your page

# Time, place or way of attending changed.
mail-event_changed-subject = Changed: { $title }
mail-event_changed-heading = The event has changed
mail-event_changed-intro = This is what changed:
mail-event_changed-own_heading = { $mode ->
    [online] You now take part online
   *[on_site] You now take part on site
}
mail-event_changed-own_subject = { $mode ->
    [online] You now take part online: { $title }
   *[on_site] You now take part on site: { $title }
}
mail-event_changed-own_intro = You chose to take part in another way. This is what changed:
mail-event_changed-seat = You keep your seat.
mail-event_changed-waiting = You are still number { $place } on the waiting list.

# The event was called off.
mail-event_cancelled-subject = Called off: { $title }
mail-event_cancelled-heading = This event will not take place
mail-event_cancelled-intro = We are sorry: the event below has been called off.
mail-event_cancelled-nothing_to_do = Your registration lapses automatically. You need not do anything.

# Shortly before the event.
mail-reminder-subject = Reminder for { $day }: { $title }
mail-reminder-heading = Reminder: { $day }
mail-reminder-intro = You have a seat at this event. We look forward to seeing you.
mail-join_details-subject = How to take part online: { $title }
mail-join_details-heading = The event begins soon
mail-join_details-intro = You have a seat to take part online in this event.

# Where organisers decide
mail-prove_address-ask = Open the page below and press the button there. The organisers then look at your request and answer by e-mail.

mail-registration_received-subject = We have your request: { $title }
mail-registration_received-heading = We have your request
mail-registration_received-intro = You do not have a seat yet: the organisers look at your request first.
mail-registration_received-next = They answer by e-mail. You do not have to do anything now.
mail-registration_received-leave = Do you no longer want to take part? Then please withdraw your request.

mail-rejected-subject = Your request was not accepted: { $title }
mail-rejected-heading = Your request was not accepted
mail-rejected-intro = You cannot take part in this event.

# A personal invitation, and the same once more for those who did not answer
mail-invitation-subject = Invitation: { $title }
mail-invitation-heading = You are invited
mail-invitation-intro = We would like to welcome you at the event below. You are not registered yet.
mail-invitation-how = Open the page below, check your details and confirm. Seats are given in the order in which people confirm.
mail-invitation-deadline = You can answer until { $before }.
mail-invitation-accept = Accept the invitation
mail-invitation-decline = I cannot come
mail-invitation-personal = This invitation is personal: it is valid for this e-mail address only. So please do not forward this e-mail.
mail-invitation_reminder-subject = Will you be there? { $title }
mail-invitation_reminder-heading = Will you be there?
mail-invitation_reminder-intro = We invited you to the event below and do not have your answer yet.

# announcement
mail-announcement-about = This message is about:
