//! Calendars to subscribe to: the events of a public platform, and a person's own behind a secret address. Reading only, but for giving
//! a person another address. It must not know how a calendar is written.

use chrono::Duration;

use super::admission::shut_out;
use super::secrets::Reach;
use super::{App, AppError};
use crate::clock::Instant;
use crate::db::events::Stored;
use crate::db::{AnyConn, DbError, Scope, calendar_feeds, changes, events, people, platforms, registrations};
use crate::domain::feed::{self, MOST, PAST_DAYS, Place, Standing};
use crate::domain::ids::{PersonId, RegistrationId, Slug};
use crate::domain::language::Language;
use crate::domain::platform::{Platform, Visibility};
use crate::domain::registration::State;

/// What a public platform's calendar shows.
#[derive(Clone, Debug)]
pub struct PlatformFeed {
    /// The platform.
    pub platform: Platform,
    /// Its events that are published or were called off, earliest first.
    pub events: Vec<Stored>,
}

/// What a person's calendar shows.
#[derive(Clone, Debug)]
pub struct PersonalFeed {
    /// Their language.
    pub language: Language,
    /// Their events, earliest first.
    pub events: Vec<OwnEvent>,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct OwnEvent {
    /// Their registration.
    pub row: registrations::Row,
    /// The event.
    pub stored: Stored,
    /// Its platform.
    pub platform: Platform,
    /// How it stands in their calendar.
    pub standing: Standing,
    /// When what is shown of it was last changed.
    pub changed_at: Instant,
}

impl App {
    /// The platforms that everybody may know of, in the order of lists.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn public_platforms(&self) -> Result<Vec<Platform>, AppError> {
        Ok(self.platforms().await?.into_iter().filter(|platform| platform.visibility == Visibility::Public).collect())
    }

    /// The events of a public platform that are to come, and those of the last year.
    ///
    /// # Errors
    /// `NotFound` for a hidden platform as for one that does not exist.
    pub async fn platform_feed(&self, slug: &str, now: Instant) -> Result<PlatformFeed, AppError> {
        let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
        self.db
            .read(move |conn| {
                let found = platforms::by_slug(conn, slug.as_str())?.map(Platform::from);
                let platform = found.filter(|platform| platform.visibility == Visibility::Public).ok_or(AppError::NotFound)?;
                let filter = events::Filter {
                    platforms: Some(vec![platform.id]),
                    ends_after: Some(now - Duration::days(PAST_DAYS)),
                    without_drafts: true,
                    ..Default::default()
                };
                let mut events = events::list(conn, &filter)?;
                events.drain(..events.len().saturating_sub(MOST));
                Ok(PlatformFeed { platform, events })
            })
            .await
    }

    /// The events of the person whose calendar this secret opens.
    ///
    /// # Errors
    /// `NotFound` for one that is not the person's now, and once everything of them is erased.
    pub async fn personal_feed(&self, token: &str, now: Instant) -> Result<PersonalFeed, AppError> {
        let person = self.secrets.feed_person(token).ok_or(AppError::NotFound)?;
        let (secrets, token) = (self.secrets.clone(), token.to_owned());
        self.db
            .read(move |conn| {
                let renewed = renewed(conn, person)?;
                let Some(reach) = Reach::ALL.into_iter().find(|reach| secrets.is_feed_token(&token, person, renewed, *reach)) else {
                    return Err(AppError::NotFound);
                };
                let owner = people::by_ids(conn, &[person])?.remove(&person).ok_or(AppError::NotFound)?;
                let mut own = Vec::new();
                for row in registrations::of_person(conn, person)? {
                    let event = own_event(conn, row, &owner.email_key, now)?;
                    own.extend(event.filter(|event| reach == Reach::All || event.platform.visibility == Visibility::Public));
                }
                own.sort_by_key(|event| (event.stored.event.schedule.starts_at, event.row.id));
                own.drain(..own.len().saturating_sub(MOST));
                Ok(PersonalFeed { language: owner.language, events: own })
            })
            .await
    }

    /// The secret of the calendar of whoever has this place; `None` as long as nobody proved to be them.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn feed_token(&self, row: &registrations::Row, platform: &Platform) -> Result<Option<String>, AppError> {
        let Some(person) = proven_owner(row) else { return Ok(None) };
        let renewed = self.db.read(move |conn| Ok::<_, AppError>(renewed(conn, person)?)).await?;
        // Whoever was passed a page of a public event learns nothing of hidden ones.
        let reach = if platform.visibility == Visibility::Public { Reach::Public } else { Reach::All };
        Ok(Some(self.secrets.feed_token(person, renewed, reach)))
    }

    /// Gives the owner of a registration another address for their calendar; the one before opens nothing from now on.
    ///
    /// # Errors
    /// `NotFound` once their data is erased; `WrongState` as long as nobody proved to be them.
    pub async fn renew_feed(&self, registration: RegistrationId, now: Instant) -> Result<(), AppError> {
        let event = self.event_of(registration).await?;
        self.db
            .write(Scope::Event(event), move |tx| {
                let row = registrations::by_id(tx, registration)?;
                row.person_id.ok_or(AppError::NotFound)?;
                let person = proven_owner(&row).ok_or(AppError::WrongState(row.state))?;
                Ok(calendar_feeds::renew(tx, person, now)?)
            })
            .await
    }
}

/// Whose calendar a registration leads to: nobody's as long as nobody proved to be them.
fn proven_owner(row: &registrations::Row) -> Option<PersonId> {
    row.person_id.filter(|_| !matches!(row.state, State::Pending | State::Expired))
}

fn renewed(conn: &mut AnyConn, person: PersonId) -> Result<i32, DbError> {
    Ok(calendar_feeds::of(conn, person)?.map_or(0, |row| row.renewed))
}

fn own_event(conn: &mut AnyConn, row: registrations::Row, email_key: &str, now: Instant) -> Result<Option<OwnEvent>, DbError> {
    let stored = events::by_id(conn, row.event_id)?;
    let platform: Platform = platforms::by_id(conn, stored.event.platform_id)?.into();
    let was_invited = row.was_invited || row.sequence > 0;
    let place = Place {
        state: row.state,
        since: row.state_since.0,
        was_told: was_invited || row.proved_at.is_some(),
        was_invited,
        visibility: platform.visibility,
        ends_at: stored.event.schedule.ends_at,
    };
    let Some(standing) = feed::standing(&place, now) else { return Ok(None) };
    // Also of what is over: a calendar goes on telling it.
    if shut_out(conn, &platform, row.basis, email_key, now)?.is_some() {
        return Ok(None);
    }
    let changed_at = stored.updated_at.max(last_change(conn, &row)?);
    Ok(Some(OwnEvent { row, stored, platform, standing, changed_at }))
}

/// When the registration itself was last moved; what was only said to its owner changes no calendar.
fn last_change(conn: &mut AnyConn, row: &registrations::Row) -> Result<Instant, DbError> {
    let history = changes::of_registration(conn, row.id)?;
    Ok(history.iter().filter(|change| !change.cause.only_tells()).map(|change| change.at.0).max().unwrap_or(row.state_since.0))
}
