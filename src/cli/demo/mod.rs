//! `demo`: a believable year on this machine, decided by the real rules, and then the real service.

mod guests;
mod invitations;
mod registry;
mod replay;
mod welcome;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::shape::Demo as Options;
use super::{Failure, Parts, parts, serve};
use crate::app::Actor;
use crate::app::load_catalogue::CCB;
use crate::clock::{Clock, Instant};
use crate::config::{Config, Loaded, LogFormat, MailTransport, Words};
use crate::domain::email::EmailAddress;
use crate::domain::language::Translated;
use crate::domain::staff::Role;
use crate::{db, demo, telemetry};

/// Everything of the demonstration lies here, apart from a real service's data.
const FOLDER: &str = "var/demo";
/// Who can sign in, with what, and for which platform.
const STAFF: [(&str, Role, Option<&str>); 4] = [
    ("admin@quarterdeck.example", Role::Admin, None),
    ("organiser@quarterdeck.example", Role::Organiser, Some("qctr")),
    ("desk@quarterdeck.example", Role::Desk, Some("qctr")),
    ("reporter@quarterdeck.example", Role::Reporter, None),
];

/// What is in the folder: written last, so that a half-built one is built again.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Built {
    day: NaiveDate,
    seed: u64,
    version: String,
}

/// Builds today's data unless they are there, then serves them.
pub async fn run(file: Option<&Path>, options: Options) -> Result<(), Failure> {
    let mut config = Loaded::read(file, std::env::vars())?.config;
    if config.is_production() {
        return Err(Failure::wrong_use("server.base_url is https: the demonstration prints passwords and is for this machine only"));
    }
    let folder = PathBuf::from(FOLDER);
    settle_in(&mut config, &folder);
    telemetry::start(config.server.log, &config.server.log_filter)?;
    // Taken first: who has the port already wants to know it before anything is built.
    let listener = serve::listen(config.server.listen, "server.listen")?;
    let wanted = Built { day: today(Clock::System.now()), seed: options.seed, version: env!("CARGO_PKG_VERSION").into() };
    let marker = folder.join("built.json");
    let standing = std::fs::read(&marker).ok().and_then(|json| serde_json::from_slice::<Built>(&json).ok());
    let parts = if standing.as_ref() == Some(&wanted) && !options.fresh {
        eprintln!("Using today's demonstration in {FOLDER} (--fresh builds it anew).");
        Parts::open_migrated(config)?
    } else {
        let parts = build(config, &folder, &wanted).await?;
        std::fs::write(&marker, serde_json::to_vec(&wanted)?)?;
        parts
    };
    let logins = logins(&parts).await?;
    let welcome = welcome::words(&parts, &logins).await?;
    serve::run(parts, listener, move || println!("{welcome}")).await
}

/// Keeps the demonstration away from real data and from real mailboxes, whatever the configuration says.
fn settle_in(config: &mut Config, folder: &Path) {
    config.database.url = format!("sqlite:{}", folder.join("quarterdeck.sqlite").display());
    config.server.secret_file = folder.join("quarterdeck.secret");
    config.mail.transport = MailTransport::File;
    config.mail.directory = folder.join("mail");
    config.worker.enabled = true;
    introduce(config);
    if config.server.log_filter == Config::default().server.log_filter {
        // The newcomer looks at pages, not at a line for each request.
        config.server.log_filter = "warn".into();
        config.server.log = LogFormat::Text;
    }
}

/// Mails and notices name the authority whose events these are, unless the operator says who they are.
fn introduce(config: &mut Config) {
    let unsaid = Config::default();
    if config.mail.from == unsaid.mail.from {
        config.mail.from = "CCB events <events@quarterdeck.example>".into();
    }
    if config.privacy.controller == unsaid.privacy.controller {
        config.privacy.controller = Words::Each(Translated {
            nl: "Centrum voor Cybersecurity België".into(),
            fr: "Centre pour la Cybersécurité Belgique".into(),
            de: "Zentrum für Cybersicherheit Belgien".into(),
            en: "Centre for Cybersecurity Belgium".into(),
        });
    }
}

async fn build(config: Config, folder: &Path, wanted: &Built) -> Result<Parts, Failure> {
    eprintln!("Making up a year of events in {FOLDER} …");
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|e| Failure::new(format!("cannot empty {FOLDER}: {e}")))?;
    }
    db::migrate::migrate(&db::DatabaseUrl::parse(&config.database.url)?)?;
    let parts = Parts::open(config)?;
    let now = parts.app.now();
    parts.app.load_catalogue(CCB, Actor::System, now).await?;
    let plan = demo::plan(wanted.seed, wanted.day);
    let texts = parts::texts(&parts.config)?;
    let mailroom = Arc::new(parts::mailroom(&parts.config, &texts)?);
    let plan = Arc::new(plan);
    replay::replay(&parts.app, plan.clone(), now).await?;
    let written = replay::settle_mails(&parts, mailroom.clone(), now).await?;
    registry::enter(&parts.app, &plan, now).await?;
    registry::ask(&parts, &mailroom, now).await?;
    invitations::invite(&parts, &mailroom, &plan, now).await?;
    registry::write(&parts, &mailroom, &plan, now).await?;
    guests::propose(&parts, now).await?;
    eprintln!("Wrote {written} mails about the coming events, invitations to them, and questions to holders of mandates.");
    Ok(parts)
}

/// Fresh passwords at every start: none is ever stored but as a hash.
async fn logins(parts: &Parts) -> Result<Vec<(Role, &'static str, String)>, Failure> {
    let mut logins = Vec::new();
    for (email, role, platform) in STAFF {
        let platform = match platform {
            Some(slug) => Some(parts.platform(slug).await?),
            None => None,
        };
        let password = parts.app.new_password()?;
        let address = EmailAddress::parse(email).map_err(|fault| Failure::new(fault.code()))?;
        parts.app.add_user(address, role, platform, Some(password.clone()), Actor::System, parts.app.now()).await?;
        logins.push((role, email, password));
    }
    Ok(logins)
}

/// The day in Brussels.
fn today(now: Instant) -> NaiveDate {
    now.with_timezone(&chrono_tz::Europe::Brussels).date_naive()
}

/// A line that grows on a terminal and comes now and then elsewhere.
struct Progress {
    total: usize,
    done: std::sync::atomic::AtomicUsize,
    terminal: bool,
}

impl Progress {
    fn new(total: usize) -> Self {
        Self { total: total.max(1), done: 0.into(), terminal: std::io::IsTerminal::is_terminal(&std::io::stderr()) }
    }

    fn step(&self) {
        let done = self.done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        let percent = |n: usize| n * 100 / self.total;
        if percent(done) == percent(done - 1) {
            return;
        }
        match (self.terminal, percent(done)) {
            (true, p) => eprint!("\r  {:<50} {p:>3} %{}", "█".repeat(p / 2), if done == self.total { "\n" } else { "" }),
            (false, p) if p % 25 == 0 => eprintln!("  {p} %"),
            _ => {}
        }
    }
}

/// How long a delivery took in the made-up past.
const DELIVERY: Duration = Duration::from_secs(3);
