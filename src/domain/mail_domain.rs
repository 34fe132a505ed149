//! Mail domains that tell an organisation: which may be registered, and which of them an address may belong to. Addresses at a
//! provider of mailboxes tell nothing, nor does a suffix under which many organisations have their own domains.

use serde::{Deserialize, Serialize};

use super::email::ascii_domain;

/// A domain of one organisation, in lower case, as A-labels.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MailDomain(String);

/// Why a domain cannot be one organisation's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DomainFault {
    /// No domain name with at least one dot.
    #[error("\"{0}\" is not a domain; write what stands after the @, like example.be")]
    Shape(String),
    /// A provider of mailboxes: its customers are not one organisation.
    #[error("{0} is a provider of mailboxes; an address there does not tell an organisation")]
    Free(String),
    /// Many organisations have domains below it.
    #[error("many organisations have their domains below {0}; write the domain of this one, like service.{0}")]
    Shared(String),
}

impl DomainFault {
    /// The stable code: last part of the locale key.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Shape(_) => "shape",
            Self::Free(_) => "free",
            Self::Shared(_) => "shared",
        }
    }

    /// The domain it is about.
    pub fn value(&self) -> &str {
        match self {
            Self::Shape(value) | Self::Free(value) | Self::Shared(value) => value,
        }
    }
}

/// Providers of mailboxes, Belgian ones first, then those of the neighbours and of everybody.
const FREE: [&str; 61] = [
    "telenet.be",
    "pandora.be",
    "skynet.be",
    "belgacom.net",
    "proximus.be",
    "scarlet.be",
    "voo.be",
    "brutele.be",
    "tvcablenet.be",
    "base.be",
    "mobistar.be",
    "orange.be",
    "edpnet.be",
    "dommel.be",
    "euphonynet.be",
    "fulladsl.be",
    "versadsl.be",
    "tiscali.be",
    "advalvas.be",
    "chello.be",
    "numericable.be",
    "kidcity.be",
    "win.be",
    "ziggo.nl",
    "kpnmail.nl",
    "planet.nl",
    "xs4all.nl",
    "home.nl",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "sfr.fr",
    "laposte.net",
    "bbox.fr",
    "neuf.fr",
    "web.de",
    "t-online.de",
    "freenet.de",
    "pt.lu",
    "gmail.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "proton.me",
    "protonmail.com",
    "protonmail.ch",
    "pm.me",
    "tutanota.com",
    "tuta.io",
    "tuta.com",
    "zoho.com",
    "fastmail.com",
    "mail.com",
    "email.com",
    "hey.com",
    "hushmail.com",
    "mailbox.org",
    "posteo.net",
    "duck.com",
    "mail.ru",
    "qq.com",
];

/// Providers that are found under many endings: `yahoo.fr`, `hotmail.co.uk`.
const FREE_EVERYWHERE: [&str; 12] =
    ["gmx", "hotmail", "live", "outlook", "yahoo", "ymail", "rocketmail", "msn", "aol", "googlemail", "yandex", "posteo"];

/// What comes between such a name and a country: `yahoo.co.uk`.
const SECOND_LEVEL: [&str; 11] = ["ac", "co", "com", "edu", "gob", "gouv", "gov", "govt", "mil", "net", "org"];

/// Suffixes below which many public services have domains of their own.
const SHARED: [&str; 8] = ["fgov.be", "fed.be", "belgium.be", "europa.eu", "eu.int", "gov.wales", "ad.jp", "admin.ch"];

impl MailDomain {
    /// Reads a domain, also with an `@` before it.
    ///
    /// # Errors
    /// Why it cannot be one organisation's.
    pub fn parse(typed: &str) -> Result<Self, DomainFault> {
        let bare = typed.trim();
        let bare = bare.strip_prefix('@').unwrap_or(bare).trim_end_matches('.');
        let domain = ascii_domain(bare).ok_or_else(|| DomainFault::Shape(typed.trim().chars().take(80).collect()))?;
        if is_free(&domain) {
            return Err(DomainFault::Free(domain));
        }
        if is_shared(&domain) {
            return Err(DomainFault::Shared(domain));
        }
        Ok(Self(domain))
    }

    /// The domain.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for MailDomain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_free(domain: &str) -> bool {
    let below = |free: &str| domain.strip_suffix(free).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let labels: Vec<&str> = domain.split('.').collect();
    let everywhere = match labels.as_slice() {
        [name, _] => FREE_EVERYWHERE.contains(name),
        [name, second, _] => FREE_EVERYWHERE.contains(name) && SECOND_LEVEL.contains(second),
        _ => false,
    };
    everywhere || FREE.iter().any(|free| below(free))
}

fn is_shared(domain: &str) -> bool {
    let is_suffix = match domain.split_once('.') {
        Some((second, country)) => country.len() == 2 && SECOND_LEVEL.contains(&second),
        None => true,
    };
    is_suffix || SHARED.contains(&domain)
}

/// The domains that an address may belong to an organisation by, the longest first: `dienst.example.be` and `example.be`. None for
/// an address at a provider of mailboxes.
pub fn domains_of(email: &str) -> Vec<String> {
    let Some(domain) = email.rsplit_once('@').and_then(|(_, domain)| ascii_domain(domain)).filter(|domain| !is_free(domain)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut rest = domain.as_str();
    while rest.contains('.') {
        if !is_shared(rest) {
            found.push(rest.to_owned());
        }
        rest = rest.split_once('.').map_or("", |(_, rest)| rest);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_one_organisation_s_or_refused() {
        for (typed, expected) in [
            ("Example.BE", Ok("example.be")),
            ("@dienst.example.be.", Ok("dienst.example.be")),
            ("économie.example.be", Ok("xn--conomie-9xa.example.be")),
            ("economie.fgov.be", Ok("economie.fgov.be")),
            ("minfin.fed.be", Ok("minfin.fed.be")),
            ("telenetgroup.be", Ok("telenetgroup.be")),
            ("outlook.example.be", Ok("outlook.example.be")),
            ("", Err("shape")),
            ("be", Err("shape")),
            ("two words.be", Err("shape")),
            ("gmail.com", Err("free")),
            ("outlook.be", Err("free")),
            ("hotmail.com", Err("free")),
            ("yahoo.co.uk", Err("free")),
            ("gmx.net", Err("free")),
            ("live.be", Err("free")),
            ("users.skynet.be", Err("free")),
            ("TELENET.be", Err("free")),
            ("gov.be", Err("shared")),
            ("fgov.be", Err("shared")),
            ("ac.be", Err("shared")),
            ("co.uk", Err("shared")),
        ] {
            let parsed = MailDomain::parse(typed);
            assert_eq!(parsed.as_ref().map(MailDomain::as_str).map_err(DomainFault::code), expected, "{typed}");
        }
    }

    #[test]
    fn an_address_belongs_by_its_longest_domain() {
        for (email, expected) in [
            ("zoe@dienst.example.be", &["dienst.example.be", "example.be"][..]),
            ("zoe@EXAMPLE.be", &["example.be"]),
            ("zoe@economie.fgov.be", &["economie.fgov.be"]),
            ("zoe@a.b.ac.be", &["a.b.ac.be", "b.ac.be"]),
            ("zoe@gmail.com", &[]),
            ("zoe@mail.telenet.be", &[]),
            ("nobody", &[]),
            ("", &[]),
        ] {
            assert_eq!(domains_of(email), expected, "{email}");
        }
    }

    #[test]
    fn no_free_provider_is_listed_twice_or_in_capitals() {
        let mut sorted = FREE.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), FREE.len());
        assert!(FREE.iter().all(|domain| *domain == domain.to_lowercase() && is_free(domain)));
    }
}
