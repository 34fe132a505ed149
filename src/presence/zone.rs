//! Time zones as reports write them, and local times as moments.

use std::str::FromStr;

use chrono::{DateTime, FixedOffset, LocalResult, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::name::fold;

/// A zone in which the times of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// One with its summer time.
    Named(Tz),
    /// A distance from UTC that never changes.
    Fixed(FixedOffset),
}

/// A local time as a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moments {
    /// The moment; of the hour that autumn repeats, the first time (summer time).
    pub first: DateTime<Utc>,
    /// The second time of that hour, else the same.
    pub second: DateTime<Utc>,
    /// Whether spring leaves this time out: then it is what a clock that was not put forward shows.
    pub left_out: bool,
}

/// Cities by which Webex and Windows name zones. They win over the distance beside them, which is that of winter:
/// `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris` says +01:00 in July, too.
const CITIES: &[(&str, Tz)] = &[
    ("brussels", chrono_tz::Europe::Brussels),
    ("brussel", chrono_tz::Europe::Brussels),
    ("bruxelles", chrono_tz::Europe::Brussels),
    ("amsterdam", chrono_tz::Europe::Amsterdam),
    ("paris", chrono_tz::Europe::Paris),
    ("berlin", chrono_tz::Europe::Berlin),
    ("rome", chrono_tz::Europe::Rome),
    ("madrid", chrono_tz::Europe::Madrid),
    ("warsaw", chrono_tz::Europe::Warsaw),
    ("athens", chrono_tz::Europe::Athens),
    ("helsinki", chrono_tz::Europe::Helsinki),
    ("london", chrono_tz::Europe::London),
    ("dublin", chrono_tz::Europe::Dublin),
    ("lisbon", chrono_tz::Europe::Lisbon),
    ("new york", chrono_tz::America::New_York),
    ("eastern time", chrono_tz::America::New_York),
    ("chicago", chrono_tz::America::Chicago),
    ("central time", chrono_tz::America::Chicago),
    ("denver", chrono_tz::America::Denver),
    ("mountain time", chrono_tz::America::Denver),
    ("san francisco", chrono_tz::America::Los_Angeles),
    ("pacific time", chrono_tz::America::Los_Angeles),
];

/// Abbreviations that mean one thing among those who send us files, in minutes east of UTC.
const SHORT: &[(&str, i32)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("est", -300),
    ("edt", -240),
    ("pst", -480),
    ("pdt", -420),
];

impl Zone {
    /// UTC.
    pub const UTC: Self = Self::Named(Tz::UTC);

    /// The zone that a text names: `UTC`, `GMT+1`, `+02:00`, `CEST`, `Europe/Brussels`, `(GMT+01:00) Brussels`, `Brussels Time`.
    pub fn find(text: &str) -> Option<Self> {
        if text.len() > 120 {
            return None;
        }
        let iana = |word: &str| Tz::from_str(word).ok().filter(|_| word.contains('/'));
        let bare = |word: &str| iana(word.trim_matches(|c: char| !c.is_alphanumeric()));
        if let Some(named) = text.split_whitespace().find_map(bare) {
            return Some(Self::Named(named));
        }
        let folded = fold(text);
        let has = |city: &str| folded.match_indices(city).any(|(at, _)| !folded.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric));
        if let Some((_, named)) = CITIES.iter().find(|(city, _)| has(city)) {
            return Some(Self::Named(*named));
        }
        let word: String = folded.chars().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')')).collect();
        if let Some((_, minutes)) = SHORT.iter().find(|(short, _)| *short == word) {
            return fixed(*minutes);
        }
        offset(word.strip_prefix("utc").or_else(|| word.strip_prefix("gmt")).unwrap_or(&word))
    }

    /// What the clocks there showed, as moments.
    pub fn moments(self, local: NaiveDateTime) -> Option<Moments> {
        match self {
            Self::Named(tz) => resolve(&tz, local),
            Self::Fixed(offset) => resolve(&offset, local),
        }
    }

    /// How it is called: `Europe/Brussels`, `+01:00`.
    pub fn name(self) -> String {
        match self {
            Self::Named(tz) => tz.name().to_owned(),
            Self::Fixed(offset) => offset.to_string(),
        }
    }
}

fn fixed(minutes: i32) -> Option<Zone> {
    FixedOffset::east_opt(minutes * 60).map(Zone::Fixed)
}

/// `+01:00`, `-0530`, `+1`, and nothing at all for UTC itself.
fn offset(text: &str) -> Option<Zone> {
    let (sign, rest) = match text.chars().next()? {
        '+' => (1, text.get(1..)?),
        '-' | '\u{2212}' => (-1, text.trim_start_matches(['-', '\u{2212}'])),
        _ => return None,
    };
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) = if digits.len() > 2 { (number / 100, number % 100) } else { (number, 0) };
    if hours > 14 || minutes > 59 { None } else { fixed(sign * (hours * 60 + minutes)) }
}

fn resolve<Z: TimeZone>(zone: &Z, local: NaiveDateTime) -> Option<Moments> {
    let both = |first: DateTime<Z>, second: DateTime<Z>, left_out| Moments { first: first.to_utc(), second: second.to_utc(), left_out };
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => Some(both(at.clone(), at, false)),
        LocalResult::Ambiguous(first, second) => Some(both(first, second, false)),
        LocalResult::None => {
            // No clock is put forward by more than three hours.
            let shift = TimeDelta::hours(3);
            let before = zone.from_local_datetime(&local.checked_sub_signed(shift)?).earliest()?;
            let at = before.to_utc().checked_add_signed(shift)?;
            Some(Moments { first: at, second: at, left_out: true })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_in_the_words_of_reports() {
        for (text, expected) in [
            ("UTC", Some("+00:00")),
            ("GMT+1", Some("+01:00")),
            ("(GMT-05:30)", Some("-05:30")),
            ("+0200", Some("+02:00")),
            ("CEST", Some("+02:00")),
            ("Europe/Brussels", Some("Europe/Brussels")),
            ("Time zone: Europe/Paris.", Some("Europe/Paris")),
            ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", Some("Europe/Brussels")),
            ("San Francisco Time", Some("America/Los_Angeles")),
            ("Original Name", None),
            ("comparison", None),
            ("Minutes", None),
            ("+99", None),
            ("", None),
        ] {
            assert_eq!(Zone::find(text).map(Zone::name).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn the_hours_of_both_changes_are_moments() {
        let zone = Zone::Named(chrono_tz::Europe::Brussels);
        for (local, first, second, left_out) in [
            ("2026-07-01T12:00:00", "2026-07-01T10:00:00Z", "2026-07-01T10:00:00Z", false),
            ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", false),
            ("2026-03-29T02:30:00", "2026-03-29T01:30:00Z", "2026-03-29T01:30:00Z", true),
        ] {
            let got = zone.moments(local.parse().unwrap()).unwrap();
            assert_eq!(got, Moments { first: first.parse().unwrap(), second: second.parse().unwrap(), left_out }, "{local}");
        }
    }
}
