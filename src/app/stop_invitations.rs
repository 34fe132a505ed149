//! Staff stops a sending in the middle, or takes one invitation back: what was not sent is not sent, and its link opens nothing.

use serde_json::json;

use super::journal::Entry;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, events, invitations, registrations, sendings};
use crate::domain::ids::{BatchId, EventId, InvitationId};
use crate::domain::invitation::State;
use crate::domain::journal::{Change, Deed};

impl App {
    /// Stops a sending to this event; answers how many mails stay unsent. What is on its way at this moment may still arrive, and
    /// its link then works. Twice answers nought.
    ///
    /// # Errors
    /// `NotFound` for a sending to no event or another one.
    pub async fn stop_invitations(&self, event: EventId, batch: BatchId, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let batch = sendings::by_id(tx, batch)?.filter(|b| b.event_id == event).ok_or(AppError::NotFound)?;
                if !sendings::stop(tx, batch.id, now)? {
                    return Ok(0);
                }
                let aborted = sendings::abort_mails(tx, batch.id)?;
                let withdrawn = invitations::withdraw_unsent(tx, batch.id, now)?;
                // Before its moment a sending has no mails, only people.
                let unsent = if batch.queued_at.is_some() { aborted } else { withdrawn };
                let stored = events::by_id(tx, event)?;
                let change = Change::to(&json!({ "batch": batch.id, "unsent": unsent }));
                app.write_down(tx, Entry { change, ..Entry::of_event(actor, Deed::InvitationsStopped, None, &stored.event) }, now);
                Ok(unsent)
            })
            .await
    }

    /// Takes one invitation back. Nobody is told; twice answers the same.
    ///
    /// # Errors
    /// `NotFound` for one to another event; `WrongEventState` for one that led to a registration which stands: that is withdrawn first.
    pub async fn withdraw_invitation(&self, event: EventId, id: InvitationId, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut row = invitations::by_id(tx, id)?;
                if row.event_id != event || row.erased_at.is_some() {
                    return Err(AppError::NotFound);
                }
                if row.state == State::Withdrawn {
                    return Ok(());
                }
                let registration = row.registration_id.map(|id| registrations::by_id(tx, id)).transpose()?;
                if !row.state.may_be_withdrawn(registration.map(|r| r.state)) {
                    return Err(AppError::WrongEventState("invitation-accepted"));
                }
                sendings::abort_of_invitations(tx, &[id])?;
                let was = row.state;
                row.state = State::Withdrawn;
                row.registration_id = None;
                row.state_since = now.into();
                let stored = events::by_id(tx, event)?;
                let change = Change::between(&json!({ "state": was }), &json!({ "state": row.state }));
                let subject = format!("invitation:{}", row.reference);
                app.write_down(tx, Entry { subject, change, ..Entry::of_event(actor, Deed::InvitationWithdrawn, None, &stored.event) }, now);
                invitations::update(tx, &[row])?;
                Ok(())
            })
            .await
    }
}
