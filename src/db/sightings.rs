//! Attendance reports that were taken in, and whom they saw. It must not know how a report is read, nor what proofs come to.

use std::collections::{BTreeSet, HashMap, HashSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::bulk::Bulk;
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{attendance_report, event, registration, sighting};
use super::scrub;
use super::types::{Json, Ts};
use crate::clock::Instant;
use crate::domain::attendance::{SightingState, Unsure};
use crate::domain::ids::{EventId, Reference, RegistrationId, ReportId, SightingId};
use crate::{bulk, on_each};

/// A report that was taken in.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = attendance_report, treat_none_as_default_value = false)]
pub struct Report {
    /// Row number.
    pub id: ReportId,
    /// Its public identity.
    pub reference: Reference,
    /// Of which event.
    pub event_id: EventId,
    /// Tells the same file; `None` once it was taken back.
    pub digest: Option<String>,
    /// Whose report it is: the code of a provider.
    pub provider: String,
    /// The zone by which times that name none were read.
    pub zone: String,
    /// How many people it names.
    pub people: i32,
    /// When it was taken in.
    pub taken_at: Ts,
    /// By whom.
    pub taken_by: String,
    /// When it was taken back.
    pub undone_at: Option<Ts>,
    /// By whom.
    pub undone_by: Option<String>,
}

/// Somebody whom a report saw.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = sighting, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number.
    pub id: SightingId,
    /// Which report.
    pub report_id: ReportId,
    /// Of which event.
    pub event_id: EventId,
    /// The first line of the file that names them.
    pub line: i64,
    /// The name as it stands there; empty once erased.
    pub name: String,
    /// Other names they went by.
    pub other_names: Json<Vec<String>>,
    /// What their address is compared by.
    pub email_key: Option<String>,
    /// From when until when, in the order of time.
    pub spans: Json<Vec<(Instant, Instant)>>,
    /// How many seconds that is worth at most, where only first joining and last leaving are known.
    pub at_most: Option<i64>,
    /// What became of it.
    pub state: SightingState,
    /// Why it waits, or waited; `None` where it was certain.
    pub why: Option<Unsure>,
    /// The registrations that it may be, the likeliest first.
    pub candidates: Json<Vec<RegistrationId>>,
    /// Whose it is.
    pub registration_id: Option<RegistrationId>,
    /// When staff decided.
    pub decided_at: Option<Ts>,
    /// Who.
    pub decided_by: Option<String>,
    /// When what identifies them was erased.
    pub erased_at: Option<Ts>,
}

bulk!(
    sighting,
    Row {
        id,
        report_id,
        event_id,
        line,
        name,
        other_names,
        email_key,
        spans,
        at_most,
        state,
        why,
        candidates,
        registration_id,
        decided_at,
        decided_by,
        erased_at
    }
);

/// Adds a report with whom it saw.
pub fn insert(tx: &mut Tx<'_>, report: &Report, rows: &[Row]) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(attendance_report::table).values(report).execute(c))?;
    rows.chunks(1_000).try_for_each(|some| Row::insert_all(tx, some))
}

/// The report of an event that was made of the same file and stands.
pub fn by_digest(conn: &mut AnyConn, of: EventId, digest: &str) -> Result<Option<Report>, DbError> {
    let same = attendance_report::event_id.eq(of.0).and(attendance_report::digest.eq(digest));
    Ok(on_each!(conn, |c| attendance_report::table.filter(same).get_result(c).optional())?)
}

/// A report of an event by its public identity.
pub fn by_reference(conn: &mut AnyConn, of: EventId, reference: &Reference) -> Result<Option<Report>, DbError> {
    let named = attendance_report::reference.eq(reference.as_str()).and(attendance_report::event_id.eq(of.0));
    Ok(on_each!(conn, |c| attendance_report::table.filter(named).get_result(c).optional())?)
}

/// The reports of an event, newest first.
pub fn reports(conn: &mut AnyConn, of: EventId) -> Result<Vec<Report>, DbError> {
    Ok(on_each!(conn, |c| attendance_report::table
        .filter(attendance_report::event_id.eq(of.0))
        .order((attendance_report::taken_at.desc(), attendance_report::id.desc()))
        .load(c))?)
}

/// Notes that a report was taken back; it can be taken in anew.
pub fn mark_undone(tx: &mut Tx<'_>, id: ReportId, by: &str, now: Instant) -> Result<(), DbError> {
    let undone = (attendance_report::undone_at.eq(Ts::from(now)), attendance_report::undone_by.eq(by), attendance_report::digest.eq(None::<String>));
    on_each!(&mut **tx, |c| diesel::update(attendance_report::table.find(id.0)).set(undone).execute(c))?;
    Ok(())
}

/// How many sightings each report has in each state.
pub fn counts(conn: &mut AnyConn, of: EventId) -> Result<HashMap<(ReportId, SightingState), i64>, DbError> {
    let rows: Vec<(ReportId, SightingState, i64)> = on_each!(conn, |c| sighting::table
        .filter(sighting::event_id.eq(of.0))
        .group_by((sighting::report_id, sighting::state))
        .select((sighting::report_id, sighting::state, count_star()))
        .load(c))?;
    Ok(rows.into_iter().map(|(report, state, n)| ((report, state), n)).collect())
}

/// How many wait at each event.
pub fn open(conn: &mut AnyConn) -> Result<HashMap<EventId, i64>, DbError> {
    let rows: Vec<(EventId, i64)> = on_each!(conn, |c| sighting::table
        .filter(sighting::state.eq(SightingState::Open.code()))
        .group_by(sighting::event_id)
        .select((sighting::event_id, count_star()))
        .load(c))?;
    Ok(rows.into_iter().collect())
}

/// How many wait at an event and are near nobody.
pub fn unknown(conn: &mut AnyConn, of: EventId) -> Result<i64, DbError> {
    let unknown = sighting::event_id.eq(of.0).and(sighting::state.eq(SightingState::Open.code())).and(sighting::why.eq(Unsure::Unknown.code()));
    Ok(on_each!(conn, |c| sighting::table.filter(unknown).count().get_result(c))?)
}

/// The sightings of an event in one state, after one of them; what was erased is left out.
pub fn of_event(conn: &mut AnyConn, of: EventId, state: SightingState, after: Option<SightingId>, limit: i64) -> Result<Vec<Row>, DbError> {
    let here = sighting::event_id.eq(of.0).and(sighting::state.eq(state.code())).and(sighting::erased_at.is_null());
    let later = sighting::id.gt(after.map_or(i64::MIN, |id| id.0));
    Ok(on_each!(conn, |c| sighting::table.filter(here.and(later)).order(sighting::id.asc()).limit(limit).load(c))?)
}

/// One sighting.
pub fn by_id(conn: &mut AnyConn, id: SightingId) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| sighting::table.find(id.0).get_result(c).optional())?)
}

/// The sightings that are a registration's, oldest first.
pub fn of_registration(conn: &mut AnyConn, id: RegistrationId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| sighting::table.filter(sighting::registration_id.eq(id.0)).order(sighting::id.asc()).load(c))?)
}

/// The sightings under an address, oldest first.
pub fn of_address(conn: &mut AnyConn, address: &str) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| sighting::table.filter(sighting::email_key.eq(address)).order(sighting::id.asc()).load(c))?)
}

/// Which of these registrations were erased.
pub fn erased_of(conn: &mut AnyConn, registrations: &[RegistrationId]) -> Result<HashSet<RegistrationId>, DbError> {
    let mut erased = HashSet::new();
    for some in registrations.chunks(500) {
        let raw: Vec<i64> = some.iter().map(|id| id.0).collect();
        let gone = registration::id.eq_any(raw).and(registration::erased_at.is_not_null());
        erased.extend(on_each!(&mut *conn, |c| registration::table.filter(gone).select(registration::id).load::<RegistrationId>(c))?);
    }
    Ok(erased)
}

/// Writes what became of a sighting.
pub fn decide(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    let set = (
        sighting::state.eq(row.state.code()),
        sighting::why.eq(row.why.map(Unsure::code)),
        sighting::registration_id.eq(row.registration_id.map(|id| id.0)),
        sighting::decided_at.eq(row.decided_at),
        sighting::decided_by.eq(row.decided_by.clone()),
    );
    on_each!(&mut **tx, |c| diesel::update(sighting::table.find(row.id.0)).set(set.clone()).execute(c))?;
    Ok(())
}

/// Leaves out all that wait at an event and are near nobody; answers how many.
pub fn dismiss_unknown(tx: &mut Tx<'_>, of: EventId, by: &str, now: Instant) -> Result<usize, DbError> {
    let unknown = sighting::event_id.eq(of.0).and(sighting::state.eq(SightingState::Open.code())).and(sighting::why.eq(Unsure::Unknown.code()));
    let set = (sighting::state.eq(SightingState::Dismissed.code()), sighting::decided_at.eq(Ts::from(now)), sighting::decided_by.eq(by));
    Ok(on_each!(&mut **tx, |c| diesel::update(sighting::table.filter(unknown)).set(set).execute(c))?)
}

/// Empties whom reports of an event saw as these registrations, perhaps as them, or under these addresses as nobody's.
pub fn forget(tx: &mut Tx<'_>, of: EventId, registrations: &[RegistrationId], addresses: &[String], now: Instant) -> Result<(), DbError> {
    let raw: Vec<i64> = registrations.iter().map(|id| id.0).collect();
    for some in raw.chunks(500) {
        let theirs = sighting::registration_id.eq_any(some);
        on_each!(&mut **tx, |c| diesel::update(sighting::table.filter(theirs)).set(emptied(now)).execute(c))?;
    }
    for some in addresses.chunks(500) {
        let theirs = sighting::event_id.eq(of.0).and(sighting::email_key.eq_any(some)).and(sighting::registration_id.is_null());
        on_each!(&mut **tx, |c| diesel::update(sighting::table.filter(theirs)).set(emptied(now)).execute(c))?;
    }
    for some in perhaps(tx, of, registrations)?.chunks(500) {
        let theirs = sighting::id.eq_any(some);
        on_each!(&mut **tx, |c| diesel::update(sighting::table.filter(theirs)).set(emptied(now)).execute(c))?;
    }
    settle_forgotten(tx)
}

/// Sightings at an event that are nobody's and may be of these registrations: they have their name, or nearly.
fn perhaps(conn: &mut AnyConn, of: EventId, registrations: &[RegistrationId]) -> Result<Vec<i64>, DbError> {
    let nobodys = sighting::event_id.eq(of.0).and(sighting::registration_id.is_null()).and(sighting::erased_at.is_null());
    let all: Vec<(i64, Json<Vec<RegistrationId>>)> =
        on_each!(conn, |c| sighting::table.filter(nobodys).select((sighting::id, sighting::candidates)).load(c))?;
    Ok(all.into_iter().filter(|(_, may_be)| may_be.0.iter().any(|id| registrations.contains(id))).map(|(id, _)| id).collect())
}

/// Empties whom reports saw under an address, whoever's it is; answers how many.
pub fn forget_address(tx: &mut Tx<'_>, address: &str, now: Instant) -> Result<usize, DbError> {
    let n = on_each!(&mut **tx, |c| diesel::update(sighting::table.filter(sighting::email_key.eq(address))).set(emptied(now)).execute(c))?;
    settle_forgotten(tx)?;
    if n > 0 {
        scrub::owe(tx)?;
    }
    Ok(n)
}

/// Empties everybody of one report.
pub fn forget_report(tx: &mut Tx<'_>, report: ReportId, now: Instant) -> Result<(), DbError> {
    let theirs = sighting::report_id.eq(report.0).and(sighting::erased_at.is_null());
    on_each!(&mut **tx, |c| diesel::update(sighting::table.filter(theirs)).set(emptied(now)).execute(c))?;
    scrub::owe(tx)?;
    settle_forgotten(tx)
}

/// Empties everybody whom reports of events saw that ended before that moment, but for some events; answers how many.
pub fn forget_before(tx: &mut Tx<'_>, before: Instant, but: &BTreeSet<EventId>, now: Instant) -> Result<usize, DbError> {
    let but: Vec<i64> = but.iter().map(|id| id.0).collect();
    let old = event::table.filter(event::ends_at.lt(Ts::from(before)).and(event::id.ne_all(but))).select(event::id);
    let theirs = sighting::event_id.eq_any(old).and(sighting::erased_at.is_null());
    let n = on_each!(&mut **tx, |c| diesel::update(sighting::table.filter(theirs)).set(emptied(now)).execute(c))?;
    settle_forgotten(tx)?;
    if n > 0 {
        scrub::owe(tx)?;
    }
    Ok(n)
}

/// Nobody can say any more who it was: what waited is left out.
fn settle_forgotten(tx: &mut Tx<'_>) -> Result<(), DbError> {
    let waits = sighting::state.eq(SightingState::Open.code()).and(sighting::erased_at.is_not_null());
    let left_out = sighting::state.eq(SightingState::Dismissed.code());
    on_each!(&mut **tx, |c| diesel::update(sighting::table.filter(waits)).set(left_out).execute(c))?;
    Ok(())
}

/// What is left of somebody who is forgotten: whose it was, and what it was worth.
#[derive(AsChangeset)]
#[diesel(table_name = sighting, treat_none_as_null = true)]
struct Emptied {
    name: String,
    other_names: String,
    email_key: Option<String>,
    spans: String,
    candidates: String,
    erased_at: Ts,
}

fn emptied(now: Instant) -> Emptied {
    let none = || "[]".to_owned();
    Emptied { name: String::new(), other_names: none(), email_key: None, spans: none(), candidates: none(), erased_at: now.into() }
}
