//! The history: it leads to where each registration stands, and every change that owes a mail has its one.

use std::collections::{BTreeMap, HashMap, HashSet};

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{event, outbox, registration, registration_change};
use crate::db::types::{Json, Ts};
use crate::domain::ids::EventId;
use crate::domain::registration::{Cause, State, owed_mail};
use crate::domain::seats::Reason;
use crate::on_each;

/// A change: its row, whose, why, from where, to where, when.
type Change = (i64, i64, Cause, Option<State>, State, Ts);

pub(super) fn check(conn: &mut AnyConn, id: EventId, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let changes: Vec<Change> = on_each!(conn, |c| registration_change::table
        .filter(registration_change::event_id.eq(id.0))
        .order(registration_change::id.asc())
        .select((
            registration_change::id,
            registration_change::registration_id,
            registration_change::cause,
            registration_change::from_state,
            registration_change::to_state,
            registration_change::at
        ))
        .load(c))?;
    states(conn, id, &changes, findings)?;
    reasons(conn, id, findings)?;
    mails(conn, id, &changes, findings)
}

/// Each change leads from the state that another has led to; what is entered once more than it is left is where the
/// registration stands. Counted rather than put in order: a request takes its moment before it waits at the door, and row
/// numbers of several processes say nothing about order either.
fn states(conn: &mut AnyConn, id: EventId, changes: &[Change], findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let rows: Vec<(i64, State)> =
        on_each!(conn, |c| registration::table.filter(registration::event_id.eq(id.0)).select((registration::id, registration::state)).load(c))?;
    let mut balance: HashMap<i64, BTreeMap<&str, i64>> = HashMap::new();
    for (_, registration, _, from, to, _) in changes {
        let of = balance.entry(*registration).or_default();
        *of.entry(to.code()).or_default() += 1;
        if let Some(from) = from {
            *of.entry(from.code()).or_default() -= 1;
        }
    }
    for (registration, state) in rows {
        let of = balance.remove(&registration).unwrap_or_default();
        let open: Vec<(&str, i64)> = of.into_iter().filter(|(_, n)| *n != 0).collect();
        if open != [(state.code(), 1)] {
            let told: Vec<&str> = open.iter().filter(|(_, n)| *n > 0).map(|(code, _)| *code).collect();
            let told = if told.is_empty() { "nowhere".to_owned() } else { told.join(" and ") };
            findings.push(Finding::of_registration("state_is_last_change", registration, format!("is {state}, its history leads to {told}")));
        }
    }
    Ok(())
}

/// Whoever came before others did so for a reason in words of staff, as long as the words are kept.
fn reasons(conn: &mut AnyConn, id: EventId, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let out_of_turn = registration_change::cause.eq_any([Cause::PromotedByStaff.code(), Cause::PutFirst.code()]);
    let rows: Vec<(i64, i64, Option<Json<Reason>>)> = on_each!(&mut *conn, |c| registration_change::table
        .filter(registration_change::event_id.eq(id.0).and(out_of_turn))
        .order(registration_change::id.asc())
        .select((registration_change::id, registration_change::registration_id, registration_change::reason))
        .load(c))?;
    let without: Vec<(i64, i64)> = rows
        .into_iter()
        .filter(|(.., reason)| !matches!(reason, Some(Json(Reason::Staff { .. }))))
        .map(|(change, whose, _)| (change, whose))
        .collect();
    if without.is_empty() {
        return Ok(());
    }
    let named = registration::event_id.eq(id.0).and(registration::erased_at.is_null());
    let named: HashSet<i64> = on_each!(conn, |c| registration::table.filter(named).select(registration::id).load::<i64>(c))?.into_iter().collect();
    findings.extend(without.into_iter().filter(|(_, whose)| named.contains(whose)).map(|(change, whose)| Finding {
        invariant: "out_of_turn_has_its_reason",
        row: format!("registration_change {change}"),
        detail: format!("registration {whose} was put before others, and no reason was recorded"),
    }));
    Ok(())
}

fn mails(conn: &mut AnyConn, id: EventId, changes: &[Change], findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let mailed: HashSet<i64> = on_each!(conn, |c| outbox::table
        .inner_join(registration_change::table)
        .filter(registration_change::event_id.eq(id.0))
        .select(registration_change::id)
        .load::<i64>(c))?
    .into_iter()
    .collect();
    let ends_at: Ts = on_each!(conn, |c| event::table.find(id.0).select(event::ends_at).get_result(c))?;
    for (change, registration, cause, from, to, at) in changes {
        // Who was added when it was over was told nothing; once they were.
        if *cause == Cause::EnteredByStaff && at.0 >= ends_at.0 {
            continue;
        }
        let owed = owed_mail(*cause, *from, *to).is_some();
        if owed != mailed.contains(change) {
            let told = if owed { "a mail that is missing" } else { "no mail but has one" };
            findings.push(Finding {
                invariant: "change_has_its_mail",
                row: format!("registration_change {change}"),
                detail: format!("registration {registration}: {cause} to {to} owes {told}"),
            });
        }
    }
    Ok(())
}
