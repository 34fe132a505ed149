//! Invitations: one for each address at an event. It must not know what an answer means.

mod list;

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

pub use self::list::{ListFilter, counts, list};
use super::bulk::Bulk;
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::outbox::MailStatus;
use super::schema::{event, invitation, outbox, person, registration};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::admission::Basis;
use crate::domain::ids::{BatchId, EventId, InvitationId, MailId, Reference, RegistrationId};
use crate::domain::invitation::State;
use crate::domain::language::Language;
use crate::domain::registration::State as RegistrationState;
use crate::domain::sector::Sector;
use crate::{bulk, on_each, update_all};

/// An invitation's row.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = invitation, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number.
    pub id: InvitationId,
    /// To which event.
    pub event_id: EventId,
    /// The sending it goes with, or went with last.
    pub batch_id: BatchId,
    /// Public identity; the link is derived from it.
    pub reference: Reference,
    /// SHA-256 of the link's token, base64url.
    pub page_hash: String,
    /// Name as staff wrote it; may be empty.
    pub name: String,
    /// Address; empty once erased.
    pub email: String,
    /// The same address however it is typed; `None` once erased.
    pub email_key: Option<String>,
    /// Organisation as staff wrote it; may be empty.
    pub organisation_name: String,
    /// Sector, where it is known.
    pub sector: Option<Sector>,
    /// Language of its mails.
    pub language: Language,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub state_since: Ts,
    /// What accepting led to.
    pub registration_id: Option<RegistrationId>,
    /// When it was accepted or declined last.
    pub answered_at: Option<Ts>,
    /// When it was made.
    pub created_at: Ts,
    /// Folded name, address and organisation, for searching.
    pub search_key: String,
    /// When name and address were taken out.
    pub erased_at: Option<Ts>,
    /// What it rests on.
    pub basis: Basis,
}

bulk!(
    invitation,
    Row {
        id,
        event_id,
        batch_id,
        reference,
        page_hash,
        name,
        email,
        email_key,
        organisation_name,
        sector,
        language,
        state,
        state_since,
        registration_id,
        answered_at,
        created_at,
        search_key,
        erased_at,
        basis,
    }
);

/// Adds invitations.
pub fn insert(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    Row::insert_all(tx, rows)?;
    Ok(())
}

/// Writes everything of these invitations that can change.
pub fn update(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    update_all!(
        &mut **tx,
        invitation,
        rows,
        batch_id,
        name,
        email,
        email_key,
        organisation_name,
        sector,
        language,
        state,
        state_since,
        registration_id,
        answered_at,
        search_key,
        erased_at,
        basis
    );
    Ok(())
}

/// One invitation by its token's hash.
pub fn by_page_hash(conn: &mut AnyConn, hash: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| invitation::table.filter(invitation::page_hash.eq(hash)).get_result::<Row>(c).optional())?)
}

/// One invitation by its public reference.
pub fn by_reference(conn: &mut AnyConn, reference: &Reference) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| invitation::table.filter(invitation::reference.eq(reference.as_str())).get_result::<Row>(c).optional())?)
}

/// One invitation by row number.
pub fn by_id(conn: &mut AnyConn, id: InvitationId) -> Result<Row, DbError> {
    Ok(on_each!(conn, |c| invitation::table.find(id.0).get_result(c))?)
}

/// Invitations by row number, in no order.
pub fn by_ids(conn: &mut AnyConn, ids: &[InvitationId]) -> Result<Vec<Row>, DbError> {
    let raw: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let mut rows: Vec<Row> = Vec::with_capacity(ids.len());
    for chunk in raw.chunks(500) {
        rows.extend(on_each!(conn, |c| invitation::table.filter(invitation::id.eq_any(chunk)).load::<Row>(c))?);
    }
    Ok(rows)
}

/// All invitations of an address, oldest first.
pub fn of_address(conn: &mut AnyConn, email_key: &str) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| invitation::table.filter(invitation::email_key.eq(email_key)).order(invitation::id.asc()).load(c))?)
}

/// The invitation of an address to an event.
pub fn of_address_at(conn: &mut AnyConn, event: EventId, email_key: &str) -> Result<Option<Row>, DbError> {
    let its = invitation::event_id.eq(event.0).and(invitation::email_key.eq(email_key));
    Ok(on_each!(conn, |c| invitation::table.filter(its).get_result(c).optional())?)
}

/// The invitations that led to these registrations.
pub fn of_registrations(conn: &mut AnyConn, registrations: &[RegistrationId]) -> Result<Vec<Row>, DbError> {
    let raw: Vec<i64> = registrations.iter().map(|r| r.0).collect();
    Ok(on_each!(conn, |c| invitation::table.filter(invitation::registration_id.eq_any(&raw)).load(c))?)
}

/// An event's invitations in one of these states that still have names, oldest first.
pub fn in_states(conn: &mut AnyConn, event: EventId, states: &[State]) -> Result<Vec<Row>, DbError> {
    let codes: Vec<&str> = states.iter().map(|s| s.code()).collect();
    let these = invitation::event_id.eq(event.0).and(invitation::state.eq_any(codes)).and(invitation::erased_at.is_null());
    Ok(on_each!(conn, |c| invitation::table.filter(these).order(invitation::id.asc()).load(c))?)
}

/// The pending invitations of a sending that still have names, oldest first.
pub fn pending_of(conn: &mut AnyConn, batch: BatchId) -> Result<Vec<Row>, DbError> {
    let these = invitation::batch_id.eq(batch.0).and(invitation::state.eq(State::Pending.code())).and(invitation::erased_at.is_null());
    Ok(on_each!(conn, |c| invitation::table.filter(these).order(invitation::id.asc()).load(c))?)
}

/// Who is invited to an event, by the address's key.
pub fn known(conn: &mut AnyConn, event: EventId) -> Result<HashMap<String, (InvitationId, State)>, DbError> {
    let rows: Vec<(Option<String>, InvitationId, State)> = on_each!(conn, |c| invitation::table
        .filter(invitation::event_id.eq(event.0))
        .select((invitation::email_key, invitation::id, invitation::state))
        .load(c))?;
    Ok(rows.into_iter().filter_map(|(key, id, state)| Some((key?, (id, state)))).collect())
}

/// The invitations to an event that rest on a mandate.
pub fn on_mandates(conn: &mut AnyConn, event: EventId) -> Result<HashSet<InvitationId>, DbError> {
    let these = invitation::event_id.eq(event.0).and(invitation::basis.eq(Basis::Mandate.code()));
    let ids: Vec<InvitationId> = on_each!(conn, |c| invitation::table.filter(these).select(invitation::id).load(c))?;
    Ok(ids.into_iter().collect())
}

/// How people are registered at an event, by the address's key.
pub fn registered(conn: &mut AnyConn, event: EventId) -> Result<HashMap<String, RegistrationState>, DbError> {
    let whose = person::table.on(person::id.nullable().eq(registration::person_id));
    let rows: Vec<(String, RegistrationState)> = on_each!(conn, |c| registration::table
        .inner_join(whose)
        .filter(registration::event_id.eq(event.0))
        .select((person::email_key, registration::state))
        .load(c))?;
    Ok(rows.into_iter().collect())
}

/// The invitations to an event of which a mail stands so.
pub fn with_mail(conn: &mut AnyConn, event: EventId, status: MailStatus) -> Result<HashSet<InvitationId>, DbError> {
    let mails = outbox::table.on(outbox::invitation_id.eq(invitation::id.nullable()));
    let ids: Vec<InvitationId> = on_each!(conn, |c| invitation::table
        .inner_join(mails)
        .filter(invitation::event_id.eq(event.0).and(outbox::status.eq(status.code())))
        .select(invitation::id)
        .load(c))?;
    Ok(ids.into_iter().collect())
}

/// Notes that mails of invitations were given up: who was not reached cannot answer.
pub fn bounced(tx: &mut Tx<'_>, mails: &[MailId], now: Instant) -> Result<(), DbError> {
    let raw: Vec<i64> = mails.iter().map(|m| m.0).collect();
    let dead = outbox::status.eq(MailStatus::Failed.code()).and(outbox::invitation_id.is_not_null());
    let whose = outbox::table.filter(outbox::id.eq_any(raw).and(dead)).select(outbox::invitation_id.assume_not_null());
    let waiting = invitation::state.eq(State::Pending.code()).and(invitation::id.eq_any(whose));
    on_each!(&mut **tx, |c| diesel::update(invitation::table.filter(waiting))
        .set((invitation::state.eq(State::Bounced), invitation::state_since.eq(Ts::from(now))))
        .execute(c))?;
    Ok(())
}

/// Moves an invitation from one state to another, if it stands there.
pub fn shift(tx: &mut Tx<'_>, id: InvitationId, from: State, to: State, now: Instant) -> Result<(), DbError> {
    let it = invitation::table.find(id.0).filter(invitation::state.eq(from.code()));
    on_each!(&mut **tx, |c| diesel::update(it).set((invitation::state.eq(to), invitation::state_since.eq(Ts::from(now)))).execute(c))?;
    Ok(())
}

/// Takes back the invitations of a sending that nobody got and nobody is about to get; answers how many.
pub fn withdraw_unsent(tx: &mut Tx<'_>, batch: BatchId, now: Instant) -> Result<usize, DbError> {
    // A mail that is being sent at this moment may arrive: its invitation stands.
    let under_way = outbox::lease_until.gt(Ts::from(now)).and(outbox::status.eq_any([MailStatus::Queued.code(), MailStatus::Aborted.code()]));
    let gone = outbox::status.eq(MailStatus::Sent.code()).or(under_way);
    let of_this = outbox::invitation_id.eq(invitation::id.nullable()).and(outbox::batch_id.eq(batch.0));
    let told = outbox::table.filter(of_this.and(gone).assume_not_null()).select(outbox::id);
    let unsent = invitation::batch_id.eq(batch.0).and(invitation::state.eq(State::Pending.code()));
    let unsent = unsent.and(diesel::dsl::not(diesel::dsl::exists(told)));
    Ok(on_each!(&mut **tx, |c| diesel::update(invitation::table.filter(unsent))
        .set((invitation::state.eq(State::Withdrawn), invitation::state_since.eq(Ts::from(now))))
        .execute(c))?)
}

/// Events that ended before that moment and still have invitations with names.
pub fn events_to_purge(conn: &mut AnyConn, ended_before: Instant) -> Result<Vec<EventId>, DbError> {
    let named = invitation::table.filter(invitation::event_id.eq(event::id).and(invitation::erased_at.is_null()));
    let over = event::ends_at.le(Ts::from(ended_before)).and(diesel::dsl::exists(named));
    Ok(on_each!(conn, |c| event::table.filter(over).order(event::id.asc()).select(event::id).load(c))?)
}

/// Some invitations to an event that still have names.
pub fn to_purge(conn: &mut AnyConn, event: EventId, limit: i64) -> Result<Vec<Row>, DbError> {
    let named = invitation::event_id.eq(event.0).and(invitation::erased_at.is_null());
    Ok(on_each!(conn, |c| invitation::table.filter(named).order(invitation::id.asc()).limit(limit).load(c))?)
}
