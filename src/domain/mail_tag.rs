//! The secret part of our own addresses that take mail: `local+TAG@domain` says for whom or about what an answer or a bounce is.
//!
//! A tag is a letter for its use, a row number, and 80 bits of a MAC over both, in base32: local parts are lower-cased on the way
//! (RFC 5321 §2.4 lets only the recipient's host look at them, yet many do), so case says nothing. It must not know the secret.

use data_encoding::{BASE32_NOPAD, DecodeError};

use super::ids::{MailId, RegistrationId};

/// Octets of the MAC that a tag carries.
pub const SEAL: usize = 10;
/// Octets of a written tag: with a `+` and the longest local part of [`LONGEST_LOCAL`] an address stays within 64 (RFC 5321 §4.5.3.1.1).
pub const LENGTH: usize = 30;
/// Longest local part of the address that tags are added to.
pub const LONGEST_LOCAL: usize = 64 - 1 - LENGTH;

/// What an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// Answers to the calendar invitation of a registration: its ORGANIZER.
    Answer(RegistrationId),
    /// Bounces of a mail: its envelope sender.
    Bounce(MailId),
    /// Whoever writes there wants no more such mails as this one (RFC 2369).
    Unsubscribe(MailId),
    /// A mail of our own that shows that such addresses reach us; a number that is used once.
    Probe(i64),
}

impl Tag {
    const fn parts(self) -> (u8, i64) {
        match self {
            Self::Answer(id) => (b'a', id.0),
            Self::Bounce(id) => (b'b', id.0),
            Self::Unsubscribe(id) => (b'u', id.0),
            Self::Probe(number) => (b'p', number),
        }
    }

    /// What the MAC is over.
    pub fn sealed_words(self) -> String {
        let (letter, number) = self.parts();
        format!("{}:{number}", char::from(letter))
    }

    /// The tag as it stands in an address: [`LENGTH`] letters and digits.
    pub fn written(self, seal: &[u8; SEAL]) -> String {
        let (letter, number) = self.parts();
        let mut octets = number.to_be_bytes().to_vec();
        octets.extend(seal);
        let mut text = String::from(char::from(letter));
        text.push_str(&BASE32_NOPAD.encode(&octets).to_ascii_lowercase());
        text
    }

    /// Reads a tag, in whatever case; the seal is for the caller to check. `None` when it is none.
    pub fn read(text: &str) -> Option<(Self, [u8; SEAL])> {
        if text.len() != LENGTH || !text.is_ascii() {
            return None;
        }
        let (letter, rest) = text.split_at(1);
        let octets = decode(rest).ok()?;
        let number = i64::from_be_bytes(octets.get(..8)?.try_into().ok()?);
        let seal = octets.get(8..)?.try_into().ok()?;
        let tag = match letter.to_ascii_lowercase().as_str() {
            "a" => Self::Answer(RegistrationId(number)),
            "b" => Self::Bounce(MailId(number)),
            "u" => Self::Unsubscribe(MailId(number)),
            "p" => Self::Probe(number),
            _ => return None,
        };
        Some((tag, seal))
    }

    /// The tag in an address at one of our domains, compared without case; `None` when it is none of ours.
    pub fn in_address(address: &str, domain: &str) -> Option<(Self, [u8; SEAL])> {
        let (local, at) = address.trim().trim_matches(['<', '>']).rsplit_once('@')?;
        let (_, tag) = local.rsplit_once('+')?;
        at.eq_ignore_ascii_case(domain).then(|| Self::read(tag)).flatten()
    }
}

fn decode(text: &str) -> Result<Vec<u8>, DecodeError> {
    BASE32_NOPAD.decode(text.to_ascii_uppercase().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_tag_is_read_in_any_case_and_nothing_else_is() {
        let tag = Tag::Answer(RegistrationId(1_234_567_890_123_456_789));
        let text = tag.written(&[7; SEAL]);
        assert_eq!((text.len(), text.to_lowercase() == text), (LENGTH, true));
        assert_eq!(Tag::read(&text), Some((tag, [7; SEAL])));
        assert_eq!(Tag::read(&text.to_uppercase()), Some((tag, [7; SEAL])));
        for address in [format!("events+{text}@example.be"), format!(" <Events+{}@EXAMPLE.be> ", text.to_uppercase())] {
            assert_eq!(Tag::in_address(&address, "example.be"), Some((tag, [7; SEAL])), "{address}");
        }
        for other in ["", "a", &text[1..], &format!("{text}a"), &format!("x{}", &text[1..]), &text.replace(&text[5..6], "1"), "é".repeat(15).as_str()]
        {
            assert_eq!(Tag::read(other), None, "{other}");
        }
        for address in [format!("events+{text}@other.be"), format!("events{text}@example.be"), "events+@example.be".into(), "@".into(), text.clone()]
        {
            assert_eq!(Tag::in_address(&address, "example.be"), None, "{address}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(number in any::<i64>(), seal in any::<[u8; SEAL]>()) {
            for tag in [Tag::Answer(RegistrationId(number)), Tag::Bounce(MailId(number)), Tag::Unsubscribe(MailId(number)), Tag::Probe(number)] {
                prop_assert_eq!(Tag::read(&tag.written(&seal)), Some((tag, seal)));
            }
        }

        #[test]
        fn any_text_is_refused_or_read_without_a_panic(text in "\\PC{0,40}") {
            let _ = Tag::read(&text);
            let _ = Tag::in_address(&text, "example.be");
        }
    }
}
