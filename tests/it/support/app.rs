//! The use cases called directly, for what has no outside yet or needs a clock of its own.

use std::sync::Arc;

use quarterdeck::app::secrets::Secrets;
use quarterdeck::app::{App, Settings};
use quarterdeck::clock::Clock;
use quarterdeck::db::{DatabaseUrl, Db, Limits};

/// The secret of every service and application under test: both seal one journal.
pub const SECRET: &[u8] = b"of the tests alone: 0123456789abcdefghij";

/// The application on a migrated database.
pub fn open(url: &str, clock: Clock) -> App {
    let url = DatabaseUrl::parse(url).expect("a URL");
    let limits = Limits { readers: 2, writers: 1, queue: 64 };
    let db = Db::open(&url, limits, clock.clone()).expect("a database");
    let secrets = Arc::new(Secrets::new(SECRET).expect("a secret"));
    App { db, clock, secrets, settings: Arc::new(Settings::default()), passes: Arc::default() }
}
