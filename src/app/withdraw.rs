//! Somebody steps back, or staff takes them off the list: the seat goes to the first in line in the same transaction.

use super::join::leave_meeting;
use super::ledger::{Ledger, Move, set_state};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{DbError, Scope, Tx, outbox, registrations};
use crate::domain::ids::RegistrationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::registration::{Cause, MailKind, State};
use crate::domain::seats::Reason;

impl App {
    /// Withdraws a registration. Doing it twice answers the same.
    ///
    /// # Errors
    /// `NotFound`, or `WrongState` when there is nothing to withdraw from (rejected, cancelled, expired) or the event is over.
    pub async fn withdraw(&self, id: RegistrationId, actor: Actor, reason: Option<String>, now: Instant) -> Result<State, AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let row = registrations::by_id(tx, id)?;
                if row.state == State::Withdrawn {
                    // Opening may have moved others.
                    ledger.close(tx, false)?;
                    return Ok(row.state);
                }
                if !row.state.may_withdraw() || ledger.stored.event.is_held(now) {
                    return Err(AppError::WrongState(row.state));
                }
                let reason = reason.clone().map_or(Reason::OwnWish, |text| Reason::Staff { text });
                let cause = if actor == Actor::Person { Cause::Withdrew } else { Cause::WithdrawnByStaff };
                step_back(tx, &mut ledger, row, cause, actor, reason)?;
                ledger.settle(tx)?;
                ledger.close(tx, false)?;
                Ok(State::Withdrawn)
            })
            .await
    }
}

/// Takes a registration out of play: seat freed, calendar told, reminders and an unsent proof request dropped.
pub(super) fn step_back(
    tx: &mut Tx<'_>,
    ledger: &mut Ledger,
    mut row: registrations::Row,
    cause: Cause,
    actor: Actor,
    reason: Reason,
) -> Result<(), DbError> {
    let moved = Move::new(cause, actor, &row);
    let was = row.state;
    leave_meeting(tx, &mut row, ledger.stored.event.schedule.starts_at, actor, ledger.now)?;
    ledger.free_seat(&row);
    set_state(&mut row, State::Withdrawn, Some(reason), ledger.now);
    if row.was_invited {
        row.sequence += 1;
        row.was_invited = false;
    }
    let moot: Vec<MailKind> = MailKind::AHEAD.into_iter().chain([MailKind::ProveAddress]).collect();
    outbox::abort_of_registration(tx, row.id, &moot)?;
    ledger.record(tx, &row, moved, None)?;
    let change = Change::between(&serde_json::json!({ "state": was }), &serde_json::json!({ "state": row.state }));
    ledger.write_down_of(tx, actor, Deed::RegistrationWithdrawn, &row, change);
    ledger.keep(row);
    Ok(())
}
