//! The figures of a platform's quarter: reads the facts in one snapshot and has them put together.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::roster::coverage;
use super::{App, AppError};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::verify::in_one_snapshot;
use crate::db::{AnyConn, DbError, platforms, quarter};
use crate::domain::cadence::Meeting;
use crate::domain::edition::Edition;
use crate::domain::event::EventStatus;
use crate::domain::ids::{EventId, OrganisationId, PlatformId};
use crate::domain::platform::{Audience, Platform};
use crate::i18n::format::brussels;
use crate::stats::quarter::{Earlier, EventFacts, Facts, Group, Invited, OrganisationFacts, PostFacts, QuarterReport, Sum, compared};

impl App {
    /// The figures of a quarter as they stand. Called-off events and drafts count for nothing; events to come count as invited,
    /// registered and confirmed only.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn report_quarter(&self, platform: PlatformId, edition: Edition, now: Instant) -> Result<QuarterReport, AppError> {
        self.db.read(move |conn| Ok(in_one_snapshot(conn, |conn| report(conn, platform, edition, now))?)).await
    }
}

fn report(conn: &mut AnyConn, platform: PlatformId, edition: Edition, now: Instant) -> Result<QuarterReport, DbError> {
    let row = platforms::by_id(conn, platform)?;
    let filter = events::Filter { platforms: Some(vec![platform]), without_drafts: true, ..Default::default() };
    let all = Programme { events: events::list(conn, &filter)?, edition, now };
    let meetings = all.meetings();
    let created = brussels(row.created_at.0).0;
    // Whoever was set up here later than it first met existed before.
    let founded = meetings.iter().filter(|meeting| meeting.is_held).map(|meeting| meeting.day).chain([created]).min().unwrap_or(created);
    let today = brussels(now).0;
    let (events, before) = (all.ids(|other| other == edition), all.ids(|other| other < edition));
    let (groups, by_event) = registrations(conn, &all)?;
    let owner = Platform::from(row);
    let organisations = organisations(conn, &all, &events, &before)?;
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
        events: all.listed(&by_event),
        groups,
        invited: quarter::invited(conn, &events)?.into_iter().map(|(sector, language, count)| Invited { sector, language, count }).collect(),
        organisations: organisations.into_values().collect(),
        earlier: people(conn, &events, &before)?,
        lead_days: lead_days(conn, &all, &events)?,
        posts,
    };
    Ok(QuarterReport::of(&facts))
}

/// The events of a platform.
struct Programme {
    events: Vec<Stored>,
    edition: Edition,
    now: Instant,
}

impl Programme {
    fn published(&self) -> impl Iterator<Item = &Stored> {
        self.events.iter().filter(|stored| stored.event.status == EventStatus::Published)
    }

    fn ids(&self, wanted: impl Fn(Edition) -> bool) -> Vec<EventId> {
        self.published().filter(|stored| wanted(stored.event.edition)).map(|stored| stored.event.id).collect()
    }

    fn meetings(&self) -> Vec<Meeting> {
        let meeting = |stored: &Stored| Meeting { day: brussels(stored.event.schedule.starts_at).0, is_held: stored.event.is_held(self.now) };
        self.published().map(meeting).collect()
    }

    fn is_held(&self) -> HashMap<EventId, bool> {
        self.published().map(|stored| (stored.event.id, stored.event.is_held(self.now))).collect()
    }

    fn listed(&self, counts: &HashMap<EventId, Sum>) -> Vec<EventFacts> {
        let facts = |Stored { event, .. }: &Stored| EventFacts {
            slug: event.slug.to_string(),
            day: brussels(event.schedule.starts_at).0,
            status: event.status,
            is_held: event.is_held(self.now),
            counts: counts.get(&event.id).map(|sum| sum.counts).unwrap_or_default(),
        };
        self.events.iter().filter(|stored| stored.event.edition == self.edition).map(facts).collect()
    }
}

/// Registrations of the quarters that are compared, and those of each event.
fn registrations(conn: &mut AnyConn, all: &Programme) -> Result<(Vec<Group>, HashMap<EventId, Sum>), DbError> {
    let compared = compared(all.edition);
    let editions: HashMap<EventId, Edition> = all.published().map(|stored| (stored.event.id, stored.event.edition)).collect();
    let (held, mut by_event) = (all.is_held(), HashMap::<EventId, Sum>::new());
    let mut groups = Vec::new();
    for found in quarter::groups(conn, &all.ids(|edition| compared.contains(&edition)))? {
        let Some(edition) = editions.get(&found.event) else { continue };
        let sum = Sum::of(found.state, found.present, held.get(&found.event).is_some_and(|held| *held), found.count);
        by_event.entry(found.event).or_default().add(&sum);
        groups.push(Group { edition: *edition, sector: found.sector, mode: found.mode, language: found.language, sum });
    }
    Ok((groups, by_event))
}

type Organisations = BTreeMap<Option<OrganisationId>, OrganisationFacts>;

fn organisations(conn: &mut AnyConn, all: &Programme, events: &[EventId], before: &[EventId]) -> Result<Organisations, DbError> {
    let (held, names) = (all.is_held(), quarter::names(conn)?);
    let came_before = quarter::present_organisations(conn, before)?;
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

fn posts(conn: &mut AnyConn, platform: PlatformId, day: NaiveDate, came: &Organisations) -> Result<Vec<PostFacts>, DbError> {
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
