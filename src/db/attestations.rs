//! Attestations of presence, and for which events they were asked for. Presence itself is kept in `db::attendance`, which tells this when
//! it changed: an attestation never outlives what it attests. What is signed is not known here.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::outbox::MailStatus;
use super::schema::{attestation, attestation_order, outbox, registration};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{AttestationId, ChangeId, EventId, Reference, RegistrationId};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::on_each;

/// Who is due an attestation, as a condition on `registration`.
macro_rules! is_due {
    () => {
        registration::present
            .eq(true)
            .and(registration::erased_at.is_null())
            .and(registration::proved_at.is_not_null())
            .and(not(exists(attestation::table.filter(attestation::registration_id.eq(registration::id).and(attestation::revoked_at.is_null())))))
    };
}

/// An attestation.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = attestation, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number.
    pub id: AttestationId,
    /// Of which event.
    pub event_id: EventId,
    /// Of whose presence.
    pub registration_id: RegistrationId,
    /// The row of the history that says so, which owes the mail; `None` where its owner made it on their page.
    pub change_id: Option<ChangeId>,
    /// Hash of the token of the page that checks it.
    pub page_hash: String,
    /// Public identity; the token is derived from it.
    pub reference: Reference,
    /// The number to be quoted.
    pub number: String,
    /// How they were there.
    pub mode: Mode,
    /// For how long.
    pub minutes: i32,
    /// Its language.
    pub language: Language,
    /// When it was issued.
    pub issued_at: Ts,
    /// Who let it be issued: `user:<row>`, `person`, `system`.
    pub issued_by: String,
    /// What it says, signed: a JSON Web Signature. Empty once the name went.
    pub signed: String,
    /// Since when it holds no more.
    pub revoked_at: Option<Ts>,
}

/// That attestations of an event were asked for.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = attestation_order, treat_none_as_default_value = false)]
pub struct Order {
    /// Of which event.
    pub event_id: EventId,
    /// By whom, last.
    pub asked_by: String,
    /// When, last.
    pub asked_at: Ts,
    /// Whether somebody may be without theirs.
    pub is_open: bool,
}

/// How far the attestations of an event are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// People who were present and are still named.
    pub present: i64,
    /// Of those, without one that holds.
    pub open: i64,
    /// Attestations that hold.
    pub valid: i64,
    /// Of those, sent by mail.
    pub sent: i64,
    /// Revoked ones.
    pub revoked: i64,
}

/// Adds one.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(attestation::table).values(row).execute(c))?;
    Ok(())
}

/// The attestation behind a page's address, by the hash of its token.
pub fn by_page(conn: &mut AnyConn, page_hash: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| attestation::table.filter(attestation::page_hash.eq(page_hash)).get_result(c).optional())?)
}

/// All attestations of a registration, oldest first; at most the last stands.
pub fn of_registration(conn: &mut AnyConn, id: RegistrationId) -> Result<Vec<Row>, DbError> {
    let theirs = attestation::registration_id.eq(id.0);
    Ok(on_each!(conn, |c| attestation::table.filter(theirs).order(attestation::id.asc()).load(c))?)
}

/// Whether the attestation that this change of the history issued still stands.
pub fn stands_by(conn: &mut AnyConn, change: ChangeId) -> Result<bool, DbError> {
    let its = attestation::change_id.eq(change.0).and(attestation::revoked_at.is_null());
    Ok(on_each!(conn, |c| diesel::select(exists(attestation::table.filter(its))).get_result(c))?)
}

/// How somebody was there, and for how many minutes, by their attestation that stands; `None` without one.
pub(super) fn attested(conn: &mut AnyConn, id: RegistrationId) -> Result<Option<(Mode, i64)>, DbError> {
    let standing = attestation::registration_id.eq(id.0).and(attestation::revoked_at.is_null());
    let found: Option<(Mode, i32)> =
        on_each!(conn, |c| attestation::table.filter(standing).select((attestation::mode, attestation::minutes)).get_result(c).optional())?;
    Ok(found.map(|(mode, minutes)| (mode, i64::from(minutes))))
}

/// Presence became otherwise: an attestation that stands falls with it, also one that is still to be sent, and whoever is present now is
/// due one where they were asked for.
pub(super) fn follow(tx: &mut Tx<'_>, id: RegistrationId, present: bool, now: Instant) -> Result<(), DbError> {
    if present {
        let event = registration::table.find(id.0).select(registration::event_id);
        let its = attestation_order::event_id.eq_any(event).and(attestation_order::is_open.eq(false));
        on_each!(&mut **tx, |c| diesel::update(attestation_order::table.filter(its)).set(attestation_order::is_open.eq(true)).execute(c))?;
        return Ok(());
    }
    let standing = attestation::registration_id.eq(id.0).and(attestation::revoked_at.is_null());
    let owed: Vec<Option<ChangeId>> = on_each!(&mut **tx, |c| attestation::table.filter(standing).select(attestation::change_id).load(c))?;
    if owed.is_empty() {
        return Ok(());
    }
    on_each!(&mut **tx, |c| diesel::update(attestation::table.filter(standing)).set(attestation::revoked_at.eq(Some(Ts::from(now)))).execute(c))?;
    for change in owed.into_iter().flatten() {
        let mail = outbox::change_id.eq(change.0).and(outbox::status.eq_any([MailStatus::Queued.code(), MailStatus::Failed.code()]));
        let dropped = (outbox::status.eq(MailStatus::Aborted), outbox::lease_until.eq(None::<Ts>));
        on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(mail)).set(dropped).execute(c))?;
    }
    Ok(())
}

/// Those who were present at an event, are named, and have no attestation that stands; the first so many.
pub fn owed(conn: &mut AnyConn, event: EventId, limit: i64) -> Result<Vec<RegistrationId>, DbError> {
    Ok(on_each!(conn, |c| registration::table
        .filter(registration::event_id.eq(event.0).and(is_due!()))
        .select(registration::id)
        .order(registration::id.asc())
        .limit(limit)
        .load(c))?)
}

/// Asks for those of an event.
pub fn order(tx: &mut Tx<'_>, row: &Order) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::delete(attestation_order::table.find(row.event_id.0)).execute(c))?;
    on_each!(&mut **tx, |c| diesel::insert_into(attestation_order::table).values(row).execute(c))?;
    Ok(())
}

/// That those of an event were asked for, if they were.
pub fn order_of(conn: &mut AnyConn, event: EventId) -> Result<Option<Order>, DbError> {
    Ok(on_each!(conn, |c| attestation_order::table.find(event.0).get_result(c).optional())?)
}

/// Events of which somebody may be without theirs.
pub fn open_orders(conn: &mut AnyConn) -> Result<Vec<Order>, DbError> {
    let open = attestation_order::is_open.eq(true);
    Ok(on_each!(conn, |c| attestation_order::table.filter(open).order(attestation_order::event_id.asc()).load(c))?)
}

/// Nobody of the event is without theirs.
pub fn close_order(tx: &mut Tx<'_>, event: EventId) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(attestation_order::table.find(event.0)).set(attestation_order::is_open.eq(false)).execute(c))?;
    Ok(())
}

/// How far those of an event are.
pub fn progress(conn: &mut AnyConn, event: EventId) -> Result<Progress, DbError> {
    let here = || attestation::event_id.eq(event.0);
    let named = registration::erased_at.is_null().and(registration::proved_at.is_not_null());
    let there = registration::event_id.eq(event.0).and(registration::present.eq(true)).and(named);
    let valid = attestation::table.filter(here().and(attestation::revoked_at.is_null())).select(attestation::change_id);
    let went = outbox::change_id.eq_any(valid).and(outbox::status.eq(MailStatus::Sent.code()));
    Ok(Progress {
        present: on_each!(&mut *conn, |c| registration::table.filter(there).count().get_result(c))?,
        open: on_each!(&mut *conn, |c| registration::table.filter(registration::event_id.eq(event.0).and(is_due!())).count().get_result(c))?,
        valid: on_each!(&mut *conn, |c| attestation::table.filter(here().and(attestation::revoked_at.is_null())).count().get_result(c))?,
        sent: on_each!(&mut *conn, |c| outbox::table.filter(went).count().get_result(c))?,
        revoked: on_each!(conn, |c| attestation::table.filter(here().and(attestation::revoked_at.is_not_null())).count().get_result(c))?,
    })
}

/// What says whose they were goes; what they attested of somebody stays.
pub fn forget(tx: &mut Tx<'_>, registrations: &[RegistrationId]) -> Result<(), DbError> {
    let raw: Vec<i64> = registrations.iter().map(|id| id.0).collect();
    for some in raw.chunks(500) {
        let theirs = attestation::table.filter(attestation::registration_id.eq_any(some));
        on_each!(&mut **tx, |c| diesel::update(theirs).set(attestation::signed.eq("")).execute(c))?;
    }
    Ok(())
}
