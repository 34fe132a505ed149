//! What organisers do with many people at once: a long list read and searched in the browser, a roster brought in from a table, a
//! hall invited.

use std::fmt::Write;
use std::time::Duration;

use chrono::Days;
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use quarterdeck::app::invite::Invitee;
use quarterdeck::app::roster::import::{Outcome, Wish};
use quarterdeck::app::roster::rows::read_file;
use quarterdeck::app::{Actor, App};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::EventId;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::text::{OrganisationName, PersonName};

use crate::figures::{Board, ms_each};
use crate::place::{self, Kind, Place, email, organisation};
use crate::server::Server;
use crate::sink::Sink;
use crate::{Size, door, export, process};

/// Most CPU that the first page of a long list may cost, in ms.
const LIST_MS: f64 = 20.0;
/// Most CPU that a search in it may cost, in ms.
const SEARCH_MS: f64 = 30.0;
/// Most CPU that looking at a table of members and writing it may cost, in seconds.
const IMPORT_SECONDS: f64 = 5.0;
/// Most CPU that queueing the invitations may cost, in seconds.
const INVITE_SECONDS: f64 = 2.0;
/// Pages read for a figure: processor time is counted in steps of 10 ms.
const PAGES: usize = 100;
/// The event with the long list.
const SLUG: &str = "long-list";

/// Measures on a fresh database.
pub fn measure(kind: Kind, size: Size, board: &mut Board) {
    let (place, runtime) = (Place::new(kind), door::runtime());
    let (app, event) = runtime.block_on(place.furnished());
    board.part(&format!("organisers: {} on a list, {} on a roster, {} invited, {}", size.listed, size.members, size.invited, kind.name()));
    import(&runtime, &app, size.members, board);
    invite(&runtime, &app, event, &place, size.invited, board);
    list(&place, size, board);
}

/// First page, last page and searches, as an organiser's browser fetches them. Mails go out before it begins.
fn list(place: &Place, size: Size, board: &mut Board) {
    let people = size.listed;
    let sink = Sink::start();
    let server = Server::start(place, &sink);
    door::runtime().block_on(export::lay_out(place, SLUG, people));
    // Theirs, and those of everybody invited before: the pages must not be counted with them.
    sink.wait_for(people + size.invited);
    let mut client = export::sign_in(&server);
    let path = format!("/organiser/en/events/{SLUG}/registrations");
    let mut each = |query: &str, finds: &str| {
        let address = format!("{path}{query}");
        let page = client.get(&address).expect(200);
        assert!(page.body.contains(finds), "{query}: {}", page.body);
        let cpu = process::cpu(server.pid());
        (0..PAGES).for_each(|_| drop(client.get(&address).expect(200)));
        (ms_each(process::cpu(server.pid()) - cpu, PAGES), page.body.len())
    };
    let (front, octets) = each("", "Marieke Vermeulen");
    let (one, _) = each(&format!("?q=vermeulen+{}", people - 1), &email(people - 1));
    let (many, _) = each("?q=V%C3%89RM", "Marieke Vermeulen");
    let (none, _) = each("?q=nobody", "Nobody found");
    let plain = crate::plain::pages_per_second(1, PAGES.max(1000));
    board.line("bare limit: a 12 KB answer from memory", &format!("{:.3} ms CPU", plain.cpu_ms));
    board.at_most(&format!("server CPU per first page of {people} people ({} KB)", octets / 1024), front, LIST_MS, "ms");
    board.at_most("server CPU per search, the slowest of three", one.max(many).max(none), SEARCH_MS, "ms");
}

/// A table is looked at, as the dry run does, and then written.
fn import(runtime: &tokio::runtime::Runtime, app: &App, members: usize, board: &mut Board) {
    let table = table(app, members);
    let platform = runtime.block_on(place::platform(app, "csi-dpo"));
    let cpu = process::own_cpu();
    let (drafts, wrong) = read_file(table.as_bytes()).expect("a table");
    assert!(wrong.is_empty(), "{wrong:?}");
    let read = process::own_cpu() - cpu;
    let now = app.now();
    let plan = runtime.block_on(app.plan_members(platform, drafts.clone(), wrong.clone(), now)).expect("a plan");
    let looked = process::own_cpu() - cpu;
    let wish = Wish { doubtful: true, keep_good: false, shown: Some(plan.fingerprint()) };
    let done = runtime.block_on(app.import_members(platform, drafts, wrong, wish, Actor::Operator, now)).expect("an import");
    let both = process::own_cpu() - cpu;
    assert!(matches!(&done, Outcome::Written(written) if written.added == members), "{done:?}");
    board.line("bare limit: the table is read", &format!("{:.2} s CPU", read.as_secs_f64()));
    board.line("   the dry run, reading included", &format!("{:.2} s CPU", looked.as_secs_f64()));
    board.at_most(&format!("CPU of dry run and import, {members} members"), both.as_secs_f64(), IMPORT_SECONDS, "s");
}

/// People of as many organisations as a country has public services, each with its adviser, officer and their deputies.
fn table(app: &App, members: usize) -> String {
    let start = app.now().date_naive().checked_sub_days(Days::new(30)).expect("a day");
    let mut table = String::from("name;email;organisation;sector;language;function;deputy;start\n");
    for number in 0..members {
        let (service, function, deputy) = (number / 4, ["csi", "dpo"][number % 2], ["no", "yes"][number / 2 % 2]);
        writeln!(table, "Marieke Vermeulen {number};m.{number}@service{service}.example.be;Dienst {service};public;nl;{function};{deputy};{start}")
            .expect("a line");
    }
    table
}

/// From the list until every mail is owed; making and sending them is the outbox's.
fn invite(runtime: &tokio::runtime::Runtime, app: &App, event: EventId, place: &Place, people: usize, board: &mut Board) {
    let list: Vec<Invitee> = (0..people).map(invitee).collect();
    let now = app.now();
    let cpu = process::own_cpu();
    let invited = runtime.block_on(app.invite(event, list, None, Actor::Operator, now)).expect("invited");
    while runtime.block_on(app.send_due_invitations(now)).expect("the sendings") > 0 {}
    let cost = process::own_cpu() - cpu;
    assert_eq!(invited.count(), people);
    assert_eq!(runtime.block_on(app.mail_depth(now)).expect("the outbox").due, people as i64, "all are owed");
    if place.kind == Kind::Sqlite {
        board.line("bare limit: SQLite copies the same rows", &format!("{:.2} s CPU", copied(place).as_secs_f64()));
    }
    board.at_most(&format!("CPU of queueing {people} invitations"), cost.as_secs_f64(), INVITE_SECONDS, "s");
}

/// Whom an organiser invites.
pub fn invitee(number: usize) -> Invitee {
    Invitee {
        email: EmailAddress::parse(&email(number)).expect("an address"),
        name: Some(PersonName::parse(&format!("Marieke Vermeulen {number}")).expect("a name")),
        organisation: Some(OrganisationName::parse(&organisation(number)).expect("a name")),
        sector: Some(Sector::ALL[number % 3]),
        language: Language::ALL[number % 4],
    }
}

fn copied(place: &Place) -> Duration {
    let mut file = SqliteConnection::establish(place.file()).expect("the database");
    let cpu = process::own_cpu();
    let copy = "BEGIN; CREATE TABLE bare_invitation AS SELECT * FROM invitation; CREATE TABLE bare_outbox AS SELECT * FROM outbox; COMMIT";
    file.batch_execute(copy).expect(copy);
    let cost = process::own_cpu() - cpu;
    file.batch_execute("DROP TABLE bare_invitation; DROP TABLE bare_outbox").expect("dropped");
    cost
}
