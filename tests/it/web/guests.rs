//! Guests on the staff pages: proposed, objected to, admitted, by who may invite to the event.

use quarterdeck::clock::Instant;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

const GUESTS: &str = "/organiser/en/events/session/guests";

both_databases! {
    async fn organisers_propose_object_and_admit(kind: Kind) {
        let now: Instant = "2026-11-27T11:00:00Z".parse().expect("a moment");
        let Some(house) = House::open_at(kind, now).await else { return };
        house.put(Scene::event("session").platform("csi-dpo").title("Session").starts_at("2027-01-14T08:00:00Z".parse().expect("a moment")));
        house.put(Scene::event("report").starts_at("2027-01-14T08:00:00Z".parse().expect("a moment")));
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        assert!(visitor.get("/organiser/en/events/session").await.links().contains(&GUESTS.to_owned()), "the way there");
        let form = visitor.get(&format!("{GUESTS}/new")).await;
        assert!(form.body.contains("until Friday 4 December 2026"), "five working days: {}", form.body);
        let form = form.form("/guests/new");
        let empty = visitor.send(&form).await;
        assert_eq!((empty.status.as_u16(), empty.count(".fault")), (422, 5), "name, address, organisation, sector, reason: {}", empty.body);
        let filled = |name: &str, email: &str| {
            form.clone().set("name", name).set("email", email).set("organisation", "Haven").set("sector", "public").set("reason", "Speaks <b>").set("language", "de")
        };
        let done = visitor.send(&filled("Gus Guest", "gus@guest.example.be")).await;
        assert!(done.text(".notice.good").contains("proposed") && !done.body.contains("<b>Speaks"), "{}", done.body);
        let twice = visitor.send(&filled("Gus Guest", "GUS@guest.example.be")).await;
        assert!(twice.status == 422 && twice.text("#email-fault").contains("proposed by an organiser already"), "{}", twice.body);
        visitor.send(&filled("Unwanted One", "unwanted@guest.example.be")).await;
        let tasks = visitor.get("/organiser/en/").await.texts(".todo li");
        assert!(tasks.iter().any(|task| task.contains("2 guests are proposed: Session (en)")), "{tasks:?}");

        let list = visitor.get(GUESTS).await;
        let links = list.links();
        let [object, admit] = ["/object", "/admit"].map(|part| links.iter().filter(|link| link.ends_with(part)).cloned().collect::<Vec<_>>());
        assert_eq!((object.len(), admit.len()), (2, 2), "{}", list.body);
        let ask = visitor.get(&object[0]).await;
        assert!(ask.body.contains("Unwanted One, Haven"), "the newest stands first: {}", ask.body);
        let without = visitor.send(&ask.form("/object")).await;
        assert_eq!((without.status.as_u16(), without.count("#reason-fault")), (422, 1), "an objection says why: {}", without.body);
        let refused = visitor.send(&ask.form("/object").set("reason", "Not cleared")).await;
        assert!(refused.text(".notice.good").contains("refused") && refused.body.contains("Not cleared"), "{}", refused.body);
        let again = visitor.send(&ask.form("/object").set("reason", "Not cleared")).await;
        assert!(again.status == 422 && again.text(".errors").contains("decided in the meantime"), "{}", again.body);
        assert!(!again.body.contains("objected to this person before"));
        let anew = visitor.send(&filled("Unwanted One", "unwanted@guest.example.be")).await;
        let told = anew.texts("td[data-label='Objections until']");
        assert_eq!(told.iter().map(|until| until.contains("objected to this person before")).collect::<Vec<_>>(), [true, false, false], "{told:?}");
        let admitted = visitor.send(&visitor.get(&admit[1]).await.form("/admit")).await;
        assert!(admitted.text(".notice.good").contains("admitted and invited"), "{}", admitted.body);
        assert_eq!(house.sql().words("SELECT recipient || ' ' || language AS value FROM outbox"), ["gus@guest.example.be de"]);
        let deeds = visitor.get("/organiser/en/journal").await.texts("table.journal td:nth-of-type(2)");
        for deed in ["Guest admitted", "Objection to a guest", "Guest proposed"] {
            assert!(deeds.iter().any(|told| told == deed), "{deed}: {deeds:?}");
        }

        let period = visitor.get("/organiser/en/rosters/csi-dpo/objections").await.form("/objections");
        for wrong in ["", "0", "31", "x"] {
            let page = visitor.send(&period.clone().set("days", wrong)).await;
            assert!(page.status == 422 && page.body.contains("from 1 to 30"), "{wrong}: {}", page.body);
        }
        assert!(visitor.send(&period.set("days", "10")).await.text(".notice.good").contains("time to object is set"));
        assert!(visitor.get(&format!("{GUESTS}/new")).await.body.contains("until Friday 11 December 2026"));
        let admin = house.staff(Role::Admin, None).await;
        assert_eq!(admin.get("/organiser/en/events/report/guests").await.status, 404, "where anybody may come there are no guests");
        house.assert_verified().await;
    }
}
