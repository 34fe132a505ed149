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
    fn neighbours_cross_the_year() {
        let q1: Edition = "2027-Q1".parse().unwrap();
        assert_eq!(q1.previous().to_string(), "2026-Q4");
        assert_eq!(q1.previous().next(), q1);
        assert_eq!(Edition::of(NaiveDate::from_ymd_opt(2026, 12, 10).unwrap()).to_string(), "2026-Q4");
    }
}
