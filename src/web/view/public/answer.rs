//! What follows the form, and what remains after an erasure.

use serde::Serialize;

use super::event::EventFacts;
use crate::domain::registration::PROOF_HOURS;
use crate::web::view::View;

/// The page after the form: the same whether or not the registration existed before.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerPage {
    /// The event.
    pub event: EventFacts,
    /// The address the mail went to, as typed, up to the `@`: a long address breaks there.
    pub mailbox: String,
    /// The rest of it, with the `@`.
    pub domain: String,
    /// Who sends the mail, so that it is recognised.
    pub sender: String,
    /// Back to the form.
    pub again: String,
    /// How long the link works, in hours.
    pub hours: i64,
    /// Organisers decide about whoever registers by themselves.
    pub asks: bool,
}

impl AnswerPage {
    /// The page for an address. `sender` is the address mails come from.
    pub fn new(event: EventFacts, email: &str, sender: impl Into<String>) -> Self {
        let again = format!("{}#register", event.href);
        let (mailbox, domain) = email.split_at(email.rfind('@').unwrap_or(email.len()));
        Self { event, mailbox: mailbox.to_owned(), domain: domain.to_owned(), sender: sender.into(), again, hours: PROOF_HOURS, asks: false }
    }

    /// Of an event where organisers decide.
    pub fn asking(mut self, asks: bool) -> Self {
        self.asks = asks;
        self
    }
}

impl View for AnswerPage {
    const TEMPLATE: &'static str = "answer";
}

/// After an erasure.
#[derive(Clone, Debug, Serialize)]
pub struct ErasedPage {
    /// The upcoming events.
    pub home: String,
}

impl View for ErasedPage {
    const TEMPLATE: &'static str = "erased";
}
