//! Attendance reports: whom they saw is whose it is said to be, what was taken back proves nothing, and what was erased names nobody.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{attendance_proof, attendance_report, registration, sighting};
use crate::domain::attendance::{ProofSource, SightingState};
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let is_taken = || sighting::state.eq(SightingState::Taken.code());
    let odd = is_taken().and(sighting::registration_id.is_null()).or(not(is_taken()).and(sighting::registration_id.is_not_null()));
    let half: Vec<i64> = on_each!(&mut *conn, |c| sighting::table.filter(odd).select(sighting::id).order(sighting::id.asc()).load(c))?;
    let said = "its state and whose it is disagree";
    findings.extend(half.into_iter().map(|id| of("taken_sightings_are_somebodys", "sighting", id, said)));

    let undone = attendance_report::id.eq(sighting::report_id).and(attendance_report::undone_at.is_not_null());
    let is_undone = exists(attendance_report::table.filter(undone).select(attendance_report::id));
    let theirs = || sighting::id.nullable().eq(attendance_proof::sighting_id);
    let same = theirs().and(sighting::registration_id.eq(attendance_proof::registration_id.nullable())).and(not(is_undone));
    let is_sound = exists(sighting::table.filter(same).select(sighting::id)).and(attendance_proof::source.eq(ProofSource::Report.code()));
    let stands = attendance_proof::sighting_id.is_not_null().and(attendance_proof::revoked_at.is_null());
    let loose: Vec<i64> = on_each!(&mut *conn, |c| attendance_proof::table
        .filter(stands.and(not(is_sound)))
        .select(attendance_proof::id)
        .order(attendance_proof::id.asc())
        .load(c))?;
    let said = "it stands by a sighting that is not this registration's, or of a report that was taken back";
    findings.extend(loose.into_iter().map(|id| of("report_proofs_have_their_sighting", "attendance_proof", id, said)));

    let gone = registration::id.nullable().eq(sighting::registration_id).and(registration::erased_at.is_not_null());
    let is_of_erased = exists(registration::table.filter(gone).select(registration::id));
    let is_said = sighting::name.ne("").or(sighting::other_names.ne("[]")).or(sighting::email_key.is_not_null()).or(sighting::spans.ne("[]"));
    let should_be = sighting::erased_at.is_not_null().or(is_of_erased);
    let left: Vec<i64> = on_each!(conn, |c| sighting::table.filter(is_said.and(should_be)).select(sighting::id).order(sighting::id.asc()).load(c))?;
    findings.extend(left.into_iter().map(|id| of("sightings_go_with_names", "sighting", id, "was erased, and what the report said is left")));
    Ok(())
}

fn of(invariant: &'static str, table: &str, id: i64, detail: &str) -> Finding {
    Finding { invariant, row: format!("{table} {id}"), detail: detail.into() }
}
