//! Puts the parts together as the configuration says; every command takes what it needs from here.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::Failure;
use crate::app::identities::{Rule, SignInService};
use crate::app::inbound::Border;
use crate::app::provider::{Provider, ProviderSettings};
use crate::app::secrets::Secrets;
use crate::app::{App, Settings};
use crate::clock::Clock;
use crate::config::{Config, DkimAlgorithm, MailInbound, MailTransport, RoleRule, secret};
use crate::db::{self, DatabaseUrl, Db};
use crate::domain::ids::PlatformId;
use crate::i18n::Catalogue;
use crate::mail::Sender;
use crate::mail::dns::KeySource;
use crate::mail::inbound::Ours;
use crate::mail::keys::{Algorithm, KeyConfig};
use crate::mail::mailbox::{Mailbox, Post};
use crate::mail::relay::Relay;
use crate::mail::render::{Mailroom, Templates};
use crate::mail::sign::Signer;
use crate::mail::transport::{Patience, Smtp, Transport};
use crate::telemetry;
use crate::web::routes::CALLBACK;
use crate::worker::lmtp::{Lmtp, Rules};
use crate::worker::watch_mailbox::Watch;
use crate::worker::{Delivery, Doors, Worker};

/// The application with the configuration it was made from.
pub struct Parts {
    pub config: Config,
    pub app: App,
}

impl Parts {
    /// Opens the database, which must be up to date, and the secret.
    pub fn open(config: Config) -> Result<Self, Failure> {
        Self::with_clock(config, Clock::System)
    }

    /// The same after the tables were brought up to date, unless the configuration says that this is done by hand.
    pub fn open_migrated(config: Config) -> Result<Self, Failure> {
        if config.database.migrate {
            for name in db::migrate::migrate(&DatabaseUrl::parse(&config.database.url)?)? {
                tracing::info!(migration = name, "the tables were brought up to date");
            }
        }
        Self::open(config)
    }

    /// The same for a command that serves or delivers: refuses tables it does not know, and in production a database that
    /// may lose what it acknowledged or that lies open. On this machine that is only said.
    pub async fn open_to_serve(config: Config) -> Result<Self, Failure> {
        let parts = Self::open_migrated(config)?;
        let db = &parts.app.db;
        if db.read(db::migrate::is_behind).await? {
            return Err(Failure::new("the tables are behind this version; run: quarterdeck migrate, or set database.migrate = true"));
        }
        let mut faults = open_files(&DatabaseUrl::parse(&parts.config.database.url)?);
        faults.extend(db.read(db::durability::settings).await?.iter().filter_map(db::durability::Setting::fault));
        refuse_in_production(&parts.config, faults)?;
        Ok(parts)
    }

    fn with_clock(config: Config, clock: Clock) -> Result<Self, Failure> {
        let url = DatabaseUrl::parse(&config.database.url)?;
        refuse_missing(&url)?;
        let secret = secret::load(&config.server.secret_file, !config.is_production())?;
        let limits = db::Limits { readers: config.database.readers, writers: config.database.writers, queue: config.limits.queue };
        let settings = Settings {
            give_up_hours: config.mail.give_up_hours.into(),
            retention_days: config.privacy.retention_days.into(),
            mail_folder: (config.mail.transport == MailTransport::File).then(|| config.mail.directory.clone()),
            login_idle_minutes: config.limits.login_idle_minutes.into(),
            login_hours: config.limits.login_hours.into(),
            provider: config.privacy.controller.translated(),
        };
        let db = Db::open(&url, limits, clock.clone())?;
        let app = App { db, clock, secrets: Arc::new(Secrets::new(&secret)?), settings: Arc::new(settings), passes: Arc::default() };
        Ok(Self { config, app })
    }

    /// The row of a platform named on the command line.
    pub async fn platform(&self, slug: &str) -> Result<PlatformId, Failure> {
        if let Some(id) = self.app.platform_id(slug).await? {
            return Ok(id);
        }
        let known: Vec<String> = self.app.platform_slugs().await?.into_iter().map(|(_, slug)| slug).collect();
        Err(Failure::wrong_use(match known.is_empty() {
            true => "there are no platforms yet; run: quarterdeck catalogue load ccb".to_owned(),
            false => format!("there is no platform \"{slug}\"; there are: {}", known.join(", ")),
        }))
    }

    /// The worker.
    pub fn worker(&self, texts: &Arc<Catalogue>) -> Result<Worker, Failure> {
        let mail = &self.config.mail;
        Ok(Worker {
            app: self.app.clone(),
            mailroom: Arc::new(mailroom(&self.config, texts)?),
            transport: transport(&self.config)?,
            delivery: Delivery {
                connections: self.config.worker.connections,
                retry_base_seconds: mail.retry_base_seconds.into(),
                retry_max_seconds: mail.retry_max_seconds.into(),
                ..Delivery::default()
            },
            border: Arc::new(border(&self.config)?),
            keys: Arc::new(KeySource::Resolvers),
            doors: Doors::default(),
            observe: Some(telemetry::mail_tried),
        })
    }
}

/// The files of the database that everybody on the machine can read, each with the way out.
pub fn open_files(url: &DatabaseUrl) -> Vec<String> {
    let said = |(path, mode): (PathBuf, u32)| format!("database.url: {0} is open to others (mode {mode:o}); run: chmod 600 {0}", path.display());
    url.open_files().into_iter().map(said).collect()
}

fn refuse_in_production(config: &Config, faults: Vec<String>) -> Result<(), Failure> {
    if config.is_production() && !faults.is_empty() {
        return Err(Failure::new(faults.join("\n")));
    }
    for fault in faults {
        tracing::warn!("{fault}");
    }
    Ok(())
}

/// A SQLite file that is not there is a mistyped path more often than a new service.
fn refuse_missing(url: &DatabaseUrl) -> Result<(), Failure> {
    match url {
        DatabaseUrl::Sqlite(path) if !Path::new(path).exists() => {
            Err(Failure::new(format!("database.url: there is no database at {path}; run: quarterdeck migrate")))
        }
        _ => Ok(()),
    }
}

/// The part of the folder of own files that replaces one of the built-in folders, if it is there.
pub fn own_folder(config: &Config, name: &str) -> Option<PathBuf> {
    config.server.overrides.as_ref().map(|folder| folder.join(name)).filter(|folder| folder.is_dir())
}

/// All texts.
pub fn texts(config: &Config) -> Result<Arc<Catalogue>, Failure> {
    Ok(Arc::new(Catalogue::load(own_folder(config, "locales").as_deref())?))
}

/// How mails that come in are recognised.
pub fn border(config: &Config) -> Result<Border, Failure> {
    let sender = Sender::parse(&config.mail.from, &config.mail.domain, &config.server.base_url)?;
    let ours = Ours { from: sender.address.key(), domain: sender.domain };
    Ok(Border { ours, authserv_id: config.mail.authserv_id.clone() })
}

/// The doors by which mails come in, open: whoever holds them must serve them.
pub fn doors(config: &Config) -> Result<Doors, Failure> {
    let mailbox = post(config)?.map(|post| Watch { post, observe: Some(telemetry::mail_came), looked: Some(telemetry::mailbox_looked_into) });
    Ok(Doors { lmtp: lmtp(config)?.map(Arc::new), mailbox: mailbox.map(Arc::new) })
}

/// The place at which a mail server hands mails over, where there is one.
pub fn lmtp(config: &Config) -> Result<Option<Lmtp>, Failure> {
    let (Some(listen), limits) = (&config.mail.lmtp_listen, &config.limits) else { return Ok(None) };
    let sender = Sender::parse(&config.mail.from, &config.mail.domain, &config.server.base_url)?;
    let seconds = |n: u32| Duration::from_secs(n.into());
    let rules = Rules {
        host: sender.domain.clone(),
        domains: vec![sender.domain.clone(), sender.address.ascii_domain()],
        connections: limits.lmtp_connections,
        command: seconds(limits.lmtp_command_seconds),
        message: seconds(limits.lmtp_message_seconds),
        observe: Some(telemetry::mail_came),
    };
    let bound = Lmtp::bind(listen, rules);
    bound.map(Some).map_err(|e| Failure::new(format!("mail.lmtp_listen: cannot listen on {listen}: {e}; is another service there?")))
}

/// The mailbox that mails are fetched from, where there is one. It is not asked anything yet.
pub fn post(config: &Config) -> Result<Option<Post>, Failure> {
    let mail = &config.mail;
    let (MailInbound::Imap, Some(url)) = (mail.inbound, &mail.imap_url) else { return Ok(None) };
    let roots = match &mail.imap_ca_file {
        Some(path) => Some(std::fs::read(path).map_err(|e| Failure::new(format!("mail.imap_ca_file: cannot read {}: {e}", path.display())))?),
        None => None,
    };
    let patience = Duration::from_secs(config.limits.imap_seconds.into());
    Ok(Some(Post::new(Mailbox::parse(url)?, &mail.imap_handled, patience, roots.as_deref())?))
}

/// What makes mails.
pub fn mailroom(config: &Config, texts: &Arc<Catalogue>) -> Result<Mailroom, Failure> {
    let sender = Sender::parse(&config.mail.from, &config.mail.domain, &config.server.base_url)?;
    let sender = match &config.mail.answers {
        Some(local) => sender.with_answers(local)?,
        None => sender,
    };
    let sender = sender.taking_answers(config.mail.takes_answers());
    let signers = signers(config, &sender)?;
    let templates = Templates::load(own_folder(config, "email-templates").as_deref(), texts)?;
    Ok(Mailroom::new(texts.clone(), templates, sender, signers))
}

/// The signing keys.
pub fn signers(config: &Config, sender: &Sender) -> Result<Vec<Signer>, Failure> {
    let load = |key: &crate::config::Dkim| {
        let algorithm = match key.algorithm {
            DkimAlgorithm::RsaSha256 => Algorithm::RsaSha256,
            DkimAlgorithm::Ed25519Sha256 => Algorithm::Ed25519Sha256,
        };
        Ok(Signer::load(&KeyConfig { selector: key.selector.clone(), algorithm, key_file: key.key_file.clone() }, &sender.domain)?)
    };
    config.mail.dkim.iter().map(load).collect()
}

/// The provider at which staff may sign in, where there is one. It is not asked anything yet.
pub fn sign_in_service(config: &Config) -> Result<Option<SignInService>, Failure> {
    let (oidc, limits) = (&config.oidc, &config.limits);
    let (Some(issuer), Some(client_id)) = (&oidc.issuer, &oidc.client_id) else { return Ok(None) };
    let client_secret = match &oidc.client_secret_file {
        Some(path) => Some(secret::of_others(path, "oidc.client_secret_file").map_err(Failure::new)?),
        None => oidc.client_secret.clone(),
    };
    let roots = match &oidc.ca_file {
        Some(path) => Some(std::fs::read(path).map_err(|e| Failure::new(format!("oidc.ca_file: cannot read {}: {e}", path.display())))?),
        None => None,
    };
    let provider = Provider::new(ProviderSettings {
        issuer: issuer.clone(),
        client_id: client_id.clone(),
        client_secret,
        redirect: format!("{}{CALLBACK}", config.server.base_url),
        scopes: oidc.scopes.clone(),
        role_claim: oidc.role_claim.clone(),
        required_acr: oidc.required_acr.clone(),
        required_amr: oidc.required_amr.clone(),
        trust_emails: oidc.trust_emails,
        roots,
        patience: Duration::from_secs(limits.oidc_seconds.into()),
        most_bytes: limits.oidc_bytes,
    });
    let rule = |rule: &RoleRule| Rule { value: rule.value.clone(), role: rule.role, platform: rule.platform.clone() };
    Ok(Some(SignInService { provider: provider.map_err(Failure::new)?, name: oidc.name.clone(), rules: oidc.roles.iter().map(rule).collect() }))
}

/// Where mails go.
pub fn transport(config: &Config) -> Result<Transport, Failure> {
    let (mail, limits) = (&config.mail, &config.limits);
    match (mail.transport, &mail.smtp_url) {
        (MailTransport::Smtp, Some(url)) => {
            let seconds = |n: u32| Duration::from_secs(n.into());
            let patience = Patience {
                connect: seconds(limits.smtp_connect_seconds),
                command: seconds(limits.smtp_command_seconds),
                message: seconds(limits.smtp_message_seconds),
            };
            let roots = match &mail.smtp_ca_file {
                Some(path) => Some(std::fs::read(path).map_err(|e| Failure::new(format!("mail.smtp_ca_file: cannot read {}: {e}", path.display())))?),
                None => None,
            };
            Ok(Transport::Smtp(Arc::new(Smtp::new(Relay::parse(url)?, &mail.domain, patience, roots.as_deref())?)))
        }
        _ => Ok(Transport::File(mail.directory.clone())),
    }
}
