//! Offered seats: what is open is a seat's that stands, what was accepted moved one seat from one person to another, and what was
//! forgotten names nobody.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{event, outbox, registration, registration_change, substitute_offer};
use crate::domain::event::EventStatus;
use crate::domain::registration::{Cause, MailKind, State as Stands};
use crate::domain::substitute::State;
use crate::on_each;

diesel::alias!(registration_change as taken: Taken);

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    outcome(conn, findings)?;
    handed_on(conn, findings)?;
    forgotten(conn, findings)?;
    mails(conn, findings)
}

fn finding(invariant: &'static str, id: i64, detail: &str) -> Finding {
    Finding { invariant, row: format!("substitute_offer {id}"), detail: detail.into() }
}

/// One that is open is of somebody who has a seat at an event that takes place; one that ended says when, and only an accepted one who
/// took the seat.
fn outcome(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let is = |state: State| substitute_offer::state.eq(state.code());
    let stands = registration::table
        .inner_join(event::table)
        .filter(registration::id.eq(substitute_offer::registration_id).and(registration::event_id.eq(substitute_offer::event_id)))
        .filter(registration::state.eq(Stands::Confirmed.code()).and(event::status.eq(EventStatus::Published.code())))
        .select(registration::id);
    let loose = is(State::Open).and(substitute_offer::ended_at.is_not_null().or(diesel::dsl::not(diesel::dsl::exists(stands))));
    let endless = substitute_offer::state.ne(State::Open.code()).and(substitute_offer::ended_at.is_null());
    let odd_taker = is(State::Accepted).and(substitute_offer::substitute_id.is_null());
    let odd_taker = odd_taker.or(substitute_offer::state.ne(State::Accepted.code()).and(substitute_offer::substitute_id.is_not_null()));
    let odd = loose.or(endless).or(odd_taker);
    let ids: Vec<i64> =
        on_each!(conn, |c| substitute_offer::table.filter(odd).select(substitute_offer::id).order(substitute_offer::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| finding("offer_has_its_outcome", id, "its state, its end, its seat and who took it disagree")));
    Ok(())
}

/// An accepted one took a seat from its holder and gave it to somebody else at the same event, at one moment; nobody stood in by any
/// other way.
fn handed_on(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let theirs = taken
        .field(registration_change::registration_id)
        .nullable()
        .eq(substitute_offer::substitute_id)
        .and(taken.field(registration_change::cause).eq(Cause::StoodIn.code()))
        .and(taken.field(registration_change::event_id).eq(substitute_offer::event_id))
        .and(taken.field(registration_change::to_state).eq(Stands::Confirmed.code()));
    let given = registration_change::registration_id
        .eq(substitute_offer::registration_id)
        .and(registration_change::cause.eq(Cause::Replaced.code()))
        .and(registration_change::to_state.eq(Stands::Withdrawn.code()));
    let both = registration_change::table
        .inner_join(taken.on(taken.field(registration_change::at).eq(registration_change::at)))
        .filter(given.and(theirs))
        .select(registration_change::id);
    let oneself = substitute_offer::substitute_id.eq(substitute_offer::registration_id.nullable());
    let odd = substitute_offer::substitute_id.is_not_null().and(oneself.or(diesel::dsl::not(diesel::dsl::exists(both))));
    let ids: Vec<i64> =
        on_each!(&mut *conn, |c| substitute_offer::table.filter(odd).select(substitute_offer::id).order(substitute_offer::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| finding("a_seat_went_from_one_to_another", id, "no seat changed hands by it")));
    let offered = substitute_offer::table
        .filter(substitute_offer::substitute_id.eq(registration_change::registration_id.nullable()))
        .select(substitute_offer::id);
    let unasked = registration_change::cause.eq(Cause::StoodIn.code()).and(diesel::dsl::not(diesel::dsl::exists(offered)));
    let ids: Vec<i64> =
        on_each!(conn, |c| registration_change::table.filter(unasked).select(registration_change::id).order(registration_change::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| Finding {
        invariant: "a_seat_went_from_one_to_another",
        row: format!("registration_change {id}"),
        detail: "took over a seat that nobody offered".into(),
    }));
    Ok(())
}

/// What was forgotten or erased says nothing of who was asked, and is not open.
fn forgotten(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let named = substitute_offer::name.ne("").or(substitute_offer::email.ne(""));
    let half = substitute_offer::email_key.is_null().and(named.or(substitute_offer::state.eq(State::Open.code())));
    let kept = substitute_offer::erased_at.is_not_null().and(substitute_offer::email_key.is_not_null());
    let odd = half.or(kept);
    let ids: Vec<i64> =
        on_each!(conn, |c| substitute_offer::table.filter(odd).select(substitute_offer::id).order(substitute_offer::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| finding("ended_offers_are_forgotten", id, "it is forgotten in part")));
    Ok(())
}

/// A mail that offers a seat names the offer and nothing else; no other mail names one.
fn mails(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let offers = || outbox::kind.eq(MailKind::SubstituteOffer.code());
    let alone = outbox::registration_id.is_null().and(outbox::invitation_id.is_null()).and(outbox::member_id.is_null());
    let whole = outbox::offer_id.is_not_null().and(alone).and(outbox::change_id.is_null());
    let odd = offers().and(diesel::dsl::not(whole)).or(diesel::dsl::not(offers()).and(outbox::offer_id.is_not_null()));
    let ids: Vec<i64> = on_each!(conn, |c| outbox::table.filter(odd).select(outbox::id).order(outbox::id.asc()).load(c))?;
    let detail = "it does not name the one offer it is about";
    findings.extend(ids.into_iter().map(|id| Finding { invariant: "offered_by_one_mail", row: format!("outbox {id}"), detail: detail.into() }));
    Ok(())
}
