//! Calendars to subscribe to: of a public platform, and of a person behind a secret address.

use chrono::Duration;
use quarterdeck::app::enter::Entry;
use quarterdeck::app::{Actor, AppError};
use quarterdeck::clock::Instant;
use quarterdeck::domain::ids::{Reference, RegistrationId};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::sector::Sector;

use super::organiser_house::{House, Parsed};
use crate::both_databases;
use crate::rosters::member;
use crate::support::databases::Kind as Which;
use crate::support::html::{Page, Visitor};
use crate::support::interop::check_calendars;
use crate::support::scene::Scene;
use crate::support::service::{Guest, filled};

const NOW: &str = "2026-11-27T08:00:00Z";
const ZOE: &str = "zoe@example.be";

fn now() -> Instant {
    NOW.parse().expect("a moment")
}

async fn open(kind: Which) -> Option<House> {
    let house = House::open_at(kind, now()).await?;
    // Scenes are made at the time of the machine.
    house.sql().run("DELETE FROM reminder_sent");
    Some(house)
}

fn put(house: &House, scene: Scene, days: i64) {
    house.put(scene.starts_at(now() + Duration::days(days)));
    house.sql().run("UPDATE event SET created_at = '2026-10-01 08:00:00', updated_at = '2026-10-01 08:00:00' WHERE revision = 1");
}

/// The lines of a calendar, unfolded.
fn lines(ics: &str) -> Vec<String> {
    ics.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// The values of a property, in order.
fn values(ics: &str, name: &str) -> Vec<String> {
    lines(ics).iter().filter_map(|line| line.strip_prefix(&format!("{name}:")).map(str::to_owned)).collect()
}

/// The lines of the event whose summary holds these words.
fn event_of(ics: &str, words: &str) -> String {
    let lines = lines(ics).join("\r\n");
    let all: Vec<&str> = lines.split("BEGIN:VEVENT").skip(1).filter(|event| event.contains(words)).collect();
    assert_eq!(all.len(), 1, "{words} in {lines}");
    all[0].to_owned()
}

async fn again(visitor: &Visitor, path: &str, tag: &str) -> Page {
    visitor.page(visitor.client.get(visitor.base.join(path).expect("an address")).header("If-None-Match", tag)).await
}

both_databases! {
    async fn a_platforms_calendar_shows_what_everybody_may_know(kind: Kind) {
        let Some(house) = open(kind).await else { return };
        put(&house, Scene::event("ahead").title("Ahead, with; signs"), 30);
        put(&house, Scene::event("sooner").title("Sooner").hybrid(None), 10);
        put(&house, Scene::event("off").title("Off"), 20);
        put(&house, Scene::event("draft").title("Draft").status("draft"), 15);
        put(&house, Scene::event("past").title("Past"), -300);
        put(&house, Scene::event("long-past").title("Ancient"), -400);
        put(&house, Scene::event("other").title("Other").platform("coalition"), 12);
        put(&house, Scene::event("session").title("Session").platform("csi-dpo"), 12);
        let off = house.app.event_by_slug("off").await.expect("an event").stored.event.id;
        house.app.cancel_event(off, None, None, Actor::Operator, now()).await.expect("called off");

        let visitor = house.visitor();
        let feed = visitor.get("/calendar/qctr.ics?lang=nl").await;
        assert_eq!(feed.status, 200);
        assert_eq!(feed.header("content-type"), "text/calendar; charset=utf-8; method=PUBLISH");
        assert_eq!(feed.header("content-disposition"), "attachment; filename=\"qctr.ics\"");
        assert_eq!((feed.header("cache-control").as_str(), feed.header("vary").as_str()), ("public, max-age=300", "Accept-Language"));
        assert_eq!(feed.header("last-modified"), "Fri, 27 Nov 2026 08:00:00 GMT", "when the one was called off");
        let uids = ["past", "sooner", "off", "ahead"].map(|slug| format!("event-{slug}@quarterdeck.example"));
        assert_eq!(values(&feed.body, "UID"), uids, "by start; no draft, nothing older than a year, no other platform");
        assert_eq!(values(&feed.body, "STATUS"), ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"]);
        assert_eq!(values(&feed.body, "SEQUENCE"), ["0", "0", "1", "0"]);
        assert_eq!(values(&feed.body, "DTSTAMP"), ["20261001T080000Z", "20261001T080000Z", "20261127T080000Z", "20261001T080000Z"]);
        assert!(feed.body.contains("SUMMARY:TLP:CLEAR Ahead\\, with\\; signs (nl)"), "{}", feed.body);
        for secret in ["ATTENDEE", "ORGANIZER", "mailto:", "meet.example.be", "Session", "Draft"] {
            assert!(!feed.body.contains(secret), "{secret} in {}", feed.body);
        }
        assert!(event_of(&feed.body, "Sooner").contains("URL:http"));
        let french = visitor.get_in("/calendar/qctr.ics", "fr-BE, nl;q=0.5").await;
        assert!(french.body.contains("(fr)") && !french.body.contains("(nl)"));
        assert!(visitor.get_in("/calendar/qctr.ics?lang=de", "fr").await.body.contains("(de)"));
        assert!(visitor.get_in("/calendar/qctr.ics?lang=xx", "").await.body.contains("(en)"));

        // The same for everybody, and as long as nothing changes: no answer is new because time goes by.
        let tag = feed.header("etag");
        assert!(tag.starts_with('"'), "a strong tag: {tag}");
        house.app.clock.set(now() + Duration::hours(5));
        house.enter("sooner", &["An Peeters"]).await;
        let kept = again(&visitor, "/calendar/qctr.ics?lang=nl", &format!("\"x\", W/{tag}")).await;
        assert_eq!((kept.status.as_u16(), kept.body.as_str(), kept.header("etag")), (304, "", tag.clone()));
        assert_eq!(kept.header("cache-control"), "public, max-age=300");
        assert_eq!(again(&visitor, "/calendar/qctr.ics?lang=fr", &tag).await.status, 200, "another language is another calendar");
        let head = visitor.page(visitor.client.head(visitor.base.join("/calendar/qctr.ics?lang=nl").expect("an address"))).await;
        assert_eq!((head.status.as_u16(), head.body.as_str(), head.header("etag")), (200, "", tag.clone()));
        house.write_texts("ahead", "New words", Vec::new()).await;
        let edited = again(&visitor, "/calendar/qctr.ics?lang=nl", &tag).await;
        assert!(edited.status == 200 && edited.header("etag") != tag && edited.body.contains("New words"));
        assert_eq!(edited.header("last-modified"), "Fri, 27 Nov 2026 13:00:00 GMT");

        for (path, there) in [("csi-dpo", false), ("nowhere", false), ("..%2fqctr", false), ("QCTR", false), ("%00", false), ("coalition", true)] {
            let page = visitor.get(&format!("/calendar/{path}.ics?lang=en")).await;
            assert_eq!(page.status.as_u16(), if there { 200 } else { 404 }, "{path}");
        }
        let [hidden, missing] = [visitor.get("/calendar/csi-dpo.ics").await, visitor.get("/calendar/nowhere.ics").await];
        assert_eq!(hidden.text("main").replace(&hidden.header("x-request-id"), ""), missing.text("main").replace(&missing.header("x-request-id"), ""));
        house.sql().run("UPDATE platform SET visibility = 'hidden' WHERE slug = 'qctr'");
        assert_eq!(again(&visitor, "/calendar/qctr.ics?lang=nl", &tag).await.status, 404, "also for who knew it");
        check_calendars(&[&feed.body, &french.body, &edited.body, &visitor.get("/calendar/coalition.ics").await.body]);
    }
}

both_databases! {
    async fn one_event_is_answered_as_a_calendar_is(kind: Kind) {
        let Some(house) = open(kind).await else { return };
        put(&house, Scene::event("ahead"), 30);
        let visitor = house.visitor();
        let file = visitor.get("/events/ahead.ics?lang=nl").await;
        assert!(!file.body.contains("X-WR-CALNAME"), "a file to open offers no calendar to subscribe to");
        assert_eq!(again(&visitor, "/events/ahead.ics?lang=nl", &file.header("etag")).await.status, 304);
        assert_eq!(again(&visitor, "/events/ahead.ics?lang=fr", &file.header("etag")).await.status, 200);
        assert_eq!(file.header("last-modified"), "Thu, 01 Oct 2026 08:00:00 GMT");
        check_calendars(&[&file.body]);
        for language in ["nl", "fr", "de", "en"] {
            for page in [format!("/{language}/"), format!("/{language}/events/ahead")] {
                let page = visitor.get(&page).await;
                let calendar = page.attribute("a[href^='webcal://']", "href").expect("a calendar to subscribe to");
                assert_eq!(calendar, format!("webcal://{}/calendar/qctr.ics?lang={language}", house.base.trim_start_matches("http://")));
            }
        }
    }
}

/// Enters Zoë, who reads French; the row of her registration.
async fn enter(house: &House, event: &str, mode: Option<Mode>) -> RegistrationId {
    let id = house.app.event_by_slug(event).await.expect("an event").stored.event.id;
    let entry = Entry {
        name: "Zoë Dupont".parse_name(),
        email: ZOE.parse_address(),
        organisation: "Example NV".parse_organisation(),
        sector: Sector::Private,
        mode,
        language: Language::Fr,
    };
    let entered = house.app.enter(id, vec![entry], Actor::System, house.app.now()).await.expect("entered");
    house.app.registration_ids(&entered[0].reference).await.expect("a row").0
}

/// The address of a personal page.
fn page_of(house: &House, row: RegistrationId) -> String {
    let reference = house.sql().words(&format!("SELECT reference AS value FROM registration WHERE id = {row}")).remove(0);
    format!("/en/r/{}", house.app.secrets.page_token(&Reference::parse(&reference).expect("a reference")))
}

/// The path of the calendar that a personal page names.
fn calendar_on(page: &Page) -> Option<String> {
    let webcal = page.attribute("a[href^='webcal://']", "href")?;
    let https = page.attribute("a.code", "href").expect("the same to copy");
    let path = webcal.trim_start_matches("webcal://").split_once('/').expect("a path").1.to_owned();
    assert!(https.starts_with("http") && https.ends_with(&path), "{https} {webcal}");
    Some(format!("/{path}"))
}

both_databases! {
    async fn a_persons_calendar_shows_their_events_as_their_invitations_name_them(kind: Kind) {
        let Some(house) = open(kind).await else { return };
        put(&house, Scene::event("room").title("Room"), 10);
        put(&house, Scene::event("online").title("Online").hybrid(None), 11);
        put(&house, Scene::event("full").title("Full").seats(1), 12);
        put(&house, Scene::event("left").title("Left"), 13);
        put(&house, Scene::event("off").title("Off"), 14);
        put(&house, Scene::event("session").title("Session").platform("csi-dpo"), 15);
        put(&house, Scene::event("elsewhere").title("Elsewhere"), 16);
        put(&house, Scene::event("red").title("Red").hybrid(None), 17);
        house.sql().run("UPDATE event SET tlp = 'red' WHERE slug = 'red'");
        house.enter("full", &["Bo Claes"]).await;
        house.enter("elsewhere", &["Bo Claes"]).await;
        let room = enter(&house, "room", None).await;
        let session = enter(&house, "session", None).await;
        for (event, mode) in [("online", Some(Mode::Online)), ("full", None), ("red", Some(Mode::Online))] {
            enter(&house, event, mode).await;
        }
        let (left, off) = (enter(&house, "left", None).await, enter(&house, "off", None).await);
        house.app.withdraw(left, Actor::Person, None, now()).await.expect("withdrawn");
        let off_event = house.app.registration_by_reference(&reference(&house, off)).await.expect("a registration").row.event_id;
        house.app.cancel_event(off_event, None, None, Actor::Operator, now()).await.expect("called off");

        let visitor = house.visitor();
        let public = calendar_on(&visitor.get(&page_of(&house, room)).await).expect("a calendar");
        let outsiders = visitor.get(&public).await;
        assert!(outsiders.body.contains("Room (fr)") && !outsiders.body.contains("Session"), "a page of a public event leads to no hidden one");
        let path = calendar_on(&visitor.get(&page_of(&house, session)).await).expect("a calendar");
        assert!(path.starts_with("/calendar/p/") && path.len() == "/calendar/p/.ics".len() + 54, "{path}");
        let feed = visitor.get(&path).await;
        assert_eq!((feed.status.as_u16(), feed.header("cache-control").as_str()), (200, "private, no-cache"));
        assert_eq!((feed.header("x-robots-tag").as_str(), feed.header("referrer-policy").as_str()), ("noindex, nofollow", "same-origin"));
        assert_eq!(feed.header("content-disposition"), "attachment; filename=\"events.ics\"");
        let theirs = "SELECT r.uid || '@quarterdeck.example' AS value FROM registration r JOIN event e ON e.id = r.event_id WHERE r.email = 'zoe@example.be' ORDER BY e.starts_at";
        assert_eq!(values(&feed.body, "UID"), house.sql().words(theirs), "the UIDs of the invitations, by start, and nobody else's");
        assert_eq!(values(&feed.body, "STATUS"), ["CONFIRMED", "CONFIRMED", "TENTATIVE", "CANCELLED", "CANCELLED", "CONFIRMED", "CONFIRMED"]);
        let sequences = "SELECT CAST(r.sequence AS TEXT) AS value FROM registration r JOIN event e ON e.id = r.event_id WHERE r.email = 'zoe@example.be' ORDER BY e.starts_at";
        assert_eq!(values(&feed.body, "SEQUENCE"), house.sql().words(sequences));
        assert!(event_of(&feed.body, "Full (fr)").contains("SUMMARY:TLP:CLEAR Liste d’attente"), "in their language, whatever the browser's");
        assert!(event_of(&feed.body, "Online (fr)").contains("CONFERENCE") && event_of(&feed.body, "Online (fr)").contains("https://meet.example.be"));
        assert!(!event_of(&feed.body, "Session (fr)").contains("URL:"), "outsiders find no page of a hidden platform");
        let red = event_of(&feed.body, "TLP:RED");
        assert!(red.contains("CLASS:PRIVATE") && red.contains("TRANSP:OPAQUE"), "{red}");
        for secret in ["Red", "What we saw", "meet.example.be", "CONFERENCE"] {
            assert!(!red.contains(secret), "{secret} in {red}");
        }
        let whole = lines(&feed.body).join("\n");
        for secret in ["ATTENDEE", "ORGANIZER", "mailto:", ZOE, "Zoë", "/r/", "Bo Claes", "Elsewhere", "VALARM"] {
            assert!(!whole.contains(secret), "{secret} in {whole}");
        }
        for link in ["https://meet.example.be", "/fr/j/"] {
            assert_eq!(whole.matches(link).count(), 2, "{link} and its words, at the one event that is joined online");
        }

        // Looking, and being written to, changes nothing; what is done does.
        let tag = feed.header("etag");
        house.app.clock.set(now() + Duration::days(3));
        house.app.remind(house.app.now()).await.expect("a round");
        assert!(house.sql().count("outbox", "kind = 'reminder'") > 0);
        assert_eq!(again(&visitor, &path, &tag).await.status, 304);
        house.app.withdraw(room, Actor::Person, None, house.app.now()).await.expect("withdrawn");
        let after = again(&visitor, &path, &tag).await;
        assert!(event_of(&after.body, "Room (fr)").contains("STATUS:CANCELLED"), "a calendar drops it");
        check_calendars(&[&feed.body, &after.body]);

        // Once it is over, or long ago, nothing is left to drop.
        house.app.clock.set(now() + Duration::days(40));
        let later = visitor.get(&path).await;
        assert_eq!(values(&later.body, "STATUS"), ["CONFIRMED", "CONFIRMED", "CONFIRMED"], "what they had a seat at");
        assert!(!lines(&later.body).join("\n").contains("meet.example.be"), "there is nothing to join any more");
        house.assert_verified().await;
    }
}

fn reference(house: &House, row: RegistrationId) -> Reference {
    Reference::parse(&house.sql().words(&format!("SELECT reference AS value FROM registration WHERE id = {row}")).remove(0)).expect("a reference")
}

both_databases! {
    async fn a_renewed_address_closes_the_old_one_and_erasing_both(kind: Kind) {
        let Some(house) = open(kind).await else { return };
        put(&house, Scene::event("first").title("First"), 10);
        put(&house, Scene::event("second").title("Second"), 11);
        let (first, second) = (enter(&house, "first", None).await, enter(&house, "second", None).await);
        let (visitor, page) = (house.visitor(), page_of(&house, first));
        let old = calendar_on(&visitor.get(&page).await).expect("a calendar");
        assert_eq!(calendar_on(&visitor.get(&page_of(&house, second)).await), Some(old.clone()), "one calendar for one person");
        let form = visitor.get(&page).await.form("/calendar");
        // Who only follows links changes nothing.
        assert_eq!(visitor.get(form.action.path()).await.status, 405);
        assert_eq!(visitor.send(&form.clone().set("csrf", "forged")).await.status, 422);
        assert_eq!((visitor.get(&old).await.status.as_u16(), house.sql().count("calendar_feed", "1 = 1")), (200, 0));
        let tag = visitor.get(&old).await.header("etag");

        let told = visitor.send(&form).await;
        assert!(told.status == 200 && told.text("[role='status']").contains("new address"), "{}", told.body);
        let new = calendar_on(&told).expect("a calendar");
        assert_ne!(new, old);
        assert_eq!(again(&visitor, &old, &tag).await.status, 404, "the old one stops working, also for who has its content");
        assert_eq!(again(&visitor, &new, &tag).await.status, 304, "the same events");
        let newest = calendar_on(&visitor.send(&visitor.get(&page).await.form("/calendar")).await).expect("a calendar");
        assert_eq!((visitor.get(&new).await.status.as_u16(), visitor.get(&newest).await.status.as_u16()), (404, 200));
        let data = visitor.get(&format!("{page}/data.json")).await;
        assert!(data.body.contains("\"calendar_renewed_at\":\"2026-11-27T08:00:00Z\""), "{}", data.body);
        let record = house.app.export_person(&ZOE.parse_address(), house.app.now()).await.expect("a record");
        assert_eq!(record["calendar_renewed_at"], "2026-11-27T08:00:00Z");
        house.assert_verified().await;

        house.app.erase(first, Actor::Person, now()).await.expect("erased");
        let left = visitor.get(&newest).await;
        assert!(left.status == 200 && !left.body.contains("First") && left.body.contains("Second"), "what was erased is gone");
        assert!(matches!(house.app.renew_feed(first, now()).await, Err(AppError::NotFound)));
        house.app.erase(second, Actor::Person, now()).await.expect("erased");
        assert_eq!((visitor.get(&newest).await.status.as_u16(), house.sql().count("calendar_feed", "1 = 1")), (404, 0));
        // Whoever comes back is somebody new: none of the old addresses opens their calendar.
        enter(&house, "second", None).await;
        for path in [&old, &new, &newest] {
            assert_eq!(visitor.get(path).await.status, 404);
        }
        for path in ["/calendar/p/.ics", "/calendar/p/A.ics", "/calendar/p/%00.ics", &old.replace(".ics", "A.ics"), &old.to_lowercase()] {
            assert_eq!(visitor.get(path).await.status, 404, "{path}");
        }
        house.assert_verified().await;
    }
}

both_databases! {
    async fn nobody_has_a_calendar_before_they_proved_to_be_themselves(kind: Kind) {
        let Some(house) = open(kind).await else { return };
        put(&house, Scene::event("seated").title("Seated"), 10);
        put(&house, Scene::event("typed").title("Typed"), 11);
        let seated = enter(&house, "seated", None).await;
        let visitor = house.visitor();
        let path = calendar_on(&visitor.get(&page_of(&house, seated)).await).expect("a calendar");
        // A stranger types her address into a form.
        let form = filled(&visitor.get("/en/events/typed").await, &Guest { email: ZOE.into(), ..Guest::named("Not Zoë") });
        assert_eq!(visitor.send(&form).await.state(), "pending");
        assert!(!visitor.get(&path).await.body.contains("Typed"), "it is not hers until she says so");
        let typed = RegistrationId(house.sql().number("SELECT id AS value FROM registration WHERE state = 'pending'"));
        let page = visitor.get(&page_of(&house, typed)).await;
        assert!(calendar_on(&page).is_none() && page.find_form("/calendar").is_none());
        assert!(matches!(house.app.renew_feed(typed, now()).await, Err(AppError::WrongState(_))));
        visitor.send(&page.form("/confirm")).await;
        assert!(visitor.get(&path).await.body.contains("Typed"));
    }
}

both_databases! {
    async fn whose_mandate_ended_sees_nothing_more_of_a_hidden_platform(kind: Kind) {
        let Some(house) = open(kind).await else { return };
        put(&house, Scene::event("past").title("Held").platform("csi-dpo"), -20);
        put(&house, Scene::event("session").title("Session").platform("csi-dpo"), 10);
        put(&house, Scene::event("refused").title("Refused").platform("csi-dpo"), 12);
        put(&house, Scene::event("open-one").title("Open"), 11);
        let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("the platform");
        let mut who = member("Zoë Dupont", "Example NV", Function::Csi, ("2025-01-01", ""));
        who.email = ZOE.parse_address();
        house.app.add_member(platform, who, Actor::Operator, now()).await.expect("added");
        house.app.clock.set(now() - Duration::days(30));
        let (past, session) = (enter(&house, "past", None).await, enter(&house, "session", None).await);
        house.app.clock.set(now());
        house.sql().run(&format!("UPDATE registration SET present = TRUE WHERE id = {past}"));
        enter(&house, "open-one", None).await;
        let refused = enter(&house, "refused", None).await;
        house.app.reject(refused, "Not this time".into(), Actor::Operator, now()).await.expect("refused");
        let visitor = house.visitor();
        let path = calendar_on(&visitor.get(&page_of(&house, session)).await).expect("a calendar");
        let feed = visitor.get(&path).await;
        assert!(["Held", "Session", "Open"].iter().all(|title| feed.body.contains(title)), "{}", feed.body);
        assert!(!feed.body.contains("Refused"), "who was put out is told nothing more of it");

        // Neither the timers nor anybody else has looked since.
        house.sql().run("UPDATE member SET ends_on = '2026-11-26'");
        let feed = visitor.get(&path).await;
        assert_eq!(values(&feed.body, "UID").len(), 1, "{}", feed.body);
        assert!(feed.body.contains("Open"));
        house.sql().run("UPDATE member SET ends_on = NULL");
        assert_eq!(values(&visitor.get(&path).await.body, "UID").len(), 3, "renewed");
    }
}
