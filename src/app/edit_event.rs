//! Staff or a program edits several parts of an event at once: all of it or nothing, in one transaction.

use super::change_seats::set_limits;
use super::join::forget_presence;
use super::journal::Entry;
use super::ledger::Ledger;
use super::reschedule_event::{Rescheduled, set_time_and_place, tell_changes};
use super::retell::retell;
use super::save_event::{Texts, check_place, check_schedule, complete_if_published, fresh};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::Scope;
use crate::domain::event::{Place, Schedule};
use crate::domain::ids::EventId;
use crate::domain::journal::Deed;
use crate::domain::seats::SeatRules;

/// An event as it should be. Parts that are as they were count for nothing.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Texts: telling nobody.
    pub texts: Texts,
    /// The event it follows: telling nobody.
    pub follows: Option<EventId>,
    /// When: told to everybody who has or waits for a seat.
    pub schedule: Schedule,
    /// Where: told likewise.
    pub place: Place,
    /// Seats: whoever waits moves up at once.
    pub seats: SeatRules,
}

impl App {
    /// Brings an event to what `edit` says. Nothing happens, and the revision stays, when it says so already.
    ///
    /// # Errors
    /// Those of editing texts, changing seats and rescheduling, for the parts that differ.
    pub async fn edit_event(&self, id: EventId, revision: Option<i32>, edit: Edit, actor: Actor, now: Instant) -> Result<Rescheduled, AppError> {
        check_schedule(&edit.schedule)?;
        check_place(&edit.place)?;
        let app = self.clone();
        self.db
            .write(Scope::Event(id), move |tx| {
                let mut ledger = Ledger::open(&app, tx, id, now)?;
                fresh(&ledger.stored, revision)?;
                let before = ledger.stored.event.clone();
                if before.seats != edit.seats {
                    set_limits(tx, &mut ledger, edit.seats, now)?;
                }
                if before.schedule != edit.schedule || before.place != edit.place {
                    set_time_and_place(tx, &mut ledger, &edit.schedule, &edit.place, now)?;
                }
                let texts = edit.texts.clone();
                let event = &mut ledger.stored.event;
                (event.title, event.summary, event.agenda, event.tlp) = (texts.title, texts.summary, texts.agenda, texts.tlp);
                event.follows = edit.follows;
                ledger.forget_facts();
                let event = &mut ledger.stored.event;
                if *event == before {
                    ledger.close(tx, false)?;
                    return Ok(Rescheduled { changed: Vec::new(), told: 0 });
                }
                event.revision += 1;
                complete_if_published(event)?;
                let told = tell_changes(tx, &mut ledger, &before, actor)?;
                retell(tx, &ledger.stored, &ledger.platform)?;
                ledger.settle(tx)?;
                let after = ledger.stored.event.clone();
                ledger.write_down(tx, Entry::of_event(actor, Deed::EventEdited, Some(&before), &after));
                ledger.close(tx, true)?;
                forget_presence(tx, &before, &after, actor, now)?;
                Ok(told)
            })
            .await
    }
}
