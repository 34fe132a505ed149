//! Dates with times as reports write them, before it is known whether the day or the month comes first.
//!
//! Read are: ISO 8601; `9/22/26, 2:48:05 PM` and `10/12/2026 14:02:00` (Teams, Zoom), `19/01/2021 à 09:58:51` (Teams in French), `06.10.26,
//! 18:01:00` (in German), `Mar 22, 2025 19:13:27` (Zoom webinars), `10 déc. 2026 14:02`; each with a zone behind it or without.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::name::fold;
use super::order::Order;
use super::zone::Zone;

/// The longest text that may be a moment, in bytes.
const MAX_LENGTH: usize = 80;
/// Months by the beginnings of their folded names in four languages; the longest that fits wins.
#[rustfmt::skip]
const MONTHS: &[(&str, u32)] = &[
    ("jan", 1), ("feb", 2), ("fev", 2), ("mar", 3), ("mrt", 3), ("maa", 3), ("apr", 4), ("avr", 4), ("may", 5), ("mai", 5), ("mei", 5),
    ("jun", 6), ("juin", 6), ("jul", 7), ("juil", 7), ("aug", 8), ("aou", 8), ("sep", 9), ("oct", 10), ("okt", 10), ("nov", 11),
    ("dec", 12), ("dez", 12),
];

/// A local time whose day and month may still change places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw {
    date: Date,
    time: NaiveTime,
    /// The zone that stands behind it.
    pub zone: Option<Zone>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Date {
    Known(NaiveDate),
    Either { first: u32, second: u32, year: i32 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'t> {
    Number { value: u32, digits: usize },
    Word(&'t str),
    Sign(char),
}

impl Raw {
    /// Reads a cell.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > MAX_LENGTH {
            return None;
        }
        let folded = fold(text).replace("a.m.", "am").replace("p.m.", "pm");
        let tokens = tokens(&folded)?;
        let (date, rest) = date(&tokens)?;
        let (time, rest) = time(rest)?;
        let zone = match rest.first() {
            None => None,
            // The zone is read from what stands behind the last token of the time.
            Some((_, at)) => Some(Zone::find(text_behind(text, &folded, *at))?),
        };
        Some(Self { date, time, zone })
    }

    /// The two numbers whose order is not known, if they are not the same.
    pub fn open(self) -> Option<(u32, u32)> {
        match self.date {
            Date::Either { first, second, .. } if first != second => Some((first, second)),
            _ => None,
        }
    }

    /// The local time, days and months read in this order; none where there is no such day.
    pub fn local(self, order: Order) -> Option<NaiveDateTime> {
        let day = match (self.date, order) {
            (Date::Known(day), _) => day,
            (Date::Either { first, second, year }, Order::DayFirst) => NaiveDate::from_ymd_opt(year, second, first)?,
            (Date::Either { first, second, year }, Order::MonthFirst) => NaiveDate::from_ymd_opt(year, first, second)?,
        };
        Some(day.and_time(self.time))
    }

    /// Whether the time goes by a clock of twelve hours, is not kept; whether a text does, is asked here.
    pub fn is_twelve_hours(text: &str) -> bool {
        let text = text.trim_end().as_bytes();
        let tail = text.get(text.len().saturating_sub(2)..).unwrap_or_default();
        tail.eq_ignore_ascii_case(b"am") || tail.eq_ignore_ascii_case(b"pm")
    }
}

/// A name of a zone may have capitals that count: the original where folding has moved nothing.
fn text_behind<'t>(text: &'t str, folded: &'t str, at: usize) -> &'t str {
    let whole = if text.is_ascii() && text.len() == folded.len() { text } else { folded };
    whole.get(at..).unwrap_or_default()
}

type Placed<'t> = (Token<'t>, usize);

fn tokens(text: &str) -> Option<Vec<Placed<'_>>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let of = |is: fn(char) -> bool| rest.find(|c: char| !is(c)).unwrap_or(rest.len());
        let length = if c.is_ascii_digit() {
            let length = of(|c| c.is_ascii_digit());
            let digits = rest.get(..length)?;
            // Fractions of a second may be longer than a number is large.
            let value = digits.get(..length.min(9))?.parse().ok()?;
            tokens.push((Token::Number { value, digits: length }, at));
            length
        } else if c.is_alphabetic() {
            let length = of(char::is_alphabetic);
            tokens.push((Token::Word(rest.get(..length)?), at));
            length
        } else {
            if c != ' ' {
                tokens.push((Token::Sign(c), at));
            }
            c.len_utf8()
        };
        at += length;
    }
    Some(tokens)
}

fn month(word: &str) -> Option<u32> {
    MONTHS.iter().filter(|(begin, _)| word.starts_with(begin)).max_by_key(|(begin, _)| begin.len()).map(|(_, month)| *month)
}

fn year(value: u32, digits: usize) -> Option<i32> {
    match (digits, value) {
        (2, _) => Some(2000 + i32::try_from(value).ok()?),
        (4, 1990..=2199) => i32::try_from(value).ok(),
        _ => None,
    }
}

fn date<'s, 't>(tokens: &'s [Placed<'t>]) -> Option<(Date, &'s [Placed<'t>])> {
    use Token::{Number, Sign, Word};
    // A weekday comes first, or nothing.
    let begin = tokens.iter().position(|(token, _)| match token {
        Number { .. } => true,
        Word(word) => month(word).is_some() && !matches!(*word, "mardi" | "maandag"),
        Sign(_) => false,
    })?;
    if begin > 3 {
        return None;
    }
    let tokens = tokens.get(begin..)?;
    let plain: Vec<Token<'_>> = tokens.iter().take(6).map(|(token, _)| *token).collect();
    let known = |year, month, day| Some(Date::Known(NaiveDate::from_ymd_opt(year, month, day)?));
    let (date, used) = match *plain.as_slice() {
        [Number { value: y, digits: 4 }, Sign(a), Number { value: m, .. }, Sign(b), Number { value: d, .. }, ..] if a == b && "-/.".contains(a) => {
            (known(year(y, 4)?, m, d)?, 5)
        }
        [Number { value: first, digits: 1 | 2 }, Sign(a), Number { value: second, digits: 1 | 2 }, Sign(b), Number { value: y, digits }, ..]
            if a == b && "-/.".contains(a) =>
        {
            let year = year(y, digits)?;
            // Points are written by those who begin with the day.
            (if a == '.' { known(year, second, first)? } else { Date::Either { first, second, year } }, 5)
        }
        [Word(name), Number { value: d, digits: 1 | 2 }, Sign(','), Number { value: y, digits: 4 }, ..] => (known(year(y, 4)?, month(name)?, d)?, 4),
        [Word(name), Number { value: d, digits: 1 | 2 }, Number { value: y, digits: 4 }, ..] => (known(year(y, 4)?, month(name)?, d)?, 3),
        [Number { value: d, digits: 1 | 2 }, Sign('.'), Word(name), Sign('.'), Number { value: y, digits: 4 }, ..] => {
            (known(year(y, 4)?, month(name)?, d)?, 5)
        }
        [Number { value: d, digits: 1 | 2 }, Sign('.' | '-'), Word(name), Sign('-'), Number { value: y, digits: 4 | 2 }, ..] => {
            (known(year(y % 100, 2)?, month(name)?, d)?, 5)
        }
        [Number { value: d, digits: 1 | 2 }, Sign('.'), Word(name), Number { value: y, digits: 4 }, ..]
        | [Number { value: d, digits: 1 | 2 }, Word(name), Sign('.'), Number { value: y, digits: 4 }, ..] => {
            (known(year(y, 4)?, month(name)?, d)?, 4)
        }
        [Number { value: d, digits: 1 | 2 }, Word(name), Number { value: y, digits: 4 }, ..] => (known(year(y, 4)?, month(name)?, d)?, 3),
        _ => return None,
    };
    Some((date, tokens.get(used..)?))
}

fn time<'s, 't>(tokens: &'s [Placed<'t>]) -> Option<(NaiveTime, &'s [Placed<'t>])> {
    use Token::{Number, Sign, Word};
    // Between the two stand a comma, `T`, `à`, `om`, `um`, `at`.
    let joins = |token: &Token<'_>| matches!(token, Sign(',') | Word("t" | "a" | "om" | "um" | "at" | "uur"));
    let begin = tokens.iter().position(|(token, _)| !joins(token)).filter(|begin| *begin <= 2)?;
    let tokens = tokens.get(begin..)?;
    let plain: Vec<Token<'_>> = tokens.iter().take(7).map(|(token, _)| *token).collect();
    let (mut hour, minute, second, mut used) = match *plain.as_slice() {
        [
            Number { value: h, .. },
            Sign(':' | '.'),
            Number { value: m, digits: 2 },
            Sign(':' | '.'),
            Number { value: s, digits: 2 },
            Sign('.' | ','),
            Number { .. },
            ..,
        ] => (h, m, s, 7),
        [Number { value: h, .. }, Sign(':' | '.'), Number { value: m, digits: 2 }, Sign(':' | '.'), Number { value: s, digits: 2 }, ..] => {
            (h, m, s, 5)
        }
        [Number { value: h, .. }, Sign(':' | '.') | Word("h"), Number { value: m, digits: 2 }, ..] => (h, m, 0, 3),
        _ => return None,
    };
    if let Some((Word(half @ ("am" | "pm")), _)) = tokens.get(used) {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if *half == "pm" { 12 } else { 0 };
        used += 1;
    } else if let Some((Word("uhr" | "uur"), _)) = tokens.get(used) {
        used += 1;
    }
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, tokens.get(used..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_reports_write_them() {
        let both = [Order::DayFirst, Order::MonthFirst];
        for (text, day_first, month_first) in [
            ("9/10/26, 2:48:05 PM", "2026-10-09T14:48:05", "2026-09-10T14:48:05"),
            ("9/10/2026, 12:00:00 AM", "2026-10-09T00:00:00", "2026-09-10T00:00:00"),
            ("9/10/26, 2:48:05\u{202f}p.m.", "2026-10-09T14:48:05", "2026-09-10T14:48:05"),
            ("10-12-2026 14:02", "2026-12-10T14:02:00", "2026-10-12T14:02:00"),
            ("01/12/2026 à 09:58:51", "2026-12-01T09:58:51", "2026-01-12T09:58:51"),
            ("06.10.26, 18:01:00", "2026-10-06T18:01:00", "2026-10-06T18:01:00"),
            ("2026-12-10T14:02:00.1234567", "2026-12-10T14:02:00", "2026-12-10T14:02:00"),
            ("2026/12/10 14:02", "2026-12-10T14:02:00", "2026-12-10T14:02:00"),
            ("Mar 22, 2025 19:13:27", "2025-03-22T19:13:27", "2025-03-22T19:13:27"),
            ("mardi 22 août 2025 14 h 05", "2025-08-22T14:05:00", "2025-08-22T14:05:00"),
            ("10. Dez. 2026, 14.00 Uhr", "2026-12-10T14:00:00", "2026-12-10T14:00:00"),
            ("donderdag 10 december 2026 om 14:00", "2026-12-10T14:00:00", "2026-12-10T14:00:00"),
            ("10 juil. 2026 à 14:00", "2026-07-10T14:00:00", "2026-07-10T14:00:00"),
        ] {
            let raw = Raw::parse(text).unwrap_or_else(|| panic!("{text:?}"));
            let got = both.map(|order| raw.local(order).unwrap());
            assert_eq!(got, [day_first, month_first].map(|expected| expected.parse().unwrap()), "{text:?}");
            assert_eq!(raw.open().is_some(), day_first != month_first, "{text:?}");
        }
        assert_eq!(Raw::parse("13/10/2026 10:00").unwrap().local(Order::MonthFirst), None);
    }

    #[test]
    fn zones_behind_moments_are_kept() {
        for (text, zone) in [
            ("2026-12-10T13:00:00Z", "+00:00"),
            ("2026-12-10T14:00:00+01:00", "+01:00"),
            ("2026-12-10 14:00:00 UTC", "+00:00"),
            ("12/10/2026 02:00:00 PM Brussels Time", "Europe/Brussels"),
            ("12/10/2026 02:00:00 PM Europe/Paris", "Europe/Paris"),
        ] {
            assert_eq!(Raw::parse(text).unwrap().zone.unwrap().name(), zone, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "yesterday",
            "10/12/2026",
            "14:00",
            "10/12/2026 25:00",
            "10/12/2026 13:00 PM",
            "2026-02-30 10:00",
            "31.02.26, 10:00:00",
            "10/12/20266 10:00",
            "99999999999999999999",
            "10/12/2026 10:00 nonsense",
            "=NOW()",
            "1h 2m 3s",
            "45",
        ] {
            assert_eq!(Raw::parse(text), None, "{text:?}");
        }
        assert!(Raw::is_twelve_hours("2:00:00 PM") && !Raw::is_twelve_hours("14:00") && !Raw::is_twelve_hours(""));
    }
}
