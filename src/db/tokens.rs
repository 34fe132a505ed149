//! API tokens, and the answers kept so that a repeated unsafe call gets the first one again.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{api_answer, api_token};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{ApiTokenId, PlatformId};
use crate::domain::staff::Role;
use crate::on_each;

/// An API token's row; the token itself is shown once and never stored.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = api_token, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Row {
    pub id: ApiTokenId,
    pub name: String,
    pub token_hash: String,
    pub role: Role,
    pub platform_id: Option<PlatformId>,
    pub created_at: Ts,
    pub disabled_at: Option<Ts>,
}

/// A kept answer.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = api_answer, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Answer {
    pub token_id: ApiTokenId,
    pub key: String,
    /// SHA-256 of method, path and body: another request under the same key is an error.
    pub request_hash: String,
    pub status: i32,
    pub body: String,
    pub created_at: Ts,
    /// Where the thing is that the call made.
    pub location: Option<String>,
}

/// The row of a key that is held since a moment and has no answer yet.
macro_rules! unanswered {
    ($token:expr, $key:expr, $held:expr) => {
        api_answer::table.find(($token.0, $key)).filter(api_answer::status.eq(0).and(api_answer::created_at.eq($held)))
    };
}

/// Adds a token.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(api_token::table).values(row).execute(c))?;
    Ok(())
}

/// All tokens by name, and by age where a name is left.
pub fn all(conn: &mut AnyConn) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| api_token::table.order((api_token::name.asc(), api_token::id.asc())).load(c))?)
}

/// Shuts a token out; `false` when there is none of this name. Shut out twice, the first moment stays.
pub fn disable(tx: &mut Tx<'_>, name: &str, now: Instant) -> Result<bool, DbError> {
    let named = api_token::name.eq(name);
    let known: i64 = on_each!(&mut **tx, |c| api_token::table.filter(named).count().get_result(c))?;
    on_each!(&mut **tx, |c| diesel::update(api_token::table.filter(named.and(api_token::disabled_at.is_null())))
        .set(api_token::disabled_at.eq(Ts::from(now)))
        .execute(c))?;
    Ok(known > 0)
}

/// A token by its hash, unless disabled.
pub fn by_hash(conn: &mut AnyConn, hash: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| api_token::table.filter(api_token::token_hash.eq(hash).and(api_token::disabled_at.is_null())).get_result(c).optional())?)
}

/// The answer kept under a key.
pub fn answer(conn: &mut AnyConn, token: ApiTokenId, key: &str) -> Result<Option<Answer>, DbError> {
    Ok(on_each!(conn, |c| api_answer::table.find((token.0, key)).get_result(c).optional())?)
}

/// Takes a key: a row without an answer yet (status 0).
pub fn claim(tx: &mut Tx<'_>, claim: &Answer) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(api_answer::table).values(claim).execute(c))?;
    Ok(())
}

/// Takes over a key whose holder never answered, if nobody else did since `seen`.
pub fn take_over(tx: &mut Tx<'_>, claim: &Answer, seen: Ts) -> Result<bool, DbError> {
    let n = on_each!(&mut **tx, |c| diesel::update(unanswered!(claim.token_id, &claim.key, seen))
        .set(api_answer::created_at.eq(claim.created_at))
        .execute(c))?;
    Ok(n > 0)
}

/// What an answer under a key says.
#[derive(Clone, Debug, PartialEq, Eq, AsChangeset)]
#[diesel(table_name = api_answer)]
#[allow(missing_docs)]
pub struct Said {
    pub status: i32,
    pub body: String,
    pub location: Option<String>,
}

/// Writes the answer under a key that is still held since `held`; nothing happens when somebody else holds it now.
pub fn keep_answer(tx: &mut Tx<'_>, token: ApiTokenId, key: &str, held: Ts, said: &Said) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(unanswered!(token, key, held)).set(said).execute(c))?;
    Ok(())
}

/// Gives a key back without an answer.
pub fn drop_claim(tx: &mut Tx<'_>, token: ApiTokenId, key: &str, held: Ts) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::delete(unanswered!(token, key, held)).execute(c))?;
    Ok(())
}

/// Forgets answers older than `before`.
pub fn purge_answers(tx: &mut Tx<'_>, before: Instant) -> Result<usize, DbError> {
    Ok(on_each!(&mut **tx, |c| diesel::delete(api_answer::table.filter(api_answer::created_at.le(Ts::from(before)))).execute(c))?)
}
