//! Every stored invariant, and the rows that break one.

use std::collections::{HashMap, HashSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::AnyConn;
use super::errors::DbError;
use super::schema::{attendance_proof, event, outbox, registration, registration_change};
use super::{events, registrations};
use crate::clock::Instant;
use crate::domain::event::EventStatus;
use crate::domain::ids::EventId;
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, State, owed_mail};
use crate::domain::sector::Sector;
use crate::domain::waiting_list;
use crate::on_each;

/// A row that breaks an invariant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which invariant, by its stable name.
    pub invariant: &'static str,
    /// The row: table and number.
    pub row: String,
    /// What is wrong, with the figures.
    pub detail: String,
}

/// The names of all invariants, for the report of a clean run.
pub const INVARIANTS: &[&str] = &[
    "seats_counted",
    "never_overbooked",
    "nobody_waits_beside_a_free_seat",
    "waiting_numbers_unique",
    "state_is_last_change",
    "change_has_its_mail",
    "presence_follows_proofs",
    "only_pending_have_a_deadline",
    "only_erased_have_no_person",
    "called_off_leaves_nobody_active",
];

/// Checks all invariants.
pub fn all(conn: &mut AnyConn, now: Instant) -> Result<Vec<Finding>, DbError> {
    let mut findings = Vec::new();
    let ids: Vec<i64> = on_each!(conn, |c| event::table.select(event::id).order(event::id.asc()).load(c))?;
    for id in ids.into_iter().map(EventId) {
        of_event(conn, id, now, &mut findings)?;
    }
    presence(conn, &mut findings)?;
    plain_rules(conn, &mut findings)?;
    Ok(findings)
}

fn of_event(conn: &mut AnyConn, id: EventId, now: Instant, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let stored = events::by_id(conn, id)?;
    let row = format!("event {}", stored.event.slug);
    for mode in Mode::ALL.iter().copied() {
        let confirmed: Vec<(Sector, i64)> = on_each!(conn, |c| registration::table
            .filter(registration::event_id.eq(id.0).and(registration::mode.eq(mode.code())).and(registration::state.eq(State::Confirmed.code())))
            .group_by(registration::sector)
            .select((registration::sector, count_star()))
            .load(c))?;
        let (pool, taken) = (stored.event.seats.pool(mode), stored.taken(mode));
        let counted: HashMap<Sector, i64> = confirmed.into_iter().collect();
        for sector in Sector::ALL {
            let (rows, count) = (counted.get(sector).copied().unwrap_or(0), i64::from(taken.by_sector.of(*sector)));
            if rows != count {
                findings.push(Finding {
                    invariant: "seats_counted",
                    row: row.clone(),
                    detail: format!("{mode} {sector}: {rows} confirmed, counted as {count}"),
                });
            }
        }
        let total: i64 = counted.values().sum();
        if let Some(capacity) = pool.capacity.filter(|c| total > i64::from(*c)) {
            findings.push(Finding {
                invariant: "never_overbooked",
                row: row.clone(),
                detail: format!("{mode}: {total} confirmed for {capacity} seats"),
            });
        }
        if stored.event.status == EventStatus::Published && now < stored.event.schedule.ends_at {
            waits_beside(conn, &stored, mode, now, &row, findings)?;
        }
    }
    changes_of_event(conn, id, findings)?;
    if stored.event.status == EventStatus::CalledOff {
        let active: Vec<&str> = State::ALL.iter().filter(|s| s.is_active()).map(|s| s.code()).collect();
        let left: i64 = on_each!(conn, |c| registration::table
            .filter(registration::event_id.eq(id.0).and(registration::state.eq_any(active)))
            .count()
            .get_result(c))?;
        if left > 0 {
            findings.push(Finding { invariant: "called_off_leaves_nobody_active", row, detail: format!("{left} still active") });
        }
    }
    Ok(())
}

fn waits_beside(
    conn: &mut AnyConn,
    stored: &events::Stored,
    mode: Mode,
    now: Instant,
    row: &str,
    findings: &mut Vec<Finding>,
) -> Result<(), DbError> {
    let queue = registrations::queue(conn, stored.event.id, mode, Sector::ALL, i64::MAX)?;
    let unique: HashSet<_> = queue.iter().map(|w| w.registration).collect();
    let numbers: Vec<Option<i64>> = on_each!(conn, |c| registration::table
        .filter(registration::event_id.eq(stored.event.id.0).and(registration::mode.eq(mode.code())).and(registration::waiting_no.is_not_null()))
        .select(registration::waiting_no)
        .load(c))?;
    let distinct: HashSet<i64> = numbers.iter().flatten().copied().collect();
    if distinct.len() != unique.len() || distinct.iter().any(|n| *n >= stored.next_waiting_no) {
        findings.push(Finding {
            invariant: "waiting_numbers_unique",
            row: row.to_owned(),
            detail: format!("{mode}: {} numbers for {} people", distinct.len(), unique.len()),
        });
    }
    let mut taken = *stored.taken(mode);
    let mut organisations = registrations::seats_of_organisations(conn, stored.event.id, mode, None)?;
    // A release date that has passed but was not yet carried out is the timer's to settle.
    let released = stored.released_at.is_some() && stored.event.seats.quotas_released(now);
    let free_for = waiting_list::promote(stored.event.seats.pool(mode), &mut taken, &mut organisations, &queue, released);
    if let Some(first) = free_for.first() {
        findings.push(Finding {
            invariant: "nobody_waits_beside_a_free_seat",
            row: format!("registration {first}"),
            detail: format!("{row} {mode}: {} could have a seat", free_for.len()),
        });
    }
    Ok(())
}

/// The state is what the last change says, and every change that owes a mail has its one.
fn changes_of_event(conn: &mut AnyConn, id: EventId, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    type Change = (i64, i64, Cause, Option<State>, State);
    let changes: Vec<Change> = on_each!(conn, |c| registration_change::table
        .filter(registration_change::event_id.eq(id.0))
        .order((registration_change::at.asc(), registration_change::id.asc()))
        .select((
            registration_change::id,
            registration_change::registration_id,
            registration_change::cause,
            registration_change::from_state,
            registration_change::to_state
        ))
        .load(c))?;
    let states: Vec<(i64, State)> =
        on_each!(conn, |c| registration::table.filter(registration::event_id.eq(id.0)).select((registration::id, registration::state)).load(c))?;
    let last: HashMap<i64, State> = changes.iter().map(|(_, registration, _, _, to)| (*registration, *to)).collect();
    for (registration, state) in &states {
        if last.get(registration) != Some(state) {
            let told = last.get(registration).map_or("no change at all", |s| s.code());
            findings.push(Finding {
                invariant: "state_is_last_change",
                row: format!("registration {registration}"),
                detail: format!("is {state}, last change says {told}"),
            });
        }
    }
    let mailed: HashSet<i64> = on_each!(conn, |c| outbox::table
        .inner_join(registration_change::table)
        .filter(registration_change::event_id.eq(id.0))
        .select(registration_change::id)
        .load::<i64>(c))?
    .into_iter()
    .collect();
    for (change, registration, cause, from, to) in &changes {
        let owed = owed_mail(*cause, *from, *to).is_some();
        if owed != mailed.contains(change) {
            findings.push(Finding {
                invariant: "change_has_its_mail",
                row: format!("registration_change {change}"),
                detail: format!(
                    "registration {registration}: {cause} to {to} owes {}",
                    if owed { "a mail that is missing" } else { "no mail but has one" }
                ),
            });
        }
    }
    Ok(())
}

fn presence(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let proven: HashSet<i64> = on_each!(conn, |c| attendance_proof::table
        .filter(attendance_proof::revoked_at.is_null())
        .select(attendance_proof::registration_id)
        .distinct()
        .load::<i64>(c))?
    .into_iter()
    .collect();
    let marked: HashSet<i64> =
        on_each!(conn, |c| registration::table.filter(registration::present.eq(true)).select(registration::id).load::<i64>(c))?.into_iter().collect();
    for id in proven.symmetric_difference(&marked) {
        let detail = if proven.contains(id) { "a proof stands, but it is not marked present" } else { "marked present without a proof" };
        findings.push(Finding { invariant: "presence_follows_proofs", row: format!("registration {id}"), detail: detail.into() });
    }
    Ok(())
}

fn plain_rules(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let odd: Vec<i64> = on_each!(conn, |c| registration::table
        .filter(
            registration::prove_before
                .is_not_null()
                .and(registration::state.ne(State::Pending.code()))
                .or(registration::prove_before.is_null().and(registration::state.eq(State::Pending.code())))
        )
        .select(registration::id)
        .load(c))?;
    findings.extend(odd.into_iter().map(|id| Finding {
        invariant: "only_pending_have_a_deadline",
        row: format!("registration {id}"),
        detail: "deadline and state disagree".into(),
    }));
    let orphans: Vec<i64> = on_each!(conn, |c| registration::table
        .filter(registration::person_id.is_null().and(registration::erased_at.is_null()))
        .select(registration::id)
        .load(c))?;
    findings.extend(orphans.into_iter().map(|id| Finding {
        invariant: "only_erased_have_no_person",
        row: format!("registration {id}"),
        detail: "has no person and was not erased".into(),
    }));
    Ok(())
}
