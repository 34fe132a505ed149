//! What the calendar of somebody with a seat was asked last, and what it answered since.

use crate::db::{AnyConn, DbError, changes, registrations, rsvps};
use crate::domain::registration::{CalendarAct, Cause, owed_mail};
use crate::domain::rsvp::{Answer, standing};

/// The change that made the invitation as it is now; what was sent once more made none.
pub(super) fn last_request(conn: &mut AnyConn, row: &registrations::Row) -> Result<Option<changes::Row>, DbError> {
    let made = |change: &changes::Row| {
        let kind = owed_mail(change.cause, change.from_state, change.to_state).filter(|_| !change.cause.says_again());
        kind.is_some_and(|kind| kind.calendar_act(true) == CalendarAct::Request)
    };
    Ok(changes::of_registration(conn, row.id)?.into_iter().rev().find(made))
}

/// The answer that an invitation sent once more carries, so that it changes nothing in the calendar: what was answered, or that it was asked
/// and did not answer. `None` where the person said yes on the web and was not asked since.
pub(super) fn carried(conn: &mut AnyConn, row: &registrations::Row) -> Result<Option<Answer>, DbError> {
    let answer = standing(rsvps::of(conn, row.id)?.as_ref().and_then(rsvps::Row::last).as_ref(), row.sequence);
    if answer != Answer::NeedsAction {
        return Ok(Some(answer));
    }
    let was_asked = last_request(conn, row)?.is_some_and(|change| change.cause == Cause::EventChanged);
    Ok(was_asked.then_some(answer))
}
