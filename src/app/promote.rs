//! Organisers put somebody who waits before the others, for a reason that stays in the history: a seat where one is free for them, else
//! the first place in line. No limit bends for it, and those who are passed over keep their order.

use serde_json::json;

use super::decide::may_answer;
use super::ledger::{Ledger, Move};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::types::Json;
use crate::db::{Scope, events, registrations};
use crate::domain::ids::RegistrationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::registration::{Cause, State};
use crate::domain::seats::{Reason, obstacle};
use crate::domain::text::Line;

/// Why somebody comes before others.
pub type Grounds = Line<300>;
/// Fewest characters of such a reason.
pub const SHORTEST: usize = 2;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A seat now, or nothing.
    Seat,
    /// The first place in line, and the seat at once where there is one.
    First,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Promoted {
    /// A seat.
    Seat,
    /// The first place in line: this rule keeps them from a seat.
    First(Reason),
    /// Nothing: this rule keeps them from a seat.
    Refused(Reason),
}

impl App {
    /// The rule that keeps whoever waits from a seat now; `None` when there is one for them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn rule_in_the_way(&self, id: RegistrationId, now: Instant) -> Result<Option<Reason>, AppError> {
        self.db
            .read(move |conn| {
                let row = registrations::by_id(conn, id)?;
                let stored = events::by_id(conn, row.event_id)?;
                let pool = stored.event.seats.pool(row.mode);
                let have = match row.organisation_id.filter(|_| pool.max_per_organisation.is_some()) {
                    Some(id) => registrations::seats_of_organisations(conn, row.event_id, row.mode, Some(&[id]))?.get(&id).copied().unwrap_or(0),
                    None => 0,
                };
                Ok(obstacle(pool, stored.taken(row.mode), have, &row.applicant(), stored.event.seats.quotas_released(now)))
            })
            .await
    }

    /// Puts somebody who waits before the others. Whoever is first in line already stays there, and nothing is written down.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` for whoever does not wait; `NotOpen` once the event is over or was called off.
    pub async fn promote_out_of_turn(
        &self,
        id: RegistrationId,
        wish: Wish,
        grounds: Grounds,
        actor: Actor,
        now: Instant,
    ) -> Result<Promoted, AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                may_answer(&ledger.stored.event, now)?;
                let mut row = registrations::by_id(tx, id)?;
                if row.state != State::Waitlisted || row.erased_at.is_some() {
                    return Err(AppError::WrongState(row.state));
                }
                let said = Reason::Staff { text: grounds.to_string() };
                let mode = row.mode;
                let Some(rule) = ledger.obstacle(tx, &row, mode)? else {
                    let moved = Move::new(Cause::PromotedByStaff, actor, &row);
                    ledger.give_seat(&mut row, mode, said);
                    ledger.record(tx, &row, moved, None)?;
                    let change = Change::between(&json!({ "state": State::Waitlisted }), &json!({ "state": row.state }));
                    ledger.write_down_of(tx, actor, Deed::RegistrationPromoted, &row, change);
                    ledger.keep(row);
                    ledger.close(tx, false)?;
                    return Ok(Promoted::Seat);
                };
                if wish == Wish::Seat {
                    ledger.close(tx, false)?;
                    return Ok(Promoted::Refused(rule));
                }
                let place = registrations::waiting_place(tx, event, mode, row.waiting_no.unwrap_or_default())?;
                if place > 1 {
                    let moved = Move { said: Some(said), ..Move::new(Cause::PutFirst, actor, &row) };
                    row.waiting_no = Some(registrations::before_all(tx, event)?);
                    row.reason = Some(Json(rule.clone()));
                    ledger.record(tx, &row, moved, None)?;
                    let change = Change::between(&json!({ "place": place }), &json!({ "place": 1 }));
                    ledger.write_down_of(tx, actor, Deed::RegistrationPromoted, &row, change);
                    ledger.keep(row);
                }
                ledger.close(tx, false)?;
                Ok(Promoted::First(rule))
            })
            .await
    }
}
