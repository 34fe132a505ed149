//! Who our mails are from: one role address for From, Reply-To and ORGANIZER, so that calendars and DMARC see one sender.

use crate::domain::email::EmailAddress;

/// The sender of every mail. Its address never changes while invitations are out: calendars ignore another organizer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Shown name.
    pub name: String,
    /// Role address; answers and bounces go there.
    pub address: EmailAddress,
    /// Domain of Message-ID, UID and signatures.
    pub domain: String,
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
        Ok(Self { name, address, domain, base_url: base_url.trim_end_matches('/').to_owned() })
    }
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
        assert!(matches!(parse("CCB", "example.be"), Err(SenderFault::From(_))));
        assert!(matches!(parse("CCB\r\nBcc: x <a@example.be>", "example.be"), Err(SenderFault::From(_))));
        assert!(matches!(parse("a@example.be", "exam ple"), Err(SenderFault::Domain(_))));
        assert!(matches!(parse("a@example.be", "example.com"), Err(SenderFault::NotAligned { .. })));
    }
}
