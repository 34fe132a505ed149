//! Organisations: found by their names and domains, made when first named. What staff writes of them is in [`registry`], what merging
//! moves in [`merging`].
//!
//! Whoever finds one in order to point to it keeps it from being merged until the transaction ends: on PostgreSQL the rows that it was
//! found by are locked, against merging and against nobody else.

pub mod merging;
pub mod registry;
pub mod sectors;

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{organisation, organisation_domain, organisation_name};
use super::types::{Json, Ts};
use crate::clock::Instant;
use crate::domain::ids::OrganisationId;
use crate::domain::language::Translated;
use crate::domain::organisation::Named;
use crate::domain::sector::Sector;
use crate::on_each;

/// An organisation's row.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = organisation, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Row {
    pub id: OrganisationId,
    /// The name that lists show.
    pub name: String,
    /// Its key; of a merged organisation something that no name has as a key.
    pub name_key: String,
    pub sector: Sector,
    pub enterprise_number: Option<String>,
    pub created_at: Ts,
    pub names: Option<Json<Translated>>,
    pub search_key: String,
    /// When staff first wrote something of it; until then somebody only named it.
    pub registered_at: Option<Ts>,
    /// Raised with every change.
    pub revision: i32,
    /// The organisation that it is now; nothing else points to this row any more.
    pub merged_into: Option<OrganisationId>,
    pub merged_at: Option<Ts>,
}

/// The organisations that these keys of names lead to, those that lists show before others.
pub fn by_names(tx: &mut Tx<'_>, keys: &[String]) -> Result<HashMap<String, Named>, DbError> {
    let mut found = by_own_names(tx, keys)?;
    let missing: Vec<String> = keys.iter().filter(|key| !found.contains_key(*key)).cloned().collect();
    found.extend(by_other_names(tx, &missing)?);
    Ok(found)
}

fn by_own_names(conn: &mut AnyConn, keys: &[String]) -> Result<HashMap<String, Named>, DbError> {
    let columns = (organisation::name_key, organisation::id, organisation::registered_at);
    let rows: Vec<(String, i64, Option<Ts>)> = match conn {
        // One key at a time keeps SQLite's prepared statement; a list would be parsed anew for every length.
        AnyConn::Sqlite(c) => {
            let mut rows = Vec::with_capacity(keys.len());
            for key in keys {
                rows.extend(organisation::table.filter(organisation::name_key.eq(key)).select(columns).get_result(c).optional()?);
            }
            rows
        }
        AnyConn::Pg(_) if keys.is_empty() => Vec::new(),
        AnyConn::Pg(c) => organisation::table.filter(organisation::name_key.eq_any(keys)).select(columns).for_key_share().load(c)?,
    };
    Ok(rows.into_iter().map(|(key, id, at)| (key, Named { id: OrganisationId(id), is_registered: at.is_some() })).collect())
}

/// Says that organisations may be made, before any row is held: the registry takes the table first and rows then, and who did it the
/// other way round would wait for it while it waits for them.
pub fn announce(tx: &mut Tx<'_>) -> Result<(), DbError> {
    if let AnyConn::Pg(c) = &mut **tx {
        diesel::sql_query("LOCK TABLE organisation IN ROW EXCLUSIVE MODE").execute(c)?;
    }
    Ok(())
}

/// Only what staff registered has other names.
fn by_other_names(conn: &mut AnyConn, keys: &[String]) -> Result<HashMap<String, Named>, DbError> {
    let columns = (organisation_name::name_key, organisation_name::organisation_id);
    let rows: Vec<(String, i64)> = match conn {
        AnyConn::Sqlite(c) => {
            let mut rows = Vec::new();
            for key in keys {
                rows.extend(organisation_name::table.find(key).select(columns).get_result(c).optional()?);
            }
            rows
        }
        AnyConn::Pg(_) if keys.is_empty() => Vec::new(),
        AnyConn::Pg(c) => organisation_name::table.filter(organisation_name::name_key.eq_any(keys)).select(columns).for_share().load(c)?,
    };
    Ok(rows.into_iter().map(|(key, id)| (key, Named { id: OrganisationId(id), is_registered: true })).collect())
}

/// The same as [`by_domains`] for a look: what is read may change before the answer is used.
pub fn owners_of(conn: &mut AnyConn, domains: &[String]) -> Result<HashMap<String, OrganisationId>, DbError> {
    let theirs = organisation_domain::domain.eq_any(domains);
    let rows: Vec<(String, i64)> = on_each!(conn, |c| organisation_domain::table.filter(&theirs).load(c))?;
    Ok(rows.into_iter().map(|(domain, id)| (domain, OrganisationId(id))).collect())
}

/// The organisations that have these domains.
pub fn by_domains(tx: &mut Tx<'_>, domains: &[String]) -> Result<HashMap<String, OrganisationId>, DbError> {
    let rows: Vec<(String, i64)> = match &mut **tx {
        AnyConn::Sqlite(c) => {
            let mut rows = Vec::new();
            for domain in domains {
                rows.extend(organisation_domain::table.find(domain).get_result::<(String, i64)>(c).optional()?);
            }
            rows
        }
        AnyConn::Pg(_) if domains.is_empty() => Vec::new(),
        AnyConn::Pg(c) => organisation_domain::table.filter(organisation_domain::domain.eq_any(domains)).for_share().load(c)?,
    };
    Ok(rows.into_iter().map(|(domain, id)| (domain, OrganisationId(id))).collect())
}

/// An organisation that was named for the first time.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// The key of its name.
    pub key: String,
    /// Its name as typed.
    pub name: &'a str,
    /// The sector of whoever named it.
    pub sector: Sector,
}

/// Makes organisations that were not found, and answers them by their keys: those that somebody else has made meanwhile, too.
pub fn make(tx: &mut Tx<'_>, mut new: Vec<New<'_>>, now: Instant) -> Result<HashMap<String, OrganisationId>, DbError> {
    // One order for all writers: two that insert the same names wait for each other instead of dead-locking.
    new.sort_unstable_by(|a, b| a.key.cmp(&b.key));
    new.dedup_by(|a, b| a.key == b.key);
    if new.is_empty() {
        return Ok(HashMap::new());
    }
    let keys: Vec<String> = new.iter().map(|new| new.key.clone()).collect();
    for new in new {
        let row = Row {
            id: OrganisationId(tx.next_id()),
            name: new.name.to_owned(),
            search_key: new.key.clone(),
            name_key: new.key,
            sector: new.sector,
            enterprise_number: None,
            created_at: now.into(),
            names: None,
            registered_at: None,
            revision: 1,
            merged_into: None,
            merged_at: None,
        };
        on_each!(&mut **tx, |c| diesel::insert_into(organisation::table).values(&row).on_conflict_do_nothing().execute(c))?;
    }
    let mut made = by_own_names(tx, &keys)?;
    if tx.is_postgres() {
        // Staff of another process may have given one of these names to an organisation since it was looked for: theirs counts. Who
        // comes later sees what was made here.
        for (key, other) in by_other_names(tx, &keys)? {
            on_each!(&mut **tx, |c| diesel::delete(organisation::table.filter(organisation::name_key.eq(&key))).execute(c))?;
            made.insert(key, other);
        }
    }
    Ok(made.into_iter().map(|(key, named)| (key, named.id)).collect())
}

/// Every name of every organisation with its key and the key of the name that lists show.
pub fn all_names(conn: &mut AnyConn) -> Result<Vec<AnyName>, DbError> {
    let own: Vec<(String, String, i64, Option<Ts>)> = on_each!(&mut *conn, |c| organisation::table
        .filter(organisation::merged_into.is_null())
        .order(organisation::name_key.asc())
        .select((organisation::name_key, organisation::name, organisation::id, organisation::registered_at))
        .load(c))?;
    let others: Vec<(String, String, String, i64, bool)> = on_each!(conn, |c| organisation_name::table
        .inner_join(organisation::table.on(organisation::id.eq(organisation_name::organisation_id)))
        .order(organisation_name::name_key.asc())
        .select((organisation_name::name_key, organisation::name, organisation::name_key, organisation::id, organisation_name::is_alias))
        .load(c))?;
    let own = own.into_iter().map(|(key, name, id, at)| AnyName { main: key.clone(), key, name, id: OrganisationId(id), is_open: at.is_some() });
    let others = others.into_iter().map(|(key, name, main, id, is_alias)| AnyName { key, name, main, id: OrganisationId(id), is_open: !is_alias });
    Ok(own.chain(others).collect())
}

/// One name of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyName {
    /// Its key.
    pub key: String,
    /// The name that lists show.
    pub name: String,
    /// The key of that.
    pub main: String,
    /// Whose it is.
    pub id: OrganisationId,
    /// Whether all staff may know of it: it was registered, and is no alias.
    pub is_open: bool,
}
