//! One presence out of several proofs: what staff sees of it, how it is corrected, and what is left when somebody is erased.

use chrono::Duration;
use quarterdeck::app::Actor;
use quarterdeck::app::check_in::CheckIn;
use quarterdeck::clock::Instant;
use quarterdeck::domain::attendance::ProofSource;
use quarterdeck::domain::ids::{EventId, Reference, RegistrationId};
use quarterdeck::domain::staff::Role;
use serde_json::json;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::api::Api;
use crate::support::html::Visitor;
use crate::support::scene::{Scene, now};
use crate::support::sql::{Sql, moment};

const EVENT: &str = "/organiser/en/events/here";

/// Lets the event have been from five hours ago to two hours ago; answers when it began.
fn have_been(sql: &mut Sql) -> Instant {
    let [start, end] = [5, 2].map(|hours| now() - Duration::hours(hours));
    sql.run(&format!("UPDATE event SET starts_at = {}, closes_at = {}, ends_at = {} WHERE slug = 'here'", moment(start), moment(start), moment(end)));
    start
}

async fn ids(house: &House, name: &str) -> (RegistrationId, EventId) {
    let reference = Reference::parse(&house.reference(name)).expect("a reference");
    house.app.registration_ids(&reference).await.expect("a registration")
}

/// A mark by somebody else than the one who looks.
async fn mark(house: &House, name: &str, source: ProofSource, span: (Instant, Option<Instant>)) -> bool {
    let (registration, event) = ids(house, name).await;
    let mark = CheckIn { event, registration, source, at: span.0, left_at: span.1, device: Some("door-1".into()), key: None };
    house.app.check_in(mark, Actor::System, house.app.now()).await.expect("marked").present
}

async fn say(visitor: &Visitor, person: &str, said: &str, reason: &str) -> crate::support::html::Page {
    let form = visitor.get(&format!("{person}/presence")).await.form("/presence");
    visitor.send(&form.set("was_there", said).set("reason", reason)).await
}

both_databases! {
    async fn staff_corrects_with_a_reason_and_every_proof_is_kept(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let person = format!("{EVENT}/registrations/{}", house.reference("An Peeters"));
        assert_eq!(visitor.get(&format!("{person}/presence")).await.status, 409, "the day is still to come");
        assert_eq!(visitor.get(&person).await.count("a[href$='/presence']"), 0);
        let start = have_been(&mut house.sql());
        assert!(mark(&house, "An Peeters", ProofSource::Door, (start, None)).await);
        let shown = visitor.get(&person).await;
        assert!(shown.text(".proofs").contains("At the door") && shown.text(".proofs").contains("door-1"), "{}", shown.body);
        assert_eq!(shown.texts(".proofs .state"), ["Counts"]);

        let form = visitor.get(&format!("{person}/presence")).await.form("/presence");
        let wrong = visitor.send(&form.clone().set("reason", " ")).await;
        assert_eq!((wrong.status.as_u16(), wrong.count(".fault")), (422, 2), "{}", wrong.body);
        assert_eq!(visitor.send(&form.set("was_there", "no").set("reason", &"x".repeat(301))).await.status, 422);

        let denied = say(&visitor, &person, "no", "Gave the badge to <b>another</b>").await;
        assert_eq!(denied.texts(".proofs .state"), ["Outweighed by staff", "Stands against the others"], "{}", denied.body);
        assert!(denied.text("main").contains("Does not count as present") && denied.text(".proofs").contains("<b>another</b>"));
        assert_eq!(house.sql().count("registration", "present"), 0);
        say(&visitor, &person, "no", "Gave the badge to <b>another</b>").await;
        assert_eq!(house.sql().count("attendance_proof", "1 = 1"), 2, "said twice is said once");
        let door = visitor.send(&visitor.get(&format!("{EVENT}/check-in?q=an")).await.form("/mark")).await;
        assert!(door.text(".notice.wait").contains("does not count") && door.count(".last") == 0, "{}", door.body);
        house.assert_verified().await;

        let said = say(&visitor, &person, "yes", "It was a mix-up").await;
        assert_eq!(said.texts(".proofs .state"), ["Counts", "Taken back", "Counts", "Counts"], "{}", said.body);
        assert!(said.text(".proofs").contains("It was a mix-up"));
        let (href, before) = (said.attribute(".proofs li:first-child a", "href").expect("a way"), house.sql().count("attendance_proof", "revoked_at IS NULL"));
        let back = visitor.get(&href).await.form("/presence/");
        assert_eq!(visitor.send(&back.clone().set("reason", "")).await.status, 422);
        let taken = visitor.send(&back.set("reason", "Scanned by mistake")).await;
        assert!(taken.text(".proofs li:first-child").contains("Scanned by mistake"), "{}", taken.body);
        assert_eq!((house.sql().count("attendance_proof", "revoked_at IS NULL"), house.sql().count("registration", "present")), (before - 1, 1));
        assert_eq!(visitor.get(&href).await.status, 409, "taken back already");
        let journal = visitor.get("/organiser/en/journal").await.text("table.journal");
        assert!(journal.contains("Presence corrected") && journal.contains("Presence taken back") && !journal.contains("mistake"), "{journal}");
        house.assert_verified().await;

        let (registration, _) = ids(&house, "An Peeters").await;
        let email = house.sql().words("SELECT email AS value FROM registration").remove(0);
        let email = quarterdeck::domain::email::EmailAddress::parse(&email).expect("an address");
        let record = house.app.export_person(&email, house.app.now()).await.expect("known");
        let proofs = &record["registrations"][0]["presence"];
        assert_eq!((&proofs[0]["taken_back_because"], &proofs[1]["was_there"]), (&json!("Scanned by mistake"), &json!(false)), "{proofs}");
        house.app.erase(registration, Actor::Operator, house.app.now()).await.expect("erased");
        assert_eq!(house.sql().count("attendance_proof", "reason IS NOT NULL OR revoked_reason IS NOT NULL"), 0);
        assert_eq!(house.sql().count("registration", "present"), 1, "the count stays");
        assert_eq!(visitor.get(&person).await.count(".proofs a"), 0);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn a_slip_goes_at_once_and_everything_else_with_a_reason(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        have_been(&mut house.sql());
        let visitor = house.staff(Role::Desk, Some("qctr")).await;
        let door = visitor.get(&format!("{EVENT}/check-in")).await;
        let marked = visitor.send(&door.form("/mark")).await;
        let undone = visitor.send(&marked.form("/undo")).await;
        assert!(undone.text(".standing").starts_with("0 present"), "{}", undone.body);

        visitor.send(&door.form("/mark")).await;
        house.sql().run(&format!("UPDATE attendance_proof SET recorded_at = {} WHERE revoked_at IS NULL", moment(now() - Duration::seconds(61))));
        let asked = visitor.send(&visitor.get(&format!("{EVENT}/check-in")).await.form("/undo")).await;
        assert!(asked.text("main").contains("An Peeters") && asked.count("#reason") == 1, "{}", asked.body);
        assert_eq!(house.sql().count("registration", "present"), 1, "nothing happened yet");
        let empty = visitor.send(&asked.form("/undo").set("reason", "")).await;
        assert_eq!((empty.status.as_u16(), empty.count(".fault")), (422, 1), "{}", empty.body);
        let done = visitor.send(&asked.form("/undo").set("reason", "Another An Peeters")).await;
        assert!(done.text(".standing").starts_with("0 present"), "{}", done.body);
        assert_eq!(house.sql().count("attendance_proof", "revoked_reason = 'Another An Peeters'"), 1);

        mark(&house, "An Peeters", ProofSource::Link, (now(), None)).await;
        let foreign = visitor.send(&visitor.get(&format!("{EVENT}/check-in")).await.form("/undo")).await;
        assert_eq!(foreign.count("#reason"), 1, "somebody else's proof, however young");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn a_link_counts_until_minutes_say_more(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").hybrid(None));
        house.enter_online("here", "Jean Dupont").await;
        let start = have_been(&mut house.sql());
        let at = |minutes: i64| start + Duration::minutes(minutes);
        assert!(mark(&house, "Jean Dupont", ProofSource::Link, (at(0), None)).await);
        assert!(!mark(&house, "Jean Dupont", ProofSource::Report, (at(0), Some(at(60)))).await, "an hour of three");
        assert!(!mark(&house, "Jean Dupont", ProofSource::Report, (at(30), Some(at(89)))).await, "no minute counts twice");
        house.assert_verified().await;
        assert!(mark(&house, "Jean Dupont", ProofSource::Report, (at(120), Some(at(300)))).await, "and no minute after the end");
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let shown = visitor.get(&format!("{EVENT}/registrations/{}", house.reference("Jean Dupont"))).await;
        assert!(shown.text("main").contains("Known minutes inside the event: 149; asked: 90."), "{}", shown.text("main"));
        // Another share is asked of what comes from now on; what was recorded stands.
        let form = visitor.get("/organiser/en/platforms/qctr/edit").await.form("/edit");
        for wrong in ["0", "101", "half", ""] {
            let refused = visitor.send(&form.clone().set("presence_share", wrong)).await;
            assert_eq!((refused.status.as_u16(), refused.count(".fault")), (422, 1), "{wrong}");
        }
        assert!(visitor.send(&form.set("presence_share", "100 %")).await.text(".facts").contains("100 per cent"));
        assert_eq!(house.sql().count("registration", "present"), 1);
        house.assert_verified().await;
        assert!(!mark(&house, "Jean Dupont", ProofSource::Report, (at(0), Some(at(1)))).await, "the newest minutes say what is asked");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn programs_send_minutes_and_learn_whether_they_count(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        api.put(Scene::event("here"));
        let token = api.token(Role::Organiser, None).await;
        let body = json!({ "name": "Zoé Dupont", "email": "zoe@example.be", "organisation": "Example", "sector": "private", "language": "en" });
        let entered = api.call(&token, "POST", "/events/here/registrations", Some(body)).await;
        let id = entered.json["id"].clone();
        let send = async |from: Instant, to: Instant| {
            api.call(&token, "POST", "/events/here/check-ins", Some(json!({ "registration": id, "at": from, "left_at": to }))).await
        };
        let hour = |n: i64| now() - Duration::hours(n);
        assert_eq!(send(hour(4), hour(3)).await.code(), "wrong_event_state", "the event is to come");
        let start = have_been(&mut Sql::open(&api.database.url));
        let short = send(start, start + Duration::minutes(30)).await;
        assert_eq!((&short.json["first"], &short.json["present"]), (&json!(true), &json!(false)), "{short:?}");
        let long = send(start, start + Duration::minutes(100)).await;
        assert_eq!((&long.json["first"], &long.json["present"]), (&json!(false), &json!(true)), "{long:?}");
        let odd = send(hour(3), hour(4)).await;
        assert_eq!((odd.code(), odd.places()), ("invalid", vec!["/left_at"]), "{odd:?}");
        let alone = api.call(&token, "POST", "/events/here/check-ins", Some(json!({ "registration": id, "left_at": hour(3) }))).await;
        assert_eq!(alone.places(), vec!["/at"], "{alone:?}");
        let ahead = send(hour(3), now() + Duration::hours(1)).await;
        assert_eq!(ahead.places(), vec!["/left_at"], "{ahead:?}");
        api.assert_verified().await;
    }
}
