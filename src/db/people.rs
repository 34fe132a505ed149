//! People: one row for each address.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamp};

use super::bulk::{Statement, Value, Values};
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::person;
use super::types::Ts;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::{bulk, on_each, update_all};

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

bulk!(person, Row { id, email, email_key, name, organisation_id, sector, language, proved_at, created_at });

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

/// Somebody who is known by now.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Row number.
    pub id: PersonId,
    /// Whether the row was made just now: nothing else in the database points to it.
    pub is_new: bool,
}

/// Adds the people whose address is new and answers all of them by the address's key. A person who exists is left as they
/// are: what a form says of somebody is not believed before the address is proven.
pub fn ensure(tx: &mut Tx<'_>, mut wanted: Vec<Row>) -> Result<HashMap<String, Known>, DbError> {
    // One order for all writers: two that add the same people wait for each other instead of dead-locking.
    wanted.sort_unstable_by(|a, b| a.email_key.cmp(&b.email_key));
    wanted.dedup_by(|a, b| a.email_key == b.email_key);
    if wanted.is_empty() {
        return Ok(HashMap::new());
    }
    // Most are new: who asks first asks twice.
    let added = insert_new(tx, &wanted)?;
    if added == wanted.len() {
        return Ok(wanted.into_iter().map(|row| (row.email_key, Known { id: row.id, is_new: true })).collect());
    }
    let ours: HashSet<PersonId> = wanted.iter().map(|row| row.id).collect();
    let keys: Vec<String> = wanted.into_iter().map(|row| row.email_key).collect();
    Ok(by_email_keys(tx, &keys)?.into_iter().map(|(key, row)| (key, Known { id: row.id, is_new: ours.contains(&row.id) })).collect())
}

/// Adds those whose address is new, and answers how many that were.
fn insert_new(tx: &mut Tx<'_>, rows: &[Row]) -> Result<usize, DbError> {
    Ok(match &mut **tx {
        AnyConn::Pg(c) => Row::unnest(rows, ") ON CONFLICT (email_key) DO NOTHING").execute(c)?,
        AnyConn::Sqlite(c) => {
            let mut added = 0;
            for row in rows {
                added += diesel::insert_into(person::table).values(row).on_conflict(person::email_key).do_nothing().execute(c)?;
            }
            added
        }
    })
}

/// Writes what the owners of these addresses said of themselves.
pub fn update(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    update_all!(&mut **tx, person, rows, name, organisation_id, sector, language, proved_at);
    Ok(())
}

/// What the owner of an address said of themselves, and when they proved it.
#[derive(Debug)]
pub struct Proved {
    /// Whose row.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Sector.
    pub sector: Sector,
    /// Language.
    pub language: Language,
    /// The moment; an earlier one stays.
    pub proved_at: Option<Ts>,
}

/// Writes what the owners of these addresses said of themselves, now that they have proven them.
pub fn proved(tx: &mut Tx<'_>, rows: &[Proved]) -> Result<(), DbError> {
    if rows.is_empty() {
        return Ok(());
    }
    match &mut **tx {
        AnyConn::Pg(c) => {
            let statement = Statement {
                head: "UPDATE person AS p SET (name, organisation_id, sector, language, proved_at) = \
                       ROW(v.name, v.organisation_id, v.sector, v.language, coalesce(p.proved_at, v.proved_at)) FROM unnest(",
                values: (
                    Values::<BigInt, _>::of(rows, |row| &row.id),
                    Values::<Text, _>::of(rows, |row| &row.name),
                    Values::<Nullable<BigInt>, _>::of(rows, |row| &row.organisation_id),
                    Values::<Text, _>::of(rows, |row| &row.sector),
                    Values::<Text, _>::of(rows, |row| &row.language),
                    Values::<Nullable<Timestamp>, _>::of(rows, |row| &row.proved_at),
                ),
                tail: ") AS v (id, name, organisation_id, sector, language, proved_at) WHERE p.id = v.id",
                last: (),
                end: "",
            };
            statement.execute(c)?;
        }
        AnyConn::Sqlite(c) => {
            for row in rows {
                let statement = Statement {
                    head: "UPDATE person SET (name, organisation_id, sector, language, proved_at) = (",
                    values: (
                        Value::<Text, _>::new(&row.name),
                        Value::<Nullable<BigInt>, _>::new(&row.organisation_id),
                        Value::<Text, _>::new(&row.sector),
                        Value::<Text, _>::new(&row.language),
                    ),
                    tail: ", coalesce(proved_at, ",
                    last: Statement {
                        head: "",
                        values: Value::<Nullable<Timestamp>, _>::new(&row.proved_at),
                        tail: ")) WHERE id = ",
                        last: Value::<BigInt, _>::new(&row.id),
                        end: "",
                    },
                    end: "",
                };
                statement.execute(c)?;
            }
        }
    }
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
