//! Who may do what: the table role × call is the test's input (ASVS 8.1.1).

use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use super::api_flow::{draft, person};
use crate::both_databases;
use crate::support::api::Api;
use crate::support::scene::{Scene, now};

/// Call, and the status for: admin, organiser, desk, reporter of the platform, organiser of another platform.
type Line = (&'static str, String, Option<Value>, [u16; 5]);

fn table(id: &str) -> Vec<Line> {
    let move_to = now() + chrono::Duration::days(50);
    let moved = json!({ "schedule": { "starts_at": move_to, "ends_at": move_to + chrono::Duration::hours(1), "closes_at": null } });
    let member = json!({ "name": "An Peeters", "email": "an@example.be", "organisation": "X1", "function": "dpo", "language": "nl" });
    let line = |method, path: &str, body, expected| (method, path.to_owned(), body, expected);
    vec![
        line("GET", "/platforms", None, [200; 5]),
        line("GET", "/platforms/csi-dpo", None, [200, 200, 200, 200, 404]),
        line("POST", "/platforms", Some(json!({})), [422, 403, 403, 403, 403]),
        line("PATCH", "/platforms/csi-dpo", Some(json!({})), [422, 422, 403, 403, 404]),
        line("GET", "/events/closed", None, [200, 200, 200, 200, 404]),
        line("GET", "/platforms/csi-dpo/members", None, [200, 200, 403, 403, 404]),
        line("POST", "/platforms/csi-dpo/members", Some(member), [200, 201, 403, 403, 404]),
        line("DELETE", "/platforms/csi-dpo/members", None, [422, 422, 403, 403, 404]),
        line("PATCH", "/events/closed", Some(json!({ "revision": 1 })), [200, 200, 403, 403, 404]),
        line("POST", "/events/closed/publish", None, [200, 200, 403, 403, 404]),
        line("POST", "/events/closed/reschedule", Some(moved), [200, 200, 403, 403, 404]),
        line("GET", "/events/closed/registrations", None, [200, 200, 200, 403, 404]),
        line("POST", "/events/closed/registrations", Some(person(1)), [200, 200, 403, 403, 404]),
        line(
            "POST",
            "/events/closed/invitations",
            Some(json!({ "people": [{ "email": "zoe@example.be", "language": "nl" }] })),
            [200, 201, 403, 403, 404],
        ),
        line("GET", &format!("/registrations/{id}"), None, [200, 200, 200, 403, 404]),
        line("PATCH", &format!("/registrations/{id}"), Some(json!({})), [200, 200, 403, 403, 404]),
        line("POST", "/events/closed/check-ins", Some(json!({ "registration": id })), [200, 200, 200, 403, 404]),
        line("GET", "/reports/attendance?from=2026-Q1&to=2027-Q4&platform=csi-dpo", None, [200, 200, 403, 200, 422]),
        line("POST", &format!("/registrations/{id}/withdraw"), None, [200, 200, 403, 403, 404]),
        line("POST", "/events/closed/cancel", None, [200, 200, 403, 403, 404]),
    ]
}

both_databases! {
    async fn every_call_asks_for_its_role(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        api.put(Scene::event("closed").platform("csi-dpo"));
        let here = Some("csi-dpo");
        let tokens = [
            api.token(Role::Admin, None).await,
            api.token(Role::Organiser, here).await,
            api.token(Role::Desk, here).await,
            api.token(Role::Reporter, here).await,
            api.token(Role::Organiser, Some("qctr")).await,
        ];
        let entered = api.call(&tokens[0], "POST", "/events/closed/registrations", Some(person(1))).await;
        let id = entered.json["id"].as_str().expect("an id").to_owned();
        // Those who may least go first, so that what a role does cannot help the next.
        for (method, path, body, expected) in table(&id) {
            for who in [4, 3, 2, 1, 0] {
                if method == "PATCH" && who == 0 && path.contains("events") {
                    continue; // the organiser's edit stands already
                }
                let answer = api.call(&tokens[who], method, &path, body.clone()).await;
                assert_eq!(answer.status.as_u16(), expected[who], "{method} {path} by {who}: {answer:?}");
                match expected[who] {
                    403 => assert_eq!(answer.code(), "forbidden"),
                    404 => assert_eq!(answer.code(), "not_found"),
                    _ => {}
                }
            }
            assert_eq!(api.call("", method, &path, body.clone()).await.code(), "bad_credentials", "{method} {path}");
            let unknown = api.call(&tokens[4], method, &path.replace("closed", "nothing"), body).await;
            if path.contains("closed") {
                assert_eq!(unknown.code(), "not_found", "what one may not see is as what is not there");
            }
        }
        let mine = api.get(&tokens[4], "/events").await;
        assert_eq!(mine["items"], json!([]));
        let platforms = api.get(&tokens[4], "/platforms").await.to_string();
        assert!(platforms.contains("\"qctr\"") && !platforms.contains("csi-dpo"), "hidden platforms do not exist for outsiders");
        let mut wrong = draft("new");
        wrong["platform"] = json!("csi-dpo");
        let refused = api.call(&tokens[4], "POST", "/events", Some(wrong)).await;
        assert_eq!((refused.code(), refused.places()), ("invalid", vec!["/platform"]));
        assert_eq!(api.call(&tokens[3], "POST", "/events", Some(draft("new"))).await.code(), "forbidden");
        api.assert_verified().await;
    }
}
