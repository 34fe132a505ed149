//! Registrations: which there are, who waits, whose time is over.

mod list;
mod row;

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

pub(super) use self::list::contains;
pub use self::list::{ListFilter, counts, list, rsvp_counts};
pub use self::row::{Declared, Row, insert, search_key, update, update_standing};
use super::connection::AnyConn;
use super::errors::DbError;
use super::schema::{event, registration};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{EventId, OrganisationId, PersonId, Reference, RegistrationId};
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::seats::Applicant;
use crate::domain::sector::Sector;
use crate::domain::waiting_list::Waiting;
use crate::on_each;

/// One registration by its page token's hash.
pub fn by_page_hash(conn: &mut AnyConn, hash: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| registration::table.filter(registration::page_hash.eq(hash)).get_result::<Row>(c).optional())?)
}

/// Several by their page tokens' hashes.
pub fn by_page_hashes(conn: &mut AnyConn, hashes: &[String]) -> Result<HashMap<String, Row>, DbError> {
    let rows: Vec<Row> = match conn {
        AnyConn::Sqlite(c) => {
            let mut found = Vec::with_capacity(hashes.len());
            for hash in hashes {
                found.extend(registration::table.filter(registration::page_hash.eq(hash)).get_result::<Row>(c).optional()?);
            }
            found
        }
        AnyConn::Pg(c) => registration::table.filter(registration::page_hash.eq_any(hashes)).load(c)?,
    };
    Ok(rows.into_iter().map(|row| (row.page_hash.clone(), row)).collect())
}

/// One registration by its public reference.
pub fn by_reference(conn: &mut AnyConn, reference: &Reference) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| registration::table.filter(registration::reference.eq(reference.as_str())).get_result::<Row>(c).optional())?)
}

/// Everybody ever registered at an event, by their public references.
pub fn references_at(conn: &mut AnyConn, event: EventId) -> Result<Vec<(RegistrationId, Reference)>, DbError> {
    let rows: Vec<(RegistrationId, Reference)> = on_each!(conn, |c| registration::table
        .filter(registration::event_id.eq(event.0))
        .select((registration::id, registration::reference))
        .load(c))?;
    Ok(rows)
}

/// The registrations these people have at an event, by person.
pub fn of_people(conn: &mut AnyConn, event: EventId, people: &[PersonId]) -> Result<HashMap<PersonId, Row>, DbError> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Row> = match conn {
        AnyConn::Sqlite(c) => {
            let mut found = Vec::with_capacity(people.len());
            for person in people {
                found.extend(
                    registration::table
                        .filter(registration::event_id.eq(event.0).and(registration::person_id.eq(person.0)))
                        .get_result::<Row>(c)
                        .optional()?,
                );
            }
            found
        }
        AnyConn::Pg(c) => registration::table
            .filter(registration::event_id.eq(event.0).and(registration::person_id.eq_any(people.iter().map(|p| p.0).collect::<Vec<_>>())))
            .load(c)?,
    };
    Ok(rows.into_iter().filter_map(|row| row.person_id.map(|p| (p, row))).collect())
}

/// Everybody at an event in one of these states.
pub fn in_states(conn: &mut AnyConn, event: EventId, states: &[State]) -> Result<Vec<Row>, DbError> {
    let codes: Vec<&str> = states.iter().map(|s| s.code()).collect();
    Ok(on_each!(conn, |c| registration::table
        .filter(registration::event_id.eq(event.0).and(registration::state.eq_any(codes)))
        .order(registration::id.asc())
        .load(c))?)
}

/// The queue of one way of attending, in order, at most `limit` long, of these sectors only.
pub fn queue(conn: &mut AnyConn, event: EventId, mode: Mode, sectors: &[Sector], limit: i64) -> Result<Vec<Waiting>, DbError> {
    let codes: Vec<&str> = sectors.iter().map(|s| s.code()).collect();
    let rows: Vec<(i64, Sector, Option<i64>)> = on_each!(conn, |c| {
        registration::table
            .filter(
                registration::event_id
                    .eq(event.0)
                    .and(registration::mode.eq(mode.code()))
                    .and(registration::waiting_no.is_not_null())
                    .and(registration::sector.eq_any(codes)),
            )
            .order(registration::waiting_no.asc())
            .limit(limit)
            .select((registration::id, registration::sector, registration::organisation_id))
            .load(c)
    })?;
    Ok(rows
        .into_iter()
        .map(|(id, sector, organisation)| Waiting {
            registration: RegistrationId(id),
            applicant: Applicant { sector, organisation: organisation.map(OrganisationId) },
        })
        .collect())
}

/// All registrations of a person, oldest first.
pub fn of_person(conn: &mut AnyConn, person: PersonId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| registration::table.filter(registration::person_id.eq(person.0)).order(registration::id.asc()).load(c))?)
}

/// Registrations by row number, in that order of numbers.
pub fn by_ids(conn: &mut AnyConn, ids: &[RegistrationId]) -> Result<Vec<Row>, DbError> {
    let raw: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let mut rows: Vec<Row> = Vec::with_capacity(ids.len());
    for chunk in raw.chunks(500) {
        rows.extend(on_each!(conn, |c| registration::table.filter(registration::id.eq_any(chunk)).load::<Row>(c))?);
    }
    let order: HashMap<i64, usize> = raw.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    rows.sort_by_key(|row| order.get(&row.id.0).copied());
    Ok(rows)
}

/// One registration by row number.
pub fn by_id(conn: &mut AnyConn, id: RegistrationId) -> Result<Row, DbError> {
    Ok(on_each!(conn, |c| registration::table.find(id.0).get_result(c))?)
}

/// Place on the waiting list, from 1.
pub fn waiting_place(conn: &mut AnyConn, event: EventId, mode: Mode, waiting_no: i64) -> Result<u32, DbError> {
    let ahead: i64 = on_each!(conn, |c| registration::table
        .filter(registration::event_id.eq(event.0).and(registration::mode.eq(mode.code())).and(registration::waiting_no.le(waiting_no)))
        .count()
        .get_result(c))?;
    Ok(u32::try_from(ahead).unwrap_or(u32::MAX))
}

/// A number on the waiting list before all that are on it.
pub fn before_all(conn: &mut AnyConn, event: EventId) -> Result<i64, DbError> {
    let waiting = registration::event_id.eq(event.0).and(registration::waiting_no.is_not_null());
    let first: Option<i64> =
        on_each!(conn, |c| registration::table.filter(waiting).select(diesel::dsl::min(registration::waiting_no)).get_result::<Option<i64>>(c))?;
    Ok(first.map_or(0, |first| first - 1))
}

/// How many wait in one way of attending.
pub fn waiting_count(conn: &mut AnyConn, event: EventId, mode: Mode) -> Result<u32, DbError> {
    waiting_place(conn, event, mode, i64::MAX)
}

/// Seats that organisations hold in one way of attending.
pub fn seats_of_organisations(
    conn: &mut AnyConn,
    event: EventId,
    mode: Mode,
    organisations: Option<&[OrganisationId]>,
) -> Result<HashMap<OrganisationId, u32>, DbError> {
    let rows: Vec<(Option<i64>, i64)> = on_each!(conn, |c| {
        let mut query = registration::table
            .group_by(registration::organisation_id)
            .select((registration::organisation_id, count_star()))
            .filter(
                registration::event_id
                    .eq(event.0)
                    .and(registration::mode.eq(mode.code()))
                    .and(registration::state.eq(State::Confirmed.code()))
                    .and(registration::organisation_id.is_not_null()),
            )
            .into_boxed();
        if let Some(only) = organisations {
            query = query.filter(registration::organisation_id.eq_any(only.iter().map(|o| o.0).collect::<Vec<_>>()));
        }
        query.load(c)
    })?;
    Ok(rows.into_iter().filter_map(|(id, n)| id.map(|id| (OrganisationId(id), u32::try_from(n).unwrap_or(u32::MAX)))).collect())
}

/// Events that ended before that moment and still have names, of others than those who may yet prove their address.
pub fn events_to_purge(conn: &mut AnyConn, ended_before: Instant) -> Result<Vec<EventId>, DbError> {
    let settled = registration::erased_at.is_null().and(registration::state.ne(State::Pending.code()));
    let named = registration::table.filter(registration::event_id.eq(event::id).and(settled));
    let over = event::ends_at.le(Ts::from(ended_before)).and(diesel::dsl::exists(named));
    let ids: Vec<i64> = on_each!(conn, |c| event::table.filter(over).order(event::id.asc()).select(event::id).load(c))?;
    Ok(ids.into_iter().map(EventId).collect())
}

/// Some registrations of an event that still have names.
pub fn to_purge(conn: &mut AnyConn, event: EventId, limit: i64) -> Result<Vec<Row>, DbError> {
    let named = registration::event_id.eq(event.0).and(registration::erased_at.is_null()).and(registration::state.ne(State::Pending.code()));
    Ok(on_each!(conn, |c| registration::table.filter(named).order(registration::id.asc()).limit(limit).load(c))?)
}

/// Unproven registrations whose time is up, with their event.
pub fn lapsed(conn: &mut AnyConn, now: Instant, limit: i64) -> Result<Vec<(RegistrationId, EventId)>, DbError> {
    let rows: Vec<(i64, i64)> = on_each!(conn, |c| registration::table
        .filter(registration::prove_before.le(Ts::from(now)))
        .order(registration::prove_before.asc())
        .limit(limit)
        .select((registration::id, registration::event_id))
        .load(c))?;
    Ok(rows.into_iter().map(|(id, event)| (RegistrationId(id), EventId(event))).collect())
}
