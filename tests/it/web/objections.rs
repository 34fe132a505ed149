//! Whoever is counted sees what is recorded of them and objects; staff corrects it or says why not, and the person is told.

use chrono::Duration;
use quarterdeck::app::Actor;
use quarterdeck::clock::Instant;
use quarterdeck::domain::ids::Reference;
use quarterdeck::domain::staff::Role;
use serde_json::Value;

use super::organiser_house::{House, Parsed};
use crate::both_databases;
use crate::support::databases::Kind;
use crate::support::html::{Page, Visitor};
use crate::support::scene::Scene;

fn start() -> Instant {
    "2026-12-10T13:00:00Z".parse().expect("a moment")
}

struct Held {
    house: House,
    visitor: Visitor,
}

impl Held {
    /// An event that is over since an hour, with An in the room.
    async fn open(kind: Kind) -> Option<Self> {
        let house = House::open_at(kind, start() - Duration::days(3)).await?;
        house.put(Scene::event("here").starts_at(start()));
        house.enter("here", &["An Peeters"]).await;
        house.app.clock.set(start() + Duration::hours(4));
        let visitor = house.visitor();
        Some(Self { house, visitor })
    }

    fn own(&self, name: &str) -> String {
        let reference = Reference::parse(&self.house.reference(name)).expect("a reference");
        format!("/en/r/{}", self.house.app.secrets.page_token(&reference))
    }

    async fn look(&self) -> Page {
        self.visitor.get(&self.own("An Peeters")).await
    }

    async fn object(&self, claim: &str, text: &str) -> Page {
        let form = self.look().await.form("/object").set("claim", claim).set("objection", text);
        self.visitor.send(&form).await
    }

    fn answer_page(&self) -> String {
        format!("/organiser/en/events/here/registrations/{}/objection", self.house.reference("An Peeters"))
    }

    fn is_present(&self) -> bool {
        self.house.sql().count("registration", "present = TRUE") == 1
    }

    /// What the mails say: accepted or not, and why.
    fn told(&self) -> Vec<(bool, String)> {
        let snapshots = self.house.sql().words("SELECT snapshot AS value FROM outbox WHERE kind = 'objection_answered' ORDER BY id");
        let read = |text: &String| {
            let mail: Value = serde_json::from_str(text).expect("JSON");
            let answer = &mail["registration"]["objection"];
            (answer["accepted"].as_bool().expect("a word"), answer["reason"].as_str().expect("a reason").to_owned())
        };
        snapshots.iter().map(read).collect()
    }
}

both_databases! {
    async fn an_objection_that_is_granted_corrects_what_is_recorded(kind: Kind) {
        let Some(held) = Held::open(kind).await else { return };
        let page = held.look().await;
        assert!(page.text("section[aria-labelledby=recorded-title] .text").contains("Nothing is recorded"), "{}", page.body);
        let page = held.object("was_there", "I sat in the second row.\nAsk the <b>speaker</b>.").await;
        assert_eq!((page.status.as_u16(), page.url.query()), (200, Some("done=objected")));
        assert!(page.body.contains("It waits for the organisers") && page.body.contains("Ask the &lt;b&gt;speaker"), "{}", page.body);

        let organiser = held.house.staff(Role::Organiser, Some("qctr")).await;
        let overview = organiser.get("/organiser/en/").await;
        assert!(overview.body.contains("one person says that their presence is not recorded right"), "{}", overview.body);
        let list = organiser.get("/organiser/en/events/here/objections").await;
        assert_eq!((list.count(".objections li"), list.links().contains(&held.answer_page())), (1, true), "{}", list.body);

        let form = organiser.get(&held.answer_page()).await.form("/objection");
        let empty = organiser.send(&form).await;
        assert_eq!((empty.status.as_u16(), empty.count(".errors li")), (422, 2), "an answer and a reason");
        let wrong = organiser.send(&form.clone().force("answer", "was_not_there").set("reason", "No.")).await;
        assert_eq!(wrong.status.as_u16(), 422, "what was not asked for is no answer");
        assert!(!held.is_present() && held.told().is_empty());

        // What was read is answered, and nothing that came since.
        held.house.app.clock.set(start() + Duration::minutes(270));
        held.object("was_there", "I sat in the third row.").await;
        assert_eq!(held.house.sql().count("objection", "1 = 1"), 1, "one waits at a time");
        let stale = organiser.send(&form.clone().set("answer", "was_there").set("reason", "The speaker saw you.")).await;
        assert!(stale.status.as_u16() == 422 && stale.body.contains("read it again"), "{}", stale.body);
        let form = organiser.get(&held.answer_page()).await.form("/objection");
        let done = organiser.send(&form.set("answer", "was_there").set("reason", "The speaker saw you.")).await;
        assert!(done.status.is_success() && done.body.contains("The objection is answered."), "{}", done.body);
        assert_eq!((held.is_present(), held.told()), (true, vec![(true, "The speaker saw you.".to_owned())]));
        assert_eq!(held.house.sql().words("SELECT reason AS value FROM attendance_proof WHERE source = 'hand'"), ["The speaker saw you."]);

        let page = held.look().await;
        assert!(page.text("section[aria-labelledby=recorded-title] .text").contains("You count as present."), "{}", page.body);
        assert!(page.body.contains("corrected what is recorded") && page.body.contains("The speaker saw you."), "{}", page.body);
        assert!(!organiser.get("/organiser/en/").await.body.contains("not recorded right"), "nothing waits");
        assert_eq!(organiser.get(&held.answer_page()).await.status.as_u16(), 409);
        held.house.assert_verified().await;
    }
}

both_databases! {
    async fn an_objection_that_is_refused_changes_nothing_and_can_be_made_again(kind: Kind) {
        let Some(held) = Held::open(kind).await else { return };
        held.object("was_there", "").await;
        let organiser = held.house.staff(Role::Organiser, Some("qctr")).await;
        let form = organiser.get(&held.answer_page()).await.form("/objection");
        organiser.send(&form.set("answer", "stays").set("reason", "Nobody saw you.")).await;
        assert_eq!((held.is_present(), held.told()), (false, vec![(false, "Nobody saw you.".to_owned())]));
        assert_eq!(held.house.sql().count("attendance_proof", "1 = 1"), 0);
        let page = held.look().await;
        assert!(page.body.contains("did not agree") && page.body.contains("Nobody saw you."), "{}", page.body);
        let again = held.object("minutes", "I was there for a while.").await;
        assert_eq!(again.status.as_u16(), 200);
        assert_eq!(held.house.sql().words("SELECT state AS value FROM objection ORDER BY id"), ["declined", "open"]);
        // To wrong times staff says whether it was enough.
        let form = organiser.get(&held.answer_page()).await.form("/objection");
        organiser.send(&form.set("answer", "was_not_there").set("reason", "Five minutes.")).await;
        assert_eq!(held.house.sql().count("attendance_proof", "denies = TRUE AND revoked_at IS NULL"), 1);
        held.house.assert_verified().await;
    }
}

both_databases! {
    async fn what_cannot_be_objected_to_is_said_where_it_stands(kind: Kind) {
        let Some(held) = Held::open(kind).await else { return };
        let form = held.look().await.form("/object");
        let nothing = held.visitor.send(&form).await;
        assert_eq!((nothing.status.as_u16(), nothing.texts(".errors li")), (422, vec!["Choose what is not right.".to_owned()]));
        let long = held.visitor.send(&form.clone().set("claim", "minutes").set("objection", &"x".repeat(1_001))).await;
        assert_eq!(long.status.as_u16(), 422);
        assert!(long.text(".errors").contains("1000 characters") || long.text(".errors").contains("1,000 characters"), "{}", long.text(".errors"));
        let odd = held.visitor.send(&form.clone().set("claim", "minutes").force("objection", "a\u{7}b")).await;
        assert_eq!(odd.status.as_u16(), 422);
        let foreign = held.visitor.send(&form.clone().force("claim", "was_elsewhere")).await;
        assert_eq!(foreign.status.as_u16(), 422);
        // Before the end nothing is recorded that could be wrong.
        held.house.app.clock.set(start() + Duration::hours(2));
        let page = held.look().await;
        assert_eq!(page.count("#recorded-title"), 0);
        let token = page.form("/erase").value("csrf").expect("a token").to_owned();
        let early = held.visitor.send(&form.force("csrf", &token).set("claim", "was_there")).await;
        assert_eq!((early.status.as_u16(), held.house.sql().count("objection", "1 = 1")), (409, 0));
    }
}

both_databases! {
    async fn an_objection_is_handed_out_and_goes_with_the_name(kind: Kind) {
        let Some(held) = Held::open(kind).await else { return };
        held.object("was_there", "I sat in the second row.").await;
        let own: Value = serde_json::from_str(&held.visitor.get(&format!("{}/data.json", held.own("An Peeters"))).await.body).expect("JSON");
        assert_eq!((&own["objections"][0]["claim"], &own["objections"][0]["text"]), (&"was_there".into(), &"I sat in the second row.".into()));
        let now = held.house.app.now();
        let all = held.house.app.export_person(&"guest0@here.example.be".parse_address(), now).await.expect("an export");
        assert_eq!(all["registrations"][0]["objections"][0]["state"], "open");

        let purged = now + Duration::days(91);
        held.house.app.clock.set(purged);
        held.house.app.purge(purged).await.expect("a purge");
        assert_eq!((held.house.sql().count("objection", "1 = 1"), held.house.sql().count("registration", "erased_at IS NOT NULL")), (0, 1));
        held.house.assert_verified().await;
    }
}

both_databases! {
    async fn erasing_takes_an_objection_along(kind: Kind) {
        let Some(held) = Held::open(kind).await else { return };
        held.object("was_there", "I sat in the second row.").await;
        let reference = Reference::parse(&held.house.reference("An Peeters")).expect("a reference");
        let (id, event) = held.house.app.registration_ids(&reference).await.expect("a registration");
        let page = held.look().await;
        held.house.app.erase(id, Actor::Person, held.house.app.now()).await.expect("erased");
        assert_eq!(held.house.sql().count("objection", "1 = 1"), 0);
        assert_eq!(held.visitor.send(&page.form("/object").set("claim", "was_there")).await.status.as_u16(), 404);
        assert!(held.house.app.objectors_at(event).await.expect("read").is_empty());
        held.house.assert_verified().await;
    }
}
