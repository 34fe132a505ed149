//! Passkeys of staff, and the challenges that were answered.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{passkey, passkey_spent};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{PasskeyId, UserId};
use crate::on_each;

/// A passkey's row.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = passkey, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Row {
    pub id: PasskeyId,
    pub user_id: UserId,
    /// What authenticators find it by, base64url.
    pub credential_id: String,
    /// As its owner calls it.
    pub name: String,
    /// Public key and counter, as the library writes them.
    pub credential: String,
    pub created_at: Ts,
    pub used_at: Option<Ts>,
}

/// Adds a passkey.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(passkey::table).values(row).execute(c))?;
    Ok(())
}

/// A user's passkeys, oldest first.
pub fn of_user(conn: &mut AnyConn, user: UserId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| passkey::table.filter(passkey::user_id.eq(user.0)).order((passkey::created_at.asc(), passkey::id.asc())).load(c))?)
}

/// The users who have one.
pub fn owners(conn: &mut AnyConn) -> Result<Vec<UserId>, DbError> {
    let found: Vec<i64> = on_each!(conn, |c| passkey::table.select(passkey::user_id).distinct().order(passkey::user_id.asc()).load(c))?;
    Ok(found.into_iter().map(UserId).collect())
}

/// A passkey by what authenticators find it by.
pub fn by_credential(conn: &mut AnyConn, credential_id: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| passkey::table.filter(passkey::credential_id.eq(credential_id)).get_result(c).optional())?)
}

/// Notes that a passkey was used, and its new counter; `false` when it is gone or another use was faster.
pub fn used(tx: &mut Tx<'_>, row: &Row, credential: &str, now: Instant) -> Result<bool, DbError> {
    let same = passkey::table.find(row.id.0).filter(passkey::credential.eq(&row.credential));
    let values = (passkey::credential.eq(credential), passkey::used_at.eq(Ts::from(now)));
    Ok(on_each!(&mut **tx, |c| diesel::update(same).set(values).execute(c))? > 0)
}

/// Removes one of a user's passkeys; `false` when they have no such one.
pub fn remove(tx: &mut Tx<'_>, user: UserId, id: PasskeyId) -> Result<bool, DbError> {
    Ok(on_each!(&mut **tx, |c| diesel::delete(passkey::table.find(id.0).filter(passkey::user_id.eq(user.0))).execute(c))? > 0)
}

/// Notes that a challenge was answered; `false` when it was before.
pub fn spend(tx: &mut Tx<'_>, challenge_hash: &str, ends_at: Instant) -> Result<bool, DbError> {
    let values = (passkey_spent::challenge_hash.eq(challenge_hash), passkey_spent::ends_at.eq(Ts::from(ends_at)));
    let n = on_each!(&mut **tx, |c| diesel::insert_into(passkey_spent::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(n > 0)
}

/// Forgets answered challenges that would have ended by now.
pub fn purge_spent(tx: &mut Tx<'_>, now: Instant) -> Result<usize, DbError> {
    Ok(on_each!(&mut **tx, |c| diesel::delete(passkey_spent::table.filter(passkey_spent::ends_at.le(Ts::from(now)))).execute(c))?)
}
