//! `purge` and `person`: what the operator does for the rights of people.

use super::failure::Failure;
use super::parts::Parts;
use super::shape::Person;
use crate::app::AppError;
use crate::domain::email::EmailAddress;

/// `quarterdeck person …`
pub async fn run(parts: &Parts, command: Person) -> Result<(), Failure> {
    match command {
        Person::Export { email } => {
            let data = parts.app.export_person(&email, parts.app.now()).await.map_err(|e| unknown(e, &email))?;
            println!("{}", serde_json::to_string_pretty(&data).map_err(|e| Failure::new(e.to_string()))?);
        }
        Person::Erase { email } => {
            let erased = parts.app.erase_person(&email, parts.app.now()).await.map_err(|e| unknown(e, &email))?;
            eprintln!(
                "Erased: {} registrations, {} invitations, {} mandates on rosters. Seats are freed; a last mail takes coming events out of the calendar. Backups keep what they had.",
                erased.registrations, erased.invitations, erased.mandates
            );
        }
    }
    Ok(())
}

/// `quarterdeck purge`
pub async fn purge(parts: &Parts) -> Result<(), Failure> {
    let days = parts.app.settings.retention_days;
    let count = parts.app.purge(parts.app.now()).await?;
    eprintln!("Purged: {count} registrations at events that ended more than {days} days ago. Counts stay.");
    Ok(())
}

fn unknown(error: AppError, email: &EmailAddress) -> Failure {
    match error {
        AppError::NotFound => Failure::new(format!("nobody with the address {email} is known; nothing was changed")),
        other => other.into(),
    }
}
