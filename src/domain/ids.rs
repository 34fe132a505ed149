//! Identifiers: row numbers for inside, unguessable references for outside, readable slugs for events and platforms.
//!
//! It must not know how any of them is stored or made random; randomness is handed in.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

id! {
    /// A platform's row. Inside only.
    PlatformId,
    /// An event's row. Inside only; outside an event is its slug.
    EventId,
    /// An organisation's row. Inside only.
    OrganisationId,
    /// A person's row. Inside only.
    PersonId,
    /// A registration's row. Inside only; outside it is its reference or its page token.
    RegistrationId,
    /// A row of the history of registrations.
    ChangeId,
    /// A mail owed.
    MailId,
    /// What mails say of an event.
    FactsId,
    /// An invitation's row. Inside only; outside it is its reference or its page token.
    InvitationId,
    /// One sending of invitations, or of reminders to answer them.
    BatchId,
    /// A member of staff.
    UserId,
    /// A passkey of a member of staff.
    PasskeyId,
    /// What a provider knows a member of staff by.
    IdentityId,
    /// A proof of presence.
    ProofId,
    /// An attendance report that was taken in. Inside only; outside it is its reference.
    ReportId,
    /// Whom such a report saw.
    SightingId,
    /// An API token's row.
    ApiTokenId,
    /// A mandate on a roster. Inside only; outside it is its reference.
    MemberId,
    /// An import of members.
    ImportId,
    /// A question to the holder of a mandate. Inside only; outside it is its page token.
    QuestionId,
    /// A guest proposed for an event. Inside only; outside it is its reference.
    ProposalId,
    /// A mail that came in.
    InboundId,
    /// A seat offered to a colleague. Inside only; outside it is its page token.
    OfferId,
    /// An objection to what is recorded of somebody's presence. Inside only.
    ObjectionId,
    /// An attestation of presence. Inside only; outside it is its page token.
    AttestationId,
}

/// A registration's public identity: 256 random bits in base64url, 43 characters (ASVS 11.5.1). It names, it does not open.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference(String);

impl Reference {
    /// Number of characters of every reference.
    pub const LENGTH: usize = 43;

    /// Makes a reference from 32 random bytes.
    pub fn from_random(bytes: [u8; 32]) -> Self {
        use base64::Engine;
        Self(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Reads a reference that came from outside; `None` unless it has the right length and alphabet.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == Self::LENGTH && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')).then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A readable address part that never changes: 2 to 60 of `a-z 0-9 -`, no hyphen at either end.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

/// A text that cannot be a slug.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" cannot be an address part; use 2 to 60 of a-z, 0-9 and hyphens")]
pub struct NotASlug(pub String);

impl Slug {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Slug {
    type Err = NotASlug;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let ok = (2..=60).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-');
        if ok { Ok(Self(text.to_owned())) } else { Err(NotASlug(text.chars().take(60).collect())) }
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}
