//! What an operator is told of the ways mails come back, and of the keys that sign them.

use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::both_databases;
use crate::lmtp_door::Talk;
use crate::operator::{mode, run, set_mode, words};
use crate::support::absent;
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

/// What `mail key` says of a key of this algorithm in this file, and how it ended.
fn key(folder: &Folder, algorithm: &str, more: &[&str], file: &str) -> Output {
    let begin = ["mail", "key", "--selector", "qd1", "--algorithm", algorithm];
    run(&folder.path, &[&begin, more, &[file]].concat(), &[])
}

/// The record that it printed, without quotation marks.
fn record(told: &Output) -> String {
    let text = String::from_utf8(told.stdout.clone()).expect("text");
    let texts: Vec<&str> = text.split('"').skip(1).step_by(2).collect();
    assert!(texts.iter().all(|text| text.len() <= 255) && text.starts_with(&format!("qd1._domainkey.{DOMAIN}. IN TXT ")), "{text}");
    texts.concat()
}

/// A key is made once, private; what is there is never changed, and its record printed again.
#[test]
fn keys_are_made_and_their_records_printed() {
    let folder = Folder::new();
    for (algorithm, file, begins) in [("ed25519-sha256", "ed.pem", "v=DKIM1; k=ed25519; p="), ("rsa-sha256", "rsa.pem", "v=DKIM1; k=rsa; p=MII")] {
        let made = key(&folder, algorithm, &[], file);
        assert!(made.status.success() && record(&made).starts_with(begins), "{}", words(&made));
        assert!(words(&made).contains(&format!("algorithm = \"{algorithm}\", key_file = \"{file}\"")), "{}", words(&made));
        let path = folder.path.join(file);
        assert_eq!(mode(&path), 0o600);
        let before = std::fs::read(&path).expect("the key");
        let again = key(&folder, algorithm, &[], file);
        assert_eq!((record(&again), std::fs::read(&path).expect("the key")), (record(&made), before));
        assert!(words(&again).contains("stays as it is"), "{}", words(&again));
    }
    let wrong = key(&folder, "rsa-sha256", &[], "ed.pem");
    assert!(!wrong.status.success() && words(&wrong).contains("is no rsa-sha256 key"), "{}", words(&wrong));
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mail/dkim-rsa-pkcs8.pem");
    std::fs::copy(fixture, folder.path.join("brought.pem")).expect("a copy");
    set_mode(&folder.path.join("brought.pem"), 0o600);
    assert!(record(&key(&folder, "rsa-sha256", &[], "brought.pem")).starts_with("v=DKIM1; k=rsa; p=MII"));
    assert_eq!(key(&folder, "rsa-sha1", &[], "x.pem").status.code(), Some(2));
}

/// An RSA key has the size that was asked for; whatever cannot be made so leaves no file.
#[test]
fn rsa_keys_are_made_in_sizes_that_sign() {
    let folder = Folder::new();
    let file = folder.path.join("rsa.pem");
    for (algorithm, more, selector, why) in [
        ("rsa-sha256", &["--bits", "1024"][..], "qd1", "use 2048, 3072 or 4096"),
        ("ed25519-sha256", &["--bits", "2048"], "qd1", "an Ed25519 key has one size"),
        ("rsa-sha256", &[], "qd 1", "the selector \"qd 1\" cannot stand in DNS"),
    ] {
        let arguments = [&["mail", "key", "--selector", selector, "--algorithm", algorithm], more, &["rsa.pem"]].concat();
        let told = run(&folder.path, &arguments, &[]);
        assert!(!told.status.success() && words(&told).contains(why) && !file.exists(), "{}", words(&told));
    }
    let nowhere = key(&folder, "rsa-sha256", &[], "no/such/folder.pem");
    assert!(!nowhere.status.success() && words(&nowhere).contains("cannot make no/such/folder.pem"), "{}", words(&nowhere));

    let made = key(&folder, "rsa-sha256", &["--bits", "3072"], "rsa.pem");
    assert!(made.status.success() && words(&made).contains("an RSA key of 3072 bits"), "{}", words(&made));
    let before = std::fs::read(&file).expect("the key");
    let other = key(&folder, "rsa-sha256", &["--bits", "2048"], "rsa.pem");
    assert_eq!((other.status.code(), other.stdout.len()), (Some(1), 0), "{}", words(&other));
    assert!(words(&other).contains("a key of 3072 bits and stays as it is"), "{}", words(&other));
    assert_eq!(record(&key(&folder, "rsa-sha256", &["--bits", "3072"], "rsa.pem")), record(&made));
    assert_eq!(std::fs::read(&file).expect("the key"), before);

    let openssl = |arguments: &[&str]| Command::new("openssl").args(["pkey", "-in", "rsa.pem"]).args(arguments).current_dir(&folder.path).output();
    let Ok(checked) = openssl(&["-check", "-noout", "-text"]) else { return absent::not_run("a new key is not read by openssl") };
    assert!(checked.status.success() && words(&checked).contains("(3072 bit"), "{}", words(&checked));
    let public = openssl(&["-pubout", "-outform", "DER"]).expect("openssl runs").stdout;
    assert_eq!(record(&made), format!("v=DKIM1; k=rsa; p={}", STANDARD.encode(public)), "the record is the key's");
}
