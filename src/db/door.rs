//! The only writer. Work that waits is taken together into one transaction, committed once, and only then answered.
//!
//! Each piece of work (a closure, or all set-wise commands of one kind and scope) has its own savepoint, so that a failure
//! undoes itself alone. A failed commit fails everybody in it. There is no timer: take one, drain what waits, commit; but patient work (see
//! [`line`]) lets the other go first.
//! It must not know what the work means.

mod jobs;
mod line;

use std::any::TypeId;
use std::collections::BTreeSet;

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use tokio::sync::oneshot;

use self::jobs::{ClosureJob, Group, Job, Outcome, SetJob};
use self::line::Line;
use super::bell::Means;
use super::connection::{AnyConn, Use, open};
use super::errors::{DbError, TxError};
use super::url::DatabaseUrl;
use crate::domain::ids::EventId;
use crate::on_each;

/// What a piece of work may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// One event: its seats, registrations, proofs. On PostgreSQL the event's row is locked first.
    Event(EventId),
    /// Rows of one concern that no event's seats depend on, by name.
    Concern(&'static str),
}

/// An open transaction: everything a writing query needs.
pub struct Tx<'a> {
    conn: &'a mut AnyConn,
    means: &'a Means,
}

/// What is done when all other work of the transaction is.
pub(super) type Last = Box<dyn FnOnce(&mut Tx<'_>) -> Result<(), DbError> + Send>;

impl Tx<'_> {
    /// A new row number, unique over all tables and processes.
    pub fn next_id(&self) -> i64 {
        self.means.ids.next()
    }

    /// Has this done just before the commit, after all other work that shares it, unless this work is undone: for rows that the work
    /// of everybody wants, so that nobody holds them while doing something else.
    pub fn at_last(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<(), DbError> + Send + 'static) {
        self.means.last().push(Box::new(work));
    }

    /// Asks for the bell to be rung once this work is committed. Rung in vain it does no harm.
    pub fn ring_when_committed(&self) {
        self.means.bell.ask();
    }
}

impl std::ops::Deref for Tx<'_> {
    type Target = AnyConn;
    fn deref(&self) -> &AnyConn {
        self.conn
    }
}

impl std::ops::DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut AnyConn {
        self.conn
    }
}

/// The answers to a set of commands, in their order.
pub type Answers<C> = Vec<Result<<C as SetWise>::Answer, <C as SetWise>::Error>>;

/// A command that is handled together with its like: one run for all that wait on the same event.
pub trait SetWise: Send + Sized + 'static {
    /// What the caller gets.
    type Answer: Send + 'static;
    /// What the caller gets instead.
    type Error: TxError + Clone;

    /// Handles all commands, in order, and answers each. An `Err` for one must leave nothing of that one behind;
    /// an `Err` for all rolls everything back, and each is tried alone.
    fn run(tx: &mut Tx<'_>, commands: &[Self]) -> Result<Answers<Self>, DbError>;
}

/// The queue in front of one writer connection.
#[derive(Clone)]
pub(super) struct Writer {
    queue: flume::Sender<Box<dyn Job>>,
}

/// How often a batch is run again on a serialisation failure before its callers are told.
const TRIES: usize = 4;

impl Writer {
    /// Starts a writer thread with its own connection. It ends when every handle to it is gone.
    pub(super) fn start(url: DatabaseUrl, means: Means, capacity: usize, name: &str) -> Result<(Self, std::thread::JoinHandle<()>), DbError> {
        let conn = open(&url, Use::Write)?;
        let (queue, waiting) = flume::bounded::<Box<dyn Job>>(capacity);
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || WriterThread { url, means, conn: Some(conn) }.work(&waiting))
            .map_err(|e| DbError::Unavailable(e.to_string()))?;
        Ok((Self { queue }, thread))
    }

    /// `patient` work lets the other go first.
    pub(super) async fn closure<F, T, E>(&self, scope: Scope, patient: bool, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: TxError,
    {
        let (reply, answer) = oneshot::channel();
        self.push(Box::new(ClosureJob::new(scope, patient, work, reply))).map_err(E::from)?;
        answer.await.unwrap_or_else(|_| Err(E::from(DbError::Unavailable("the writer has stopped".into()))))
    }

    pub(super) async fn command<C: SetWise>(&self, scope: Scope, command: C) -> Result<C::Answer, C::Error> {
        let (reply, answer) = oneshot::channel();
        self.push(Box::new(SetJob::new(scope, command, reply))).map_err(C::Error::from)?;
        answer.await.unwrap_or_else(|_| Err(C::Error::from(DbError::Unavailable("the writer has stopped".into()))))
    }

    fn push(&self, job: Box<dyn Job>) -> Result<(), DbError> {
        self.queue.try_send(job).map_err(|e| match e {
            flume::TrySendError::Full(_) => DbError::Full,
            flume::TrySendError::Disconnected(_) => DbError::Unavailable("the writer has stopped".into()),
        })
    }

    /// How many pieces of work wait.
    pub(super) fn waiting(&self) -> usize {
        self.queue.len()
    }
}

struct WriterThread {
    url: DatabaseUrl,
    means: Means,
    conn: Option<AnyConn>,
}

impl WriterThread {
    fn work(mut self, waiting: &flume::Receiver<Box<dyn Job>>) {
        let mut line = Line::default();
        while let Some(batch) = line.next(waiting) {
            self.process(batch);
        }
    }

    fn process(&mut self, mut batch: Vec<Box<dyn Job>>) {
        let mut outcome = Err(DbError::Unavailable("not tried".into()));
        for attempt in 0..TRIES {
            outcome = self.try_commit(&mut batch);
            match &outcome {
                Err(DbError::Again(_)) => std::thread::sleep(std::time::Duration::from_millis(5 << attempt)),
                // Lost before the commit was asked for: nothing happened, a fresh connection may serve.
                Err(DbError::Unavailable(_)) if attempt == 0 => {}
                _ => break,
            }
        }
        if let Err(e) = &outcome {
            tracing::error!(error = %e, callers = batch.len(), "a shared commit failed");
        }
        self.means.bell.ring_if_asked();
        for job in batch {
            job.finish(outcome.clone());
        }
    }

    /// Runs the batch in one transaction. `Unavailable` and `Again` mean that nothing was committed; a commit that failed or
    /// whose answer was lost is `Commit`.
    fn try_commit(&mut self, batch: &mut Vec<Box<dyn Job>>) -> Result<(), DbError> {
        if self.conn.is_none() {
            self.conn = Some(open(&self.url, Use::Write)?);
        }
        let Some(conn) = self.conn.as_mut() else { return Err(DbError::Unavailable("no connection".into())) };
        self.means.last().clear();
        let result = begin(conn, batch).and_then(|()| run_batch(conn, &self.means, batch)).and_then(|()| run_last(conn, &self.means));
        match result {
            Ok(()) => match commit(conn) {
                Ok(()) => Ok(()),
                Err(e) => {
                    // Whatever state it is in, this connection is not trusted again.
                    self.conn = None;
                    Err(match DbError::from(e) {
                        again @ DbError::Again(_) => again,
                        other => DbError::Commit(other.to_string()),
                    })
                }
            },
            Err(e) => {
                if roll_back_all(conn).is_err() || matches!(e, DbError::Unavailable(_)) {
                    self.conn = None;
                }
                Err(e)
            }
        }
    }
}

fn begin(conn: &mut AnyConn, batch: &[Box<dyn Job>]) -> Result<(), DbError> {
    if let AnyConn::Sqlite(c) = conn {
        // IMMEDIATE takes the write lock now; a deferred transaction could fail later with BUSY.
        AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?;
        return Ok(());
    }
    open_savepoint(conn)?;
    let events: BTreeSet<i64> = batch.iter().filter_map(|j| if let Scope::Event(id) = j.scope() { Some(id.0) } else { None }).collect();
    super::events::lock(conn, &events.into_iter().collect::<Vec<_>>())
}

/// Opens a transaction, or a savepoint inside one.
fn open_savepoint(conn: &mut AnyConn) -> diesel::QueryResult<()> {
    on_each!(conn, |c| AnsiTransactionManager::begin_transaction(c))
}

/// Commits the innermost savepoint or the transaction.
fn commit(conn: &mut AnyConn) -> diesel::QueryResult<()> {
    on_each!(conn, |c| AnsiTransactionManager::commit_transaction(c))
}

/// Rolls back the innermost savepoint or the transaction.
fn rollback(conn: &mut AnyConn) -> diesel::QueryResult<()> {
    on_each!(conn, |c| AnsiTransactionManager::rollback_transaction(c))
}

/// Rolls back everything that is open. Work that must run again leaves its savepoint behind; if only that were undone, the next
/// batch would begin inside the old transaction, and its "commit" would release a savepoint and store nothing.
fn roll_back_all(conn: &mut AnyConn) -> diesel::QueryResult<()> {
    while depth(conn)? > 0 {
        rollback(conn)?;
    }
    Ok(())
}

/// How many transactions and savepoints are open.
fn depth(conn: &mut AnyConn) -> diesel::QueryResult<u32> {
    let status = on_each!(conn, |c| AnsiTransactionManager::transaction_manager_status_mut(c));
    Ok(status.transaction_depth()?.map_or(0, std::num::NonZeroU32::get))
}

/// Runs every piece of work, each in its savepoint; set-wise commands of one kind and scope run as one at the place of the first.
fn run_batch(conn: &mut AnyConn, means: &Means, batch: &mut Vec<Box<dyn Job>>) -> Result<(), DbError> {
    gather(batch);
    let mut start = 0;
    while start < batch.len() {
        let group = batch[start].group();
        let same = |job: &dyn Job| job.group().map(|g| g.0) == group.map(|g| g.0) && job.scope() == batch[start].scope();
        let end = if group.is_some() { start + batch[start..].iter().take_while(|j| same(j.as_ref())).count() } else { start + 1 };
        match group {
            Some((_, run_all)) if end - start > 1 => run_group(conn, means, &mut batch[start..end], run_all)?,
            _ => run_alone(conn, means, batch[start].as_mut())?,
        }
        start = end;
    }
    Ok(())
}

/// Brings set-wise commands of one kind and scope together, otherwise keeping the order of arrival.
fn gather(batch: &mut Vec<Box<dyn Job>>) {
    let mut first_of: Vec<(Option<(TypeId, Scope)>, usize)> = Vec::new();
    let mut keyed: Vec<(usize, Box<dyn Job>)> = Vec::with_capacity(batch.len());
    for (place, job) in batch.drain(..).enumerate() {
        let key = job.group().map(|(kind, _)| (kind, job.scope()));
        let rank = match first_of.iter().find(|(k, _)| key.is_some() && *k == key) {
            Some((_, rank)) => *rank,
            None => {
                first_of.push((key, place));
                place
            }
        };
        keyed.push((rank, job));
    }
    keyed.sort_by_key(|(rank, _)| *rank);
    batch.extend(keyed.into_iter().map(|(_, job)| job));
}

/// Does what was put off to the end.
fn run_last(conn: &mut AnyConn, means: &Means) -> Result<(), DbError> {
    let all = std::mem::take(&mut *means.last());
    all.into_iter().try_for_each(|work| work(&mut Tx { conn, means }))
}

fn run_alone(conn: &mut AnyConn, means: &Means, job: &mut dyn Job) -> Result<(), DbError> {
    open_savepoint(conn)?;
    let put_off = means.last().len();
    match job.run(&mut Tx { conn, means }) {
        Outcome::Keep => Ok(commit(conn)?),
        Outcome::Undo => {
            means.last().truncate(put_off);
            Ok(rollback(conn)?)
        }
        Outcome::Again(e) | Outcome::Lost(e) => Err(e),
    }
}

fn run_group(conn: &mut AnyConn, means: &Means, jobs: &mut [Box<dyn Job>], run_all: Group) -> Result<(), DbError> {
    open_savepoint(conn)?;
    let put_off = means.last().len();
    match run_all(jobs, &mut Tx { conn, means }) {
        Ok(()) => Ok(commit(conn)?),
        Err(e @ (DbError::Again(_) | DbError::Unavailable(_))) => Err(e),
        Err(e) => {
            tracing::warn!(error = %e, jobs = jobs.len(), "a set of commands failed together; trying each alone");
            means.last().truncate(put_off);
            rollback(conn)?;
            jobs.iter_mut().try_for_each(|job| run_alone(conn, means, job.as_mut()))
        }
    }
}
