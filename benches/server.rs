//! The server under measurement: this program again, in a process of its own, so that its processor time is its alone.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use quarterdeck::app::App;
use quarterdeck::app::inbound::Border;
use quarterdeck::domain::language::Translated;
use quarterdeck::i18n::Catalogue;
use quarterdeck::mail::dns::KeySource;
use quarterdeck::mail::inbound::Ours;
use quarterdeck::mail::keys::{self, Algorithm};
use quarterdeck::mail::relay::Relay;
use quarterdeck::mail::render::{Mailroom, Templates};
use quarterdeck::mail::sender::Sender;
use quarterdeck::mail::sign::Signer;
use quarterdeck::mail::transport::{Patience, Smtp, Transport};
use quarterdeck::web::limits::{Limits, Rate, Rates};
use quarterdeck::web::server::{Capacity, start};
use quarterdeck::web::state::{Site, State};
use quarterdeck::web::view::public::Controller;
use quarterdeck::web::view::{Overrides, Pages};
use quarterdeck::worker::background::Background;
use quarterdeck::worker::{Delivery, Doors, Worker};
use tokio::sync::watch;

use crate::place::{self, Place};
use crate::sink::Sink;

/// The argument that makes this program the server.
pub const COMMAND: &str = "--serve";
/// Who signs.
const DOMAIN: &str = "quarterdeck.example";
/// Signs every mail; a test key.
const ED25519: &[u8] = include_bytes!("../tests/fixtures/mail/dkim-ed25519.pem");
/// What signs with RSA, of 2048 bits, where that is measured; a test key.
const RSA: &[u8] = include_bytes!("../tests/fixtures/mail/dkim-rsa-pkcs8.pem");

/// A running server; ends when dropped.
pub struct Server {
    process: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Starts one on a place, with its mails going to a sink.
    pub fn start(place: &Place, sink: &Sink) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut command = Command::new(program);
        command.args([COMMAND, &place.url, &sink.address.to_string()]).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut process = command.spawn().expect("the server");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its output")).read_line(&mut line).expect("its address");
        Self { address: line.trim().parse().expect("an address"), process }
    }

    /// The process's number.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Is the server: arguments are the database's URL and the relay's address. Ends by being killed.
pub fn serve(arguments: &[String]) {
    let [url, relay] = arguments else { panic!("{COMMAND} URL RELAY") };
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    runtime.block_on(async move {
        let app = place::open(url);
        let base_url = format!("http://{address}");
        let texts = texts();
        let worker = worker(app.clone(), &texts, &base_url, relay.parse().expect("an address"));
        let server = start(listener, state(app, texts, &worker, base_url), Capacity::default()).expect("the server");
        let (_stop, stopped) = watch::channel(false);
        let background = Background::start().expect("threads");
        let _working = background.run(worker, stopped);
        println!("{address}");
        server.await.expect("the server");
    });
}

/// The texts, which pages and mails share.
pub fn texts() -> Arc<Catalogue> {
    Arc::new(Catalogue::load(None).expect("the texts"))
}

/// The worker as `serve` runs it: four connections, one signature.
pub fn worker(app: App, texts: &Arc<Catalogue>, base_url: &str, relay: SocketAddr) -> Worker {
    Worker {
        app,
        mailroom: Arc::new(mailroom(texts, base_url)),
        transport: Transport::Smtp(Arc::new(smtp(relay))),
        delivery: Delivery::default(),
        border: Arc::new(Border { ours: Ours { from: format!("events@{DOMAIN}"), domain: DOMAIN.into() }, authserv_id: None }),
        keys: Arc::new(KeySource::Resolvers),
        doors: Doors::default(),
        observe: None,
    }
}

/// The relay's connection as `serve` opens it.
pub fn smtp(relay: SocketAddr) -> Smtp {
    let relay = Relay::parse(&format!("smtp://{relay}")).expect("a relay");
    Smtp::new(relay, DOMAIN, Patience::default(), None).expect("a relay")
}

fn mailroom(texts: &Arc<Catalogue>, base_url: &str) -> Mailroom {
    mailroom_with(texts, base_url, &[Algorithm::Ed25519Sha256])
}

/// The mailroom with so many signatures on each mail.
pub fn mailroom_with(texts: &Arc<Catalogue>, base_url: &str, signatures: &[Algorithm]) -> Mailroom {
    let sender = Sender::parse(&format!("Quarterdeck <events@{DOMAIN}>"), DOMAIN, base_url).expect("a sender");
    let signer = |algorithm: &Algorithm| {
        let pem = if *algorithm == Algorithm::RsaSha256 { RSA } else { ED25519 };
        Signer::new(keys::parse(pem, *algorithm).expect("a key"), "bench", DOMAIN)
    };
    let templates = Templates::load(None::<&Path>, texts).expect("the templates");
    Mailroom::new(texts.clone(), templates, sender, signatures.iter().map(signer).collect())
}

fn state(app: App, texts: Arc<Catalogue>, worker: &Worker, base_url: String) -> State {
    let rate = Rate { count: 1, seconds: 1 };
    let words = |text: &str| text.to_owned();
    State {
        app,
        pages: Arc::new(Pages::new(texts, Overrides::default()).expect("the pages")),
        mailroom: worker.mailroom.clone(),
        transport: worker.transport.clone(),
        site: Arc::new(Site {
            base_url,
            domain: words(DOMAIN),
            contact: words("events@quarterdeck.example"),
            controller: Controller {
                name: Translated::same("An authority"),
                address: Translated::same("A street"),
                contact: words("c@x.be"),
                dpo: words("d@x.be"),
            },
            retention_days: 90,
            form_bytes: 64 * 1024,
            api_bytes: 1024 * 1024,
        }),
        limits: Arc::new(Limits::new(Rates {
            enabled: false,
            ipv4_prefix: 32,
            ipv6_prefix: 64,
            register: rate,
            login: rate,
            personal: rate,
            api: rate,
        })),
        trusted: Arc::new(|_| false),
        service: None,
        observe: None,
    }
}
