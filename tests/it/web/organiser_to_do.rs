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

both_databases! {
    async fn who_forgot_the_link_to_join_is_told_a_day_before(kind: Kind) {
        let now: Instant = "2026-11-27T08:00:00Z".parse().expect("a moment");
        let Some(house) = House::open_at(kind, now).await else { return };
        for (slug, days) in [("linked", 1), ("blank", 1), ("room", 1), ("later", 3)] {
            let scene = Scene::event(slug).title(slug).platform("coalition").starts_at(now + Duration::days(days) - Duration::hours(1));
            house.put(if slug == "room" { scene } else { scene.hybrid(None) });
        }
        house.sql().run("UPDATE event SET join_link = NULL WHERE slug IN ('blank', 'later')");
        let coalition = house.staff(Role::Organiser, Some("coalition")).await;
        let told: Vec<String> = tasks(&coalition).await.into_iter().filter(|task| task.contains("link to take part online")).collect();
        assert!(told.len() == 1 && told[0].contains("blank (en)"), "{told:?}");
        let page = coalition.get("/organiser/en/").await;
        assert!(page.links().iter().any(|link| link == "/organiser/en/events/blank/reschedule"), "leads to where it is typed");
        for (role, platform) in [(Role::Desk, "coalition"), (Role::Organiser, "qctr")] {
            let other = house.staff(role, Some(platform)).await;
            assert!(!tasks(&other).await.iter().any(|task| task.contains("link to take part")), "{role} of {platform}");
        }
    }
}
