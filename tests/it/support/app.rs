//! The use cases called directly, for what has no outside yet or needs a clock of its own.

use std::sync::Arc;

use quarterdeck::app::secrets::Secrets;
use quarterdeck::app::{App, Settings};
use quarterdeck::clock::Clock;
use quarterdeck::db::{DatabaseUrl, Db, Limits};

/// The application on a migrated database. The secret is not the service's: links made here open nothing there.
pub fn open(url: &str, clock: Clock) -> App {
    let url = DatabaseUrl::parse(url).expect("a URL");
    let limits = Limits { readers: 2, writers: 1, queue: 64 };
    let db = Db::open(&url, limits, clock.clone()).expect("a database");
    let secrets = Arc::new(Secrets::new(&[7; 32]).expect("a secret"));
    App { db, clock, secrets, settings: Arc::new(Settings::default()) }
}
