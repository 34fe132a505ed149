//! Who our mails are from, and where answers and bounces come back: one role address for From, and addresses made of it by a tag for
//! Reply-To, ORGANIZER and the envelope, all of one organisation, so that calendars and DMARC see one sender.

use crate::domain::email::EmailAddress;
use crate::domain::mail_tag::LONGEST_LOCAL;

/// Takes answers where the sender's own local part cannot: it is too long for a tag, or not ASCII.
const OTHERWISE: &str = "answers";

/// The sender of every mail. Its address never changes while invitations are out: calendars ignore another organizer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Shown name.
    pub name: String,
    /// Role address.
    pub address: EmailAddress,
    /// Domain of Message-ID, UID, signatures and of the addresses that take answers, as A-labels.
    pub domain: String,
    /// Local part of the addresses that take answers and bounces: `answers+TAG@domain`.
    pub answers: String,
    /// Whether answers of calendars come back to us: mails then say that declining there is enough.
    pub takes_answers: bool,
    /// Where every link starts; without a slash at the end.
    pub base_url: String,
}

/// Why a sender was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SenderFault {
    /// Not `Name <address>` nor an address.
    #[error("mail.from \"{0}\" is no sender; write it like Centre for Cybersecurity Belgium <events@example.be>")]
    From(String),
    /// Not a domain name.
    #[error("mail.domain \"{0}\" is no domain name; write it like example.be")]
    Domain(String),
    /// Not a local part, or too long to be one with a tag.
    #[error("mail.answers \"{0}\" is no local part of an address of at most {LONGEST_LOCAL} characters; write it like events")]
    Answers(String),
    /// The sender's domain and the signing domain have nothing in common, so no receiver would see them as aligned.
    #[error("mail.from is at {from}, which is not {domain} or below it; receivers would take our signature for a stranger's")]
    NotAligned {
        /// The domain of the address.
        from: String,
        /// The domain that signs.
        domain: String,
    },
}

impl Sender {
    /// Reads `Name <address>` or a bare address, and the domain that signs.
    pub fn parse(from: &str, domain: &str, base_url: &str) -> Result<Self, SenderFault> {
        let fault = || SenderFault::From(from.chars().take(120).collect());
        let (name, address) = match from.trim().strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
            Some((name, address)) => (name.trim().trim_matches('"').trim(), address),
            None => ("", from),
        };
        let address = EmailAddress::parse(address).map_err(|_| fault())?;
        if name.chars().any(char::is_control) {
            return Err(fault());
        }
        let domain_fault = || SenderFault::Domain(domain.chars().take(120).collect());
        let domain = EmailAddress::parse(&format!("x@{domain}")).map_err(|_| domain_fault())?.ascii_domain();
        let from_domain = address.ascii_domain();
        if from_domain != domain && !from_domain.ends_with(&format!(".{domain}")) && !domain.ends_with(&format!(".{from_domain}")) {
            return Err(SenderFault::NotAligned { from: from_domain, domain });
        }
        let name = if name.is_empty() { address.as_str().to_owned() } else { name.to_owned() };
        let local = address.as_str().rsplit_once('@').map_or("", |(local, _)| local);
        let answers = answers_part(local).unwrap_or_else(|_| OTHERWISE.to_owned());
        Ok(Self { name, address, domain, answers, takes_answers: false, base_url: base_url.trim_end_matches('/').to_owned() })
    }

    /// Takes answers and bounces at another local part than the sender's.
    ///
    /// # Errors
    /// [`SenderFault::Answers`].
    pub fn with_answers(self, local: &str) -> Result<Self, SenderFault> {
        Ok(Self { answers: answers_part(local)?, ..self })
    }

    /// The same where answers of calendars come back, or do not.
    pub fn taking_answers(self, takes_answers: bool) -> Self {
        Self { takes_answers, ..self }
    }

    /// The address that takes what is meant for a tag.
    pub fn tagged(&self, tag: &str) -> String {
        format!("{}+{tag}@{}", self.answers, self.domain)
    }
}

/// A local part that a tag can be added to. What stands after a `+` already would take its place.
fn answers_part(local: &str) -> Result<String, SenderFault> {
    let fault = || SenderFault::Answers(local.chars().take(120).collect());
    let bare = local.split('+').next().unwrap_or_default();
    let fits = bare.is_ascii() && bare.len() <= LONGEST_LOCAL && EmailAddress::parse(&format!("{bare}@example.be")).is_ok();
    if fits { Ok(bare.to_ascii_lowercase()) } else { Err(fault()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn senders_are_read_or_refused_with_a_reason() {
        let parse = |from: &str, domain: &str| Sender::parse(from, domain, "https://x.example.be/");
        let ok = parse("Centre for Cybersecurity <events@example.be>", "example.be").unwrap();
        assert_eq!(
            (ok.name.as_str(), ok.address.as_str(), ok.base_url.as_str()),
            ("Centre for Cybersecurity", "events@example.be", "https://x.example.be")
        );
        assert_eq!(parse("\"CCB, events\" <a@mail.example.be>", "example.be").unwrap().name, "CCB, events");
        assert_eq!(parse("a@example.be", "mail.example.be").unwrap().name, "a@example.be");
        assert_eq!(ok.tagged("abc"), "events+abc@example.be");
        assert_eq!(ok.clone().with_answers("rsvp").unwrap().tagged("abc"), "rsvp+abc@example.be");
        for local in ["", "a b", "é", "a@b", &"a".repeat(LONGEST_LOCAL + 1)] {
            assert!(matches!(ok.clone().with_answers(local), Err(SenderFault::Answers(_))), "{local}");
        }
        assert!(matches!(parse("CCB", "example.be"), Err(SenderFault::From(_))));
        assert!(matches!(parse("CCB\r\nBcc: x <a@example.be>", "example.be"), Err(SenderFault::From(_))));
        assert!(matches!(parse("a@example.be", "exam ple"), Err(SenderFault::Domain(_))));
        assert!(matches!(parse("a@example.be", "example.com"), Err(SenderFault::NotAligned { .. })));
    }
}
