//! Mails that came in by any door are handled one after the other, by whichever process is free. It must not know the doors.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::pause;
use crate::app::App;
use crate::app::inbound::Border;
use crate::mail::dns::KeySource;

/// How long to wait before looking again when there was nothing.
const IDLE: Duration = Duration::from_millis(500);
/// How long to wait after the database could not be reached.
const TROUBLE: Duration = Duration::from_secs(5);

/// Handles what comes in until told to stop; what is under way is finished.
pub async fn run(app: App, border: Arc<Border>, keys: Arc<KeySource>, mut stop: watch::Receiver<bool>) {
    loop {
        let wait = match app.handle_inbound(&border, &keys, app.now()).await {
            Ok(0) => IDLE,
            Ok(_) => Duration::ZERO,
            Err(error) => {
                tracing::error!(error = %error, "mails that came in cannot be handled now; they are kept");
                TROUBLE
            }
        };
        if *stop.borrow() || (!wait.is_zero() && pause(&mut stop, wait).await) {
            break;
        }
    }
}
