//! The outbox drained by the worker as `serve` runs it, against bare loops over as many connections to the same sink.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use quarterdeck::app::AppError;
use quarterdeck::db::outbox;
use quarterdeck::mail::outcome::Outcome;
use quarterdeck::mail::render::Composed;
use quarterdeck::mail::transport::Smtp;
use quarterdeck::worker::letters::Letters;
use tokio::runtime::Runtime;
use tokio::sync::watch;

use crate::Size;
use crate::door::{self, Written};
use crate::figures::{Board, rate};
use crate::place::{Kind, Place};
use crate::server;
use crate::sink::Sink;

/// Least share of the bare loop's rate.
const SHARE: f64 = 0.80;

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
    let begun = Instant::now();
    let (stop, stopped) = watch::channel(false);
    let working = runtime.spawn(worker.run(stopped));
    sink.wait_for(before + mails.len());
    runtime.block_on(async {
        while app.mail_depth(app.now()).await.expect("the outbox").due > 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    });
    let drained = begun.elapsed();
    stop.send_replace(true);
    runtime.block_on(working).expect("the worker");
    let made = (first + make()) / 2;

    board.line("bare SMTP loop, messages made beforehand", &format!("{:.0} mails/s of {} octets", rate(mails.len(), ready), sink.mean_size()));
    board.line("bare SMTP loop that makes and signs them", &format!("{:.0} mails/s", rate(mails.len(), made)));
    board.line("the outbox drained, every mail noted as sent", &format!("{:.0} mails/s", rate(mails.len(), drained)));
    board.line("drain / loop with messages made beforehand", &format!("{:.2}", ready.as_secs_f64() / drained.as_secs_f64()));
    board.at_least(&format!("drain / loop that makes and signs, {}", kind.name()), made.as_secs_f64() / drained.as_secs_f64(), SHARE, "");
}

/// Sends so many mails over so many connections and does nothing else.
fn bare<F>(runtime: &Runtime, smtp: &Arc<Smtp>, connections: usize, count: usize, mail: F) -> Duration
where
    F: Fn(usize) -> Composed + Clone + Send + 'static,
{
    let next = Arc::new(AtomicUsize::new(0));
    let begun = Instant::now();
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
    begun.elapsed()
}
