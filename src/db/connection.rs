//! One connection type over both databases, opened by URL and set up the same way every time.

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection};

use super::errors::DbError;
use super::url::DatabaseUrl;

/// A connection to either database.
///
/// Not diesel's `MultiConnection`: that renders every statement anew, lacks upserts and batch inserts, and costs minutes of
/// compile time; see docs/decisions. Queries are written once and run through [`on_each!`].
pub enum AnyConn {
    /// PostgreSQL.
    Pg(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Runs one body on the concrete connection: a query is written once and compiled for both databases.
#[macro_export]
macro_rules! on_each {
    ($conn:expr, |$x:ident| $body:expr) => {
        match $conn {
            $crate::db::AnyConn::Pg($x) => $body,
            $crate::db::AnyConn::Sqlite($x) => $body,
        }
    };
}

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The writer's.
    Write,
    /// A reader's: the database itself refuses writes on it.
    Read,
}

/// Opens and sets up one connection.
pub fn open(url: &DatabaseUrl, purpose: Use) -> Result<AnyConn, DbError> {
    match url {
        DatabaseUrl::Sqlite(path) => {
            let mut conn = SqliteConnection::establish(path).map_err(|e| DbError::Unavailable(format!("cannot open SQLite file {path}: {e}")))?;
            // What is removed is overwritten: names must not stay in the file. FULL: in WAL mode NORMAL may lose the last commits at a power cut.
            conn.batch_execute(
                "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;",
            )?;
            if purpose == Use::Read {
                // Half a MiB each, a quarter of what is usual: the machine keeps the file's pages for all of them.
                conn.batch_execute("PRAGMA query_only = ON; PRAGMA cache_size = -500;")?;
            }
            Ok(AnyConn::Sqlite(conn))
        }
        DatabaseUrl::Postgres(text) => {
            let mut conn = PgConnection::establish(text).map_err(|e| DbError::Unavailable(format!("cannot connect to PostgreSQL: {e}")))?;
            conn.batch_execute("SET TIME ZONE 'UTC'; SET synchronous_commit = on; SET lock_timeout = '10s'; SET client_min_messages = warning;")?;
            // The writer finds every row by an index, and due work in the order of one. Without fresh statistics, as in a burst,
            // PostgreSQL takes what waits for little, and would read and sort all of it to take the first few. A scan that cannot be
            // avoided looks so dear then that PostgreSQL would compile it first.
            let of_its_own = match purpose {
                Use::Write => "SET enable_seqscan = off; SET enable_bitmapscan = off; SET jit = off;",
                Use::Read => "SET default_transaction_read_only = on;",
            };
            conn.batch_execute(of_its_own)?;
            Ok(AnyConn::Pg(conn))
        }
    }
}

impl AnyConn {
    /// Whether this is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Pg(_))
    }

    /// Whether the server answers.
    pub(super) fn answers(&mut self) -> bool {
        on_each!(self, |c| diesel::sql_query("SELECT 1").execute(c)).is_ok()
    }

    /// Whether it was left in a transaction that cannot be ended.
    pub(super) fn is_broken(&mut self) -> bool {
        on_each!(self, |c| AnsiTransactionManager::is_broken_transaction_manager(c))
    }
}
