//! Whether a platform meets as often as it should: the period that a day lies in, what is held or planned in it, and how past ones went.
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

    /// The periods of a quarter by a cadence, in order; none when the cadence sets no interval.
    pub fn within(cadence: Cadence, edition: Edition) -> Vec<Self> {
        let first = edition.first_day();
        let months = (0..3).filter_map(|n| first.checked_add_months(chrono::Months::new(n)));
        match Self::of(cadence, first) {
            Some(Self::Quarter(edition)) => vec![Self::Quarter(edition)],
            Some(Self::Month(_)) => months.map(Self::Month).collect(),
            None => Vec::new(),
        }
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Quarter(edition) => edition.first_day(),
            Self::Month(first) => first,
        }
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Quarter(edition) => edition.last_day(),
            Self::Month(first) => first.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(first),
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

crate::word! {
    /// How a period went or goes, by the events that took place in it.
    Verdict {
        /// It met.
        Kept = "kept",
        /// It has not met yet, and a published event is ahead.
        Planned = "planned",
        /// The period runs, it has not met, and nothing that is published is ahead.
        AtRisk = "at_risk",
        /// The period is over, and it did not meet.
        Missed = "missed",
        /// The period has not begun, and nothing is published for it.
        NotBegun = "not_begun",
        /// The platform did not exist from the first day of the period on, and did not meet in it.
        NoDuty = "no_duty",
    }
}

impl Verdict {
    /// How the quarter went as a whole: as its worst period did; `None` when it has none.
    pub fn of_all(periods: impl IntoIterator<Item = Self>) -> Option<Self> {
        let weight = |verdict: &Self| match verdict {
            Self::NoDuty => 0,
            Self::Kept => 1,
            Self::NotBegun => 2,
            Self::Planned => 3,
            Self::AtRisk => 4,
            Self::Missed => 5,
        };
        periods.into_iter().max_by_key(weight)
    }
}

/// How a period of a platform that has existed since a day went, or goes today. Whoever met has kept it, duty or not.
pub fn verdict(period: Period, founded: NaiveDate, today: NaiveDate, meetings: &[Meeting]) -> Verdict {
    let mut within = meetings.iter().filter(|meeting| period.has(meeting.day)).peekable();
    let any = within.peek().is_some();
    if within.any(|meeting| meeting.is_held) {
        return Verdict::Kept;
    }
    match () {
        () if any && today <= period.last_day() => Verdict::Planned,
        () if founded > period.first_day() => Verdict::NoDuty,
        () if today < period.first_day() => Verdict::NotBegun,
        () if today <= period.last_day() => Verdict::AtRisk,
        // What began on the last day and ends tomorrow is under way.
        () if any => Verdict::Planned,
        () => Verdict::Missed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_periods_are_judged_by_what_took_place_in_them() {
        let held = |text: &str| Meeting { day: day(text), is_held: true };
        let ahead = |text: &str| Meeting { day: day(text), is_held: false };
        let first: Edition = "2026-Q1".parse().unwrap();
        let quarter = Period::within(Cadence::Quarterly, first)[0];
        let table: [(&str, &str, &[Meeting], Verdict); 9] = [
            ("2020-01-01", "2026-04-01", &[], Verdict::Missed),
            ("2020-01-01", "2026-03-31", &[], Verdict::AtRisk),
            ("2020-01-01", "2025-12-31", &[], Verdict::NotBegun),
            ("2020-01-01", "2025-12-31", &[ahead("2026-03-31")], Verdict::Planned),
            ("2020-01-01", "2026-04-02", &[held("2026-04-01")], Verdict::Missed),
            ("2020-01-01", "2026-04-02", &[held("2026-03-31")], Verdict::Kept),
            ("2026-02-15", "2026-04-02", &[], Verdict::NoDuty),
            ("2026-02-15", "2026-04-02", &[held("2026-03-01")], Verdict::Kept),
            ("2026-01-01", "2026-04-02", &[], Verdict::Missed),
        ];
        for (founded, today, meetings, expected) in table {
            assert_eq!(verdict(quarter, day(founded), day(today), meetings), expected, "founded {founded}, on {today}: {meetings:?}");
        }
    }

    #[test]
    fn a_monthly_platform_owes_each_month_of_a_quarter() {
        let edition: Edition = "2026-Q4".parse().unwrap();
        let months = Period::within(Cadence::Monthly, edition);
        let days: Vec<String> = months.iter().map(|month| format!("{} {}", month.first_day(), month.last_day())).collect();
        assert_eq!(days, ["2026-10-01 2026-10-31", "2026-11-01 2026-11-30", "2026-12-01 2026-12-31"]);
        let held = [Meeting { day: day("2026-10-31"), is_held: true }, Meeting { day: day("2026-12-01"), is_held: true }];
        let verdicts: Vec<Verdict> = months.iter().map(|month| verdict(*month, day("2020-01-01"), day("2027-01-01"), &held)).collect();
        assert_eq!(verdicts, [Verdict::Kept, Verdict::Missed, Verdict::Kept]);
        assert_eq!(Verdict::of_all(verdicts), Some(Verdict::Missed));
        assert!(Period::within(Cadence::Regular, edition).is_empty());
        assert_eq!(Verdict::of_all([]), None);
    }

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
