//! A program's whole way: an event from draft to figure, and lists in pages.

use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use crate::both_databases;
use crate::support::api::Api;
use crate::support::scene::{Scene, now};
use crate::support::sql::Sql;

/// Somebody to register.
pub fn person(n: usize) -> Value {
    json!({ "name": format!("Zoë Dupont {n}"), "email": format!("zoe.{n}@example.be"), "organisation": format!("Example {n} NV"), "sector": "private", "language": "fr" })
}

/// An event to create; its texts exist in Dutch only.
pub fn draft(slug: &str) -> Value {
    let starts = now() + chrono::Duration::days(30);
    json!({
        "slug": slug, "platform": "qctr", "edition": "2026-Q4", "tlp": "green",
        "title": { "nl": "Dreigingsrapport" },
        "schedule": { "starts_at": starts, "ends_at": starts + chrono::Duration::hours(3) },
        "place": { "format": "on_site", "venue": { "nl": "Residence Palace, Brussel" } },
        "seats": { "on_site": { "capacity": 2 } },
    })
}

fn in_all(text: &str) -> Value {
    json!({ "nl": text, "fr": text, "de": text, "en": text })
}

both_databases! {
    async fn from_draft_to_figure(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, Some("qctr")).await;
        let made = api.call(&token, "POST", "/events", Some(draft("qctr-2026-q4"))).await;
        assert_eq!(made.status, 201, "{made:?}");
        assert_eq!(made.header("location"), "/api/v1/events/qctr-2026-q4");
        assert_eq!((&made.json["status"], &made.json["revision"]), (&json!("draft"), &json!(1)));
        assert_eq!(made.json["schedule"]["closes_at"], made.json["schedule"]["starts_at"]);
        assert_eq!(api.call(&token, "POST", "/events", Some(draft("qctr-2026-q4"))).await.code(), "taken");

        let refused = api.call(&token, "POST", "/events/qctr-2026-q4/publish", None).await;
        assert_eq!(refused.code(), "incomplete");
        assert!(refused.places().contains(&"/title/fr") && refused.places().contains(&"/summary/nl") && refused.places().contains(&"/place/venue/en"));
        let patch = json!({ "revision": 1, "title": in_all("QCTR"), "summary": in_all("What we saw."), "place": { "venue": in_all("Residence Palace") } });
        let edited = api.call(&token, "PATCH", "/events/qctr-2026-q4", Some(patch.clone())).await;
        assert_eq!((edited.status.as_u16(), &edited.json["revision"]), (200, &json!(2)), "{edited:?}");
        assert_eq!(edited.json["seats"]["on_site"]["capacity"], 2, "what is left out stays");
        assert_eq!(api.call(&token, "PATCH", "/events/qctr-2026-q4", Some(patch)).await.code(), "stale");
        let published = api.call(&token, "POST", "/events/qctr-2026-q4/publish", Some(json!({}))).await;
        assert_eq!(published.json["status"], "published", "{published:?}");

        let one = api.call(&token, "POST", "/events/qctr-2026-q4/registrations", Some(person(1))).await;
        assert_eq!((one.status.as_u16(), &one.json["state"]), (201, &json!("confirmed")), "{one:?}");
        let more = api.call(&token, "POST", "/events/qctr-2026-q4/registrations", Some(json!([person(1), person(2), person(3)]))).await;
        let states: Vec<_> = more.json.as_array().unwrap().iter().map(|e| (e["state"].as_str().unwrap(), e["existed"] == true)).collect();
        assert_eq!(states, [("confirmed", true), ("confirmed", false), ("waitlisted", false)]);
        let id = |n: usize| more.json[n]["id"].as_str().unwrap().to_owned();
        let waiting = api.get(&token, &format!("/registrations/{}", id(2))).await;
        assert_eq!((&waiting["waiting_place"], &waiting["reason"]), (&json!(1), &json!({ "code": "capacity_full", "limit": 2 })));
        let answered = "SELECT id, 'tentative', sequence, registered_at, registered_at, TRUE, NULL FROM registration WHERE email = 'zoe.2@example.be'";
        Sql::open(&api.database.url).run(&format!("INSERT INTO rsvp (registration_id, answer, sequence, stamped, received_at, verified, asked_sequence) {answered}"));
        let list = api.get(&token, "/events/qctr-2026-q4/registrations").await;
        let rsvps: Vec<_> = list["items"].as_array().unwrap().iter().map(|one| one["rsvp"].as_str().unwrap()).collect();
        assert_eq!(rsvps, ["needs-action", "tentative", "needs-action"]);
        assert_eq!(api.get(&token, &format!("/registrations/{}", id(1))).await["rsvp"], "tentative");
        // Whoever waits was asked nothing.
        for (rsvp, expected) in [("tentative", vec![id(1)]), ("needs-action", vec![id(0)]), ("accepted", vec![]), ("declined", vec![]), ("asked", vec![])] {
            let list = api.get(&token, &format!("/events/qctr-2026-q4/registrations?rsvp={rsvp}")).await;
            let found: Vec<_> = list["items"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
            assert_eq!(found, expected, "{rsvp}");
        }
        let refused = api.call(&token, "GET", "/events/qctr-2026-q4/registrations?rsvp=perhaps", None).await;
        let told = refused.json["errors"][0]["detail"].as_str().unwrap();
        assert_eq!((refused.code(), told), ("invalid", "\"perhaps\" is none of: needs-action, accepted, tentative, declined, asked"));

        let corrected = api.call(&token, "PATCH", &format!("/registrations/{}", id(2)), Some(json!({ "name": "Zoé Dupont", "language": "nl" }))).await;
        assert_eq!((&corrected.json["name"], &corrected.json["language"], &corrected.json["organisation"]), (&json!("Zoé Dupont"), &json!("nl"), &json!("Example 3 NV")));
        let switched = api.call(&token, "PATCH", &format!("/registrations/{}", id(2)), Some(json!({ "mode": "online", "name": "Never" }))).await;
        assert_eq!(switched.code(), "cannot_switch");
        assert_eq!(api.get(&token, &format!("/registrations/{}", id(2))).await["name"], "Zoé Dupont", "all or nothing");

        for _ in 0..2 {
            let gone = api.call(&token, "POST", &format!("/registrations/{}/withdraw", id(0)), Some(json!({ "reason": "By telephone." }))).await;
            assert_eq!((gone.status.as_u16(), &gone.json["state"], &gone.json["reason"]["text"]), (200, &json!("withdrawn"), &json!("By telephone.")));
        }
        assert_eq!(api.get(&token, &format!("/registrations/{}", id(2))).await["state"], "confirmed", "the first in line moves up");

        let mark = json!({ "registration": id(2), "device": "door-1", "key": "door-1/1", "at": now() });
        for _ in 0..2 {
            let told = api.call(&token, "POST", "/events/qctr-2026-q4/check-ins", Some(mark.clone())).await;
            assert_eq!((told.status.as_u16(), &told.json["name"], &told.json["first"]), (200, &json!("Zoé Dupont"), &json!(true)), "{told:?}");
        }
        let again = api.call(&token, "POST", "/events/qctr-2026-q4/check-ins", Some(json!({ "code": id(2), "key": "door-2/1" }))).await;
        assert_eq!((&again.json["first"], &again.json["state"]), (&json!(false), &json!("confirmed")));
        let stolen = api.call(&token, "POST", "/events/qctr-2026-q4/check-ins", Some(json!({ "registration": id(1), "key": "door-1/1" }))).await;
        assert_eq!(stolen.code(), "key_reused");

        let starts = now() + chrono::Duration::days(40);
        let moved = json!({ "schedule": { "starts_at": starts, "ends_at": starts + chrono::Duration::hours(2), "closes_at": null } });
        let moved = api.call(&token, "POST", "/events/qctr-2026-q4/reschedule", Some(moved)).await;
        assert_eq!((moved.status.as_u16(), &moved.json["sequence"]), (200, &json!(1)), "{moved:?}");
        assert_eq!(moved.json["schedule"]["closes_at"], moved.json["schedule"]["starts_at"]);
        let below = json!({ "revision": moved.json["revision"], "seats": { "on_site": { "capacity": 1 } } });
        let below = api.call(&token, "PATCH", "/events/qctr-2026-q4", Some(below)).await;
        assert_eq!((below.code(), below.places()), ("below_taken", vec!["/seats/on_site/capacity"]));

        let report = api.get(&token, "/reports/attendance?from=2026-Q4&to=2026-Q4&by=sector,platform&platform=qctr").await;
        assert_eq!(report["rows"], json!([{ "sector": "private", "platform": "qctr", "registered": 3, "confirmed": 2, "attended": 1, "no_show": 0 }]));
        let off = api.call(&token, "POST", "/events/qctr-2026-q4/cancel", Some(json!({ "reason": "The speaker is ill." }))).await;
        assert_eq!((&off.json["status"], &off.json["call_off_reason"]), (&json!("called_off"), &json!("The speaker is ill.")));
        assert_eq!(api.get(&token, &format!("/registrations/{}", id(1))).await["state"], "cancelled");
        assert_eq!(api.call(&token, "POST", "/events/qctr-2026-q4/registrations", Some(person(9))).await.code(), "called_off");
        api.assert_verified().await;
    }
}

both_databases! {
    async fn pages_have_neither_gaps_nor_doubles(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Admin, None).await;
        api.put(Scene::event("long").seats(700));
        let crowd: Vec<Value> = (0..1000).map(person).collect();
        let entered = api.call(&token, "POST", "/events/long/registrations", Some(crowd.into())).await;
        assert_eq!(entered.status, 201, "{entered:?}");
        let expected: Vec<&str> = entered.json.as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap()).collect();
        let mut seen: Vec<String> = Vec::new();
        let mut next = String::new();
        for round in 0.. {
            let page = api.get(&token, &format!("/events/long/registrations?limit=119{next}")).await;
            seen.extend(page["items"].as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap().to_owned()));
            // Somebody comes, somebody goes, while the pages are turned.
            api.call(&token, "POST", "/events/long/registrations", Some(person(2000 + round))).await;
            api.call(&token, "POST", &format!("/registrations/{}/withdraw", expected[round * 50]), None).await;
            let Some(cursor) = page["next"].as_str() else { break };
            next = format!("&after={cursor}");
        }
        assert_eq!(seen[..1000], expected[..], "in order, each once");
        assert!(seen.len() > 1000, "those who came are on the last page");
        let waiting = api.get(&token, "/events/long/registrations?limit=500&state=waitlisted,withdrawn&search=dup%20ZOE").await;
        assert!(waiting["items"].as_array().unwrap().len() > 250);
        for n in 0..5 {
            assert_eq!(api.call(&token, "POST", "/events", Some(draft(&format!("draft-{n}")))).await.status, 201);
        }
        let mut slugs = Vec::new();
        let mut next = String::new();
        loop {
            let page = api.get(&token, &format!("/events?limit=2{next}")).await;
            slugs.extend(page["items"].as_array().unwrap().iter().map(|e| e["slug"].as_str().unwrap().to_owned()));
            let Some(cursor) = page["next"].as_str() else { break };
            next = format!("&after={cursor}");
        }
        assert_eq!(slugs, ["long", "draft-0", "draft-1", "draft-2", "draft-3", "draft-4"]);
        api.assert_verified().await;
    }
}
