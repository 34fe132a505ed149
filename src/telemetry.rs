//! Logs and metrics: what an operator sees of the running service.
//!
//! No personal data and no tokens: requests are logged and counted by route, never by path or query, and nothing here
//! takes a name or an address.

use std::io::IsTerminal;
use std::sync::OnceLock;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use tracing_subscriber::EnvFilter;

use crate::config::LogFormat;

/// Why logging could not be set up.
#[derive(Debug, thiserror::Error)]
#[error("server.log_filter: {0}; write it like info or info,quarterdeck::mail=debug")]
pub struct LogFault(String);

/// Starts logging to standard error. `RUST_LOG`, when set, wins over the configured filter.
///
/// # Errors
/// A filter that cannot be read.
pub fn start(format: LogFormat, filter: &str) -> Result<(), LogFault> {
    let chosen = std::env::var("RUST_LOG").ok().filter(|f| !f.is_empty()).unwrap_or_else(|| filter.to_owned());
    let filter = EnvFilter::builder().parse(&chosen).map_err(|e| LogFault(e.to_string()))?;
    let terminal = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Starting twice in one process (tests do) keeps the first.
    let _ = match format {
        LogFormat::Json => log.json().flatten_event(true).try_init(),
        LogFormat::Auto if !terminal => log.json().flatten_event(true).try_init(),
        LogFormat::Auto | LogFormat::Text => log.with_ansi(terminal).try_init(),
    };
    Ok(())
}

/// Classes of mails, see `MailKind::priority`.
pub const CLASSES: usize = 5;

/// A route (never a path: its number must stay small) with what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Limit {
    limit: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Tried {
    kind: &'static str,
    outcome: &'static str,
}

/// A class of mails: those of a lower one go first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Class {
    class: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Came {
    door: &'static str,
}

/// Everything that is counted. One for each process: see [`metrics`].
pub struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Histogram,
    refusals: Family<Limit, Counter>,
    mails: Family<Tried, Counter>,
    inbound: Family<Came, Counter>,
    mailbox_looked: Gauge,
    outbox_due: Gauge,
    outbox_failed: Gauge,
    outbox_oldest: Gauge,
    class_due: Family<Class, Gauge>,
    class_oldest: Family<Class, Gauge>,
    door_waiting: Gauge,
}

/// How one class of mails stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassDepth {
    /// Mails owed and due.
    pub due: i64,
    /// Age of the oldest, in seconds; 0 without one.
    pub oldest_seconds: i64,
}

/// How the queues stand at the moment of a scrape.
#[derive(Clone, Copy, Debug, Default)]
pub struct Depths {
    /// Mails owed and due.
    pub due: i64,
    /// Dead letters.
    pub failed: i64,
    /// Age of the oldest due mail, in seconds; 0 without one.
    pub oldest_seconds: i64,
    /// The same by class, from 0.
    pub classes: [ClassDepth; CLASSES],
    /// Pieces of work that wait for a database writer.
    pub door_waiting: usize,
}

/// The process's metrics.
pub fn metrics() -> &'static Metrics {
    static METRICS: OnceLock<Metrics> = OnceLock::new();
    METRICS.get_or_init(Metrics::new)
}

impl Metrics {
    fn new() -> Self {
        let mut registry = Registry::with_prefix("quarterdeck");
        let metrics = Self {
            requests: Family::default(),
            // From a page out of memory to a wait at the door.
            seconds: Histogram::new([0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0]),
            refusals: Family::default(),
            mails: Family::default(),
            inbound: Family::default(),
            mailbox_looked: Gauge::default(),
            outbox_due: Gauge::default(),
            outbox_failed: Gauge::default(),
            outbox_oldest: Gauge::default(),
            class_due: Family::default(),
            class_oldest: Family::default(),
            door_waiting: Gauge::default(),
            registry: Registry::default(),
        };
        registry.register("http_requests", "Requests answered, by route and status", metrics.requests.clone());
        registry.register_with_unit("http_request", "Time from request to answer", Unit::Seconds, metrics.seconds.clone());
        registry.register("rate_limit_refusals", "Requests refused by a rate limit", metrics.refusals.clone());
        registry.register("mails", "Delivery attempts by kind and outcome", metrics.mails.clone());
        registry.register("inbound_mails", "Mails that came in and were kept, by door", metrics.inbound.clone());
        let looked = "When this process last looked into the mailbox without trouble, since 1970; 0 where it watches none";
        registry.register_with_unit("mailbox_looked_timestamp", looked, Unit::Seconds, metrics.mailbox_looked.clone());
        registry.register("outbox_due", "Mails owed and due", metrics.outbox_due.clone());
        registry.register("outbox_failed", "Dead letters", metrics.outbox_failed.clone());
        registry.register_with_unit("outbox_oldest", "Age of the oldest due mail", Unit::Seconds, metrics.outbox_oldest.clone());
        registry.register("outbox_class_due", "Mails owed and due, by class: 0 goes first", metrics.class_due.clone());
        registry.register_with_unit("outbox_class_oldest", "Age of the oldest due mail of a class", Unit::Seconds, metrics.class_oldest.clone());
        registry.register("door_waiting", "Pieces of work that wait for a database writer", metrics.door_waiting.clone());
        Self { registry, ..metrics }
    }

    fn answered(&self, method: &str, route: &str, status: u16, seconds: f64) {
        let method = ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"].into_iter().find(|known| *known == method).unwrap_or("other");
        self.requests.get_or_create(&Answered { method, route: route.to_owned(), status: u32::from(status) }).inc();
        self.seconds.observe(seconds);
    }

    fn refused(&self, limit: &'static str) {
        self.refusals.get_or_create(&Limit { limit }).inc();
    }

    /// The text a scraper reads, with the queues as they stand.
    pub fn text(&self, depths: Depths) -> String {
        self.outbox_due.set(depths.due);
        self.outbox_failed.set(depths.failed);
        self.outbox_oldest.set(depths.oldest_seconds);
        for (class, depth) in (0..).zip(&depths.classes) {
            self.class_due.get_or_create(&Class { class }).set(depth.due);
            self.class_oldest.get_or_create(&Class { class }).set(depth.oldest_seconds);
        }
        self.door_waiting.set(i64::try_from(depths.door_waiting).unwrap_or(i64::MAX));
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = prometheus_client::encoding::text::encode(&mut text, &self.registry);
        text
    }
}

/// Counts an answered request. `route` is the pattern that matched, not the path.
pub fn answered(method: &str, route: &str, status: u16, seconds: f64) {
    metrics().answered(method, route, status, seconds);
}

/// Counts a request that a rate limit refused.
pub fn refused(limit: &'static str) {
    metrics().refused(limit);
}

/// Counts a delivery attempt by the mail's kind and its outcome.
pub fn mail_tried(kind: &'static str, outcome: &'static str) {
    metrics().mails.get_or_create(&Tried { kind, outcome }).inc();
}

/// Counts a mail that came in by a door.
pub fn mail_came(door: &'static str) {
    metrics().inbound.get_or_create(&Came { door }).inc();
}

/// Notes that the mailbox was looked into without trouble, in seconds since 1970.
pub fn mailbox_looked_into(at: i64) {
    metrics().mailbox_looked.set(at);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scrape_holds_every_figure() {
        let metrics = Metrics::new();
        metrics.answered("GET", "/{lang}/events/{event}", 200, 0.003);
        metrics.answered("BREW", "none", 405, 0.0);
        metrics.refused("register");
        metrics.inbound.get_or_create(&Came { door: "lmtp" }).inc();
        metrics.mails.get_or_create(&Tried { kind: "promoted", outcome: "sent" }).inc();
        let text = metrics.text(Depths {
            due: 3,
            failed: 1,
            oldest_seconds: 42,
            classes: [ClassDepth { due: 2, oldest_seconds: 9 }; CLASSES],
            door_waiting: 7,
        });
        for line in [
            r#"quarterdeck_http_requests_total{method="GET",route="/{lang}/events/{event}",status="200"} 1"#,
            r#"quarterdeck_http_requests_total{method="other",route="none",status="405"} 1"#,
            r#"quarterdeck_rate_limit_refusals_total{limit="register"} 1"#,
            r#"quarterdeck_mails_total{kind="promoted",outcome="sent"} 1"#,
            r#"quarterdeck_inbound_mails_total{door="lmtp"} 1"#,
            "quarterdeck_mailbox_looked_timestamp_seconds 0",
            "quarterdeck_outbox_due 3",
            "quarterdeck_outbox_failed 1",
            "quarterdeck_outbox_oldest_seconds 42",
            r#"quarterdeck_outbox_class_due{class="4"} 2"#,
            r#"quarterdeck_outbox_class_oldest_seconds{class="0"} 9"#,
            "quarterdeck_door_waiting 7",
            "quarterdeck_http_request_seconds_count 2",
        ] {
            assert!(text.lines().any(|l| l == line), "{line} is missing in\n{text}");
        }
    }
}
