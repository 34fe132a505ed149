//! Seats: the counts are those of the rows, and no limit is passed.

use std::collections::HashMap;

use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use super::Finding;
use crate::clock::Instant;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::events::Stored;
use crate::db::registrations;
use crate::db::schema::{organisation, registration};
use crate::db::types::Ts;
use crate::domain::ids::OrganisationId;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::sector::Sector;
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, stored: &Stored, now: Instant, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    // From the release date on they hold no longer, whether or not the timer has carried it out.
    let quotas_hold = stored.released_at.is_none() && !stored.event.seats.quotas_released(now);
    for mode in Mode::ALL.iter().copied() {
        let mut find = |invariant, detail: String| {
            findings.push(Finding { invariant, row: format!("event {}", stored.event.slug), detail: format!("{mode}{detail}") })
        };
        let confirmed = confirmed(conn, stored, mode)?;
        let (pool, taken) = (stored.event.seats.pool(mode), stored.taken(mode));
        for sector in Sector::ALL {
            let (rows, count) = (confirmed.get(sector).copied().unwrap_or(0), i64::from(taken.by_sector.of(*sector)));
            if rows != count {
                find("seats_counted", format!(" {sector}: {rows} confirmed, counted as {count}"));
            }
            if let Some(quota) = pool.quotas.of(*sector).filter(|quota| quotas_hold && rows > i64::from(*quota)) {
                find("quotas_kept", format!(" {sector}: {rows} confirmed for a quota of {quota}"));
            }
        }
        let total: i64 = confirmed.values().sum();
        if let Some(capacity) = pool.capacity.filter(|c| total > i64::from(*c)) {
            find("never_overbooked", format!(": {total} confirmed for {capacity} seats"));
        }
        if let Some(max) = pool.max_per_organisation {
            let mut of: Vec<_> = registrations::seats_of_organisations(conn, stored.event.id, mode, None)?.into_iter().collect();
            of.retain(|(_, seats)| *seats > max);
            of.sort_unstable();
            for (organisation, seats) in of {
                // Seats that two organisations had before they were merged stay.
                if !given_since_merging(conn, stored, mode, organisation)? {
                    continue;
                }
                find("organisation_maximum_kept", format!(": organisation {organisation} has {seats} seats, the maximum is {max}"));
            }
        }
    }
    Ok(())
}

/// Whether an organisation was given a seat after the last one was merged into it, or none ever was.
fn given_since_merging(conn: &mut AnyConn, stored: &Stored, mode: Mode, id: OrganisationId) -> Result<bool, DbError> {
    let merged: Option<Ts> =
        on_each!(&mut *conn, |c| organisation::table.filter(organisation::merged_into.eq(id.0)).select(max(organisation::merged_at)).get_result(c))?;
    let theirs = registration::event_id.eq(stored.event.id.0).and(registration::organisation_id.eq(id.0)).and(registration::mode.eq(mode.code()));
    let given: Option<Ts> = on_each!(conn, |c| registration::table
        .filter(theirs.and(registration::state.eq(State::Confirmed.code())))
        .select(max(registration::state_since))
        .get_result(c))?;
    Ok(merged.is_none() || given > merged)
}

fn confirmed(conn: &mut AnyConn, stored: &Stored, mode: Mode) -> Result<HashMap<Sector, i64>, DbError> {
    let at_event = registration::event_id.eq(stored.event.id.0);
    let rows: Vec<(Sector, i64)> = on_each!(conn, |c| registration::table
        .filter(at_event.and(registration::mode.eq(mode.code())).and(registration::state.eq(State::Confirmed.code())))
        .group_by(registration::sector)
        .select((registration::sector, count_star()))
        .load(c))?;
    Ok(rows.into_iter().collect())
}
