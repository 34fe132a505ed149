//! What a message is: kinds, rendering, MIME, signature, transport. It must not know the database or the web.

pub mod announcement;
pub mod dns;
pub mod eml;
pub mod inbound;
pub mod invitation;
pub mod keys;
pub mod mailbox;
pub mod message;
pub mod mime;
pub mod new_key;
pub mod outcome;
pub mod relay;
pub mod render;
pub mod samples;
pub mod sender;
pub mod shown;
pub mod sign;
pub mod stored;
pub mod tls;
pub mod transport;
pub mod trial;
pub mod view;

pub use sender::Sender;

use crate::papers::PaperFault;

/// Why a mail could not be made. Each is a fault of ours: nothing a visitor typed leads here.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The stored recipient is not an address.
    #[error("the recipient is not an address: {0}")]
    Recipient(&'static str),
    /// A template is missing or not a template.
    #[error("the mail template {name} cannot be used: {reason}")]
    Template {
        /// `<kind>/<part>`.
        name: String,
        /// What is wrong.
        reason: String,
    },
    /// A text is missing in a language, or lacks a value.
    #[error("the mail {kind} has a gap in {language}: {gap}")]
    Gap {
        /// Which mail.
        kind: &'static str,
        /// In which language.
        language: &'static str,
        /// The key.
        gap: String,
    },
    /// Nothing is known of the event that it is about.
    #[error("the mail {0} says nothing of its event")]
    NoEvent(&'static str),
    /// The message could not be put together.
    #[error("the message cannot be put together: {0}")]
    Mime(String),
    /// A signature failed.
    #[error("the message cannot be signed with selector {selector}: {reason}")]
    Sign {
        /// Which key.
        selector: String,
        /// What is wrong.
        reason: String,
    },
    /// What is attached could not be made.
    #[error("what is attached cannot be made: {0}")]
    Paper(#[from] PaperFault),
    /// A file could not be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// Which file.
        path: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

#[cfg(test)]
mod tests;
