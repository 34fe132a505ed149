//! Staff users, their roles, and their sign-ins.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{login, staff_grant, staff_recovery, staff_user};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{IdentityId, PlatformId, UserId};
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
    /// Secret of the second factor, sealed; `None` when there is none.
    pub totp_secret: Option<String>,
    /// Since when it is asked for.
    pub totp_since: Option<Ts>,
    /// The last time step a code was taken of.
    pub totp_step: Option<i64>,
    /// Wrong codes in a row.
    pub totp_wrong: i32,
    /// Until when none is taken.
    pub totp_wait: Option<Ts>,
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
    /// A secret for a second factor that waits for its first code, sealed.
    pub totp_offer: Option<String>,
    /// Browser and system, in words.
    pub device: String,
    /// The identity it came by; `None` for one by password or passkey.
    pub identity_id: Option<IdentityId>,
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

/// Ends all sign-ins that came by an identity; one that is to be kept goes on without it.
pub fn end_logins_by(tx: &mut Tx<'_>, identity: IdentityId, keep: Option<&str>) -> Result<(), DbError> {
    if let Some(keep) = keep {
        let kept = login::table.find(keep).filter(login::identity_id.eq(identity.0));
        on_each!(&mut **tx, |c| diesel::update(kept).set(login::identity_id.eq(None::<i64>)).execute(c))?;
    }
    on_each!(&mut **tx, |c| diesel::delete(login::table.filter(login::identity_id.eq(identity.0))).execute(c))?;
    Ok(())
}

/// Ends all sign-ins of a user but one.
pub fn end_other_logins(tx: &mut Tx<'_>, id: UserId, keep: &str) -> Result<usize, DbError> {
    Ok(on_each!(&mut **tx, |c| diesel::delete(login::table.filter(login::user_id.eq(id.0).and(login::token_hash.ne(keep)))).execute(c))?)
}

/// The sign-ins of a user, newest first.
pub fn logins(conn: &mut AnyConn, user: UserId) -> Result<Vec<Login>, DbError> {
    Ok(on_each!(conn, |c| login::table.filter(login::user_id.eq(user.0)).order((login::created_at.desc(), login::token_hash.asc())).load(c))?)
}

/// Sets a second factor, whose first code was of this time step.
pub fn set_totp(tx: &mut Tx<'_>, id: UserId, secret: &str, step: i64, now: Instant) -> Result<(), DbError> {
    let values = (staff_user::totp_secret.eq(secret), staff_user::totp_since.eq(Ts::from(now)), staff_user::totp_step.eq(step));
    on_each!(&mut **tx, |c| diesel::update(staff_user::table.find(id.0)).set(values).execute(c))?;
    Ok(())
}

/// Takes a second factor off.
pub fn clear_totp(tx: &mut Tx<'_>, id: UserId) -> Result<(), DbError> {
    let values = (staff_user::totp_secret.eq(None::<String>), staff_user::totp_since.eq(None::<Ts>), staff_user::totp_step.eq(None::<i64>));
    on_each!(&mut **tx, |c| diesel::update(staff_user::table.find(id.0)).set(values).execute(c))?;
    Ok(())
}

/// Notes that a code of this time step was taken; `false` when one of it or of a later one was before.
pub fn spend_step(tx: &mut Tx<'_>, id: UserId, step: i64) -> Result<bool, DbError> {
    let unspent = staff_user::totp_step.is_null().or(staff_user::totp_step.lt(step));
    let n = on_each!(&mut **tx, |c| diesel::update(staff_user::table.find(id.0).filter(unspent)).set(staff_user::totp_step.eq(step)).execute(c))?;
    Ok(n > 0)
}

/// Notes how many codes in a row were wrong, and until when none is taken.
pub fn note_wrong_codes(tx: &mut Tx<'_>, id: UserId, wrong: i32, wait: Option<Instant>) -> Result<(), DbError> {
    let values = (staff_user::totp_wrong.eq(wrong), staff_user::totp_wait.eq(wait.map(Ts::from)));
    on_each!(&mut **tx, |c| diesel::update(staff_user::table.find(id.0)).set(values).execute(c))?;
    Ok(())
}

/// Replaces a user's codes for a lost device.
pub fn replace_recovery(tx: &mut Tx<'_>, user: UserId, hashes: &[String], now: Instant) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::delete(staff_recovery::table.filter(staff_recovery::user_id.eq(user.0))).execute(c))?;
    for hash in hashes {
        let values = (staff_recovery::code_hash.eq(hash), staff_recovery::user_id.eq(user.0), staff_recovery::made_at.eq(Ts::from(now)));
        on_each!(&mut **tx, |c| diesel::insert_into(staff_recovery::table).values(values).execute(c))?;
    }
    Ok(())
}

/// Spends a code for a lost device; `false` when there is no such code of this user.
pub fn spend_recovery(tx: &mut Tx<'_>, user: UserId, hash: &str) -> Result<bool, DbError> {
    let n = on_each!(&mut **tx, |c| diesel::delete(staff_recovery::table.find(hash).filter(staff_recovery::user_id.eq(user.0))).execute(c))?;
    Ok(n > 0)
}

/// Codes left for a lost device.
pub fn recovery_left(conn: &mut AnyConn, user: UserId) -> Result<i64, DbError> {
    Ok(on_each!(conn, |c| staff_recovery::table.filter(staff_recovery::user_id.eq(user.0)).count().get_result(c))?)
}

/// A role as it is held: by hand, or by an identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// For this platform; for all when `None`.
    pub platform: Option<PlatformId>,
    /// The identity that it came with; `None` when it was given by hand.
    pub by: Option<IdentityId>,
}

/// Gives a role.
pub fn grant(tx: &mut Tx<'_>, user: UserId, grant: Grant) -> Result<(), DbError> {
    let id = tx.next_id();
    let values = (
        staff_grant::id.eq(id),
        staff_grant::user_id.eq(user.0),
        staff_grant::role.eq(grant.role.code()),
        staff_grant::platform_id.eq(grant.platform.map(|p| p.0)),
        staff_grant::identity_id.eq(grant.by.map(|i| i.0)),
    );
    on_each!(&mut **tx, |c| diesel::insert_into(staff_grant::table).values(values).execute(c))?;
    Ok(())
}

/// Takes a role back, as it is held; `false` when the user does not hold it so.
pub fn revoke(tx: &mut Tx<'_>, user: UserId, grant: Grant) -> Result<bool, DbError> {
    let rows: Vec<(i64, Option<i64>, Option<i64>)> = on_each!(&mut **tx, |c| staff_grant::table
        .filter(staff_grant::user_id.eq(user.0).and(staff_grant::role.eq(grant.role.code())))
        .order(staff_grant::id.asc())
        .select((staff_grant::id, staff_grant::platform_id, staff_grant::identity_id))
        .load(c))?;
    let meant = |(_, platform, by): &&(i64, Option<i64>, Option<i64>)| *platform == grant.platform.map(|p| p.0) && *by == grant.by.map(|i| i.0);
    let ids: Vec<i64> = rows.iter().filter(meant).map(|(id, ..)| *id).collect();
    let n = on_each!(&mut **tx, |c| diesel::delete(staff_grant::table.filter(staff_grant::id.eq_any(&ids))).execute(c))?;
    Ok(n > 0)
}

/// The roles of a user, in the order in which they were given.
pub fn grants(conn: &mut AnyConn, user: UserId) -> Result<Vec<Grant>, DbError> {
    let rows: Vec<(Role, Option<i64>, Option<i64>)> = on_each!(conn, |c| staff_grant::table
        .filter(staff_grant::user_id.eq(user.0))
        .order(staff_grant::id.asc())
        .select((staff_grant::role, staff_grant::platform_id, staff_grant::identity_id))
        .load(c))?;
    let grant = |(role, platform, by): (Role, Option<i64>, Option<i64>)| Grant { role, platform: platform.map(PlatformId), by: by.map(IdentityId) };
    Ok(rows.into_iter().map(grant).collect())
}

/// The roles that hold in a sign-in: those given by hand, and those of the identity that it came by.
pub fn grants_in(conn: &mut AnyConn, user: UserId, by: Option<IdentityId>) -> Result<Grants, DbError> {
    let held = grants(conn, user)?.into_iter().filter(|grant| grant.by.is_none() || grant.by == by);
    Ok(Grants(held.map(|grant| (grant.role, grant.platform)).collect()))
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

/// Keeps a secret with the sign-in that asked for it, or forgets it.
pub fn keep_offer(tx: &mut Tx<'_>, hash: &str, offer: Option<&str>) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(login::table.find(hash)).set(login::totp_offer.eq(offer)).execute(c))?;
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
