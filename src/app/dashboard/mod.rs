//! The quarters of several platforms beside each other: closed ones as they were frozen, the others counted in a few statements for all of
//! them together. What a figure means is not said here: the counts become facts, and the tables of a quarter's report are made of them.

mod people;
mod standings;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use people::{Came, People};
pub use standings::{Last, Next, Stand};

use super::closings::frozen;
use super::quarter::{Organisations, cells_of, event_cells, founded, meeting, posts};
use super::{App, AppError};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::verify::in_one_snapshot;
use crate::db::{AnyConn, DbError, closings, many_quarters, platforms, quarter};
use crate::domain::edition::Edition;
use crate::domain::event::EventStatus;
use crate::domain::ids::{EventId, PlatformId};
use crate::domain::platform::{Audience, Platform};
use crate::i18n::format::brussels;
use crate::stats::dashboard::{Part, Quarter};
use crate::stats::quarter::frozen::Cells;
use crate::stats::quarter::{Facts, Frozen, Group, Invited, OrganisationFacts, QuarterReport, Sum};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct DashboardQuery {
    /// Of these platforms.
    pub platforms: Vec<PlatformId>,
    /// First quarter, included.
    pub from: Edition,
    /// Last quarter, included.
    pub to: Edition,
    /// Which figures.
    pub part: Part,
}

/// The quarters of a platform, in their order: one for each that was asked for.
#[derive(Clone, Debug)]
pub struct PlatformQuarters {
    /// The platform.
    pub platform: Platform,
    /// Its quarters.
    pub quarters: Vec<Quarter>,
}

impl App {
    /// The quarters of these platforms, by platform as the catalogue has them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn dashboard(&self, query: DashboardQuery, now: Instant) -> Result<Vec<PlatformQuarters>, AppError> {
        self.db.read(move |conn| Ok(in_one_snapshot(conn, |conn| read(conn, &query, now))?)).await
    }
}

/// Everything that was read, before it is put together quarter by quarter.
struct Read {
    now: Instant,
    events: Vec<Stored>,
    kept: HashMap<(PlatformId, Edition), Frozen>,
    interim: HashMap<(PlatformId, Edition), Frozen>,
    groups: HashMap<EventId, Vec<Cells>>,
    invited: HashMap<EventId, Vec<Invited>>,
    lead: HashMap<EventId, Vec<(i64, u64)>>,
    people: People,
}

fn read(conn: &mut AnyConn, query: &DashboardQuery, now: Instant) -> Result<Vec<PlatformQuarters>, DbError> {
    let rows: Vec<platforms::Row> = platforms::all(conn)?.into_iter().filter(|row| query.platforms.contains(&row.id)).collect();
    let rosters: Vec<PlatformId> = rows.iter().filter(|row| row.audience == Audience::Members).map(|row| row.id).collect();
    let all = gather(conn, query, &rosters, now)?;
    let span = span(query);
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let (id, created) = (row.id, brussels(row.created_at.0).0);
        let platform = Platform::from(row);
        let came = all.people.of(id, &span, &all);
        let mut quarters = Vec::new();
        for edition in span.iter().copied() {
            quarters.push(match all.kept.get(&(id, edition)) {
                Some(frozen) => Quarter { edition, frozen: frozen.clone(), is_closed: true },
                None => live(conn, query, &all, (&platform, created), (edition, came.get(&edition)))?,
            });
        }
        found.push(PlatformQuarters { platform, quarters });
    }
    Ok(found)
}

fn span(query: &DashboardQuery) -> Vec<Edition> {
    let mut all = vec![query.from];
    while let Some(last) = all.last().copied().filter(|last| *last < query.to) {
        all.push(last.next());
    }
    all
}

/// What a part of the dashboard needs, in a few statements.
fn gather(conn: &mut AnyConn, query: &DashboardQuery, rosters: &[PlatformId], now: Instant) -> Result<Read, DbError> {
    let filter = events::Filter { platforms: Some(query.platforms.clone()), without_drafts: true, ..Default::default() };
    let events: Vec<Stored> = events::list(conn, &filter)?.into_iter().filter(|stored| stored.event.status == EventStatus::Published).collect();
    // Who came before, and only that, is asked of quarters before the first.
    let first = if query.part == Part::People { Edition::new(2000, 1).unwrap_or(query.from) } else { query.from };
    let closed = closings::in_force(conn, Some(&query.platforms), first, query.to)?;
    let kept: HashMap<_, _> = closed.iter().map(|(of, row)| Ok((*of, frozen(row)?))).collect::<Result<_, DbError>>()?;
    let is_open = |stored: &&Stored| !kept.contains_key(&(stored.event.platform_id, stored.event.edition));
    let is_asked = |stored: &&Stored| (query.from..=query.to).contains(&stored.event.edition);
    let open: Vec<EventId> = events.iter().filter(is_asked).filter(is_open).map(|stored| stored.event.id).collect();
    let mut all = Read {
        now,
        groups: HashMap::new(),
        invited: HashMap::new(),
        lead: HashMap::new(),
        people: People::default(),
        interim: HashMap::new(),
        events: Vec::new(),
        kept: HashMap::new(),
    };
    for group in quarter::groups(conn, &open)? {
        all.groups.entry(group.event).or_default().push(cells_of(&group));
    }
    if query.part == Part::Overview {
        for many_quarters::Invited { event, sector, language, count } in many_quarters::invited(conn, &open)? {
            all.invited.entry(event).or_default().push(Invited { sector, language, count: count.unsigned_abs() });
        }
    } else {
        let counted: Vec<&Stored> = events.iter().filter(is_asked).filter(is_open).collect();
        let wanted: Vec<EventId> = match query.part {
            // Who came before is asked of every earlier event of a platform that has something to count.
            Part::People => {
                let of: BTreeSet<PlatformId> = counted.iter().map(|stored| stored.event.platform_id).collect();
                let earlier = |stored: &&Stored| stored.event.edition <= query.to && of.contains(&stored.event.platform_id);
                events.iter().filter(earlier).map(|stored| stored.event.id).collect()
            }
            // Who of the roster was represented is asked of the quarter itself.
            _ => counted.iter().filter(|stored| rosters.contains(&stored.event.platform_id)).map(|stored| stored.event.id).collect(),
        };
        all.people = People::read(conn, &wanted)?;
        let rows = closings::interim(conn, &query.platforms, query.from, query.to)?;
        all.interim = rows.into_iter().map(|(of, row)| Ok((of, frozen(&row)?))).collect::<Result<_, DbError>>()?;
    }
    if query.part == Part::People {
        let days: HashMap<EventId, _> = events.iter().map(|stored| (stored.event.id, brussels(stored.event.schedule.starts_at).0)).collect();
        for (event, hour, count) in many_quarters::registered(conn, &open)? {
            if let Some(day) = days.get(&event) {
                all.lead.entry(event).or_default().push(((*day - brussels(hour).0).num_days(), count));
            }
        }
    }
    (all.events, all.kept) = (events, kept);
    Ok(all)
}

/// A quarter that is not closed: facts out of what was read, as [`super::quarter`] has them of one quarter.
fn live(
    conn: &mut AnyConn,
    query: &DashboardQuery,
    all: &Read,
    (platform, created): (&Platform, chrono::NaiveDate),
    (edition, came): (Edition, Option<&Came>),
) -> Result<Quarter, DbError> {
    let theirs = || all.events.iter().filter(|stored| stored.event.platform_id == platform.id);
    let counted = || theirs().filter(|stored| stored.event.edition == edition).map(|stored| &stored.event);
    let cells = |id: EventId| all.groups.get(&id).cloned().unwrap_or_default();
    let events: Vec<_> = counted().map(|event| event_cells(event, cells(event.id), all.now)).collect();
    let group = |cells: &Cells, sum: Sum| Group { edition, sector: cells.sector, mode: cells.mode, language: cells.language, sum };
    let meetings: Vec<_> = theirs().map(|stored| meeting(&stored.event, all.now)).collect();
    let today = brussels(all.now).0;
    let organisations = came.map(organisations).unwrap_or_default();
    let founded = founded(created, &meetings);
    // A roster has nothing to say of a quarter before there was a platform, nor of one to come.
    let has_roster = founded <= edition.last_day() && edition.first_day() <= today;
    let posts = match (query.part, platform.audience) {
        (Part::Ways, Audience::Members) if has_roster => Some(posts(conn, platform.id, today.min(edition.last_day()), &organisations)?),
        _ => None,
    };
    let days = counted().filter_map(|event| all.lead.get(&event.id)).flatten();
    let facts = Facts {
        founded,
        edition,
        today,
        meetings,
        events: Vec::new(),
        groups: events.iter().flat_map(|event| event.sums().map(|(cells, sum)| group(cells, sum))).collect(),
        invited: counted().filter_map(|event| all.invited.get(&event.id)).flatten().copied().collect(),
        earlier: came.map(|came| came.earlier).unwrap_or_default(),
        lead_days: days.flat_map(|(days, count)| std::iter::repeat_n(*days, usize::try_from(*count).unwrap_or(0))).collect(),
        organisations: organisations.into_values().collect(),
        posts,
        platform: platform.clone(),
    };
    let mut frozen = Frozen::new(QuarterReport::with(&facts, query.part.statistics()), events, Vec::new());
    if let Some(interim) = all.interim.get(&(platform.id, edition)) {
        frozen.keep_people_of(interim);
    }
    Ok(Quarter { edition, frozen, is_closed: false })
}

/// The organisations of which somebody was present. Their names are not needed, only whether they are known.
fn organisations(came: &Came) -> Organisations {
    let facts = |(id, attended): (&Option<_>, &u64)| {
        let mut sum = Sum::default();
        sum.counts.attended = *attended;
        let came_before = id.is_some_and(|id| came.came_before.contains(&id));
        (*id, OrganisationFacts { name: id.map(|_| String::new()), sum, came_before })
    };
    came.organisations.iter().map(facts).collect::<BTreeMap<_, _>>()
}
