//! How moments, numbers and lists are written in each language. Moments are shown in Brussels time.
//!
//! Belgian usage: `14.00 uur`, `14 h` and `14 h 30`, `14.00 Uhr`, `14:00`; 24 hours everywhere. A no-break space holds
//! `14 h 30` together, so that no line ends inside a time.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeZone, Timelike};
use chrono_tz::Europe::Brussels;

use crate::clock::Instant;
use crate::domain::edition::Edition;
use crate::domain::language::Language;

const MONTHS: [[&str; 12]; 4] = [
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
];

const MONTHS_SHORT: [[&str; 12]; 4] = [
    ["jan.", "feb.", "mrt.", "apr.", "mei", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec."],
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
];

/// From Monday.
const WEEKDAYS: [[&str; 7]; 4] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

fn row<T: Copy>(table: &[T; 4], language: Language) -> T {
    match language {
        Language::Nl => table[0],
        Language::Fr => table[1],
        Language::De => table[2],
        Language::En => table[3],
    }
}

/// The day and the time of day in Brussels.
pub fn brussels(at: Instant) -> (NaiveDate, NaiveTime) {
    let local = at.with_timezone(&Brussels).naive_local();
    (local.date(), local.time())
}

/// The moment at which a day begins in Brussels. A day whose first hour summer time leaves out is none here: that hour is the third.
pub fn begin_of(day: NaiveDate) -> Instant {
    let local = day.and_time(NaiveTime::MIN);
    Brussels.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |at| at.to_utc())
}

/// The name of the month, as it stands in the middle of a sentence.
pub fn month(language: Language, date: NaiveDate) -> &'static str {
    row(&MONTHS, language)[date.month0() as usize]
}

/// The name of the weekday, as it stands in the middle of a sentence.
pub fn weekday(language: Language, date: NaiveDate) -> &'static str {
    row(&WEEKDAYS, language)[date.weekday().num_days_from_monday() as usize]
}

/// The day of the month as written before the month: `10`, `1er`, `10.`.
pub fn day(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Fr if date.day() == 1 => "1er".into(),
        Language::De => format!("{}.", date.day()),
        _ => date.day().to_string(),
    }
}

/// `donderdag 10 december 2026`, `jeudi 10 décembre 2026`, `Donnerstag, 10. Dezember 2026`, `Thursday 10 December 2026`.
pub fn date_long(language: Language, at: Instant) -> String {
    date_of(language, brussels(at).0)
}

/// [`date_long`] of a day that is already Brussels time.
pub fn date_of(language: Language, date: NaiveDate) -> String {
    let comma = if language == Language::De { "," } else { "" };
    format!("{}{comma} {} {} {}", weekday(language, date), day(language, date), month(language, date), date.year())
}

/// `10 dec. 2026`, `10 déc. 2026`, `10. Dez. 2026`, `10 Dec 2026`.
pub fn date_short(language: Language, at: Instant) -> String {
    day_short(language, brussels(at).0)
}

/// [`date_short`] of a day that is already Brussels time.
pub fn day_short(language: Language, date: NaiveDate) -> String {
    format!("{} {} {}", day(language, date), row(&MONTHS_SHORT, language)[date.month0() as usize], date.year())
}

/// `14.00 uur`, `14 h` or `14 h 30` (no-break spaces), `14.00 Uhr`, `14:00`.
pub fn time(language: Language, at: Instant) -> String {
    clock_time(language, brussels(at).1)
}

/// [`time`] of a time of day that is already Brussels time.
pub fn clock_time(language: Language, time: NaiveTime) -> String {
    let bare = bare_time(language, time);
    match language {
        Language::Nl => format!("{bare}\u{a0}uur"),
        Language::De => format!("{bare}\u{a0}Uhr"),
        Language::Fr | Language::En => bare,
    }
}

/// A time of day without its unit, for columns: `14.00`, `14 h`, `14.00`, `14:00`. French says the full hour without minutes.
pub fn bare_time(language: Language, time: NaiveTime) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match language {
        Language::Nl | Language::De => format!("{hour}.{minute:02}"),
        Language::Fr if minute == 0 => format!("{hour}\u{a0}h"),
        Language::Fr => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        Language::En => format!("{hour:02}:{minute:02}"),
    }
}

/// `(Brusselse tijd)` and its sisters.
pub fn zone(language: Language) -> &'static str {
    row(&["(Brusselse tijd)", "(heure de Bruxelles)", "(Brüsseler Zeit)", "(Brussels time)"], language)
}

/// Day, time and zone: `donderdag 10 december 2026, 14.00 uur (Brusselse tijd)`.
pub fn date_time(language: Language, at: Instant) -> String {
    format!("{}, {} {}", date_long(language, at), time(language, at), zone(language))
}

/// `2026-Q4` as people read it: with a hyphen at which no line ends.
pub fn quarter(edition: Edition) -> String {
    unbroken(&edition.to_string())
}

/// A text in which no line ends inside a quarter like `2026-Q4`; nothing else changes.
pub fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    let mut rest = text;
    while let Some(at) = rest.find("-Q") {
        let (before, after) = rest.split_at(at);
        let is_year = before.len() >= 4 && before.bytes().rev().take(4).all(|b| b.is_ascii_digit());
        let is_quarter = matches!(after.as_bytes().get(2), Some(b'1'..=b'4'));
        out.push_str(before);
        out.push(if is_year && is_quarter { '\u{2011}' } else { '-' });
        rest = &after[1..];
    }
    out.push_str(rest);
    out
}

/// Day and time in short, for lists: `10 dec. 2026, 14.00 uur`.
pub fn moment_short(language: Language, at: Instant) -> String {
    format!("{}, {}", date_short(language, at), time(language, at))
}

/// From when to when, with the zone: `donderdag 10 december 2026, 14.00 tot 17.00 uur (Brusselse tijd)`; both days when
/// they differ.
pub fn date_time_range(language: Language, from: Instant, to: Instant) -> String {
    if brussels(from).0 == brussels(to).0 {
        return format!("{}, {} {}", date_long(language, from), time_range(language, from, to), zone(language));
    }
    let [first, last] = [from, to].map(|at| (date_long(language, at), time(language, at)));
    let both = match language {
        Language::Fr => format!("du {} à {} au {} à {}", first.0, first.1, last.0, last.1),
        _ => format!("{}, {} {} {}, {}", first.0, first.1, until(language), last.0, last.1),
    };
    format!("{both} {}", zone(language))
}

/// From when to when on one day, without the zone: `14.00 tot 17.00 uur`, `de 14 h à 17 h`, `14.00 bis 17.00 Uhr`, `14:00 to 17:00`.
pub fn time_range(language: Language, from: Instant, to: Instant) -> String {
    let since = if language == Language::Fr { "de " } else { "" };
    format!("{since}{} {} {}", bare_time(language, brussels(from).1), until(language), time(language, to))
}

fn until(language: Language) -> &'static str {
    row(&["tot", "à", "bis", "to"], language)
}

/// A whole number with its thousands apart: `1.234`, `1 234` (narrow no-break space), `1.234`, `1,234`.
pub fn number(language: Language, n: i64) -> String {
    let separator = row(&[".", "\u{202f}", ".", ","], language);
    let digits = n.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    if n < 0 {
        text.push('\u{2212}');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// `a, b en c`.
pub fn list_and(language: Language, items: &[impl AsRef<str>]) -> String {
    let and = row(&["en", "et", "und", "and"], language);
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [head @ .., last] => {
            let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
            format!("{} {and} {}", head.join(", "), last.as_ref())
        }
    }
}

/// Capitalises the first letter, for a word that starts a line.
pub fn sentence_case(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    /// No-break spaces as plain ones, for reading.
    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn moments_read_as_each_language_writes_them() {
        let winter = at("2026-12-10T13:00:00Z");
        for (language, expected) in [
            (Nl, "donderdag 10 december 2026, 14.00 uur (Brusselse tijd)"),
            (Fr, "jeudi 10 décembre 2026, 14 h (heure de Bruxelles)"),
            (De, "Donnerstag, 10. Dezember 2026, 14.00 Uhr (Brüsseler Zeit)"),
            (En, "Thursday 10 December 2026, 14:00 (Brussels time)"),
        ] {
            assert_eq!(plain(&date_time(language, winter)), expected);
        }
        assert_eq!(date_long(Fr, at("2027-02-28T23:30:00Z")), "lundi 1er mars 2027", "the day is Brussels' day");
        assert_eq!(plain(&time(En, at("2026-07-01T07:05:00Z"))), "09:05", "summer time");
        assert_eq!(time(Fr, at("2026-07-01T07:05:00Z")), "9\u{a0}h\u{a0}05");
        assert_eq!(bare_time(Fr, NaiveTime::MIN), "0\u{a0}h");
        assert_eq!(date_short(De, winter), "10. Dez. 2026");
        assert_eq!(plain(&moment_short(Nl, winter)), "10 dec. 2026, 14.00 uur");
        assert_eq!(quarter("2026-Q4".parse().unwrap()), "2026\u{2011}Q4");
        assert_eq!(unbroken("QCTR 2026-Q4 - CSI-DPO x-Q5 é-Q1"), "QCTR 2026\u{2011}Q4 - CSI-DPO x-Q5 é-Q1");
    }

    #[test]
    fn ranges_name_the_second_day_only_when_there_is_one() {
        let (from, to) = (at("2026-12-10T13:00:00Z"), at("2026-12-10T16:30:00Z"));
        for (language, expected) in [
            (Nl, "donderdag 10 december 2026, 14.00 tot 17.30 uur (Brusselse tijd)"),
            (Fr, "jeudi 10 décembre 2026, de 14 h à 17 h 30 (heure de Bruxelles)"),
            (De, "Donnerstag, 10. Dezember 2026, 14.00 bis 17.30 Uhr (Brüsseler Zeit)"),
            (En, "Thursday 10 December 2026, 14:00 to 17:30 (Brussels time)"),
        ] {
            assert_eq!(plain(&date_time_range(language, from, to)), expected);
        }
        assert_eq!(
            plain(&date_time_range(En, from, at("2026-12-11T11:00:00Z"))),
            "Thursday 10 December 2026, 14:00 to Friday 11 December 2026, 12:00 (Brussels time)"
        );
        assert_eq!(
            plain(&date_time_range(Fr, from, at("2026-12-11T11:00:00Z"))),
            "du jeudi 10 décembre 2026 à 14 h au vendredi 11 décembre 2026 à 12 h (heure de Bruxelles)"
        );
    }

    #[test]
    fn numbers_and_lists() {
        assert_eq!(["999", "1.000", "1.234.567", "\u{2212}12"], [999, 1000, 1_234_567, -12].map(|n| number(Nl, n)).each_ref().map(String::as_str));
        assert_eq!(number(Fr, 12_345), "12\u{202f}345");
        assert_eq!(list_and(Nl, &["a", "b", "c"]), "a, b en c");
        assert_eq!(list_and(En, &["a"]), "a");
        assert_eq!(sentence_case("état"), "État");
    }
}
