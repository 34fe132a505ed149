//! The plug pulled while answers come in: what the door took is kept, counts once, and owes one mail.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::both_databases;
use crate::storm::Dice;
use crate::support::attendee::Reply;
use crate::support::mail::Received;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service, free_address};
use crate::support::turn;

const SEATS: usize = 14;
const PEOPLE: usize = 24;
/// Of those with a seat, so many decline after they accepted.
const DECLINE: usize = 8;
const KILLS: usize = 5;

both_databases! {
    /// A mail server brings every answer until it is told that it was taken, and the service is killed again and again: each answer
    /// counts once, each decline frees one seat for the next in line, and nobody is told twice.
    async fn killed_in_the_middle_every_answer_counts_once(kind: Kind) {
        let door = free_address();
        let settings = [("MAIL__LMTP_LISTEN", door.as_str()), ("MAIL__AUTHSERV_ID", "mx.quarterdeck.example"), ("MAIL__RETRY_MAX_SECONDS", "1")];
        let Some(mut service) = Service::start_with(kind, &settings).await else { return };
        let _turn = turn::take("storm");
        service.put(Scene::event("rush").seats(u32::try_from(SEATS).expect("few")));
        let guests: Vec<Guest> = (0..PEOPLE).map(|n| Guest::named(&format!("Guest {n}"))).collect();
        for guest in &guests {
            service.join("rush", guest).await;
        }
        let mut invited = Vec::new();
        for guest in &guests[..SEATS] {
            invited.push(service.sink.wait_for(&guest.email, "registration_confirmed").await);
        }

        let mut dice = Dice(std::process::id().into());
        eprintln!("seed {}", std::process::id());
        let mut servers = tokio::task::JoinSet::new();
        for (n, (guest, mail)) in guests.iter().zip(&invited).enumerate() {
            let mut answers = vec![answer(guest, mail, "ACCEPTED", 1)];
            answers.extend((n < DECLINE).then(|| answer(guest, mail, "DECLINED", 2)));
            let (door, wait) = (door.clone(), dice.up_to(4_000));
            servers.spawn(async move {
                for (to, raw) in answers {
                    tokio::time::sleep(Duration::from_millis(wait)).await;
                    bring(&door, &to, &raw).await;
                }
            });
        }
        for _ in 0..KILLS {
            tokio::time::sleep(Duration::from_millis(600 + dice.up_to(1_200))).await;
            service.kill_nine();
            // What the dead process had claimed is free when its lease ends; that time passes here.
            service.sql().run("UPDATE outbox SET lease_until = NULL WHERE status = 'queued'");
            service.sql().run("UPDATE inbound_mail SET lease_until = NULL WHERE state = 'stored'");
            service.wake().await;
        }
        servers.join_all().await;
        let handled = service.sink.wait_until(Duration::from_secs(60), || service.sql().count("inbound_mail", "state = 'stored'") == 0).await;
        handled.unwrap_or_else(|()| panic!("answers are not handled\n{}", service.log()));
        service.delivered().await;
        service.assert_verified();

        let mut sql = service.sql();
        let did = |outcomes: &str| service.sql().count("inbound_mail", &format!("outcome IN ({outcomes})"));
        assert_eq!(sql.count("inbound_mail", "1 = 1"), (SEATS + DECLINE) as i64, "each mail is kept once");
        assert_eq!(did("'withdrew'"), DECLINE as i64);
        // An acceptance whose look was cut short may come after the decline of the same person, and then says nothing any more.
        assert_eq!(did("'recorded', 'no_seat'"), SEATS as i64, "{:?}", sql.words("SELECT outcome AS value FROM inbound_mail"));
        let answered = sql.words("SELECT answer || ' ' || COUNT(*) AS value FROM rsvp GROUP BY answer ORDER BY answer");
        assert_eq!(answered, [format!("accepted {}", SEATS - DECLINE), format!("declined {DECLINE}")]);
        assert_eq!(sql.count("registration_change", "cause = 'declined_in_calendar'"), DECLINE as i64);
        assert_eq!(sql.count("registration", "state = 'confirmed'"), SEATS as i64, "the next in line have the seats");
        assert_eq!(sql.count("outbox", "kind = 'promoted'"), DECLINE as i64);
        let owed: BTreeSet<String> = sql.words("SELECT message_id || '@quarterdeck.example' AS value FROM outbox WHERE status = 'sent'").into_iter().collect();
        let taken = service.sink.taken();
        assert_eq!(owed, taken.iter().map(Received::message_id).collect(), "every owed mail arrived, and none that was not owed");
        for id in &owed {
            let copies: BTreeSet<_> = taken.iter().filter(|mail| mail.message_id() == *id).map(|mail| mail.raw.clone()).collect();
            assert_eq!(copies.len(), 1, "copies of one mail are equal to the octet");
        }
    }
}

/// What a calendar sends, as our border passes it on: to which address, and the mail.
fn answer(guest: &Guest, invitation: &Received, partstat: &'static str, n: i64) -> (String, Vec<u8>) {
    let calendar = invitation.calendar().expect("an invitation");
    let said = |name: &str| calendar.event(name).unwrap_or_else(|| panic!("no {name}")).to_owned();
    let to = said("ORGANIZER").trim_start_matches("mailto:").to_owned();
    let reply = Reply {
        from: guest.email.clone(),
        to: to.clone(),
        uid: said("UID"),
        partstat,
        sequence: said("SEQUENCE").parse().expect("a number"),
        stamped: now() + chrono::Duration::seconds(n),
        method: "REPLY",
        id: format!("{partstat}-{}", guest.email.replace('@', ".")),
    };
    let mut raw = b"Authentication-Results: mx.quarterdeck.example; dmarc=pass header.from=example.be\r\n".to_vec();
    raw.extend(reply.mail());
    (to, raw)
}

/// Brings a mail until somebody takes it, as a mail server's queue does.
async fn bring(door: &str, to: &str, raw: &[u8]) {
    for _ in 0..600 {
        if timeout(Duration::from_secs(5), hand_over(door, to, raw)).await.is_ok_and(|taken| taken.is_ok_and(|taken| taken)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("nobody takes a mail to {to}");
}

/// One try: whether the last answer says that the mail is kept.
async fn hand_over(door: &str, to: &str, raw: &[u8]) -> std::io::Result<bool> {
    let mut door = BufReader::new(TcpStream::connect(door).await?);
    let mut line = String::new();
    door.read_line(&mut line).await?;
    for command in ["LHLO mx".to_owned(), "MAIL FROM:<an@example.be>".to_owned(), format!("RCPT TO:<{to}>"), "DATA".to_owned()] {
        door.write_all(format!("{command}\r\n").as_bytes()).await?;
        loop {
            line.clear();
            if door.read_line(&mut line).await? == 0 || !line.starts_with(['2', '3']) {
                return Ok(false);
            }
            if line.as_bytes().get(3) != Some(&b'-') {
                break;
            }
        }
    }
    door.write_all(raw).await?;
    door.write_all(b"\r\n.\r\n").await?;
    line.clear();
    Ok(door.read_line(&mut line).await? > 0 && line.starts_with("250"))
}
