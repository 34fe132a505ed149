//! Everything that can be wrong with a call, and what it is told.

use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use super::api_flow::{draft, person};
use crate::both_databases;
use crate::support::api::Api;
use crate::support::scene::Scene;

fn with(mut base: Value, pointer: &str, value: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = base.pointer_mut(parent).expect("a place");
    match parent {
        Value::Array(list) => list[key.parse::<usize>().expect("an index")] = value,
        other => other[key] = value,
    }
    base
}

both_databases! {
    async fn values_are_refused_where_they_stand(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        api.put(Scene::event("open"));
        let cases: Vec<(&str, Value)> = vec![
            ("/name", json!("")),
            ("/name", json!("Jan\r\nBcc: x@y.be")),
            ("/name", json!("Jan\u{202e}naJ")),
            ("/name", json!("\u{0}")),
            ("/name", json!("a".repeat(121))),
            ("/name", json!("🦊")),
            ("/name", json!(7)),
            ("/name", Value::Null),
            ("/email", json!("no address")),
            ("/email", json!("\"x y\"@example.be")),
            ("/email", json!("x@y")),
            ("/organisation", json!("\t")),
            ("/sector", json!("military")),
            ("/mode", json!("telepathy")),
            ("/language", json!("it")),
            ("/phone", json!("+32 2 000 00 00")),
            ("/a~1b", json!(1)),
        ];
        for (pointer, value) in cases {
            let key = pointer.replace("~1", "/");
            let mut body = person(1);
            body[&key[1..]] = value.clone();
            let refused = api.call(&token, "POST", "/events/open/registrations", Some(body.clone())).await;
            assert_eq!((refused.status.as_u16(), refused.code(), refused.places()), (422, "invalid", vec![pointer]), "{value}");
            let refused = api.call(&token, "POST", "/events/open/registrations", Some(json!([person(2), body]))).await;
            assert_eq!(refused.places(), vec![format!("/1{pointer}")], "{value}");
        }
        let list = json!([{ "name": "", "email": "x", "organisation": "", "sector": "private", "language": "nl" }, {}, person(1)]);
        let refused = api.call(&token, "POST", "/events/open/registrations", Some(list)).await;
        assert_eq!(refused.places(), ["/0/name", "/0/email", "/0/organisation", "/1/name"], "all at once");
        assert_eq!(api.call(&token, "POST", "/events/open/registrations", Some(json!([]))).await.code(), "invalid");
        let crowd: Vec<Value> = (0..1001).map(person).collect();
        assert_eq!(api.call(&token, "POST", "/events/open/registrations", Some(crowd.into())).await.code(), "invalid");
        assert_eq!(api.call(&token, "POST", "/events/open/registrations", Some(with(person(1), "/mode", json!("online")))).await.code(), "mode_not_offered");
        assert_eq!(api.get(&token, "/events/open/registrations").await["items"], json!([]), "nothing was entered");
        for (n, hostile) in ["{{7*7}}", "<b>Jan</b>", "=1+1", "Zoe\u{308} 🦊"].into_iter().enumerate() {
            let body = with(with(person(1), "/name", json!(hostile)), "/email", json!(format!("hostile.{n}@example.be")));
            let entered = api.call(&token, "POST", "/events/open/registrations", Some(body)).await;
            let id = entered.json["id"].as_str().expect("an id");
            let kept = api.get(&token, &format!("/registrations/{id}")).await;
            assert_eq!(kept["name"], hostile.replace("e\u{308}", "ë"), "text stays text");
        }
    }
}

both_databases! {
    async fn events_are_refused_where_they_are_wrong(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        let cases: Vec<(&str, Value, &str)> = vec![
            ("/slug", json!("Not A Slug"), "/slug"),
            ("/platform", json!("none"), "/platform"),
            ("/edition", json!("2026-Q5"), "/edition"),
            ("/follows", json!("none"), "/follows"),
            ("/tlp", json!("purple"), "/tlp"),
            ("/title/nl", json!("a\nb"), "/title/nl"),
            ("/title/it", json!("Titolo"), "/title/it"),
            ("/summary", json!({ "fr": "x".repeat(4001) }), "/summary/fr"),
            ("/agenda", json!([{ "at": "25:00", "title": {} }]), "/agenda/0/at"),
            ("/schedule/starts_at", json!("2026-12-10 14:00"), "/schedule/starts_at"),
            ("/schedule/ends_at", json!("2026-01-01T00:00:00Z"), "/schedule/ends_at"),
            ("/schedule/closes_at", json!("2999-01-01T00:00:00Z"), "/schedule/closes_at"),
            ("/schedule/opens_at", json!("2998-01-01T00:00:00Z"), "/schedule/opens_at"),
            ("/place/format", json!("metaverse"), "/place/format"),
            ("/place/join_link", json!("https://meet.example.be"), "/place/join_link"),
            ("/seats/on_site/capacity", json!(-1), "/seats/on_site/capacity"),
            ("/seats/on_site/capacity", json!(1.5), "/seats/on_site/capacity"),
            ("/seats/on_site/capacity", json!(4_000_000_000_u32), "/seats/on_site/capacity"),
            ("/seats/on_site", json!({ "quotas": { "military": 1 } }), "/seats/on_site/quotas/military"),
            ("/price", json!(0), "/price"),
        ];
        for (pointer, value, place) in cases {
            let refused = api.call(&token, "POST", "/events", Some(with(draft("bad"), pointer, value.clone()))).await;
            assert_eq!((refused.code(), refused.places()), ("invalid", vec![place]), "{pointer} {value}");
        }
        let made = api.call(&token, "POST", "/events", Some(draft("good"))).await;
        assert_eq!(made.status, 201, "{made:?}");
        for (patch, place) in [
            (json!({}), "/revision"),
            (json!({ "revision": "1" }), "/revision"),
            (json!({ "revision": 1, "slug": "other" }), "/slug"),
            (json!({ "revision": 1, "schedule": { "starts_at": null } }), "/schedule/starts_at"),
            (json!({ "revision": 1, "tlp": null }), "/tlp"),
            (json!([]), ""),
        ] {
            let refused = api.call(&token, "PATCH", "/events/good", Some(patch.clone())).await;
            assert_eq!((refused.code(), refused.places()), ("invalid", vec![place]), "{patch}");
        }
        let refused = api.call(&token, "POST", "/events/good/reschedule", Some(json!({ "title": {} }))).await;
        assert_eq!(refused.places(), ["/title"]);
    }
}

both_databases! {
    async fn queries_and_names_are_refused(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        api.put(Scene::event("open"));
        for (path, place) in [
            ("/events?limit=0", "limit"),
            ("/events?limit=501", "limit"),
            ("/events?limit=x", "limit"),
            ("/events?after=none", "after"),
            ("/events?edition=now", "edition"),
            ("/events?page=2", "page"),
            ("/events/open/registrations?state=happy", "state"),
            ("/events/open/registrations?rsvp=happy", "rsvp"),
            ("/events/open/registrations?rsvp=accepted&rsvp=declined", "rsvp"),
            ("/events/open/registrations?search=%00", "search"),
            ("/events/open/registrations?after=x", "after"),
            ("/reports/attendance?to=2026-Q4", "from"),
            ("/reports/attendance?from=2026-Q4&to=2026-Q1", "to"),
            ("/reports/attendance?from=2026-Q1&to=2026-Q4&by=sector,age", "by"),
            ("/reports/attendance?from=2026-Q1&to=2026-Q4&by=sector,sector", "by"),
            ("/reports/attendance?from=2026-Q1&to=2026-Q4&platform=none", "platform"),
            ("/reports/attendance?from=2026-Q1&from=2026-Q2&to=2026-Q4", "from"),
        ] {
            let refused = api.call(&token, "GET", path, None).await;
            assert_eq!((refused.status.as_u16(), refused.code(), refused.places()), (422, "invalid", vec![place]), "{path}");
        }
        for path in ["/events/%00", "/events/a%2Fb", "/registrations/x", "/registrations/%ff", "/platforms/none", "/nothing", "/members", "/events/open/guests", "/reports/quarter/2026-Q5/qctr", "/reports/quarter/2026-Q4/none"] {
            assert_eq!(api.call(&token, "GET", path, None).await.code(), "not_found", "{path}");
        }
        for (body, place) in [
            (json!({}), "/registration"),
            (json!({ "registration": "x" }), "/registration"),
            (json!({ "registration": "A".repeat(43), "at": "2999-01-01T00:00:00Z" }), "/at"),
            (json!({ "registration": "A".repeat(43), "device": "a\u{0}" }), "/device"),
        ] {
            let refused = api.call(&token, "POST", "/events/open/check-ins", Some(body.clone())).await;
            assert_eq!((refused.code(), refused.places()), ("invalid", vec![place]), "{body}");
        }
        assert_eq!(api.call(&token, "POST", "/events/open/check-ins", Some(json!({ "registration": "A".repeat(43) }))).await.code(), "not_found");
    }
}

both_databases! {
    async fn every_error_is_a_problem_document(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        api.put(Scene::event("open"));
        for wrong in ["", "qd_", "nonsense", &format!("{token}x")] {
            let refused = api.call(wrong, "GET", "/events", None).await;
            assert_eq!((refused.status.as_u16(), refused.code()), (401, "bad_credentials"));
            assert!(refused.header("www-authenticate").starts_with("Bearer"), "{refused:?}");
        }
        let json_type = "application/json";
        for (kind, body, status, code) in [
            (json_type, "{", 400, "malformed"),
            (json_type, "", 400, "malformed"),
            (json_type, "{\"name\": \"\\ud800\"}", 400, "malformed"),
            (json_type, "[1e999]", 400, "malformed"),
            (json_type, "null", 422, "invalid"),
            ("text/plain", "{}", 415, "wrong_content_type"),
            ("application/x-www-form-urlencoded", "name=x", 415, "wrong_content_type"),
            ("application/json; charset=utf-8", "{}", 422, "invalid"),
        ] {
            let refused = api.raw(&token, "POST", "/events/open/registrations", Some((kind, body.as_bytes().to_vec())), &[]).await;
            assert_eq!((refused.status.as_u16(), refused.code()), (status, code), "{kind} {body}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(api.raw(&token, "POST", "/events", Some((json_type, deep.into_bytes())), &[]).await.code(), "malformed");
        assert_eq!(api.raw(&token, "POST", "/events", Some((json_type, vec![0xff, 0xfe])), &[]).await.code(), "malformed");
        let zipped = api.raw(&token, "POST", "/events", Some((json_type, b"{}".to_vec())), &[("content-encoding", "gzip")]).await;
        assert_eq!(zipped.code(), "wrong_content_type");
        let huge = api.raw(&token, "POST", "/events", Some((json_type, vec![b' '; 1_048_577])), &[]).await;
        assert_eq!((huge.status.as_u16(), huge.code()), (413, "too_large"));
        let wrong = api.call(&token, "DELETE", "/events/open", None).await;
        assert_eq!((wrong.status.as_u16(), wrong.code(), wrong.header("allow")), (405, "wrong_method", "GET, HEAD, PATCH"));
        let kind = wrong.json["type"].as_str().expect("a type").to_owned();
        let kind = kind.split("/api/v1").nth(1).expect("below the API");
        assert_eq!(api.get("", kind).await["status"], 405, "the type leads to an explanation");
        assert_eq!(api.call(&token, "HEAD", "/events/open", None).await.status, 200);
    }
}

both_databases! {
    async fn too_many_calls_wait(kind: Kind) {
        let Some(api) = Api::start_with(kind, Some(3)).await else { return };
        let token = api.token(Role::Reporter, None).await;
        for _ in 0..3 {
            api.get(&token, "/platforms").await;
        }
        let refused = api.call(&token, "GET", "/platforms", None).await;
        assert_eq!((refused.status.as_u16(), refused.code()), (429, "too_many"));
        assert!(refused.header("retry-after").parse::<u64>().is_ok_and(|s| s <= 21), "{refused:?}");
        // Guessing is counted by address, and a forged header does not help.
        let mut answers = Vec::new();
        for n in 0..4 {
            answers.push(api.call_with("qd_guess", "GET", "/platforms", None, &[("x-forwarded-for", &format!("192.0.2.{n}"))]).await.status.as_u16());
        }
        assert_eq!(answers, [401, 401, 401, 429]);
        // From then on no token is even looked up, be it right or wrong, until the address may try again.
        let fresh = api.token(Role::Desk, None).await;
        assert_eq!(api.call(&fresh, "GET", "/platforms", None).await.code(), "too_many");
    }
}
