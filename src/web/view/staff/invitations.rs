//! Invitations of an event: who was invited and what became of it, and the check before anything goes out.

use serde::Serialize;

use super::Tab;
use crate::web::view::{Hidden, View};

/// An invitation in the list.
#[derive(Clone, Debug, Serialize)]
pub struct InvitationRow {
    /// Name, or the address where no name is known.
    pub name: String,
    /// Address.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// Sector; may be empty.
    pub sector: String,
    /// Language.
    pub language: String,
    /// Code, for the mark.
    pub state: &'static str,
    /// In words.
    pub state_label: String,
    /// The registration there is, in words; empty where the state says it.
    pub registration: String,
    /// Its page; empty where there is none or the reader may not see it.
    pub registration_href: String,
    /// Since when.
    pub since: String,
    /// Where it is taken back; empty when it cannot be.
    pub withdraw: String,
}

/// A sending in the list.
#[derive(Clone, Debug, Serialize)]
pub struct SendingRow {
    /// Which mail.
    pub kind: String,
    /// Who asked for it.
    pub who: String,
    /// When it went or is to go.
    pub when: String,
    /// `120 of 300 sent`, planned, stopped.
    pub standing: String,
    /// Mails sent, for the bar.
    pub done: i64,
    /// All its mails.
    pub all: i64,
    /// What went wrong; may be empty.
    pub failed: String,
    /// Where it is stopped; empty when there is nothing left to stop.
    pub stop: String,
}

/// An event's invitations.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Invitations {
    /// Title of the event.
    pub event: String,
    /// States with their counts.
    pub tabs: Vec<Tab>,
    /// What was searched.
    pub search: String,
    /// Where the search goes.
    pub action: String,
    /// The state kept while searching.
    pub kept: Vec<Hidden>,
    /// Tokens of the buttons.
    pub hidden: Vec<Hidden>,
    /// The rows.
    pub rows: Vec<InvitationRow>,
    /// The next page; empty on the last.
    pub next: String,
    /// The first page; empty on it.
    pub first: String,
    /// Where people are invited; empty when nobody can be any more.
    pub invite: String,
    /// Where those who did not answer are reminded; empty when nobody is invited.
    pub remind: String,
    /// Sendings, newest first.
    pub sendings: Vec<SendingRow>,
}

impl View for Invitations {
    const TEMPLATE: &'static str = "staff/invitations";
}

/// A message that was sent.
#[derive(Clone, Debug, Serialize)]
pub struct MessageRow {
    /// Its subject, and how far it is.
    pub sending: SendingRow,
    /// What it says in each language.
    pub mails: Vec<MailPreview>,
}

/// Messages to people of an event.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Messages {
    /// Title of the event.
    pub event: String,
    /// The messages, newest first.
    pub rows: Vec<MessageRow>,
    /// Where people are chosen for another.
    pub people: String,
    /// Tokens of the buttons.
    pub hidden: Vec<Hidden>,
}

impl View for Messages {
    const TEMPLATE: &'static str = "staff/messages";
}

/// Somebody in a check.
#[derive(Clone, Debug, Serialize)]
pub struct CheckedRow {
    /// Name, or the address where no name is known.
    pub name: String,
    /// Address, where the name stands above it.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// Sector; may be empty.
    pub sector: String,
    /// Language.
    pub language: String,
    /// What it means, or what is wrong.
    pub says: String,
}

/// A mail as it will be sent, in one language.
#[derive(Clone, Debug, Serialize)]
pub struct MailPreview {
    /// The language in itself.
    pub language: String,
    /// Its code.
    pub lang: &'static str,
    /// Subject.
    pub subject: String,
    /// The text part.
    pub text: String,
}

/// What is about to go out, before it does.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SendingCheck {
    /// The page's heading.
    pub heading: String,
    /// How many get it, and when.
    pub lead: String,
    /// Who; the first of them.
    pub people: Vec<CheckedRow>,
    /// How many more; empty when all are shown.
    pub more: String,
    /// Where the next of them begin; empty when they are shown only in part, or all.
    pub next: String,
    /// Where they are shown.
    pub again: String,
    /// Heading over who is left out; empty when nobody is.
    pub left_out: String,
    /// Who is left out, and why; the first of them.
    pub others: Vec<CheckedRow>,
    /// How many more of those.
    pub more_others: String,
    /// The mail in each language it goes in.
    pub mails: Vec<MailPreview>,
    /// Where the button goes; empty when nobody gets anything.
    pub action: String,
    /// Tokens, and what was typed.
    pub hidden: Vec<Hidden>,
    /// What the button does.
    pub button: String,
    /// Where what was typed can be changed; empty when nothing was.
    pub change: String,
    /// Back to the list.
    pub back: String,
}

impl View for SendingCheck {
    const TEMPLATE: &'static str = "staff/sending_check";
}
