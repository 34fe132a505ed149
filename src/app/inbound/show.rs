//! What came in, for staff: who may see an event sees what came in about it; what is about no event is for who may see all mail.

use crate::app::journal::Entry;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::inbound::{self, Filter, Row};
use crate::db::{AnyConn, DbError, Scope, registrations, rsvps};
use crate::domain::ids::{InboundId, PlatformId, RegistrationId};
use crate::domain::journal::{Change, Deed};

/// A mail that came in, with what it is about.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The mail.
    pub mail: Row,
    /// The event it is about.
    pub event: Option<Stored>,
    /// The registration it is about; `None` also once it was erased.
    pub registration: Option<registrations::Row>,
    /// What their calendar answered last.
    pub rsvp: Option<rsvps::Row>,
}

/// How much waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InboundDepth {
    /// Mails that are not read yet.
    pub waiting: i64,
    /// Since when the oldest of them waits.
    pub since: Option<Instant>,
    /// Mails that a person is to look at.
    pub for_person: i64,
}

impl App {
    /// Mails that came in, newest first; `platforms`: only at events of these.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn inbound(&self, filter: Filter, limit: i64) -> Result<Vec<Shown>, AppError> {
        self.db
            .read(move |conn| {
                let mails = inbound::list(conn, &filter, limit)?;
                mails.into_iter().map(|mail| Ok(shown(conn, mail)?)).collect()
            })
            .await
    }

    /// One of them, with all of it as it came, while it is kept.
    ///
    /// # Errors
    /// `NotFound` also where it is at no event of these platforms.
    pub async fn inbound_mail(&self, id: InboundId, platforms: Option<Vec<PlatformId>>) -> Result<(Shown, Option<Vec<u8>>), AppError> {
        self.db
            .read(move |conn| {
                let mail = inbound::by_id(conn, id)?.ok_or(AppError::NotFound)?;
                let shown = shown(conn, mail)?;
                may_see(&shown, platforms.as_deref())?;
                Ok((shown, inbound::raw(conn, id)?))
            })
            .await
    }

    /// What came in about a registration, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn inbound_of(&self, registration: RegistrationId) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(inbound::of_registration(conn, registration)?)).await
    }

    /// What the calendar of a registration answered last.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn rsvp_of(&self, registration: RegistrationId) -> Result<Option<rsvps::Row>, AppError> {
        self.db.read(move |conn| Ok(rsvps::of(conn, registration)?)).await
    }

    /// Somebody of staff is done with a mail; answers whether it was still to be looked at.
    ///
    /// # Errors
    /// `NotFound` also where it is at no event of these platforms.
    pub async fn inbound_done(&self, id: InboundId, platforms: Option<Vec<PlatformId>>, actor: Actor, now: Instant) -> Result<bool, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Concern("inbound"), move |tx| {
                let mail = inbound::by_id(tx, id)?.ok_or(AppError::NotFound)?;
                let shown = shown(tx, mail)?;
                may_see(&shown, platforms.as_deref())?;
                let done = inbound::done(tx, id, &actor.to_string(), now)?;
                if done {
                    let change = Change::to(&serde_json::json!({ "kind": shown.mail.kind, "outcome": shown.mail.outcome }));
                    let entry = match (&shown.event, &shown.registration) {
                        (Some(stored), Some(row)) => Entry::of_registration(actor, Deed::InboundDone, &stored.event, &row.reference, change),
                        (Some(stored), None) => Entry { change, ..Entry::of_event(actor, Deed::InboundDone, None, &stored.event) },
                        (None, _) => Entry::of(actor, Deed::InboundDone, format!("inbound:{id}"), change),
                    };
                    app.write_down(tx, entry, now);
                }
                Ok(done)
            })
            .await
    }

    /// How much waits to be read, and how much for a person.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn inbound_depth(&self) -> Result<InboundDepth, AppError> {
        self.db
            .read(|conn| {
                let (waiting, since, for_person) = inbound::depth(conn)?;
                Ok(InboundDepth { waiting, since: since.map(|since| since.0), for_person })
            })
            .await
    }

    /// Empties all that came from an address; answers how many mails that were.
    pub(in crate::app) async fn erase_inbound_from(&self, key: String, now: Instant) -> Result<usize, AppError> {
        self.db.write(Scope::Concern("inbound"), move |tx| Ok::<_, AppError>(inbound::forget_from(tx, &key, now)?)).await
    }

    /// Empties what came in before the retention time, whatever it was about; answers how many.
    pub(in crate::app) async fn purge_inbound(&self, now: Instant) -> Result<usize, AppError> {
        let before = now - chrono::Duration::days(self.settings.retention_days);
        self.db.write(Scope::Concern("inbound"), move |tx| Ok::<_, AppError>(inbound::forget_before(tx, before, now)?)).await
    }
}

fn may_see(shown: &Shown, platforms: Option<&[PlatformId]>) -> Result<(), AppError> {
    let here = |theirs: &[PlatformId]| shown.event.as_ref().is_some_and(|stored| theirs.contains(&stored.event.platform_id));
    if platforms.is_none_or(here) { Ok(()) } else { Err(AppError::NotFound) }
}

fn shown(conn: &mut AnyConn, mail: Row) -> Result<Shown, DbError> {
    let event = mail.event_id.map(|id| events::by_id(conn, id)).transpose()?;
    let registration = mail.registration_id.map(|id| registrations::by_ids(conn, &[id])).transpose()?.and_then(|mut rows| rows.pop());
    let rsvp = mail.registration_id.map(|id| rsvps::of(conn, id)).transpose()?.flatten();
    Ok(Shown { mail, event, registration: registration.filter(|row| row.erased_at.is_none()), rsvp })
}
