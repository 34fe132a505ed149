//! Counts over many quarters at once, one statement a family whatever the number of events. It must not know what the figures are called.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

use super::connection::AnyConn;
use super::errors::DbError;
use super::schema::{invitation, registration};
use crate::clock::Instant;
use crate::domain::ids::{EventId, OrganisationId};
use crate::domain::invitation::State as InvitationState;
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::on_each;

/// Invitations of one event that agree in these.
#[derive(Clone, Copy, Debug, Queryable)]
#[allow(missing_docs)]
pub struct Invited {
    pub event: EventId,
    /// Where it is known.
    pub sector: Option<Sector>,
    pub language: Language,
    pub count: i64,
}

/// Somebody known who was present.
#[derive(Clone, Copy, Debug, Queryable)]
#[allow(missing_docs)]
pub struct Presence {
    pub event: EventId,
    /// The row of the person: for telling people apart, and nothing else.
    pub person: Option<i64>,
    pub organisation: Option<OrganisationId>,
}

/// Presences of people who are no longer known.
#[derive(Clone, Copy, Debug, Queryable)]
#[allow(missing_docs)]
pub struct Unknown {
    pub event: EventId,
    pub organisation: Option<OrganisationId>,
    pub count: i64,
}

#[derive(QueryableByName)]
struct Hour {
    #[diesel(sql_type = BigInt)]
    event: i64,
    #[diesel(sql_type = Text)]
    hour: String,
    #[diesel(sql_type = BigInt)]
    n: i64,
}

fn raw(events: &[EventId]) -> Vec<i64> {
    events.iter().map(|event| event.0).collect()
}

/// Invitations to these events that were not taken back.
pub fn invited(conn: &mut AnyConn, events: &[EventId]) -> Result<Vec<Invited>, DbError> {
    Ok(on_each!(conn, |c| invitation::table
        .filter(invitation::event_id.eq_any(raw(events)).and(invitation::state.ne(InvitationState::Withdrawn.code())))
        .group_by((invitation::event_id, invitation::sector, invitation::language))
        .select((invitation::event_id, invitation::sector, invitation::language, count_star()))
        .load(c))?)
}

/// Who of those known was present at these events. The condition is written as the index `registration_came` has it.
pub fn presences(conn: &mut AnyConn, events: &[EventId]) -> Result<Vec<Presence>, DbError> {
    use registration::{event_id, organisation_id, person_id, present};
    Ok(on_each!(conn, |c| registration::table
        .filter(event_id.eq_any(raw(events)).and(present).and(person_id.is_not_null()))
        .select((event_id, person_id, organisation_id))
        .load(c))?)
}

/// Presences at these events of people who are no longer known, by organisation.
pub fn unknown(conn: &mut AnyConn, events: &[EventId]) -> Result<Vec<Unknown>, DbError> {
    use registration::{event_id, organisation_id, person_id, present};
    Ok(on_each!(conn, |c| registration::table
        .filter(event_id.eq_any(raw(events)).and(present).and(person_id.is_null()))
        .group_by((event_id, organisation_id))
        .select((event_id, organisation_id, count_star()))
        .load(c))?)
}

/// In which hour, and how many a time, people registered for these events. Brussels is whole hours from UTC: days can be told from it.
pub fn registered(conn: &mut AnyConn, events: &[EventId]) -> Result<Vec<(EventId, Instant, u64)>, DbError> {
    if events.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = events.iter().map(|event| event.0.to_string()).collect();
    let of = format!("FROM registration WHERE event_id IN ({}) AND state NOT IN ('pending', 'expired')", ids.join(", "));
    let rows: Vec<Hour> = match conn {
        AnyConn::Sqlite(c) => {
            let hour = "substr(registered_at, 1, 13)";
            sql_query(format!("SELECT event_id AS event, {hour} AS hour, count(*) AS n {of} GROUP BY event_id, {hour}")).load(c)?
        }
        AnyConn::Pg(c) => {
            let grouped = format!("SELECT event_id, date_trunc('hour', registered_at) AS begun, count(*) AS n {of} GROUP BY 1, 2");
            sql_query(format!("SELECT event_id AS event, to_char(begun, 'YYYY-MM-DD HH24') AS hour, n FROM ({grouped}) AS hours")).load(c)?
        }
    };
    rows.into_iter().map(|row| Ok((EventId(row.event), begin_of(&row.hour)?, row.n.unsigned_abs()))).collect()
}

/// The moment at which an hour like `2026-12-10 08` begins, in UTC.
fn begin_of(hour: &str) -> Result<Instant, DbError> {
    let read = || chrono::NaiveDateTime::parse_from_str(&format!("{hour}:00"), "%Y-%m-%d %H:%M").ok().map(|at| at.and_utc());
    read().ok_or_else(|| DbError::Other(format!("{hour:?} is no hour of a day")))
}
