//! `user` and `token`.

use std::io::Read;

use super::shape::{Token, User};
use super::{Failure, Parts};
use crate::app::{Actor, AppError};
use crate::db::staff::Grant;
use crate::domain::email::EmailAddress;
use crate::domain::ids::PlatformId;
use crate::domain::staff::Role;

/// `user add|list|disable|enable|revoke`.
pub async fn user(parts: &Parts, user: User) -> Result<(), Failure> {
    let app = &parts.app;
    match user {
        User::Add { email, role, platform, password_stdin } => add(parts, email, role, platform, password_stdin).await,
        User::List => {
            let names = Names::read(parts).await?;
            for user in app.users().await? {
                println!("{}\t{}\t{}", user.email, names.held(&user.grants), standing(user.disabled));
            }
            Ok(())
        }
        User::Disable { email } => {
            app.disable_user(email.clone(), Actor::Operator, app.now()).await.map_err(|e| no_user(e, &email))?;
            eprintln!("{email} is shut out and signed out.");
            Ok(())
        }
        User::Enable { email } => {
            app.enable_user(email.clone(), Actor::Operator, app.now()).await.map_err(|e| no_user(e, &email))?;
            eprintln!("{email} can sign in again, with the roles they had; see: quarterdeck user list");
            Ok(())
        }
        User::Revoke { email, role, platform } => revoke(parts, email, role, platform).await,
    }
}

async fn add(parts: &Parts, email: EmailAddress, role: Role, platform: Option<String>, password_stdin: bool) -> Result<(), Failure> {
    let platform = of_platform(parts, platform).await?;
    let known = parts.app.users().await?.into_iter().find(|u| u.email.eq_ignore_ascii_case(email.as_str()));
    let (password, made) = match (password_stdin, &known) {
        (true, _) => (Some(from_stdin()?), None),
        // Another role for somebody who has a password already.
        (false, Some(_)) => (None, None),
        (false, None) => {
            let made = parts.app.new_password()?;
            (Some(made.clone()), Some(made))
        }
    };
    parts.app.add_user(email.clone(), role, platform, password, Actor::Operator, parts.app.now()).await?;
    eprintln!("{email} is {role}.");
    if known.is_some_and(|user| user.disabled) {
        eprintln!("They are still shut out; to let them in, run: quarterdeck user enable --email {email}");
    }
    if let Some(made) = made {
        eprintln!("The password, shown this once:");
        println!("{made}");
    }
    Ok(())
}

async fn revoke(parts: &Parts, email: EmailAddress, role: Role, platform: Option<String>) -> Result<(), Failure> {
    let platform = of_platform(parts, platform).await?;
    let names = Names::read(parts).await?;
    let asked = names.role(role, platform);
    if parts.app.revoke_role(email.clone(), role, platform, Actor::Operator, parts.app.now()).await.map_err(|e| no_user(e, &email))? {
        eprintln!("{email} is no longer {asked}.");
        return Ok(());
    }
    let users = parts.app.users().await?;
    let held = users.iter().find(|u| u.email.eq_ignore_ascii_case(email.as_str())).map_or(String::new(), |u| names.held(&u.grants));
    let held = if held.is_empty() { "no role".to_owned() } else { held };
    Err(Failure::new(format!("{email} is not {asked}; they have: {held}")))
}

fn no_user(error: AppError, email: &EmailAddress) -> Failure {
    match error {
        AppError::NotFound => Failure::new(format!("there is no user {email}; see: quarterdeck user list")),
        other => other.into(),
    }
}

/// `token add|list|disable`.
pub async fn token(parts: &Parts, token: Token) -> Result<(), Failure> {
    let app = &parts.app;
    match token {
        Token::Add { name, role, platform } => add_token(parts, name.trim().to_owned(), role, platform).await,
        Token::List => {
            let names = Names::read(parts).await?;
            for token in app.tokens().await? {
                println!("{}\t{}\t{}", token.name, names.roles(&[token.grant]), standing(token.disabled));
            }
            Ok(())
        }
        Token::Disable { name } => {
            app.disable_token(name.clone(), Actor::Operator, app.now()).await.map_err(|e| match e {
                AppError::NotFound => Failure::new(format!("there is no token named \"{name}\"; see: quarterdeck token list")),
                other => other.into(),
            })?;
            eprintln!("The token \"{name}\" opens nothing any more.");
            Ok(())
        }
    }
}

async fn add_token(parts: &Parts, name: String, role: Role, platform: Option<String>) -> Result<(), Failure> {
    if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
        return Err(Failure::wrong_use("--name: needs 1 to 100 characters that say what the token is for"));
    }
    let platform = of_platform(parts, platform).await?;
    let made = parts.app.add_token(name.clone(), role, platform, Actor::Operator, parts.app.now()).await.map_err(|e| match e {
        AppError::Taken(_) => Failure::new(format!("there is a token named \"{name}\" already; take another name")),
        other => other.into(),
    })?;
    eprintln!("The token, shown this once:");
    println!("{made}");
    Ok(())
}

/// The slugs of platforms, to write roles with.
struct Names(Vec<(PlatformId, String)>);

impl Names {
    async fn read(parts: &Parts) -> Result<Self, Failure> {
        Ok(Self(parts.app.platform_slugs().await?))
    }

    /// `desk@qctr`, or `desk` for all platforms.
    fn role(&self, role: Role, platform: Option<PlatformId>) -> String {
        let slug = |id| self.0.iter().find(|(known, _)| *known == id).map_or("?", |(_, slug)| slug.as_str());
        platform.map_or_else(|| role.to_string(), |id| format!("{role}@{}", slug(id)))
    }

    fn roles(&self, grants: &[(Role, Option<PlatformId>)]) -> String {
        grants.iter().map(|(role, platform)| self.role(*role, *platform)).collect::<Vec<_>>().join(",")
    }

    /// Roles of a user; those that came with an identity say so.
    fn held(&self, grants: &[Grant]) -> String {
        let word = |grant: &Grant| format!("{}{}", self.role(grant.role, grant.platform), if grant.by.is_some() { " (oidc)" } else { "" });
        grants.iter().map(word).collect::<Vec<_>>().join(",")
    }
}

fn standing(disabled: bool) -> &'static str {
    if disabled { "disabled" } else { "active" }
}

async fn of_platform(parts: &Parts, slug: Option<String>) -> Result<Option<PlatformId>, Failure> {
    match slug {
        Some(slug) => Ok(Some(parts.platform(&slug).await?)),
        None => Ok(None),
    }
}

fn from_stdin() -> Result<String, Failure> {
    let mut text = String::new();
    std::io::stdin().take(4096).read_to_string(&mut text)?;
    let password = text.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(Failure::wrong_use("--password-stdin: nothing came in on standard input"));
    }
    Ok(password.to_owned())
}
