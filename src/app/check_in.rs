//! Presence is marked, or a mark is taken back. The same key twice is the same proof.

use super::journal::Entry;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, Tx, attendance, events, registrations};
use crate::domain::attendance::ProofSource;
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
    /// When the person was there.
    pub at: Instant,
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
}

impl App {
    /// Marks somebody present.
    ///
    /// # Errors
    /// `NotFound` when the registration is not of this event or was erased, `WrongEventState` for a draft or called-off
    /// event, `WrongState` when the address was never proven, `KeyReused` when the key belongs to somebody else.
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

    /// Takes back every mark of somebody's presence; answers whether there was one.
    ///
    /// # Errors
    /// `NotFound` when the registration is not of this event.
    pub async fn undo_check_in(&self, event: EventId, registration: RegistrationId, actor: Actor, now: Instant) -> Result<bool, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let row = registrations::by_id(tx, registration)?;
                if row.event_id != event {
                    return Err(AppError::NotFound);
                }
                let taken_back = attendance::revoke(tx, registration, now, &actor.to_string())?;
                if taken_back > 0 {
                    let of = events::by_id(tx, event)?.event;
                    let change = Change::between(&serde_json::json!({ "proofs": taken_back }), &serde_json::json!({ "proofs": 0 }));
                    app.write_down(tx, Entry::of_registration(actor, Deed::PresenceTakenBack, &of, &row.reference, change), now);
                }
                Ok(taken_back > 0)
            })
            .await
    }
}

pub(super) fn check_in(tx: &mut Tx<'_>, mark: &CheckIn, actor: Actor, now: Instant) -> Result<CheckedIn, AppError> {
    let row = registrations::by_id(tx, mark.registration)?;
    if row.event_id != mark.event || row.erased_at.is_some() {
        return Err(AppError::NotFound);
    }
    let status = events::by_id(tx, mark.event)?.event.status;
    if status != EventStatus::Published {
        return Err(AppError::WrongEventState(status.code()));
    }
    if matches!(row.state, State::Pending | State::Expired | State::Rejected) {
        return Err(AppError::WrongState(row.state));
    }
    let told = |first| CheckedIn { name: row.name.clone(), organisation: row.organisation_name.clone(), state: row.state, first };
    if let Some(key) = &mark.key
        && let Some(known) = attendance::by_key(tx, mark.event, key)?
    {
        if known.registration_id != row.id {
            return Err(AppError::KeyReused);
        }
        // The same answer however often the key is sent.
        let earliest = attendance::of_registration(tx, row.id)?.first().map(|proof| proof.id);
        return Ok(told(earliest == Some(known.id)));
    }
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
    };
    attendance::insert(tx, &proof)?;
    Ok(told(!row.present))
}
