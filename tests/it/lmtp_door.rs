//! The door at which a mail server on this machine hands mails over: what it takes is on disk before it says so, what it cannot take is
//! brought again, and nobody holds it up.

use std::sync::Arc;
use std::time::Duration;

use quarterdeck::config::Listen;
use quarterdeck::mail::inbound::OCTETS;
use quarterdeck::worker::lmtp::{Lmtp, Rules, run};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::both_databases;
use crate::substitutes::House;
use crate::support::attendee::DOMAIN;
use crate::support::databases::{Folder, Kind};
use crate::support::scene::Scene;
use crate::support::service::{Service, free_address};

/// What the door holds to in tests.
pub fn rules() -> Rules {
    let long = Duration::from_secs(20);
    Rules { host: DOMAIN.into(), domains: vec![DOMAIN.into()], connections: 8, command: long, message: long, observe: None }
}

/// A door that is open, and a house behind it.
struct Open {
    house: House,
    address: String,
    stop: watch::Sender<bool>,
    door: JoinHandle<()>,
}

impl Open {
    async fn with(kind: Kind, rules: Rules) -> Option<Self> {
        let house = House::open(kind, Scene::event("here").seats(1)).await?;
        let address = free_address();
        let door = Arc::new(Lmtp::bind(&address.parse::<Listen>().expect("a place"), rules).expect("bound"));
        let (stop, stopped) = watch::channel(false);
        let door = tokio::spawn(run(house.app.clone(), door, stopped));
        Some(Self { house, address, stop, door })
    }

    async fn talk(&self) -> Talk {
        let mut talk = Talk::to(&self.address).await;
        assert_eq!(talk.answer().await, format!("220 {DOMAIN} LMTP"));
        talk
    }

    /// Everything that was kept: to whom, and what.
    fn kept(&self) -> Vec<(String, String)> {
        let mut sql = self.house.sql();
        let ids = sql.words("SELECT CAST(id AS TEXT) AS value FROM inbound_mail ORDER BY id");
        ids.iter()
            .map(|id| {
                let to = sql.words(&format!("SELECT envelope_to AS value FROM inbound_mail WHERE id = {id}")).pop().unwrap_or_default();
                (to, String::from_utf8(sql.octets(&format!("SELECT raw AS value FROM inbound_mail WHERE id = {id}"))).expect("text"))
            })
            .collect()
    }

    async fn close(self) -> House {
        self.stop.send_replace(true);
        tokio::time::timeout(Duration::from_secs(5), self.door).await.expect("it ends").expect("in good order");
        self.house
    }
}

/// A mail server that hands over.
pub struct Talk(BufReader<TcpStream>);

impl Talk {
    pub async fn to(address: &str) -> Self {
        Self(BufReader::new(TcpStream::connect(address).await.expect("the door")))
    }

    async fn write(&mut self, octets: &[u8]) {
        self.0.get_mut().write_all(octets).await.expect("written");
    }

    /// The last line of the next answer; empty when the connection is closed.
    pub async fn answer(&mut self) -> String {
        loop {
            let mut line = String::new();
            let read = tokio::time::timeout(Duration::from_secs(20), self.0.read_line(&mut line)).await.expect("an answer in time");
            if read.unwrap_or(0) == 0 || line.as_bytes().get(3) != Some(&b'-') {
                return line.trim_end().to_owned();
            }
        }
    }

    pub async fn say(&mut self, line: &str) -> String {
        self.write(format!("{line}\r\n").as_bytes()).await;
        self.answer().await
    }

    pub async fn envelope(&mut self, recipients: &[&str]) {
        assert!(self.say("LHLO mx").await.starts_with("250 SIZE "));
        assert!(self.say("MAIL FROM:<an@haven.example>").await.starts_with("250"));
        for recipient in recipients {
            assert!(self.say(&format!("RCPT TO:<{recipient}>")).await.starts_with("250"), "{recipient}");
        }
        assert!(self.say("DATA").await.starts_with("354"));
    }

    async fn is_closed(&mut self) -> bool {
        let mut rest = Vec::new();
        tokio::time::timeout(Duration::from_secs(20), self.0.read_to_end(&mut rest)).await.expect("closed in time").is_ok() && rest.is_empty()
    }
}

both_databases! {
    /// Each command and its answer; a mail comes out as it was before it was dotted, wherever the pieces were cut, once for each recipient.
    async fn a_mail_server_hands_over(kind: Kind) {
        let Some(open) = Open::with(kind, rules()).await else { return };
        let mut talk = open.talk().await;
        for (say, expect) in [
            ("MAIL FROM:<a@haven.example>", "503 5.5.1"),
            ("EHLO mx", "500 5.5.1"),
            ("LHLO mx", "250 SIZE 2097152"),
            ("RCPT TO:<events@quarterdeck.example>", "503 5.5.1"),
            ("MAIL FROM:<a@haven.example> SIZE=2097153", "552 5.3.4"),
            ("MAIL FROM:<a@haven.example> BODY=BINARYMIME", "555 5.5.4"),
            ("MAIL FROM:<a@haven.example> COLOUR=RED", "555 5.5.4"),
            ("mail from:<> size=100 body=8bitmime SMTPUTF8", "250 2.1.0"),
            ("MAIL FROM:<b@haven.example>", "503 5.5.1"),
            ("DATA", "503 5.5.1"),
            ("RCPT TO:<events@haven.example>", "550 5.1.1"),
            ("RCPT TO:<events>", "501 5.1.3"),
            ("RCPT TO:<>", "550 5.1.1"),
            ("RCPT TO:<PostMaster>", "250 2.1.5"),
            ("RCPT TO:<events+nonsense@Quarterdeck.EXAMPLE>", "250 2.1.5"),
            ("VRFY events", "252 2.5.2"),
            ("NOOP", "250 2.0.0"),
            ("RSET", "250 2.0.0"),
            ("DATA", "503 5.5.1"),
            ("STARTTLS", "502 5.5.1"),
            ("SING", "502 5.5.1"),
            (&"x".repeat(3000), "500 5.5.2"),
            ("QUIT", "221 2.0.0"),
        ] {
            let answer = talk.say(say).await;
            assert!(answer.starts_with(expect), "{say:.40}: {answer}");
        }
        assert!(talk.is_closed().await);

        let mail = "Subject: dots\r\n\r\n.\r\n..two\r\nbare\n.\nline ends are no end\r\n.x\r\n\r\n";
        let dotted = "Subject: dots\r\n\r\n..\r\n...two\r\nbare\n.\nline ends are no end\r\n..x\r\n\r\n.\r\n";
        for piece in [1, 2, 3, 7, 1000] {
            let (one, two) = (format!("events+{piece}@{DOMAIN}"), format!("other+{piece}@{DOMAIN}"));
            let mut talk = open.talk().await;
            talk.envelope(&[&one, &two]).await;
            for octets in dotted.as_bytes().chunks(piece) {
                talk.write(octets).await;
                if piece < 10 {
                    tokio::task::yield_now().await;
                }
            }
            assert!(talk.answer().await.starts_with("250 2.0.0") && talk.answer().await.starts_with("250 2.0.0"), "one answer for each recipient");
            let raw = format!("Return-Path: <an@haven.example>\r\n{mail}");
            let kept = open.kept();
            assert_eq!(kept[kept.len() - 2..], [(one, raw.clone()), (two, raw)], "in pieces of {piece}");
        }

        // All at once (RFC 2920), two mails on one connection, one of them empty, one that came before.
        let mut talk = open.talk().await;
        let before = open.kept().len();
        let all = format!(
            "LHLO mx\r\nMAIL FROM:<an@haven.example>\r\nRCPT TO:<events+1@{DOMAIN}>\r\nRCPT TO:<x@haven.example>\r\nDATA\r\n{dotted}\
             MAIL FROM:<>\r\nRCPT TO:<events@{DOMAIN}>\r\nDATA\r\n.\r\nQUIT\r\n"
        );
        talk.write(all.as_bytes()).await;
        let mut answers = Vec::new();
        for _ in 0..10 {
            answers.push(talk.answer().await.chars().take(3).collect::<String>());
        }
        assert_eq!(answers.join(" "), "250 250 250 550 354 250 250 250 354 250");
        assert!(talk.answer().await.starts_with("221"));
        let kept = open.kept();
        assert_eq!((kept.len() - before, kept.last().map(|(_, raw)| raw.as_str())), (1, Some("Return-Path: <>\r\n")), "what came before is kept once");
        open.close().await;
    }
}

both_databases! {
    /// What cannot be kept is not acknowledged; what is too long, too slow, too many or too wrong ends without harm to others.
    async fn nobody_holds_the_door_up(kind: Kind) {
        let short = Rules { connections: 2, command: Duration::from_millis(700), message: Duration::from_millis(1500), ..rules() };
        let Some(open) = Open::with(kind, short).await else { return };
        let ours = format!("events@{DOMAIN}");
        open.house.sql().run("ALTER TABLE inbound_mail RENAME TO away");
        let mut talk = open.talk().await;
        talk.envelope(&[&ours]).await;
        assert!(talk.say("Subject: x\r\n\r\nx\r\n.").await.starts_with("451 4.3.0"), "the database is away");
        open.house.sql().run("ALTER TABLE away RENAME TO inbound_mail");
        talk.envelope(&[&ours]).await;
        assert!(talk.say("Subject: x\r\n\r\nx\r\n.").await.starts_with("250 2.0.0"), "the same connection, again");

        talk.envelope(&[&ours, &ours]).await;
        let line = format!("{}\r\n", "x".repeat(998));
        talk.write(line.repeat(OCTETS / 1000 + 2).as_bytes()).await;
        assert!(talk.say(".").await.starts_with("552 5.3.4") && talk.answer().await.starts_with("552 5.3.4"), "too long");
        assert!(talk.say("NOOP").await.starts_with("250"), "and its end was found");

        // Two connections, no third; whoever says nothing makes room.
        let silent = open.talk().await;
        let mut third = Talk::to(&open.address).await;
        assert!(third.answer().await.starts_with("421 4.3.2"));
        let (mut talk, mut silent) = (talk, silent);
        assert!(silent.answer().await.starts_with("421 4.4.2"), "too silent");
        assert!(talk.answer().await.starts_with("421 4.4.2"));
        assert!(silent.is_closed().await && talk.is_closed().await);

        let mut slow = open.talk().await;
        slow.envelope(&[&ours]).await;
        let dripped = async {
            for _ in 0..40 {
                if slow.0.get_mut().write_all(b"x").await.is_err() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(6), dripped).await.expect("cut");
        assert!(slow.answer().await.starts_with("421 4.4.2"), "a message that drips in");

        let mut wrong = open.talk().await;
        let mut last = String::new();
        for _ in 0..20 {
            last = wrong.say("SING").await;
        }
        assert!(last.starts_with("502") && wrong.answer().await.starts_with("421 4.7.0"), "too many wrong commands: {last}");

        let mut many = open.talk().await;
        assert!(many.say("LHLO mx").await.starts_with("250") && many.say("MAIL FROM:<>").await.starts_with("250"));
        for n in 0..100 {
            assert!(many.say(&format!("RCPT TO:<events+{n}@{DOMAIN}>")).await.starts_with("250"));
        }
        assert!(many.say(&format!("RCPT TO:<events+100@{DOMAIN}>")).await.starts_with("452 4.5.3"));
        assert_eq!(open.kept().len(), 1);
        let house = open.close().await;
        assert!(many.answer().await.starts_with("421 4.3.2"), "whoever is connected is told goodbye");
        house.verified().await;
    }
}

both_databases! {
    /// A message that is not whole when the service ends is not kept and not acknowledged.
    async fn half_a_message_is_brought_again(kind: Kind) {
        let Some(open) = Open::with(kind, rules()).await else { return };
        let mut talk = open.talk().await;
        talk.envelope(&[&format!("events@{DOMAIN}")]).await;
        talk.write(b"Subject: half\r\n\r\n").await;
        let house = open.close().await;
        assert!(talk.answer().await.starts_with("421 4.3.2"));
        assert_eq!(house.sql().count("inbound_mail", "1 = 1"), 0);
    }
}

/// A socket that a killed process left behind is taken over, one in use is not; nobody but user and group may open it; it goes at the end.
#[tokio::test]
async fn a_socket_in_the_file_system() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let path = folder.path.join("lmtp.sock");
    let listen: Listen = format!("unix:{}", path.display()).parse().expect("a place");
    drop(std::os::unix::net::UnixListener::bind(&path).expect("a socket"));
    let door = Lmtp::bind(&listen, rules()).expect("the old one is dead");
    assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o660);
    assert!(Lmtp::bind(&listen, rules()).is_err(), "somebody listens");
    drop(door);
    assert!(!path.exists());
    std::fs::write(&path, "a file").expect("written");
    assert!(Lmtp::bind(&listen, rules()).is_err() && path.exists(), "a file of somebody else is left alone");
}

/// The service opens the door as the configuration says, counts what came, and refuses to start where it cannot.
#[tokio::test]
async fn the_service_opens_the_door() {
    let address = free_address();
    let metrics = free_address();
    let settings = [("MAIL__LMTP_LISTEN", address.as_str()), ("SERVER__METRICS_LISTEN", metrics.as_str())];
    let Some(service) = Service::start_with(Kind::Sqlite, &settings).await else { return };
    let mut talk = Talk::to(&address).await;
    assert!(talk.answer().await.starts_with("220"));
    talk.envelope(&["events@quarterdeck.example"]).await;
    assert!(talk.say("From: Wim <wim@other.example>\r\nSubject: Hello\r\n\r\nMay I bring my dog?\r\n.").await.starts_with("250"));
    let handled = service.sink.wait_until(Duration::from_secs(20), || service.sql().count("inbound_mail", "kind = 'human' AND door = 'lmtp'") == 1);
    handled.await.expect("handled");
    let scraped = reqwest::Client::builder().no_proxy().build().expect("a client").get(format!("http://{metrics}/metrics")).send().await;
    let text = scraped.expect("metrics").text().await.expect("text");
    assert!(text.contains("quarterdeck_inbound_mails_total{door=\"lmtp\"} 1"), "{text}");
    let second = service.try_command(&["worker"]);
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(!second.status.success() && said.contains(&format!("mail.lmtp_listen: cannot listen on {address}")), "{said}");
}
