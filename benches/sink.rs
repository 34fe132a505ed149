//! A relay that takes every mail, counts them, and reads the link of those that ask for the proof of an address.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// A mail that asks for the proof of an address.
pub struct Proof {
    /// The path of its link.
    pub link: String,
    /// When it was here.
    pub at: Instant,
}

/// What arrived.
#[derive(Default)]
struct Book {
    taken: usize,
    /// Of these, those that ask for the proof of an address.
    proofs: usize,
    bytes: usize,
    awaited: HashMap<String, Sender<Proof>>,
    last: Option<Instant>,
}

/// The running sink; its threads end with the process.
#[derive(Clone)]
pub struct Sink {
    /// Where it listens.
    pub address: SocketAddr,
    book: Arc<(Mutex<Book>, Condvar)>,
}

impl Sink {
    /// Starts on a free port, a thread for each connection.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let sink = Self { address: listener.local_addr().expect("an address"), book: Arc::default() };
        let shared = sink.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let sink = shared.clone();
                // A connection that breaks is the other side's matter.
                std::thread::spawn(move || sink.talk(stream).ok());
            }
        });
        sink
    }

    fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        let (mut answer, mut reader) = (stream.try_clone()?, BufReader::with_capacity(64 * 1024, stream));
        answer.write_all(b"220 sink\r\n")?;
        let (mut line, mut recipient) = (Vec::new(), String::new());
        loop {
            line.clear();
            if reader.read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            let text = String::from_utf8_lossy(&line);
            let reply: &[u8] = match text.get(..4).map(str::to_ascii_uppercase).as_deref() {
                Some("EHLO") => b"250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
                Some("RCPT") => {
                    recipient = text.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    b"250 ok\r\n"
                }
                Some("DATA") => {
                    answer.write_all(b"354 go on\r\n")?;
                    let mail = read_mail(&mut reader)?;
                    self.note(&recipient, &mail);
                    b"250 taken\r\n"
                }
                Some("QUIT") => {
                    answer.write_all(b"221 bye\r\n")?;
                    return Ok(());
                }
                _ => b"250 ok\r\n",
            };
            answer.write_all(reply)?;
        }
    }

    fn note(&self, recipient: &str, mail: &[u8]) {
        let link = link_of(mail);
        let mut book = self.book.0.lock().expect("the book");
        book.taken += 1;
        book.bytes += mail.len();
        book.last = Some(Instant::now());
        book.proofs += usize::from(link.is_some());
        if let Some((link, visitor)) = link.zip(book.awaited.remove(recipient)) {
            let _ = visitor.send(Proof { link, at: Instant::now() });
        }
        self.book.1.notify_all();
    }

    /// Mails taken so far.
    pub fn taken(&self) -> usize {
        self.book.0.lock().expect("the book").taken
    }

    /// Octets of a mail on average.
    pub fn mean_size(&self) -> usize {
        let book = self.book.0.lock().expect("the book");
        book.bytes / book.taken.max(1)
    }

    /// Mails taken so far that ask nobody for a proof.
    pub fn taken_but_proofs(&self) -> usize {
        let book = self.book.0.lock().expect("the book");
        book.taken - book.proofs
    }

    /// Waits until so many mails were taken in all; answers when the last of them was.
    pub fn wait_for(&self, count: usize) -> Instant {
        self.wait_until(count, |book| book.taken)
    }

    /// Waits until so many mails were taken in all that ask nobody for a proof; answers when the last mail was.
    pub fn wait_for_others(&self, count: usize) -> Instant {
        self.wait_until(count, |book| book.taken - book.proofs)
    }

    fn wait_until(&self, count: usize, so_far: impl Fn(&Book) -> usize) -> Instant {
        let book = self.book.0.lock().expect("the book");
        let (book, waited) = self.book.1.wait_timeout_while(book, Duration::from_secs(300), |book| so_far(book) < count).expect("the book");
        assert!(!waited.timed_out(), "{} of {count} mails arrived", so_far(&book));
        book.last.unwrap_or_else(Instant::now)
    }

    /// Where the next proof mail to this address will come out.
    pub fn await_proof(&self, recipient: &str) -> Receiver<Proof> {
        let (visitor, link) = channel();
        self.book.0.lock().expect("the book").awaited.insert(recipient.to_owned(), visitor);
        link
    }
}

fn read_mail(reader: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut mail = Vec::with_capacity(16 * 1024);
    loop {
        let from = mail.len();
        if reader.read_until(b'\n', &mut mail)? == 0 || &mail[from..] == b".\r\n" {
            mail.truncate(from);
            return Ok(mail);
        }
    }
}

/// The path of the personal page in a mail of the kind `prove_address`, out of its quoted-printable text.
fn link_of(mail: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(mail).ok()?;
    if !text.contains("X-Quarterdeck-Mail: prove_address") {
        return None;
    }
    let (_, body) = text.split_once("\r\n\r\n")?;
    let joined = body.replace("=\r\n", "");
    let place = joined.find("/r/")?;
    let path = &joined[place - 3..];
    Some(path.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).next()?.to_owned())
}
