//! A person on a platform's roster: in which function, for which organisation, from when until when.
//!
//! A member says everything themselves and points to no person: who moves to another organisation gets another mandate, and what
//! was stays as it was. Days are Brussels days; the day a mandate ends still belongs to it. Which day it is, is handed in.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::email::EmailAddress;
use super::language::Language;
use super::organisation::name_key;
use super::sector::Sector;
use super::text::{OrganisationName, PersonName, fold};

/// A mandate that ends within so many days is about to end.
pub const SOON_DAYS: u64 = 60;

crate::word! {
    /// What somebody is on a platform.
    Function {
        /// Information security adviser (CSI).
        Csi = "csi",
        /// Data protection officer.
        Dpo = "dpo",
        /// Chief information security officer.
        Ciso = "ciso",
        /// Manager of information technology.
        ItManager = "it_manager",
        /// Speaks for the organisation.
        Representative = "representative",
        /// Knows the subject.
        Expert = "expert",
        /// Anything else.
        Other = "other",
    }
}

crate::word! {
    /// Where a mandate stands on a day; also the tabs of a roster.
    Phase {
        /// In force.
        Current = "current",
        /// In force, and ends within [`SOON_DAYS`].
        Ending = "ending",
        /// Begins later.
        ToCome = "to_come",
        /// Over.
        Ended = "ended",
    }
}

/// From when until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    start: NaiveDate,
    end: Option<NaiveDate>,
}

/// A mandate cannot end before it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the mandate would end on {end}, before it starts on {start}")]
pub struct EndsBeforeStart {
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
}

impl Mandate {
    /// From `start` to `end`, both included; without an end until further notice.
    ///
    /// # Errors
    /// When it would end before it starts.
    pub fn new(start: NaiveDate, end: Option<NaiveDate>) -> Result<Self, EndsBeforeStart> {
        match end {
            Some(end) if end < start => Err(EndsBeforeStart { start, end }),
            _ => Ok(Self { start, end }),
        }
    }

    /// From this day until further notice.
    pub const fn since(start: NaiveDate) -> Self {
        Self { start, end: None }
    }

    /// Its first day.
    pub fn start(&self) -> NaiveDate {
        self.start
    }

    /// Its last day, where there is one.
    pub fn end(&self) -> Option<NaiveDate> {
        self.end
    }

    /// Whether it is in force on a day.
    pub fn is_current(&self, day: NaiveDate) -> bool {
        self.start <= day && self.end.is_none_or(|end| day <= end)
    }

    /// Where it stands on a day.
    pub fn phase(&self, day: NaiveDate) -> Phase {
        if self.start > day {
            return Phase::ToCome;
        }
        match self.end {
            Some(end) if end < day => Phase::Ended,
            Some(end) if end <= soon(day) => Phase::Ending,
            _ => Phase::Current,
        }
    }

    /// Whether both are in force on some day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_by = |start: NaiveDate, end: Option<NaiveDate>| end.is_none_or(|end| start <= end);
        begins_by(self.start, other.end) && begins_by(other.start, self.end)
    }
}

/// The last day that is soon.
pub fn soon(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(SOON_DAYS)).unwrap_or(NaiveDate::MAX)
}

/// A person on a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Full name.
    pub name: PersonName,
    /// Work address.
    pub email: EmailAddress,
    /// For which organisation.
    pub organisation: OrganisationName,
    /// The organisation's sector.
    pub sector: Sector,
    /// Language of mails.
    pub language: Language,
    /// In which function.
    pub function: Function,
    /// Whether they stand in for whoever holds the function there.
    pub deputy: bool,
    /// From when until when.
    pub mandate: Mandate,
}

/// What makes two mandates the same seat of the same person: address, function and organisation, as they are compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seat {
    /// Key of the address.
    pub email: String,
    /// Function.
    pub function: Function,
    /// Key of the organisation's name.
    pub organisation: String,
}

impl Member {
    /// Which seat of whom it is.
    pub fn seat(&self) -> Seat {
        Seat { email: self.email.key(), function: self.function, organisation: name_key(self.organisation.as_str()) }
    }

    /// What a roster is sorted by: organisation, then name.
    pub fn sort_key(&self) -> String {
        format!("{} | {}", name_key(self.organisation.as_str()), fold(self.name.as_str()))
    }

    /// What a search looks through.
    pub fn search_key(&self) -> String {
        fold(&format!("{} {} {}", self.name, self.email.as_str(), self.organisation))
    }

    /// The fields in which two differ, by name.
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        let fields = [
            ("name", self.name != other.name),
            ("email", self.email != other.email),
            ("organisation", self.organisation != other.organisation),
            ("sector", self.sector != other.sector),
            ("language", self.language != other.language),
            ("function", self.function != other.function),
            ("deputy", self.deputy != other.deputy),
            ("start", self.mandate.start != other.mandate.start),
            ("end", self.mandate.end != other.mandate.end),
        ];
        fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
    }
}

/// Reads a day as forms, programs and Belgian spreadsheets write it: `2026-12-31`, `31/12/2026`, also with points or hyphens.
/// `None` for anything else and outside the years 2000 to 2999.
pub fn parse_day(typed: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = typed.trim().split(['-', '/', '.']).map(str::trim).collect();
    let [a, b, c] = parts[..] else { return None };
    let number = |text: &str, most: usize| {
        (text.len() <= most && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<u32>().ok())?
    };
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    let year = number(year, 4).filter(|year| (2000..3000).contains(year))?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, number(month, 2)?, number(day, 2)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    fn mandate(start: &str, end: &str) -> Mandate {
        Mandate::new(day(start), parse_day(end)).unwrap()
    }

    #[test]
    fn a_mandate_holds_on_its_first_and_last_day_and_on_no_other() {
        let term = mandate("2026-01-01", "2026-12-31");
        for (on, current, phase) in [
            ("2025-12-31", false, Phase::ToCome),
            ("2026-01-01", true, Phase::Current),
            ("2026-10-31", true, Phase::Current),
            ("2026-11-01", true, Phase::Ending),
            ("2026-12-31", true, Phase::Ending),
            ("2027-01-01", false, Phase::Ended),
        ] {
            assert_eq!((term.is_current(day(on)), term.phase(day(on))), (current, phase), "{on}");
        }
        assert!(mandate("2026-01-01", "").is_current(day("2999-12-31")));
        assert_eq!(mandate("2026-01-01", "").phase(day("2999-12-31")), Phase::Current);
        assert!(Mandate::new(day("2026-01-02"), Some(day("2026-01-01"))).is_err());
        assert!(Mandate::new(day("2026-01-02"), Some(day("2026-01-02"))).is_ok(), "one day is a mandate");
    }

    #[test]
    fn mandates_overlap_when_a_day_belongs_to_both() {
        for (a, b, expected) in [
            (mandate("2026-01-01", "2026-06-30"), mandate("2026-07-01", ""), false),
            (mandate("2026-01-01", "2026-07-01"), mandate("2026-07-01", ""), true),
            (mandate("2026-01-01", ""), mandate("2030-01-01", ""), true),
            (mandate("2026-01-01", "2026-12-31"), mandate("2026-05-01", "2026-05-02"), true),
        ] {
            assert_eq!((a.overlaps(&b), b.overlaps(&a)), (expected, expected), "{a:?} {b:?}");
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let expected = NaiveDate::from_ymd_opt(2026, 3, 7);
        for text in ["2026-03-07", "7/3/2026", "07.03.2026", " 7-3-2026 ", "2026/3/7"] {
            assert_eq!(parse_day(text), expected, "{text}");
        }
        for text in ["", "2026", "30/2/2026", "7/3/26", "1999-01-01", "3000-01-01", "+2026-01-01", "2026-1-1-1", "soon", "2026-13-01"] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
