//! The mail room as staff sees it: the mails of their own platforms, and one of them with all that is known of it. Reading only.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{App, AppError};
use crate::clock::Instant;
use crate::db::outbox::{self, MailStatus, Row};
use crate::db::{AnyConn, DbError, event_facts, events, invitations, mail_room, members, offers, registrations};
use crate::domain::event::Event;
use crate::domain::ids::{EventId, InvitationId, MailId, MemberId, OfferId, PlatformId, RegistrationId};
use crate::domain::staff::{Action, Grants};
use crate::mail::stored::{self, Says};

pub use crate::db::mail_room::Wanted;

/// Mails, and the events they are about.
#[derive(Clone, Debug, Default)]
pub struct MailList {
    /// The mails.
    pub mails: Vec<Row>,
    event_of: HashMap<RegistrationId, EventId>,
    invited_to: HashMap<InvitationId, EventId>,
    offered_at: HashMap<OfferId, EventId>,
    events: HashMap<EventId, Event>,
}

impl MailList {
    /// The event a mail is about; a test mail is about none.
    pub fn event(&self, mail: &Row) -> Option<&Event> {
        let event = match (mail.invitation_id, mail.offer_id) {
            (Some(invitation), _) => self.invited_to.get(&invitation),
            (None, Some(offer)) => self.offered_at.get(&offer),
            (None, None) => self.event_of.get(&mail.registration_id?),
        };
        self.events.get(event?)
    }
}

/// How a part of the mail room stands.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// How many mails there are, by status.
    pub counts: HashMap<MailStatus, i64>,
    /// When the oldest that is owed and due was owed.
    pub oldest_due: Option<Instant>,
}

/// One mail.
#[derive(Clone, Debug)]
pub struct MailView {
    /// The row.
    pub row: Row,
    /// The event it is about; `None` in a test mail and one about a mandate.
    pub event: Option<Event>,
    /// On which platform; `None` for a test mail.
    pub platform: Option<PlatformId>,
    /// What it says to the person and of the event; `None` once erased.
    pub says: Option<Says>,
    /// The registration it is about.
    pub about: Option<registrations::Row>,
    /// The last mail that says where that registration stands.
    pub last: Option<Row>,
    /// Whether a later one went out, so that this one does not any more.
    pub overtaken: bool,
}

impl App {
    /// Mails of the platforms whose mail room these roles may see, newest first. Test mails belong to no platform and are
    /// shown to who may see all.
    pub async fn mails_for(&self, grants: &Grants, wanted: Wanted, limit: i64) -> Result<MailList, AppError> {
        let wanted = seen(grants, Action::SeeMail, wanted);
        self.db
            .read(move |conn| {
                let mails = mail_room::list(conn, &wanted, limit)?;
                Ok(with_events(conn, mails)?)
            })
            .await
    }

    /// How these mails stand, whatever status is wanted.
    pub async fn mails_stand(&self, grants: &Grants, wanted: Wanted, now: Instant) -> Result<Standing, AppError> {
        let wanted = Wanted { status: None, before: None, ..seen(grants, Action::SeeMail, wanted) };
        self.db
            .read(move |conn| {
                let mut standing = Standing { oldest_due: mail_room::oldest_due(conn, &wanted, now)?, ..Standing::default() };
                for status in MailStatus::ALL {
                    let of_it = Wanted { status: Some(*status), ..wanted.clone() };
                    standing.counts.insert(*status, mail_room::count(conn, &of_it)?);
                }
                Ok(standing)
            })
            .await
    }

    /// How many of these mails there are, on the platforms whose mail room these roles may see.
    pub async fn mail_count_for(&self, grants: &Grants, wanted: Wanted) -> Result<i64, AppError> {
        let wanted = seen(grants, Action::SeeMail, wanted);
        self.db.read(move |conn| Ok(mail_room::count(conn, &wanted)?)).await
    }

    /// How much is owed and due in each class of mails, and when the oldest of it was owed.
    pub async fn mail_classes(&self, now: Instant) -> Result<Vec<(i32, i64, Instant)>, AppError> {
        self.db.read(move |conn| Ok(mail_room::by_class(conn, now)?)).await
    }

    /// One mail of a platform on which these roles allow an action.
    ///
    /// # Errors
    /// `NotFound` when it is of another, or does not exist.
    pub async fn mail_for(&self, grants: &Grants, action: Action, id: MailId) -> Result<MailView, AppError> {
        let wanted = seen(grants, action, Wanted::default());
        self.db
            .read(move |conn| {
                if !mail_room::has(conn, &wanted, id)? {
                    return Err(AppError::NotFound);
                }
                let row = outbox::by_id(conn, id)?.ok_or(AppError::NotFound)?;
                Ok(view_of(conn, row)?)
            })
            .await
    }
}

/// What is wanted of what these roles allow to be seen.
fn seen(grants: &Grants, action: Action, wanted: Wanted) -> Wanted {
    Wanted { platforms: grants.platforms(action), ..wanted }
}

fn with_events(conn: &mut AnyConn, mails: Vec<Row>) -> Result<MailList, DbError> {
    let about: Vec<RegistrationId> = mails.iter().filter_map(|mail| mail.registration_id).collect();
    let mut list = MailList { mails, ..MailList::default() };
    for row in registrations::by_ids(conn, &about)? {
        list.event_of.insert(row.id, row.event_id);
    }
    let about: Vec<InvitationId> = list.mails.iter().filter_map(|mail| mail.invitation_id).collect();
    for row in invitations::by_ids(conn, &about)? {
        list.invited_to.insert(row.id, row.event_id);
    }
    let about: Vec<OfferId> = list.mails.iter().filter_map(|mail| mail.offer_id).collect();
    list.offered_at = offers::events_of(conn, &about)?;
    let events = list.event_of.values().chain(list.invited_to.values()).chain(list.offered_at.values());
    let events: HashSet<EventId> = events.copied().collect();
    for event in events {
        list.events.insert(event, events::by_id(conn, event)?.event);
    }
    Ok(list)
}

fn view_of(conn: &mut AnyConn, row: Row) -> Result<MailView, DbError> {
    let list = with_events(conn, vec![row.clone()])?;
    let event = list.event(&row).cloned();
    let asked: Vec<MemberId> = row.member_id.into_iter().collect();
    let member = members::by_ids(conn, &asked)?.into_values().next();
    let about = match row.registration_id {
        Some(id) => Some(registrations::by_id(conn, id)?),
        None => None,
    };
    let last = match row.registration_id {
        Some(id) => mail_room::last_standing(conn, id)?,
        None => None,
    };
    Ok(MailView {
        says: says(conn, &row)?,
        platform: event.as_ref().map(|event| event.platform_id).or(member.map(|member| member.platform_id)),
        overtaken: outbox::was_overtaken(conn, &row)?,
        event,
        about,
        last,
        row,
    })
}

/// What a mail says, as long as it is kept and can be read.
fn says(conn: &mut AnyConn, row: &Row) -> Result<Option<Says>, DbError> {
    if row.snapshot.is_empty() {
        return Ok(None);
    }
    let kept: Vec<_> = row.facts_id.into_iter().collect();
    let facts = event_facts::by_ids(conn, &kept)?.into_values().next().and_then(|facts| serde_json::from_str(&facts).ok()).map(Arc::new);
    match stored::read(&row.snapshot, facts.as_ref()) {
        Ok(says) => Ok(Some(says)),
        Err(fault) => {
            tracing::error!(mail = row.id.0, fault, "a mail cannot be read");
            Ok(None)
        }
    }
}
