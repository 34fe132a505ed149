//! The mails of invitations: owed at once or when their moment comes, and once more to who did not answer.

use std::collections::{HashMap, HashSet};

use chrono::Duration;
use serde_json::json;

use super::admission::Holders;
use super::invite::open;
use super::journal::Entry;
use super::ledger::{facts_of, json as text};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::events::Stored;
use crate::db::invitations::{self, Row};
use crate::db::outbox::{self, MailStatus};
use crate::db::{AnyConn, DbError, Scope, Tx, event_facts, events, guests, platforms, sendings};
use crate::domain::email::EmailAddress;
use crate::domain::ids::{BatchId, EventId, FactsId, MailId};
use crate::domain::invitation::{State, may_be_reminded, verdict};
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Language;
use crate::domain::platform::{Audience, Platform};
use crate::domain::registration::MailKind;
use crate::mail::message::{About, EventFacts, InvitationFacts, Recipient, Snapshot};

/// Nobody is reminded twice within so many hours, however often the button is pressed.
const BETWEEN_REMINDERS: i64 = 24;

impl App {
    /// Puts the mails of sendings whose moment has come into the outbox; answers how many sendings were looked after. Who has
    /// registered by another way since, or whose mandate ended, gets none, and a sending to an event that takes no registrations any more ends.
    ///
    /// # Errors
    /// When the database cannot be reached; the next round goes on. A sending with a fault of its own keeps no other waiting.
    pub async fn send_due_invitations(&self, now: Instant) -> Result<usize, AppError> {
        let due = self.db.read(move |conn| Ok::<_, AppError>(sendings::due(conn, now)?)).await?;
        for (batch, event) in &due {
            let (app, batch, event) = (self.clone(), *batch, *event);
            match self.db.write(Scope::Event(event), move |tx| send_due(&app, tx, batch, event, now)).await {
                Ok(()) => {}
                Err(AppError::Fault(cause @ (DbError::Unavailable(_) | DbError::Again(_)))) => return Err(cause.into()),
                Err(fault) => tracing::error!(batch = batch.0, error = %fault, "a sending of invitations cannot be put into the outbox"),
            }
        }
        Ok(due.len())
    }

    /// Who would be reminded now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn invited_without_answer(&self, event: EventId, now: Instant) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(without_answer(conn, event, now)?)).await
    }

    /// Asks those once more who were reached and did not answer; answers how many.
    ///
    /// # Errors
    /// `NotOpen` for an event that takes no registrations any more.
    pub async fn remind_invited(&self, event: EventId, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let stored = events::by_id(tx, event)?;
                open(&stored.event, now)?;
                let rows = without_answer(tx, event, now)?;
                if rows.is_empty() {
                    return Ok(0);
                }
                let batch = begin(tx, event, MailKind::InvitationReminder, rows.len(), now, actor, now)?;
                queue(&app, tx, &stored, &batch, &rows, now)?;
                let change = Change::to(&json!({ "batch": batch.id, "count": rows.len() }));
                app.write_down(tx, Entry { change, ..Entry::of_event(actor, Deed::InvitationsReminded, None, &stored.event) }, now);
                Ok::<_, AppError>(rows.len())
            })
            .await
    }
}

fn send_due(app: &App, tx: &mut Tx<'_>, batch: BatchId, event: EventId, now: Instant) -> Result<(), AppError> {
    // It may have been stopped, or sent by another process, since we looked.
    let Some(batch) = sendings::by_id(tx, batch)?.filter(|b| b.queued_at.is_none() && b.stopped_at.is_none()) else { return Ok(()) };
    let stored = events::by_id(tx, event)?;
    if open(&stored.event, now).is_err() {
        sendings::stop(tx, batch.id, now)?;
        invitations::withdraw_unsent(tx, batch.id, now)?;
        return Ok(());
    }
    let registered = invitations::registered(tx, event)?;
    let standing = |row: &Row| row.email_key.as_ref().and_then(|key| registered.get(key).copied());
    let platform: Platform = platforms::by_id(tx, stored.event.platform_id)?.into();
    let holders = Holders::of(tx, &platform, now)?;
    let is_out = |row: &Row| holders.shut_out(&platform, row.basis, row.email_key.as_deref());
    let (rows, mut not_needed): (Vec<Row>, Vec<Row>) =
        invitations::pending_of(tx, batch.id)?.into_iter().partition(|row| verdict(None, standing(row)).is_invited() && !is_out(row));
    for row in &mut not_needed {
        row.state = State::Withdrawn;
        row.state_since = now.into();
    }
    invitations::update(tx, &not_needed)?;
    Ok(queue(app, tx, &stored, &batch, &rows, now)?)
}

fn without_answer(conn: &mut AnyConn, event: EventId, now: Instant) -> Result<Vec<Row>, DbError> {
    let registered = invitations::registered(conn, event)?;
    let sent = invitations::with_mail(conn, event, MailStatus::Sent)?;
    let owed = invitations::with_mail(conn, event, MailStatus::Queued)?;
    let lately = sendings::reminded_since(conn, event, now - Duration::hours(BETWEEN_REMINDERS))?;
    let mut rows = invitations::in_states(conn, event, &[State::Pending])?;
    let platform = events::by_id(conn, event)?.event.platform_id;
    let platform: Platform = platforms::by_id(conn, platform)?.into();
    let holders = Holders::of(conn, &platform, now)?;
    rows.retain(|row| !holders.shut_out(&platform, row.basis, row.email_key.as_deref()));
    rows.retain(|row| {
        let was_sent = sent.contains(&row.id) && !owed.contains(&row.id) && !lately.contains(&row.id);
        may_be_reminded(row.state, was_sent, row.email_key.as_ref().and_then(|key| registered.get(key).copied()))
    });
    Ok(rows)
}

/// Begins a sending; its mails are owed by [`queue`].
pub(super) fn begin(
    tx: &mut Tx<'_>,
    event: EventId,
    kind: MailKind,
    people: usize,
    send_at: Instant,
    actor: Actor,
    now: Instant,
) -> Result<sendings::Row, DbError> {
    let batch = sendings::Row {
        id: BatchId(tx.next_id()),
        event_id: event,
        kind,
        made_by: actor.to_string(),
        made_at: now.into(),
        send_at: send_at.into(),
        queued_at: None,
        people: i32::try_from(people).unwrap_or(i32::MAX),
        stopped_at: None,
    };
    sendings::insert(tx, &batch)?;
    Ok(batch)
}

/// Owes the mails of a sending to these people, as the event stands now.
pub(super) fn queue(app: &App, tx: &mut Tx<'_>, stored: &Stored, batch: &sendings::Row, rows: &[Row], now: Instant) -> Result<(), DbError> {
    let platform: Platform = platforms::by_id(tx, stored.event.platform_id)?.into();
    let mut facts: HashMap<Language, FactsId> = HashMap::new();
    let not_after = not_after(app, stored, now);
    // Whoever was proposed is told so: that is where we have their data from (GDPR 14(2)(f)).
    let proposed = if platform.audience == Audience::Members { guests::admitted(tx, stored.event.id)? } else { HashSet::new() };
    let mut mails = Vec::with_capacity(rows.len());
    for row in rows {
        let kept = match facts.get(&row.language) {
            Some(kept) => *kept,
            None => keep_facts(tx, stored, &platform, row.language)?,
        };
        facts.insert(row.language, kept);
        let was_proposed = row.email_key.as_ref().is_some_and(|key| proposed.contains(key));
        mails.push(mail(app, tx, batch, row, was_proposed, kept, not_after, now)?);
    }
    outbox::insert(tx, &mails)?;
    sendings::queued(tx, batch.id, rows.len(), now)
}

/// After that moment an invitation says nothing that still holds.
pub(super) fn not_after(app: &App, stored: &Stored, now: Instant) -> Instant {
    stored.event.schedule.closes_at.min(now + Duration::hours(app.settings.give_up_hours))
}

#[allow(clippy::too_many_arguments)]
fn mail(
    app: &App,
    tx: &Tx<'_>,
    batch: &sendings::Row,
    row: &Row,
    proposed: bool,
    facts: FactsId,
    not_after: Instant,
    now: Instant,
) -> Result<outbox::Row, DbError> {
    let snapshot = Snapshot {
        kind: batch.kind,
        language: row.language,
        recipient: Recipient { name: row.name.clone(), email: row.email.clone() },
        about: About::Invitation(InvitationFacts { reference: row.reference.clone(), proposed }),
        changes: Vec::new(),
        made_at: now,
    };
    let address = EmailAddress::parse(&row.email).map_err(|f| DbError::Other(format!("stored address: {}", f.code())))?;
    Ok(outbox::Row {
        facts_id: Some(facts),
        invitation_id: Some(row.id),
        batch_id: Some(batch.id),
        ..outbox::Owed {
            id: MailId(tx.next_id()),
            kind: batch.kind,
            recipient: address.wire(),
            language: row.language,
            at: now,
            not_after,
            snapshot: text(&snapshot)?,
            message_id: app.secrets.invitation_message_id(row.id, batch.id),
        }
        .into()
    })
}

/// The event as an invitation says it.
pub(super) fn invitation_facts(stored: &Stored, platform: &Platform, language: Language) -> EventFacts {
    EventFacts { answer_before: Some(stored.event.schedule.closes_at), ..facts_of(stored, platform, language) }
}

fn keep_facts(tx: &mut Tx<'_>, stored: &Stored, platform: &Platform, language: Language) -> Result<FactsId, DbError> {
    event_facts::keep(tx, stored.event.id, &text(&invitation_facts(stored, platform, language))?)
}
