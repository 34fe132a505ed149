//! The limits the door is held against: the same rows written without asking anything, in the same batches or one by one.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel::{PgConnection, SqliteConnection};
use quarterdeck::db::bulk::{Bulk, Statement, Value};
use quarterdeck::db::schema::{organisation, person, registration};
use quarterdeck::db::{AnyConn, DbError, changes, outbox, people, registrations};
use quarterdeck::domain::ids::EventId;
use quarterdeck::{on_each, update_all};
use tokio::runtime::Runtime;

use super::written::{Batch, Written};
use super::{Halves, POOL};
use crate::place::{Kind, Place};

/// Writes the batches again into a fresh database: one connection, one loop, a commit for each.
pub fn replay(kind: Kind, written: &Written, forms: &[Batch], proofs: &[Batch], runtime: &Runtime) -> Halves {
    let place = Place::new(kind);
    let (_app, event) = runtime.block_on(place.furnished());
    let (forms, proofs) = (of_event(forms, event), of_event(proofs, event));
    let mut conn = connect(&place);
    lay_out(&mut conn, written);
    let register = timed(|| forms.iter().for_each(|batch| commit(&mut conn, |c| write_forms(c, batch))));
    let prove = timed(|| proofs.iter().for_each(|batch| commit(&mut conn, |c| write_proofs(c, batch))));
    Halves { register, prove }
}

/// Writes some of the registrations again into a fresh PostgreSQL database: several connections, a transaction for each.
pub fn pool(written: &Written, (forms, proofs): (&[Batch], &[Batch]), some: usize, runtime: &Runtime) -> Halves {
    let place = Place::new(Kind::Postgres);
    let (_app, event) = runtime.block_on(place.furnished());
    lay_out(&mut connect(&place), written);
    let forms: Vec<Batch> = of_event(forms, event).iter().flat_map(singles).take(some).collect();
    let known: std::collections::HashSet<_> = forms.iter().map(|b| b.registrations[0].id).collect();
    let proofs: Vec<Batch> = of_event(proofs, event).iter().flat_map(singles).filter(|b| known.contains(&b.registrations[0].id)).collect();
    let register = spread(&place, forms, write_forms);
    let prove = spread(&place, proofs, write_proofs);
    Halves { register, prove }
}

fn spread(place: &Place, work: Vec<Batch>, write: fn(&mut AnyConn, &Batch) -> Result<(), DbError>) -> Duration {
    let connections: Vec<AnyConn> = (0..POOL).map(|_| connect(place)).collect();
    let work = Mutex::new(work);
    timed(|| {
        std::thread::scope(|scope| {
            for mut conn in connections {
                let work = &work;
                scope.spawn(move || {
                    loop {
                        let Some(one) = work.lock().expect("the work").pop() else { break };
                        commit(&mut conn, |c| write(c, &one));
                    }
                });
            }
        });
    })
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

/// A connection set up like the door's.
fn connect(place: &Place) -> AnyConn {
    match place.kind {
        Kind::Sqlite => {
            let mut conn = SqliteConnection::establish(place.file()).expect("the file");
            let set_up = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = MEMORY;";
            conn.batch_execute(set_up).expect("the settings");
            AnyConn::Sqlite(conn)
        }
        Kind::Postgres => {
            let mut conn = PgConnection::establish(&place.url).expect("the server");
            conn.batch_execute("SET TIME ZONE 'UTC'; SET synchronous_commit = on;").expect("the settings");
            AnyConn::Pg(conn)
        }
    }
}

fn commit(conn: &mut AnyConn, work: impl FnOnce(&mut AnyConn) -> Result<(), DbError>) {
    let begin = if conn.is_postgres() { "BEGIN" } else { "BEGIN IMMEDIATE" };
    on_each!(conn, |c| c.batch_execute(begin)).expect("a transaction");
    work(conn).expect("the rows");
    on_each!(conn, |c| c.batch_execute("COMMIT")).expect("a commit");
}

fn lay_out(conn: &mut AnyConn, written: &Written) {
    for row in &written.organisations {
        on_each!(conn, |c| diesel::insert_into(organisation::table).values(row).execute(c)).expect("an organisation");
    }
}

fn of_event(batches: &[Batch], event: EventId) -> Vec<Batch> {
    let mut batches = batches.to_vec();
    for batch in &mut batches {
        batch.registrations.iter_mut().for_each(|r| r.event_id = event);
        batch.changes.iter_mut().for_each(|c| c.event_id = event);
    }
    batches
}

fn singles(batch: &Batch) -> Vec<Batch> {
    let one = |n: usize| Batch {
        people: vec![batch.people[n].clone()],
        registrations: vec![batch.registrations[n].clone()],
        changes: vec![batch.changes[n].clone()],
        mails: vec![batch.mails[n].clone()],
    };
    (0..batch.changes.len()).map(one).collect()
}

fn write_forms(conn: &mut AnyConn, batch: &Batch) -> Result<(), DbError> {
    people::Row::insert_all(conn, &batch.people)?;
    registrations::Row::insert_all(conn, &batch.registrations)?;
    changes::Row::insert_all(conn, &batch.changes)?;
    outbox::Row::insert_all(conn, &batch.mails)?;
    Ok(())
}

/// Only what a proof changes is written, and each seat is taken only while there is one: a loop that overbooks is no limit.
fn write_proofs(conn: &mut AnyConn, batch: &Batch) -> Result<(), DbError> {
    for row in &batch.registrations {
        let take = Statement {
            head: "UPDATE seat_pool SET taken_private = taken_private + 1 WHERE (event_id, mode) = (",
            values: (Value::<BigInt, _>::new(&row.event_id), Value::<Text, _>::new(&row.mode)),
            tail: ") AND taken_private + taken_academic + taken_public < capacity",
            last: (),
            end: "",
        };
        assert_eq!(on_each!(&mut *conn, |c| take.execute(c))?, 1, "a seat");
    }
    update_all!(&mut *conn, registration, &batch.registrations, organisation_id, state, state_since, reason, was_invited, prove_before, proved_at);
    update_all!(&mut *conn, person, &batch.people, organisation_id, proved_at);
    changes::Row::insert_all(conn, &batch.changes)?;
    outbox::Row::insert_all(conn, &batch.mails)?;
    Ok(())
}
