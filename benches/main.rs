//! What Quarterdeck costs and how fast it is, each figure beside a bare limit of the same machine measured in the same run.
//!
//! `cargo bench` runs the quick form (seconds to a few minutes); `cargo bench -- --full` the one that is quoted;
//! `cargo bench -- door outbox` only these parts, `cargo bench -- door sqlite` only on that database. Method and figures: docs/benchmarks.md.

#![allow(clippy::unwrap_used, clippy::expect_used)] // in a measurement, a surprise is a failure

mod beside;
mod client;
mod console;
mod desk;
mod door;
mod export;
mod figures;
mod inbound;
mod journey;
mod outbox;
mod place;
mod plain;
mod process;
mod report;
mod server;
mod sink;

use figures::Board;
use place::Kind;

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Registrations in a journey at 1, 16 and 64 clients.
    pub journeys: [usize; 3],
    /// Registrations through the door.
    pub door: usize,
    /// Mails drained.
    pub mails: usize,
    /// Times that every inbound fixture is read.
    pub rounds: usize,
    /// Registrations kept from past events.
    pub kept: usize,
    /// People on one event's list.
    pub listed: usize,
    /// Members brought in at once.
    pub members: usize,
    /// People invited at once.
    pub invited: usize,
    /// Requests of one kind when single routes are measured.
    pub requests: usize,
}

const QUICK: Size = Size {
    journeys: [10, 100, 200],
    door: 2_000,
    mails: 1_000,
    rounds: 20,
    kept: 20_000,
    listed: 1_000,
    members: 500,
    invited: 1_000,
    requests: 500,
};
const FULL: Size = Size {
    journeys: [50, 1_000, 2_000],
    door: 20_000,
    mails: 20_000,
    rounds: 200,
    kept: 1_000_000,
    listed: 10_000,
    members: 5_000,
    invited: 10_000,
    requests: 5_000,
};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if words.first().is_some_and(|word| word == server::COMMAND) {
        return server::serve(&words[1..]);
    }
    if words.first().is_some_and(|word| word == plain::COMMAND) {
        return plain::serve();
    }
    let full = words.iter().any(|word| word == "--full");
    let named: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.starts_with("--")).collect();
    let (kinds, parts): (Vec<&str>, Vec<&str>) = named.into_iter().partition(|word| ["sqlite", "postgres"].contains(word));
    let wanted = |part: &str| parts.is_empty() || parts.contains(&part);
    let size = if full { FULL } else { QUICK };
    let mut board = Board::begin(if full { "full" } else { "quick" });
    if wanted("inbound") {
        inbound::measure(size.rounds, &mut board);
    }
    for (kind, name) in [(Kind::Sqlite, "sqlite"), (Kind::Postgres, "postgres")] {
        if !kinds.is_empty() && !kinds.contains(&name) {
            continue;
        }
        if !kind.is_here() {
            board.note("PostgreSQL: not run, no server here (set QUARTERDECK_TEST_POSTGRES to its URL)");
            continue;
        }
        if wanted("door") {
            door::measure(kind, size, &mut board);
        }
        if wanted("inbound") {
            inbound::pipeline(kind, size.mails / 5, &mut board);
        }
        if wanted("outbox") {
            outbox::measure(kind, size, &mut board);
        }
        if wanted("beside") {
            beside::measure(kind, size, &mut board);
        }
        if wanted("console") {
            console::measure(kind, size, &mut board);
        }
        if wanted("desk") {
            desk::measure(kind, size, &mut board);
        }
        // The server is measured with everything in its database that was kept from past events.
        if wanted("journey") || wanted("report") {
            report::measure(kind, size, &mut board, |place, board| {
                if wanted("journey") {
                    journey::measure(place, size, board);
                }
            });
        }
    }
    if !board.end() {
        std::process::exit(1);
    }
}
