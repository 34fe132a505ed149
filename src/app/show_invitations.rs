//! What is shown of invitations: to who was invited, and to staff. Reading only.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::admission::shut_out;
use super::invite::Invitee;
use super::send_invitations::invitation_facts;
use super::show::{EventView, event_view};
use super::{App, AppError, secrets};
use crate::clock::Instant;
use crate::db::invitations::{self, ListFilter, Row};
use crate::db::outbox::{self, MailStatus};
use crate::db::{events, members, people, platforms, registrations, sendings};
use crate::domain::admission::{Basis, Shut};
use crate::domain::email::EmailAddress;
use crate::domain::event::EventStatus;
use crate::domain::ids::{BatchId, EventId, PlatformId, Reference};
use crate::domain::invitation::State;
use crate::domain::language::Language;
use crate::domain::member::Function;
use crate::domain::platform::Platform;
use crate::domain::registration::{MailKind, State as RegistrationState};
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName, fold};
use crate::mail::message::{About, EventFacts, InvitationFacts, Recipient, Snapshot};

/// An invitation as whoever was invited sees it.
#[derive(Clone, Debug)]
pub struct InvitationView {
    /// The row.
    pub row: Row,
    /// The event.
    pub event: EventView,
    /// The registration this person has at the event, by whatever way, with the place in line. One whose address was never
    /// proven is none.
    pub registration: Option<(registrations::Row, Option<u32>)>,
    /// Why this person is shut out of the event, if they are; never once it is over.
    pub shut: Option<Shut>,
}

/// A sending and how far it is.
#[derive(Clone, Debug)]
pub struct SendingView {
    /// The sending.
    pub row: sendings::Row,
    /// Its mails, by where they stand.
    pub mails: HashMap<MailStatus, i64>,
}

impl SendingView {
    /// How many of its mails stand so.
    pub fn count(&self, status: MailStatus) -> i64 {
        self.mails.get(&status).copied().unwrap_or(0)
    }

    /// Whether there is something left to stop.
    pub fn is_going_on(&self) -> bool {
        self.row.stopped_at.is_none() && (self.row.queued_at.is_none() || self.count(MailStatus::Queued) > 0)
    }
}

/// Which guests of earlier events.
#[derive(Clone, Debug, Default)]
pub struct FormerGuests {
    /// Of this event only; of all earlier ones of the platform when `None`.
    pub event: Option<EventId>,
    /// Only who was present.
    pub present: bool,
    /// Only these sectors; all when empty.
    pub sectors: Vec<Sector>,
    /// Only these languages; all when empty.
    pub languages: Vec<Language>,
    /// Only organisations whose name contains this.
    pub organisation: String,
}

impl App {
    /// An invitation by the token of its link.
    ///
    /// # Errors
    /// `NotFound` for an unknown token, and for an invitation that was taken back or erased.
    pub async fn invitation_by_token(&self, token: &str) -> Result<InvitationView, AppError> {
        if Reference::parse(token).is_none() {
            return Err(AppError::NotFound);
        }
        let (hash, now) = (secrets::hash(token), self.now());
        self.db
            .read(move |conn| {
                let found = invitations::by_page_hash(conn, &hash)?.filter(|row| row.erased_at.is_none() && row.state.is_open());
                let row = found.ok_or(AppError::NotFound)?;
                let stored = events::by_id(conn, row.event_id)?;
                if stored.event.status == EventStatus::Draft {
                    return Err(AppError::NotFound);
                }
                let platform: Platform = platforms::by_id(conn, stored.event.platform_id)?.into();
                let key = row.email_key.clone().unwrap_or_default();
                let owner: Vec<_> = people::by_email_keys(conn, &[key])?.into_values().map(|p| p.id).collect();
                let registration = registrations::of_people(conn, row.event_id, &owner)?.into_values().next();
                let registration = registration.filter(|r| r.proved_at.is_some() && r.state != RegistrationState::Pending);
                let place = match &registration {
                    Some(r) => r.waiting_no.map(|n| registrations::waiting_place(conn, r.event_id, r.mode, n)).transpose()?,
                    None => None,
                };
                // A place that staff gave personally stands, whatever the invitation rests on.
                let is_guest = registration.as_ref().is_some_and(|r| r.state.is_active() && r.basis == Basis::Personal);
                let key = row.email_key.as_deref().unwrap_or_default();
                let shut = match is_guest || stored.event.is_held(now) {
                    true => None,
                    false => shut_out(conn, &platform, row.basis, key, now)?,
                };
                Ok(InvitationView { shut, event: event_view(conn, stored, platform)?, registration: registration.map(|r| (r, place)), row })
            })
            .await
    }

    /// An invitation to an event by its public reference.
    ///
    /// # Errors
    /// `NotFound`, also for one to another event.
    pub async fn invitation_by_reference(&self, event: EventId, reference: &Reference) -> Result<Row, AppError> {
        let reference = reference.clone();
        self.db.read(move |conn| invitations::by_reference(conn, &reference)?.filter(|row| row.event_id == event).ok_or(AppError::NotFound)).await
    }

    /// A page of an event's invitations, each with the registration the person has there by whatever way.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn invitations_of(&self, event: EventId, filter: ListFilter) -> Result<Vec<(Row, Option<registrations::Row>)>, AppError> {
        self.db
            .read(move |conn| {
                let rows = invitations::list(conn, event, &filter)?;
                let keys: Vec<String> = rows.iter().filter_map(|row| row.email_key.clone()).collect();
                let owners = people::by_email_keys(conn, &keys)?;
                let ids: Vec<_> = owners.values().map(|p| p.id).collect();
                let theirs = registrations::of_people(conn, event, &ids)?;
                let of = |row: &Row| row.email_key.as_ref().and_then(|key| owners.get(key)).and_then(|person| theirs.get(&person.id)).cloned();
                Ok(rows.into_iter().map(|row| (row.clone(), of(&row))).collect())
            })
            .await
    }

    /// Counts of an event's invitations by state.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn invitation_counts_of(&self, event: EventId) -> Result<HashMap<State, u32>, AppError> {
        self.db.read(move |conn| Ok(invitations::counts(conn, event)?)).await
    }

    /// An event's sendings, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sendings_of(&self, event: EventId) -> Result<Vec<SendingView>, AppError> {
        self.db
            .read(move |conn| {
                let mut mails: HashMap<BatchId, HashMap<MailStatus, i64>> = HashMap::new();
                for ((batch, status), n) in sendings::progress(conn, event)? {
                    mails.entry(batch).or_default().insert(status, n);
                }
                let rows = sendings::of_event(conn, event)?;
                Ok(rows.into_iter().map(|row| SendingView { mails: mails.remove(&row.id).unwrap_or_default(), row }).collect())
            })
            .await
    }

    /// Who registered or was present at earlier events of a platform, as far as their names are still kept; of somebody who was
    /// there more than once, what they said last.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn former_guests(&self, platform: PlatformId, wanted: FormerGuests, now: Instant) -> Result<Vec<Invitee>, AppError> {
        self.db
            .read(move |conn| {
                let filter = events::Filter { platforms: Some(vec![platform]), without_drafts: true, ..Default::default() };
                let earlier = events::list(conn, &filter)?.into_iter().map(|stored| stored.event);
                let earlier = earlier.filter(|e| e.schedule.starts_at < now && wanted.event.is_none_or(|only| only == e.id));
                let mut guests: HashMap<String, (Instant, Invitee)> = HashMap::new();
                for event in earlier.map(|e| e.id).collect::<Vec<_>>() {
                    for row in registrations::in_states(conn, event, RegistrationState::ALL)? {
                        let Some(guest) = invitee(&row).filter(|_| wanted.fits(&row)) else { continue };
                        let said = row.registered_at.0;
                        let newest = guests.entry(guest.email.key()).or_insert_with(|| (said, guest.clone()));
                        if newest.0 < said {
                            *newest = (said, guest);
                        }
                    }
                }
                let mut guests: Vec<Invitee> = guests.into_values().map(|(_, guest)| guest).collect();
                guests.sort_by_cached_key(|guest| guest.email.key());
                Ok(guests)
            })
            .await
    }

    /// Everybody with a mandate on a platform's roster that is in force on a (Brussels) day, or only those of one function; each address
    /// once.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn members_to_invite(&self, platform: PlatformId, function: Option<Function>, day: NaiveDate) -> Result<Vec<Invitee>, AppError> {
        self.db
            .read(move |conn| {
                let mut known = HashSet::new();
                let mut people = Vec::new();
                for row in members::all_of(conn, platform)? {
                    let Some(member) = row.member()? else { continue };
                    let is_meant = member.mandate.is_current(day) && function.is_none_or(|only| only == member.function);
                    if is_meant && known.insert(member.email.key()) {
                        people.push(Invitee {
                            email: member.email,
                            name: Some(member.name),
                            organisation: Some(member.organisation),
                            sector: Some(member.sector),
                            language: member.language,
                        });
                    }
                }
                Ok(people)
            })
            .await
    }

    /// The earlier events of a platform, latest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn earlier_events(&self, platform: PlatformId, now: Instant) -> Result<Vec<crate::domain::event::Event>, AppError> {
        self.db
            .read(move |conn| {
                let filter = events::Filter { platforms: Some(vec![platform]), without_drafts: true, ..Default::default() };
                let mut earlier: Vec<_> = events::list(conn, &filter)?.into_iter().map(|stored| stored.event).collect();
                earlier.retain(|e| e.schedule.starts_at < now);
                earlier.reverse();
                Ok(earlier)
            })
            .await
    }

    /// The mails about an invitation, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn mails_of_invitation(&self, id: crate::domain::ids::InvitationId) -> Result<Vec<outbox::Row>, AppError> {
        self.db.read(move |conn| Ok(sendings::mails_of(conn, id)?)).await
    }

    /// An invitation's mail as it would go to somebody now: for previews. Its link leads nowhere.
    pub fn invitation_sample(view: &EventView, kind: MailKind, language: Language, name: &str, email: &str, now: Instant) -> (Snapshot, EventFacts) {
        let mail = Snapshot {
            kind,
            language,
            recipient: Recipient { name: name.to_owned(), email: email.to_owned() },
            about: About::Invitation(InvitationFacts { reference: Reference::from_random([0; 32]), proposed: false }),
            changes: Vec::new(),
            made_at: now,
        };
        (mail, invitation_facts(&view.stored, &view.platform, language))
    }
}

impl FormerGuests {
    fn fits(&self, row: &registrations::Row) -> bool {
        let proven = row.proved_at.is_some() && row.state != RegistrationState::Rejected;
        proven
            && (row.present || !self.present)
            && (self.sectors.is_empty() || self.sectors.contains(&row.sector))
            && (self.languages.is_empty() || self.languages.contains(&row.language))
            && fold(&row.organisation_name).contains(&fold(&self.organisation))
    }
}

/// Somebody as they registered; `None` once erased.
fn invitee(row: &registrations::Row) -> Option<Invitee> {
    Some(Invitee {
        email: EmailAddress::parse(&row.email).ok()?,
        name: PersonName::parse(&row.name).ok(),
        organisation: OrganisationName::parse(&row.organisation_name).ok(),
        sector: Some(row.sector),
        language: row.language,
    })
}
