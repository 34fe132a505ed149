//! A provider of OpenID Connect, who says whose browser it is: what it is asked, and what it answers, in plain words. Texts in, texts
//! out. Must not know where anything is stored, nor who has an account here.

#[cfg(feature = "oidc")]
mod http;
#[cfg_attr(not(feature = "oidc"), path = "absent.rs")]
mod openid;

use std::time::Duration;

pub use openid::Provider;
use serde::{Deserialize, Serialize};

/// What there is to say of a provider.
#[derive(Clone, Debug)]
pub struct ProviderSettings {
    /// Its address, as it writes it itself.
    pub issuer: String,
    /// What it knows us by.
    pub client_id: String,
    /// What we prove that with; `None` for a client that PKCE alone protects.
    pub client_secret: Option<String>,
    /// Where it sends browsers back to.
    pub redirect: String,
    /// What is asked for, `openid` among it.
    pub scopes: Vec<String>,
    /// The claim with the values that roles are mapped from; with dots, one inside others.
    pub role_claim: String,
    /// One of these classes must have been reached; none when empty.
    pub required_acr: Vec<String>,
    /// All of these methods must have been used.
    pub required_amr: Vec<String>,
    /// Whether an address counts as proven of which the provider says neither yes nor no.
    pub trust_emails: bool,
    /// Extra certificate authorities in PEM.
    pub roots: Option<Vec<u8>>,
    /// For each answer.
    pub patience: Duration,
    /// Octets of an answer at most.
    pub most_bytes: usize,
}

/// What one sign-in is told apart by: three secrets, each good once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Asked {
    /// Comes back with the browser.
    pub state: String,
    /// Comes back in the signed token.
    pub nonce: String,
    /// Shown when the code is redeemed (PKCE); only its hash goes with the browser.
    pub verifier: String,
}

/// Who it is, as the provider says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Somebody {
    /// What the provider knows them by, for good.
    pub subject: String,
    /// Their address, unless the provider says that it is not proven.
    pub email: Option<String>,
    /// The values that roles are mapped from.
    pub values: Vec<String>,
}

/// Why a provider did not say who it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProviderFault {
    /// Not there, too slow, or no answer that can be read.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// It refused, or what it said must not be believed.
    #[error("refused: {0}")]
    Refused(String),
    /// It signed somebody in by less than is demanded here.
    #[error("too weak: {0}")]
    Weak(String),
}
