//! The quarter an event reports on, written `2026-Q4`.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A calendar quarter; years 2000 to 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Edition {
    year: u16,
    quarter: u8,
}

/// A text that is not `YYYY-Qn`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a quarter; write it like 2026-Q4")]
pub struct NotAnEdition(pub String);

impl Edition {
    /// The quarter of a year; `None` outside 2000–2999 and 1–4.
    pub fn new(year: u16, quarter: u8) -> Option<Self> {
        ((2000..=2999).contains(&year) && (1..=4).contains(&quarter)).then_some(Self { year, quarter })
    }

    /// The quarter a date lies in; dates out of range are clamped to 2000–2999.
    pub fn of(date: NaiveDate) -> Self {
        Self { year: date.year().clamp(2000, 2999) as u16, quarter: (date.month0() / 3 + 1) as u8 }
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The quarter, 1 to 4.
    pub fn quarter(self) -> u8 {
        self.quarter
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.year), u32::from(self.quarter) * 3 - 2, 1).unwrap_or_default()
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        let (year, month) = if self.quarter == 4 { (self.year + 1, 1) } else { (self.year, self.quarter * 3 + 1) };
        NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), 1).and_then(|next| next.pred_opt()).unwrap_or_default()
    }

    /// The quarter before; 2000-Q1 is its own predecessor.
    pub fn previous(self) -> Self {
        match self.quarter {
            1 => Self::new(self.year - 1, 4).unwrap_or(self),
            q => Self { quarter: q - 1, ..self },
        }
    }

    /// The quarter after; 2999-Q4 is its own successor.
    pub fn next(self) -> Self {
        match self.quarter {
            4 => Self::new(self.year + 1, 1).unwrap_or(self),
            q => Self { quarter: q + 1, ..self },
        }
    }
}

impl std::fmt::Display for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-Q{}", self.year, self.quarter)
    }
}

impl std::str::FromStr for Edition {
    type Err = NotAnEdition;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parsed = || {
            let (year, quarter) = text.split_once("-Q")?;
            if year.len() != 4 || quarter.len() != 1 {
                return None;
            }
            Self::new(year.parse().ok()?, quarter.parse().ok()?)
        };
        parsed().ok_or_else(|| NotAnEdition(text.chars().take(40).collect()))
    }
}

impl Serialize for Edition {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Edition {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_same() {
        for (text, ok) in
            [("2026-Q4", true), ("2026-Q5", false), ("26-Q4", false), ("2026-q4", false), ("2026-Q44", false), ("", false), ("1999-Q1", false)]
        {
            assert_eq!(text.parse::<Edition>().map(|e| e.to_string()).ok(), ok.then(|| text.to_owned()), "{text}");
        }
    }

    #[test]
    fn quarters_have_their_first_and_last_day() {
        for (edition, first, last) in [
            ("2026-Q1", "2026-01-01", "2026-03-31"),
            ("2026-Q2", "2026-04-01", "2026-06-30"),
            ("2026-Q4", "2026-10-01", "2026-12-31"),
            ("2999-Q4", "2999-10-01", "2999-12-31"),
        ] {
            let edition: Edition = edition.parse().unwrap();
            assert_eq!((edition.first_day().to_string(), edition.last_day().to_string()), (first.to_owned(), last.to_owned()), "{edition}");
            assert_eq!((Edition::of(edition.first_day()), Edition::of(edition.last_day())), (edition, edition));
        }
    }

    #[test]
    fn neighbours_cross_the_year() {
        let q1: Edition = "2027-Q1".parse().unwrap();
        assert_eq!(q1.previous().to_string(), "2026-Q4");
        assert_eq!(q1.previous().next(), q1);
        assert_eq!(Edition::of(NaiveDate::from_ymd_opt(2026, 12, 10).unwrap()).to_string(), "2026-Q4");
    }
}
