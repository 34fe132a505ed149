//! The attendance report: attended, no-show, confirmed and registered, by sector, platform, edition and what else is asked.

use std::collections::{BTreeMap, HashMap};

use super::{App, AppError};
use crate::clock::Instant;
use crate::db::{events, figures, platforms};
use crate::domain::edition::Edition;
use crate::domain::ids::PlatformId;
use crate::stats::attendance::{Counts, Dimension, Key, Report, Row};

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

impl App {
    /// Counts. Called-off events and drafts count for nothing; events to come count as registered and confirmed only.
    pub async fn report_attendance(&self, query: ReportQuery, now: Instant) -> Result<Report, AppError> {
        self.db
            .read(move |conn| {
                let names: HashMap<PlatformId, String> = platforms::all(conn)?.into_iter().map(|p| (p.id, p.slug.to_string())).collect();
                let filter = events::Filter {
                    platforms: query.platforms.clone(),
                    editions: Some((query.from, query.to)),
                    without_drafts: true,
                    ..Default::default()
                };
                let mut rows: BTreeMap<Key, Counts> = BTreeMap::new();
                let mut total = Counts::default();
                for stored in events::list(conn, &filter)? {
                    let event = &stored.event;
                    if event.status != crate::domain::event::EventStatus::Published {
                        continue;
                    }
                    let platform = names.get(&event.platform_id).map_or("", String::as_str);
                    for group in figures::of_event(conn, event.id)? {
                        let key = Key::of(&query.by, &group_facts(&group, platform, event));
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

fn group_facts<'a>(group: &figures::Group, platform: &'a str, event: &'a crate::domain::event::Event) -> crate::stats::attendance::Facts<'a> {
    crate::stats::attendance::Facts {
        sector: group.sector,
        platform,
        edition: event.edition,
        mode: group.mode,
        language: group.language,
        event: event.slug.as_str(),
    }
}
