//! A trial mail for the operator: sender, signatures and way out as real mails have them, nobody's registration in it.

use super::mime::{self, Letter};
use super::render::{Composed, Mailroom};
use super::{MailError, sign};
use crate::clock::Instant;
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;

/// What `X-Quarterdeck-Mail` says.
const KIND: &str = "test";

impl Mailroom {
    /// Makes the trial mail to `to`. It is in English: only who runs the service asks for it.
    ///
    /// # Errors
    /// When the message cannot be put together or signed.
    pub fn trial(&self, to: &EmailAddress, message_id: &str, at: Instant) -> Result<Composed, MailError> {
        let sender = self.sender();
        let text = format!(
            "This mail was asked for with `quarterdeck mail test`.\n\nThat it arrived shows that the way out works. Its headers should say dkim=pass, \
             spf=pass and dmarc=pass for {}.\n\n{}\n",
            sender.domain, sender.base_url
        );
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let paragraphs: String = escaped.split("\n\n").map(|p| format!("<p>{}</p>", p.trim())).collect();
        let letter = Letter {
            kind: KIND,
            language: Language::En,
            message_id,
            made_at: at,
            to_name: None,
            to,
            answers: sender.address.clone(),
            unsubscribe: None,
            subject: "Quarterdeck: the way out works",
            text,
            html: format!(
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Quarterdeck</title></head><body>{paragraphs}</body></html>"
            ),
            calendar: None,
            feedback: "trial".into(),
        };
        Ok(Composed {
            kind: KIND,
            message_id: message_id.to_owned(),
            made_at: at,
            envelope_from: sender.address.wire(),
            rcpt: to.wire(),
            bytes: sign::sign(self.signers(), mime::build(sender, letter)?, at)?,
        })
    }
}
