//! Organisations: their enterprise number and how their names are compared.

use serde::{Deserialize, Serialize};

use super::text::fold;

/// A Belgian enterprise number (KBO/BCE): ten digits, the last two being 97 − (first eight mod 97).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EnterpriseNumber(String);

/// A text that is no enterprise number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEnterpriseNumber {
    /// Not ten digits, or not starting with 0 or 1.
    #[error("\"{0}\" is not an enterprise number; it has ten digits and starts with 0 or 1, like 0123.456.749")]
    Shape(String),
    /// The check digits do not fit.
    #[error("the check digits of {given} do not fit; expected {expected:02} at the end")]
    CheckDigits {
        /// The ten digits given.
        given: String,
        /// The two that would fit.
        expected: u64,
    },
}

impl EnterpriseNumber {
    /// Reads a number with or without `BE`, dots and blanks.
    pub fn parse(typed: &str) -> Result<Self, NotAnEnterpriseNumber> {
        let bare = typed.trim();
        let bare = bare.strip_prefix("BE").or_else(|| bare.strip_prefix("be")).unwrap_or(bare);
        let digits: String = bare.chars().filter(|c| !matches!(c, '.' | ' ' | '-')).collect();
        let shape = || NotAnEnterpriseNumber::Shape(typed.chars().take(40).collect());
        if digits.len() != 10 || !digits.bytes().all(|b| b.is_ascii_digit()) || !matches!(digits.as_bytes().first(), Some(b'0' | b'1')) {
            return Err(shape());
        }
        let (head, check) = digits.split_at(8);
        let expected = 97 - head.parse::<u64>().map_err(|_| shape())? % 97;
        if check.parse::<u64>().map_err(|_| shape())? == expected {
            Ok(Self(digits))
        } else {
            Err(NotAnEnterpriseNumber::CheckDigits { given: digits, expected })
        }
    }

    /// The ten digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for EnterpriseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", &self.0[..4], &self.0[4..7], &self.0[7..])
    }
}

/// What two typed names are compared by: folded, punctuation as blanks, so that `A.S.B.L. X` and `asbl x` differ but
/// `Proximus  NV` and `proximus nv` do not.
pub fn name_key(name: &str) -> String {
    let spaced: String = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let key = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if key.is_empty() { fold(name) } else { key }
}

/// Words that say what kind of body it is, not which.
const FORMS: [&str; 14] = ["nv", "sa", "bv", "srl", "bvba", "sprl", "vzw", "asbl", "ivzw", "aisbl", "de", "van", "the", "of"];

/// Whether two keys of names (see [`name_key`]) may well mean the same organisation: the same words in another order or with
/// another form, or hardly any letter different.
pub fn resembles(one: &str, other: &str) -> bool {
    let words = |key: &str| {
        let mut words: Vec<String> = key.split(' ').filter(|word| !FORMS.contains(word)).map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    // Names of much different length cannot be near: not worth comparing letter by letter.
    let is_near = || one.len().abs_diff(other.len()) * 6 <= one.len().max(other.len()) && strsim::normalized_levenshtein(one, other) >= 0.88;
    one != other && (words(one) == words(other) || is_near())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enterprise_numbers_are_checked() {
        // 01234567 mod 97 = 48, 97 − 48 = 49
        assert_eq!(EnterpriseNumber::parse("BE 0123.456.749").map(|n| n.to_string()), Ok("0123.456.749".into()));
        assert_eq!(EnterpriseNumber::parse("0123456748"), Err(NotAnEnterpriseNumber::CheckDigits { given: "0123456748".into(), expected: 49 }));
        for bad in ["", "123", "2123456749", "01234567é9", "0123-456-74"] {
            assert!(matches!(EnterpriseNumber::parse(bad), Err(NotAnEnterpriseNumber::Shape(_))), "{bad}");
        }
    }

    #[test]
    fn names_that_differ_by_form_order_or_a_letter_resemble_each_other() {
        for (one, other, expected) in [
            ("FOD Bruggen en Sluizen", "FOD Brugen en Sluizen", true),
            ("Example NV", "NV Example", true),
            ("Example NV", "Example SA", true),
            ("Example NV", "Example N.V.", true),
            ("Example NV", "example nv", false),
            ("FOD Bruggen en Sluizen", "FOD Getijden en Kustlicht", false),
            ("AZ Noord", "AZ Zuid", false),
        ] {
            assert_eq!(resembles(&name_key(one), &name_key(other)), expected, "{one} / {other}");
        }
    }

    #[test]
    fn names_compare_without_accents_case_and_punctuation() {
        assert_eq!(name_key("Proximus  N.V."), name_key("proximus n v"));
        assert_eq!(name_key("Université de Liège"), "universite de liege");
    }
}
