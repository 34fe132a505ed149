//! What was removed leaves SQLite's file, too. A page that was rearranged keeps copies that no overwriting reaches: where something was
//! removed the file is owed to be written anew, and that stands in the file itself, from the transaction that removed it until it was done.
//! PostgreSQL does it in its own time. It must not know what was removed.

use diesel::QueryableByName;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Integer;
use diesel::sqlite::SqliteConnection;

use super::connection::{AnyConn, Use, open};
use super::door::Tx;
use super::errors::DbError;
use super::url::DatabaseUrl;

/// How often the log of writes is tried to be emptied while somebody reads from it.
const TRIES: u8 = 3;

/// How often something was removed since the file was written anew.
#[derive(QueryableByName)]
struct Owed {
    #[diesel(sql_type = Integer)]
    user_version: i32,
}

/// What SQLite answers to a checkpoint.
#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = Integer)]
    busy: i32,
}

/// Notes that this transaction removes something that must leave the file.
pub(super) fn owe(tx: &mut Tx<'_>) -> Result<(), DbError> {
    if let AnyConn::Sqlite(conn) = &mut **tx {
        let next = owed(conn)?.checked_add(1).unwrap_or(1);
        conn.batch_execute(&format!("PRAGMA user_version = {next}"))?;
    }
    Ok(())
}

/// Writes the file anew where that is owed, and empties the log of writes. Writers wait for the first; whoever reads all the while keeps
/// their part of the log until the next time: a warning says so.
pub(super) fn scrub(url: &DatabaseUrl) -> Result<(), DbError> {
    if url.is_postgres() {
        return Ok(());
    }
    let AnyConn::Sqlite(mut conn) = open(url, Use::Write)? else { return Ok(()) };
    let seen = owed(&mut conn)?;
    // The copy goes to a file: in memory it would be as large as the database.
    let written = if seen == 0 { Ok(()) } else { conn.batch_execute("PRAGMA temp_store = FILE; VACUUM") };
    // Also when that failed: the log is what has grown.
    empty_log(&mut conn)?;
    written?;
    if seen != 0 {
        settle(&mut conn, seen)?;
        empty_log(&mut conn)?;
    }
    Ok(())
}

/// Nothing is owed any more, unless something was removed meanwhile.
fn settle(conn: &mut SqliteConnection, seen: i32) -> Result<(), DbError> {
    conn.batch_execute("PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE")?;
    let settled = owed(conn).and_then(|now| if now == seen { Ok(conn.batch_execute("PRAGMA user_version = 0")?) } else { Ok(()) });
    conn.batch_execute(if settled.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    settled
}

fn owed(conn: &mut SqliteConnection) -> Result<i32, DbError> {
    let owed: Owed = diesel::sql_query("PRAGMA user_version").get_result(conn)?;
    Ok(owed.user_version)
}

fn empty_log(conn: &mut SqliteConnection) -> Result<(), DbError> {
    conn.batch_execute("PRAGMA busy_timeout = 1000")?;
    for _ in 0..TRIES {
        // That somebody reads is no fault to SQLite, but an answer.
        let told: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(conn)?;
        if told.busy == 0 {
            return Ok(());
        }
    }
    tracing::warn!("SQLite's log of writes is being read from and still holds what was removed; it is emptied the next time");
    Ok(())
}
