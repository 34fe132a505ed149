//! What people type: names and short lines, kept faithfully or refused with a reason.
//!
//! A value that parsed can be shown anywhere after that context's escaping; it holds no control character and no
//! bidirectional override, so it cannot break a header, a calendar line or the reading order of a page.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// Why a typed line was refused. The code is the locale key's last part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextFault {
    /// Nothing but blanks.
    Empty,
    /// Longer than allowed, in characters.
    TooLong,
    /// Holds a control character (line break, tab, NUL …) or a bidirectional override.
    ControlCharacter,
    /// Holds no letter or digit at all.
    NoLetter,
}

impl TextFault {
    /// The stable code, used in locale keys and API errors.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::ControlCharacter => "control_character",
            Self::NoLetter => "no_letter",
        }
    }
}

/// One line of text, trimmed, NFC, without control characters; `MAX` in characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line<const MAX: usize>(String);

/// A person's full name, in any script.
pub type PersonName = Line<120>;
/// An organisation's name as typed.
pub type OrganisationName = Line<160>;
/// A title, a place, a reason: one line.
pub type Title = Line<200>;

impl<const MAX: usize> Line<MAX> {
    /// Trims and checks a typed line.
    pub fn parse(typed: &str) -> Result<Self, TextFault> {
        let trimmed = typed.trim();
        if trimmed.is_empty() {
            return Err(TextFault::Empty);
        }
        // Measured before normalising, so that ten megabytes cost a look and not a copy.
        if trimmed.len() > MAX * 8 {
            return Err(TextFault::TooLong);
        }
        if trimmed.chars().any(is_forbidden) {
            return Err(TextFault::ControlCharacter);
        }
        let normal: String = trimmed.nfc().collect();
        if normal.chars().count() > MAX {
            return Err(TextFault::TooLong);
        }
        if !normal.chars().any(char::is_alphanumeric) {
            return Err(TextFault::NoLetter);
        }
        Ok(Self(normal))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> TryFrom<String> for Line<MAX> {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|fault| fault.code().to_owned())
    }
}

impl<const MAX: usize> From<Line<MAX>> for String {
    fn from(line: Line<MAX>) -> Self {
        line.0
    }
}

impl<const MAX: usize> std::fmt::Display for Line<MAX> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text of several lines, trimmed, NFC, its lines ended by `\n`; at most `max` characters. Each line obeys the rules of a
/// [`Line`], and some may be empty. Empty stays empty.
///
/// # Errors
/// `TooLong`, `ControlCharacter`.
pub fn paragraphs(typed: &str, max: usize) -> Result<String, TextFault> {
    let trimmed = typed.trim();
    // Measured before normalising, as in a line.
    if trimmed.len() > max * 8 {
        return Err(TextFault::TooLong);
    }
    let normal: String = trimmed.replace("\r\n", "\n").nfc().collect();
    if normal.chars().any(|c| c != '\n' && is_forbidden(c)) {
        return Err(TextFault::ControlCharacter);
    }
    if normal.chars().count() > max { Err(TextFault::TooLong) } else { Ok(normal) }
}

/// Control characters, line and paragraph separators, and the bidirectional overrides and isolates (UAX #9 §2).
fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Folds a text for searching and comparing: NFKD without combining marks, lower case, runs of blanks as one.
pub fn fold(text: &str) -> String {
    let bare: String = text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a mail program might turn part of a name into a link: such a name is never said to somebody to whom whoever typed it may be a
/// stranger.
pub fn looks_like_a_link(name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let domain_like = letters.windows(4).any(|w| w[0].is_alphanumeric() && w[1] == '.' && w[2].is_alphanumeric() && w[3].is_alphanumeric());
    domain_like || name.contains(['/', '@', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_kept_or_refused_with_a_reason() {
        let long = "a".repeat(121);
        let cases: &[(&str, Result<&str, TextFault>)] = &[
            ("  Zoë Dupont ", Ok("Zoë Dupont")),
            ("Zoe\u{308}", Ok("Zoë")),
            ("王小明", Ok("王小明")),
            ("{{7*7}}", Ok("{{7*7}}")),
            ("<b>Jan</b>", Ok("<b>Jan</b>")),
            ("Jan 🦊", Ok("Jan 🦊")),
            ("", Err(TextFault::Empty)),
            ("\u{a0} ", Err(TextFault::Empty)),
            ("Jan\r\nBcc: x@y.be", Err(TextFault::ControlCharacter)),
            ("Jan\u{202e}naJ", Err(TextFault::ControlCharacter)),
            ("Jan\0", Err(TextFault::ControlCharacter)),
            ("🦊", Err(TextFault::NoLetter)),
            ("\u{301}", Err(TextFault::NoLetter)),
            (&long, Err(TextFault::TooLong)),
        ];
        for (typed, expected) in cases {
            let got = PersonName::parse(typed);
            assert_eq!(got.as_ref().map(PersonName::as_str).map_err(|f| *f), *expected, "{typed:?}");
        }
    }

    #[test]
    fn paragraphs_keep_their_line_breaks_and_nothing_else_of_control() {
        assert_eq!(paragraphs(" One.\r\n\r\n- Zoe\u{308}\n ", 50), Ok("One.\n\n- Zoë".into()));
        assert_eq!(paragraphs(" \r\n", 50), Ok(String::new()));
        assert_eq!(paragraphs("four", 3), Err(TextFault::TooLong));
        assert_eq!(paragraphs(&"\0".repeat(30), 3), Err(TextFault::TooLong), "measured first");
        for bad in ["a\tb", "a\rb", "a\0b", "a\u{202e}b", "a\u{2028}b"] {
            assert_eq!(paragraphs(bad, 50), Err(TextFault::ControlCharacter), "{bad:?}");
        }
    }

    #[test]
    fn names_that_might_become_links_do_not_greet() {
        for (name, link) in [
            ("Zoë Dupont", false),
            ("J. P. Dupont", false),
            ("J.P. Dupont", false),
            ("Jan \"X\"; DROP, {{7*7}} <b>", false),
            ("Win at evil.com", true),
            ("https://evil", true),
            ("me@evil.com", true),
            ("www.evil.example", true),
        ] {
            assert_eq!(looks_like_a_link(name), link, "{name}");
        }
    }

    #[test]
    fn folding_forgets_accents_case_and_blanks() {
        assert_eq!(fold("  Zoë   DÜPONT\u{a0}ﬁn "), "zoe dupont fin");
    }
}
