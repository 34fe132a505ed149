//! A call that is sent twice has one effect.

use quarterdeck::domain::staff::Role;
use serde_json::json;

use super::api_flow::{draft, person};
use crate::both_databases;
use crate::support::api::Api;
use crate::support::scene::Scene;
use crate::support::sql::Sql;

both_databases! {
    async fn the_first_answer_is_given_again(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        let key = [("Idempotency-Key", "0b2f0c1e")];
        // A refusal keeps nothing: the same key serves the corrected request.
        let refused = api.call_with(&token, "POST", "/events", Some(json!({})), &key).await;
        assert_eq!(refused.code(), "invalid");
        let first = api.call_with(&token, "POST", "/events", Some(draft("once")), &key).await;
        assert_eq!((first.status.as_u16(), first.header("idempotency-replayed")), (201, ""), "{first:?}");
        api.call(&token, "POST", "/events/once/cancel", None).await;
        let again = api.call_with(&token, "POST", "/events", Some(draft_like(&first.json)), &key).await;
        assert_eq!(again.code(), "key_reused");
        let other = api.token(Role::Admin, None).await;
        assert_eq!(api.call_with(&other, "POST", "/events", Some(draft("once")), &key).await.code(), "taken", "keys belong to their token");
        for bad in ["", &"k".repeat(201), "é"] {
            let refused = api.call_with(&token, "POST", "/events", Some(draft("twice")), &[("Idempotency-Key", bad)]).await;
            assert_eq!((refused.code(), refused.places()), ("invalid", vec!["Idempotency-Key"]), "{bad:?}");
        }
    }
}

fn draft_like(event: &serde_json::Value) -> serde_json::Value {
    json!({ "slug": event["slug"], "platform": "qctr" })
}

both_databases! {
    /// Where the thing is, too: the first answer is given again whole.
    async fn a_repeated_answer_says_where_the_thing_is(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        let body = draft("once");
        let send = || api.call_with(&token, "POST", "/events", Some(body.clone()), &[("Idempotency-Key", "where")]);
        let (first, again) = (send().await, send().await);
        assert_eq!((again.status.as_u16(), again.header("idempotency-replayed")), (201, "true"));
        assert_eq!((again.header("location"), &again.json), (first.header("location"), &first.json));
        assert_eq!(again.header("location"), "/api/v1/events/once");
    }
}

both_databases! {
    async fn twins_have_one_effect(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        api.put(Scene::event("rush").seats(5));
        let body = json!([person(1), person(2)]);
        let key = [("Idempotency-Key", "rush-1")];
        let calls = (0..20).map(|_| api.call_with(&token, "POST", "/events/rush/registrations", Some(body.clone()), &key));
        let mut waiting: Vec<_> = calls.map(Box::pin).collect();
        let mut answers = Vec::new();
        // All are under way at once.
        std::future::poll_fn(|cx| {
            waiting.retain_mut(|call| match call.as_mut().poll(cx) {
                std::task::Poll::Ready(answer) => {
                    answers.push(answer);
                    false
                }
                std::task::Poll::Pending => true,
            });
            if waiting.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        })
        .await;
        let fresh = answers.iter().filter(|a| a.status == 201 && a.header("idempotency-replayed").is_empty()).count();
        assert_eq!(fresh, 1, "one did the work");
        assert!(answers.iter().all(|a| a.status == 201 || a.code() == "in_flight"), "{answers:?}");
        let late = api.call_with(&token, "POST", "/events/rush/registrations", Some(body), &key).await;
        assert_eq!((late.status.as_u16(), late.header("idempotency-replayed")), (201, "true"));
        assert!(answers.iter().filter(|a| a.status == 201).all(|a| a.json == late.json), "the same answer for all");
        let mut sql = Sql::open(&api.database.url);
        assert_eq!(sql.count("registration", "1 = 1"), 2);
        assert_eq!(sql.count("outbox", "1 = 1"), 2, "one mail a change");
    }
}

both_databases! {
    async fn a_holder_that_died_loses_its_key(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        let mut sql = Sql::open(&api.database.url);
        let key = [("Idempotency-Key", "lost")];
        let body = draft("lost");
        let send = || api.call_with(&token, "POST", "/events", Some(body.clone()), &key);
        assert_eq!(send().await.status, 201);
        sql.run("UPDATE api_answer SET status = 0, body = ''");
        let twin = send().await;
        assert_eq!((twin.code(), twin.header("retry-after")), ("in_flight", "1"));
        let long_ago = crate::support::sql::moment(crate::support::scene::now() - chrono::Duration::minutes(5));
        sql.run(&format!("UPDATE api_answer SET created_at = {long_ago}"));
        assert_eq!(send().await.code(), "taken", "the call is carried out anew, and its own rules hold");
        assert_eq!(sql.count("api_answer", "1 = 1"), 0, "a refusal keeps nothing");
    }
}
