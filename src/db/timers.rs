//! What the clock has set off: runs of reminders and of links to join, and the lease by which one of several processes runs the timers.

use std::collections::HashSet;

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{join_details_sent, lease, reminder_sent};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::EventId;
use crate::on_each;

/// Whether the reminder of an event so many minutes before this start of it was looked after.
pub fn reminder_done(conn: &mut AnyConn, event: EventId, minutes: u32, starts_at: Instant) -> Result<bool, DbError> {
    let n: i64 = on_each!(conn, |c| reminder_sent::table
        .filter(
            reminder_sent::event_id.eq(event.0).and(reminder_sent::minutes.eq(minutes as i32)).and(reminder_sent::starts_at.eq(Ts::from(starts_at)))
        )
        .count()
        .get_result(c))?;
    Ok(n > 0)
}

/// Notes that it was.
pub fn note_reminder(tx: &mut Tx<'_>, event: EventId, minutes: u32, starts_at: Instant, now: Instant) -> Result<(), DbError> {
    let values = (
        reminder_sent::event_id.eq(event.0),
        reminder_sent::minutes.eq(minutes as i32),
        reminder_sent::starts_at.eq(Ts::from(starts_at)),
        reminder_sent::done_at.eq(Ts::from(now)),
    );
    on_each!(&mut **tx, |c| diesel::insert_into(reminder_sent::table).values(values).execute(c))?;
    Ok(())
}

/// Which reminders of these events were looked after: how many minutes before which start.
pub fn reminders_done(conn: &mut AnyConn, events: &[EventId]) -> Result<HashSet<(EventId, u32, Instant)>, DbError> {
    let mut done = HashSet::new();
    for some in events.chunks(500) {
        let raw: Vec<i64> = some.iter().map(|id| id.0).collect();
        let rows: Vec<(EventId, i32, Ts)> = on_each!(conn, |c| reminder_sent::table
            .filter(reminder_sent::event_id.eq_any(&raw))
            .select((reminder_sent::event_id, reminder_sent::minutes, reminder_sent::starts_at))
            .load(c))?;
        done.extend(rows.into_iter().map(|(event, minutes, starts)| (event, u32::try_from(minutes).unwrap_or(0), starts.0)));
    }
    Ok(done)
}

/// Whether the link to join this start of an event was looked after.
pub fn join_details_done(conn: &mut AnyConn, event: EventId, starts_at: Instant) -> Result<bool, DbError> {
    let it = join_details_sent::table.find((event.0, Ts::from(starts_at)));
    let n: i64 = on_each!(conn, |c| it.count().get_result(c))?;
    Ok(n > 0)
}

/// Notes that it was.
pub fn note_join_details(tx: &mut Tx<'_>, event: EventId, starts_at: Instant, now: Instant) -> Result<(), DbError> {
    let values =
        (join_details_sent::event_id.eq(event.0), join_details_sent::starts_at.eq(Ts::from(starts_at)), join_details_sent::done_at.eq(Ts::from(now)));
    on_each!(&mut **tx, |c| diesel::insert_into(join_details_sent::table).values(values).execute(c))?;
    Ok(())
}

/// For which starts of these events the link to join was looked after.
pub fn joins_done(conn: &mut AnyConn, events: &[EventId]) -> Result<HashSet<(EventId, Instant)>, DbError> {
    let mut done = HashSet::new();
    for some in events.chunks(500) {
        let raw: Vec<i64> = some.iter().map(|id| id.0).collect();
        let rows: Vec<(EventId, Ts)> = on_each!(conn, |c| join_details_sent::table
            .filter(join_details_sent::event_id.eq_any(&raw))
            .select((join_details_sent::event_id, join_details_sent::starts_at))
            .load(c))?;
        done.extend(rows.into_iter().map(|(event, starts)| (event, starts.0)));
    }
    Ok(done)
}

/// Takes or keeps a named lease; `false` when another process holds it.
pub fn hold_lease(tx: &mut Tx<'_>, name: &str, owner: &str, now: Instant, until: Instant) -> Result<bool, DbError> {
    let fresh = (lease::name.eq(name), lease::owner.eq(owner), lease::until.eq(Ts::from(until)));
    let added = on_each!(&mut **tx, |c| diesel::insert_into(lease::table).values(&fresh).on_conflict_do_nothing().execute(c))?;
    if added > 0 {
        return Ok(true);
    }
    let mine = lease::table.find(name).filter(lease::owner.eq(owner).or(lease::until.le(Ts::from(now))));
    Ok(on_each!(&mut **tx, |c| diesel::update(mine).set((lease::owner.eq(owner), lease::until.eq(Ts::from(until)))).execute(c))? > 0)
}

/// Gives a lease back, so that another process need not wait for its end.
pub fn drop_lease(tx: &mut Tx<'_>, name: &str, owner: &str) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::delete(lease::table.find(name).filter(lease::owner.eq(owner))).execute(c))?;
    Ok(())
}
