//! Moments in a stranger's calendar object (RFC 5545 §3.3.5, 3.3.6): in UTC, or in a zone that is known by name.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _};

use super::lines::Line;
use super::zones;
use crate::clock::{Instant, is_kept};

/// DTSTART or DTEND. A whole day, a floating time and a time in an unknown zone say no moment.
pub fn of_property(line: &Line) -> Option<Instant> {
    let value = line.value().trim();
    if value.ends_with(['Z', 'z']) {
        return stamp(value);
    }
    let zone = zones::named(&line.parameter("TZID")?)?;
    let local = local(value)?;
    // The hour that comes twice: the first. The hour that never comes: none.
    zone.from_local_datetime(&local).earliest().map(|at| at.to_utc()).filter(is_kept)
}

/// DTSTAMP: always UTC (RFC 5545 §3.8.7.2), also where the Z was forgotten.
pub fn stamp(value: &str) -> Option<Instant> {
    local(value.trim().trim_end_matches(['Z', 'z'])).map(|local| local.and_utc()).filter(is_kept)
}

/// `20261210T140000`; a leap second counts as the one before.
fn local(value: &str) -> Option<NaiveDateTime> {
    let digits = |from: usize, to: usize| value.get(from..to).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?.parse::<u32>().ok();
    let separator = value.get(8..9)?;
    if value.len() != 15 || !separator.eq_ignore_ascii_case("T") {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(i32::try_from(digits(0, 4)?).ok()?, digits(4, 6)?, digits(6, 8)?)?;
    Some(date.and_time(NaiveTime::from_hms_opt(digits(9, 11)?, digits(11, 13)?, digits(13, 15)?.min(59))?))
}

/// `PT1H30M`, `P1D`, `P2W`; nothing negative, nothing longer than a year.
pub fn duration(value: &str) -> Option<TimeDelta> {
    let rest = value.trim().strip_prefix('+').unwrap_or(value.trim()).strip_prefix('P')?;
    let (mut total, mut number, mut in_time) = (TimeDelta::zero(), None::<i64>, false);
    for c in rest.chars() {
        match c {
            'T' => in_time = true,
            '0'..='9' => {
                let digit = i64::from(c.to_digit(10)?);
                number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit).filter(|n| *n < 100_000_000)?);
            }
            unit => {
                let each = match (unit, in_time) {
                    ('W', false) => 7 * 86_400,
                    ('D', false) => 86_400,
                    ('H', true) => 3_600,
                    ('M', true) => 60,
                    ('S', true) => 1,
                    _ => return None,
                };
                total = total.checked_add(&TimeDelta::try_seconds(number.take()?.checked_mul(each)?)?)?;
            }
        }
    }
    (number.is_none() && total > TimeDelta::zero() && total <= TimeDelta::days(366)).then_some(total)
}
