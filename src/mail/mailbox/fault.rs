//! What can go wrong with a mailbox, in words that hold no mail.

use std::future::Future;
use std::time::Duration;

use async_imap::error::Error;
use tokio::time::timeout;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The connection is of no use any more.
    #[error("{0}")]
    Lost(String),
    /// The server did not do one thing; others may be asked of it.
    #[error("the server refuses to {what}: {said}")]
    Refused {
        /// What was asked.
        what: &'static str,
        /// Its words.
        said: String,
    },
}

/// The answer, if it comes in time.
pub(super) async fn within<T>(patience: Duration, work: impl Future<Output = T>) -> Result<T, Fault> {
    timeout(patience, work).await.map_err(|_| Fault::Lost("the server took too long to answer".into()))
}

/// The library's words for what it could not read repeat what came: that is mail.
pub(super) fn lost(error: &std::io::Error) -> Fault {
    Fault::Lost(match error.kind() {
        std::io::ErrorKind::Other => "the server's answer cannot be understood".to_owned(),
        _ => format!("the connection broke: {}", error.kind()),
    })
}

/// What the library says, as it is told.
pub(super) fn fault(what: &'static str, error: &Error) -> Fault {
    match error {
        Error::No(said) | Error::Bad(said) => Fault::Refused { what, said: said.chars().filter(|c| !c.is_control()).take(200).collect() },
        Error::Io(error) => lost(error),
        Error::ConnectionLost => Fault::Lost("the server hangs up".into()),
        _ => Fault::Lost("the server's answer cannot be understood".into()),
    }
}
