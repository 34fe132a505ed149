//! The SMTP conversation against a relay of our own that says what it is told to.

use std::sync::Mutex;
use std::time::Instant;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::*;

const CA: &[u8] = include_bytes!("../../../tests/fixtures/mail/relay-ca.pem");
const CERTIFICATE: &[u8] = include_bytes!("../../../tests/fixtures/mail/relay-cert.pem");
const KEY: &[u8] = include_bytes!("../../../tests/fixtures/mail/relay-key.pem");

/// What the relay answers at each step; an empty answer closes the connection, `…` never comes.
#[derive(Clone, Copy)]
struct Script {
    greeting: &'static str,
    ehlo: &'static str,
    auth: &'static str,
    mail: &'static str,
    rcpt: &'static str,
    data: &'static str,
    message: &'static str,
    rset: &'static str,
}

const FINE: Script = Script {
    greeting: "220 hello",
    ehlo: "250-hello\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN",
    auth: "235 2.7.0 welcome",
    mail: "250 2.1.0 ok",
    rcpt: "250 2.1.5 ok",
    data: "354 go on",
    message: "250 2.0.0 queued",
    rset: "250 2.0.0 ok",
};

type Heard = Arc<Mutex<Vec<String>>>;

fn acceptor() -> TlsAcceptor {
    let chain = CertificateDer::pem_slice_iter(CERTIFICATE).map(Result::unwrap).collect();
    let key = PrivateKeyDer::from_pem_slice(KEY).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

async fn relay(script: Script, protection: Protection) -> (u16, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Heard::default();
    let ours = heard.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            stream.set_nodelay(false).unwrap();
            let heard = heard.clone();
            tokio::spawn(async move {
                match protection {
                    Protection::Implicit => {
                        if let Ok(stream) = acceptor().accept(stream).await {
                            serve(stream, script, true, &heard).await;
                        }
                    }
                    Protection::Loopback => drop(serve(stream, script, true, &heard).await),
                    Protection::StartTls => {
                        let Some(stream) = serve(stream, script, true, &heard).await else { return };
                        if let Ok(stream) = acceptor().accept(stream).await {
                            serve(stream, script, false, &heard).await;
                        }
                    }
                }
            });
        }
    });
    (port, ours)
}

/// Talks until the end, or until STARTTLS, when it gives the stream back.
async fn serve<S: AsyncRead + AsyncWrite + Unpin>(stream: S, script: Script, greets: bool, heard: &Heard) -> Option<S> {
    let mut stream = BufReader::new(stream);
    if greets && !say(&mut stream, script.greeting).await {
        return None;
    }
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return None;
        }
        heard.lock().unwrap().push(line.trim_end().to_owned());
        let answer = match line.split_whitespace().next().unwrap_or("") {
            "EHLO" => script.ehlo,
            "AUTH" => script.auth,
            "MAIL" => script.mail,
            "RCPT" => script.rcpt,
            "RSET" => script.rset,
            "STARTTLS" => {
                say(&mut stream, "220 go on").await;
                return Some(stream.into_inner());
            }
            "DATA" => {
                if !say(&mut stream, script.data).await {
                    return None;
                }
                if !script.data.starts_with('3') {
                    continue;
                }
                let mut message = Vec::new();
                while !message.ends_with(b"\r\n.\r\n") {
                    message.push(stream.read_u8().await.ok()?);
                }
                heard.lock().unwrap().push(format!("{} octets", message.len()));
                script.message
            }
            "QUIT" => "221 bye",
            _ => "500 what",
        };
        if !say(&mut stream, answer).await {
            return None;
        }
    }
}

async fn say<S: AsyncWrite + Unpin>(stream: &mut S, answer: &str) -> bool {
    match answer {
        "" => false,
        "…" => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            false
        }
        answer => stream.write_all(format!("{answer}\r\n").as_bytes()).await.is_ok() && stream.flush().await.is_ok(),
    }
}

fn smtp(url: &str) -> Smtp {
    let patience = Patience { connect: Duration::from_secs(5), command: Duration::from_millis(400), message: Duration::from_millis(400) };
    Smtp::new(Relay::parse(url).unwrap(), "events.example.be", patience, Some(CA)).unwrap()
}

fn mail(rcpt: &str) -> Composed {
    Composed {
        kind: "reminder",
        message_id: "m@example.be".into(),
        made_at: "2026-11-20T09:00:00Z".parse().unwrap(),
        envelope_from: "events@example.be".into(),
        rcpt: rcpt.into(),
        bytes: b"From: events@example.be\r\nSubject: x\r\n\r\n.dots\r\n..more\r\n".repeat(40),
    }
}

fn name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Delivered => "delivered",
        Outcome::Retry(_) => "retry",
        Outcome::Permanent(_) => "permanent",
        Outcome::OurFault(_) => "our fault",
        Outcome::Unknown(_) => "unknown",
    }
}

#[tokio::test]
async fn every_reply_has_its_outcome_and_says_whether_the_connection_lives() {
    let cases: Vec<(&str, Script, &str, bool)> = vec![
        ("fine", FINE, "delivered", true),
        ("greylisted", Script { rcpt: "450 4.2.0 later", ..FINE }, "retry", true),
        ("unknown person", Script { rcpt: "550-5.1.1 no such\r\n550 5.1.1 user", ..FINE }, "permanent", true),
        ("policy", Script { rcpt: "550 5.7.1 not you", ..FINE }, "our fault", true),
        ("closing", Script { rcpt: "421 4.3.2 closing", ..FINE }, "retry", false),
        ("closing at the start of a mail", Script { mail: "421 too many", ..FINE }, "retry", false),
        ("refuses data", Script { data: "451 4.3.0 not now", ..FINE }, "retry", true),
        ("refused after the message", Script { message: "554 5.7.1 spam", ..FINE }, "our fault", true),
        ("later after the message", Script { message: "451 4.3.0 scanner down", ..FINE }, "retry", true),
        ("full after the message", Script { message: "452 4.3.1 disk full", ..FINE }, "retry", true),
        ("too big", Script { message: "552 5.3.4 too big", ..FINE }, "our fault", true),
        ("mailbox full", Script { message: "552 5.2.2 full", ..FINE }, "retry", true),
        ("closing after the message", Script { message: "421 4.3.2 closing", ..FINE }, "retry", false),
        ("gone after RCPT", Script { rcpt: "", ..FINE }, "retry", false),
        ("gone after the message", Script { message: "", ..FINE }, "unknown", false),
        ("silent after the message", Script { message: "…", ..FINE }, "unknown", false),
        ("silent after RCPT", Script { rcpt: "…", ..FINE }, "retry", false),
        ("nonsense after the message", Script { message: "hello?", ..FINE }, "unknown", false),
        ("no reset", Script { rcpt: "550 5.1.1 no", rset: "", ..FINE }, "permanent", false),
    ];
    for (what, script, expected, usable) in cases {
        let (port, _) = relay(script, Protection::Loopback).await;
        let mut session = smtp(&format!("smtp://127.0.0.1:{port}")).connect().await.ok().unwrap();
        let outcome = session.send(&mail("zoe@example.be")).await;
        assert_eq!((name(&outcome), session.is_usable()), (expected, usable), "{what}: {outcome:?}");
        session.close().await;
    }
}

/// Does not compile when a delivery could not be a task of its own.
fn sent_from_any_thread<F: Future + Send>(sending: F) -> F {
    sending
}

#[tokio::test]
async fn a_refusal_does_not_cost_the_connection() {
    let (port, heard) = relay(Script { rcpt: "550 5.1.1 no such user", ..FINE }, Protection::Loopback).await;
    let mut session = smtp(&format!("smtp://127.0.0.1:{port}")).connect().await.ok().unwrap();
    for _ in 0..3 {
        let mail = mail("zoe@example.be");
        let sending = sent_from_any_thread(session.send(&mail));
        assert_eq!(name(&sending.await), "permanent");
    }
    session.close().await;
    let heard = heard.lock().unwrap();
    assert_eq!(heard.iter().filter(|l| l.starts_with("EHLO")).count(), 1);
    assert_eq!(heard.iter().filter(|l| *l == "RSET").count(), 3);
}

#[tokio::test]
async fn openings_that_fail_say_why() {
    let cases = [
        ("not now", Script { greeting: "421 later", ..FINE }, "", Some(421)),
        ("no service", Script { greeting: "554 5.7.1 no service", ..FINE }, "", Some(554)),
        ("hangs up", Script { greeting: "", ..FINE }, "", None),
        ("wrong password", Script { auth: "535 5.7.8 wrong", ..FINE }, "u:p@", Some(535)),
        ("sign-in not now", Script { auth: "454 4.7.0 later", ..FINE }, "u:p@", Some(454)),
        ("no sign-in offered", Script { ehlo: "250 hello", ..FINE }, "u:p@", None),
    ];
    for (what, script, user, code) in cases {
        let (port, _) = relay(script, Protection::Loopback).await;
        let reply = smtp(&format!("smtp://{user}127.0.0.1:{port}")).connect().await.err().unwrap();
        assert_eq!(reply.code, code, "{what}: {reply:?}");
        assert!(!reply.text.is_empty(), "{what}: nobody would know why");
    }
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    assert!(smtp(&format!("smtp://127.0.0.1:{free}")).connect().await.is_err());
}

#[tokio::test]
async fn mails_go_encrypted_or_not_at_all() {
    const OFFERS: Script = Script { ehlo: "250-hello\r\n250-STARTTLS\r\n250 8BITMIME", ..FINE };
    for (protection, url) in [(Protection::Implicit, "smtps://localhost:PORT"), (Protection::StartTls, "smtp://localhost:PORT?tls=required")] {
        let (port, heard) = relay(OFFERS, protection).await;
        let mut session = smtp(&url.replace("PORT", &port.to_string())).connect().await.ok().unwrap();
        assert_eq!(session.send(&mail("zoe@example.be")).await, Outcome::Delivered, "{protection:?}");
        session.close().await;
        assert!(heard.lock().unwrap().iter().any(|l| l.starts_with("MAIL FROM:<events@example.be>")), "{protection:?}");

        let relay_of = Relay::parse(&url.replace("PORT", &port.to_string())).unwrap();
        let stranger = Smtp::new(relay_of, "events.example.be", Patience::default(), None).unwrap();
        assert!(stranger.connect().await.is_err(), "{protection:?}: a certificate nobody vouches for");
    }
    let (port, heard) = relay(FINE, Protection::Loopback).await;
    assert!(smtp(&format!("smtp://localhost:{port}?tls=required")).connect().await.is_err(), "no STARTTLS offered");
    assert!(!heard.lock().unwrap().iter().any(|l| l.starts_with("MAIL")));
}

#[tokio::test]
async fn letters_beyond_ascii_need_a_relay_that_takes_them() {
    for (ehlo, expected, said) in [(FINE.ehlo, "delivered", true), ("250-hello\r\n250 8BITMIME", "permanent", false)] {
        let (port, heard) = relay(Script { ehlo, ..FINE }, Protection::Loopback).await;
        let mut session = smtp(&format!("smtp://127.0.0.1:{port}")).connect().await.ok().unwrap();
        assert_eq!(name(&session.send(&mail("zoë@münchen.example")).await), expected);
        assert!(session.is_usable());
        let heard = heard.lock().unwrap();
        assert_eq!(heard.iter().any(|l| l == "MAIL FROM:<events@example.be> SMTPUTF8"), said, "{heard:?}");
        assert_eq!(heard.iter().any(|l| l == "RCPT TO:<zoë@xn--mnchen-3ya.example>"), said, "{heard:?}");
    }
}

#[tokio::test]
async fn many_mails_do_not_wait_for_delayed_acknowledgements() {
    for (protection, url) in [(Protection::Loopback, "smtp://localhost:PORT"), (Protection::Implicit, "smtps://localhost:PORT")] {
        let (port, heard) = relay(FINE, protection).await;
        let mut session = smtp(&url.replace("PORT", &port.to_string())).connect().await.ok().unwrap();
        let start = Instant::now();
        for _ in 0..25 {
            assert_eq!(session.send(&mail("zoe@example.be")).await, Outcome::Delivered);
        }
        // With Nagle's algorithm each would wait 40 ms: one second in all.
        assert!(start.elapsed() < Duration::from_millis(700), "{protection:?}: {:?}", start.elapsed());
        session.close().await;
        let heard = heard.lock().unwrap();
        assert_eq!(heard.iter().filter(|l| l.ends_with("octets")).count(), 25);
    }
}
