//! Mails: what they say of their event is kept.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{event_facts, outbox};
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let kept = event_facts::table.filter(event_facts::id.nullable().eq(outbox::facts_id)).select(event_facts::id);
    let lost = outbox::facts_id.is_not_null().and(diesel::dsl::not(diesel::dsl::exists(kept)));
    let ids: Vec<i64> = on_each!(conn, |c| outbox::table.filter(lost).select(outbox::id).order(outbox::id.asc()).load(c))?;
    let finding =
        |id| Finding { invariant: "mail_knows_its_event", row: format!("outbox {id}"), detail: "what it says of its event is not kept".into() };
    findings.extend(ids.into_iter().map(finding));
    Ok(())
}
