//! What goes: by the person's own button, by the operator's command, and by the time that passes. What stays are counts.

use chrono::Duration;

use crate::both_databases;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service, filled};
use crate::support::smtp_sink::Manner;
use crate::support::sql::{Sql, moment};

/// Every column of text that could name somebody.
const PLACES: [(&str, &str); 16] = [
    ("person", "email"),
    ("person", "email_key"),
    ("person", "name"),
    ("registration", "name"),
    ("registration", "email"),
    ("registration", "organisation_name"),
    ("registration", "search_key"),
    ("registration", "declared"),
    ("registration", "reason"),
    ("registration_change", "reason"),
    ("registration_change", "actor"),
    ("outbox", "recipient"),
    ("outbox", "snapshot"),
    ("outbox", "last_text"),
    ("attendance_proof", "key"),
    ("api_answer", "body"),
];

/// Where in the tables these words still stand.
fn found(sql: &mut Sql, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (table, column) in PLACES {
        for word in words {
            let word = word.to_lowercase().replace('\'', "''");
            let holds = format!("replace(lower(coalesce({column}, '')), '{word}', '') <> lower(coalesce({column}, ''))");
            if sql.count(table, &holds) > 0 {
                found.push(format!("{table}.{column} holds {word}"));
            }
        }
    }
    found
}

/// Lets an event have been so many days ago.
fn move_into_the_past(sql: &mut Sql, event: &str, days: i64) {
    let [start, end] = [3, 1].map(|hours| moment(now() - Duration::days(days) - Duration::hours(hours)));
    sql.run(&format!("UPDATE event SET starts_at = {start}, closes_at = {start}, ends_at = {end} WHERE slug = '{event}'"));
}

both_databases! {
    /// The button: the seat goes to the next in line, the calendar is told in a last mail, and then nothing is left.
    async fn erasing_empties_the_calendar_first_and_everything_then(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing").seats(1));
        let (leaver, waiter) = (Guest::named("Leaver Erasmus"), Guest::named("Patient Waiter"));
        assert_eq!(service.join("briefing", &leaver).await.state(), "confirmed");
        assert_eq!(service.join("briefing", &waiter).await.state(), "waitlisted");
        service.delivered().await;
        let visitor = service.visitor();
        let page = visitor.get(&service.sink.to(&leaver.email)[1].link_with("/r/")).await;
        let done = visitor.send(&page.form("/erase")).await;
        assert_eq!(done.status, 200, "{}", done.body);
        service.delivered().await;

        let last = service.sink.to(&leaver.email).pop().expect("a last mail");
        assert_eq!(last.kind(), "withdrawn");
        let calendar = last.calendar().expect("a calendar");
        assert_eq!((calendar.method.as_str(), calendar.event("SEQUENCE")), ("CANCEL", Some("1")));
        assert_eq!(service.sink.to(&waiter.email).last().map(|m| m.kind()).as_deref(), Some("promoted"));
        assert_eq!(found(&mut service.sql(), &["Leaver", "Erasmus", &leaver.email]), Vec::<String>::new());
        assert_eq!(service.sql().count("registration", "state = 'withdrawn' AND erased_at IS NOT NULL"), 1, "the count stays");
        assert_eq!(visitor.get(&service.sink.to(&leaver.email)[1].link_with("/r/")).await.status, 404);
    }
}

both_databases! {
    /// A stranger's address was typed and its owner presses "erase" in the proof mail: nobody ever registered.
    async fn erasing_what_was_never_proven_counts_nobody(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let bystander = Guest::named("By Stander");
        service.register("briefing", &bystander).await;
        let link = service.sink.wait_for(&bystander.email, "prove_address").await.link_with("/r/");
        let visitor = service.visitor();
        let page = visitor.get(&link).await;
        assert_eq!(visitor.send(&page.form("/erase")).await.status, 200);
        service.delivered().await;
        assert_eq!(service.sink.to(&bystander.email).len(), 1, "no mail to somebody who never wanted one");
        assert_eq!(found(&mut service.sql(), &[&bystander.email]), Vec::<String>::new());
        assert_eq!(service.sql().words("SELECT state AS value FROM registration"), ["expired"]);
    }
}

both_databases! {
    /// Mails that a slow relay keeps waiting are not sent once their owner is gone.
    async fn what_waits_for_the_relay_is_called_off(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let guest = Guest::named("Quickly Gone");
        assert_eq!(service.join("briefing", &guest).await.state(), "confirmed");
        service.delivered().await;
        let link = service.sink.to(&guest.email)[1].link_with("/r/");
        service.sink.behave_towards(&guest.email, Manner::LaterAtRecipient);
        let visitor = service.visitor();
        let page = visitor.get(&link).await;
        visitor.send(&page.form("/withdraw")).await;
        let again = service.register("briefing", &guest).await;
        assert_eq!(again.state(), "pending");
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        let page = visitor.get(&link).await;
        visitor.send(&page.form("/erase")).await;
        service.sink.behave_towards(&guest.email, Manner::Accept);
        service.delivered().await;
        let kinds: Vec<_> = service.sink.to(&guest.email).iter().map(|m| m.kind()).collect();
        assert_eq!(kinds, ["prove_address", "registration_confirmed", "withdrawn"], "the cancellation, not the new request for a proof");
        assert_eq!(found(&mut service.sql(), &[&guest.email]), Vec::<String>::new());
    }
}

both_databases! {
    /// After the retention time names go, by command and by timer; the report before and after is the same to the octet.
    async fn time_takes_names_and_leaves_counts(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("long-past"));
        service.put(Scene::event("lately"));
        let old = [Guest::named("Ancient Mariner").sector("academic"), Guest::named("Elder Statesman").sector("public")];
        let young = Guest::named("Recent Visitor");
        for guest in &old {
            assert_eq!(service.join("long-past", guest).await.state(), "confirmed");
        }
        service.delivered().await;
        service.sink.clear();
        service.join("lately", &young).await;
        service.join("lately", &old[0]).await;
        let unproven = Guest::named("Never Proven");
        service.register("long-past", &unproven).await;
        service.delivered().await;
        let mut sql = service.sql();
        sql.run("UPDATE registration SET present = TRUE WHERE search_key LIKE '%ancient%'");
        sql.run("INSERT INTO attendance_proof (id, registration_id, event_id, source, at, recorded_at, recorded_by) SELECT id, id, event_id, 'hand', registered_at, registered_at, 'system' FROM registration WHERE present");
        sql.run("UPDATE registration SET reason = '{\"code\":\"staff\",\"text\":\"Never Proven asked\"}' WHERE search_key LIKE '%never%'");
        sql.run(&format!("UPDATE registration SET prove_before = {} WHERE state = 'pending'", moment(now() - Duration::days(92))));
        move_into_the_past(&mut sql, "long-past", 91);
        move_into_the_past(&mut sql, "lately", 89);
        let report = || service.command(&["report", "attendance", "--from", "2026-Q1", "--to", "2027-Q4", "--by", "sector,platform,edition", "--format", "json"]);
        let before = report();
        service.command(&["purge"]);
        assert_eq!(found(&mut sql, &["Elder", &old[1].email, "Never", &unproven.email]), Vec::<String>::new());
        assert_eq!(report(), before, "figures survive the names");
        assert_eq!(sql.count("registration", &format!("email = '{}'", young.email)), 1, "whose time is not over stays");
        assert_eq!(sql.count("registration", &format!("email = '{}'", old[0].email)), 1, "at the later event only");
        assert_eq!(sql.count("person", "1 = 1"), 2);
        service.assert_verified();
    }
}

both_databases! {
    /// The operator answers a request for everything that is kept, and one to forget it.
    async fn a_person_is_exported_and_erased_by_address(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("first"));
        service.put(Scene::event("second"));
        let guest = Guest::named("Rightful Owner");
        service.join("first", &guest).await;
        service.delivered().await;
        service.sink.clear();
        service.join("second", &guest).await;
        service.delivered().await;
        let data: serde_json::Value = serde_json::from_str(&service.command(&["person", "export", "Rightful.Owner@example.be"])).expect("JSON");
        let events: Vec<_> = data["registrations"].as_array().expect("a list").iter().map(|r| r["event"]["slug"].clone()).collect();
        assert_eq!((data["name"].as_str(), events), (Some("Rightful Owner"), vec!["first".into(), "second".into()]));
        service.command(&["person", "erase", &guest.email]);
        service.delivered().await;
        assert_eq!(found(&mut service.sql(), &["Rightful", &guest.email]), Vec::<String>::new());
        assert_eq!(service.sql().count("person", "1 = 1"), 0);
        for verb in ["export", "erase"] {
            let again = service.try_command(&["person", verb, &guest.email]);
            let words = String::from_utf8_lossy(&again.stderr).into_owned();
            assert_eq!(again.status.code(), Some(1), "{words}");
            assert!(words.contains(&guest.email), "{words}");
        }
    }
}

both_databases! {
    /// Somebody else fills in the form for an address that was proven and stepped back: until a new proof nothing is replaced.
    async fn a_form_changes_nobody_who_was_proven_before(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let guest = Guest::named("Proven Before").of("Real University").sector("academic");
        service.join("briefing", &guest).await;
        service.delivered().await;
        let visitor = service.visitor();
        let link = service.sink.to(&guest.email)[1].link_with("/r/");
        let page = visitor.get(&link).await;
        assert_eq!(visitor.send(&page.form("/withdraw")).await.state(), "withdrawn");
        let page = visitor.get("/en/events/briefing").await;
        let stranger = Guest { name: "Somebody Else".into(), organisation: "Other NV".into(), sector: "private", ..guest.clone() };
        assert_eq!(visitor.send(&filled(&page, &stranger)).await.state(), "pending");
        service.delivered().await;
        let mut sql = service.sql();
        let stored = "SELECT name || ', ' || organisation_name || ', ' || sector AS value FROM registration";
        assert_eq!(sql.words(stored), ["Proven Before, Real University, academic"]);
        // The owner sees what would be proven, and decides.
        let page = visitor.get(&link).await;
        assert!(page.text("main").contains("Somebody Else") && page.text("main").contains("Other NV"), "{}", page.text("main"));
        assert_eq!(visitor.send(&page.form("/confirm")).await.state(), "confirmed");
        assert_eq!(sql.words(stored), ["Somebody Else, Other NV, private"]);
        service.delivered().await;
    }
}
