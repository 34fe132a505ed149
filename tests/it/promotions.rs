//! Putting somebody who waits before the others: with a reason, within every limit, and the others keep their order.

use chrono::Duration;
use quarterdeck::app::enter::Entry;
use quarterdeck::app::promote::{Grounds, Promoted, Wish};
use quarterdeck::app::{Actor, AppError};
use quarterdeck::domain::ids::RegistrationId;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::seats::Reason;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;

use crate::both_databases;
use crate::support::scene::{Scene, now};
use crate::web::organiser_house::{House, Parsed};

const LIST: &str = "/organiser/en/events/here/registrations";

fn id(house: &House, name: &str) -> RegistrationId {
    RegistrationId(house.sql().number(&format!("SELECT id AS value FROM registration WHERE name = '{name}'")))
}

/// Who waits, in order.
fn line(house: &House) -> Vec<String> {
    house.sql().words("SELECT name AS value FROM registration WHERE waiting_no IS NOT NULL ORDER BY waiting_no")
}

fn seated(house: &House) -> Vec<String> {
    house.sql().words("SELECT name AS value FROM registration WHERE state = 'confirmed' ORDER BY name")
}

fn grounds(text: &str) -> Grounds {
    Grounds::parse(text).expect("a reason")
}

async fn promote(house: &House, name: &str, wish: Wish) -> Result<Promoted, AppError> {
    house.app.promote_out_of_turn(id(house, name), wish, grounds("Speaks in the second hour."), Actor::System, house.app.now()).await
}

both_databases! {
    /// By the pages: the reason is asked for, the limit in the way is named, the history says why, the next seat goes to them.
    async fn somebody_is_put_first_with_a_reason(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(1));
        house.enter("here", &["Seat", "One", "Two", "Three"]).await;
        assert_eq!(line(&house), ["One", "Two", "Three"]);
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let page = format!("{LIST}/{}", house.reference("Three"));
        assert!(visitor.get(&page).await.links().iter().any(|l| l.ends_with("/promote")));
        let ask = visitor.get(&format!("{page}/promote")).await;
        assert!(ask.text(".lead").contains("All seats") || ask.text(".lead").contains("seat"), "{}", ask.text(".lead"));
        for (typed, fault) in [("", "Fill in"), ("x", "2 to 300"), (&*"x".repeat(301), "shorter")] {
            let refused = visitor.send(&ask.form("/promote").set("reason", typed)).await;
            assert_eq!(refused.status, 422);
            assert!(refused.text("#reason-fault").contains(fault), "{typed}: {}", refused.text("#reason-fault"));
        }
        assert_eq!(line(&house), ["One", "Two", "Three"], "without a reason nothing moves");
        let mails = house.sql().count("outbox", "1 = 1");
        // A page that still showed a seat is told which limit keeps it back.
        let full = visitor.send(&ask.form("/promote").set("wish", "seat").set("reason", "Speaks in the second hour.")).await;
        assert_eq!((full.status.as_u16(), full.form("/promote").value("wish")), (422, Some("first")));
        assert!(full.text(".errors").contains("no seat"), "{}", full.text(".errors"));
        let done = visitor.send(&full.form("/promote")).await;
        assert!(done.text(".notice.good").contains("first in line"), "{}", done.body);
        assert!(done.text(".history").contains("Put first in line") && done.text(".history").contains("Speaks in the second hour."), "{}", done.body);
        assert!(done.text(".facts").contains("Number 1 on the waiting list"), "{}", done.text(".facts"));
        assert_eq!(line(&house), ["Three", "One", "Two"], "the others keep their order");
        assert_eq!(house.sql().count("outbox", "1 = 1"), mails, "nothing was promised: nobody is told");
        assert_eq!(house.sql().count("journal", "deed = 'registration_promoted'"), 1);
        assert_eq!(house.sql().count("journal", "became LIKE '%second hour%'"), 0, "words about a person are no matter of the journal");
        assert_eq!(promote(&house, "Three", Wish::First).await.expect("an answer"), Promoted::First(Reason::CapacityFull { limit: 1 }));
        assert_eq!(house.sql().count("journal", "deed = 'registration_promoted'"), 1, "who is first stays first, and nothing is written");
        promote(&house, "Two", Wish::First).await.expect("first");
        assert_eq!(line(&house), ["Two", "Three", "One"]);
        house.assert_verified().await;
        house.app.withdraw(id(&house, "Seat"), Actor::Person, None, house.app.now()).await.expect("withdrawn");
        assert_eq!(seated(&house), ["Two"], "the next seat is theirs");
        assert_eq!(line(&house), ["Three", "One"]);
        let wrong = promote(&house, "Two", Wish::First).await;
        assert!(matches!(wrong, Err(AppError::WrongState(_))), "{wrong:?}");
        house.assert_verified().await;
        house.app.erase(id(&house, "Three"), Actor::Person, house.app.now()).await.expect("erased");
        assert_eq!(house.sql().count("registration_change", "reason LIKE '%second hour%' AND cause = 'put_first' AND registration_id IN (SELECT id FROM registration WHERE name = '')"), 0);
        house.assert_verified().await;
    }
}

both_databases! {
    /// Once an event runs, seats that fall free go to nobody by themselves: organisers give them, and no limit bends for it.
    async fn a_seat_is_given_within_every_limit(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.put(Scene::event("here").seats(2));
        house.enter("here", &["First", "Second"]).await;
        let event = house.event("here").await;
        let entry = |name: &str, organisation: &str, sector| Entry {
            name: name.parse_name(),
            email: format!("{name}@example.be").parse_address(),
            organisation: organisation.parse_organisation(),
            sector,
            mode: None,
            language: Language::En,
        };
        let others = vec![entry("Third", "Example NV", Sector::Private), entry("Fourth", "Other NV", Sector::Private), entry("Fifth", "FOD", Sector::Public)];
        house.app.enter(event.id, others, Actor::System, house.app.now()).await.expect("entered");
        assert_eq!(line(&house), ["Third", "Fourth", "Fifth"]);
        house.app.clock.set(event.schedule.starts_at + Duration::minutes(5));
        house.app.withdraw(id(&house, "First"), Actor::Person, None, house.app.now()).await.expect("withdrawn");
        assert_eq!(seated(&house), ["Second"], "the event runs: the seat goes to nobody by itself");
        house.sql().run("UPDATE seat_pool SET max_per_organisation = 1");
        assert_eq!(promote(&house, "Third", Wish::Seat).await.expect("an answer"), Promoted::Refused(Reason::OrganisationFull { limit: 1 }));
        house.sql().run("UPDATE seat_pool SET max_per_organisation = NULL, quota_private = 1");
        let quota = Reason::QuotaFull { sector: Sector::Private, limit: 1 };
        assert_eq!(promote(&house, "Fourth", Wish::Seat).await.expect("an answer"), Promoted::Refused(quota));
        let mails = house.sql().count("outbox", "kind = 'promoted'");
        assert_eq!(promote(&house, "Fifth", Wish::Seat).await.expect("an answer"), Promoted::Seat);
        assert_eq!(house.sql().count("outbox", "kind = 'promoted'"), mails + 1, "one mail, with the reason");
        assert_eq!(house.sql().count("registration", "name = 'Fifth' AND reason LIKE '%second hour%'"), 1, "shown as any other reason is");
        let full = promote(&house, "Third", Wish::Seat).await.expect("an answer");
        assert_eq!(full, Promoted::Refused(Reason::CapacityFull { limit: 2 }));
        assert_eq!(line(&house), ["Third", "Fourth"]);
        house.assert_verified().await;
        house.app.clock.set(event.schedule.ends_at + Duration::minutes(5));
        assert!(matches!(promote(&house, "Third", Wish::First).await, Err(AppError::NotOpen(_))), "over is over");
    }
}

both_databases! {
    /// Seats fall free and people are put first at the same moment, again and again: each seat goes once, and the order stays known.
    async fn being_put_first_and_moving_up_do_not_cross(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(3));
        let names: Vec<String> = (0..18).map(|n| format!("Guest{n:02}")).collect();
        house.enter("here", &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let ids: Vec<RegistrationId> = names.iter().map(|name| id(&house, name)).collect();
        for round in 0..3 {
            let leave: Vec<_> = house.sql().words("SELECT CAST(id AS TEXT) AS value FROM registration WHERE state = 'confirmed'");
            let leave = leave.into_iter().map(|id| RegistrationId(id.parse().expect("a number")));
            let leaving = leave.map(|id| {
                let app = house.app.clone();
                tokio::spawn(async move { app.withdraw(id, Actor::Person, None, app.now()).await.map(drop) })
            });
            let lifted = ids.iter().skip(round).step_by(4).map(|id| {
                let (app, id) = (house.app.clone(), *id);
                tokio::spawn(async move {
                    match app.promote_out_of_turn(id, Wish::First, grounds("In a hurry."), Actor::System, app.now()).await {
                        Ok(_) | Err(AppError::WrongState(_)) => Ok(()),
                        Err(other) => Err(other),
                    }
                })
            });
            for work in leaving.chain(lifted).collect::<Vec<_>>() {
                work.await.expect("it ran").expect("it was done");
            }
            assert_eq!(seated(&house).len(), 3, "every seat is given, none twice");
            house.assert_verified().await;
        }
    }
}
