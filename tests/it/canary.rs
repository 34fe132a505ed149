//! A hidden platform does not exist for outsiders: its words, made unmistakable, are looked for wherever an outsider can look.

use std::collections::{BTreeSet, VecDeque};

use quarterdeck::web::routes::STAFF;
use reqwest::StatusCode;

use crate::both_databases;
use crate::support::html::{Page, Visitor};
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service};

/// Stands in the platform's and its event's names, texts, places and people.
const CANARY: &str = "Kanarievogel";
/// Addresses of the hidden things: an outsider may ask for them, and must be told nothing that is not told of others.
const SESSION: &str = "session-of-birds";

/// Gives the hidden platform `csi-dpo` its words, an event ahead with somebody in it, and one over.
async fn hide(service: &Service) {
    service.put(Scene::event(SESSION).platform("csi-dpo").title(CANARY));
    service.put(Scene::event("briefing"));
    let texts = format!(r#"{{"nl":"{CANARY} nl","fr":"{CANARY} fr","de":"{CANARY} de","en":"{CANARY} en"}}"#);
    let mut sql = service.sql();
    sql.run(&format!("UPDATE platform SET name = '{texts}', description = '{texts}', members = '{texts}' WHERE slug = 'csi-dpo'"));
    sql.run(&format!("UPDATE event SET summary = '{texts}', venue = '{texts}' WHERE slug = '{SESSION}'"));
    let app = crate::support::app::open(&service.database.url, quarterdeck::clock::Clock::System);
    let event = app.event_by_slug(SESSION).await.expect("the event").stored.event.id;
    let entry = quarterdeck::app::enter::Entry {
        name: quarterdeck::domain::text::PersonName::parse(CANARY).expect("a name"),
        email: quarterdeck::domain::email::EmailAddress::parse(&format!("{CANARY}@hidden.example.be")).expect("an address"),
        organisation: quarterdeck::domain::text::OrganisationName::parse(CANARY).expect("a name"),
        sector: quarterdeck::domain::sector::Sector::Public,
        mode: None,
        language: quarterdeck::domain::language::Language::Nl,
    };
    app.enter(event, vec![entry], quarterdeck::app::Actor::System, app.now()).await.expect("entered");
}

fn is_clean(page: &Page, what: &str) {
    for (name, value) in &page.headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        assert!(!value.contains(CANARY) && !value.contains("csi-dpo"), "{what}: {name}: {value}");
    }
    let bodies = [page.body.clone(), page.body.to_lowercase()];
    assert!(!bodies[0].contains(CANARY) && !bodies[1].contains(&CANARY.to_lowercase()), "{what} has the hidden platform's words:\n{}", page.body);
    assert!(!page.body.contains("csi-dpo"), "{what} names the hidden platform:\n{}", page.body);
}

/// Follows every link of this host, from these addresses on.
async fn crawl(visitor: &Visitor, from: &[&str]) -> BTreeSet<String> {
    let mut seen: BTreeSet<String> = from.iter().map(|s| (*s).to_owned()).collect();
    let mut queue: VecDeque<String> = seen.iter().cloned().collect();
    while let Some(path) = queue.pop_front() {
        let page = visitor.get(&path).await;
        assert!(!page.status.is_server_error(), "{path}: {}", page.status);
        is_clean(&page, &path);
        assert!(!page.body.contains(SESSION), "{path} leads to the hidden event");
        let links = page.links().into_iter().filter_map(|link| page.url.join(&link).ok());
        for link in links.filter(|link| link.host_str() == visitor.base.host_str() && link.port() == visitor.base.port()) {
            let next = format!("{}{}", link.path(), link.query().map(|q| format!("?{q}")).unwrap_or_default());
            if seen.len() < 300 && seen.insert(next.clone()) {
                queue.push_back(next);
            }
        }
    }
    seen
}

/// What an answer says, without what the asking put into it and what differs every time.
fn told(page: &Page, asked: &str) -> (StatusCode, String) {
    let lines = page.body.replace(asked, "X");
    let mut words: Vec<&str> = lines.split_whitespace().collect();
    let id = page.header("x-request-id");
    words.retain(|word| (id.is_empty() || !word.contains(&id)) && !word.starts_with("value="));
    (page.status, words.join(" "))
}

both_databases! {
    async fn a_hidden_platform_s_words_reach_no_outsider(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        hide(&service).await;
        let visitor = service.visitor();

        let seen = crawl(&visitor, &["/", "/nl/", "/fr/", "/de/", "/en/", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/api/v1/openapi.json"]).await;
        assert!(seen.contains("/en/events/briefing") && seen.len() > 20, "{seen:?}");

        // Asked for by its address, the hidden event is as one that never was.
        for pattern in [
            "/nl/events/{}", "/en/events/{}/answer", "/events/{}.ics", "/calendar/{}.ics", "/en/{}", "/organiser/en/events/{}",
            "/api/v1/events/{}", "/api/v1/platforms/{}", "/en/?platform={}", "/en/i/{}", "/en/r/{}", "/en/m/{}", "/en/m/{}/end",
        ] {
            let ask = async |name: &str| told(&visitor.get(&pattern.replace("{}", name)).await, name);
            for hidden in [SESSION, "csi-dpo"] {
                let answer = ask(hidden).await;
                assert!(!answer.1.contains(CANARY), "{pattern}: {answer:?}");
                assert_eq!(answer, ask("nothing-of-the-kind").await, "{pattern}: {hidden} and what is not there");
            }
        }
        let form = visitor.get("/en/events/briefing").await.form("/register");
        let mut bent = form.clone();
        bent.action.set_path(&format!("/en/events/{SESSION}/register"));
        let refused = visitor.send(&bent).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        assert!(!refused.body.contains(CANARY));

        // Whoever works for another platform is an outsider here.
        let password = "correct horse battery staple";
        let added = service.command_reading(&["user", "add", "--email", "away@ccb.example.be", "--role", "organiser", "--platform", "qctr", "--password-stdin"], password);
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        let sign_in = visitor.get("/organiser/en/sign-in").await.form("/sign-in").set("email", "away@ccb.example.be").set("password", password);
        assert_eq!(visitor.send(&sign_in).await.url.path(), "/organiser/en/");
        for call in STAFF.iter().filter(|call| call.method == "GET") {
            for event in ["briefing", SESSION] {
                let path = call.path.replace("{event}", event);
                if !path.contains('{') {
                    let page = visitor.get(&format!("/organiser/en{path}")).await;
                    assert!(!page.status.is_server_error(), "{path}");
                    assert!(!page.body.contains(CANARY) && !page.body.contains("csi-dpo"), "{path}:\n{}", page.body);
                }
            }
        }
        for query in ["/figures?by=platform", "/figures.csv?by=platform,event", "/figures.json?by=platform"] {
            is_clean(&visitor.get(&format!("/organiser/en{query}")).await, query);
        }

        let token = service.command(&["token", "add", "--name", "away", "--role", "organiser", "--platform", "qctr"]);
        let token = token.split_whitespace().last().expect("a token").to_owned();
        for path in ["/platforms", "/events", "/events?limit=500", "/reports/attendance?from=2020-Q1&to=2030-Q4&by=platform", &format!("/events/{SESSION}/registrations")] {
            let page = visitor.page(visitor.client.get(format!("{}/api/v1{path}", service.base)).bearer_auth(&token)).await;
            assert!(!page.status.is_server_error() && page.status != StatusCode::UNAUTHORIZED, "{path}: {}", page.status);
            is_clean(&page, path);
        }

        // Nor do mails to others, or the log, say a word of it.
        assert_eq!(service.join("briefing", &Guest::named("Out Sider")).await.state(), "confirmed");
        service.delivered().await;
        let theirs: Vec<_> = service.sink.to("out.sider@example.be");
        assert!(theirs.len() >= 2);
        for mail in theirs {
            let words = format!("{} {} {}", mail.subject(), mail.text(), mail.html());
            assert!(!words.contains(CANARY) && !words.contains("csi-dpo"), "{words}");
        }
        let log = service.log();
        assert!(!log.is_empty() && !log.to_lowercase().contains(&CANARY.to_lowercase()), "{log}");
    }
}
