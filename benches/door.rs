//! The write door alone: 64 clients on one hot event, against a bare loop that writes the same rows in the same batches,
//! and on PostgreSQL against a pool with one transaction for each registration: once with the use cases themselves, so that it
//! keeps the same rules, and once with a loop that writes the rows and asks nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use quarterdeck::app::App;
use quarterdeck::domain::ids::EventId;
use quarterdeck::domain::registration::Cause;
use tokio::runtime::Runtime;

use crate::figures::{Board, ms_each, rate};
use crate::place::{self, Kind, Place};
use crate::{Size, process};

mod bare;
mod written;

use written::Batch;
pub use written::Written;

/// Clients at the door.
const CLIENTS: usize = 64;
/// Connections of the pool.
const POOL: usize = 8;
/// Turns of door and bare loop.
const ROUNDS: usize = 2;
/// Least share of the bare loop's rate on SQLite.
const SHARE: f64 = 0.70;
/// Least multiple of the pool's rate on PostgreSQL.
const TIMES: f64 = 5.0;

/// The two halves of a registration.
struct Halves {
    register: Duration,
    prove: Duration,
}

impl Halves {
    fn sum<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        let nothing = Self { register: Duration::ZERO, prove: Duration::ZERO };
        all.fold(nothing, |sum, one| Self { register: sum.register + one.register, prove: sum.prove + one.prove })
    }

    fn both(&self) -> Duration {
        self.register + self.prove
    }

    fn figures(&self, count: usize) -> String {
        let [form, proof, both] = [self.register, self.prove, self.both()].map(|t| rate(count, t));
        format!("{both:.0} registrations/s (form {form:.0}/s, proof {proof:.0}/s)")
    }
}

/// A runtime like the server's.
pub fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime")
}

/// One run of the door, and the bare loop after it.
struct Round {
    door: Halves,
    floor: Halves,
    cpu: Duration,
    proofs: Written,
    batches: (Vec<Batch>, Vec<Batch>),
}

/// Measures both on a fresh database.
fn round(kind: Kind, runtime: &Runtime, count: usize) -> Round {
    let place = Place::new(kind);
    let (app, event) = runtime.block_on(place.furnished());
    let cpu = process::own_cpu();
    let register = send_forms(runtime, &app, event, count);
    let cpu_form = process::own_cpu() - cpu;
    let forms = runtime.block_on(Written::read(&app));
    let cpu = process::own_cpu();
    let prove = prove_all(runtime, &app, &forms);
    let cpu = process::own_cpu() - cpu + cpu_form;
    let proofs = runtime.block_on(Written::read(&app));
    let batches = (forms.batches(Cause::Registered), proofs.batches(Cause::Proved));
    let floor = bare::replay(kind, &proofs, &batches.0, &batches.1, runtime);
    Round { door: Halves { register, prove }, floor, cpu, proofs, batches }
}

/// Measures in turns: the machine may be busier at one time than at another.
pub fn measure(kind: Kind, size: Size, board: &mut Board) {
    let runtime = runtime();
    board.part(&format!("write door, {CLIENTS} clients on one event, {ROUNDS} times {} registrations, {}", size.door, kind.name()));
    let rounds: Vec<Round> = (0..ROUNDS).map(|_| round(kind, &runtime, size.door)).collect();
    let all = size.door * ROUNDS;
    let door = Halves::sum(rounds.iter().map(|round| &round.door));
    let floor = Halves::sum(rounds.iter().map(|round| &round.floor));
    let commits = |of: fn(&Round) -> usize| all as f64 / rounds.iter().map(of).sum::<usize>() as f64;
    board.line("the door", &door.figures(all));
    board.line("   CPU of this process per registration", &format!("{:.3} ms", ms_each(rounds.iter().map(|round| round.cpu).sum(), all)));
    let (form, proof) = (commits(|round| round.batches.0.len()), commits(|round| round.batches.1.len()));
    board.line("   registrations in a commit", &format!("form {form:.0}, proof {proof:.0} on average"));
    board.line("bare loop, same rows in the same batches", &floor.figures(all));
    let share = |door: Duration, floor: Duration| floor.as_secs_f64() / door.as_secs_f64();
    let (form, proof) = (share(door.register, floor.register), share(door.prove, floor.prove));
    board.line("   share of it: form, proof", &format!("{form:.2}, {proof:.2}"));
    let whole = share(door.both(), floor.both());
    match kind {
        Kind::Sqlite => board.at_least("door / bare loop, SQLite", whole, SHARE, ""),
        Kind::Postgres => {
            board.line("door / bare loop, PostgreSQL", &format!("{whole:.2}"));
            against_pools(&runtime, size.door / 10, &rounds[0], rate(all, door.both()), board);
        }
    }
}

/// The door's rate beside two pools that have a transaction for each registration.
fn against_pools(runtime: &Runtime, some: usize, round: &Round, door: f64, board: &mut Board) {
    let unasked = bare::pool(&round.proofs, (&round.batches.0, &round.batches.1), some, runtime);
    board.line(&format!("pool of {POOL}, a transaction each, asking nothing ({some} of them)"), &unasked.figures(some));
    board.line("   times this pool", &format!("{:.1} ×", door / rate(some, unasked.both())));
    let pool = one_by_one(runtime, some);
    board.line(&format!("pool of {POOL}, a transaction each, same rules ({some} of them)"), &pool.figures(some));
    board.at_least("door / pool with the same rules, PostgreSQL", door / rate(some, pool.both()), TIMES, "×");
}

/// The same use cases without company: as many doors as the pool has connections, at each one registration at a time.
fn one_by_one(runtime: &Runtime, count: usize) -> Halves {
    let place = Place::new(Kind::Postgres);
    let (app, event) = runtime.block_on(place.furnished());
    let doors: Arc<Vec<App>> = Arc::new((0..POOL).map(|_| place.app()).collect());
    let register = at_once(runtime, POOL, count, {
        let doors = doors.clone();
        move |door, number| {
            let app = doors[door].clone();
            async move { app.register(place::form(event, number), app.now()).await.expect("a registration") }
        }
    });
    let forms = runtime.block_on(Written::read(&app));
    let hashes: Arc<Vec<String>> = Arc::new(forms.registrations.iter().map(|r| r.page_hash.clone()).collect());
    let prove = at_once(runtime, POOL, hashes.len(), move |door, number| {
        let (app, hashes) = (doors[door].clone(), hashes.clone());
        async move {
            app.prove_address(event, &hashes[number], app.now()).await.expect("a proof");
        }
    });
    Halves { register, prove }
}

/// Everybody sends the form.
pub fn send_forms(runtime: &Runtime, app: &App, event: EventId, count: usize) -> Duration {
    let app = app.clone();
    at_once(runtime, CLIENTS, count, move |_, number| {
        let app = app.clone();
        async move { app.register(place::form(event, number), app.now()).await.expect("a registration") }
    })
}

/// Everybody proves their address.
pub fn prove_all(runtime: &Runtime, app: &App, forms: &Written) -> Duration {
    let hashes: Arc<Vec<(EventId, String)>> = Arc::new(forms.registrations.iter().map(|r| (r.event_id, r.page_hash.clone())).collect());
    let app = app.clone();
    at_once(runtime, CLIENTS, hashes.len(), move |_, number| {
        let (app, hashes) = (app.clone(), hashes.clone());
        async move {
            let (event, hash) = &hashes[number];
            app.prove_address(*event, hash, app.now()).await.expect("a proof");
        }
    })
}

/// Does something `count` times, as many at once as there are clients; told are the client and the number of the time.
fn at_once<F, W>(runtime: &Runtime, clients: usize, count: usize, what: F) -> Duration
where
    F: Fn(usize, usize) -> W + Clone + Send + 'static,
    W: Future<Output = ()> + Send,
{
    let next = Arc::new(AtomicUsize::new(0));
    let begun = Instant::now();
    runtime.block_on(async {
        let clients = (0..clients).map(|client| {
            let (next, what) = (next.clone(), what.clone());
            tokio::spawn(async move {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count {
                        break;
                    }
                    what(client, number).await;
                }
            })
        });
        for client in clients.collect::<Vec<_>>() {
            client.await.expect("a client");
        }
    });
    begun.elapsed()
}
