//! Seats that their holders offered to colleagues, and the mails about them. It must not know who may be asked.

use std::collections::HashMap;

use chrono::Duration;
use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::outbox::MailStatus;
use super::schema::{event, outbox, substitute_offer};
use super::scrub;
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{EventId, OfferId, PlatformId, Reference, RegistrationId};
use crate::domain::language::Language;
use crate::domain::substitute::{ANSWER_DAYS, State};
use crate::on_each;

/// An offer's row.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = substitute_offer, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Row {
    pub id: OfferId,
    pub event_id: EventId,
    /// Whose seat it is.
    pub registration_id: RegistrationId,
    /// What its link is derived from.
    pub reference: Reference,
    /// The hash of its link.
    pub page_hash: String,
    /// Who is asked, as the holder of the seat typed it; empty once forgotten.
    pub name: String,
    pub email: String,
    /// `None` once forgotten.
    pub email_key: Option<String>,
    pub language: Language,
    pub state: State,
    pub asked_at: Ts,
    /// When it was answered, taken back or lapsed.
    pub ended_at: Option<Ts>,
    /// The registration that took the seat over.
    pub substitute_id: Option<RegistrationId>,
    /// When what it said was erased on request: its link opens nothing any more.
    pub erased_at: Option<Ts>,
    /// The keyed digest of event and address, which counts mails; for a day, also once it is forgotten whose address it was.
    pub address_mac: Option<String>,
}

/// Adds an offer.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(substitute_offer::table).values(row).execute(c))?;
    Ok(())
}

/// An open offer was accepted; its mails that are still owed are not sent.
pub fn accept(tx: &mut Tx<'_>, id: OfferId, now: Instant) -> Result<(), DbError> {
    close(tx, &[id], State::Accepted, now)?;
    abort_mails(tx, &[id])
}

/// Which registration took the seat of an accepted offer over.
pub fn set_substitute(tx: &mut Tx<'_>, id: OfferId, substitute: RegistrationId) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(substitute_offer::table.find(id.0))
        .set(substitute_offer::substitute_id.eq(Some(substitute.0)))
        .execute(c))?;
    Ok(())
}

/// Those of these that are open end so.
fn close(tx: &mut Tx<'_>, ids: &[OfferId], to: State, now: Instant) -> Result<(), DbError> {
    let raw: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let open = substitute_offer::id.eq_any(&raw).and(substitute_offer::state.eq(State::Open.code()));
    on_each!(&mut **tx, |c| diesel::update(substitute_offer::table.filter(open))
        .set((substitute_offer::state.eq(to.code()), substitute_offer::ended_at.eq(Some(Ts::from(now)))))
        .execute(c))?;
    Ok(())
}

/// One offer.
pub fn by_id(conn: &mut AnyConn, id: OfferId) -> Result<Row, DbError> {
    Ok(on_each!(conn, |c| substitute_offer::table.find(id.0).get_result(c))?)
}

/// At which events these offers are.
pub fn events_of(conn: &mut AnyConn, ids: &[OfferId]) -> Result<HashMap<OfferId, EventId>, DbError> {
    let raw: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let columns = (substitute_offer::id, substitute_offer::event_id);
    let rows: Vec<(OfferId, EventId)> =
        on_each!(conn, |c| substitute_offer::table.filter(substitute_offer::id.eq_any(&raw)).select(columns).load(c))?;
    Ok(rows.into_iter().collect())
}

/// An offer by the hash of its link.
pub fn by_page_hash(conn: &mut AnyConn, hash: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| substitute_offer::table.filter(substitute_offer::page_hash.eq(hash)).get_result(c).optional())?)
}

/// All offers of a seat, oldest first.
pub fn of_registration(conn: &mut AnyConn, registration: RegistrationId) -> Result<Vec<Row>, DbError> {
    let its = substitute_offer::registration_id.eq(registration.0);
    Ok(on_each!(conn, |c| substitute_offer::table.filter(its).order(substitute_offer::id.asc()).load(c))?)
}

/// The offers by which a registration got its seat, oldest first.
pub fn taken_by(conn: &mut AnyConn, substitute: RegistrationId) -> Result<Vec<Row>, DbError> {
    let its = substitute_offer::substitute_id.eq(substitute.0);
    Ok(on_each!(conn, |c| substitute_offer::table.filter(its).order(substitute_offer::id.asc()).load(c))?)
}

/// The offers that these registrations made, or by which they got their seats.
pub fn of_registrations(conn: &mut AnyConn, ids: &[RegistrationId]) -> Result<Vec<Row>, DbError> {
    let raw: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let made = || substitute_offer::table.filter(substitute_offer::registration_id.eq_any(&raw));
    let taken = || substitute_offer::table.filter(substitute_offer::substitute_id.eq_any(&raw).and(substitute_offer::registration_id.ne_all(&raw)));
    let mut rows: Vec<Row> = on_each!(conn, |c| made().load(c))?;
    rows.extend(on_each!(conn, |c| taken().load::<Row>(c))?);
    Ok(rows)
}

/// The offers to an address, at one event or at all, oldest first, as long as it is kept.
pub fn of_address(conn: &mut AnyConn, at: Option<EventId>, email_key: &str) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| {
        let mut query = substitute_offer::table.filter(substitute_offer::email_key.eq(email_key)).into_boxed();
        if let Some(event) = at {
            query = query.filter(substitute_offer::event_id.eq(event.0));
        }
        query.order(substitute_offer::id.asc()).load(c)
    })?)
}

/// Open offers whose time to answer is over: whose, at which event.
pub fn due(conn: &mut AnyConn, now: Instant) -> Result<Vec<(RegistrationId, EventId)>, DbError> {
    let old = substitute_offer::asked_at.le(Ts::from(now - Duration::days(ANSWER_DAYS)));
    Ok(on_each!(conn, |c| substitute_offer::table
        .inner_join(event::table.on(event::id.eq(substitute_offer::event_id)))
        .filter(substitute_offer::state.eq(State::Open.code()).and(old.or(event::starts_at.le(Ts::from(now)))))
        .order(substitute_offer::id.asc())
        .select((substitute_offer::registration_id, substitute_offer::event_id))
        .load(c))?)
}

/// Offers that have ended, were made before a moment, and still say who was asked.
pub fn to_forget(conn: &mut AnyConn, asked_before: Instant, limit: i64) -> Result<Vec<Row>, DbError> {
    let ended = substitute_offer::state.ne(State::Open.code()).and(substitute_offer::email_key.is_not_null());
    let old = ended.and(substitute_offer::asked_at.lt(Ts::from(asked_before)));
    Ok(on_each!(conn, |c| substitute_offer::table.filter(old).order(substitute_offer::id.asc()).limit(limit).load(c))?)
}

/// Ends the open offers of these seats; their mails that are still owed are not sent.
pub fn end(tx: &mut Tx<'_>, of: &[RegistrationId], to: State, now: Instant) -> Result<(), DbError> {
    for some in of.chunks(500) {
        let raw: Vec<i64> = some.iter().map(|id| id.0).collect();
        let open = substitute_offer::registration_id.eq_any(&raw).and(substitute_offer::state.eq(State::Open.code()));
        let ids: Vec<OfferId> = on_each!(&mut **tx, |c| substitute_offer::table.filter(open).select(substitute_offer::id).load(c))?;
        if ids.is_empty() {
            continue;
        }
        close(tx, &ids, to, now)?;
        abort_mails(tx, &ids)?;
    }
    Ok(())
}

/// Ends every open offer at the events of a platform.
pub fn end_of_platform(tx: &mut Tx<'_>, platform: PlatformId, now: Instant) -> Result<(), DbError> {
    let seats: Vec<RegistrationId> = on_each!(&mut **tx, |c| substitute_offer::table
        .inner_join(event::table.on(event::id.eq(substitute_offer::event_id)))
        .filter(substitute_offer::state.eq(State::Open.code()).and(event::platform_id.eq(platform.0)))
        .select(substitute_offer::registration_id)
        .load(c))?;
    end(tx, &seats, State::Lapsed, now)
}

/// Takes out who was asked, and what mails said to them. `erased` when somebody asked for it: the link opens nothing any more.
pub fn forget(tx: &mut Tx<'_>, rows: Vec<Row>, erased: bool, now: Instant) -> Result<(), DbError> {
    if rows.is_empty() {
        return Ok(());
    }
    scrub::owe(tx)?;
    let ids: Vec<OfferId> = rows.iter().map(|row| row.id).collect();
    let raw: Vec<i64> = ids.iter().map(|id| id.0).collect();
    // Only what it is about: another process may have written the rest since the rows were read.
    close(tx, &ids, State::Lapsed, now)?;
    on_each!(&mut **tx, |c| diesel::update(substitute_offer::table.filter(substitute_offer::id.eq_any(&raw)))
        .set((substitute_offer::name.eq(""), substitute_offer::email.eq(""), substitute_offer::email_key.eq(None::<String>)))
        .execute(c))?;
    if erased {
        let fresh = substitute_offer::id.eq_any(&raw).and(substitute_offer::erased_at.is_null());
        on_each!(&mut **tx, |c| diesel::update(substitute_offer::table.filter(fresh))
            .set(substitute_offer::erased_at.eq(Some(Ts::from(now))))
            .execute(c))?;
    }
    abort_mails(tx, &ids)?;
    // Nothing of it takes an event out of a calendar: no mail has to go first.
    on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(outbox::offer_id.eq_any(&raw)))
        .set((outbox::recipient.eq(""), outbox::snapshot.eq(""), outbox::last_text.eq(None::<String>)))
        .execute(c))?;
    Ok(())
}

/// Takes out by which address mails were counted, of offers made before a moment.
pub fn forget_addresses(tx: &mut Tx<'_>, asked_before: Instant) -> Result<(), DbError> {
    let old = substitute_offer::address_mac.is_not_null().and(substitute_offer::asked_at.lt(Ts::from(asked_before)));
    on_each!(&mut **tx, |c| diesel::update(substitute_offer::table.filter(old)).set(substitute_offer::address_mac.eq(None::<String>)).execute(c))?;
    Ok(())
}

/// Mails about these offers that are still owed are no longer to be sent.
pub fn abort_mails(tx: &mut Tx<'_>, offers: &[OfferId]) -> Result<(), DbError> {
    let raw: Vec<i64> = offers.iter().map(|id| id.0).collect();
    let owed = outbox::offer_id.eq_any(&raw).and(outbox::status.eq(MailStatus::Queued.code()));
    on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(owed))
        .set((outbox::status.eq(MailStatus::Aborted.code()), outbox::lease_until.eq(None::<Ts>)))
        .execute(c))?;
    Ok(())
}

/// The mails about an offer, oldest first.
pub fn mails_of(conn: &mut AnyConn, id: OfferId) -> Result<Vec<super::outbox::Row>, DbError> {
    Ok(on_each!(conn, |c| outbox::table.filter(outbox::offer_id.eq(id.0)).order(outbox::id.asc()).load(c))?)
}

/// How many mails an address was owed since a moment because somebody named it for an event, but for those called off before they went.
pub fn mails_since(conn: &mut AnyConn, at: EventId, address_mac: &str, since: Instant) -> Result<usize, DbError> {
    let theirs = substitute_offer::event_id.eq(at.0).and(substitute_offer::address_mac.eq(address_mac));
    let offers = substitute_offer::table.filter(theirs).select(substitute_offer::id.nullable());
    let lately = outbox::offer_id.eq_any(offers).and(outbox::created_at.gt(Ts::from(since)));
    let lately = lately.and(outbox::status.ne(MailStatus::Aborted.code()));
    let n: i64 = on_each!(conn, |c| outbox::table.filter(lately).count().get_result(c))?;
    Ok(usize::try_from(n).unwrap_or(usize::MAX))
}
