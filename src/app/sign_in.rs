//! Staff signs in and out. A wrong address and a wrong password look and last the same.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use chrono::Duration;

use super::journal::Entry;
use super::{Actor, App, AppError, secrets};
use crate::clock::Instant;
use crate::db::{DbError, Scope, Tx, staff};
use crate::domain::device::Device;
use crate::domain::email::EmailAddress;
use crate::domain::ids::UserId;
use crate::domain::journal::{Change, Deed};
use crate::domain::staff::Grants;

/// A staff sign-in in force.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub user: UserId,
    /// Their address.
    pub email: String,
    /// What they may.
    pub grants: Grants,
    /// The token that forms of this sign-in carry.
    pub csrf: String,
    /// What the sign-in is found by: SHA-256 of the cookie's token.
    pub hash: String,
}

/// By what somebody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// The password alone.
    Password,
    /// The password and a code.
    SecondFactor,
    /// A passkey that verified its user.
    Passkey,
    /// The word of the provider.
    Identity,
}

/// How far address and password lead.
#[derive(Clone, Debug)]
pub enum Step {
    /// In: the cookie's token.
    In(String),
    /// Half way: what to give back with the second factor's code.
    Code(String),
}

/// A hash nobody has the password of: checked for unknown addresses, so that they take as long as known ones, and kept for users
/// who have no password.
pub(super) const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$5Qx0Z2n3mVQpGZz0yWlV8m9l3b0k1r5o8y7q6w5e4r0";
/// How often the last use of a sign-in is written down, in seconds.
const TOUCH_SECONDS: i64 = 60;

impl App {
    /// Checks address and password. Costs about 50 ms of CPU on a blocking thread.
    ///
    /// # Errors
    /// `BadCredentials`, whatever was wrong.
    pub async fn sign_in(&self, email: &str, password: String, device: &Device, now: Instant) -> Result<Step, AppError> {
        let key = EmailAddress::parse(email).map(|e| e.key()).unwrap_or_default();
        let user = self.db.read(move |conn| Ok::<_, AppError>(staff::user_by_key(conn, &key)?)).await?;
        let hash = user.as_ref().map_or_else(|| NOBODY.to_owned(), |u| u.password_hash.clone());
        let right = blocking(move || verify(&password, &hash)).await?;
        let user = user.filter(|u| right && u.disabled_at.is_none()).ok_or(AppError::BadCredentials)?;
        if user.totp_secret.is_some() {
            return Ok(Step::Code(self.half_way(&user, now)?));
        }
        let (token, login) = self.new_login(user.id, device, now)?;
        let app = self.clone();
        self.db
            .write(Scope::Concern("staff"), move |tx| {
                // Since the password was looked at, it may have been replaced, a second factor set up, or the user shut out.
                let standing = staff::user_by_id(tx, user.id)?;
                if standing.password_hash != user.password_hash || standing.disabled_at.is_some() || standing.totp_secret.is_some() {
                    return Err(AppError::BadCredentials);
                }
                app.store_login(tx, &login, Means::Password, now)
            })
            .await?;
        Ok(Step::In(token))
    }

    /// A fresh sign-in: the cookie's token, and what is stored of it.
    pub(super) fn new_login(&self, user: UserId, device: &Device, now: Instant) -> Result<(String, staff::Login), AppError> {
        let token = self.secrets.random_token()?;
        let login = staff::Login {
            token_hash: secrets::hash(&token),
            user_id: user,
            csrf: self.secrets.random_token()?,
            created_at: now.into(),
            seen_at: now.into(),
            expires_at: (now + Duration::hours(self.settings.login_hours)).into(),
            totp_offer: None,
            device: device.to_string(),
            identity_id: None,
        };
        Ok((token, login))
    }

    /// Stores a sign-in and writes it down.
    pub(super) fn store_login(&self, tx: &mut Tx<'_>, login: &staff::Login, by: Means, now: Instant) -> Result<(), AppError> {
        staff::insert_login(tx, login)?;
        let user = login.user_id;
        let change = match by {
            Means::Password => Change::default(),
            Means::SecondFactor => Change::to(&serde_json::json!({ "second_factor": true })),
            Means::Passkey => Change::to(&serde_json::json!({ "passkey": true })),
            Means::Identity => Change::to(&serde_json::json!({ "identity": true })),
        };
        self.write_down(tx, Entry::of(Actor::User(user), Deed::SignedIn, format!("user:{user}"), change), now);
        Ok(())
    }

    /// The sign-ins of a user that are in force, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sign_ins(&self, user: UserId, now: Instant) -> Result<Vec<staff::Login>, AppError> {
        let idle = Duration::minutes(self.settings.login_idle_minutes);
        let mut found = self.db.read(move |conn| Ok::<_, AppError>(staff::logins(conn, user)?)).await?;
        found.retain(|login| is_in_force(login, idle, now));
        Ok(found)
    }

    /// Ends all sign-ins of a user but the one they ask from; answers how many.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn end_other_sign_ins(&self, who: &SignedIn) -> Result<usize, AppError> {
        let (user, keep) = (who.user, who.hash.clone());
        self.db.write(Scope::Concern("staff"), move |tx| Ok::<_, AppError>(staff::end_other_logins(tx, user, &keep)?)).await
    }

    /// Ends one of a user's own sign-ins, which its page names by [`handle`]; answers whether it was there.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn end_sign_in(&self, user: UserId, named: &str) -> Result<bool, AppError> {
        let named = named.to_owned();
        self.db
            .write(Scope::Concern("staff"), move |tx| {
                let found = staff::logins(tx, user)?.into_iter().find(|login| handle(login) == named);
                if let Some(login) = &found {
                    staff::end_login(tx, &login.token_hash)?;
                }
                Ok::<_, AppError>(found.is_some())
            })
            .await
    }

    /// Whether this is the password of who is signed in.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn knows_password(&self, who: &SignedIn, password: String) -> Result<bool, AppError> {
        let user = who.user;
        let hash = self.db.read(move |conn| Ok::<_, AppError>(staff::user_by_id(conn, user)?)).await?.password_hash;
        blocking(move || verify(&password, &hash)).await
    }

    /// Sets a new password, by whoever knows the present one; all sign-ins end.
    ///
    /// # Errors
    /// `Invalid` when the new one is too short, which is said before the present one is looked at; `BadCredentials` when that is wrong.
    pub async fn change_password(&self, who: &SignedIn, present: String, new: String, now: Instant) -> Result<(), AppError> {
        super::staff::long_enough(&new)?;
        if !self.knows_password(who, present).await? {
            return Err(AppError::BadCredentials);
        }
        let email = EmailAddress::parse(&who.email).map_err(|_| AppError::NotFound)?;
        self.set_password(email, new, Actor::User(who.user), now).await
    }

    /// The sign-in behind a cookie's token.
    ///
    /// # Errors
    /// `BadCredentials` when it ended, was idle for too long, or the user was shut out.
    pub async fn signed_in(&self, token: &str, now: Instant) -> Result<SignedIn, AppError> {
        let hash = secrets::hash(token);
        let idle = Duration::minutes(self.settings.login_idle_minutes);
        let (login, user, grants) = self
            .db
            .read(move |conn| {
                let login = staff::login_by_hash(conn, &hash)?.ok_or(AppError::BadCredentials)?;
                let user = staff::user_by_id(conn, login.user_id)?;
                let grants = staff::grants_in(conn, user.id, login.identity_id)?;
                Ok::<_, AppError>((login, user, grants))
            })
            .await?;
        if !is_in_force(&login, idle, now) || user.disabled_at.is_some() {
            return Err(AppError::BadCredentials);
        }
        if now >= login.seen_at.0 + Duration::seconds(TOUCH_SECONDS) {
            let hash = login.token_hash.clone();
            self.db.write(Scope::Concern("staff"), move |tx| Ok::<_, AppError>(staff::touch_login(tx, &hash, now)?)).await?;
        }
        Ok(SignedIn { user: user.id, email: user.email, grants, csrf: login.csrf, hash: login.token_hash })
    }

    /// Ends a sign-in on the server.
    pub async fn sign_out(&self, token: &str) -> Result<(), AppError> {
        let hash = secrets::hash(token);
        self.db.write(Scope::Concern("staff"), move |tx| Ok::<_, AppError>(staff::end_login(tx, &hash)?)).await
    }
}

/// Whether a sign-in has neither come to its end nor been left alone for too long.
pub(super) fn is_in_force(login: &staff::Login, idle: Duration, now: Instant) -> bool {
    now < login.expires_at.0 && now < login.seen_at.0 + idle
}

/// What a page names a sign-in by: nothing that opens it.
pub fn handle(login: &staff::Login) -> String {
    secrets::hash(&login.token_hash)
}

/// Hashes a password with Argon2id at the crate's recommended cost.
///
/// # Errors
/// A fault of the random source.
pub async fn hash_password(password: String) -> Result<String, AppError> {
    blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|h| h.to_string()).map_err(|e| AppError::Fault(DbError::Other(e.to_string())))
    })
    .await?
}

fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    /// Each hash takes 19 MiB and 50 ms: more than two at once would starve the pages.
    static AT_ONCE: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(2);
    let turn = AT_ONCE.acquire().await.map_err(|_| AppError::Busy)?;
    // The turn ends with the work and not with who asked for it: hanging up early must not let a third one begin.
    let work = move || {
        let done = work();
        drop(turn);
        done
    };
    tokio::task::spawn_blocking(work).await.map_err(|e| AppError::Fault(DbError::Panic(e.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn hanging_up_lets_no_third_hash_begin() {
        use std::sync::atomic::{AtomicU32, Ordering};
        static RUNNING: AtomicU32 = AtomicU32::new(0);
        let (open, gate) = std::sync::mpsc::channel::<()>();
        let gate = std::sync::Arc::new(std::sync::Mutex::new(gate));
        for _ in 0..6 {
            let gate = gate.clone();
            let asked = blocking(move || {
                RUNNING.fetch_add(1, Ordering::SeqCst);
                let _ = gate.lock().unwrap().recv();
            });
            // Whoever asked hangs up after a moment.
            let _ = tokio::time::timeout(std::time::Duration::from_millis(50), asked).await;
        }
        let begun = RUNNING.load(Ordering::SeqCst);
        drop(open);
        assert_eq!(begun, 2, "two at once");
        assert!(blocking(|| true).await.unwrap(), "and their turns come back");
    }

    #[test]
    fn the_hash_of_nobody_can_be_checked_and_fits_nothing() {
        assert!(PasswordHash::new(NOBODY).is_ok(), "else an unknown address would be answered faster");
        assert!(!verify("", NOBODY));
    }
}
