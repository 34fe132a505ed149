//! What stands in front of every handler: who asks, from where, how fast, and whether the service can serve at all.

use std::time::{Duration, Instant};

use quarterdeck::domain::staff::Role;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::organiser_house::{House, PASSWORD};
use crate::both_databases;
use crate::support::html::Visitor;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service, filled};
use crate::support::sql::moment;

both_databases! {
    /// Asking whether it is ready costs one look at a time, however many ask, and tells nothing about who registered.
    async fn readiness_is_looked_at_once_and_tells_no_figures(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let mut sql = house.sql();
        let mut looks = std::collections::BTreeSet::new();
        let begun = Instant::now();
        for _ in 0..40 {
            let visitors: Vec<Visitor> = (0..4).map(|_| house.visitor()).collect();
            let (a, b, c, d) = tokio::join!(visitors[0].get("/readyz"), visitors[1].get("/readyz"), visitors[2].get("/readyz"), visitors[3].get("/readyz"));
            for page in [a, b, c, d] {
                assert_eq!((page.status.as_u16(), page.body.as_str()), (200, r#"{"status":"ready"}"#));
            }
            looks.extend(sql.words("SELECT CAST(until AS TEXT) AS value FROM lease WHERE name = 'readyz'"));
        }
        let most = 2 + begun.elapsed().as_secs() as usize;
        assert!(looks.len() <= most, "{} writes in {:?}", looks.len(), begun.elapsed());
    }
}

both_databases! {
    /// Nobody delivers: a mail that is due and that nobody takes makes the service unready, and the answer says which part.
    async fn mail_that_nobody_takes_makes_it_unready(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("briefing"));
        house.enter("briefing", &["Anna Peeters"]).await;
        let long_ago = moment(now() - chrono::Duration::hours(1));
        house.sql().run(&format!("UPDATE outbox SET created_at = {long_ago}"));
        assert_eq!(house.visitor().get("/readyz").await.status, 200, "an old mail that was put off is not late");
        house.sql().run(&format!("UPDATE outbox SET not_before = {long_ago}"));
        tokio::time::sleep(Duration::from_secs(2)).await;
        let page = house.visitor().get("/readyz").await;
        assert_eq!((page.status.as_u16(), page.body.as_str()), (503, r#"{"status":"unready","reason":"mail_queue_too_old"}"#));
        let in_flight = moment(now() + chrono::Duration::minutes(5));
        house.sql().run(&format!("UPDATE outbox SET lease_until = {in_flight}"));
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(house.visitor().get("/readyz").await.status, 200, "a mail that is being sent is not late");
    }
}

both_databases! {
    /// A body that comes drop by drop is not waited for, on a page and in the API, and the connection is closed.
    async fn a_body_that_trickles_is_cut_off(kind: Kind) {
        let Some(service) = Service::start_with(kind, &[("LIMITS__BODY_SECONDS", "1")]).await else { return };
        service.put(Scene::event("briefing"));
        let token = service.command(&["token", "add", "--name", "slow", "--role", "organiser"]);
        let form = "Content-Type: application/x-www-form-urlencoded\r\n".to_owned();
        let call = format!("Content-Type: application/json\r\nAuthorization: Bearer {}\r\n", token.trim());
        for (path, headers, media) in [
            ("/nl/events/briefing/register", &form, "text/html"),
            ("/organiser/en/sign-in", &form, "text/html"),
            ("/api/v1/events", &call, "application/problem+json"),
        ] {
            let begun = Instant::now();
            let answer = trickle(&service, path, headers).await;
            assert!(answer.starts_with("HTTP/1.1 408 "), "{path}: {answer}");
            assert!(answer.to_ascii_lowercase().contains(&format!("content-type: {media}")), "{path}: {answer}");
            assert!(begun.elapsed() < Duration::from_secs(8), "{path}: {:?}", begun.elapsed());
        }
        let page = service.visitor().get("/en/events/briefing").await;
        assert_eq!(service.visitor().send(&filled(&page, &Guest::named("Anna Peeters"))).await.state(), "pending");
    }
}

/// Sends a request whose body never ends, a byte every now and then; what came back until the connection was closed.
async fn trickle(service: &Service, path: &str, headers: &str) -> String {
    let address = service.base.trim_start_matches("http://");
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
    let head = format!("POST {path} HTTP/1.1\r\nHost: {address}\r\n{headers}Content-Length: 1000\r\n\r\n");
    stream.write_all(head.as_bytes()).await.expect("written");
    let mut answer = Vec::new();
    let mut octets = [0; 4096];
    for _ in 0..60 {
        let _ = stream.write_all(b"x").await;
        match tokio::time::timeout(Duration::from_millis(200), stream.read(&mut octets)).await {
            Ok(Ok(0) | Err(_)) => return String::from_utf8_lossy(&answer).into_owned(),
            Ok(Ok(length)) => answer.extend_from_slice(&octets[..length]),
            Err(_) => {}
        }
    }
    panic!("{path}: still open after {}", String::from_utf8_lossy(&answer))
}

both_databases! {
    /// Whoever guesses passwords from one address waits; the account's owner, elsewhere, signs in.
    async fn one_address_cannot_lock_out_a_user(kind: Kind) {
        let limits = [("LIMITS__ENABLED", "true"), ("LIMITS__LOGIN_COUNT", "3"), ("LIMITS__LOGIN_SECONDS", "3600"), ("SERVER__TRUSTED_PROXIES", "127.0.0.0/8")];
        let Some(service) = Service::start_with(kind, &limits).await else { return };
        let add = ["user", "add", "--email", "an@ccb.example.be", "--role", "organiser", "--password-stdin"];
        assert!(service.command_reading(&add, PASSWORD).status.success());
        let visitor = service.visitor();
        let form = visitor.get("/organiser/en/sign-in").await.form("/sign-in").set("email", "an@ccb.example.be");
        let mut statuses = Vec::new();
        for _ in 0..5 {
            let guess = visitor.request(&form.clone().set("password", "guess")).header("X-Forwarded-For", "198.51.100.9");
            statuses.push(visitor.page(guess).await.status.as_u16());
        }
        assert_eq!(statuses, [422, 422, 422, 429, 429]);
        // The proxy's own word counts, whatever the guesser puts before it, with or without a port.
        for forged in ["192.0.2.1, 198.51.100.9:41234", "for=192.0.2.1, for=\"198.51.100.9:1\""] {
            let name = if forged.starts_with("for") { "Forwarded" } else { "X-Forwarded-For" };
            let guess = visitor.request(&form.clone().set("password", "guess")).header(name, forged);
            assert_eq!(visitor.page(guess).await.status, 429, "{forged}");
        }
        let owner = visitor.request(&form.set("password", PASSWORD)).header("Forwarded", "for=203.0.113.7;proto=https");
        let page = visitor.page(owner).await;
        assert_eq!((page.status.as_u16(), page.url.path()), (200, "/organiser/en/"));
    }
}

both_databases! {
    /// Browsers that do not say whether a form is of this site still say whose it is.
    async fn a_form_of_another_origin_is_refused(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.add_user("an@ccb.example.be", Role::Organiser, None).await;
        let visitor = house.visitor();
        let form = visitor.get("/organiser/en/sign-in").await.form("/sign-in").set("email", "an@ccb.example.be").set("password", PASSWORD);
        let port = house.base.rsplit_once(':').expect("a port").1;
        for (origin, status) in [
            ("https://evil.example", 403),
            (&format!("https://127.0.0.1:{port}") as &str, 403),
            ("null", 200),
            (&house.base, 200),
            (&format!("http://localhost:{port}"), 200),
        ] {
            let sent = visitor.client.post(form.action.clone()).header("Origin", origin).form(&form.fields);
            assert_eq!(visitor.page(sent).await.status, status, "{origin}");
        }
        let silent = visitor.client.post(form.action.clone()).form(&form.fields);
        assert_eq!(visitor.page(silent).await.status, 200, "a program says nothing at all");
    }
}

both_databases! {
    /// Search engines are kept off a personal page however its address is written.
    async fn a_personal_page_is_never_indexed(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let guest = Guest::named("Anna Peeters");
        service.register("briefing", &guest).await;
        let link = service.sink.wait_for(&guest.email, "prove_address").await.link_with("/r/");
        for written in [link.clone(), link.replace("/r/", "/%72/"), link.replace("/en/", "/e%6e/")] {
            let page = service.visitor().get(&written).await;
            assert_eq!((page.status.as_u16(), page.state().as_str()), (200, "pending"), "{written}");
            assert!(page.header("x-robots-tag").contains("noindex"), "{written}: {:?}", page.headers);
            assert_eq!(page.header("cache-control"), "no-store", "{written}");
        }
        let public = service.visitor().get("/en/events/briefing").await;
        assert_eq!(public.header("x-robots-tag"), "", "what is public may be found");
    }
}
