//! Attendance as it may leave the house: figures that could give somebody away are hidden, and enough others that nothing gives them back.
//!
//! Which they are is chosen event by event (`suppress`); a figure over several events is the sum of theirs, or hidden. It must not know where
//! the counts are stored.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::attendance::{Dimension, Facts, Key, MEASURES};
use super::suppress::{Base, Cell, Measure, Table, kind, plan, told_sum};
use crate::domain::attendance::tally;
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::sector::Sector;

/// What stands where a figure is hidden, in tables of text: as Eurostat flags what is confidential.
pub const HIDDEN: &str = ":c";

/// Figures in the order of [`MEASURES`]; `None` is hidden.
pub type Told = [Option<u64>; 4];

/// The people of one event, counted.
#[derive(Clone, Debug)]
pub struct EventCounts {
    /// Platform's slug.
    pub platform: String,
    /// The edition.
    pub edition: Edition,
    /// Event's slug.
    pub event: String,
    /// Whether it is over and was not called off: before, nobody attended and nobody stayed away.
    pub is_held: bool,
    table: Table,
}

impl EventCounts {
    /// An event with nobody yet; `modes` are the ways of attending that everybody knows to be offered.
    pub fn new(platform: String, edition: Edition, event: String, is_held: bool, modes: &[Mode]) -> Self {
        let offered = std::array::from_fn(|place| Mode::ALL.get(place).is_some_and(|mode| modes.contains(mode)));
        Self { platform, edition, event, is_held, table: Table::new(kind::ALL, offered) }
    }

    /// Adds so many registrations that agree in all of these. Those that count for nothing are left out.
    pub fn add(&mut self, sector: Sector, mode: Mode, language: Language, state: State, present: bool, count: u64) {
        let tally = tally(state, present, self.is_held);
        let kind = match (tally.registered, tally.confirmed, tally.attended) {
            (false, ..) => return,
            (_, true, true) => kind::SEAT_PRESENT,
            (_, true, false) => kind::SEAT_ABSENT,
            (_, false, true) => kind::ONLY_PRESENT,
            (_, false, false) => kind::ONLY_REGISTERED,
        };
        let base = Base { sector: sector as usize, mode: mode as usize, language: language as usize };
        let _ = self.table.add(base, kind, u32::try_from(count).unwrap_or(u32::MAX));
    }

    fn key(&self, by: &[Dimension], cell: Cell) -> Option<Key> {
        let facts = Facts {
            sector: *Sector::ALL.get(cell.sector.unwrap_or(0))?,
            platform: &self.platform,
            edition: self.edition,
            mode: *Mode::ALL.get(cell.mode.unwrap_or(0))?,
            language: *Language::ALL.get(cell.language.unwrap_or(0))?,
            event: &self.event,
        };
        Some(Key::of(by, &facts))
    }
}

/// One row of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub key: Key,
    /// How many, as far as it is told.
    pub told: Told,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// First edition.
    pub from: Edition,
    /// Last edition.
    pub to: Edition,
    /// Split by.
    pub by: Vec<Dimension>,
    /// Fewer people than this are hidden.
    pub k: u32,
    /// Rows in order of their keys. Every value has its row, also where nobody is counted: a missing row would tell a hidden zero.
    pub rows: Vec<Row>,
    /// All together.
    pub total: Told,
}

impl Published {
    /// Adds up what is told of each event.
    pub fn of(from: Edition, to: Edition, by: Vec<Dimension>, k: u32, events: &[EventCounts]) -> Self {
        let mut rows: BTreeMap<Key, Told> = BTreeMap::new();
        let mut total: Told = [Some(0); 4];
        let asked = |dimension: Dimension| by.contains(&dimension);
        for event in events {
            let told = of_event(event, k);
            add(&mut total, told(Cell::TOTAL));
            for cell in Cell::every() {
                let fits = cell.sector.is_some() == asked(Dimension::Sector)
                    && cell.mode.is_some() == asked(Dimension::Mode)
                    && cell.language.is_some() == asked(Dimension::Language);
                let is_open = cell.mode.is_none_or(|mode| event.table.open(mode));
                if let Some(key) = event.key(&by, cell).filter(|_| fits && is_open) {
                    add(rows.entry(key).or_insert([Some(0); 4]), told(cell));
                }
            }
        }
        let rows = rows.into_iter().map(|(key, told)| Row { key, told }).collect();
        Self { from, to, by, k, rows, total }
    }
}

/// What is told of an event's cells.
fn of_event(event: &EventCounts, k: u32) -> impl Fn(Cell) -> Told + use<'_> {
    let measures = if event.is_held { Measure::held().to_vec() } else { Measure::to_come().to_vec() };
    let plan = plan(&event.table, k, &measures);
    move |cell| {
        let mut told = [Some(0); 4];
        for (measure, value) in told.iter_mut().enumerate().take(measures.len()) {
            *value = plan.figure(&event.table, cell, &measures, measure);
        }
        told
    }
}

fn add(sum: &mut Told, part: Told) {
    for (sum, part) in sum.iter_mut().zip(part) {
        *sum = told_sum([*sum, part]);
    }
}

/// Figures with their names.
fn named(told: Told) -> impl Iterator<Item = (String, serde_json::Value)> {
    MEASURES.iter().map(|measure| (*measure).to_owned()).zip(told.map(|n| serde_json::json!(n)))
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let row = |row: &Row| {
            let split = self.by.iter().zip(row.key.values()).map(|(dimension, value)| (dimension.code().to_owned(), value.into()));
            serde_json::Value::Object(split.chain(named(row.told)).collect())
        };
        let rows: Vec<_> = self.rows.iter().map(row).collect();
        let total = serde_json::Value::Object(named(self.total).collect());
        serde_json::json!({ "from": self.from, "to": self.to, "by": self.by, "suppress": self.k, "rows": rows, "total": total }).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(slug: &str, is_held: bool, people: &[(Sector, u64)]) -> EventCounts {
        let mut counts = EventCounts::new("qctr".into(), "2026-Q1".parse().unwrap(), slug.into(), is_held, &[Mode::OnSite]);
        for (sector, count) in people {
            counts.add(*sector, Mode::OnSite, Language::Nl, State::Confirmed, is_held, *count);
        }
        counts
    }

    fn told(by: &[Dimension], k: u32, events: &[EventCounts]) -> Vec<(String, Told)> {
        let quarter = "2026-Q1".parse().unwrap();
        let report = Published::of(quarter, quarter, by.to_vec(), k, events);
        let rows = report.rows.iter().map(|row| (row.key.values().collect::<Vec<_>>().join(" "), row.told));
        rows.chain([("total".to_owned(), report.total)]).collect()
    }

    #[test]
    fn a_small_sector_is_hidden_and_no_subtraction_gives_it_back() {
        let rows = told(&[Dimension::Sector], 5, &[event("a", true, &[(Sector::Private, 60), (Sector::Academic, 3), (Sector::Public, 20)])]);
        let attended = |row: usize| rows[row].1[2];
        assert_eq!((rows.len(), rows[3].0.as_str(), attended(3)), (4, "total", Some(83)), "{rows:?}");
        assert_eq!(attended(1), None, "three people of the academic sector");
        assert!(attended(0).is_none() || attended(2).is_none(), "else the total would give them back: {rows:?}");
        // With 1 nothing is hidden.
        let exact = told(&[Dimension::Sector], 1, &[event("a", true, &[(Sector::Private, 60), (Sector::Academic, 3)])]);
        assert_eq!(exact.iter().map(|(_, told)| told[2]).collect::<Vec<_>>(), [Some(60), Some(3), Some(0), Some(63)]);
    }

    #[test]
    fn a_sum_is_told_only_with_all_its_parts() {
        let (small, large) = (event("a", true, &[(Sector::Private, 3)]), event("b", true, &[(Sector::Private, 40), (Sector::Public, 40)]));
        let rows = told(&[Dimension::Event], 5, &[small.clone(), large.clone()]);
        assert_eq!(rows.iter().map(|(_, told)| told[2]).collect::<Vec<_>>(), [None, Some(80), None], "or the difference would tell");
        assert_eq!(told(&[], 5, &[large.clone(), large])[0].1[2], Some(160));
        let ahead = told(&[], 5, &[event("c", false, &[(Sector::Private, 40)])]);
        assert_eq!(ahead[0].1, [Some(40), Some(40), Some(0), Some(0)], "nobody attended what is to come");
    }
}
