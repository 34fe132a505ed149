//! The journal: entries are added and read, never changed. What a seal is made of is not known here.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{journal, journal_head};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{EventId, PlatformId};
use crate::domain::journal::Deed;
use crate::on_each;

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = journal, treat_none_as_default_value = false)]
pub struct Row {
    /// From 1, without gaps.
    pub number: i64,
    /// When.
    pub at: Ts,
    /// Who: `user:7`, `token:3`, `person`, `operator`, `system`.
    pub actor: String,
    /// What was done.
    pub deed: Deed,
    /// On which platform, where it was one alone.
    pub platform_id: Option<PlatformId>,
    /// At which event, where it was one.
    pub event_id: Option<EventId>,
    /// To what: `event:qctr-2026-q4`, `registration:<reference>`, `user:7` …
    pub subject: String,
    /// What was, as a JSON object of what differs.
    pub was: String,
    /// What became of it, likewise.
    pub became: String,
    /// Made of this entry and the seal before it.
    pub seal: String,
}

/// The last entry's number and seal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable)]
pub struct Head {
    /// Number; nought when nothing was written down yet.
    pub number: i64,
    /// Seal.
    pub seal: String,
}

const ONLY: i64 = 1;

/// The last entry, for reading.
pub fn head(conn: &mut AnyConn) -> Result<Head, DbError> {
    let head = journal_head::table.find(ONLY).select((journal_head::number, journal_head::seal));
    Ok(on_each!(conn, |c| head.get_result(c))?)
}

/// The last entry, for adding the next: other processes wait until this transaction is over.
pub fn head_for_adding(tx: &mut Tx<'_>) -> Result<Head, DbError> {
    let head = journal_head::table.find(ONLY).select((journal_head::number, journal_head::seal));
    Ok(match &mut **tx {
        AnyConn::Pg(c) => head.for_update().get_result(c)?,
        AnyConn::Sqlite(c) => head.get_result(c)?,
    })
}

/// Adds the entry that follows the last one.
pub fn add(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(journal::table).values(row).execute(c))?;
    let values = (journal_head::number.eq(row.number), journal_head::seal.eq(&row.seal));
    on_each!(&mut **tx, |c| diesel::update(journal_head::table.find(ONLY)).set(values).execute(c))?;
    Ok(())
}

/// Entries after that number, in their order.
pub fn after(conn: &mut AnyConn, number: i64, limit: i64) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| journal::table.filter(journal::number.gt(number)).order(journal::number.asc()).limit(limit).load(c))?)
}

/// All that was told of something that is rarely done on a platform, oldest first.
pub fn all_of(conn: &mut AnyConn, platform: PlatformId, deed: Deed) -> Result<Vec<Row>, DbError> {
    let theirs = journal::table.filter(journal::platform_id.eq(platform.0).and(journal::deed.eq(deed.code())));
    Ok(on_each!(conn, |c| theirs.order(journal::number.asc()).load(c))?)
}

/// Which entries are looked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only of these platforms; `None` means all.
    pub platforms: Option<Vec<PlatformId>>,
    /// Also what belongs to no platform: users, tokens, catalogues.
    pub with_general: bool,
    /// Only this deed.
    pub deed: Option<Deed>,
    /// Only by this actor.
    pub actor: Option<String>,
    /// Only at this event.
    pub event: Option<EventId>,
    /// Only about this.
    pub subject: Option<String>,
    /// Only older than this entry: when and number.
    pub older_than: Option<(Instant, i64)>,
}

/// Entries, newest first.
pub fn list(conn: &mut AnyConn, filter: &Filter, limit: i64) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| {
        let mut query = journal::table.into_boxed();
        if let Some(platforms) = &filter.platforms {
            query = query.filter(journal::platform_id.eq_any(platforms.iter().map(|p| p.0).collect::<Vec<_>>()));
        }
        if !filter.with_general {
            query = query.filter(journal::platform_id.is_not_null());
        }
        if let Some(event) = filter.event {
            query = query.filter(journal::event_id.eq(event.0));
        }
        if let Some(deed) = filter.deed {
            query = query.filter(journal::deed.eq(deed.code()));
        }
        if let Some(actor) = &filter.actor {
            query = query.filter(journal::actor.eq(actor.clone()));
        }
        if let Some(subject) = &filter.subject {
            query = query.filter(journal::subject.eq(subject.clone()));
        }
        if let Some((at, number)) = filter.older_than {
            let at = Ts::from(at);
            query = query.filter(journal::at.lt(at).or(journal::at.eq(at).and(journal::number.lt(number))));
        }
        query.order((journal::at.desc(), journal::number.desc())).limit(limit).load(c)
    })?)
}
