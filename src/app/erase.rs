//! Somebody erases their data (GDPR 17): the seat is freed, owed mails are dropped, history and counts keep no name.

use super::ledger::{Ledger, Move, set_state};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, outbox, people, registrations};
use crate::domain::ids::RegistrationId;
use crate::domain::registration::{Cause, State};
use crate::domain::seats::Reason;

impl App {
    /// Erases what identifies the owner of a registration. The counts of a past event stay.
    ///
    /// # Errors
    /// `NotFound` when there is no such registration or it was erased before.
    pub async fn erase(&self, id: RegistrationId, actor: Actor, now: Instant) -> Result<(), AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let mut row = registrations::by_id(tx, id)?;
                if row.erased_at.is_some() {
                    return Err(AppError::NotFound);
                }
                let moved = Move::new(Cause::Erased, actor, &row);
                let over = ledger.stored.event.is_held(now);
                if row.state.is_active() && !over {
                    ledger.free_seat(&row);
                    set_state(&mut row, State::Withdrawn, Some(Reason::Erased), now);
                }
                let person = row.person_id.take();
                blank(&mut row, now);
                ledger.record(tx, &row, moved, None)?;
                ledger.keep(row);
                ledger.settle(tx)?;
                outbox::erase_of_registration(tx, id)?;
                ledger.close(tx, false)?;
                if let Some(person) = person {
                    people::remove_unreferenced(tx, person)?;
                }
                Ok(())
            })
            .await
    }
}

/// Takes out everything that says who it was; sector, language, way of attending and presence are counts.
fn blank(row: &mut registrations::Row, now: Instant) {
    row.name.clear();
    row.email.clear();
    row.organisation_name.clear();
    row.search_key.clear();
    row.erased_at = Some(now.into());
    row.was_invited = false;
    if matches!(row.reason.as_ref().map(|r| &r.0), Some(Reason::Staff { .. })) {
        row.reason = None;
    }
}
