//! People: one row for each address.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::person;
use super::types::Ts;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::{on_each, update_all};

/// A person's row.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = person, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Row {
    pub id: PersonId,
    pub email: String,
    pub email_key: String,
    pub name: String,
    pub organisation_id: Option<OrganisationId>,
    pub sector: Sector,
    pub language: Language,
    /// When the address was proven for the first time.
    pub proved_at: Option<Ts>,
    pub created_at: Ts,
}

/// The people with these addresses, by the address's key.
pub fn by_email_keys(conn: &mut AnyConn, keys: &[String]) -> Result<HashMap<String, Row>, DbError> {
    let rows: Vec<Row> = match conn {
        AnyConn::Sqlite(c) => {
            let mut found = Vec::with_capacity(keys.len());
            for key in keys {
                found.extend(person::table.filter(person::email_key.eq(key)).get_result::<Row>(c).optional()?);
            }
            found
        }
        AnyConn::Pg(c) => person::table.filter(person::email_key.eq_any(keys)).load(c)?,
    };
    Ok(rows.into_iter().map(|row| (row.email_key.clone(), row)).collect())
}

/// Adds the people whose address is new and answers all of them by the address's key. A person who exists is left as they
/// are: what a form says of somebody is not believed before the address is proven.
pub fn ensure(tx: &mut Tx<'_>, mut wanted: Vec<Row>) -> Result<HashMap<String, Row>, DbError> {
    wanted.sort_unstable_by(|a, b| a.email_key.cmp(&b.email_key));
    wanted.dedup_by(|a, b| a.email_key == b.email_key);
    let keys: Vec<String> = wanted.iter().map(|p| p.email_key.clone()).collect();
    let mut known = by_email_keys(tx, &keys)?;
    wanted.retain(|p| !known.contains_key(&p.email_key));
    if wanted.is_empty() {
        return Ok(known);
    }
    let added = match &mut **tx {
        AnyConn::Pg(c) => diesel::insert_into(person::table).values(&wanted).on_conflict_do_nothing().execute(c)?,
        AnyConn::Sqlite(c) => {
            for row in &wanted {
                diesel::insert_into(person::table).values(row).execute(c)?;
            }
            wanted.len()
        }
    };
    if added == wanted.len() {
        known.extend(wanted.into_iter().map(|p| (p.email_key.clone(), p)));
    } else {
        // Another process added some of them in the meantime.
        known.extend(by_email_keys(tx, &wanted.iter().map(|p| p.email_key.clone()).collect::<Vec<_>>())?);
    }
    Ok(known)
}

/// Writes what the owners of these addresses said of themselves.
pub fn update(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    update_all!(tx, person, rows, name, organisation_id, sector, language, proved_at);
    Ok(())
}

/// One person by row.
pub fn by_ids(conn: &mut AnyConn, ids: &[PersonId]) -> Result<HashMap<PersonId, Row>, DbError> {
    let rows: Vec<Row> = match conn {
        AnyConn::Sqlite(c) => {
            let mut found = Vec::with_capacity(ids.len());
            for id in ids {
                found.extend(person::table.find(id.0).get_result::<Row>(c).optional()?);
            }
            found
        }
        AnyConn::Pg(c) => person::table.filter(person::id.eq_any(ids.iter().map(|p| p.0).collect::<Vec<_>>())).load(c)?,
    };
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Removes a person to whom no registration points any more; answers whether the row is gone.
pub fn remove_unreferenced(tx: &mut Tx<'_>, id: PersonId) -> Result<bool, DbError> {
    use super::schema::registration;
    let left: i64 = on_each!(&mut **tx, |c| registration::table.filter(registration::person_id.eq(id.0)).count().get_result(c))?;
    if left > 0 {
        return Ok(false);
    }
    Ok(on_each!(&mut **tx, |c| diesel::delete(person::table.find(id.0)).execute(c))? > 0)
}
