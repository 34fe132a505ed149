//! Counts of registrations, grouped by everything that figures are asked by.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::AnyConn;
use super::errors::DbError;
use super::schema::registration;
use crate::domain::ids::EventId;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::sector::Sector;
use crate::on_each;

/// So many registrations that agree in all of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Group {
    pub event: EventId,
    pub state: State,
    pub sector: Sector,
    pub mode: Mode,
    pub language: Language,
    pub present: bool,
    pub count: u64,
}

/// Groups of one event. The index `registration_figures` holds every column asked for, in this order: no row is touched.
pub fn of_event(conn: &mut AnyConn, event: EventId) -> Result<Vec<Group>, DbError> {
    use registration::{event_id, language, mode, present, sector, state};
    let rows: Vec<(State, Sector, Mode, Language, bool, i64)> = on_each!(conn, |c| registration::table
        .filter(event_id.eq(event.0))
        .group_by((state, sector, mode, language, present))
        .select((state, sector, mode, language, present, count_star()))
        .load(c))?;
    Ok(rows
        .into_iter()
        .map(|row| Group { event, state: row.0, sector: row.1, mode: row.2, language: row.3, present: row.4, count: row.5.unsigned_abs() })
        .collect())
}
