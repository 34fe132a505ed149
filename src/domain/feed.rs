//! What a calendar to subscribe to shows: of a public platform, and of a person. Pure: who is shut out is handed in by not asking for them.

use chrono::Duration;

use super::platform::Visibility;
use super::registration::State;
use crate::clock::Instant;

/// How long an event that is over stays in a calendar, in days.
pub const PAST_DAYS: i64 = 365;
/// Most events of one calendar: the latest.
pub const MOST: usize = 500;
/// How long a place that was given up or taken away is still shown as cancelled, in days: by then every calendar has looked.
pub const CANCELLED_DAYS: i64 = 30;

/// How an event stands in somebody's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It takes place, and whoever reads this may come.
    Confirmed,
    /// It takes place; whether there is a seat is open.
    Tentative,
    /// It was called off, or whoever reads this comes no more.
    Cancelled,
}

/// Where a registration stands, as far as its owner's calendar asks.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// State.
    pub state: State,
    /// Since when.
    pub since: Instant,
    /// Whether its owner is known to have been told of it: the address was proven, or an invitation went out.
    pub was_told: bool,
    /// Whether an invitation went out.
    pub was_invited: bool,
    /// Who may know of the platform.
    pub visibility: Visibility,
    /// When the event ends.
    pub ends_at: Instant,
}

/// How the event stands in the calendar of whoever has this place; `None` where it does not stand there.
///
/// Whoever is out of an event that goes on without them learns nothing more of it, neither a new time nor a new room, unless everybody can.
pub fn standing(place: &Place, now: Instant) -> Option<Standing> {
    let is_over = now >= place.ends_at;
    let is_recent = !is_over && now < place.since + Duration::days(CANCELLED_DAYS);
    match place.state {
        State::Confirmed if now < place.ends_at + Duration::days(PAST_DAYS) => Some(Standing::Confirmed),
        State::Waitlisted if !is_over => Some(Standing::Tentative),
        State::Cancelled if is_recent && place.was_told => Some(Standing::Cancelled),
        State::Withdrawn | State::Rejected if is_recent && place.was_invited && place.visibility == Visibility::Public => Some(Standing::Cancelled),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_shown_as_it_stands_and_as_long_as_it_says_something() {
        use Visibility::{Hidden, Public};
        let (since, ends_at) = (at("2026-11-20T09:00:00Z"), at("2026-12-31T16:00:00Z"));
        let (soon, late, over, long_over) = ("2026-11-21T09:00:00Z", "2026-12-20T09:00:00Z", "2026-12-31T16:00:00Z", "2027-12-31T16:00:00Z");
        for (state, was_told, was_invited, visibility, now, expected) in [
            (State::Confirmed, true, true, Hidden, soon, Some(Standing::Confirmed)),
            (State::Confirmed, true, true, Public, over, Some(Standing::Confirmed)),
            (State::Confirmed, true, true, Public, long_over, None),
            (State::Waitlisted, true, false, Hidden, soon, Some(Standing::Tentative)),
            (State::Waitlisted, true, false, Public, over, None),
            (State::Withdrawn, true, true, Public, soon, Some(Standing::Cancelled)),
            (State::Withdrawn, true, true, Public, late, None),
            (State::Withdrawn, true, false, Public, soon, None),
            (State::Withdrawn, true, true, Hidden, soon, None),
            (State::Rejected, true, true, Public, soon, Some(Standing::Cancelled)),
            (State::Rejected, true, true, Hidden, soon, None),
            (State::Cancelled, true, true, Hidden, soon, Some(Standing::Cancelled)),
            (State::Cancelled, true, false, Public, soon, Some(Standing::Cancelled)),
            (State::Cancelled, false, false, Public, soon, None),
            (State::Cancelled, true, true, Public, over, None),
            (State::Pending, false, false, Public, soon, None),
            (State::AwaitingApproval, true, false, Public, soon, None),
            (State::Expired, false, false, Public, soon, None),
        ] {
            let place = Place { state, since, was_told, was_invited, visibility, ends_at };
            assert_eq!(standing(&place, at(now)), expected, "{state} {was_told} {was_invited} {visibility} {now}");
        }
    }

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }
}
