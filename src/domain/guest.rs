//! A guest on a platform for members: proposed for one event, admitted when nobody objects in time.

use chrono::NaiveDate;

use super::working_days::working_days_after;

crate::word! {
    /// Where a proposal stands.
    State {
        /// Somebody may still object, or decide.
        Open = "open",
        /// Nobody objected in time, or it was decided before: the guest is invited.
        Admitted = "admitted",
        /// Somebody objected.
        Refused = "refused",
        /// When the time was over the event took no guests any more, or this one was not to be invited any more.
        Lapsed = "lapsed",
    }
}

/// How many working days a platform may leave for objections.
pub const PERIODS: std::ops::RangeInclusive<u32> = 1..=30;

/// The last day on which somebody may object to what was proposed on a day, both in Brussels.
pub fn last_day(proposed: NaiveDate, working_days: u32) -> NaiveDate {
    working_days_after(proposed, working_days.clamp(*PERIODS.start(), *PERIODS.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_a_working_day_to_object_on() {
        let friday: NaiveDate = "2026-11-27".parse().unwrap();
        for (days, last) in [(0, "2026-11-30"), (1, "2026-11-30"), (5, "2026-12-04"), (99, "2027-01-12")] {
            assert_eq!(last_day(friday, days), last.parse::<NaiveDate>().unwrap(), "{days}");
        }
    }
}
