//! Presence is marked, or the marks of somebody are taken back. The same key twice is the same proof.

use super::journal::Entry;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, Tx, attendance, events, platforms, registrations};
use crate::domain::attendance::{ProofSource, SLIP_SECONDS};
use crate::domain::event::EventStatus;
use crate::domain::ids::{EventId, ProofId, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::registration::State;

/// A mark of presence.
#[derive(Clone, Debug)]
pub struct CheckIn {
    /// At which event.
    pub event: EventId,
    /// Who.
    pub registration: RegistrationId,
    /// Where the proof comes from.
    pub source: ProofSource,
    /// When the person was there, or came.
    pub at: Instant,
    /// When they left, where that is known: the minutes count together with those of other proofs.
    pub left_at: Option<Instant>,
    /// The device that scanned.
    pub device: Option<String>,
    /// The caller's key.
    pub key: Option<String>,
}

/// What the desk is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedIn {
    /// The person's name.
    pub name: String,
    /// Their organisation.
    pub organisation: String,
    /// Where the registration stands: somebody without a seat is marked too, and the desk sees it.
    pub state: State,
    /// Whether this was the first proof.
    pub first: bool,
    /// Whether they count as present now: not when staff said that they were not there, nor when the minutes are too few.
    pub present: bool,
}

/// What became of the wish to take marks back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    /// They are taken back.
    Done,
    /// There was none.
    Nothing,
    /// Somebody else's proof is among them, or an older one: it is taken back with a reason only.
    NeedsReason,
}

impl App {
    /// Marks somebody present.
    ///
    /// # Errors
    /// `NotFound` when the registration is not of this event or was erased, `WrongEventState` for a draft or called-off
    /// event, `WrongState` when the address was never proven, `KeyReused` when the key belongs to somebody else. With minutes also
    /// `WrongEventState` while the event is not over, and `Invalid` (`left_at`) for who left before they came.
    pub async fn check_in(&self, mark: CheckIn, actor: Actor, now: Instant) -> Result<CheckedIn, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(mark.event), move |tx| {
                // Whose mandate is over has no seat, also before anybody noted it: the desk sees it.
                app.take_out_of(tx, mark.event, now)?;
                check_in(tx, &mark, actor, now)
            })
            .await
    }

    /// Takes back every mark of somebody's presence. A slip of the finger needs no reason: the own mark at the door, of a minute ago. What
    /// staff said against their presence stays.
    ///
    /// # Errors
    /// `NotFound` when the registration is not of this event or was erased.
    pub async fn undo_check_in(
        &self,
        event: EventId,
        registration: RegistrationId,
        reason: Option<String>,
        actor: Actor,
        now: Instant,
    ) -> Result<Undone, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let row = registrations::by_id(tx, registration)?;
                if row.event_id != event || row.erased_at.is_some() {
                    return Err(AppError::NotFound);
                }
                let mut marks = attendance::of_registration(tx, registration)?;
                marks.retain(|proof| proof.revoked_at.is_none() && !proof.denies);
                if marks.is_empty() {
                    return Ok(Undone::Nothing);
                }
                if reason.is_none() && !marks.iter().all(|mark| is_slip(mark, actor, now)) {
                    return Ok(Undone::NeedsReason);
                }
                let ids: Vec<ProofId> = marks.iter().map(|mark| mark.id).collect();
                let taken_back = attendance::revoke(tx, registration, &ids, now, &actor.to_string(), reason.as_deref())?;
                let of = events::by_id(tx, event)?.event;
                let change = Change::between(&serde_json::json!({ "proofs": taken_back }), &serde_json::json!({ "proofs": 0 }));
                app.write_down(tx, Entry::of_registration(actor, Deed::PresenceTakenBack, &of, &row.reference, change), now);
                Ok(Undone::Done)
            })
            .await
    }
}

/// The own mark at the door of a moment ago.
fn is_slip(mark: &attendance::Row, actor: Actor, now: Instant) -> bool {
    mark.source == ProofSource::Door && mark.recorded_by == actor.to_string() && (now - mark.recorded_at.0).num_seconds() <= SLIP_SECONDS
}

pub(super) fn check_in(tx: &mut Tx<'_>, mark: &CheckIn, actor: Actor, now: Instant) -> Result<CheckedIn, AppError> {
    let row = registrations::by_id(tx, mark.registration)?;
    if row.event_id != mark.event || row.erased_at.is_some() {
        return Err(AppError::NotFound);
    }
    let of = events::by_id(tx, mark.event)?.event;
    if of.status != EventStatus::Published {
        return Err(AppError::WrongEventState(of.status.code()));
    }
    // Minutes are weighed against the event as it took place: until it is over its end may change.
    if mark.left_at.is_some() && !of.is_held(now) {
        return Err(AppError::WrongEventState("not_over"));
    }
    if mark.left_at.is_some_and(|left_at| left_at < mark.at) {
        return Err(AppError::Invalid { field: "left_at", why: "they left before they came".into() });
    }
    if matches!(row.state, State::Pending | State::Expired | State::Rejected) {
        return Err(AppError::WrongState(row.state));
    }
    let told = |first, present| CheckedIn { name: row.name.clone(), organisation: row.organisation_name.clone(), state: row.state, first, present };
    if let Some(key) = &mark.key
        && let Some(known) = attendance::by_key(tx, mark.event, key)?
    {
        if known.registration_id != row.id {
            return Err(AppError::KeyReused);
        }
        // The same answer however often the key is sent.
        let stood = |proof: &attendance::Row| !proof.denies && proof.revoked_at.is_none_or(|at| at.0 > known.recorded_at.0);
        let earliest = attendance::of_registration(tx, row.id)?.into_iter().find(stood).map(|proof| proof.id);
        return Ok(told(earliest == Some(known.id), row.present));
    }
    let share = mark.left_at.map(|_| platforms::by_id(tx, of.platform_id)).transpose()?.map(|platform| platform.presence_share);
    let proof = attendance::Row {
        id: ProofId(tx.next_id()),
        registration_id: row.id,
        event_id: mark.event,
        source: mark.source,
        at: mark.at.into(),
        recorded_at: now.into(),
        recorded_by: actor.to_string(),
        device: mark.device.clone(),
        key: mark.key.clone(),
        revoked_at: None,
        revoked_by: None,
        left_at: mark.left_at.map(Into::into),
        share,
        denies: false,
        reason: None,
        revoked_reason: None,
        sighting_id: None,
        at_most: None,
    };
    let is_first = !attendance::of_registration(tx, row.id)?.iter().any(|proof| proof.revoked_at.is_none() && !proof.denies);
    attendance::insert(tx, &proof)?;
    Ok(told(is_first, registrations::by_id(tx, row.id)?.present))
}
