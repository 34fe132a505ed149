//! A report is taken in: those it recognises get their proofs, the others wait for staff. The same file twice is taken once.

use serde_json::json;

use super::plan::{Plan, ids, plan};
use super::read::File;
use crate::app::journal::Entry;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::sightings::{self, Report, Row};
use crate::db::types::Json;
use crate::db::{Scope, Tx, attendance, events};
use crate::domain::attendance::{ProofSource, SightingState, Unsure};
use crate::domain::email::EmailAddress;
use crate::domain::ids::{EventId, ProofId, Reference, RegistrationId, ReportId, SightingId};
use crate::domain::journal::{Change, Deed};
use crate::presence::Sighting;

/// What became of a report.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was taken in.
    Taken(Plan),
    /// Nothing was done: it would do something else now than what was shown.
    Differs(Plan),
    /// Nothing was done: the same file was taken in before.
    Before(Plan),
}

impl App {
    /// Takes a report in, as it was shown where that is given.
    ///
    /// # Errors
    /// `WrongEventState` for what is no published event that is over.
    pub async fn take_attendance(&self, event: EventId, file: File, shown: Option<String>, actor: Actor, now: Instant) -> Result<Outcome, AppError> {
        let reference = Reference::from_random(self.secrets.random()?);
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let plan = plan(tx, event, file.clone(), now)?;
                if plan.before.is_some() {
                    return Ok(Outcome::Before(plan));
                }
                if shown.as_ref().is_some_and(|shown| *shown != plan.fingerprint()) {
                    return Ok(Outcome::Differs(plan));
                }
                write(tx, event, &plan, reference.clone(), actor, now)?;
                let of = events::by_id(tx, event)?.event;
                let report = &plan.file.report;
                let mut entry = Entry::of_event(actor, Deed::AttendanceImported, None, &of);
                entry.change = Change::to(&json!({
                    "provider": report.provider.code(), "people": report.people.len(), "recognised": plan.recognised.len(), "open": plan.doubtful.len(),
                }));
                app.write_down(tx, entry, now);
                Ok::<_, AppError>(Outcome::Taken(plan))
            })
            .await
    }
}

fn write(tx: &mut Tx<'_>, event: EventId, plan: &Plan, reference: Reference, actor: Actor, now: Instant) -> Result<(), AppError> {
    let report = &plan.file.report;
    let id = ReportId(tx.next_id());
    let row = Report {
        id,
        reference,
        event_id: event,
        digest: Some(plan.file.digest.clone()),
        provider: report.provider.code().to_owned(),
        zone: report.zone.name(),
        people: i32::try_from(report.people.len()).unwrap_or(i32::MAX),
        taken_at: now.into(),
        taken_by: actor.to_string(),
        undone_at: None,
        undone_by: None,
    };
    let (mut rows, mut proofs) = (Vec::new(), Vec::new());
    for one in &plan.recognised {
        for sighting in one.sightings.iter().filter_map(|place| plan.sighting(*place)) {
            let row = Row { registration_id: Some(one.registration.id), state: SightingState::Taken, ..seen(tx, event, id, sighting, None, &[]) };
            proofs.extend(proofs_of(tx, &row, one.registration.id, plan.share, actor, now));
            rows.push(row);
        }
    }
    for one in &plan.doubtful {
        let Some(sighting) = plan.sighting(one.sighting) else { continue };
        rows.push(seen(tx, event, id, sighting, Some(one.why), &ids(&one.candidates)));
    }
    rows.sort_by_key(|row| row.line);
    sightings::insert(tx, &row, &rows)?;
    attendance::insert_many(tx, &proofs)?;
    Ok(())
}

/// Somebody as they are kept, waiting.
fn seen(tx: &Tx<'_>, event: EventId, report: ReportId, sighting: &Sighting, why: Option<Unsure>, candidates: &[RegistrationId]) -> Row {
    let key = sighting.email.as_deref().and_then(|text| EmailAddress::parse(text).ok()).map(|email| email.key());
    Row {
        id: SightingId(tx.next_id()),
        report_id: report,
        event_id: event,
        line: sighting.rows.first().map_or(0, |line| i64::try_from(*line).unwrap_or(i64::MAX)),
        name: shortened(&sighting.name),
        other_names: Json(sighting.other_names.iter().map(|name| shortened(name)).collect()),
        email_key: key,
        spans: Json(sighting.intervals.clone()),
        at_most: sighting.at_most,
        state: SightingState::Open,
        why,
        candidates: Json(candidates.to_vec()),
        registration_id: None,
        decided_at: None,
        decided_by: None,
        erased_at: None,
    }
}

/// What a file calls somebody may be as long as it likes.
fn shortened(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(200).collect()
}

/// What a sighting proves of a registration: from when until when, each time on its own. Where nobody knows when, that they were there.
pub(super) fn proofs_of(tx: &mut Tx<'_>, row: &Row, registration: RegistrationId, share: u32, actor: Actor, now: Instant) -> Vec<attendance::Row> {
    let share = i32::try_from(share).ok();
    let proof = |at: Instant, left_at: Option<Instant>, at_most: Option<i64>| attendance::Row {
        id: ProofId(tx.next_id()),
        registration_id: registration,
        event_id: row.event_id,
        source: ProofSource::Report,
        at: at.into(),
        recorded_at: now.into(),
        recorded_by: actor.to_string(),
        device: None,
        key: None,
        revoked_at: None,
        revoked_by: None,
        left_at: left_at.map(Into::into),
        share: left_at.and(share),
        denies: false,
        reason: None,
        revoked_reason: None,
        sighting_id: Some(row.id),
        at_most,
    };
    let spans = joined(&row.spans.0);
    if spans.is_empty() {
        return vec![proof(now, None, None)];
    }
    // What was spent in the meeting caps all of them together: it stands with the first.
    let mut cap = row.at_most;
    spans.into_iter().map(|(from, to)| proof(from, Some(to), row.at_most.map(|_| cap.take().unwrap_or(0)))).collect()
}

/// Times that touch or overlap as one: a device more is no proof more.
fn joined(spans: &[(Instant, Instant)]) -> Vec<(Instant, Instant)> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut joined: Vec<(Instant, Instant)> = Vec::with_capacity(sorted.len());
    for (from, to) in sorted {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}
