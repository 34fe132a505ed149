//! The chain of a platform's closings, told so that somebody outside can check it with the public half of the key and nothing else: for each
//! closing the very words that were signed, and on demand what was frozen. Must not know who asks, or how it is shown.

use serde::Serialize;

use super::closings::words;
use super::{App, AppError};
use crate::clock::Instant;
use crate::db::closings::{self, Row};
use crate::db::{AnyConn, platforms};
use crate::domain::edition::Edition;
use crate::domain::ids::PlatformId;

/// A closing as it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The platform, by address part.
    pub platform: String,
    /// Its place in the platform's chain: from 1, without gaps.
    pub number: u32,
    /// The quarter.
    pub edition: Edition,
    /// From 1 for each quarter, without gaps.
    pub revision: u32,
    /// Whether the quarter is closed by it; else it is what stood before names went.
    #[serde(rename = "final")]
    pub is_final: bool,
    /// When.
    pub at: Instant,
    /// Who, as the journal has it: `user:7`, `operator`, `system`.
    pub actor: String,
    /// Why; empty where nobody had to say.
    pub reason: String,
    /// SHA-256 of the content, hexadecimal.
    pub digest: String,
    /// The fingerprint of the closing before it in the chain; empty for the first.
    pub previous: String,
    /// SHA-256 of what was signed, hexadecimal.
    pub fingerprint: String,
    /// Ed25519 over what was signed, base64url.
    pub signature: String,
    /// The public half of the key that signed, base64url.
    pub key: String,
    /// What was signed, octet for octet.
    pub signed: String,
    /// What was frozen, octet for octet: exact figures. Left out where it was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
}

impl Link {
    fn of(slug: &str, row: Row, with_content: bool) -> Self {
        Self {
            signed: words(slug, &row),
            platform: slug.to_owned(),
            number: row.number.unsigned_abs(),
            edition: row.edition,
            revision: row.revision.unsigned_abs(),
            is_final: row.is_final,
            at: row.closed_at.0,
            actor: row.actor,
            reason: row.reason,
            digest: row.digest,
            previous: row.before,
            fingerprint: row.fingerprint,
            signature: row.signature,
            key: row.key,
            content: with_content.then_some(row.content),
        }
    }
}

impl App {
    /// A platform's closings after a number, in the order of the chain, so many at most.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn closing_chain(&self, of: PlatformId, after: u32, limit: u32, with_content: bool) -> Result<Vec<Link>, AppError> {
        let after = i32::try_from(after).unwrap_or(i32::MAX);
        let read = move |conn: &mut AnyConn| {
            let slug = platforms::by_id(conn, of)?.slug.to_string();
            let rows = match with_content {
                true => closings::chain(conn, of, after, limit.into())?,
                false => closings::chain_without_content(conn, of, after, limit.into())?,
            };
            Ok(rows.into_iter().map(|row| Link::of(&slug, row, with_content)).collect())
        };
        self.db.read(read).await
    }

    /// One closing with what was frozen.
    ///
    /// # Errors
    /// `NotFound` when the chain has none of that number.
    pub async fn closing(&self, of: PlatformId, number: u32) -> Result<Link, AppError> {
        let before = number.checked_sub(1).ok_or(AppError::NotFound)?;
        let found = self.closing_chain(of, before, 1, true).await?.into_iter().next();
        found.filter(|link| link.number == number).ok_or(AppError::NotFound)
    }
}
