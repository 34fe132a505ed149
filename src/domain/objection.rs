//! Somebody says that what is recorded of their presence is not right, and staff answers. It must not know storage or pages.

use super::event::{Event, EventStatus};
use super::registration::State as Stands;
use crate::clock::Instant;

/// Longest explanation, in characters.
pub const TEXT_LENGTH: usize = 1_000;

crate::word! {
    /// What is not right.
    Claim {
        /// They were there, and it is not recorded.
        WasThere = "was_there",
        /// They were not there, and it is recorded that they were.
        WasNotThere = "was_not_there",
        /// The times are wrong.
        Minutes = "minutes",
    }
}

crate::word! {
    /// Where an objection stands.
    State {
        /// It waits for staff.
        Open = "open",
        /// What is recorded was corrected.
        Accepted = "accepted",
        /// It stays as it is recorded.
        Declined = "declined",
    }
}

crate::word! {
    /// What staff answers.
    Answer {
        /// It is recorded that they were there.
        WasThere = "was_there",
        /// It is recorded that they were not.
        WasNotThere = "was_not_there",
        /// Nothing is changed.
        Stays = "stays",
    }
}

impl Claim {
    /// What can be answered to it: what it asks for, or that nothing is changed. Who was there for how long is a report's to say; staff
    /// says whether it was enough.
    pub const fn answers(self) -> &'static [Answer] {
        match self {
            Self::WasThere => &[Answer::WasThere, Answer::Stays],
            Self::WasNotThere => &[Answer::WasNotThere, Answer::Stays],
            Self::Minutes => &[Answer::WasThere, Answer::WasNotThere, Answer::Stays],
        }
    }
}

impl Answer {
    /// Where the objection stands after it.
    pub const fn outcome(self) -> State {
        match self {
            Self::WasThere | Self::WasNotThere => State::Accepted,
            Self::Stays => State::Declined,
        }
    }

    /// What is recorded by it; `None` where nothing is changed.
    pub const fn was_there(self) -> Option<bool> {
        match self {
            Self::WasThere => Some(true),
            Self::WasNotThere => Some(false),
            Self::Stays => None,
        }
    }
}

/// Whether somebody can object: the event took place, and they had a seat at its end or something is recorded of them. That their name is
/// still known is for the caller: without it there is nobody to answer to.
pub fn may_object(event: &Event, state: Stands, has_proofs: bool, now: Instant) -> bool {
    let is_known = !matches!(state, Stands::Pending | Stands::Expired | Stands::Rejected);
    event.status == EventStatus::Published && event.is_held(now) && is_known && (state == Stands::Confirmed || has_proofs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_claim_can_be_granted_and_refused() {
        for claim in Claim::ALL {
            let outcomes: Vec<State> = claim.answers().iter().map(|answer| answer.outcome()).collect();
            assert!(outcomes.contains(&State::Accepted) && outcomes.last() == Some(&State::Declined), "{claim}");
        }
        assert!(!Claim::WasThere.answers().contains(&Answer::WasNotThere) && !Claim::WasNotThere.answers().contains(&Answer::WasThere));
        for answer in Answer::ALL {
            assert_eq!(answer.was_there().is_some(), answer.outcome() == State::Accepted, "{answer}");
        }
    }
}
