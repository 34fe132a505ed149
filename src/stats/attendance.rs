//! Attendance: attended, no-show, confirmed, registered.

use serde::{Serialize, Serializer};

use crate::domain::attendance::tally;
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::sector::Sector;

crate::word! {
    /// By what counts can be split.
    Dimension { Sector = "sector", Platform = "platform", Edition = "edition", Mode = "mode", Language = "language", Event = "event" }
}

/// How many people, or rather registrations: one person at two events counts twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Proved their address or were entered by staff.
    pub registered: u64,
    /// Had a seat at the end.
    pub confirmed: u64,
    /// A proof of presence stands, with or without a seat.
    pub attended: u64,
    /// Had a seat at a held event and no proof of presence.
    pub no_show: u64,
}

impl Counts {
    /// What so many registrations that agree in all of these add.
    pub fn of(state: State, present: bool, held: bool, count: u64) -> Self {
        let tally = tally(state, present, held);
        let when = |counts: bool| if counts { count } else { 0 };
        Self { registered: when(tally.registered), confirmed: when(tally.confirmed), attended: when(tally.attended), no_show: when(tally.no_show) }
    }

    /// Adds another count.
    pub fn add(&mut self, other: &Self) {
        self.registered += other.registered;
        self.confirmed += other.confirmed;
        self.attended += other.attended;
        self.no_show += other.no_show;
    }
}

/// What is known of a group of registrations.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Sector.
    pub sector: Sector,
    /// Platform's slug.
    pub platform: &'a str,
    /// Edition of the event.
    pub edition: Edition,
    /// Way of attending.
    pub mode: Mode,
    /// Language.
    pub language: Language,
    /// Event's slug.
    pub event: &'a str,
}

/// The values of a row in the dimensions asked for. Sectors come in the order of the vocabulary, the rest by text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(Vec<(u8, String)>);

impl Key {
    /// The key of a group.
    pub fn of(by: &[Dimension], facts: &Facts<'_>) -> Self {
        let value = |dimension: &Dimension| match dimension {
            Dimension::Sector => (facts.sector as u8, facts.sector.code().to_owned()),
            Dimension::Platform => (0, facts.platform.to_owned()),
            Dimension::Edition => (0, facts.edition.to_string()),
            Dimension::Mode => (facts.mode as u8, facts.mode.code().to_owned()),
            Dimension::Language => (facts.language as u8, facts.language.code().to_owned()),
            Dimension::Event => (0, facts.event.to_owned()),
        };
        Self(by.iter().map(value).collect())
    }

    /// The values in order.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }
}

/// One row of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub key: Key,
    /// How many.
    pub counts: Counts,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// First edition.
    pub from: Edition,
    /// Last edition.
    pub to: Edition,
    /// Split by.
    pub by: Vec<Dimension>,
    /// Rows in order of their keys.
    pub rows: Vec<Row>,
    /// All rows together.
    pub total: Counts,
}

/// The columns of counts, in order.
pub const MEASURES: [&str; 4] = ["registered", "confirmed", "attended", "no_show"];

impl Counts {
    /// The counts in the order of [`MEASURES`].
    pub fn values(&self) -> [u64; 4] {
        [self.registered, self.confirmed, self.attended, self.no_show]
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let row = |row: &Row| {
            let mut object = serde_json::Map::new();
            for (dimension, value) in self.by.iter().zip(row.key.values()) {
                object.insert(dimension.code().into(), value.into());
            }
            for (measure, value) in MEASURES.iter().zip(row.counts.values()) {
                object.insert((*measure).into(), value.into());
            }
            serde_json::Value::Object(object)
        };
        serde_json::json!({ "from": self.from, "to": self.to, "by": self.by, "rows": self.rows.iter().map(row).collect::<Vec<_>>(), "total": self.total }).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sectors_keep_their_order_and_editions_theirs() {
        let facts = |sector, edition: &str| Facts {
            sector,
            platform: "qctr",
            edition: edition.parse().unwrap(),
            mode: Mode::Online,
            language: Language::Nl,
            event: "e",
        };
        let by = [Dimension::Sector, Dimension::Edition];
        let mut keys = [
            Key::of(&by, &facts(Sector::Public, "2026-Q1")),
            Key::of(&by, &facts(Sector::Private, "2026-Q2")),
            Key::of(&by, &facts(Sector::Private, "2026-Q1")),
        ];
        keys.sort();
        let flat: Vec<String> = keys.iter().map(|k| k.values().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(flat, ["private 2026-Q1", "private 2026-Q2", "public 2026-Q1"]);
    }

    #[test]
    fn a_walk_in_attends_without_being_confirmed() {
        let counts = Counts::of(State::Waitlisted, true, true, 3);
        assert_eq!(counts, Counts { registered: 3, confirmed: 0, attended: 3, no_show: 0 });
    }
}
