//! What pages and answers show: reading only.

use super::admission::owner_shut_out;
use super::guests::of_member::own;
use super::ledger::facts_of;
use super::{App, AppError, secrets};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::{changes, platforms, registrations};
use crate::domain::admission::Shut;
use crate::domain::ids::{EventId, PlatformId, Reference, RegistrationId, Slug};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::platform::{Platform, Visibility};
use crate::domain::registration::MailKind;
use crate::domain::staff::{Action, Grants};
use crate::mail::message::{About, EventFacts, Recipient, RegistrationFacts, Snapshot};

/// An event with its platform, and how many wait.
#[derive(Clone, Debug)]
pub struct EventView {
    /// The event as stored.
    pub stored: Stored,
    /// Its platform.
    pub platform: Platform,
    /// People waiting on site and online.
    pub waiting: (u32, u32),
}

impl EventView {
    /// People waiting in one way of attending.
    pub fn waiting_for(&self, mode: Mode) -> u32 {
        match mode {
            Mode::OnSite => self.waiting.0,
            Mode::Online => self.waiting.1,
        }
    }

    /// The event in one language as calendars and mails say it.
    pub fn facts(&self, language: Language) -> EventFacts {
        facts_of(&self.stored, &self.platform, language)
    }
}

/// A registration as its owner sees it.
#[derive(Clone, Debug)]
pub struct RegistrationView {
    /// The row.
    pub row: registrations::Row,
    /// The event.
    pub event: EventView,
    /// Place on the waiting list, from 1.
    pub waiting_place: Option<u32>,
    /// What happened, oldest first.
    pub history: Vec<changes::Row>,
    /// Why its owner is shut out of the event, as far as they asked by their link; never once it is over.
    pub shut: Option<Shut>,
    /// Whether they propose guests, or have proposed some, as far as they asked by their link.
    pub has_guests: bool,
}

impl App {
    /// The public events that are not over, by start. Hidden platforms and drafts do not exist here.
    pub async fn public_events(&self, now: Instant) -> Result<Vec<EventView>, AppError> {
        self.db
            .read(move |conn| {
                let public: Vec<Platform> =
                    platforms::all(conn)?.into_iter().map(Platform::from).filter(|p| p.visibility == Visibility::Public).collect();
                let filter = events::Filter {
                    platforms: Some(public.iter().map(|p| p.id).collect()),
                    ends_after: Some(now),
                    without_drafts: true,
                    ..Default::default()
                };
                let mut views = Vec::new();
                for stored in events::list(conn, &filter)? {
                    let Some(platform) = public.iter().find(|p| p.id == stored.event.platform_id).cloned() else { continue };
                    views.push(event_view(conn, stored, platform)?);
                }
                Ok(views)
            })
            .await
    }

    /// A public event by its address part.
    ///
    /// # Errors
    /// `NotFound` for a draft, an event of a hidden platform and one that does not exist: the three look the same and take
    /// as long.
    pub async fn public_event(&self, slug: &str) -> Result<EventView, AppError> {
        let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
        self.db
            .read(move |conn| {
                let (stored, platform) = events::public_by_slug(conn, slug.as_str())?.ok_or(AppError::NotFound)?;
                event_view(conn, stored, platform.into())
            })
            .await
    }

    /// Any event by its address part, for staff.
    pub async fn event_by_slug(&self, slug: &str) -> Result<EventView, AppError> {
        // What cannot be a slug names nothing, and some of it (NUL) the database would not even take as a question.
        let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
        self.db
            .read(move |conn| {
                let stored = events::by_slug(conn, slug.as_str())?.ok_or(AppError::NotFound)?;
                let platform = platforms::by_id(conn, stored.event.platform_id)?.into();
                event_view(conn, stored, platform)
            })
            .await
    }

    /// An event by its address part, if these roles may do this with it.
    ///
    /// # Errors
    /// `NotFound` also when the roles do not allow it: who may not see it learns nothing of it.
    pub async fn event_for(&self, grants: &Grants, action: Action, slug: &str) -> Result<EventView, AppError> {
        let view = self.event_by_slug(slug).await?;
        if grants.allow(action, view.platform.id) {
            return Ok(view);
        }
        Err(if grants.allow(Action::SeeEvents, view.platform.id) { AppError::Forbidden } else { AppError::NotFound })
    }

    /// The events staff may see, by start, latest last.
    pub async fn events_for(&self, grants: &Grants, filter: events::Filter) -> Result<Vec<EventView>, AppError> {
        let allowed = grants.platforms(Action::SeeEvents);
        self.db
            .read(move |conn| {
                let all: Vec<Platform> = platforms::all(conn)?.into_iter().map(Platform::from).collect();
                let mut filter = filter;
                filter.platforms = match (filter.platforms.take(), allowed) {
                    (asked, None) => asked,
                    (None, some) => some,
                    (Some(asked), Some(allowed)) => Some(asked.into_iter().filter(|p| allowed.contains(p)).collect()),
                };
                let mut views = Vec::new();
                for stored in events::list(conn, &filter)? {
                    let Some(platform) = all.iter().find(|p| p.id == stored.event.platform_id).cloned() else { continue };
                    views.push(event_view(conn, stored, platform)?);
                }
                Ok(views)
            })
            .await
    }

    /// All platforms in the order of lists.
    pub async fn platforms(&self) -> Result<Vec<Platform>, AppError> {
        self.db.read(|conn| Ok(platforms::all(conn)?.into_iter().map(Platform::from).collect())).await
    }

    /// A platform by its address part.
    pub async fn platform_id(&self, slug: &str) -> Result<Option<PlatformId>, AppError> {
        let Ok(slug) = slug.parse::<Slug>() else { return Ok(None) };
        self.db.read(move |conn| Ok(platforms::by_slug(conn, slug.as_str())?.map(|row| row.id))).await
    }

    /// A registration by the token of its personal page.
    ///
    /// # Errors
    /// `NotFound` for an unknown token and once the data is erased.
    pub async fn registration_by_token(&self, token: &str) -> Result<RegistrationView, AppError> {
        if Reference::parse(token).is_none() {
            return Err(AppError::NotFound);
        }
        let (hash, now) = (secrets::hash(token), self.now());
        self.db
            .read(move |conn| {
                let mut row = registrations::by_page_hash(conn, &hash)?.filter(|row| row.erased_at.is_none()).ok_or(AppError::NotFound)?;
                // The owner sees what the proof would prove.
                row.take_over_declared();
                let mut view = registration_view(conn, row)?;
                if !view.event.stored.event.is_held(now) {
                    view.shut = owner_shut_out(conn, &view.event.platform, &view.row, now)?;
                }
                if view.shut.is_none() {
                    view.has_guests = own(conn, &view.row, &view.event.stored.event, &view.event.platform, now)?.is_offered();
                }
                Ok(view)
            })
            .await
    }

    /// A registration by its public reference, for staff and programs.
    pub async fn registration_by_reference(&self, reference: &Reference) -> Result<RegistrationView, AppError> {
        let reference = reference.clone();
        self.db
            .read(move |conn| {
                let row = registrations::by_reference(conn, &reference)?.ok_or(AppError::NotFound)?;
                registration_view(conn, row)
            })
            .await
    }

    /// What the invitation of a confirmed registration says now, for a download of it: to the person, and of the event.
    pub fn invitation(&self, view: &RegistrationView, now: Instant) -> (Snapshot, EventFacts) {
        let row = &view.row;
        let mut event = view.event.facts(row.language);
        if row.mode == Mode::Online {
            event.join_link.clone_from(&view.event.stored.event.place.join_link);
        }
        let mail = Snapshot {
            kind: MailKind::RegistrationConfirmed,
            language: row.language,
            recipient: Recipient { name: row.name.clone(), email: row.email.clone() },
            about: About::Registration(RegistrationFacts {
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
            }),
            changes: Vec::new(),
            made_at: now,
        };
        (mail, event)
    }

    /// The row and the event behind a public reference: what a command needs.
    ///
    /// # Errors
    /// `NotFound`, also once the data is erased.
    pub async fn registration_ids(&self, reference: &Reference) -> Result<(RegistrationId, EventId), AppError> {
        let reference = reference.clone();
        self.db
            .read(move |conn| {
                let row = registrations::by_reference(conn, &reference)?.filter(|row| row.erased_at.is_none()).ok_or(AppError::NotFound)?;
                Ok((row.id, row.event_id))
            })
            .await
    }

    /// Where a registration stands in lists, also once its data is erased.
    pub async fn registration_position(&self, reference: &Reference) -> Result<Option<(RegistrationId, EventId)>, AppError> {
        let reference = reference.clone();
        self.db.read(move |conn| Ok(registrations::by_reference(conn, &reference)?.map(|row| (row.id, row.event_id)))).await
    }

    /// Where an event stands in lists; `None` for one that these roles may not see, as for one that does not exist.
    pub async fn event_position(&self, grants: &Grants, slug: &str) -> Result<Option<EventId>, AppError> {
        let Ok(slug) = slug.parse::<Slug>() else { return Ok(None) };
        let allowed = grants.platforms(Action::SeeEvents);
        self.db.read(move |conn| Ok(events::id_of_slug_on(conn, slug.as_str(), allowed.as_deref())?)).await
    }

    /// The address part of an event.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn event_slug(&self, id: EventId) -> Result<crate::domain::ids::Slug, AppError> {
        self.db.read(move |conn| Ok(events::by_id(conn, id)?.event.slug)).await
    }

    /// A page of an event's registrations.
    pub async fn registrations_of(&self, event: EventId, filter: registrations::ListFilter) -> Result<Vec<registrations::Row>, AppError> {
        self.db.read(move |conn| Ok(registrations::list(conn, event, &filter)?)).await
    }

    /// Everybody who has a seat at an event.
    pub async fn seated_at(&self, event: EventId) -> Result<Vec<registrations::Row>, AppError> {
        self.db.read(move |conn| Ok(registrations::in_states(conn, event, &[crate::domain::registration::State::Confirmed])?)).await
    }

    /// Counts of an event's registrations by state.
    pub async fn counts_of(&self, event: EventId) -> Result<std::collections::HashMap<crate::domain::registration::State, u32>, AppError> {
        self.db.read(move |conn| Ok(registrations::counts(conn, event)?)).await
    }

    /// The event a registration is for: the scope of every change to it.
    pub(super) async fn event_of(&self, id: RegistrationId) -> Result<EventId, AppError> {
        self.db.read(move |conn| Ok(registrations::by_id(conn, id)?.event_id)).await
    }
}

/// An event with how many wait.
pub(super) fn event_view(conn: &mut crate::db::AnyConn, stored: Stored, platform: Platform) -> Result<EventView, AppError> {
    let id = stored.event.id;
    // As long as no number was given out nobody ever waited.
    let mut count = |mode: Mode| if stored.next_waiting_no > 1 { registrations::waiting_count(conn, id, mode) } else { Ok(0) };
    let waiting = (count(Mode::OnSite)?, count(Mode::Online)?);
    Ok(EventView { stored, platform, waiting })
}

pub(super) fn registration_view(conn: &mut crate::db::AnyConn, row: registrations::Row) -> Result<RegistrationView, AppError> {
    let stored = events::by_id(conn, row.event_id)?;
    let platform = platforms::by_id(conn, stored.event.platform_id)?.into();
    let event = event_view(conn, stored, platform)?;
    let waiting_place = row.waiting_no.map(|n| registrations::waiting_place(conn, row.event_id, row.mode, n)).transpose()?;
    let history = changes::of_registration(conn, row.id)?;
    Ok(RegistrationView { row, event, waiting_place, history, shut: None, has_guests: false })
}
