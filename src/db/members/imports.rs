//! What imports wrote, so that each can be undone as a whole for a while.

use diesel::prelude::*;

use crate::clock::Instant;
use crate::db::bulk::Bulk;
use crate::db::connection::AnyConn;
use crate::db::door::Tx;
use crate::db::errors::DbError;
use crate::db::schema::{member_import, member_import_row};
use crate::db::scrub;
use crate::db::types::Ts;
use crate::domain::ids::{ImportId, MemberId, PlatformId, Reference};
use crate::{bulk, on_each};

/// An import.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = member_import, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Import {
    pub id: ImportId,
    /// Its public identity.
    pub reference: Reference,
    pub platform_id: PlatformId,
    pub at: Ts,
    /// By whom: `user:<row>`, `token:<row>`, `operator`.
    pub actor: String,
    pub added: i32,
    pub changed: i32,
    pub undone_at: Option<Ts>,
}

/// One mandate that an import wrote.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = member_import_row, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct ImportRow {
    pub id: i64,
    pub import_id: ImportId,
    pub member_id: MemberId,
    /// The mandate's revision after it: another one means that somebody changed it since.
    pub revision: i32,
    /// The member before it, as JSON; `None` for who was new.
    pub was: Option<String>,
}

bulk!(member_import_row, ImportRow { id, import_id, member_id, revision, was });

/// Writes down what an import did.
pub fn insert_import(tx: &mut Tx<'_>, import: &Import, rows: &[ImportRow]) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(member_import::table).values(import).execute(c))?;
    ImportRow::insert_all(tx, rows)
}

/// The last imports of a platform, newest first.
pub fn imports(conn: &mut AnyConn, platform: PlatformId, limit: i64) -> Result<Vec<Import>, DbError> {
    Ok(on_each!(conn, |c| member_import::table
        .filter(member_import::platform_id.eq(platform.0))
        .order((member_import::at.desc(), member_import::id.desc()))
        .limit(limit)
        .load(c))?)
}

/// An import of a platform by its public identity.
pub fn import_by_reference(conn: &mut AnyConn, platform: PlatformId, reference: &Reference) -> Result<Option<Import>, DbError> {
    let named = member_import::reference.eq(reference.as_str()).and(member_import::platform_id.eq(platform.0));
    Ok(on_each!(conn, |c| member_import::table.filter(named).get_result(c).optional())?)
}

/// What an import wrote.
pub fn import_rows(conn: &mut AnyConn, import: ImportId) -> Result<Vec<ImportRow>, DbError> {
    Ok(on_each!(conn, |c| member_import_row::table.filter(member_import_row::import_id.eq(import.0)).order(member_import_row::id.asc()).load(c))?)
}

/// Notes that an import was undone; what it remembered goes.
pub fn mark_undone(tx: &mut Tx<'_>, import: ImportId, now: Instant) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(member_import::table.find(import.0)).set(member_import::undone_at.eq(Ts::from(now))).execute(c))?;
    on_each!(&mut **tx, |c| diesel::delete(member_import_row::table.filter(member_import_row::import_id.eq(import.0))).execute(c))?;
    scrub::owe(tx)
}

/// Forgets what imports before that moment wrote: they can no longer be undone. Answers how many rows went.
pub fn purge_imports(tx: &mut Tx<'_>, before: Instant) -> Result<usize, DbError> {
    let old = member_import::table.filter(member_import::at.lt(Ts::from(before))).select(member_import::id);
    let n = on_each!(&mut **tx, |c| diesel::delete(member_import_row::table.filter(member_import_row::import_id.eq_any(old))).execute(c))?;
    if n > 0 {
        scrub::owe(tx)?;
    }
    Ok(n)
}
