//! Brings the tables up to date. The migrations are in the binary, one folder for each database, in pairs.

use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{AnyConn, Use, open};
use super::errors::DbError;
use super::url::DatabaseUrl;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Runs what has not run yet and names it. Safe while another process serves: migrations only add.
pub fn migrate(url: &DatabaseUrl) -> Result<Vec<String>, DbError> {
    if let DatabaseUrl::Sqlite(path) = url
        && let Some(folder) = std::path::Path::new(path).parent().filter(|f| !f.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder).map_err(|e| DbError::Unavailable(format!("cannot create {}: {e}", folder.display())))?;
    }
    let fault = |e: Box<dyn std::error::Error + Send + Sync>| DbError::Other(format!("migration failed: {e}"));
    let mut conn = open(url, Use::Write)?;
    let ran = match &mut conn {
        AnyConn::Pg(c) => c.run_pending_migrations(POSTGRES).map_err(fault)?.iter().map(ToString::to_string).collect(),
        AnyConn::Sqlite(c) => c.run_pending_migrations(SQLITE).map_err(fault)?.iter().map(ToString::to_string).collect(),
    };
    Ok(ran)
}

/// Whether a migration has yet to run.
pub fn is_behind(conn: &mut AnyConn) -> Result<bool, DbError> {
    let fault = |e: Box<dyn std::error::Error + Send + Sync>| DbError::Other(e.to_string());
    match conn {
        AnyConn::Pg(c) => c.has_pending_migration(POSTGRES).map_err(fault),
        AnyConn::Sqlite(c) => c.has_pending_migration(SQLITE).map_err(fault),
    }
}
