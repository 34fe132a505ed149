//! A guest on a platform for members: proposed for one event, admitted when nobody objects in time; who may propose, and what they are
//! told of it.

use chrono::NaiveDate;

use super::event::Window;
use super::platform::Audience;
use super::registration::State as Place;
use super::working_days::working_days_after;

crate::word! {
    /// Where a proposal stands.
    State {
        /// Somebody may still object, or decide.
        Open = "open",
        /// Nobody objected in time, or it was decided before: the guest is invited.
        Admitted = "admitted",
        /// Somebody objected.
        Refused = "refused",
        /// The event took no guests any more, or silence could admit nobody ([`Bar`]).
        Lapsed = "lapsed",
        /// When the time was over the guest was a member, had been invited, or had come, by another way.
        Elsewhere = "elsewhere",
        /// The member who proposed the guest took it back.
        TakenBack = "taken_back",
    }
}

crate::word! {
    /// What the member who proposed a guest is told of it. A guest who is there already is told as one to whom nobody objected, for who else
    /// is invited is nobody's business; who objected, and why, is the organisers'.
    Told {
        /// It waits.
        Waiting = "waiting",
        /// Nobody objected: whoever is neither a member nor invited yet is now.
        Accepted = "accepted",
        /// No invitation follows from it.
        NotInvited = "not_invited",
        /// They took it back.
        TakenBack = "taken_back",
    }
}

crate::word! {
    /// Why silence admits nobody on a proposal: it lapses when its time is over, unless an organiser decides before.
    Bar {
        /// Somebody objected to this person at this event before.
        Objected = "objected",
        /// The member who proposed holds no mandate that is in force.
        NoMandate = "no_mandate",
    }
}

/// How many working days a platform may leave for objections.
pub const PERIODS: std::ops::RangeInclusive<u32> = 1..=30;
/// So many proposals of one member for one event may wait at the same time.
pub const WAITING_AT_MOST: usize = 3;
/// So many can one member make for one event, those that were taken back among them.
pub const MADE_AT_MOST: usize = 10;
/// So long the data of somebody are kept whose proposal led to no invitation. Whoever is invited learns where we have their data from; the
/// others learn nothing, so that we do not keep it (GDPR 14(3)(a): within a month). Of somebody who was there already it is kept as long as of
/// whoever is invited: the difference would tell their proposer.
pub const KEPT_UNINVITED_DAYS: i64 = 30;

/// The last day on which somebody may object to what was proposed on a day, both in Brussels.
pub fn last_day(proposed: NaiveDate, working_days: u32) -> NaiveDate {
    working_days_after(proposed, working_days.clamp(*PERIODS.start(), *PERIODS.end()))
}

/// What is known of somebody who would propose a guest.
#[derive(Clone, Copy, Debug)]
pub struct Proposer {
    /// Who may register on the platform.
    pub audience: Audience,
    /// Whether the organisers want members to propose guests.
    pub wanted: bool,
    /// Whether the event takes registrations.
    pub window: Window,
    /// Where their own registration stands.
    pub place: Place,
    /// Whether they hold a mandate on the platform that is in force.
    pub holds_mandate: bool,
    /// How many proposals of theirs for the event wait.
    pub waiting: usize,
    /// How many they made for it.
    pub made: usize,
}

crate::word! {
    /// Why somebody cannot propose a guest.
    Hindrance {
        /// Here members propose nobody.
        NotWanted = "not_wanted",
        /// They hold no mandate that is in force.
        NoMandate = "no_mandate",
        /// They neither have a seat nor wait for one.
        NoPlace = "no_place",
        /// Registration is not open.
        NotOpen = "not_open",
        /// As many wait as may.
        TooManyWait = "too_many_wait",
        /// As many were made as may be.
        TooMany = "too_many",
    }
}

/// What keeps somebody from proposing a guest; `None` when nothing does.
pub fn hindrance(of: &Proposer) -> Option<Hindrance> {
    let rules = [
        (!of.wanted || of.audience != Audience::Members, Hindrance::NotWanted),
        (!of.holds_mandate, Hindrance::NoMandate),
        (!matches!(of.place, Place::Confirmed | Place::Waitlisted), Hindrance::NoPlace),
        (of.window != Window::Open, Hindrance::NotOpen),
        (of.made >= MADE_AT_MOST, Hindrance::TooMany),
        (of.waiting >= WAITING_AT_MOST, Hindrance::TooManyWait),
    ];
    rules.into_iter().find(|(holds, _)| *holds).map(|(_, why)| why)
}

impl State {
    /// What its proposer is told.
    pub fn told(self) -> Told {
        match self {
            Self::Open => Told::Waiting,
            Self::Admitted | Self::Elsewhere => Told::Accepted,
            Self::Refused | Self::Lapsed => Told::NotInvited,
            Self::TakenBack => Told::TakenBack,
        }
    }
}

impl Told {
    /// Whether a mail tells it: not what waits, nor what they did themselves.
    pub fn by_mail(self) -> bool {
        matches!(self, Self::Accepted | Self::NotInvited)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_a_working_day_to_object_on() {
        let friday: NaiveDate = "2026-11-27".parse().unwrap();
        for (days, last) in [(0, "2026-11-30"), (1, "2026-11-30"), (5, "2026-12-04"), (99, "2027-01-12")] {
            assert_eq!(last_day(friday, days), last.parse::<NaiveDate>().unwrap(), "{days}");
        }
    }

    #[test]
    fn a_member_with_a_place_proposes_where_and_while_it_is_wanted() {
        let member = Proposer {
            audience: Audience::Members,
            wanted: true,
            window: Window::Open,
            place: Place::Confirmed,
            holds_mandate: true,
            waiting: WAITING_AT_MOST - 1,
            made: MADE_AT_MOST - 1,
        };
        let opens = "2026-12-01T08:00:00Z".parse().unwrap();
        for (who, expected) in [
            (member, None),
            (Proposer { place: Place::Waitlisted, ..member }, None),
            (Proposer { wanted: false, ..member }, Some(Hindrance::NotWanted)),
            (Proposer { audience: Audience::Open, ..member }, Some(Hindrance::NotWanted)),
            (Proposer { audience: Audience::Approval, ..member }, Some(Hindrance::NotWanted)),
            (Proposer { holds_mandate: false, ..member }, Some(Hindrance::NoMandate)),
            (Proposer { place: Place::Withdrawn, ..member }, Some(Hindrance::NoPlace)),
            (Proposer { place: Place::Pending, ..member }, Some(Hindrance::NoPlace)),
            (Proposer { place: Place::Rejected, ..member }, Some(Hindrance::NoPlace)),
            (Proposer { window: Window::NotYet(opens), ..member }, Some(Hindrance::NotOpen)),
            (Proposer { window: Window::Closed(opens), ..member }, Some(Hindrance::NotOpen)),
            (Proposer { window: Window::CalledOff, ..member }, Some(Hindrance::NotOpen)),
            (Proposer { waiting: WAITING_AT_MOST, ..member }, Some(Hindrance::TooManyWait)),
            (Proposer { made: MADE_AT_MOST, ..member }, Some(Hindrance::TooMany)),
            // Whom nothing is offered is told nothing else.
            (Proposer { wanted: false, holds_mandate: false, made: MADE_AT_MOST, ..member }, Some(Hindrance::NotWanted)),
        ] {
            assert_eq!(hindrance(&who), expected, "{who:?}");
        }
    }

    #[test]
    fn that_a_guest_is_there_already_is_not_told() {
        for (state, told, mailed) in [
            (State::Open, Told::Waiting, false),
            (State::Admitted, Told::Accepted, true),
            (State::Elsewhere, Told::Accepted, true),
            (State::Refused, Told::NotInvited, true),
            (State::Lapsed, Told::NotInvited, true),
            (State::TakenBack, Told::TakenBack, false),
        ] {
            assert_eq!((state.told(), state.told().by_mail()), (told, mailed), "{state}");
        }
    }
}
