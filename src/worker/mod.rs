//! What happens without anybody asking: mails go out, and the clock sets things off.
//!
//! Runs inside `serve` or alone. It must not know the web; trouble here never reaches a visitor.

pub mod background;
pub mod deliver_outbox;
pub mod lanes;
pub mod letters;
pub mod lmtp;
pub mod pace;
pub mod read_inbound;
pub mod timers;
pub mod watch_mailbox;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;
use crate::app::inbound::Border;
use crate::mail::dns::KeySource;
use crate::mail::render::Mailroom;
use crate::mail::transport::Transport;

/// How delivery behaves.
#[derive(Clone, Copy, Debug)]
pub struct Delivery {
    /// Connections to the relay, or files written at once.
    pub connections: usize,
    /// Seconds until the second try.
    pub retry_base_seconds: i64,
    /// Seconds between tries at most.
    pub retry_max_seconds: i64,
    /// How long to wait before looking for due mails again when there were none.
    pub idle: Duration,
}

impl Default for Delivery {
    fn default() -> Self {
        Self { connections: 4, retry_base_seconds: 60, retry_max_seconds: 3600, idle: Duration::from_millis(250) }
    }
}

/// By which doors mails come in. Whatever is brought by none is given to `quarterdeck mail inbound`.
#[derive(Clone, Default)]
pub struct Doors {
    /// A mail server on this machine hands them over.
    pub lmtp: Option<Arc<lmtp::Lmtp>>,
    /// They are fetched.
    pub mailbox: Option<Arc<watch_mailbox::Watch>>,
}

/// Everything the worker needs.
#[derive(Clone)]
pub struct Worker {
    /// Use cases.
    pub app: App,
    /// Makes the bytes.
    pub mailroom: Arc<Mailroom>,
    /// Takes them out of the house.
    pub transport: Transport,
    /// How.
    pub delivery: Delivery,
    /// How mails that come in are recognised.
    pub border: Arc<Border>,
    /// Where the keys of their signatures come from.
    pub keys: Arc<KeySource>,
    /// By which doors mails come in.
    pub doors: Doors,
    /// Counts outcomes, for the metrics: called with the mail's kind and the outcome's word.
    pub observe: Option<fn(&'static str, &'static str)>,
}

impl Worker {
    /// Works until `stop` turns true, then finishes what is under way and gives back the rest.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let delivery = tokio::spawn(deliver_outbox::run(self.clone(), stop.clone()));
        let timers = tokio::spawn(timers::run(self.app.clone(), stop.clone()));
        let mut tasks = vec![delivery, timers];
        if let Some(door) = self.doors.lmtp {
            tasks.push(tokio::spawn(lmtp::run(self.app.clone(), door, stop.clone())));
        }
        if let Some(mailbox) = self.doors.mailbox {
            tasks.push(tokio::spawn(watch_mailbox::run(self.app.clone(), mailbox, stop.clone())));
        }
        tasks.push(tokio::spawn(read_inbound::run(self.app, self.border, self.keys, stop)));
        for task in tasks {
            if let Err(e) = task.await {
                tracing::error!(error = %e, "a worker task ended unexpectedly");
            }
        }
    }
}

/// Waits for `time` or until `stop` turns true (or nobody is left to say so); answers whether to stop.
async fn pause(stop: &mut watch::Receiver<bool>, time: Duration) -> bool {
    tokio::time::timeout(time, stop.wait_for(|stop| *stop)).await.is_ok()
}

/// Waits until `stop` turns true, or nobody is left to say so.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}
