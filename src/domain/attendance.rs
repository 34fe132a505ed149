//! Presence: the proofs of it, and what one registration counts as in the figures.

use super::registration::State;

crate::word! {
    /// Where a proof of presence comes from.
    ProofSource {
        /// Checked in at the door.
        Door = "door",
        /// The personal join link was used.
        Link = "link",
        /// A meeting provider's report.
        Report = "report",
        /// Entered by hand by staff.
        Hand = "hand",
    }
}

/// What one registration adds to the figures of a held event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The address was proven or staff entered it: everybody but pending and expired.
    pub registered: bool,
    /// Had a seat at the end.
    pub confirmed: bool,
    /// At least one proof of presence stands.
    pub attended: bool,
    /// Had a seat at the end of a held event and no proof of presence stands.
    pub no_show: bool,
}

/// Counts one registration. `held` is whether the event is over and was not called off.
pub fn tally(state: State, present: bool, held: bool) -> Tally {
    let confirmed = state == State::Confirmed;
    Tally { registered: !matches!(state, State::Pending | State::Expired), confirmed, attended: present, no_show: held && confirmed && !present }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_show_needs_a_seat_and_a_past() {
        assert!(tally(State::Confirmed, false, true).no_show);
        assert!(!tally(State::Confirmed, false, false).no_show);
        assert!(!tally(State::Confirmed, true, true).no_show);
        assert!(!tally(State::Waitlisted, false, true).no_show);
        assert!(!tally(State::Pending, false, true).registered);
        assert!(tally(State::Withdrawn, false, true).registered);
    }
}
