//! Passkeys of staff: made on one's own account, and signed in with. One that verifies its user counts as two factors: the device
//! is held, and unlocked.
//!
//! What is asked of an authenticator is kept by the browser, sealed, until it answers: for five minutes, for the sign-in or form it
//! was made for, and once.

use chrono::Duration;

use super::journal::Entry;
use super::relying_party::RelyingParty;
use super::secrets::hash;
use super::sign_in::{Means, SignedIn};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{DbError, Scope, Tx, passkeys, staff};
use crate::domain::device::Device;
use crate::domain::ids::{PasskeyId, UserId};
use crate::domain::journal::{Change, Deed};

/// How long an authenticator may take to answer.
const PATIENCE_MINUTES: i64 = 5;
/// Seals what is kept while a passkey is made.
const OFFERED: &str = "passkey-offer";
/// Seals what is kept while somebody signs in.
const ASKED: &str = "passkey-sign-in";

const STAFF: Scope = Scope::Concern("staff");

/// What a browser's script asks an authenticator, and what the browser gives back with the answer.
#[derive(Clone, Debug)]
pub struct Question {
    /// For `navigator.credentials`, as JSON.
    pub options: String,
    /// To be given back.
    pub sealed: String,
}

impl App {
    /// What to ask for a new passkey of who is signed in.
    ///
    /// # Errors
    /// Faults only.
    pub async fn offer_passkey(&self, party: &RelyingParty, who: &SignedIn, now: Instant) -> Result<Question, AppError> {
        let known: Vec<String> = self.passkeys(who.user).await?.into_iter().map(|row| row.credential_id).collect();
        let handle = self.secrets.passkey_handle(who.user);
        let (options, state) = party.begin_registration(handle, &who.email, &known).map_err(fault)?;
        Ok(Question { options, sealed: self.keep(OFFERED, &who.hash, &state, now)? })
    }

    /// Stores a new passkey of who is signed in, from what their authenticator answered.
    ///
    /// # Errors
    /// `BadCredentials` for an answer that does not fit or comes too late, `Taken("passkey")` for one that is stored already.
    pub async fn add_passkey(
        &self,
        party: &RelyingParty,
        who: &SignedIn,
        (sealed, answer): (&str, &str),
        name: String,
        now: Instant,
    ) -> Result<(), AppError> {
        let kept = self.kept(OFFERED, &who.hash, sealed, now).ok_or(AppError::BadCredentials)?;
        let (credential_id, credential) = party.finish_registration(answer, &kept.state).map_err(refused)?;
        let (app, user) = (self.clone(), who.user);
        self.db
            .write(STAFF, move |tx| {
                if !passkeys::spend(tx, &kept.challenge, kept.until)? {
                    return Err(AppError::BadCredentials);
                }
                let row = passkeys::Row {
                    id: PasskeyId(tx.next_id()),
                    user_id: user,
                    credential_id: credential_id.clone(),
                    name: name.clone(),
                    credential: credential.clone(),
                    created_at: now.into(),
                    used_at: None,
                };
                if passkeys::by_credential(tx, &credential_id)?.is_some() {
                    return Err(AppError::Taken("passkey"));
                }
                passkeys::insert(tx, &row)?;
                app.write_down(tx, of(Actor::User(user), Deed::PasskeyAdded, user), now);
                Ok(())
            })
            .await
    }

    /// A user's passkeys, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn passkeys(&self, user: UserId) -> Result<Vec<passkeys::Row>, AppError> {
        self.db.read(move |conn| Ok(passkeys::of_user(conn, user)?)).await
    }

    /// Removes one of a user's own passkeys.
    ///
    /// # Errors
    /// `NotFound` when they have no such one.
    pub async fn remove_passkey(&self, user: UserId, id: PasskeyId, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                if !passkeys::remove(tx, user, id)? {
                    return Err(AppError::NotFound);
                }
                app.write_down(tx, of(Actor::User(user), Deed::PasskeyRemoved, user), now);
                Ok(())
            })
            .await
    }

    /// Removes all passkeys of a user.
    pub(super) fn take_passkeys(&self, tx: &mut Tx<'_>, user: UserId, actor: Actor, now: Instant) -> Result<(), AppError> {
        for row in passkeys::of_user(tx, user)? {
            passkeys::remove(tx, user, row.id)?;
            self.write_down(tx, of(actor, Deed::PasskeyRemoved, user), now);
        }
        Ok(())
    }

    /// What to ask whoever signs in with a passkey, for the form that holds this token.
    ///
    /// # Errors
    /// Faults only.
    pub fn ask_for_passkey(&self, party: &RelyingParty, form: &str, now: Instant) -> Result<Question, AppError> {
        let (options, state) = party.begin_sign_in().map_err(fault)?;
        Ok(Question { options, sealed: self.keep(ASKED, &hash(form), &state, now)? })
    }

    /// Signs in by what an authenticator answered; the cookie's token.
    ///
    /// # Errors
    /// `BadCredentials`, whatever was wrong.
    pub async fn sign_in_with_passkey(
        &self,
        party: &RelyingParty,
        form: &str,
        (sealed, answer): (&str, &str),
        device: &Device,
        now: Instant,
    ) -> Result<String, AppError> {
        let kept = self.kept(ASKED, &hash(form), sealed, now).ok_or(AppError::BadCredentials)?;
        let found = party.identify(answer).map_err(refused)?;
        let row = self.db.read(move |conn| Ok::<_, AppError>(passkeys::by_credential(conn, &found.credential_id)?)).await?;
        let row = row.filter(|row| self.secrets.passkey_handle(row.user_id) == found.handle).ok_or(AppError::BadCredentials)?;
        let credential = party.finish_sign_in(answer, &kept.state, &row.credential).map_err(refused)?;
        let (token, login) = self.new_login(row.user_id, device, now)?;
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                // A challenge answered before, a user shut out, a key removed, or a counter that another answer has moved meanwhile.
                if !passkeys::spend(tx, &kept.challenge, kept.until)?
                    || staff::user_by_id(tx, row.user_id)?.disabled_at.is_some()
                    || !passkeys::used(tx, &row, &credential, now)?
                {
                    return Err(AppError::BadCredentials);
                }
                app.store_login(tx, &login, Means::Passkey, now)
            })
            .await?;
        Ok(token)
    }

    fn keep(&self, purpose: &str, whose: &str, state: &str, now: Instant) -> Result<String, AppError> {
        let until = (now + Duration::minutes(PATIENCE_MINUTES)).timestamp();
        self.secrets.seal(purpose, &format!("{whose} {until} {state}"))
    }

    fn kept(&self, purpose: &str, whose: &str, sealed: &str, now: Instant) -> Option<Kept> {
        let text = self.secrets.unseal(purpose, sealed)?;
        let mut parts = text.splitn(3, ' ');
        let (for_whom, until, state) = (parts.next()?, parts.next()?.parse::<i64>().ok()?, parts.next()?);
        let until = Instant::from_timestamp(until, 0).filter(|until| now <= *until)?;
        (for_whom == whose).then(|| Kept { state: state.to_owned(), challenge: hash(&text), until })
    }
}

/// What was kept of a question.
struct Kept {
    state: String,
    /// Names the challenge among those that were answered.
    challenge: String,
    until: Instant,
}

fn refused(why: String) -> AppError {
    tracing::warn!(why, "a passkey was refused");
    AppError::BadCredentials
}

fn fault(why: String) -> AppError {
    AppError::Fault(DbError::Other(format!("a passkey cannot be asked for: {why}")))
}

fn of(actor: Actor, deed: Deed, user: UserId) -> Entry {
    Entry::of(actor, deed, format!("user:{user}"), Change::default())
}
