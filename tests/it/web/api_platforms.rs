//! Platforms by the API: founded by an admin of all, edited by their organisers, hidden from everybody else.

use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use crate::both_databases;
use crate::support::api::Api;
use crate::support::sql::Sql;

fn energy() -> Value {
    let said = |text: &str| json!({ "nl": format!("{text} (nl)"), "fr": format!("{text} (fr)"), "de": format!("{text} (de)"), "en": format!("{text} (en)") });
    json!({ "slug": "energy", "name": said("Energy"), "description": said("Warns the sector"), "members": said("Grid operators"),
        "audience": "approval", "visibility": "hidden", "cadence": "periodic" })
}

both_databases! {
    async fn a_platform_is_founded_edited_and_hidden(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let (admin, other) = (api.token(Role::Admin, None).await, api.token(Role::Organiser, Some("qctr")).await);
        let made = api.call(&admin, "POST", "/platforms", Some(energy())).await;
        assert_eq!(made.status.as_u16(), 201, "{made:?}");
        assert_eq!((&made.json["reminder_minutes"], &made.json["allow_substitutes"]), (&json!([10_080, 1_440]), &json!(false)));
        assert_eq!((&made.json["join_details_minutes"], &made.json["presence_share"]), (&json!(60), &json!(50)));
        let slugs = |page: Value| page["items"].as_array().expect("items").iter().map(|p| p["slug"].as_str().expect("a slug").to_owned()).collect::<Vec<_>>();
        assert_eq!(slugs(api.get(&admin, "/platforms").await).last().map(String::as_str), Some("energy"), "last in the order of lists");
        assert!(!slugs(api.get(&other, "/platforms").await).contains(&"energy".to_owned()));
        let again = api.call(&admin, "POST", "/platforms", Some(energy())).await;
        assert_eq!((again.status.as_u16(), again.code()), (409, "taken"), "{again:?}");

        let organiser = api.token(Role::Organiser, Some("energy")).await;
        let revision = api.get(&organiser, "/platforms/energy").await["revision"].clone();
        let edit = json!({ "revision": revision, "name": { "en": "Energy and water" }, "reminder_minutes": [60, 2880, 60], "allow_substitutes": true });
        let edited = api.call(&organiser, "PATCH", "/platforms/energy", Some(edit.clone())).await;
        assert_eq!(edited.status.as_u16(), 200, "{edited:?}");
        let kept = (&edited.json["name"]["en"], &edited.json["name"]["nl"], &edited.json["reminder_minutes"], &edited.json["allow_substitutes"]);
        assert_eq!(kept, (&json!("Energy and water"), &json!("Energy (nl)"), &json!([2880, 60]), &json!(true)));
        assert_eq!(api.call(&organiser, "PATCH", "/platforms/energy", Some(edit)).await.code(), "stale");
        assert_eq!(api.get(&other, "/platforms/qctr").await["revision"].as_str().map(|r| r.is_empty()), Some(false));
        let off = json!({ "revision": edited.json["revision"], "join_details_minutes": null });
        let off = api.call(&organiser, "PATCH", "/platforms/energy", Some(off)).await;
        assert_eq!((off.status.as_u16(), &off.json["join_details_minutes"]), (200, &Value::Null), "{off:?}");
        let on = json!({ "revision": off.json["revision"], "join_details_minutes": 90 });
        assert_eq!(api.call(&organiser, "PATCH", "/platforms/energy", Some(on)).await.json["join_details_minutes"], json!(90));
        let reporter = api.token(Role::Reporter, Some("energy")).await;
        assert_eq!(api.get(&reporter, "/platforms/energy").await.get("revision"), None, "for those who may edit");
        let deeds = Sql::open(&api.database.url).words("SELECT deed AS value FROM journal WHERE subject = 'platform:energy' ORDER BY number");
        assert_eq!(deeds, ["platform_added", "platform_changed", "platform_changed", "platform_changed"]);
        api.assert_verified().await;
    }
}

both_databases! {
    async fn what_is_wrong_with_a_platform_is_named_where_it_stands(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        let admin = api.token(Role::Admin, None).await;
        let with = |field: &str, value: Value| {
            let mut body = energy();
            body[field] = value;
            body
        };
        for (body, place) in [
            (with("slug", json!("Not a slug")), "/slug"),
            (with("name", json!({ "nl": "x1", "fr": "x1", "de": "", "en": "x1" })), "/name/de"),
            (with("audience", json!("everybody")), "/audience"),
            (with("cadence", json!("quarterly_following")), "/follows"),
            (with("follows", json!("qctr")), "/follows"),
            (with("reminder_minutes", json!([0])), "/reminder_minutes/0"),
            (with("reminder_minutes", json!([1, 2, 3, 4, 5, 6, 7])), "/reminder_minutes"),
            (with("join_details_minutes", json!(0)), "/join_details_minutes"),
            (with("join_details_minutes", json!(1441)), "/join_details_minutes"),
            (with("presence_share", json!(0)), "/presence_share"),
            (with("presence_share", json!(101)), "/presence_share"),
            (with("colour", json!("red")), "/colour"),
        ] {
            let refused = api.call(&admin, "POST", "/platforms", Some(body)).await;
            assert_eq!((refused.code(), refused.places()), ("invalid", vec![place]), "{refused:?}");
        }
        let unknown = json!({ "slug": "energy", "cadence": "quarterly_following", "follows": "nothing" });
        let mut following = energy();
        following.as_object_mut().expect("an object").extend(unknown.as_object().expect("an object").clone());
        assert_eq!(api.call(&admin, "POST", "/platforms", Some(following)).await.places(), vec!["/follows"]);

        let revision = api.get(&admin, "/platforms/qctr").await["revision"].clone();
        let patch = |mut body: Value| {
            body["revision"] = revision.clone();
            api.call(&admin, "PATCH", "/platforms/qctr", Some(body))
        };
        for (body, place) in [
            (json!({ "audience": "members" }), "/audience"),
            (json!({ "slug": "other" }), "/slug"),
            (json!({ "name": null }), "/name"),
            (json!({ "members_propose_guests": true }), "/members_propose_guests"),
        ] {
            assert_eq!(patch(body).await.places(), vec![place]);
        }
        assert_eq!(api.call(&admin, "PATCH", "/platforms/qctr", Some(json!({}))).await.places(), vec!["/revision"]);
        assert_eq!(api.call(&admin, "PATCH", "/platforms/nothing", Some(json!({}))).await.code(), "not_found");
        api.assert_verified().await;
    }
}
