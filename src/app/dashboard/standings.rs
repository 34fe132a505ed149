//! How platforms stand today: rhythm of the running quarter, the last event against the one before, and the next one.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::app::closings::frozen;
use crate::app::quarter::{cells_of, event_cells, founded, meeting};
use crate::app::{App, AppError};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::verify::in_one_snapshot;
use crate::db::{AnyConn, DbError, closings, platforms, quarter};
use crate::domain::cadence::{Period, Verdict, verdict};
use crate::domain::edition::Edition;
use crate::domain::event::EventStatus;
use crate::domain::ids::PlatformId;
use crate::domain::mode::Mode;
use crate::domain::platform::Platform;
use crate::i18n::format::brussels;
use crate::stats::quarter::frozen::{Cells, EventCells};

/// How a platform stands.
#[derive(Clone, Debug)]
pub struct Stand {
    /// The platform.
    pub platform: Platform,
    /// Its rhythm in the running quarter; `None` when no interval is set.
    pub verdict: Option<Verdict>,
    /// The last event that took place.
    pub last: Option<Last>,
    /// The event that runs or is next.
    pub next: Option<Next>,
}

/// An event that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// Its address part.
    pub slug: String,
    /// The day it began, in Brussels.
    pub day: NaiveDate,
    /// How many attended.
    pub attended: u64,
    /// How many attended the event before it, where there was one.
    pub before: Option<u64>,
}

/// An event to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// Its address part.
    pub slug: String,
    /// The day it begins, in Brussels.
    pub day: NaiveDate,
    /// Seats that are given.
    pub taken: u64,
    /// Seats in all; `None` when one way of attending has no limit.
    pub seats: Option<u64>,
}

impl App {
    /// How these platforms stand today, as the catalogue has them in order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn standings(&self, of: Vec<PlatformId>, now: Instant) -> Result<Vec<Stand>, AppError> {
        self.db.read(move |conn| Ok(in_one_snapshot(conn, |conn| read(conn, &of, now))?)).await
    }
}

fn read(conn: &mut AnyConn, of: &[PlatformId], now: Instant) -> Result<Vec<Stand>, DbError> {
    let filter = events::Filter { platforms: Some(of.to_vec()), without_drafts: true, ..Default::default() };
    let mut all: BTreeMap<PlatformId, Vec<Stored>> = BTreeMap::new();
    for stored in events::list(conn, &filter)?.into_iter().filter(|stored| stored.event.status == EventStatus::Published) {
        all.entry(stored.event.platform_id).or_default().push(stored);
    }
    let held = |events: &[Stored]| events.iter().rev().filter(|stored| stored.event.is_held(now)).take(2).cloned().collect::<Vec<_>>();
    let last: BTreeMap<PlatformId, Vec<Stored>> = all.iter().map(|(of, events)| (*of, held(events))).collect();
    let attended = attended(conn, last.values().flatten().collect(), now)?;
    let rows = platforms::all(conn)?.into_iter().filter(|row| of.contains(&row.id));
    let stand = |row: platforms::Row| {
        let (created, events) = (brussels(row.created_at.0).0, all.get(&row.id).map(Vec::as_slice).unwrap_or_default());
        let held = last.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let came = |stored: &Stored| attended.get(stored.event.slug.as_str()).copied().unwrap_or(0);
        let platform = Platform::from(row);
        Stand {
            verdict: standing(&platform, created, events, now),
            last: held.first().map(|stored| Last {
                slug: stored.event.slug.to_string(),
                day: brussels(stored.event.schedule.starts_at).0,
                attended: came(stored),
                before: held.get(1).map(came),
            }),
            next: events.iter().find(|stored| !stored.event.is_held(now)).map(next),
            platform,
        }
    };
    Ok(rows.map(stand).collect())
}

/// The rhythm of the running quarter, by the same rule as its report.
fn standing(platform: &Platform, created: NaiveDate, events: &[Stored], now: Instant) -> Option<Verdict> {
    let meetings: Vec<_> = events.iter().map(|stored| meeting(&stored.event, now)).collect();
    let (today, since) = (brussels(now).0, founded(created, &meetings));
    let periods = Period::within(platform.cadence, Edition::of(today));
    Verdict::of_all(periods.into_iter().map(|period| verdict(period, since, today, &meetings)))
}

fn next(stored: &Stored) -> Next {
    let event = &stored.event;
    let modes: &[Mode] = event.place.format.modes();
    Next {
        slug: event.slug.to_string(),
        day: brussels(event.schedule.starts_at).0,
        taken: modes.iter().map(|mode| u64::from(stored.taken(*mode).total())).sum(),
        seats: modes.iter().map(|mode| event.seats.pool(*mode).capacity.map(u64::from)).sum(),
    }
}

/// How many attended these events: of closed quarters as it was frozen.
fn attended(conn: &mut AnyConn, events: Vec<&Stored>, now: Instant) -> Result<HashMap<String, u64>, DbError> {
    let mut found = HashMap::new();
    let (Some(from), Some(to)) = (events.iter().map(|s| s.event.edition).min(), events.iter().map(|s| s.event.edition).max()) else {
        return Ok(found);
    };
    let of: Vec<PlatformId> = events.iter().map(|stored| stored.event.platform_id).collect();
    let closed = closings::in_force(conn, Some(&of), from, to)?;
    let is_open = |stored: &&&Stored| !closed.contains_key(&(stored.event.platform_id, stored.event.edition));
    let open: Vec<&&Stored> = events.iter().filter(is_open).collect();
    let mut groups: HashMap<_, Vec<Cells>> = HashMap::new();
    for group in quarter::groups(conn, &open.iter().map(|stored| stored.event.id).collect::<Vec<_>>())? {
        groups.entry(group.event).or_default().push(cells_of(&group));
    }
    let came = |cells: &EventCells| cells.sums().map(|(_, sum)| sum.counts.attended).sum::<u64>();
    for stored in open {
        let cells = event_cells(&stored.event, groups.remove(&stored.event.id).unwrap_or_default(), now);
        found.insert(stored.event.slug.to_string(), came(&cells));
    }
    let kept = |stored: &&&Stored| closed.get(&(stored.event.platform_id, stored.event.edition));
    let rows: BTreeMap<i64, &closings::Row> = events.iter().filter_map(|stored| kept(&stored)).map(|row| (row.id, row)).collect();
    for row in rows.into_values() {
        found.extend(frozen(row)?.events.iter().map(|cells| (cells.event.clone(), came(cells))));
    }
    Ok(found)
}
