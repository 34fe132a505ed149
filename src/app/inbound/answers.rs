//! What follows from the answer of a calendar. Nothing is ever done for another address than the registered one, nor more than recorded
//! where nobody vouches for the sender.

use chrono::Duration;

use super::subject::Subject;
use super::{Done, Letter, Outcome};
use crate::app::answered::{carried, last_request};
use crate::app::ledger::{Ledger, Move};
use crate::app::withdraw::step_back;
use crate::app::{Actor, App, AppError};
use crate::calendar::reply::{PartStat, Spoken, Verb};
use crate::clock::Instant;
use crate::db::registrations::{self, Row as Registration};
use crate::db::{DbError, Tx, outbox, rsvps};
use crate::domain::email::EmailAddress;
use crate::domain::registration::{Cause, State};
use crate::domain::rsvp::{Answer, Given, Invited, Last, Stale, order};
use crate::domain::seats::Reason;

/// An invitation is not sent again on demand before so many minutes.
const AGAIN_MINUTES: i64 = 60;

/// Does what a calendar says.
pub(super) fn act(
    tx: &mut Tx<'_>,
    app: &App,
    letter: &Letter,
    subject: &Subject,
    spoken: &Spoken,
    verified: bool,
    now: Instant,
) -> Result<Done, AppError> {
    let Some(found) = &subject.registration else { return Ok(Done::shown(Outcome::Unknown)) };
    if subject.disagree {
        return Ok(Done::shown(Outcome::Doubtful));
    }
    let mut ledger = Ledger::open(app, tx, found.event_id, now)?;
    // Opening may have moved it, and so may others since it was looked up.
    let row = registrations::by_id(tx, found.id)?;
    if row.erased_at.is_some() {
        ledger.close(tx, false)?;
        return Ok(Done::forgotten());
    }
    let done = match spoken.verb {
        Verb::Reply => reply(tx, &mut ledger, row, letter, spoken, verified)?,
        Verb::Counter => Done::shown(Outcome::ForPerson),
        Verb::Refresh => refresh(tx, &mut ledger, row, verified)?,
    };
    ledger.settle(tx)?;
    ledger.close(tx, false)?;
    Ok(done)
}

fn reply(tx: &mut Tx<'_>, ledger: &mut Ledger, row: Registration, letter: &Letter, spoken: &Spoken, verified: bool) -> Result<Done, AppError> {
    if spoken.has_recurrence_id {
        return Ok(Done::quietly(Outcome::NoSeries));
    }
    let Ok(registered) = EmailAddress::parse(&row.email) else { return Ok(Done::quietly(Outcome::Unknown)) };
    let Some(attendee) = spoken.for_person(&registered) else { return Ok(Done::shown(Outcome::Stranger)) };
    let answer = match attendee.answer {
        PartStat::Accepted => Answer::Accepted,
        PartStat::Tentative => Answer::Tentative,
        PartStat::Declined => Answer::Declined,
        PartStat::NeedsAction => return Ok(Done::quietly(Outcome::NoAnswer)),
        PartStat::Delegated => return Ok(Done::shown(Outcome::ForPerson)),
    };
    if row.state != State::Confirmed {
        return Ok(Done::quietly(Outcome::NoSeat));
    }
    let kept = rsvps::of(tx, row.id)?;
    let given = Given { answer, sequence: spoken.sequence, stamped: spoken.stamped, received_at: letter.received_at };
    let invited = Invited { sequence: row.sequence, at: last_request(tx, &row)?.map_or(row.state_since.0, |change| change.at.0) };
    let last = match order(&given, &invited, kept.as_ref().and_then(rsvps::Row::last).as_ref()) {
        Ok(last) => last,
        Err(Stale::OldInvitation) => return Ok(Done::quietly(Outcome::OldInvitation)),
        Err(Stale::Overtaken) => return Ok(Done::quietly(Outcome::Overtaken)),
        Err(Stale::Repeated) => return Ok(Done::quietly(Outcome::Repeated)),
    };
    let recorded = recorded(&row, kept.as_ref(), &last, letter.received_at, verified);
    if answer != Answer::Declined {
        rsvps::put(tx, &recorded)?;
        return Ok(Done::quietly(Outcome::Recorded));
    }
    // Whoever is there already, comes late or leaves early is no longer a matter of seats.
    if row.present || ledger.now >= ledger.stored.event.schedule.starts_at {
        rsvps::put(tx, &recorded)?;
        return Ok(Done::quietly(Outcome::TooLate));
    }
    if !verified {
        return Ok(ask(tx, ledger, row, kept)?);
    }
    rsvps::put(tx, &recorded)?;
    step_back(tx, ledger, row, Cause::DeclinedInCalendar, Actor::Person, Reason::CalendarDeclined)?;
    Ok(Done::quietly(Outcome::Withdrew))
}

fn recorded(row: &Registration, kept: Option<&rsvps::Row>, last: &Last, received_at: Instant, verified: bool) -> rsvps::Row {
    rsvps::Row {
        registration_id: row.id,
        answer: last.answer,
        sequence: last.sequence,
        stamped: Some(last.stamped.into()),
        received_at: Some(received_at.into()),
        verified,
        asked_sequence: kept.and_then(|kept| kept.asked_sequence),
    }
}

/// Asks by mail whether the person declines, once for each version of the invitation; what they answered before stands.
fn ask(tx: &mut Tx<'_>, ledger: &mut Ledger, row: Registration, kept: Option<rsvps::Row>) -> Result<Done, DbError> {
    if kept.as_ref().is_some_and(|kept| kept.asked_sequence == Some(row.sequence)) {
        return Ok(Done::quietly(Outcome::AskedBefore));
    }
    let kept = kept.unwrap_or(rsvps::Row {
        registration_id: row.id,
        answer: Answer::NeedsAction,
        sequence: row.sequence,
        stamped: None,
        received_at: None,
        verified: false,
        asked_sequence: None,
    });
    rsvps::put(tx, &rsvps::Row { asked_sequence: Some(row.sequence), ..kept })?;
    let moved = Move::new(Cause::AskedToConfirm, Actor::System, &row);
    ledger.record(tx, &row, moved, None)?;
    Ok(Done::quietly(Outcome::Asked))
}

/// Sends the invitation as it is now to whom it was sent before; whoever asks gets nothing else by it (RFC 5546 §3.2.6). Where nobody vouches
/// for who asks, it is sent once a day: a stranger may hold a forwarded invitation.
fn refresh(tx: &mut Tx<'_>, ledger: &mut Ledger, row: Registration, verified: bool) -> Result<Done, DbError> {
    if row.state != State::Confirmed || ledger.stored.event.is_held(ledger.now) {
        return Ok(Done::quietly(Outcome::NoSeat));
    }
    let pause = if verified { Duration::minutes(AGAIN_MINUTES) } else { Duration::days(1) };
    if outbox::told_since(tx, row.id, ledger.now - pause)? {
        return Ok(Done::quietly(Outcome::SentBefore));
    }
    let moved = Move { answered: carried(tx, &row)?, ..Move::new(Cause::SentAgain, Actor::System, &row) };
    ledger.record(tx, &row, moved, None)?;
    Ok(Done::quietly(Outcome::SentAgain))
}
