//! The attendance report: attended, no-show, confirmed and registered, by sector, platform, edition and what else is asked.

use std::collections::{BTreeMap, HashMap};

use super::{App, AppError};
use crate::clock::Instant;
use crate::db::{AnyConn, events, figures, platforms};
use crate::domain::edition::Edition;
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::PlatformId;
use crate::stats::attendance::{Counts, Dimension, Key, Report, Row};
use crate::stats::published::{EventCounts, Published};

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

/// An event that counts, with its platform's slug and its groups.
type Counted = (Event, String, Vec<figures::Group>);

/// Every event that the query covers. Called-off events and drafts are not among them.
fn counted(conn: &mut AnyConn, query: &ReportQuery) -> Result<Vec<Counted>, AppError> {
    let names: HashMap<PlatformId, String> = platforms::all(conn)?.into_iter().map(|p| (p.id, p.slug.to_string())).collect();
    let filter =
        events::Filter { platforms: query.platforms.clone(), editions: Some((query.from, query.to)), without_drafts: true, ..Default::default() };
    let mut found = Vec::new();
    for stored in events::list(conn, &filter)? {
        let event = stored.event;
        if event.status == EventStatus::Published {
            let (platform, groups) = (names.get(&event.platform_id).cloned().unwrap_or_default(), figures::of_event(conn, event.id)?);
            found.push((event, platform, groups));
        }
    }
    Ok(found)
}

impl App {
    /// The report as it may leave the house: counts of fewer than `k` people are hidden, and enough others that nothing gives them back.
    pub async fn publish_attendance(&self, query: ReportQuery, k: u32, now: Instant) -> Result<Published, AppError> {
        self.db
            .read(move |conn| {
                let counts = |(event, platform, groups): Counted| {
                    let slug = event.slug.to_string();
                    // Who registered for a way of attending that is no longer offered is counted, too.
                    let mut modes = event.place.format.modes().to_vec();
                    modes.extend(groups.iter().map(|group| group.mode));
                    let mut counts = EventCounts::new(platform, event.edition, slug, event.is_held(now), &modes);
                    for group in groups {
                        counts.add(group.sector, group.mode, group.language, group.state, group.present, group.count);
                    }
                    counts
                };
                let events: Vec<EventCounts> = counted(conn, &query)?.into_iter().map(counts).collect();
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
                for (event, platform, groups) in counted(conn, &query)? {
                    for group in groups {
                        let key = Key::of(&query.by, &group_facts(&group, &platform, &event));
                        let counts = Counts::of(group.state, group.present, event.is_held(now), group.count);
                        rows.entry(key).or_default().add(&counts);
                        total.add(&counts);
                    }
                }
                let rows = rows.into_iter().map(|(key, counts)| Row { key, counts }).collect();
                Ok(Report { from: query.from, to: query.to, by: query.by.clone(), rows, total })
            })
            .await
    }
}

fn group_facts<'a>(group: &figures::Group, platform: &'a str, event: &'a Event) -> crate::stats::attendance::Facts<'a> {
    crate::stats::attendance::Facts {
        sector: group.sector,
        platform,
        edition: event.edition,
        mode: group.mode,
        language: group.language,
        event: event.slug.as_str(),
    }
}
