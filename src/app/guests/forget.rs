//! What identifies guests who were proposed goes: on request, with who proposed them, and with time. What is kept is handed out.

use chrono::Duration;
use serde_json::{Value, json};

use super::of_member::{holds_mandate, key_of};
use super::{Row, end, entry};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::guests::Leave;
use crate::db::{AnyConn, DbError, Scope, Tx, events, guests, outbox, platforms, registrations};
use crate::domain::guest::{KEPT_UNINVITED_DAYS, State};
use crate::domain::ids::{EventId, RegistrationId};
use crate::domain::journal::Deed;
use crate::domain::platform::Platform;

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
    /// [`KEPT_UNINVITED_DAYS`] ago; of the latter the address stays where somebody objected, for an objection stands as long as the event.
    pub(in crate::app) async fn purge_guests(&self, now: Instant) -> Result<(), AppError> {
        let ended_before = now - Duration::days(self.settings.retention_days);
        let uninvited_before = now - Duration::days(KEPT_UNINVITED_DAYS);
        let due = self.db.read(move |conn| Ok::<_, AppError>(guests::events_to_purge(conn, ended_before, uninvited_before)?)).await?;
        for event in due {
            loop {
                let app = self.clone();
                // Under the event's lock: whoever decides, or erases their own, writes whole rows.
                let work = move |tx: &mut Tx<'_>| {
                    let is_over = events::by_id(tx, event)?.event.schedule.ends_at <= ended_before;
                    let (rows, leave) = match is_over {
                        true => (guests::known_of(tx, event, AT_ONCE)?, Leave::Nothing),
                        false => (guests::uninvited_of(tx, event, uninvited_before, AT_ONCE)?, Leave::Objections),
                    };
                    let count = rows.len();
                    take_out(&app, tx, rows, leave, Actor::System, now)?;
                    Ok::<_, AppError>(count)
                };
                if self.db.write(Scope::Event(event), work).await? < AT_ONCE as usize {
                    break;
                }
            }
        }
        Ok(())
    }
}

/// Takes out what says who was proposed, in the mails to their proposers, too. What waits ends with it, and nobody is told.
pub(in crate::app) fn forget(app: &App, tx: &mut Tx<'_>, rows: Vec<Row>, by: Actor, now: Instant) -> Result<(), DbError> {
    take_out(app, tx, rows, Leave::Nothing, by, now)
}

fn take_out(app: &App, tx: &mut Tx<'_>, rows: Vec<Row>, leave: Leave, by: Actor, now: Instant) -> Result<(), DbError> {
    for row in &rows {
        if let Some(place) = row.registration_id {
            outbox::erase_message(tx, place, &app.secrets.guest_message_id(row.id))?;
        }
    }
    guests::blank(tx, rows, leave, &by.to_string(), now)
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
            // Of whom somebody objected to the address is kept longest.
            let email = if row.email.is_empty() { row.email_key.unwrap_or_default() } else { row.email };
            Ok(json!({
                "event": event, "name": row.name, "email": email, "organisation": row.organisation_name, "sector": row.sector,
                "language": row.language, "reason": row.reason, "proposed_at": row.proposed_at.0,
                "proposed_by": if row.registration_id.is_some() { "member" } else { "staff" },
                "objections_until": row.objections_until.0, "state": row.state,
                "decided_at": row.decided_at.map(|t| t.0), "decision_reason": row.decision_reason,
            }))
        })
        .collect()
}

/// What is kept of the guests whom the owner of a registration proposed, oldest first: what they typed, and what became of it as long as
/// they are a member, as on their page.
pub(in crate::app) fn made_by(conn: &mut AnyConn, place: &registrations::Row, now: Instant) -> Result<Vec<Value>, DbError> {
    let mut rows = guests::of_registration(conn, place.id)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    rows.reverse();
    let platform = events::by_id(conn, place.event_id)?.event.platform_id;
    let platform: Platform = platforms::by_id(conn, platform)?.into();
    let key = key_of(conn, place)?;
    let is_told = holds_mandate(conn, &platform, &key, now)?;
    let record = |row: Row| {
        let mut kept = json!({
            "name": row.name, "email": row.email, "organisation": row.organisation_name, "sector": row.sector, "language": row.language,
            "reason": row.reason, "proposed_at": row.proposed_at.0,
        });
        if is_told {
            kept["outcome"] = json!(row.state.told());
            kept["answered_at"] = json!(row.decided_at.map(|t| t.0));
        }
        kept
    };
    Ok(rows.into_iter().map(record).collect())
}
