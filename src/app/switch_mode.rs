//! Somebody changes the way of attending. The present place is kept unless the other way has a seat: nobody loses by asking.

use super::join::leave_meeting;
use super::ledger::{Ledger, Move};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, Tx, outbox, registrations};
use crate::domain::event::{ChangedField, Window};
use crate::domain::ids::RegistrationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, MailKind, State, SwitchRefusal};
use crate::domain::seats::Reason;
use crate::mail::message::{Fact, FactChange};

impl App {
    /// Switches to the other way of attending, giving a seat there and freeing the old one.
    ///
    /// # Errors
    /// `Switch` with the reason when there is no seat, `NotOpen` once the event has begun, `WrongState`.
    pub async fn switch_mode(&self, id: RegistrationId, to: Mode, actor: Actor, now: Instant) -> Result<(), AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                apply(tx, &mut ledger, id, to, actor)?;
                ledger.settle(tx)?;
                ledger.close(tx, false)?;
                Ok(())
            })
            .await
    }
}

/// The switch alone, on work that goes on: the caller settles and closes.
pub(super) fn apply(tx: &mut Tx<'_>, ledger: &mut Ledger, id: RegistrationId, to: Mode, actor: Actor) -> Result<(), AppError> {
    let mut row = registrations::by_id(tx, id)?;
    check(ledger, &row, to, ledger.now)?;
    if let Some(reason) = ledger.obstacle(tx, &row, to)? {
        return Err(AppError::Switch(SwitchRefusal::Full(reason)));
    }
    let mut moved = Move::new(Cause::SwitchedMode, actor, &row);
    moved.changed = vec![FactChange { field: ChangedField::Mode, from: Fact::Mode(row.mode), to: Fact::Mode(to) }];
    let was = row.mode;
    // Who comes to the room needs no link, and who attends online from now on has it in the mail about that; a reminder still says how they
    // wanted to attend before.
    outbox::abort_of_registration(tx, row.id, &[MailKind::JoinDetails, MailKind::Reminder])?;
    leave_meeting(tx, &mut row, ledger.stored.event.schedule.starts_at, actor, ledger.now)?;
    ledger.free_seat(&row);
    ledger.give_seat(&mut row, to, Reason::OwnWish);
    ledger.record(tx, &row, moved, None)?;
    let change = Change::between(&serde_json::json!({ "mode": was }), &serde_json::json!({ "mode": to }));
    ledger.write_down_of(tx, actor, Deed::RegistrationChanged, &row, change);
    ledger.keep(row);
    Ok(())
}

fn check(ledger: &Ledger, row: &registrations::Row, to: Mode, now: Instant) -> Result<(), AppError> {
    let event = &ledger.stored.event;
    match event.window(now) {
        Window::Open | Window::NotYet(_) => {}
        Window::Closed(_) if now < event.schedule.starts_at => {}
        shut => return Err(AppError::NotOpen(shut)),
    }
    if !matches!(row.state, State::Confirmed | State::Waitlisted) {
        return Err(AppError::WrongState(row.state));
    }
    if row.mode == to {
        return Err(AppError::Switch(SwitchRefusal::Same));
    }
    if !event.place.format.offers(to) {
        return Err(AppError::Switch(SwitchRefusal::NotOffered(to)));
    }
    Ok(())
}
