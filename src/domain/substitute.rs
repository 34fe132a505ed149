//! A seat that its holder offers to a colleague of the same organisation: where an offer stands, until when it can be answered, who may
//! be asked and how often. What happens to the seats is the ledger's; who holds which mandate is handed in.

use chrono::Duration;

use super::admission::Basis;
use super::platform::Audience;
use super::registration::{self, Cause};
use super::text::looks_like_a_link;
use crate::clock::Instant;

crate::word! {
    /// Where an offer stands.
    State {
        /// The colleague has yet to answer; the seat stays where it is.
        Open = "open",
        /// The colleague took the seat.
        Accepted = "accepted",
        /// The colleague said no.
        Declined = "declined",
        /// Whoever made it took it back, or asked somebody else.
        TakenBack = "taken_back",
        /// The time to answer was over, or there was no seat to take over any more.
        Lapsed = "lapsed",
    }
}

/// How many days a colleague has to answer.
pub const ANSWER_DAYS: i64 = 7;
/// How often the holder of one seat can ask within a day: each asking is a mail to somebody who did not ask for it.
pub const ASKED_A_DAY: usize = 3;
/// How often in all.
pub const ASKED_IN_ALL: usize = 10;
/// How many such mails one address gets for one event within a day, whoever asks.
pub const MAILS_A_DAY: usize = 3;

/// Longest name of whoever asks that is said to whoever is asked.
const ASKER_LENGTH: usize = 60;

/// The name of whoever asks, as it is said to somebody who did not ask for it: a plain name or none, nothing that might become a link, a
/// telephone number or a message.
pub fn plain_name(name: &str) -> Option<&str> {
    let name = name.trim();
    let is_plain = !looks_like_a_link(name) && name.chars().count() <= ASKER_LENGTH && !name.chars().any(char::is_numeric);
    (is_plain && !name.is_empty()).then_some(name)
}

/// Until when an offer can be answered: some days, and never beyond the start of the event, however that moves.
pub fn answer_before(asked_at: Instant, starts_at: Instant) -> Instant {
    starts_at.min(asked_at + Duration::days(ANSWER_DAYS))
}

/// What keeps a substitute from being named or from taking over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The platform does not allow it.
    NotAllowed,
    /// Nobody is asked to stand in for themselves.
    Oneself,
    /// The address is not one of the organisation that has the seat.
    OtherOrganisation,
    /// An organiser decides about people here, and has not registered any domain by which a colleague could be told.
    UnknownOrganisation,
    /// Asked too often.
    TooOften,
    /// The offer does not stand any more.
    Over,
    /// Whoever was asked has a seat already, or was refused at this event.
    Registered(registration::State),
}

impl Refusal {
    /// The stable code: last part of the locale key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::Oneself => "oneself",
            Self::OtherOrganisation => "other_organisation",
            Self::UnknownOrganisation => "unknown_organisation",
            Self::TooOften => "too_often",
            Self::Over => "over",
            Self::Registered(_) => "registered",
        }
    }
}

/// What keeps an address from being one of the organisation that has the seat.
///
/// Where the organisation is known by mail domains (`has_domains`), the address must be in one of them (`is_theirs`). Where it is not,
/// anybody may open a place to a colleague by word of mouth; organisers who decide about people need more than that. Where mandates
/// let people in, it is the roster that says for whom somebody acts, and no domain is asked for.
pub fn stranger(audience: Audience, has_domains: bool, is_theirs: bool) -> Option<Refusal> {
    match (audience, has_domains) {
        (Audience::Members, _) | (Audience::Open, false) => None,
        (Audience::Approval, false) => Some(Refusal::UnknownOrganisation),
        (_, true) => (!is_theirs).then_some(Refusal::OtherOrganisation),
    }
}

/// Whether somebody with a place, or in line for one, may not change for which organisation they come: that is what an organiser decided
/// about, or why a guest was called, and what tells who is their colleague.
pub fn keeps_organisation(audience: Audience, basis: Basis) -> bool {
    match audience {
        Audience::Open => false,
        Audience::Approval => true,
        Audience::Members => basis == Basis::Personal,
    }
}

/// Whether the last thing decided about a registration was that staff took it off the list, going by its history, oldest first. Asking
/// for a place anew decides nothing.
pub fn was_taken_off(history: impl DoubleEndedIterator<Item = (Cause, registration::State)>) -> bool {
    use registration::State as At;
    let mut decisions = history.rev().filter(|(cause, to)| *cause == Cause::WithdrawnByStaff || matches!(to, At::Confirmed | At::Waitlisted));
    decisions.next().is_some_and(|(cause, _)| cause == Cause::WithdrawnByStaff)
}

/// What keeps whoever stands so at the event from taking over a seat there; `None` stands for no registration at all.
///
/// Who waits, or asked for a place, leaves the line for the seat. Who has one needs none, and whom an organiser refused stays refused; so
/// does, where not everybody may come, whom one took off the list (`taken_off`).
pub fn may_take_over(audience: Audience, stands: Option<registration::State>, taken_off: bool) -> Result<(), Refusal> {
    use registration::State as At;
    match stands {
        Some(At::Pending | At::AwaitingApproval | At::Waitlisted | At::Withdrawn | At::Expired) if taken_off && audience != Audience::Open => {
            Err(Refusal::Registered(At::Rejected))
        }
        None | Some(At::Pending | At::AwaitingApproval | At::Waitlisted | At::Withdrawn | At::Expired) => Ok(()),
        Some(state @ (At::Confirmed | At::Rejected | At::Cancelled)) => Err(Refusal::Registered(state)),
    }
}

/// Whether the holder of a seat may ask once more, having asked at these moments.
pub fn may_ask_again(asked: &[Instant], now: Instant) -> bool {
    let lately = asked.iter().filter(|at| **at > now - Duration::days(1)).count();
    lately < ASKED_A_DAY && asked.len() < ASKED_IN_ALL
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(moment: &str) -> Instant {
        moment.parse().unwrap()
    }

    #[test]
    fn an_answer_comes_in_a_week_and_before_the_start() {
        let asked = at("2026-12-01T09:00:00Z");
        for (starts, before) in [
            ("2026-12-20T13:00:00Z", "2026-12-08T09:00:00Z"),
            ("2026-12-08T09:00:00Z", "2026-12-08T09:00:00Z"),
            ("2026-12-02T13:00:00Z", "2026-12-02T13:00:00Z"),
        ] {
            assert_eq!(answer_before(asked, at(starts)), at(before), "{starts}");
        }
    }

    #[test]
    fn colleagues_are_told_by_domain_or_by_mandate() {
        use Audience::*;
        let (other, unknown) = (Some(Refusal::OtherOrganisation), Some(Refusal::UnknownOrganisation));
        for (audience, has_domains, is_theirs, expected) in [
            (Open, true, true, None),
            (Open, true, false, other),
            (Open, false, false, None),
            (Approval, true, true, None),
            (Approval, true, false, other),
            (Approval, false, false, unknown),
            (Members, true, false, None),
            (Members, false, false, None),
        ] {
            assert_eq!(stranger(audience, has_domains, is_theirs), expected, "{audience} {has_domains} {is_theirs}");
        }
    }

    #[test]
    fn whoever_has_no_seat_and_was_not_refused_may_take_one_over() {
        use registration::State as At;
        for audience in Audience::ALL.iter().copied() {
            assert_eq!(may_take_over(audience, None, false), Ok(()));
            for state in At::ALL.iter().copied() {
                let refused = matches!(state, At::Confirmed | At::Rejected | At::Cancelled);
                let expected = if refused { Err(Refusal::Registered(state)) } else { Ok(()) };
                assert_eq!(may_take_over(audience, Some(state), false), expected, "{audience} {state}");
                let closed = if refused || audience == Audience::Open { expected } else { Err(Refusal::Registered(At::Rejected)) };
                assert_eq!(may_take_over(audience, Some(state), true), closed, "{audience} {state}");
            }
        }
    }

    #[test]
    fn whom_staff_took_off_is_off_until_somebody_decides_otherwise() {
        use registration::State::*;
        let off = (Cause::WithdrawnByStaff, Withdrawn);
        for (history, expected) in [
            (vec![], false),
            (vec![(Cause::Approved, Confirmed), (Cause::Withdrew, Withdrawn)], false),
            (vec![(Cause::Approved, Confirmed), off], true),
            (vec![off, (Cause::Registered, Pending), (Cause::Proved, AwaitingApproval)], true),
            (vec![off, (Cause::Registered, Pending), (Cause::ProofLapsed, Withdrawn)], true),
            (vec![off, (Cause::EnteredByStaff, Waitlisted), (Cause::Withdrew, Withdrawn)], false),
        ] {
            assert_eq!(was_taken_off(history.clone().into_iter()), expected, "{history:?}");
        }
    }

    #[test]
    fn a_plain_name_or_none() {
        for (name, said) in [
            (" Zoë D’Hondt-O’Brien ", Some("Zoë D’Hondt-O’Brien")),
            ("", None),
            ("Win at evil.com", None),
            ("me@evil.com", None),
            ("Call 0470 12 34 56", None),
            ("You have been chosen out of very many people to get a great prize", None),
        ] {
            assert_eq!(plain_name(name), said, "{name}");
        }
    }

    #[test]
    fn what_was_decided_about_is_not_changed_by_oneself() {
        use Audience::*;
        for (audience, basis, keeps) in
            [(Open, Basis::Personal, false), (Approval, Basis::Personal, true), (Members, Basis::Personal, true), (Members, Basis::Mandate, false)]
        {
            assert_eq!(keeps_organisation(audience, basis), keeps, "{audience} {basis}");
        }
    }

    #[test]
    fn nobody_is_asked_all_day_long() {
        let now = at("2026-12-10T12:00:00Z");
        let hours = |ago: &[i64]| ago.iter().map(|h| now - Duration::hours(*h)).collect::<Vec<_>>();
        for (asked, may) in [
            (hours(&[]), true),
            (hours(&[1, 2]), true),
            (hours(&[1, 2, 3]), false),
            (hours(&[1, 2, 24]), true),
            (hours(&[30; 9]), true),
            (hours(&[30; 10]), false),
        ] {
            assert_eq!(may_ask_again(&asked, now), may, "{asked:?}");
        }
    }
}
