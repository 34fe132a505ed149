//! The door to the database from its two sides: what callers are told, and what another connection then finds.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use quarterdeck::clock::Clock;
use quarterdeck::db::{Answers, Db, DbError, Limits, Scope, SetWise, Tx, timers};
use quarterdeck::domain::ids::EventId;
use quarterdeck::on_each;

use crate::both_databases;
use crate::support::databases::{Database, Kind};
use crate::support::sql::Sql;

const HERE: Scope = Scope::Concern("door test");

fn open(database: &Database, queue: usize) -> Db {
    let url = quarterdeck::db::DatabaseUrl::parse(&database.url).expect("a URL");
    Db::open(&url, Limits { readers: 1, writers: 1, queue }, Clock::System).expect("a database")
}

fn ready(kind: Kind) -> Option<(Database, Db)> {
    let database = kind.fresh()?;
    database.migrate();
    let db = open(&database, 64);
    Some((database, db))
}

/// Leaves one row behind that says who was here.
fn sign(tx: &mut Tx<'_>, name: &str) -> Result<(), DbError> {
    timers::hold_lease(tx, name, "test", Clock::System.now(), Clock::System.now()).map(|_| ())
}

/// The names that another connection sees.
fn signed(database: &Database) -> Vec<String> {
    Sql::open(&database.url).words("SELECT name AS value FROM lease ORDER BY name")
}

/// Holds the writer until told, so that what comes next waits and is taken as one batch.
async fn batch_of<T>(db: &Db, work: impl Future<Output = T>) -> T {
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let plug = db.write(HERE, move |_| {
        let _ = wait.lock().expect("the plug").recv_timeout(Duration::from_secs(5));
        Ok::<_, DbError>(())
    });
    let pull = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let _ = go.send(());
    };
    let work = async {
        // The plug must have been taken alone.
        tokio::time::sleep(Duration::from_millis(100)).await;
        work.await
    };
    let (plugged, answer, ()) = tokio::join!(plug, work, pull);
    plugged.expect("the plug itself");
    answer
}

both_databases! {
    /// In one shared commit: what fails and what panics leaves nothing, and nobody else notices.
    async fn who_fails_fails_alone(kind: Kind) {
        let Some((database, db)) = ready(kind) else { return };
        let work = async {
            tokio::join!(
                db.write(HERE, |tx| sign(tx, "before")),
                db.write(HERE, |tx| { sign(tx, "refused")?; Err::<(), _>(DbError::Other("no".into())) }),
                db.write(HERE, |tx| { sign(tx, "panicked")?; if true { panic!("a fault in the work") } Ok::<_, DbError>(()) }),
                // A rule broken inside: on PostgreSQL only a savepoint keeps the rest alive after that.
                db.write(HERE, |tx| { sign(tx, "broken")?; on_each!(&mut **tx, |c| c.batch_execute("INSERT INTO staff_grant (id, user_id, role) VALUES (1, 77, 'nobody')"))?; Ok::<_, DbError>(()) }),
                db.write(HERE, |tx| sign(tx, "after")),
            )
        };
        let (before, refused, panicked, broken, after) = batch_of(&db, work).await;
        before.expect("unharmed");
        after.expect("unharmed");
        assert!(matches!(refused, Err(DbError::Other(text)) if text == "no"));
        assert!(matches!(panicked, Err(DbError::Panic(_))));
        assert!(matches!(broken, Err(DbError::Broken { .. })), "{broken:?}");
        assert_eq!(signed(&database), ["after", "before"]);
    }
}

both_databases! {
    /// The database asks to run the work again (a deadlock, a serialisation failure): the batch is run again, and what is
    /// then acknowledged is really there, for this batch and for all that follow.
    async fn what_runs_again_is_committed(kind: Kind) {
        let Some((database, db)) = ready(kind) else { return };
        let tries = Arc::new(AtomicUsize::new(0));
        let work = async {
            let tries = tries.clone();
            tokio::join!(
                db.write(HERE, |tx| sign(tx, "beside")),
                db.write(HERE, move |tx| {
                    sign(tx, "again")?;
                    if tries.fetch_add(1, Ordering::Relaxed) < 2 { Err(DbError::Again("deadlock detected".into())) } else { Ok(()) }
                }),
            )
        };
        let (beside, again) = batch_of(&db, work).await;
        beside.expect("run again with the batch");
        again.expect("the third try");
        assert_eq!(tries.load(Ordering::Relaxed), 3);
        assert_eq!(signed(&database), ["again", "beside"], "as another connection sees it");
        db.write(HERE, |tx| sign(tx, "later")).await.expect("a later batch");
        assert_eq!(signed(&database), ["again", "beside", "later"]);
    }
}

both_databases! {
    /// It never stops asking: everybody in the batch is told so, nothing is stored, and the writer goes on.
    async fn who_asks_for_ever_is_told(kind: Kind) {
        let Some((database, db)) = ready(kind) else { return };
        let work = async {
            tokio::join!(
                db.write(HERE, |tx| sign(tx, "beside")),
                db.write(HERE, |tx| { sign(tx, "again")?; Err::<(), _>(DbError::Again("could not serialize".into())) }),
            )
        };
        let (beside, again) = batch_of(&db, work).await;
        assert!(beside.is_err() && again.is_err(), "{beside:?} {again:?}");
        db.write(HERE, |tx| sign(tx, "later")).await.expect("a later batch");
        assert_eq!(signed(&database), ["later"]);
    }
}

both_databases! {
    /// A commit that fails fails every caller in it, and none is told otherwise.
    async fn a_failed_commit_fails_everybody_in_it(kind: Kind) {
        let Some((database, db)) = ready(kind) else { return };
        if kind == Kind::Postgres {
            Sql::open(&database.url).run("ALTER TABLE staff_grant ALTER CONSTRAINT staff_grant_user_id_fkey DEFERRABLE");
        }
        // A reference to nobody, noticed only at the commit.
        let late = if kind == Kind::Postgres { "SET CONSTRAINTS ALL DEFERRED" } else { "PRAGMA defer_foreign_keys = ON" };
        let work = async {
            tokio::join!(
                db.write(HERE, |tx| sign(tx, "beside")),
                db.write(HERE, move |tx| {
                    on_each!(&mut **tx, |c| c.batch_execute(late))?;
                    on_each!(&mut **tx, |c| c.batch_execute("INSERT INTO staff_grant (id, user_id, role) VALUES (1, 77, 'desk')"))?;
                    Ok::<_, DbError>(())
                }),
            )
        };
        let (beside, broken) = batch_of(&db, work).await;
        assert!(matches!(beside, Err(DbError::Commit(_))), "{beside:?}");
        assert!(matches!(broken, Err(DbError::Commit(_))), "{broken:?}");
        assert_eq!(signed(&database), Vec::<String>::new());
        db.write(HERE, |tx| sign(tx, "later")).await.expect("the writer goes on");
        assert_eq!(signed(&database), ["later"]);
    }
}

both_databases! {
    /// When too much waits, callers are told at once instead of waiting without end.
    async fn a_full_queue_says_so(kind: Kind) {
        let Some(database) = kind.fresh() else { return };
        database.migrate();
        let db = open(&database, 4);
        let work = async {
            let mut callers = tokio::task::JoinSet::new();
            for n in 0..12 {
                let db = db.clone();
                callers.spawn(async move { db.write(HERE, move |tx| sign(tx, &format!("caller {n:02}"))).await });
            }
            callers.join_all().await
        };
        let answers = batch_of(&db, work).await;
        let refused = answers.iter().filter(|a| matches!(a, Err(DbError::Full))).count();
        assert_eq!((refused, answers.len() - refused), (8, 4), "{answers:?}");
        assert_eq!(signed(&database).len(), 4, "whoever was not refused is stored");
    }
}

/// Signs, unless its name says otherwise.
struct Signature(&'static str);

impl SetWise for Signature {
    type Answer = usize;
    type Error = DbError;

    fn run(tx: &mut Tx<'_>, commands: &[Self]) -> Result<Answers<Self>, DbError> {
        let mut answers = Vec::new();
        for command in commands {
            sign(tx, command.0)?;
            match command.0 {
                "spoiler" => return Err(DbError::Other("spoilt".into())),
                "refused" => {
                    answers.push(Err(DbError::NotFound));
                    timers::drop_lease(tx, "refused", "test")?;
                }
                _ => answers.push(Ok(commands.len())),
            }
        }
        Ok(answers)
    }
}

both_databases! {
    /// Commands of one kind run together; when the whole set fails, each is tried alone and only the culprit fails.
    async fn a_set_that_fails_is_tried_one_by_one(kind: Kind) {
        let Some((database, db)) = ready(kind) else { return };
        let together = batch_of(&db, async { tokio::join!(db.submit(HERE, Signature("one")), db.submit(HERE, Signature("refused")), db.submit(HERE, Signature("two"))) }).await;
        assert!(matches!(together, (Ok(3), Err(DbError::NotFound), Ok(3))), "{together:?}");
        let spoilt = batch_of(&db, async { tokio::join!(db.submit(HERE, Signature("three")), db.submit(HERE, Signature("spoiler")), db.submit(HERE, Signature("four"))) }).await;
        assert!(matches!(spoilt, (Ok(1), Err(DbError::Other(_)), Ok(1))), "{spoilt:?}");
        assert_eq!(signed(&database), ["four", "one", "three", "two"]);
    }
}

/// Who waits for mail hears of a commit that owes some, also when another writer commits in between.
#[tokio::test]
async fn the_bell_rings_after_the_commit_that_asked_for_it() {
    let Some(database) = Kind::Postgres.fresh() else { return };
    database.migrate();
    let url = quarterdeck::db::DatabaseUrl::parse(&database.url).expect("a URL");
    let db = Db::open(&url, Limits { readers: 1, writers: 2, queue: 64 }, Clock::System).expect("a database");
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let owing = db.write(HERE, move |tx| {
        tx.ring_when_committed();
        let _ = wait.lock().expect("the plug").recv_timeout(Duration::from_secs(10));
        Ok::<_, DbError>(())
    });
    let others = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        // Those that go to the same writer wait behind it; the rest commit meanwhile.
        for n in 1..=8 {
            let db = db.clone();
            tokio::spawn(async move { db.write(Scope::Event(EventId(n)), |tx| sign(tx, "beside")).await });
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(signed(&database), ["beside"], "another writer committed");
        let _ = tokio::time::timeout(Duration::from_millis(50), db.mail_is_owed()).await;
        let _ = go.send(());
    };
    let (owed, ()) = tokio::join!(owing, others);
    owed.expect("committed");
    tokio::time::timeout(Duration::from_secs(2), db.mail_is_owed()).await.expect("the bell");
}

/// Ends every connection to the database but our own, as a restart of the server does.
fn cut_off(database: &Database) {
    let mut sql = Sql::open(&database.url);
    let others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    sql.number(&format!("SELECT count(pg_terminate_backend(pid)) AS value {others}"));
    while sql.number(&format!("SELECT count(*) AS value {others}")) > 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A connection lost under a query fails that one and no other; one lost while nobody asked fails nobody.
#[tokio::test]
async fn a_lost_connection_is_opened_again() {
    let Some((database, db)) = ready(Kind::Postgres) else { return };
    let read = || db.read(|conn| on_each!(conn, |c| c.batch_execute("SELECT 1")).map_err(DbError::from));
    read().await.expect("a reader");
    cut_off(&database);
    let first = read().await;
    assert!(matches!(first, Ok(()) | Err(DbError::Unavailable(_))), "{first:?}");
    for _ in 0..3 {
        read().await.expect("the reader has connected again");
    }
    db.write(HERE, |tx| sign(tx, "later")).await.expect("the writer has connected again");
    tokio::time::sleep(Duration::from_millis(700)).await;
    cut_off(&database);
    read().await.expect("asked whether the server is there, before the question was lost");
}
