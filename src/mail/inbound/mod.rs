//! What comes in: from the raw bytes of a mail to what it is and says (`read`), and who really sent it (`authenticate`).
//!
//! Everything here is a stranger's. Reading is pure, never panics, and is bounded in time and memory whatever is sent; it decides
//! nothing. It must not know the database, the clock or the network, and nothing is ever rendered or answered from here.

pub mod authenticate;
mod automatic;
pub mod bounce;
mod decode;
mod fields;
mod html;
mod parts;
mod reading;
mod report;
mod results;
#[cfg(test)]
mod tests;
mod words;

pub use self::bounce::{Action, Bounce, Bounced, Complaint, Verdict};
pub use self::reading::read;
use crate::calendar::reply::{Refused, Spoken};

/// The longest message that is looked into.
pub const OCTETS: usize = 2 * 1024 * 1024;

/// What is known of ourselves, to recognise our own mails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ours {
    /// The address that our mails come from, in lower case.
    pub from: String,
    /// The domain of our Message-IDs, as A-labels in lower case.
    pub domain: String,
}

/// One mail, read. All texts are plain, cut, without control characters, and not escaped for anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Message-ID without angle brackets.
    pub message_id: Option<String>,
    /// What it answers: References and In-Reply-To without angle brackets, the newest last, at most 50.
    pub refers_to: Vec<String>,
    /// The addresses of every From there is, as written, at most 5. More than one, and nobody can have sent it.
    pub from: Vec<String>,
    /// The name beside the first.
    pub from_name: Option<String>,
    /// Sender.
    pub sender: Option<String>,
    /// Reply-To, at most 5.
    pub reply_to: Vec<String>,
    /// Where it was sent, for the tokens in our addresses: Delivered-To, X-Original-To, Envelope-To, X-Forwarded-To, then To and Cc; at most 50.
    pub recipients: Vec<String>,
    /// The subject in one line, at most 300 characters.
    pub subject: String,
    /// The words for a human: text, or HTML reduced to text; at most 4,000 characters, no control character but the line end.
    pub text: String,
    /// Names of attached files, at most 20.
    pub attachments: Vec<String>,
    /// Whether a program sent it or passed it on: it must never be answered.
    pub is_automatic: bool,
    /// What it is.
    pub class: Class,
}

/// What a mail is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Class {
    /// A calendar program answers, proposes another time, or asks for the invitation once more.
    Calendar(Spoken),
    /// A mail did not arrive, arrives late, or did arrive.
    Bounce(Bounce),
    /// Somebody pressed "this is spam" (RFC 5965).
    Complaint(Complaint),
    /// Out of office and the like; a receipt; any program's letter.
    AutoReply,
    /// By its shape a wish for no more announcements (RFC 2369 `mailto`). Whose, the token in the recipient says.
    Unsubscribe,
    /// An organiser's calendar message: never applied, a human looks at it.
    OtherCalendar {
        /// REQUEST, CANCEL, PUBLISH …
        method: String,
    },
    /// Somebody wrote.
    Human,
    /// One of ours came back.
    Own,
    /// It has been passed on more than 50 times.
    Loop,
    /// It cannot be read: kept, shown, and never tried again.
    Unreadable(Fault),
}

/// Why a mail cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Over 2 MiB.
    #[error("the mail is longer than 2 MiB")]
    TooLarge,
    /// No header field at its beginning.
    #[error("the mail has no header")]
    NoHeader,
    /// Over 256 KiB or 1,000 fields of header.
    #[error("the header of the mail is too long")]
    HeaderTooLong,
    /// Over 256 parts.
    #[error("the mail has too many parts")]
    TooManyParts,
    /// Parts in parts, more than 16 levels.
    #[error("the parts of the mail are nested too deeply")]
    TooDeep,
    /// Its calendar object is broken.
    #[error("{0}")]
    Calendar(Refused),
}

impl Fault {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::NoHeader => "no_header",
            Self::HeaderTooLong => "header_too_long",
            Self::TooManyParts => "too_many_parts",
            Self::TooDeep => "too_deep",
            Self::Calendar(refused) => refused.code(),
        }
    }
}
