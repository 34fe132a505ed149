//! The door through which mails are fetched, against a mailbox that misbehaves: it hangs up in the middle of a mail, refuses one for ever,
//! has one that is too long, forgets its numbers, and can neither move nor tell apart whose deletion is meant.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use quarterdeck::mail::inbound::OCTETS;
use quarterdeck::mail::mailbox::{Mailbox, Post};
use quarterdeck::worker::watch_mailbox::{Watch, run};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::both_databases;
use crate::substitutes::House;
use crate::support::scene::Scene;

/// What the server knows, and what it was told.
#[derive(Default)]
struct Book {
    connections: u32,
    mails: BTreeMap<u32, Vec<u8>>,
    said: Vec<String>,
}

impl Book {
    fn times(&self, part: &str) -> usize {
        self.said.iter().filter(|line| line.contains(part)).count()
    }
}

type Shared = Arc<Mutex<Book>>;

/// What a server does with its connections, counted from 1.
type Talk = fn(BufReader<TcpStream>, u32, Shared) -> Pin<Box<dyn Future<Output = std::io::Result<()>> + Send>>;

async fn serve(listener: TcpListener, book: Shared, talk: Talk) {
    while let Ok((stream, _)) = listener.accept().await {
        let book = book.clone();
        let number = {
            let mut book = book.lock().expect("the book");
            book.connections += 1;
            book.connections
        };
        tokio::spawn(async move {
            let _ = talk(BufReader::new(stream), number, book).await;
        });
    }
}

/// One connection. The first hangs up in the middle of a mail, the second when the mail it will not give was marked, the third counts anew.
async fn talk(mut stream: BufReader<TcpStream>, number: u32, book: Shared) -> std::io::Result<()> {
    stream.get_mut().write_all(b"* OK ready\r\n").await?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let Some((tag, command)) = line.trim_end().split_once(' ') else { continue };
        book.lock().expect("the book").said.push(format!("{number} {command}"));
        let words: Vec<&str> = command.split(' ').collect();
        let (mut answer, mut done) = (Vec::new(), "OK done");
        match words.as_slice() {
            ["CAPABILITY"] => answer.extend(b"* CAPABILITY IMAP4rev1 IDLE\r\n"),
            ["STATUS", ..] if number == 1 => done = "NO there is none",
            ["STATUS", ..] => answer.extend(b"* STATUS \"Handled\" (MESSAGES 0)\r\n"),
            ["SELECT", ..] => answer.extend(format!("* 3 EXISTS\r\n* OK [UIDVALIDITY {}] ok\r\n", if number == 3 { 8 } else { 7 }).bytes()),
            ["UID", "SEARCH", ..] => {
                let uids: Vec<String> = book.lock().expect("the book").mails.keys().map(u32::to_string).collect();
                answer.extend(format!("* SEARCH {}\r\n", uids.join(" ")).bytes());
            }
            ["UID", "FETCH", uids, _, "RFC822.SIZE)"] => {
                let book = book.lock().expect("the book");
                for uid in uids.split(',').map(|uid| uid.parse::<u32>().expect("a number")) {
                    answer.extend(format!("* {uid} FETCH (UID {uid} RFC822.SIZE {})\r\n", book.mails[&uid].len()).bytes());
                }
            }
            ["UID", "FETCH", "1", ..] if number == 1 => {
                return stream.get_mut().write_all(b"* 1 FETCH (UID 1 BODY[] {500}\r\nSubject: the first").await;
            }
            ["UID", "FETCH", "2", ..] if number < 3 => done = "NO not this one",
            ["UID", "FETCH", uid, _, what] => {
                let raw = book.lock().expect("the book").mails[&uid.parse::<u32>().expect("a number")].clone();
                let (part, raw) = if what.contains('<') { ("<0>", &raw[..=OCTETS]) } else { ("", &raw[..]) };
                answer.extend(format!("* 9 FETCH (UID {uid} BODY[]{part} {{{}}}\r\n", raw.len()).bytes());
                answer.extend(raw);
                answer.extend(b")\r\n");
            }
            ["EXPUNGE"] => {
                let mut book = book.lock().expect("the book");
                let gone = book.said.iter().rev().find_map(|line| line.split_once("UID COPY ")).map(|(_, rest)| rest.to_owned()).expect("a copy");
                for uid in gone.split(' ').next().unwrap_or_default().split(',') {
                    book.mails.remove(&uid.parse::<u32>().expect("a number"));
                }
                answer.extend(b"* 1 EXPUNGE\r\n");
            }
            ["IDLE"] => {
                if number == 2 && book.lock().expect("the book").times("\\Flagged") > 0 {
                    return stream.get_mut().write_all(b"+ idling\r\n* BYE restarting\r\n").await;
                }
                stream.get_mut().write_all(b"+ idling\r\n").await?;
                if number < 3 {
                    stream.get_mut().write_all(b"* 3 EXISTS\r\n").await?;
                }
                stream.read_line(&mut String::new()).await?;
            }
            ["LOGOUT"] => {
                return stream.get_mut().write_all(format!("* BYE\r\n{tag} OK done\r\n").as_bytes()).await;
            }
            _ => {}
        }
        answer.extend(format!("{tag} {done}\r\n").bytes());
        stream.get_mut().write_all(&answer).await?;
    }
}

both_databases! {
    /// Every mail is kept once whatever happens on the way; what cannot be fetched is marked for a person and asked for no more, until the
    /// numbers mean other mails; of two processes one watches.
    async fn a_mailbox_that_misbehaves_loses_nothing(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(1)).await else { return };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("imap://u:p@{}/INBOX", listener.local_addr().expect("an address"));
        let book = Shared::default();
        let mail = |subject: &str, text: &str| format!("From: Wim <wim@other.example>\r\nSubject: {subject}\r\n\r\n{text}\r\n").into_bytes();
        book.lock().expect("the book").mails =
            [(1, mail("first", "x")), (2, mail("second", "x")), (3, mail("third", &"x".repeat(OCTETS + 500)))].into_iter().collect();
        let server = tokio::spawn(serve(listener, book.clone(), |stream, number, book| Box::pin(talk(stream, number, book))));
        let (stop, stopped) = watch::channel(false);
        let door = || {
            let post = Post::new(Mailbox::parse(&url).expect("a mailbox"), "Handled", Duration::from_secs(5), None).expect("a post");
            tokio::spawn(run(house.app.clone(), Arc::new(Watch { post, observe: None, looked: None }), stopped.clone()))
        };
        let doors = [door(), door()];
        let start = Instant::now();
        while book.lock().expect("the book").times("3 IDLE") == 0 {
            assert!(start.elapsed() < Duration::from_secs(20), "{:#?}", book.lock().expect("the book").said);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        stop.send_replace(true);
        for door in doors {
            tokio::time::timeout(Duration::from_secs(4), door).await.expect("it ends at once").expect("in good order");
        }
        server.abort();
        let kept = house.sql().words("SELECT door || ' ' || octets AS value FROM inbound_mail ORDER BY octets");
        assert_eq!(kept, [format!("imap {}", mail("first", "x").len()), format!("imap {}", mail("second", "x").len()), format!("imap {}", OCTETS + 1)]);
        let book = book.lock().expect("the book");
        assert_eq!((book.connections, book.mails.len()), (3, 0), "{:#?}", book.said);
        for (said, times) in [
            ("1 CREATE \"Handled\"", 1),
            ("CREATE", 1),
            ("2 UID FETCH 2 (UID BODY.PEEK[])", 3),
            ("2 UID FETCH 3 (UID BODY.PEEK[]<0.2097153>)", 1),
            ("2 UID COPY 1,3 \"Handled\"", 1),
            ("2 UID STORE 1,3 +FLAGS.SILENT (\\Deleted)", 1),
            ("2 UID STORE 2 +FLAGS.SILENT (\\Flagged)", 1),
            ("2 EXPUNGE", 1),
            ("3 UID FETCH 2 (UID BODY.PEEK[])", 1),
            ("3 LOGOUT", 1),
            ("LOGIN", 3),
        ] {
            assert_eq!(book.times(said), times, "{said} in {:#?}", book.said);
        }
    }
}

/// When the door last said that a look went well.
static LOOKED: AtomicI64 = AtomicI64::new(0);

/// One connection of a server that refuses to search at first, and later has a mail come while it answers a search, telling of it then only.
async fn talk_of_news(mut stream: BufReader<TcpStream>, number: u32, book: Shared) -> std::io::Result<()> {
    stream.get_mut().write_all(b"* OK ready\r\n").await?;
    let mut searches = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let Some((tag, command)) = line.trim_end().split_once(' ') else { continue };
        book.lock().expect("the book").said.push(format!("{number} {command}"));
        let words: Vec<&str> = command.split(' ').collect();
        let (answer, done) = match words.as_slice() {
            ["CAPABILITY"] => ("* CAPABILITY IMAP4rev1 IDLE MOVE\r\n", "OK done"),
            ["STATUS", ..] => ("* STATUS \"Handled\" (MESSAGES 0)\r\n", "OK done"),
            ["SELECT", ..] => ("* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n", "OK done"),
            ["UID", "SEARCH", ..] => {
                searches += 1;
                match (number, searches) {
                    (1, _) => ("", "NO [UNAVAILABLE] the index is being mended"),
                    (_, 1) => ("* SEARCH\r\n* 4 EXISTS\r\n", "OK done"),
                    (_, 2) => ("* SEARCH 4\r\n* 4 EXISTS\r\n", "OK done"),
                    // As many as before: one went, another came.
                    (_, 3) => ("* SEARCH\r\n* 4 EXISTS\r\n", "OK done"),
                    _ => ("* SEARCH\r\n* 4 EXISTS\r\n", "OK done"),
                }
            }
            ["UID", "FETCH", .., "RFC822.SIZE)"] => ("* 4 FETCH (UID 4 RFC822.SIZE 15)\r\n", "OK done"),
            ["UID", "MOVE", ..] => ("* 4 EXPUNGE\r\n", "OK done"),
            ["UID", "FETCH", ..] => ("* 4 FETCH (UID 4 BODY[] {15}\r\nSubject: x\r\n\r\ny)\r\n", "OK done"),
            ["IDLE"] => {
                stream.get_mut().write_all(b"+ idling\r\n").await?;
                stream.read_line(&mut String::new()).await?;
                ("", "OK done")
            }
            _ => ("", "OK done"),
        };
        stream.get_mut().write_all(format!("{answer}{tag} {done}\r\n").as_bytes()).await?;
    }
}

both_databases! {
    /// A mailbox that refuses a search is in trouble, not empty; a mail that came in the middle of a look is not waited for.
    async fn a_refusal_is_trouble_and_news_are_heard_at_any_time(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(1)).await else { return };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("imap://u:p@{}/INBOX", listener.local_addr().expect("an address"));
        let book = Shared::default();
        let server = tokio::spawn(serve(listener, book.clone(), |stream, number, book| Box::pin(talk_of_news(stream, number, book))));
        let (stop, stopped) = watch::channel(false);
        let post = Post::new(Mailbox::parse(&url).expect("a mailbox"), "Handled", Duration::from_secs(5), None).expect("a post");
        // What the first connection's looks would have said.
        let looked = |at: i64| LOOKED.store(at, Ordering::Relaxed);
        let door = tokio::spawn(run(house.app.clone(), Arc::new(Watch { post, observe: None, looked: Some(looked) }), stopped));
        let start = Instant::now();
        while book.lock().expect("the book").times("2 UID SEARCH") < 4 {
            {
                let book = book.lock().expect("the book");
                assert!(start.elapsed() < Duration::from_secs(20), "{:#?}", book.said);
                let has_looked = LOOKED.load(Ordering::Relaxed) != 0;
                assert!(!has_looked || book.times("2 LOGIN") > 0, "a refused search was taken for a look that went well");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        stop.send_replace(true);
        tokio::time::timeout(Duration::from_secs(4), door).await.expect("it ends at once").expect("in good order");
        server.abort();
        assert_ne!(LOOKED.load(Ordering::Relaxed), 0);
        assert_eq!(house.sql().words("SELECT door || ' ' || octets AS value FROM inbound_mail"), ["imap 15"]);
        let book = book.lock().expect("the book");
        for (said, times) in [("1 UID SEARCH", 1), ("2 UID SEARCH", 4), ("2 UID MOVE 4 \"Handled\"", 1), ("2 UID FETCH", 2)] {
            assert_eq!(book.times(said), times, "{said} in {:#?}", book.said);
        }
    }
}
