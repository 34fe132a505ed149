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
#[diesel(table_name = api_token)]
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
#[diesel(table_name = api_answer)]
#[allow(missing_docs)]
pub struct Answer {
    pub token_id: ApiTokenId,
    pub key: String,
    /// SHA-256 of method, path and body: another request under the same key is an error.
    pub request_hash: String,
    pub status: i32,
    pub body: String,
    pub created_at: Ts,
}

/// Adds a token.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(api_token::table).values(row).execute(c))?;
    Ok(())
}

/// A token by its hash, unless disabled.
pub fn by_hash(conn: &mut AnyConn, hash: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| api_token::table.filter(api_token::token_hash.eq(hash).and(api_token::disabled_at.is_null())).first(c).optional())?)
}

/// The answer kept under a key.
pub fn answer(conn: &mut AnyConn, token: ApiTokenId, key: &str) -> Result<Option<Answer>, DbError> {
    Ok(on_each!(conn, |c| api_answer::table.find((token.0, key)).first(c).optional())?)
}

/// Keeps an answer.
pub fn keep_answer(tx: &mut Tx<'_>, answer: &Answer) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(api_answer::table).values(answer).execute(c))?;
    Ok(())
}

/// Forgets answers older than `before`.
pub fn purge_answers(tx: &mut Tx<'_>, before: Instant) -> Result<usize, DbError> {
    Ok(on_each!(&mut **tx, |c| diesel::delete(api_answer::table.filter(api_answer::created_at.le(Ts::from(before)))).execute(c))?)
}
