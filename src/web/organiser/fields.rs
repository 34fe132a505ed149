//! What a form or a query holds, and how typed values are read: texts, moments, numbers.

use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Europe::Brussels;

use crate::clock::{Instant, is_kept};
use crate::domain::text::{Line, TextFault};
use crate::i18n::format::brussels;

/// Names with their values, in the order sent; of a name sent twice the first counts.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<(String, String)>);

/// Parts of an address that say what was just done: not for the sister pages.
const FLEETING: [&str; 3] = ["done", "n", "last"];

impl Fields {
    /// Reads a query.
    pub fn parse(query: &str) -> Self {
        Self(url::form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// A value without the blanks around it; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim())
    }

    /// Whether a field was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// An address with these fields as its query, without what says what was just done.
    pub fn address(&self, path: &str) -> String {
        let kept = self.0.iter().filter(|(name, value)| !FLEETING.contains(&name.as_str()) && !value.is_empty());
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// The same with some fields replaced; an empty value drops the field.
    pub fn with(&self, changes: &[(&str, &str)]) -> Self {
        let mut kept: Vec<(String, String)> = self.0.iter().filter(|(name, _)| !changes.iter().any(|(c, _)| c == name)).cloned().collect();
        kept.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        Self(kept)
    }
}

/// A moment as fields of type `datetime-local` write it, Brussels time.
pub fn typed_moment(at: Instant) -> String {
    let (day, time) = brussels(at);
    format!("{}T{}", day.format("%Y-%m-%d"), time.format("%H:%M"))
}

/// Reads such a moment, also with a blank in place of the T. `None` for what is no moment in Brussels (the hour that is left
/// out in March; of the hour that comes twice in October the first counts) and outside the years that are kept.
pub fn moment(typed: &str) -> Option<Instant> {
    let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"].iter().find_map(|form| NaiveDateTime::parse_from_str(typed, form).ok())?;
    Some(Brussels.from_local_datetime(&local).earliest()?.to_utc()).filter(is_kept)
}

/// A text of several lines as one line, at most `MAX` characters; empty stays empty.
///
/// # Errors
/// As [`Line::parse`].
pub fn one_line<const MAX: usize>(typed: &str) -> Result<String, TextFault> {
    let one_line = typed.split(['\r', '\n', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if one_line.is_empty() { Ok(one_line) } else { Line::<MAX>::parse(&one_line).map(String::from) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_brussels_time() {
        let cases = [
            ("2026-12-10T14:00", Some("2026-12-10T13:00:00+00:00")),
            ("2026-07-10 14:00", Some("2026-07-10T12:00:00+00:00")),
            ("2026-03-29T02:30", None),
            ("2026-10-25T02:30", Some("2026-10-25T00:30:00+00:00")),
            ("2000-01-01T00:30", None),
            ("3000-01-01T00:30", Some("2999-12-31T23:30:00+00:00")),
            ("+12345-05-05T10:00", None),
            ("tomorrow", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(moment(typed).map(|at| at.to_rfc3339()).as_deref(), expected, "{typed}");
        }
        assert_eq!(typed_moment(moment("2026-12-10T14:00").unwrap()), "2026-12-10T14:00");
    }

    #[test]
    fn addresses_forget_what_was_just_done() {
        let fields = Fields::parse("state=waitlisted&done=promoted&n=3&q=zo%C3%AB+d");
        assert_eq!(fields.address("/x"), "/x?state=waitlisted&q=zo%C3%AB+d");
        assert_eq!(fields.with(&[("state", ""), ("q", "a&b")]).address("/x"), "/x?q=a%26b");
    }

    #[test]
    fn lines_lose_their_breaks_and_nothing_else() {
        assert_eq!(one_line::<50>("One.\r\n\r\n Two. "), Ok("One. Two.".into()));
        assert_eq!(one_line::<50>(" \n"), Ok(String::new()));
        assert_eq!(one_line::<3>("long"), Err(TextFault::TooLong));
        assert_eq!(one_line::<50>("a\u{202e}b"), Err(TextFault::ControlCharacter));
    }
}
