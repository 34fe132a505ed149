//! What identifies whoever was invited goes: with their registration, on request, or because the time to keep it is over. That
//! somebody of a sector was invited, and what they answered, stays: it is a count.

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::{Value, json};

use super::journal::Entry;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::guests;
use crate::db::invitations::{self, Row};
use crate::db::{AnyConn, DbError, Scope, Tx, events, inbound, offers, sendings};
use crate::domain::ids::{EventId, RegistrationId};
use crate::domain::journal::{Change, Deed};

/// Invitations purged in one commit.
const AT_ONCE: i64 = 500;

impl App {
    /// Erases every invitation of an address; answers how many there were.
    pub(super) async fn erase_invitations_of(&self, key: String, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let look_for = key.clone();
        let theirs = self.db.read(move |conn| Ok::<_, AppError>(invitations::of_address(conn, &look_for)?)).await?;
        let count = theirs.len();
        for event in theirs.iter().map(|row| row.event_id) {
            let (app, key) = (self.clone(), key.clone());
            self.db
                .write(Scope::Event(event), move |tx| {
                    let Some(row) = invitations::of_address_at(tx, event, &key)? else { return Ok(()) };
                    let stored = events::by_id(tx, event)?;
                    let subject = format!("invitation:{}", row.reference);
                    app.write_down(
                        tx,
                        Entry { subject, change: Change::default(), ..Entry::of_event(actor, Deed::InvitationErased, None, &stored.event) },
                        now,
                    );
                    forget(tx, vec![row], now)?;
                    Ok::<_, AppError>(())
                })
                .await?;
        }
        Ok(count)
    }

    /// Erases what identifies people who were invited to events that ended longer ago than the retention time; answers how many.
    pub(super) async fn purge_invitations(&self, kept: &BTreeSet<EventId>, now: Instant) -> Result<usize, AppError> {
        let before = now - Duration::days(self.settings.retention_days);
        let due = self.db.read(move |conn| Ok::<_, AppError>(invitations::events_to_purge(conn, before)?)).await?;
        let mut purged = 0;
        for event in due.into_iter().filter(|event| !kept.contains(event)) {
            loop {
                let app = self.clone();
                let some = self.db.write(Scope::Event(event), move |tx| purge_some(&app, tx, event, now)).await?;
                purged += some;
                if some < AT_ONCE as usize {
                    break;
                }
            }
        }
        Ok(purged)
    }
}

fn purge_some(app: &App, tx: &mut Tx<'_>, event: EventId, now: Instant) -> Result<usize, AppError> {
    let rows = invitations::to_purge(tx, event, AT_ONCE)?;
    let count = rows.len();
    if count > 0 {
        forget(tx, rows, now)?;
        let mut entry = Entry::of_event(Actor::System, Deed::Purged, None, &events::by_id(tx, event)?.event);
        entry.change = Change::to(&json!({ "invitations": count }));
        app.write_down(tx, entry, now);
    }
    Ok(count)
}

/// The invitations behind registrations that are being erased: those they came from, and those of their addresses; what was proposed
/// of these, and seats that were offered by or to them.
pub(super) fn forget_with(
    app: &App,
    tx: &mut Tx<'_>,
    event: EventId,
    registrations: &[RegistrationId],
    keys: &[String],
    now: Instant,
) -> Result<(), DbError> {
    let mut rows = invitations::of_registrations(tx, registrations)?;
    for key in keys {
        let known = invitations::of_address_at(tx, event, key)?;
        rows.extend(known.filter(|row| rows.iter().all(|r| r.id != row.id)));
    }
    rows.retain(|row| row.erased_at.is_none());
    for key in keys {
        let proposed = guests::of_address(tx, Some(event), key)?;
        super::guests::forget(app, tx, proposed, Actor::Person, now)?;
        let offered = offers::of_address(tx, Some(event), key)?;
        offers::forget(tx, offered, true, now)?;
    }
    for id in registrations {
        let mut offered = offers::of_registration(tx, *id)?;
        offered.extend(offers::taken_by(tx, *id)?);
        offers::forget(tx, offered, true, now)?;
    }
    forget(tx, rows, now)
}

fn forget(tx: &mut Tx<'_>, mut rows: Vec<Row>, now: Instant) -> Result<(), DbError> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    sendings::erase_mails(tx, &ids)?;
    inbound::forget_of_invitations(tx, &ids, now)?;
    for row in &mut rows {
        row.name.clear();
        row.email.clear();
        row.email_key = None;
        row.organisation_name.clear();
        row.search_key.clear();
        row.erased_at = Some(now.into());
    }
    invitations::update(tx, &rows)
}

/// What is kept of the invitations of an address, oldest first.
pub(super) fn records(conn: &mut AnyConn, key: &str) -> Result<Vec<Value>, DbError> {
    let rows = invitations::of_address(conn, key)?;
    rows.iter().map(|row| record(conn, row)).collect()
}

/// What is kept of the invitation of an address to an event.
pub(super) fn record_at(conn: &mut AnyConn, event: EventId, key: &str) -> Result<Value, DbError> {
    Ok(match invitations::of_address_at(conn, event, key)? {
        Some(row) => record(conn, &row)?,
        None => Value::Null,
    })
}

fn record(conn: &mut AnyConn, row: &Row) -> Result<Value, DbError> {
    let event = events::by_id(conn, row.event_id)?.event;
    let mails: Vec<Value> = sendings::mails_of(conn, row.id)?
        .iter()
        .map(|m| json!({ "kind": m.kind, "language": m.language, "owed_at": m.created_at.0, "sent_at": m.sent_at.map(|t| t.0), "status": m.status }))
        .collect();
    Ok(json!({
        "event": event.slug, "name": row.name, "email": row.email, "organisation": row.organisation_name, "sector": row.sector,
        "language": row.language, "state": row.state, "since": row.state_since.0, "invited_at": row.created_at.0,
        "answered_at": row.answered_at.map(|t| t.0), "mails": mails,
    }))
}
