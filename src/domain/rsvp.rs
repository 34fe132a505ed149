//! What somebody's calendar answers to the invitation: which answer counts, and what follows from it. It must not know how an answer
//! arrives or how it is stored.

use super::registration::State;
use crate::clock::Instant;

crate::word! {
    /// An answer (PARTSTAT, RFC 5545 §3.2.12), as far as it concerns a single event.
    Answer {
        /// None yet, or none to the event as it is now.
        NeedsAction = "needs-action",
        /// Comes.
        Accepted = "accepted",
        /// May come.
        Tentative = "tentative",
        /// Does not come.
        Declined = "declined",
    }
}

crate::word! {
    /// By which answer a list of people is narrowed.
    Narrowed {
        /// Has a seat, and did not answer the invitation as it is now.
        NeedsAction = "needs-action",
        /// Comes.
        Accepted = "accepted",
        /// May come.
        Tentative = "tentative",
        /// Does not come, and answered so when it was too late to free the seat.
        Declined = "declined",
        /// One of those without an answer who were asked by mail whether they really decline.
        Asked = "asked",
    }
}

/// An answer as it arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// What it says.
    pub answer: Answer,
    /// SEQUENCE of the invitation that it answers; `None` where the calendar leaves it out.
    pub sequence: Option<i32>,
    /// When it was given (DTSTAMP), as the calendar says.
    pub stamped: Option<Instant>,
    /// When it arrived.
    pub received_at: Instant,
}

/// The invitation as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Its SEQUENCE.
    pub sequence: i32,
    /// When it was made.
    pub at: Instant,
}

/// The answer that counted last: to which invitation it was, and when it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Last {
    /// What it said.
    pub answer: Answer,
    /// SEQUENCE of the invitation it answered.
    pub sequence: i32,
    /// When it was given.
    pub stamped: Instant,
}

/// Why an answer does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// It answers an invitation before the present one: the old date (RFC 5546 §2.1.5).
    OldInvitation,
    /// A later answer counted already.
    Overtaken,
    /// The same answer counted already.
    Repeated,
}

/// How an answer counts against the invitation as it is now (its SEQUENCE) and the answer that counted last. `Ok` is what to remember.
///
/// One without a SEQUENCE, or with one that was never sent, answers the present invitation when it was given after that was made, else an
/// earlier one. A moment in the future counts as that of receipt: a wrong clock must not shut later answers out.
///
/// # Errors
/// Why it does not count.
pub fn order(given: &Given, invited: &Invited, last: Option<&Last>) -> Result<Last, Stale> {
    let stamped = given.stamped.map_or(given.received_at, |at| at.min(given.received_at));
    // Calendars write whole seconds.
    let after = stamped >= invited.at - chrono::Duration::seconds(1);
    if given.sequence.map_or(!after, |sequence| sequence < invited.sequence || (sequence > invited.sequence && !after)) {
        return Err(Stale::OldInvitation);
    }
    let sequence = invited.sequence;
    let now = Last { answer: given.answer, sequence, stamped };
    match last {
        Some(last) if last.sequence == sequence => match stamped.cmp(&last.stamped) {
            std::cmp::Ordering::Less => Err(Stale::Overtaken),
            std::cmp::Ordering::Equal if last.answer == given.answer => Err(Stale::Repeated),
            // Of two answers of the same second the one that came later counts.
            _ => Ok(now),
        },
        _ => Ok(now),
    }
}

/// What stands of an answer once the invitation has this SEQUENCE: one to the old date says nothing of the new one.
pub fn standing(last: Option<&Last>, invited: i32) -> Answer {
    last.filter(|last| last.sequence >= invited).map_or(Answer::NeedsAction, |last| last.answer)
}

/// The SEQUENCE of the invitation that a registration's answer was to: whoever is out was sent a cancellation, which raised it by one
/// (RFC 5546 §3.2.5) and is not answered.
pub const fn answered_sequence(sequence: i32, has_seat: bool) -> i32 {
    if has_seat { sequence } else { sequence - 1 }
}

/// What an answer means for whoever gave it, where their registration is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// They come, and have their seat.
    Comes,
    /// They may come, and keep their seat meanwhile.
    MayCome,
    /// They declined when it was too late to free a seat: they are there, or it has begun.
    TooLate,
    /// It was to an invitation that was replaced since.
    Replaced,
    /// Nobody vouched for the sender of a decline: they keep their seat, and were asked.
    Asked,
    /// They wait for a seat, and an answer gives none.
    Waits,
    /// By it they stepped back.
    SteppedBack,
}

/// What is to be said to somebody of what their calendar answered: `asked` is the SEQUENCE about which they were asked whether they
/// decline, `stepped_back` whether they left by an answer. `None` where no answer bears on where they are.
pub fn meaning(last: Option<&Last>, asked: Option<i32>, state: State, invited: i32, stepped_back: bool) -> Option<Meaning> {
    let gave = |last: &&Last| last.answer != Answer::NeedsAction;
    match (state, standing(last, invited)) {
        (State::Confirmed, Answer::Accepted) => Some(Meaning::Comes),
        (State::Confirmed, Answer::Tentative) => Some(Meaning::MayCome),
        (State::Confirmed, Answer::Declined) => Some(Meaning::TooLate),
        (State::Confirmed, Answer::NeedsAction) if asked == Some(invited) => Some(Meaning::Asked),
        (State::Confirmed, Answer::NeedsAction) => last.filter(gave).map(|_| Meaning::Replaced),
        (State::Waitlisted, _) => last.filter(gave).map(|_| Meaning::Waits),
        (State::Withdrawn, _) => last.filter(|last| stepped_back && last.answer == Answer::Declined).map(|_| Meaning::SteppedBack),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Instant {
        chrono::DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn given(answer: Answer, sequence: Option<i32>, stamped: Option<i64>) -> Given {
        Given { answer, sequence, stamped: stamped.map(at), received_at: at(1_000) }
    }

    fn last(answer: Answer, sequence: i32, stamped: i64) -> Last {
        Last { answer, sequence, stamped: at(stamped) }
    }

    #[test]
    fn answers_are_put_in_order() {
        use Answer::*;
        let cases = [
            ("the first", given(Accepted, Some(0), Some(10)), 0, None, Ok(last(Accepted, 0, 10))),
            ("without a sequence", given(Accepted, None, Some(10)), 3, None, Ok(last(Accepted, 3, 10))),
            ("in the second of the invitation", given(Accepted, None, Some(-1)), 3, None, Ok(last(Accepted, 3, -1))),
            ("without a sequence, given before", given(Declined, None, Some(-2)), 3, None, Err(Stale::OldInvitation)),
            ("to what was never sent", given(Accepted, Some(9), Some(10)), 3, None, Ok(last(Accepted, 3, 10))),
            ("to what was never sent, given before", given(Declined, Some(9), Some(-2)), 3, None, Err(Stale::OldInvitation)),
            ("to the old date", given(Declined, Some(0), Some(10)), 1, None, Err(Stale::OldInvitation)),
            ("to the old date, sent later", given(Declined, Some(0), Some(900)), 1, Some(last(Accepted, 1, 10)), Err(Stale::OldInvitation)),
            ("a change of mind", given(Declined, Some(0), Some(20)), 0, Some(last(Accepted, 0, 10)), Ok(last(Declined, 0, 20))),
            ("out of order", given(Accepted, Some(0), Some(10)), 0, Some(last(Declined, 0, 20)), Err(Stale::Overtaken)),
            ("a replay", given(Accepted, Some(0), Some(10)), 0, Some(last(Accepted, 0, 10)), Err(Stale::Repeated)),
            ("in the same second", given(Declined, Some(0), Some(10)), 0, Some(last(Accepted, 0, 10)), Ok(last(Declined, 0, 10))),
            ("after a new date", given(Accepted, Some(1), Some(5)), 1, Some(last(Declined, 0, 20)), Ok(last(Accepted, 1, 5))),
            ("from the future", given(Declined, Some(0), Some(9_999)), 0, Some(last(Accepted, 0, 10)), Ok(last(Declined, 0, 1_000))),
            ("without a moment", given(Declined, Some(0), None), 0, Some(last(Accepted, 0, 10)), Ok(last(Declined, 0, 1_000))),
        ];
        for (what, given, invited, last, expected) in cases {
            let invited = Invited { sequence: invited, at: at(0) };
            assert_eq!(order(&given, &invited, last.as_ref()), expected, "{what}");
        }
    }

    #[test]
    fn a_new_date_asks_anew() {
        let accepted = last(Answer::Accepted, 1, 10);
        assert_eq!(standing(Some(&accepted), 1), Answer::Accepted);
        assert_eq!(standing(Some(&accepted), 2), Answer::NeedsAction);
        assert_eq!(standing(None, 0), Answer::NeedsAction);
    }

    #[test]
    fn an_answer_means_what_follows_from_it() {
        use Answer::*;
        let cases = [
            ("comes", Some(Accepted), None, State::Confirmed, false, Some(Meaning::Comes)),
            ("comes, and was asked before", Some(Accepted), Some(2), State::Confirmed, false, Some(Meaning::Comes)),
            ("may come", Some(Tentative), None, State::Confirmed, false, Some(Meaning::MayCome)),
            ("declined when it had begun", Some(Declined), None, State::Confirmed, false, Some(Meaning::TooLate)),
            ("a decline that nobody vouches for", None, Some(2), State::Confirmed, false, Some(Meaning::Asked)),
            ("asked about an earlier invitation", None, Some(1), State::Confirmed, false, None),
            ("nothing", None, None, State::Confirmed, false, None),
            ("nothing that counts", Some(NeedsAction), None, State::Confirmed, false, None),
            ("waits", Some(Accepted), None, State::Waitlisted, false, Some(Meaning::Waits)),
            ("waits without an answer", None, None, State::Waitlisted, false, None),
            ("declined", Some(Declined), None, State::Withdrawn, true, Some(Meaning::SteppedBack)),
            ("declined, and was taken off the list", Some(Declined), None, State::Withdrawn, false, None),
            ("came, and stepped back by the page", Some(Accepted), None, State::Withdrawn, false, None),
            ("called off", Some(Accepted), None, State::Cancelled, false, None),
        ];
        for (what, answer, asked, state, by_it, expected) in cases {
            let last = answer.map(|answer| last(answer, 2, 10));
            assert_eq!(meaning(last.as_ref(), asked, state, 2, by_it), expected, "{what}");
        }
        assert_eq!(meaning(Some(&last(Accepted, 1, 10)), None, State::Confirmed, 2, false), Some(Meaning::Replaced));
        // Stepping back raises the sequence: the answer is to the one before.
        assert_eq!(meaning(Some(&last(Declined, 1, 10)), None, State::Withdrawn, 2, true), Some(Meaning::SteppedBack));
    }
}
