//! What values must keep among each other. Every fault is reported at once, each with the way out.

use std::net::IpAddr;
use std::path::Path;

use url::Url;

use super::load::{Loaded, Origin};
use super::{Config, Limits, Mail, MailInbound, MailTransport, Privacy, Words};
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::files;

impl Config {
    /// Everything that cannot be used, one sentence each; nothing when all is well.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        base_url(&self.server.base_url, &mut faults);
        self.database(&mut faults);
        self.mail.faults(&mut faults);
        self.limits.faults(&mut faults);
        between("server.threads", self.server.threads as u64, 0, 1024, &mut faults);
        between("worker.connections", self.worker.connections as u64, 1, 64, &mut faults);
        between("privacy.suppress_below", self.privacy.suppress_below.into(), 1, 1000, &mut faults);
        between("privacy.retention_days", self.privacy.retention_days.into(), 1, 3650, &mut faults);
        for (key, address) in [("contact", &self.privacy.contact), ("dpo", &self.privacy.dpo)] {
            if EmailAddress::parse(address).is_err() {
                faults.push(format!("privacy.{key}: is no e-mail address"));
            }
        }
        for (key, words) in [("controller", &self.privacy.controller), ("address", &self.privacy.address)] {
            let missing = words.translated().missing();
            if !missing.is_empty() && missing.len() < Language::ALL.len() {
                let codes: Vec<&str> = missing.iter().map(|language| language.code()).collect();
                faults.push(format!("privacy.{key}: lacks {}; give one text for all languages, or one for each", codes.join(", ")));
            }
        }
        if let Some(folder) = self.server.overrides.as_ref().filter(|f| !f.is_dir()) {
            faults.push(format!("server.overrides: {} is no folder", folder.display()));
        }
        if self.server.metrics_listen == Some(self.server.listen) {
            faults.push("server.metrics_listen: is the address of the public pages; give /metrics a port of its own".into());
        }
        self.oidc.faults(self.is_production(), &mut faults);
        if self.is_production() {
            self.production(&mut faults);
        }
        faults
    }

    fn database(&self, faults: &mut Vec<String>) {
        let url = &self.database.url;
        if !["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
            faults.push("database.url: needs a scheme: sqlite:PATH or postgres://…".into());
        }
        between("database.readers", self.database.readers.into(), 1, 256, faults);
        between("database.writers", self.database.writers as u64, 1, 16, faults);
    }

    /// What only a service with https links must keep.
    fn production(&self, faults: &mut Vec<String>) {
        if self.mail.domain == Mail::default().domain || self.mail.from == Mail::default().from {
            faults.push("mail.from, mail.domain: are the defaults, from which nobody accepts mail; set your own".into());
        }
        let (privacy, default) = (&self.privacy, Privacy::default());
        let [contact, dpo] = [&privacy.contact, &privacy.dpo].map(|address| Words::One(address.clone()));
        for (key, words, unset) in [
            ("controller", &privacy.controller, privacy.controller == default.controller),
            ("address", &privacy.address, privacy.address == default.address),
            ("contact", &contact, privacy.contact == default.contact),
            ("dpo", &dpo, privacy.dpo == default.dpo),
        ] {
            if unset || words.translated().missing().len() == Language::ALL.len() {
                faults.push(format!("privacy.{key}: is not set; the privacy notice must name who answers for the data (GDPR, article 13)"));
            }
        }
        if self.mail.transport == MailTransport::File {
            faults.push(
                "mail.transport: \"file\" keeps every mail in a folder, so nobody could prove an address; set \"smtp\" and mail.smtp_url".into(),
            );
        }
        if !self.limits.enabled {
            faults.push("limits.enabled: false is for tests; with https links rates must be limited".into());
        }
    }
}

impl Loaded {
    /// In production, passwords in a file that everybody on the machine can read. The service's group may: an
    /// administrator who owns the file gives it to the service that way.
    pub(super) fn open_file(&self, path: &Path) -> Vec<String> {
        let Some(mode) = files::open_to_all(path).filter(|_| self.config.is_production()) else { return Vec::new() };
        let masked = self.config.masked();
        let urls = [
            ("database.url", self.config.database.url != masked.database.url),
            ("mail.smtp_url", self.config.mail.smtp_url != masked.mail.smtp_url),
            ("mail.imap_url", self.config.mail.imap_url != masked.mail.imap_url),
            ("oidc.client_secret", self.config.oidc.client_secret.is_some()),
        ];
        let here = |key: &str| matches!(self.origins.get(key), Some(Origin::File(_)));
        let named = urls.into_iter().filter(|(key, has_password)| *has_password && here(key));
        let path = path.display();
        named.map(|(key, _)| format!("{key}: holds a password, and {path} is open to others (mode {mode:o}); run: chmod o-rwx {path}")).collect()
    }
}

fn base_url(text: &str, faults: &mut Vec<String>) {
    let mut refuse = |why: &str| faults.push(format!("server.base_url: {why}; write it like https://events.example.be"));
    let Ok(url) = Url::parse(text) else { return refuse("is no address") };
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return refuse("must start with https:// and name a host");
    }
    if !url.username().is_empty() || url.password().is_some() || url.query().is_some() || url.fragment().is_some() {
        return refuse("must be scheme, host and port only");
    }
    if url.path() != "/" || text.ends_with('/') {
        return refuse("must end after the host and port, without a path or slash");
    }
    if url.scheme() == "http" && !is_loopback(&url) {
        refuse("starts with http://, so links in mails could be read and changed on the way; http is for this machine only");
    }
}

pub(super) fn is_loopback(url: &Url) -> bool {
    url.host_str().is_some_and(|host| {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        bare == "localhost" || bare.ends_with(".localhost") || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    })
}

impl Mail {
    fn faults(&self, faults: &mut Vec<String>) {
        if self.transport == MailTransport::Smtp && self.smtp_url.is_none() {
            faults.push("mail.smtp_url: is missing; mail.transport = \"smtp\" needs it, like smtps://user:password@smtp.example.be".into());
        }
        if self.inbound == MailInbound::Imap && self.imap_url.is_none() {
            faults.push("mail.imap_url: is missing; mail.inbound = \"imap\" needs it, like imaps://user:password@imap.example.be/INBOX".into());
        }
        if !self.from.contains('@') {
            faults.push("mail.from: is no sender; write it like Centre for Cybersecurity Belgium <events@example.be>".into());
        }
        if !self.domain.contains('.') || self.domain.contains(['@', ' ', '/']) {
            faults.push("mail.domain: is no domain; write it like example.be".into());
        }
        between("mail.retry_base_seconds", self.retry_base_seconds.into(), 1, 86_400, faults);
        between("mail.retry_max_seconds", self.retry_max_seconds.into(), 1, 86_400, faults);
        between("mail.give_up_hours", self.give_up_hours.into(), 1, 720, faults);
        if self.retry_max_seconds < self.retry_base_seconds {
            faults.push("mail.retry_max_seconds: is below mail.retry_base_seconds; the wait grows from base to max".into());
        }
        for (i, key) in self.dkim.iter().enumerate() {
            if self.dkim.iter().take(i).any(|other| other.selector == key.selector) {
                faults.push(format!("mail.dkim: two keys have the selector \"{}\"; each needs its own", key.selector));
            }
        }
    }
}

impl Limits {
    fn faults(&self, faults: &mut Vec<String>) {
        let ranges: [(&str, u64, u64, u64); 31] = [
            ("ipv4_prefix", self.ipv4_prefix.into(), 8, 32),
            ("ipv6_prefix", self.ipv6_prefix.into(), 16, 128),
            ("register_count", self.register_count.into(), 1, 1_000_000),
            ("register_seconds", self.register_seconds.into(), 1, 86_400),
            ("login_count", self.login_count.into(), 1, 1_000_000),
            ("login_seconds", self.login_seconds.into(), 1, 86_400),
            ("personal_count", self.personal_count.into(), 1, 1_000_000),
            ("personal_seconds", self.personal_seconds.into(), 1, 86_400),
            ("api_count", self.api_count.into(), 1, 1_000_000),
            ("api_seconds", self.api_seconds.into(), 1, 86_400),
            ("form_bytes", self.form_bytes as u64, 4096, 16_777_216),
            ("api_bytes", self.api_bytes as u64, 4096, 67_108_864),
            ("header_seconds", self.header_seconds.into(), 1, 300),
            ("body_seconds", self.body_seconds.into(), 1, 600),
            ("keep_alive_seconds", self.keep_alive_seconds.into(), 1, 3600),
            ("connections", self.connections as u64, 1, 1_000_000),
            ("queue", self.queue as u64, 1, 1_000_000),
            ("login_idle_minutes", self.login_idle_minutes.into(), 1, 1440),
            ("login_hours", self.login_hours.into(), 1, 168),
            ("smtp_connect_seconds", self.smtp_connect_seconds.into(), 1, 600),
            ("smtp_command_seconds", self.smtp_command_seconds.into(), 1, 600),
            ("smtp_message_seconds", self.smtp_message_seconds.into(), 1, 1200),
            ("lmtp_connections", self.lmtp_connections as u64, 1, 10_000),
            ("lmtp_command_seconds", self.lmtp_command_seconds.into(), 1, 3600),
            ("lmtp_message_seconds", self.lmtp_message_seconds.into(), 1, 3600),
            ("imap_seconds", self.imap_seconds.into(), 1, 600),
            // The promise is under ten seconds in all.
            ("shutdown_seconds", self.shutdown_seconds.into(), 1, 9),
            ("mail_late_seconds", self.mail_late_seconds.into(), 60, 86_400),
            ("oidc_seconds", self.oidc_seconds.into(), 1, 60),
            ("oidc_bytes", self.oidc_bytes as u64, 16_384, 4_194_304),
            ("login_hours × 60 (against login_idle_minutes)", u64::from(self.login_hours) * 60, self.login_idle_minutes.into(), u64::MAX),
        ];
        for (key, value, least, most) in ranges {
            between(&format!("limits.{key}"), value, least, most, faults);
        }
    }
}

fn between(key: &str, value: u64, least: u64, most: u64, faults: &mut Vec<String>) {
    if !(least..=most).contains(&value) {
        faults.push(format!("{key}: is {value}; it must lie between {least} and {most}"));
    }
}
