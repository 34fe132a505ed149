//! Inbound mail on one core: reading and authenticating what people and programs send, and what a message made to hurt costs.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use quarterdeck::app::inbound::Border;
use quarterdeck::app::{App, AppError};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::inbound::Door;
use quarterdeck::db::{registrations, rsvps};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::mail_tag::Tag;
use quarterdeck::domain::registration::State;
use quarterdeck::mail::dns::KeySource;
use quarterdeck::mail::inbound::authenticate::{Authentic, authenticate};
use quarterdeck::mail::inbound::{Class, OCTETS, Ours, read};
use quarterdeck::mail::keys::{self, Algorithm};
use quarterdeck::mail::sign::{Signer, sign};

use crate::door::{self, Written};
use crate::figures::{Board, ms_each, rate};
use crate::place::{Kind, Place};
use crate::process;

/// Messages a second that one core must read.
const RATE: f64 = 500.0;
/// Most that one message of two megabytes may cost, in ms.
const HOSTILE_MS: f64 = 100.0;
/// A test key.
const RSA: &[u8] = include_bytes!("../tests/fixtures/mail/dkim-rsa-pkcs8.pem");
/// Who answers in most fixtures.
const PERSON: &str = "zoe.dupont@example.be";

/// Measures; no database has a part in it.
pub fn measure(rounds: usize, board: &mut Board) {
    board.part("Inbound mail, one core");
    let ours = Ours { from: "events@events.example".into(), domain: "events.example".into() };
    let mails = fixtures();
    let count = rounds * mails.len();
    let before = process::own_cpu();
    (0..rounds).for_each(|_| mails.iter().for_each(|raw| drop(read(raw, &ours))));
    board.line("read, all kinds", &format!("{:.0}/s of processor time", rate(count, process::own_cpu() - before)));
    answers(&mails, &ours, rounds, board);
    hostile(&ours, board);
}

/// Answers, signed as their domain would sign them, read and authenticated.
fn answers(mails: &[Vec<u8>], ours: &Ours, rounds: usize, board: &mut Board) {
    let signer = || Signer::new(keys::parse(RSA, Algorithm::RsaSha256).expect("a key"), "s1", "example.be");
    let published = signer();
    let (name, record) = published.dns_record();
    let known = BTreeMap::from([(name.trim_end_matches('.').to_owned(), record.to_owned())]);
    let person = EmailAddress::parse(PERSON).expect("an address");
    let now = Clock::System.now();
    let of_person = |raw: &&Vec<u8>| {
        let reading = read(raw, ours);
        matches!(reading.class, Class::Calendar(_)) && reading.from == [PERSON] && raw.windows(2).any(|two| two == b"\r\n")
    };
    let signed: Vec<Vec<u8>> = mails.iter().filter(of_person).map(|raw| sign(&[signer()], raw.clone(), now).expect("signed")).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let before = process::own_cpu();
    let mut authentic = 0;
    for raw in (0..rounds).flat_map(|_| &signed) {
        let reading = read(raw, ours);
        authentic += usize::from(matches!(runtime.block_on(authenticate(raw, &reading, &person, None, &known)), Authentic::Yes(_)));
    }
    let cost = process::own_cpu() - before;
    assert_eq!(authentic, rounds * signed.len(), "every answer is authentic");
    board.at_least("answers read and authenticated (RSA-2048)", rate(authentic, cost), RATE, "/s of processor time");
}

/// Answers of so many people with a seat, given to the pipeline as a door gives them: kept, read, authenticated, matched and recorded,
/// each durable before the next step.
pub fn pipeline(kind: Kind, count: usize, board: &mut Board) {
    let (runtime, place) = (door::runtime(), Place::new(kind));
    let (app, event) = runtime.block_on(place.furnished());
    door::send_forms(&runtime, &app, event, count);
    let forms = runtime.block_on(Written::read(&app));
    door::prove_all(&runtime, &app, &forms);
    let ours = Ours { from: "events@quarterdeck.example".into(), domain: "quarterdeck.example".into() };
    let signer = |domain: &str| Signer::new(keys::parse(RSA, Algorithm::RsaSha256).expect("a key"), "s1", domain);
    let rows = runtime.block_on(app.db.read(move |conn| Ok::<_, AppError>(registrations::in_states(conn, event, &[State::Confirmed])?)));
    let rows = rows.expect("the registrations");
    assert_eq!(rows.len(), count, "everybody has a seat");
    let domains: BTreeMap<String, Signer> = rows.iter().map(|row| domain(&row.email)).map(|domain| (domain.clone(), signer(&domain))).collect();
    let records = domains.values().map(|signer| signer.dns_record()).map(|(name, record)| (name, record.to_owned()));
    let keys = Arc::new(KeySource::Fixed(records.collect()));
    let now = app.now();
    let mails: Vec<Vec<u8>> = rows.iter().map(|row| answer(&app, row, &domains[&domain(&row.email)], now)).collect();
    let border = Arc::new(Border { ours, authserv_id: None });
    let before = process::own_cpu();
    runtime.block_on(async {
        for mail in mails {
            app.receive_mail(Door::Lmtp, None, mail, now).await.expect("kept");
        }
        while app.handle_inbound(&border, &keys, now).await.expect("handled") > 0 {}
    });
    let cost = process::own_cpu() - before;
    let recorded =
        runtime.block_on(app.db.read(move |conn| Ok::<_, AppError>(rsvps::of_many(conn, &rows.iter().map(|row| row.id).collect::<Vec<_>>())?)));
    assert_eq!(recorded.expect("the answers").len(), count, "every answer is recorded");
    board.part(&format!("Inbound mail through the whole pipeline, {count} answers, {}", kind.name()));
    board.at_least("answers kept, authenticated and recorded (RSA-2048)", rate(count, cost), RATE, "/s of processor time");
}

fn domain(email: &str) -> String {
    email.rsplit('@').next().unwrap_or_default().to_owned()
}

/// The answer of one person's calendar, signed by their domain.
fn answer(app: &App, row: &registrations::Row, signer: &Signer, now: Instant) -> Vec<u8> {
    let tag = app.secrets.mail_tag(Tag::Answer(row.id));
    let (email, uid, sequence, at) = (&row.email, &row.uid, row.sequence, now.format("%Y%m%dT%H%M%SZ"));
    let object = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Bench//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{email}\r\n\
         UID:{uid}@quarterdeck.example\r\nSEQUENCE:{sequence}\r\nDTSTAMP:{at}\r\nSUMMARY:Accepted: briefing\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let mail = format!(
        "From: <{email}>\r\nTo: <events+{tag}@quarterdeck.example>\r\nSubject: Accepted: briefing\r\nDate: {}\r\nMessage-ID: <{uid}@{}>\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n{object}",
        now.to_rfc2822(),
        domain(email),
    );
    sign(std::slice::from_ref(signer), mail.into_bytes(), now).expect("signed")
}

/// Every shape by itself.
fn hostile(ours: &Ours, board: &mut Board) {
    const EACH: usize = 5;
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let person = EmailAddress::parse("a@example.be").expect("an address");
    let keys: BTreeMap<String, String> = BTreeMap::new();
    let mut dearest = ("", 0.0);
    for (name, raw) in shapes() {
        let before = process::own_cpu();
        for _ in 0..EACH {
            let reading = read(&raw, ours);
            drop(runtime.block_on(authenticate(&raw, &reading, &person, Some("mx.events.example"), &keys)));
        }
        let cost = ms_each(process::own_cpu() - before, EACH);
        board.line(&format!("2 MiB: {name}"), &format!("{cost:.0} ms"));
        if cost > dearest.1 {
            dearest = (name, cost);
        }
    }
    board.at_most(&format!("the dearest of them ({})", dearest.0), dearest.1, HOSTILE_MS, "ms");
}

fn shapes() -> Vec<(&'static str, Vec<u8>)> {
    let fill = |start: &str, unit: &str| {
        let mut raw = start.as_bytes().to_vec();
        while raw.len() + unit.len() < OCTETS {
            raw.extend_from_slice(unit.as_bytes());
        }
        raw
    };
    let from = "From: a@example.be\r\n";
    let levels: String = (0..14).map(|n| format!("--b{n}\r\nContent-Type: multipart/mixed; boundary=b{}\r\n\r\n", n + 1)).collect();
    let signature = |algorithm: &str, way: &str| {
        format!("DKIM-Signature: v=1; a=rsa-{algorithm}; c={way}; d=example.be; s=s; h=From:Content-Type; bh=AAAA; b=AAAA\r\n")
    };
    let ways: String = ["sha256", "sha1"].iter().flat_map(|a| ["relaxed/relaxed", "simple/simple"].map(|w| signature(a, w))).collect();
    vec![
        ("boundary lines", fill(&format!("{from}Content-Type: multipart/mixed; boundary=b\r\n\r\n"), "--b\r\n")),
        ("lines that may end any of 16 levels", fill(&format!("{from}Content-Type: multipart/mixed; boundary=b0\r\n\r\n{levels}"), "--b\r\n")),
        ("header fields", fill(from, "X-A: b\r\n")),
        ("one field of addresses", fill("From: ", "a@example.be, ")),
        ("character references in HTML", fill(&format!("{from}Content-Type: text/html\r\n\r\n"), "&")),
        ("tags in HTML", fill(&format!("{from}Content-Type: text/html\r\n\r\n"), "<p>")),
        ("base64", fill(&format!("{from}Content-Transfer-Encoding: base64\r\n\r\n"), "QUJD\r\n")),
        (
            "groups of a report",
            fill(
                "From: MAILER-DAEMON@example.be\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n",
                "Action: failed\r\n\r\n",
            ),
        ),
        (
            "events",
            fill(
                &format!("{from}Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n"),
                "BEGIN:VEVENT\r\nUID:a\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n",
            ),
        ),
        ("signed in four ways", fill(&format!("{ways}{from}Content-Type: text/plain\r\n\r\n"), "a  b \r\n")),
    ]
}

fn fixtures() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/inbound");
    let kinds = ["replies", "bounces", "other"].map(|kind| std::fs::read_dir(folder.join(kind)).expect("fixtures"));
    kinds.into_iter().flatten().map(|entry| std::fs::read(entry.expect("a file").path()).expect("a fixture")).collect()
}
