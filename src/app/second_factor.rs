//! The second factor of staff: a code by time from an app (TOTP, RFC 6238), or one of the codes for when the device is lost. What
//! is stored of the secret is sealed with a key that is not in the database.

use chrono::Duration;
use totp_rs::{Builder, Secret, Totp};

use super::journal::Entry;
use super::secrets::hash;
use super::sign_in::{Means, SignedIn};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{DbError, Scope, Tx, staff};
use crate::domain::device::Device;
use crate::domain::email::EmailAddress;
use crate::domain::ids::UserId;
use crate::domain::journal::{Change, Deed};

/// Codes for when the device is lost.
const RECOVERY_CODES: usize = 8;
/// How long a right password may wait for the second factor.
const PATIENCE_MINUTES: i64 = 10;
/// How long a secret may wait for its first code: long enough to find and install an app.
const OFFER_MINUTES: i64 = 30;
/// After so many wrong codes in a row none is taken for a while: six digits are soon tried by whoever has the password.
const WRONG_IN_A_ROW: i32 = 10;
/// For how long.
const WAIT_MINUTES: i64 = 15;
/// Seals what is stored.
const STORED: &str = "totp";
/// Seals a secret that waits for its first code.
const OFFERED: &str = "totp-offer";
/// Seals who has given the right password.
const HALF_WAY: &str = "half-way";

const STAFF: Scope = Scope::Concern("staff");

/// A secret that somebody may set up.
#[derive(Clone, Debug)]
pub struct Offer {
    /// As it is typed into an app: base32, in groups.
    pub typed: String,
    /// As an app scans it: `otpauth://totp/…`.
    pub address: String,
}

impl Offer {
    fn of(secret: &str, issuer: &str, email: &str) -> Self {
        let part = |text: &str| -> String { url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20") };
        let (issuer, account) = (part(issuer), part(email));
        let groups: Vec<String> = secret.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
        Self { typed: groups.join(" "), address: format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}") }
    }
}

/// What a first code led to.
#[derive(Clone, Debug)]
pub enum FirstCode {
    /// The second factor is set up: the codes for when the device is lost, to be shown this once.
    Right(Vec<String>),
    /// It does not fit the secret, which still waits.
    Wrong(Offer),
    /// No secret waits in this sign-in any more.
    Lapsed,
}

/// Where a user's second factor stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Since when it is asked for; `None` when it is not.
    pub since: Option<Instant>,
    /// Codes left for when the device is lost.
    pub recovery: i64,
}

impl App {
    /// The secret that waits for its first code in this sign-in, or a fresh one. Whoever asks again, or mistypes the first code,
    /// gets the one that their app holds already; another sign-in gets another.
    ///
    /// # Errors
    /// `Forbidden` where there is a second factor already: it is taken off first, by a code of its own.
    pub async fn offer_second_factor(&self, who: &SignedIn, issuer: &str, now: Instant) -> Result<Offer, AppError> {
        let (user, login) = (who.user, who.hash.clone());
        let until = (now + Duration::minutes(OFFER_MINUTES)).timestamp();
        let fresh = Secret::from(self.secrets.random()?[..20].to_vec()).to_base32();
        let sealed = self.secrets.seal(OFFERED, &format!("{user} {until} {fresh}"))?;
        let app = self.clone();
        let secret = self
            .db
            .write(STAFF, move |tx| {
                if staff::user_by_id(tx, user)?.totp_secret.is_some() {
                    return Err(AppError::Forbidden);
                }
                if let Some(waiting) = app.waiting(tx, user, &login, now)? {
                    return Ok(waiting);
                }
                staff::keep_offer(tx, &login, Some(&sealed))?;
                Ok(fresh.clone())
            })
            .await?;
        Ok(Offer::of(&secret, issuer, &who.email))
    }

    /// Sets the secret of this sign-in up, with its first code.
    ///
    /// # Errors
    /// `Forbidden` where there is one already.
    pub async fn set_up_second_factor(&self, who: &SignedIn, code: &str, issuer: &str, now: Instant) -> Result<FirstCode, AppError> {
        let (user, login) = (who.user, who.hash.clone());
        let codes = self.recovery_codes()?;
        let (app, hashes) = (self.clone(), codes.iter().map(|code| hash(&plain(code))).collect::<Vec<_>>());
        let (code, offer_of) = (code.to_owned(), (issuer.to_owned(), who.email.clone()));
        self.db
            .write(STAFF, move |tx| {
                if staff::user_by_id(tx, user)?.totp_secret.is_some() {
                    return Err(AppError::Forbidden);
                }
                let Some(secret) = app.waiting(tx, user, &login, now)? else { return Ok(FirstCode::Lapsed) };
                let Some(step) = step_of(&secret, &code, now) else {
                    return Ok(FirstCode::Wrong(Offer::of(&secret, &offer_of.0, &offer_of.1)));
                };
                staff::keep_offer(tx, &login, None)?;
                staff::set_totp(tx, user, &app.secrets.seal(STORED, &secret)?, step, now)?;
                staff::replace_recovery(tx, user, &hashes, now)?;
                app.write_down(tx, of(Actor::User(user), Deed::SecondFactorSet, user), now);
                Ok::<_, AppError>(FirstCode::Right(codes.clone()))
            })
            .await
    }

    /// The secret that waits for its first code in a sign-in, unless it is too old.
    fn waiting(&self, tx: &mut Tx<'_>, user: UserId, login: &str, now: Instant) -> Result<Option<String>, AppError> {
        let kept = staff::login_by_hash(tx, login)?.ok_or(AppError::BadCredentials)?.totp_offer;
        let Some(offer) = kept.and_then(|sealed| self.secrets.unseal(OFFERED, &sealed)) else { return Ok(None) };
        let mut parts = offer.split(' ');
        let (whose, until, secret) = (parts.next(), parts.next().and_then(|t| t.parse::<i64>().ok()), parts.next());
        let holds = whose == Some(user.to_string().as_str()) && until.is_some_and(|until| now.timestamp() <= until);
        Ok(secret.filter(|_| holds).map(str::to_owned))
    }

    /// Takes the second factor off, by the user's own code.
    ///
    /// # Errors
    /// `BadCredentials` for a wrong code.
    pub async fn drop_second_factor(&self, user: UserId, code: &str, now: Instant) -> Result<(), AppError> {
        let (app, code) = (self.clone(), code.to_owned());
        self.db
            .write(STAFF, move |tx| {
                // A refusal is written too: it counts.
                let taken = app.spend_code(tx, user, &code, now)?;
                if taken {
                    app.take_off(tx, user, Actor::User(user), now)?;
                }
                Ok::<_, AppError>(taken)
            })
            .await?
            .then_some(())
            .ok_or(AppError::BadCredentials)
    }

    /// Takes a code from a user who has a second factor, and nothing from one who has none; answers whether that was right.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn has_shown_code(&self, user: UserId, code: &str, now: Instant) -> Result<bool, AppError> {
        let (app, code) = (self.clone(), code.to_owned());
        self.db
            .write(STAFF, move |tx| {
                let is_on = staff::user_by_id(tx, user)?.totp_secret.is_some();
                if is_on { app.spend_code(tx, user, &code, now) } else { Ok(true) }
            })
            .await
    }

    /// Takes the second factor off a user whose device is lost, and their passkeys and connections with it.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn reset_second_factor(&self, email: EmailAddress, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                let user = staff::user_by_key(tx, &email.key())?.ok_or(AppError::NotFound)?;
                app.take_passkeys(tx, user.id, actor, now)?;
                app.take_identities(tx, &user, actor, now)?;
                app.take_off(tx, user.id, actor, now)
            })
            .await
    }

    fn take_off(&self, tx: &mut Tx<'_>, user: UserId, actor: Actor, now: Instant) -> Result<(), AppError> {
        if staff::user_by_id(tx, user)?.totp_secret.is_none() {
            return Ok(());
        }
        staff::clear_totp(tx, user)?;
        staff::replace_recovery(tx, user, &[], now)?;
        self.write_down(tx, of(actor, Deed::SecondFactorTaken, user), now);
        Ok(())
    }

    /// Where a user's second factor stands.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn second_factor(&self, user: UserId) -> Result<Standing, AppError> {
        self.db
            .read(move |conn| {
                let since = staff::user_by_id(conn, user)?.totp_since.map(|t| t.0);
                Ok(Standing { since, recovery: staff::recovery_left(conn, user)? })
            })
            .await
    }

    /// What a browser keeps between the right password and the second factor. It ends with the password.
    pub(super) fn half_way(&self, user: &staff::User, now: Instant) -> Result<String, AppError> {
        let until = (now + Duration::minutes(PATIENCE_MINUTES)).timestamp();
        self.secrets.seal(HALF_WAY, &format!("{} {until} {}", user.id, hash(&user.password_hash)))
    }

    /// Whose account somebody is half way into: for counting tries.
    pub fn half_way_into(&self, sealed: &str) -> Option<UserId> {
        self.secrets.unseal(HALF_WAY, sealed)?.split(' ').next()?.parse().ok().map(UserId)
    }

    /// Finishes a sign-in with a code; answers the cookie's token.
    ///
    /// # Errors
    /// `BadCredentials` for a wrong or spent code, or when the right password was given too long ago.
    pub async fn sign_in_with_code(&self, sealed: &str, code: &str, device: &Device, now: Instant) -> Result<String, AppError> {
        let half = self.secrets.unseal(HALF_WAY, sealed).ok_or(AppError::BadCredentials)?;
        let mut parts = half.split(' ').map(str::to_owned);
        let (user, until, password) = (parts.next(), parts.next(), parts.next());
        let user = UserId(user.and_then(|id| id.parse().ok()).ok_or(AppError::BadCredentials)?);
        let until: i64 = until.and_then(|t| t.parse().ok()).ok_or(AppError::BadCredentials)?;
        if now.timestamp() > until {
            return Err(AppError::BadCredentials);
        }
        let (token, login) = self.new_login(user, device, now)?;
        let (app, code) = (self.clone(), code.to_owned());
        self.db
            .write(STAFF, move |tx| {
                let standing = staff::user_by_id(tx, user)?;
                if standing.disabled_at.is_some() || Some(hash(&standing.password_hash)) != password {
                    return Err(AppError::BadCredentials);
                }
                let taken = app.spend_code(tx, user, &code, now)?;
                if taken {
                    app.store_login(tx, &login, Means::SecondFactor, now)?;
                }
                Ok(taken)
            })
            .await?
            .then_some(token)
            .ok_or(AppError::BadCredentials)
    }

    /// Takes a code, once: each is good for one sign-in (RFC 6238 §5.2). Wrong ones are counted in the user's row, for all processes.
    fn spend_code(&self, tx: &mut Tx<'_>, user: UserId, code: &str, now: Instant) -> Result<bool, AppError> {
        let standing = staff::user_by_id(tx, user)?;
        let kept = standing.totp_secret.ok_or(AppError::BadCredentials)?;
        if standing.totp_wait.is_some_and(|until| now < until.0) {
            return Ok(false);
        }
        let secret = self.secrets.unseal(STORED, &kept).ok_or_else(|| DbError::Other("a second factor was sealed with another secret".into()))?;
        let taken = match step_of(&secret, code, now) {
            Some(step) => staff::spend_step(tx, user, step)?,
            None => staff::spend_recovery(tx, user, &hash(&plain(code)))?,
        };
        let wrong = if taken { 0 } else { standing.totp_wrong.saturating_add(1) };
        let wait = (wrong > 0 && wrong % WRONG_IN_A_ROW == 0).then(|| now + Duration::minutes(WAIT_MINUTES));
        staff::note_wrong_codes(tx, user, wrong, wait)?;
        Ok(taken)
    }

    fn recovery_codes(&self) -> Result<Vec<String>, AppError> {
        let code = |_| {
            let text = Secret::from(self.secrets.random()?[..10].to_vec()).to_base32().to_lowercase();
            Ok(format!("{}-{}-{}-{}", &text[..4], &text[4..8], &text[8..12], &text[12..16]))
        };
        (0..RECOVERY_CODES).map(code).collect()
    }
}

/// The time step a code belongs to, one before and one after now included.
fn step_of(secret: &str, code: &str, now: Instant) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let time = u64::try_from(now.timestamp()).ok()?;
    i64::try_from(totp(secret)?.check(&digits, time)?).ok()
}

fn totp(secret: &str) -> Option<Totp> {
    Builder::new().with_secret(Secret::try_from_base32(secret).ok()?).with_skew(1).build().ok()
}

/// A code for a lost device as it is compared: small letters and digits only.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn of(actor: Actor, deed: Deed, user: UserId) -> Entry {
    Entry::of(actor, deed, format!("user:{user}"), Change::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B: the ASCII secret "12345678901234567890", SHA-1; the last six of its eight digits.
        let secret = Secret::from(b"12345678901234567890".to_vec()).to_base32();
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")] {
            let now = Instant::from_timestamp(seconds, 0).unwrap();
            assert_eq!(step_of(&secret, code, now), Some(seconds / 30), "{seconds}");
            assert_eq!(step_of(&secret, &format!(" {} {} ", &code[..3], &code[3..]), now), Some(seconds / 30));
            assert_eq!(step_of(&secret, code, now + Duration::seconds(30)), Some(seconds / 30), "one step late");
            assert_eq!(step_of(&secret, code, now + Duration::seconds(90)), None, "three steps late");
        }
        for wrong in ["", "28708", "2870820", "٢٨٧٠٨٢", "abcdef"] {
            assert_eq!(step_of(&secret, wrong, Instant::from_timestamp(59, 0).unwrap()), None, "{wrong}");
        }
    }
}
