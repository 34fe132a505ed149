//! `catalogue load`.

use super::{Failure, Parts};
use crate::app::Actor;
use crate::app::load_catalogue::{CCB, Outcome};

/// Loads the built-in catalogue or a file, and says what became of each platform.
pub async fn load(parts: &Parts, from: &str) -> Result<(), Failure> {
    let text = match from {
        "ccb" => CCB.to_owned(),
        path => std::fs::read_to_string(path).map_err(|e| Failure::new(format!("cannot read the catalogue {path}: {e}")))?,
    };
    for loaded in parts.app.load_catalogue(&text, Actor::Operator, parts.app.now()).await? {
        let outcome = match loaded.outcome {
            Outcome::Added => "added",
            Outcome::Updated => "updated",
            Outcome::Unchanged => "unchanged",
        };
        eprintln!("{outcome:<10} {}", loaded.slug);
        for kept in loaded.kept {
            let language = kept.language.map_or(String::new(), |l| format!(" ({l})"));
            eprintln!("           kept as it was edited: {}{language}", kept.field);
        }
    }
    Ok(())
}
