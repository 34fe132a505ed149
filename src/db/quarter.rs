//! Counts that the figures of a quarter are made of, one query a family: registrations by all that they are split by, invitations,
//! organisations, people, days. It must not know what the figures are called.

use std::collections::{HashMap, HashSet};

use diesel::dsl::{count, count_star};
use diesel::prelude::*;

use super::connection::AnyConn;
use super::errors::DbError;
use super::figures::Group;
use super::schema::{invitation, organisation, registration};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{EventId, OrganisationId};
use crate::domain::invitation::State as InvitationState;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::sector::Sector;
use crate::on_each;

/// States of those who never registered: their address was not proven.
const NOT_REGISTERED: [&str; 2] = [State::Pending.code(), State::Expired.code()];

fn raw(events: &[EventId]) -> Vec<i64> {
    events.iter().map(|event| event.0).collect()
}

/// Groups of registrations at these events. As in [`super::figures::of_event`], an index holds every column.
pub fn groups(conn: &mut AnyConn, events: &[EventId]) -> Result<Vec<Group>, DbError> {
    use registration::{event_id, language, mode, present, sector, state};
    let rows: Vec<(EventId, State, Sector, Mode, Language, bool, i64)> = on_each!(conn, |c| registration::table
        .filter(event_id.eq_any(raw(events)))
        .group_by((event_id, state, sector, mode, language, present))
        .select((event_id, state, sector, mode, language, present, count_star()))
        .load(c))?;
    let group = |row: (EventId, State, Sector, Mode, Language, bool, i64)| Group {
        event: row.0,
        state: row.1,
        sector: row.2,
        mode: row.3,
        language: row.4,
        present: row.5,
        count: row.6.unsigned_abs(),
    };
    Ok(rows.into_iter().map(group).collect())
}

/// Invitations to these events that were not taken back: sector where it is known, language, how many.
pub fn invited(conn: &mut AnyConn, events: &[EventId]) -> Result<Vec<(Option<Sector>, Language, u64)>, DbError> {
    let rows: Vec<(Option<Sector>, Language, i64)> = on_each!(conn, |c| invitation::table
        .filter(invitation::event_id.eq_any(raw(events)).and(invitation::state.ne(InvitationState::Withdrawn.code())))
        .group_by((invitation::sector, invitation::language))
        .select((invitation::sector, invitation::language, count_star()))
        .load(c))?;
    Ok(rows.into_iter().map(|(sector, language, count)| (sector, language, count.unsigned_abs())).collect())
}

/// So many registrations of one organisation that agree in all of these.
#[derive(Clone, Debug, Queryable)]
#[allow(missing_docs)]
pub struct OfOrganisation {
    /// `None` where it is not known, or no longer.
    pub organisation: Option<OrganisationId>,
    pub event: EventId,
    pub state: State,
    pub present: bool,
    pub count: i64,
}

/// Registrations at these events by organisation.
pub fn organisations(conn: &mut AnyConn, events: &[EventId]) -> Result<Vec<OfOrganisation>, DbError> {
    use registration::{event_id, organisation_id, present, state};
    Ok(on_each!(conn, |c| registration::table
        .filter(event_id.eq_any(raw(events)))
        .group_by((organisation_id, event_id, state, present))
        .select((organisation_id, event_id, state, present, count_star()))
        .load(c))?)
}

/// The names of all organisations.
pub fn names(conn: &mut AnyConn) -> Result<HashMap<OrganisationId, String>, DbError> {
    let rows: Vec<(OrganisationId, String)> = on_each!(conn, |c| organisation::table.select((organisation::id, organisation::name)).load(c))?;
    Ok(rows.into_iter().collect())
}

/// Organisations of which somebody was present at these events.
pub fn present_organisations(conn: &mut AnyConn, events: &[EventId]) -> Result<HashSet<OrganisationId>, DbError> {
    use registration::{event_id, organisation_id, present};
    let rows: Vec<Option<OrganisationId>> = on_each!(conn, |c| registration::table
        .filter(event_id.eq_any(raw(events)).and(present.eq(true)).and(organisation_id.is_not_null()))
        .select(organisation_id)
        .distinct()
        .load(c))?;
    Ok(rows.into_iter().flatten().collect())
}

/// Presences at some events.
#[derive(Clone, Copy, Debug, Default)]
pub struct Presences {
    /// Of people who are known.
    pub known: u64,
    /// Of people who are not.
    pub unknown: u64,
    /// How many people, each once.
    pub people: u64,
}

/// Presences at these events. The condition is written as the index has it.
pub fn presences(conn: &mut AnyConn, events: &[EventId]) -> Result<Presences, DbError> {
    use registration::{event_id, person_id, present};
    let at = || event_id.eq_any(raw(events));
    let (known, people): (i64, i64) = on_each!(&mut *conn, |c| registration::table
        .filter(at().and(present).and(person_id.is_not_null()))
        .select((count_star(), count(person_id).aggregate_distinct()))
        .get_result(c))?;
    let all: i64 = on_each!(conn, |c| registration::table.filter(at().and(present.eq(true))).count().get_result(c))?;
    Ok(Presences { known: known.unsigned_abs(), unknown: (all - known).unsigned_abs(), people: people.unsigned_abs() })
}

/// How many people were present at some of these events, and before at some of those.
pub fn returning(conn: &mut AnyConn, events: &[EventId], before: &[EventId]) -> Result<u64, DbError> {
    use registration::{event_id, person_id, present};
    let earlier = diesel::alias!(registration as earlier);
    let came_before = earlier
        .filter(earlier.field(person_id).eq(person_id))
        .filter(earlier.field(event_id).eq_any(raw(before)))
        .filter(earlier.field(present))
        .select(earlier.field(person_id));
    let people: i64 = on_each!(conn, |c| registration::table
        .filter(event_id.eq_any(raw(events)).and(present).and(person_id.is_not_null()))
        .filter(diesel::dsl::exists(came_before))
        .select(count(person_id).aggregate_distinct())
        .get_result(c))?;
    Ok(people.unsigned_abs())
}

/// When each of those who registered for these events did so.
pub fn registered_at(conn: &mut AnyConn, events: &[EventId]) -> Result<Vec<(EventId, Instant)>, DbError> {
    use registration::{event_id, registered_at, state};
    let rows: Vec<(EventId, Ts)> = on_each!(conn, |c| registration::table
        .filter(event_id.eq_any(raw(events)).and(state.ne_all(NOT_REGISTERED)))
        .select((event_id, registered_at))
        .load(c))?;
    Ok(rows.into_iter().map(|(event, at)| (event, at.0)).collect())
}
