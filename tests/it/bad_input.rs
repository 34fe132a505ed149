//! What people and programs type: a clear answer, or faithful text wherever it appears again.

use crate::both_databases;
use crate::support::html::Page;
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service, filled};

/// Text that may be taken (then it must come back as it was, everywhere) or refused with a clear answer, nothing else.
const ODD: &[(&str, &str)] = &[
    ("template", "{{7*7}} {{> x}} ${7*7}"),
    ("html", "<script>alert(1)</script><b onmouseover=x>"),
    ("entities", "Jan &lt;b&gt; Piet &eacute;"),
    ("quotes", "O'Brien \"The\" `Boss`"),
    ("formula", "=HYPERLINK(\"http://evil.example\",\"x\")"),
    ("plus", "+32 DDE"),
    ("at", "@SUM(1+1)"),
    ("emoji", "Zoë 🦊👩‍👩‍👧"),
    ("combining", "\u{301}\u{302}x"),
    ("arabic", "محمد العربي"),
    ("long word", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"),
    ("calendar", "A;B,C:D\\n"),
    ("semicolon", "Name; rm -rf"),
];

/// Text that no field takes.
const IMPOSSIBLE: &[(&str, &str)] = &[
    ("empty", ""),
    ("blank", "   \u{a0}\t "),
    ("nul", "a\0b"),
    ("escape", "a\u{1b}[31mb"),
    ("header", "Anna\r\nBcc: everyone@example.org"),
    ("line", "Anna\nPeeters"),
    ("right to left", "Anna\u{202e}gpj.exe"),
];

/// Refused, with the summary on top, the words beside the field, and what was typed kept.
fn assert_explained(page: &Page, field: &str, what: &str) {
    assert_eq!(page.status, 422, "{field} {what}: {}", page.url);
    assert!(page.count("[role=alert] a[href]") > 0, "{field} {what}: no summary\n{}", page.body);
    assert!(page.count(&format!("[name={field}][aria-invalid=true]")) > 0, "{field} {what}: the field is not marked");
    assert!(!page.text(&format!("#{field}-fault")).is_empty(), "{field} {what}: no words beside the field");
}

both_databases! {
    /// Every text field with every oddity.
    async fn odd_text_is_refused_clearly_or_kept_faithfully(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing").seats(100));
        let visitor = service.visitor();
        let mut taken = Vec::new();
        for (field, (n, (what, text))) in ["name", "organisation"].iter().flat_map(|f| ODD.iter().enumerate().map(move |o| (*f, o))) {
            let guest = Guest::named(&format!("Odd {field} {n}"));
            let page = visitor.get("/en/events/briefing").await;
            let answer = visitor.send(&filled(&page, &guest).set(field, text)).await;
            if answer.status == 422 {
                assert_explained(&answer, field, what);
                assert_eq!(answer.attribute(&format!("[name={field}]"), "value").as_deref(), Some(*text), "{field} {what}: what was typed is kept");
                continue;
            }
            assert_eq!((answer.status.as_u16(), answer.state().as_str()), (200, "pending"), "{field} {what}");
            taken.push((field, *what, *text, guest));
        }
        for (field, what, text, guest) in &taken {
            let page = service.prove(guest).await;
            assert_eq!(page.state(), "confirmed", "{field} {what}");
            assert!(!page.body.contains("<script>alert") && !page.body.contains("<b onmouseover"), "{field} {what} is markup on the page");
            let own = page.attribute(&format!("[name={field}]"), "value");
            assert_eq!(own.as_deref(), Some(*text), "{field} {what} on the personal page");
            let mail = service.sink.wait_for(&guest.email, "registration_confirmed").await;
            assert_eq!(mail.to().join(","), guest.email, "{field} {what}: one recipient");
            assert_eq!(mail.headers("Bcc").len() + mail.headers("Cc").len(), 0);
            assert_eq!((mail.headers("To").len(), mail.headers("Subject").len(), mail.headers("From").len()), (1, 1, 1));
            assert!(!mail.html().contains("<script>") && !mail.html().contains("<b onmouseover"), "{field} {what} is markup in the mail");
            assert!(!mail.text().contains("49 ") && !page.body.contains(">49 "), "{field} {what} was evaluated");
            assert!(mail.raw.split(|b| *b == b'\n').all(|l| l.len() <= 999), "{field} {what}: a line is too long");
            let calendar = mail.calendar().expect("an invitation");
            assert_eq!((calendar.count("ATTENDEE"), calendar.count("BEGIN")), (1, calendar.count("END")), "{field} {what}");
            assert!(!service.log().contains(&guest.email), "no address in the log");
        }
        assert!(taken.iter().any(|(f, w, ..)| *f == "name" && *w == "quotes"), "ordinary oddities are taken");
        assert!(taken.iter().any(|(f, w, ..)| *f == "name" && *w == "arabic"));
    }
}

both_databases! {
    /// The page after the form shows an address under our name: only one that was checked, also to a program that fills in
    /// the field nobody sees. And it names who the mail comes from, not where to ask.
    async fn the_page_after_the_form_shows_nothing_but_an_address(kind: Kind) {
        let Some(service) = Service::start_with(kind, &[("PRIVACY__CONTACT", "ask@quarterdeck.example")]).await else { return };
        service.put(Scene::event("briefing"));
        let visitor = service.visitor();
        let page = visitor.get("/en/events/briefing").await;
        let trapped = filled(&page, &Guest::named("Anna")).set("website", "x");
        let answer = visitor.send(&trapped.clone().set("email", "Your account is blocked, call 0900")).await;
        assert_eq!(answer.status, 422, "{}", answer.body);
        let answer = visitor.send(&trapped.set("email", "anna@example.be")).await;
        assert_eq!((answer.status.as_u16(), answer.text(".big").as_str()), (200, "anna@example.be"));
        assert!(answer.text(".steps li").contains("events@quarterdeck.example"), "{}", answer.text(".steps li"));
        assert_eq!(answer.count("footer a[href='mailto:ask@quarterdeck.example']"), 1);
        assert_eq!(service.sql().count("registration", "1 = 1"), 0);
    }
}

both_databases! {
    /// Text that is no name, no organisation: refused beside the field, in every language, and nothing is stored.
    async fn impossible_text_is_refused(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let visitor = service.visitor();
        for language in ["nl", "fr", "de", "en"] {
            let page = visitor.get(&format!("/{language}/events/briefing")).await;
            let guest = Guest::named("Anna Peeters");
            for field in ["name", "organisation", "email"] {
                for (what, text) in IMPOSSIBLE {
                    let answer = visitor.send(&filled(&page, &guest).set(field, text)).await;
                    assert_explained(&answer, field, what);
                    assert!(answer.text("title").contains(':'), "{language}: the title says that it is an error: {}", answer.text("title"));
                }
            }
            for (field, value) in [("sector", "military"), ("sector", ""), ("language", "xx")] {
                let answer = visitor.send(&filled(&page, &guest).force(field, value)).await;
                assert_explained(&answer, field, value);
            }
        }
        assert_eq!(service.sql().count("registration", "1 = 1") + service.sql().count("outbox", "1 = 1"), 0);
    }
}

both_databases! {
    /// Addresses: the odd ones that exist are taken and written to, the others refused.
    async fn odd_addresses_work_or_are_refused(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let visitor = service.visitor();
        let page = visitor.get("/en/events/briefing").await;
        for bad in ["anna", "anna@", "@example.be", "anna@@example.be", "anna peeters@example.be", "anna@example..be", "a@b@c.be", "anna@-x.be", "anna@example.be>", "anna@localhost", "<anna@example.be>", "anna@example.be,bob@example.be"] {
            let answer = visitor.send(&filled(&page, &Guest::named("Anna")).set("email", bad)).await;
            assert_explained(&answer, "email", bad);
        }
        let mut long = Guest::named("Long Address");
        long.email = format!("{}@example.be", "x".repeat(300));
        assert_explained(&visitor.send(&filled(&page, &long)).await, "email", "long");
        for (typed, delivered) in [("  Anna.Peeters@Example.BE ", "Anna.Peeters@example.be"), ("o'neil+tag@example.be", "o'neil+tag@example.be"), ("jan@bücher.example", "jan@xn--bcher-kva.example")] {
            let mut guest = Guest::named("Odd Address");
            guest.email = typed.into();
            let page = visitor.get("/en/events/briefing").await;
            let answer = visitor.send(&filled(&page, &guest)).await;
            assert_eq!(answer.state(), "pending", "{typed}");
            let arrived = service.sink.wait_until(std::time::Duration::from_secs(10), || {
                service.sink.taken().iter().any(|m| m.recipients.iter().any(|r| r.eq_ignore_ascii_case(delivered)))
            });
            assert!(arrived.await.is_ok(), "{typed} is written to as {delivered}");
        }
    }
}

both_databases! {
    /// Ten megabytes, thousands of fields, a body of another kind: refused quickly, and the service goes on.
    async fn huge_and_foreign_bodies_are_refused(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let visitor = service.visitor();
        let page = visitor.get("/en/events/briefing").await;
        let form = filled(&page, &Guest::named("Anna Peeters"));
        for field in ["name", "email", "organisation", "sector", "csrf", "key"] {
            let huge = form.clone().set(field, &"x".repeat(10_000_000));
            if let Ok(answer) = visitor.request(&huge).send().await {
                assert_eq!(answer.status(), 413, "{field}");
            } // or it hung up while we were still sending
            let long = form.clone().set(field, &"x".repeat(3_000));
            let answer = visitor.send(&long).await;
            assert!(answer.status.is_client_error(), "{field}: {}", answer.status);
        }
        let mut many = form.clone();
        many.fields.extend((0..2_000).map(|n| (format!("f{n}"), "x".into())));
        let answer = visitor.send(&many).await;
        assert!(!answer.status.is_server_error(), "{}", answer.status);
        for (kind, body) in [("application/json", "{\"name\":1}"), ("text/plain", "name=x"), ("multipart/form-data; boundary=x", "--x--"), ("application/x-www-form-urlencoded", "name=%ff%fe&email=%00")] {
            let request = visitor.client.post(form.action.clone()).header("Content-Type", kind).body(body).header("Sec-Fetch-Site", "same-origin");
            let answer = visitor.page(request).await;
            assert!(answer.status.is_client_error(), "{kind}: {}", answer.status);
        }
        assert_eq!(visitor.get("/en/events/briefing").await.status, 200);
    }
}
