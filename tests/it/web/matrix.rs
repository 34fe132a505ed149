//! Every route of the staff and every call of the API, asked by every role, by nobody, and for what is another platform's.
//! The list is the program's own table: a route that is added is asked here as well.

use std::collections::BTreeMap;

use quarterdeck::app::announce::Message;
use quarterdeck::app::invite::Invitee;
use quarterdeck::app::{Actor, App};
use quarterdeck::db::inbound::Door;
use quarterdeck::domain::announcement::{Words, reached};
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::language::{Language, Translated};
use quarterdeck::domain::member::Function;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::{Action, Role};
use quarterdeck::web::api::routes::CALLS;
use quarterdeck::web::extract::staff::Who;
use quarterdeck::web::routes::{STAFF, StaffCall};
use reqwest::{Method, StatusCode};
use serde_json::json;

use super::organiser_house::House;
use crate::both_databases;
use crate::rosters::member;
use crate::support::api::Api;
use crate::support::attendee::{DOMAIN, border, keys_of};
use crate::support::html::{Form, Page, Visitor};
use crate::support::scene::Scene;

/// What stands for the things that paths name: ours, another platform's, and what was never there.
struct Things(BTreeMap<&'static str, [String; 3]>);

/// The name of an API token.
const SPARE: &str = "Spare";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Ours,
    Theirs,
    Nobodys,
}

impl Things {
    /// A path with things in it; `None` when it names none and they are not ours.
    fn path(&self, pattern: &str, whose: Whose) -> Option<String> {
        let mut path = pattern.to_owned();
        let mut named = false;
        while let (Some(start), Some(end)) = (path.find('{'), path.find('}')) {
            let name = &path[start + 1..end];
            let all = self.0.get(name).unwrap_or_else(|| panic!("{pattern}: say here what stands for {name}, ours and another platform's"));
            path.replace_range(start..=end, &all[whose as usize]);
            named = true;
        }
        (named || whose == Whose::Ours).then_some(path)
    }
}

fn of(ours: impl Into<String>, theirs: impl Into<String>, nobodys: &str) -> [String; 3] {
    [ours.into(), theirs.into(), nobodys.to_owned()]
}

/// A reference that nothing has.
const UNKNOWN: &str = "ABCD-EFGH-JKLM";

/// Somebody with a mandate on a platform.
async fn enrol(app: &App, platform: &str, name: &str) -> String {
    let id = app.platform_id(platform).await.expect("a read").expect("a platform");
    let member = member(name, "FOD Bruggen", Function::Csi, ("2026-01-01", ""));
    app.add_member(id, member, Actor::System, app.now()).await.expect("added").to_string()
}

/// Somebody invited to an event.
async fn invite(house: &House, event: &str, address: &str) {
    let event = house.event(event).await.id;
    let email = EmailAddress::parse(address).expect("an address");
    let invitee = Invitee { email, name: None, organisation: None, sector: None, language: Language::En };
    house.app.invite(event, vec![invitee], None, Actor::System, house.app.now()).await.expect("invited");
}

/// A message to everybody who has a seat at an event.
async fn announce(house: &House, event: &str) -> String {
    let slug = event;
    let event = house.event(event).await.id;
    let people = house.app.audience(event, Default::default()).await.expect("people").iter().map(|row| row.id).collect();
    let words = Words { subject: Translated::same("Doors"), text: Translated::same("They open at one.") };
    let message = Message { key: format!("key-{slug}"), words, people, states: reached(None) };
    house.app.announce(event, message, Actor::System, house.app.now()).await.expect("sent").0.to_string()
}

/// A guest proposed for an event.
async fn propose(house: &House, event: &str, name: &str) -> String {
    let proposal = crate::guests::proposal(name);
    let event = house.event(event).await.id;
    house.app.propose_guest(event, proposal, Actor::System, house.app.now()).await.expect("proposed").to_string()
}

/// An import that wrote nothing.
fn import(house: &House, platform: &str, mark: &str) -> String {
    let reference = format!("{mark:A>43}");
    house.sql().run(&format!(
        "INSERT INTO member_import (id, reference, platform_id, at, actor, added, changed)
         SELECT id, '{reference}', id, created_at, 'system', 0, 0 FROM platform WHERE slug = '{platform}'"
    ));
    reference
}

/// A mail that somebody with a registration wrote.
async fn write_in(house: &House, address: &str) -> String {
    let raw = format!("From: <{address}>\r\nTo: events@{DOMAIN}\r\nSubject: From {address}\r\nMessage-ID: <{address}>\r\n\r\nA question.\r\n");
    let received = house.app.receive_mail(Door::Stdin, None, raw.into_bytes(), house.app.now()).await.expect("kept");
    house.app.handle_inbound(&border(), &keys_of(&[]), house.app.now()).await.expect("handled");
    received.id.to_string()
}

/// Somebody marked present by another than those who ask.
async fn attend(house: &House, name: &str) -> String {
    let reference = quarterdeck::domain::ids::Reference::parse(&house.reference(name)).expect("a reference");
    let (registration, event) = house.app.registration_ids(&reference).await.expect("a registration");
    let (source, at) = (quarterdeck::domain::attendance::ProofSource::Door, house.app.now());
    let mark = quarterdeck::app::check_in::CheckIn { event, registration, source, at, left_at: None, device: None, key: None };
    house.app.check_in(mark, Actor::System, at).await.expect("marked");
    house.sql().number(&format!("SELECT id AS value FROM attendance_proof WHERE registration_id = {}", registration.0)).to_string()
}

/// An attendance report of an event, with somebody in it who waits: its reference, and the sighting's row.
fn report(house: &House, event: &str, name: &str, letter: char) -> (String, String) {
    let reference: String = std::iter::repeat_n(letter, 43).collect();
    let id = u32::from(letter);
    let of = format!("FROM event WHERE slug = '{event}'");
    let mut sql = house.sql();
    sql.run(&format!(
        "INSERT INTO attendance_report (id, reference, event_id, provider, zone, people, taken_at, taken_by)
         SELECT {id}, '{reference}', id, 'teams', 'UTC', 1, created_at, 'system' {of}"
    ));
    sql.run(&format!(
        "INSERT INTO sighting (id, report_id, event_id, line, name, other_names, spans, state, why, candidates)
         SELECT {id}, {id}, id, 2, '{name}', '[]', '[]', 'open', 'unknown', '[]' {of}"
    ));
    (reference, id.to_string())
}

/// Something of ours and theirs, on two hidden platforms, each with a person and a mail.
async fn furnish(house: &House) -> Things {
    house.put(Scene::event("here").platform("csi-dpo"));
    house.put(Scene::event("faraway").platform("sit"));
    house.enter("here", &["An Peeters"]).await;
    house.enter("faraway", &["Canary Vandenbroucke"]).await;
    house.app.add_token(SPARE.into(), Role::Reporter, None, Actor::Operator, house.app.now()).await.expect("a token");
    let members = of(enrol(&house.app, "csi-dpo", "Piet Maes").await, enrol(&house.app, "sit", "Canary Claes").await, UNKNOWN);
    let imports = of(import(house, "csi-dpo", "OURS"), import(house, "sit", "THEIRS"), UNKNOWN);
    invite(house, "here", "invited@here.example.be").await;
    invite(house, "faraway", "canary@faraway.example.be").await;
    crate::organisations::register(&house.app, "Registered VZW", Sector::Public, &["registered.example.be"]).await;
    let theirs = house.event("faraway").await.id;
    crate::organisations::enter(&house.app, theirs, "Canary Maes", "canary.maes@faraway.example.be", "Canary NV", Sector::Private).await;
    let messages = of(announce(house, "here").await, announce(house, "faraway").await, "4611686018427387904");
    let mut sql = house.sql();
    let mut one = |query: &str, event: &str| sql.words(&query.replace("{}", event)).join(",");
    let [invitations, batches] = [("invitation", "reference"), ("invitation_batch", "CAST(id AS TEXT)")].map(|(table, name)| {
        let query = format!("SELECT {name} AS value FROM {table} WHERE event_id = (SELECT id FROM event WHERE slug = '{{}}')");
        of(one(&query, "here"), one(&query, "faraway"), if name == "reference" { UNKNOWN } else { "4611686018427387904" })
    });
    let mut mail = |event: &str| {
        sql.number(&format!("SELECT id AS value FROM outbox WHERE kind <> 'announcement' AND recipient = 'guest0@{event}.example.be'")).to_string()
    };
    let guests = of(propose(house, "here", "Guest Maes").await, propose(house, "faraway", "Canary Guest").await, UNKNOWN);
    let mails = of(mail("here"), mail("faraway"), "4611686018427387904");
    let inbound = of(write_in(house, "guest0@here.example.be").await, write_in(house, "guest0@faraway.example.be").await, "4611686018427387904");
    let mut organisation = |name: &str| sql.number(&format!("SELECT id AS value FROM organisation WHERE name = '{name}'")).to_string();
    let (registered, named) = (organisation("Registered VZW"), organisation("Canary NV"));
    let proofs = of(attend(house, "An Peeters").await, attend(house, "Canary Vandenbroucke").await, "4611686018427387904");
    for (event, text) in [("here", "Our objection"), ("faraway", "Canary objection")] {
        house.sql().run(&format!(
            "INSERT INTO objection (id, registration_id, event_id, claim, text, made_at, changed_at, state)
             SELECT min(r.id), min(r.id), min(e.id), 'was_there', '{text}', min(r.registered_at), min(r.registered_at), 'open'
             FROM registration r JOIN event e ON e.id = r.event_id WHERE e.slug = '{event}' AND r.email = 'guest0@{event}.example.be'"
        ));
    }
    let (ours, theirs) = (report(house, "here", "Unknown Maes", 'R'), report(house, "faraway", "Canary Unknown", 'S'));
    Things(BTreeMap::from([
        ("report", of(ours.0, theirs.0, UNKNOWN)),
        ("sighting", of(ours.1, theirs.1, "4611686018427387904")),
        ("proof", proofs),
        ("event", of("here", "faraway", "nowhere")),
        // Who works on one platform sees what is registered, and not what was only named.
        ("organisation", of(registered, named, "4611686018427387904")),
        ("reference", of(house.reference("An Peeters"), house.reference("Canary Vandenbroucke"), UNKNOWN)),
        ("mail", mails),
        ("inbound", inbound),
        ("part", of("people", "nothing", "nothing")),
        ("kind", of("reminder", "nothing", "nothing")),
        ("platform", of("csi-dpo", "sit", "nothing")),
        ("edition", of("2026-Q4", "2026-Q4", "2026-Q9")),
        ("ending", of("csv", "csv", "exe")),
        ("guest", guests),
        ("member", members),
        ("import", imports),
        ("invitation", invitations),
        ("batch", batches),
        ("message", messages),
    ]))
}

/// Asks as a browser would. A form is sent with the token of the sign-in and what some forms name a thing by, and nothing else,
/// which changes little.
async fn ask(visitor: &Visitor, csrf: &str, call: &StaffCall, path: &str, registration: &str) -> Page {
    let action = visitor.base.join(&format!("/organiser/en{path}")).expect("a path");
    let sent = [("csrf", csrf), ("registration", registration), ("name", SPARE)].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let fields = if call.method == "POST" { sent.to_vec() } else { Vec::new() };
    visitor.send(&Form { action, method: Method::from_bytes(call.method.as_bytes()).expect("a method"), fields }).await
}

fn may(role: Role, everywhere: bool, who: Who) -> bool {
    match who {
        Who::All | Who::SignedIn => true,
        // These reach all platforms.
        Who::May(action @ (Action::Administer | Action::ManageOrganisations)) => everywhere && role.may(action),
        Who::May(action) => role.may(action),
    }
}

/// Signing in and out would change who asks; the account's own forms are tested with it.
fn asks_by_itself(call: &StaffCall) -> bool {
    let signs = call.path.starts_with("/sign-in") || call.path == "/sign-out";
    let is_own = call.method == "POST" && call.path.starts_with("/account");
    !signs && !is_own
}

both_databases! {
    async fn every_staff_route_by_every_role_and_for_what_is_not_theirs(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let things = furnish(&house).await;
        let mut asked = 0;
        for (role, everywhere) in [(Role::Reporter, false), (Role::Desk, false), (Role::Organiser, false), (Role::Admin, false), (Role::Admin, true)] {
            let visitor = house.staff(role, (!everywhere).then_some("csi-dpo")).await;
            let csrf = visitor.get("/organiser/en/").await.form("/sign-out").value("csrf").expect("a token").to_owned();
            for call in STAFF.iter().filter(|call| asks_by_itself(call)) {
                let what = |whose: Whose| format!("{role}, everywhere: {everywhere}, {} {} of {whose:?}", call.method, call.path);
                let allowed = may(role, everywhere, call.who);
                for whose in [Whose::Nobodys, Whose::Theirs, Whose::Ours] {
                    let Some(path) = things.path(call.path, whose) else { continue };
                    // Whoever may everything everywhere may this as well.
                    if everywhere && whose == Whose::Theirs {
                        continue;
                    }
                    let page = ask(&visitor, &csrf, call, &path, &things.0["reference"][whose as usize]).await;
                    asked += 1;
                    match whose {
                        _ if !allowed => assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", what(whose)),
                        Whose::Ours => {
                            assert!(!page.status.is_server_error(), "{}: {}", what(whose), page.status);
                            assert!(!matches!(page.status.as_u16(), 401 | 403 | 404 | 405), "{}: {}", what(whose), page.status);
                        }
                        _ => assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", what(whose)),
                    }
                    if page.status.is_client_error() {
                        assert!(page.find_form("/sign-out").is_some() && !page.links().is_empty(), "{}: no way on", what(whose));
                    }
                    if !everywhere {
                        assert!(!page.body.contains("Canary") && !page.body.contains("guest0@faraway"), "{} shows what is theirs", what(whose));
                        assert!(whose == Whose::Theirs || !page.body.contains("faraway"), "{} names what is theirs", what(whose));
                    }
                }
            }
        }
        assert!(asked > 5 * STAFF.len(), "{asked}");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn every_staff_route_sends_nobody_to_the_sign_in(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let things = furnish(&house).await;
        let (outsider, changes) = (house.visitor(), house.sql().count("registration_change", "1 = 1"));
        for call in STAFF.iter().filter(|call| call.who != Who::All) {
            for whose in [Whose::Nobodys, Whose::Theirs, Whose::Ours] {
                let Some(path) = things.path(call.path, whose) else { continue };
                let page = ask(&outsider, "", call, &path, &things.0["reference"][whose as usize]).await;
                let what = format!("{} {path}", call.method);
                assert_eq!((page.status.as_u16(), page.url.path()), (200, "/organiser/en/sign-in"), "{what}");
                assert!(!page.body.contains("Canary") && !page.body.contains("faraway") && !page.body.contains("Peeters"), "{what}");
            }
        }
        assert_eq!(house.sql().count("registration_change", "1 = 1"), changes);
    }
}

/// What is allowed to who may do it on all platforms, and to nobody else: it names none.
const EVERYWHERE: [(&str, &str); 1] = [("POST", "/platforms")];

both_databases! {
    async fn every_call_by_every_role_and_for_what_is_not_theirs(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        api.put(Scene::event("here").platform("csi-dpo"));
        api.put(Scene::event("faraway").platform("sit"));
        let all = api.token(Role::Admin, None).await;
        let mut ids = Vec::new();
        for event in ["here", "faraway"] {
            let body = json!({ "name": "Canary Vandenbroucke", "email": format!("canary@{event}.example.be"), "organisation": "Example", "sector": "private", "language": "en" });
            let entered = api.call(&all, "POST", &format!("/events/{event}/registrations"), Some(body)).await;
            ids.push(entered.json["id"].as_str().unwrap_or_else(|| panic!("{entered:?}")).to_owned());
        }
        for platform in ["csi-dpo", "sit"] {
            let id = api.app.platform_id(platform).await.expect("a read").expect("a platform");
            let past = Edition::of(api.app.now().date_naive()).previous();
            api.app.close_quarter(id, past, None, Actor::System, api.app.now()).await.expect("closed");
        }
        let things = Things(BTreeMap::from([
            ("number", of("1", "1", "9")),
            ("slug", of("here", "faraway", "nowhere")),
            ("id", of(&ids[0], &ids[1], UNKNOWN)),
            ("code", of("not_found", "not_found", "nothing")),
            ("edition", of("2026-Q4", "2026-Q4", "2026-Q9")),
            ("platform", of("csi-dpo", "sit", "nothing")),
        ]));
        let platforms = Things(BTreeMap::from([("slug", of("csi-dpo", "sit", "nothing"))]));
        for role in [Role::Reporter, Role::Desk, Role::Organiser, Role::Admin] {
            let token = api.token(role, Some("csi-dpo")).await;
            for call in CALLS.iter().filter(|call| call.needs != "all") {
                let things = if call.path.starts_with("/platforms") { &platforms } else { &things };
                for whose in [Whose::Nobodys, Whose::Theirs, Whose::Ours] {
                    let Some(path) = things.path(call.path, whose) else { continue };
                    let what = format!("{role}: {} {path}", call.method);
                    let body = (call.method != "GET").then(|| json!({}));
                    let answer = api.call(&token, call.method, &path, body.clone()).await;
                    let allowed = Action::from_code(call.needs).is_none_or(|action| role.may(action));
                    match (whose, allowed) {
                        (Whose::Ours, true) if EVERYWHERE.contains(&(call.method, call.path)) => {
                            assert_eq!((answer.status.as_u16(), answer.code()), (403, "forbidden"), "{what}: on all platforms alone");
                        }
                        (Whose::Ours, true) => {
                            assert!(!answer.status.is_server_error() && !matches!(answer.status.as_u16(), 401 | 403 | 404 | 405), "{what}: {answer:?}");
                        }
                        (Whose::Ours, false) => assert_eq!((answer.status.as_u16(), answer.code()), (403, "forbidden"), "{what}"),
                        (_, true) => assert_eq!((answer.status.as_u16(), answer.code()), (404, "not_found"), "{what}"),
                        // Refused for the role or because it is not there, but for both alike.
                        (_, false) => assert!(matches!(answer.code(), "forbidden" | "not_found"), "{what}: {answer:?}"),
                    }
                    if whose != Whose::Ours {
                        let unknown = things.path(call.path, Whose::Nobodys).expect("it names something");
                        let unknown = api.call(&token, call.method, &unknown, body.clone()).await;
                        assert_eq!((answer.status, answer.code()), (unknown.status, unknown.code()), "{what}: what is theirs is as what is not there");
                    }
                    assert!(!answer.json.to_string().contains("canary@faraway"), "{what}");
                    let nobody = api.call("", call.method, &path, body).await;
                    assert_eq!((nobody.status.as_u16(), nobody.code()), (401, "bad_credentials"), "{what}");
                }
            }
        }
        api.assert_verified().await;
    }
}
