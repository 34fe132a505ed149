//! One dated meeting of a platform: its life, its registration window, and which of its changes people must be told.

use serde::{Deserialize, Serialize};

use super::agenda::AgendaItem;
use super::edition::Edition;
use super::ids::{EventId, PlatformId, Slug};
use super::language::{Language, Translated};
use super::mode::{Format, Mode};
use super::seats::SeatRules;
use super::tlp::Tlp;
use crate::clock::Instant;

crate::word! {
    /// Where an event stands. "Held" is not stored: it is a published event whose end has passed.
    EventStatus { Draft = "draft", Published = "published", CalledOff = "called_off" }
}

/// Longest title or venue in one language, in characters.
pub const MOST_LINE: usize = 200;
/// Longest summary in one language, in characters.
pub const MOST_SUMMARY: usize = 4000;
/// Most items of an agenda.
pub const MOST_AGENDA: usize = 100;

/// When an event takes place and takes registrations. All moments UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Start.
    pub starts_at: Instant,
    /// End, after the start.
    pub ends_at: Instant,
    /// Registration opens; at publication when `None`.
    pub opens_at: Option<Instant>,
    /// Registration closes; not after the end.
    pub closes_at: Instant,
}

/// Where an event takes place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which ways of attending it offers.
    pub format: Format,
    /// Name and address on one line; empty for online events.
    pub venue: Translated,
    /// Where to join online; only for the confirmed. https.
    pub join_link: Option<String>,
}

/// An event as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its row.
    pub id: EventId,
    /// Whose meeting it is.
    pub platform_id: PlatformId,
    /// Its address part; never changes.
    pub slug: Slug,
    /// The quarter it reports on.
    pub edition: Edition,
    /// The event it follows (a CSI/DPO event follows a QCTR event).
    pub follows: Option<EventId>,
    /// Where it stands.
    pub status: EventStatus,
    /// How far its content may travel.
    pub tlp: Tlp,
    /// Its title.
    pub title: Translated,
    /// What it is about, a paragraph.
    pub summary: Translated,
    /// What happens, in order.
    pub agenda: Vec<AgendaItem>,
    /// When.
    pub schedule: Schedule,
    /// Where.
    pub place: Place,
    /// Seats and how they are given.
    pub seats: SeatRules,
    /// Raised by one on every change of time or place and on calling off.
    pub sequence: i32,
    /// Raised by one on every edit; a form that was opened on an older revision is refused.
    pub revision: i32,
}

/// Whether an event takes registrations at a moment, and if not, why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// It does.
    Open,
    /// Not yet: it will from this moment on.
    NotYet(Instant),
    /// No longer, since this moment; the event is still to come or under way.
    Closed(Instant),
    /// The event is over.
    Past,
    /// The event was called off.
    CalledOff,
    /// The event is a draft: outsiders must not learn of it.
    Draft,
}

/// A missing piece that keeps an event from being published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Gap {
    /// The field: `title`, `summary`, `venue`, `agenda`, `capacity`, `join_link`, `schedule`.
    pub field: &'static str,
    /// The language in which it is missing; `None` when it is missing altogether.
    pub language: Option<Language>,
}

crate::word! {
    /// What people are told about when it changes.
    ChangedField { Starts = "starts", Ends = "ends", Venue = "venue", Format = "format", JoinLink = "join_link", Mode = "mode" }
}

impl Schedule {
    /// Whether the day on which the event starts, in Brussels, is still to come: marks of presence made now are hardly meant.
    pub fn is_before_the_day(&self, now: Instant) -> bool {
        let day = |at: Instant| at.with_timezone(&chrono_tz::Europe::Brussels).date_naive();
        day(now) < day(self.starts_at)
    }
}

impl Event {
    /// Whether registrations are taken at `now`.
    pub fn window(&self, now: Instant) -> Window {
        match self.status {
            EventStatus::Draft => Window::Draft,
            EventStatus::CalledOff => Window::CalledOff,
            EventStatus::Published => match self.schedule {
                Schedule { ends_at, .. } if now >= ends_at => Window::Past,
                Schedule { closes_at, .. } if now >= closes_at => Window::Closed(closes_at),
                Schedule { opens_at: Some(opens), .. } if now < opens => Window::NotYet(opens),
                _ => Window::Open,
            },
        }
    }

    /// Whether somebody can still prove an address or change the way of attending: registration may have closed, but the
    /// event has not begun.
    pub fn takes_choices(&self, now: Instant) -> bool {
        match self.window(now) {
            Window::Open | Window::NotYet(_) => true,
            Window::Closed(_) => now < self.schedule.starts_at,
            Window::Past | Window::CalledOff | Window::Draft => false,
        }
    }

    /// Whether the event took place: published and over.
    pub fn is_held(&self, now: Instant) -> bool {
        self.status == EventStatus::Published && now >= self.schedule.ends_at
    }

    /// What is missing before the event can be published: nothing may be shown in one language and not in another.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let mut texts = |field: &'static str, text: &Translated| gaps.extend(text.missing().into_iter().map(|l| Gap { field, language: Some(l) }));
        texts("title", &self.title);
        texts("summary", &self.summary);
        if self.place.format.offers(Mode::OnSite) {
            texts("venue", &self.place.venue);
        }
        for item in &self.agenda {
            texts("agenda", &item.title);
        }
        if self.place.format.offers(Mode::OnSite) && self.seats.pool(Mode::OnSite).capacity.is_none() {
            gaps.push(Gap { field: "capacity", language: None });
        }
        if self.schedule.ends_at <= self.schedule.starts_at || self.schedule.closes_at > self.schedule.ends_at {
            gaps.push(Gap { field: "schedule", language: None });
        }
        gaps.dedup();
        gaps
    }

    /// The fields of time and place in which `self` differs from what was told before. Only these raise SEQUENCE and are mailed.
    pub fn significant_changes(&self, before: &Event) -> Vec<ChangedField> {
        let mut changed = Vec::new();
        let mut note = |differs: bool, field| {
            if differs {
                changed.push(field);
            }
        };
        note(self.schedule.starts_at != before.schedule.starts_at, ChangedField::Starts);
        note(self.schedule.ends_at != before.schedule.ends_at, ChangedField::Ends);
        note(self.place.format != before.place.format, ChangedField::Format);
        note(self.place.venue != before.place.venue, ChangedField::Venue);
        note(self.place.join_link != before.place.join_link, ChangedField::JoinLink);
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_brussels() {
        let at = |text: &str| text.parse::<Instant>().unwrap();
        let starts_at = at("2026-12-10T13:00:00Z");
        let schedule = Schedule { starts_at, ends_at: starts_at, opens_at: None, closes_at: starts_at };
        for (now, before) in [
            ("2026-11-10T13:00:00Z", true),
            ("2026-12-09T22:59:59Z", true),
            ("2026-12-09T23:00:00Z", false),
            ("2026-12-10T12:59:59Z", false),
            ("2026-12-11T13:00:00Z", false),
        ] {
            assert_eq!(schedule.is_before_the_day(at(now)), before, "{now}");
        }
    }
}
