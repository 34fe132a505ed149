//! The personal pass: shown on the page and in the mails of whoever has a seat in the room, taken at the door, and told from everything else.

use quarterdeck::domain::ids::Reference;
use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use super::api_flow::person;
use crate::both_databases;
use crate::support::api::{Answer, Api};
use crate::support::databases::Kind;
use crate::support::html::Visitor;
use crate::support::scene::Scene;
use crate::support::sql::Sql;

struct Door {
    api: Api,
    token: String,
}

impl Door {
    async fn open(kind: Kind) -> Option<Self> {
        let api = Api::start(kind).await?;
        api.put(Scene::event("here").seats(2));
        api.put(Scene::event("there"));
        let token = api.token(Role::Organiser, Some("qctr")).await;
        Some(Self { api, token })
    }

    /// Registers people; answers their references.
    async fn enter(&self, event: &str, people: Value) -> Vec<Reference> {
        let made = self.api.call(&self.token, "POST", &format!("/events/{event}/registrations"), Some(people)).await;
        let ids = made.json.as_array().expect("answers").iter().map(|one| one["id"].as_str().expect("an id").to_owned());
        ids.map(|id| Reference::parse(&id).expect("a reference")).collect()
    }

    async fn show(&self, code: &str, key: &str) -> Answer {
        self.api.call(&self.token, "POST", "/events/here/check-ins", Some(json!({ "code": code, "device": "door-1", "key": key }))).await
    }

    async fn page(&self, reference: &Reference) -> crate::support::html::Page {
        Visitor::new(&self.api.base).get(&format!("/en/r/{}", self.api.app.secrets.page_token(reference))).await
    }
}

both_databases! {
    async fn a_pass_is_on_the_page_of_whoever_has_a_seat_and_opens_the_door(kind: Kind) {
        let Some(door) = Door::open(kind).await else { return };
        let people = door.enter("here", json!([person(1), person(2), person(3)])).await;
        let page = door.page(&people[0]).await;
        let code = page.text(".pass .secret");
        assert_eq!((code.len(), page.count(".pass svg[role=img][aria-label] path")), (14, 1), "{}", page.body);
        assert_eq!(door.page(&people[2]).await.count(".pass"), 0, "nobody without a seat");

        let marked = door.show(&code, "1").await;
        assert_eq!((marked.status.as_u16(), &marked.json["name"], &marked.json["first"]), (200, &json!("Zoë Dupont 1"), &json!(true)), "{marked:?}");
        assert_eq!(marked.json["registration"], people[0].as_str());
        assert_eq!(door.show(&code, "1").await.json["first"], true, "sent again");
        assert_eq!(door.show(&code.to_lowercase().replace('-', ""), "2").await.json["first"], false, "shown again");
        let square = door.api.app.pass_of(&people[1]).square(&"here".parse().expect("a slug"));
        assert_eq!(door.show(&square, "3").await.json["name"], "Zoë Dupont 2");
        assert_eq!(door.show(&door.api.app.pass_of(&people[2]).to_string(), "4").await.json["state"], "waitlisted", "the desk sees it");

        door.api.call(&door.token, "POST", &format!("/registrations/{}/withdraw", people[0].as_str()), Some(json!({ "reason": "By telephone." }))).await;
        assert_eq!(door.page(&people[0]).await.count(".pass"), 0, "gone with the seat");
        assert_eq!(door.show(&code, "5").await.json["state"], "withdrawn");
        door.api.assert_verified().await;
    }
}

both_databases! {
    /// Whoever registers while people come in is found, and each wrong code is told for what it is.
    async fn what_is_no_pass_of_the_event_is_told_for_what_it_is(kind: Kind) {
        let Some(door) = Door::open(kind).await else { return };
        let here: quarterdeck::domain::ids::Slug = "here".parse().expect("a slug");
        let people = door.enter("here", json!([person(1)])).await;
        let mine = door.api.app.pass_of(&people[0]);
        assert_eq!(door.show(&mine.to_string(), "1").await.status, 200);
        let late = door.enter("here", json!([person(2)])).await;
        assert_eq!(door.show(&door.api.app.pass_of(&late[0]).square(&here), "2").await.json["name"], "Zoë Dupont 2");

        let elsewhere = door.enter("there", json!([person(1)])).await;
        let theirs = door.api.app.pass_of(&elsewhere[0]);
        assert_ne!(theirs, mine, "the same person has another pass at each event");
        let square = mine.square(&here);
        let bent = format!("{}{}", &square[..square.len() - 1], if square.ends_with('A') { "B" } else { "A" });
        let page = format!("{}/en/r/{}", door.api.base, door.api.app.secrets.page_token(&people[0]));
        for (shown, code) in [
            (theirs.square(&"there".parse().expect("a slug")), "pass_other_event"),
            (theirs.to_string(), "pass_unknown"),
            (theirs.square(&here), "pass_unknown"),
            (bent, "pass_altered"),
            (format!("QD1-HERE-{}", &square[9..15]), "pass_altered"),
            ("https://example.be/menu".into(), "pass_foreign"),
            (page, "pass_foreign"),
            (String::new(), "pass_foreign"),
            ("\u{0}".repeat(12), "pass_foreign"),
            ("x".repeat(50_000), "pass_foreign"),
        ] {
            let refused = door.show(&shown, "x").await;
            assert_eq!((refused.status.as_u16(), refused.code()), (422, code), "{shown:.80}");
        }
        assert_eq!(Sql::open(&door.api.database.url).count("attendance_proof", "1 = 1"), 2);
    }
}

both_databases! {
    /// The database holds nothing from which a pass could be made: with another secret it is another.
    async fn no_pass_is_stored(kind: Kind) {
        let Some(door) = Door::open(kind).await else { return };
        let people = door.enter("here", json!([person(1)])).await;
        let code = door.api.app.pass_of(&people[0]);
        door.show(&code.to_string(), "1").await;
        let other = quarterdeck::app::secrets::Secrets::new(&[9; 32]).expect("a secret");
        assert_ne!(other.pass(&people[0]), code);
        let mut sql = Sql::open(&door.api.database.url);
        for (table, column) in [("outbox", "snapshot"), ("registration", "search_key"), ("attendance_proof", "key")] {
            for text in sql.words(&format!("SELECT {column} AS value FROM {table}")) {
                assert!(!text.contains(&code.to_string()) && !text.contains(&code.grouped()), "{table}.{column}");
            }
        }
    }
}
