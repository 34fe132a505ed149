//! The list of an event's people as a file, fetched as an organiser does it: signed in, from the staff page.

use chrono::Duration;
use quarterdeck::app::Actor;
use quarterdeck::app::enter::Entry;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;
use quarterdeck::domain::text::{OrganisationName, PersonName};

use crate::client::Client;
use crate::figures::Board;
use crate::place::{self, Place, email, organisation};
use crate::server::Server;
use crate::sink::Sink;
use crate::{door, process};

/// Most CPU that the file may cost, in seconds.
const SECONDS: f64 = 0.5;
/// People in it.
const PEOPLE: usize = 5_000;
/// People entered in one go while the event is laid out.
const AT_ONCE: usize = 500;
/// Where they go.
const SLUG: &str = "export";
const STAFF: &str = "organiser@quarterdeck.example";
const PASSWORD: &str = "correct horse battery staple";

/// Lays out an event on a running server's place, and measures the server while it writes the file.
pub fn measure(server: &Server, sink: &Sink, place: &Place, board: &mut Board) {
    let mails = sink.taken();
    door::runtime().block_on(lay_out(place, SLUG, PEOPLE));
    // Their mails must not be counted with the file.
    sink.wait_for(mails + PEOPLE);
    let mut client = sign_in(server);
    let mut times: Vec<f64> = (0..3)
        .map(|_| {
            let before = process::cpu(server.pid());
            let file = client.get(&format!("/organiser/en/events/{SLUG}/registrations.csv")).expect(200);
            let cost = process::cpu(server.pid()) - before;
            assert_eq!(file.body.lines().count(), PEOPLE + 1, "a line for each, and the heading");
            cost.as_secs_f64()
        })
        .collect();
    times.sort_unstable_by(f64::total_cmp);
    board.at_most(&format!("server CPU per file of {PEOPLE} people"), times[1], SECONDS, "s");
}

/// A signed-in organiser.
pub fn sign_in(server: &Server) -> Client {
    let mut client = Client::new(server.address);
    let form = client.get("/organiser/en/sign-in").expect(200);
    client.post("/organiser/en/sign-in", &[("csrf", form.hidden("csrf")), ("email", STAFF), ("password", PASSWORD)]).expect(303);
    client
}

/// An event with so many people, and an organiser.
pub async fn lay_out(place: &Place, slug: &str, people: usize) {
    let app = place.app();
    let now = app.now();
    let qctr = place::platform(&app, "qctr").await;
    let event = place::publish(&app, place::new_event(qctr, slug, now + Duration::days(30)), now).await;
    for from in (0..people).step_by(AT_ONCE) {
        let entries = (from..people.min(from + AT_ONCE)).map(entry).collect();
        app.enter(event, entries, Actor::System, now).await.expect("entered");
    }
    let staff = EmailAddress::parse(STAFF).expect("an address");
    app.add_user(staff, Role::Organiser, None, Some(PASSWORD.into()), Actor::Operator, now).await.expect("a user");
}

fn entry(number: usize) -> Entry {
    Entry {
        name: PersonName::parse(&format!("Marieke Vermeulen {number}")).expect("a name"),
        email: EmailAddress::parse(&email(number)).expect("an address"),
        organisation: OrganisationName::parse(&organisation(number)).expect("a name"),
        sector: Sector::ALL[number % 3],
        mode: None,
        language: Language::ALL[number % 4],
    }
}
