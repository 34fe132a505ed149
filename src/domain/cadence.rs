//! Whether a platform meets as often as it should: the period that a day lies in, and what is held or planned in it.
//! It must not know who asks or how it is shown.

use chrono::{Datelike, NaiveDate};

use super::edition::Edition;
use super::platform::Cadence;

/// A stretch of time in which a platform should meet at least once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A calendar quarter.
    Quarter(Edition),
    /// A calendar month: its first day.
    Month(NaiveDate),
}

impl Period {
    /// The period of a cadence that a day lies in; `None` when the cadence sets no interval.
    pub fn of(cadence: Cadence, day: NaiveDate) -> Option<Self> {
        match cadence {
            Cadence::Quarterly | Cadence::QuarterlyFollowing => Some(Self::Quarter(Edition::of(day))),
            Cadence::Monthly => day.with_day(1).map(Self::Month),
            Cadence::Regular | Cadence::Periodic | Cadence::NoneSet => None,
        }
    }

    /// Whether a day lies in it.
    pub fn has(self, day: NaiveDate) -> bool {
        match self {
            Self::Quarter(edition) => Edition::of(day) == edition,
            Self::Month(first) => (day.year(), day.month()) == (first.year(), first.month()),
        }
    }
}

/// How a platform stands towards its cadence in the period that is running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It met.
    Kept,
    /// It has not met yet, and a published event is ahead.
    Planned,
    /// It has not met, and nothing that is published is ahead.
    AtRisk,
}

/// An event that was published and not called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The day it starts, in Brussels.
    pub day: NaiveDate,
    /// Whether it is over.
    pub is_held: bool,
}

/// How a platform with these events stands today; `None` when its cadence sets no interval.
pub fn standing(cadence: Cadence, today: NaiveDate, meetings: &[Meeting]) -> Option<(Period, Standing)> {
    let period = Period::of(cadence, today)?;
    let within: Vec<_> = meetings.iter().filter(|meeting| period.has(meeting.day)).collect();
    let standing = match within.iter().any(|meeting| meeting.is_held) {
        true => Standing::Kept,
        false if within.is_empty() => Standing::AtRisk,
        false => Standing::Planned,
    };
    Some((period, standing))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_platform_stands_by_what_is_held_or_published_in_the_period() {
        let held = |text| Meeting { day: day(text), is_held: true };
        let ahead = |text| Meeting { day: day(text), is_held: false };
        let table: [(Cadence, &str, &[Meeting], Option<Standing>); 10] = [
            (Cadence::Quarterly, "2026-11-27", &[], Some(Standing::AtRisk)),
            (Cadence::Quarterly, "2026-11-27", &[held("2026-09-30")], Some(Standing::AtRisk)),
            (Cadence::Quarterly, "2026-11-27", &[ahead("2027-01-01")], Some(Standing::AtRisk)),
            (Cadence::Quarterly, "2026-11-27", &[ahead("2026-12-31")], Some(Standing::Planned)),
            (Cadence::Quarterly, "2026-11-27", &[ahead("2026-12-10"), held("2026-10-01")], Some(Standing::Kept)),
            (Cadence::QuarterlyFollowing, "2026-01-01", &[held("2025-12-31")], Some(Standing::AtRisk)),
            (Cadence::Monthly, "2026-11-27", &[held("2026-10-31")], Some(Standing::AtRisk)),
            (Cadence::Monthly, "2026-11-01", &[held("2025-11-15")], Some(Standing::AtRisk)),
            (Cadence::Monthly, "2026-11-01", &[ahead("2026-11-30")], Some(Standing::Planned)),
            (Cadence::Regular, "2026-11-27", &[], None),
        ];
        for (cadence, today, meetings, expected) in table {
            assert_eq!(standing(cadence, day(today), meetings).map(|(_, standing)| standing), expected, "{cadence} on {today}: {meetings:?}");
        }
    }

    #[test]
    fn a_period_has_its_days_and_no_others() {
        let quarter = Period::of(Cadence::Quarterly, day("2026-12-31")).unwrap();
        assert!(quarter.has(day("2026-10-01")) && quarter.has(day("2026-12-31")) && !quarter.has(day("2027-01-01")));
        let month = Period::of(Cadence::Monthly, day("2024-02-29")).unwrap();
        assert_eq!(month, Period::Month(day("2024-02-01")));
        assert!(month.has(day("2024-02-01")) && !month.has(day("2024-03-01")) && !month.has(day("2025-02-01")));
    }
}
