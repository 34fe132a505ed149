//! The journal's page: every change that staff makes stands in it, and nobody reads more of it than is theirs.

use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::Visitor;
use crate::support::scene::Scene;

const EVENT: &str = "/organiser/en/events/here";

/// The deeds on a page, newest first.
async fn deeds(visitor: &Visitor, query: &str) -> Vec<String> {
    visitor.get(&format!("/organiser/en/journal{query}")).await.texts("table.journal td:nth-of-type(2)")
}

both_databases! {
    async fn every_change_by_staff_is_written_down(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(5));
        house.enter("here", &["Zoë Vandenbroucke", "An Peeters"]).await;
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let reference = house.reference("Zoë Vandenbroucke");
        let form = visitor.get(&format!("{EVENT}/texts")).await.form("/texts").set("title-en", "Another title");
        assert_eq!(visitor.send(&form).await.status, 200);
        let form = visitor.get(&format!("{EVENT}/texts")).await.form("/texts");
        assert_eq!(visitor.send(&form).await.status, 200, "saved as it was");
        let form = visitor.get(&format!("{EVENT}/reschedule")).await.form("/reschedule");
        let form = form.set("starts_at", "2038-01-14T15:00").set("ends_at", "2038-01-14T18:00").set("closes_at", "2038-01-14T12:00");
        assert_eq!(visitor.send(&form).await.status, 200);
        let form = visitor.get(&format!("{EVENT}/seats")).await.form("/seats").set("on_site-capacity", "7");
        assert_eq!(visitor.send(&form).await.status, 200);
        let form = visitor.get(&format!("{EVENT}/enter")).await.form("/enter").set("name", "Tom Maes").set("email", "tom@example.be");
        let form = form.set("organisation", "Example NV").set("sector", "public").set("language", "nl");
        assert_eq!(visitor.send(&form).await.status, 200);
        let form = visitor.get(&format!("{EVENT}/check-in")).await.form("/mark").set("registration", &reference);
        assert_eq!(visitor.send(&form).await.status, 200);
        let form = visitor.get(&format!("{EVENT}/check-in")).await.form("/undo");
        assert_eq!(visitor.send(&form).await.status, 200);
        assert_eq!(visitor.get(&format!("{EVENT}/registrations.csv")).await.status, 200);
        let form = visitor.get("/organiser/en/mails").await.form("/abort");
        assert_eq!(visitor.send(&form).await.status, 200);
        let form = visitor.get(&format!("{EVENT}/registrations/{reference}/withdraw")).await.form("/withdraw").set("reason", "By telephone");
        assert_eq!(visitor.send(&form).await.status, 200);
        let form = visitor.get(&format!("{EVENT}/call-off")).await.form("/call-off");
        assert_eq!(visitor.send(&form.set("reason", "Strike")).await.status, 200);

        let expected = [
            "Event called off",
            "Registration withdrawn",
            "Mail given up",
            "List exported",
            "Presence taken back",
            "People entered",
            "Seats changed",
            "Event moved",
            "Event edited",
            "People entered",
        ];
        assert_eq!(deeds(&visitor, "").await, expected, "an edit that changes nothing is none");
        let page = visitor.get("/organiser/en/journal").await;
        for words in ["Another title", "Seats (on_site.capacity)", "Strike", "14 Jan 2038"] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        for name in ["Vandenbroucke", "Peeters", "Maes", "tom@example.be", "By telephone"] {
            assert!(!page.body.contains(name), "{name} stands in the journal");
        }
        assert_eq!(deeds(&visitor, "?deed=seats_changed").await, ["Seats changed"]);
        assert_eq!(deeds(&visitor, "?q=organiser.qctr@ccb.example.be").await.len(), 9, "all but what the test entered itself");
        assert_eq!(deeds(&visitor, &format!("?q={reference}")).await, ["Registration withdrawn", "Presence taken back"]);
        assert_eq!(deeds(&visitor, "?q=nothing-like-that").await, [""; 0]);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn nobody_reads_more_of_it_than_is_theirs(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").platform("csi-dpo"));
        house.put(Scene::event("faraway"));
        house.enter("here", &["An Peeters"]).await;
        house.enter("faraway", &["Zoë Vandenbroucke"]).await;
        let organiser = house.staff(Role::Organiser, Some("csi-dpo")).await;
        assert_eq!(deeds(&organiser, "").await, ["People entered"]);
        assert!(!organiser.get("/organiser/en/journal").await.body.contains("faraway"));
        assert_eq!(deeds(&organiser, "?q=faraway").await, [""; 0]);
        assert_eq!(deeds(&organiser, &format!("?q={}", house.reference("Zoë Vandenbroucke"))).await, [""; 0]);
        let admin = house.staff(Role::Admin, None).await;
        let all = deeds(&admin, "").await;
        for deed in ["Signed in", "Role given", "User added", "Catalogue loaded", "People entered"] {
            assert!(all.contains(&deed.to_owned()), "{deed}: {all:?}");
        }
    }
}

both_databases! {
    async fn a_long_journal_is_read_page_by_page(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(500));
        let names: Vec<String> = (0..60).map(|n| format!("Guest {n}")).collect();
        for n in 1..=60 {
            // One more each time: the others are there already, and one deed is one entry.
            house.enter("here", &names[..n].iter().map(String::as_str).collect::<Vec<_>>()).await;
        }
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let first = visitor.get("/organiser/en/journal").await;
        let mut numbers = first.texts("table.journal th .second");
        assert_eq!(numbers.len(), 50);
        let next = first.links().into_iter().find(|href| href.contains("before=")).expect("a next page");
        let second = visitor.get(&next).await;
        numbers.extend(second.texts("table.journal th .second"));
        assert_eq!(numbers.len(), 60);
        numbers.dedup();
        assert_eq!(numbers.len(), 60, "no entry twice: {numbers:?}");
        assert!(second.links().iter().any(|href| href.contains("/journal?q=&deed=") && !href.contains("before=")), "a way back to the first page");
    }
}
