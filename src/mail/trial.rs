//! Trial mails: for the operator one of its own, for staff any of ours with made-up data. Sender, signatures and way out as real mails
//! have them, nobody's registration in it.

use super::message::Message;
use super::mime::{self, Letter};
use super::outcome::{Outcome, Reply};
use super::render::{Composed, Mailroom};
use super::transport::Transport;
use super::{MailError, sign};
use crate::calendar::invite::Method;
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
        self.plain(to, "Quarterdeck: the way out works", text, message_id, at)
    }

    /// Makes the mail that goes round: to one of our own addresses, to see whether it comes back in.
    ///
    /// # Errors
    /// As [`Self::trial`].
    pub fn round_trip(&self, to: &EmailAddress, message_id: &str, at: Instant) -> Result<Composed, MailError> {
        let text = format!(
            "This mail was asked for with `quarterdeck check --loop`.\n\nIt should reach the service by itself. If you read it in a mailbox, the mail \
             server does not give mails to such addresses to the service.\n\n{}\n",
            self.sender().base_url
        );
        self.plain(to, "Quarterdeck: do answers reach the service?", text, message_id, at)
    }

    fn plain(&self, to: &EmailAddress, subject: &str, text: String, message_id: &str, at: Instant) -> Result<Composed, MailError> {
        let sender = self.sender();
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
            subject,
            text,
            html: format!(
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Quarterdeck</title></head><body>{paragraphs}</body></html>"
            ),
            calendar: None,
            paper: None,
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

    /// Makes a trial of one of our mails to its recipient. `mark` is the word for it, behind the label in the subject; links are the
    /// message's, and should open nothing.
    ///
    /// # Errors
    /// When the message cannot be put together or signed.
    pub fn trial_of(&self, message: Message<'_>, mark: &str, message_id: &str) -> Result<Composed, MailError> {
        let (sender, mail) = (self.sender(), message.mail);
        let to = super::invitation::recipient(mail)?;
        let words = self.words(message)?;
        let calendar = self.calendar(message)?.map(|object| {
            let method = if object.contains("\r\nMETHOD:CANCEL\r\n") { Method::Cancel } else { Method::Request };
            (method, object)
        });
        let (label, rest) = words.subject.split_once(' ').unwrap_or(("", &words.subject));
        let letter = Letter {
            kind: KIND,
            language: mail.language,
            message_id,
            made_at: mail.made_at,
            to_name: None,
            to: &to,
            answers: super::invitation::answers_to(sender, message.links),
            unsubscribe: None,
            subject: &format!("{label} [{mark}] {rest}"),
            text: words.text,
            html: words.html,
            calendar,
            paper: None,
            feedback: "trial".into(),
        };
        Ok(Composed {
            kind: KIND,
            message_id: message_id.to_owned(),
            made_at: mail.made_at,
            envelope_from: sender.address.wire(),
            rcpt: to.wire(),
            bytes: sign::sign(self.signers(), mime::build(sender, letter)?, mail.made_at)?,
        })
    }
}

/// Hands one mail over now, past the queue, and says what came of it.
///
/// # Errors
/// What keeps the way out from being used at all.
pub async fn post(way: &Transport, mail: &Composed) -> Result<Outcome, Reply> {
    let mut session = way.open().await?;
    let outcome = session.deliver(mail).await;
    session.close().await;
    Ok(outcome)
}
