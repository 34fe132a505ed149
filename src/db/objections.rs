//! Objections to what is recorded of people's presence. They go with the name, whole.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::objection;
use super::types::Ts;
use crate::domain::ids::{EventId, ObjectionId, RegistrationId};
use crate::domain::objection::{Claim, State};
use crate::on_each;

/// An objection.
#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = objection, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    /// Row number.
    pub id: ObjectionId,
    /// Whose.
    pub registration_id: RegistrationId,
    /// About which event.
    pub event_id: EventId,
    /// What is not right.
    pub claim: Claim,
    /// In their words; may be empty.
    pub text: String,
    /// When it was made.
    pub made_at: Ts,
    /// When they last changed it.
    pub changed_at: Ts,
    /// Where it stands.
    pub state: State,
    /// When staff answered.
    pub answered_at: Option<Ts>,
    /// Who: `user:<row>`.
    pub answered_by: Option<String>,
    /// Why, in the words of staff.
    pub answer: Option<String>,
}

/// Adds one.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(objection::table).values(row).execute(c))?;
    Ok(())
}

/// Writes one as it is now.
pub fn update(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(objection::table.find(row.id.0)).set(row).execute(c))?;
    Ok(())
}

/// Those of a registration, oldest first.
pub fn of_registration(conn: &mut AnyConn, registration: RegistrationId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| objection::table.filter(objection::registration_id.eq(registration.0)).order(objection::id.asc()).load(c))?)
}

/// Those of an event that wait for staff, oldest first.
pub fn open_at(conn: &mut AnyConn, event: EventId) -> Result<Vec<Row>, DbError> {
    let waits = || objection::event_id.eq(event.0).and(objection::state.eq(State::Open.code()));
    Ok(on_each!(conn, |c| objection::table.filter(waits()).order(objection::id.asc()).load(c))?)
}

/// How many wait for staff at each event where some do.
pub fn open(conn: &mut AnyConn) -> Result<HashMap<EventId, i64>, DbError> {
    let of_each: Vec<(EventId, i64)> = on_each!(conn, |c| objection::table
        .filter(objection::state.eq(State::Open.code()))
        .group_by(objection::event_id)
        .select((objection::event_id, diesel::dsl::count_star()))
        .load(c))?;
    Ok(of_each.into_iter().collect())
}

/// Removes those of these registrations.
pub fn remove(tx: &mut Tx<'_>, registrations: &[RegistrationId]) -> Result<(), DbError> {
    let raw: Vec<i64> = registrations.iter().map(|id| id.0).collect();
    for some in raw.chunks(500) {
        on_each!(&mut **tx, |c| diesel::delete(objection::table.filter(objection::registration_id.eq_any(some))).execute(c))?;
    }
    Ok(())
}
