//! Guests proposed for events of platforms for members. It must not know who may decide.

use std::collections::{HashMap, HashSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{event, guest_proposal};
use super::scrub;
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::event::EventStatus;
use crate::domain::guest::State;
use crate::domain::ids::{EventId, ProposalId, Reference, RegistrationId};
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::on_each;

/// A proposal's row.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = guest_proposal, treat_none_as_default_value = false)]
#[diesel(treat_none_as_null = true)]
#[allow(missing_docs)]
pub struct Row {
    pub id: ProposalId,
    pub event_id: EventId,
    /// Its public identity.
    pub reference: Reference,
    pub name: String,
    pub email: String,
    /// `None` once erased; of whom somebody objected to, not before the event's data go.
    pub email_key: Option<String>,
    pub organisation_name: String,
    pub language: Language,
    /// Why this guest is proposed, in the proposer's words.
    pub reason: String,
    pub proposed_by: String,
    pub proposed_at: Ts,
    /// From this moment on nobody can object any more.
    pub objections_until: Ts,
    pub state: State,
    pub decided_by: Option<String>,
    pub decided_at: Option<Ts>,
    /// Why somebody objected, in their words.
    pub decision_reason: Option<String>,
    pub erased_at: Option<Ts>,
    /// Sector of the guest's organisation; `None` in what was proposed before it was asked for.
    pub sector: Option<Sector>,
    /// The place of the member who proposed the guest; `None` when staff did.
    pub registration_id: Option<RegistrationId>,
}

/// Adds a proposal.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(guest_proposal::table).values(row).execute(c))?;
    Ok(())
}

/// Writes what became of a proposal.
pub fn update(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(guest_proposal::table.find(row.id.0)).set(row).execute(c))?;
    Ok(())
}

/// One proposal of an event.
pub fn by_reference(conn: &mut AnyConn, of: EventId, reference: &Reference) -> Result<Option<Row>, DbError> {
    let named = guest_proposal::event_id.eq(of.0).and(guest_proposal::reference.eq(reference.as_str()));
    Ok(on_each!(conn, |c| guest_proposal::table.filter(named).get_result(c).optional())?)
}

/// The proposals of an event, newest first.
pub fn of_event(conn: &mut AnyConn, of: EventId) -> Result<Vec<Row>, DbError> {
    let order = (guest_proposal::proposed_at.desc(), guest_proposal::id.desc());
    Ok(on_each!(conn, |c| guest_proposal::table.filter(guest_proposal::event_id.eq(of.0)).order(order).load(c))?)
}

/// The proposals of an address, at one event or at all, oldest first.
pub fn of_address(conn: &mut AnyConn, at: Option<EventId>, email_key: &str) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| {
        let mut query = guest_proposal::table.filter(guest_proposal::email_key.eq(email_key)).into_boxed();
        if let Some(event) = at {
            query = query.filter(guest_proposal::event_id.eq(event.0));
        }
        query.order(guest_proposal::id.asc()).load(c)
    })?)
}

/// The proposals that the owner of a registration made, newest first.
pub fn of_registration(conn: &mut AnyConn, of: RegistrationId) -> Result<Vec<Row>, DbError> {
    let mine = guest_proposal::registration_id.eq(of.0);
    Ok(on_each!(conn, |c| guest_proposal::table.filter(mine).order((guest_proposal::proposed_at.desc(), guest_proposal::id.desc())).load(c))?)
}

/// Who was proposed for an event and admitted: the keys of their addresses.
pub fn admitted(conn: &mut AnyConn, of: EventId) -> Result<HashSet<String>, DbError> {
    let called = guest_proposal::state.eq(State::Admitted.code());
    let keys: Vec<Option<String>> =
        on_each!(conn, |c| guest_proposal::table.filter(guest_proposal::event_id.eq(of.0).and(called)).select(guest_proposal::email_key).load(c))?;
    Ok(keys.into_iter().flatten().collect())
}

/// The open proposals to which nobody can object any more, and those for events that take no registrations any more.
pub fn due(conn: &mut AnyConn, now: Instant) -> Result<Vec<(EventId, Reference)>, DbError> {
    let is_shut = event::closes_at.le(Ts::from(now)).or(event::status.ne(EventStatus::Published.code()));
    let shut = event::table.filter(is_shut).select(event::id);
    let is_over = guest_proposal::objections_until.le(Ts::from(now)).or(guest_proposal::event_id.eq_any(shut));
    let over = guest_proposal::state.eq(State::Open.code()).and(is_over);
    let columns = (guest_proposal::event_id, guest_proposal::reference);
    Ok(on_each!(conn, |c| guest_proposal::table.filter(over).order(guest_proposal::id.asc()).select(columns).load(c))?)
}

/// How many proposals are open, by event.
pub fn open_counts(conn: &mut AnyConn) -> Result<HashMap<EventId, u32>, DbError> {
    let rows: Vec<(EventId, i64)> = on_each!(conn, |c| guest_proposal::table
        .filter(guest_proposal::state.eq(State::Open.code()))
        .group_by(guest_proposal::event_id)
        .select((guest_proposal::event_id, count_star()))
        .load(c))?;
    Ok(rows.into_iter().map(|(event, n)| (event, u32::try_from(n).unwrap_or(u32::MAX))).collect())
}

/// Proposals that still have names and led to no invitation before a moment. Those of whoever was there already are not among them: they
/// are kept as long as those that were admitted, for their proposer must not learn the difference.
macro_rules! uninvited {
    ($before:expr) => {{
        let kept = [State::Open.code(), State::Admitted.code(), State::Elsewhere.code()];
        let long_ago = guest_proposal::decided_at.le(Ts::from($before)).assume_not_null();
        guest_proposal::erased_at.is_null().and(guest_proposal::state.ne_all(kept)).and(long_ago)
    }};
}

/// Proposals of which anything is left that says who it was.
macro_rules! known {
    () => {
        guest_proposal::erased_at.is_null().or(guest_proposal::email_key.is_not_null())
    };
}

/// The events with proposals of whom anything is left though they ended before a moment, or that led to no invitation before another.
pub fn events_to_purge(conn: &mut AnyConn, ended_before: Instant, uninvited_before: Instant) -> Result<Vec<EventId>, DbError> {
    let over = event::table.filter(event::ends_at.le(Ts::from(ended_before))).select(event::id);
    let due = known!().and(guest_proposal::event_id.eq_any(over)).or(uninvited!(uninvited_before));
    let events = guest_proposal::table.filter(due).select(guest_proposal::event_id).distinct().order(guest_proposal::event_id.asc());
    Ok(on_each!(conn, |c| events.load(c))?)
}

/// Some proposals of an event of whom anything is left.
pub fn known_of(conn: &mut AnyConn, of: EventId, limit: i64) -> Result<Vec<Row>, DbError> {
    let theirs = guest_proposal::event_id.eq(of.0).and(known!());
    Ok(on_each!(conn, |c| guest_proposal::table.filter(theirs).order(guest_proposal::id.asc()).limit(limit).load(c))?)
}

/// Some proposals of an event that still have names and led to no invitation before a moment.
pub fn uninvited_of(conn: &mut AnyConn, of: EventId, before: Instant, limit: i64) -> Result<Vec<Row>, DbError> {
    let theirs = guest_proposal::event_id.eq(of.0).and(uninvited!(before));
    Ok(on_each!(conn, |c| guest_proposal::table.filter(theirs).order(guest_proposal::id.asc()).limit(limit).load(c))?)
}

/// What a [`blank`] leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// Nothing of who it was.
    Nothing,
    /// The address to which somebody objected, so that the objection stands.
    Objections,
}

/// Takes out what says who it was. One that is open ends with it.
pub fn blank(tx: &mut Tx<'_>, rows: Vec<Row>, leave: Leave, by: &str, now: Instant) -> Result<(), DbError> {
    if !rows.is_empty() {
        scrub::owe(tx)?;
    }
    for mut row in rows {
        for text in [&mut row.name, &mut row.email, &mut row.organisation_name, &mut row.reason] {
            text.clear();
        }
        if leave == Leave::Nothing || row.state != State::Refused {
            row.email_key = None;
        }
        row.decision_reason = None;
        row.erased_at = Some(now.into());
        if row.state == State::Open {
            row.state = State::Lapsed;
            row.decided_by = Some(by.to_owned());
            row.decided_at = Some(now.into());
        }
        update(tx, &row)?;
    }
    Ok(())
}
