//! Personal calendars: how often their owners asked for another address. Who never did has no row, and a row goes with its person.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::calendar_feed;
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::PersonId;
use crate::on_each;

/// How often a person asked for another address, and when last.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = calendar_feed, treat_none_as_default_value = false)]
pub struct Row {
    /// Whose.
    pub person_id: PersonId,
    /// How often.
    pub renewed: i32,
    /// When last.
    pub renewed_at: Ts,
}

/// What is kept of a person's calendar; `None` when its address was never renewed.
pub fn of(conn: &mut AnyConn, person: PersonId) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| calendar_feed::table.find(person.0).get_result(c).optional())?)
}

/// Counts one more renewal.
pub fn renew(tx: &mut Tx<'_>, person: PersonId, now: Instant) -> Result<(), DbError> {
    let first = Row { person_id: person, renewed: 1, renewed_at: now.into() };
    let added = on_each!(&mut **tx, |c| diesel::insert_into(calendar_feed::table).values(&first).on_conflict_do_nothing().execute(c))?;
    if added == 0 {
        let again = (calendar_feed::renewed.eq(calendar_feed::renewed + 1), calendar_feed::renewed_at.eq(Ts::from(now)));
        on_each!(&mut **tx, |c| diesel::update(calendar_feed::table.find(person.0)).set(again).execute(c))?;
    }
    Ok(())
}
