//! `user` and `token`.

use std::io::Read;

use base64::Engine;

use super::shape::{Token, User};
use super::{Failure, Parts};
use crate::domain::ids::PlatformId;

/// `user add|list|disable`.
pub async fn user(parts: &Parts, user: User) -> Result<(), Failure> {
    match user {
        User::Add { email, role, platform, password_stdin } => {
            let platform = of_platform(parts, platform).await?;
            let known = parts.app.users().await?.iter().any(|u| u.email.eq_ignore_ascii_case(email.as_str()));
            let (password, made) = match (password_stdin, known) {
                (true, _) => (Some(from_stdin()?), None),
                // Another role for somebody who has a password already.
                (false, true) => (None, None),
                (false, false) => {
                    let made = random_password(parts)?;
                    (Some(made.clone()), Some(made))
                }
            };
            parts.app.add_user(email.clone(), role, platform, password, parts.app.now()).await?;
            eprintln!("{email} is {role}.");
            if let Some(made) = made {
                eprintln!("The password, shown this once:");
                println!("{made}");
            }
        }
        User::List => {
            let slugs = parts.app.platform_slugs().await?;
            for user in parts.app.users().await? {
                let name = |id: PlatformId| slugs.iter().find(|(known, _)| *known == id).map_or("?", |(_, slug)| slug.as_str());
                let roles: Vec<String> =
                    user.grants.0.iter().map(|(role, on)| on.map_or_else(|| role.to_string(), |id| format!("{role}@{}", name(id)))).collect();
                println!("{}\t{}\t{}", user.email, roles.join(","), if user.disabled { "disabled" } else { "active" });
            }
        }
        User::Disable { email } => {
            parts.app.disable_user(email.clone(), parts.app.now()).await.map_err(|e| match e {
                crate::app::AppError::NotFound => Failure::new(format!("there is no user {email}; see: quarterdeck user list")),
                other => other.into(),
            })?;
            eprintln!("{email} is shut out and signed out.");
        }
    }
    Ok(())
}

/// `token add`.
pub async fn token(parts: &Parts, token: Token) -> Result<(), Failure> {
    let Token::Add { name, role, platform } = token;
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
        return Err(Failure::wrong_use("--name: needs 1 to 100 characters that say what the token is for"));
    }
    let platform = of_platform(parts, platform).await?;
    let made = parts.app.add_token(name.clone(), role, platform, parts.app.now()).await.map_err(|e| match e {
        crate::app::AppError::Taken(_) => Failure::new(format!("there is a token named \"{name}\" already; take another name")),
        other => other.into(),
    })?;
    eprintln!("The token, shown this once:");
    println!("{made}");
    Ok(())
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

/// 120 random bits, in letters that can be typed.
pub fn random_password(parts: &Parts) -> Result<String, Failure> {
    let random = parts.app.secrets.random()?;
    let text = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&random[..15]);
    // Groups are easier to read off a screen.
    let groups: Vec<&str> = [0..5, 5..10, 10..15, 15..20].into_iter().filter_map(|range| text.get(range)).collect();
    Ok(groups.join("."))
}
