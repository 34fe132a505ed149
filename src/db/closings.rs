//! Closed quarters: rows are added and read, never changed. What a fingerprint is made of is not known here.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{closing, organisation, platform};
use super::types::Ts;
use crate::domain::edition::Edition;
use crate::domain::ids::{OrganisationId, PlatformId};
use crate::on_each;

/// A closing.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = closing)]
#[allow(missing_docs)]
pub struct Row {
    pub id: i64,
    pub platform_id: PlatformId,
    /// Its place in the platform's chain: from 1, without gaps.
    pub number: i32,
    pub edition: Edition,
    /// From 1 for each quarter, without gaps.
    pub revision: i32,
    /// Whether the quarter is closed by it; else it is what stood before names went while the quarter was not over.
    pub is_final: bool,
    pub closed_at: Ts,
    /// As the journal has it: `user:7`, `operator`, `system`.
    pub actor: String,
    /// Why; empty where nobody had to say.
    pub reason: String,
    /// SHA-256 of the content, hexadecimal.
    pub digest: String,
    /// The fingerprint of the closing before it in the chain; empty for the first.
    pub before: String,
    /// SHA-256 of all this but the content, hexadecimal.
    pub fingerprint: String,
    /// Ed25519 over what the fingerprint is made of.
    pub signature: String,
    /// The public half of the key that signed.
    pub key: String,
    /// What was frozen, as JSON.
    pub content: String,
}

/// Keeps everybody else from closing quarters of this platform, and from making or publishing events of it, until the transaction ends.
pub fn lock(tx: &mut Tx<'_>, of: PlatformId) -> Result<(), DbError> {
    match &mut **tx {
        AnyConn::Pg(c) => platform::table.find(of.0).select(platform::id).for_no_key_update().get_result::<i64>(c).map(drop)?,
        // There is one writer.
        AnyConn::Sqlite(_) => {}
    }
    Ok(())
}

/// Adds one.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(closing::table).values(row).execute(c))?;
    Ok(())
}

/// The last of a platform's chain: its number and fingerprint; nought and nothing when there is none.
pub fn head(conn: &mut AnyConn, of: PlatformId) -> Result<(i32, String), DbError> {
    let last = closing::table.filter(closing::platform_id.eq(of.0)).order(closing::number.desc()).limit(1);
    let found: Vec<(i32, String)> = on_each!(conn, |c| last.select((closing::number, closing::fingerprint)).load(c))?;
    Ok(found.into_iter().next().unwrap_or_default())
}

/// The revisions of a quarter, oldest first.
pub fn of_edition(conn: &mut AnyConn, of: PlatformId, edition: Edition) -> Result<Vec<Row>, DbError> {
    let theirs = closing::table.filter(closing::platform_id.eq(of.0).and(closing::edition.eq(edition)));
    Ok(on_each!(conn, |c| theirs.order(closing::revision.asc()).load(c))?)
}

/// A platform's chain after that number, so many at most.
pub fn chain(conn: &mut AnyConn, of: PlatformId, after: i32, limit: i64) -> Result<Vec<Row>, DbError> {
    let theirs = closing::table.filter(closing::platform_id.eq(of.0).and(closing::number.gt(after)));
    Ok(on_each!(conn, |c| theirs.order(closing::number.asc()).limit(limit).load(c))?)
}

/// The same without what was frozen: content is empty.
pub fn chain_without_content(conn: &mut AnyConn, of: PlatformId, after: i32, limit: i64) -> Result<Vec<Row>, DbError> {
    let theirs = closing::table.filter(closing::platform_id.eq(of.0).and(closing::number.gt(after)));
    let chain = theirs.order(closing::number.asc()).limit(limit).select((
        (closing::id, closing::platform_id, closing::number, closing::edition, closing::revision, closing::is_final, closing::closed_at),
        (closing::actor, closing::reason, closing::digest, closing::before, closing::fingerprint, closing::signature, closing::key),
    ));
    let rows: Vec<(Place, Said)> = on_each!(conn, |c| chain.load(c))?;
    let row = |((id, platform_id, number, edition, revision, is_final, closed_at), said): (Place, Said)| {
        let ((actor, reason, digest, before, fingerprint, signature, key), content) = (said, String::new());
        Row { id, platform_id, number, edition, revision, is_final, closed_at, actor, reason, digest, before, fingerprint, signature, key, content }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Where a closing stands, in the order of [`Row`].
type Place = (i64, PlatformId, i32, Edition, i32, bool, Ts);
/// What it says, in the same order.
type Said = (String, String, String, String, String, String, String);

/// What holds: of each closed quarter of these platforms (all when `None`), both ends included, the last revision.
pub fn in_force(conn: &mut AnyConn, of: Option<&[PlatformId]>, from: Edition, to: Edition) -> Result<HashMap<(PlatformId, Edition), Row>, DbError> {
    let rows: Vec<Row> = on_each!(conn, |c| {
        let mut query = closing::table.filter(closing::is_final.eq(true)).into_boxed();
        if let Some(of) = of {
            query = query.filter(closing::platform_id.eq_any(of.iter().map(|p| p.0).collect::<Vec<_>>()));
        }
        query = query.filter(closing::edition.ge(from.to_string()).and(closing::edition.le(to.to_string())));
        query.order(closing::revision.asc()).load(c)
    })?;
    Ok(rows.into_iter().map(|row| ((row.platform_id, row.edition), row)).collect())
}

/// Of quarters of these platforms, both ends included, the last thing that was kept while they were not closed.
pub fn interim(conn: &mut AnyConn, of: &[PlatformId], from: Edition, to: Edition) -> Result<HashMap<(PlatformId, Edition), Row>, DbError> {
    let of: Vec<i64> = of.iter().map(|platform| platform.0).collect();
    let span = closing::edition.ge(from.to_string()).and(closing::edition.le(to.to_string()));
    let kept = closing::table.filter(closing::is_final.eq(false).and(closing::platform_id.eq_any(of)).and(span));
    let rows: Vec<Row> = on_each!(conn, |c| kept.order(closing::revision.asc()).load(c))?;
    Ok(rows.into_iter().map(|row| ((row.platform_id, row.edition), row)).collect())
}

/// Quarters of which something was kept, and which were not closed.
pub fn left_open(conn: &mut AnyConn) -> Result<BTreeSet<(PlatformId, Edition)>, DbError> {
    let rows: Vec<(PlatformId, Edition, bool)> =
        on_each!(conn, |c| closing::table.select((closing::platform_id, closing::edition, closing::is_final)).load(c))?;
    let closed: BTreeSet<(PlatformId, Edition)> = rows.iter().filter(|row| row.2).map(|row| (row.0, row.1)).collect();
    Ok(rows.into_iter().map(|row| (row.0, row.1)).filter(|quarter| !closed.contains(quarter)).collect())
}

/// Whether a quarter is closed.
pub fn is_closed(conn: &mut AnyConn, of: PlatformId, edition: Edition) -> Result<bool, DbError> {
    let theirs = closing::table.filter(closing::platform_id.eq(of.0).and(closing::edition.eq(edition)).and(closing::is_final.eq(true)));
    let n: i64 = on_each!(conn, |c| theirs.count().get_result(c))?;
    Ok(n > 0)
}

/// Of which organisation one that was merged became part.
pub fn merged(conn: &mut AnyConn) -> Result<HashMap<OrganisationId, OrganisationId>, DbError> {
    let rows: Vec<(OrganisationId, Option<OrganisationId>)> = on_each!(conn, |c| {
        organisation::table.filter(organisation::merged_into.is_not_null()).select((organisation::id, organisation::merged_into)).load(c)
    })?;
    Ok(rows.into_iter().filter_map(|(id, into)| Some((id, into?))).collect())
}
