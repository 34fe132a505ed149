//! The desk at an entrance: eight devices that check people in at once, and how heavy the page is that they load.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::Client;
use crate::figures::{Board, ms_each, percentiles, rate};
use crate::place::{Kind, Place};
use crate::server::Server;
use crate::sink::Sink;
use crate::{Size, door, export, process};

/// Most CPU that a check-in may cost, in ms.
const CHECK_IN_MS: f64 = 2.0;
/// Check-ins a second, all devices together; a tenth less counts as that: the pace is kept by sleeping.
const CHECK_INS: f64 = 200.0 * 0.9;
/// Devices.
const DEVICES: usize = 8;
/// From one check-in of a device to its next.
const PACE: Duration = Duration::from_millis(40);
/// Most that page, styles and script may weigh, in kB, nothing compressed.
const PAGE_KB: f64 = 80.0;
/// Where they go.
const SLUG: &str = "desk";

/// Measures on a fresh database.
pub fn measure(kind: Kind, size: Size, board: &mut Board) {
    let (place, runtime, sink) = (Place::new(kind), door::runtime(), Sink::start());
    let _furnished = runtime.block_on(place.furnished());
    let server = Server::start(&place, &sink);
    let people = size.listed;
    board.part(&format!("check-in: {people} people, {DEVICES} devices, {}", kind.name()));
    runtime.block_on(export::lay_out(&place, SLUG, people));
    sink.wait_for(people);
    let devices: Vec<Device> = (0..DEVICES).map(|number| Device::open(&server, number)).collect();
    board.at_most("the page with all that it loads", devices[0].weight, PAGE_KB, "kB");
    process::settled(server.pid());
    let (before, begun) = (process::cpu(server.pid()), Instant::now());
    let mut times = Vec::new();
    let last = std::thread::scope(|scope| {
        let at_work: Vec<_> = devices.into_iter().map(|device| scope.spawn(|| device.check_in())).collect();
        at_work.into_iter().fold(None, |_, device| {
            let (device, took) = device.join().expect("a device");
            times.extend(took);
            Some(device)
        })
    });
    let (took, cost) = (begun.elapsed(), process::cpu(server.pid()) - before);
    board.line("a check-in, from the scan to its answer", &percentiles(times));
    board.at_least(&format!("check-ins a second, {}", kind.name()), rate(people, took), CHECK_INS, "");
    board.at_most(&format!("server CPU per check-in, {}", kind.name()), ms_each(cost, people), CHECK_IN_MS, "ms");
    let seen = last.expect("a device").roster()["in"].as_array().expect("who is in").len();
    assert_eq!(seen, people, "each of them, once");
}

/// A phone at the entrance, signed in.
struct Device {
    client: Client,
    number: usize,
    csrf: String,
    weight: f64,
}

impl Device {
    fn open(server: &Server, number: usize) -> Self {
        let mut client = export::sign_in(server);
        let page = client.get(&path("")).expect(200);
        let csrf = page.body.split("data-csrf=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a token").to_owned();
        let mut files: Vec<&str> = page.body.split('"').filter(|word| word.starts_with("/static/")).collect();
        files.sort_unstable();
        files.dedup();
        let loaded: usize = files.iter().map(|file| client.get(file).expect(200).body.len()).sum();
        Self { client, number, csrf, weight: (page.body.len() + loaded) as f64 / 1e3 }
    }

    fn roster(mut self) -> Value {
        self.fetch()
    }

    fn fetch(&mut self) -> Value {
        let fields = [("csrf", self.csrf.as_str()), ("list", ""), ("here", ""), ("device", "desk-bench")];
        serde_json::from_str(&self.client.post(&path("/roster"), &fields).expect(200).body).expect("JSON")
    }

    /// Checks in whoever comes to this device, one after the other; answers how long each took.
    fn check_in(mut self) -> (Self, Vec<Duration>) {
        let roster = self.fetch();
        let people = roster["people"].as_array().expect("people");
        let mut times = Vec::new();
        for person in people.iter().skip(self.number).step_by(DEVICES) {
            let begun = Instant::now();
            let key = format!("desk-{}/{}", self.number, times.len());
            let scan = json!([{ "key": key, "at": roster["now"], "pass": person[1] }]).to_string();
            let fields = [("csrf", self.csrf.as_str()), ("device", "desk-bench"), ("scans", scan.as_str())];
            let answer = self.client.post(&path("/scans"), &fields).expect(200).body;
            assert!(answer.contains("\"outcome\":\"in\""), "{answer}");
            times.push(begun.elapsed());
            std::thread::sleep(PACE.saturating_sub(begun.elapsed()));
        }
        (self, times)
    }
}

fn path(rest: &str) -> String {
    format!("/organiser/en/events/{SLUG}/desk{rest}")
}
