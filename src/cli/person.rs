//! `purge` and `person`: what the operator does for the rights of people.

use super::failure::Failure;
use super::parts::Parts;
use super::shape::Person;
use crate::app::AppError;
use crate::app::addresses::Kept;
use crate::db::mail_addresses::Failing;
use crate::domain::email::EmailAddress;

/// `quarterdeck person …`
pub async fn run(parts: &Parts, command: Person) -> Result<(), Failure> {
    match command {
        Person::Export { email } => {
            let data = parts.app.export_person(&email, parts.app.now()).await.map_err(|e| unknown(e, &email))?;
            println!("{}", serde_json::to_string_pretty(&data).map_err(|e| Failure::new(e.to_string()))?);
        }
        Person::Erase { email } => {
            let (erased, kept) = parts.app.erase_person(&email, parts.app.now()).await.map_err(|e| unknown(e, &email))?;
            eprintln!(
                "Erased: {} registrations, {} invitations, {} mandates on rosters, {} mails that came from the address, {} entries of attendance reports. Seats are freed; a last mail takes coming events out of the calendar. Backups keep what they had.",
                erased.registrations, erased.invitations, erased.mandates, erased.mails, erased.sightings
            );
            if !kept.is_nothing() {
                eprintln!("{}", stays(&kept));
            }
        }
    }
    Ok(())
}

/// `quarterdeck purge`
pub async fn purge(parts: &Parts) -> Result<(), Failure> {
    let days = parts.app.settings.retention_days;
    let now = parts.app.now();
    // As the timers do: answers to programs may hold names, too.
    parts.app.sweep(now).await?;
    let count = parts.app.purge(now).await?;
    eprintln!("Purged: {count} registrations at events that ended more than {days} days ago. Counts stay.");
    Ok(())
}

/// What is not erased, and why.
fn stays(kept: &Kept) -> String {
    let ended = (!kept.unsubscribed.is_empty()).then(|| format!("that it wants no messages of {} platforms", kept.unsubscribed.len()));
    let fails = kept.failing.as_ref().map(|row| match row.state {
        Failing::Complaint => "that its owner called a mail of ours spam".to_owned(),
        Failing::Hard | Failing::Soft => format!("that mail to it fails ({})", row.code),
    });
    let told: Vec<String> = ended.into_iter().chain(fails).collect();
    format!("What stays of the address, as a keyed digest that names nobody, so that it is honoured still: {}.", told.join(", and "))
}

fn unknown(error: AppError, email: &EmailAddress) -> Failure {
    match error {
        AppError::NotFound => Failure::new(format!("nobody with the address {email} is known; nothing was changed")),
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::mail_addresses::Row;
    use crate::db::types::Ts;
    use crate::domain::ids::PlatformId;

    #[test]
    fn what_stays_is_named() {
        let at = Ts::from(chrono::DateTime::UNIX_EPOCH);
        let failing = |state| Row { address_mac: String::new(), state, code: "5.1.1".into(), since: at, last_at: at, failures: 1 };
        let both = Kept { failing: Some(failing(Failing::Hard)), unsubscribed: vec![(PlatformId(1), at), (PlatformId(2), at)] };
        let told = stays(&both);
        assert!(told.ends_with("that it wants no messages of 2 platforms, and that mail to it fails (5.1.1)."), "{told}");
        let told = stays(&Kept { failing: Some(failing(Failing::Complaint)), unsubscribed: Vec::new() });
        assert!(told.ends_with("honoured still: that its owner called a mail of ours spam."), "{told}");
    }
}
