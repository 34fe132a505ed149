//! The door to the database, and the only place that knows diesel.
//!
//! `write` and `submit` go through the one writer (see [`door`]); `read` uses connections of its own, on which the
//! database itself refuses writes. One file per table family holds its queries, written once for both databases.
//!
//! A look-up by something unique ends with `get_result`, never `first`: that adds `LIMIT ?`, and SQLite plans a statement with
//! a bound limit anew each time it is run, which took a third of the writer's time.

mod bell;
pub mod bulk;
mod connection;
mod door;
pub mod errors;
mod file;
mod ids;
pub mod migrate;
#[rustfmt::skip]
pub mod schema;
pub mod types;
pub mod url;

pub mod announcements;
pub mod attendance;
pub mod attestations;
pub mod calendar_feeds;
pub mod changes;
pub mod closings;
pub mod durability;
pub mod event_facts;
pub mod events;
pub mod figures;
pub mod guests;
pub mod identities;
pub mod inbound;
pub mod invitations;
pub mod journal;
pub mod mail_addresses;
pub mod mail_room;
pub mod many_quarters;
pub mod members;
pub mod notes;
pub mod objections;
pub mod offers;
pub mod organisations;
pub mod outbox;
pub mod passkeys;
pub mod people;
pub mod platforms;
pub mod probe;
pub mod quarter;
mod readers;
pub mod registrations;
pub mod rsvps;
mod scrub;
pub mod seats;
pub mod sendings;
pub mod sightings;
pub mod staff;
pub mod timers;
pub mod tokens;
pub mod verify;
mod visits;

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

pub use connection::AnyConn;
pub use door::{Answers, Scope, SetWise, Tx};
pub use errors::{DbError, TxError};
use ids::IdSource;
pub use url::DatabaseUrl;

use crate::clock::Clock;

/// How much of the database one process may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Reading connections.
    pub readers: u32,
    /// Writing connections on PostgreSQL, 1 to 16; SQLite has one.
    pub writers: usize,
    /// Pieces of work that may wait at each writer before callers are told that it is full.
    pub queue: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { readers: 4, writers: 4, queue: 4096 }
    }
}

/// A handle to the database; clones share everything.
#[derive(Clone)]
pub struct Db {
    writers: Arc<Vec<door::Writer>>,
    bell: Arc<bell::Bell>,
    visits: Arc<visits::Visits>,
    readers: readers::Line,
    url: DatabaseUrl,
}

impl Db {
    /// Opens the database. The tables must be up to date (see [`migrate`]).
    pub fn open(url: &DatabaseUrl, limits: Limits, clock: Clock) -> Result<Self, DbError> {
        let (ids, bell) = (Arc::new(IdSource::new(clock)), bell::Bell::default());
        let count = if url.is_postgres() { limits.writers.clamp(1, 16) } else { 1 };
        let writers = (0..count)
            .map(|n| {
                let means = bell::Means::new(ids.clone(), bell.sister());
                door::Writer::start(url.clone(), means, limits.queue, &format!("db-writer-{n}")).map(|(writer, _)| writer)
            })
            .collect::<Result<Vec<_>, _>>()?;
        let readers = readers::Line::start(url, limits.readers)?;
        Ok(Self { writers: Arc::new(writers), bell: Arc::new(bell), visits: Arc::default(), readers, url: url.clone() })
    }

    /// Whether it is PostgreSQL, where several processes may share it.
    pub fn is_postgres(&self) -> bool {
        self.url.is_postgres()
    }

    /// Lets what was removed leave the file, too, where that is owed: on SQLite the file is written anew, which may take seconds for each
    /// gigabyte and as much room on the disk once more, and writers wait. PostgreSQL does it in its own time.
    ///
    /// # Errors
    /// When the file cannot be written; it is owed still.
    pub async fn scrub(&self) -> Result<(), DbError> {
        let url = self.url.clone();
        let worked_in = tokio::task::spawn_blocking(move || scrub::scrub(&url)).await;
        worked_in.map_err(|e| DbError::Other(format!("the file was not written anew: {e}")))?
    }

    /// Runs `work` in a transaction and answers when it is durable. It may run more than once (a serialisation failure, a
    /// commit shared with others), so it must touch nothing but its transaction. `Err` undoes all it did.
    pub async fn write<F, T, E>(&self, scope: Scope, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: TxError,
    {
        self.note_visit(scope);
        self.writer(scope).closure(scope, false, work).await
    }

    /// As [`Self::write`], for work that nobody waits for: what visitors want is done first, for as long as a tenth of a second.
    pub async fn write_patiently<F, T, E>(&self, scope: Scope, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: TxError,
    {
        self.writer(scope).closure(scope, true, work).await
    }

    /// Hands in a command that is handled together with its like.
    pub async fn submit<C: SetWise>(&self, scope: Scope, command: C) -> Result<C::Answer, C::Error> {
        self.note_visit(scope);
        self.writer(scope).command(scope, command).await
    }

    /// Whether somebody wanted something of an event so long ago at most, in this process: mostly visitors, who wait for an answer.
    pub fn was_wanted_within(&self, time: Duration) -> bool {
        self.visits.within(time)
    }

    fn note_visit(&self, scope: Scope) {
        if matches!(scope, Scope::Event(_)) {
            self.visits.note();
        }
    }

    /// Runs `query` on a reading connection, off the event loop.
    pub async fn read<F, T, E>(&self, query: F) -> Result<T, E>
    where
        F: FnOnce(&mut AnyConn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: TxError,
    {
        self.readers.read(query).await
    }

    /// Waits until work of this process that was committed owes mail.
    pub async fn mail_is_owed(&self) {
        self.bell.heard().await;
    }

    /// Pieces of work that wait at the door, over all writers.
    pub fn waiting(&self) -> usize {
        self.writers.iter().map(door::Writer::waiting).sum()
    }

    /// Work on one event always goes to the same writer of this process; the first has all other concerns, so that where there are
    /// several nobody at a form waits for thousands of mails to be claimed.
    fn writer(&self, scope: Scope) -> &door::Writer {
        let for_events = self.writers.len() - 1;
        let number = match scope {
            Scope::Event(event) if for_events > 0 => {
                let mut hasher = std::hash::DefaultHasher::new();
                event.hash(&mut hasher);
                1 + (hasher.finish() % for_events as u64) as usize
            }
            _ => 0,
        };
        &self.writers[number]
    }
}
