//! A mail server of our own that misbehaves on demand and keeps what it took.

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::mail::Received;

/// How the sink treats a connection or a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Takes the message.
    Accept,
    /// 421 instead of a greeting.
    BusyAtConnect,
    /// Takes the connection and says nothing until the manner changes.
    Silent,
    /// 450 to the recipient.
    LaterAtRecipient,
    /// 421 4.7.28 to the recipient: mails come too fast.
    TooFast,
    /// 451 after the message.
    LaterAfterData,
    /// 550 to the recipient.
    NeverAtRecipient,
    /// 554 after the message.
    NeverAfterData,
    /// Cuts the connection in the middle of the message.
    DropMidData,
    /// Takes the message, then cuts the connection without an answer.
    DropAfterData,
    /// Takes the message once the manner of everything is another.
    Hold,
}

impl Manner {
    fn at_connect(self) -> bool {
        matches!(self, Self::BusyAtConnect | Self::Silent)
    }
}

#[derive(Default)]
struct Book {
    next: VecDeque<Manner>,
    default: Option<Manner>,
    per_recipient: HashMap<String, Manner>,
    taken: Vec<Received>,
    connections: usize,
    refused: usize,
}

/// The running sink; stops when dropped.
pub struct SmtpSink {
    pub address: SocketAddr,
    book: Arc<Mutex<Book>>,
    stop: Option<oneshot::Sender<()>>,
}

impl SmtpSink {
    /// Starts on a free port of the loopback interface, in a thread of its own.
    pub fn start() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a non-blocking listener");
        let address = listener.local_addr().expect("an address");
        let book = Arc::new(Mutex::new(Book::default()));
        let (stop, stopped) = oneshot::channel();
        let shared = book.clone();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async move {
                let listener = TcpListener::from_std(listener).expect("a listener");
                tokio::select! { _ = serve(listener, shared) => {}, _ = stopped => {} }
            });
        });
        Self { address, book, stop: Some(stop) }
    }

    /// For `mail.smtp_url`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// The manner of everything not scripted otherwise.
    pub fn behave(&self, manner: Manner) {
        self.book().default = Some(manner);
    }

    /// The manners of the next messages (or connections), one each, before the default holds again.
    pub fn script(&self, manners: impl IntoIterator<Item = Manner>) {
        self.book().next.extend(manners);
    }

    /// The manner towards one recipient, always.
    pub fn behave_towards(&self, recipient: &str, manner: Manner) {
        self.book().per_recipient.insert(recipient.to_owned(), manner);
    }

    /// Everything taken so far, in order.
    pub fn taken(&self) -> Vec<Received> {
        self.book().taken.clone()
    }

    /// What one address was sent.
    pub fn to(&self, address: &str) -> Vec<Received> {
        self.book().taken.iter().filter(|m| m.recipients.iter().any(|r| r == address)).cloned().collect()
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        self.book().connections
    }

    /// How many messages (or connections) were answered badly.
    pub fn refused(&self) -> usize {
        self.book().refused
    }

    /// Forgets what was taken.
    pub fn clear(&self) {
        self.book().taken.clear();
    }

    /// A handle that only reads, for tasks of their own.
    pub fn reader(&self) -> Reader {
        Reader(self.book.clone())
    }

    /// Waits for a mail of this kind to this address: the newest one. Fails after ten seconds.
    pub async fn wait_for(&self, address: &str, kind: &str) -> Received {
        self.wait_for_nth(address, kind, 1).await
    }

    /// Waits until `n` mails of this kind went to this address, and gives the last.
    pub async fn wait_for_nth(&self, address: &str, kind: &str, n: usize) -> Received {
        let mut found = Vec::new();
        self.wait_until(Duration::from_secs(20), || {
            found = self.to(address).into_iter().filter(|m| m.kind() == kind).collect();
            found.len() >= n
        })
        .await
        .unwrap_or_else(|()| {
            let seen: Vec<_> = self.to(address).iter().map(Received::kind).collect();
            panic!("no mail {kind} (number {n}) to {address}; it got {seen:?}")
        });
        found.pop().expect("found above")
    }

    /// Waits until `done`; an error after `patience`.
    pub async fn wait_until(&self, patience: Duration, mut done: impl FnMut() -> bool) -> Result<(), ()> {
        let start = Instant::now();
        loop {
            if done() {
                return Ok(());
            }
            if start.elapsed() > patience {
                return Err(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().expect("the sink's book")
    }
}

/// Reads what the sink took.
#[derive(Clone)]
pub struct Reader(Arc<Mutex<Book>>);

impl Reader {
    /// What one address was sent.
    pub fn to(&self, address: &str) -> Vec<Received> {
        let book = self.0.lock().expect("the sink's book");
        book.taken.iter().filter(|m| m.recipients.iter().any(|r| r == address)).cloned().collect()
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

async fn serve(listener: TcpListener, book: Arc<Mutex<Book>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let _ = stream.set_nodelay(true);
        let book = book.clone();
        tokio::spawn(async move {
            let _ = Talk { stream: BufReader::new(stream), book }.run().await;
        });
    }
}

/// One connection.
struct Talk {
    stream: BufReader<TcpStream>,
    book: Arc<Mutex<Book>>,
}

impl Talk {
    async fn run(&mut self) -> std::io::Result<()> {
        self.book().connections += 1;
        match self.take_manner(Manner::at_connect) {
            Some(Manner::BusyAtConnect) => {
                self.book().refused += 1;
                return self.say("421 4.3.2 too busy").await;
            }
            Some(Manner::Silent) => {
                self.book().refused += 1;
                while self.book().default == Some(Manner::Silent) {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
            _ => {}
        }
        self.say("220 sink ESMTP").await?;
        let (mut sender, mut recipients) = (String::new(), Vec::new());
        loop {
            let Some(line) = self.line().await? else { return Ok(()) };
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            let verb = text.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" => self.say("250-sink\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 PIPELINING").await?,
                "HELO" | "NOOP" => self.say("250 sink").await?,
                "RSET" => {
                    recipients.clear();
                    self.say("250 2.0.0 forgotten").await?;
                }
                "MAIL" => {
                    recipients.clear();
                    sender = path_of(&text);
                    self.say("250 2.1.0 ok").await?;
                }
                "RCPT" => {
                    let recipient = path_of(&text);
                    match self.manner_towards(&recipient) {
                        Manner::TooFast => self.refuse(&recipient, "450 4.7.28 too many at once").await?,
                        Manner::LaterAtRecipient => self.refuse(&recipient, "450 4.2.1 mailbox busy").await?,
                        Manner::NeverAtRecipient => self.refuse(&recipient, "550 5.1.1 no such person").await?,
                        _ => {
                            recipients.push(recipient);
                            self.say("250 2.1.5 ok").await?;
                        }
                    }
                }
                "DATA" if recipients.is_empty() => self.say("503 5.5.1 no recipient").await?,
                "DATA" => {
                    self.say("354 go on").await?;
                    if !self.message(&sender, &mut recipients).await? {
                        return Ok(());
                    }
                }
                "QUIT" => return self.say("221 2.0.0 bye").await,
                _ => self.say("502 5.5.2 what?").await?,
            }
        }
    }

    /// Takes one message; false when the connection is to be cut.
    async fn message(&mut self, sender: &str, recipients: &mut Vec<String>) -> std::io::Result<bool> {
        let manner = recipients.first().map_or(Manner::Accept, |r| self.manner_towards(r));
        let mut raw = Vec::new();
        loop {
            let Some(line) = self.line().await? else { return Ok(false) };
            if manner == Manner::DropMidData && raw.len() > 200 {
                self.spend(&recipients[0]);
                return Ok(false);
            }
            if line == b".\r\n" {
                break;
            }
            raw.extend_from_slice(if line.starts_with(b".") { &line[1..] } else { &line });
        }
        let first = recipients[0].clone();
        match manner {
            Manner::LaterAfterData => self.refuse(&first, "451 4.3.0 try later").await?,
            Manner::NeverAfterData => self.refuse(&first, "554 5.7.1 not wanted").await?,
            other => {
                while self.book().default == Some(Manner::Hold) {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
                self.spend_quietly(&first);
                let taken = Received { sender: sender.to_owned(), recipients: std::mem::take(recipients), raw };
                self.book().taken.push(taken);
                if other == Manner::DropAfterData {
                    return Ok(false);
                }
                self.say("250 2.0.0 taken").await?;
            }
        }
        recipients.clear();
        Ok(true)
    }

    /// The manner for a message to this recipient; it stays in the script until it is spent.
    fn manner_towards(&self, recipient: &str) -> Manner {
        let book = self.book();
        if let Some(manner) = book.per_recipient.get(recipient) {
            return *manner;
        }
        let scripted = book.next.front().copied().filter(|m| !m.at_connect());
        scripted.or(book.default).filter(|m| !m.at_connect()).unwrap_or(Manner::Accept)
    }

    /// The next scripted manner if it is of the wanted sort (then it is spent), else the default of that sort.
    fn take_manner(&self, wanted: impl Fn(Manner) -> bool) -> Option<Manner> {
        let mut book = self.book();
        match book.next.front() {
            Some(next) if wanted(*next) => book.next.pop_front(),
            Some(_) => None,
            None => book.default.filter(|m| wanted(*m)),
        }
    }

    fn spend_quietly(&self, recipient: &str) {
        let mut book = self.book();
        if !book.per_recipient.contains_key(recipient) && book.next.front().is_some_and(|m| !m.at_connect()) {
            book.next.pop_front();
        }
    }

    fn spend(&self, recipient: &str) {
        self.spend_quietly(recipient);
        self.book().refused += 1;
    }

    async fn refuse(&mut self, recipient: &str, answer: &str) -> std::io::Result<()> {
        self.spend(recipient);
        self.say(answer).await
    }

    async fn line(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        Ok((self.stream.read_until(b'\n', &mut line).await? > 0).then_some(line))
    }

    async fn say(&mut self, text: &str) -> std::io::Result<()> {
        self.stream.get_mut().write_all(format!("{text}\r\n").as_bytes()).await
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().expect("the sink's book")
    }
}

/// The address between the angle brackets.
fn path_of(line: &str) -> String {
    let start = line.find('<').map_or(0, |i| i + 1);
    let end = line.rfind('>').unwrap_or(line.len()).max(start);
    line[start..end].to_owned()
}

#[tokio::test]
async fn the_sink_keeps_what_it_takes_and_refuses_on_demand() {
    let sink = SmtpSink::start();
    sink.script([Manner::LaterAtRecipient, Manner::Accept]);
    let mut stream = BufReader::new(TcpStream::connect(sink.address).await.expect("the sink"));
    let script = [
        ("", "220"),
        ("EHLO me", "250"),
        ("MAIL FROM:<a@example.org>", "250"),
        ("RCPT TO:<b@example.org>", "450"),
        ("RCPT TO:<b@example.org>", "250"),
        ("DATA", "354"),
        ("Subject: x\r\nX-Quarterdeck-Mail: reminder\r\n\r\n..dot\r\n.", "250"),
        ("QUIT", "221"),
    ];
    for (say, expect) in script {
        if !say.is_empty() {
            stream.get_mut().write_all(format!("{say}\r\n").as_bytes()).await.expect("written");
        }
        let mut answer = String::new();
        loop {
            answer.clear();
            stream.read_line(&mut answer).await.expect("an answer");
            if answer.as_bytes().get(3) != Some(&b'-') {
                break;
            }
        }
        assert!(answer.starts_with(expect), "{say}: {answer}");
    }
    let mail = sink.wait_for("b@example.org", "reminder").await;
    assert_eq!(mail.text(), ".dot\r\n");
    assert_eq!((sink.refused(), sink.connections()), (1, 1));
}
