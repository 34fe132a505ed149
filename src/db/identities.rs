//! What a provider of OpenID Connect knows members of staff by, and which sign-ins came back from it.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{staff_identity, staff_identity_spent};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{IdentityId, UserId};
use crate::on_each;

/// An identity's row.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = staff_identity, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Row {
    pub id: IdentityId,
    pub user_id: UserId,
    /// The provider.
    pub issuer: String,
    /// What it knows the user by.
    pub subject: String,
    pub created_at: Ts,
    pub used_at: Option<Ts>,
}

/// Adds an identity.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(staff_identity::table).values(row).execute(c))?;
    Ok(())
}

/// An identity by provider and subject.
pub fn by_subject(conn: &mut AnyConn, issuer: &str, subject: &str) -> Result<Option<Row>, DbError> {
    let meant = staff_identity::issuer.eq(issuer).and(staff_identity::subject.eq(subject));
    Ok(on_each!(conn, |c| staff_identity::table.filter(meant).get_result(c).optional())?)
}

/// A user's identities, oldest first.
pub fn of_user(conn: &mut AnyConn, user: UserId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| staff_identity::table
        .filter(staff_identity::user_id.eq(user.0))
        .order((staff_identity::created_at.asc(), staff_identity::id.asc()))
        .load(c))?)
}

/// The users who have one.
pub fn owners(conn: &mut AnyConn) -> Result<Vec<UserId>, DbError> {
    let found: Vec<i64> =
        on_each!(conn, |c| staff_identity::table.select(staff_identity::user_id).distinct().order(staff_identity::user_id.asc()).load(c))?;
    Ok(found.into_iter().map(UserId).collect())
}

/// Notes that somebody signed in by an identity.
pub fn used(tx: &mut Tx<'_>, id: IdentityId, now: Instant) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(staff_identity::table.find(id.0)).set(staff_identity::used_at.eq(Ts::from(now))).execute(c))?;
    Ok(())
}

/// Removes an identity that no role and no sign-in holds by any more.
pub fn remove(tx: &mut Tx<'_>, id: IdentityId) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::delete(staff_identity::table.find(id.0)).execute(c))?;
    Ok(())
}

/// Notes that a sign-in came back; `false` when it did before.
pub fn spend(tx: &mut Tx<'_>, state_hash: &str, ends_at: Instant) -> Result<bool, DbError> {
    let values = (staff_identity_spent::state_hash.eq(state_hash), staff_identity_spent::ends_at.eq(Ts::from(ends_at)));
    let n = on_each!(&mut **tx, |c| diesel::insert_into(staff_identity_spent::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(n > 0)
}

/// Forgets those that would have ended by now.
pub fn purge_spent(tx: &mut Tx<'_>, now: Instant) -> Result<usize, DbError> {
    let over = staff_identity_spent::table.filter(staff_identity_spent::ends_at.le(Ts::from(now)));
    Ok(on_each!(&mut **tx, |c| diesel::delete(over).execute(c))?)
}
