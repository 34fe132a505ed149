//! What a report is made of: counts and days, as they were found. No names but those of organisations.

use chrono::NaiveDate;

use crate::domain::cadence::Meeting;
use crate::domain::edition::Edition;
use crate::domain::event::EventStatus;
use crate::domain::language::Language;
use crate::domain::member::Function;
use crate::domain::mode::Mode;
use crate::domain::platform::Platform;
use crate::domain::registration::State;
use crate::domain::sector::Sector;
use crate::stats::attendance::Counts;

/// Registrations counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// By what became of them.
    pub counts: Counts,
    /// Those with a seat at an event that took place: who of them did not come, did not show up.
    pub due: u64,
}

impl Sum {
    /// What so many registrations that agree in all of these add.
    pub fn of(state: State, present: bool, held: bool, count: u64) -> Self {
        let counts = Counts::of(state, present, held, count);
        Self { counts, due: if held { counts.confirmed } else { 0 } }
    }

    /// Adds another.
    pub fn add(&mut self, other: &Self) {
        self.counts.add(&other.counts);
        self.due += other.due;
    }
}

/// An event of the quarter that was published once.
#[derive(Clone, Debug)]
pub struct EventFacts {
    /// Its address part.
    pub slug: String,
    /// The day it starts, in Brussels.
    pub day: NaiveDate,
    /// Where it stands.
    pub status: EventStatus,
    /// Whether it took place.
    pub is_held: bool,
    /// Its registrations.
    pub counts: Counts,
}

/// Registrations at events of one quarter that agree in all of these.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The quarter.
    pub edition: Edition,
    /// Sector.
    pub sector: Sector,
    /// Way of attending.
    pub mode: Mode,
    /// Language.
    pub language: Language,
    /// How many.
    pub sum: Sum,
}

/// Invitations that agree in both.
#[derive(Clone, Copy, Debug)]
pub struct Invited {
    /// Sector, where it is known.
    pub sector: Option<Sector>,
    /// Language.
    pub language: Language,
    /// How many.
    pub count: u64,
}

/// An organisation of which somebody registered.
#[derive(Clone, Debug)]
pub struct OrganisationFacts {
    /// Its name; `None` for those of whom it is no longer known.
    pub name: Option<String>,
    /// Its registrations.
    pub sum: Sum,
    /// Whether somebody of it attended an event of an earlier quarter.
    pub came_before: bool,
}

/// What was before the quarter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Earlier {
    /// Presences in the quarter of people who are known.
    pub known_presences: u64,
    /// Presences in the quarter of people who are no longer known.
    pub unknown_presences: u64,
    /// People present in the quarter, each once.
    pub people: u64,
    /// Those of them who attended an event of an earlier quarter.
    pub returning: u64,
    /// Presences in earlier quarters of people who are no longer known.
    pub unknown_before: u64,
}

/// A function at an organisation of the roster, on the day the report looks at.
#[derive(Clone, Copy, Debug)]
pub struct PostFacts {
    /// Which.
    pub function: Function,
    /// Whether somebody holds it.
    pub is_held: bool,
    /// Whether a deputy stands in.
    pub has_deputy: bool,
    /// Whether somebody of the organisation attended in the quarter.
    pub was_represented: bool,
}

/// Everything.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The platform.
    pub platform: Platform,
    /// Since which day it exists.
    pub founded: NaiveDate,
    /// The quarter.
    pub edition: Edition,
    /// The day in Brussels on which the report is made.
    pub today: NaiveDate,
    /// All events of the platform that were published and not called off, whatever quarter they report on.
    pub meetings: Vec<Meeting>,
    /// The events that report on the quarter.
    pub events: Vec<EventFacts>,
    /// Registrations of the quarter, the one before and the same a year before.
    pub groups: Vec<Group>,
    /// Invitations of the quarter.
    pub invited: Vec<Invited>,
    /// Organisations of the quarter.
    pub organisations: Vec<OrganisationFacts>,
    /// People of the quarter.
    pub earlier: Earlier,
    /// Days from registration to event, one for each registered.
    pub lead_days: Vec<i64>,
    /// The roster, where the platform has one.
    pub posts: Option<Vec<PostFacts>>,
}

impl Facts {
    /// Registrations of a quarter that are wanted, together.
    pub fn sum(&self, edition: Edition, wanted: impl Fn(&Group) -> bool) -> Sum {
        let mut sum = Sum::default();
        self.groups.iter().filter(|group| group.edition == edition && wanted(group)).for_each(|group| sum.add(&group.sum));
        sum
    }

    /// Invitations that are wanted, together.
    pub fn invited(&self, wanted: impl Fn(&Invited) -> bool) -> u64 {
        self.invited.iter().filter(|invited| wanted(invited)).map(|invited| invited.count).sum()
    }
}
