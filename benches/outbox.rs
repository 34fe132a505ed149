//! The outbox drained by the worker as `serve` runs it, against bare loops over as many connections to the same sink.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use quarterdeck::app::{App, AppError};
use quarterdeck::db::outbox;
use quarterdeck::mail::keys::Algorithm;
use quarterdeck::mail::outcome::Outcome;
use quarterdeck::mail::render::Composed;
use quarterdeck::mail::transport::Smtp;
use quarterdeck::worker::letters::{Letter, Letters};
use tokio::runtime::Runtime;
use tokio::sync::watch;

use crate::Size;
use crate::door::{self, Written};
use crate::figures::{Board, rate};
use crate::place::{Kind, Place};
use crate::process;
use crate::server;
use crate::sink::Sink;

/// Least share of the bare loop's mails for the same processor time, of this process (the sink is in it) and of the database's.
const SHARE: f64 = 0.80;
/// Most CPU that a mail with a signature of RSA-2048 may cost, in ms.
const RSA_MS: f64 = 2.0;
/// Mails made with each signature.
const SIGNED: usize = 2_000;

/// Measures on a fresh database full of mails owed.
pub fn measure(kind: Kind, size: Size, board: &mut Board) {
    let (runtime, place, sink) = (door::runtime(), Place::new(kind), Sink::start());
    let (app, event) = runtime.block_on(place.furnished());
    door::send_forms(&runtime, &app, event, size.mails / 2);
    let forms = runtime.block_on(Written::read(&app));
    door::prove_all(&runtime, &app, &forms);
    let worker = server::worker(app.clone(), &server::texts(), "http://127.0.0.1:8080", sink.address);
    let connections = worker.delivery.connections;
    let rows = runtime.block_on(app.db.read(|conn| Ok::<_, AppError>(outbox::list(conn, None, i64::MAX)?))).expect("the outbox");
    board.part(&format!("outbox, {} mails, {connections} connections, {}", rows.len(), kind.name()));

    let making = Letters::new(app.clone(), worker.mailroom.clone());
    let letters = Arc::new(runtime.block_on(making.of(rows)).expect("the events"));
    if kind == Kind::Sqlite {
        signatures(&app, &letters[..letters.len().min(SIGNED)], board);
    }
    let mails: Arc<Vec<Composed>> = Arc::new(letters.iter().map(|letter| making.make(letter).expect("a mail")).collect());
    let smtp = Arc::new(server::smtp(sink.address));
    let ready = bare(&runtime, &smtp, connections, mails.len(), {
        let mails = mails.clone();
        move |n| mails[n].clone()
    });
    // Before and after the drain: the machine may be busier at one time than at another.
    let make = || {
        let (letters, making) = (letters.clone(), making.clone());
        bare(&runtime, &smtp, connections, letters.len(), move |n| making.make(&letters[n]).expect("a mail"))
    };
    let first = make();
    let before = sink.taken();
    let (begun, used) = (Instant::now(), spent(kind));
    let (stop, stopped) = watch::channel(false);
    let working = runtime.spawn(worker.run(stopped));
    sink.wait_for(before + mails.len());
    runtime.block_on(async {
        while app.mail_depth(app.now()).await.expect("the outbox").due > 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    });
    let drained = Cost { time: begun.elapsed(), cpu: spent(kind) - used };
    stop.send_replace(true);
    runtime.block_on(working).expect("the worker");
    let second = make();
    let made = Cost { time: (first.time + second.time) / 2, cpu: (first.cpu + second.cpu) / 2 };

    board.line("bare SMTP loop, messages made beforehand", &format!("{} of {} octets", ready.words(mails.len()), sink.mean_size()));
    board.line("bare SMTP loop that makes and signs them", &made.words(mails.len()));
    board.line("the outbox drained, every mail noted as sent", &drained.words(mails.len()));
    board.line("drain / loop that makes and signs, by the clock", &format!("{:.2}", made.time.as_secs_f64() / drained.time.as_secs_f64()));
    let share = made.cpu.as_secs_f64() / drained.cpu.as_secs_f64();
    board.at_least(&format!("drain / loop that makes and signs, processor time, {}", kind.name()), share, SHARE, "");
}

/// What a signature adds to making a mail.
fn signatures(app: &App, letters: &[Letter], board: &mut Board) {
    let texts = server::texts();
    let micros = |with: &[Algorithm]| {
        let making = Letters::new(app.clone(), Arc::new(server::mailroom_with(&texts, "http://127.0.0.1:8080", with)));
        let make = || letters.iter().for_each(|letter| drop(making.make(letter).expect("a mail")));
        make();
        let used = process::own_cpu();
        make();
        (process::own_cpu() - used).as_secs_f64() * 1e6 / letters.len() as f64
    };
    let (bare, short, long) = (micros(&[]), micros(&[Algorithm::Ed25519Sha256]), micros(&[Algorithm::RsaSha256]));
    board.line("a mail made, not signed", &format!("{bare:.0} µs of processor time"));
    board.line("   signed with Ed25519", &format!("{short:.0} µs"));
    board.at_most("   signed with RSA-2048", long / 1e3, RSA_MS, "ms");
}

/// What something cost.
#[derive(Clone, Copy)]
struct Cost {
    time: Duration,
    cpu: Duration,
}

impl Cost {
    fn words(self, mails: usize) -> String {
        format!("{:.0} mails/s, {:.0} µs of processor time each", rate(mails, self.time), self.cpu.as_secs_f64() * 1e6 / mails as f64)
    }
}

/// Processor time so far, of this process and of the database's.
pub fn spent(kind: Kind) -> Duration {
    match kind {
        Kind::Sqlite => process::own_cpu(),
        Kind::Postgres => process::own_cpu() + process::cpu_of_all("postgres"),
    }
}

/// Sends so many mails over so many connections and does nothing else.
fn bare<F>(runtime: &Runtime, smtp: &Arc<Smtp>, connections: usize, count: usize, mail: F) -> Cost
where
    F: Fn(usize) -> Composed + Clone + Send + 'static,
{
    let next = Arc::new(AtomicUsize::new(0));
    let (begun, used) = (Instant::now(), process::own_cpu());
    runtime.block_on(async {
        let senders = (0..connections).map(|_| {
            let (smtp, next, mail) = (smtp.clone(), next.clone(), mail.clone());
            tokio::spawn(async move {
                let mut session = smtp.connect().await.expect("a connection");
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count {
                        break session.close().await;
                    }
                    assert_eq!(session.send(&mail(number)).await, Outcome::Delivered);
                }
            })
        });
        for sender in senders.collect::<Vec<_>>() {
            sender.await.expect("a sender");
        }
    });
    Cost { time: begun.elapsed(), cpu: process::own_cpu() - used }
}
