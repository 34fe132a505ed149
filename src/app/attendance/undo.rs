//! A report is taken back as a whole: of another meeting, or read in the wrong zone. Its proofs are taken back, and whom it saw is forgotten;
//! the file can be taken in anew.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::app::journal::Entry;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, Tx, attendance, events, sightings};
use crate::domain::ids::{EventId, ProofId, Reference, RegistrationId};
use crate::domain::journal::{Change, Deed};

impl App {
    /// Takes a report back; answers how many people's proofs that were. Of who was erased meanwhile, too: figures stand by proofs.
    ///
    /// # Errors
    /// `NotFound` when there is none of this event; `Stale` when it was taken back before.
    pub async fn undo_attendance(&self, event: EventId, reference: Reference, reason: String, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let report = sightings::by_reference(tx, event, &reference)?.ok_or(AppError::NotFound)?;
                if report.undone_at.is_some() {
                    return Err(AppError::Stale);
                }
                let mut whose: BTreeMap<RegistrationId, Vec<ProofId>> = BTreeMap::new();
                for proof in attendance::standing_by(tx, report.id, None)? {
                    whose.entry(proof.registration_id).or_default().push(proof.id);
                }
                let erased = sightings::erased_of(tx, &whose.keys().copied().collect::<Vec<_>>())?;
                for (registration, proofs) in &whose {
                    // What is written of somebody who was erased is words about nobody.
                    let why = (!erased.contains(registration)).then_some(reason.as_str());
                    attendance::revoke(tx, *registration, proofs, now, &actor.to_string(), why)?;
                }
                sightings::mark_undone(tx, report.id, &actor.to_string(), now)?;
                sightings::forget_report(tx, report.id, now)?;
                let mut entry = Entry::of_event(actor, Deed::AttendanceImportUndone, None, &events::by_id(tx, event)?.event);
                entry.change = Change::to(&json!({ "provider": report.provider, "count": whose.len() }));
                app.write_down(tx, entry, now);
                Ok::<_, AppError>(whose.len())
            })
            .await
    }

    /// Forgets whom reports saw under an address; answers how often.
    pub(in crate::app) async fn erase_sightings_of(&self, key: String, now: Instant) -> Result<usize, AppError> {
        self.db.write(Scope::Concern("sightings"), move |tx| Ok::<_, AppError>(sightings::forget_address(tx, &key, now)?)).await
    }

    /// Forgets whom reports saw of events that ended before that moment.
    pub(in crate::app) async fn purge_sightings(&self, ended_before: Instant, kept: BTreeSet<EventId>, now: Instant) -> Result<usize, AppError> {
        let forget = move |tx: &mut Tx<'_>| Ok::<_, AppError>(sightings::forget_before(tx, ended_before, &kept, now)?);
        self.db.write(Scope::Concern("sightings"), forget).await
    }
}
