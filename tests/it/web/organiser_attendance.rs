//! Attendance reports as meeting services write them: looked at, taken in, decided, taken back, forgotten.

use chrono::Duration;
use quarterdeck::app::Actor;
use quarterdeck::clock::Instant;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{Reference, RegistrationId};
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;
use serde_json::json;

use super::organiser_house::House;
use super::organiser_uploads::send_with;
use crate::both_databases;
use crate::support::html::{Page, Visitor};
use crate::support::scene::Scene;

const ZOOM: &[u8] = include_bytes!("../../fixtures/meetings/zoom-meeting-header-renamed.csv");
const TEAMS: &[u8] = include_bytes!("../../fixtures/meetings/teams-fr-joined-left-list.csv");
const WEBEX: &[u8] = include_bytes!("../../fixtures/meetings/webex-event-quoted-formula-dates.csv");
const ATTENDANCE: &str = "/organiser/en/events/here/attendance";

fn at(text: &str) -> Instant {
    text.parse().expect("a moment")
}

/// The event of the files, 10 December 2026, 14:00 to 16:00 in Brussels, just over; those who registered, and an organiser.
async fn held(kind: crate::support::databases::Kind) -> Option<(House, Visitor)> {
    let house = House::open_at(kind, at("2026-12-01T09:00:00Z")).await?;
    house.put(Scene::event("here").starts_at(at("2026-12-10T13:00:00Z")));
    house.sql().run("UPDATE event SET ends_at = '2026-12-10 15:00:00.000000'");
    let id = house.event("here").await.id;
    for (name, email) in [
        ("Nora Janssens", "host@example.be"),
        ("Jan Peeters", "jan.peeters@example.be"),
        ("Zoé Dupont", "zoe.dupont@example.org"),
        ("Hugo Pettit", "hugo@example.be"),
        ("Inès Morel", "ines@example.be"),
    ] {
        crate::organisations::enter(&house.app, id, name, email, "Example NV", Sector::Private).await;
    }
    house.app.clock.set(at("2026-12-10T14:50:00Z"));
    let visitor = house.staff(Role::Organiser, Some("qctr")).await;
    assert_eq!(visitor.get(&format!("{ATTENDANCE}/import")).await.status, 409, "the event is not over");
    house.app.clock.set(at("2026-12-10T15:20:00Z"));
    Some((house, visitor))
}

async fn look(visitor: &Visitor, bytes: &[u8]) -> Page {
    let form = visitor.get(&format!("{ATTENDANCE}/import")).await.form("/import");
    send_with(visitor, &form, "report_file", "report.csv", bytes).await
}

async fn take(visitor: &Visitor, bytes: &[u8]) -> Page {
    visitor.send(&look(visitor, bytes).await.form("/import/apply")).await
}

fn present(house: &House) -> i64 {
    house.sql().count("registration", "present")
}

/// Decides about the one of this name in the list.
async fn decide(visitor: &Visitor, name: &str, tab: &str, fields: &[(&str, &str)]) -> Page {
    let list = visitor.get(&format!("{ATTENDANCE}?tab={tab}")).await;
    let hrefs: Vec<String> = list.links().into_iter().filter(|href| href.contains("/sightings/")).collect();
    for href in hrefs {
        let page = visitor.get(&href).await;
        if page.text("main").contains(name) {
            let form = fields.iter().fold(page.form("/sightings/"), |form, (field, value)| form.set(field, value));
            return visitor.send(&form).await;
        }
    }
    panic!("{name} is not among those that are {tab}: {}", list.body)
}

both_databases! {
    async fn a_report_is_looked_at_taken_in_once_and_taken_back(kind: Kind) {
        let Some((house, visitor)) = held(kind).await else { return };
        let shown = look(&visitor, ZOOM).await;
        assert_eq!(shown.status, 200, "{}", shown.body);
        let words = shown.text("main");
        for part in ["Zoom", "By the name", "By the e-mail address", "120 min", "iPad de Zoé", "The report names no time zone", "Asked for presence", "60 min"] {
            assert!(words.contains(part), "{part}: {words}");
        }
        assert_eq!((house.sql().count("sighting", "1 = 1"), house.sql().count("attendance_proof", "1 = 1")), (0, 0), "only looked at");

        let form = shown.form("/import/apply");
        let taken = visitor.send(&form).await;
        assert!(taken.text(".notice.good").contains("3 people recognised"), "{}", taken.body);
        assert_eq!((present(&house), house.sql().count("attendance_proof", "left_at IS NOT NULL")), (3, 4), "two stays of Jan");
        let again = visitor.send(&form).await;
        assert_eq!(again.status, 409);
        assert!(again.text("[role=alert]").contains("taken in before"), "{}", again.body);
        assert!(look(&visitor, ZOOM).await.find_form("/import/apply").is_some_and(|form| form.action.path().ends_with("/apply")));
        assert_eq!(house.sql().count("attendance_report", "1 = 1"), 1);
        let person = visitor.get(&format!("/organiser/en/events/here/registrations/{}", house.reference("Jan Peeters"))).await;
        assert!(person.text("main").contains("Known minutes inside the event: 90; asked: 60."), "{}", person.text("main"));
        house.assert_verified().await;

        // What another service says of the same people comes on top, and no minute counts twice.
        take(&visitor, WEBEX).await;
        let person = visitor.get(&format!("/organiser/en/events/here/registrations/{}", house.reference("Jan Peeters"))).await;
        assert!(person.text("main").contains("Known minutes inside the event: 105;"), "{}", person.text("main"));
        let page = visitor.get(ATTENDANCE).await;
        let undo = page.links().into_iter().rfind(|href| href.ends_with("/undo")).expect("the older one is last");
        let form = visitor.get(&undo).await.form("/undo");
        let refused = visitor.send(&form.clone().set("reason", " ")).await;
        assert_eq!((refused.status.as_u16(), refused.count(".fault")), (422, 1));
        let undone = visitor.send(&form.set("reason", "Another meeting")).await;
        assert!(undone.text(".notice.good").contains("3 people"), "{}", undone.body);
        assert_eq!(present(&house), 2, "Zoé was in that report only");
        assert_eq!(visitor.get(&undo).await.status, 409);
        assert_eq!(house.sql().count("sighting", "name = 'Nora Janssens'"), 1, "only the report that stands names her");
        house.assert_verified().await;
        assert_eq!(take(&visitor, ZOOM).await.status, 200, "it can be taken in anew");
        assert_eq!(present(&house), 3);
        let journal = visitor.get("/organiser/en/journal").await.text("table.journal");
        for part in ["Attendance report taken in", "Attendance report taken back"] {
            assert!(journal.contains(part), "{journal}");
        }
        assert!(!journal.contains("Another meeting") && !journal.contains("Nora"), "{journal}");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn who_is_not_certain_waits_for_staff(kind: Kind) {
        let Some((house, visitor)) = held(kind).await else { return };
        let taken = take(&visitor, TEAMS).await;
        assert_eq!((taken.status.as_u16(), present(&house)), (200, 0), "{}", taken.body);
        let rows = taken.text("table.people");
        assert!(rows.contains("Almost the same name") && rows.contains("Recognised, without any time") && rows.contains("Not registered"), "{rows}");
        assert!(visitor.get("/organiser/en/").await.text("main").contains("people in attendance reports are to be decided"));

        let unset = decide(&visitor, "Hugo Petit", "open", &[]).await;
        assert_eq!((unset.status.as_u16(), unset.count(".fault")), (422, 1), "{}", unset.body);
        let hugo = house.reference("Hugo Pettit");
        let done = decide(&visitor, "Hugo Petit", "open", &[("registration", &hugo)]).await;
        assert!(done.text(".notice.good").contains("count for this registration"), "{}", done.body);
        assert_eq!(present(&house), 1, "from 14.10 to the end");
        decide(&visitor, "Inès Morel", "open", &[("registration", &house.reference("Inès Morel"))]).await;
        assert_eq!((present(&house), house.sql().count("attendance_proof", "left_at IS NULL")), (2, 1), "staff says that she was there, without minutes");
        house.assert_verified().await;

        let refused = decide(&visitor, "Inès Morel", "taken", &[("reason", "")]).await;
        assert_eq!(refused.status, 422);
        decide(&visitor, "Inès Morel", "taken", &[("reason", "She only rang up")]).await;
        assert_eq!((present(&house), house.sql().count("attendance_proof", "revoked_reason = 'She only rang up'")), (1, 1));
        decide(&visitor, "Inès Morel", "open", &[("registration", "nobody")]).await;
        assert_eq!(house.sql().count("sighting", "state = 'dismissed'"), 1);

        // Chloé is registered under another name altogether: staff looks for her.
        let nobody = decide(&visitor, "Chloé Lambert", "open", &[("person", "xyzzy")]).await;
        assert!(nobody.status == 422 && nobody.text(".fault").contains("xyzzy"), "{}", nobody.body);
        let several = decide(&visitor, "Chloé Lambert", "open", &[("person", "example")]).await;
        assert_eq!((several.status.as_u16(), several.count("#registration option")), (422, 7), "{}", several.body);
        let form = several.form("/sightings/").set("registration", &house.reference("Zoé Dupont"));
        let elsewhere = Reference::from_random([9; 32]);
        assert_eq!(visitor.send(&form.clone().set("registration", elsewhere.as_str())).await.status, 404);
        visitor.send(&form).await;
        assert_eq!(present(&house), 2, "an hour on two devices");
        assert_eq!(visitor.send(&form).await.status, 409, "decided in the meantime");

        take(&visitor, b"name,email,from,to\nA Host,speaker@example.com,2026-12-10T13:00:00Z,2026-12-10T15:00:00Z\n").await;
        let page = visitor.get(ATTENDANCE).await;
        let left_out = visitor.send(&page.form("/dismiss")).await;
        assert!(left_out.text(".notice.good").contains("One person is left out"), "{}", left_out.body);
        house.assert_verified().await;

        // What is told, erased and forgotten.
        let speaker = EmailAddress::parse("speaker@example.com").expect("an address");
        let told = house.app.export_person(&speaker, house.app.now()).await.expect("a report saw them");
        assert_eq!(told["seen_in_reports"][0]["name"], json!("A Host"), "{told}");
        let (erased, _) = house.app.erase_person(&speaker, house.app.now()).await.expect("erased");
        assert_eq!((erased.sightings, house.sql().count("sighting", "name = 'A Host'")), (1, 0));
        let zoe = RegistrationId(house.sql().number("SELECT id AS value FROM registration WHERE name = 'Zoé Dupont'"));
        let email = EmailAddress::parse("zoe.dupont@example.org").expect("an address");
        let told = house.app.export_person(&email, house.app.now()).await.expect("known");
        assert_eq!(told["registrations"][0]["seen_in_reports"][0]["name"], json!("Chloé Lambert"), "{told}");
        house.app.erase(zoe, Actor::Operator, house.app.now()).await.expect("erased");
        assert_eq!((house.sql().count("sighting", "name = 'Chloé Lambert'"), present(&house)), (0, 2), "the count stays");
        house.assert_verified().await;
        house.app.clock.set(at("2026-12-10T15:00:00Z") + Duration::days(91));
        house.app.purge(house.app.now()).await.expect("purged");
        assert_eq!(house.sql().count("sighting", "name <> '' OR other_names <> '[]' OR email_key IS NOT NULL OR spans <> '[]'"), 0);
        assert_eq!((house.sql().count("sighting", "state = 'open'"), present(&house)), (0, 2));
        house.assert_verified().await;
    }
}

both_databases! {
    async fn what_is_no_report_is_named(kind: Kind) {
        let Some((house, visitor)) = held(kind).await else { return };
        for (bytes, says) in [
            (&b""[..], "There is nothing here"),
            (b"lorem ipsum\n", "It lacks: name, e-mail address, from when, until when."),
            (b"name,from,to\n", "nobody stands below it"),
            (b"name,from,to\n\"Jan,1,2\n", "On line 2 a quotation mark begins"),
            (b"PK\x03\x04rest", "cannot read this workbook"),
            (b"\xff\xfe\x00\xd8\x41\x00", "not text"),
            (b"name,from,to\nJan,31/12/2026 10:00,31/12/2026 11:00\nAn,12/31/2026 10:00,12/31/2026 11:00\n", "day first"),
        ] {
            let page = look(&visitor, bytes).await;
            assert_eq!((page.status.as_u16(), page.count(".fault")), (422, 1), "{says}: {}", page.body);
            assert!(page.text(".fault").contains(says), "{says}: {}", page.text(".fault"));
        }
        let form = visitor.get(&format!("{ATTENDANCE}/import")).await.form("/import").set("report", "name,from,to\nJan Peeters,2026-12-10 14:00,2026-12-10 15:00\n");
        let odd = visitor.send(&form.clone().set("zone", "<b>Brussel</b>")).await;
        assert!(odd.status == 422 && odd.text(".fault").contains("<b>Brussel</b>"), "{}", odd.body);
        let elsewhere = visitor.send(&form.clone().set("zone", "America/New_York")).await;
        assert!(elsewhere.text(".notice.wait").contains("1 of 1 times lie outside the event"), "{}", elsewhere.body);
        let mut again = elsewhere.form("/import/apply").force("again", "yes");
        again.action = visitor.base.join(&format!("{ATTENDANCE}/import")).expect("a path");
        let back = visitor.send(&again).await;
        assert_eq!(back.attribute("#zone", "value").as_deref(), Some("America/New_York"), "{}", back.body);
        let rows = "name,email,from,to\n=cmd|x,nora@x,2026-12-10T13:00:00Z,2026-12-10T14:00:00Z\nJan Peeters,jan.peeters@example.be,later,\n";
        let doubtful = visitor.send(&form.set("report", rows)).await;
        let words = doubtful.text("main");
        assert!(words.contains("is a formula") && words.contains("No time can be read here: “later”"), "{words}");
        assert_eq!(house.sql().count("attendance_report", "1 = 1"), 0);
    }
}

both_databases! {
    /// A report names people whom nobody has recognised yet: whoever has themselves erased goes from there, too.
    async fn who_was_perhaps_seen_is_erased_there_too(kind: Kind) {
        let Some((house, visitor)) = held(kind).await else { return };
        take(&visitor, TEAMS).await;
        assert_eq!(house.sql().count("sighting", "name = 'Hugo Petit' AND email_key IS NULL AND registration_id IS NULL"), 1);
        let id = RegistrationId(house.sql().number("SELECT id AS value FROM registration WHERE name = 'Hugo Pettit'"));
        house.app.erase(id, Actor::Operator, house.app.now()).await.expect("erased");
        assert_eq!(house.sql().count("sighting", "name = 'Hugo Petit'"), 0, "almost his name");
        assert_eq!(house.sql().count("sighting", "name = 'Inès Morel'"), 1, "somebody else's stays");
        house.assert_verified().await;
    }
}
