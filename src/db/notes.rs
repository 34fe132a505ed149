//! Notes of staff about registrations, one for each. They go with the name they are about.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::registration_note;
use super::types::Ts;
use crate::domain::ids::RegistrationId;
use crate::on_each;

/// A note.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = registration_note, treat_none_as_default_value = false)]
pub struct Row {
    /// About which registration.
    pub registration_id: RegistrationId,
    /// What it says.
    pub text: String,
    /// Who wrote it last: `user:<row>`, `token:<row>` or `operator`.
    pub written_by: String,
    /// When.
    pub written_at: Ts,
}

/// The note about a registration.
pub fn of(conn: &mut AnyConn, registration: RegistrationId) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| registration_note::table.find(registration.0).get_result(c).optional())?)
}

/// The notes about these registrations.
pub fn of_many(conn: &mut AnyConn, registrations: &[RegistrationId]) -> Result<HashMap<RegistrationId, Row>, DbError> {
    let raw: Vec<i64> = registrations.iter().map(|id| id.0).collect();
    let rows: Vec<Row> = on_each!(conn, |c| registration_note::table.filter(registration_note::registration_id.eq_any(&raw)).load(c))?;
    Ok(rows.into_iter().map(|row| (row.registration_id, row)).collect())
}

/// Writes a note in the place of the one before.
pub fn put(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    remove(tx, &[row.registration_id])?;
    on_each!(&mut **tx, |c| diesel::insert_into(registration_note::table).values(row).execute(c))?;
    Ok(())
}

/// Removes the notes about these registrations.
pub fn remove(tx: &mut Tx<'_>, registrations: &[RegistrationId]) -> Result<(), DbError> {
    let raw: Vec<i64> = registrations.iter().map(|id| id.0).collect();
    for some in raw.chunks(500) {
        on_each!(&mut **tx, |c| diesel::delete(registration_note::table.filter(registration_note::registration_id.eq_any(some))).execute(c))?;
    }
    Ok(())
}
