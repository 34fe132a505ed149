//! The figures of a platform's quarter: reads the facts in one snapshot and has them put together.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::closings::{frozen as closings_frozen, told};
use super::roster::coverage;
use super::{App, AppError};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::verify::in_one_snapshot;
use crate::db::{AnyConn, DbError, closings, figures, platforms, quarter};
use crate::domain::attendance::tally;
use crate::domain::cadence::Meeting;
use crate::domain::edition::Edition;
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::{EventId, OrganisationId, PlatformId};
use crate::domain::platform::{Audience, Platform};
use crate::i18n::format::brussels;
use crate::stats::quarter::frozen::{Cells, EventCells};
use crate::stats::quarter::{Earlier, EventFacts, Facts, Frozen, Group, Invited, OrganisationFacts, PostFacts, QuarterReport, Sum, compared};

impl App {
    /// The figures of a quarter: as they were frozen, once it is closed; else as they stand. Called-off events and drafts count for nothing;
    /// events to come count as invited, registered and confirmed only.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn report_quarter(&self, platform: PlatformId, edition: Edition, now: Instant) -> Result<QuarterReport, AppError> {
        self.db.read(move |conn| Ok(in_one_snapshot(conn, |conn| report(conn, platform, edition, now))?)).await
    }

    /// The figures of a quarter as one of its revisions has them.
    ///
    /// # Errors
    /// `NotFound` when there is no such revision.
    pub async fn report_revision(&self, platform: PlatformId, edition: Edition, revision: u32) -> Result<QuarterReport, AppError> {
        let found = self.revisions(platform, edition).await?.into_iter().map(|each| each.report);
        found.into_iter().find(|report| report.closed.as_ref().is_some_and(|closed| closed.revision == revision)).ok_or(AppError::NotFound)
    }
}

fn report(conn: &mut AnyConn, platform: PlatformId, edition: Edition, now: Instant) -> Result<QuarterReport, DbError> {
    let revisions = closings::of_edition(conn, platform, edition)?;
    match revisions.iter().rfind(|row| row.is_final) {
        Some(row) => told(row, revisions.last().map_or(row.revision, |last| last.revision)),
        None => Ok(live(conn, platform, edition, now)?.report),
    }
}

/// What would be frozen now. Where names went since something was frozen, who came is taken from there as long as nobody came after.
pub(super) fn live(conn: &mut AnyConn, platform: PlatformId, edition: Edition, now: Instant) -> Result<Frozen, DbError> {
    let row = platforms::by_id(conn, platform)?;
    let filter = events::Filter { platforms: Some(vec![platform]), without_drafts: true, ..Default::default() };
    let all = Programme { events: events::list(conn, &filter)?, edition, now, kept: kept(conn, platform, edition)? };
    let meetings = all.meetings();
    let created = brussels(row.created_at.0).0;
    let founded = founded(created, &meetings);
    let today = brussels(now).0;
    let (events, before) = (all.ids(|other| other == edition), all.ids(|other| other < edition));
    let (groups, by_event) = registrations(conn, &all)?;
    let cells = all.cells(&by_event);
    let owner = Platform::from(row);
    let organisations = organisations(conn, &all, &events)?;
    let came = organisations.iter().filter(|(_, facts)| facts.sum.counts.attended > 0).filter_map(|(id, _)| Some((*id)?.0)).collect();
    let posts = match owner.audience {
        Audience::Members => Some(posts(conn, platform, today.min(edition.last_day()), &organisations)?),
        _ => None,
    };
    let facts = Facts {
        platform: owner,
        founded,
        edition,
        today,
        meetings,
        events: all.listed(&cells),
        groups,
        invited: quarter::invited(conn, &events)?.into_iter().map(|(sector, language, count)| Invited { sector, language, count }).collect(),
        organisations: organisations.into_values().collect(),
        earlier: people(conn, &events, &before)?,
        lead_days: lead_days(conn, &all, &events)?,
        posts,
    };
    let mut frozen = Frozen::new(QuarterReport::of(&facts), cells, came);
    if let Some(last) = closings::of_edition(conn, platform, edition)?.last() {
        frozen.keep_people_of(&closings_frozen(last)?);
    }
    Ok(frozen)
}

/// Since when a platform exists: whoever was set up here later than it first met existed before.
pub(super) fn founded(created: NaiveDate, meetings: &[Meeting]) -> NaiveDate {
    meetings.iter().filter(|meeting| meeting.is_held).map(|meeting| meeting.day).chain([created]).min().unwrap_or(created)
}

/// An event as a rhythm looks at it.
pub(super) fn meeting(event: &Event, now: Instant) -> Meeting {
    Meeting { day: brussels(event.schedule.starts_at).0, is_held: event.is_held(now) }
}

/// Earlier quarters that are closed.
fn kept(conn: &mut AnyConn, platform: PlatformId, edition: Edition) -> Result<BTreeMap<Edition, Frozen>, DbError> {
    let Some(first) = Edition::new(2000, 1) else { return Ok(BTreeMap::new()) };
    let rows = closings::in_force(conn, Some(&[platform]), first, edition)?.into_values().filter(|row| row.edition < edition);
    rows.map(|row| Ok((row.edition, closings_frozen(&row)?))).collect()
}

/// The events of a platform.
struct Programme {
    events: Vec<Stored>,
    edition: Edition,
    now: Instant,
    /// Earlier quarters that are closed: what was frozen counts, whatever stands in the tables since.
    kept: BTreeMap<Edition, Frozen>,
}

impl Programme {
    fn published(&self) -> impl Iterator<Item = &Stored> {
        self.events.iter().filter(|stored| stored.event.status == EventStatus::Published)
    }

    fn ids(&self, wanted: impl Fn(Edition) -> bool) -> Vec<EventId> {
        self.published().filter(|stored| wanted(stored.event.edition)).map(|stored| stored.event.id).collect()
    }

    fn meetings(&self) -> Vec<Meeting> {
        self.published().map(|stored| meeting(&stored.event, self.now)).collect()
    }

    fn is_held(&self) -> HashMap<EventId, bool> {
        self.published().map(|stored| (stored.event.id, stored.event.is_held(self.now))).collect()
    }

    /// The events of the quarter that count, with their registrations.
    fn cells(&self, groups: &CellsOf) -> Vec<EventCells> {
        let counted = self.published().filter(|stored| stored.event.edition == self.edition);
        counted.map(|Stored { event, .. }| event_cells(event, groups.get(&event.id).cloned().unwrap_or_default(), self.now)).collect()
    }

    fn listed(&self, cells: &[EventCells]) -> Vec<EventFacts> {
        let sum = |slug: &str| {
            let mut sum = Sum::default();
            cells.iter().filter(|each| each.event == slug).flat_map(EventCells::sums).for_each(|(_, each)| sum.add(&each));
            sum.counts
        };
        let facts = |Stored { event, .. }: &Stored| EventFacts {
            slug: event.slug.to_string(),
            day: brussels(event.schedule.starts_at).0,
            status: event.status,
            is_held: event.is_held(self.now),
            counts: sum(event.slug.as_str()),
        };
        self.events.iter().filter(|stored| stored.event.edition == self.edition).map(facts).collect()
    }
}

/// An event with its registrations. Who registered for a way of attending that is no longer offered is counted, too; who never proved the
/// address is not, and nothing differs when their time is over.
pub(super) fn event_cells(event: &Event, mut groups: Vec<Cells>, now: Instant) -> EventCells {
    groups.retain(|group| group.present || tally(group.state, false, false).registered);
    let mut modes = event.place.format.modes().to_vec();
    modes.extend(groups.iter().map(|group| group.mode));
    modes.sort_unstable();
    modes.dedup();
    EventCells { event: event.slug.to_string(), is_held: event.is_held(now), modes, groups }
}

/// So many registrations, without their event.
pub(super) fn cells_of(group: &figures::Group) -> Cells {
    let figures::Group { state, sector, mode, language, present, count, .. } = *group;
    Cells { state, sector, mode, language, present, count }
}

/// The counts of each event.
type CellsOf = HashMap<EventId, Vec<Cells>>;

/// Registrations of the quarters that are compared, and those of each event of the quarter itself.
fn registrations(conn: &mut AnyConn, all: &Programme) -> Result<(Vec<Group>, CellsOf), DbError> {
    let compared = compared(all.edition);
    let editions: HashMap<EventId, Edition> = all.published().map(|stored| (stored.event.id, stored.event.edition)).collect();
    let (held, mut by_event) = (all.is_held(), HashMap::<EventId, Vec<Cells>>::new());
    let group = |edition, cells: &Cells, sum| Group { edition, sector: cells.sector, mode: cells.mode, language: cells.language, sum };
    let mut groups = Vec::new();
    for found in quarter::groups(conn, &all.ids(|edition| compared.contains(&edition) && !all.kept.contains_key(&edition)))? {
        let Some(edition) = editions.get(&found.event) else { continue };
        let (cells, is_held) = (cells_of(&found), held.get(&found.event).is_some_and(|held| *held));
        groups.push(group(*edition, &cells, Sum::of(cells.state, cells.present, is_held, cells.count)));
        by_event.entry(found.event).or_default().push(cells);
    }
    for (edition, frozen) in all.kept.iter().filter(|(edition, _)| compared.contains(edition)) {
        groups.extend(frozen.events.iter().flat_map(EventCells::sums).map(|(cells, sum)| group(*edition, cells, sum)));
    }
    Ok((groups, by_event))
}

/// What is known of the organisations of a quarter; `None` stands for those of whom nothing is known any more.
pub(super) type Organisations = BTreeMap<Option<OrganisationId>, OrganisationFacts>;

fn organisations(conn: &mut AnyConn, all: &Programme, events: &[EventId]) -> Result<Organisations, DbError> {
    let (held, names) = (all.is_held(), quarter::names(conn)?);
    let open = all.ids(|edition| edition < all.edition && !all.kept.contains_key(&edition));
    let mut came_before = quarter::present_organisations(conn, &open)?;
    let merged = closings::merged(conn)?;
    let frozen = all.kept.values().flat_map(|frozen| frozen.organisations.iter().copied().map(OrganisationId));
    came_before.extend(frozen.map(|id| merged.get(&id).copied().unwrap_or(id)));
    let mut organisations = Organisations::new();
    for found in quarter::organisations(conn, events)? {
        let sum = Sum::of(found.state, found.present, held.get(&found.event).is_some_and(|held| *held), found.count.unsigned_abs());
        let entry = organisations.entry(found.organisation).or_insert_with(|| OrganisationFacts {
            name: found.organisation.and_then(|id| names.get(&id).cloned()),
            sum: Sum::default(),
            came_before: found.organisation.is_some_and(|id| came_before.contains(&id)),
        });
        entry.sum.add(&sum);
    }
    Ok(organisations)
}

/// The roster on a day, and who of it was represented.
pub(super) fn posts(conn: &mut AnyConn, platform: PlatformId, day: NaiveDate, came: &Organisations) -> Result<Vec<PostFacts>, DbError> {
    let coverage = coverage::posts(conn, platform, day)?;
    let posts = coverage.organisations.iter().flat_map(|organisation| organisation.posts.iter().map(move |post| (organisation.id, post)));
    let facts = posts.map(|(id, post)| PostFacts {
        function: post.function,
        is_held: !post.is_vacant(),
        has_deputy: post.holders.iter().any(|holder| holder.deputy),
        was_represented: came.get(&Some(id)).is_some_and(|facts| facts.sum.counts.attended > 0),
    });
    Ok(facts.collect())
}

fn people(conn: &mut AnyConn, events: &[EventId], before: &[EventId]) -> Result<Earlier, DbError> {
    let now = quarter::presences(conn, events)?;
    Ok(Earlier {
        known_presences: now.known,
        unknown_presences: now.unknown,
        people: now.people,
        returning: quarter::returning(conn, events, before)?,
        unknown_before: quarter::presences(conn, before)?.unknown,
    })
}

/// Days by the calendar in Brussels, from registration to event.
fn lead_days(conn: &mut AnyConn, all: &Programme, events: &[EventId]) -> Result<Vec<i64>, DbError> {
    let days: HashMap<EventId, NaiveDate> = all.published().map(|stored| (stored.event.id, brussels(stored.event.schedule.starts_at).0)).collect();
    let registered = quarter::registered_at(conn, events)?;
    Ok(registered.into_iter().filter_map(|(event, at)| Some((*days.get(&event)? - brussels(at).0).num_days())).collect())
}
