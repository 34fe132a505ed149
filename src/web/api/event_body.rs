//! Events in JSON: what is sent, what is answered, and how the one becomes the other.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::decode::{Checks, shown};
use super::words::{Moment, Translations, schema};
use crate::app::edit_event::Edit;
use crate::app::save_event::Texts;
use crate::app::show::EventView;
use crate::domain::agenda::AgendaItem;
use crate::domain::edition::Edition;
use crate::domain::event::{EventStatus, MOST_AGENDA, MOST_LINE, MOST_SUMMARY, Place, Schedule};
use crate::domain::ids::EventId;
use crate::domain::language::Translated;
use crate::domain::mode::{Format, Mode};
use crate::domain::seats::{PerSector, Pool, SeatRules, Taken};
use crate::domain::tlp::Tlp;

/// Most seats, and most for one organisation.
const MOST_SEATS: u32 = 1_000_000;

/// A new event. It starts as a draft, so texts may still be missing.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEventBody {
    /// Address part, never changes: 2 to 60 of a-z, 0-9 and hyphens.
    #[schema(example = "qctr-2026-q4", min_length = 2, max_length = 60, pattern = "^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$")]
    pub slug: String,
    /// Slug of the platform.
    #[schema(example = "qctr")]
    pub platform: String,
    /// The quarter it reports on.
    #[schema(value_type = schema::Edition)]
    pub edition: Edition,
    /// Slug of the event it follows, one of the platform that its platform comes after.
    #[serde(default)]
    pub follows: Option<String>,
    /// How far its content may travel.
    #[schema(value_type = schema::Tlp)]
    pub tlp: Tlp,
    /// Title, at most 200 characters in each language.
    pub title: Translations,
    /// A paragraph or more, at most 4,000 characters in each language.
    #[serde(default)]
    #[schema(required = false)]
    pub summary: Translations,
    /// What happens, in order.
    #[serde(default)]
    #[schema(max_items = 100, required = false)]
    pub agenda: Vec<AgendaBody>,
    /// When.
    pub schedule: ScheduleBody,
    /// Where.
    pub place: PlaceBody,
    /// Seats.
    #[serde(default)]
    #[schema(required = false)]
    pub seats: SeatsBody,
}

/// The parts of an event that can be edited.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventParts {
    /// Slug of the event it follows.
    #[serde(default)]
    pub follows: Option<String>,
    /// Label.
    pub tlp: Tlp,
    /// Title.
    #[serde(default)]
    pub title: Translations,
    /// A paragraph.
    #[serde(default)]
    pub summary: Translations,
    /// What happens.
    #[serde(default)]
    pub agenda: Vec<AgendaBody>,
    /// When.
    pub schedule: ScheduleBody,
    /// Where.
    pub place: PlaceBody,
    /// Seats.
    #[serde(default)]
    pub seats: SeatsBody,
}

/// One item of an agenda.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaBody {
    /// Brussels time of the event's day.
    #[schema(example = "14:30", pattern = "^[0-2][0-9]:[0-5][0-9]$")]
    pub at: String,
    /// What it is about, at most 200 characters in each language.
    pub title: Translations,
    /// Who speaks; empty when nobody is named.
    #[serde(default)]
    #[schema(max_length = 200, required = false)]
    pub speaker: String,
    /// Where it may not travel as far as the event. Above GREEN, only people with a seat read what it is about, and on their own page alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<schema::Tlp>, nullable = false)]
    pub tlp: Option<Tlp>,
}

/// When an event takes place and takes registrations.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleBody {
    /// Start.
    pub starts_at: Moment,
    /// End, after the start.
    pub ends_at: Moment,
    /// Registration opens; at publication when left out.
    #[serde(default)]
    pub opens_at: Option<Moment>,
    /// Registration closes; at the start when left out.
    #[serde(default)]
    pub closes_at: Option<Moment>,
}

/// Where an event takes place.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceBody {
    /// Which ways of attending it offers.
    #[schema(value_type = schema::Format)]
    pub format: Format,
    /// Name and address on one line, at most 200 characters in each language.
    #[serde(default)]
    #[schema(required = false)]
    pub venue: Translations,
    /// Where to join online; told only to those who have a seat online, and shown only to those who manage the event.
    #[serde(default)]
    #[schema(example = "https://meet.example.be/qctr", format = "uri")]
    pub join_link: Option<String>,
}

/// Seats and how they are given.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SeatsBody {
    /// In the room.
    pub on_site: PoolBody,
    /// Online.
    pub online: PoolBody,
    /// From this moment on unused quota is open to every sector.
    pub release_at: Option<Moment>,
}

/// The limits of one way of attending; null means no limit. The room needs a capacity before the event is published.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PoolBody {
    /// Seats in all.
    #[schema(maximum = 1_000_000)]
    pub capacity: Option<u32>,
    /// At most so many for each sector.
    pub quotas: QuotasBody,
    /// At most so many for one organisation.
    #[schema(maximum = 1_000_000)]
    pub max_per_organisation: Option<u32>,
}

/// One number for each sector; null means no limit.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct QuotasBody {
    /// Private sector.
    #[schema(maximum = 1_000_000)]
    pub private: Option<u32>,
    /// Academic sector.
    #[schema(maximum = 1_000_000)]
    pub academic: Option<u32>,
    /// Public sector.
    #[schema(maximum = 1_000_000)]
    pub public: Option<u32>,
}

impl EventParts {
    /// The parts of an event as it stands; `follows` is the slug of the event it follows.
    pub fn of(view: &EventView, follows: Option<String>) -> Self {
        let event = &view.stored.event;
        Self {
            follows,
            tlp: event.tlp,
            title: event.title.clone().into(),
            summary: event.summary.clone().into(),
            agenda: event.agenda.iter().map(agenda_body).collect(),
            schedule: schedule_body(&event.schedule),
            place: PlaceBody { format: event.place.format, venue: event.place.venue.clone().into(), join_link: event.place.join_link.clone() },
            seats: SeatsBody {
                on_site: pool_body(&event.seats.on_site),
                online: pool_body(&event.seats.online),
                release_at: event.seats.release_at.map(Moment),
            },
        }
    }

    /// Checks every value. `follows` is the event behind the slug, which the caller has looked up.
    pub fn check(&self, follows: Option<EventId>, checks: &mut Checks) -> Edit {
        let schedule = Schedule {
            starts_at: self.schedule.starts_at.0,
            ends_at: self.schedule.ends_at.0,
            opens_at: self.schedule.opens_at.map(|m| m.0),
            closes_at: self.schedule.closes_at.unwrap_or(self.schedule.starts_at).0,
        };
        check_order(&schedule, checks);
        Edit {
            follows,
            texts: Texts {
                title: lines::<MOST_LINE>(&self.title, "/title", checks),
                summary: self.summary.map(|language, text| checks.paragraph(&format!("/summary/{language}"), text, MOST_SUMMARY)),
                agenda: agenda(&self.agenda, checks),
                tlp: self.tlp,
            },
            schedule,
            place: Place {
                format: self.place.format,
                venue: lines::<MOST_LINE>(&self.place.venue, "/place/venue", checks),
                join_link: self.place.join_link.clone().filter(|link| !link.trim().is_empty()),
            },
            seats: SeatRules {
                on_site: pool(&self.seats.on_site, "/seats/on_site", checks),
                online: pool(&self.seats.online, "/seats/online", checks),
                release_at: self.seats.release_at.map(|m| m.0),
            },
        }
    }
}

fn check_order(schedule: &Schedule, checks: &mut Checks) {
    let day = |t: crate::clock::Instant| t.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let (start, end, close) = (day(schedule.starts_at), day(schedule.ends_at), day(schedule.closes_at));
    if schedule.ends_at <= schedule.starts_at {
        checks.refuse("/schedule/ends_at", "order", format!("{end} is not after the start, {start}; give a later end"));
    } else if schedule.closes_at > schedule.ends_at {
        checks.refuse("/schedule/closes_at", "order", format!("{close} is after the end, {end}; close registration before it"));
    }
    if let Some(opens) = schedule.opens_at.filter(|opens| *opens >= schedule.closes_at) {
        checks.refuse("/schedule/opens_at", "order", format!("{} is not before registration closes, {close}; open it earlier", day(opens)));
    }
}

fn lines<const MAX: usize>(texts: &Translations, at: &str, checks: &mut Checks) -> Translated {
    texts.map(|language, text| checks.optional_line::<MAX>(&format!("{at}/{language}"), text))
}

fn agenda(items: &[AgendaBody], checks: &mut Checks) -> Vec<AgendaItem> {
    if items.len() > MOST_AGENDA {
        checks.refuse("/agenda", "too_many", format!("{} items are too many; use at most {MOST_AGENDA}", items.len()));
        return Vec::new();
    }
    let item = |(n, item): (usize, &AgendaBody)| {
        let at = chrono::NaiveTime::parse_from_str(&item.at, "%H:%M");
        if at.is_err() {
            checks.refuse(&format!("/agenda/{n}/at"), "invalid", format!("{} is not a time of day; write it like 14:30", shown(&item.at)));
        }
        AgendaItem {
            at: at.unwrap_or_default(),
            title: lines::<MOST_LINE>(&item.title, &format!("/agenda/{n}/title"), checks),
            speaker: checks.optional_line::<MOST_LINE>(&format!("/agenda/{n}/speaker"), &item.speaker),
            tlp: item.tlp,
        }
    };
    items.iter().enumerate().map(item).collect()
}

fn pool(body: &PoolBody, at: &str, checks: &mut Checks) -> Pool {
    let mut limit = |name: &str, n: Option<u32>| {
        if let Some(n) = n.filter(|n| *n > MOST_SEATS) {
            checks.refuse(&format!("{at}/{name}"), "out_of_range", format!("{n} is more than {MOST_SEATS}; leave it out for no limit"));
        }
        n
    };
    Pool {
        capacity: limit("capacity", body.capacity),
        quotas: PerSector {
            private: limit("quotas/private", body.quotas.private),
            academic: limit("quotas/academic", body.quotas.academic),
            public: limit("quotas/public", body.quotas.public),
        },
        max_per_organisation: limit("max_per_organisation", body.max_per_organisation),
    }
}

fn agenda_body(item: &AgendaItem) -> AgendaBody {
    AgendaBody { at: item.at.format("%H:%M").to_string(), title: item.title.clone().into(), speaker: item.speaker.clone(), tlp: item.tlp }
}

fn schedule_body(schedule: &Schedule) -> ScheduleBody {
    ScheduleBody {
        starts_at: Moment(schedule.starts_at),
        ends_at: Moment(schedule.ends_at),
        opens_at: schedule.opens_at.map(Moment),
        closes_at: Some(Moment(schedule.closes_at)),
    }
}

fn pool_body(pool: &Pool) -> PoolBody {
    PoolBody { capacity: pool.capacity, quotas: quotas(&pool.quotas), max_per_organisation: pool.max_per_organisation }
}

fn quotas(quotas: &PerSector<Option<u32>>) -> QuotasBody {
    QuotasBody { private: quotas.private, academic: quotas.academic, public: quotas.public }
}

/// An event.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub struct EventBody {
    /// Address part.
    #[schema(example = "qctr-2026-q4")]
    pub slug: String,
    /// Slug of the platform.
    #[schema(example = "qctr")]
    pub platform: String,
    /// The quarter it reports on.
    #[schema(value_type = schema::Edition)]
    pub edition: Edition,
    /// Slug of the event it follows.
    pub follows: Option<String>,
    /// Where it stands.
    #[schema(value_type = schema::EventStatus)]
    pub status: EventStatus,
    /// Why it was called off.
    pub call_off_reason: Option<String>,
    /// How far its content may travel.
    #[schema(value_type = schema::Tlp)]
    pub tlp: Tlp,
    /// Title.
    pub title: Translations,
    /// A paragraph.
    pub summary: Translations,
    /// What happens, in order.
    pub agenda: Vec<AgendaBody>,
    /// When.
    pub schedule: ScheduleBody,
    /// Where.
    pub place: PlaceBody,
    /// Seats.
    pub seats: SeatsView,
    /// Rises with every change of time or place, and with calling off.
    pub sequence: i32,
    /// Rises with every edit; a PATCH must send it back.
    pub revision: i32,
}

/// Seats with what was given.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Seats)]
pub struct SeatsView {
    /// In the room.
    pub on_site: PoolView,
    /// Online.
    pub online: PoolView,
    /// From this moment on unused quota is open to every sector.
    pub release_at: Option<Moment>,
}

/// One way of attending: limits, and where they stand.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Pool)]
pub struct PoolView {
    /// Seats in all.
    pub capacity: Option<u32>,
    /// At most so many for each sector.
    pub quotas: QuotasBody,
    /// At most so many for one organisation.
    pub max_per_organisation: Option<u32>,
    /// Seats given, by sector.
    pub taken: TakenView,
    /// People waiting.
    pub waiting: u32,
}

/// Seats given.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Taken)]
pub struct TakenView {
    /// In all.
    pub total: u32,
    /// Private sector.
    pub private: u32,
    /// Academic sector.
    pub academic: u32,
    /// Public sector.
    pub public: u32,
}

impl EventBody {
    /// Shows an event; `follows` is the slug of the event it follows. The link opens the meeting to whoever has it, so it is
    /// shown to a caller who manages the event and to nobody else; so is what an item with a label above GREEN is about.
    pub fn of(view: &EventView, follows: Option<String>, manages: bool) -> Self {
        let (stored, mut parts) = (&view.stored, EventParts::of(view, follows));
        parts.place.join_link.take_if(|_| !manages);
        for (item, body) in view.stored.event.agenda.iter().zip(&mut parts.agenda).filter(|(item, _)| !manages && item.withheld().is_some()) {
            *body = AgendaBody { title: Translations::default(), speaker: String::new(), ..agenda_body(item) };
        }
        let event = &stored.event;
        let side = |mode: Mode| pool_view(event.seats.pool(mode), stored.taken(mode), view.waiting_for(mode));
        Self {
            slug: event.slug.to_string(),
            platform: view.platform.slug.to_string(),
            edition: event.edition,
            follows: parts.follows,
            status: event.status,
            call_off_reason: stored.call_off_reason.clone(),
            tlp: parts.tlp,
            title: parts.title,
            summary: parts.summary,
            agenda: parts.agenda,
            schedule: parts.schedule,
            place: parts.place,
            seats: SeatsView { on_site: side(Mode::OnSite), online: side(Mode::Online), release_at: parts.seats.release_at },
            sequence: event.sequence,
            revision: event.revision,
        }
    }
}

fn pool_view(pool: &Pool, taken: &Taken, waiting: u32) -> PoolView {
    let given = taken.by_sector;
    PoolView {
        capacity: pool.capacity,
        quotas: quotas(&pool.quotas),
        max_per_organisation: pool.max_per_organisation,
        taken: TakenView { total: taken.total(), private: given.private, academic: given.academic, public: given.public },
        waiting,
    }
}
