//! Events with their seats.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Timestamp};

use super::bulk::{Statement, Value};
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::platforms;
use super::schema::{event, platform};
use super::seats::{self, Pools};
use super::types::{Json, Ts};
use crate::clock::Instant;
use crate::domain::agenda::AgendaItem;
use crate::domain::edition::Edition;
use crate::domain::event::{Event, EventStatus, Place, Schedule};
use crate::domain::ids::{EventId, PlatformId, Slug};
use crate::domain::language::Translated;
use crate::domain::mode::{Format, Mode};
use crate::domain::platform::Visibility;
use crate::domain::seats::{SeatRules, Taken};
use crate::domain::tlp::Tlp;
use crate::on_each;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = event, treat_none_as_default_value = false)]
#[diesel(treat_none_as_null = true)]
struct Row {
    id: EventId,
    platform_id: PlatformId,
    slug: Slug,
    edition: String,
    follows_event_id: Option<i64>,
    status: EventStatus,
    tlp: Tlp,
    title: Json<Translated>,
    summary: Json<Translated>,
    agenda: Json<Vec<AgendaItem>>,
    starts_at: Ts,
    ends_at: Ts,
    opens_at: Option<Ts>,
    closes_at: Ts,
    format: Format,
    venue: Json<Translated>,
    join_link: Option<String>,
    release_at: Option<Ts>,
    released_at: Option<Ts>,
    next_waiting_no: i64,
    sequence: i32,
    revision: i32,
    call_off_reason: Option<String>,
    created_at: Ts,
    updated_at: Ts,
}

/// An event as stored: the domain's event and what the seats stand at.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The event.
    pub event: Event,
    /// Seats given on site.
    pub on_site: Taken,
    /// Seats given online.
    pub online: Taken,
    /// When the release of the quotas was carried out.
    pub released_at: Option<Instant>,
    /// The number the next person on the waiting list gets.
    pub next_waiting_no: i64,
    /// Why it was called off.
    pub call_off_reason: Option<String>,
    /// When it was made.
    pub created_at: Instant,
    /// When a field of it was last changed; giving seats does not count.
    pub updated_at: Instant,
}

impl Stored {
    /// Seats given in one way of attending.
    pub fn taken(&self, mode: Mode) -> &Taken {
        match mode {
            Mode::OnSite => &self.on_site,
            Mode::Online => &self.online,
        }
    }

    /// The place of that count.
    pub fn taken_mut(&mut self, mode: Mode) -> &mut Taken {
        match mode {
            Mode::OnSite => &mut self.on_site,
            Mode::Online => &mut self.online,
        }
    }
}

fn stored(row: Row, pools: Pools) -> Result<Stored, DbError> {
    let edition: Edition = row.edition.parse().map_err(|e| DbError::Other(format!("event {}: {e}", row.id)))?;
    Ok(Stored {
        event: Event {
            id: row.id,
            platform_id: row.platform_id,
            slug: row.slug,
            edition,
            follows: row.follows_event_id.map(EventId),
            status: row.status,
            tlp: row.tlp,
            title: row.title.0,
            summary: row.summary.0,
            agenda: row.agenda.0,
            schedule: Schedule {
                starts_at: row.starts_at.0,
                ends_at: row.ends_at.0,
                opens_at: row.opens_at.map(|t| t.0),
                closes_at: row.closes_at.0,
            },
            place: Place { format: row.format, venue: row.venue.0, join_link: row.join_link },
            seats: SeatRules { on_site: pools.on_site.0, online: pools.online.0, release_at: row.release_at.map(|t| t.0) },
            sequence: row.sequence,
            revision: row.revision,
        },
        on_site: pools.on_site.1,
        online: pools.online.1,
        released_at: row.released_at.map(|t| t.0),
        next_waiting_no: row.next_waiting_no,
        call_off_reason: row.call_off_reason,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    })
}

fn row_of(s: &Stored, now: Instant) -> Row {
    let e = &s.event;
    Row {
        id: e.id,
        platform_id: e.platform_id,
        slug: e.slug.clone(),
        edition: e.edition.to_string(),
        follows_event_id: e.follows.map(|f| f.0),
        status: e.status,
        tlp: e.tlp,
        title: Json(e.title.clone()),
        summary: Json(e.summary.clone()),
        agenda: Json(e.agenda.clone()),
        starts_at: e.schedule.starts_at.into(),
        ends_at: e.schedule.ends_at.into(),
        opens_at: e.schedule.opens_at.map(Ts::from),
        closes_at: e.schedule.closes_at.into(),
        format: e.place.format,
        venue: Json(e.place.venue.clone()),
        join_link: e.place.join_link.clone(),
        release_at: e.seats.release_at.map(Ts::from),
        released_at: s.released_at.map(Ts::from),
        next_waiting_no: s.next_waiting_no,
        sequence: e.sequence,
        revision: e.revision,
        call_off_reason: s.call_off_reason.clone(),
        created_at: s.created_at.into(),
        updated_at: now.into(),
    }
}

/// Takes the rows' locks on PostgreSQL in one order, so that processes queue instead of dead-locking; SQLite has one writer.
pub(super) fn lock(conn: &mut AnyConn, ids: &[i64]) -> Result<(), DbError> {
    if let AnyConn::Pg(c) = conn
        && !ids.is_empty()
    {
        event::table.select(event::id).filter(event::id.eq_any(ids)).order(event::id.asc()).for_update().load::<i64>(c)?;
    }
    Ok(())
}

/// Locks the rows of all events, so that nobody is registered anywhere until the transaction ends.
pub fn lock_all(tx: &mut Tx<'_>) -> Result<(), DbError> {
    if let AnyConn::Pg(c) = &mut **tx {
        event::table.select(event::id).order(event::id.asc()).for_update().load::<i64>(c)?;
    }
    Ok(())
}

/// Lets nobody else work on an event until this is done. On SQLite nobody does.
pub fn hold(tx: &mut Tx<'_>, id: EventId) -> Result<(), DbError> {
    if let AnyConn::Pg(c) = &mut **tx {
        event::table.find(id.0).select(event::id).for_update().get_result::<i64>(c)?;
    }
    Ok(())
}

/// One event by its row.
pub fn by_id(conn: &mut AnyConn, id: EventId) -> Result<Stored, DbError> {
    let row = on_each!(conn, |c| event::table.find(id.0).get_result::<Row>(c))?;
    let pools = seats::of_event(conn, id)?;
    stored(row, pools)
}

/// One event by its slug.
pub fn by_slug(conn: &mut AnyConn, slug: &str) -> Result<Option<Stored>, DbError> {
    let row = on_each!(conn, |c| event::table.filter(event::slug.eq(slug)).get_result::<Row>(c).optional())?;
    match row {
        None => Ok(None),
        Some(row) => {
            let pools = seats::of_event(conn, row.id)?;
            stored(row, pools).map(Some)
        }
    }
}

/// The event of this slug with its platform, if that is public and the event no draft. One question decides: what outsiders
/// may not know of costs what a slug costs that nobody ever gave.
pub fn public_by_slug(conn: &mut AnyConn, slug: &str) -> Result<Option<(Stored, platforms::Row)>, DbError> {
    let is_public = platform::visibility.eq(Visibility::Public.code()).and(event::status.ne(EventStatus::Draft.code()));
    let found: Option<(Row, platforms::Row)> =
        on_each!(conn, |c| event::table.inner_join(platform::table).filter(event::slug.eq(slug).and(is_public)).get_result(c).optional())?;
    let Some((row, platform)) = found else { return Ok(None) };
    let pools = seats::of_event(conn, row.id)?;
    Ok(Some((stored(row, pools)?, platform)))
}

/// The row behind a slug: what a command needs to name its scope.
pub fn id_of_slug(conn: &mut AnyConn, slug: &str) -> Result<Option<EventId>, DbError> {
    Ok(on_each!(conn, |c| event::table.filter(event::slug.eq(slug)).select(event::id).get_result::<i64>(c).optional())?.map(EventId))
}

/// The row behind a slug, if the event is of one of these platforms; of any when `None`.
pub fn id_of_slug_on(conn: &mut AnyConn, slug: &str, platforms: Option<&[PlatformId]>) -> Result<Option<EventId>, DbError> {
    let found: Option<i64> = on_each!(conn, |c| {
        let mut query = event::table.filter(event::slug.eq(slug)).select(event::id).into_boxed();
        if let Some(platforms) = platforms {
            query = query.filter(event::platform_id.eq_any(platforms.iter().map(|p| p.0).collect::<Vec<_>>()));
        }
        query.get_result(c).optional()
    })?;
    Ok(found.map(EventId))
}

/// The address parts of these events.
pub fn slugs(conn: &mut AnyConn, ids: &[EventId]) -> Result<HashMap<EventId, Slug>, DbError> {
    let raw: BTreeSet<i64> = ids.iter().map(|id| id.0).collect();
    let found: Vec<(EventId, Slug)> = on_each!(conn, |c| event::table.filter(event::id.eq_any(raw)).select((event::id, event::slug)).load(c))?;
    Ok(found.into_iter().collect())
}

/// Which events a list asks for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only these platforms.
    pub platforms: Option<Vec<PlatformId>>,
    /// Only events that end after this moment.
    pub ends_after: Option<Instant>,
    /// Only these editions, both ends included.
    pub editions: Option<(Edition, Edition)>,
    /// Only events that are not drafts.
    pub without_drafts: bool,
    /// Only events whose row comes after this one, for paging; rows are then in order of their number.
    pub after: Option<EventId>,
    /// At most so many.
    pub limit: Option<i64>,
}

/// Events by start, earliest first, or by row when paging.
pub fn list(conn: &mut AnyConn, filter: &Filter) -> Result<Vec<Stored>, DbError> {
    let rows: Vec<Row> = on_each!(conn, |c| {
        let mut query = event::table.into_boxed();
        if let Some(platforms) = &filter.platforms {
            query = query.filter(event::platform_id.eq_any(platforms.iter().map(|p| p.0).collect::<Vec<_>>()));
        }
        if let Some(moment) = filter.ends_after {
            query = query.filter(event::ends_at.gt(Ts::from(moment)));
        }
        if let Some((from, to)) = filter.editions {
            query = query.filter(event::edition.ge(from.to_string()).and(event::edition.le(to.to_string())));
        }
        if filter.without_drafts {
            query = query.filter(event::status.ne(EventStatus::Draft.code()));
        }
        query = match filter.after {
            Some(after) => query.filter(event::id.gt(after.0)).order(event::id.asc()),
            None => query.order((event::starts_at.asc(), event::id.asc())),
        };
        if let Some(limit) = filter.limit {
            query = query.limit(limit);
        }
        query.load(c)
    })?;
    let mut pools = seats::of_events(conn, &rows.iter().map(|r| r.id).collect::<Vec<_>>())?;
    rows.into_iter()
        .map(|row| {
            let of_row = pools.remove(&row.id).unwrap_or_default();
            stored(row, of_row)
        })
        .collect()
}

/// A published event that is to come, as the clock asks for it.
#[derive(Clone, Copy, Debug)]
pub struct Ahead {
    /// Its row.
    pub id: EventId,
    /// Whose meeting.
    pub platform_id: PlatformId,
    /// Start.
    pub starts_at: Instant,
    /// Whether there is a link to join.
    pub has_link: bool,
}

/// The published events that begin after `now` and no later than `until`.
pub fn ahead(conn: &mut AnyConn, now: Instant, until: Instant) -> Result<Vec<Ahead>, DbError> {
    let soon = event::starts_at.gt(Ts::from(now)).and(event::starts_at.le(Ts::from(until)));
    let rows: Vec<(EventId, PlatformId, Ts, bool)> = on_each!(conn, |c| event::table
        .filter(event::status.eq(EventStatus::Published.code()).and(soon))
        .select((event::id, event::platform_id, event::starts_at, event::join_link.is_not_null()))
        .order(event::id.asc())
        .load(c))?;
    Ok(rows.into_iter().map(|(id, platform_id, starts_at, has_link)| Ahead { id, platform_id, starts_at: starts_at.0, has_link }).collect())
}

/// Adds an event with its pools.
pub fn insert(tx: &mut Tx<'_>, stored: &Stored, now: Instant) -> Result<(), DbError> {
    let row = row_of(stored, now);
    on_each!(&mut **tx, |c| diesel::insert_into(event::table).values(&row).execute(c))?;
    seats::insert(tx, stored)
}

/// Writes all fields of an event and the limits and counts of its pools.
pub fn update(tx: &mut Tx<'_>, stored: &Stored, now: Instant) -> Result<(), DbError> {
    let row = row_of(stored, now);
    on_each!(&mut **tx, |c| diesel::update(event::table.find(stored.event.id.0)).set(&row).execute(c))?;
    seats::update(tx, stored)
}

/// Writes only what giving seats changes: the counts, and the next number of the waiting list.
pub fn update_seats(tx: &mut Tx<'_>, stored: &Stored) -> Result<(), DbError> {
    let released_at = stored.released_at.map(Ts::from);
    let statement = Statement {
        head: "UPDATE event SET (next_waiting_no, released_at) = (",
        values: (Value::<BigInt, _>::new(&stored.next_waiting_no), Value::<Nullable<Timestamp>, _>::new(&released_at)),
        tail: ") WHERE id = ",
        last: Value::<BigInt, _>::new(&stored.event.id),
        end: "",
    };
    on_each!(&mut **tx, |c| statement.execute(c))?;
    seats::update_counts(tx, stored)
}

/// Published events whose quotas fell free and were not yet settled.
pub fn due_for_release(conn: &mut AnyConn, now: Instant) -> Result<Vec<EventId>, DbError> {
    let ids: Vec<i64> = on_each!(conn, |c| event::table
        .filter(event::release_at.le(Ts::from(now)).and(event::released_at.is_null()).and(event::status.eq(EventStatus::Published.code())))
        .select(event::id)
        .load(c))?;
    Ok(ids.into_iter().map(EventId).collect())
}
