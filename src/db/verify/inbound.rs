//! Mails that came in, and what calendars answered: nothing was done without a word of what, and no answer is to what was never sent.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::inbound::Stage;
use crate::db::schema::{inbound_mail, registration, registration_change, rsvp};
use crate::domain::registration::Cause;
use crate::on_each;

/// The word for a mail by which a registration was withdrawn.
const WITHDREW: &str = "withdrew";

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    answers(conn, findings)?;
    outcomes(conn, findings)?;
    erased(conn, findings)?;
    withdrawals(conn, findings)
}

/// An answer, and a question about one, is to an invitation that was sent.
fn answers(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let ahead = rsvp::sequence.gt(registration::sequence).or(rsvp::asked_sequence.gt(registration::sequence.nullable()));
    let both = rsvp::table.inner_join(registration::table.on(registration::id.eq(rsvp::registration_id)));
    let ids: Vec<i64> = on_each!(conn, |c| both.filter(ahead).select(rsvp::registration_id).order(rsvp::registration_id.asc()).load(c))?;
    let detail = "the calendar answered an invitation that was never sent";
    findings.extend(ids.into_iter().map(|id| Finding::of_registration("rsvp_answers_an_invitation", id, detail)));
    Ok(())
}

/// What was read has a kind and an outcome; one that was emptied before it was read has neither.
fn outcomes(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let silent = inbound_mail::kind.is_null().or(inbound_mail::outcome.is_null());
    let read = inbound_mail::state.ne(Stage::Stored.code()).and(inbound_mail::erased_at.is_null());
    let ids: Vec<i64> =
        on_each!(conn, |c| inbound_mail::table.filter(read.and(silent)).select(inbound_mail::id).order(inbound_mail::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| of_mail("inbound_mail_has_its_outcome", id, "was read, and nothing says what was done")));
    Ok(())
}

/// Nothing is left of a mail that is erased but when it came, what it was and what was done.
fn erased(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let words = inbound_mail::text.ne("").or(inbound_mail::subject.ne("")).or(inbound_mail::from_name.ne("")).or(inbound_mail::from_address.ne(""));
    let traces = inbound_mail::raw.is_not_null().or(inbound_mail::from_key.is_not_null()).or(inbound_mail::message_id.is_not_null());
    let left = words.or(traces).or(inbound_mail::envelope_to.is_not_null());
    let kept = inbound_mail::table.filter(inbound_mail::erased_at.is_not_null().and(left));
    let ids: Vec<i64> = on_each!(conn, |c| kept.select(inbound_mail::id).order(inbound_mail::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| of_mail("erased_inbound_mail_is_empty", id, "is erased, and something of it is left")));
    Ok(())
}

/// A mail that withdrew somebody has its change in their history.
fn withdrawals(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let mine = registration_change::registration_id.nullable().eq(inbound_mail::registration_id);
    let done =
        registration_change::table.filter(mine.and(registration_change::cause.eq(Cause::DeclinedInCalendar.code()))).select(registration_change::id);
    let alone = inbound_mail::outcome.eq(WITHDREW).and(diesel::dsl::not(diesel::dsl::exists(done)));
    let ids: Vec<i64> = on_each!(conn, |c| inbound_mail::table.filter(alone).select(inbound_mail::id).order(inbound_mail::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| of_mail("decline_is_in_the_history", id, "withdrew somebody, and their history does not say so")));
    Ok(())
}

fn of_mail(invariant: &'static str, id: i64, detail: &str) -> Finding {
    Finding { invariant, row: format!("inbound_mail {id}"), detail: detail.into() }
}
