//! The release date of unused quota: whoever waited for it moves up.

use super::ledger::Ledger;
use super::{App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, events};
use crate::domain::ids::EventId;

impl App {
    /// Settles the events whose quotas fell free; answers how many.
    pub async fn release_quotas(&self, now: Instant) -> Result<usize, AppError> {
        let due = self.db.read(move |conn| Ok::<_, AppError>(events::due_for_release(conn, now)?)).await?;
        for event in &due {
            self.release_quotas_of(*event, now).await?;
        }
        Ok(due.len())
    }

    /// Settles one event whose quotas fell free.
    pub async fn release_quotas_of(&self, event: EventId, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                // Opening it settled it. Also for an event that is over, so that it is not looked at again.
                ledger.stored.released_at = ledger.stored.released_at.or(Some(now));
                ledger.close(tx, true)?;
                Ok(())
            })
            .await
    }
}
