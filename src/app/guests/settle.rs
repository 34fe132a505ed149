//! The time to object is over, or registration is: whoever nobody objected to is invited, or the proposal lapses.

use super::bar::bar;
use super::{Row, asks_for_mandates, decide, end, hold, invites};
use crate::app::invite::open;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{DbError, Scope, Tx, events, guests};
use crate::domain::guest::State;
use crate::domain::ids::{EventId, Reference};

impl App {
    /// Invites whoever nobody objected to in time, unless silence admits nobody; answers how many proposals were settled. Where there is nothing to invite to any more
    /// the proposal lapses, also before its time is over: an event may have been moved to an earlier day.
    ///
    /// # Errors
    /// When the database cannot be reached; the next round goes on. A proposal with a fault of its own keeps no other waiting.
    pub async fn settle_guests(&self, now: Instant) -> Result<usize, AppError> {
        let due = self.db.read(move |conn| Ok::<_, AppError>(guests::due(conn, now)?)).await?;
        for (event, reference) in &due {
            let (app, event, of) = (self.clone(), *event, reference.clone());
            match self.db.write(Scope::Event(event), move |tx| settle(&app, tx, event, &of, now)).await {
                Ok(()) => {}
                Err(AppError::Fault(cause @ (DbError::Unavailable(_) | DbError::Again(_)))) => return Err(cause.into()),
                Err(fault) => tracing::error!(error = %fault, "the proposal of a guest cannot be settled"),
            }
        }
        Ok(due.len())
    }
}

fn settle(app: &App, tx: &mut Tx<'_>, event: EventId, reference: &Reference, now: Instant) -> Result<(), AppError> {
    hold(tx, event)?;
    let takes_guests = open(&events::by_id(tx, event)?.event, now).is_ok();
    // It may have been decided since we looked, here or by another process, or the event moved to a later day.
    let is_due = |row: &guests::Row| row.state == State::Open && !(takes_guests && row.takes_objections(now));
    let Some(row) = guests::by_reference(tx, event, reference)?.filter(is_due) else { return Ok(()) };
    if !(takes_guests && asks_for_mandates(tx, event)?) {
        return decide(app, tx, row, State::Lapsed, Actor::System, now);
    }
    if bar(tx, &row, now)?.is_some() {
        // This one alone: another member may still stand for the same person, and an organiser decide before that one's time.
        return end(app, tx, row, State::Lapsed, Actor::System, now);
    }
    let to = if invites(app, tx, &row, Actor::System, now)? { State::Admitted } else { State::Elsewhere };
    decide(app, tx, row, to, Actor::System, now)
}

/// What the clock decided already of other proposals of the same person is decided before anybody decides of this one, for what holds for
/// one may hold for all; answers it as it is then.
pub(super) fn settle_others(app: &App, tx: &mut Tx<'_>, row: Row, now: Instant) -> Result<Row, AppError> {
    let key = row.email_key.clone().unwrap_or_default();
    let others = guests::of_address(tx, Some(row.event_id), &key)?.into_iter().filter(|other| other.id != row.id && other.state == State::Open);
    for other in others.collect::<Vec<_>>() {
        settle(app, tx, other.event_id, &other.reference, now)?;
    }
    guests::by_reference(tx, row.event_id, &row.reference)?.ok_or(AppError::NotFound)
}

/// An event is called off: what was proposed for it lapses, and nobody is told of it beside.
pub(in crate::app) fn lapse_all(app: &App, tx: &mut Tx<'_>, event: EventId, actor: Actor, now: Instant) -> Result<(), AppError> {
    let open = guests::of_event(tx, event)?.into_iter().filter(|row| row.state == State::Open);
    open.collect::<Vec<_>>().into_iter().try_for_each(|row| end(app, tx, row, State::Lapsed, actor, now))
}
