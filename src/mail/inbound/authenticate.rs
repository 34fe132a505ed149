//! Who really sent a mail (RFC 6047 §2.2): by a DKIM signature that we check ourselves, or by what our own border says of it.
//!
//! It answers for one claim: that the person with this registered address, or somebody of their organisation who may speak for them,
//! sent the mail. It must not know the network: keys are handed in, and so is the name of the border.

mod signature;

use std::future::Future;

use super::fields::Fields;
use super::{Class, Reading, results};
use crate::calendar::reply::same_mailbox;
use crate::domain::email::EmailAddress;
use crate::domain::mail_domain::MailDomain;

/// Whether the claim holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authentic {
    /// It does.
    Yes(By),
    /// Nobody can say so; it may still be true.
    No(Why),
}

/// What it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// A signature of this domain (RFC 6376): checked by us or by our border.
    Dkim {
        /// The signing domain.
        domain: String,
    },
    /// Our border found the domain of From authenticated (RFC 7489).
    Dmarc {
        /// The domain of From.
        domain: String,
    },
    /// Our border found that the sending machine may send for this domain (RFC 7208).
    Spf {
        /// The domain of the envelope.
        domain: String,
    },
}

/// Why nobody can say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Not exactly one From with one address.
    NotOneSender,
    /// A header field stands there twice that may stand there once: a reader and a signature may mean different ones.
    FieldTwice,
    /// The header can be read in more than one way.
    Malformed,
    /// Somebody else sent it, and nothing says that they may speak for this person.
    SomebodyElse,
    /// No signature, and nothing from our border.
    Unsigned,
    /// Signatures of other domains only.
    NotAligned,
    /// The signature leaves open what matters: From, the kind of the content, part of the body; or it is made with SHA-1.
    Incomplete,
    /// The signature is past its time.
    Expired,
    /// The signature's key is not published, revoked, being tried out, or not for mail.
    NoKey,
    /// The name servers did not answer: ask again later.
    NoAnswer,
    /// The mail was changed, or the signature made with another key.
    Broken,
}

impl Why {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotOneSender => "not_one_sender",
            Self::FieldTwice => "field_twice",
            Self::Malformed => "malformed",
            Self::SomebodyElse => "somebody_else",
            Self::Unsigned => "unsigned",
            Self::NotAligned => "not_aligned",
            Self::Incomplete => "incomplete",
            Self::Expired => "expired",
            Self::NoKey => "no_key",
            Self::NoAnswer => "no_answer",
            Self::Broken => "broken",
        }
    }

    /// Whether the same question may have another answer later.
    pub const fn is_temporary(self) -> bool {
        matches!(self, Self::NoAnswer)
    }
}

/// Where public keys come from.
pub trait Keys: Sync {
    /// The TXT records of a name, run together; `None` when there are none.
    ///
    /// # Errors
    /// What the resolver said; an answer must come within seconds.
    fn txt(&self, name: &str) -> impl Future<Output = Result<Option<String>, String>> + Send;
}

impl Keys for crate::mail::dns::Names {
    async fn txt(&self, name: &str) -> Result<Option<String>, String> {
        Self::txt(self, name).await
    }
}

/// Keys that are known beforehand, by their names in lower case, without a dot at the end.
impl Keys for std::collections::BTreeMap<String, String> {
    async fn txt(&self, name: &str) -> Result<Option<String>, String> {
        Ok(self.get(name.trim_end_matches('.')).cloned())
    }
}

/// Checks the claim that `claimed`, or somebody who may speak for them, sent this mail. `border` is the name under which our own mail
/// server writes Authentication-Results; `None` where it writes none.
pub async fn authenticate(raw: &[u8], reading: &Reading, claimed: &EmailAddress, border: Option<&str>, keys: &impl Keys) -> Authentic {
    // A door that gave us bare line ends changed them after the signature was made.
    let canonical = with_line_ends(raw);
    let raw = canonical.as_deref().unwrap_or(raw);
    // A carriage return by itself is nothing to a relaxed signature, and a new line to a reader: whoever passed the mail on could put one in.
    if has_odd_line_ends(raw) {
        return Authentic::No(Why::Malformed);
    }
    let Ok(fields) = Fields::of_message(raw) else { return Authentic::No(Why::Malformed) };
    let claim = match claim(&fields, reading, claimed) {
        Ok(claim) => claim,
        Err(why) => return Authentic::No(why),
    };
    let from_border = border.zip(fields.all("Authentication-Results").next());
    if let Some(by) = from_border.and_then(|(border, value)| results::vouched(&String::from_utf8_lossy(value), border, &claim.domain)) {
        return Authentic::Yes(by);
    }
    match signature::check(raw, &fields, &claim, keys).await {
        Ok(domain) => Authentic::Yes(By::Dkim { domain }),
        Err(why) => Authentic::No(why),
    }
}

/// What has to be shown.
struct Claim {
    /// The domain that has to vouch: that of From, as A-labels.
    domain: String,
    /// The header fields it rests on.
    fields: &'static [&'static str],
}

/// Who sent it by its own words, and whether that one may speak for `claimed`.
fn claim(fields: &Fields<'_>, reading: &Reading, claimed: &EmailAddress) -> Result<Claim, Why> {
    let [from] = reading.from.as_slice() else { return Err(Why::NotOneSender) };
    if fields.count("From") != 1 {
        return Err(Why::NotOneSender);
    }
    if ["Content-Type", "Content-Transfer-Encoding", "MIME-Version", "Sender", "Reply-To"].iter().any(|name| fields.count(name) > 1) {
        return Err(Why::FieldTwice);
    }
    let from = EmailAddress::parse(from).map_err(|_| Why::NotOneSender)?;
    let domain = from.ascii_domain();
    if from.key() == claimed.key() {
        return Ok(Claim { domain, fields: &["From"] });
    }
    // Customers of one mailbox provider are strangers to each other.
    if !is_one_organisation(&domain, &claimed.ascii_domain()) {
        return Err(Why::SomebodyElse);
    }
    if let Class::Calendar(spoken) = &reading.class {
        let mut own = spoken.attendees.iter().filter(|attendee| attendee.is(claimed));
        if own.any(|attendee| attendee.sent_by.as_deref().is_some_and(|by| same_mailbox(by, &from))) {
            return Ok(Claim { domain, fields: &["From"] });
        }
    }
    // A server that writes for its users (Nextcloud) names them in Reply-To.
    if reading.reply_to.len() == 1 && same_mailbox(&reading.reply_to[0], claimed) {
        return Ok(Claim { domain, fields: &["From", "Reply-To"] });
    }
    Err(Why::SomebodyElse)
}

/// Whether a signing domain may vouch for the domain of From: the same, or one below the other (RFC 7489 §3.1, relaxed), where what they
/// have in common is one organisation's and not a suffix or a mailbox provider. Without the list of public suffixes, two domains side by
/// side are never taken for one organisation's.
pub fn belongs_to(signer: &str, domain: &str) -> bool {
    signer == domain && domain.contains('.') || is_one_organisation(signer, domain)
}

fn is_one_organisation(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let below = long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    below && MailDomain::parse(short).is_ok()
}

/// The message with CR LF, where it has none at all.
fn with_line_ends(raw: &[u8]) -> Option<Vec<u8>> {
    if raw.len() > super::OCTETS || raw.windows(2).any(|two| two == b"\r\n") {
        return None;
    }
    let mut out = Vec::with_capacity(raw.len() + raw.len() / 20);
    for byte in raw {
        if *byte == b'\n' {
            out.push(b'\r');
        }
        out.push(*byte);
    }
    Some(out)
}

/// Whether a line ends in anything but CR LF (RFC 5322 §2.3).
fn has_odd_line_ends(raw: &[u8]) -> bool {
    let mut before = 0;
    let odd = raw.iter().any(|byte| {
        let odd = (before == b'\r') != (*byte == b'\n');
        before = *byte;
        odd
    });
    odd || before == b'\r'
}
