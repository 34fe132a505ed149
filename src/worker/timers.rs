//! Timers: unproven addresses lapse, mandates end, quotas fall free, reminders and sendings of invitations fall due, holders of mandates
//! are asked, offers of seats lapse, names go when their time is over. One of several processes runs them, by lease.

use std::time::Duration;

use tokio::sync::watch;

use super::pause;
use crate::app::{App, AppError};
use crate::clock::Instant;

/// How often the timers look.
const EVERY: Duration = Duration::from_secs(10);
/// How long the lease lasts; longer than a round, so that it changes hands only when a process is gone.
const LEASE_SECONDS: i64 = 60;
/// How many lapsed registrations one round ends.
const LAPSED_AT_ONCE: i64 = 1000;
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
                if let Err(e) = round(&app, rounds % SWEEP_ROUNDS == 0, now).await {
                    tracing::error!(error = %e, "a timer round failed; it is tried again");
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

/// One look at everything the clock sets off.
///
/// # Errors
/// The first fault; what was done before it stays done, and the next round goes on.
pub async fn round(app: &App, sweep: bool, now: Instant) -> Result<(), AppError> {
    app.expire(now, LAPSED_AT_ONCE).await?;
    app.close_doors(now).await?;
    app.release_quotas(now).await?;
    app.remind(now).await?;
    app.send_due_invitations(now).await?;
    app.finish_announcements(now).await?;
    app.ask_holders(now).await?;
    app.settle_guests(now).await?;
    app.lapse_offers(now).await?;
    if sweep {
        app.sweep(now).await?;
        app.purge(now).await?;
    }
    Ok(())
}
