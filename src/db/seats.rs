//! Seat pools: limits and counts. The counts are checked by the database and held against the rows by `verify`.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};

use super::bulk::{Statement, Value};
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::events::Stored;
use super::schema::seat_pool;
use crate::domain::ids::EventId;
use crate::domain::mode::Mode;
use crate::domain::seats::{PerSector, Pool, Taken};
use crate::on_each;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = seat_pool, treat_none_as_default_value = false)]
#[diesel(primary_key(event_id, mode))]
#[diesel(treat_none_as_null = true)]
struct Row {
    event_id: EventId,
    mode: Mode,
    capacity: Option<i32>,
    quota_private: Option<i32>,
    quota_academic: Option<i32>,
    quota_public: Option<i32>,
    max_per_organisation: Option<i32>,
    taken_private: i32,
    taken_academic: i32,
    taken_public: i32,
}

/// Both pools of an event: limits and seats given.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pools {
    pub on_site: (Pool, Taken),
    pub online: (Pool, Taken),
}

impl Pools {
    fn put(&mut self, row: &Row) {
        let limit = |n: Option<i32>| n.map(|n| n.unsigned_abs());
        let pool = Pool {
            capacity: limit(row.capacity),
            quotas: PerSector { private: limit(row.quota_private), academic: limit(row.quota_academic), public: limit(row.quota_public) },
            max_per_organisation: limit(row.max_per_organisation),
        };
        let taken = Taken {
            by_sector: PerSector {
                private: row.taken_private.unsigned_abs(),
                academic: row.taken_academic.unsigned_abs(),
                public: row.taken_public.unsigned_abs(),
            },
        };
        match row.mode {
            Mode::OnSite => self.on_site = (pool, taken),
            Mode::Online => self.online = (pool, taken),
        }
    }
}

/// The pools of one event.
pub(super) fn of_event(conn: &mut AnyConn, id: EventId) -> Result<Pools, DbError> {
    let rows: Vec<Row> = on_each!(conn, |c| seat_pool::table.filter(seat_pool::event_id.eq(id.0)).load(c))?;
    let mut pools = Pools::default();
    rows.iter().for_each(|row| pools.put(row));
    Ok(pools)
}

/// The pools of several events.
pub(super) fn of_events(conn: &mut AnyConn, ids: &[EventId]) -> Result<HashMap<EventId, Pools>, DbError> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let rows: Vec<Row> = on_each!(conn, |c| seat_pool::table.filter(seat_pool::event_id.eq_any(&ids)).load(c))?;
    let mut pools: HashMap<EventId, Pools> = HashMap::new();
    for row in &rows {
        pools.entry(row.event_id).or_default().put(row);
    }
    Ok(pools)
}

fn rows_of(stored: &Stored) -> [Row; 2] {
    let limit = |n: Option<u32>| n.map(|n| i32::try_from(n).unwrap_or(i32::MAX));
    let count = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    [Mode::OnSite, Mode::Online].map(|mode| {
        let (pool, taken) = (stored.event.seats.pool(mode), stored.taken(mode));
        Row {
            event_id: stored.event.id,
            mode,
            capacity: limit(pool.capacity),
            quota_private: limit(pool.quotas.private),
            quota_academic: limit(pool.quotas.academic),
            quota_public: limit(pool.quotas.public),
            max_per_organisation: limit(pool.max_per_organisation),
            taken_private: count(taken.by_sector.private),
            taken_academic: count(taken.by_sector.academic),
            taken_public: count(taken.by_sector.public),
        }
    })
}

pub(super) fn insert(tx: &mut Tx<'_>, stored: &Stored) -> Result<(), DbError> {
    for row in rows_of(stored) {
        on_each!(&mut **tx, |c| diesel::insert_into(seat_pool::table).values(&row).execute(c))?;
    }
    Ok(())
}

pub(super) fn update(tx: &mut Tx<'_>, stored: &Stored) -> Result<(), DbError> {
    for row in rows_of(stored) {
        on_each!(&mut **tx, |c| diesel::update(seat_pool::table.find((row.event_id.0, row.mode.code()))).set(&row).execute(c))?;
    }
    Ok(())
}

/// Writes only the counts.
pub(super) fn update_counts(tx: &mut Tx<'_>, stored: &Stored) -> Result<(), DbError> {
    for row in rows_of(stored) {
        let statement = Statement {
            head: "UPDATE seat_pool SET (taken_private, taken_academic, taken_public) = (",
            values: (
                Value::<Integer, _>::new(&row.taken_private),
                Value::<Integer, _>::new(&row.taken_academic),
                Value::<Integer, _>::new(&row.taken_public),
            ),
            tail: ") WHERE (event_id, mode) = (",
            last: (Value::<BigInt, _>::new(&row.event_id), Value::<Text, _>::new(&row.mode)),
            end: ")",
        };
        on_each!(&mut **tx, |c| statement.execute(c))?;
    }
    Ok(())
}
