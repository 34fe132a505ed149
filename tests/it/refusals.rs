//! What is not possible: each time a page that says what to do, never a failure, never a change.

use chrono::Duration;
use reqwest::Method;

use crate::both_databases;
use crate::support::html::Page;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service, filled};

const LANGUAGES: [&str; 4] = ["nl", "fr", "de", "en"];

/// A page for people: in the language asked for, with a heading and a way on.
fn assert_helpful(page: &Page, language: &str) {
    assert_eq!(page.attribute("html", "lang").as_deref(), Some(language), "{}", page.url);
    assert!(!page.text("h1").is_empty(), "{} has no heading", page.url);
    assert!(page.count("main a[href], header a[href], nav a[href]") > 0, "{} leads nowhere", page.url);
    assert!(!page.body.contains("panicked") && !page.body.contains("diesel"), "{} shows its inside", page.url);
}

both_databases! {
    /// Events that outsiders cannot have: unknown, draft, of a hidden platform: the same answer, so that nobody learns more.
    async fn what_is_not_public_does_not_exist(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("secret-briefing").platform("csi-dpo").title("Zonnebloem"));
        service.put(Scene::event("unfinished").status("draft").title("Zonnebloem"));
        service.put(Scene::event("open-briefing"));
        // Rows that cannot even be read: whoever is told the same must not have cost another look.
        service.sql().run("UPDATE event SET edition = 'unreadable' WHERE slug IN ('secret-briefing', 'unfinished')");
        let visitor = service.visitor();
        for language in LANGUAGES {
            let unknown = visitor.get(&format!("/{language}/events/no-such-event")).await;
            assert_eq!(unknown.status, 404);
            assert_helpful(&unknown, language);
            for slug in ["secret-briefing", "unfinished"] {
                let page = visitor.get(&format!("/{language}/events/{slug}")).await;
                assert_eq!(page.status, 404, "{slug}");
                assert_eq!(page.body.replace(slug, "no-such-event"), unknown.body, "{slug} looks like an event that never was");
            }
            let list = visitor.get(&format!("/{language}/")).await;
            assert_eq!(list.status, 200);
            assert!(list.body.contains("open-briefing") && !list.body.contains("Zonnebloem") && !list.body.contains("secret-briefing"));
        }
        // A form made for an open event, bent to the hidden one.
        let page = visitor.get("/en/events/open-briefing").await;
        let mut form = filled(&page, &Guest::named("Nosy Person"));
        for slug in ["secret-briefing", "unfinished", "no-such-event"] {
            form.action.set_path(&format!("/en/events/{slug}/register"));
            assert_eq!(visitor.send(&form).await.status, 404, "{slug}");
        }
        for slug in ["secret-briefing", "unfinished", "no-such-event"] {
            assert_eq!(visitor.get(&format!("/events/{slug}.ics")).await.status, 404, "{slug}");
        }
        assert_eq!(visitor.get("/calendar/csi-dpo.ics").await.status, 404);
        assert_eq!(service.sql().count("registration", "1 = 1"), 0);
        service.sql().run("UPDATE event SET edition = '2026-Q4' WHERE edition = 'unreadable'");
    }
}

both_databases! {
    /// Past, closed, not yet open, called off: a page that says so, and a form kept open since before gets the same.
    async fn outside_its_window_an_event_takes_nobody(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let (hour, day) = (Duration::hours(1), Duration::days(1));
        service.put(Scene::event("open"));
        service.put(Scene::event("past").starts_at(now() - day));
        service.put(Scene::event("closed").starts_at(now() + day).closes_at(now() - hour));
        service.put(Scene::event("early").opens_at(now() + day));
        service.put(Scene::event("off").status("called_off"));
        let visitor = service.visitor();
        for slug in ["past", "closed", "early", "off"] {
            for language in LANGUAGES {
                let page = visitor.get(&format!("/{language}/events/{slug}")).await;
                assert_eq!(page.status, 200, "{slug}");
                assert_helpful(&page, language);
                assert!(page.find_form("/register").is_none(), "{slug} offers no form");
            }
            let page = visitor.get("/en/events/open").await;
            let mut form = filled(&page, &Guest::named("Too Late"));
            form.action.set_path(&format!("/en/events/{slug}/register"));
            let answer = visitor.send(&form).await;
            assert!(answer.status.is_client_error(), "{slug}: {}", answer.status);
            assert_helpful(&answer, "en");
        }
        assert_eq!(service.sql().count("registration", "1 = 1"), 0);
        assert_eq!(service.sql().count("outbox", "1 = 1"), 0);
    }
}

both_databases! {
    /// A form without its token, with somebody else's, or from another site changes nothing.
    async fn a_form_that_is_not_ours_is_refused(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        service.put(Scene::event("another"));
        let visitor = service.visitor();
        let page = visitor.get("/en/events/briefing").await;
        let form = filled(&page, &Guest::named("Honest Person"));
        for bent in [form.clone().without("csrf"), form.clone().set("csrf", "x"), form.clone().set("csrf", ""), form.clone().without("key")] {
            let answer = visitor.send(&bent).await;
            assert!(answer.status.is_client_error(), "{:?}: {}", bent.fields, answer.status);
            assert_helpful(&answer, "en");
        }
        let foreign = visitor.client.post(form.action.clone()).form(&form.fields).header("Sec-Fetch-Site", "cross-site");
        let answer = visitor.page(foreign.header("Origin", "https://evil.example")).await;
        assert!(answer.status.is_client_error(), "{}", answer.status);
        assert_eq!(service.sql().count("registration", "1 = 1"), 0);
        assert_eq!(visitor.send(&form).await.state(), "pending", "the untouched form still works");
    }
}

both_databases! {
    /// The same form twice, two tabs, and somebody who is registered already: one registration, and no stranger can tell.
    async fn sending_twice_makes_one_registration(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let (visitor, guest) = (service.visitor(), Guest::named("Double Click"));
        let page = visitor.get("/en/events/briefing").await;
        let form = filled(&page, &guest);
        let (first, second) = tokio::join!(visitor.send(&form), visitor.send(&form));
        assert_eq!((first.state().as_str(), second.state().as_str()), ("pending", "pending"));
        assert_eq!(service.sql().count("registration", "1 = 1"), 1);
        service.delivered().await;
        assert_eq!(service.sink.to(&guest.email).len(), 1, "one form, one mail");

        // Another tab: another form, the same person.
        let other_tab = service.register("briefing", &guest).await;
        assert_eq!(other_tab.state(), "pending");
        assert_eq!(service.sql().count("registration", "1 = 1"), 1);
        assert_eq!(service.prove(&guest).await.state(), "confirmed");
        let strangers_view = service.register("briefing", &guest).await;
        let new_persons_view = service.register("briefing", &Guest::named("Newer Person")).await;
        assert_eq!(strangers_view.state(), "pending", "the page does not tell that a registration existed");
        let plain = |page: &Page, email: &str| page.text("main").replace(email, "");
        assert_eq!(plain(&strangers_view, &guest.email), plain(&new_persons_view, "newer.person@example.be"));
        service.delivered().await;
        assert_eq!(service.stored_state(&guest), "confirmed");
        assert_eq!(service.sink.to(&guest.email).last().map(|m| m.kind()).as_deref(), Some("registration_confirmed"), "but its owner is told");
        // A form sent again after the place was given up and proven is no second place.
        assert_eq!(visitor.send(&form).await.state(), "pending");
        assert_eq!(service.sql().count("registration", "1 = 1"), 2);
    }
}

both_databases! {
    /// Whoever goes back and corrects the address sends the same form again, and it is not taken for the first one sent twice.
    async fn going_back_to_correct_the_address_registers(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let visitor = service.visitor();
        let page = visitor.get("/en/events/briefing").await;
        let form = filled(&page, &Guest::named("Mistyped Address"));
        let corrected = form.clone().set("email", "right.address@example.be");
        for (sent, registrations) in [(&form, 1), (&corrected, 2), (&corrected, 2)] {
            assert_eq!(visitor.send(sent).await.state(), "pending");
            assert_eq!(service.sql().count("registration", "1 = 1"), registrations);
        }
        service.delivered().await;
        assert_eq!(service.sink.to("right.address@example.be").len(), 1, "one mail for the corrected form");
    }
}

both_databases! {
    /// Looking changes nothing, a button pressed twice shows the same, a wrong link says so.
    async fn links_are_safe_to_open_and_to_open_again(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let (visitor, guest) = (service.visitor(), Guest::named("Link Opener"));
        service.register("briefing", &guest).await;
        let link = service.sink.wait_for(&guest.email, "prove_address").await.link_with("/r/");
        for _ in 0..3 {
            assert_eq!(visitor.get(&link).await.state(), "pending", "opening the link proves nothing");
        }
        let head = visitor.client.head(&link).send().await.expect("an answer");
        assert_eq!(head.status(), 200);
        assert_eq!(service.stored_state(&guest), "pending");
        let page = visitor.get(&link).await;
        let form = page.form("/confirm");
        let (one, two) = tokio::join!(visitor.send(&form), visitor.send(&form));
        assert_eq!((one.state().as_str(), two.state().as_str()), ("confirmed", "confirmed"));
        assert_eq!(visitor.send(&form).await.state(), "confirmed", "a third time, too");
        assert_eq!(visitor.get(&link).await.state(), "confirmed");
        service.delivered().await;
        assert_eq!(service.sink.to(&guest.email).len(), 2, "one proof, one invitation");

        for (name, value) in [("cache-control", "no-store"), ("x-robots-tag", "noindex"), ("referrer-policy", "same-origin")] {
            let page = visitor.get(&link).await;
            assert!(page.header(name).contains(value), "{name}: {}", page.header(name));
        }
        for wrong in [format!("{}x", link), link[..link.len() - 1].to_owned(), link.replace("/r/", "/r/AAAA"), format!("{}/r/{}", link.split("/r/").next().unwrap_or_default(), "A".repeat(43))] {
            let page = visitor.get(&wrong).await;
            assert_eq!(page.status, 404, "{wrong}");
            assert_helpful(&page, "en");
        }
    }
}

both_databases! {
    /// Wrong methods, odd paths, odd HTTP: never a failure of ours.
    async fn odd_requests_get_plain_answers(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let visitor = service.visitor();
        for (method, path) in [
            (Method::POST, "/en/events/briefing"),
            (Method::GET, "/en/events/briefing/register"),
            (Method::DELETE, "/en/"),
            (Method::PUT, "/en/events/briefing/register"),
            (Method::TRACE, "/en/"),
            (Method::PATCH, "/healthz"),
        ] {
            let url = visitor.base.join(path).expect("a path");
            let answer = visitor.page(visitor.client.request(method.clone(), url)).await;
            assert!([404, 405].contains(&answer.status.as_u16()), "{method} {path}: {}", answer.status);
        }
        for path in ["/xx/", "/en/events/", "/en/events/%00", "/en/events/..%2f..%2fetc", "/en/events/%ff%fe", "/static/../Cargo.toml", "/.git/config", "/en/r/", "/nothing"] {
            let page = visitor.get(path).await;
            assert!(page.status.is_client_error(), "{path}: {}", page.status);
        }
        for raw in [
            "GET /en/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST /en/events/briefing/register HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "GET  /en/ HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /en/ HTTP/9.9\r\nHost: x\r\n\r\n",
            "\r\n\r\nNONSENSE\r\n\r\n",
            "GET /en/ HTTP/1.1\r\n\r\n",
            "POST /en/events/briefing/register HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 12\r\n\r\nname=%zz%f&=",
        ] {
            let answer = raw_request(&service, raw).await;
            assert!(!answer.starts_with("HTTP/1.1 5"), "{raw:?}: {answer}");
        }
        assert_eq!(visitor.get("/en/").await.status, 200, "and it still serves");
        assert_eq!(service.sql().count("registration", "1 = 1"), 0);
    }
}

/// Sends octets as they are and reads the first line of the answer.
async fn raw_request(service: &Service, octets: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let address = service.base.trim_start_matches("http://");
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
    stream.write_all(octets.as_bytes()).await.expect("written");
    let mut answer = vec![0; 2048];
    let read = tokio::time::timeout(std::time::Duration::from_secs(3), stream.read(&mut answer)).await;
    let length = read.ok().and_then(Result::ok).unwrap_or(0);
    String::from_utf8_lossy(&answer[..length]).lines().next().unwrap_or_default().to_owned()
}

both_databases! {
    /// Every page carries the protections, sets no cookie, and asks no third party.
    async fn every_public_page_is_protected(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let visitor = service.visitor();
        for language in LANGUAGES {
            for path in ["", "events/briefing", "privacy", "accessibility", "events/none"] {
                let page = visitor.get(&format!("/{language}/{path}")).await;
                let policy = page.header("content-security-policy");
                for part in ["default-src", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action"] {
                    assert!(policy.contains(part) || (part == "object-src 'none'" && policy.contains("default-src 'none'")), "{path}: {part} in {policy}");
                }
                assert!(!policy.contains("unsafe-inline") && !policy.contains("unsafe-eval"), "{path}: {policy}");
                assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
                assert_eq!(page.header("set-cookie"), "", "{path} sets no cookie");
                assert!(page.body.len() < 60_000, "{path}: {} octets", page.body.len());
                assert_eq!(page.attribute("html", "lang").as_deref(), Some(language));
                if page.status == 200 {
                    for other in LANGUAGES {
                        let link = format!("/{other}/{path}");
                        assert!(page.links().iter().any(|l| l.trim_start_matches(&service.base) == link), "{language}/{path} links its sister {link}");
                    }
                }
            }
        }
        let start = visitor.get_in("/", "fr-BE, nl;q=0.5").await;
        assert_eq!(start.url.path(), "/fr/", "Accept-Language decides");
        let choice = visitor.get_in("/", "ja").await;
        assert_eq!((choice.status.as_u16(), choice.url.path()), (200, "/"), "no language is the default: a choice");
        for language in LANGUAGES {
            assert!(choice.links().iter().any(|l| l.trim_start_matches(&service.base) == format!("/{language}/")));
        }
    }
}
