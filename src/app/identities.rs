//! Identities of staff: what a provider of OpenID Connect knows them by. Signing in by the provider's word, and connecting one's own
//! account with it. Whose account it is, is found by provider and subject alone, never by the address.
//!
//! What one sign-in is told apart by is kept by the browser, sealed, until it comes back: for ten minutes, and once.

use std::collections::BTreeSet;

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::journal::Entry;
use super::provider::{Asked, Provider, ProviderFault, Somebody};
use super::secrets::hash;
use super::sign_in::{Means, NOBODY, SignedIn, is_in_force};
use super::staff::{named, new_user, of_user};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::staff::Grant;
use crate::db::{DbError, Scope, Tx, identities, platforms, staff};
use crate::domain::device::Device;
use crate::domain::email::EmailAddress;
use crate::domain::ids::{IdentityId, PlatformId, UserId};
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Language;
use crate::domain::staff::Role;

/// How long somebody may be at the provider.
const PATIENCE_MINUTES: i64 = 10;
/// Seals what the browser keeps meanwhile.
const ERRAND: &str = "provider-errand";

const STAFF: Scope = Scope::Concern("staff");

/// The provider at which staff may sign in, and what its word is worth here.
#[derive(Debug)]
pub struct SignInService {
    /// Who is asked.
    pub provider: Provider,
    /// As people know it: for buttons.
    pub name: String,
    /// Which values give which roles.
    pub rules: Vec<Rule>,
}

/// A value of the provider, and the role that it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The value.
    pub value: String,
    /// The role.
    pub role: Role,
    /// On this platform alone, by its slug.
    pub platform: Option<String>,
}

/// What a browser is sent away with.
#[derive(Clone, Debug)]
pub struct Errand {
    /// To the provider.
    pub address: String,
    /// To be kept until it comes back.
    pub kept: String,
}

/// What came back with a browser.
#[derive(Clone, Debug, Default)]
pub struct Returned {
    /// Tells the sign-in apart.
    pub state: String,
    /// Redeemed for who it is.
    pub code: String,
    /// Who says so, from providers that tell (RFC 9207).
    pub issuer: String,
    /// The provider's own refusal.
    pub error: String,
}

/// Where it led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// In: the cookie's token.
    In(String),
    /// The account is connected.
    Connected,
}

crate::word! {
    /// Why the provider's word opens nothing. Each has a page of its own.
    Setback {
        /// The browser does not hold what it was sent away with.
        Unknown = "unknown",
        /// It was away for too long.
        Late = "late",
        /// It came back before.
        Spent = "spent",
        /// The provider, or the person there, said no.
        Denied = "denied",
        /// The provider is not there, or makes no sense.
        Unavailable = "unavailable",
        /// What it says must not be believed.
        Untrusted = "untrusted",
        /// It signed them in by less than is demanded.
        Weak = "weak",
        /// It gives no address for a new account.
        NoEmail = "no-email",
        /// There is an account with the address, which is not connected.
        EmailKnown = "email-known",
        /// No role here.
        NoRole = "no-role",
        /// Shut out here.
        ShutOut = "shut-out",
        /// The sign-in that was to be connected has ended.
        SignedOut = "signed-out",
        /// The provider's account is connected with another user.
        Taken = "taken",
        /// The user is connected with another account of the provider.
        Other = "other",
    }
}

/// What comes of somebody's way to the provider and back; faults of ours are errors.
pub type Outcome<T> = Result<Result<T, Setback>, AppError>;

/// What the browser keeps while it is away.
#[derive(Serialize, Deserialize)]
struct Kept {
    until: i64,
    asked: Asked,
    language: Language,
    /// The sign-in whose account is to be connected; nobody's when somebody signs in.
    login: Option<String>,
}

impl App {
    /// Sends a browser to the provider: to sign somebody in, or to connect the account of who is signed in.
    ///
    /// # Errors
    /// Faults only.
    pub async fn begin_errand(&self, service: &SignInService, connect: Option<&SignedIn>, language: Language, now: Instant) -> Outcome<Errand> {
        let token = || self.secrets.random_token();
        let asked = Asked { state: token()?, nonce: token()?, verifier: token()? };
        let address = match service.provider.address(&asked, connect.is_some()).await {
            Ok(address) => address,
            Err(fault) => return Ok(Err(setback(&fault))),
        };
        let until = (now + Duration::minutes(PATIENCE_MINUTES)).timestamp();
        let kept = Kept { until, asked, language, login: connect.map(|who| who.hash.clone()) };
        let text = serde_json::to_string(&kept).map_err(|e| AppError::Fault(DbError::Other(e.to_string())))?;
        Ok(Ok(Errand { address, kept: self.secrets.seal(ERRAND, &text)? }))
    }

    /// The language of the page from which a browser was sent away.
    pub fn errand_language(&self, kept: &str) -> Option<Language> {
        self.kept_errand(kept).map(|kept| kept.language)
    }

    /// Whether a browser was sent away to connect an account.
    pub fn errand_connects(&self, kept: &str) -> bool {
        self.kept_errand(kept).is_some_and(|kept| kept.login.is_some())
    }

    /// Whether a browser comes back with the answer that it was sent for: whoever cannot know the state cannot.
    pub fn errand_fits(&self, kept: &str, returned: &Returned) -> bool {
        self.kept_errand(kept).is_some_and(|kept| hash(&kept.asked.state) == hash(&returned.state)) && !returned.code.is_empty()
    }

    fn kept_errand(&self, kept: &str) -> Option<Kept> {
        serde_json::from_str(&self.secrets.unseal(ERRAND, kept)?).ok()
    }

    /// Takes a browser back: signs in whom the provider names, or connects the account from which it was sent away.
    ///
    /// # Errors
    /// Faults only.
    pub async fn end_errand(&self, service: &SignInService, kept: &str, returned: Returned, device: &Device, now: Instant) -> Outcome<Arrival> {
        // A provider may leave the state out of a refusal; nothing is done by one.
        if let Some(why) = refusal(&returned.error) {
            return Ok(Err(why));
        }
        let fits = self.errand_fits(kept, &returned);
        let Some(kept) = self.kept_errand(kept).filter(|_| fits) else { return Ok(Err(Setback::Unknown)) };
        let Some(until) = Instant::from_timestamp(kept.until, 0).filter(|until| now <= *until) else { return Ok(Err(Setback::Late)) };
        if !returned.issuer.is_empty() && returned.issuer != service.provider.issuer() {
            return Ok(Err(setback(&ProviderFault::Refused(format!("the answer is of {:?}", returned.issuer)))));
        }
        let state = hash(&kept.asked.state);
        if !self.db.write(STAFF, move |tx| Ok::<_, AppError>(identities::spend(tx, &state, until)?)).await? {
            return Ok(Err(Setback::Spent));
        }
        let who = match service.provider.redeem(returned.code, &kept.asked, now).await {
            Ok(who) => who,
            Err(fault) => return Ok(Err(setback(&fault))),
        };
        match kept.login {
            None => self.sign_in_identified(service, who, device, now).await,
            Some(login) => self.connect(service, who, login, now).await,
        }
    }

    async fn sign_in_identified(&self, service: &SignInService, who: Somebody, device: &Device, now: Instant) -> Outcome<Arrival> {
        let issuer = service.provider.issuer().to_owned();
        // Whose it is, is found inside.
        let (token, blank) = self.new_login(UserId(0), device, now)?;
        let (app, rules) = (self.clone(), service.rules.clone());
        let done = self
            .db
            .write(STAFF, move |tx| {
                let mapped = roles_of(tx, &rules, &who.values)?;
                let identity = match identities::by_subject(tx, &issuer, &who.subject)? {
                    Some(known) => known,
                    None if mapped.is_empty() => return Ok(Err(Setback::NoRole)),
                    None => match app.welcome(tx, &issuer, &who, now)? {
                        Ok(made) => made,
                        Err(why) => return Ok(Err(why)),
                    },
                };
                if staff::user_by_id(tx, identity.user_id)?.disabled_at.is_some() {
                    return Ok(Err(Setback::ShutOut));
                }
                app.follow_mapping(tx, &identity, &mapped, now)?;
                if staff::grants_in(tx, identity.user_id, Some(identity.id))?.0.is_empty() {
                    // What was taken stays taken.
                    staff::end_logins_by(tx, identity.id, None)?;
                    return Ok(Err(Setback::NoRole));
                }
                identities::used(tx, identity.id, now)?;
                let login = staff::Login { user_id: identity.user_id, identity_id: Some(identity.id), ..blank.clone() };
                app.store_login(tx, &login, Means::Identity, now)?;
                Ok::<_, AppError>(Ok(()))
            })
            .await?;
        Ok(done.map(|()| Arrival::In(token)))
    }

    /// A new account for somebody whom the provider gives a role: without a password. Nobody is taken for the owner of an account
    /// that is there because the provider says the same address.
    fn welcome(&self, tx: &mut Tx<'_>, issuer: &str, who: &Somebody, now: Instant) -> Result<Result<identities::Row, Setback>, AppError> {
        let Some(email) = who.email.as_deref().and_then(|text| EmailAddress::parse(text).ok()) else { return Ok(Err(Setback::NoEmail)) };
        if let Some(known) = staff::user_by_key(tx, &email.key())? {
            return Ok(Err(if known.disabled_at.is_some() { Setback::ShutOut } else { Setback::EmailKnown }));
        }
        let user = new_user(UserId(tx.next_id()), &email, NOBODY, now);
        staff::insert_user(tx, &user).map_err(|e| met(e, "staff_user_email_key"))?;
        self.write_down(tx, of_user(Actor::System, Deed::UserAdded, user.id, Change::default()), now);
        Ok(Ok(self.add_identity(tx, user.id, (issuer, &who.subject), Actor::System, now)?))
    }

    fn add_identity(
        &self,
        tx: &mut Tx<'_>,
        user: UserId,
        (issuer, subject): (&str, &str),
        actor: Actor,
        now: Instant,
    ) -> Result<identities::Row, AppError> {
        let row = identities::Row {
            id: IdentityId(tx.next_id()),
            user_id: user,
            issuer: issuer.to_owned(),
            subject: subject.to_owned(),
            created_at: now.into(),
            used_at: None,
        };
        identities::insert(tx, &row).map_err(|e| met(e, "staff_identity_subject"))?;
        self.write_down(tx, of_user(actor, Deed::IdentityAdded, user, Change::default()), now);
        Ok(row)
    }

    /// Gives and takes the roles of an identity as the mapping says now; those given by hand are no matter of it.
    fn follow_mapping(&self, tx: &mut Tx<'_>, identity: &identities::Row, mapped: &Held, now: Instant) -> Result<(), AppError> {
        let held: Held = staff::grants(tx, identity.user_id)?.iter().filter(|g| g.by == Some(identity.id)).map(|g| (g.role, g.platform)).collect();
        for (role, platform) in held.difference(mapped) {
            self.take_mapped(tx, identity, (*role, *platform), Actor::System, now)?;
        }
        for (role, platform) in mapped.difference(&held) {
            staff::grant(tx, identity.user_id, Grant { role: *role, platform: *platform, by: Some(identity.id) })?;
            let change = Change::to(&named(tx, *role, *platform)?);
            self.write_down(tx, of_user(Actor::System, Deed::RoleGiven, identity.user_id, change), now);
        }
        Ok(())
    }

    fn take_mapped(
        &self,
        tx: &mut Tx<'_>,
        identity: &identities::Row,
        (role, platform): (Role, Option<PlatformId>),
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        staff::revoke(tx, identity.user_id, Grant { role, platform, by: Some(identity.id) })?;
        let change = Change { before: Change::to(&named(tx, role, platform)?).after, ..Change::default() };
        self.write_down(tx, of_user(actor, Deed::RoleTaken, identity.user_id, change), now);
        Ok(())
    }

    async fn connect(&self, service: &SignInService, who: Somebody, login: String, now: Instant) -> Outcome<Arrival> {
        let (app, issuer) = (self.clone(), service.provider.issuer().to_owned());
        let idle = Duration::minutes(self.settings.login_idle_minutes);
        self.db
            .write(STAFF, move |tx| {
                let Some(login) = staff::login_by_hash(tx, &login)?.filter(|login| is_in_force(login, idle, now)) else {
                    return Ok(Err(Setback::SignedOut));
                };
                let user = login.user_id;
                if staff::user_by_id(tx, user)?.disabled_at.is_some() {
                    return Ok(Err(Setback::ShutOut));
                }
                match identities::by_subject(tx, &issuer, &who.subject)? {
                    Some(known) if known.user_id == user => return Ok(Ok(Arrival::Connected)),
                    Some(_) => return Ok(Err(Setback::Taken)),
                    None if identities::of_user(tx, user)?.iter().any(|known| known.issuer == issuer) => return Ok(Err(Setback::Other)),
                    None => {}
                }
                app.add_identity(tx, user, (&issuer, &who.subject), Actor::User(user), now)?;
                Ok::<_, AppError>(Ok(Arrival::Connected))
            })
            .await
    }

    /// A user's identities, oldest first, and whether they have a password beside them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn identities(&self, user: UserId) -> Result<(Vec<identities::Row>, bool), AppError> {
        self.db.read(move |conn| Ok((identities::of_user(conn, user)?, staff::user_by_id(conn, user)?.password_hash != NOBODY))).await
    }

    /// Removes one of the identities of who is signed in, with the roles and sign-ins that came by it; this sign-in goes on. Answers
    /// whether it was done: the only way in stays.
    ///
    /// # Errors
    /// `NotFound` when they have no such one.
    pub async fn remove_identity(&self, who: &SignedIn, id: IdentityId, now: Instant) -> Result<bool, AppError> {
        let (app, user, here) = (self.clone(), who.user, who.hash.clone());
        self.db
            .write(STAFF, move |tx| {
                let row = identities::of_user(tx, user)?.into_iter().find(|row| row.id == id).ok_or(AppError::NotFound)?;
                if staff::user_by_id(tx, user)?.password_hash == NOBODY {
                    return Ok(false);
                }
                app.drop_identity(tx, &row, Some(&here), Actor::User(user), now)?;
                Ok::<_, AppError>(true)
            })
            .await
    }

    /// Removes all identities of a user who has a password; without one they are the only way in, and shutting out is what closes it.
    pub(super) fn take_identities(&self, tx: &mut Tx<'_>, user: &staff::User, actor: Actor, now: Instant) -> Result<(), AppError> {
        if user.password_hash == NOBODY {
            return Ok(());
        }
        for row in identities::of_user(tx, user.id)? {
            self.drop_identity(tx, &row, None, actor, now)?;
        }
        Ok(())
    }

    fn drop_identity(&self, tx: &mut Tx<'_>, row: &identities::Row, keep: Option<&str>, actor: Actor, now: Instant) -> Result<(), AppError> {
        for grant in staff::grants(tx, row.user_id)?.into_iter().filter(|grant| grant.by == Some(row.id)) {
            self.take_mapped(tx, row, (grant.role, grant.platform), actor, now)?;
        }
        staff::end_logins_by(tx, row.id, keep)?;
        identities::remove(tx, row.id)?;
        self.write_down(tx, Entry::of(actor, Deed::IdentityRemoved, format!("user:{}", row.user_id), Change::default()), now);
        Ok(())
    }
}

/// Roles, each for a platform or for all.
type Held = BTreeSet<(Role, Option<PlatformId>)>;

/// The roles that these values give. A rule for a platform that is not there gives none.
fn roles_of(tx: &mut Tx<'_>, rules: &[Rule], values: &[String]) -> Result<Held, DbError> {
    let known = platforms::all(tx)?;
    let mut held = Held::new();
    for rule in rules.iter().filter(|rule| values.contains(&rule.value)) {
        match rule.platform.as_deref().map(|slug| known.iter().find(|row| row.slug.to_string() == slug).map(|row| row.id)) {
            None => held.insert((rule.role, None)),
            Some(Some(platform)) => held.insert((rule.role, Some(platform))),
            Some(None) => {
                tracing::warn!(platform = rule.platform, "a rule of oidc.roles names a platform that is not there");
                false
            }
        };
    }
    Ok(held)
}

/// Another process may have let the same person in at this moment: the work is run again, and finds them.
fn met(error: DbError, rule: &str) -> DbError {
    if error.broke(rule) { DbError::Again(format!("{rule}: another process was first")) } else { error }
}

/// What a provider's refusal means (RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, section 3.1.2.6).
fn refusal(error: &str) -> Option<Setback> {
    if error.is_empty() {
        return None;
    }
    tracing::warn!(error = ?error.chars().take(80).collect::<String>(), "the provider refused a sign-in");
    let is_away = matches!(error, "temporarily_unavailable" | "server_error");
    Some(if is_away { Setback::Unavailable } else { Setback::Denied })
}

fn setback(fault: &ProviderFault) -> Setback {
    // As a value: what a provider says must make no lines of its own.
    tracing::warn!(why = ?fault, "a sign-in by the provider failed");
    match fault {
        ProviderFault::Unavailable(_) => Setback::Unavailable,
        ProviderFault::Refused(_) => Setback::Untrusted,
        ProviderFault::Weak(_) => Setback::Weak,
    }
}
