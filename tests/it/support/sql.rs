//! The database as an outsider sees it: plain SQL, to set a scene or to count what is stored. The same text for both kinds.

use diesel::connection::SimpleConnection;
use diesel::sql_types::{BigInt, Binary, Nullable, Text};
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use quarterdeck::clock::Instant;

/// A connection of the test's own.
pub enum Sql {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    value: i64,
}

#[derive(QueryableByName)]
struct Word {
    #[diesel(sql_type = Nullable<Text>)]
    value: Option<String>,
}

#[derive(QueryableByName)]
struct Octets {
    #[diesel(sql_type = Binary)]
    value: Vec<u8>,
}

impl Sql {
    /// Connects to a database by the URL the service uses.
    pub fn open(url: &str) -> Self {
        match url.strip_prefix("sqlite:") {
            Some(path) => {
                let mut c = SqliteConnection::establish(path).unwrap_or_else(|e| panic!("{path}: {e}"));
                c.batch_execute("PRAGMA busy_timeout = 20000; PRAGMA foreign_keys = ON").expect("pragmas");
                Self::Sqlite(c)
            }
            None => Self::Postgres(PgConnection::establish(url).unwrap_or_else(|e| panic!("{url}: {e}"))),
        }
    }

    /// Runs statements.
    pub fn run(&mut self, sql: &str) {
        let done = match self {
            Self::Sqlite(c) => c.batch_execute(sql),
            Self::Postgres(c) => c.batch_execute(sql),
        };
        done.unwrap_or_else(|e| panic!("{sql}: {e}"));
    }

    /// One whole number; the query names it `value`.
    pub fn number(&mut self, query: &str) -> i64 {
        let found: Result<Number, _> = match self {
            Self::Sqlite(c) => sql_query(query).get_result(c),
            Self::Postgres(c) => sql_query(query).get_result(c),
        };
        found.unwrap_or_else(|e| panic!("{query}: {e}")).value
    }

    /// One value of octets; the query names it `value`.
    pub fn octets(&mut self, query: &str) -> Vec<u8> {
        let found: Result<Octets, _> = match self {
            Self::Sqlite(c) => sql_query(query).get_result(c),
            Self::Postgres(c) => sql_query(query).get_result(c),
        };
        found.unwrap_or_else(|e| panic!("{query}: {e}")).value
    }

    /// How many rows of a table meet a condition.
    pub fn count(&mut self, table: &str, condition: &str) -> i64 {
        self.number(&format!("SELECT count(*) AS value FROM {table} WHERE {condition}"))
    }

    /// A column of text, in the query's order; NULL reads as empty. The query names it `value`.
    pub fn words(&mut self, query: &str) -> Vec<String> {
        let found: Result<Vec<Word>, _> = match self {
            Self::Sqlite(c) => sql_query(query).load(c),
            Self::Postgres(c) => sql_query(query).load(c),
        };
        found.unwrap_or_else(|e| panic!("{query}: {e}")).into_iter().map(|w| w.value.unwrap_or_default()).collect()
    }
}

/// A moment as both databases take it in a literal, quotes included.
pub fn moment(at: Instant) -> String {
    format!("'{}'", at.naive_utc().format("%Y-%m-%d %H:%M:%S%.6f"))
}

/// Text as a literal.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
