//! The history of registrations: one row for everything that moved one or was told to its owner.

use std::collections::HashSet;

use diesel::prelude::*;

use super::bulk::Bulk;
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::registration_change;
use super::types::{Json, Ts};
use crate::domain::ids::{ChangeId, EventId, RegistrationId};
use crate::domain::registration::{Cause, State};
use crate::domain::seats::Reason;
use crate::{bulk, on_each};

/// A row of the history.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = registration_change, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number.
    pub id: ChangeId,
    /// Whose history.
    pub registration_id: RegistrationId,
    /// At which event.
    pub event_id: EventId,
    /// When.
    pub at: Ts,
    /// What happened.
    pub cause: Cause,
    /// State before; `None` at the first.
    pub from_state: Option<State>,
    /// State after.
    pub to_state: State,
    /// Who did it: `person`, `system`, `user:<row>` or `token:<row>`.
    pub actor: String,
    /// The rule that decided.
    pub reason: Option<Json<Reason>>,
    /// SHA-256 of the form's one-time key, with event and address, when one was sent.
    pub form_key: Option<String>,
}

bulk!(registration_change, Row { id, registration_id, event_id, at, cause, from_state, to_state, actor, reason, form_key });

/// Adds rows.
pub fn insert(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    Row::insert_all(tx, rows)?;
    Ok(())
}

/// Which of these one-time keys were used before.
pub fn used_form_keys(conn: &mut AnyConn, keys: &[String]) -> Result<HashSet<String>, DbError> {
    if keys.is_empty() {
        return Ok(HashSet::new());
    }
    let used: Vec<Option<String>> = match conn {
        AnyConn::Sqlite(c) => {
            let mut found = Vec::new();
            for key in keys {
                found.extend(
                    registration_change::table
                        .filter(registration_change::form_key.eq(key))
                        .select(registration_change::form_key)
                        .get_result::<Option<String>>(c)
                        .optional()?,
                );
            }
            found
        }
        AnyConn::Pg(c) => {
            registration_change::table.filter(registration_change::form_key.eq_any(keys)).select(registration_change::form_key).load(c)?
        }
    };
    Ok(used.into_iter().flatten().collect())
}

/// A registration's history, oldest first.
pub fn of_registration(conn: &mut AnyConn, id: RegistrationId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| registration_change::table
        .filter(registration_change::registration_id.eq(id.0))
        .order((registration_change::at.asc(), registration_change::id.asc()))
        .load(c))?)
}

/// Takes out what staff wrote about these registrations; rules that decided stay.
pub fn forget_words(tx: &mut Tx<'_>, registrations: &[RegistrationId]) -> Result<(), DbError> {
    let raw: Vec<i64> = registrations.iter().map(|id| id.0).collect();
    let rows: Vec<(i64, Option<Json<Reason>>)> = on_each!(&mut **tx, |c| registration_change::table
        .filter(registration_change::registration_id.eq_any(&raw).and(registration_change::reason.is_not_null()))
        .select((registration_change::id, registration_change::reason))
        .load(c))?;
    let words: Vec<i64> = rows.into_iter().filter(|(_, reason)| matches!(reason, Some(Json(Reason::Staff { .. })))).map(|(id, _)| id).collect();
    if words.is_empty() {
        return Ok(());
    }
    on_each!(&mut **tx, |c| diesel::update(registration_change::table.filter(registration_change::id.eq_any(&words)))
        .set(registration_change::reason.eq(None::<String>))
        .execute(c))?;
    Ok(())
}
