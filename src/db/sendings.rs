//! Sendings of invitations: who asked for them, for when, how far they are; and their mails in the outbox.

use std::collections::{HashMap, HashSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::outbox::MailStatus;
use super::schema::{invitation, invitation_batch, outbox};
use super::scrub;
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{BatchId, EventId, InvitationId};
use crate::domain::registration::MailKind;
use crate::on_each;

/// One sending.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = invitation_batch, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number.
    pub id: BatchId,
    /// To which event.
    pub event_id: EventId,
    /// `invitation` or `invitation_reminder`.
    pub kind: MailKind,
    /// Who asked for it: `user:<row>`, `token:<row>`, `operator` or `system`.
    pub made_by: String,
    /// When.
    pub made_at: Ts,
    /// When its mails are to go.
    pub send_at: Ts,
    /// When they were put into the outbox.
    pub queued_at: Option<Ts>,
    /// How many people.
    pub people: i32,
    /// When staff stopped it.
    pub stopped_at: Option<Ts>,
}

/// Adds a sending.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(invitation_batch::table).values(row).execute(c))?;
    Ok(())
}

/// One sending.
pub fn by_id(conn: &mut AnyConn, id: BatchId) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| invitation_batch::table.find(id.0).get_result(c).optional())?)
}

/// An event's sendings, newest first.
pub fn of_event(conn: &mut AnyConn, event: EventId) -> Result<Vec<Row>, DbError> {
    let its = invitation_batch::event_id.eq(event.0);
    Ok(on_each!(conn, |c| invitation_batch::table.filter(its).order(invitation_batch::id.desc()).load(c))?)
}

/// Sendings whose moment has come and whose mails are not in the outbox yet.
pub fn due(conn: &mut AnyConn, now: Instant) -> Result<Vec<(BatchId, EventId)>, DbError> {
    let waiting = invitation_batch::queued_at.is_null().and(invitation_batch::stopped_at.is_null());
    let due = waiting.and(invitation_batch::send_at.le(Ts::from(now)));
    Ok(on_each!(conn, |c| invitation_batch::table
        .filter(due)
        .order(invitation_batch::id.asc())
        .select((invitation_batch::id, invitation_batch::event_id))
        .load(c))?)
}

/// Notes that the mails are in the outbox, and for how many people.
pub fn queued(tx: &mut Tx<'_>, id: BatchId, people: usize, now: Instant) -> Result<(), DbError> {
    let people = i32::try_from(people).unwrap_or(i32::MAX);
    on_each!(&mut **tx, |c| diesel::update(invitation_batch::table.find(id.0))
        .set((invitation_batch::queued_at.eq(Some(Ts::from(now))), invitation_batch::people.eq(people)))
        .execute(c))?;
    Ok(())
}

/// Notes that a sending ends here; answers whether it was still going on.
pub fn stop(tx: &mut Tx<'_>, id: BatchId, now: Instant) -> Result<bool, DbError> {
    let going_on = invitation_batch::table.find(id.0).filter(invitation_batch::stopped_at.is_null());
    Ok(on_each!(&mut **tx, |c| diesel::update(going_on).set(invitation_batch::stopped_at.eq(Some(Ts::from(now)))).execute(c))? > 0)
}

/// Ends the sendings to an event whose moment has not come.
pub fn stop_planned(tx: &mut Tx<'_>, event: EventId, now: Instant) -> Result<(), DbError> {
    let planned = invitation_batch::queued_at.is_null().and(invitation_batch::stopped_at.is_null());
    let its = invitation_batch::table.filter(invitation_batch::event_id.eq(event.0).and(planned));
    on_each!(&mut **tx, |c| diesel::update(its).set(invitation_batch::stopped_at.eq(Some(Ts::from(now)))).execute(c))?;
    Ok(())
}

/// The invitations to an event whose reminder is younger than that.
pub fn reminded_since(conn: &mut AnyConn, event: EventId, since: Instant) -> Result<HashSet<InvitationId>, DbError> {
    let invited = invitation::table.filter(invitation::event_id.eq(event.0)).select(invitation::id.nullable());
    let lately = outbox::kind.eq(MailKind::InvitationReminder).and(outbox::created_at.gt(Ts::from(since)));
    let ids: Vec<Option<InvitationId>> =
        on_each!(conn, |c| outbox::table.filter(outbox::invitation_id.eq_any(invited).and(lately)).select(outbox::invitation_id).load(c))?;
    Ok(ids.into_iter().flatten().collect())
}

/// All mails about an invitation, oldest first.
pub fn mails_of(conn: &mut AnyConn, id: InvitationId) -> Result<Vec<super::outbox::Row>, DbError> {
    Ok(on_each!(conn, |c| outbox::table.filter(outbox::invitation_id.eq(id.0)).order(outbox::id.asc()).load(c))?)
}

/// How many mails of each sending to an event stand where.
pub fn progress(conn: &mut AnyConn, event: EventId) -> Result<HashMap<(BatchId, MailStatus), i64>, DbError> {
    let its = invitation_batch::table.filter(invitation_batch::event_id.eq(event.0)).select(invitation_batch::id.nullable());
    let rows: Vec<(Option<BatchId>, MailStatus, i64)> = on_each!(conn, |c| outbox::table
        .filter(outbox::batch_id.eq_any(its))
        .group_by((outbox::batch_id, outbox::status))
        .select((outbox::batch_id, outbox::status, count_star()))
        .load(c))?;
    Ok(rows.into_iter().filter_map(|(batch, status, n)| Some(((batch?, status), n))).collect())
}

/// Mails of a sending that are still owed are no longer to be sent; answers how many.
pub fn abort_mails(tx: &mut Tx<'_>, batch: BatchId) -> Result<usize, DbError> {
    let owed = outbox::table.filter(outbox::batch_id.eq(batch.0).and(outbox::status.eq(MailStatus::Queued.code())));
    Ok(on_each!(&mut **tx, |c| diesel::update(owed).set(outbox::status.eq(MailStatus::Aborted)).execute(c))?)
}

/// Mails about these invitations that are still owed are no longer to be sent.
pub fn abort_of_invitations(tx: &mut Tx<'_>, invitations: &[InvitationId]) -> Result<(), DbError> {
    let raw: Vec<i64> = invitations.iter().map(|i| i.0).collect();
    for some in raw.chunks(500) {
        let owed = outbox::table.filter(outbox::invitation_id.eq_any(some).and(outbox::status.eq(MailStatus::Queued.code())));
        on_each!(&mut **tx, |c| diesel::update(owed).set((outbox::status.eq(MailStatus::Aborted), outbox::lease_until.eq(None::<Ts>))).execute(c))?;
    }
    Ok(())
}

/// The same of all invitations to an event.
pub fn abort_of_event(tx: &mut Tx<'_>, event: EventId) -> Result<(), DbError> {
    let invited = invitation::table.filter(invitation::event_id.eq(event.0)).select(invitation::id.nullable());
    let owed = outbox::table.filter(outbox::invitation_id.eq_any(invited).and(outbox::status.eq(MailStatus::Queued.code())));
    on_each!(&mut **tx, |c| diesel::update(owed).set((outbox::status.eq(MailStatus::Aborted), outbox::lease_until.eq(None::<Ts>))).execute(c))?;
    Ok(())
}

/// Forgets what was written to these people. Nothing of it takes an event out of a calendar: what is still owed is dropped.
pub fn erase_mails(tx: &mut Tx<'_>, invitations: &[InvitationId]) -> Result<(), DbError> {
    if !invitations.is_empty() {
        scrub::owe(tx)?;
    }
    abort_of_invitations(tx, invitations)?;
    let raw: Vec<i64> = invitations.iter().map(|i| i.0).collect();
    for some in raw.chunks(500) {
        on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(outbox::invitation_id.eq_any(some)))
            .set((outbox::recipient.eq(""), outbox::snapshot.eq(""), outbox::last_text.eq(None::<String>)))
            .execute(c))?;
    }
    Ok(())
}
