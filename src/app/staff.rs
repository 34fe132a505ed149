//! Users and API tokens: made by command, shown once, shut out at once.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::journal::Entry;
use super::sign_in::{NOBODY, hash_password};
use super::{Actor, App, AppError, secrets};
use crate::clock::Instant;
use crate::db::staff::Grant;
use crate::db::{DbError, Scope, Tx, identities, passkeys, platforms, staff, tokens};
use crate::domain::email::EmailAddress;
use crate::domain::ids::{ApiTokenId, PlatformId, UserId};
use crate::domain::journal::{Change, Deed};
use crate::domain::staff::{Grants, Role};

/// Shortest password (ASVS 6.2.1 asks for 8 and recommends 15).
pub const PASSWORD_LENGTH: usize = 12;

/// A user as lists show them.
#[derive(Clone, Debug)]
pub struct UserView {
    /// Address.
    pub email: String,
    /// Roles, by hand and by identity.
    pub grants: Vec<Grant>,
    /// Whether they are shut out.
    pub disabled: bool,
    /// Whether a second factor is asked for, or a passkey opens.
    pub second_factor: bool,
    /// Whether a provider's word opens.
    pub identity: bool,
    /// Whether they have a password.
    pub password: bool,
}

/// An API token as lists show it.
#[derive(Clone, Debug)]
pub struct TokenView {
    /// What it is for.
    pub name: String,
    /// Its role, with the platform's row, `None` for all.
    pub grant: (Role, Option<PlatformId>),
    /// Whether it is shut out.
    pub disabled: bool,
}

/// A caller of the API.
#[derive(Clone, Debug)]
pub struct ApiCaller {
    /// The token.
    pub token: ApiTokenId,
    /// What it may.
    pub grants: Grants,
}

const STAFF: Scope = Scope::Concern("staff");

impl App {
    /// Adds a user with one role, or gives an existing one another role and, when given, a new password.
    ///
    /// # Errors
    /// `Invalid` for a short password, or none for a new user.
    pub async fn add_user(
        &self,
        email: EmailAddress,
        role: Role,
        platform: Option<PlatformId>,
        password: Option<String>,
        actor: Actor,
        now: Instant,
    ) -> Result<UserId, AppError> {
        Ok(self.give_role(Newcomer { email, role, platform, password, keep_known: false }, actor, now).await?.0)
    }

    /// Adds a user with one role and this password, or gives an existing one another role and leaves their password; answers
    /// whether the user is new.
    ///
    /// # Errors
    /// `Invalid` for a short password.
    pub async fn invite_user(
        &self,
        email: EmailAddress,
        role: Role,
        platform: Option<PlatformId>,
        password: String,
        actor: Actor,
        now: Instant,
    ) -> Result<bool, AppError> {
        Ok(self.give_role(Newcomer { email, role, platform, password: Some(password), keep_known: true }, actor, now).await?.1)
    }

    async fn give_role(&self, who: Newcomer, actor: Actor, now: Instant) -> Result<(UserId, bool), AppError> {
        who.password.as_deref().map_or(Ok(()), long_enough)?;
        let hash = match who.password.clone() {
            Some(password) => Some(hash_password(password).await?),
            None => None,
        };
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                let known = staff::user_by_key(tx, &who.email.key())?;
                let made = known.is_none();
                let id = match (&known, &hash) {
                    (Some(user), Some(hash)) if !who.keep_known => {
                        staff::set_password(tx, user.id, hash)?;
                        staff::end_logins(tx, user.id)?;
                        app.write_down(tx, of_user(actor, Deed::PasswordSet, user.id, Change::default()), now);
                        user.id
                    }
                    (Some(user), _) => user.id,
                    (None, Some(hash)) => {
                        let user = new_user(UserId(tx.next_id()), &who.email, hash, now);
                        staff::insert_user(tx, &user)?;
                        app.write_down(tx, of_user(actor, Deed::UserAdded, user.id, Change::default()), now);
                        user.id
                    }
                    (None, None) => return Err(AppError::Invalid { field: "password", why: "a new user needs a password".into() }),
                };
                let given = Grant { role: who.role, platform: who.platform, by: None };
                if !staff::grants(tx, id)?.contains(&given) {
                    staff::grant(tx, id, given)?;
                    let change = Change::to(&named(tx, who.role, who.platform)?);
                    app.write_down(tx, of_user(actor, Deed::RoleGiven, id, change), now);
                }
                Ok((id, made))
            })
            .await
    }

    /// Sets a new password; all sign-ins with the old one end.
    ///
    /// # Errors
    /// `NotFound`; `Invalid` for a short one.
    pub async fn set_password(&self, email: EmailAddress, password: String, actor: Actor, now: Instant) -> Result<(), AppError> {
        long_enough(&password)?;
        let hash = hash_password(password).await?;
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                let user = staff::user_by_key(tx, &email.key())?.ok_or(AppError::NotFound)?;
                staff::set_password(tx, user.id, &hash)?;
                staff::end_logins(tx, user.id)?;
                app.write_down(tx, of_user(actor, Deed::PasswordSet, user.id, Change::default()), now);
                Ok(())
            })
            .await
    }

    /// A password nobody can guess: 120 random bits, in letters that can be typed.
    ///
    /// # Errors
    /// A fault of the random source.
    pub fn new_password(&self) -> Result<String, AppError> {
        let text = URL_SAFE_NO_PAD.encode(&self.secrets.random()?[..15]);
        // Groups are easier to read off a screen.
        let groups: Vec<&str> = [0..5, 5..10, 10..15, 15..20].into_iter().filter_map(|range| text.get(range)).collect();
        Ok(groups.join("."))
    }

    /// All users.
    pub async fn users(&self) -> Result<Vec<UserView>, AppError> {
        self.db
            .read(|conn| {
                let (users, with_passkey, with_identity) = (staff::users(conn)?, passkeys::owners(conn)?, identities::owners(conn)?);
                users
                    .into_iter()
                    .map(|u| {
                        Ok(UserView {
                            grants: staff::grants(conn, u.id)?,
                            identity: with_identity.contains(&u.id),
                            password: u.password_hash != NOBODY,
                            email: u.email,
                            disabled: u.disabled_at.is_some(),
                            second_factor: u.totp_secret.is_some() || with_passkey.contains(&u.id),
                        })
                    })
                    .collect()
            })
            .await
    }

    /// Shuts a user out and ends their sign-ins.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn disable_user(&self, email: EmailAddress, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                let user = staff::user_by_key(tx, &email.key())?.ok_or(AppError::NotFound)?;
                staff::disable(tx, user.id, now)?;
                app.write_down(tx, of_user(actor, Deed::UserDisabled, user.id, Change::default()), now);
                Ok(())
            })
            .await
    }

    /// Lets a user who was shut out in again, with the roles they had.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn enable_user(&self, email: EmailAddress, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                let user = staff::user_by_key(tx, &email.key())?.ok_or(AppError::NotFound)?;
                staff::enable(tx, user.id)?;
                app.write_down(tx, of_user(actor, Deed::UserEnabled, user.id, Change::default()), now);
                Ok(())
            })
            .await
    }

    /// Takes a role back from a user that was given by hand; it is gone with their next click. Answers whether they had it.
    ///
    /// # Errors
    /// `NotFound` when there is no such user.
    pub async fn revoke_role(
        &self,
        email: EmailAddress,
        role: Role,
        platform: Option<PlatformId>,
        actor: Actor,
        now: Instant,
    ) -> Result<bool, AppError> {
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                let user = staff::user_by_key(tx, &email.key())?.ok_or(AppError::NotFound)?;
                let had = staff::revoke(tx, user.id, Grant { role, platform, by: None })?;
                if had {
                    let change = Change { before: Change::to(&named(tx, role, platform)?).after, ..Change::default() };
                    app.write_down(tx, of_user(actor, Deed::RoleTaken, user.id, change), now);
                }
                Ok(had)
            })
            .await
    }

    /// All API tokens by name.
    pub async fn tokens(&self) -> Result<Vec<TokenView>, AppError> {
        let view = |row: tokens::Row| TokenView { name: row.name, grant: (row.role, row.platform_id), disabled: row.disabled_at.is_some() };
        self.db.read(move |conn| Ok(tokens::all(conn)?.into_iter().map(view).collect())).await
    }

    /// Shuts an API token out, from the next call on and for good.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn disable_token(&self, name: String, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                if !tokens::disable(tx, &name, now)? {
                    return Err(AppError::NotFound);
                }
                app.write_down(tx, Entry::of(actor, Deed::TokenDisabled, format!("token:{name}"), Change::default()), now);
                Ok(())
            })
            .await
    }

    /// Makes an API token; the answer is the only time it is seen.
    ///
    /// # Errors
    /// `Taken("name")`.
    pub async fn add_token(&self, name: String, role: Role, platform: Option<PlatformId>, actor: Actor, now: Instant) -> Result<String, AppError> {
        let token = format!("qd_{}", self.secrets.random_token()?);
        let hash = secrets::hash(&token);
        let app = self.clone();
        self.db
            .write(STAFF, move |tx| {
                let row = tokens::Row {
                    id: ApiTokenId(tx.next_id()),
                    name: name.clone(),
                    token_hash: hash.clone(),
                    role,
                    platform_id: platform,
                    created_at: now.into(),
                    disabled_at: None,
                };
                tokens::insert(tx, &row).map_err(|e| if e.broke("api_token_name") { AppError::Taken("name") } else { e.into() })?;
                let change = Change::to(&named(tx, role, platform)?);
                app.write_down(tx, Entry::of(actor, Deed::TokenAdded, format!("token:{name}"), change), now);
                Ok::<_, AppError>(())
            })
            .await?;
        Ok(token)
    }

    /// The caller behind an API token.
    ///
    /// # Errors
    /// `BadCredentials`.
    pub async fn api_caller(&self, token: &str) -> Result<ApiCaller, AppError> {
        let hash = secrets::hash(token);
        let row = self.db.read(move |conn| Ok::<_, AppError>(tokens::by_hash(conn, &hash)?)).await?.ok_or(AppError::BadCredentials)?;
        Ok(ApiCaller { token: row.id, grants: Grants(vec![(row.role, row.platform_id)]) })
    }

    /// The row numbers and slugs of all platforms.
    pub async fn platform_slugs(&self) -> Result<Vec<(PlatformId, String)>, AppError> {
        self.db.read(|conn| Ok(platforms::all(conn)?.into_iter().map(|p| (p.id, p.slug.to_string())).collect())).await
    }

    /// Removes what time has made useless: ended sign-ins, old answers.
    pub async fn sweep(&self, now: Instant) -> Result<(), AppError> {
        let idle_since = now - chrono::Duration::minutes(self.settings.login_idle_minutes);
        self.db.write(STAFF, move |tx| Ok::<_, AppError>(staff::purge_logins(tx, now, idle_since)?)).await?;
        self.db.write(STAFF, move |tx| Ok::<_, AppError>(passkeys::purge_spent(tx, now)?)).await?;
        self.db.write(STAFF, move |tx| Ok::<_, AppError>(identities::purge_spent(tx, now)?)).await?;
        let before = now - chrono::Duration::hours(48);
        self.db.write(Scope::Concern("api"), move |tx| Ok::<_, AppError>(tokens::purge_answers(tx, before)?)).await?;
        Ok(())
    }
}

/// What the journal says of a deed to a user: their number; whoever may see users finds the address.
pub(super) fn of_user(actor: Actor, deed: Deed, user: UserId, change: Change) -> Entry {
    Entry::of(actor, deed, format!("user:{user}"), change)
}

/// A role, and the platform's name where it is for one alone.
pub(super) fn named(tx: &mut Tx<'_>, role: Role, platform: Option<PlatformId>) -> Result<serde_json::Value, DbError> {
    let slug = platform.map(|id| platforms::by_id(tx, id)).transpose()?.map(|row| row.slug.to_string());
    Ok(serde_json::json!({ "role": role, "platform": slug }))
}

pub(super) fn long_enough(password: &str) -> Result<(), AppError> {
    if password.chars().count() >= PASSWORD_LENGTH {
        return Ok(());
    }
    Err(AppError::Invalid { field: "password", why: format!("a password needs at least {PASSWORD_LENGTH} characters") })
}

/// Somebody who is to have a role.
struct Newcomer {
    email: EmailAddress,
    role: Role,
    platform: Option<PlatformId>,
    password: Option<String>,
    /// Whether somebody who is there already keeps their password.
    keep_known: bool,
}

pub(super) fn new_user(id: UserId, email: &EmailAddress, password_hash: &str, now: Instant) -> staff::User {
    staff::User {
        id,
        email: email.to_string(),
        email_key: email.key(),
        password_hash: password_hash.to_owned(),
        disabled_at: None,
        created_at: now.into(),
        totp_secret: None,
        totp_since: None,
        totp_step: None,
        totp_wrong: 0,
        totp_wait: None,
    }
}
