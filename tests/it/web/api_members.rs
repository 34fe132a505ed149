//! Rosters by the API: written whole or not at all, told apart by address, function and organisation, listed in pages.

use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use crate::both_databases;
use crate::support::api::Api;

const MEMBERS: &str = "/platforms/csi-dpo/members";

fn somebody(n: u32) -> Value {
    json!({ "name": format!("Person Number{n}"), "email": format!("p{n}@example.be"), "organisation": "FOD Bruggen", "function": "dpo",
        "language": "nl", "start": "2026-01-01" })
}

both_databases! {
    async fn members_are_written_listed_and_removed(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, Some("csi-dpo")).await;
        let post = |body: Value| api.call(&token, "POST", MEMBERS, Some(body));
        let one = post(somebody(1)).await;
        assert_eq!((one.status.as_u16(), &one.json["outcome"]), (201, &json!("added")), "{one:?}");
        assert_eq!(post(somebody(1)).await.json, json!({ "id": one.json["id"], "outcome": "unchanged" }));
        let mut ended = somebody(1);
        ended["end"] = json!("2026-06-30");
        let changed = post(ended).await;
        assert_eq!((changed.status.as_u16(), &changed.json), (200, &json!({ "id": one.json["id"], "outcome": "changed" })));
        let mut endless = somebody(1);
        endless["end"] = Value::Null;
        assert_eq!(post(endless).await.json["outcome"], "changed", "null takes the end out");
        let many = post(json!([somebody(1), somebody(2), somebody(3)])).await;
        let outcomes: Vec<_> = many.json.as_array().expect("a list").iter().map(|one| one["outcome"].clone()).collect();
        assert_eq!((many.status.as_u16(), outcomes), (201, vec![json!("unchanged"), json!("added"), json!("added")]));

        let first = api.get(&token, &format!("{MEMBERS}?limit=2")).await;
        assert_eq!(first["items"].as_array().map(Vec::len), Some(2));
        let next = first["next"].as_str().expect("a cursor");
        let second = api.get(&token, &format!("{MEMBERS}?limit=2&after={next}")).await;
        assert_eq!((second["items"][0]["name"].as_str(), &second["next"]), (Some("Person Number3"), &Value::Null));
        assert_eq!(api.get(&token, &format!("{MEMBERS}?search=number2&phase=current&function=dpo")).await["items"].as_array().map(Vec::len), Some(1));
        assert_eq!(api.get(&token, &format!("{MEMBERS}?phase=ended")).await["items"], json!([]));

        let gone = api.call(&token, "DELETE", &format!("{MEMBERS}?id={next}"), None).await;
        assert_eq!((gone.status.as_u16(), gone.json["id"].as_str()), (200, Some(next)), "{gone:?}");
        assert_eq!(api.call(&token, "DELETE", &format!("{MEMBERS}?id={next}"), None).await.code(), "not_found");
        let lost = api.call(&token, "GET", &format!("{MEMBERS}?after={next}"), None).await;
        assert_eq!((lost.code(), lost.places()), ("invalid", vec!["after"]));
        api.assert_verified().await;
    }
}

both_databases! {
    async fn what_is_wrong_with_members_is_named_where_it_stands(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let token = api.token(Role::Organiser, None).await;
        let with = |field: &str, value: Value| {
            let mut body = somebody(1);
            body[field] = value;
            body
        };
        for (body, places) in [
            (with("email", json!("nowhere")), vec!["/email"]),
            (with("function", json!("boss")), vec!["/function"]),
            (with("start", json!("soon")), vec!["/start"]),
            (with("start", json!("1999-01-01")), vec!["/start"]),
            (with("end", json!("2025-12-31")), vec!["/end"]),
            (with("phone", json!("1")), vec!["/phone"]),
            (json!([somebody(1), with("name", json!(" ")), with("organisation", json!(""))]), vec!["/1/name", "/2/organisation"]),
            (json!([somebody(1), somebody(1)]), vec!["/1"]),
            (json!([]), vec![""]),
        ] {
            let answer = api.call(&token, "POST", MEMBERS, Some(body.clone())).await;
            assert_eq!((answer.code(), answer.places()), ("invalid", places), "{body}");
        }
        assert_eq!(api.get(&token, MEMBERS).await["items"], json!([]), "all or nothing");
        assert_eq!(api.call(&token, "DELETE", MEMBERS, None).await.places(), ["id"]);
        assert_eq!(api.call(&token, "DELETE", &format!("{MEMBERS}?id=x"), None).await.code(), "not_found");
    }
}
