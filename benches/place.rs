//! A fresh database with one hot event, and people made by number.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::Duration;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use quarterdeck::app::load_catalogue::CCB;
use quarterdeck::app::register::Command;
use quarterdeck::app::save_event::{NewEvent, Texts};
use quarterdeck::app::secrets::Secrets;
use quarterdeck::app::{Actor, App, AppError, Settings};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::{DatabaseUrl, Db, Limits, migrate, platforms};
use quarterdeck::domain::agenda::AgendaItem;
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::event::{Place as Venue, Schedule};
use quarterdeck::domain::ids::{EventId, PlatformId};
use quarterdeck::domain::language::{Language, Translated};
use quarterdeck::domain::mode::Format;
use quarterdeck::domain::seats::{Pool, SeatRules};
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::text::{OrganisationName, PersonName};
use quarterdeck::domain::tlp::Tlp;

/// The event everybody wants to go to.
pub const SLUG: &str = "qctr-hot";
/// The server's secret.
pub const SECRET: [u8; 32] = [7; 32];

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    /// Name for headings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }

    /// Whether this machine has it.
    pub fn is_here(self) -> bool {
        self == Self::Sqlite || postgres().is_some()
    }
}

/// A database of its own; gone when dropped.
pub struct Place {
    pub kind: Kind,
    pub url: String,
    pub folder: PathBuf,
    database: Option<String>,
}

impl Place {
    /// A new, migrated database.
    pub fn new(kind: Kind) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("qd_bench_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(&name);
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        let (url, database) = match kind {
            Kind::Sqlite => (format!("sqlite:{}", folder.join("quarterdeck.sqlite").display()), None),
            Kind::Postgres => {
                let server = postgres().expect("a server");
                run_sql(server.as_str(), &format!("CREATE DATABASE {name}"));
                let mut url = server;
                url.set_path(&name);
                (url.to_string(), Some(name))
            }
        };
        migrate::migrate(&parsed(&url)).expect("the tables");
        Self { kind, url, folder, database }
    }

    /// The path of the SQLite file.
    pub fn file(&self) -> &str {
        self.url.strip_prefix("sqlite:").expect("SQLite")
    }

    /// The application on it.
    pub fn app(&self) -> App {
        open(&self.url)
    }

    /// The application on it, with the catalogue and the hot event.
    pub async fn furnished(&self) -> (App, EventId) {
        let app = self.app();
        let now = app.now();
        app.load_catalogue(CCB, Actor::System, now).await.expect("the catalogue");
        let qctr = platform(&app, "qctr").await;
        let event = publish(&app, new_event(qctr, SLUG, now + Duration::days(20)), now).await;
        (app, event)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
        if let (Some(name), Some(server)) = (&self.database, postgres()) {
            run_sql(server.as_str(), &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// The application on a database.
pub fn open(url: &str) -> App {
    let clock = Clock::System;
    let db = Db::open(&parsed(url), Limits::default(), clock.clone()).expect("the database");
    App { db, clock, secrets: Arc::new(Secrets::new(&SECRET).expect("a secret")), settings: Arc::new(Settings::default()), passes: Arc::default() }
}

fn parsed(url: &str) -> DatabaseUrl {
    DatabaseUrl::parse(url).expect("a database URL")
}

fn postgres() -> Option<url::Url> {
    let text = std::env::var("QUARTERDECK_TEST_POSTGRES").ok().filter(|url| !url.is_empty())?;
    Some(url::Url::parse(&text).expect("QUARTERDECK_TEST_POSTGRES is a URL"))
}

/// Runs SQL on a PostgreSQL server.
pub fn run_sql(url: &str, sql: &str) {
    PgConnection::establish(url).expect("the server").batch_execute(sql).expect(sql);
}

/// A platform's row.
pub async fn platform(app: &App, slug: &'static str) -> PlatformId {
    let found = app.db.read(move |conn| Ok::<_, AppError>(platforms::by_slug(conn, slug)?)).await;
    found.expect("the platforms").expect("the platform").id
}

/// An event of three hours with room for everybody and a believable page.
pub fn new_event(platform: PlatformId, slug: &str, starts_at: Instant) -> NewEvent {
    let item = |hour: u32, title: &str| AgendaItem {
        at: chrono::NaiveTime::from_hms_opt(hour, 0, 0).expect("a time"),
        title: Translated::same(title),
        speaker: "A. Speaker".into(),
        tlp: None,
    };
    NewEvent {
        platform,
        slug: slug.parse().expect("a slug"),
        edition: Edition::of(starts_at.date_naive()),
        follows: None,
        texts: Texts {
            title: Translated::same("Quarterly Cyber Threat Report"),
            summary: Translated::same("What we saw this quarter, what it means for you, and what to do before the next one."),
            agenda: vec![item(9, "Welcome"), item(10, "The quarter in figures"), item(11, "Questions")],
            tlp: Tlp::Green,
        },
        schedule: Schedule { starts_at, ends_at: starts_at + Duration::hours(3), opens_at: None, closes_at: starts_at - Duration::hours(1) },
        place: Venue { format: Format::OnSite, venue: Translated::same("Residence Palace, Wetstraat 155, Brussel"), join_link: None },
        seats: SeatRules { on_site: Pool { capacity: Some(1_000_000), ..Pool::default() }, ..SeatRules::default() },
    }
}

/// Makes an event public, as if before it began.
pub async fn publish(app: &App, event: NewEvent, now: Instant) -> EventId {
    let before = now.min(event.schedule.starts_at - Duration::days(10));
    let id = app.create_event(event, Actor::System, before).await.expect("an event");
    app.publish_event(id, None, Actor::System, before).await.expect("a public event");
    id
}

/// The form of the person with this number.
pub fn form(event: EventId, number: usize) -> Command {
    Command {
        event,
        name: PersonName::parse(&format!("Marieke Vermeulen {number}")).expect("a name"),
        email: EmailAddress::parse(&email(number)).expect("an address"),
        organisation: OrganisationName::parse(&organisation(number)).expect("an organisation"),
        sector: Sector::ALL[number % 3],
        mode: None,
        language: Language::En,
        form_key: format!("form {number}"),
    }
}

/// Their address.
pub fn email(number: usize) -> String {
    format!("m.vermeulen.{number}@org{}.example.be", number % 200)
}

/// Where they work.
pub fn organisation(number: usize) -> String {
    format!("Organisatie {} NV", number % 200)
}
