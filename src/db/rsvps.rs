//! What calendars answered last, one row for a registration. It must not know which answer counts.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::rsvp;
use super::types::Ts;
use crate::domain::ids::RegistrationId;
use crate::domain::rsvp::{Answer, Last};
use crate::on_each;

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = rsvp, treat_none_as_default_value = false)]
pub struct Row {
    /// Whose.
    pub registration_id: RegistrationId,
    /// What it says.
    pub answer: Answer,
    /// SEQUENCE of the invitation that it answers.
    pub sequence: i32,
    /// When it was given, never later than it arrived; `None` while there is none.
    pub stamped: Option<Ts>,
    /// When it arrived.
    pub received_at: Option<Ts>,
    /// Whether its sender was vouched for.
    pub verified: bool,
    /// SEQUENCE of the invitation about which the person was asked by mail whether they really decline.
    pub asked_sequence: Option<i32>,
}

impl Row {
    /// What answers are put in order by.
    pub fn last(&self) -> Option<Last> {
        self.stamped.map(|at| Last { answer: self.answer, sequence: self.sequence, stamped: at.0 })
    }
}

/// The answer of a registration.
pub fn of(conn: &mut AnyConn, registration: RegistrationId) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| rsvp::table.find(registration.0).get_result(c).optional())?)
}

/// The answers of these registrations.
pub fn of_many(conn: &mut AnyConn, registrations: &[RegistrationId]) -> Result<HashMap<RegistrationId, Row>, DbError> {
    let mut found = HashMap::new();
    let raw: Vec<i64> = registrations.iter().map(|id| id.0).collect();
    for some in raw.chunks(500) {
        let rows: Vec<Row> = on_each!(&mut *conn, |c| rsvp::table.filter(rsvp::registration_id.eq_any(some)).load(c))?;
        found.extend(rows.into_iter().map(|row| (row.registration_id, row)));
    }
    Ok(found)
}

/// Writes an answer in the place of the one before.
pub fn put(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| {
        diesel::delete(rsvp::table.find(row.registration_id.0)).execute(c)?;
        diesel::insert_into(rsvp::table).values(row).execute(c)
    })?;
    Ok(())
}
