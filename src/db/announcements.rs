//! Messages of the organisers: what they say, whom they are for, how far they are. Their mails stand in the outbox and name them.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::outbox::MailStatus;
use super::schema::{announcement, event, event_facts, outbox};
use super::scrub;
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{BatchId, EventId, FactsId};
use crate::on_each;

/// One message.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = announcement, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number; in the outbox it is the batch of its mails.
    pub id: BatchId,
    /// To people of which event.
    pub event_id: EventId,
    /// The form's one-time key: sent twice, it is one message.
    pub form_key: String,
    /// Who asked for it: `user:<row>`, `token:<row>`, `operator` or `system`.
    pub made_by: String,
    /// When.
    pub made_at: Ts,
    /// What it says, as JSON; empty once the time to keep it is over.
    pub words: String,
    /// Whom it is for, as JSON; empty as soon as all were looked at.
    pub audience: String,
    /// For how many.
    pub people: i32,
    /// How many of them were looked at.
    pub looked_at: i32,
    /// How many of them are owed a mail: the others withdrew or were erased in between.
    pub owed: i32,
    /// When all were looked at.
    pub finished_at: Option<Ts>,
    /// When staff stopped it.
    pub stopped_at: Option<Ts>,
}

/// Adds one.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(announcement::table).values(row).execute(c))?;
    Ok(())
}

/// One by its number.
pub fn by_id(conn: &mut AnyConn, id: BatchId) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| announcement::table.find(id.0).get_result(c).optional())?)
}

/// One by its form's key.
pub fn by_key(conn: &mut AnyConn, key: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| announcement::table.filter(announcement::form_key.eq(key)).get_result(c).optional())?)
}

/// An event's, newest first.
pub fn of_event(conn: &mut AnyConn, event: EventId) -> Result<Vec<Row>, DbError> {
    let its = announcement::event_id.eq(event.0);
    Ok(on_each!(conn, |c| announcement::table.filter(its).order(announcement::id.desc()).load(c))?)
}

/// Those that are not finished, oldest first.
pub fn unfinished(conn: &mut AnyConn) -> Result<Vec<BatchId>, DbError> {
    let going_on = announcement::finished_at.is_null().and(announcement::stopped_at.is_null()).and(announcement::words.ne(""));
    Ok(on_each!(conn, |c| announcement::table.filter(going_on).order(announcement::id.asc()).select(announcement::id).load(c))?)
}

/// Notes how far one is; the last part finishes it.
pub fn advance(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(announcement::table.find(row.id.0))
        .set((
            announcement::audience.eq(&row.audience),
            announcement::looked_at.eq(row.looked_at),
            announcement::owed.eq(row.owed),
            announcement::finished_at.eq(row.finished_at)
        ))
        .execute(c))?;
    Ok(())
}

/// Ends one here; answers whether it was not stopped before.
pub fn stop(tx: &mut Tx<'_>, id: BatchId, now: Instant) -> Result<bool, DbError> {
    let going_on = announcement::table.find(id.0).filter(announcement::stopped_at.is_null());
    let stopped = (announcement::stopped_at.eq(Some(Ts::from(now))), announcement::audience.eq(""));
    Ok(on_each!(&mut **tx, |c| diesel::update(going_on).set(stopped).execute(c))? > 0)
}

/// Mails of a message that failed are not tried again; answers how many there were.
pub fn abort_failed(tx: &mut Tx<'_>, id: BatchId) -> Result<usize, DbError> {
    let failed = outbox::table.filter(outbox::batch_id.eq(id.0).and(outbox::status.eq(MailStatus::Failed.code())));
    Ok(on_each!(&mut **tx, |c| diesel::update(failed).set(outbox::status.eq(MailStatus::Aborted)).execute(c))?)
}

/// How many mails of each message to people of an event stand where.
pub fn progress(conn: &mut AnyConn, event: EventId) -> Result<HashMap<(BatchId, MailStatus), i64>, DbError> {
    let its = announcement::table.filter(announcement::event_id.eq(event.0)).select(announcement::id.nullable());
    let rows: Vec<(Option<BatchId>, MailStatus, i64)> = on_each!(conn, |c| outbox::table
        .filter(outbox::batch_id.eq_any(its))
        .group_by((outbox::batch_id, outbox::status))
        .select((outbox::batch_id, outbox::status, count_star()))
        .load(c))?;
    Ok(rows.into_iter().filter_map(|(batch, status, n)| Some(((batch?, status), n))).collect())
}

/// Messages that still have words, of events that ended before that moment.
pub fn to_purge(conn: &mut AnyConn, ended_before: Instant) -> Result<Vec<(BatchId, EventId)>, DbError> {
    let over = event::table.filter(event::ends_at.le(Ts::from(ended_before))).select(event::id);
    let due = announcement::words.ne("").and(announcement::event_id.eq_any(over));
    Ok(on_each!(conn, |c| announcement::table.filter(due).order(announcement::id.asc()).select((announcement::id, announcement::event_id)).load(c))?)
}

/// Takes the words out of a message, and puts what its mails may still say in the place of what they said.
pub fn forget(tx: &mut Tx<'_>, id: BatchId, facts: &[(FactsId, String)]) -> Result<(), DbError> {
    scrub::owe(tx)?;
    for (kept, text) in facts {
        // Under a digest that no words have: the same words, sent again, are kept anew.
        let emptied = (event_facts::facts.eq(text), event_facts::digest.eq(format!("emptied-{kept}")));
        on_each!(&mut **tx, |c| diesel::update(event_facts::table.find(kept.0)).set(emptied).execute(c))?;
    }
    let emptied = (announcement::words.eq(""), announcement::audience.eq(""));
    on_each!(&mut **tx, |c| diesel::update(announcement::table.find(id.0)).set(emptied).execute(c))?;
    Ok(())
}
