//! A call that is sent again under the same key gets the first answer instead of a second effect.
//!
//! The key is taken before the work and gets its answer after it. In between a twin is told to wait; a holder that never
//! answers (its process died) loses the key after [`HOLD_SECONDS`], and the call is then carried out anew, which every use
//! case survives by its own rules: revisions, unique slugs, one registration a person, the key of a proof of presence.

use super::{App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, tokens};
use crate::domain::ids::ApiTokenId;

/// After so many seconds without an answer a key counts as given up. Longer than any call may take.
pub const HOLD_SECONDS: i64 = 120;

const SCOPE: Scope = Scope::Concern("api");

/// A key that is held: it must be answered or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    token: ApiTokenId,
    key: String,
    since: Instant,
}

/// An answer that is given again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// HTTP status.
    pub status: u16,
    /// The document.
    pub body: String,
    /// Where the thing is that the call made.
    pub location: Option<String>,
}

/// What taking a key found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It is the caller's: do the work.
    Held(Held),
    /// The work was done; this was the answer.
    Answered(Kept),
    /// A twin is at it.
    InFlight,
}

impl App {
    /// Takes a key of a caller for a request.
    ///
    /// # Errors
    /// `KeyReused` when another request used the key.
    pub async fn claim_key(&self, token: ApiTokenId, key: String, request_hash: String, now: Instant) -> Result<Claim, AppError> {
        self.db
            .write(SCOPE, move |tx| {
                let claim = tokens::Answer {
                    token_id: token,
                    key: key.clone(),
                    request_hash: request_hash.clone(),
                    status: 0,
                    body: String::new(),
                    created_at: now.into(),
                    location: None,
                };
                let held = || Claim::Held(Held { token, key: key.clone(), since: now });
                let Some(known) = tokens::answer(tx, token, &key)? else {
                    tokens::claim(tx, &claim)?;
                    return Ok(held());
                };
                if known.request_hash != request_hash {
                    return Err(AppError::KeyReused);
                }
                if known.status != 0 {
                    let status = u16::try_from(known.status).unwrap_or(500);
                    return Ok(Claim::Answered(Kept { status, body: known.body, location: known.location }));
                }
                let given_up = known.created_at.0 <= now - chrono::Duration::seconds(HOLD_SECONDS);
                Ok(if given_up && tokens::take_over(tx, &claim, known.created_at)? { held() } else { Claim::InFlight })
            })
            .await
            // Another process took the key between our look and our row.
            .or_else(|error: AppError| if matches!(&error, AppError::Fault(e) if is_key_taken(e)) { Ok(Claim::InFlight) } else { Err(error) })
    }

    /// Keeps the answer for at least a day.
    pub async fn answer_key(&self, held: Held, answer: Kept) -> Result<(), AppError> {
        let said = tokens::Said { status: i32::from(answer.status), body: answer.body, location: answer.location };
        self.db.write(SCOPE, move |tx| Ok(tokens::keep_answer(tx, held.token, &held.key, held.since.into(), &said)?)).await
    }

    /// Gives a key back: the call was refused and changed nothing, so it may be sent again.
    pub async fn drop_key(&self, held: Held) -> Result<(), AppError> {
        self.db.write(SCOPE, move |tx| Ok(tokens::drop_claim(tx, held.token, &held.key, held.since.into())?)).await
    }
}

/// The primary key, as PostgreSQL and SQLite name it.
fn is_key_taken(error: &crate::db::DbError) -> bool {
    error.broke("api_answer_pkey") || error.broke("api_answer.token_id, api_answer.key")
}
