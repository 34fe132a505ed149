//! Platforms for those who work with them: how each stands, and changing its texts and reminders, and whether its members propose guests.
//!
//! Who may register, who may know of a platform and how often it meets are not changed here: they come from the catalogue
//! ([`super::load_catalogue`]), which leaves alone what is changed here.

use super::journal::Entry;
use super::load_catalogue::row_of;
use super::secrets::hash;
use super::show::EventView;
use super::to_do::meetings;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::types::Json;
use crate::db::{Scope, events, members, offers, platforms};
use crate::domain::cadence::{Period, Standing, standing};
use crate::domain::catalogue::Entry as Sheet;
use crate::domain::event::EventStatus;
use crate::domain::ids::PlatformId;
use crate::domain::journal::{Change, Deed};
use crate::domain::platform::{Platform, PlatformSheet};
use crate::domain::staff::{Action, Grants};
use crate::i18n::format::brussels;

/// How a platform stands.
#[derive(Clone, Debug)]
pub struct Board {
    /// The platform.
    pub platform: Platform,
    /// Towards its cadence, in the running period; `None` when that sets no interval.
    pub standing: Option<(Period, Standing)>,
    /// Its next published event, or the one under way.
    pub next: Option<EventView>,
    /// The last that was held.
    pub last: Option<EventView>,
}

impl App {
    /// The platforms whose events these roles may see, in the order of lists.
    ///
    /// # Errors
    /// Faults only.
    pub async fn platform_boards(&self, grants: &Grants, now: Instant) -> Result<Vec<Board>, AppError> {
        let views = self.events_for(grants, events::Filter::default()).await?;
        let meetings = meetings(&views, now);
        let seen = self.platforms().await?.into_iter().filter(|platform| grants.allow(Action::SeeEvents, platform.id));
        let board = |platform: Platform| {
            let met = meetings.get(&platform.id).map_or(&[][..], Vec::as_slice);
            let of_it = || views.iter().filter(|view| view.platform.id == platform.id && view.stored.event.status == EventStatus::Published);
            let (ahead, over) = (|view: &&EventView| view.stored.event.schedule.ends_at > now, |view: &&EventView| view.stored.event.is_held(now));
            Board {
                standing: standing(platform.cadence, brussels(now).0, met),
                next: of_it().filter(ahead).min_by_key(|view| view.stored.event.schedule.starts_at).cloned(),
                last: of_it().filter(over).max_by_key(|view| view.stored.event.schedule.starts_at).cloned(),
                platform,
            }
        };
        Ok(seen.map(board).collect())
    }

    /// Founds a platform, last in the order of lists.
    ///
    /// # Errors
    /// `Taken` (`slug`).
    pub async fn add_platform(&self, entry: Sheet, actor: Actor, now: Instant) -> Result<PlatformId, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Concern("platforms"), move |tx| {
                members::lock(tx, None)?;
                let all = platforms::all(tx)?;
                if all.iter().any(|row| row.slug == entry.slug) {
                    return Err(AppError::Taken("slug"));
                }
                let sort = all.iter().map(|row| row.sort).max().unwrap_or(0).saturating_add(1);
                let id = PlatformId(tx.next_id());
                platforms::insert(tx, &row_of(id, &entry, sort, None, now.into(), now))?;
                let said = Entry::of(actor, Deed::PlatformAdded, format!("platform:{}", entry.slug), Change::to(&entry));
                app.write_down(tx, Entry { platform: Some(id), ..said }, now);
                Ok(id)
            })
            .await
    }

    /// Writes the texts and reminders of a platform, and what its people may do. `revision` is that of the sheet the change starts from
    /// ([`revision_of`]). Nobody is told: texts are no matter of calendars. Nothing changed is no change.
    ///
    /// # Errors
    /// `NotFound`; `Stale` when somebody else changed it since.
    pub async fn change_platform(&self, id: PlatformId, revision: String, sheet: PlatformSheet, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Concern("platforms"), move |tx| {
                members::lock(tx, Some(id))?;
                let mut row = platforms::by_id(tx, id)?;
                let before = PlatformSheet::of(&row.clone().into());
                if before == sheet {
                    return Ok(());
                }
                if revision_of(&before) != revision {
                    return Err(AppError::Stale);
                }
                (row.name, row.description, row.members) = (Json(sheet.name.clone()), Json(sheet.description.clone()), Json(sheet.members.clone()));
                row.reminder_minutes = Json(sheet.reminder_minutes.clone());
                row.members_propose = sheet.members_propose;
                row.allow_substitutes = sheet.allow_substitutes;
                row.join_details_minutes = sheet.join_details_minutes.and_then(|minutes| i32::try_from(minutes).ok());
                row.presence_share = i32::try_from(sheet.presence_share).unwrap_or(row.presence_share);
                row.updated_at = now.into();
                platforms::update(tx, &row)?;
                if !Platform::from(row.clone()).takes_substitutes() {
                    offers::end_of_platform(tx, id, now)?;
                }
                let change = Change::between(&before, &sheet);
                let entry = Entry::of(actor, Deed::PlatformChanged, format!("platform:{}", row.slug), change);
                app.write_down(tx, Entry { platform: Some(id), ..entry }, now);
                Ok::<_, AppError>(())
            })
            .await
    }
}

/// Tells one state of a sheet from every other: a form carries it, so that what somebody else saved meanwhile is not lost.
pub fn revision_of(sheet: &PlatformSheet) -> String {
    hash(&format!("{sheet:?}"))
}
