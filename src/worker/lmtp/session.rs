//! One connection of the LMTP door: commands, and messages with one answer for each recipient, given when the mail is on disk.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use smtp_proto::request::receiver::DataReceiver;
use smtp_proto::{Error as Refused, MAIL_BODY_BINARYMIME, Request};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::sync::watch;
use tokio::time::{Instant as Moment, timeout, timeout_at};

use super::super::stopped;
use super::{Channel, Rules};
use crate::app::App;
use crate::db::inbound::Door;
use crate::domain::email::ascii_domain;
use crate::mail::inbound::OCTETS;

/// The longest command: RFC 5321 §4.5.3.1.4 has 512 octets, the extensions add to it.
const LINE: usize = 2048;
/// Recipients of one message (RFC 5321 §4.5.3.1.8 wants a hundred at least).
const RECIPIENTS: usize = 100;
/// Octets of a message too long that are read on and dropped, so that its end can be answered; beyond it the connection is cut.
const PATIENCE: usize = 32 * OCTETS;
/// Wrong commands after which the connection is cut.
const FAULTS: u32 = 20;
/// How long the other side may take to read an answer.
const WRITE: Duration = Duration::from_secs(30);
/// How long the database may take to keep a mail.
const KEEP: Duration = Duration::from_secs(30);

/// Why no more octets come.
enum Dry {
    /// The other side is gone.
    Gone,
    /// It took too long.
    Late,
    /// The service ends.
    Stop,
}

/// Whether there is more to talk about.
#[derive(PartialEq, Eq)]
enum Then {
    GoOn,
    Close,
}

/// One connection.
pub(super) struct Session {
    stream: BufReader<Box<dyn Channel>>,
    answers: Vec<u8>,
    app: App,
    rules: Arc<Rules>,
    stop: watch::Receiver<bool>,
    greeted: bool,
    sender: Option<String>,
    recipients: Vec<String>,
    faults: u32,
}

impl Session {
    pub fn new(stream: Box<dyn Channel>, app: App, rules: Arc<Rules>, stop: watch::Receiver<bool>) -> Self {
        Self {
            stream: BufReader::new(stream),
            answers: Vec::new(),
            app,
            rules,
            stop,
            greeted: false,
            sender: None,
            recipients: Vec::new(),
            faults: 0,
        }
    }

    /// Talks until either side has enough.
    pub async fn run(mut self) -> io::Result<()> {
        let greeting = format!("220 {} LMTP", self.rules.host);
        self.say(&greeting);
        loop {
            let until = Moment::now() + self.rules.command;
            let then = match self.line(until).await? {
                Ok(Some(line)) => self.obey(&line).await?,
                Ok(None) => {
                    self.wrong("500 5.5.2 the line is too long");
                    Then::GoOn
                }
                Err(dry) => return self.end(&dry).await,
            };
            if self.faults >= FAULTS {
                self.say("421 4.7.0 too many wrong commands");
                return self.flush().await;
            }
            if then == Then::Close {
                return self.flush().await;
            }
        }
    }

    /// Does what a command says.
    async fn obey(&mut self, line: &[u8]) -> io::Result<Then> {
        match Request::parse(&mut line.iter()) {
            Ok(Request::Lhlo { .. }) => {
                (self.greeted, self.sender) = (true, None);
                self.recipients.clear();
                let host = self.rules.host.clone();
                self.say(&format!("250-{host}\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE {OCTETS}"));
            }
            Ok(Request::Ehlo { .. } | Request::Helo { .. }) => self.wrong("500 5.5.1 this is LMTP: say LHLO"),
            Ok(Request::Mail { .. }) if !self.greeted => self.wrong("503 5.5.1 say LHLO first"),
            Ok(Request::Mail { .. }) if self.sender.is_some() => self.wrong("503 5.5.1 there is a sender already"),
            Ok(Request::Mail { from }) if from.flags & MAIL_BODY_BINARYMIME != 0 => self.wrong("555 5.5.4 BODY=BINARYMIME is not known"),
            Ok(Request::Mail { from }) if from.size > OCTETS => self.say(&format!("552 5.3.4 longer than {OCTETS} octets")),
            Ok(Request::Mail { from }) => {
                self.sender = Some(from.address.chars().filter(|c| !c.is_control()).take(320).collect());
                self.say("250 2.1.0 go on");
            }
            Ok(Request::Rcpt { .. }) if self.sender.is_none() => self.wrong("503 5.5.1 say MAIL first"),
            // The parser says nothing of whom where no domain is named; RFC 5321 §4.5.1 wants this one taken.
            Ok(Request::Rcpt { to }) if to.address.is_empty() && is_postmaster(line) => self.add("postmaster"),
            Ok(Request::Rcpt { to }) => self.recipient(&to.address),
            Ok(Request::Data) if self.recipients.is_empty() => self.wrong("503 5.5.1 there is no recipient"),
            Ok(Request::Data) => return self.message().await,
            Ok(Request::Rset) => {
                self.forget();
                self.say("250 2.0.0 forgotten");
            }
            Ok(Request::Noop { .. }) => self.say("250 2.0.0 here"),
            Ok(Request::Vrfy { .. }) => self.say("252 2.5.2 send it, and it will be seen"),
            Ok(Request::Quit) => {
                self.say("221 2.0.0 goodbye");
                return Ok(Then::Close);
            }
            Ok(_) | Err(Refused::UnknownCommand) => self.wrong("502 5.5.1 not known here"),
            Err(Refused::UnsupportedParameter { .. } | Refused::InvalidParameter { .. }) => self.wrong("555 5.5.4 this parameter is not known"),
            Err(Refused::InvalidSenderAddress) => self.wrong("501 5.1.7 this is no address"),
            Err(Refused::InvalidRecipientAddress) => self.wrong("501 5.1.3 this is no address"),
            Err(_) => self.wrong("501 5.5.4 this cannot be read"),
        }
        Ok(Then::GoOn)
    }

    /// Every address of ours is taken, whatever its tag: what it is worth is found out when the mail is read, and whoever writes to an
    /// address that once was ours reaches a person.
    fn recipient(&mut self, address: &str) {
        let domain = address.rsplit_once('@').and_then(|(_, domain)| ascii_domain(domain));
        match domain.is_some_and(|domain| self.rules.domains.contains(&domain)) {
            true => self.add(address),
            false => self.say("550 5.1.1 nobody of that domain is here"),
        }
    }

    fn add(&mut self, address: &str) {
        if self.recipients.len() >= RECIPIENTS {
            return self.say("452 4.5.3 too many recipients; bring the others apart");
        }
        self.recipients.push(address.to_owned());
        self.say("250 2.1.5 go on");
    }

    /// Takes a message and keeps it once for each recipient.
    async fn message(&mut self) -> io::Result<Then> {
        self.say("354 end with a dot on a line of its own");
        let sender = self.sender.clone().unwrap_or_default();
        // Where it would be returned to is known to nobody after us (RFC 5321 §4.4). Nothing of the moment is added: what is brought
        // twice must be the same octets.
        let mut raw = format!("Return-Path: <{sender}>\r\n").into_bytes();
        let most = raw.len() + OCTETS;
        let mut dots = DataReceiver::new();
        // The line end of DATA counts: a message may have no line at all.
        dots.ingest(&mut b"\r\n".iter(), &mut Vec::new());
        let until = Moment::now() + self.rules.message;
        let (mut seen, mut too_long) = (0_usize, false);
        loop {
            if let Err(dry) = self.fill(until).await? {
                self.end(&dry).await?;
                return Ok(Then::Close);
            }
            let chunk = self.stream.buffer();
            let mut octets = chunk.iter();
            let whole = dots.ingest(&mut octets, &mut raw);
            let used = chunk.len() - octets.len();
            self.stream.consume(used);
            seen += used;
            too_long = too_long || raw.len() > most;
            if too_long {
                raw.clear();
            }
            if whole {
                break;
            }
            if seen > PATIENCE {
                self.say(&format!("552 5.3.4 longer than {OCTETS} octets"));
                return Ok(Then::Close);
            }
        }
        for recipient in std::mem::take(&mut self.recipients) {
            match too_long {
                true => self.say(&format!("552 5.3.4 longer than {OCTETS} octets")),
                false => {
                    let answer = keep(self.app.clone(), self.rules.clone(), recipient, raw.clone()).await;
                    self.say(answer);
                    // Told at once: a slow disk and many recipients must not make the other side give up and bring everything again.
                    self.flush().await?;
                }
            }
        }
        self.forget();
        Ok(Then::GoOn)
    }

    fn forget(&mut self) {
        self.sender = None;
        self.recipients.clear();
    }

    /// The next line with its end; `Ok(None)` was too long and is passed over.
    async fn line(&mut self, until: Moment) -> io::Result<Result<Option<Vec<u8>>, Dry>> {
        let mut line = Vec::new();
        let mut over = 0_usize;
        loop {
            if let Err(dry) = self.fill(until).await? {
                return Ok(Err(dry));
            }
            let chunk = self.stream.buffer();
            let end = chunk.iter().position(|octet| *octet == b'\n');
            let taken = end.map_or(chunk.len(), |end| end + 1);
            if line.len() + taken > LINE {
                over += taken;
                line.clear();
            } else if over == 0 {
                line.extend_from_slice(&chunk[..taken]);
            }
            self.stream.consume(taken);
            if over > PATIENCE {
                return Ok(Err(Dry::Late));
            }
            if end.is_some() {
                return Ok(Ok((over == 0).then_some(line)));
            }
        }
    }

    /// Waits until there are octets to read. What was said goes out before, not after every command: many come at once (RFC 2920).
    async fn fill(&mut self, until: Moment) -> io::Result<Result<(), Dry>> {
        if !self.stream.buffer().is_empty() {
            return Ok(Ok(()));
        }
        self.flush().await?;
        tokio::select! {
            biased;
            () = stopped(&mut self.stop) => Ok(Err(Dry::Stop)),
            got = timeout_at(until, self.stream.fill_buf()) => match got {
                Ok(chunk) => Ok(if chunk?.is_empty() { Err(Dry::Gone) } else { Ok(()) }),
                Err(_) => Ok(Err(Dry::Late)),
            },
        }
    }

    async fn end(&mut self, why: &Dry) -> io::Result<()> {
        match why {
            Dry::Gone => return Ok(()),
            Dry::Late => self.say("421 4.4.2 it took too long"),
            Dry::Stop => self.say("421 4.3.2 the service ends; come again"),
        }
        self.flush().await
    }

    fn wrong(&mut self, answer: &str) {
        self.faults += 1;
        self.say(answer);
    }

    fn say(&mut self, answer: &str) {
        self.answers.extend_from_slice(answer.as_bytes());
        self.answers.extend_from_slice(b"\r\n");
    }

    async fn flush(&mut self) -> io::Result<()> {
        if self.answers.is_empty() {
            return Ok(());
        }
        let answers = std::mem::take(&mut self.answers);
        let stream = self.stream.get_mut();
        timeout(WRITE, async {
            stream.write_all(&answers).await?;
            stream.flush().await
        })
        .await
        .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
    }
}

fn is_postmaster(line: &[u8]) -> bool {
    line.to_ascii_lowercase().windows(12).any(|part| part == b"<postmaster>")
}

/// Keeps a message; only what is on disk is acknowledged.
async fn keep(app: App, rules: Arc<Rules>, recipient: String, raw: Vec<u8>) -> &'static str {
    match timeout(KEEP, app.receive_mail(Door::Lmtp, Some(recipient), raw, app.now())).await {
        Ok(Ok(_)) => {
            if let Some(observe) = rules.observe {
                observe(Door::Lmtp.code());
            }
            return "250 2.0.0 kept";
        }
        Ok(Err(error)) => tracing::error!(error = %error, "a mail at the LMTP door cannot be kept; whoever has it brings it again"),
        Err(_) => tracing::error!("the database takes too long to keep a mail at the LMTP door; whoever has it brings it again"),
    }
    "451 4.3.0 it cannot be kept now; bring it again"
}
