# Guests of platforms for members: proposed, objected to, admitted.

staff-guests = Guests
staff-guests-what = Organisers propose guests for this event, and members where the platform allows it. For { $n ->
    [one] one working day
   *[other] { $n } working days
} every organiser of the platform can object; Belgian public holidays do not count. Whoever nobody objected to is then invited, to this event only. Nobody is told before.
staff-guests-none = No guest is proposed for this event.
staff-guest-propose = Propose a guest
staff-guest-propose-what = If nobody objects until { $last }, the guest gets a personal invitation by e-mail the day after.
staff-guest-propose-do = Propose
staff-guest-reason = Why this guest
staff-guest-reason-hint = For the other organisers. The guest reads it only by asking for their own data.
staff-guest-why = Reason
staff-guest-until = Objections until
staff-guest-state-open = Proposed
staff-guest-state-admitted = Admitted
staff-guest-state-refused = Refused
staff-guest-state-lapsed = Lapsed
staff-guest-object = Object
staff-guest-object-what = { $name }, { $organisation }. The guest is not invited, and is not told of the proposal.
staff-guest-object-do = Object to this guest
staff-guest-objection = Reason of the objection
staff-guest-objection-hint = It stands in the list of guests, for the other organisers. The guest reads it only by asking for their own data.
staff-guest-objection-why = Why
staff-guest-admit = Admit now
staff-guest-admit-what = { $name }, { $organisation }. The guest gets the invitation at once; objections are no longer possible.
staff-guest-admit-do = Admit and invite
staff-done-guest-proposed = The guest is proposed.
staff-done-guest-refused = The guest is refused.
staff-done-guest-admitted = The guest is admitted and invited.
staff-done-objection-days-set = The time to object is set. What was proposed before keeps its time.
staff-fault-guest-proposed = This address is proposed by an organiser already, and nothing is decided yet. See the list of guests.
staff-fault-guest-has-place = This address belongs to a member, or is invited or registered already. Nothing needs to be proposed.
staff-fault-guest-elsewhere = By now this address belongs to a member, or was invited to the event, or registered, by another way, and the proposal decides nothing any more. See the members of the platform, and the invitations and registrations of the event.
staff-fault-guest-late = Objections would be possible until { $last }, and registration closes on { $closes }. Shorten the time to object, or choose a later event.
staff-fault-guest-decided = This was decided in the meantime, or the time to object is over. See the list of guests.
staff-fault-objection-days = Enter a number of working days from 1 to 30.
staff-objections = Time to object
staff-objection-days = Working days to object to a guest
staff-objection-days-hint = Monday to Friday, without the ten Belgian public holidays. The day of the proposal does not count.
staff-to-do-guests = { $n ->
    [one] One guest is proposed: { $event }
   *[other] { $n } guests are proposed: { $event }
}
staff-deed-guest_proposed = Guest proposed
staff-deed-guest_admitted = Guest admitted
staff-deed-guest_refused = Objection to a guest
staff-deed-guest_lapsed = Proposal of a guest lapsed
staff-deed-guest_erased = Proposed guest erased
staff-deed-objection_days_set = Time to object changed
staff-subject-guest = Guest
staff-journal-field-until = Until
staff-journal-field-working_days = Working days
staff-guest-by = Proposed by
staff-guest-by-staff = Organisers
staff-guest-by-erased = A member (data erased)
staff-guest-state-elsewhere = Member, invited or registered already
staff-guest-state-taken_back = Taken back
staff-guest-late = Registration closes before: decide before { $closes }
staff-guest-bar-objected = Somebody objected to this person before: without a decision the proposal lapses
staff-guest-bar-no_mandate = The member who proposed holds no mandate any more: without a decision the proposal lapses
staff-deed-guest_taken_back = Proposal of a guest taken back
staff-platform-guests = Guests
staff-platform-members_propose = Members may propose guests
staff-platform-members_propose-hint = Only on platforms for members: whoever holds a mandate and has a place at an event proposes guests on their own page, { $most } at most at the same time.
