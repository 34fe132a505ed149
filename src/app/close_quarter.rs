//! A quarter is closed: its figures are frozen as they stand, and every report tells them so from then on. After a correction a further
//! revision follows, with its reason; those before stay.

use serde_json::json;

use super::closings::{frozen, seal};
use super::journal::Entry;
use super::quarter::live;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::closings::{self, Row};
use crate::db::events::{self, Stored};
use crate::db::verify::in_one_snapshot;
use crate::db::{AnyConn, DbError, Scope, journal, platforms};
use crate::domain::closing::{NotClosable, Standing};
use crate::domain::edition::Edition;
use crate::domain::event::EventStatus;
use crate::domain::ids::PlatformId;
use crate::domain::journal::{Change, Deed};
use crate::domain::platform::{Audience, Platform};
use crate::domain::text::Line;
use crate::i18n::format::brussels;
use crate::stats::quarter::{Difference, Frozen, differences};

/// Why a quarter is closed again.
pub type Grounds = Line<300>;
/// How often it is tried anew when somebody else closed a quarter of the platform meanwhile.
pub(super) const TRIES: u8 = 3;

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The revision that holds now.
    pub revision: u32,
    /// Its fingerprint.
    pub fingerprint: String,
    /// Whether it is new; else nothing differs from it.
    pub is_new: bool,
    /// What differs from the revision before.
    pub differences: Vec<Difference>,
}

/// A quarter as it was found.
pub(super) struct Seen {
    platform: Platform,
    edition: Edition,
    /// Last number of the chain.
    head: i32,
    revisions: Vec<Row>,
    has_to_come: bool,
    pub(super) names_gone: bool,
}

impl Seen {
    /// Whether it is closed.
    pub(super) fn is_closed(&self) -> bool {
        self.revisions.iter().any(|row| row.is_final)
    }

    /// Whether the quarter can be closed now.
    pub(super) fn closable(&self, has_reason: bool, now: Instant) -> Result<(), NotClosable> {
        let (is_closed, edition, has_to_come, names_gone) = (self.is_closed(), self.edition, self.has_to_come, self.names_gone);
        Standing { edition, today: brussels(now).0, has_to_come, is_closed, has_reason, names_gone }.closable()
    }
}

impl App {
    /// Closes a quarter, or makes a further revision of it where figures differ.
    ///
    /// # Errors
    /// `NotClosable` says why not now.
    pub async fn close_quarter(
        &self,
        platform: PlatformId,
        edition: Edition,
        reason: Option<Grounds>,
        actor: Actor,
        now: Instant,
    ) -> Result<Done, AppError> {
        let mut tries = 0;
        loop {
            tries += 1;
            let (seen, live) = self.look_at_quarter(platform, edition, now).await?;
            seen.closable(reason.is_some(), now).map_err(AppError::NotClosable)?;
            match self.freeze(seen, live, true, reason.clone(), actor, now).await {
                Err(AppError::Stale) if tries < TRIES => {}
                other => return other,
            }
        }
    }

    /// Whether a quarter can be closed now, given a reason where it needs one.
    ///
    /// # Errors
    /// `NotClosable` says why not.
    pub async fn can_close_quarter(&self, platform: PlatformId, edition: Edition, now: Instant) -> Result<(), AppError> {
        let gone_before = self.names_go_before(now);
        let look = move |conn: &mut AnyConn| Ok::<_, AppError>(in_one_snapshot(conn, |conn| look(conn, platform, edition, now, gone_before))?);
        self.db.read(look).await?.closable(true, now).map_err(AppError::NotClosable)
    }

    /// What was corrected since a quarter was closed, and is not told before it is closed again; nothing when it is open, or can no longer be
    /// closed again.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn corrected_since(&self, platform: PlatformId, edition: Edition, now: Instant) -> Result<Vec<Difference>, AppError> {
        let (seen, live) = self.look_at_quarter(platform, edition, now).await?;
        match seen.revisions.iter().rfind(|row| row.is_final) {
            Some(row) if seen.closable(true, now).is_ok() => Ok(differences::between(&frozen(row)?.report, &live.report)),
            _ => Ok(Vec::new()),
        }
    }

    /// A quarter as it is, and what would be frozen of it now.
    pub(super) async fn look_at_quarter(&self, platform: PlatformId, edition: Edition, now: Instant) -> Result<(Seen, Frozen), AppError> {
        let gone_before = self.names_go_before(now);
        let look = move |conn: &mut AnyConn| Ok((look(conn, platform, edition, now, gone_before)?, live(conn, platform, edition, now)?));
        self.db.read(move |conn| Ok(in_one_snapshot(conn, look)?)).await
    }

    /// Names of events that ended before go now.
    pub(super) fn names_go_before(&self, now: Instant) -> Instant {
        now - chrono::Duration::days(self.settings.retention_days)
    }

    /// Adds a closing, unless nothing differs from the last one of its kind.
    pub(super) async fn freeze(
        &self,
        seen: Seen,
        live: Frozen,
        is_final: bool,
        reason: Option<Grounds>,
        actor: Actor,
        now: Instant,
    ) -> Result<Done, AppError> {
        let last = seen.revisions.iter().rfind(|row| row.is_final == is_final);
        let mut differ = Vec::new();
        if let Some(row) = last {
            let before = frozen(row)?;
            if before.says_as(&live) {
                let (revision, fingerprint) = (row.revision.unsigned_abs(), row.fingerprint.clone());
                return Ok(Done { revision, fingerprint, is_new: false, differences: differ });
            }
            differ = differences::between(&before.report, &live.report);
        }
        let content = live.text().map_err(|e| DbError::Other(e.to_string()))?;
        let (app, reason) = (self.clone(), reason.map(String::from).unwrap_or_default());
        let (platform, edition, head) = (seen.platform.clone(), seen.edition, seen.head);
        let revision = seen.revisions.last().map_or(0, |row| row.revision) + 1;
        let row = self
            .db
            .write(Scope::Concern("closings"), move |tx| {
                closings::lock(tx, platform.id)?;
                let (number, before) = closings::head(tx, platform.id)?;
                if number != head {
                    return Err(AppError::Stale);
                }
                if is_final && to_come(&listed(tx, platform.id, edition)?, now) {
                    return Err(AppError::NotClosable(NotClosable::ToCome));
                }
                let mut row = Row {
                    id: tx.next_id(),
                    platform_id: platform.id,
                    number: number + 1,
                    edition,
                    revision,
                    is_final,
                    closed_at: now.into(),
                    actor: actor.to_string(),
                    reason: reason.clone(),
                    digest: String::new(),
                    before,
                    fingerprint: String::new(),
                    signature: String::new(),
                    key: String::new(),
                    content: content.clone(),
                };
                seal(&app.secrets, platform.slug.as_str(), &mut row);
                closings::insert(tx, &row)?;
                app.write_down(tx, told_in_journal(&platform, &row, actor), now);
                Ok(row)
            })
            .await?;
        Ok(Done { revision: row.revision.unsigned_abs(), fingerprint: row.fingerprint, is_new: true, differences: differ })
    }
}

fn told_in_journal(platform: &Platform, row: &Row, actor: Actor) -> Entry {
    let what =
        json!({ "edition": row.edition, "revision": row.revision, "final": row.is_final, "fingerprint": row.fingerprint, "reason": row.reason });
    let subject = format!("platform:{}", platform.slug);
    Entry { actor, deed: Deed::QuarterClosed, platform: Some(platform.id), event: None, subject, change: Change::to(&what) }
}

fn look(conn: &mut AnyConn, platform: PlatformId, edition: Edition, now: Instant, gone_before: Instant) -> Result<Seen, DbError> {
    let events = listed(conn, platform, edition)?;
    let platform = Platform::from(platforms::by_id(conn, platform)?);
    Ok(Seen {
        edition,
        head: closings::head(conn, platform.id)?.0,
        revisions: closings::of_edition(conn, platform.id, edition)?,
        has_to_come: to_come(&events, now),
        names_gone: names_gone(conn, &platform, edition, &events, gone_before)?,
        platform,
    })
}

/// The published events of a quarter.
fn listed(conn: &mut AnyConn, platform: PlatformId, edition: Edition) -> Result<Vec<Stored>, DbError> {
    let filter =
        events::Filter { platforms: Some(vec![platform]), editions: Some((edition, edition)), without_drafts: true, ..events::Filter::default() };
    Ok(events::list(conn, &filter)?.into_iter().filter(|stored| stored.event.status == EventStatus::Published).collect())
}

fn to_come(events: &[Stored], now: Instant) -> bool {
    events.iter().any(|stored| !stored.event.is_held(now))
}

/// Whether all names went that figures of the quarter were made of, or should have gone by now; or those of its roster. As long as one event
/// keeps its names, what is recorded of it can be corrected and counted.
fn names_gone(conn: &mut AnyConn, platform: &Platform, edition: Edition, events: &[Stored], before: Instant) -> Result<bool, DbError> {
    if platform.audience == Audience::Members && edition.last_day() < brussels(before).0 {
        return Ok(true);
    }
    for stored in events {
        let filter = journal::Filter { deed: Some(Deed::Purged), event: Some(stored.event.id), ..journal::Filter::default() };
        if stored.event.schedule.ends_at > before && journal::list(conn, &filter, 1)?.is_empty() {
            return Ok(false);
        }
    }
    Ok(!events.is_empty())
}
