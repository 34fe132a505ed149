//! What the clock has set off: reminder runs, and the lease by which one of several processes runs the timers.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{lease, reminder_sent};
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
