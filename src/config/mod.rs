//! What an operator can set: typed, with defaults that start a safe local service.
//!
//! Values come from a TOML file, then from the environment (`load`); what they must keep among each other is in
//! `validate`. Nothing here knows the database, mail or the web: those read their own part further (a relay's address,
//! a database URL) and refuse it by the same kind of message.

mod listen;
mod load;
mod network;
mod oidc;
mod print;
pub mod secret;
mod validate;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

pub use listen::Listen;
pub use load::{ConfigError, Loaded, PREFIX};
pub use network::Network;
pub use oidc::{Oidc, RoleRule};
use serde::{Deserialize, Serialize};

use crate::domain::language::Translated;

/// Everything that can be set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Addresses, the secret, logs.
    pub server: Server,
    /// Where data are kept.
    pub database: Database,
    /// How mails leave.
    pub mail: Mail,
    /// Rate limits, sizes, times.
    pub limits: Limits,
    /// How long personal data stay.
    pub privacy: Privacy,
    /// Mail and timers.
    pub worker: Worker,
    /// Where staff may sign in besides.
    pub oidc: Oidc,
}

/// `[server]`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// Address and port that are listened on.
    pub listen: SocketAddr,
    /// Where every link starts. With https the service is in production and refuses unsafe settings.
    pub base_url: String,
    /// Networks whose `Forwarded` and `X-Forwarded-*` headers are believed.
    pub trusted_proxies: Vec<Network>,
    /// File with the secret from which page links and form tokens are derived.
    pub secret_file: PathBuf,
    /// Address and port of `/metrics`; off when empty.
    pub metrics_listen: Option<SocketAddr>,
    /// How logs are written.
    pub log: LogFormat,
    /// What is logged: a level, or `target=level` pairs.
    pub log_filter: String,
    /// Threads that serve requests; 0 means one for each core.
    pub threads: usize,
    /// Folder whose `locales`, `page-templates`, `email-templates` and `static` replace single files of the built-in ones.
    pub overrides: Option<PathBuf>,
}

/// How logs are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Text on a terminal, JSON elsewhere.
    #[default]
    Auto,
    /// Lines for people.
    Text,
    /// One JSON object a line.
    Json,
}

/// `[database]`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// Reading connections.
    pub readers: u32,
    /// Writing connections on PostgreSQL; SQLite has one.
    pub writers: usize,
    /// Whether `serve` and `worker` bring the tables up to date when they start.
    pub migrate: bool,
}

/// `[mail]`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// How mails leave.
    pub transport: MailTransport,
    /// The folder `file` writes to.
    pub directory: PathBuf,
    /// The relay `smtp` hands over to: `smtps://…`, `smtp://…?tls=required`, or plain `smtp://` to this machine.
    pub smtp_url: Option<String>,
    /// PEM file with more certificate authorities for the relay.
    pub smtp_ca_file: Option<PathBuf>,
    /// Sender and organizer of every mail: `Name <address>`.
    pub from: String,
    /// Domain of Message-ID, calendar UID, signatures and of the addresses that take answers and bounces.
    pub domain: String,
    /// Local part of the addresses that take answers and bounces, to which `+` and a tag are added; the sender's when empty.
    pub answers: Option<String>,
    /// The name under which our own border writes `Authentication-Results` (RFC 8601); what others wrote is never believed.
    pub authserv_id: Option<String>,
    /// Where answers and bounces are fetched from, where they are not handed over.
    pub inbound: MailInbound,
    /// The mailbox `imap` looks into: `imaps://user:password@host/INBOX`, or plain `imap://` to this machine.
    pub imap_url: Option<String>,
    /// PEM file with more certificate authorities for the mailbox.
    pub imap_ca_file: Option<PathBuf>,
    /// The folder that handled mails are moved to; made when it is missing.
    pub imap_handled: String,
    /// Where a mail server on this machine hands mails over (LMTP); off when empty.
    pub lmtp_listen: Option<Listen>,
    /// Keys that sign.
    pub dkim: Vec<Dkim>,
    /// Seconds until the second try.
    pub retry_base_seconds: u32,
    /// Seconds between tries at most.
    pub retry_max_seconds: u32,
    /// Hours after which a mail that could not be delivered is a dead letter.
    pub give_up_hours: u32,
}

/// How mails leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTransport {
    /// One `.eml` file each.
    #[default]
    File,
    /// To a relay.
    Smtp,
}

/// Where answers and bounces are fetched from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailInbound {
    /// Nowhere.
    #[default]
    None,
    /// A mailbox.
    Imap,
    /// Another program brings each by `quarterdeck mail inbound`: there is nothing to fetch, and mails say that declining is enough.
    Pipe,
}

impl Mail {
    /// Whether answers of calendars come back to us by any door.
    pub fn takes_answers(&self) -> bool {
        self.inbound != MailInbound::None || self.lmtp_listen.is_some()
    }
}

/// One key of `mail.dkim`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dkim {
    /// The name under `_domainkey`.
    pub selector: String,
    /// How it signs.
    pub algorithm: DkimAlgorithm,
    /// PEM file that nobody else can read.
    pub key_file: PathBuf,
}

/// How a DKIM key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DkimAlgorithm {
    /// Verified everywhere (RFC 8301).
    #[serde(rename = "rsa-sha256")]
    RsaSha256,
    /// Short and fast, not verified everywhere (RFC 8463).
    #[serde(rename = "ed25519-sha256")]
    Ed25519Sha256,
}

/// `[limits]`. A `…_count` is how many are taken from one address block in `…_seconds`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Whether rates are limited at all.
    pub enabled: bool,
    /// Leading bits of an IPv4 address that make one address block.
    pub ipv4_prefix: u8,
    /// Leading bits of an IPv6 address that make one address block.
    pub ipv6_prefix: u8,
    /// Registration forms.
    pub register_count: u32,
    /// Their window.
    pub register_seconds: u32,
    /// Staff sign-ins, each tried password.
    pub login_count: u32,
    /// Their window.
    pub login_seconds: u32,
    /// Buttons on personal pages: proof, withdrawal, correction.
    pub personal_count: u32,
    /// Their window.
    pub personal_seconds: u32,
    /// API calls, by token instead of address.
    pub api_count: u32,
    /// Their window.
    pub api_seconds: u32,
    /// Largest form, in bytes.
    pub form_bytes: usize,
    /// Largest API body, in bytes.
    pub api_bytes: usize,
    /// Seconds a client may take to send its request's headers.
    pub header_seconds: u32,
    /// Seconds a client may take to send its request's body.
    pub body_seconds: u32,
    /// Seconds an idle connection is kept.
    pub keep_alive_seconds: u32,
    /// Connections each serving thread holds at most.
    pub connections: usize,
    /// Pieces of work that may wait for each database writer; beyond, answers are 503.
    pub queue: usize,
    /// Minutes without a click after which a staff sign-in ends.
    pub login_idle_minutes: u32,
    /// Hours after which a staff sign-in ends.
    pub login_hours: u32,
    /// Seconds to wait for the relay's connection and encryption.
    pub smtp_connect_seconds: u32,
    /// Seconds to wait for the relay's answer to a command.
    pub smtp_command_seconds: u32,
    /// Seconds to wait for the relay's answer to a message.
    pub smtp_message_seconds: u32,
    /// Connections that the LMTP door holds at most.
    pub lmtp_connections: usize,
    /// Seconds a connection of the LMTP door may stay silent between commands.
    pub lmtp_command_seconds: u32,
    /// Seconds one message may take to come in there.
    pub lmtp_message_seconds: u32,
    /// Seconds to wait for the mailbox: connection, answers, a message.
    pub imap_seconds: u32,
    /// Seconds that what was begun may take to finish when the service is asked to end.
    pub shutdown_seconds: u32,
    /// Seconds a due mail may wait for somebody to send it before `/readyz` says 503.
    pub mail_late_seconds: u32,
    /// Seconds to wait for each answer of the provider of OpenID Connect.
    pub oidc_seconds: u32,
    /// Largest of its answers, in bytes.
    pub oidc_bytes: usize,
}

/// `[privacy]`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Privacy {
    /// Days after an event that names and addresses are kept, as the privacy notice says.
    pub retention_days: u32,
    /// Counts of fewer people than this are hidden in what is published.
    pub suppress_below: u32,
    /// Who answers for the data, as the notices name them.
    pub controller: Words,
    /// Their postal address on one line.
    pub address: Words,
    /// E-mail address for questions.
    pub contact: String,
    /// E-mail address of the data protection officer.
    pub dpo: String,
}

/// A name as the operator gives it: the same everywhere, or one for each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, expecting = "expected a text, or a table of texts: { nl = …, fr = …, de = …, en = … }")]
pub enum Words {
    /// The same in every language.
    One(String),
    /// One for each.
    Each(Translated),
}

impl Words {
    /// The words in each language.
    pub fn translated(&self) -> Translated {
        match self {
            Self::One(text) => Translated::same(text),
            Self::Each(words) => words.clone(),
        }
    }
}

/// `[worker]`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Worker {
    /// Whether `serve` also delivers mail and runs timers.
    pub enabled: bool,
    /// Connections to the relay.
    pub connections: usize,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080),
            base_url: "http://127.0.0.1:8080".into(),
            trusted_proxies: Vec::new(),
            secret_file: "var/quarterdeck.secret".into(),
            metrics_listen: None,
            log: LogFormat::Auto,
            log_filter: "info".into(),
            threads: 0,
            overrides: None,
        }
    }
}

impl Default for Database {
    fn default() -> Self {
        Self { url: "sqlite:var/quarterdeck.sqlite".into(), readers: 4, writers: 4, migrate: true }
    }
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            transport: MailTransport::File,
            directory: "var/mail".into(),
            smtp_url: None,
            smtp_ca_file: None,
            from: "Quarterdeck <events@quarterdeck.example>".into(),
            domain: "quarterdeck.example".into(),
            answers: None,
            authserv_id: None,
            inbound: MailInbound::None,
            imap_url: None,
            imap_ca_file: None,
            imap_handled: "Handled".into(),
            lmtp_listen: None,
            dkim: Vec::new(),
            retry_base_seconds: 60,
            retry_max_seconds: 3600,
            give_up_hours: 96,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            enabled: true,
            ipv4_prefix: 32,
            ipv6_prefix: 64,
            // A whole ministry may sit behind one address: generous, yet a script runs into it within a minute.
            register_count: 60,
            register_seconds: 60,
            login_count: 10,
            login_seconds: 300,
            personal_count: 120,
            personal_seconds: 60,
            api_count: 600,
            api_seconds: 60,
            form_bytes: 65_536,
            api_bytes: 2_097_152,
            header_seconds: 10,
            body_seconds: 30,
            keep_alive_seconds: 15,
            connections: 10_000,
            queue: 4096,
            login_idle_minutes: 60,
            login_hours: 12,
            smtp_connect_seconds: 30,
            smtp_command_seconds: 60,
            // The relay may scan before it answers: RFC 5321 §4.5.3.2.6 asks for ten minutes.
            smtp_message_seconds: 600,
            lmtp_connections: 64,
            // RFC 5321 §4.5.3.2.7 asks a server for five minutes.
            lmtp_command_seconds: 300,
            lmtp_message_seconds: 600,
            imap_seconds: 60,
            shutdown_seconds: 8,
            mail_late_seconds: 900,
            oidc_seconds: 10,
            oidc_bytes: 262_144,
        }
    }
}

impl Default for Privacy {
    fn default() -> Self {
        Self {
            retention_days: 90,
            suppress_below: 5,
            controller: Words::One("Quarterdeck".into()),
            address: Words::One("Rue de l'Exemple 1, 1000 Bruxelles".into()),
            contact: "events@quarterdeck.example".into(),
            dpo: "dpo@quarterdeck.example".into(),
        }
    }
}

impl Default for Worker {
    fn default() -> Self {
        Self { enabled: true, connections: 4 }
    }
}

impl Config {
    /// Whether the service is in production: its links are https.
    pub fn is_production(&self) -> bool {
        url::Url::parse(&self.server.base_url).is_ok_and(|url| url.scheme() == "https")
    }
}

#[cfg(test)]
mod tests;
