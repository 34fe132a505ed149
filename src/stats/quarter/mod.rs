//! The figures of a platform's quarter: a value that says everything a report tells, in codes and numbers, without a language.
//!
//! One file a statistic; each makes one table out of facts. Whoever shows the report (page, file, print) takes the finished
//! [`QuarterReport`] and asks nothing more: the same report is the same file to the octet. Must not know where facts are stored, who
//! asks, or the time.

mod cadence;
mod coverage;
pub mod csv;
pub mod differences;
mod events;
mod facts;
pub mod frozen;
mod funnel;
pub mod html;
mod lead;
mod mix;
mod organisations;
pub mod pdf;
mod people;
mod split;
pub mod text;
pub mod words;
pub mod xlsx;

use chrono::NaiveDate;
pub use differences::Difference;
pub use facts::{Earlier, EventFacts, Facts, Group, Invited, OrganisationFacts, PostFacts, Sum};
pub use frozen::Frozen;
pub use mix::editions as compared;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::clock::Instant;
use crate::domain::cadence::Verdict;
use crate::domain::edition::Edition;
use crate::domain::language::Translated;
use crate::domain::platform::Cadence;

crate::word! {
    /// What a table tells. Its title is the text `quarter-table-CODE`, its definitions are `quarter-what-CODE`.
    Statistic {
        /// Whether the platform met as often as it should.
        Cadence = "cadence",
        /// The events that count.
        Events = "events",
        /// From invited to attended.
        Funnel = "funnel",
        /// The funnel by sector.
        BySector = "by_sector",
        /// By way of attending.
        ByMode = "by_mode",
        /// The funnel by language.
        ByLanguage = "by_language",
        /// By organisation.
        ByOrganisation = "by_organisation",
        /// People, each counted once.
        People = "people",
        /// Organisations, each counted once.
        Organisations = "organisations",
        /// How long before the event people register.
        Lead = "lead",
        /// Shares of the sectors, now and before.
        Mix = "mix",
        /// Functions of the roster: held, vacant, present.
        Coverage = "coverage",
    }
}

crate::word! {
    /// A column of figures: the text `quarter-measure-CODE`.
    Measure {
        /// When.
        Day = "day",
        /// Where something stands.
        Standing = "standing",
        /// Events held.
        Held = "held",
        /// Invited.
        Invited = "invited",
        /// Registered.
        Registered = "registered",
        /// Had a seat.
        Confirmed = "confirmed",
        /// Attended.
        Attended = "attended",
        /// Had a seat and did not come.
        NoShow = "no_show",
        /// Share of those with a seat who did not come.
        NoShowRate = "no_show_rate",
        /// How many.
        Count = "count",
        /// Days.
        Days = "days",
        /// Share now.
        Share = "share",
        /// Share in the quarter before.
        ShareBefore = "share_before",
        /// Share in the same quarter a year before.
        ShareYearBefore = "share_year_before",
        /// Organisations.
        Organisations = "organisations",
        /// Functions that somebody holds.
        FilledPosts = "filled_posts",
        /// Functions for which a deputy stands in.
        DeputyOnly = "deputy_only",
        /// Functions that nobody holds.
        Vacant = "vacant",
        /// Organisations of which somebody attended.
        Represented = "represented",
    }
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// There is none.
    Nothing,
    /// A number.
    Number(u64),
    /// A part of a whole; of an empty whole there is no share.
    Share {
        /// How many of them.
        part: u64,
        /// How many in all.
        whole: u64,
    },
    /// Halves: the middle of two neighbours may lie between them.
    Halves(u64),
    /// A day.
    Day(NaiveDate),
    /// A word of a family: the text `FAMILY-CODE`.
    Word(Said),
}

/// A word: family and code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The family of texts.
    pub family: String,
    /// Its code.
    pub code: String,
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// A word of a family.
    Word(Said),
    /// A quarter.
    Quarter(Edition),
    /// A month: its first day.
    Month(NaiveDate),
    /// A name.
    Name(String),
}

impl Of {
    /// A word.
    pub fn word(family: &str, code: &str) -> Self {
        Self::Word(Said { family: family.to_owned(), code: code.to_owned() })
    }

    /// As programs read it.
    pub fn code(&self) -> String {
        match self {
            Self::Word(said) => said.code.clone(),
            Self::Quarter(edition) => edition.to_string(),
            Self::Month(first) => first.format("%Y-%m").to_string(),
            Self::Name(name) => name.clone(),
        }
    }
}

impl Cell {
    /// A word.
    pub fn word(family: &str, code: &str) -> Self {
        Self::Word(Said { family: family.to_owned(), code: code.to_owned() })
    }

    /// A share in thousandths, rounded half up; `None` for anything else, and of an empty whole.
    pub fn thousandths(&self) -> Option<u64> {
        match self {
            Self::Share { part, whole } if *whole > 0 => Some((2000 * part + whole) / (2 * whole)),
            _ => None,
        }
    }

    /// As programs read it: a number, a share with what it was made of, a day, a word.
    fn value(&self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Number(n) => (*n).into(),
            Self::Share { part, whole } => json!({ "part": part, "whole": whole, "thousandths": self.thousandths() }),
            Self::Halves(n) => json!(*n as f64 / 2.0),
            Self::Day(day) => day.to_string().into(),
            Self::Word(said) => said.code.clone().into(),
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// About what.
    pub of: Of,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What it tells.
    pub statistic: Statistic,
    /// Its columns.
    pub columns: Vec<Measure>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// As what a report was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Which revision of the quarter.
    pub revision: u32,
    /// The last one.
    pub latest: u32,
    /// Whether it closes the quarter; else it is what stood before names went.
    pub is_final: bool,
    /// When.
    pub at: Instant,
    /// Why; may be empty.
    pub reason: String,
    /// What it is known by: SHA-256, hexadecimal.
    pub fingerprint: String,
    /// The service's signature, and the public half of the key.
    pub signature: String,
    /// The public half.
    pub key: String,
}

/// A table out of facts; `None` where the platform has no such thing.
fn made(statistic: Statistic, facts: &Facts) -> Option<Table> {
    Some(match statistic {
        Statistic::Cadence => cadence::table(facts),
        Statistic::Events => events::table(facts),
        Statistic::Funnel => funnel::table(facts),
        Statistic::BySector => split::by_sector(facts),
        Statistic::ByMode => split::by_mode(facts),
        Statistic::ByLanguage => split::by_language(facts),
        Statistic::ByOrganisation => organisations::listed(facts),
        Statistic::People => people::table(facts),
        Statistic::Organisations => organisations::counted(facts),
        Statistic::Lead => lead::table(facts),
        Statistic::Mix => mix::table(facts),
        Statistic::Coverage => return coverage::table(facts),
    })
}

/// A report: finished, in the order in which it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarterReport {
    /// The platform's address part.
    pub platform: String,
    /// The platform's name.
    pub name: Translated,
    /// The quarter.
    pub edition: Edition,
    /// How often the platform should meet.
    pub cadence: Cadence,
    /// How the quarter went as a whole; `None` when no interval is set.
    pub standing: Option<Verdict>,
    /// Events held in the quarter.
    pub held: u64,
    /// The tables.
    pub tables: Vec<Table>,
    /// As what it was frozen; `None` when it was made of what stands now.
    #[serde(skip)]
    pub closed: Option<Closed>,
}

impl QuarterReport {
    /// Puts a report together.
    pub fn of(facts: &Facts) -> Self {
        Self::with(facts, Statistic::ALL)
    }

    /// Puts some of its tables together, for which alone the facts need to be there.
    pub fn with(facts: &Facts, wanted: &[Statistic]) -> Self {
        Self {
            platform: facts.platform.slug.to_string(),
            name: facts.platform.name.clone(),
            edition: facts.edition,
            cadence: facts.platform.cadence,
            standing: cadence::standing(facts),
            held: cadence::held(facts),
            tables: wanted.iter().filter_map(|statistic| made(*statistic, facts)).collect(),
            closed: None,
        }
    }

    /// A table.
    pub fn table(&self, statistic: Statistic) -> Option<&Table> {
        self.tables.iter().find(|table| table.statistic == statistic)
    }

    /// The report as programs read it: codes and numbers, members by name; and as what it was frozen.
    pub fn document(&self) -> Value {
        let closed = self.closed.as_ref().map(|closed| {
            json!({
                "revision": closed.revision, "latest": closed.latest, "final": closed.is_final, "at": closed.at, "reason": closed.reason,
                "fingerprint": closed.fingerprint, "signature": closed.signature, "key": closed.key,
            })
        });
        let mut document = self.figures();
        document["closed"] = closed.into();
        document
    }

    /// The figures alone, without what the platform is called.
    pub fn figures(&self) -> Value {
        let row = |columns: &[Measure], row: &Row| {
            let figures: Map<String, Value> = columns.iter().zip(&row.cells).map(|(of, cell)| (of.code().to_owned(), cell.value())).collect();
            json!({ "of": row.of.code(), "figures": figures })
        };
        let table = |table: &Table| {
            let rows: Vec<Value> = table.rows.iter().map(|each| row(&table.columns, each)).collect();
            json!({ "statistic": table.statistic, "rows": rows })
        };
        json!({
            "platform": self.platform,
            "edition": self.edition,
            "cadence": self.cadence,
            "standing": self.standing,
            "held": self.held,
            "tables": self.tables.iter().map(table).collect::<Vec<_>>(),
        })
    }
}

#[cfg(test)]
mod tests;
