//! Organisations: found by their folded name, made when first named.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::organisation;
use super::types::{Json, Ts};
use crate::clock::Instant;
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::name_key;
use crate::domain::sector::Sector;
use crate::on_each;

/// An organisation's row.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = organisation, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Row {
    pub id: OrganisationId,
    pub name: String,
    pub name_key: String,
    pub sector: Sector,
    pub enterprise_number: Option<String>,
    pub domains: Json<Vec<String>>,
    pub created_at: Ts,
}

/// The rows of these names, making those that are new with the sector of whoever named them first. The answer is by folded name.
pub fn ensure(tx: &mut Tx<'_>, named: &[(&str, Sector)], now: Instant) -> Result<HashMap<String, OrganisationId>, DbError> {
    let mut wanted: HashMap<String, (&str, Sector)> = named.iter().map(|(name, sector)| (name_key(name), (*name, *sector))).collect();
    let mut keys: Vec<String> = wanted.keys().cloned().collect();
    // One order for all writers: two that insert the same names wait for each other instead of dead-locking.
    keys.sort_unstable();
    let mut known = by_keys(tx, &keys)?;
    wanted.retain(|key, _| !known.contains_key(key));
    if wanted.is_empty() {
        return Ok(known);
    }
    let mut rows: Vec<Row> = wanted
        .iter()
        .map(|(key, (name, sector))| Row {
            id: OrganisationId(tx.next_id()),
            name: (*name).to_owned(),
            name_key: key.clone(),
            sector: *sector,
            enterprise_number: None,
            domains: Json(Vec::new()),
            created_at: now.into(),
        })
        .collect();
    rows.sort_unstable_by(|a, b| a.name_key.cmp(&b.name_key));
    for row in &rows {
        on_each!(&mut **tx, |c| diesel::insert_into(organisation::table).values(row).on_conflict_do_nothing().execute(c))?;
    }
    known.extend(by_keys(tx, &rows.iter().map(|r| r.name_key.clone()).collect::<Vec<_>>())?);
    Ok(known)
}

fn by_keys(conn: &mut AnyConn, keys: &[String]) -> Result<HashMap<String, OrganisationId>, DbError> {
    let found: Vec<(String, i64)> = match (conn, keys) {
        // One key at a time keeps SQLite's prepared statement; a list would be parsed anew for every length.
        (AnyConn::Sqlite(c), keys) => {
            let mut found = Vec::with_capacity(keys.len());
            for key in keys {
                found.extend(
                    organisation::table
                        .filter(organisation::name_key.eq(key))
                        .select((organisation::name_key, organisation::id))
                        .get_result::<(String, i64)>(c)
                        .optional()?,
                );
            }
            found
        }
        (AnyConn::Pg(c), keys) => {
            organisation::table.filter(organisation::name_key.eq_any(keys)).select((organisation::name_key, organisation::id)).load(c)?
        }
    };
    Ok(found.into_iter().map(|(key, id)| (key, OrganisationId(id))).collect())
}

/// The names of all organisations.
pub fn names(conn: &mut AnyConn) -> Result<Vec<String>, DbError> {
    Ok(on_each!(conn, |c| organisation::table.order(organisation::name_key.asc()).select(organisation::name).load(c))?)
}

/// All organisations by name, for lists; pages by row number.
pub fn list(conn: &mut AnyConn, after: Option<OrganisationId>, limit: i64) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| organisation::table
        .filter(organisation::id.gt(after.map_or(i64::MIN, |o| o.0)))
        .order(organisation::id.asc())
        .limit(limit)
        .load(c))?)
}
