//! What pages and programs see of rosters: reading only.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::app::{App, AppError};
use crate::db::members::{self, Import, ListFilter, Row, questions};
use crate::db::platforms;
use crate::domain::ids::{PlatformId, Reference, Slug};
use crate::domain::member::Phase;
use crate::domain::platform::Platform;
use crate::domain::staff::{Action, Grants};

/// How many mandates stand how. What is about to end is counted as in force, too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In force.
    pub current: u32,
    /// Of these, about to end.
    pub ending: u32,
    /// Beginning later.
    pub to_come: u32,
    /// Over.
    pub ended: u32,
}

impl Counts {
    /// Those that stand so.
    pub fn of(&self, phase: Phase) -> u32 {
        match phase {
            Phase::Current => self.current,
            Phase::Ending => self.ending,
            Phase::ToCome => self.to_come,
            Phase::Ended => self.ended,
        }
    }

    /// All mandates.
    pub fn all(&self) -> u32 {
        self.current + self.to_come + self.ended
    }

    fn add(&mut self, phase: Phase, n: u32) {
        match phase {
            Phase::Current => self.current += n,
            Phase::Ending => {
                self.current += n;
                self.ending += n;
            }
            Phase::ToCome => self.to_come += n,
            Phase::Ended => self.ended += n,
        }
    }
}

impl App {
    /// The platforms whose rosters these roles may see, each with its counts on a day, in the order of lists.
    ///
    /// # Errors
    /// `Forbidden` where they may see none.
    pub async fn rosters_for(&self, grants: &Grants, day: NaiveDate) -> Result<Vec<(Platform, Counts)>, AppError> {
        if !grants.allow_somewhere(Action::SeeMembers) {
            return Err(AppError::Forbidden);
        }
        let grants = grants.clone();
        self.db
            .read(move |conn| {
                let mut seen: Vec<(Platform, Counts)> = platforms::all(conn)?
                    .into_iter()
                    .map(Platform::from)
                    .filter(|platform| grants.allow(Action::SeeMembers, platform.id))
                    .map(|platform| (platform, Counts::default()))
                    .collect();
                let ids: Vec<PlatformId> = seen.iter().map(|(platform, _)| platform.id).collect();
                for (id, mandate, n) in members::terms(conn, &ids)? {
                    if let Some((_, counts)) = seen.iter_mut().find(|(platform, _)| platform.id == id) {
                        counts.add(mandate.phase(day), n);
                    }
                }
                Ok(seen)
            })
            .await
    }

    /// A platform by its address part, if these roles may do this with its roster.
    ///
    /// # Errors
    /// `NotFound` also for whoever may not see the platform's events: they learn nothing of it. `Forbidden` for its other staff.
    pub async fn platform_for(&self, grants: &Grants, action: Action, slug: &str) -> Result<Platform, AppError> {
        let slug: Slug = slug.parse().map_err(|_| AppError::NotFound)?;
        let row = self.db.read(move |conn| Ok::<_, AppError>(platforms::by_slug(conn, slug.as_str())?)).await?;
        let platform: Platform = row.ok_or(AppError::NotFound)?.into();
        if grants.allow(action, platform.id) {
            return Ok(platform);
        }
        Err(if grants.allow(Action::SeeEvents, platform.id) { AppError::Forbidden } else { AppError::NotFound })
    }

    /// The counts of one roster on a day.
    pub async fn roster_counts(&self, platform: PlatformId, day: NaiveDate) -> Result<Counts, AppError> {
        self.db
            .read(move |conn| {
                let mut counts = Counts::default();
                for (_, mandate, n) in members::terms(conn, &[platform])? {
                    counts.add(mandate.phase(day), n);
                }
                Ok(counts)
            })
            .await
    }

    /// The platforms that ask their holders and have unconfirmed mandates on a day, and whose rosters these roles may write.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn unconfirmed_for(&self, grants: &Grants, day: NaiveDate) -> Result<Vec<(Platform, u32)>, AppError> {
        let grants = grants.clone();
        self.db
            .read(move |conn| {
                let asking: Vec<Platform> = platforms::all(conn)?
                    .into_iter()
                    .map(Platform::from)
                    .filter(|platform| platform.asks_its_holders() && grants.allow(Action::ManageMembers, platform.id))
                    .collect();
                let ids: Vec<PlatformId> = asking.iter().map(|platform| platform.id).collect();
                let counts: HashMap<PlatformId, u32> = questions::count_unconfirmed(conn, &ids, day)?.into_iter().collect();
                Ok(asking.into_iter().filter_map(|platform| Some((counts.get(&platform.id).copied()?, platform))).map(|(n, p)| (p, n)).collect())
            })
            .await
    }

    /// How many mandates of a platform are unconfirmed on a day, whether it asks or not.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn unconfirmed_count(&self, platform: PlatformId, day: NaiveDate) -> Result<u32, AppError> {
        self.db.read(move |conn| Ok(questions::count_unconfirmed(conn, &[platform], day)?.first().map_or(0, |(_, n)| *n))).await
    }

    /// A page of a roster.
    pub async fn members_of(&self, platform: PlatformId, filter: ListFilter) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(members::list(conn, platform, &filter)?)).await
    }

    /// One mandate of a platform.
    ///
    /// # Errors
    /// `NotFound`, also when it is one of another platform.
    pub async fn member(&self, platform: PlatformId, reference: &str) -> Result<Row, AppError> {
        let reference = Reference::parse(reference).ok_or(AppError::NotFound)?;
        self.db.read(move |conn| members::by_reference(conn, platform, &reference)?.ok_or(AppError::NotFound)).await
    }

    /// The last imports of a platform, newest first.
    pub async fn imports_of(&self, platform: PlatformId, limit: i64) -> Result<Vec<Import>, AppError> {
        self.db.read(move |conn| Ok(members::imports(conn, platform, limit)?)).await
    }
}
