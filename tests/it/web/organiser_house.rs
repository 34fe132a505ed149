//! The web edge in this process: a real listener, real pages, no program to start.

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;

use quarterdeck::app::edit_event::Edit;
use quarterdeck::app::enter::Entry;
use quarterdeck::app::identities::SignInService;
use quarterdeck::app::save_event::Texts;
use quarterdeck::app::{Actor, App, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::agenda::AgendaItem;
use quarterdeck::domain::event::Event;
use quarterdeck::domain::ids::Reference;
use quarterdeck::domain::language::{Language, Translated};
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;
use quarterdeck::i18n::Catalogue;
use quarterdeck::mail::render::{Mailroom, Templates};
use quarterdeck::mail::sender::Sender;
use quarterdeck::mail::transport::Transport;
use quarterdeck::web::limits::{Limits, Rate, Rates};
use quarterdeck::web::routes::CALLBACK;
use quarterdeck::web::server::{Capacity, start};
use quarterdeck::web::state::{Site, State};
use quarterdeck::web::view::public::Controller;
use quarterdeck::web::view::{Overrides, Pages};

use crate::support;
use crate::support::databases::{Database, Kind};
use crate::support::html::{Page, Visitor};
use crate::support::scene::Scene;
use crate::support::sql::Sql;

/// Makes the provider's part for the address that it sends browsers back to.
pub type MakeService<'a> = &'a dyn Fn(String) -> SignInService;

/// The password of everybody here.
pub const PASSWORD: &str = "correct horse battery staple";

pub struct House {
    pub app: App,
    pub base: String,
    url: String,
    _database: Option<Database>,
    handle: actix_web::dev::ServerHandle,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl House {
    pub async fn open(kind: Kind) -> Option<Self> {
        Self::open_with(kind, Clock::System, false).await
    }

    /// With a clock that the test moves.
    pub async fn open_at(kind: Kind, at: Instant) -> Option<Self> {
        Self::open_with(kind, Clock::fixed(at), false).await
    }

    /// With rate limits in force: three tries of a password in an hour.
    pub async fn open_limited(kind: Kind) -> Option<Self> {
        Self::open_with(kind, Clock::System, true).await
    }

    /// With a clock that the test moves, at a name: browsers know no passkeys at a bare address.
    #[cfg(feature = "passkeys")]
    pub async fn open_named(kind: Kind, at: Instant) -> Option<Self> {
        Self::open_at_host(kind, Clock::fixed(at), false, "localhost", None).await
    }

    async fn open_with(kind: Kind, clock: Clock, limited: bool) -> Option<Self> {
        Self::open_at_host(kind, clock, limited, "127.0.0.1", None).await
    }

    /// With a provider at which staff may sign in.
    #[cfg(feature = "oidc")]
    pub async fn open_identified(kind: Kind, clock: Clock, service: MakeService<'_>) -> Option<Self> {
        Self::open_at_host(kind, clock, false, "127.0.0.1", Some(service)).await
    }

    async fn open_at_host(kind: Kind, clock: Clock, limited: bool, host: &str, service: Option<MakeService<'_>>) -> Option<Self> {
        let database = kind.fresh()?;
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let mut house = Self::serve(&database.url, clock, limited, host, service);
        house.app.load_catalogue(load_catalogue::CCB, Actor::System, house.app.now()).await.expect("the catalogue");
        house._database = Some(database);
        Some(house)
    }

    /// On a database that somebody else keeps, with a clock of its own.
    pub fn beside(url: &str, clock: Clock, limited: bool) -> Self {
        Self::serve(url, clock, limited, "127.0.0.1", None)
    }

    /// Another process of this one, with the same clock.
    #[cfg(feature = "oidc")]
    pub fn twin(&self, service: MakeService<'_>) -> Self {
        Self::serve(&self.url, self.app.clock.clone(), false, "127.0.0.1", Some(service))
    }

    fn serve(url: &str, clock: Clock, limited: bool, host: &str, service: Option<MakeService<'_>>) -> Self {
        let app = support::app::open(url, clock);
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let base = format!("http://{host}:{}", listener.local_addr().expect("an address").port());
        let mut state = state(&app, &base, limited);
        state.service = service.map(|make| Arc::new(make(format!("{base}{CALLBACK}"))));
        let (told, handle) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = start(listener, state, Capacity { threads: 1, ..Capacity::default() }).expect("a server");
                told.send(server.handle()).expect("the test waits");
                server.await.expect("a good end");
            });
        });
        let handle = handle.recv().expect("a running server");
        Self { app, base, url: url.to_owned(), _database: None, handle, thread: Some(thread) }
    }

    pub fn sql(&self) -> Sql {
        Sql::open(&self.url)
    }

    pub fn put(&self, scene: Scene) {
        scene.put(&mut self.sql());
    }

    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.base)
    }

    /// Adds a user; `None` gives the role everywhere.
    pub async fn add_user(&self, email: &str, role: Role, platform: Option<&str>) {
        let platform = match platform {
            Some(slug) => self.app.platform_id(slug).await.expect("a read"),
            None => None,
        };
        let email = email.parse_address();
        self.app.add_user(email, role, platform, Some(PASSWORD.into()), Actor::Operator, self.app.now()).await.expect("a user");
    }

    /// Signs somebody in through the form: their browser and the page they land on.
    pub async fn sign_in(&self, email: &str) -> (Visitor, Page) {
        let visitor = self.visitor();
        let form = visitor.get("/organiser/en/sign-in").await.form("/sign-in").set("email", email).set("password", PASSWORD);
        let page = visitor.send(&form).await;
        (visitor, page)
    }

    /// A new user with this role, signed in.
    pub async fn staff(&self, role: Role, platform: Option<&str>) -> Visitor {
        let email = format!("{role}.{}@ccb.example.be", platform.unwrap_or("all"));
        self.add_user(&email, role, platform).await;
        let (visitor, page) = self.sign_in(&email).await;
        assert_eq!(page.url.path(), "/organiser/en/", "{}", page.body);
        visitor
    }

    /// People entered by hand, in order; their addresses come from their names.
    pub async fn enter(&self, event: &str, names: &[&str]) {
        let id = self.app.event_by_slug(event).await.expect("an event").stored.event.id;
        let entries =
            names.iter().enumerate().map(|(i, name)| entry(name, &format!("guest{i}@{}.example.be", event.replace('_', "-")), None)).collect();
        self.app.enter(id, entries, Actor::System, self.app.now()).await.expect("entered");
    }

    /// Somebody entered by hand who takes part online.
    pub async fn enter_online(&self, event: &str, name: &str) {
        let id = self.app.event_by_slug(event).await.expect("an event").stored.event.id;
        let entries = vec![entry(name, "online@example.be", Some(Mode::Online))];
        self.app.enter(id, entries, Actor::System, self.app.now()).await.expect("entered");
    }

    /// An event as it stands.
    pub async fn event(&self, slug: &str) -> Event {
        self.app.event_by_slug(slug).await.expect("an event").stored.event
    }

    /// Writes texts as a program would: this summary in every language, and an agenda.
    pub async fn write_texts(&self, slug: &str, summary: &str, agenda: Vec<AgendaItem>) -> Event {
        let event = self.event(slug).await;
        let texts = Texts { title: event.title.clone(), summary: Translated::same(summary), agenda, tlp: event.tlp };
        let edit = Edit { texts, follows: event.follows, schedule: event.schedule.clone(), place: event.place.clone(), seats: event.seats };
        self.app.edit_event(event.id, None, edit, Actor::System, self.app.now()).await.expect("an edit");
        self.event(slug).await
    }

    /// The reference of the only registration with this name.
    pub fn reference(&self, name: &str) -> String {
        self.sql().words(&format!("SELECT reference AS value FROM registration WHERE name = '{name}'")).join(",")
    }

    /// The trial mails that went out, each as it is.
    pub fn trials(&self) -> Vec<String> {
        let files = std::fs::read_dir(outbound(&self.app)).into_iter().flatten().flatten();
        files.map(|file| std::fs::read_to_string(file.path()).expect("a mail")).collect()
    }

    /// Every invariant holds.
    pub async fn assert_verified(&self) {
        let findings = self.app.verify(self.app.now()).await.expect("verify runs");
        assert!(findings.is_empty(), "{findings:#?}");
        let journal = self.app.verify_journal(None).await.expect("the journal is read");
        assert_eq!(journal.flaws, [], "the journal stands as it was written");
    }
}

fn entry(name: &str, email: &str, mode: Option<Mode>) -> Entry {
    Entry {
        name: name.parse_name(),
        email: email.parse_address(),
        organisation: "Example NV".parse_organisation(),
        sector: Sector::Private,
        mode,
        language: Language::En,
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // The future only tells the server; it need not be waited for.
        drop(self.handle.stop(false));
        let _ = std::fs::remove_dir_all(outbound(&self.app));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Where trial mails go: a folder for each house.
fn outbound(app: &App) -> PathBuf {
    std::env::temp_dir().join(format!("quarterdeck-trials-{}-{}", std::process::id(), app.secrets.page_token(&Reference::from_random([1; 32]))))
}

fn state(app: &App, base: &str, limited: bool) -> State {
    let texts = Arc::new(Catalogue::load(None).expect("texts"));
    let templates = Templates::load(None, &texts).expect("mail templates");
    let sender = Sender::parse("Quarterdeck <events@quarterdeck.example>", "quarterdeck.example", base).expect("a sender");
    let many = Rate { count: 1000, seconds: 1 };
    let login = Rate { count: 3, seconds: 3600 };
    let words = || "x@ccb.example.be".to_owned();
    State {
        app: app.clone(),
        pages: Arc::new(Pages::new(texts.clone(), Overrides::default()).expect("pages")),
        mailroom: Arc::new(Mailroom::new(texts, templates, sender, Vec::new())),
        transport: Transport::File(outbound(app)),
        site: Arc::new(Site {
            base_url: base.to_owned(),
            domain: "quarterdeck.example".into(),
            contact: words(),
            controller: Controller { name: Translated::same("CCB"), address: Translated::same("Brussel"), contact: words(), dpo: words() },
            retention_days: 90,
            form_bytes: 65_536,
            api_bytes: 1_048_576,
        }),
        limits: Arc::new(Limits::new(Rates { enabled: limited, ipv4_prefix: 32, ipv6_prefix: 64, register: many, login, personal: many, api: many })),
        trusted: Arc::new(|_| false),
        service: None,
        observe: None,
    }
}

/// Values out of literals.
pub trait Parsed {
    fn parse_address(&self) -> quarterdeck::domain::email::EmailAddress;
    fn parse_name(&self) -> quarterdeck::domain::text::PersonName;
    fn parse_organisation(&self) -> quarterdeck::domain::text::OrganisationName;
}

impl Parsed for str {
    fn parse_address(&self) -> quarterdeck::domain::email::EmailAddress {
        quarterdeck::domain::email::EmailAddress::parse(self).expect("an address")
    }

    fn parse_name(&self) -> quarterdeck::domain::text::PersonName {
        quarterdeck::domain::text::PersonName::parse(self).expect("a name")
    }

    fn parse_organisation(&self) -> quarterdeck::domain::text::OrganisationName {
        quarterdeck::domain::text::OrganisationName::parse(self).expect("a name")
    }
}
