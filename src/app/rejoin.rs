//! Somebody who stepped back takes part again from their page, without a form: the address is proven. They get a seat where one is free
//! for them, else the last place in line; the seat that they gave up may be another's by now.

use super::admission::owner_shut_out;
use super::ledger::{Ledger, Move};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{AnyConn, DbError, Scope, changes, outbox, registrations};
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::RegistrationId;
use crate::domain::platform::Platform;
use crate::domain::registration::{Cause, MailKind, State};
use crate::domain::seats::Reason;

impl App {
    /// Takes part again after stepping back. Doing it twice answers the same.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` for who did not step back by their own wish from a place that they had; `WrongEventState` once the event
    /// has begun or was called off; `ShutOut` for who has no mandate any more.
    pub async fn rejoin(&self, id: RegistrationId, now: Instant) -> Result<State, AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let mut row = registrations::by_id(tx, id)?;
                if matches!(row.state, State::Confirmed | State::Waitlisted) {
                    ledger.close(tx, false)?;
                    return Ok(row.state);
                }
                if !may_return(tx, &ledger.platform, &ledger.stored.event, &row, now)? {
                    return Err(AppError::WrongState(row.state));
                }
                let moved = Move::new(Cause::Returned, Actor::Person, &row);
                // The order of the waiting list is that of proofs: who comes back comes last.
                row.proved_at = Some(now.into());
                let format = ledger.stored.event.place.format;
                let mode = if format.offers(row.mode) { row.mode } else { format.modes()[0] };
                row.mode = mode;
                outbox::abort_of_registration(tx, row.id, &[MailKind::ProveAddress])?;
                let place = ledger.place(tx, &mut row, mode)?;
                ledger.record(tx, &row, moved, place)?;
                let state = row.state;
                ledger.keep(row);
                ledger.close(tx, false)?;
                Ok(state)
            })
            .await
    }

    /// Whether the owner of a registration may take part again without a form.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn may_rejoin(&self, id: RegistrationId, now: Instant) -> Result<bool, AppError> {
        self.db
            .read(move |conn| {
                let row = registrations::by_id(conn, id)?;
                let event = crate::db::events::by_id(conn, row.event_id)?.event;
                let platform = crate::db::platforms::by_id(conn, event.platform_id)?.into();
                Ok(may_return(conn, &platform, &event, &row, now)?)
            })
            .await
    }
}

/// Whether somebody gave up, by their own wish, a place that they may have again: the event is ahead, and the door still open to them.
fn may_return(conn: &mut AnyConn, platform: &Platform, event: &Event, row: &registrations::Row, now: Instant) -> Result<bool, DbError> {
    let by_wish = matches!(row.reason.as_ref().map(|reason| &reason.0), Some(Reason::OwnWish | Reason::CalendarDeclined));
    let is_ahead = event.status == EventStatus::Published && now < event.schedule.starts_at;
    if row.state != State::Withdrawn || !by_wish || !is_ahead || row.erased_at.is_some() || row.person_id.is_none() {
        return Ok(false);
    }
    // Organisers had accepted them, where they decide: what they never had they cannot have back.
    let left = changes::of_registration(conn, row.id)?.into_iter().rev().find(|change| change.to_state == State::Withdrawn);
    if !left.is_some_and(|change| matches!(change.from_state, Some(State::Confirmed | State::Waitlisted))) {
        return Ok(false);
    }
    Ok(owner_shut_out(conn, platform, row, now)?.is_none())
}
