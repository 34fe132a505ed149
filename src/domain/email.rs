//! E-mail addresses: which we accept, how we compare them.
//!
//! Accepted is what a work mailbox has: an RFC 5321 dot-atom local part (UTF-8 allowed, RFC 6531) and a domain name.
//! Quoted local parts and address literals are refused with a reason. Comparison folds case and IDNA form.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// A well-formed address, kept as typed (trimmed, NFC, domain in lower case).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// Why an address was refused. The code is the locale key's last part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EmailFault {
    /// Nothing but blanks.
    Empty,
    /// Over 254 octets in all or 64 in the local part (RFC 5321 §4.5.3.1).
    TooLong,
    /// No `@`, or more than one.
    NoAt,
    /// A character that cannot stand there (blank, quote, control character, comma …).
    BadCharacter,
    /// The part after the `@` is not a domain name with at least one dot.
    BadDomain,
}

impl EmailFault {
    /// The stable code, used in locale keys and API errors.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::NoAt => "no_at",
            Self::BadCharacter => "bad_character",
            Self::BadDomain => "bad_domain",
        }
    }
}

impl EmailAddress {
    /// Checks a typed address.
    pub fn parse(typed: &str) -> Result<Self, EmailFault> {
        let trimmed = typed.trim();
        if trimmed.is_empty() {
            return Err(EmailFault::Empty);
        }
        if trimmed.len() > 254 {
            return Err(EmailFault::TooLong);
        }
        let normal: String = trimmed.nfc().collect();
        let (local, domain) = normal.rsplit_once('@').ok_or(EmailFault::NoAt)?;
        check_local(local)?;
        let domain = check_domain(domain)?;
        Ok(Self(format!("{local}@{domain}")))
    }

    /// The address as it is shown and sent to.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is compared: the local part in lower case, the domain as A-labels (RFC 5890).
    pub fn key(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        format!("{}@{}", local.to_lowercase(), to_ascii(domain).unwrap_or_default())
    }

    /// The domain as A-labels, as it goes over the wire.
    pub fn ascii_domain(&self) -> String {
        to_ascii(self.0.rsplit_once('@').map_or("", |(_, d)| d)).unwrap_or_default()
    }

    /// The address with its domain as A-labels: the form for SMTP and headers.
    pub fn wire(&self) -> String {
        let local = self.0.rsplit_once('@').map_or("", |(l, _)| l);
        format!("{local}@{}", self.ascii_domain())
    }

    /// First letter and domain only, for logs and staff lists that need no more.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        format!("{}…@{domain}", local.chars().next().unwrap_or('?'))
    }
}

fn check_local(local: &str) -> Result<(), EmailFault> {
    if local.len() > 64 {
        return Err(EmailFault::TooLong);
    }
    if local.contains('@') {
        return Err(EmailFault::NoAt);
    }
    let atom = |c: char| {
        c.is_ascii_alphanumeric()
            || "!#$%&'*+-/=?^_`{|}~.".contains(c)
            || (!c.is_ascii() && c.is_alphanumeric())
            || unicode_normalization::char::is_combining_mark(c)
    };
    if local.is_empty() || !local.chars().all(atom) || local.starts_with('.') || local.ends_with('.') || local.contains("..") {
        return Err(EmailFault::BadCharacter);
    }
    Ok(())
}

fn check_domain(domain: &str) -> Result<String, EmailFault> {
    let lower = domain.to_lowercase();
    let ascii = to_ascii(&lower).ok_or(EmailFault::BadDomain)?;
    let label_ok = |l: &str| {
        (1..=63).contains(&l.len()) && !l.starts_with('-') && !l.ends_with('-') && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let ok = ascii.len() <= 253
        && ascii.contains('.')
        && ascii.split('.').all(label_ok)
        && !ascii.rsplit('.').next().is_some_and(|tld| tld.bytes().all(|b| b.is_ascii_digit()));
    if ok { Ok(lower) } else { Err(EmailFault::BadDomain) }
}

/// A domain name as A-labels in lower case; `None` for what is none.
pub fn ascii_domain(domain: &str) -> Option<String> {
    check_domain(domain).ok().and_then(|domain| to_ascii(&domain))
}

fn to_ascii(domain: &str) -> Option<String> {
    match url::Host::parse(domain).ok()? {
        url::Host::Domain(ascii) => Some(ascii),
        _ => None,
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|fault| fault.code().to_owned())
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl std::fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_accepted_or_refused_with_a_reason() {
        let cases: &[(&str, Result<&str, EmailFault>)] = &[
            (" Zoe.Dupont@Example.BE ", Ok("Zoe.Dupont@example.be")),
            ("o'neil+ccb@example.be", Ok("o'neil+ccb@example.be")),
            ("info@münchen.example", Ok("info@münchen.example")),
            ("zoë@example.be", Ok("zoë@example.be")),
            ("", Err(EmailFault::Empty)),
            ("zoe", Err(EmailFault::NoAt)),
            ("a@b@c.be", Err(EmailFault::NoAt)),
            ("\"zoe d\"@example.be", Err(EmailFault::BadCharacter)),
            ("zoe dupont@example.be", Err(EmailFault::BadCharacter)),
            ("zoe@example.be\r\nBcc: x@y.be", Err(EmailFault::NoAt)),
            ("zoe\n@example.be", Err(EmailFault::BadCharacter)),
            ("zoe@localhost", Err(EmailFault::BadDomain)),
            ("zoe@[127.0.0.1]", Err(EmailFault::BadDomain)),
            ("zoe@10.0.0.1", Err(EmailFault::BadDomain)),
            ("zoe@exa mple.be", Err(EmailFault::BadDomain)),
            ("zoe@-x.be", Err(EmailFault::BadDomain)),
            ("zoe..d@example.be", Err(EmailFault::BadCharacter)),
        ];
        for (typed, expected) in cases {
            let got = EmailAddress::parse(typed);
            assert_eq!(got.as_ref().map(EmailAddress::as_str).map_err(|f| *f), *expected, "{typed:?}");
        }
        let long = format!("{}@example.be", "a".repeat(65));
        assert_eq!(EmailAddress::parse(&long), Err(EmailFault::TooLong));
    }

    #[test]
    fn keys_forget_case_and_idna_form() {
        let a = EmailAddress::parse("Info@MÜNCHEN.example").unwrap();
        let b = EmailAddress::parse("info@xn--mnchen-3ya.example").unwrap();
        assert_eq!(a.key(), b.key());
        assert_eq!(a.wire(), "Info@xn--mnchen-3ya.example");
    }
}
