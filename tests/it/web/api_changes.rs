//! What a program may no longer change, and what two who change at once are told.

use chrono::Duration;
use quarterdeck::domain::staff::Role;
use serde_json::json;

use super::api_flow::{draft, person};
use crate::both_databases;
use crate::support::api::Api;
use crate::support::scene::{Scene, now};
use crate::support::sql::{Sql, moment};

both_databases! {
    /// Another process takes the address part after this one has looked and before it has written.
    async fn two_processes_want_the_same_address_part(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        let mut other = Sql::open(&api.database.url);
        other.run("BEGIN");
        Scene::event("wanted").put(&mut other);
        let create = api.call(&token, "POST", "/events", Some(draft("wanted")));
        let commit = async {
            tokio::time::sleep(std::time::Duration::from_millis(700)).await;
            other.run("COMMIT");
        };
        let (refused, ()) = tokio::join!(create, commit);
        assert_eq!((refused.status.as_u16(), refused.code()), (409, "taken"), "{refused:?}");
    }
}

both_databases! {
    /// After the event a registration is history: what was said then stays as it was said.
    async fn nothing_is_corrected_once_the_event_is_over(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        api.put(Scene::event("briefing"));
        let entered = api.call(&token, "POST", "/events/briefing/registrations", Some(person(1))).await;
        let path = format!("/registrations/{}", entered.json["id"].as_str().expect("an id"));
        assert_eq!(api.call(&token, "PATCH", &path, Some(json!({ "name": "Zoé Dupont" }))).await.status, 200);
        let over = now() - Duration::days(1);
        let moved = format!("UPDATE event SET starts_at = {0}, closes_at = {0}, ends_at = {1}", moment(over - Duration::hours(3)), moment(over));
        Sql::open(&api.database.url).run(&moved);
        for change in [json!({ "name": "Somebody Else" }), json!({ "organisation": "Another NV" }), json!({ "language": "de" })] {
            let refused = api.call(&token, "PATCH", &path, Some(change.clone())).await;
            assert_eq!((refused.status.as_u16(), refused.code()), (409, "wrong_state"), "{change}: {refused:?}");
        }
        assert_eq!(api.get(&token, &path).await["name"], "Zoé Dupont");
        api.assert_verified().await;
    }
}

both_databases! {
    /// Calling off: not from an old revision, and not a draft, which would become public by it.
    async fn calling_off_needs_a_published_event_as_it_stands(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        api.put(Scene::event("unfinished").status("draft"));
        let refused = api.call(&token, "POST", "/events/unfinished/cancel", None).await;
        assert_eq!((refused.status.as_u16(), refused.code()), (409, "wrong_event_state"), "{refused:?}");
        assert_eq!(api.get(&token, "/events/unfinished").await["status"], "draft");

        api.put(Scene::event("briefing"));
        let stale = api.call(&token, "POST", "/events/briefing/cancel", Some(json!({ "revision": 7 }))).await;
        assert_eq!((stale.status.as_u16(), stale.code()), (409, "stale"), "{stale:?}");
        assert_eq!(api.get(&token, "/events/briefing").await["status"], "published");
        for _ in 0..2 {
            let off = api.call(&token, "POST", "/events/briefing/cancel", Some(json!({ "revision": 1 }))).await;
            assert_eq!((off.status.as_u16(), &off.json["status"], &off.json["revision"]), (200, &json!("called_off"), &json!(2)), "twice answers the same");
        }
    }
}
