//! Before names go, figures are frozen: a quarter that is over is closed, and of one that still runs is kept what stands. Where that fails
//! the names of the platform stay, and those of all others go.

use std::collections::{BTreeMap, BTreeSet};

use super::close_quarter::TRIES;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{AnyConn, DbError, closings, events, invitations, members, platforms, registrations};
use crate::domain::edition::Edition;
use crate::domain::event::EventStatus;
use crate::domain::ids::{EventId, PlatformId};
use crate::i18n::format::brussels;

/// A quarter whose figures are to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Due {
    platform: PlatformId,
    edition: Edition,
    /// Whether names of it are about to go; else names of an earlier one, by which it counts who came before.
    is_its_own: bool,
}

/// Whose names stay for now: figures that were made of them could not be frozen.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    pub(super) platforms: Vec<PlatformId>,
    /// The events of those.
    pub(super) events: BTreeSet<EventId>,
}

impl App {
    /// Freezes the figures of every quarter that would lose names when those of events that ended before the retention time go.
    pub(super) async fn close_before_purge(&self, now: Instant) -> Result<Kept, AppError> {
        let before = self.names_go_before(now);
        let mut failed = BTreeSet::new();
        for due in self.db.read(move |conn| Ok::<_, AppError>(due(conn, before, now)?)).await? {
            if let Err(error) = self.freeze_due(due, now).await {
                tracing::error!(%error, edition = %due.edition, platform = due.platform.0, "figures cannot be frozen; names of the platform stay until they can");
                failed.insert(due.platform);
            }
        }
        let platforms: Vec<PlatformId> = failed.into_iter().collect();
        if platforms.is_empty() {
            return Ok(Kept::default());
        }
        let filter = events::Filter { platforms: Some(platforms.clone()), ..events::Filter::default() };
        let listed = self.db.read(move |conn| Ok::<_, AppError>(events::list(conn, &filter)?)).await?;
        Ok(Kept { platforms, events: listed.into_iter().map(|stored| stored.event.id).collect() })
    }

    /// Closes the quarter when the last of its names are about to go; before that only keeps what stands, so that what is still recorded
    /// of its later events counts. One that is closed gets a further revision where something was corrected since.
    async fn freeze_due(&self, due: Due, now: Instant) -> Result<(), AppError> {
        let mut tries = 0;
        loop {
            tries += 1;
            let (seen, live) = self.look_at_quarter(due.platform, due.edition, now).await?;
            let is_last = due.is_its_own && seen.names_gone && seen.closable(false, now).is_ok();
            let is_final = seen.is_closed() || is_last;
            match self.freeze(seen, live, is_final, None, Actor::System, now).await {
                Ok(done) if done.is_new => tracing::info!(edition = %due.edition, revision = done.revision, is_final, "a quarter was frozen"),
                Ok(_) => {}
                // Somebody else closed a quarter, or published an event of it, in between.
                Err(AppError::Stale | AppError::NotClosable(_)) if tries < TRIES => continue,
                Err(error) => return Err(error),
            }
            return Ok(());
        }
    }
}

/// Quarters that are not closed, and closed ones of which names are about to go, in their order.
fn due(conn: &mut AnyConn, before: Instant, now: Instant) -> Result<Vec<Due>, DbError> {
    let ending: BTreeSet<EventId> =
        registrations::events_to_purge(conn, before)?.into_iter().chain(invitations::events_to_purge(conn, before)?).collect();
    let rosters = members::platforms_to_purge(conn, brussels(before).0)?;
    let left_open = closings::left_open(conn)?;
    if ending.is_empty() && rosters.is_empty() && left_open.is_empty() {
        return Ok(Vec::new());
    }
    let mut all: BTreeMap<(PlatformId, Edition), bool> = BTreeMap::new();
    let mut losing: BTreeSet<(PlatformId, Edition)> = BTreeSet::new();
    for platform in platforms::all(conn)? {
        let filter = events::Filter { platforms: Some(vec![platform.id]), without_drafts: true, ..events::Filter::default() };
        let listed = events::list(conn, &filter)?;
        let published: Vec<_> = listed.iter().map(|stored| &stored.event).filter(|event| event.status == EventStatus::Published).collect();
        let own: BTreeSet<Edition> = published.iter().filter(|event| ending.contains(&event.id)).map(|event| event.edition).collect();
        if let Some(first) = own.first() {
            let later = published.iter().filter(|event| event.edition > *first && event.is_held(now));
            all.extend(later.map(|event| ((platform.id, event.edition), false)));
        }
        // The last names of a quarter may go without a purge, when its last events have none; it is closed all the same once it would be.
        let is_past = |edition: Edition| {
            let mut its = published.iter().filter(|event| event.edition == edition).peekable();
            edition.last_day() < brussels(now).0 && its.peek().is_some() && its.all(|event| event.schedule.ends_at <= before)
        };
        all.extend(left_open.iter().filter(|(of, edition)| *of == platform.id && is_past(*edition)).map(|quarter| (*quarter, true)));
        losing.extend(own.iter().map(|edition| (platform.id, *edition)));
        all.extend(own.into_iter().map(|edition| ((platform.id, edition), true)));
        if rosters.contains(&platform.id) {
            // A mandate counts in every quarter up to its end, whether or not the platform met.
            let days = published.iter().map(|event| brussels(event.schedule.starts_at).0);
            let founded = days.chain([brussels(platform.created_at.0).0]).min().unwrap_or_default();
            let mut edition = Edition::of(founded);
            while edition.last_day() < brussels(before).0 && edition.next() > edition {
                all.insert((platform.id, edition), true);
                edition = edition.next();
            }
        }
    }
    let mut due = Vec::new();
    for ((platform, edition), is_its_own) in all {
        if losing.contains(&(platform, edition)) || !closings::is_closed(conn, platform, edition)? {
            due.push(Due { platform, edition, is_its_own });
        }
    }
    Ok(due)
}
