//! The waiting list: each number once, in order of proof, and nobody waits beside a seat.

use std::collections::HashMap;

use chrono::Duration;
use diesel::prelude::*;

use super::Finding;
use crate::clock::Instant;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::events::Stored;
use crate::db::registrations;
use crate::db::schema::{registration, registration_change};
use crate::db::types::Ts;
use crate::domain::event::EventStatus;
use crate::domain::mode::Mode;
use crate::domain::registration::Cause;
use crate::domain::sector::Sector;
use crate::domain::waiting_list;
use crate::on_each;

/// Moments closer than this say nothing about order: a request takes its moment before it waits at the door, and the clocks
/// of several processes differ.
const CLOSE_SECONDS: i64 = 60;

pub(super) fn check(conn: &mut AnyConn, stored: &Stored, now: Instant, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    numbers(conn, stored, findings)?;
    if stored.event.status == EventStatus::Published && now < stored.event.schedule.starts_at {
        for mode in Mode::ALL.iter().copied() {
            beside_a_seat(conn, stored, mode, now, findings)?;
        }
    }
    Ok(())
}

/// Numbers are given by event, over both ways of attending, at the moment somebody is put in line.
fn numbers(conn: &mut AnyConn, stored: &Stored, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let line: Vec<(i64, Option<i64>, Ts)> = on_each!(conn, |c| registration::table
        .filter(registration::event_id.eq(stored.event.id.0).and(registration::waiting_no.is_not_null()))
        .order((registration::waiting_no.asc(), registration::id.asc()))
        .select((registration::id, registration::waiting_no, registration::state_since))
        .load(c))?;
    let lifted = lifted(conn, stored)?;
    let mut before: Option<(i64, i64)> = None;
    let mut latest: Option<(i64, Instant)> = None;
    for (id, number, since) in line {
        let number = number.unwrap_or_default();
        if let Some((other, _)) = before.filter(|(_, n)| *n == number) {
            findings.push(Finding::of_registration("waiting_numbers_unique", id, format!("number {number} is also that of registration {other}")));
        }
        if number >= stored.next_waiting_no {
            let detail = format!("number {number}, but the next to be given is {}", stored.next_waiting_no);
            findings.push(Finding::of_registration("waiting_numbers_unique", id, detail));
        }
        before = Some((id, number));
        // Put first for a recorded reason: the order of all others is looked at without them.
        if lifted.get(&id).is_some_and(|at| *at >= since.0) {
            continue;
        }
        match latest {
            Some((ahead, at)) if at - since.0 > Duration::seconds(CLOSE_SECONDS) => {
                let detail = format!("waits since {}, behind registration {ahead}, which waits since {at}", since.0);
                findings.push(Finding::of_registration("waiting_in_order_of_proof", id, detail));
            }
            Some((_, at)) if at >= since.0 => {}
            _ => latest = Some((id, since.0)),
        }
    }
    Ok(())
}

/// Who was put before others, and when last.
fn lifted(conn: &mut AnyConn, stored: &Stored) -> Result<HashMap<i64, Instant>, DbError> {
    let mine = registration_change::event_id.eq(stored.event.id.0).and(registration_change::cause.eq(Cause::PutFirst.code()));
    let rows: Vec<(i64, Ts)> = on_each!(conn, |c| registration_change::table
        .filter(mine)
        .order(registration_change::at.asc())
        .select((registration_change::registration_id, registration_change::at))
        .load(c))?;
    Ok(rows.into_iter().map(|(id, at)| (id, at.0)).collect())
}

fn beside_a_seat(conn: &mut AnyConn, stored: &Stored, mode: Mode, now: Instant, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let queue = registrations::queue(conn, stored.event.id, mode, Sector::ALL, i64::MAX)?;
    let mut taken = *stored.taken(mode);
    let mut organisations = registrations::seats_of_organisations(conn, stored.event.id, mode, None)?;
    // A release date that has passed but was not yet carried out is the timer's to settle.
    let released = stored.released_at.is_some() && stored.event.seats.quotas_released(now);
    let free_for = waiting_list::promote(stored.event.seats.pool(mode), &mut taken, &mut organisations, &queue, released);
    if let Some(first) = free_for.first() {
        let detail = format!("event {} {mode}: {} could have a seat", stored.event.slug, free_for.len());
        findings.push(Finding::of_registration("nobody_waits_beside_a_free_seat", first.0, detail));
    }
    Ok(())
}
