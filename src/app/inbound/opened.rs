//! One mail that came in, opened: what is only in its source is read again when somebody looks, because it is not kept beside it. Nothing
//! is decided by it.

use super::show::{Shown, entry, may_see, shown};
use crate::app::addresses::failing_of;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::inbound::{self, Stage};
use crate::db::{Scope, mail_addresses, outbox, staff};
use crate::domain::ids::{InboundId, PlatformId, UserId};
use crate::domain::journal::{Change, Deed};
use crate::mail::inbound::{Class, Ours, Reading, read};

/// A mail that somebody looks at.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The mail, with what it is about.
    pub shown: Shown,
    /// Whether all of it is still kept.
    pub has_source: bool,
    /// Names of attached files, as its sender calls them.
    pub attachments: Vec<String>,
    /// Beginning and end that a calendar proposes.
    pub proposed: Option<(Instant, Option<Instant>)>,
    /// The mail of ours that it is about, while there is one.
    pub ours: Option<outbox::Row>,
    /// What is known of the address that it is about, where mail to it fails.
    pub failing: Option<mail_addresses::Row>,
    /// The address of whoever was done with it.
    pub done_by: Option<String>,
}

impl App {
    /// One of the mails that came in.
    ///
    /// # Errors
    /// `NotFound` also where it is at no event of these platforms.
    pub async fn inbound_mail(&self, id: InboundId, platforms: Option<Vec<PlatformId>>, ours: Ours) -> Result<Opened, AppError> {
        let app = self.clone();
        let (mut opened, raw) = self
            .db
            .read(move |conn| {
                let mail = inbound::by_id(conn, id)?.ok_or(AppError::NotFound)?;
                let shown = shown(conn, mail)?;
                may_see(&shown, platforms.as_deref())?;
                let raw = inbound::raw(conn, id)?;
                let opened = Opened {
                    has_source: raw.is_some(),
                    attachments: Vec::new(),
                    proposed: None,
                    ours: shown.mail.note.mail_id.map(|mail| outbox::by_id(conn, mail)).transpose()?.flatten(),
                    failing: failing_of(conn, &app, &shown.mail)?,
                    done_by: None,
                    shown,
                };
                let by = opened.shown.mail.done_by.as_deref().and_then(|by| by.strip_prefix("user:")).and_then(|id| id.parse().ok());
                let done_by = by.map(|id| staff::user_by_id(conn, UserId(id))).transpose()?;
                Ok::<_, AppError>((Opened { done_by: done_by.map(|user| user.email), ..opened }, raw))
            })
            .await?;
        // One that its reader could not bear is not given to it again.
        let readable = raw.filter(|_| opened.shown.mail.state == Stage::Handled);
        if let Some(reading) = read_aside(readable, ours).await {
            if let Class::Calendar(spoken) = &reading.class {
                opened.proposed = spoken.proposed;
            }
            opened.attachments = reading.attachments;
        }
        Ok(opened)
    }

    /// All of a mail as it came, for a file: the journal says who took it. `None` once it is not kept any more.
    ///
    /// # Errors
    /// `NotFound` also where it is at no event of these platforms.
    pub async fn inbound_source(
        &self,
        id: InboundId,
        platforms: Option<Vec<PlatformId>>,
        actor: Actor,
        now: Instant,
    ) -> Result<Option<Vec<u8>>, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Concern("inbound"), move |tx| {
                let mail = inbound::by_id(tx, id)?.ok_or(AppError::NotFound)?;
                let shown = shown(tx, mail)?;
                may_see(&shown, platforms.as_deref())?;
                let raw = inbound::raw(tx, id)?;
                if raw.is_some() {
                    let change = Change::to(&serde_json::json!({ "inbound": id, "kind": shown.mail.note.kind }));
                    app.write_down(tx, entry(actor, Deed::MailExported, &shown, change), now);
                }
                Ok(raw)
            })
            .await
    }
}

/// Reads a mail once more, where a fault of the reader harms nobody.
async fn read_aside(raw: Option<Vec<u8>>, ours: Ours) -> Option<Reading> {
    let raw = raw?;
    tokio::task::spawn_blocking(move || read(&raw, &ours)).await.ok()
}
