//! Staff users, their roles, and their sign-ins.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{login, staff_grant, staff_user};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{PlatformId, UserId};
use crate::domain::staff::{Grants, Role};
use crate::on_each;

/// A user's row.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = staff_user, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct User {
    pub id: UserId,
    pub email: String,
    pub email_key: String,
    /// Argon2id, PHC string.
    pub password_hash: String,
    pub disabled_at: Option<Ts>,
    pub created_at: Ts,
}

/// A sign-in.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = login, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Login {
    /// SHA-256 of the cookie's token.
    pub token_hash: String,
    pub user_id: UserId,
    /// The token that this sign-in's forms carry.
    pub csrf: String,
    pub created_at: Ts,
    pub seen_at: Ts,
    /// The absolute end.
    pub expires_at: Ts,
}

/// Adds a user.
pub fn insert_user(tx: &mut Tx<'_>, user: &User) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(staff_user::table).values(user).execute(c))?;
    Ok(())
}

/// A user by the key of their address.
pub fn user_by_key(conn: &mut AnyConn, key: &str) -> Result<Option<User>, DbError> {
    Ok(on_each!(conn, |c| staff_user::table.filter(staff_user::email_key.eq(key)).get_result(c).optional())?)
}

/// A user by row.
pub fn user_by_id(conn: &mut AnyConn, id: UserId) -> Result<User, DbError> {
    Ok(on_each!(conn, |c| staff_user::table.find(id.0).get_result(c))?)
}

/// All users by address.
pub fn users(conn: &mut AnyConn) -> Result<Vec<User>, DbError> {
    Ok(on_each!(conn, |c| staff_user::table.order(staff_user::email_key.asc()).load(c))?)
}

/// Sets a user's password.
pub fn set_password(tx: &mut Tx<'_>, id: UserId, hash: &str) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(staff_user::table.find(id.0)).set(staff_user::password_hash.eq(hash)).execute(c))?;
    Ok(())
}

/// Shuts a user out and ends all their sign-ins.
pub fn disable(tx: &mut Tx<'_>, id: UserId, now: Instant) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(staff_user::table.find(id.0)).set(staff_user::disabled_at.eq(Ts::from(now))).execute(c))?;
    end_logins(tx, id)
}

/// Lets a user who was shut out in again.
pub fn enable(tx: &mut Tx<'_>, id: UserId) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(staff_user::table.find(id.0)).set(staff_user::disabled_at.eq(None::<Ts>)).execute(c))?;
    Ok(())
}

/// Ends all sign-ins of a user.
pub fn end_logins(tx: &mut Tx<'_>, id: UserId) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::delete(login::table.filter(login::user_id.eq(id.0))).execute(c))?;
    Ok(())
}

/// Gives a role, for a platform or for all.
pub fn grant(tx: &mut Tx<'_>, user: UserId, role: Role, platform: Option<PlatformId>) -> Result<(), DbError> {
    let id = tx.next_id();
    let values = (
        staff_grant::id.eq(id),
        staff_grant::user_id.eq(user.0),
        staff_grant::role.eq(role.code()),
        staff_grant::platform_id.eq(platform.map(|p| p.0)),
    );
    on_each!(&mut **tx, |c| diesel::insert_into(staff_grant::table).values(values).execute(c))?;
    Ok(())
}

/// Takes a role back; `false` when the user does not have it.
pub fn revoke(tx: &mut Tx<'_>, user: UserId, role: Role, platform: Option<PlatformId>) -> Result<bool, DbError> {
    let held = staff_grant::user_id.eq(user.0).and(staff_grant::role.eq(role.code()));
    let n = match platform {
        Some(id) => on_each!(&mut **tx, |c| diesel::delete(staff_grant::table.filter(held.and(staff_grant::platform_id.eq(id.0)))).execute(c)),
        None => on_each!(&mut **tx, |c| diesel::delete(staff_grant::table.filter(held.and(staff_grant::platform_id.is_null()))).execute(c)),
    }?;
    Ok(n > 0)
}

/// The roles of a user.
pub fn grants(conn: &mut AnyConn, user: UserId) -> Result<Grants, DbError> {
    let rows: Vec<(Role, Option<i64>)> = on_each!(conn, |c| staff_grant::table
        .filter(staff_grant::user_id.eq(user.0))
        .order(staff_grant::id.asc())
        .select((staff_grant::role, staff_grant::platform_id))
        .load(c))?;
    Ok(Grants(rows.into_iter().map(|(role, platform)| (role, platform.map(PlatformId))).collect()))
}

/// Adds a sign-in.
pub fn insert_login(tx: &mut Tx<'_>, row: &Login) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(login::table).values(row).execute(c))?;
    Ok(())
}

/// A sign-in by its token's hash.
pub fn login_by_hash(conn: &mut AnyConn, hash: &str) -> Result<Option<Login>, DbError> {
    Ok(on_each!(conn, |c| login::table.find(hash).get_result(c).optional())?)
}

/// Notes that a sign-in was used.
pub fn touch_login(tx: &mut Tx<'_>, hash: &str, now: Instant) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(login::table.find(hash)).set(login::seen_at.eq(Ts::from(now))).execute(c))?;
    Ok(())
}

/// Ends a sign-in.
pub fn end_login(tx: &mut Tx<'_>, hash: &str) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::delete(login::table.find(hash)).execute(c))?;
    Ok(())
}

/// Removes sign-ins that ended or were idle since `idle_since`.
pub fn purge_logins(tx: &mut Tx<'_>, now: Instant, idle_since: Instant) -> Result<usize, DbError> {
    Ok(on_each!(&mut **tx, |c| diesel::delete(login::table.filter(login::expires_at.le(Ts::from(now)).or(login::seen_at.le(Ts::from(idle_since)))))
        .execute(c))?)
}
