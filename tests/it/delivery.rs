//! A mail server in trouble: no visitor notices, nothing is lost, what is refused for good becomes a visible dead letter.

use std::time::{Duration, Instant};

use quarterdeck::app::mail_room::{Note, Tried};
use quarterdeck::clock::Clock;

use crate::both_databases;
use crate::support;
use crate::support::databases::Kind;
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service};
use crate::support::smtp_sink::Manner;
use crate::support::sql::Sql;

both_databases! {
    /// Every passing trouble: the mail arrives in the end, once or recognisably the same.
    async fn passing_trouble_delays_and_loses_nothing(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let troubles = [
            Manner::BusyAtConnect,
            Manner::LaterAtRecipient,
            Manner::LaterAfterData,
            Manner::DropMidData,
            Manner::DropAfterData,
        ];
        for trouble in troubles {
            // Connections are kept open, so a refusal at connect needs a mail server that hung up before.
            service.sink.behave(trouble);
            let guest = Guest::named(&format!("{trouble:?}"));
            let start = Instant::now();
            let answer = service.register("briefing", &guest).await;
            assert_eq!(answer.state(), "pending", "{trouble:?} is no visitor's business");
            assert!(start.elapsed() < Duration::from_secs(3), "{trouble:?} keeps a visitor waiting");
            tokio::time::sleep(Duration::from_millis(1_500)).await;
            service.sink.behave(Manner::Accept);
            service.sink.wait_for(&guest.email, "prove_address").await;
            service.delivered().await;
            let mut ids: Vec<_> = service.sink.to(&guest.email).iter().map(|m| m.message_id()).collect();
            ids.dedup();
            assert_eq!(ids.len(), 1, "{trouble:?}: the same Message-ID however often it was sent");
            assert_eq!(service.prove(&guest).await.state(), "confirmed");
        }
        assert_eq!(service.sql().count("outbox", "status = 'failed'"), 0);
    }
}

both_databases! {
    /// A refusal for good ends as a dead letter that staff can see and send again.
    async fn a_refusal_for_good_is_a_dead_letter(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let [gone, unwanted, fine] = ["Gone Away", "Not Wanted", "Quite Fine"].map(Guest::named);
        service.sink.behave_towards(&gone.email, Manner::NeverAtRecipient);
        service.sink.behave_towards(&unwanted.email, Manner::NeverAfterData);
        for guest in [&gone, &unwanted, &fine] {
            assert_eq!(service.register("briefing", guest).await.state(), "pending");
        }
        service.sink.wait_for(&fine.email, "prove_address").await;
        service.delivered().await;
        let mut sql = service.sql();
        let dead = sql.words("SELECT recipient || ' ' || attempts || ' ' || last_code AS value FROM outbox WHERE status = 'failed' ORDER BY recipient");
        assert_eq!(dead, [format!("{} 1 550", gone.email), format!("{} 1 554", unwanted.email)], "tried once, kept with the answer");
        assert_eq!(service.sink.refused(), 2);
        let listed = service.command(&["mail", "list"]);
        assert!(listed.contains(&gone.email) && listed.contains("550"), "mail list shows it: {listed}");
    }
}

both_databases! {
    /// What mails say of their event is kept once; a mail that an earlier release owed has its own words, and goes out all the same.
    async fn mails_of_an_earlier_release_go_out(kind: Kind) {
        let Some(mut service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        for name in ["Early Bird", "Second Mover"] {
            assert_eq!(service.join("briefing", &Guest::named(name)).await.state(), "confirmed");
        }
        service.delivered().await;
        assert_eq!(service.sql().count("event_facts", "1 = 1"), 1, "four mails in one language say the same of the event");
        let guest = Guest::named("Late Comer");
        service.sink.behave(Manner::LaterAtRecipient);
        assert_eq!(service.register("briefing", &guest).await.state(), "pending");
        service.terminate();
        let own = "substr(snapshot, 1, length(snapshot) - 1) || ',\"event\":' || (SELECT facts FROM event_facts WHERE id = facts_id) || '}'";
        service.sql().run(&format!("UPDATE outbox SET snapshot = {own}, facts_id = NULL WHERE status = 'queued'"));
        assert_eq!(service.sql().count("outbox", "facts_id IS NULL"), 1);
        service.sink.behave(Manner::Accept);
        service.wake().await;
        service.sink.wait_for(&guest.email, "prove_address").await;
        assert_eq!(service.prove(&guest).await.state(), "confirmed");
        service.delivered().await;
    }
}

both_databases! {
    /// A mail server that accepts nothing for a whole minute: every visitor is answered all along, and every mail follows,
    /// once. A real minute: leases are renewed by the machine's clock, so that one set by the test would run them out.
    async fn a_minute_without_a_mail_server_stops_nobody(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        service.sink.behave(Manner::BusyAtConnect);
        let (start, mut guests) = (Instant::now(), Vec::new());
        while start.elapsed() < Duration::from_secs(60) {
            let (guest, asked) = (Guest::named(&format!("Patient {}", guests.len())), Instant::now());
            assert_eq!(service.register("briefing", &guest).await.state(), "pending", "after {:?}", start.elapsed());
            assert!(asked.elapsed() < Duration::from_secs(3), "{} waits for the mail server", guest.name);
            guests.push(guest);
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
        assert!(guests.len() >= 15 && service.sink.taken().is_empty(), "nothing was accepted");
        assert_eq!(service.sql().count("outbox", "status = 'queued'"), guests.len() as i64, "and nothing was given up");
        assert!(service.sink.connections() > 3, "it was tried again and again");
        service.sink.behave(Manner::Accept);
        service.delivered().await;
        for guest in &guests {
            assert_eq!(service.sink.to(&guest.email).len(), 1, "{}", guest.name);
        }
    }
}

both_databases! {
    /// A mail server that takes the connection and then says nothing: visitors go on, and the mails follow when it wakes.
    async fn a_silent_mail_server_stops_nobody(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        service.sink.behave(Manner::Silent);
        let guests: Vec<_> = (0..30).map(|n| Guest::named(&format!("Patient {n}"))).collect();
        let start = Instant::now();
        for guest in &guests {
            assert_eq!(service.register("briefing", guest).await.state(), "pending");
        }
        assert!(start.elapsed() < Duration::from_secs(20), "visitors wait for the mail server");
        assert_eq!(service.sql().count("outbox", "status = 'queued'"), 30);
        service.sink.behave(Manner::Accept);
        for guest in &guests {
            service.sink.wait_for(&guest.email, "prove_address").await;
        }
    }
}

both_databases! {
    /// A mail server that puts some people off does not keep the others waiting.
    async fn who_is_put_off_keeps_nobody_else_waiting(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let guests: Vec<_> = (0..60).map(|n| Guest::named(&format!("Guest {n}"))).collect();
        let (put_off, others) = guests.split_at(40);
        for guest in put_off {
            service.sink.behave_towards(&guest.email, Manner::LaterAtRecipient);
        }
        for guest in &guests {
            service.register("briefing", guest).await;
        }
        let start = Instant::now();
        for guest in others {
            service.sink.wait_for(&guest.email, "prove_address").await;
        }
        assert!(start.elapsed() < Duration::from_secs(8), "the others waited {:?}", start.elapsed());
        for guest in put_off {
            service.sink.behave_towards(&guest.email, Manner::Accept);
        }
        for guest in put_off {
            service.sink.wait_for(&guest.email, "prove_address").await;
        }
    }
}

/// A burst of mails that PostgreSQL knows nothing of yet: each claim reads what it takes, not all that is owed. Before, it read
/// every mail for every other one, and a claim took seconds.
#[tokio::test(flavor = "multi_thread")]
async fn a_claim_reads_what_it_takes() {
    const OWED: i64 = 4_000;
    const TAKEN: i64 = 50;
    const CLAIMS: i64 = 8; // more than the five runs after which PostgreSQL may plan once for all
    let Some(database) = Kind::Postgres.fresh() else { return };
    let mut sql = Sql::open(&database.url);
    sql.run("ALTER TABLE outbox SET (autovacuum_enabled = false); ALTER TABLE outbox DROP CONSTRAINT outbox_registration_id_fkey");
    sql.run(&format!(
        "INSERT INTO outbox (id, registration_id, kind, recipient, language, priority, not_before, not_after, snapshot, message_id, status, attempts, created_at, forget)
         SELECT n, n % {half}, 'prove_address', 'a' || n || '@example.org', 'nl', 0, TIMESTAMP '2026-11-01', TIMESTAMP '2126-11-01', '{{}}', 'm' || n, 'queued', 0, TIMESTAMP '2026-11-01', FALSE
         FROM generate_series(0, {last}) AS n",
        half = OWED / 2,
        last = OWED - 1
    ));
    let app = support::app::open(&database.url, Clock::System);
    let mut taken = Vec::new();
    for _ in 0..CLAIMS {
        let mails = app.claim_mails(TAKEN, 60, app.now()).await.expect("a claim");
        taken.extend(mails.iter().map(|mail| mail.id.0));
        let notes: Vec<Note> = mails.iter().map(|mail| Note { id: mail.id, tried: Tried::Sent, at: app.now() }).collect();
        app.note_mails(notes.into()).await.expect("noted");
    }
    assert_eq!(taken, (0..TAKEN * CLAIMS).collect::<Vec<_>>(), "the earliest first");
    // What a connection has read is known when it has gone.
    drop(app);
    let others = "SELECT count(*) AS value FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    while sql.number(others) > 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let read = sql.number(
        "SELECT (SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes WHERE relname = 'outbox')::bigint
              + (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'outbox') AS value",
    );
    let wanted = TAKEN * CLAIMS;
    assert!(read >= wanted, "the statistics count: {read}");
    assert!(read <= 20 * wanted, "{read} rows read to take {wanted} of {OWED}");
}

both_databases! {
    /// A domain that asks to be spared gets invitations one after the other; who registers there meanwhile waits for none of them.
    async fn a_domain_that_asks_is_spared_and_nobody_who_registers_waits(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let domain = "spare.example";
        let guests: Vec<Guest> = (1..=6).map(|n| Guest { email: format!("guest{n}@{domain}"), ..Guest::named(&format!("Guest {n}")) }).collect();
        for guest in &guests {
            assert_eq!(service.join("briefing", guest).await.state(), "confirmed");
        }
        service.delivered().await;
        guests.iter().for_each(|guest| service.sink.behave_towards(&guest.email, Manner::TooFast));
        // A mail that can wait is owed to each; those that go first are refused.
        let mut sql = service.sql();
        sql.run(
            "UPDATE outbox SET kind = 'reminder', priority = 3, status = 'queued', attempts = 0, sent_at = NULL, \
             snapshot = replace(snapshot, '\"kind\":\"registration_confirmed\"', '\"kind\":\"reminder\"') WHERE kind = 'registration_confirmed'",
        );
        let start = Instant::now();
        while sql.count("outbox", "kind = 'reminder' AND attempts > 0 AND last_code = '450'") == 0 {
            assert!(start.elapsed() < Duration::from_secs(30), "the sink refuses the first");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        guests.iter().for_each(|guest| service.sink.behave_towards(&guest.email, Manner::Accept));
        let other = Guest { email: format!("other@{domain}"), ..Guest::named("Other Person") };
        assert_eq!(service.register("briefing", &other).await.state(), "pending");
        service.sink.wait_for(&other.email, "prove_address").await;
        service.delivered().await;
        assert_eq!(sql.count("outbox", "kind = 'reminder' AND status = 'sent'"), 6, "all of them go");
    }
}

both_databases! {
    /// Who registers does not wait for mails that were claimed before and can wait, however many the relay has yet to take.
    async fn who_registers_goes_before_what_was_claimed(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let guests: Vec<Guest> = (1..=30).map(|n| Guest::named(&format!("Guest {n}"))).collect();
        for guest in &guests {
            service.join("briefing", guest).await;
        }
        service.delivered().await;
        service.sink.clear();
        service.sink.behave(Manner::Hold);
        let mut sql = service.sql();
        sql.run(
            "UPDATE outbox SET kind = 'reminder', priority = 3, status = 'queued', attempts = 0, sent_at = NULL, \
             snapshot = replace(snapshot, '\"kind\":\"registration_confirmed\"', '\"kind\":\"reminder\"') WHERE kind = 'registration_confirmed'",
        );
        wait_until(|| sql.count("outbox", "kind = 'reminder' AND lease_until IS NOT NULL") == 30).await;
        let late = Guest::named("Late Comer");
        assert_eq!(service.register("briefing", &late).await.state(), "pending");
        wait_until(|| sql.count("outbox", "kind = 'prove_address' AND status = 'queued' AND lease_until IS NOT NULL") == 1).await;
        service.sink.behave(Manner::Accept);
        service.delivered().await;
        let order: Vec<String> = service.sink.taken().iter().map(support::mail::Received::kind).collect();
        let before = order.iter().take_while(|kind| *kind == "reminder").count();
        assert_eq!(order.len(), 31, "{order:?}");
        // What the connections had in hand, and one whose turn it was.
        assert!(before <= 5, "{before} of 30 went before it");
    }
}

async fn wait_until(mut done: impl FnMut() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < Duration::from_secs(30), "it never came to that");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
