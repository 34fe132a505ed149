//! Attestations: what stands attests somebody's presence, and names go with the name.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{attestation, registration};
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let absent = registration::table.filter(registration::present.eq(false)).select(registration::id);
    let loose = attestation::revoked_at.is_null().and(attestation::registration_id.eq_any(absent));
    let loose: Vec<i64> = on_each!(&mut *conn, |c| attestation::table.filter(loose).select(attestation::id).order(attestation::id.asc()).load(c))?;
    let said = "it stands, and the proofs do not come to presence";
    findings.extend(loose.into_iter().map(|id| of("attestations_follow_presence", id, said)));

    let gone = registration::table.filter(registration::erased_at.is_not_null()).select(registration::id);
    let left = attestation::signed.ne("").and(attestation::registration_id.eq_any(gone));
    let left: Vec<i64> = on_each!(conn, |c| attestation::table.filter(left).select(attestation::id).order(attestation::id.asc()).load(c))?;
    findings.extend(left.into_iter().map(|id| of("attestations_go_with_names", id, "its owner was erased, and it still says their name")));
    Ok(())
}

fn of(invariant: &'static str, id: i64, detail: &str) -> Finding {
    Finding { invariant, row: format!("attestation {id}"), detail: detail.into() }
}
