//! The demonstration's calendar: which day each meeting falls on, seen from any today.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};

use crate::clock::Instant;
use crate::domain::edition::Edition;

/// A moment of Brussels time in UTC; an hour that summer time skips is taken as UTC.
pub fn brussels(day: NaiveDate, minutes_after_midnight: i64) -> Instant {
    let local: NaiveDateTime = day.and_time(NaiveTime::MIN) + chrono::TimeDelta::minutes(minutes_after_midnight);
    chrono_tz::Europe::Brussels.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |t| t.with_timezone(&Utc))
}

/// `days` later, or earlier when negative.
pub fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }.unwrap_or(day)
}

/// One quarter's briefing and the closed session that follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// Which quarter.
    pub edition: Edition,
    /// Day of the briefing: a Thursday in the quarter's last month.
    pub briefing: NaiveDate,
    /// Day of the session: the Tuesday after, or the next day when that Tuesday falls in the Christmas week.
    pub session: NaiveDate,
}

fn quarter(edition: Edition, week: u8, otherwise: NaiveDate) -> Quarter {
    let month = u32::from(edition.quarter()) * 3;
    let briefing = NaiveDate::from_weekday_of_month_opt(i32::from(edition.year()), month, Weekday::Thu, week).unwrap_or(otherwise);
    let tuesday = shift(briefing, 5);
    Quarter { edition, briefing, session: if is_holiday(tuesday) { shift(briefing, 1) } else { tuesday } }
}

/// Four quarters whose meetings are over, oldest first, and the one whose meetings are both ahead.
///
/// A briefing is on the second Thursday of the quarter's last month; in the days around it, when it would be neither
/// safely ahead nor over together with its session, it moves to the third.
pub fn quarters(today: NaiveDate) -> ([Quarter; 4], Quarter) {
    let this = quarter(Edition::of(today), 2, today);
    let away = (this.briefing - today).num_days();
    let coming = match away {
        6.. => this,
        -5..=5 => quarter(this.edition, 3, today),
        _ => quarter(this.edition.next(), 2, today),
    };
    let mut edition = coming.edition;
    let mut past = [0; 4].map(|_| {
        edition = edition.previous();
        quarter(edition, 2, today)
    });
    past.reverse();
    (past, coming)
}

/// The monthly meetings (first Tuesday, clear of the closed sessions): the last two before `today` and the next one after it.
pub fn monthly(today: NaiveDate) -> [NaiveDate; 3] {
    let of = |months: i32| {
        let month = today.year() * 12 + today.month0() as i32 + months;
        let first = NaiveDate::from_weekday_of_month_opt(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, Weekday::Tue, 1);
        // The first free day from there: at most the fourth of January.
        first.map_or(today, |day| (0..4).map(|later| shift(day, later)).find(|d| !is_holiday(*d)).unwrap_or(day))
    };
    let before = i32::from(of(0) >= today);
    let after = i32::from(of(0) <= today);
    [of(-1 - before), of(-before), of(after)]
}

/// The day itself, or the Friday before when it falls in a weekend.
pub fn working_day(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => shift(day, -1),
        Weekday::Sun => shift(day, -2),
        _ => day,
    }
}

/// The nearest Tuesday or Wednesday that is no holiday, going away from `today`: the days without moveable feasts.
pub fn meeting_day(today: NaiveDate, days: i64) -> NaiveDate {
    let step = if days < 0 { -1 } else { 1 };
    let mut day = shift(today, days);
    // Fewer than 40 steps: the longest closed stretch is the year's end.
    for _ in 0..40 {
        if matches!(day.weekday(), Weekday::Tue | Weekday::Wed) && !is_holiday(day) {
            break;
        }
        day = shift(day, step);
    }
    day
}

/// Belgium's fixed public holidays, and the days around Christmas and New Year on which nobody meets.
fn is_holiday(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (5, 1) | (7, 21) | (8, 15) | (11, 1 | 11) | (12, 21..) | (1, 1..=3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_today_has_four_quarters_behind_and_one_ahead() {
        for offset in 0..1500 {
            let today = shift(day("2026-01-01"), offset);
            let (past, coming) = quarters(today);
            assert!(past.iter().all(|q| q.session < today), "{today}");
            assert!(past.windows(2).all(|w| w[0].edition.next() == w[1].edition) && past[3].edition.next() == coming.edition, "{today}");
            assert!(shift(today, 2) <= coming.briefing && coming.briefing < shift(today, 110), "{today}: {coming:?}");
            assert!(coming.briefing.weekday() == Weekday::Thu && matches!(coming.session.weekday(), Weekday::Tue | Weekday::Fri), "{today}");
            assert_eq!(Edition::of(coming.session), coming.edition, "{today}");
            let [a, b, c] = monthly(today);
            assert!(a < b && b < today && today < c, "{today}: {a} {b} {c}");
            assert!(meeting_day(today, -20) < today && today < meeting_day(today, 9), "{today}");
        }
    }

    #[test]
    fn the_quarters_are_the_ones_people_expect() {
        let names = |text: &str| {
            let (past, coming) = quarters(day(text));
            (past[0].edition.to_string(), coming.edition.to_string(), coming.briefing.to_string())
        };
        for (today, oldest, coming, briefing) in [
            ("2026-11-23", "2025-Q4", "2026-Q4", "2026-12-10"),
            ("2026-12-04", "2025-Q4", "2026-Q4", "2026-12-10"),
            ("2026-12-05", "2025-Q4", "2026-Q4", "2026-12-17"),
            ("2026-12-15", "2025-Q4", "2026-Q4", "2026-12-17"),
            ("2026-12-16", "2026-Q1", "2027-Q1", "2027-03-11"),
        ] {
            assert_eq!(names(today), (oldest.into(), coming.into(), briefing.into()), "{today}");
        }
    }

    #[test]
    fn brussels_time_follows_summer_time() {
        assert_eq!(brussels(day("2026-12-10"), 14 * 60).to_rfc3339(), "2026-12-10T13:00:00+00:00");
        assert_eq!(brussels(day("2026-06-11"), 14 * 60).to_rfc3339(), "2026-06-11T12:00:00+00:00");
    }
}
