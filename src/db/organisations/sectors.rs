//! Where somebody said another sector than their organisation is registered with, and what was decided about it.

use diesel::prelude::*;

use crate::clock::Instant;
use crate::db::connection::AnyConn;
use crate::db::door::Tx;
use crate::db::errors::DbError;
use crate::db::registrations;
use crate::db::schema::{organisation, registration, sector_decision};
use crate::db::types::Ts;
use crate::domain::ids::{EventId, OrganisationId, RegistrationId};
use crate::domain::registration::State;
use crate::domain::sector::Sector;
use crate::on_each;

/// Somebody who said another sector than their organisation is registered with.
#[derive(Clone, Debug)]
pub struct Case {
    /// Their registration, with the sector they said.
    pub registration: registrations::Row,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// The sector it is registered with.
    pub registered: Sector,
}

/// The rows that are such a case: proven and not given up, and not decided about these two sectors.
macro_rules! open_cases {
    ($events:expr) => {{
        let standing = [State::AwaitingApproval, State::Confirmed, State::Waitlisted].map(State::code);
        let decided = sector_decision::registration_id
            .eq(registration::id)
            .and(sector_decision::declared.eq(registration::sector))
            .and(sector_decision::registered.eq(organisation::sector));
        registration::table
            .inner_join(organisation::table.on(organisation::id.nullable().eq(registration::organisation_id)))
            .left_join(sector_decision::table.on(decided))
            .filter(
                registration::event_id
                    .eq_any($events.iter().map(|event: &EventId| event.0).collect::<Vec<i64>>())
                    .and(registration::state.eq_any(standing))
                    .and(organisation::registered_at.is_not_null())
                    .and(registration::sector.ne(organisation::sector))
                    .and(registration::erased_at.is_null())
                    .and(sector_decision::registration_id.nullable().is_null()),
            )
    }};
}

/// The open cases of these events, in the order of the registrations.
pub fn cases(conn: &mut AnyConn, events: &[EventId], after: Option<RegistrationId>, limit: i64) -> Result<Vec<Case>, DbError> {
    let rows: Vec<(registrations::Row, i64, String, Sector)> = on_each!(conn, |c| open_cases!(events)
        .filter(registration::id.gt(after.map_or(i64::MIN, |id| id.0)))
        .order(registration::id.asc())
        .limit(limit)
        .select((registration::all_columns, organisation::id, organisation::name, organisation::sector))
        .load(c))?;
    let case = |(registration, id, name, registered)| Case { registration, organisation: OrganisationId(id), name, registered };
    Ok(rows.into_iter().map(case).collect())
}

/// How many there are.
pub fn count(conn: &mut AnyConn, events: &[EventId]) -> Result<i64, DbError> {
    Ok(on_each!(conn, |c| open_cases!(events).count().get_result(c))?)
}

/// Writes what was decided; a decision before it is replaced.
pub fn decide(tx: &mut Tx<'_>, id: RegistrationId, declared: Sector, registered: Sector, by: &str, now: Instant) -> Result<(), DbError> {
    let values = (
        sector_decision::registration_id.eq(id.0),
        sector_decision::declared.eq(declared.code()),
        sector_decision::registered.eq(registered.code()),
        sector_decision::decided_by.eq(by),
        sector_decision::decided_at.eq(Ts::from(now)),
    );
    on_each!(&mut **tx, |c| {
        diesel::delete(sector_decision::table.find(id.0)).execute(c)?;
        diesel::insert_into(sector_decision::table).values(&values).execute(c)?;
    });
    Ok(())
}
