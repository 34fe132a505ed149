//! Identities: what is held by one is held by the user whose it is.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{login, staff_grant, staff_identity};
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let owners: Vec<(i64, i64)> = on_each!(conn, |c| staff_identity::table.select((staff_identity::id, staff_identity::user_id)).load(c))?;
    let owner = |identity: i64| owners.iter().find(|(id, _)| *id == identity).map(|(_, user)| *user);
    let mut finding = |row: String, user: i64, identity: i64| {
        if owner(identity) != Some(user) {
            let detail = format!("is of user {user}, and identity {identity} of {:?}", owner(identity));
            findings.push(Finding { invariant: "identity_is_its_users", row, detail });
        }
    };
    let grants: Vec<(i64, i64, Option<i64>)> = on_each!(conn, |c| staff_grant::table
        .filter(staff_grant::identity_id.is_not_null())
        .order(staff_grant::id.asc())
        .select((staff_grant::id, staff_grant::user_id, staff_grant::identity_id))
        .load(c))?;
    for (id, user, identity) in grants {
        finding(format!("staff_grant {id}"), user, identity.unwrap_or_default());
    }
    let logins: Vec<(i64, Option<i64>)> = on_each!(conn, |c| login::table
        .filter(login::identity_id.is_not_null())
        .order(login::created_at.asc())
        .select((login::user_id, login::identity_id))
        .load(c))?;
    for (user, identity) in logins {
        finding(format!("login of user {user}"), user, identity.unwrap_or_default());
    }
    Ok(())
}
