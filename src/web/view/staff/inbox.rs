//! What came in by mail: a list, and one mail. All that a stranger wrote is text.

use serde::Serialize;

use super::{Input, Pair, Tab};
use crate::web::view::{Hidden, Link, View};

/// A mail in the list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InboxRow {
    /// Its own page.
    pub href: String,
    /// Who sent it, as they call themselves.
    pub from: String,
    /// Subject; empty when it has none.
    pub subject: String,
    /// What it is, in words.
    pub kind: String,
    /// What was done, in words.
    pub outcome: String,
    /// Title of the event it is about; empty when it is about none.
    pub event: String,
    /// The event's page; empty when there is none.
    pub event_href: String,
    /// When it came in.
    pub came: String,
    /// `todo`, `done`, or empty where nobody has to look.
    pub standing: &'static str,
    /// The same in words.
    pub standing_label: String,
}

/// What came in.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Inbox {
    /// To do, and all.
    pub tabs: Vec<Tab>,
    /// Where the choice goes.
    pub action: String,
    /// What of the filter is no field.
    pub kept: Vec<Hidden>,
    /// The choices.
    pub filters: Vec<Input>,
    /// Rows.
    pub rows: Vec<InboxRow>,
    /// First page; empty on it.
    pub first: String,
    /// Next page; empty on the last.
    pub next: String,
}

impl View for Inbox {
    const TEMPLATE: &'static str = "staff/inbox";
}

/// The registration that a mail is about.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InboxPerson {
    /// Name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// State code.
    pub state: &'static str,
    /// State in words.
    pub state_label: String,
    /// What their calendar answered.
    pub rsvp: String,
}

/// An address to which mail fails.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FailingAddress {
    /// How it fails, in words.
    pub text: String,
    /// Where it is used again; empty when the reader may not.
    pub again: String,
}

/// One mail.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InboxPage {
    /// What it is.
    pub kind: String,
    /// `todo`, `done`, or empty.
    pub standing: &'static str,
    /// The same in words.
    pub standing_label: String,
    /// Sender, subject, what was done …
    pub facts: Vec<Pair>,
    /// The time that a calendar proposes; empty when it proposes none.
    pub proposed: String,
    /// Whom it is about; `None` when nobody, or erased.
    pub person: Option<InboxPerson>,
    /// The mail of ours that it is about.
    pub ours: Option<Link>,
    /// How mail to the address fails.
    pub failing: Option<FailingAddress>,
    /// Whether what it said is erased.
    pub erased: bool,
    /// Its words; may be empty.
    pub text: String,
    /// Names of attached files.
    pub attachments: Vec<String>,
    /// Where it is marked as done; empty when it is, or nobody has to look.
    pub done: String,
    /// Opens the reader's own mail program; empty when there is nobody to answer.
    pub reply: String,
    /// All of it as a file; empty when it is not kept or the reader may not take files.
    pub source: String,
    /// Tokens.
    pub hidden: Vec<Hidden>,
}

impl View for InboxPage {
    const TEMPLATE: &'static str = "staff/inbox_mail";
}
