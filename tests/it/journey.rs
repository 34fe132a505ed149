//! One registration's whole way, from the form to the figure, seen from outside.

use chrono::Duration;
use quarterdeck::app::Actor;
use quarterdeck::app::check_in::CheckIn;
use quarterdeck::clock::Clock;
use quarterdeck::db::events;
use quarterdeck::domain::attendance::ProofSource;
use quarterdeck::domain::event::Place;
use quarterdeck::domain::ids::{EventId, RegistrationId};
use quarterdeck::domain::language::Translated;

use crate::both_databases;
use crate::support::scene::Scene;
use crate::support::scene::now;
use crate::support::service::{Guest, Service};
use crate::support::sql::moment;
use crate::support::{self, interop};

both_databases! {
    /// Register, prove, be invited, step back, be promoted, be marked present, be counted.
    async fn from_the_form_to_the_quarters_figure(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing").seats(2));
        let [anna, bram, chloe] = [
            Guest::named("Anna Peeters").reads("nl"),
            Guest::named("Bram Dubois").reads("fr").sector("public").of("Ville de Namur"),
            Guest::named("Chloé Maes").reads("de").sector("academic").of("Universität Eupen"),
        ];

        for guest in [&anna, &bram] {
            let page = service.join("briefing", guest).await;
            assert_eq!(page.state(), "confirmed", "{}", page.body);
            let mail = service.sink.wait_for(&guest.email, "registration_confirmed").await;
            let calendar = mail.calendar().expect("an invitation");
            assert_eq!((calendar.method.as_str(), calendar.count("ATTENDEE"), calendar.event("SEQUENCE")), ("REQUEST", 1, Some("0")));
            assert_eq!(mail.to().join(","), guest.email);
            assert_eq!(mail.headers("Content-Language"), Vec::<String>::from([guest.language.to_owned()]), "the mail is in the person's language");
        }
        let page = service.join("briefing", &chloe).await;
        assert_eq!(page.state(), "waitlisted");
        assert!(service.sink.wait_for(&chloe.email, "waitlisted").await.calendar().is_none(), "who waits is not invited");

        let invited = service.sink.wait_for(&anna.email, "registration_confirmed").await;
        let visitor = service.visitor();
        let own = visitor.get(&invited.link_with("/r/")).await;
        let gone = visitor.send(&own.form("/withdraw")).await;
        assert_eq!(gone.state(), "withdrawn");
        let cancel = service.sink.wait_for(&anna.email, "withdrawn").await.calendar().expect("a cancellation");
        let request = invited.calendar().expect("the invitation");
        assert_eq!((cancel.method.as_str(), cancel.event("STATUS")), ("CANCEL", Some("CANCELLED")));
        assert_eq!(cancel.event("UID"), request.event("UID"), "the same object");
        let promoted = service.sink.wait_for(&chloe.email, "promoted").await;
        assert_eq!(promoted.calendar().map(|c| c.method).as_deref(), Some("REQUEST"));
        let page = visitor.get(&promoted.link_with("/r/")).await;
        assert_eq!(page.state(), "confirmed");

        attend(&service, "briefing", &chloe).await;
        let figures = service.command(&["report", "attendance", "--from", "2000-Q1", "--to", "2999-Q4", "--by", "sector", "--format", "json"]);
        let figures: serde_json::Value = serde_json::from_str(&figures).expect("JSON");
        assert_eq!(figure(&figures, "academic"), [1, 1, 0], "attended, confirmed, no-show: {figures}");
        assert_eq!(figure(&figures, "public"), [0, 1, 1], "{figures}");
        assert_eq!(figure(&figures, "private"), [0, 0, 0], "{figures}");

        service.delivered().await;
        for guest in [&anna, &bram, &chloe] {
            let (kinds, mut ids): (Vec<_>, Vec<_>) = service.sink.to(&guest.email).iter().map(|m| (m.kind(), m.message_id())).unzip();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), kinds.len(), "one mail per change: {kinds:?}");
        }
    }
}

/// The day passes: the event is over, and this guest was there.
async fn attend(service: &Service, event: &str, guest: &Guest) {
    let mut sql = service.sql();
    let id = EventId(sql.number(&format!("SELECT id AS value FROM event WHERE slug = '{event}'")));
    let registration = RegistrationId(sql.number(&format!("SELECT id AS value FROM registration WHERE email = '{}'", guest.email)));
    let [start, end] = [3, 1].map(|hours| moment(now() - Duration::hours(hours)));
    sql.run(&format!("UPDATE event SET starts_at = {start}, closes_at = {start}, ends_at = {end} WHERE id = {id}"));
    let mark = CheckIn { event: id, registration, source: ProofSource::Hand, at: now() - Duration::hours(2), left_at: None, device: None, key: None };
    let app = support::app::open(&service.database.url, Clock::System);
    let told = app.check_in(mark.clone(), Actor::System, now()).await.expect("a mark");
    assert_eq!((told.name.as_str(), told.first), (guest.name.as_str(), true));
    assert!(!app.check_in(mark, Actor::System, now()).await.expect("again").first, "a second mark is no second person");
}

/// Attended, confirmed and no-show of one sector.
fn figure(report: &serde_json::Value, sector: &str) -> [i64; 3] {
    let rows = report["rows"].as_array().cloned().unwrap_or_default();
    let row = rows.into_iter().find(|row| row.to_string().contains(&format!("\"{sector}\""))).unwrap_or_default();
    ["attended", "confirmed", "no_show"].map(|name| row[name].as_i64().or_else(|| row["counts"][name].as_i64()).unwrap_or(0))
}

both_databases! {
    /// A minute after the start: who has a seat finds the way in and can still step back; what was not chosen before is over.
    async fn who_comes_late_still_finds_the_way_in(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing").hybrid(None));
        let (seated, unproven) = (Guest::named("Anna Peeters").attends("online").reads("en"), Guest::named("Bram Dubois").attends("on_site").reads("en"));
        assert_eq!(service.join("briefing", &seated).await.state(), "confirmed");
        service.register("briefing", &unproven).await;
        let own = service.sink.wait_for(&seated.email, "registration_confirmed").await.link_with("/r/");
        let proof = service.sink.wait_for(&unproven.email, "prove_address").await.link_with("/r/");
        let visitor = service.visitor();
        assert_eq!(visitor.get(&own).await.count("input[name=mode]"), 1, "before the start one can switch");

        let [close, start, end] = [-60, -1, 120].map(|minutes| moment(now() + Duration::minutes(minutes)));
        service.sql().run(&format!("UPDATE event SET closes_at = {close}, starts_at = {start}, ends_at = {end}"));
        let page = visitor.get(&own).await;
        assert_eq!((page.text("h1").as_str(), page.state().as_str()), ("You have a seat", "confirmed"));
        assert_eq!(page.count("a[href^='/nl/j/'], a[href^='/en/j/'], a[href^='/fr/j/'], a[href^='/de/j/']"), 1, "the link to join: {}", page.body);
        assert_eq!((page.count("a[href$='/invitation.ics']"), page.count("input[name=mode]")), (1, 0));
        let late = visitor.get(&proof).await;
        assert_eq!((late.text("h1").as_str(), late.find_form("/confirm").is_none()), ("Registration is closed", true));

        let gone = visitor.send(&page.form("/withdraw")).await;
        assert_eq!(gone.state(), "withdrawn");
        assert!(gone.text("[role=status]").contains("e-mail"), "the page says what follows: {}", gone.body);
        service.sink.wait_for(&seated.email, "withdrawn").await;
        service.assert_verified();
    }
}

both_databases! {
    /// An event moves, then is called off: a calendar that obeys the mails ends up where the database is.
    async fn calendars_follow_a_reschedule_and_a_call_off(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let guest = Guest::named("Anna Peeters").reads("fr");
        assert_eq!(service.join("briefing", &guest).await.state(), "confirmed");
        service.sink.wait_for(&guest.email, "registration_confirmed").await;

        let app = support::app::open(&service.database.url, Clock::System);
        let id = EventId(service.sql().number("SELECT id AS value FROM event WHERE slug = 'briefing'"));
        let known = app.db.read(move |conn| events::by_id(conn, id)).await.expect("the event").event;
        let mut schedule = known.schedule.clone();
        schedule.starts_at += Duration::days(1);
        schedule.ends_at += Duration::days(1);
        let place = Place { venue: Translated::same("Egmontpaleis, Brussel"), ..known.place.clone() };
        app.reschedule_event(id, None, schedule.clone(), place, Actor::System, now()).await.expect("moved");
        let moved = service.sink.wait_for(&guest.email, "event_changed").await;
        assert!(moved.text().contains("Egmontpaleis"), "the mail says what changed: {}", moved.text());
        let start = schedule.starts_at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        if let Some(shown) = interop::check(&service.sink.to(&guest.email), true) {
            let entry = one(&shown);
            assert_eq!((entry["start"].as_str(), entry["sequence"].as_i64(), entry["status"].as_str()), (Some(start.as_str()), Some(1), Some("CONFIRMED")));
            assert!(entry["place"].as_str().is_some_and(|p| p.contains("Egmontpaleis")), "{entry}");
        }

        app.cancel_event(id, None, None, Actor::System, now()).await.expect("called off");
        service.sink.wait_for(&guest.email, "event_cancelled").await;
        assert_eq!(service.stored_state(&guest), "cancelled");
        if let Some(shown) = interop::check(&service.sink.to(&guest.email), true) {
            let entry = one(&shown);
            assert_eq!((entry["status"].as_str(), entry["method"].as_str(), entry["sequence"].as_i64()), (Some("CANCELLED"), Some("CANCEL"), Some(2)));
        }
    }
}

/// The only entry of a calendar.
fn one(shown: &serde_json::Value) -> serde_json::Value {
    let entries = shown.as_object().cloned().unwrap_or_default();
    assert_eq!(entries.len(), 1, "one object for one event and person: {shown}");
    entries.into_iter().next().map(|(_, entry)| entry).unwrap_or_default()
}

both_databases! {
    /// A freed seat goes to the longest waiting, each place moves up by one, and nobody new jumps in front.
    async fn the_waiting_list_moves_in_order(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing").seats(1));
        let guests: Vec<_> = ["Een", "Twee", "Drie", "Vier"].map(Guest::named).into();
        for guest in &guests {
            service.join("briefing", guest).await;
        }
        let places = ["confirmed", "waitlisted", "waitlisted", "waitlisted"];
        assert_eq!(guests.iter().map(|g| service.stored_state(g)).collect::<Vec<_>>(), places);

        let visitor = service.visitor();
        let mail = service.sink.wait_for(&guests[0].email, "registration_confirmed").await;
        visitor.send(&visitor.get(&mail.link_with("/r/")).await.form("/withdraw")).await;
        service.sink.wait_for(&guests[1].email, "promoted").await;
        let late = Guest::named("Vijf");
        assert_eq!(service.join("briefing", &late).await.state(), "waitlisted");
        let states: Vec<_> = guests.iter().chain([&late]).map(|g| service.stored_state(g)).collect();
        assert_eq!(states, ["withdrawn", "confirmed", "waitlisted", "waitlisted", "waitlisted"]);
        service.delivered().await;
        assert!(service.sink.to(&guests[2].email).iter().all(|m| m.kind() != "promoted"));
    }
}

both_databases! {
    /// Seats in the room and online are counted apart; quotas and the maximum per organisation hold, and say so.
    async fn every_limit_holds_and_explains_itself(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("quota").seats(10).quotas([Some(1), None, None]));
        assert_eq!(service.join("quota", &Guest::named("Prive Een")).await.state(), "confirmed");
        assert_eq!(service.join("quota", &Guest::named("Prive Twee")).await.state(), "waitlisted");
        assert_eq!(service.join("quota", &Guest::named("Publiek Een").sector("public")).await.state(), "confirmed");

        service.put(Scene::event("one-each").seats(10).max_per_organisation(1));
        assert_eq!(service.join("one-each", &Guest::named("Firma Een").of("Firma")).await.state(), "confirmed");
        let waits = service.join("one-each", &Guest::named("Firma Twee").of("  FIRMA ")).await;
        assert_eq!(waits.state(), "waitlisted", "the same organisation however it is typed");
        assert_eq!(service.join("one-each", &Guest::named("Ander Een").of("Ander")).await.state(), "confirmed");

        service.put(Scene::event("hybrid").seats(1).hybrid(None));
        assert_eq!(service.join("hybrid", &Guest::named("Zaal Een").attends("on_site")).await.state(), "confirmed");
        assert_eq!(service.join("hybrid", &Guest::named("Zaal Twee").attends("on_site")).await.state(), "waitlisted");
        assert_eq!(service.join("hybrid", &Guest::named("Net Een").attends("online")).await.state(), "confirmed");
        let mut sql = service.sql();
        let reasons = sql.words("SELECT reason AS value FROM registration WHERE state = 'waitlisted' ORDER BY name");
        let codes: Vec<_> = reasons.iter().filter_map(|r| serde_json::from_str::<serde_json::Value>(r).ok()).map(|r| r["code"].clone()).collect();
        assert_eq!(codes, ["organisation_full", "quota_full", "capacity_full"], "{reasons:?}");
    }
}
