//! Somebody corrects name, organisation or language. Sector and address stay: the first is history, the second is proven.

use super::ledger::{Ledger, Move};
use super::organisations::matching::{Said, matched_one};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::types::Json;
use crate::db::{Scope, Tx, people, registrations};
use crate::domain::ids::RegistrationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Language;
use crate::domain::registration::{Cause, State};
use crate::domain::seats::Reason;
use crate::domain::substitute::keeps_organisation;
use crate::domain::text::{OrganisationName, PersonName};

/// The corrected values.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Full name.
    pub name: PersonName,
    /// Organisation.
    pub organisation: OrganisationName,
    /// Language.
    pub language: Language,
}

impl App {
    /// Corrects a registration and, when it is proven, the person behind it. No mail: nothing changed that others rely on.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` unless it is active, and once the event is over; `OrganisationFixed` when somebody changes it themselves
    /// who was let in, or has a place in line, for the one that organisers read; for a confirmed person where organisations have a maximum,
    /// `OrganisationFixed` when they change it themselves and `Switch(Full)` when staff does and the new one has no seat left.
    pub async fn correct(&self, id: RegistrationId, correction: Correction, actor: Actor, now: Instant) -> Result<(), AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                apply(tx, &mut ledger, id, &correction, actor)?;
                // Another organisation may now have a seat that its maximum kept from somebody who waits.
                ledger.settle(tx)?;
                ledger.close(tx, false)?;
                Ok(())
            })
            .await
    }
}

/// The correction alone, on work that goes on: the caller settles and closes.
pub(super) fn apply(tx: &mut Tx<'_>, ledger: &mut Ledger, id: RegistrationId, correction: &Correction, actor: Actor) -> Result<(), AppError> {
    let mut row = registrations::by_id(tx, id)?;
    if !row.state.is_active() || ledger.stored.event.is_held(ledger.now) {
        return Err(AppError::WrongState(row.state));
    }
    let moved = Move::new(Cause::Corrected, actor, &row);
    let before = (row.name.clone(), row.organisation_name.clone(), row.language);
    row.name = correction.name.to_string();
    row.language = correction.language;
    row.organisation_name = correction.organisation.to_string();
    // What a later form says waits to be proven; this is later still.
    if let Some(Json(declared)) = &mut row.declared {
        declared.name.clone_from(&row.name);
        declared.organisation.clone_from(&row.organisation_name);
    }
    // Who types the same words stays where they are, whatever was registered since.
    if row.proved_at.is_some() && row.organisation_name != before.1 {
        change_organisation(tx, ledger, &mut row, actor)?;
    }
    row.refresh_search_key();
    if row.proved_at.is_some()
        && let Some(id) = row.person_id
        && let Some(mut person) = people::by_ids(tx, &[id])?.remove(&id)
    {
        person.name.clone_from(&row.name);
        person.language = row.language;
        person.organisation_id = row.organisation_id;
        people::update(tx, &[person])?;
    }
    ledger.record(tx, &row, moved, None)?;
    // Which of them changed, not from what to what: names are not for the journal.
    let changed = [("name", before.0 != row.name), ("organisation", before.1 != row.organisation_name), ("language", before.2 != row.language)];
    let changed: Vec<&str> = changed.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect();
    ledger.write_down_of(tx, actor, Deed::RegistrationChanged, &row, Change::to(&serde_json::json!({ "changed": changed })));
    ledger.keep_words(row);
    Ok(())
}

fn change_organisation(tx: &mut Tx<'_>, ledger: &Ledger, row: &mut registrations::Row, actor: Actor) -> Result<(), AppError> {
    let said = Said { name: &row.organisation_name, sector: row.sector, email: Some(&row.email) };
    let new = Some(matched_one(tx, said, ledger.now)?);
    if new == row.organisation_id {
        return Ok(());
    }
    row.organisation_id = new;
    let has_a_place = matches!(row.state, State::Confirmed | State::Waitlisted);
    if actor == Actor::Person && has_a_place && keeps_organisation(ledger.platform.audience, row.basis) {
        return Err(AppError::OrganisationFixed);
    }
    if let (State::Confirmed, Some(limit), Some(id)) = (row.state, ledger.stored.event.seats.pool(row.mode).max_per_organisation, new) {
        // Full or free, the answer is the same: it would tell of every organisation whether its people come.
        if actor == Actor::Person {
            return Err(AppError::OrganisationFixed);
        }
        let have = registrations::seats_of_organisations(tx, row.event_id, row.mode, Some(&[id]))?.get(&id).copied().unwrap_or(0);
        if have >= limit {
            return Err(AppError::Switch(crate::domain::registration::SwitchRefusal::Full(Reason::OrganisationFull { limit })));
        }
    }
    Ok(())
}
