//! Single registrations: what belongs to a state is there, and nothing else.

use std::collections::HashSet;

use diesel::prelude::*;

use super::Finding;
use crate::db::attendance;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{attendance_proof, event, registration, registration_note};
use crate::domain::attendance::ProofSource;
use crate::domain::event::EventStatus;
use crate::domain::ids::RegistrationId;
use crate::domain::registration::State;
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    presence(conn, findings)?;
    deadlines(conn, findings)?;
    people(conn, findings)?;
    proofs_of_address(conn, findings)?;
    invitations(conn, findings)?;
    notes(conn, findings)?;
    called_off(conn, findings)
}

fn presence(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let is_special = || attendance_proof::left_at.is_not_null().or(attendance_proof::denies.eq(true));
    let standing = attendance_proof::table.filter(attendance_proof::revoked_at.is_null()).select(attendance_proof::registration_id);
    let mut proven: HashSet<i64> = on_each!(&mut *conn, |c| standing.distinct().load::<i64>(c))?.into_iter().collect();
    let marked: HashSet<i64> =
        on_each!(&mut *conn, |c| registration::table.filter(registration::present.eq(true)).select(registration::id).load::<i64>(c))?
            .into_iter()
            .collect();
    let special = attendance_proof::table.filter(is_special()).select(attendance_proof::registration_id).distinct();
    let special: Vec<i64> = on_each!(&mut *conn, |c| special.load(c))?;
    for id in special {
        // Minutes and staff's no are merged by the rule; of everything else each proof counts by itself.
        let (proofs, came_to) = attendance::finding(conn, RegistrationId(id))?;
        if came_to.present {
            proven.insert(id)
        } else {
            proven.remove(&id)
        };
        if let Some(proof) = proofs.iter().find(|proof| proof.denies && proof.source != ProofSource::Hand) {
            let detail = format!("proof {} of source {} says that somebody was not there", proof.id, proof.source);
            findings.push(Finding::of_registration("only_staff_denies_presence", id, detail));
        }
    }
    for id in proven.symmetric_difference(&marked) {
        let detail = if proven.contains(id) {
            "the proofs come to presence, but it is not marked"
        } else {
            "marked present, and the proofs do not come to it"
        };
        findings.push(Finding::of_registration("presence_follows_proofs", *id, detail));
    }
    let erased = registration::table.filter(registration::erased_at.is_not_null()).select(registration::id);
    let is_worded = attendance_proof::reason.is_not_null().or(attendance_proof::revoked_reason.is_not_null());
    let left: Vec<i64> = on_each!(conn, |c| attendance_proof::table
        .filter(is_worded.and(attendance_proof::registration_id.eq_any(erased)))
        .select(attendance_proof::registration_id)
        .load(c))?;
    findings.extend(left.into_iter().map(|id| Finding::of_registration("reasons_go_with_names", id, "was erased, and a reason about it is left")));
    Ok(())
}

fn deadlines(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let odd: Vec<i64> = on_each!(conn, |c| registration::table
        .filter(
            registration::prove_before
                .is_not_null()
                .and(registration::state.ne(State::Pending.code()))
                .or(registration::prove_before.is_null().and(registration::state.eq(State::Pending.code())))
        )
        .select(registration::id)
        .load(c))?;
    findings.extend(odd.into_iter().map(|id| Finding::of_registration("only_pending_have_a_deadline", id, "deadline and state disagree")));
    Ok(())
}

fn people(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let orphans: Vec<i64> = on_each!(conn, |c| registration::table
        .filter(registration::person_id.is_null().and(registration::erased_at.is_null()))
        .select(registration::id)
        .load(c))?;
    findings.extend(orphans.into_iter().map(|id| Finding::of_registration("only_erased_have_no_person", id, "has no person and was not erased")));
    Ok(())
}

/// Whoever has, waits for or asks for a place has proven the address.
fn proofs_of_address(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let placed = || registration::state.eq_any([State::AwaitingApproval, State::Confirmed, State::Waitlisted].map(State::code));
    let odd: Vec<(i64, State)> = on_each!(conn, |c| registration::table
        .filter(placed().and(registration::proved_at.is_null()))
        .select((registration::id, registration::state))
        .load(c))?;
    let finding = |(id, state)| Finding::of_registration("placed_have_proven", id, format!("is {state}, and the address was never proven"));
    findings.extend(odd.into_iter().map(finding));
    Ok(())
}

/// Whose calendar holds the event has a seat; who has a seat was invited, until their data is erased.
fn invitations(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let confirmed = || registration::state.eq(State::Confirmed.code());
    let invited_without = || registration::was_invited.eq(true).and(registration::state.ne(State::Confirmed.code()));
    let seated_without = || registration::was_invited.eq(false).and(confirmed()).and(registration::erased_at.is_null());
    let odd: Vec<(i64, State)> = on_each!(conn, |c| registration::table
        .filter(invited_without().or(seated_without()))
        .select((registration::id, registration::state))
        .load(c))?;
    findings.extend(odd.into_iter().map(|(id, state)| {
        let detail = if state == State::Confirmed { "has a seat, but no calendar was told" } else { "has no seat, but a calendar holds the event" };
        Finding::of_registration("invited_have_a_seat", id, detail)
    }));
    Ok(())
}

/// What was noted about somebody went when their data was erased.
fn notes(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let erased = registration::table.filter(registration::erased_at.is_not_null()).select(registration::id);
    let left: Vec<i64> = on_each!(conn, |c| registration_note::table
        .filter(registration_note::registration_id.eq_any(erased))
        .select(registration_note::registration_id)
        .load(c))?;
    findings.extend(left.into_iter().map(|id| Finding::of_registration("notes_go_with_names", id, "was erased, and a note about it is left")));
    Ok(())
}

fn called_off(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let off = || event::table.filter(event::status.eq(EventStatus::CalledOff.code())).select(event::id);
    let active: Vec<&str> = State::ALL.iter().filter(|s| s.is_active()).map(|s| s.code()).collect();
    let left: Vec<(i64, State)> = on_each!(conn, |c| registration::table
        .filter(registration::state.eq_any(active).and(registration::event_id.eq_any(off())))
        .select((registration::id, registration::state))
        .load(c))?;
    let finding =
        |(id, state)| Finding::of_registration("called_off_leaves_nobody_active", id, format!("is {state} at an event that was called off"));
    findings.extend(left.into_iter().map(finding));
    Ok(())
}
