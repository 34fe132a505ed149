//! `check`: everything an operator can get wrong, one line each, with what to do about it.

use std::time::Duration;

use super::shape::Check;
use super::{Failure, check_doors, check_loop, parts};
use crate::clock::Clock;
use crate::config::{Config, MailTransport, secret};
use crate::db::{DatabaseUrl, Db, Limits, durability, migrate};
use crate::files;
use crate::mail::Sender;
use crate::mail::dns::{Names, Verdict, judge_dkim, judge_dmarc, judge_spf};
use crate::mail::sign::Signer;
use crate::mail::transport::Transport;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Ok,
    Warn,
    Fail,
}

/// The findings so far; each is printed when it is made.
#[derive(Default)]
pub(super) struct Findings {
    failed: usize,
    warned: usize,
}

impl Findings {
    pub fn say(&mut self, level: Level, what: &str, words: &str) {
        let word = match level {
            Level::Ok => "ok",
            Level::Warn => "warn",
            Level::Fail => "FAIL",
        };
        self.failed += usize::from(level == Level::Fail);
        self.warned += usize::from(level == Level::Warn);
        println!("{word:<5} {what:<10} {}", words.replace('\n', " "));
    }

    fn verdict(&mut self, what: &str, name: &str, verdict: Verdict) {
        match verdict {
            Verdict::Good => self.say(Level::Ok, what, name),
            Verdict::Doubtful(words) => self.say(Level::Warn, what, &format!("{name}: {words}")),
            Verdict::Bad(words) => self.say(Level::Fail, what, &format!("{name}: {words}")),
        }
    }
}

/// Checks everything; fails when something would keep the service from working.
pub async fn run(config: &Config, asked: &Check) -> Result<(), Failure> {
    let mut findings = Findings::default();
    let kind = if config.is_production() { "production" } else { "a local service" };
    findings.say(Level::Ok, "config", &format!("{kind} at {}, listening on {}", config.server.base_url, config.server.listen));
    if !config.limits.enabled {
        findings.say(Level::Warn, "limits", "rates are not limited (limits.enabled = false)");
    }
    check_secret(config, &mut findings);
    check_database(config, &mut findings).await;
    check_provider(config, &mut findings).await;
    if let Some(sender) = check_words(config, &mut findings) {
        check_way_out(config, &mut findings).await;
        check_doors::check(config, &sender, &mut findings).await;
        check_names(config, &sender, &mut findings).await;
        if asked.round_trip {
            // Last: what is wrong with the ways out and in was said by then.
            check_loop::check(config, Duration::from_secs(asked.loop_timeout.into()), &mut findings).await;
        }
    }
    if findings.failed > 0 {
        return Err(Failure::new(format!("{} of the checks failed; the lines above say what to do", findings.failed)));
    }
    eprintln!("Ready to serve{}.", if findings.warned > 0 { ", with warnings" } else { "" });
    Ok(())
}

fn check_secret(config: &Config, findings: &mut Findings) {
    let path = config.server.secret_file.display();
    match secret::load(&config.server.secret_file, false) {
        Ok(_) => findings.say(Level::Ok, "secret", &format!("{path} is private")),
        Err(secret::SecretFault::Missing(_)) if !config.is_production() => {
            findings.say(Level::Warn, "secret", &format!("{path} does not exist yet; it is made at the first start"));
        }
        Err(fault) => findings.say(Level::Fail, "secret", &fault.to_string()),
    }
}

async fn check_database(config: &Config, findings: &mut Findings) {
    let url = match DatabaseUrl::parse(&config.database.url) {
        Ok(url) => url,
        Err(fault) => return findings.say(Level::Fail, "database", &fault.to_string()),
    };
    if let DatabaseUrl::Sqlite(path) = &url
        && !std::path::Path::new(path).exists()
    {
        return findings.say(Level::Fail, "database", &format!("there is no database at {path}; run: quarterdeck migrate"));
    }
    for words in parts::open_files(&url) {
        findings.say(if config.is_production() { Level::Fail } else { Level::Warn }, "database", &words);
    }
    let db = match Db::open(&url, Limits { readers: 1, writers: 1, queue: 16 }, Clock::System) {
        Ok(db) => db,
        Err(fault) => return findings.say(Level::Fail, "database", &fault.to_string()),
    };
    match db.read(migrate::is_behind).await {
        Ok(false) => findings.say(Level::Ok, "database", "reachable, tables up to date"),
        Ok(true) => findings.say(Level::Fail, "database", "the tables are behind this version; run: quarterdeck migrate"),
        Err(fault) => return findings.say(Level::Fail, "database", &fault.to_string()),
    }
    match db.read(durability::settings).await {
        Ok(settings) => {
            for setting in settings {
                match setting.fault() {
                    None => findings.say(Level::Ok, "durability", &format!("{} = {}", setting.name, setting.value)),
                    Some(words) => findings.say(Level::Fail, "durability", &words),
                }
            }
        }
        Err(fault) => findings.say(Level::Fail, "durability", &fault.to_string()),
    }
}

/// The provider of OpenID Connect says who it is, and its rules name platforms that are there.
async fn check_provider(config: &Config, findings: &mut Findings) {
    let service = match parts::sign_in_service(config) {
        Ok(Some(service)) => service,
        Ok(None) => return,
        Err(failure) => return findings.say(Level::Fail, "oidc", failure.words()),
    };
    match service.provider.look().await {
        Ok(words) => findings.say(Level::Ok, "oidc", &words),
        Err(fault) => findings.say(Level::Fail, "oidc", &format!("{}: {fault}; check oidc.issuer", service.provider.issuer())),
    }
    if service.rules.is_empty() {
        findings.say(Level::Warn, "oidc", "no value gives a role (oidc.roles): only accounts that people connect themselves can be used");
    }
    let Ok(parts) = parts::Parts::open(config.clone()) else { return };
    let known: Vec<String> = parts.app.platform_slugs().await.map(|all| all.into_iter().map(|(_, slug)| slug).collect()).unwrap_or_default();
    for slug in service.rules.iter().filter_map(|rule| rule.platform.as_ref()).filter(|slug| !known.contains(slug)) {
        findings.say(Level::Fail, "oidc", &format!("oidc.roles: there is no platform \"{slug}\"; there are: {}", known.join(", ")));
    }
}

/// Texts, templates, sender and keys can be used; answers the sender.
fn check_words(config: &Config, findings: &mut Findings) -> Option<Sender> {
    let made = parts::texts(config).and_then(|texts| parts::mailroom(config, &texts));
    match made {
        Ok(mailroom) => {
            let sender = mailroom.sender().clone();
            findings.say(Level::Ok, "sender", &format!("{} <{}>, {} signing keys", sender.name, sender.address, mailroom.signers().len()));
            if mailroom.signers().is_empty() && config.mail.transport == MailTransport::Smtp {
                findings.say(Level::Warn, "dkim", "mails go out unsigned, unless the relay signs; set mail.dkim");
            }
            Some(sender)
        }
        Err(failure) => {
            findings.say(Level::Fail, "mail", failure.words());
            None
        }
    }
}

/// The relay takes our connection, its encryption and our sign-in; or the folder can be written.
async fn check_way_out(config: &Config, findings: &mut Findings) {
    let transport = match parts::transport(config) {
        Ok(transport) => transport,
        Err(failure) => return findings.say(Level::Fail, "relay", failure.words()),
    };
    if let Transport::File(folder) = &transport {
        let probe = folder.join(".check");
        let written = files::make_folder(folder).and_then(|()| std::fs::write(&probe, "")).and_then(|()| std::fs::remove_file(&probe));
        return match written {
            Ok(()) => findings.say(Level::Warn, "mail", &format!("mails are only written to {}; nobody receives them", folder.display())),
            Err(e) => findings.say(Level::Fail, "mail", &format!("cannot write to {}: {e}", folder.display())),
        };
    }
    match transport.open().await {
        Ok(session) => {
            session.close().await;
            findings.say(Level::Ok, "relay", "connected, encrypted as asked, signed in as asked");
        }
        Err(reply) => {
            let code = reply.code.map_or(String::new(), |code| format!("{code} "));
            findings.say(Level::Fail, "relay", &format!("{code}{}; check mail.smtp_url and that the relay can be reached from here", reply.text));
        }
    }
}

/// What receivers will find in DNS about our mails.
async fn check_names(config: &Config, sender: &Sender, findings: &mut Findings) {
    let reserved = ["example", "test", "localhost", "invalid"];
    if sender.domain.rsplit('.').next().is_some_and(|top| reserved.contains(&top)) || config.mail.transport == MailTransport::File {
        return findings.say(Level::Ok, "dns", &format!("not asked: nobody receives mails from {}", sender.domain));
    }
    let names = match Names::of_this_machine() {
        Ok(names) => names,
        Err(fault) => return findings.say(Level::Warn, "dns", &format!("cannot be asked: {fault}")),
    };
    // Receivers look at the domain of the envelope, and many at the sender's.
    let mut domains = vec![sender.domain.clone(), sender.address.ascii_domain()];
    domains.dedup();
    for domain in &domains {
        ask(&names, "spf", domain, judge_spf, findings).await;
    }
    // The keys were read a moment ago; a fault was reported then.
    for signer in parts::signers(config, sender).unwrap_or_default() {
        let (name, ours) = Signer::dns_record(&signer);
        ask(&names, "dkim", &name, |found| judge_dkim(found, ours), findings).await;
    }
    for domain in &domains {
        check_dmarc(&names, domain, findings).await;
    }
}

/// The record of the domain above counts where there is none of its own (RFC 7489 §6.6.3).
async fn check_dmarc(names: &Names, domain: &str, findings: &mut Findings) {
    let own = format!("_dmarc.{domain}");
    match (names.txt(&own).await, domain.split_once('.')) {
        (Ok(None), Some((_, above))) if above.contains('.') => ask(names, "dmarc", &format!("_dmarc.{above}"), judge_dmarc, findings).await,
        _ => ask(names, "dmarc", &own, judge_dmarc, findings).await,
    }
}

async fn ask(names: &Names, what: &str, name: &str, judge: impl Fn(Option<&str>) -> Verdict, findings: &mut Findings) {
    match names.txt(name).await {
        Ok(found) => findings.verdict(what, name, judge(found.as_deref())),
        Err(fault) => findings.say(Level::Warn, what, &format!("{name} could not be looked up: {fault}")),
    }
}
