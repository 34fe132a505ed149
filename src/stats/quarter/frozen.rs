//! What is kept of a closed quarter: its report, and the counts that other reports are made of. Counts and names of organisations only:
//! nothing says who somebody is. The same value is always the same text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Cell, Measure, QuarterReport, Statistic, Sum, Table};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::sector::Sector;

/// In which form it is written. A form that readers of an earlier one would misunderstand has the next number, and those before stay
/// readable.
const FORM: u32 = 1;

const fn first_form() -> u32 {
    1
}

/// Everything that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// In which form it was written.
    #[serde(default = "first_form")]
    form: u32,
    /// The report.
    pub report: QuarterReport,
    /// The events that count, by address part.
    pub events: Vec<EventCells>,
    /// The row numbers of the organisations of which somebody attended.
    pub organisations: Vec<i64>,
}

/// An event that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventCells {
    /// Its address part.
    pub event: String,
    /// Whether it took place.
    pub is_held: bool,
    /// The ways of attending that it offered.
    pub modes: Vec<Mode>,
    /// Its registrations.
    pub groups: Vec<Cells>,
}

type Written = (State, Sector, Mode, Language, bool, u64);

/// So many registrations that agree in all of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
#[allow(missing_docs)]
pub struct Cells {
    pub state: State,
    pub sector: Sector,
    pub mode: Mode,
    pub language: Language,
    pub present: bool,
    pub count: u64,
}

impl From<Written> for Cells {
    fn from((state, sector, mode, language, present, count): Written) -> Self {
        Self { state, sector, mode, language, present, count }
    }
}

impl From<Cells> for Written {
    fn from(c: Cells) -> Self {
        (c.state, c.sector, c.mode, c.language, c.present, c.count)
    }
}

impl EventCells {
    /// What each group adds to figures.
    pub fn sums(&self) -> impl Iterator<Item = (&Cells, Sum)> {
        self.groups.iter().map(|cells| (cells, Sum::of(cells.state, cells.present, self.is_held, cells.count)))
    }

    /// How many attended.
    fn attended(&self) -> u64 {
        self.sums().map(|(_, sum)| sum.counts.attended).sum()
    }
}

/// The figures of registrations, in the order of columns.
const COUNTED: [Measure; 4] = [Measure::Registered, Measure::Confirmed, Measure::Attended, Measure::NoShow];

impl Frozen {
    /// Puts things in their order, so that the same counts are the same text.
    pub fn new(report: QuarterReport, mut events: Vec<EventCells>, mut organisations: Vec<i64>) -> Self {
        events.sort_by(|a, b| a.event.cmp(&b.event));
        for event in &mut events {
            event.groups.sort_unstable();
            event.modes.sort_unstable();
        }
        organisations.sort_unstable();
        Self { form: FORM, report, events, organisations }
    }

    /// The text that is kept.
    ///
    /// # Errors
    /// Never: the error type is that of the crate.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Reads such a text.
    ///
    /// # Errors
    /// When it is none, or a later release wrote it in a form of which this one knows nothing.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        let frozen: Self = serde_json::from_str(text)?;
        if frozen.form > FORM {
            let told = format!("it is written in form {}, and this release reads up to form {FORM}", frozen.form);
            return Err(serde::de::Error::custom(told));
        }
        Ok(frozen)
    }

    /// Whether nothing that is counted differs; what the platform is called does not count, nor which row an organisation became part of.
    pub fn says_as(&self, other: &Self) -> bool {
        self.report.figures() == other.report.figures() && self.events == other.events
    }

    /// Takes over who came, each once, from what stood before names went, when nobody came since: those who were known then cannot be
    /// counted again.
    pub fn keep_people_of(&mut self, earlier: &Self) {
        let came = |frozen: &Self| -> BTreeMap<String, u64> {
            frozen.events.iter().map(|event| (event.event.clone(), event.attended())).filter(|(_, n)| *n > 0).collect()
        };
        let unknown = |frozen: &Self| frozen.people(&["unknown_presences", "unknown_before"]);
        if unknown(self) > unknown(earlier)
            && came(self) == came(earlier)
            && let Some(kept) = earlier.report.table(Statistic::People)
            && let Some(table) = self.report.tables.iter_mut().find(|table| table.statistic == Statistic::People)
        {
            *table = kept.clone();
        }
    }

    /// Rows of the table of people, together.
    fn people(&self, rows: &[&str]) -> u64 {
        let table = self.report.table(Statistic::People);
        let wanted = table.iter().flat_map(|table| &table.rows).filter(|row| rows.contains(&row.of.code().as_str()));
        wanted.map(|row| number(row.cells.first())).sum()
    }

    /// What does not add up, in words; empty when all does.
    pub fn faults(&self) -> Vec<String> {
        let mut all = [0; 4];
        for (_, sum) in self.events.iter().flat_map(EventCells::sums) {
            all.iter_mut().zip(sum.counts.values()).for_each(|(all, n)| *all += n);
        }
        let mut faults = Vec::new();
        // Organisations are listed where somebody registered; presence alone lists none.
        for statistic in [Statistic::Funnel, Statistic::Events, Statistic::BySector, Statistic::ByMode, Statistic::ByLanguage] {
            let sums = self.report.table(statistic).map(|table| COUNTED.map(|measure| sum_of(table, measure)));
            if sums != Some(all) {
                faults.push(format!("{statistic} says {sums:?}, the events say {all:?}"));
            }
        }
        let people = self.people(&["presences", "unknown_presences"]);
        if people != all[2] {
            faults.push(format!("people says {people} presences, the events say {}", all[2]));
        }
        faults
    }
}

fn sum_of(table: &Table, measure: Measure) -> u64 {
    let Some(place) = table.columns.iter().position(|column| *column == measure) else { return 0 };
    table.rows.iter().map(|row| number(row.cells.get(place))).sum()
}

fn number(cell: Option<&Cell>) -> u64 {
    if let Some(Cell::Number(n)) = cell { *n } else { 0 }
}
