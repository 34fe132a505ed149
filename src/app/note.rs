//! Staff notes something about a registration for their colleagues. It is about a person, so that they can ask to read it: it stands in
//! what they are given of their data, and in no mail and on no page of theirs.

use serde_json::json;

use super::ledger::Ledger;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, notes, registrations};
use crate::domain::ids::RegistrationId;
use crate::domain::journal::{Change, Deed};

/// Longest note, in characters.
pub const LONGEST: usize = 500;

impl App {
    /// The note about a registration, where there is one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn note_of(&self, id: RegistrationId) -> Result<Option<notes::Row>, AppError> {
        self.db.read(move |conn| Ok(notes::of(conn, id)?)).await
    }

    /// Writes a note over the one that was seen, written at that moment; an empty one removes it. The journal says that it was written,
    /// not what.
    ///
    /// # Errors
    /// `NotFound` once the data is erased; `Stale` when a colleague wrote another one in the meantime.
    pub async fn note(&self, id: RegistrationId, text: String, seen: Option<Instant>, actor: Actor, now: Instant) -> Result<(), AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let ledger = Ledger::open(&app, tx, event, now)?;
                let row = registrations::by_id(tx, id)?;
                if row.erased_at.is_some() {
                    return Err(AppError::NotFound);
                }
                let before = notes::of(tx, id)?;
                let is_same = before.as_ref().map_or("", |note| &note.text) == text;
                if !is_same {
                    if before.as_ref().map(|note| note.written_at.0) != seen {
                        return Err(AppError::Stale);
                    }
                    let did = match (before.is_some(), text.is_empty()) {
                        (_, true) => "removed",
                        (true, false) => "changed",
                        (false, false) => "written",
                    };
                    if text.is_empty() {
                        notes::remove(tx, &[id])?;
                    } else {
                        let note = notes::Row { registration_id: id, text: text.clone(), written_by: actor.to_string(), written_at: now.into() };
                        notes::put(tx, &note)?;
                    }
                    ledger.write_down_of(tx, actor, Deed::RegistrationNoted, &row, Change::to(&json!({ "note": did })));
                }
                ledger.close(tx, false)?;
                Ok(())
            })
            .await
    }
}
