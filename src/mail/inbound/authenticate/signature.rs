//! DKIM signatures of others (RFC 6376), checked with keys that are handed in: of all there are, only those whose domain may vouch for
//! From are looked at, and only those that leave nothing open that matters.

use std::borrow::Borrow;
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::LazyLock;

use futures_util::future::join_all;
use mail_auth::common::crypto::{Algorithm, HashAlgorithm};
use mail_auth::common::parse::TxtRecordParser;
use mail_auth::common::verify::{DomainKey, VerifySignature as _};
use mail_auth::dkim::{DkimError, Signature};
use mail_auth::hickory_resolver::config::{ResolverConfig, ResolverOpts};
use mail_auth::{AuthenticatedMessage, DkimResult, DnsError, Error, MessageAuthenticator, Parameters, ResolverCache, Txt};

use super::super::fields::{Fields, line_end};
use super::{Claim, Keys, Why, belongs_to};
use crate::domain::email::ascii_domain;

/// Signatures tried: each costs a question to the name servers and a verification.
const TRIED: usize = 4;

/// Header fields that a signature may name; honest ones name twenty, and each is looked for among all there are.
const NAMED: usize = 100;

/// Without any name server: every key is in the cache before it is asked for.
static VERIFIER: LazyLock<Option<MessageAuthenticator>> =
    LazyLock::new(|| MessageAuthenticator::new(ResolverConfig::default(), ResolverOpts::default()).ok());

/// The domain of a signature that covers the claim.
pub async fn check(raw: &[u8], fields: &Fields<'_>, claim: &Claim, keys: &impl Keys) -> Result<String, Why> {
    if !fields.has("DKIM-Signature") {
        return Err(Why::Unsigned);
    }
    // The body is hashed below, for the signatures that count: a signature of each kind would be a hash of two megabytes each.
    let (head, body) = raw.split_at_checked(fields.body_at).ok_or(Why::Malformed)?;
    let mut message = AuthenticatedMessage::parse_with_opts(head, None, true).ok_or(Why::Malformed)?;
    // Both readers have to agree on where the header ends.
    if message.body_offset() != fields.body_at || fields.is_too_long {
        return Err(Why::Malformed);
    }
    message.dkim_headers.retain(|header| ascii_domain(&header.header.d).is_some_and(|signer| belongs_to(&signer, &claim.domain)));
    if message.dkim_headers.is_empty() {
        // Those that cannot be read, or that cover part of the body only (`l=`), are not among them.
        return Err(if message.has_dkim_errors { Why::Incomplete } else { Why::NotAligned });
    }
    message.dkim_headers.retain(|header| covers(&header.header, raw, fields, claim));
    message.dkim_headers.truncate(TRIED);
    if message.dkim_headers.is_empty() {
        return Err(Why::Incomplete);
    }
    for header in &mut message.dkim_headers {
        // No reports to others, no third parties: both would be questions to name servers of the signer's choice.
        header.header.r = false;
        header.header.atps = None;
    }
    let cache = Known::fetch(message.dkim_headers.iter().map(|header| &header.header), keys).await;
    let (headers, hashes) = (&message.dkim_headers, &mut message.body_hashes);
    for (way, hash, length, value) in hashes {
        if headers.iter().any(|header| header.header.cb == *way && HashAlgorithm::from(header.header.a) == *hash) {
            *value = hash.hash(way.canonical_body(body, *length)).as_ref().to_vec();
        }
    }
    let verifier = VERIFIER.as_ref().ok_or(Why::NoAnswer)?;
    let outputs = verifier.verify_dkim(Parameters::new(&message).with_txt_cache(&cache)).await;
    let mut why = Why::Broken;
    for output in &outputs {
        match output.result() {
            DkimResult::Pass => return Ok(output.signature().and_then(|signature| ascii_domain(&signature.d)).unwrap_or_default()),
            DkimResult::TempError(_) => why = Why::NoAnswer,
            DkimResult::Neutral(Error::Dkim(DkimError::SignatureExpired)) if why == Why::Broken => why = Why::Expired,
            DkimResult::PermError(_) if why == Why::Broken => why = Why::NoKey,
            _ => {}
        }
    }
    Err(why)
}

/// Whether a signature covers what the claim rests on, and how the body is to be read.
fn covers(signature: &Signature, raw: &[u8], fields: &Fields<'_>, claim: &Claim) -> bool {
    let has = |name: &str| signature.h.iter().any(|own| own.trim().eq_ignore_ascii_case(name));
    signature.v == 1
        && signature.a != Algorithm::RsaSha1
        && signature.h.len() <= NAMED
        && claim.fields.iter().all(|name| has(name))
        && (has("Content-Type") || begins_with_its_boundary(raw, fields))
}

/// Google does not sign Content-Type. Without it, words that somebody once wrote could be made a calendar by writing another header
/// above them; unless the body says itself how it is divided, by beginning with the boundary of its parts.
fn begins_with_its_boundary(raw: &[u8], fields: &Fields<'_>) -> bool {
    let Some(content) = fields.typed("Content-Type").filter(|content| content.kind.starts_with("multipart/")) else { return false };
    let Some(boundary) = content.parameter("boundary") else { return false };
    let body = raw.get(fields.body_at..).unwrap_or_default();
    let from = body.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(0);
    let line = body.get(from..line_end(body, from)).unwrap_or_default();
    line.trim_ascii_end().strip_prefix(b"--") == Some(boundary.as_bytes())
}

/// The keys of some signatures, by name.
struct Known(HashMap<Box<str>, Txt>);

impl Known {
    async fn fetch<'x>(signatures: impl Iterator<Item = &'x Signature>, keys: &impl Keys) -> Self {
        let names: BTreeSet<String> = signatures.map(|signature| signature.domain_key().to_lowercase()).collect();
        // Side by side: a slow name server costs its own time only, not that of one after the other.
        let found = names.into_iter().map(|name| async move {
            let found = match keys.txt(name.trim_end_matches('.')).await {
                Ok(Some(record)) if is_usable(&record) => {
                    DomainKey::parse(record.as_bytes()).map_or_else(|_| missing(), |key| Txt::DomainKey(std::sync::Arc::new(key)))
                }
                Ok(_) => missing(),
                Err(said) => Txt::Error(Error::Dns(DnsError::Resolver(said))),
            };
            (name.into_boxed_str(), found)
        });
        Self(join_all(found).await.into_iter().collect())
    }
}

/// As a revoked key: a failure for good.
fn missing() -> Txt {
    Txt::Error(Error::Dkim(DkimError::RevokedPublicKey))
}

/// Whether a key is meant (RFC 6376 §3.6.1): not being tried out (`t=y`), for mail (`s=`), for SHA-256 (`h=`).
fn is_usable(record: &str) -> bool {
    let tag = |name: &str| {
        let mut tags = record.split(';').filter_map(|tag| tag.split_once('='));
        tags.find(|(key, _)| key.trim() == name).map(|(_, value)| value.split(':').map(str::trim).collect::<Vec<_>>())
    };
    let holds = |name: &str, allowed: &[&str]| tag(name).is_none_or(|values| values.iter().any(|value| allowed.contains(value)));
    !tag("t").is_some_and(|flags| flags.contains(&"y")) && holds("s", &["*", "email"]) && holds("h", &["sha256"])
}

impl ResolverCache<Box<str>, Txt> for Known {
    fn get<Q>(&self, name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        Some(self.0.get(name).cloned().unwrap_or_else(missing))
    }

    fn remove<Q>(&self, _: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        None
    }

    fn insert(&self, _: Box<str>, _: Txt, _: std::time::Instant) {}
}
