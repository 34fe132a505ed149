//! Timers: unproven addresses lapse, mandates end, quotas fall free, reminders and sendings of invitations fall due, holders of mandates
//! are asked, offers of seats lapse, attestations are issued, names go when their time is over. One of several processes runs them, by lease.

use std::time::Duration;

use chrono::Timelike;
use tokio::sync::watch;

use super::pause;
use crate::app::{App, AppError};
use crate::clock::Instant;
use crate::i18n::format::brussels;

/// How often the timers look.
const EVERY: Duration = Duration::from_secs(10);
/// How long the lease lasts; longer than a round, so that it changes hands only when a process is gone.
const LEASE_SECONDS: i64 = 60;
/// How many lapsed registrations one round ends.
const LAPSED_AT_ONCE: i64 = 1000;
/// Hours of the day in Brussels at which hardly anybody registers.
const NIGHT: std::ops::Range<u32> = 2..5;
/// Rounds between two sweeps of what is useless.
const SWEEP_ROUNDS: u32 = 360;

/// Runs rounds until told to stop.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let Ok(owner) = app.secrets.random_token() else { return };
    let mut rounds = 0;
    loop {
        let now = app.now();
        match app.hold_lease("timers", owner.clone(), LEASE_SECONDS, now).await {
            Ok(true) => {
                // Said where it happened; the next round tries again.
                let is_sweep = rounds % SWEEP_ROUNDS == 0;
                let _ = round(&app, is_sweep, now).await;
                if is_sweep && (rounds == 0 || is_night(now)) {
                    scrub(&app).await;
                }
                rounds += 1;
            }
            Ok(false) => {}
            Err(e) => tracing::error!(error = %e, "the lease of the timers cannot be taken"),
        }
        if pause(&mut stop, EVERY).await {
            break;
        }
    }
    // Best effort: without it the others wait for the lease to end.
    let _ = app.drop_lease("timers", owner).await;
}

/// Whether few are awake in Brussels.
fn is_night(now: Instant) -> bool {
    NIGHT.contains(&brussels(now).1.hour())
}

/// What was removed leaves the database's file: writers wait for that, so it is done at the start and at night.
async fn scrub(app: &App) {
    if let Err(e) = app.db.scrub().await {
        tracing::error!(error = %e, "what was removed is still in the database's file; it is tried again at night");
    }
}

/// One look at everything the clock sets off. Each step is tried, whatever became of those before: what cannot be looked after at one event
/// must not keep everybody's reminders back.
///
/// # Errors
/// The first fault; the next round goes on.
pub async fn round(app: &App, sweep: bool, now: Instant) -> Result<(), AppError> {
    let mut first = Ok(());
    let mut tried = |step: &'static str, done: Result<(), AppError>| {
        if let Err(e) = done {
            tracing::error!(step, error = %e, "a timer failed; it is tried again");
            if first.is_ok() {
                first = Err(e);
            }
        }
    };
    tried("expire", app.expire(now, LAPSED_AT_ONCE).await.map(drop));
    tried("close_doors", app.close_doors(now).await.map(drop));
    tried("release_quotas", app.release_quotas(now).await.map(drop));
    tried("remind", app.remind(now).await.map(drop));
    tried("send_due_invitations", app.send_due_invitations(now).await.map(drop));
    tried("finish_announcements", app.finish_announcements(now).await.map(drop));
    tried("issue_attestations", app.issue_attestations(now).await.map(drop));
    tried("ask_holders", app.ask_holders(now).await.map(drop));
    tried("settle_guests", app.settle_guests(now).await.map(drop));
    tried("lapse_offers", app.lapse_offers(now).await.map(drop));
    if sweep {
        tried("sweep", app.sweep(now).await.map(drop));
        tried("purge", app.purge_names(now).await.map(drop));
    }
    first
}
