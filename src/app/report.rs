//! The attendance report: attended, no-show, confirmed and registered, by sector, platform, edition and what else is asked.

use std::collections::{BTreeMap, HashMap};

use super::closings::frozen;
use super::quarter::{cells_of, event_cells};
use super::{App, AppError};
use crate::clock::Instant;
use crate::db::verify::in_one_snapshot;
use crate::db::{AnyConn, DbError, closings, events, figures, platforms};
use crate::domain::edition::Edition;
use crate::domain::event::EventStatus;
use crate::domain::ids::PlatformId;
use crate::stats::attendance::{Counts, Dimension, Facts, Key, Report, Row};
use crate::stats::published::{EventCounts, Published};
use crate::stats::quarter::frozen::{Cells, EventCells};

/// What a report covers.
#[derive(Clone, Debug)]
pub struct ReportQuery {
    /// First edition, included.
    pub from: Edition,
    /// Last edition, included.
    pub to: Edition,
    /// Only these platforms; all when `None`.
    pub platforms: Option<Vec<PlatformId>>,
    /// By what the counts are split, in this order.
    pub by: Vec<Dimension>,
}

/// An event that counts.
struct Counted {
    platform: String,
    edition: Edition,
    cells: EventCells,
}

/// Every event that the query covers. Called-off events and drafts are not among them. Of closed quarters it is what was frozen.
fn counted(conn: &mut AnyConn, query: &ReportQuery, now: Instant) -> Result<Vec<Counted>, DbError> {
    let names: HashMap<PlatformId, String> = platforms::all(conn)?.into_iter().map(|p| (p.id, p.slug.to_string())).collect();
    let name = |id: PlatformId| names.get(&id).cloned().unwrap_or_default();
    let closed = closings::in_force(conn, query.platforms.as_deref(), query.from, query.to)?;
    let filter =
        events::Filter { platforms: query.platforms.clone(), editions: Some((query.from, query.to)), without_drafts: true, ..Default::default() };
    let mut found = Vec::new();
    for stored in events::list(conn, &filter)? {
        let event = stored.event;
        if event.status == EventStatus::Published && !closed.contains_key(&(event.platform_id, event.edition)) {
            let groups = figures::of_event(conn, event.id)?.iter().map(cells_of).collect();
            found.push(Counted { platform: name(event.platform_id), edition: event.edition, cells: event_cells(&event, groups, now) });
        }
    }
    for ((platform, edition), row) in &closed {
        found.extend(frozen(row)?.events.into_iter().map(|cells| Counted { platform: name(*platform), edition: *edition, cells }));
    }
    Ok(found)
}

impl App {
    /// The report as it may leave the house: counts of fewer than `k` people are hidden, and enough others that nothing gives them back.
    pub async fn publish_attendance(&self, query: ReportQuery, k: u32, now: Instant) -> Result<Published, AppError> {
        self.db
            .read(move |conn| {
                let counts = |Counted { platform, edition, cells }: Counted| {
                    let mut counts = EventCounts::new(platform, edition, cells.event, cells.is_held, &cells.modes);
                    for group in cells.groups {
                        counts.add(group.sector, group.mode, group.language, group.state, group.present, group.count);
                    }
                    counts
                };
                let events: Vec<EventCounts> = in_one_snapshot(conn, |conn| counted(conn, &query, now))?.into_iter().map(counts).collect();
                Ok(Published::of(query.from, query.to, query.by.clone(), k, &events))
            })
            .await
    }

    /// Counts. Called-off events and drafts count for nothing; events to come count as registered and confirmed only.
    pub async fn report_attendance(&self, query: ReportQuery, now: Instant) -> Result<Report, AppError> {
        self.db
            .read(move |conn| {
                let mut rows: BTreeMap<Key, Counts> = BTreeMap::new();
                let mut total = Counts::default();
                for event in in_one_snapshot(conn, |conn| counted(conn, &query, now))? {
                    for (group, sum) in event.cells.sums() {
                        let key = Key::of(&query.by, &group_facts(group, &event));
                        rows.entry(key).or_default().add(&sum.counts);
                        total.add(&sum.counts);
                    }
                }
                let rows = rows.into_iter().map(|(key, counts)| Row { key, counts }).collect();
                Ok(Report { from: query.from, to: query.to, by: query.by.clone(), rows, total })
            })
            .await
    }
}

fn group_facts<'a>(group: &Cells, of: &'a Counted) -> Facts<'a> {
    Facts { sector: group.sector, platform: &of.platform, edition: of.edition, mode: group.mode, language: group.language, event: &of.cells.event }
}
