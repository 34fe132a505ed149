//! The start page says what waits for its reader, to those only who can do something about it.

use chrono::{Duration, Timelike};
use quarterdeck::clock::Instant;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::Visitor;
use crate::support::scene::Scene;

async fn tasks(visitor: &Visitor) -> Vec<String> {
    visitor.get("/organiser/en/").await.texts(".todo li")
}

both_databases! {
    async fn the_start_page_says_what_waits_for_whom(kind: Kind) {
        let now: Instant = "2026-11-27T08:00:00Z".parse().expect("a moment");
        let Some(house) = House::open_at(kind, now).await else { return };
        house.put(Scene::event("today").title("Report").starts_at(now + Duration::hours(5)));
        house.put(Scene::event("talks").platform("coalition").title("Talks").starts_at(now + Duration::days(20)));
        house.put(Scene::event("soon").platform("coalition").status("draft").title("Soon").starts_at(now + Duration::days(30)));
        house.put(Scene::event("later").platform("coalition").status("draft").title("Later").starts_at(now + Duration::days(90)));
        house.enter("talks", &["An Peeters", "Bart Claes"]).await;
        let mut sql = house.sql();
        sql.run("UPDATE registration SET state = 'awaiting_approval'");
        sql.run("UPDATE outbox SET status = 'failed' WHERE recipient = 'guest0@talks.example.be'");

        let admin = house.staff(Role::Admin, None).await;
        let all = tasks(&admin).await;
        let expected = [
            "Report (en) is today at",
            "2 requests wait for an answer: Talks (en)",
            "One mail could not be delivered",
            "Soon (en)",
            "Nothing is planned in 2026-Q4 yet: CSI/DPO",
            "Nothing is planned in November 2026 yet: Synergy IT",
        ];
        assert_eq!(all.len(), expected.len(), "{all:?}");
        for (task, words) in all.iter().zip(expected) {
            assert!(task.replace('\u{2011}', "-").contains(words), "{task} says {words}");
        }
        for link in admin.get("/organiser/en/").await.links().into_iter().filter(|link| link.starts_with("/organiser/en/")) {
            assert_eq!(admin.get(&link).await.status, 200, "{link}");
        }

        let coalition = house.staff(Role::Organiser, Some("coalition")).await;
        assert_eq!(tasks(&coalition).await, all[1..4], "of the own platform");
        let desk = house.staff(Role::Desk, Some("qctr")).await;
        assert_eq!(tasks(&desk).await, all[..1], "the desk checks in");
        let reporter = house.staff(Role::Reporter, None).await;
        assert!(tasks(&reporter).await.is_empty(), "who counts has nothing to do");

        house.app.clock.set(now.with_hour(20).expect("an hour"));
        assert!(!tasks(&desk).await.iter().any(|task| task.contains("today")), "the event is over");
    }
}
