//! An organiser answers a proposal: objects to it, or admits the guest before its time is over.

use super::settle::settle_others;
use super::{asks_for_mandates, decide, hold, invites, is_there};
use crate::app::invite::open;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, events, guests};
use crate::domain::guest::State;
use crate::domain::ids::{EventId, Reference};
use crate::domain::text::Title;

impl App {
    /// Objects to a guest, with a reason: they are not invited.
    ///
    /// # Errors
    /// `NotFound`; `Stale` when the time to object is over or it was decided before, also by the clock, of another proposal of the same
    /// person; `Taken("place")` for who is a member, or was invited or registered by another way meanwhile: an objection would change
    /// nothing about that.
    pub async fn object_to_guest(&self, event: EventId, reference: Reference, reason: Title, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                hold(tx, event)?;
                let row = guests::by_reference(tx, event, &reference)?.ok_or(AppError::NotFound)?;
                if !row.takes_objections(now) {
                    return Err(AppError::Stale);
                }
                let mut row = settle_others(&app, tx, row, now)?;
                if !row.takes_objections(now) {
                    return Err(AppError::Stale);
                }
                if is_there(tx, &row, now)? {
                    return Err(AppError::Taken("place"));
                }
                row.decision_reason = Some(reason.to_string());
                decide(&app, tx, row, State::Refused, actor, now)
            })
            .await
    }

    /// Admits a guest before the time to object is over: they are invited at once.
    ///
    /// # Errors
    /// `NotFound`, also where no mandate is asked for any more; `Stale` when it was decided before; `NotOpen` for an event that takes no
    /// registrations any more; `Taken("place")` when no invitation would go: to who is a member, has a place, declined, or was refused.
    pub async fn admit_guest(&self, event: EventId, reference: Reference, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                hold(tx, event)?;
                let row = guests::by_reference(tx, event, &reference)?.ok_or(AppError::NotFound)?;
                if row.state != State::Open {
                    return Err(AppError::Stale);
                }
                if !asks_for_mandates(tx, event)? {
                    return Err(AppError::NotFound);
                }
                open(&events::by_id(tx, event)?.event, now)?;
                let row = settle_others(&app, tx, row, now)?;
                if row.state != State::Open {
                    return Err(AppError::Stale);
                }
                if !invites(&app, tx, &row, actor, now)? {
                    return Err(AppError::Taken("place"));
                }
                decide(&app, tx, row, State::Admitted, actor, now)
            })
            .await
    }
}
