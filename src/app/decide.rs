//! An organiser accepts a request, or refuses somebody: the seat is given, or freed for whoever is next, in the same transaction.

use super::admission::owner_shut_out;
use super::ledger::{Ledger, Move, set_state};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::events::Stored;
use crate::db::registrations::Row;
use crate::db::{Scope, Tx, outbox, registrations};
use crate::domain::event::{Event, Window};
use crate::domain::ids::RegistrationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, MailKind, State};
use crate::domain::seats::Reason;

impl App {
    /// Accepts a request, also one that was refused before: a seat, or the last place in line. Accepting somebody who has or
    /// waits for a seat answers the same.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` for whoever did not ask or no longer does, `NotOpen` when the event is over or was called off.
    pub async fn approve(&self, id: RegistrationId, actor: Actor, now: Instant) -> Result<State, AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let row = registrations::by_id(tx, id)?;
                if matches!(row.state, State::Confirmed | State::Waitlisted) {
                    ledger.close(tx, false)?;
                    return Ok(row.state);
                }
                if !row.state.may_be_approved() || row.erased_at.is_some() {
                    return Err(AppError::WrongState(row.state));
                }
                if let Some(shut) = owner_shut_out(tx, &ledger.platform, &row, now)? {
                    return Err(AppError::MandateEnded(shut));
                }
                may_answer(&ledger.stored.event, now)?;
                let state = accept(tx, &mut ledger, row, actor)?;
                ledger.close(tx, false)?;
                Ok(state)
            })
            .await
    }

    /// Refuses a request, or takes a seat or a place in line back, for a reason that the person reads. Twice answers the same.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` for whoever never proved the address, has left or is present, and once the event is over.
    pub async fn reject(&self, id: RegistrationId, reason: String, actor: Actor, now: Instant) -> Result<State, AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let row = registrations::by_id(tx, id)?;
                if row.state == State::Rejected {
                    ledger.close(tx, false)?;
                    return Ok(row.state);
                }
                // Whoever sits in the room has come: the mark is taken back first.
                if !row.state.may_be_rejected() || row.present || ledger.stored.event.is_held(now) {
                    return Err(AppError::WrongState(row.state));
                }
                refuse(tx, &mut ledger, row, reason.clone(), actor)?;
                ledger.settle(tx)?;
                ledger.close(tx, false)?;
                Ok(State::Rejected)
            })
            .await
    }
}

/// A seat, or the last place in line, for whoever may have one. The caller closes.
pub(super) fn accept(tx: &mut Tx<'_>, ledger: &mut Ledger, mut row: Row, actor: Actor) -> Result<State, AppError> {
    let moved = Move::new(Cause::Approved, actor, &row);
    let was = row.state;
    let mode = mode_for(&ledger.stored, &row);
    row.mode = mode;
    let place = ledger.place(tx, &mut row, mode)?;
    ledger.record(tx, &row, moved, place)?;
    ledger.write_down_of(tx, actor, Deed::RegistrationApproved, &row, states(was, row.state));
    let state = row.state;
    ledger.keep(row);
    Ok(state)
}

/// No seat, for this reason, for whoever may be refused. The caller settles and closes.
pub(super) fn refuse(tx: &mut Tx<'_>, ledger: &mut Ledger, mut row: Row, reason: String, actor: Actor) -> Result<(), AppError> {
    let moved = Move::new(Cause::Rejected, actor, &row);
    let was = row.state;
    ledger.free_seat(&row);
    set_state(&mut row, State::Rejected, Some(Reason::Staff { text: reason }), ledger.now);
    if row.was_invited {
        row.sequence += 1;
        row.was_invited = false;
    }
    outbox::abort_of_registration(tx, row.id, &MailKind::AHEAD)?;
    ledger.record(tx, &row, moved, None)?;
    ledger.write_down_of(tx, actor, Deed::RegistrationRejected, &row, states(was, row.state));
    ledger.keep(row);
    Ok(())
}

/// The way of attending that somebody asked for, or the one there is.
pub(super) fn mode_for(stored: &Stored, row: &Row) -> Mode {
    let format = stored.event.place.format;
    if format.offers(row.mode) { row.mode } else { format.modes()[0] }
}

/// Whether organisers may still answer: they may take their time until the end, as for whoever they enter by hand.
///
/// # Errors
/// `NotOpen`.
pub(super) fn may_answer(event: &Event, now: Instant) -> Result<(), AppError> {
    match event.window(now) {
        Window::Open | Window::NotYet(_) | Window::Closed(_) => Ok(()),
        shut => Err(AppError::NotOpen(shut)),
    }
}

fn states(was: State, is: State) -> Change {
    Change::between(&serde_json::json!({ "state": was }), &serde_json::json!({ "state": is }))
}
