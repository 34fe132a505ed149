//! Whether a mandate still holds: its holder is asked once a quarter, and once more two weeks later who did not answer.
//!
//! The rule, in one place. A mandate is unconfirmed on a day when it is in force, began before the quarter of that day, was entered on the
//! roster before it, and was last confirmed before it, or never. Of a mandate that ends in that quarter anyway nothing is asked. Days are
//! Brussels days; which day it is, is handed in.

use chrono::{Days, NaiveDate, NaiveTime, Timelike};

use super::edition::Edition;
use super::member::Mandate;

/// Who did not answer is asked once more after so many days.
pub const REMIND_AFTER_DAYS: u64 = 14;
/// Nobody is asked in the night: from this hour on …
const FROM_HOUR: u32 = 8;
/// … and before this one, in Brussels.
const TO_HOUR: u32 = 20;

/// What is known of a mandate when it is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// From when until when.
    pub mandate: Mandate,
    /// When it was entered on the roster.
    pub entered: NaiveDate,
    /// When its holder last said that it holds.
    pub confirmed: Option<NaiveDate>,
}

/// What was asked in the quarter already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// On which day.
    pub on: NaiveDate,
    /// Whether it was asked a second time.
    pub again: bool,
    /// Whether there was an answer.
    pub answered: bool,
}

/// What is to be done about a mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Nothing,
    /// Ask.
    Ask,
    /// Ask a second and last time.
    Remind,
}

impl Known {
    /// Whether it was not confirmed in the quarter of a day, and should be.
    pub fn is_unconfirmed(&self, day: NaiveDate) -> bool {
        let quarter = Edition::of(day);
        let first = quarter.first_day();
        let stays = self.mandate.end().is_none_or(|end| end > quarter.last_day());
        let is_older = self.mandate.start() < first && self.entered < first && self.confirmed.is_none_or(|on| on < first);
        self.mandate.is_current(day) && stays && is_older
    }

    /// What is to be done on a day, after what was asked in its quarter.
    pub fn step(&self, asked: Option<Asked>, day: NaiveDate) -> Step {
        match asked {
            _ if !self.is_unconfirmed(day) => Step::Nothing,
            None => Step::Ask,
            Some(asked) if !asked.again && !asked.answered && asked.on <= remind_from(day) => Step::Remind,
            Some(_) => Step::Nothing,
        }
    }
}

/// Who was asked on this day or before it is asked again.
pub fn remind_from(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(REMIND_AFTER_DAYS)).unwrap_or(NaiveDate::MIN)
}

/// Whether it is an hour at which people are asked, in Brussels.
pub fn may_ask_at(time: NaiveTime) -> bool {
    (FROM_HOUR..TO_HOUR).contains(&time.hour())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::member::parse_day;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    fn known(start: &str, end: &str, entered: &str, confirmed: &str) -> Known {
        Known { mandate: Mandate::new(day(start), parse_day(end)).unwrap(), entered: day(entered), confirmed: parse_day(confirmed) }
    }

    #[test]
    fn a_mandate_is_unconfirmed_from_the_first_day_of_a_quarter_until_it_is_confirmed() {
        for (of, on, expected) in [
            (known("2025-01-01", "", "2025-01-01", ""), "2026-12-31", true),
            // Not asked about on the last day of the quarter in which it was confirmed; asked about on the next.
            (known("2025-01-01", "", "2025-01-01", "2026-10-01"), "2026-12-31", false),
            (known("2025-01-01", "", "2025-01-01", "2026-12-31"), "2026-12-31", false),
            (known("2025-01-01", "", "2025-01-01", "2026-12-31"), "2027-01-01", true),
            (known("2025-01-01", "", "2025-01-01", "2026-09-30"), "2026-10-01", true),
            // Began in this quarter, or was entered in it.
            (known("2026-10-01", "", "2025-01-01", ""), "2026-12-31", false),
            (known("2026-09-30", "", "2025-01-01", ""), "2026-12-31", true),
            (known("2025-01-01", "", "2026-10-01", ""), "2026-12-31", false),
            (known("2025-01-01", "", "2026-09-30", ""), "2026-12-31", true),
            // Ends in this quarter, or ended, or begins later.
            (known("2025-01-01", "2026-12-31", "2025-01-01", ""), "2026-12-31", false),
            (known("2025-01-01", "2027-01-01", "2025-01-01", ""), "2026-12-31", true),
            (known("2025-01-01", "2027-01-01", "2025-01-01", ""), "2027-01-01", false),
            (known("2025-01-01", "2026-09-30", "2025-01-01", ""), "2026-10-01", false),
            (known("2027-01-01", "", "2025-01-01", ""), "2026-12-31", false),
        ] {
            assert_eq!(of.is_unconfirmed(day(on)), expected, "{of:?} on {on}");
        }
    }

    #[test]
    fn who_does_not_answer_is_asked_twice_and_no_more() {
        let asked = |on: &str, again: bool, answered: bool| Some(Asked { on: day(on), again, answered });
        let open = known("2025-01-01", "", "2025-01-01", "");
        for (asked, on, expected) in [
            (None, "2026-10-01", Step::Ask),
            (None, "2026-12-31", Step::Ask),
            (asked("2026-10-01", false, false), "2026-10-14", Step::Nothing),
            (asked("2026-10-01", false, false), "2026-10-15", Step::Remind),
            (asked("2026-10-01", false, false), "2026-12-31", Step::Remind),
            (asked("2026-10-01", true, false), "2026-12-31", Step::Nothing),
            (asked("2026-10-01", false, true), "2026-12-31", Step::Nothing),
        ] {
            assert_eq!(open.step(asked, day(on)), expected, "{asked:?} on {on}");
        }
        let confirmed = known("2025-01-01", "", "2025-01-01", "2026-10-02");
        assert_eq!(confirmed.step(None, day("2026-12-31")), Step::Nothing);
        assert_eq!(confirmed.step(asked("2026-10-01", false, false), day("2026-12-31")), Step::Nothing);
        assert_eq!(confirmed.step(None, day("2027-01-01")), Step::Ask, "the next quarter asks anew");
    }

    #[test]
    fn nobody_is_asked_in_the_night() {
        for (hour, may) in [(0, false), (7, false), (8, true), (19, true), (20, false), (23, false)] {
            assert_eq!(may_ask_at(NaiveTime::from_hms_opt(hour, 59, 59).unwrap()), may, "{hour}");
        }
    }
}
