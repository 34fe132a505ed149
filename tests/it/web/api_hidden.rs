//! What a token may not see looks like what is not there: cursors, links, events to follow.

use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use crate::both_databases;
use crate::support::api::Api;
use crate::support::scene::Scene;

both_databases! {
    /// A cursor is a slug: that of a hidden event must not answer otherwise than one that was made up.
    async fn a_cursor_tells_nothing_of_events_elsewhere(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        api.put(Scene::event("secret").platform("csi-dpo"));
        api.put(Scene::event("mine"));
        api.put(Scene::event("mine-too"));
        let outsider = api.token(Role::Organiser, Some("qctr")).await;
        let mut answers = Vec::new();
        for slug in ["secret", "nothing", "Not%20a%20slug"] {
            let mut refused = api.call(&outsider, "GET", &format!("/events?after={slug}"), None).await;
            assert_eq!((refused.status.as_u16(), refused.code()), (422, "invalid"), "{slug}");
            assert_eq!(refused.places(), ["after"], "{slug}");
            refused.json["request_id"] = Value::Null;
            answers.push(refused.json);
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
        let page = api.get(&outsider, "/events?after=mine").await;
        assert_eq!(page["items"][0]["slug"], "mine-too");
        let insider = api.token(Role::Reporter, Some("csi-dpo")).await;
        assert_eq!(api.get(&insider, "/events?after=secret").await["items"], json!([]));
    }
}

both_databases! {
    /// The link opens the meeting to whoever has it: it is shown to those who can change it, and to nobody else.
    async fn a_join_link_is_for_those_who_manage_the_event(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        api.put(Scene::event("briefing").hybrid(None));
        for (role, sees) in [(Role::Admin, true), (Role::Organiser, true), (Role::Desk, false), (Role::Reporter, false)] {
            let token = api.token(role, Some("qctr")).await;
            let expected = if sees { json!("https://meet.example.be/qctr") } else { Value::Null };
            let one = api.get(&token, "/events/briefing").await;
            assert_eq!(one["place"]["join_link"], expected, "{role}");
            let list = api.get(&token, "/events").await;
            assert_eq!(list["items"][0]["place"]["join_link"], expected, "{role}");
            assert_eq!(list.to_string().contains("meet.example.be"), sees, "{role}");
        }
    }
}

both_databases! {
    /// A session points to a briefing of the platform that its own follows; what cannot be seen cannot be followed.
    async fn an_event_follows_one_of_the_platform_that_goes_before(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        api.put(Scene::event("briefing"));
        api.put(Scene::event("unfinished").status("draft"));
        api.put(Scene::event("session").platform("csi-dpo"));
        api.put(Scene::event("another-session").platform("csi-dpo"));
        let token = api.token(Role::Organiser, Some("csi-dpo")).await;
        let patch = |revision: i64, follows: Value| json!({ "revision": revision, "follows": follows });
        for slug in ["unfinished", "another-session", "nothing", "Not a slug"] {
            let refused = api.call(&token, "PATCH", "/events/session", Some(patch(1, json!(slug)))).await;
            assert_eq!((refused.status.as_u16(), refused.code(), refused.places()), (422, "invalid", vec!["/follows"]), "{slug}");
        }
        let linked = api.call(&token, "PATCH", "/events/session", Some(patch(1, json!("briefing")))).await;
        assert_eq!((linked.status.as_u16(), &linked.json["follows"], &linked.json["revision"]), (200, &json!("briefing"), &json!(2)), "{linked:?}");
        let same = api.call(&token, "PATCH", "/events/session", Some(json!({ "revision": 2 }))).await;
        assert_eq!((&same.json["follows"], &same.json["revision"]), (&json!("briefing"), &json!(2)), "what is left out stays");
        let loose = api.call(&token, "PATCH", "/events/session", Some(patch(2, Value::Null))).await;
        assert_eq!((&loose.json["follows"], &loose.json["revision"]), (&Value::Null, &json!(3)), "null takes it out");
        let all = api.token(Role::Organiser, None).await;
        let draft = api.call(&all, "PATCH", "/events/session", Some(patch(3, json!("unfinished")))).await;
        assert_eq!(draft.json["follows"], "unfinished", "who sees the draft may point to it: {draft:?}");
        assert_eq!(api.call(&all, "PATCH", "/events/briefing", Some(patch(1, json!("session")))).await.places(), ["/follows"], "no circles");
        api.assert_verified().await;
    }
}
