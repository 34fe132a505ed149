# The domain's words. The part after the family's name is the word's code.

language-nl = Dutch
language-fr = French
language-de = German
language-en = English

sector-private = Private sector
sector-academic = Academic sector
sector-public = Public sector

mode-on_site = On site
mode-online = Online

format-on_site = On site
format-online = Online
format-hybrid = On site and online

state-pending = Not yet registered
state-awaiting_approval = Waiting for an answer
state-confirmed = Registered
state-waitlisted = On the waiting list
state-withdrawn = Withdrawn
state-rejected = Not accepted
state-cancelled = Event called off
state-expired = Not confirmed in time

event-status-draft = Draft
event-status-published = Published
event-status-called_off = Called off

tlp-clear = You may share what you hear freely.
tlp-green = You may share what you hear within your professional community, but not publicly.
tlp-amber = You may share what you hear within your organisation and with its clients, only with those who need to know.
tlp-amber_strict = You may share what you hear only within your own organisation, with those who need to know.
tlp-red = What you hear stays with the people in the meeting. Do not share it.

# Why a decision fell as it did. Shown to the person.
reason-seat_free = A seat was free.
reason-capacity_full = { $limit ->
    [one] The only seat is taken.
   *[other] All { $limit } seats are taken.
}
reason-quota_full = { $sector ->
    [private] The quota of { $limit } for the private sector is full.
    [academic] The quota of { $limit } for the academic sector is full.
   *[public] The quota of { $limit } for the public sector is full.
}
reason-organisation_full = { $limit ->
    [one] Your organisation already has the one seat that an organisation can have.
   *[other] Your organisation already has the { $limit } seats that one organisation can have.
}
reason-seat_freed = A seat became free and it was your turn.
reason-own_wish = This was at your own request.
reason-erased = You erased your data.
reason-not_proven = The e-mail address was not confirmed in time.
reason-called_off = The event was called off.
reason-staff = The organisers decided: “{ $text }”
reason-mandate_ended = The mandate ended on { $day }.
reason-mandate_gone = There is no mandate on the roster any more.

# What happened, for the history on the personal page.
cause-registered = You filled in the form.
cause-repeated = You filled in the form again. Nothing changed.
cause-repeated_soon = You filled in the form again. Nothing changed.
cause-proved = You confirmed your e-mail address.
cause-entered_by_staff = The organisers entered your registration.
cause-promoted = A seat became free for you.
cause-withdrew = You withdrew.
cause-withdrawn_by_staff = The organisers withdrew your registration.
cause-mandate_ended = Your mandate on this platform ended.
cause-switched_mode = You changed how you take part.
cause-corrected = You corrected your details.
cause-event_changed = The time or place of the event changed.
cause-event_called_off = The event was called off.
cause-proof_lapsed = The e-mail address was not confirmed in time.
cause-erased = You erased your data.
cause-reminded = We sent you a reminder.
cause-told_how_to_join = We sent you how to take part online.

changed-starts = Start
changed-ends = End
changed-venue = Place
changed-format = Format
changed-join_link = Link to join online
changed-mode = How you take part

proof-source-door = At the door
proof-source-link = Joined online
proof-source-report = Report of the meeting service
proof-source-hand = Entered by hand

role-admin = Administrator
role-organiser = Organiser
role-desk = Reception desk
role-reporter = Reporter

audience-open = Open to everyone
audience-approval = After approval by the organisers
audience-members = Members only

visibility-public = Public
visibility-hidden = Hidden

cadence-quarterly = Every quarter
cadence-quarterly_following = Every quarter, following another event
cadence-monthly = Every month
cadence-regular = Regularly
cadence-periodic = From time to time
cadence-none_set = No fixed rhythm

mail-kind-prove_address = Confirm your address
mail-kind-registration_confirmed = Registration confirmed
mail-kind-waitlisted = Waiting list
mail-kind-promoted = Seat became free
mail-kind-withdrawn = Withdrawal
mail-kind-event_changed = Event changed
mail-kind-event_cancelled = Event called off
mail-kind-reminder = Reminder
mail-kind-join_details = Taking part online

# Where organisers decide
cause-approved = The organisers accepted your request.
cause-rejected = The organisers did not accept your request.
mail-kind-registration_received = Request received
mail-kind-rejected = Request not accepted

# Rosters
function-csi = Information security adviser (CSI)
function-dpo = Data protection officer (DPO)
function-ciso = CISO
function-it_manager = IT manager
function-representative = Representative
function-expert = Expert
function-other = Other function

# Invitations
cause-accepted_invitation = You accepted the invitation.
mail-kind-invitation = Invitation
mail-kind-invitation_reminder = Reminder to answer the invitation
mail-kind-mandate_question = Question whether a mandate still holds
invitation-state-pending = No answer yet
invitation-state-accepted = Accepted
invitation-state-declined = Declined
invitation-state-bounced = Not delivered
invitation-state-withdrawn = Taken back
invitation-verdict-new = Will be invited
invitation-verdict-again = Will be invited again
invitation-verdict-invited = Invited before
invitation-verdict-declined = Declined before
invitation-verdict-registered = Registered already
invitation-verdict-refused = Not accepted at this event
invitation-verdict-twice = Twice in this list
cause-promoted_by_staff = The organisers gave you a seat before others.
cause-put_first = The organisers put you first on the waiting list.
cause-announced = We sent you a message.
mail-kind-announcement = Message of the organisers
mail-kind-guest_outcome = Answer about a proposed guest
cause-told_again = The organisers sent you another e-mail.
