//! What a report would do at an event now: whom it recognises, for how long they were there, and who is for staff to decide.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::read::File;
use crate::app::secrets::hash;
use crate::app::{App, AppError};
use crate::clock::Instant;
use crate::db::sightings::Report as Taken;
use crate::db::{AnyConn, events, platforms, registrations, sightings};
use crate::domain::attendance::Unsure;
use crate::domain::email::EmailAddress;
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::{EventId, RegistrationId};
use crate::domain::registration::State;
use crate::presence::{self, By, Matching, Presence, Registrant, Sighting, Why, Window};

/// Whoever has, or had, a place there, or asked for one: those whose presence can be recorded.
const SEEN: [State; 5] = [State::Confirmed, State::Waitlisted, State::Withdrawn, State::AwaitingApproval, State::Cancelled];

/// Somebody whom the report recognises.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// Whose registration it is.
    pub registration: registrations::Row,
    /// By the address, or by the name.
    pub by: By,
    /// Places in the report's list of people.
    pub sightings: Vec<usize>,
    /// Minutes inside the event.
    pub minutes: i64,
    /// Whether those are enough by themselves.
    pub is_enough: bool,
}

/// Somebody for staff to decide.
#[derive(Clone, Debug)]
pub struct Doubtful {
    /// The place in the report's list of people.
    pub sighting: usize,
    /// Why.
    pub why: Unsure,
    /// Who it may be, the likeliest first.
    pub candidates: Vec<registrations::Row>,
}

/// What a report would do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What the file says.
    pub file: File,
    /// Whom it recognises.
    pub recognised: Vec<Recognised>,
    /// Who is for staff to decide; those that are near nobody as well.
    pub doubtful: Vec<Doubtful>,
    /// Minutes that are asked at this event, by the platform's share.
    pub asked: i64,
    /// The share, in per cent.
    pub share: u32,
    /// The same file, taken in before.
    pub before: Option<Taken>,
}

impl Plan {
    /// One of the people in the report.
    pub fn sighting(&self, place: usize) -> Option<&Sighting> {
        self.file.report.people.get(place)
    }

    /// Tells what was shown from what it would be now.
    pub fn fingerprint(&self) -> String {
        let mut said = format!("{} {}", self.file.digest, self.share);
        for one in &self.recognised {
            let _ = write!(said, ";{}:{:?}:{}", one.registration.id, one.sightings, one.minutes);
        }
        for one in &self.doubtful {
            let _ = write!(said, ";{}:{}", one.sighting, one.why);
            one.candidates.iter().for_each(|row| {
                let _ = write!(said, ":{}", row.id);
            });
        }
        hash(&said)
    }

    /// How many of those for staff to decide are near nobody.
    pub fn unknown(&self) -> usize {
        self.doubtful.iter().filter(|one| one.why == Unsure::Unknown).count()
    }
}

impl App {
    /// What a report would do at an event now. Changes nothing.
    ///
    /// # Errors
    /// `WrongEventState` for what is no published event that is over.
    pub async fn plan_attendance(&self, event: EventId, file: File, now: Instant) -> Result<Plan, AppError> {
        self.db.read(move |conn| plan(conn, event, file, now)).await
    }
}

/// What a report would do, in a transaction that goes on.
pub(super) fn plan(conn: &mut AnyConn, event: EventId, file: File, now: Instant) -> Result<Plan, AppError> {
    let of = held(conn, event, now)?;
    let share = platforms::by_id(conn, of.platform_id)?.presence_share;
    let share = u32::try_from(share).unwrap_or_default();
    let window = Window { start: of.schedule.starts_at, end: of.schedule.ends_at };
    let mut rows = registrations::in_states(conn, event, &SEEN)?;
    rows.retain(|row| row.erased_at.is_none());
    let registrants: Vec<Registrant> = rows.iter().map(registrant).collect();
    let Matching { matched, queue } = presence::assign(&file.report.people, &registrants, |text| Some(EmailAddress::parse(text).ok()?.key()));
    let by_id: HashMap<i64, registrations::Row> = rows.into_iter().map(|row| (row.id.0, row)).collect();
    let people = &file.report.people;
    let (mut recognised, mut doubtful) = (Vec::with_capacity(matched.len()), Vec::with_capacity(queue.len()));
    for one in matched {
        let Some(registration) = by_id.get(&one.registration) else { continue };
        // Without any time it is no proof: staff says whether it is one all the same.
        let (timed, untimed): (Vec<usize>, Vec<usize>) =
            one.sightings.into_iter().partition(|place| people.get(*place).is_some_and(|person| !person.intervals.is_empty()));
        doubtful.extend(untimed.into_iter().map(|sighting| Doubtful { sighting, why: Unsure::NoTime, candidates: vec![registration.clone()] }));
        if !timed.is_empty() {
            let presence = Presence::of(timed.iter().filter_map(|place| people.get(*place)), window);
            let is_enough = presence.is_present(u8::try_from(share).unwrap_or(100));
            let (registration, minutes) = (registration.clone(), presence.minutes());
            recognised.push(Recognised { registration, by: one.by, sightings: timed, minutes, is_enough });
        }
    }
    doubtful.extend(queue.into_iter().map(|one| Doubtful {
        sighting: one.sighting,
        why: unsure(one.why),
        candidates: one.candidates.iter().filter_map(|id| by_id.get(id)).cloned().collect(),
    }));
    doubtful.sort_by_key(|one| one.sighting);
    let before = sightings::by_digest(conn, event, &file.digest)?;
    let asked = (window.seconds() * i64::from(share) + 99) / 100;
    Ok(Plan { file, recognised, doubtful, asked: (asked + 59) / 60, share, before })
}

/// A published event that is over.
pub(super) fn held(conn: &mut AnyConn, event: EventId, now: Instant) -> Result<Event, AppError> {
    let of = events::by_id(conn, event)?.event;
    match of.status {
        EventStatus::Published if of.is_held(now) => Ok(of),
        EventStatus::Published => Err(AppError::WrongEventState("not_over")),
        other => Err(AppError::WrongEventState(other.code())),
    }
}

fn registrant(row: &registrations::Row) -> Registrant {
    Registrant {
        id: row.id.0,
        name: row.name.clone(),
        email_key: EmailAddress::parse(&row.email).map(|email| email.key()).unwrap_or_default(),
        organisation: row.organisation_name.clone(),
    }
}

const fn unsure(why: Why) -> Unsure {
    match why {
        Why::SameName => Unsure::SameName,
        Why::Claimed => Unsure::Claimed,
        Why::Near => Unsure::Near,
        Why::AddressOfAnother => Unsure::AddressOfAnother,
        Why::SameAddress => Unsure::SameAddress,
        Why::Unknown => Unsure::Unknown,
    }
}

/// The registrations that somebody was seen as, by their numbers.
pub(super) fn ids(rows: &[registrations::Row]) -> Vec<RegistrationId> {
    rows.iter().map(|row| row.id).collect()
}
