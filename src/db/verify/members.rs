//! Rosters: nobody holds a mandate twice, and a mandate says whose it is, or nothing of it any more.

use std::collections::HashMap;

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::members::Row;
use crate::db::schema::member;
use crate::domain::ids::{OrganisationId, PlatformId};
use crate::domain::member::{Function, Mandate};
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let rows: Vec<Row> = on_each!(conn, |c| member::table.order(member::id.asc()).load(c))?;
    // By the organisation, not by the name that was typed: a name can lead to another one later, a mandate does not move by itself.
    let mut held: HashMap<(PlatformId, String, Function, OrganisationId), Vec<(i64, Mandate)>> = HashMap::new();
    for row in &rows {
        let finding = |invariant, detail: String| Finding { invariant, row: format!("member {}", row.id), detail };
        let mandate = match row.mandate() {
            Ok(mandate) => mandate,
            Err(error) => {
                findings.push(finding("members_say_who_or_nothing", error.to_string()));
                continue;
            }
        };
        match row.member() {
            Ok(Some(member)) if row.email_key.as_deref() == Some(&member.email.key()) && row.search_key == member.search_key() => {
                let beside = held.entry((row.platform_id, member.email.key(), row.function, row.organisation_id)).or_default();
                if let Some((other, _)) = beside.iter().find(|(_, other)| other.overlaps(&mandate)) {
                    findings.push(finding("mandates_do_not_overlap", format!("holds on days on which member {other} holds the same")));
                }
                beside.push((row.id.0, mandate));
            }
            Ok(None) if row.email_key.is_none() && [&row.name, &row.email, &row.sort_key, &row.search_key].iter().all(|text| text.is_empty()) => {}
            Ok(Some(_)) => findings.push(finding("members_say_who_or_nothing", "what it is found by is not what it says".into())),
            Ok(None) => findings.push(finding("members_say_who_or_nothing", "was erased, and still says whose it was".into())),
            Err(error) => findings.push(finding("members_say_who_or_nothing", error.to_string())),
        }
    }
    Ok(())
}
