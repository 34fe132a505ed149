//! A personal call to register: the states it can be in, who can be called, and who is asked once more. Not a registration.

use super::registration;

crate::word! {
    /// Where an invitation stands.
    State {
        /// Not answered yet.
        Pending = "pending",
        /// Led to a registration.
        Accepted = "accepted",
        /// Will not come; one can still think better of it.
        Declined = "declined",
        /// Its mail could not be delivered.
        Bounced = "bounced",
        /// Taken back by staff, or stopped before it went out: its link opens nothing.
        Withdrawn = "withdrawn",
    }
}

crate::word! {
    /// What inviting an address means, as it stands.
    Verdict {
        /// An invitation is made.
        New = "new",
        /// It was taken back or could not be delivered: it goes out once more.
        Again = "again",
        /// Invited before, and not answered yet.
        Invited = "invited",
        /// Invited before, and declined.
        Declined = "declined",
        /// Has, waits for or asked for a place already.
        Registered = "registered",
        /// An organiser refused this person at this event.
        Refused = "refused",
        /// Stands further up in the same list.
        Twice = "twice",
    }
}

impl State {
    /// Whether this move exists. The table is the whole machine.
    pub fn may_become(self, to: State) -> bool {
        use State::*;
        match self {
            Pending => matches!(to, Accepted | Declined | Bounced | Withdrawn),
            // A mail server may say no and deliver all the same; and staff may try again.
            Bounced => matches!(to, Pending | Accepted | Declined | Withdrawn),
            Declined => matches!(to, Accepted | Withdrawn),
            Withdrawn => matches!(to, Pending),
            // Only once the registration it led to is over: as long as it stands, that is withdrawn instead. It goes out anew to whom a
            // mandate let in that ended.
            Accepted => matches!(to, Pending | Withdrawn),
        }
    }

    /// Whether the link still opens a page.
    pub fn is_open(self) -> bool {
        self != Self::Withdrawn
    }

    /// Whether staff can take it back: not as long as the registration it led to stands.
    pub fn may_be_withdrawn(self, registration: Option<registration::State>) -> bool {
        self.may_become(Self::Withdrawn) && registration.is_none_or(|state| !state.is_active())
    }

    /// Whether its holder counts as having answered.
    pub fn is_answered(self) -> bool {
        matches!(self, Self::Accepted | Self::Declined)
    }
}

impl Verdict {
    /// Whether a mail goes out.
    pub fn is_invited(self) -> bool {
        matches!(self, Self::New | Self::Again)
    }
}

/// What inviting somebody means who was invited so before, and is registered so.
pub fn verdict(invited: Option<State>, registered: Option<registration::State>) -> Verdict {
    match (invited, registered) {
        (_, Some(state)) if state.is_active() && state != registration::State::Pending => Verdict::Registered,
        (_, Some(registration::State::Rejected)) => Verdict::Refused,
        (None, _) => Verdict::New,
        (Some(State::Bounced | State::Withdrawn), _) => Verdict::Again,
        (Some(State::Declined), _) => Verdict::Declined,
        // Accepted and stepped back: the link they have opens the way again.
        (Some(State::Pending | State::Accepted), _) => Verdict::Invited,
    }
}

/// Whether somebody is asked once more: whom a mail reached, who did not answer, and who is not registered by another way.
pub fn may_be_reminded(state: State, was_sent: bool, registered: Option<registration::State>) -> bool {
    state == State::Pending && was_sent && registered.is_none_or(|r| !(r.is_active() || r == registration::State::Rejected))
}

#[cfg(test)]
mod tests {
    use super::registration::State as Registration;
    use super::*;

    #[test]
    fn what_was_answered_is_not_taken_back() {
        use State::*;
        let moves: Vec<(State, State)> =
            State::ALL.iter().flat_map(|from| State::ALL.iter().map(move |to| (*from, *to))).filter(|(from, to)| from.may_become(*to)).collect();
        let expected = [
            (Pending, Accepted),
            (Pending, Declined),
            (Pending, Bounced),
            (Pending, Withdrawn),
            (Accepted, Pending),
            (Accepted, Withdrawn),
            (Declined, Accepted),
            (Declined, Withdrawn),
            (Bounced, Pending),
            (Bounced, Accepted),
            (Bounced, Declined),
            (Bounced, Withdrawn),
            (Withdrawn, Pending),
        ];
        assert_eq!(moves, expected);
        assert!(State::ALL.iter().all(|s| s.is_open() == (*s != Withdrawn)));
    }

    #[test]
    fn nobody_is_invited_twice_or_beside_a_registration() {
        let cases = [
            (None, None, Verdict::New),
            (None, Some(Registration::Withdrawn), Verdict::New),
            (None, Some(Registration::Pending), Verdict::New),
            (None, Some(Registration::Confirmed), Verdict::Registered),
            (None, Some(Registration::Waitlisted), Verdict::Registered),
            (None, Some(Registration::AwaitingApproval), Verdict::Registered),
            (None, Some(Registration::Rejected), Verdict::Refused),
            (Some(State::Pending), None, Verdict::Invited),
            (Some(State::Pending), Some(Registration::Confirmed), Verdict::Registered),
            (Some(State::Accepted), Some(Registration::Withdrawn), Verdict::Invited),
            (Some(State::Declined), None, Verdict::Declined),
            (Some(State::Bounced), None, Verdict::Again),
            (Some(State::Withdrawn), None, Verdict::Again),
            (Some(State::Withdrawn), Some(Registration::Rejected), Verdict::Refused),
        ];
        for (invited, registered, expected) in cases {
            assert_eq!(verdict(invited, registered), expected, "{invited:?} {registered:?}");
        }
    }

    #[test]
    fn only_who_was_reached_and_did_not_answer_is_reminded() {
        let cases = [
            (State::Pending, true, None, true),
            (State::Pending, true, Some(Registration::Withdrawn), true),
            (State::Pending, false, None, false),
            (State::Pending, true, Some(Registration::Confirmed), false),
            (State::Pending, true, Some(Registration::Pending), false),
            (State::Pending, true, Some(Registration::Rejected), false),
            (State::Accepted, true, None, false),
            (State::Declined, true, None, false),
            (State::Bounced, true, None, false),
            (State::Withdrawn, true, None, false),
        ];
        for (state, sent, registered, expected) in cases {
            assert_eq!(may_be_reminded(state, sent, registered), expected, "{state} {sent} {registered:?}");
        }
    }
}
