//! Working days in Belgium: Monday to Friday but for the ten legal holidays, three of which move with Easter.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The Sunday of Easter (Gauss's rule as Meeus and Butcher give it, for the Gregorian calendar).
pub fn easter(year: i32) -> NaiveDate {
    let (golden, century, of_century) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (leaps, rest) = (century / 4, century % 4);
    let shift = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - leaps - shift + 15) % 30;
    let weekday = (32 + 2 * rest + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let day_of_march = moon + weekday - 7 * late + 22;
    NaiveDate::from_ymd_opt(year, 3, 1).map_or_else(NaiveDate::default, |march| later(march, day_of_march - 1))
}

/// The ten legal holidays of a year (law of 4 January 1974), in their order.
pub fn holidays(year: i32) -> [NaiveDate; 10] {
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let easter = easter(year);
    let mut all = [
        fixed(1, 1),
        later(easter, 1),
        fixed(5, 1),
        later(easter, 39),
        later(easter, 50),
        fixed(7, 21),
        fixed(8, 15),
        fixed(11, 1),
        fixed(11, 11),
        fixed(12, 25),
    ];
    // Ascension Day falls before the first of May when Easter is early.
    all.sort_unstable();
    all
}

/// Whether people work on this day.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays(day.year()).contains(&day)
}

/// The last of so many working days that follow a day; the day itself does not count.
pub fn working_days_after(day: NaiveDate, count: u32) -> NaiveDate {
    let following = day.iter_days().skip(1).filter(|day| is_working_day(*day));
    following.take(count as usize).last().unwrap_or(day)
}

fn later(day: NaiveDate, days: i32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days.unsigned_abs()))).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_holidays_that_move_are_where_calendars_have_them() {
        // Easter Monday, Ascension Day, Whit Monday.
        for (year, moving) in [
            (2024, ["2024-04-01", "2024-05-09", "2024-05-20"]),
            (2025, ["2025-04-21", "2025-05-29", "2025-06-09"]),
            (2026, ["2026-04-06", "2026-05-14", "2026-05-25"]),
            (2027, ["2027-03-29", "2027-05-06", "2027-05-17"]),
            (2028, ["2028-04-17", "2028-05-25", "2028-06-05"]),
            (2029, ["2029-04-02", "2029-05-10", "2029-05-21"]),
            (2030, ["2030-04-22", "2030-05-30", "2030-06-10"]),
        ] {
            let all = holidays(year);
            for date in moving {
                assert!(all.contains(&day(date)), "{date} in {all:?}");
            }
            for (month, date) in [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)] {
                assert!(all.contains(&NaiveDate::from_ymd_opt(year, month, date).unwrap()), "{date}/{month}/{year}");
            }
            assert!(all.windows(2).all(|pair| pair[0] <= pair[1]), "{all:?}");
        }
        // The earliest and the latest that Easter can be, and Ascension Day before the first of May.
        assert_eq!((easter(1818), easter(2038)), (day("1818-03-22"), day("2038-04-25")));
        assert_eq!((easter(2008), holidays(2008)[2]), (day("2008-03-23"), day("2008-05-01")));
    }

    #[test]
    fn weekends_and_holidays_are_left_out_when_days_are_counted() {
        for (from, count, until) in [
            // Friday 27 November 2026: Monday to Friday.
            ("2026-11-27", 5, "2026-12-04"),
            ("2026-11-28", 5, "2026-12-04"),
            ("2026-11-29", 1, "2026-11-30"),
            // Over Christmas and New Year: Thursday 24 December, then 28 to 31, then 4 January.
            ("2026-12-24", 5, "2027-01-04"),
            // Over Easter and over Ascension Day.
            ("2026-04-03", 1, "2026-04-07"),
            ("2026-05-13", 2, "2026-05-18"),
            // Two national days.
            ("2026-07-20", 1, "2026-07-22"),
            ("2026-11-10", 1, "2026-11-12"),
        ] {
            assert_eq!(working_days_after(day(from), count), day(until), "{count} after {from}");
        }
        assert_eq!(working_days_after(day("2026-11-27"), 0), day("2026-11-27"));
    }
}
