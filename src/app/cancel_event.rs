//! An event is called off: every place ends, everybody who proved their address is told, every calendar drops it.

use super::guests::lapse_all;
use super::journal::Entry;
use super::ledger::{Ledger, Move, set_state};
use super::save_event::fresh;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, outbox, registrations, sendings};
use crate::domain::event::EventStatus;
use crate::domain::ids::EventId;
use crate::domain::journal::Deed;
use crate::domain::registration::{Cause, MailKind, State};
use crate::domain::seats::{Reason, Taken};
use crate::domain::text::Title;

impl App {
    /// Calls an event off; answers how many places ended. Calling it off twice answers nought.
    ///
    /// # Errors
    /// `Stale` when `revision` is not the current one; `WrongEventState` when it is over, or a draft: outsiders see what was
    /// called off, and were never told of a draft.
    pub async fn cancel_event(
        &self,
        id: EventId,
        revision: Option<i32>,
        reason: Option<Title>,
        actor: Actor,
        now: Instant,
    ) -> Result<usize, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(id), move |tx| {
                let mut ledger = Ledger::open(&app, tx, id, now)?;
                match ledger.stored.event.status {
                    EventStatus::CalledOff => return Ok(0),
                    EventStatus::Draft => return Err(AppError::WrongEventState("draft")),
                    EventStatus::Published => {}
                }
                fresh(&ledger.stored, revision)?;
                if ledger.stored.event.is_held(now) {
                    return Err(AppError::WrongEventState("past"));
                }
                let before = ledger.stored.event.clone();
                ledger.stored.event.status = EventStatus::CalledOff;
                ledger.stored.event.sequence += 1;
                ledger.stored.event.revision += 1;
                ledger.stored.call_off_reason = reason.as_ref().map(ToString::to_string);
                ledger.stored.on_site = Taken::default();
                ledger.stored.online = Taken::default();
                ledger.forget_facts();
                let moot: Vec<MailKind> = MailKind::AHEAD.into_iter().chain([MailKind::GuestOutcome, MailKind::ProveAddress]).collect();
                outbox::abort_of_event(tx, id, &moot)?;
                sendings::abort_of_event(tx, id)?;
                sendings::stop_planned(tx, id, now)?;
                let active: Vec<State> = State::ALL.iter().copied().filter(|s| s.is_active()).collect();
                let people = registrations::in_states(tx, id, &active)?;
                let ended = people.len();
                for mut row in people {
                    let moved = Move::new(Cause::EventCalledOff, actor, &row);
                    let why = reason.as_ref().map_or(Reason::CalledOff, |text| Reason::Staff { text: text.to_string() });
                    set_state(&mut row, State::Cancelled, Some(why), now);
                    if row.was_invited {
                        row.sequence += 1;
                        row.was_invited = false;
                    }
                    ledger.record(tx, &row, moved, None)?;
                    ledger.keep(row);
                }
                let mut entry = Entry::of_event(actor, Deed::EventCalledOff, Some(&before), &ledger.stored.event);
                entry.change.after.insert("reason".into(), reason.as_ref().map(ToString::to_string).into());
                entry.change.after.insert("told".into(), ended.into());
                ledger.write_down(tx, entry);
                ledger.close(tx, true)?;
                lapse_all(&app, tx, id, actor, now)?;
                Ok(ended)
            })
            .await
    }
}
