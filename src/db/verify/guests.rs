//! Proposed guests: what is decided says when and by whom, who was admitted is invited, and what was erased names nobody.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{guest_proposal, invitation, person, registration};
use crate::domain::guest::State;
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
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
    let named =
        guest_proposal::email_key.is_not_null().or(guest_proposal::name.ne("")).or(guest_proposal::email.ne("")).or(guest_proposal::reason.ne(""));
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
