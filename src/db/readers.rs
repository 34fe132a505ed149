//! Threads that read, one for each reading connection. Whoever asks waits in line without holding a thread, and queries run
//! off the threads that serve. It must not know what is asked.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use diesel::r2d2::{NopErrorHandler, Pool};
use tokio::sync::oneshot;

use super::connection::{AnyConn, Readers};
use super::errors::{DbError, TxError};
use super::url::DatabaseUrl;

/// How long a query waits in line, and then for its connection.
const PATIENCE: Duration = Duration::from_secs(5);

type Question = Box<dyn FnOnce(Result<&mut AnyConn, DbError>) + Send>;

/// The line in front of the readers. They end when every handle to it is gone.
#[derive(Clone)]
pub(super) struct Line {
    queue: flume::Sender<(Instant, Question)>,
}

impl Line {
    /// Starts so many readers; their connections are opened when needed, and again when they broke.
    pub(super) fn start(url: &DatabaseUrl, readers: u32) -> Result<Self, DbError> {
        let readers = readers.max(1);
        let pool = Pool::builder()
            .max_size(readers)
            .min_idle(Some(1))
            .test_on_check_out(url.is_postgres())
            .connection_timeout(PATIENCE)
            .error_handler(Box::new(NopErrorHandler))
            .build(Readers(url.clone()))
            .map_err(|e| DbError::Unavailable(e.to_string()))?;
        let (queue, waiting) = flume::unbounded::<(Instant, Question)>();
        for number in 0..readers {
            let (pool, waiting) = (pool.clone(), waiting.clone());
            std::thread::Builder::new()
                .name(format!("db-reader-{number}"))
                .spawn(move || {
                    for (since, question) in waiting {
                        // A panic takes its connection along, not its thread.
                        let _ = catch_unwind(AssertUnwindSafe(|| answer(&pool, since, question)));
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
            // Whoever went away has lost interest.
            let _ = reply.send(conn.map_err(E::from).and_then(query));
        };
        let stopped = |_| E::from(DbError::Unavailable("the readers have stopped".into()));
        self.queue.send((Instant::now(), Box::new(question))).map_err(stopped)?;
        answer.await.unwrap_or_else(|_| Err(E::from(DbError::Panic("a query panicked".into()))))
    }
}

fn answer(pool: &Pool<Readers>, since: Instant, question: Question) {
    if since.elapsed() > PATIENCE {
        return question(Err(DbError::Unavailable("no reading connection fell free in time".into())));
    }
    match pool.get() {
        Ok(mut conn) => question(Ok(&mut conn)),
        Err(e) => question(Err(DbError::Unavailable(e.to_string()))),
    }
}
