//! Threads that read, one for each reading connection. Whoever asks waits in line without holding a thread, and queries run
//! off the threads that serve. It must not know what is asked.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::connection::{AnyConn, Use, open};
use super::errors::{DbError, TxError};
use super::url::DatabaseUrl;

/// How long a query waits in line, and then for its connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a server that answered is believed to be there still. Asking before every query would double the way.
const BELIEVED: Duration = Duration::from_millis(500);
/// Between two tries to connect.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers whether all went well.
type Question = Box<dyn FnOnce(Result<&mut AnyConn, DbError>) -> bool + Send>;

/// The line in front of the readers. They end when every handle to it is gone.
#[derive(Clone)]
pub(super) struct Line {
    queue: flume::Sender<(Instant, Question)>,
}

impl Line {
    /// Starts so many readers; each opens its connection when first asked, and again when it broke.
    pub(super) fn start(url: &DatabaseUrl, readers: u32) -> Result<Self, DbError> {
        let (queue, waiting) = flume::unbounded::<(Instant, Question)>();
        for number in 0..readers.max(1) {
            let (url, waiting) = (url.clone(), waiting.clone());
            std::thread::Builder::new()
                .name(format!("db-reader-{number}"))
                .spawn(move || {
                    let mut held = None;
                    for (since, question) in waiting {
                        let taken = held.take();
                        // A panic takes its connection along, not its thread.
                        held = catch_unwind(AssertUnwindSafe(|| answer(&url, taken, since, question))).unwrap_or(None);
                    }
                })
                .map_err(|e| DbError::Unavailable(e.to_string()))?;
        }
        Ok(Self { queue })
    }

    /// Runs a query on the next connection that is free.
    pub(super) async fn read<F, T, E>(&self, query: F) -> Result<T, E>
    where
        F: FnOnce(&mut AnyConn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: TxError,
    {
        let (reply, answer) = oneshot::channel();
        let question = move |conn: Result<&mut AnyConn, DbError>| {
            let found = conn.map_err(E::from).and_then(query);
            let went_well = found.is_ok();
            // Whoever went away has lost interest.
            let _ = reply.send(found);
            went_well
        };
        let stopped = |_| E::from(DbError::Unavailable("the readers have stopped".into()));
        self.queue.send((Instant::now(), Box::new(question))).map_err(stopped)?;
        answer.await.unwrap_or_else(|_| Err(E::from(DbError::Panic("a query panicked".into()))))
    }
}

/// A connection, and when it last answered; `None` after a question that failed for whatever reason.
struct Held {
    conn: AnyConn,
    answered: Option<Instant>,
}

/// Puts a question to the connection, or to a new one; gives back what can be asked again.
fn answer(url: &DatabaseUrl, held: Option<Held>, since: Instant, question: Question) -> Option<Held> {
    if since.elapsed() > PATIENCE {
        question(Err(DbError::Unavailable("no reading connection fell free in time".into())));
        return held;
    }
    match still_there(held).map_or_else(|| connect(url), Ok) {
        Ok(mut conn) => {
            let answered = question(Ok(&mut conn)).then(Instant::now);
            (!conn.is_broken()).then_some(Held { conn, answered })
        }
        Err(e) => {
            question(Err(e));
            None
        }
    }
}

/// The connection, unless its server went away while nobody asked. A file does not.
fn still_there(held: Option<Held>) -> Option<AnyConn> {
    let Held { mut conn, answered } = held?;
    let is_believed = !conn.is_postgres() || answered.is_some_and(|at| at.elapsed() < BELIEVED);
    (is_believed || conn.answers()).then_some(conn)
}

/// A new connection; a server that is just being restarted is waited for.
fn connect(url: &DatabaseUrl) -> Result<AnyConn, DbError> {
    let begun = Instant::now();
    loop {
        match open(url, Use::Read) {
            Err(DbError::Unavailable(_)) if begun.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
            done => return done,
        }
    }
}
