//! Staff creates an event or edits its texts. Texts tell nobody; time and place are changed by rescheduling.

use super::journal::Entry;
use super::retell::retell;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::{DbError, Scope, Tx, closings, platforms};
use crate::domain::agenda::AgendaItem;
use crate::domain::edition::Edition;
use crate::domain::event::{Event, EventStatus, Place, Schedule};
use crate::domain::ids::{EventId, PlatformId, Slug};
use crate::domain::journal::Deed;
use crate::domain::language::Translated;
use crate::domain::mode::Mode;
use crate::domain::seats::{SeatRules, Taken};
use crate::domain::tlp::Tlp;

/// A new event, as a draft.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// Whose meeting.
    pub platform: PlatformId,
    /// Its address part; never changes.
    pub slug: Slug,
    /// The quarter it reports on.
    pub edition: Edition,
    /// The event it follows.
    pub follows: Option<EventId>,
    /// Its texts.
    pub texts: Texts,
    /// When.
    pub schedule: Schedule,
    /// Where.
    pub place: Place,
    /// Seats.
    pub seats: SeatRules,
}

/// What may be edited at any time without telling anybody.
#[derive(Clone, Debug)]
pub struct Texts {
    /// Title.
    pub title: Translated,
    /// A paragraph.
    pub summary: Translated,
    /// What happens.
    pub agenda: Vec<AgendaItem>,
    /// Label.
    pub tlp: Tlp,
}

impl App {
    /// Makes a draft.
    ///
    /// # Errors
    /// `Taken("slug")`, `Invalid` for a schedule or link that cannot be, `WrongEventState` for a quarter that is closed.
    pub async fn create_event(&self, new: NewEvent, actor: Actor, now: Instant) -> Result<EventId, AppError> {
        check_schedule(&new.schedule)?;
        check_place(&new.place)?;
        let app = self.clone();
        self.db
            .write(Scope::Concern("events"), move |tx| {
                platforms::by_id(tx, new.platform)?;
                still_open(tx, new.platform, new.edition)?;
                if events::id_of_slug(tx, new.slug.as_str())?.is_some() {
                    return Err(AppError::Taken("slug"));
                }
                let id = EventId(tx.next_id());
                let made = draft(id, new.clone(), now);
                events::insert(tx, &made, now).map_err(taken)?;
                app.write_down(tx, Entry::of_event(actor, Deed::EventCreated, None, &made.event), now);
                Ok(id)
            })
            .await
    }

    /// Edits the texts of an event, and which one it follows. A published one must stay complete in every language.
    ///
    /// # Errors
    /// `NotFound`, `Stale` when `revision` is not the current one, `Incomplete` for a published event with gaps.
    pub async fn edit_texts(
        &self,
        id: EventId,
        revision: Option<i32>,
        texts: Texts,
        follows: Option<EventId>,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(id), move |tx| {
                let mut stored = events::by_id(tx, id)?;
                fresh(&stored, revision)?;
                let (before, texts) = (stored.event.clone(), texts.clone());
                let event = &mut stored.event;
                event.title = texts.title;
                event.summary = texts.summary;
                event.agenda = texts.agenda;
                event.tlp = texts.tlp;
                event.follows = follows;
                event.revision += 1;
                complete_if_published(event)?;
                events::update(tx, &stored, now)?;
                let platform = platforms::by_id(tx, stored.event.platform_id)?.into();
                retell(tx, &stored, &platform)?;
                app.write_down(tx, Entry::of_event(actor, Deed::EventEdited, Some(&before), &stored.event), now);
                Ok(())
            })
            .await
    }
}

/// Another process may take the address part after this one has looked: the rule of the table then says the same.
fn taken(error: DbError) -> AppError {
    if error.broke("event_slug") { AppError::Taken("slug") } else { error.into() }
}

fn draft(id: EventId, new: NewEvent, now: Instant) -> Stored {
    let event = Event {
        id,
        platform_id: new.platform,
        slug: new.slug,
        edition: new.edition,
        follows: new.follows,
        status: EventStatus::Draft,
        tlp: new.texts.tlp,
        title: new.texts.title,
        summary: new.texts.summary,
        agenda: new.texts.agenda,
        schedule: new.schedule,
        place: new.place,
        seats: new.seats,
        sequence: 0,
        revision: 1,
    };
    Stored {
        event,
        on_site: Taken::default(),
        online: Taken::default(),
        released_at: None,
        next_waiting_no: 1,
        call_off_reason: None,
        created_at: now,
        updated_at: now,
    }
}

/// Refuses an edit that started from an older revision; no revision means that the caller takes what there is.
pub(super) fn fresh(stored: &Stored, revision: Option<i32>) -> Result<(), AppError> {
    if revision.is_none_or(|r| stored.event.revision == r) { Ok(()) } else { Err(AppError::Stale) }
}

/// Figures of a closed quarter are frozen: no event comes to it any more. Nobody closes it before this transaction ends.
pub(super) fn still_open(tx: &mut Tx<'_>, platform: PlatformId, edition: Edition) -> Result<(), AppError> {
    closings::lock(tx, platform)?;
    if closings::is_closed(tx, platform, edition)? { Err(AppError::WrongEventState("quarter_closed")) } else { Ok(()) }
}

/// What the public sees must stay complete in every language.
pub(super) fn complete_if_published(event: &Event) -> Result<(), AppError> {
    let gaps = event.gaps();
    if event.status == EventStatus::Published && !gaps.is_empty() { Err(AppError::Incomplete(gaps)) } else { Ok(()) }
}

pub(super) fn check_schedule(schedule: &Schedule) -> Result<(), AppError> {
    let invalid = |field, why: &str| Err(AppError::Invalid { field, why: why.into() });
    if schedule.ends_at <= schedule.starts_at {
        return invalid("ends_at", "the end must come after the start");
    }
    if schedule.closes_at > schedule.ends_at {
        return invalid("closes_at", "registration must close before the event ends");
    }
    if schedule.opens_at.is_some_and(|opens| opens >= schedule.closes_at) {
        return invalid("opens_at", "registration must open before it closes");
    }
    Ok(())
}

pub(super) fn check_place(place: &Place) -> Result<(), AppError> {
    let Some(link) = &place.join_link else { return Ok(()) };
    let is_https = url::Url::parse(link).is_ok_and(|u| u.scheme() == "https" && u.host_str().is_some());
    if !is_https || link.len() > 2000 || link.chars().any(|c| c.is_control() || c.is_whitespace()) {
        let shown: String = link.chars().take(80).collect();
        return Err(AppError::Invalid { field: "join_link", why: format!("\"{shown}\" is not a link that begins with https://") });
    }
    if !place.format.offers(Mode::Online) {
        return Err(AppError::Invalid { field: "join_link", why: "an event on site only has no join link".into() });
    }
    Ok(())
}
