//! Staff decides who it was that a report saw, that it was nobody who is registered, or that this is to be decided anew.

use serde_json::json;

use super::take_in::proofs_of;
use crate::app::correct_presence::correctable;
use crate::app::journal::Entry;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::sightings::{self, Row};
use crate::db::{AnyConn, Scope, attendance, events, platforms, registrations};
use crate::domain::attendance::{SightingState, Unsure};
use crate::domain::ids::{EventId, RegistrationId, SightingId};
use crate::domain::journal::{Change, Deed};

impl App {
    /// It was this registration: the report's times become its proofs.
    ///
    /// # Errors
    /// `NotFound` for a sighting or a registration that is not of this event or was erased; `Stale` when it was decided in the meantime;
    /// `WrongState` when the address was never proven.
    pub async fn assign_sighting(
        &self,
        event: EventId,
        id: SightingId,
        registration: RegistrationId,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut row = waiting(tx, event, id)?;
                let (whose, of) = correctable(tx, event, registration)?;
                (row.state, row.registration_id) = (SightingState::Taken, Some(registration));
                (row.decided_at, row.decided_by) = (Some(now.into()), Some(actor.to_string()));
                sightings::decide(tx, &row)?;
                let share = platforms::by_id(tx, of.platform_id)?.presence_share;
                let proofs = proofs_of(tx, &row, registration, u32::try_from(share).unwrap_or_default(), actor, now);
                attendance::insert_many(tx, &proofs)?;
                let change = Change::to(&json!({ "line": row.line }));
                app.write_down(tx, Entry::of_registration(actor, Deed::SightingAssigned, &of, &whose.reference, change), now);
                Ok(())
            })
            .await
    }

    /// It was nobody who is registered.
    ///
    /// # Errors
    /// `NotFound` for a sighting that is not of this event or was erased; `Stale` when it was decided in the meantime.
    pub async fn dismiss_sighting(&self, event: EventId, id: SightingId, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut row = waiting(tx, event, id)?;
                row.state = SightingState::Dismissed;
                (row.decided_at, row.decided_by) = (Some(now.into()), Some(actor.to_string()));
                sightings::decide(tx, &row)?;
                let mut entry = Entry::of_event(actor, Deed::SightingDismissed, None, &events::by_id(tx, event)?.event);
                entry.change = Change::to(&json!({ "count": 1, "line": row.line }));
                app.write_down(tx, entry, now);
                Ok(())
            })
            .await
    }

    /// All who wait and are near nobody who is registered are left out; answers how many.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn dismiss_unknown(&self, event: EventId, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let n = sightings::dismiss_unknown(tx, event, &actor.to_string(), now)?;
                if n > 0 {
                    let mut entry = Entry::of_event(actor, Deed::SightingDismissed, None, &events::by_id(tx, event)?.event);
                    entry.change = Change::to(&json!({ "count": n }));
                    app.write_down(tx, entry, now);
                }
                Ok::<_, AppError>(n)
            })
            .await
    }

    /// What was decided about a sighting, by staff or by the report itself, is to be decided anew: its proofs are taken back.
    ///
    /// # Errors
    /// `NotFound` for a sighting that is not of this event or was erased; `Stale` when it waits already.
    pub async fn put_sighting_back(&self, event: EventId, id: SightingId, reason: String, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut row = of_event(tx, event, id)?;
                if row.state == SightingState::Open {
                    return Err(AppError::Stale);
                }
                let of = events::by_id(tx, event)?.event;
                let whose = row.registration_id.map(|whose| registrations::by_id(tx, whose)).transpose()?;
                if let Some(whose) = &whose {
                    let proofs: Vec<_> = attendance::standing_by(tx, row.report_id, Some(id))?.iter().map(|proof| proof.id).collect();
                    attendance::revoke(tx, whose.id, &proofs, now, &actor.to_string(), Some(&reason))?;
                }
                row.why = row.why.or(Some(Unsure::PutBack));
                (row.state, row.registration_id, row.decided_at, row.decided_by) = (SightingState::Open, None, None, None);
                sightings::decide(tx, &row)?;
                let change = Change::between(&json!({ "line": row.line }), &json!({}));
                let entry = match &whose {
                    Some(whose) => Entry::of_registration(actor, Deed::SightingPutBack, &of, &whose.reference, change),
                    None => Entry { change, ..Entry::of_event(actor, Deed::SightingPutBack, None, &of) },
                };
                app.write_down(tx, entry, now);
                Ok(())
            })
            .await
    }
}

fn of_event(conn: &mut AnyConn, event: EventId, id: SightingId) -> Result<Row, AppError> {
    sightings::by_id(conn, id)?.filter(|row| row.event_id == event && row.erased_at.is_none()).ok_or(AppError::NotFound)
}

fn waiting(conn: &mut AnyConn, event: EventId, id: SightingId) -> Result<Row, AppError> {
    let row = of_event(conn, event, id)?;
    if row.state == SightingState::Open { Ok(row) } else { Err(AppError::Stale) }
}
