//! Many people at once, and the plug pulled in the middle of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::both_databases;
use crate::support::html::{Page, Visitor};
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service, filled};
use crate::support::turn;

const SEATS: u32 = 50;
const PEOPLE: usize = 400;

/// How often: three when tried by hand. The bar is ten, which `scripts/test.sh` sets as `QUARTERDECK_TEST_ROUNDS`.
fn rounds() -> u64 {
    std::env::var("QUARTERDECK_TEST_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(3)
}

/// A small deterministic source of haste and hesitation.
pub struct Dice(pub u64);

impl Dice {
    pub fn up_to(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

both_databases! {
    /// Fifty seats, four hundred people at once, again and again: exactly fifty confirmed, the rest waiting in order of proof.
    async fn four_hundred_people_want_fifty_seats(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let _turn = turn::take("storm");
        for seed in 0..rounds() {
            let event = format!("rush-{seed}");
            service.put(Scene::event(&event).seats(SEATS));
            rush(&service, &event, seed).await;
        }
        service.assert_verified();
    }
}

/// One visitor's proof, with the moments it was asked for and answered.
struct Proof {
    email: String,
    asked: Instant,
    told: Instant,
    state: String,
}

async fn rush(service: &Service, event: &str, seed: u64) {
    let visitor = service.visitor();
    let guests: Vec<_> = (0..PEOPLE).map(|n| Guest::named(&format!("Guest {n} of {event}"))).collect();
    let mut dice = Dice(seed);
    let mut at_once = tokio::task::JoinSet::new();
    for guest in guests.clone() {
        let (visitor, event, wait) = (visitor.clone(), event.to_owned(), dice.up_to(200));
        at_once.spawn(async move {
            tokio::time::sleep(Duration::from_millis(wait)).await;
            let page = visitor.get(&format!("/en/events/{event}")).await;
            let answer = visitor.send(&filled(&page, &guest)).await;
            assert_eq!((answer.status.as_u16(), answer.state().as_str()), (200, "pending"), "seed {seed}: {}", answer.body);
        });
    }
    at_once.join_all().await;
    service.delivered().await;
    let links: Vec<_> = guests.iter().map(|g| service.sink.to(&g.email).first().expect("a proof mail").link_with("/r/")).collect();
    let mut at_once = tokio::task::JoinSet::new();
    for (link, guest) in links.into_iter().zip(&guests) {
        let (visitor, wait, email) = (visitor.clone(), dice.up_to(200), guest.email.clone());
        at_once.spawn(async move {
            tokio::time::sleep(Duration::from_millis(wait)).await;
            let page = visitor.get(&link).await;
            let asked = Instant::now();
            let done = visitor.send(&page.form("/confirm")).await;
            assert_eq!(done.status, 200, "seed {seed}: {}", done.body);
            Proof { email, asked, told: Instant::now(), state: done.state() }
        });
    }
    let proofs = at_once.join_all().await;
    let told = |state: &str| proofs.iter().filter(|p| p.state == state).count();
    assert_eq!((told("confirmed"), told("waitlisted")), (SEATS as usize, PEOPLE - SEATS as usize), "seed {seed}: as told to the visitors");

    service.delivered().await;
    let mut sql = service.sql();
    let of_event = format!("event_id = (SELECT id FROM event WHERE slug = '{event}')");
    assert_eq!(sql.count("registration", &format!("{of_event} AND state = 'confirmed'")), i64::from(SEATS), "seed {seed}: as stored");
    let list = sql.words(&format!("SELECT email AS value FROM registration WHERE {of_event} AND state = 'waitlisted' ORDER BY waiting_no"));
    let place: BTreeMap<&str, usize> = list.iter().enumerate().map(|(n, email)| (email.as_str(), n + 1)).collect();
    for early in proofs.iter().filter(|p| p.state == "waitlisted") {
        // Whoever had the answer before somebody else asked is before them, in the room and on the list.
        for late in proofs.iter().filter(|p| p.asked > early.told) {
            assert_eq!(late.state, "waitlisted", "seed {seed}: {} got a seat past {}", late.email, early.email);
            assert!(place[early.email.as_str()] < place[late.email.as_str()], "seed {seed}: {} is before {}", late.email, early.email);
        }
    }

    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for guest in &guests {
        let mails = service.sink.to(&guest.email);
        assert_eq!(mails.len(), 2, "seed {seed}: {} got {:?}", guest.email, mails.iter().map(|m| m.kind()).collect::<Vec<_>>());
        mails.iter().for_each(|m| *kinds.entry(m.kind()).or_default() += 1);
    }
    let expected = [("prove_address", PEOPLE), ("registration_confirmed", SEATS as usize), ("waitlisted", PEOPLE - SEATS as usize)];
    assert_eq!(kinds, expected.map(|(k, n)| (k.to_owned(), n)).into(), "seed {seed}: one mail per change");
    service.sink.clear();
}

/// What a visitor was told, by address.
type Told = Arc<Mutex<BTreeMap<String, String>>>;

both_databases! {
    /// The process is killed again and again while people register: what was acknowledged stands, and every owed mail
    /// arrives, recognisable when it comes twice.
    async fn killed_in_the_middle_nothing_acknowledged_is_lost(kind: Kind) {
        let Some(mut service) = Service::start_with(kind, &[("MAIL__RETRY_MAX_SECONDS", "1")]).await else { return };
        let _turn = turn::take("storm");
        service.put(Scene::event("rush").seats(SEATS));
        let told = Told::default();
        let guests: Vec<_> = (0..160).map(|n| Guest::named(&format!("Guest {n}"))).collect();
        let mut crowd = tokio::task::JoinSet::new();
        let seed = std::process::id().into();
        let mut dice = Dice(seed);
        eprintln!("seed {seed}");
        for guest in guests.clone() {
            let (visitor, told, wait, mails) = (service.visitor(), told.clone(), dice.up_to(6_000), service.sink.reader());
            crowd.spawn(async move {
                tokio::time::sleep(Duration::from_millis(wait)).await;
                stubborn(&visitor, &guest, &told, || mails.to(&guest.email)).await;
            });
        }
        for _ in 0..5 {
            tokio::time::sleep(Duration::from_millis(500 + dice.up_to(1_500))).await;
            service.kill_nine();
            // What the dead process had claimed is free when its lease ends; that time passes here.
            service.sql().run("UPDATE outbox SET lease_until = NULL WHERE status = 'queued'");
            service.wake().await;
        }
        crowd.join_all().await;
        service.delivered().await;
        service.assert_verified();

        for (email, state) in told.lock().expect("the list").iter() {
            let stored = service.sql().words(&format!("SELECT state AS value FROM registration WHERE email = '{email}'")).join(",");
            assert_eq!(&stored, state, "{email} was told {state}");
        }
        assert_eq!(service.sql().count("registration", "state = 'confirmed'"), i64::from(SEATS));
        assert_eq!(service.sql().count("registration", "1 = 1"), guests.len() as i64);
        let owed: BTreeSet<_> = service.sql().words("SELECT message_id || '@quarterdeck.example' AS value FROM outbox WHERE status = 'sent'").into_iter().collect();
        let arrived: BTreeSet<_> = service.sink.taken().iter().map(|m| m.message_id()).collect();
        assert_eq!(owed, arrived, "every owed mail arrived, and none that was not owed");
        let all = service.sql().count("outbox", "1 = 1");
        assert_eq!(all, owed.len() as i64, "no mail is given up");
        for id in &arrived {
            let copies: BTreeSet<_> = service.sink.taken().into_iter().filter(|m| m.message_id() == *id).map(|m| m.raw).collect();
            assert_eq!(copies.len(), 1, "copies of one mail are equal to the octet");
        }
    }
}

/// Somebody who tries again until told where they stand.
async fn stubborn(visitor: &Visitor, guest: &Guest, told: &Told, mails: impl Fn() -> Vec<crate::support::mail::Received>) {
    let mut sent = false;
    for _ in 0..600 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        if !sent {
            let Some(page) = attempt(visitor.client.get(visitor.base.join("/en/events/rush").expect("a path"))).await else { continue };
            let Some(answer) = attempt(visitor.request(&filled(&page, guest))).await else { continue };
            sent = answer.state() == "pending";
        }
        let Some(mail) = mails().into_iter().find(|m| m.kind() == "prove_address") else { continue };
        let Some(page) = attempt(visitor.client.get(mail.link_with("/r/"))).await else { continue };
        let state = match page.find_form("/confirm") {
            Some(form) => attempt(visitor.request(&form)).await.map(|p| p.state()),
            None => Some(page.state()),
        };
        if let Some(state) = state.filter(|s| !s.is_empty() && s != "pending") {
            told.lock().expect("the list").insert(guest.email.clone(), state);
            return;
        }
    }
    panic!("{} never got an answer", guest.email);
}

/// One request that may fail because nobody is there; an answer that is there must not be a server's failure.
async fn attempt(request: reqwest::RequestBuilder) -> Option<Page> {
    let answer = request.timeout(Duration::from_secs(10)).send().await.ok()?;
    let (status, url, headers) = (answer.status(), answer.url().clone(), answer.headers().clone());
    let page = Page { status, url, headers, body: answer.text().await.ok()? };
    assert!(!status.is_server_error() || status == 503, "{status}: {}", page.body);
    status.is_success().then_some(page)
}
