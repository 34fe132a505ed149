//! The personal link that sends somebody on to the meeting: whether it does at a moment, and if not, why not. It must not know addresses
//! or pages.

use chrono::Duration;

use super::event::{Event, EventStatus, Schedule};
use super::mode::Mode;
use super::registration::State;
use crate::clock::Instant;

/// So long before the start the link already sends people on, in minutes: time for sound and picture, and for whoever lets them in.
pub const EARLY_MINUTES: i64 = 30;

/// What a personal link to join does at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// It sends its owner on.
    Open,
    /// Not yet: it will from this moment on.
    Early(Instant),
    /// The event is over.
    Over,
    /// The event was called off.
    CalledOff,
    /// There is no seat: the registration stands elsewhere.
    NoSeat(State),
    /// The seat is one in the room.
    InRoom,
    /// It would send them on, but nobody has said where to.
    NoLink,
}

/// From when the link sends people on.
pub fn opens_at(schedule: &Schedule) -> Instant {
    schedule.starts_at - Duration::minutes(EARLY_MINUTES)
}

/// Whether a moment lies between the opening and the end: only then a link is used for this meeting and not for another date of it.
pub fn is_within(schedule: &Schedule, at: Instant) -> bool {
    opens_at(schedule) <= at && at < schedule.ends_at
}

/// What the link of a registration does now.
pub fn joining(event: &Event, state: State, mode: Mode, now: Instant) -> Joining {
    if event.status != EventStatus::Published || state == State::Cancelled {
        return Joining::CalledOff;
    }
    if now >= event.schedule.ends_at {
        return Joining::Over;
    }
    match (state, mode) {
        (State::Confirmed, Mode::Online) if !is_within(&event.schedule, now) => Joining::Early(opens_at(&event.schedule)),
        (State::Confirmed, Mode::Online) if event.place.join_link.is_none() => Joining::NoLink,
        (State::Confirmed, Mode::Online) => Joining::Open,
        (State::Confirmed, Mode::OnSite) => Joining::InRoom,
        (other, _) => Joining::NoSeat(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Place;
    use crate::domain::ids::{EventId, PlatformId};
    use crate::domain::language::Translated;
    use crate::domain::mode::Format;
    use crate::domain::seats::SeatRules;
    use crate::domain::tlp::Tlp;

    fn at(time: &str) -> Instant {
        format!("2026-12-10T{time}Z").parse().unwrap()
    }

    fn event(status: EventStatus, link: Option<&str>) -> Event {
        Event {
            id: EventId(1),
            platform_id: PlatformId(1),
            slug: "qctr".parse().unwrap(),
            edition: "2026-Q4".parse().unwrap(),
            follows: None,
            status,
            tlp: Tlp::Green,
            title: Translated::default(),
            summary: Translated::default(),
            agenda: Vec::new(),
            schedule: Schedule { starts_at: at("13:00:00"), ends_at: at("16:00:00"), opens_at: None, closes_at: at("12:00:00") },
            place: Place { format: Format::Hybrid, venue: Translated::default(), join_link: link.map(str::to_owned) },
            seats: SeatRules::default(),
            sequence: 0,
            revision: 0,
        }
    }

    #[test]
    fn the_link_sends_on_from_half_an_hour_before_until_the_end() {
        let (early, link) = (Joining::Early(at("12:30:00")), Some("https://meet.example.be"));
        for (now, link, expected) in [
            ("12:29:59", link, early),
            ("12:29:59", None, early),
            ("12:30:00", link, Joining::Open),
            ("12:30:00", None, Joining::NoLink),
            ("13:00:00", link, Joining::Open),
            ("15:59:59", link, Joining::Open),
            ("16:00:00", link, Joining::Over),
            ("16:00:00", None, Joining::Over),
        ] {
            assert_eq!(joining(&event(EventStatus::Published, link), State::Confirmed, Mode::Online, at(now)), expected, "{now} {link:?}");
        }
    }

    #[test]
    fn only_a_seat_online_at_what_takes_place_sends_on() {
        for (status, state, mode, expected) in [
            (EventStatus::Published, State::Confirmed, Mode::OnSite, Joining::InRoom),
            (EventStatus::Published, State::Waitlisted, Mode::Online, Joining::NoSeat(State::Waitlisted)),
            (EventStatus::Published, State::Withdrawn, Mode::Online, Joining::NoSeat(State::Withdrawn)),
            (EventStatus::Published, State::Pending, Mode::OnSite, Joining::NoSeat(State::Pending)),
            (EventStatus::Published, State::Cancelled, Mode::Online, Joining::CalledOff),
            (EventStatus::CalledOff, State::Confirmed, Mode::Online, Joining::CalledOff),
        ] {
            assert_eq!(joining(&event(status, Some("https://meet.example.be")), state, mode, at("13:00:00")), expected, "{status} {state} {mode}");
        }
    }
}
