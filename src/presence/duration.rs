//! How long, as providers write it.

use super::name::fold;

/// Seconds in `1h 2m 3s` (Teams), `59 Min. 0 Sek.` (in German), `1 u 2 min` (in Dutch), `204 mins` (Webex), `1:02:03`; a number alone is minutes
/// (Zoom).
pub fn seconds(text: &str) -> Option<i64> {
    if text.len() > 60 || text.is_empty() {
        return None;
    }
    let folded = fold(text);
    if folded.contains(':') {
        return clock(&folded);
    }
    let (mut total, mut rest, mut alone) = (0_i64, folded.as_str(), true);
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number: i64 = rest.get(..digits).filter(|digits| (1..=7).contains(&digits.len()))?.parse().ok()?;
        rest = rest.get(digits..)?.trim_start();
        let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let unit = match (rest.get(..letters)?, alone) {
            ("h" | "hr" | "hrs" | "hour" | "hours" | "u" | "uur" | "uren" | "std" | "stunde" | "stunden" | "heure" | "heures", _) => 3_600,
            ("m" | "min" | "mins" | "minute" | "minutes" | "minuut" | "minuten", _) => 60,
            ("s" | "sec" | "secs" | "second" | "seconds" | "sek" | "sekunde" | "sekunden" | "seconde" | "secondes" | "seconden", _) => 1,
            ("", true) if rest.is_empty() => 60,
            _ => return None,
        };
        total += number * unit;
        rest = rest.get(letters..)?.trim_start_matches(|c: char| c == '.' || c == ',' || c.is_whitespace());
        alone = false;
    }
    Some(total)
}

fn clock(text: &str) -> Option<i64> {
    let parts: Vec<i64> = text.split(':').map(|part| part.parse().ok().filter(|n| (0..=10_000).contains(n))).collect::<Option<_>>()?;
    match *parts.as_slice() {
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 => Some(hours * 3_600 + minutes * 60 + seconds),
        [hours, minutes] if minutes < 60 => Some(hours * 3_600 + minutes * 60),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_providers_write_them() {
        for (text, expected) in [
            ("1h 2m 3s", Some(3_723)),
            ("1h 7s", Some(3_607)),
            ("59 Min. 0 Sek.", Some(3_540)),
            ("1 Std. 2 Min.", Some(3_720)),
            ("1 u 2 min", Some(3_720)),
            ("1 heure 2 minutes", Some(3_720)),
            ("204 mins", Some(12_240)),
            ("57", Some(3_420)),
            ("1:02:03", Some(3_723)),
            ("00:45", Some(2_700)),
            ("", None),
            ("3h 12", None),
            ("about 3h", None),
            ("99999999999h", None),
            ("1:99:00", None),
            (":", None),
            ("-5", None),
        ] {
            assert_eq!(seconds(text), expected, "{text:?}");
        }
    }
}
