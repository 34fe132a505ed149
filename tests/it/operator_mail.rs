//! What an operator is told of the ways mails come back, and of the keys that sign them.

use std::path::Path;
use std::time::Duration;

use crate::both_databases;
use crate::lmtp_door::Talk;
use crate::operator::{mode, run, set_mode, words};
use crate::support::attendee::DOMAIN;
use crate::support::databases::{Folder, Kind};
use crate::support::post_office::{PostOffice, Route};
use crate::support::service::{Service, free_address};
use crate::support::smtp_sink::SmtpSink;

/// Whether a line of `check` begins with these words.
fn says(told: &str, level: &str, what: &str, part: &str) -> bool {
    told.lines().any(|line| line.split_whitespace().take(2).eq([level, what]) && line.contains(part))
}

/// No door, a free one, one that the service has, one that another program has.
#[tokio::test]
async fn check_says_by_which_door_answers_come_back() {
    let Some(database) = Kind::Sqlite.fresh() else { return };
    database.migrate();
    let (sink, address) = (SmtpSink::start(), free_address());
    let (url, relay, other) = (database.url.clone(), sink.url(), sink.address.to_string());
    let check = |more: &[(&str, &str)]| {
        let own = [("DATABASE__URL", url.as_str()), ("MAIL__TRANSPORT", "smtp"), ("MAIL__SMTP_URL", relay.as_str())];
        words(&run(&database.folder.path, &["check"], &[&own, more].concat()))
    };
    let told = check(&[]);
    assert!(says(&told, "warn", "door", &format!("answers and bounces go to events+TAG@{DOMAIN}")), "{told}");
    let told = check(&[("MAIL__LMTP_LISTEN", &address)]);
    assert!(says(&told, "ok", "lmtp", "is free"), "{told}");
    let told = check(&[("MAIL__LMTP_LISTEN", &other)]);
    assert!(says(&told, "FAIL", "lmtp", "another program listens there"), "{told}");
    let told = check(&[("MAIL__LMTP_LISTEN", "unix:/no/such/folder/lmtp.sock")]);
    assert!(says(&told, "FAIL", "lmtp", "cannot listen on unix:/no/such/folder/lmtp.sock"), "{told}");
    let (inbound, closed) = (("MAIL__INBOUND", "imap"), format!("imap://u:hush@{address}/INBOX"));
    let told = check(&[inbound, ("MAIL__IMAP_URL", &closed)]);
    assert!(says(&told, "FAIL", "mailbox", &address) && !told.contains("hush"), "{told}");

    let Some(office) = PostOffice::open(&[&format!("events@{DOMAIN}")], &Route::Mailbox) else { return };
    let mailbox = office.imap_url();
    let told = check(&[inbound, ("MAIL__IMAP_URL", &mailbox)]);
    assert!(says(&told, "ok", "mailbox", "0 mails wait, what is done goes to the folder Handled"), "{told}");
    let wrong = mailbox.replace("of%20the%20tests", "hush");
    let told = check(&[inbound, ("MAIL__IMAP_URL", &wrong)]);
    assert!(says(&told, "FAIL", "mailbox", "refuses to sign us in") && !told.contains("hush"), "{told}");
}

both_databases! {
    /// A mail goes out by Postfix, which gives it back at our door: the service has it, and nobody is bothered with it. Where it does not
    /// come back, or loses what follows the +, it is said what to look at.
    async fn a_mail_goes_round(kind: Kind) {
        let door = free_address();
        let Some(service) = Service::start_with(kind, &[("MAIL__LMTP_LISTEN", &door)]).await else { return };
        let Some(office) = PostOffice::open(&[], &Route::Door(&door)) else { return };
        let check = |relay: &str, more: &[&str]| service.try_command_with(&[&["check", "--loop"], more].concat(), &[("MAIL__SMTP_URL", relay)]);
        let told = words(&check(&office.smtp_url(), &[]));
        // No name server knows the domain of the tests: that nobody vouches for the sender is said, too.
        assert!(says(&told, "warn", "loop", "came back by LMTP after"), "{told}\n{}", office.log());
        assert_eq!(service.sql().words("SELECT kind || ' ' || outcome AS value FROM inbound_mail"), ["own probe"]);
        assert_eq!(service.sql().count("inbound_mail", "for_person"), 0, "it is nothing for the inbox");

        // A mail of ours at another address, with a tag that nobody made.
        let (mut talk, forged) = (Talk::to(&door).await, format!("events+p{}@{DOMAIN}", "a".repeat(29)));
        assert!(talk.answer().await.starts_with("220"));
        talk.envelope(&[&forged]).await;
        assert!(talk.say("From: events@quarterdeck.example\r\nX-Quarterdeck-Mail: test\r\n\r\nRound and round.\r\n.").await.starts_with("250"));
        let done = || service.sql().count("inbound_mail", "outcome = 'dropped'") == 1;
        service.sink.wait_until(Duration::from_secs(20), done).await.expect("dropped");

        let sink = SmtpSink::start();
        let lost = check(&sink.url(), &["--loop-timeout", "1"]);
        let told = words(&lost);
        assert!(says(&told, "FAIL", "loop", "did not come back within 1 s") && told.contains(&format!("events+TAG@{DOMAIN} to {door}")), "{told}");
        assert_eq!(lost.status.code(), Some(1));
        let mail = sink.taken().pop().expect("it was sent");
        assert!(mail.to()[0].starts_with("events+p") && mail.header("DKIM-Signature").is_some(), "{:?}", mail.to());
        let alone = service.try_command(&["check", "--loop-timeout", "1"]);
        assert_eq!(alone.status.code(), Some(2), "a time to wait for nothing");
        service.assert_verified();
    }
}

/// A key is made once, private, and signs; what is there is never changed; RSA keys of openssl get their record.
#[test]
fn keys_are_made_and_their_records_printed() {
    let folder = Folder::new();
    let key = |algorithm: &str, file: &str| run(&folder.path, &["mail", "key", "--selector", "qd1", "--algorithm", algorithm, file], &[]);
    let made = key("ed25519-sha256", "ed.pem");
    assert!(made.status.success(), "{}", words(&made));
    let record = String::from_utf8(made.stdout).expect("text");
    assert!(record.starts_with(&format!("qd1._domainkey.{DOMAIN}. IN TXT \"v=DKIM1; k=ed25519; p=")), "{record}");
    let file = folder.path.join("ed.pem");
    assert_eq!(mode(&file), 0o600);
    let before = std::fs::read(&file).expect("the key");
    let again = key("ed25519-sha256", "ed.pem");
    assert_eq!((String::from_utf8(again.stdout.clone()).expect("text"), std::fs::read(&file).expect("the key")), (record, before));
    assert!(words(&again).contains("stays as it is"), "{}", words(&again));
    let wrong = key("rsa-sha256", "ed.pem");
    assert!(!wrong.status.success() && words(&wrong).contains("is no rsa-sha256 key"), "{}", words(&wrong));
    let absent = key("rsa-sha256", "rsa.pem");
    assert!(!absent.status.success() && words(&absent).contains("openssl genpkey") && !folder.path.join("rsa.pem").exists(), "{}", words(&absent));
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mail/dkim-rsa-pkcs8.pem");
    std::fs::copy(fixture, folder.path.join("rsa.pem")).expect("a copy");
    set_mode(&folder.path.join("rsa.pem"), 0o600);
    let record = String::from_utf8(key("rsa-sha256", "rsa.pem").stdout).expect("text");
    let texts: Vec<&str> = record.split('"').skip(1).step_by(2).collect();
    assert!(texts.len() == 2 && texts.iter().all(|text| text.len() <= 255) && texts.concat().starts_with("v=DKIM1; k=rsa; p=MII"), "{record}");
    let unknown = key("rsa-sha1", "x.pem");
    assert_eq!(unknown.status.code(), Some(2));
}
