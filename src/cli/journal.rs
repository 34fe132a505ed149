//! `journal`: printed, or looked through for what was changed or taken out.

use super::failure::Failure;
use super::parts::Parts;
use super::shape::Journal;
use crate::app::journal::Known;

/// `quarterdeck journal …`
pub async fn run(parts: &Parts, command: Journal) -> Result<(), Failure> {
    match command {
        Journal::Verify { known } => verify(parts, known.as_deref()).await,
        Journal::List => list(parts).await,
    }
}

async fn verify(parts: &Parts, known: Option<&str>) -> Result<(), Failure> {
    let known = known
        .map(Known::parse)
        .transpose()
        .map_err(|given| Failure::wrong_use(format!("--known: \"{given}\" is not NUMBER:SEAL as \"quarterdeck journal verify\" prints it")))?;
    let checked = parts.app.verify_journal(known).await?;
    for flaw in &checked.flaws {
        println!("{flaw}");
    }
    if !checked.flaws.is_empty() {
        return Err(Failure::new(format!("the journal is not as it was written: {} findings on standard output", checked.flaws.len())));
    }
    println!("{}", checked.last);
    eprintln!(
        "All {} entries stand as they were written. Keep the line above elsewhere: with --known it shows later that they still do.",
        checked.last.number
    );
    Ok(())
}

async fn list(parts: &Parts) -> Result<(), Failure> {
    let mut after = 0;
    loop {
        let entries = parts.app.journal_after(after).await?;
        let Some(last) = entries.last() else { return Ok(()) };
        after = last.number;
        for entry in entries {
            let line = serde_json::json!({
                "number": entry.number, "at": entry.at.0, "actor": entry.actor, "deed": entry.deed, "subject": entry.subject,
                "was": serde_json::from_str::<serde_json::Value>(&entry.was).unwrap_or_default(),
                "became": serde_json::from_str::<serde_json::Value>(&entry.became).unwrap_or_default(),
                "seal": entry.seal,
            });
            println!("{line}");
        }
    }
}
