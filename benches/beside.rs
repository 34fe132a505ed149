//! Registrations beside thousands of due mails, against the same registrations on the same server with none owed, in turns.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use chrono::Duration as Span;
use quarterdeck::app::{Actor, App};
use tokio::runtime::Runtime;

use crate::client::Client;
use crate::figures::{Board, percentile, percentiles};
use crate::place::{self, Kind, Place, SLUG, email, organisation};
use crate::server::Server;
use crate::sink::Sink;
use crate::{Size, console, door, process};

/// Most that due mails may add to a registration: its p95 beside them over its p95 without.
const SLOWER: f64 = 1.20;
/// Visitors at once.
const VISITORS: usize = 4;
/// Time from one form of a visitor to the next, unless an answer took longer: together 160 forms a second, which is a rush.
const PACE: Duration = Duration::from_millis(25);
/// Turns of each.
const TURNS: usize = 4;
/// Without a pause so many times fewer mails are owed: the machine is all the visitors' then, and mails trickle.
const UNPACED: usize = 10;
/// Registrations of a turn without mails.
const CALM: usize = 400;

/// How long forms and their proof mails took.
#[derive(Default)]
struct Seen {
    forms: Vec<Duration>,
    proofs: Vec<Duration>,
}

/// Measures on a fresh database.
pub fn measure(kind: Kind, size: Size, board: &mut Board) {
    let (place, runtime, sink) = (Place::new(kind), door::runtime(), Sink::start());
    let (app, _) = runtime.block_on(place.furnished());
    let server = Server::start(&place, &sink);
    process::settled(server.pid());
    board.part(&format!("registrations beside {} due mails, {VISITORS} visitors, {}", size.invited, kind.name()));
    let street = Street { server, sink, next: AtomicUsize::new(0) };
    street.visit_all(PACE, &enough(CALM / 4));
    let mut turn = 0..;
    let mut in_turns = |turns: usize, pace: Duration, mails: usize| {
        let (mut calm, mut beside) = (Seen::default(), Seen::default());
        for number in turn.by_ref().take(turns) {
            calm.add(street.visit_all(pace, &enough(CALM)));
            let all = street.sink.taken_but_proofs() + mails;
            queue(&runtime, &app, number, mails);
            beside.add(street.until_taken(pace, all));
        }
        (calm, beside)
    };
    let (calm, beside) = in_turns(TURNS, PACE, size.invited);
    let slower = beside.slowest_of_twenty() / calm.slowest_of_twenty();
    tell(board, "a form", calm, beside);
    let (calm, beside) = in_turns(1, Duration::ZERO, size.invited / UNPACED);
    tell(board, "without a pause: a form", calm, beside);
    board.at_most(&format!("p95 beside the mails / without, {}", kind.name()), slower, SLOWER, "");
}

fn tell(board: &mut Board, what: &str, calm: Seen, beside: Seen) {
    for (when, seen) in [("no mail due", calm), ("beside the mails", beside)] {
        let count = seen.forms.len();
        board.line(&format!("{what}, {when}"), &format!("{} ({count} forms)", percentiles(seen.forms)));
        board.line("  its proof mail taken by the relay", &percentiles(seen.proofs));
    }
}

impl Seen {
    fn add(&mut self, other: Self) {
        self.forms.extend(other.forms);
        self.proofs.extend(other.proofs);
    }

    /// 95th percentile of the forms, in seconds.
    fn slowest_of_twenty(&self) -> f64 {
        percentile(self.forms.clone(), 0.95).as_secs_f64()
    }
}

/// Goes on until so many were asked for.
fn enough(count: usize) -> impl Fn() -> bool + Sync {
    let asked = AtomicUsize::new(0);
    move || asked.fetch_add(1, Ordering::Relaxed) < count
}

/// Owes invitations to another event, to people whom nobody else is. The server's worker begins with them at once.
fn queue(runtime: &Runtime, app: &App, turn: usize, mails: usize) {
    runtime.block_on(async {
        let (now, qctr) = (app.now(), place::platform(app, "qctr").await);
        let event = place::publish(app, place::new_event(qctr, &format!("beside-{turn}"), now + Span::days(30)), now).await;
        let list = (0..mails).map(|number| console::invitee(1_000_000 * (turn + 1) + number)).collect();
        app.invite(event, list, None, Actor::Operator, now).await.expect("invited");
        while app.send_due_invitations(now).await.expect("the sendings") > 0 {}
    });
}

/// The server, its relay, and those who come by.
struct Street {
    server: Server,
    sink: Sink,
    next: AtomicUsize,
}

impl Street {
    /// Registrations until the relay has taken so many mails in all, those apart that the registrations owe.
    fn until_taken(&self, pace: Duration, mails: usize) -> Seen {
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                self.sink.wait_for_others(mails);
                over.store(true, Ordering::Relaxed);
            });
            self.visit_all(pace, &|| !over.load(Ordering::Relaxed))
        })
    }

    /// Visitors who send their forms one after the other, as long as told; whatever they are owed has been sent when this ends.
    fn visit_all(&self, pace: Duration, on: &(dyn Fn() -> bool + Sync)) -> Seen {
        let mut seen = Seen::default();
        std::thread::scope(|scope| {
            let visitors: Vec<_> = (0..VISITORS).map(|_| scope.spawn(|| self.visit(pace, on))).collect();
            visitors.into_iter().for_each(|visitor| seen.add(visitor.join().expect("a visitor")));
        });
        seen
    }

    fn visit(&self, pace: Duration, on: &(dyn Fn() -> bool + Sync)) -> Seen {
        let (mut client, mut seen, mut owed) = (Client::new(self.server.address), Seen::default(), Vec::new());
        while on() {
            let came = Instant::now();
            let person = self.next.fetch_add(1, Ordering::Relaxed);
            let address = email(person);
            let proof = self.sink.await_proof(&address);
            let page = client.get(&format!("/en/events/{SLUG}")).expect(200);
            let fields = [
                ("csrf", page.hidden("csrf")),
                ("key", page.hidden("key")),
                ("name", &format!("Marieke Vermeulen {person}")),
                ("email", &address),
                ("organisation", &organisation(person)),
                ("sector", "private"),
                ("language", "en"),
                ("website", ""),
            ];
            let begun = Instant::now();
            client.post(&format!("/en/events/{SLUG}/register"), &fields).expect(303);
            seen.forms.push(begun.elapsed());
            owed.push((begun, proof));
            std::thread::sleep(pace.saturating_sub(came.elapsed()));
        }
        // Looked at afterwards, and by the moment at which the relay had it: nobody stands still for a mail.
        seen.proofs = owed.into_iter().map(|(begun, proof)| proof.recv_timeout(Duration::from_secs(60)).expect("a proof mail").at - begun).collect();
        seen
    }
}
