//! Registrations.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::bulk::Bulk;
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{event, registration};
use super::types::{Json, Ts};
use crate::clock::Instant;
use crate::domain::ids::{EventId, OrganisationId, PersonId, Reference, RegistrationId};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::seats::{Applicant, Reason};
use crate::domain::sector::Sector;
use crate::domain::waiting_list::Waiting;
use crate::{bulk, on_each, update_all};

/// A registration's row.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = registration, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number.
    pub id: RegistrationId,
    /// Public identity.
    pub reference: Reference,
    /// SHA-256 of the page token, base64url.
    pub page_hash: String,
    /// At which event.
    pub event_id: EventId,
    /// Whose; `None` once erased.
    pub person_id: Option<PersonId>,
    /// Name as declared here.
    pub name: String,
    /// Address as declared here.
    pub email: String,
    /// Organisation as declared here.
    pub organisation_name: String,
    /// The organisation, once the address is proven.
    pub organisation_id: Option<OrganisationId>,
    /// Sector as declared here.
    pub sector: Sector,
    /// Language of all mails and pages for it.
    pub language: Language,
    /// Way of attending.
    pub mode: Mode,
    /// State.
    pub state: State,
    /// Since when.
    pub state_since: Ts,
    /// Number on the waiting list: rises in order of proof; gaps are normal.
    pub waiting_no: Option<i64>,
    /// The rule that decided last.
    pub reason: Option<Json<Reason>>,
    /// Local part of the calendar UID.
    pub uid: String,
    /// SEQUENCE of the last calendar message.
    pub sequence: i32,
    /// Whether a calendar holds the event.
    pub was_invited: bool,
    /// Until when the address can be proven; only while pending.
    pub prove_before: Option<Ts>,
    /// When the form was first sent.
    pub registered_at: Ts,
    /// When the address was proven.
    pub proved_at: Option<Ts>,
    /// Whether a proof of presence stands.
    pub present: bool,
    /// When the owner erased their data.
    pub erased_at: Option<Ts>,
    /// Folded name, address and organisation, for searching.
    pub search_key: String,
    /// What a later form says, until it is proven: nobody else's words replace what was proven before.
    pub declared: Option<Json<Declared>>,
}

bulk!(
    registration,
    Row {
        id,
        reference,
        page_hash,
        event_id,
        person_id,
        name,
        email,
        organisation_name,
        organisation_id,
        sector,
        language,
        mode,
        state,
        state_since,
        waiting_no,
        reason,
        uid,
        sequence,
        was_invited,
        prove_before,
        registered_at,
        proved_at,
        present,
        erased_at,
        search_key,
        declared,
    }
);

/// What a form says of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// Full name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Sector.
    pub sector: Sector,
    /// Way of attending.
    pub mode: Mode,
}

impl Row {
    /// What the seat rules look at.
    pub fn applicant(&self) -> Applicant {
        Applicant { sector: self.sector, organisation: self.organisation_id }
    }

    /// Takes over what waits to be proven, if anything does.
    pub fn take_over_declared(&mut self) {
        let Some(Json(declared)) = self.declared.take() else { return };
        self.name = declared.name;
        self.organisation_name = declared.organisation;
        self.sector = declared.sector;
        self.mode = declared.mode;
        self.refresh_search_key();
    }

    /// Brings the search key up to date with what it is made of.
    pub fn refresh_search_key(&mut self) {
        self.search_key = search_key(&self.name, &self.email, &self.organisation_name);
    }
}

/// What a registration is searched by: name, address and organisation, folded.
pub fn search_key(name: &str, email: &str, organisation: &str) -> String {
    crate::domain::text::fold(&format!("{name} {email} {organisation}"))
}

/// Adds registrations.
pub fn insert(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    Row::insert_all(tx, rows)?;
    Ok(())
}

/// Writes where these registrations stand: all that a move changes. Words of people are left alone, and with them the indexes
/// they stand in, so that a proof costs no more than it must.
pub fn update_standing(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    update_all!(
        &mut **tx,
        registration,
        rows,
        organisation_id,
        mode,
        state,
        state_since,
        waiting_no,
        reason,
        sequence,
        was_invited,
        prove_before,
        proved_at,
        declared
    );
    Ok(())
}

/// Writes everything of these registrations that can change.
pub fn update(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    update_all!(
        &mut **tx,
        registration,
        rows,
        person_id,
        name,
        email,
        organisation_name,
        organisation_id,
        sector,
        language,
        mode,
        state,
        state_since,
        waiting_no,
        reason,
        sequence,
        was_invited,
        prove_before,
        proved_at,
        present,
        erased_at,
        search_key,
        declared
    );
    Ok(())
}

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

/// What a list of registrations asks for.
#[derive(Clone, Debug, Default)]
pub struct ListFilter {
    /// Only these states.
    pub states: Option<Vec<State>>,
    /// Every word must occur in the folded name, address or organisation.
    pub search: String,
    /// Only rows after this one; rows come in order of their number.
    pub after: Option<RegistrationId>,
    /// At most so many.
    pub limit: i64,
}

/// A page of an event's registrations.
pub fn list(conn: &mut AnyConn, event: EventId, filter: &ListFilter) -> Result<Vec<Row>, DbError> {
    let words: Vec<String> = crate::domain::text::fold(&filter.search)
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    Ok(on_each!(conn, |c| {
        let mut query = registration::table.filter(registration::event_id.eq(event.0)).into_boxed();
        if let Some(states) = &filter.states {
            query = query.filter(registration::state.eq_any(states.iter().map(|s| s.code()).collect::<Vec<_>>()));
        }
        if let Some(after) = filter.after {
            query = query.filter(registration::id.gt(after.0));
        }
        for word in &words {
            query = query.filter(contains(registration::search_key, word.clone()));
        }
        query.order(registration::id.asc()).limit(filter.limit).load::<Row>(c)
    })?)
}

diesel::define_sql_function! {
    /// Replaces every occurrence; used to look for one without pattern characters that would need escaping.
    #[sql_name = "replace"]
    fn replace_text(text: diesel::sql_types::Text, what: diesel::sql_types::Text, with: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// Whether `column` holds `word`: the text differs once the word is taken out. Exact on both databases, no pattern to escape.
fn contains<C>(column: C, word: String) -> diesel::dsl::NotEq<replace_text<C, String, &'static str>, C>
where
    C: Expression<SqlType = diesel::sql_types::Text> + Copy,
{
    replace_text(column, word, "").ne(column)
}

/// Counts of an event's registrations by state.
pub fn counts(conn: &mut AnyConn, event: EventId) -> Result<HashMap<State, u32>, DbError> {
    let rows: Vec<(State, i64)> = on_each!(conn, |c| registration::table
        .filter(registration::event_id.eq(event.0))
        .group_by(registration::state)
        .select((registration::state, count_star()))
        .load(c))?;
    Ok(rows.into_iter().map(|(state, n)| (state, u32::try_from(n).unwrap_or(u32::MAX))).collect())
}

/// How many are marked present.
pub fn present_count(conn: &mut AnyConn, event: EventId) -> Result<u32, DbError> {
    let n: i64 =
        on_each!(conn, |c| registration::table.filter(registration::event_id.eq(event.0).and(registration::present.eq(true))).count().get_result(c))?;
    Ok(u32::try_from(n).unwrap_or(u32::MAX))
}
