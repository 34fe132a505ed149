//! What must hold of objections to what is recorded.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{objection, registration};
use crate::domain::objection::State;
use crate::on_each;

/// They went with the name of who objected; what was answered says when, by whom and why, and what waits says nothing of it.
pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let erased = registration::table.filter(registration::erased_at.is_not_null()).select(registration::id);
    let left: Vec<i64> =
        on_each!(&mut *conn, |c| objection::table.filter(objection::registration_id.eq_any(erased)).select(objection::registration_id).load(c))?;
    findings.extend(
        left.into_iter().map(|id| Finding::of_registration("objections_go_with_names", id, "was erased, and an objection of theirs is left")),
    );
    let whole = || objection::answered_at.is_not_null().and(objection::answered_by.is_not_null()).and(objection::answer.is_not_null());
    let some = || objection::answered_at.is_not_null().or(objection::answered_by.is_not_null()).or(objection::answer.is_not_null());
    let is_open = || objection::state.eq(State::Open.code());
    let odd: Vec<(i64, State)> = on_each!(conn, |c| objection::table
        .filter(is_open().and(some()).or(diesel::dsl::not(is_open()).and(diesel::dsl::not(whole()))))
        .select((objection::registration_id, objection::state))
        .load(c))?;
    let finding =
        |(id, state)| Finding::of_registration("objection_has_its_answer", id, format!("an objection is {state}, and its answer disagrees"));
    findings.extend(odd.into_iter().map(finding));
    Ok(())
}
