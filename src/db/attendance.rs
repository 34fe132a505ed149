//! Proofs of presence. The registration's `present` flag is what the proofs come to; it is written here only, and what attests it follows.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::attestations;
use super::bulk::Bulk;
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{attendance_proof, event, registration, sighting};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::attendance::{Finding, Proof, ProofSource, merge};
use crate::domain::attestation;
use crate::domain::ids::{EventId, ProofId, RegistrationId, ReportId, SightingId};
use crate::domain::mode::Mode;
use crate::{bulk, on_each};

/// A proof of presence.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = attendance_proof, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number.
    pub id: ProofId,
    /// Whose presence.
    pub registration_id: RegistrationId,
    /// At which event.
    pub event_id: EventId,
    /// Where it comes from.
    pub source: ProofSource,
    /// When the person was there.
    pub at: Ts,
    /// When it was written down.
    pub recorded_at: Ts,
    /// By whom: `user:<row>`, `token:<row>` or `system`.
    pub recorded_by: String,
    /// The device that scanned, when it said so.
    pub device: Option<String>,
    /// The caller's key: the same key twice is the same proof.
    pub key: Option<String>,
    /// When it was taken back.
    pub revoked_at: Option<Ts>,
    /// By whom.
    pub revoked_by: Option<String>,
    /// When they left, where that is known.
    pub left_at: Option<Ts>,
    /// The share of the event, in per cent, that was asked of minutes when it was written.
    pub share: Option<i32>,
    /// Whether it says that they were not there.
    pub denies: bool,
    /// Why staff says so; goes with the name.
    pub reason: Option<String>,
    /// Why it was taken back; goes with the name.
    pub revoked_reason: Option<String>,
    /// By which sighting of a report it came.
    pub sighting_id: Option<SightingId>,
    /// How many seconds it is worth at most, where only first joining and last leaving are known.
    pub at_most: Option<i64>,
}

bulk!(
    attendance_proof,
    Row {
        id,
        registration_id,
        event_id,
        source,
        at,
        recorded_at,
        recorded_by,
        device,
        key,
        revoked_at,
        revoked_by,
        left_at,
        share,
        denies,
        reason,
        revoked_reason,
        sighting_id,
        at_most
    }
);

impl Row {
    /// As the rule looks at it.
    pub fn seen(&self) -> Proof {
        Proof {
            source: self.source,
            denies: self.denies,
            at: self.at.0,
            left_at: self.left_at.map(|at| at.0),
            share: self.share.and_then(|share| u32::try_from(share).ok()),
            at_most: self.at_most,
            stands: self.revoked_at.is_none(),
        }
    }
}

/// Adds a proof and marks the registration.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(attendance_proof::table).values(row).execute(c))?;
    settle(tx, row.registration_id, row.recorded_at.0)
}

/// Adds proofs of several people, and marks their registrations.
pub fn insert_many(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    for some in rows.chunks(1_000) {
        Row::insert_all(tx, some)?;
    }
    let whose: BTreeMap<RegistrationId, Instant> = rows.iter().map(|row| (row.registration_id, row.recorded_at.0)).collect();
    whose.into_iter().try_for_each(|(id, now)| settle(tx, id, now))
}

/// The proofs that stand by sightings of a report, or by one of them.
pub fn standing_by(conn: &mut AnyConn, report: ReportId, only: Option<SightingId>) -> Result<Vec<Row>, DbError> {
    let theirs = sighting::table.filter(sighting::report_id.eq(report.0)).select(sighting::id.nullable());
    Ok(on_each!(conn, |c| {
        let mut query = attendance_proof::table
            .filter(attendance_proof::revoked_at.is_null().and(attendance_proof::sighting_id.eq_any(theirs)))
            .order(attendance_proof::id.asc())
            .into_boxed();
        if let Some(only) = only {
            query = query.filter(attendance_proof::sighting_id.eq(only.0));
        }
        query.load(c)
    })?)
}

/// The proofs of an event that stand.
pub fn standing_of(conn: &mut AnyConn, event: EventId) -> Result<Vec<Row>, DbError> {
    let theirs = || attendance_proof::event_id.eq(event.0).and(attendance_proof::revoked_at.is_null());
    Ok(on_each!(conn, |c| attendance_proof::table.filter(theirs()).order(attendance_proof::id.asc()).load(c))?)
}

/// Takes these proofs of a registration back, those that stand; answers how many.
pub fn revoke(
    tx: &mut Tx<'_>,
    registration: RegistrationId,
    proofs: &[ProofId],
    now: Instant,
    by: &str,
    why: Option<&str>,
) -> Result<usize, DbError> {
    let raw: Vec<i64> = proofs.iter().map(|id| id.0).collect();
    let standing = || attendance_proof::registration_id.eq(registration.0).and(attendance_proof::revoked_at.is_null());
    let mut n = 0;
    for some in raw.chunks(500) {
        n += on_each!(&mut **tx, |c| diesel::update(attendance_proof::table.filter(standing().and(attendance_proof::id.eq_any(some))))
            .set((attendance_proof::revoked_at.eq(Ts::from(now)), attendance_proof::revoked_by.eq(by), attendance_proof::revoked_reason.eq(why)))
            .execute(c))?;
    }
    settle(tx, registration, now)?;
    Ok(n)
}

/// Empties what staff wrote about these people.
pub fn forget_words(tx: &mut Tx<'_>, registrations: &[RegistrationId]) -> Result<(), DbError> {
    let raw: Vec<i64> = registrations.iter().map(|id| id.0).collect();
    let nothing = (attendance_proof::reason.eq(None::<String>), attendance_proof::revoked_reason.eq(None::<String>));
    for some in raw.chunks(500) {
        let theirs = attendance_proof::registration_id.eq_any(some);
        on_each!(&mut **tx, |c| diesel::update(attendance_proof::table.filter(theirs)).set(nothing.clone()).execute(c))?;
    }
    Ok(())
}

/// The proofs of one registration, oldest first, and what they come to.
pub fn finding(conn: &mut AnyConn, id: RegistrationId) -> Result<(Vec<Row>, Finding), DbError> {
    let rows = of_registration(conn, id)?;
    let (starts_at, ends_at): (Ts, Ts) = on_each!(conn, |c| event::table
        .filter(event::id.eq_any(registration::table.find(id.0).select(registration::event_id)))
        .select((event::starts_at, event::ends_at))
        .get_result(c))?;
    let seen: Vec<Proof> = rows.iter().map(Row::seen).collect();
    let finding = merge(&seen, starts_at.0, ends_at.0);
    Ok((rows, finding))
}

/// Writes down what the proofs come to; where that changed, or how and how long somebody was there by them, attestations follow in the same
/// transaction.
fn settle(tx: &mut Tx<'_>, id: RegistrationId, now: Instant) -> Result<(), DbError> {
    let (proofs, finding) = finding(tx, id)?;
    let present = finding.present;
    let otherwise = registration::table.find(id.0).filter(registration::present.ne(present));
    if on_each!(&mut **tx, |c| diesel::update(otherwise).set(registration::present.eq(present)).execute(c))? > 0 {
        attestations::follow(tx, id, present, now)?;
    } else if present && let Some(attested) = attestations::attested(tx, id)? {
        let (mode, starts_at, ends_at): (Mode, Ts, Ts) = on_each!(&mut **tx, |c| registration::table
            .inner_join(event::table)
            .filter(registration::id.eq(id.0))
            .select((registration::mode, event::starts_at, event::ends_at))
            .get_result(c))?;
        let seen: Vec<Proof> = proofs.iter().map(Row::seen).collect();
        if attestation::attended(&seen, &finding, mode, starts_at.0, ends_at.0) != attested {
            attestations::follow(tx, id, false, now)?;
            attestations::follow(tx, id, true, now)?;
        }
    }
    Ok(())
}

/// The proof written under a caller's key.
pub fn by_key(conn: &mut AnyConn, event: EventId, key: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| attendance_proof::table
        .filter(attendance_proof::event_id.eq(event.0).and(attendance_proof::key.eq(key)))
        .get_result(c)
        .optional())?)
}

/// The proofs of one registration, oldest first.
pub fn of_registration(conn: &mut AnyConn, id: RegistrationId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| attendance_proof::table.filter(attendance_proof::registration_id.eq(id.0)).order(attendance_proof::id.asc()).load(c))?)
}
