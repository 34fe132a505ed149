//! What identifies guests who were proposed goes: on request, with who proposed them, and with time. What is kept is handed out.

use chrono::Duration;
use serde_json::{Value, json};

use super::{Row, end, entry};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{AnyConn, DbError, Scope, Tx, events, guests, outbox};
use crate::domain::guest::{KEPT_UNINVITED_DAYS, State};
use crate::domain::ids::{EventId, RegistrationId};
use crate::domain::journal::Deed;

/// Proposals purged in one commit.
const AT_ONCE: i64 = 200;

impl App {
    /// Erases whoever was proposed with this address; answers how many proposals there were.
    pub(in crate::app) async fn erase_guests_of(&self, key: String, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let look_for = key.clone();
        let theirs = self.db.read(move |conn| Ok::<_, AppError>(guests::of_address(conn, None, &look_for)?)).await?;
        for event in theirs.iter().map(|row| row.event_id) {
            let (app, key) = (self.clone(), key.clone());
            self.db
                .write(Scope::Event(event), move |tx| {
                    let rows = guests::of_address(tx, Some(event), &key)?;
                    let event = events::by_id(tx, event)?.event;
                    for row in &rows {
                        app.write_down(tx, entry(actor, Deed::GuestErased, &event, row, json!({})), now);
                    }
                    Ok::<_, AppError>(forget(&app, tx, rows, actor, now)?)
                })
                .await?;
        }
        Ok(theirs.len())
    }

    /// Erases whoever was proposed for events that ended longer ago than the retention time, and whose proposal led to no invitation
    /// [`KEPT_UNINVITED_DAYS`] ago.
    pub(in crate::app) async fn purge_guests(&self, now: Instant) -> Result<(), AppError> {
        let ended_before = now - Duration::days(self.settings.retention_days);
        let uninvited_before = now - Duration::days(KEPT_UNINVITED_DAYS);
        loop {
            let app = self.clone();
            let some = self
                .db
                .write(Scope::Concern("guests"), move |tx| {
                    let rows = guests::to_purge(tx, ended_before, uninvited_before, AT_ONCE)?;
                    let count = rows.len();
                    forget(&app, tx, rows, Actor::System, now)?;
                    Ok::<_, AppError>(count)
                })
                .await?;
            if some < AT_ONCE as usize {
                return Ok(());
            }
        }
    }
}

/// Takes out what says who was proposed, in the mails to their proposers, too. What waits ends with it, and nobody is told.
pub(in crate::app) fn forget(app: &App, tx: &mut Tx<'_>, rows: Vec<Row>, by: Actor, now: Instant) -> Result<(), DbError> {
    for row in &rows {
        if let Some(place) = row.registration_id {
            outbox::erase_message(tx, place, &app.secrets.guest_message_id(row.id))?;
        }
    }
    guests::blank(tx, rows, &by.to_string(), now)
}

/// The owner of a registration erases everything: what they said goes, and what they proposed and waits, for nobody stands for it any more.
pub(in crate::app) fn leave(app: &App, tx: &mut Tx<'_>, place: RegistrationId, actor: Actor, now: Instant) -> Result<(), AppError> {
    for mut row in guests::of_registration(tx, place)? {
        row.reason.clear();
        if row.state == State::Open {
            end(app, tx, row, State::Lapsed, actor, now)?;
        } else {
            guests::update(tx, &row)?;
        }
    }
    Ok(())
}

/// What is kept of the proposals of an address, at one event or at all, oldest first.
pub(in crate::app) fn records(conn: &mut AnyConn, at: Option<EventId>, key: &str) -> Result<Vec<Value>, DbError> {
    guests::of_address(conn, at, key)?
        .into_iter()
        .map(|row| {
            let event = events::by_id(conn, row.event_id)?.event.slug;
            Ok(json!({
                "event": event, "name": row.name, "email": row.email, "organisation": row.organisation_name, "sector": row.sector,
                "language": row.language, "reason": row.reason, "proposed_at": row.proposed_at.0,
                "proposed_by": if row.registration_id.is_some() { "member" } else { "staff" },
                "objections_until": row.objections_until.0, "state": row.state,
                "decided_at": row.decided_at.map(|t| t.0), "decision_reason": row.decision_reason,
            }))
        })
        .collect()
}

/// What is kept of the guests whom the owner of a registration proposed, as far as they are told of it, oldest first.
pub(in crate::app) fn made_by(conn: &mut AnyConn, place: RegistrationId) -> Result<Vec<Value>, DbError> {
    let mut rows = guests::of_registration(conn, place)?;
    rows.reverse();
    let record = |row: Row| {
        json!({
            "name": row.name, "email": row.email, "organisation": row.organisation_name, "sector": row.sector, "language": row.language,
            "reason": row.reason, "proposed_at": row.proposed_at.0, "outcome": row.state.told(),
            "answered_at": row.decided_at.map(|t| t.0),
        })
    };
    Ok(rows.into_iter().map(record).collect())
}
