//! The demonstration's data: a believable year of the whole catalogue, made up from a seed and a day.
//!
//! Pure: no database, no clock, no file. The same seed and day give the same plan; the application replays it through its
//! own use cases, so that what a newcomer sees was decided by the real rules. Everybody and every organisation in it is
//! invented: names are combined by the program, domains end in `.example` (RFC 2606) and enterprise numbers lie below 0200.

pub mod behaviour;
pub mod days;
pub mod names;
pub mod organisations;
pub mod people;
pub mod programme;
pub mod random;
pub mod rosters;
pub mod texts;
pub mod timeline;

use chrono::NaiveDate;

use crate::clock::Instant;
use crate::domain::agenda::AgendaItem;
use crate::domain::attendance::ProofSource;
use crate::domain::edition::Edition;
use crate::domain::email::EmailAddress;
use crate::domain::event::{Place, Schedule};
use crate::domain::ids::Slug;
use crate::domain::language::{Language, Translated};
use crate::domain::mode::Mode;
use crate::domain::organisation::EnterpriseNumber;
use crate::domain::seats::SeatRules;
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};
use crate::domain::tlp::Tlp;

/// Everything the demonstration holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Invented organisations.
    pub organisations: Vec<OrganisationPlan>,
    /// Invented people; each registers at least once.
    pub people: Vec<PersonPlan>,
    /// Events with their registrations, by start.
    pub events: Vec<EventPlan>,
    /// Who holds mandates on the closed platforms.
    pub rosters: Vec<rosters::RosterPlan>,
}

/// An invented organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationPlan {
    /// Name; unique.
    pub name: OrganisationName,
    /// Sector.
    pub sector: Sector,
    /// Enterprise number with fitting check digits, below 0200 where no organisation has one; unique.
    pub enterprise_number: EnterpriseNumber,
    /// Mail domain under `.example`; unique.
    pub domain: String,
}

/// An invented person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonPlan {
    /// Full name.
    pub name: PersonName,
    /// Work address at the organisation's domain; unique.
    pub email: EmailAddress,
    /// Place in [`Plan::organisations`].
    pub organisation: usize,
    /// The organisation's sector.
    pub sector: Sector,
    /// In which the person registers.
    pub language: Language,
}

/// One event, complete enough to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventPlan {
    /// A platform of the built-in catalogue.
    pub platform_slug: Slug,
    /// Unique.
    pub slug: Slug,
    /// The quarter it reports on.
    pub edition: Edition,
    /// Slug of the event it follows; that one comes earlier in the plan.
    pub follows: Option<Slug>,
    /// When it was published: before every registration and before the day of the plan.
    pub published_at: Instant,
    /// Label.
    pub tlp: Tlp,
    /// In four languages.
    pub title: Translated,
    /// In four languages.
    pub summary: Translated,
    /// Four to six items.
    pub agenda: Vec<AgendaItem>,
    /// When.
    pub schedule: Schedule,
    /// Where.
    pub place: Place,
    /// Seats.
    pub seats: SeatRules,
    /// What people do, in order of registering. Nobody stands here twice.
    pub registrations: Vec<RegistrationPlan>,
}

/// How a registration comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// By the public form; the address is to be proven.
    Form,
    /// Entered by an organiser: events whose platform takes no public registrations.
    Staff,
}

/// What one person does about one event. Moments are before the day of the plan, in this order:
/// registers, proves, withdraws or is present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistrationPlan {
    /// Place in [`Plan::people`].
    pub person: usize,
    /// How it comes in.
    pub channel: Channel,
    /// Way of attending.
    pub mode: Mode,
    /// When the form is sent or the entry is made.
    pub registered_at: Instant,
    /// When the address is proven; `None` for those who never do, and for [`Channel::Staff`].
    pub proves_at: Option<Instant>,
    /// When the person steps back, if they do.
    pub withdraws_at: Option<Instant>,
    /// The proof of presence, if they come. Only counts when the rules gave them a seat.
    pub attends: Option<PresencePlan>,
}

/// A proof of presence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PresencePlan {
    /// When it is noted.
    pub at: Instant,
    /// At the door, by the join link, or by hand.
    pub source: ProofSource,
}

/// Makes the whole plan. `today` is the day of the demonstration in Brussels: past quarters lie before it, and nothing
/// anybody does lies on or after it.
pub fn plan(seed: u64, today: NaiveDate) -> Plan {
    let mut crowd = people::Crowd::new(seed);
    let mut events = programme::programme(today, &mut crowd);
    behaviour::fill(&mut events, today, &mut crowd);
    let (organisations, people) = crowd.into_parts();
    let mut events: Vec<EventPlan> = events.into_iter().map(|scene| scene.event).collect();
    events.sort_by(|a, b| (a.schedule.starts_at, &a.slug).cmp(&(b.schedule.starts_at, &b.slug)));
    let rosters = rosters::rosters(seed, today, &organisations, &people, &events);
    Plan { organisations, people, events, rosters }
}

#[cfg(test)]
mod tests;
