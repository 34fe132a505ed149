//! What staff sees besides events and lists: places in line, who is present, and the mails of their own platforms only.

use std::collections::{HashMap, HashSet};

use super::{App, AppError};
use crate::db::outbox::{self, MailStatus, Row};
use crate::db::{events, figures, invitations, offers, registrations};
use crate::domain::event::Event;
use crate::domain::ids::{EventId, InvitationId, MailId, OfferId, RegistrationId};
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::sector::Sector;
use crate::domain::staff::{Action, Grants};

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

impl App {
    /// How many people are marked present in each way of attending.
    pub async fn present_at(&self, event: EventId) -> Result<HashMap<Mode, u32>, AppError> {
        self.db
            .read(move |conn| {
                let mut present = HashMap::new();
                for group in figures::of_event(conn, event)?.into_iter().filter(|group| group.present) {
                    *present.entry(group.mode).or_default() += u32::try_from(group.count).unwrap_or(u32::MAX);
                }
                Ok(present)
            })
            .await
    }

    /// Everybody at an event in one of these states, whose data is not erased, in the order they registered.
    pub async fn everybody_at(&self, event: EventId, states: &'static [State]) -> Result<Vec<registrations::Row>, AppError> {
        self.db
            .read(move |conn| {
                let mut rows = registrations::in_states(conn, event, states)?;
                rows.retain(|row| row.erased_at.is_none());
                Ok(rows)
            })
            .await
    }

    /// The place in line, from 1, of everybody who waits at an event.
    pub async fn waiting_places(&self, event: EventId) -> Result<HashMap<RegistrationId, u32>, AppError> {
        self.db
            .read(move |conn| {
                let mut places = HashMap::new();
                for mode in Mode::ALL {
                    let queue = registrations::queue(conn, event, *mode, Sector::ALL, i64::MAX)?;
                    places.extend((1..).zip(queue).map(|(place, waiting)| (waiting.registration, place)));
                }
                Ok(places)
            })
            .await
    }

    /// Mails of the platforms whose mail room these roles may see, newest first. Test mails belong to no platform and are
    /// shown to who may see all.
    pub async fn mails_for(&self, grants: &Grants, status: Option<MailStatus>, limit: i64) -> Result<MailList, AppError> {
        let platforms = grants.platforms(Action::SeeMail);
        self.db
            .read(move |conn| {
                let mails = outbox::list_of(conn, platforms.as_deref(), status, limit)?;
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
            })
            .await
    }

    /// How many mails stand at a status, on the platforms whose mail room these roles may see.
    pub async fn mail_count_for(&self, grants: &Grants, status: MailStatus) -> Result<i64, AppError> {
        let platforms = grants.platforms(Action::SeeMail);
        self.db.read(move |conn| Ok(outbox::count_of(conn, platforms.as_deref(), status)?)).await
    }

    /// Checks that a mail belongs to a platform whose mail room these roles may see.
    ///
    /// # Errors
    /// `NotFound` when it does not, or does not exist.
    pub async fn mail_is_for(&self, grants: &Grants, mail: MailId) -> Result<(), AppError> {
        let platforms = grants.platforms(Action::SeeMail);
        let known = self.db.read(move |conn| Ok::<_, AppError>(outbox::is_of(conn, platforms.as_deref(), mail)?)).await?;
        if known { Ok(()) } else { Err(AppError::NotFound) }
    }
}
