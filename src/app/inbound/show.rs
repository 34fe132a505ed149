//! What came in, for staff: who may see an event sees what came in about it; what is about no event is for who may see all mail.

use std::collections::{HashMap, HashSet};

use crate::app::journal::Entry;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::inbound::{self, Filter, Row};
use crate::db::{AnyConn, DbError, Scope, registrations, rsvps};
use crate::domain::email::EmailAddress;
use crate::domain::ids::{EventId, InboundId, PlatformId, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::rsvp::{Answer, Narrowed, standing};
use crate::domain::staff::{Action, Grants};

/// Mails beside one registration: a loop of somebody else's makes more of them than anybody reads.
const SHOWN: i64 = 200;

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
                Ok(many(conn, mails)?)
            })
            .await
    }

    /// The mail from one of our own addresses with this Message-ID, once it came back and was handled.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn came_back(&self, message_id: &str, from: &EmailAddress) -> Result<Option<Row>, AppError> {
        let (message_id, key) = (message_id.to_owned(), from.key());
        self.db.read(move |conn| Ok(inbound::by_message_id(conn, &message_id, &key)?)).await
    }

    /// How many of them there are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn inbound_count(&self, filter: Filter) -> Result<i64, AppError> {
        self.db.read(move |conn| Ok(inbound::count(conn, &filter)?)).await
    }

    /// How many mails wait for somebody with these roles.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn inbound_open(&self, grants: &Grants) -> Result<i64, AppError> {
        if !grants.allow_somewhere(Action::SeeMail) {
            return Ok(0);
        }
        let filter = Filter { platforms: grants.platforms(Action::SeeMail), open: true, for_person: true, ..Filter::default() };
        self.inbound_count(filter).await
    }

    /// What came in about a registration, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn inbound_of(&self, registration: RegistrationId) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(inbound::of_registration(conn, registration, SHOWN)?)).await
    }

    /// What the calendar of a registration answered last.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn rsvp_of(&self, registration: RegistrationId) -> Result<Option<rsvps::Row>, AppError> {
        self.db.read(move |conn| Ok(rsvps::of(conn, registration)?)).await
    }

    /// What the calendars of these registrations answer to their invitations as they are now, or were last; all of them are there.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn answers_of(&self, rows: &[registrations::Row]) -> Result<HashMap<RegistrationId, Answer>, AppError> {
        let invited: Vec<(RegistrationId, i32)> = rows.iter().map(|row| (row.id, row.answered_sequence())).collect();
        self.db
            .read(move |conn| {
                let ids: Vec<RegistrationId> = invited.iter().map(|(id, _)| *id).collect();
                let kept = rsvps::of_many(conn, &ids)?;
                let last = |id: &RegistrationId| kept.get(id).and_then(rsvps::Row::last);
                Ok(invited.iter().map(|(id, sequence)| (*id, standing(last(id).as_ref(), *sequence))).collect())
            })
            .await
    }

    /// How many with a seat at an event are found by each answer of their calendars.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn rsvp_counts_of(&self, event: EventId) -> Result<HashMap<Narrowed, u32>, AppError> {
        self.db.read(move |conn| Ok(registrations::rsvp_counts(conn, event)?)).await
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
                    let change = Change::to(&serde_json::json!({ "kind": shown.mail.note.kind, "outcome": shown.mail.note.outcome }));
                    let entry = entry(actor, Deed::InboundDone, &shown, change);
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
        self.db
            .write(Scope::Concern("inbound"), move |tx| {
                let theirs = inbound::forget_from(tx, &key, now)?;
                inbound::forget_of_forgotten_mails(tx, now)?;
                Ok::<_, AppError>(theirs)
            })
            .await
    }

    /// Empties what came in before the retention time, whatever it was about; answers how many.
    pub(in crate::app) async fn purge_inbound(&self, now: Instant) -> Result<usize, AppError> {
        let before = now - chrono::Duration::days(self.settings.retention_days);
        self.db
            .write(Scope::Concern("inbound"), move |tx| {
                Ok::<_, AppError>(inbound::forget_before(tx, before, now)? + inbound::forget_of_forgotten_mails(tx, now)?)
            })
            .await
    }
}

/// What the journal says of a deed to a mail: about whose registration it is, no address.
pub(in crate::app) fn entry(actor: Actor, deed: Deed, shown: &Shown, change: Change) -> Entry {
    match (&shown.event, &shown.registration) {
        (Some(stored), Some(row)) => Entry::of_registration(actor, deed, &stored.event, &row.reference, change),
        (Some(stored), None) => Entry { change, ..Entry::of_event(actor, deed, None, &stored.event) },
        (None, _) => Entry::of(actor, deed, format!("inbound:{}", shown.mail.id), change),
    }
}

/// Refuses what is at no event of these platforms.
pub(in crate::app) fn may_see(shown: &Shown, platforms: Option<&[PlatformId]>) -> Result<(), AppError> {
    let here = |theirs: &[PlatformId]| shown.event.as_ref().is_some_and(|stored| theirs.contains(&stored.event.platform_id));
    if platforms.is_none_or(here) { Ok(()) } else { Err(AppError::NotFound) }
}

/// A mail with what it is about.
pub(in crate::app) fn shown(conn: &mut AnyConn, mail: Row) -> Result<Shown, DbError> {
    many(conn, vec![mail])?.pop().ok_or(DbError::NotFound)
}

/// Each event, registration and answer is read once, however many mails are about it.
fn many(conn: &mut AnyConn, mails: Vec<Row>) -> Result<Vec<Shown>, DbError> {
    let about: Vec<RegistrationId> = mails.iter().filter_map(|mail| mail.note.registration_id).collect::<HashSet<_>>().into_iter().collect();
    let named = registrations::by_ids(conn, &about)?.into_iter().filter(|row| row.erased_at.is_none());
    let registrations: HashMap<RegistrationId, registrations::Row> = named.map(|row| (row.id, row)).collect();
    let rsvps = rsvps::of_many(conn, &about)?;
    let mut events = HashMap::new();
    for id in mails.iter().filter_map(|mail| mail.note.event_id).collect::<HashSet<_>>() {
        events.insert(id, events::by_id(conn, id)?);
    }
    let of = |mail: Row| Shown {
        event: mail.note.event_id.and_then(|id| events.get(&id)).cloned(),
        registration: mail.note.registration_id.and_then(|id| registrations.get(&id)).cloned(),
        rsvp: mail.note.registration_id.and_then(|id| rsvps.get(&id)).cloned(),
        mail,
    };
    Ok(mails.into_iter().map(of).collect())
}
