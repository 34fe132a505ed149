//! Brings the tables up to date. The migrations are in the binary, one folder for each database, in pairs.
//!
//! Processes that start together take turns: one runs the migrations, the others then find nothing left to run.

use std::time::Duration;

use diesel::backend::Backend;
use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::pg::Pg;
use diesel::sql_types::Text;
use diesel::sqlite::Sqlite;
use diesel::{PgConnection, QueryableByName, RunQueryDsl, sql_query};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{AnyConn, Use, open};
use super::errors::DbError;
use super::file;
use super::url::DatabaseUrl;
use crate::on_each;

const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");
/// How long a process waits for its turn. Migrations of large tables take their time.
const PATIENCE: Duration = Duration::from_secs(300);
/// Names the turn on PostgreSQL: "qdmigrat" in ASCII.
const TURN: i64 = 0x7164_6d69_6772_6174;

/// Runs what has not run yet and names it. Safe while another process serves: migrations only add.
pub fn migrate(url: &DatabaseUrl) -> Result<Vec<String>, DbError> {
    // Before the file is opened for the first time: switching a new one to WAL does not wait for others either.
    let _turn = match url {
        DatabaseUrl::Sqlite(path) => {
            file::make(path)?;
            file::turn(file::folder(path), PATIENCE)?
        }
        DatabaseUrl::Postgres(_) => None,
    };
    match open(url, Use::Write)? {
        AnyConn::Sqlite(mut c) => Ok(names(c.run_pending_migrations(SQLITE).map_err(failed)?)),
        AnyConn::Pg(mut c) => {
            take_turn(&mut c)?;
            let ran = c.run_pending_migrations(POSTGRES).map(names).map_err(failed);
            sql_query(format!("SELECT pg_advisory_unlock({TURN})")).execute(&mut c)?;
            ran
        }
    }
}

/// Waits until no other process migrates. The turn belongs to the connection and ends with it.
fn take_turn(c: &mut PgConnection) -> Result<(), DbError> {
    c.batch_execute(&format!("SET lock_timeout = '{}s'", PATIENCE.as_secs()))?;
    sql_query(format!("SELECT pg_advisory_lock({TURN})")).execute(c)?;
    // A migration itself must not queue for long in front of those who are being served.
    c.batch_execute("SET lock_timeout = '10s'")?;
    Ok(())
}

fn names<V: ToString>(ran: Vec<V>) -> Vec<String> {
    ran.iter().map(ToString::to_string).collect()
}

fn failed(e: Box<dyn std::error::Error + Send + Sync>) -> DbError {
    DbError::Other(format!("migration failed: {e}"))
}

#[derive(QueryableByName)]
struct Known {
    #[diesel(sql_type = Text)]
    version: String,
}

/// Whether a migration has yet to run. Only reads, unlike diesel's own look, which makes its table when it is missing.
pub fn is_behind(conn: &mut AnyConn) -> Result<bool, DbError> {
    let (list, wanted) = match conn {
        AnyConn::Pg(_) => {
            ("SELECT relname::text AS version FROM pg_class WHERE oid = to_regclass('__diesel_schema_migrations')", versions::<Pg>(&POSTGRES))
        }
        AnyConn::Sqlite(_) => ("SELECT name AS version FROM sqlite_master WHERE name = '__diesel_schema_migrations'", versions::<Sqlite>(&SQLITE)),
    };
    let tables: Vec<Known> = on_each!(&mut *conn, |c| sql_query(list).load(c))?;
    if tables.is_empty() {
        return Ok(true);
    }
    let ran: Vec<Known> = on_each!(conn, |c| sql_query("SELECT version FROM __diesel_schema_migrations").load(c))?;
    Ok(wanted?.iter().any(|version| !ran.iter().any(|known| known.version == *version)))
}

fn versions<D: Backend>(all: &EmbeddedMigrations) -> Result<Vec<String>, DbError> {
    let migrations = MigrationSource::<D>::migrations(all).map_err(|e| DbError::Other(e.to_string()))?;
    Ok(migrations.iter().map(|migration| migration.name().version().to_string()).collect())
}
