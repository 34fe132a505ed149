//! Proofs of presence. The registration's `present` flag follows from the proofs that stand; it is written here only.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{attendance_proof, registration};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::attendance::ProofSource;
use crate::domain::ids::{EventId, ProofId, RegistrationId};
use crate::on_each;

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
}

/// Adds a proof and marks the registration.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(attendance_proof::table).values(row).execute(c))?;
    settle(tx, row.registration_id)
}

/// Takes back every proof that stands; answers how many.
pub fn revoke(tx: &mut Tx<'_>, registration: RegistrationId, now: Instant, by: &str) -> Result<usize, DbError> {
    let standing = attendance_proof::registration_id.eq(registration.0).and(attendance_proof::revoked_at.is_null());
    let n = on_each!(&mut **tx, |c| diesel::update(attendance_proof::table.filter(standing))
        .set((attendance_proof::revoked_at.eq(Ts::from(now)), attendance_proof::revoked_by.eq(by)))
        .execute(c))?;
    settle(tx, registration)?;
    Ok(n)
}

fn settle(tx: &mut Tx<'_>, id: RegistrationId) -> Result<(), DbError> {
    let standing: i64 = on_each!(&mut **tx, |c| attendance_proof::table
        .filter(attendance_proof::registration_id.eq(id.0).and(attendance_proof::revoked_at.is_null()))
        .count()
        .get_result(c))?;
    on_each!(&mut **tx, |c| diesel::update(registration::table.find(id.0)).set(registration::present.eq(standing > 0)).execute(c))?;
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
