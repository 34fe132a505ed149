//! What doors ask of rosters: who holds a mandate on a day, and whose place rested on one that is over.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::of_email;
use crate::clock::Instant;
use crate::db::connection::AnyConn;
use crate::db::door::Tx;
use crate::db::errors::DbError;
use crate::db::registrations;
use crate::db::schema::{event, member, person, platform, registration};
use crate::db::types::{Day, Ts};
use crate::domain::admission::Basis;
use crate::domain::event::EventStatus;
use crate::domain::ids::{EventId, PlatformId};
use crate::domain::member::Mandate;
use crate::domain::platform::Audience;
use crate::domain::registration::State;
use crate::on_each;

/// Keeps a platform's roster as it is until the transaction ends: whoever writes it waits ([`super::lock`]). Many can do so at once.
pub fn hold(tx: &mut Tx<'_>, of: PlatformId) -> Result<(), DbError> {
    if let AnyConn::Pg(c) = &mut **tx {
        let _: Vec<i64> = platform::table.filter(platform::id.eq(of.0)).select(platform::id).for_share().load(c)?;
    }
    Ok(())
}

/// The mandates of an address on a platform, whenever they are in force.
pub fn mandates_of(conn: &mut AnyConn, platform: PlatformId, email_key: &str) -> Result<Vec<Mandate>, DbError> {
    of_email(conn, Some(platform), email_key)?.iter().map(super::Row::mandate).collect()
}

/// The keys of the addresses that hold a mandate on a platform on a day.
pub fn holders(conn: &mut AnyConn, platform: PlatformId, day: NaiveDate) -> Result<HashSet<String>, DbError> {
    let today = Day(day);
    let current = member::starts_on.le(today).and(member::ends_on.is_null().or(member::ends_on.ge(today)));
    let keys: Vec<Option<String>> =
        on_each!(conn, |c| member::table.filter(member::platform_id.eq(platform.0).and(current)).select(member::email_key).load(c))?;
    Ok(keys.into_iter().flatten().collect())
}

/// Registrations joined with event and person that rest on a mandate none of which is in force on a day: only those that stand, and
/// nobody who has come.
macro_rules! fallen {
    ($day:expr) => {{
        let today = Day($day);
        let current = member::starts_on.le(today).and(member::ends_on.is_null().or(member::ends_on.ge(today)));
        let theirs = member::platform_id.eq(event::platform_id).and(member::email_key.eq(person::email_key.nullable()));
        let active: Vec<&str> = State::ALL.iter().filter(|state| state.is_active()).map(|state| state.code()).collect();
        registration::basis
            .eq(Basis::Mandate.code())
            .and(registration::state.eq_any(active))
            .and(registration::present.eq(false))
            .and(not(exists(member::table.filter(theirs.and(current)).select(member::id))))
    }};
}

/// The registrations of an event whose mandate is over on a day, with the key of their owner's address.
pub fn fallen(conn: &mut AnyConn, of: EventId, day: NaiveDate) -> Result<Vec<(registrations::Row, String)>, DbError> {
    Ok(on_each!(conn, |c| registration::table
        .inner_join(event::table)
        .inner_join(person::table.on(person::id.nullable().eq(registration::person_id)))
        .filter(registration::event_id.eq(of.0).and(fallen!(day)))
        .order(registration::id.asc())
        .select((registration::all_columns, person::email_key))
        .load(c))?)
}

/// The events of platforms for members (or of one) that are not over and have such registrations.
pub fn events_with_fallen(conn: &mut AnyConn, only: Option<PlatformId>, day: NaiveDate, now: Instant) -> Result<Vec<EventId>, DbError> {
    let to_come = event::status.eq(EventStatus::Published.code()).and(event::ends_at.gt(Ts::from(now)));
    Ok(on_each!(conn, |c| {
        let mut query = registration::table
            .inner_join(event::table.inner_join(platform::table))
            .inner_join(person::table.on(person::id.nullable().eq(registration::person_id)))
            .filter(platform::audience.eq(Audience::Members.code()).and(to_come).and(fallen!(day)))
            .select(event::id)
            .distinct()
            .order(event::id.asc())
            .into_boxed();
        if let Some(only) = only {
            query = query.filter(event::platform_id.eq(only.0));
        }
        query.load(c)
    })?)
}
