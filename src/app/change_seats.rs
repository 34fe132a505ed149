//! Staff changes how many seats there are and for whom: nobody loses one, and whoever waits moves up at once.

use super::journal::Entry;
use super::ledger::Ledger;
use super::save_event::{complete_if_published, fresh};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, Tx, registrations};
use crate::domain::event::EventStatus;
use crate::domain::ids::EventId;
use crate::domain::journal::Deed;
use crate::domain::mode::Mode;
use crate::domain::seats::{SeatRules, covers};

impl App {
    /// Sets new limits.
    ///
    /// # Errors
    /// `BelowTaken` with the least possible, `Stale`, `Incomplete` when a published room loses its capacity,
    /// `WrongEventState` when the event was called off.
    pub async fn change_seats(&self, id: EventId, revision: Option<i32>, seats: SeatRules, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(id), move |tx| {
                let mut ledger = Ledger::open(&app, tx, id, now)?;
                fresh(&ledger.stored, revision)?;
                let before = ledger.stored.event.clone();
                set_limits(tx, &mut ledger, seats, now)?;
                ledger.stored.event.revision += 1;
                complete_if_published(&ledger.stored.event)?;
                ledger.settle(tx)?;
                let after = ledger.stored.event.clone();
                ledger.write_down(tx, Entry::of_event(actor, Deed::SeatsChanged, Some(&before), &after));
                ledger.close(tx, true)?;
                Ok(())
            })
            .await
    }
}

/// The new limits alone, on work that goes on: the caller raises the revision, settles and closes.
pub(super) fn set_limits(tx: &mut Tx<'_>, ledger: &mut Ledger, seats: SeatRules, now: Instant) -> Result<(), AppError> {
    if ledger.stored.event.status == EventStatus::CalledOff {
        return Err(AppError::WrongEventState("called_off"));
    }
    for mode in Mode::ALL.iter().copied() {
        let was = ledger.stored.event.seats.pool(mode).max_per_organisation;
        let most = match seats.pool(mode).max_per_organisation {
            // Two organisations that turned out to be one may have more than the limit that stands: leaving it takes no seat.
            Some(limit) if was.is_some_and(|was| limit >= was) => 0,
            Some(_) => registrations::seats_of_organisations(tx, ledger.stored.event.id, mode, None)?.into_values().max().unwrap_or(0),
            None => 0,
        };
        covers(mode, seats.pool(mode), ledger.stored.taken(mode), most, seats.quotas_released(now)).map_err(AppError::BelowTaken)?;
    }
    if ledger.stored.event.seats.release_at != seats.release_at {
        ledger.stored.released_at = None;
    }
    ledger.stored.event.seats = seats;
    Ok(())
}
