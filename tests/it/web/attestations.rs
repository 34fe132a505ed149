//! Attestations of presence: who gets one, that it falls with the presence, what anybody learns from the page that checks it, and what is
//! left when names go.

use std::sync::Arc;

use chrono::Duration;
use quarterdeck::app::Actor;
use quarterdeck::app::check_in::CheckIn;
use quarterdeck::clock::Instant;
use quarterdeck::db::outbox::MailStatus;
use quarterdeck::domain::attendance::ProofSource;
use quarterdeck::domain::ids::{EventId, Reference, RegistrationId};
use quarterdeck::domain::staff::Role;
use quarterdeck::i18n::Catalogue;
use quarterdeck::mail::render::{Mailroom, Templates};
use quarterdeck::mail::sender::Sender;
use quarterdeck::worker::letters::Letters;
use serde_json::json;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::{Page, Visitor};
use crate::support::interop::check_papers;
use crate::support::scene::{Scene, now};
use crate::support::sql::moment;

const PAGE: &str = "/organiser/en/events/here/attestations";

/// Lets the event have been from five hours ago to two hours ago.
fn have_been(house: &House) -> Instant {
    let [start, end] = [5, 2].map(|hours| now() - Duration::hours(hours));
    let sql = format!("UPDATE event SET starts_at = {0}, closes_at = {0}, ends_at = {1} WHERE slug = 'here'", moment(start), moment(end));
    house.sql().run(&sql);
    start
}

async fn ids(house: &House, name: &str) -> (RegistrationId, EventId) {
    let reference = Reference::parse(&house.reference(name)).expect("a reference");
    house.app.registration_ids(&reference).await.expect("a registration")
}

async fn mark(house: &House, name: &str, at: Instant) {
    let (registration, event) = ids(house, name).await;
    let mark = CheckIn { event, registration, source: ProofSource::Door, at, left_at: None, device: None, key: None };
    assert!(house.app.check_in(mark, Actor::System, house.app.now()).await.expect("marked").present);
}

async fn correct(house: &House, name: &str, was_there: bool, reason: &str) {
    let (registration, event) = ids(house, name).await;
    house.app.correct_presence(event, registration, was_there, reason.into(), Actor::Operator, house.app.now()).await.expect("corrected");
}

/// The address of somebody's own page, in a language.
fn own(house: &House, name: &str, language: &str) -> String {
    format!("/{language}/r/{}", house.app.secrets.page_token(&Reference::parse(&house.reference(name)).expect("a reference")))
}

async fn file(visitor: &Visitor, address: &str) -> (u16, Vec<u8>) {
    let answer = visitor.client.get(visitor.base.join(address).expect("an address")).send().await.expect("an answer");
    (answer.status().as_u16(), answer.bytes().await.expect("bytes").to_vec())
}

/// The page that checks the latest attestation of somebody.
async fn check(house: &House, name: &str) -> Page {
    let query = format!(
        "SELECT a.reference AS value FROM attestation a JOIN registration r ON r.id = a.registration_id WHERE r.reference = '{}' ORDER BY a.id DESC LIMIT 1",
        house.reference(name)
    );
    let reference = Reference::parse(&house.sql().words(&query).remove(0)).expect("a reference");
    house.visitor().get(&format!("/en/attestations/{}", house.app.secrets.attestation_token(&reference))).await
}

/// The mail that brings an attestation, as it goes out.
async fn letter(house: &House) -> String {
    let texts = Arc::new(Catalogue::load(None).expect("texts"));
    let templates = Templates::load(None, &texts).expect("templates");
    let sender = Sender::parse("Quarterdeck <events@quarterdeck.example>", "quarterdeck.example", &house.base).expect("a sender");
    let letters = Letters::new(house.app.clone(), Arc::new(Mailroom::new(texts, templates, sender, Vec::new())));
    let rows = house.app.mails(Some(MailStatus::Queued), 50).await.expect("mails");
    let row = rows.into_iter().find(|row| row.kind.code() == "attestation").expect("a mail");
    let letter = letters.of(vec![row]).await.expect("read").remove(0);
    let (once, twice) = (letters.make(&letter).expect("made"), letters.make(&letter).expect("made"));
    assert_eq!(once.bytes, twice.bytes, "the same row gives the same bytes");
    String::from_utf8(once.bytes).expect("text")
}

both_databases! {
    async fn who_was_present_gets_one_and_nobody_two(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters", "Bo Maes", "Cem Ünal"]).await;
        let organiser = house.staff(Role::Organiser, Some("qctr")).await;
        let early = organiser.get(PAGE).await;
        assert!(early.text(".notice").contains("once the event is over") && early.count("form[action$='/attestations']") == 0, "{}", early.body);
        let start = have_been(&house);
        mark(&house, "An Peeters", start).await;
        mark(&house, "Bo Maes", start).await;
        let form = organiser.get(PAGE).await.form("/attestations");
        let asked = organiser.send(&form).await;
        assert!(asked.text(".notice").contains("Reload") && asked.count("progress[max='2']") == 1, "{}", asked.body);
        organiser.send(&form).await;
        assert_eq!(house.app.issue_attestations(house.app.now()).await.expect("issued"), 2);
        assert_eq!(house.app.issue_attestations(house.app.now()).await.expect("issued"), 0);
        organiser.send(&form).await;
        house.app.issue_attestations(house.app.now()).await.expect("issued");
        let done = organiser.get(PAGE).await;
        assert!(done.text(".notice").contains("All attestations have been issued"), "{}", done.body);
        let mut sql = house.sql();
        assert_eq!((sql.count("attestation", "1 = 1"), sql.count("outbox", "kind = 'attestation' AND status = 'queued'")), (2, 2));
        assert_eq!(sql.count("journal", "deed = 'attestations_issued'"), 3);
        let unable = house.staff(Role::Desk, Some("qctr")).await;
        assert_eq!(unable.get(PAGE).await.status, 403);

        let visitor = house.visitor();
        let (status, bytes) = file(&visitor, &format!("{}/attestation.pdf", own(&house, "An Peeters", "en"))).await;
        assert_eq!(status, 200);
        let absent = own(&house, "Cem Ünal", "en");
        assert_eq!(file(&visitor, &format!("{absent}/attestation.pdf")).await.0, 404, "not for who was not there");
        assert_eq!(visitor.get(&absent).await.count("#attestation-title"), 0);
        let mail = letter(&house).await;
        assert!(mail.contains("Content-Type: application/pdf") && mail.contains("X-Quarterdeck-Mail: attestation"), "{mail}");

        let key = visitor.get("/attestations/key.pem").await.body;
        let says = json!({ "name": "An Peeters", "minutes": 180, "attended": "on_site", "language": "en", "provider": "Quarterdeck" });
        let text = ["An Peeters", "Quarterly Cyber Threat Report (en)", "3 hours", "On site", "Attestation of attendance"];
        check_papers(&[(&bytes, json!({ "language": "en", "title": "Attestation of attendance", "pages": 1, "text": text, "key": key, "says": says }))]);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn an_attestation_falls_with_the_presence_and_is_made_anew(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        let start = have_been(&house);
        mark(&house, "An Peeters", start).await;
        let (_, event) = ids(&house, "An Peeters").await;
        house.app.order_attestations(event, Actor::Operator, house.app.now()).await.expect("asked");
        house.app.issue_attestations(house.app.now()).await.expect("issued");
        let first = check(&house, "An Peeters").await;
        assert_eq!((first.status.as_u16(), first.count(".notice.good")), (200, 1), "{}", first.body);
        assert!(first.text("main").contains("An Peeters") && first.text("main").contains("3 hours"), "{}", first.body);
        assert_eq!(first.headers["x-robots-tag"], "noindex, nofollow");
        assert_eq!(first.headers["cache-control"], "no-store");

        correct(&house, "An Peeters", false, "Gave the badge to another").await;
        let fallen = check(&house, "An Peeters").await;
        assert_eq!((fallen.status.as_u16(), fallen.count(".notice.stop")), (200, 1), "{}", fallen.body);
        assert!(fallen.text("h1").contains("revoked") && !fallen.body.contains("An Peeters"), "{}", fallen.body);
        let mut sql = house.sql();
        assert_eq!(sql.count("outbox", "kind = 'attestation' AND status = 'aborted'"), 1, "the mail does not go either");
        let mail = quarterdeck::domain::ids::MailId(sql.number("SELECT id AS value FROM outbox WHERE kind = 'attestation'"));
        assert!(!house.app.retry_mail(mail, Actor::Operator, house.app.now()).await.expect("asked"), "nor when somebody insists");
        let page = house.visitor().get(&own(&house, "An Peeters", "en")).await;
        assert!(page.text("[aria-labelledby='attestation-title']").contains("was revoked"), "{}", page.body);
        assert_eq!(file(&house.visitor(), &format!("{}/attestation.pdf", own(&house, "An Peeters", "en"))).await.0, 404);
        assert_eq!(house.app.issue_attestations(house.app.now()).await.expect("issued"), 0);
        house.assert_verified().await;

        correct(&house, "An Peeters", true, "It was a mix-up").await;
        assert_eq!(house.app.issue_attestations(house.app.now()).await.expect("issued"), 1, "by itself");
        assert_eq!(check(&house, "An Peeters").await.count(".notice.good"), 1);
        let numbers = sql.words("SELECT number AS value FROM attestation ORDER BY id");
        assert!(numbers.len() == 2 && numbers[0] != numbers[1], "{numbers:?}");
        house.assert_verified().await;
    }
}

both_databases! {
    /// What is attested is what the proofs say: one that says more than they do falls, and a mail that failed goes again only with one that
    /// holds.
    async fn an_attestation_follows_what_is_known_of_the_time(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").hybrid(Some(10)));
        house.enter_online("here", "An Peeters").await;
        let start = have_been(&house);
        let (registration, event) = ids(&house, "An Peeters").await;
        let proof = |source, left_at| CheckIn { event, registration, source, at: start, left_at, device: None, key: None };
        house.app.check_in(proof(ProofSource::Link, None), Actor::System, house.app.now()).await.expect("marked");
        house.app.order_attestations(event, Actor::Operator, house.app.now()).await.expect("asked");
        assert_eq!(house.app.issue_attestations(house.app.now()).await.expect("issued"), 1);
        assert!(check(&house, "An Peeters").await.text("main").contains("3 hours"), "nothing more is known");
        let mut sql = house.sql();
        let mail = quarterdeck::domain::ids::MailId(sql.number("SELECT id AS value FROM outbox WHERE kind = 'attestation'"));
        sql.run("UPDATE outbox SET status = 'failed', lease_until = NULL WHERE kind = 'attestation'");
        assert!(house.app.retry_mail(mail, Actor::Operator, house.app.now()).await.expect("asked"), "it holds, and goes again");

        // The meeting's report comes a day later.
        let stayed = proof(ProofSource::Report, Some(start + Duration::minutes(130)));
        assert!(house.app.check_in(stayed, Actor::System, house.app.now()).await.expect("marked").present);
        let fallen = check(&house, "An Peeters").await;
        assert!(fallen.text("h1").contains("revoked"), "{}", fallen.body);
        assert!(!house.app.retry_mail(mail, Actor::Operator, house.app.now()).await.expect("asked"), "it holds no more");
        assert_eq!(house.app.issue_attestations(house.app.now()).await.expect("issued"), 1);
        assert!(check(&house, "An Peeters").await.text("main").contains("2 hours"), "as long as the report says, in full quarters");
        assert_eq!(house.app.issue_attestations(house.app.now()).await.expect("issued"), 0);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn one_makes_ones_own_and_nobody_elses(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters", "Bo Maes"]).await;
        let (mine, theirs) = (own(&house, "An Peeters", "nl"), own(&house, "Bo Maes", "nl"));
        let visitor = house.visitor();
        let start = have_been(&house);
        mark(&house, "An Peeters", start).await;
        let form = visitor.get(&mine).await.form("/attestation");
        let mut stolen = form.clone();
        stolen.action = visitor.base.join(&format!("{theirs}/attestation")).expect("an address");
        assert_eq!(visitor.send(&stolen).await.status, 422, "a form of one page is none of another");
        let made = visitor.send(&form).await;
        assert!(made.text("[aria-labelledby='attestation-title']").contains("staat klaar"), "{}", made.body);
        visitor.send(&form).await;
        assert_eq!(house.sql().count("attestation", "1 = 1"), 1, "sent twice is made once");
        let (status, bytes) = file(&visitor, &format!("{mine}/attestation.pdf")).await;
        assert_eq!((status, &bytes), (200, &file(&visitor, &format!("{mine}/attestation.pdf")).await.1), "the same bytes each time");

        for token in ["x", &"A".repeat(27), &"A".repeat(500), "%00", "..%2f"] {
            let unknown = house.visitor().get(&format!("/en/attestations/{token}")).await;
            assert_eq!(unknown.status, 404, "{token}");
        }
        let [one, other] = [27, 26].map(|n| format!("/en/attestations/{}", "B".repeat(n)));
        let (one, other) = (house.visitor().get(&one).await, house.visitor().get(&other).await);
        assert_eq!(one.body, other.body, "of every address that is none, the same is said");
        assert!(one.text("h1").contains("do not know"), "{}", one.body);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn when_names_go_it_still_holds_and_names_nobody(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        let start = have_been(&house);
        mark(&house, "An Peeters", start).await;
        let (id, _) = ids(&house, "An Peeters").await;
        let reference = house.app.make_attestation(id, Actor::Person, house.app.now()).await.expect("made").reference;
        let record = house.app.export_person(&quarterdeck::domain::email::EmailAddress::parse("guest0@here.example.be").expect("an address"), house.app.now()).await.expect("known");
        assert_eq!(record["registrations"][0]["attestations"][0]["minutes"], json!(180), "{record}");
        let address = format!("/en/attestations/{}", house.app.secrets.attestation_token(&reference));
        house.app.purge(house.app.now() + Duration::days(100)).await.expect("purged");
        let page = house.visitor().get(&address).await;
        assert_eq!((page.status.as_u16(), page.count(".notice.good")), (200, 1), "{}", page.body);
        assert!(page.text("main").contains("No longer kept") && page.text("main").contains("3 hours") && !page.body.contains("Peeters"), "{}", page.body);
        assert_eq!(house.sql().count("attestation", "signed = '' AND revoked_at IS NULL"), 1);
        house.assert_verified().await;
    }
}
