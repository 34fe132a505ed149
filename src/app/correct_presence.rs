//! What is recorded of somebody's presence, and staff that corrects it: each correction with a reason, each proof kept.

use serde_json::json;

use super::journal::Entry;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{AnyConn, Scope, Tx, attendance, events, registrations};
use crate::domain::attendance::{Finding, ProofSource};
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::{EventId, ProofId, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::registration::State;

/// What is recorded of the presence of one person.
#[derive(Clone, Debug)]
pub struct Presence {
    /// Every proof, oldest first, also those that were taken back.
    pub proofs: Vec<attendance::Row>,
    /// What they come to.
    pub finding: Finding,
}

impl App {
    /// What is recorded of somebody's presence.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn presence_of(&self, id: RegistrationId) -> Result<Presence, AppError> {
        self.db.read(move |conn| presence(conn, id)).await
    }

    /// Staff says that somebody was there, or was not. "Was there" takes back what staff said against it; "was not there" outweighs
    /// every proof until it is taken back itself. Said twice in the same words, it is said once.
    ///
    /// # Errors
    /// `NotFound` when the registration is not of this event or was erased; `WrongEventState` when the event was called off or its day is
    /// still to come; `WrongState` when the address was never proven.
    pub async fn correct_presence(
        &self,
        event: EventId,
        id: RegistrationId,
        was_there: bool,
        reason: String,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let (row, of) = correctable(tx, event, id)?;
                if of.schedule.is_before_the_day(now) {
                    return Err(AppError::WrongEventState("not_yet"));
                }
                say(&app, tx, (&row, &of), was_there, &reason, actor, now)
            })
            .await
    }

    /// Staff takes one proof back; the others come to what they come to without it. Taken back before, nothing changes.
    ///
    /// # Errors
    /// `NotFound` when there is no such proof of this registration at this event, or its data was erased; `WrongEventState` when the event
    /// was called off.
    pub async fn take_proof_back(
        &self,
        event: EventId,
        id: RegistrationId,
        proof: ProofId,
        reason: String,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let (row, of) = correctable(tx, event, id)?;
                let proofs = attendance::of_registration(tx, id)?;
                let known = proofs.iter().find(|known| known.id == proof).ok_or(AppError::NotFound)?;
                if attendance::revoke(tx, id, &[proof], now, &actor.to_string(), Some(&reason))? == 0 {
                    return Ok(());
                }
                let change = Change::between(&json!({ "source": known.source, "was_there": !known.denies }), &json!({}));
                app.write_down(tx, Entry::of_registration(actor, Deed::PresenceTakenBack, &of, &row.reference, change), now);
                Ok(())
            })
            .await
    }
}

/// [`App::correct_presence`] in work that goes on, of who can be corrected.
pub(super) fn say(
    app: &App,
    tx: &mut Tx<'_>,
    (row, of): (&registrations::Row, &Event),
    was_there: bool,
    reason: &str,
    actor: Actor,
    now: Instant,
) -> Result<(), AppError> {
    let mut said = attendance::of_registration(tx, row.id)?;
    said.retain(|proof| proof.revoked_at.is_none() && proof.source == ProofSource::Hand);
    let (same, against): (Vec<_>, Vec<_>) = said.into_iter().partition(|proof| proof.denies != was_there);
    let against: Vec<ProofId> = against.iter().filter(|proof| proof.denies).map(|proof| proof.id).collect();
    if against.is_empty() && same.iter().any(|proof| proof.reason.as_deref() == Some(reason)) {
        return Ok(());
    }
    attendance::revoke(tx, row.id, &against, now, &actor.to_string(), Some(reason))?;
    let proof = by_hand(tx, row, of, was_there, reason.to_owned(), actor, now);
    attendance::insert(tx, &proof)?;
    let change = Change::to(&json!({ "was_there": was_there }));
    app.write_down(tx, Entry::of_registration(actor, Deed::PresenceCorrected, of, &row.reference, change), now);
    Ok(())
}

/// What is recorded of the presence of one person, in a read that goes on.
pub(super) fn presence(conn: &mut AnyConn, id: RegistrationId) -> Result<Presence, AppError> {
    let (proofs, finding) = attendance::finding(conn, id)?;
    Ok(Presence { proofs, finding })
}

/// A registration whose presence can be corrected, and its event.
pub(super) fn correctable(tx: &mut Tx<'_>, event: EventId, id: RegistrationId) -> Result<(registrations::Row, Event), AppError> {
    let row = registrations::by_id(tx, id)?;
    if row.event_id != event || row.erased_at.is_some() {
        return Err(AppError::NotFound);
    }
    if matches!(row.state, State::Pending | State::Expired | State::Rejected) {
        return Err(AppError::WrongState(row.state));
    }
    let of = events::by_id(tx, event)?.event;
    if of.status == EventStatus::Published { Ok((row, of)) } else { Err(AppError::WrongEventState(of.status.code())) }
}

/// What staff says, as a proof: of the whole event, not of a moment.
fn by_hand(tx: &mut Tx<'_>, row: &registrations::Row, of: &Event, was_there: bool, reason: String, actor: Actor, now: Instant) -> attendance::Row {
    attendance::Row {
        id: ProofId(tx.next_id()),
        registration_id: row.id,
        event_id: of.id,
        source: ProofSource::Hand,
        at: of.schedule.starts_at.into(),
        recorded_at: now.into(),
        recorded_by: actor.to_string(),
        device: None,
        key: None,
        revoked_at: None,
        revoked_by: None,
        left_at: None,
        share: None,
        denies: !was_there,
        reason: Some(reason),
        revoked_reason: None,
        sighting_id: None,
        at_most: None,
    }
}
