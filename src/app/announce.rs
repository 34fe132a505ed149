//! Organisers write to people of an event: exactly to those whom the check has shown, as far as they still belong to whom it was for.
//!
//! The message and whom it is for are written first, then the mails in parts, so that nobody waits long behind ten thousand of them. A
//! part is one piece of work: after a restart the timers go on where it ended, and nobody gets a mail twice.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::journal::Entry;
use super::ledger::{Ledger, Move, json as text};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::announcements::{self, Row};
use crate::db::registrations::{self, ListFilter};
use crate::db::{DbError, Scope, Tx, event_facts, events, sendings};
use crate::domain::announcement::Words;
use crate::domain::ids::{ApiTokenId, BatchId, EventId, RegistrationId, UserId};
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Language;
use crate::domain::registration::{Cause, State};
use crate::mail::message::Announced;

/// People looked at in one piece of work.
const AT_ONCE: usize = 250;
/// Most people of one message.
pub const MOST: usize = 20_000;

/// A message to be sent.
#[derive(Clone, Debug)]
pub struct Message {
    /// The form's one-time key.
    pub key: String,
    /// What it says.
    pub words: Words,
    /// Those whom the check has shown.
    pub people: Vec<RegistrationId>,
    /// The states it is for: whoever is in none of them any more is left out.
    pub states: Vec<State>,
}

/// Whom a message is for, as it is kept until all were looked at.
#[derive(Serialize, Deserialize)]
struct Audience {
    states: Vec<State>,
    people: Vec<RegistrationId>,
}

impl App {
    /// Everybody whom a message to this list would reach now.
    ///
    /// # Errors
    /// `Invalid` (`people`) for more than [`MOST`].
    pub async fn audience(&self, event: EventId, filter: ListFilter) -> Result<Vec<registrations::Row>, AppError> {
        let mut rows = self.registrations_of(event, ListFilter { limit: MOST as i64 + 1, ..filter }).await?;
        if rows.len() > MOST {
            return Err(AppError::Invalid { field: "people", why: format!("more than {MOST} people in one message: narrow the list down") });
        }
        rows.retain(is_reachable);
        Ok(rows)
    }

    /// Sends a message; answers which it is, and how many are owed a mail. The same form sent twice is one message.
    ///
    /// # Errors
    /// `Invalid` (`languages`) when somebody reads a language in which it says nothing; `KeyReused` for the key of a message to others.
    pub async fn announce(&self, event: EventId, message: Message, actor: Actor, now: Instant) -> Result<(BatchId, i32), AppError> {
        let app = self.clone();
        let id = self.db.write(Scope::Event(event), move |tx| begin(&app, tx, event, &message, actor, now)).await?;
        // It is owed now: what fails from here on is made good by the timers, and whoever is told otherwise sends it twice.
        loop {
            match self.announce_some(id, event, now).await {
                Ok(true) => {}
                Ok(false) => break,
                Err(fault) => {
                    tracing::warn!(announcement = id.0, error = %fault, "a message goes on with the next round");
                    break;
                }
            }
        }
        let sent = self.db.read(move |conn| Ok::<_, AppError>(announcements::by_id(conn, id)?)).await?.ok_or(AppError::NotFound)?;
        Ok((id, sent.owed))
    }

    /// Goes on with messages that were not finished; answers how many there were. One with a fault keeps no other waiting.
    ///
    /// # Errors
    /// When the database cannot be reached; the next round goes on.
    pub async fn finish_announcements(&self, now: Instant) -> Result<usize, AppError> {
        let open = self.db.read(|conn| Ok::<_, AppError>(announcements::unfinished(conn)?)).await?;
        for id in &open {
            let id = *id;
            let Some(row) = self.db.read(move |conn| Ok::<_, AppError>(announcements::by_id(conn, id)?)).await? else { continue };
            loop {
                match self.announce_some(id, row.event_id, now).await {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(AppError::Fault(cause @ (DbError::Unavailable(_) | DbError::Again(_)))) => return Err(cause.into()),
                    Err(fault) => {
                        tracing::error!(announcement = id.0, error = %fault, "a message cannot be put into the outbox");
                        break;
                    }
                }
            }
        }
        Ok(open.len())
    }

    async fn announce_some(&self, id: BatchId, event: EventId, now: Instant) -> Result<bool, AppError> {
        let app = self.clone();
        self.db.write(Scope::Event(event), move |tx| some(&app, tx, id, now)).await
    }

    /// Stops a message; answers how many mails stay unsent. What is on its way at this moment may still arrive. Twice answers nought.
    ///
    /// # Errors
    /// `NotFound` for one to people of another event.
    pub async fn stop_announcement(&self, event: EventId, id: BatchId, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let row = announcements::by_id(tx, id)?.filter(|row| row.event_id == event).ok_or(AppError::NotFound)?;
                if !announcements::stop(tx, id, now)? {
                    return Ok(0);
                }
                let unlooked = usize::try_from(row.people - row.looked_at).unwrap_or(0);
                let unsent = sendings::abort_mails(tx, id)? + announcements::abort_failed(tx, id)? + unlooked;
                let stored = events::by_id(tx, event)?;
                let change = Change::to(&json!({ "announcement": id, "unsent": unsent }));
                app.write_down(tx, Entry { change, ..Entry::of_event(actor, Deed::AnnouncementStopped, None, &stored.event) }, now);
                Ok(unsent)
            })
            .await
    }

    /// Takes the words out of messages to people of events that ended before that moment, and out of all that was kept to be said in
    /// their mails.
    pub(super) async fn purge_announcements(&self, ended_before: Instant) -> Result<(), AppError> {
        let due = self.db.read(move |conn| Ok::<_, AppError>(announcements::to_purge(conn, ended_before)?)).await?;
        for (id, event) in due {
            self.db
                .write(Scope::Concern("announcements"), move |tx| {
                    let kept = event_facts::of_event(tx, event)?.into_iter();
                    let emptied: Vec<_> = kept.filter_map(|(id, facts)| Some((id, without_words(&facts)?))).collect();
                    Ok::<_, AppError>(announcements::forget(tx, id, &emptied)?)
                })
                .await?;
        }
        Ok(())
    }
}

fn begin(app: &App, tx: &mut Tx<'_>, event: EventId, message: &Message, actor: Actor, now: Instant) -> Result<BatchId, AppError> {
    match announcements::by_key(tx, &message.key)? {
        Some(known) if known.event_id == event => return Ok(known.id),
        Some(_) => return Err(AppError::KeyReused),
        None => {}
    }
    let stored = events::by_id(tx, event)?;
    let meant = |row: &registrations::Row| row.event_id == event && message.states.contains(&row.state) && is_reachable(row);
    let rows: Vec<registrations::Row> = registrations::by_ids(tx, &message.people)?.into_iter().filter(meant).collect();
    let spoken: BTreeSet<Language> = rows.iter().map(|row| row.language).collect();
    if let Some(lacking) = spoken.iter().find(|language| !message.words.speaks(**language)) {
        return Err(AppError::Invalid { field: "languages", why: format!("subject or text is missing in {lacking}") });
    }
    let audience = Audience { states: message.states.clone(), people: rows.iter().map(|row| row.id).collect() };
    let row = Row {
        id: BatchId(tx.next_id()),
        event_id: event,
        form_key: message.key.clone(),
        made_by: actor.to_string(),
        made_at: now.into(),
        words: text(&message.words)?,
        audience: text(&audience)?,
        people: i32::try_from(rows.len()).unwrap_or(i32::MAX),
        looked_at: 0,
        owed: 0,
        finished_at: None,
        stopped_at: None,
    };
    announcements::insert(tx, &row)?;
    let change = Change::to(&json!({ "announcement": row.id, "count": rows.len(), "languages": spoken }));
    app.write_down(tx, Entry { change, ..Entry::of_event(actor, Deed::AnnouncementSent, None, &stored.event) }, now);
    Ok(row.id)
}

/// Owes the mails of the next part; answers whether there is another.
fn some(app: &App, tx: &mut Tx<'_>, id: BatchId, now: Instant) -> Result<bool, AppError> {
    let open = |row: &Row| row.finished_at.is_none() && row.stopped_at.is_none() && !row.words.is_empty();
    let Some(mut row) = announcements::by_id(tx, id)?.filter(open) else { return Ok(false) };
    let unreadable = |e: serde_json::Error| DbError::Other(format!("announcement {id}: {e}"));
    let words: Words = serde_json::from_str(&row.words).map_err(unreadable)?;
    let audience: Audience = serde_json::from_str(&row.audience).map_err(unreadable)?;
    let from = usize::try_from(row.looked_at).unwrap_or(0).min(audience.people.len());
    let part = &audience.people[from..audience.people.len().min(from + AT_ONCE)];
    let mut ledger = Ledger::open(app, tx, row.event_id, now)?;
    ledger.announce(id, words.clone());
    let actor = actor_of(&row.made_by);
    let meant = |r: &registrations::Row| audience.states.contains(&r.state) && is_reachable(r) && words.speaks(r.language);
    for person in registrations::by_ids(tx, part)?.into_iter().filter(meant) {
        ledger.record(tx, &person, Move::new(Cause::Announced, actor, &person), None)?;
        row.owed += 1;
    }
    ledger.close(tx, false)?;
    row.looked_at = i32::try_from(from + part.len()).unwrap_or(i32::MAX);
    let is_last = from + part.len() >= audience.people.len();
    if is_last {
        row.finished_at = Some(now.into());
        row.audience.clear();
    }
    announcements::advance(tx, &row)?;
    Ok(!is_last)
}

/// What was kept to be said in a mail, without the words of a message; `None` when it holds none. What cannot be read as JSON is
/// emptied as a whole.
fn without_words(facts: &str) -> Option<String> {
    let Ok(mut facts) = serde_json::from_str::<serde_json::Value>(facts) else { return Some("{}".into()) };
    let said = facts.get_mut("announced").filter(|said| !said.is_null())?;
    *said = json!(Announced::default());
    Some(facts.to_string())
}

/// Whether somebody can be written to: named, and the address proven.
fn is_reachable(row: &registrations::Row) -> bool {
    row.erased_at.is_none() && row.proved_at.is_some() && !matches!(row.state, State::Pending | State::Expired)
}

/// Who asked for a message, as its row keeps it.
fn actor_of(kept: &str) -> Actor {
    let number = |prefix: &str| kept.strip_prefix(prefix).and_then(|n| n.parse().ok());
    match (number("user:"), number("token:")) {
        (Some(user), _) => Actor::User(UserId(user)),
        (_, Some(token)) => Actor::Token(ApiTokenId(token)),
        _ if kept == "operator" => Actor::Operator,
        _ => Actor::System,
    }
}
