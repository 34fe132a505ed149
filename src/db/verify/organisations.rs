//! Organisations: nothing points to one that is merged into another, and a name leads to one of them alone.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{member, organisation, organisation_domain, organisation_name, person, registration};
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let merged: Vec<i64> = on_each!(&mut *conn, |c| organisation::table
        .filter(organisation::merged_into.is_not_null())
        .order(organisation::id.asc())
        .select(organisation::id)
        .load(c))?;
    for id in merged {
        for (table, count) in pointing(conn, id)? {
            let detail = format!("{count} rows of {table} point to it, though it is merged into another");
            findings.push(Finding { invariant: "nothing_points_to_what_is_merged", row: format!("organisation {id}"), detail });
        }
    }
    let twice: Vec<(String, i64, i64)> = on_each!(conn, |c| organisation_name::table
        .inner_join(organisation::table.on(organisation::name_key.eq(organisation_name::name_key)))
        .order(organisation_name::name_key.asc())
        .select((organisation_name::name_key, organisation_name::organisation_id, organisation::id))
        .load(c))?;
    for (key, other, own) in twice {
        let detail = format!("is called \"{key}\", which leads to organisation {other}, too");
        findings.push(Finding { invariant: "names_lead_to_one_organisation", row: format!("organisation {own}"), detail });
    }
    Ok(())
}

fn pointing(conn: &mut AnyConn, id: i64) -> Result<Vec<(&'static str, i64)>, DbError> {
    let counts: [(&'static str, i64); 6] = on_each!(conn, |c| [
        ("registration", registration::table.filter(registration::organisation_id.eq(id)).count().get_result(c)?),
        ("person", person::table.filter(person::organisation_id.eq(id)).count().get_result(c)?),
        ("member", member::table.filter(member::organisation_id.eq(id)).count().get_result(c)?),
        ("organisation_name", organisation_name::table.filter(organisation_name::organisation_id.eq(id)).count().get_result(c)?),
        ("organisation_domain", organisation_domain::table.filter(organisation_domain::organisation_id.eq(id)).count().get_result(c)?),
        ("organisation", organisation::table.filter(organisation::merged_into.eq(id)).count().get_result(c)?),
    ]);
    Ok(counts.into_iter().filter(|(_, count)| *count > 0).collect())
}
