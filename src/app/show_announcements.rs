//! What is shown of messages to people of an event: reading only.

use std::collections::HashMap;

use super::show::EventView;
use super::{App, AppError};
use crate::clock::Instant;
use crate::db::announcements;
use crate::db::outbox::MailStatus;
use crate::db::registrations::Row;
use crate::domain::announcement::Words;
use crate::domain::ids::{BatchId, EventId};
use crate::domain::registration::MailKind;
use crate::mail::message::{About, Announced, EventFacts, Recipient, RegistrationFacts, Snapshot};

/// A message and how far it is.
#[derive(Clone, Debug)]
pub struct AnnouncementView {
    /// The message.
    pub row: announcements::Row,
    /// What it says; `None` once the time to keep it is over.
    pub words: Option<Words>,
    /// Its mails, by where they stand.
    pub mails: HashMap<MailStatus, i64>,
}

impl AnnouncementView {
    /// How many of its mails stand so.
    pub fn count(&self, status: MailStatus) -> i64 {
        self.mails.get(&status).copied().unwrap_or(0)
    }

    /// Whether there is something left to stop.
    pub fn is_going_on(&self) -> bool {
        self.row.stopped_at.is_none() && (self.row.finished_at.is_none() || self.count(MailStatus::Queued) > 0)
    }
}

impl App {
    /// The messages to people of an event, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn announcements_of(&self, event: EventId) -> Result<Vec<AnnouncementView>, AppError> {
        self.db
            .read(move |conn| {
                let mut mails: HashMap<BatchId, HashMap<MailStatus, i64>> = HashMap::new();
                for ((batch, status), n) in announcements::progress(conn, event)? {
                    mails.entry(batch).or_default().insert(status, n);
                }
                let rows = announcements::of_event(conn, event)?;
                let view = |row: announcements::Row| AnnouncementView {
                    words: serde_json::from_str(&row.words).ok(),
                    mails: mails.remove(&row.id).unwrap_or_default(),
                    row,
                };
                Ok(rows.into_iter().map(view).collect())
            })
            .await
    }

    /// The mail of a message as this person would get it now: for previews. Its link leads nowhere.
    pub fn announcement_sample(view: &EventView, row: &Row, words: &Words, now: Instant) -> (Snapshot, EventFacts) {
        let place = RegistrationFacts {
            reference: row.reference.clone(),
            uid: row.uid.clone(),
            sequence: row.sequence,
            was_invited: row.was_invited,
            state: row.state,
            mode: row.mode,
            waiting_place: None,
            reason: None,
            prove_before: None,
            answered: None,
            objection: None,
            attested: None,
        };
        let mail = Snapshot {
            kind: MailKind::Announcement,
            language: row.language,
            recipient: Recipient { name: row.name.clone(), email: row.email.clone() },
            about: About::Registration(place),
            changes: Vec::new(),
            made_at: now,
        };
        (mail, EventFacts { announced: Some(Announced::of(words, row.language)), ..view.facts(row.language) })
    }
}
