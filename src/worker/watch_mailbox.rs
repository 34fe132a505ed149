//! The door through which mails are fetched from a mailbox: kept here first, then moved away there, so that a crash in between brings one
//! again and loses none. One of several processes watches, by lease. It must not know what is done with a mail.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::{pause, stopped};
use crate::app::App;
use crate::db::inbound::Door;
use crate::mail::mailbox::{Fault, Post, Visit};

/// How long the lease lasts, and how often it is renewed.
const LEASE_SECONDS: i64 = 60;
const RENEW: Duration = Duration::from_secs(20);
/// How often the others ask whether it is free.
const ASK: Duration = Duration::from_secs(15);
/// How long the server is listened to before it is asked by itself. RFC 2177 allows 29 minutes; a mail that was not told of waits no longer.
const LISTEN: Duration = Duration::from_secs(300);
/// How often a server is asked that cannot tell by itself.
const POLL: Duration = Duration::from_secs(30);
/// Mails of one look.
const AT_ONCE: usize = 50;
/// How often a mail is asked for in vain before it is marked for a person and passed over.
const TRIES: u32 = 3;
/// Longest pause after trouble.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// The mailbox, and who is told of what happens.
pub struct Watch {
    /// The mailbox.
    pub post: Post,
    /// Told of every mail that was kept, for the metrics.
    pub observe: Option<fn(&'static str)>,
    /// Told of every look that went well, in seconds since 1970.
    pub looked: Option<fn(i64)>,
}

/// Mails that were asked for, by number, while the numbers stay what they are.
#[derive(Default)]
struct Tries {
    validity: u32,
    of: HashMap<u32, u32>,
}

impl Tries {
    fn hold_for(&mut self, validity: u32) {
        if self.validity != validity {
            *self = Self { validity, of: HashMap::new() };
        }
    }

    fn so_far(&self, uid: u32) -> u32 {
        self.of.get(&uid).copied().unwrap_or(0)
    }

    fn are_over(&self, uid: u32) -> bool {
        self.so_far(uid) > TRIES
    }
}

/// Why a visit ended before it was asked to.
enum Ended {
    /// The mailbox, or the way to it.
    Mailbox(Fault),
    /// Our database.
    Database,
    /// Another process watches now.
    Lease,
}

/// Watches until told to stop.
pub async fn run(app: App, watch: Arc<Watch>, mut stop: watch::Receiver<bool>) {
    let Ok(owner) = app.secrets.random_token() else { return };
    let mut tries = Tries::default();
    let mut failures = 0_u32;
    loop {
        let wait = match app.hold_lease("mailbox", owner.clone(), LEASE_SECONDS, app.now()).await {
            Ok(true) => {
                let ended = tokio::select! {
                    ended = visit(&app, &watch, &mut tries, &mut failures, stop.clone()) => ended,
                    () = keep_lease(&app, &owner) => Err(Ended::Lease),
                };
                match ended {
                    Ok(()) => Duration::ZERO,
                    Err(why) => {
                        failures = failures.saturating_add(1);
                        let wait = back_off(&app, failures);
                        say(&watch, &why, failures, wait);
                        wait
                    }
                }
            }
            Ok(false) => ASK,
            Err(error) => {
                tracing::error!(error = %error, "the lease of the mailbox cannot be taken");
                ASK
            }
        };
        if *stop.borrow() || pause(&mut stop, wait).await {
            break;
        }
    }
    // Best effort: without it the others wait for the lease to end.
    let _ = app.drop_lease("mailbox", owner).await;
}

fn say(watch: &Watch, why: &Ended, failures: u32, wait: Duration) {
    let (mailbox, seconds) = (watch.post.place(), wait.as_secs());
    match why {
        Ended::Mailbox(fault) => tracing::error!(mailbox, failures, seconds, fault = %fault, "the mailbox cannot be read; it is tried again"),
        Ended::Database => tracing::error!(mailbox, seconds, "mails wait in the mailbox until the database can be written"),
        Ended::Lease => tracing::warn!(mailbox, "another process watches the mailbox now"),
    }
}

/// One connection: looks, waits for news, looks again.
async fn visit(app: &App, watch: &Watch, tries: &mut Tries, failures: &mut u32, mut stop: watch::Receiver<bool>) -> Result<(), Ended> {
    let mut open = tokio::select! {
        open = watch.post.open() => open.map_err(Ended::Mailbox)?,
        () = stopped(&mut stop) => return Ok(()),
    };
    tries.hold_for(open.validity());
    while !*stop.borrow() {
        let found = look(app, watch, &mut open, tries, &stop).await?;
        *failures = 0;
        if let Some(looked) = watch.looked {
            looked(app.now().timestamp());
        }
        if found == 0 && !*stop.borrow() {
            open = open.wait(LISTEN, POLL, stopped(&mut stop)).await.map_err(Ended::Mailbox)?;
        }
    }
    open.close().await;
    Ok(())
}

/// Takes what waits; answers how many mails were taken or still wait for their first turn.
async fn look(app: &App, watch: &Watch, open: &mut Visit, tries: &mut Tries, stop: &watch::Receiver<bool>) -> Result<usize, Ended> {
    let mut uids = open.waiting().await.map_err(Ended::Mailbox)?;
    tries.of.retain(|uid, _| uids.binary_search(uid).is_ok());
    uids.retain(|uid| !tries.are_over(*uid));
    // Those that were asked for in vain stand behind those that were not asked for yet.
    uids.sort_by_key(|uid| (tries.so_far(*uid), *uid));
    let behind = uids.iter().skip(AT_ONCE).filter(|uid| tries.so_far(**uid) == 0).count();
    uids.truncate(AT_ONCE);
    if uids.is_empty() {
        return Ok(0);
    }
    let sizes = open.sizes(&uids).await.map_err(Ended::Mailbox)?;
    let mut kept = Vec::new();
    for uid in uids.iter().copied().filter(|_| !*stop.borrow()) {
        let tried = tries.of.entry(uid).or_default();
        *tried += 1;
        if *tried > TRIES {
            tracing::error!(mailbox = watch.post.place(), uid, "a mail cannot be taken out of the mailbox; it is marked there for a person");
            match open.flag(uid).await {
                Ok(()) | Err(Fault::Refused { .. }) => continue,
                Err(fault) => return Err(Ended::Mailbox(fault)),
            }
        }
        let raw = match open.fetch(uid, sizes.get(&uid).copied().unwrap_or(u32::MAX)).await {
            Ok(Some(raw)) => raw,
            Ok(None) | Err(Fault::Refused { .. }) => continue,
            Err(fault) => return Err(Ended::Mailbox(fault)),
        };
        if let Err(error) = app.receive_mail(Door::Imap, None, raw, app.now()).await {
            tracing::error!(error = %error, "a mail in the mailbox cannot be kept; it stays there");
            // That is not the mail's fault.
            tries.of.remove(&uid);
            return Err(Ended::Database);
        }
        if let Some(observe) = watch.observe {
            observe(Door::Imap.code());
        }
        kept.push(uid);
    }
    if !kept.is_empty() {
        kept.sort_unstable();
        // What cannot be moved is taken again, and after some tries passed over like what cannot be read: also where the server says that
        // it moved them. Numbers that are gone are forgotten at the next look.
        open.put_away(&kept).await.map_err(Ended::Mailbox)?;
    }
    Ok(kept.len() + behind)
}

/// Ends when the lease is another's, or could not be renewed before its end.
async fn keep_lease(app: &App, owner: &str) {
    let mut missed = 0;
    while missed < 2 {
        tokio::time::sleep(RENEW).await;
        match app.hold_lease("mailbox", owner.to_owned(), LEASE_SECONDS, app.now()).await {
            Ok(true) => missed = 0,
            Ok(false) => return,
            Err(_) => missed += 1,
        }
    }
}

/// Twice as long each time, spread so that several services do not come back as one.
fn back_off(app: &App, failures: u32) -> Duration {
    let longest = LONGEST_PAUSE.min(Duration::from_secs(1) * 2_u32.saturating_pow(failures.min(16) - 1));
    let spread = app.secrets.random().map_or(0, |random| u32::from(random[0]));
    longest / 2 + longest * spread / 512
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_are_counted_while_the_numbers_mean_the_same() {
        let mut tries = Tries::default();
        tries.hold_for(7);
        tries.of.insert(3, TRIES + 1);
        tries.hold_for(7);
        assert!(tries.are_over(3) && !tries.are_over(4));
        tries.hold_for(8);
        assert!(!tries.are_over(3), "another mailbox under the same name: other mails");
    }
}
