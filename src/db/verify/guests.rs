//! Proposed guests: what is decided says when and by whom, who was admitted is invited, what was erased names nobody; members propose for
//! the event at which they have their place, and are told what became of it.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{guest_proposal, invitation, outbox, person, registration};
use crate::domain::guest::State;
use crate::domain::registration::MailKind;
use crate::on_each;

/// What stands for the person themselves where it is kept who did something.
const PERSON: &str = "person";

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    outcomes(conn, findings)?;
    proposers(conn, findings)?;
    mails(conn, findings)
}

/// A member proposes for the event at which they have their place, and nobody else takes anything back.
fn proposers(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let place = registration::table
        .filter(registration::id.nullable().eq(guest_proposal::registration_id).and(registration::event_id.eq(guest_proposal::event_id)));
    let has_place = || diesel::dsl::exists(place.select(registration::id));
    let by_person = || guest_proposal::proposed_by.eq(PERSON);
    let odd = by_person().and(diesel::dsl::not(has_place()));
    let odd = odd.or(diesel::dsl::not(by_person()).and(guest_proposal::registration_id.is_not_null()));
    let odd = odd.or(guest_proposal::state.eq(State::TakenBack.code()).and(diesel::dsl::not(by_person())));
    let ids: Vec<i64> = on_each!(conn, |c| guest_proposal::table.filter(odd).select(guest_proposal::id).order(guest_proposal::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| Finding {
        invariant: "proposal_has_its_proposer",
        row: format!("guest_proposal {id}"),
        detail: "who made it, their place at its event, and who took it back disagree".into(),
    }));
    Ok(())
}

/// A mail about a guest goes to a member who proposed one for that event and was answered, and is about their place alone.
fn mails(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let answered = guest_proposal::registration_id.eq(outbox::registration_id).and(guest_proposal::decided_at.is_not_null());
    let answered = diesel::dsl::exists(guest_proposal::table.filter(answered).select(guest_proposal::id));
    let alone = outbox::change_id.is_null().and(outbox::batch_id.is_null()).and(outbox::member_id.is_null());
    let odd = outbox::kind.eq(MailKind::GuestOutcome.code()).and(diesel::dsl::not(answered.and(alone)));
    let ids: Vec<i64> = on_each!(conn, |c| outbox::table.filter(odd).select(outbox::id).order(outbox::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| Finding {
        invariant: "outcome_mail_has_its_proposal",
        row: format!("outbox {id}"),
        detail: "it is not about a proposal of its recipient that was answered".into(),
    }));
    Ok(())
}

fn outcomes(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let open = || guest_proposal::state.eq(State::Open.code());
    let decided = || guest_proposal::decided_at.is_not_null().and(guest_proposal::decided_by.is_not_null());
    let undecided = guest_proposal::decided_at.is_null().and(guest_proposal::decided_by.is_null());
    let half = open().and(diesel::dsl::not(undecided)).or(diesel::dsl::not(open()).and(diesel::dsl::not(decided())));
    // Who came by another way in the meantime needs no invitation.
    let called = invitation::table.filter(invitation::event_id.eq(guest_proposal::event_id).and(invitation::email_key.eq(guest_proposal::email_key)));
    let theirs = person::email_key.nullable().eq(guest_proposal::email_key);
    let came = registration::table
        .inner_join(person::table.on(person::id.nullable().eq(registration::person_id)))
        .filter(registration::event_id.eq(guest_proposal::event_id).and(theirs));
    let reached = diesel::dsl::exists(called.select(invitation::id)).or(diesel::dsl::exists(came.select(registration::id)));
    let admitted = guest_proposal::state.eq(State::Admitted.code()).and(guest_proposal::erased_at.is_null());
    // An objection stands as long as the event, and with it the address that it is about.
    let has_key = guest_proposal::email_key.is_not_null().and(guest_proposal::state.ne(State::Refused.code()));
    let named = has_key.or(guest_proposal::name.ne("")).or(guest_proposal::email.ne("")).or(guest_proposal::reason.ne(""));
    let kept = guest_proposal::erased_at.is_not_null().and(named);
    let odd = half.or(admitted.and(diesel::dsl::not(reached))).or(kept);
    let ids: Vec<i64> = on_each!(conn, |c| guest_proposal::table.filter(odd).select(guest_proposal::id).order(guest_proposal::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| Finding {
        invariant: "proposal_has_its_outcome",
        row: format!("guest_proposal {id}"),
        detail: "its state, its decision, its invitation and its erasure disagree".into(),
    }));
    Ok(())
}
