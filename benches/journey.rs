//! The full journey over HTTP, as a browser makes it, both mails included; then single routes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use quarterdeck::app::{Actor, AppError};
use quarterdeck::db::{events, registrations};
use quarterdeck::domain::registration::State;
use quarterdeck::domain::staff::Role;

use crate::client::Client;
use crate::figures::{Board, ms_each, percentiles, rate};
use crate::place::{Kind, Place, SLUG, email, organisation};
use crate::server::Server;
use crate::sink::Sink;
use crate::{Size, door, export, plain, process};

/// Most CPU a registration may cost on SQLite, in ms.
const JOURNEY_MS: f64 = 5.0;
/// Visitors who open a page at once when single routes are measured.
const VISITORS: usize = 16;
/// Registrations before those that are counted.
const WARMING: usize = 10;
/// Most CPU an event page may cost, in ms.
const PAGE_MS: f64 = 0.3;
/// Most CPU a calendar file may cost, in ms.
const ICS_MS: f64 = 0.2;
/// Most CPU a check-in may cost, in ms.
const CHECK_IN_MS: f64 = 2.0;
/// Most memory the server may hold after everything, in MiB.
const RESIDENT_MIB: f64 = 64.0;

/// What the visitors of one run saw.
#[derive(Default)]
struct Seen {
    requests: Vec<Duration>,
    journeys: Vec<Duration>,
    waits: Vec<Duration>,
}

/// Measures on a place that has the hot event.
pub fn measure(place: &Place, size: Size, board: &mut Board) {
    let sink = Sink::start();
    let server = Server::start(place, &sink);
    board.part(&format!("full journey over HTTP, {}", place.kind.name()));
    // Its first round of timers looks at everything that is kept.
    process::settled(server.pid());
    let bare = plain::pages_per_second(64, size.requests.max(1000));
    board.line("bare limit: a 12 KB answer from memory, 64 connections", &format!("{:.0}/s, {:.3} ms CPU", bare.rate, bare.cpu_ms));
    // Each page is parsed when it is first drawn, and each connection to the database opened when first used.
    warm(&server, &sink);
    let mut first = WARMING;
    for (clients, count) in [1, 16, 64].into_iter().zip(size.journeys) {
        journeys(&server, &sink, clients, first..first + count, place.kind, board);
        first += count;
    }
    routes(&server, size, board);
    check_ins(&server, place, size, board);
    export::measure(&server, &sink, place, board);
    board.at_most("resident memory after all of it", process::resident_mib(server.pid()), RESIDENT_MIB, "MiB");
}

/// Registrations that nobody counts.
fn warm(server: &Server, sink: &Sink) {
    let mails = sink.taken();
    visit(server, sink, &AtomicUsize::new(0), WARMING);
    sink.wait_for(mails + 2 * WARMING);
}

fn journeys(server: &Server, sink: &Sink, clients: usize, people: std::ops::Range<usize>, kind: Kind, board: &mut Board) {
    let (count, mails) = (people.len(), sink.taken());
    let cpu = process::cpu(server.pid());
    let next = AtomicUsize::new(people.start);
    let begun = Instant::now();
    let seen: Vec<Seen> = std::thread::scope(|scope| {
        let visitors: Vec<_> = (0..clients).map(|_| scope.spawn(|| visit(server, sink, &next, people.end))).collect();
        visitors.into_iter().map(|v| v.join().expect("a visitor")).collect()
    });
    let took = begun.elapsed();
    sink.wait_for(mails + 2 * count);
    let cpu = process::cpu(server.pid()) - cpu;
    let all = |part: fn(Seen) -> Vec<Duration>, seen: Vec<Seen>| seen.into_iter().flat_map(part).collect::<Vec<_>>();
    let (requests, rest): (Vec<_>, Vec<_>) = seen.into_iter().map(|s| (s.requests, Seen { requests: Vec::new(), ..s })).unzip();
    let (waits, rest): (Vec<_>, Vec<_>) = rest.into_iter().map(|s| (s.waits, Seen { waits: Vec::new(), ..s })).unzip();
    board.line(&format!("{clients} clients, {count} registrations"), &format!("{:.0} registrations/s", rate(count, took)));
    board.line("   one request of six", &percentiles(requests.concat()));
    board.line("   whole journey with the wait for the mail", &percentiles(all(|s| s.journeys, rest)));
    board.line("   of which wait for the mail", &percentiles(waits.concat()));
    let what = format!("   server CPU per registration, both mails signed ({clients} clients)");
    match kind {
        Kind::Sqlite => board.at_most(&what, ms_each(cpu, count), JOURNEY_MS, "ms"),
        Kind::Postgres => board.line(&what, &format!("{:.2} ms (PostgreSQL's own not counted)", ms_each(cpu, count))),
    }
}

fn visit(server: &Server, sink: &Sink, next: &AtomicUsize, end: usize) -> Seen {
    let mut seen = Seen::default();
    let mut client = Client::new(server.address);
    loop {
        let person = next.fetch_add(1, Ordering::Relaxed);
        if person >= end {
            seen.requests = client.times;
            return seen;
        }
        let begun = Instant::now();
        let address = email(person);
        let proof = sink.await_proof(&address);
        let page = client.get(&format!("/en/events/{SLUG}")).expect(200);
        let answer = client.post(
            &format!("/en/events/{SLUG}/register"),
            &[
                ("csrf", page.hidden("csrf")),
                ("key", page.hidden("key")),
                ("name", &format!("Marieke Vermeulen {person}")),
                ("email", &address),
                ("organisation", &organisation(person)),
                ("sector", "private"),
                ("language", "en"),
                ("website", ""),
            ],
        );
        client.get(&answer.expect(303).location).expect(200);
        let sent = Instant::now();
        let link = proof.recv_timeout(Duration::from_secs(60)).expect("a proof mail").link;
        seen.waits.push(sent.elapsed());
        let page = client.get(&link).expect(200);
        let done = client.post(&format!("{link}/confirm"), &[("csrf", page.hidden("csrf"))]).expect(303);
        let page = client.get(&done.location).expect(200);
        assert!(page.body.contains("data-registration-state=\"confirmed\""), "{}", page.body);
        seen.journeys.push(begun.elapsed());
    }
}

/// CPU of single routes.
fn routes(server: &Server, size: Size, board: &mut Board) {
    let fetch = |path: String| {
        let each = size.requests.div_ceil(VISITORS);
        let clients: Vec<Client> = (0..VISITORS)
            .map(|_| {
                let mut client = Client::new(server.address);
                client.get(&path).expect(200);
                client
            })
            .collect();
        let cpu = process::cpu(server.pid());
        std::thread::scope(|scope| {
            for mut client in clients {
                let path = &path;
                scope.spawn(move || (0..each).for_each(|_| drop(client.get(path).expect(200))));
            }
        });
        ms_each(process::cpu(server.pid()) - cpu, each * VISITORS)
    };
    let page = fetch(format!("/en/events/{SLUG}"));
    let file = fetch(format!("/events/{SLUG}.ics"));
    board.at_most("server CPU per event page", page, PAGE_MS, "ms");
    board.at_most("server CPU per .ics", file, ICS_MS, "ms");
}

/// CPU of a check-in by a program at the door: everybody who got a seat, once.
fn check_ins(server: &Server, place: &Place, size: Size, board: &mut Board) {
    let (app, runtime) = (place.app(), door::runtime());
    let (token, here) = runtime.block_on(async {
        let token = app.add_token("door".into(), Role::Desk, None, Actor::Operator, app.now()).await.expect("a token");
        let confirmed = app.db.read(|conn| {
            let event = events::id_of_slug(conn, SLUG)?.ok_or(AppError::NotFound)?;
            Ok::<_, AppError>(registrations::in_states(conn, event, &[State::Confirmed])?)
        });
        (token, confirmed.await.expect("the people with a seat"))
    });
    let mut client = Client::new(server.address);
    let cpu = process::cpu(server.pid());
    let count = here.len().min(size.requests);
    for (number, row) in here.iter().take(count).enumerate() {
        let body = format!("{{\"registration\":\"{}\",\"key\":\"door-1/{number}\"}}", row.reference.as_str());
        client.call(&format!("/api/v1/events/{SLUG}/check-ins"), &token, &format!("check-in-{number}"), &body).expect(200);
    }
    let each = ms_each(process::cpu(server.pid()) - cpu, count);
    board.at_most("server CPU per check-in by API", each, CHECK_IN_MS, "ms");
}
