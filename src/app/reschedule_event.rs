//! An event changes its time or place: everybody who has or waits for a seat is told from → to, and every calendar follows.

use super::join::forget_presence;
use super::journal::Entry;
use super::ledger::{Ledger, Move};
use super::retell::retell;
use super::save_event::{check_place, check_schedule, complete_if_published, fresh};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, Tx, outbox, registrations};
use crate::domain::event::{ChangedField, Event, EventStatus, Place, Schedule};
use crate::domain::ids::EventId;
use crate::domain::journal::Deed;
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, MailKind, State};
use crate::mail::message::{Fact, FactChange};

/// What a reschedule did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescheduled {
    /// What changed for people; empty when nobody had to be told.
    pub changed: Vec<ChangedField>,
    /// How many were told.
    pub told: usize,
}

impl App {
    /// Changes time and place. Nobody is told when nothing of either changed; a draft tells nobody either.
    ///
    /// # Errors
    /// `Invalid`, `Stale`, `Incomplete`, `WrongEventState` when it was called off or is over, or when people attend in a
    /// way that the new format no longer offers.
    pub async fn reschedule_event(
        &self,
        id: EventId,
        revision: Option<i32>,
        schedule: Schedule,
        place: Place,
        actor: Actor,
        now: Instant,
    ) -> Result<Rescheduled, AppError> {
        check_schedule(&schedule)?;
        check_place(&place)?;
        let app = self.clone();
        self.db
            .write(Scope::Event(id), move |tx| {
                let mut ledger = Ledger::open(&app, tx, id, now)?;
                fresh(&ledger.stored, revision)?;
                let before = set_time_and_place(tx, &mut ledger, &schedule, &place, now)?;
                ledger.stored.event.revision += 1;
                complete_if_published(&ledger.stored.event)?;
                let done = tell_changes(tx, &mut ledger, &before, actor)?;
                retell(tx, &ledger.stored, &ledger.platform)?;
                ledger.settle(tx)?;
                let after = ledger.stored.event.clone();
                ledger.write_down(tx, Entry::of_event(actor, Deed::EventRescheduled, Some(&before), &after));
                ledger.close(tx, true)?;
                forget_presence(tx, &before, &after, actor, now)?;
                Ok(done)
            })
            .await
    }
}

/// Sets time and place on work that goes on, and answers the event as it was before. Nobody is told yet.
pub(super) fn set_time_and_place(tx: &mut Tx<'_>, ledger: &mut Ledger, schedule: &Schedule, place: &Place, now: Instant) -> Result<Event, AppError> {
    check(&ledger.stored.event, schedule, now)?;
    let before = ledger.stored.event.clone();
    ledger.stored.event.schedule = schedule.clone();
    ledger.stored.event.place = place.clone();
    ledger.forget_facts();
    offers_what_is_taken(tx, ledger)?;
    Ok(before)
}

/// Tells everybody whom a change of time or place concerns; a draft tells nobody.
pub(super) fn tell_changes(tx: &mut Tx<'_>, ledger: &mut Ledger, before: &Event, actor: Actor) -> Result<Rescheduled, AppError> {
    let changed = ledger.stored.event.significant_changes(before);
    let mut told = 0;
    if before.status == EventStatus::Published && !changed.is_empty() {
        ledger.stored.event.sequence += 1;
        // One that waits follows a change of the link; another start has its own, and without a link there is nothing to say.
        if changed.contains(&ChangedField::Starts) || ledger.stored.event.place.join_link.is_none() {
            outbox::abort_of_event(tx, before.id, &[MailKind::JoinDetails])?;
        }
        told = tell(tx, ledger, before, &changed, actor)?;
    }
    Ok(Rescheduled { changed, told })
}

fn check(event: &Event, schedule: &Schedule, now: Instant) -> Result<(), AppError> {
    if event.status == EventStatus::CalledOff {
        return Err(AppError::WrongEventState("called_off"));
    }
    if event.is_held(now) {
        return Err(AppError::WrongEventState("past"));
    }
    if schedule.starts_at <= now && event.schedule.starts_at != schedule.starts_at {
        return Err(AppError::Invalid { field: "starts_at", why: "the new start lies in the past".into() });
    }
    Ok(())
}

/// A way of attending that somebody uses or waits for cannot be taken away.
fn offers_what_is_taken(tx: &mut Tx<'_>, ledger: &Ledger) -> Result<(), AppError> {
    for mode in Mode::ALL.iter().copied().filter(|m| !ledger.stored.event.place.format.offers(*m)) {
        if ledger.stored.taken(mode).total() > 0 || registrations::waiting_count(tx, ledger.stored.event.id, mode)? > 0 {
            return Err(AppError::WrongEventState("mode_in_use"));
        }
    }
    Ok(())
}

fn tell(tx: &mut Tx<'_>, ledger: &mut Ledger, before: &Event, changed: &[ChangedField], actor: Actor) -> Result<usize, AppError> {
    let people = registrations::in_states(tx, before.id, &[State::Confirmed, State::Waitlisted, State::AwaitingApproval])?;
    let mut told = 0;
    for mut row in people {
        let facts: Vec<FactChange> = changed.iter().filter_map(|field| fact(*field, before, &ledger.stored.event, &row)).collect();
        // Only the join link changed, say, and this person attends in the room: nothing to tell.
        if facts.is_empty() {
            continue;
        }
        // What was said of the event as it was. Whoever is told nothing keeps theirs.
        outbox::abort_of_registration(tx, row.id, &[MailKind::Reminder, MailKind::ConfirmDecline])?;
        let mut moved = Move::new(Cause::EventChanged, actor, &row);
        moved.changed = facts;
        if row.was_invited {
            row.sequence += 1;
        }
        let place = row.waiting_no.map(|n| registrations::waiting_place(tx, row.event_id, row.mode, n)).transpose()?;
        ledger.record(tx, &row, moved, place)?;
        ledger.keep(row);
        told += 1;
    }
    Ok(told)
}

/// One changed fact, if this person knows the old one.
fn fact(field: ChangedField, before: &Event, after: &Event, row: &registrations::Row) -> Option<FactChange> {
    let has_seat_online = row.mode == Mode::Online && row.state == State::Confirmed;
    let of = |event: &Event| match field {
        ChangedField::Starts => Some(Fact::At(event.schedule.starts_at)),
        ChangedField::Ends => Some(Fact::At(event.schedule.ends_at)),
        ChangedField::Venue => (row.mode == Mode::OnSite).then(|| Fact::Text(event.place.venue.get_or_any(row.language).to_owned())),
        ChangedField::Format => Some(Fact::Format(event.place.format)),
        ChangedField::JoinLink => has_seat_online.then(|| Fact::Text(event.place.join_link.clone().unwrap_or_default())),
        ChangedField::Mode => None,
    };
    let (from, to) = (of(before)?, of(after)?);
    (from != to).then_some(FactChange { field, from, to })
}
