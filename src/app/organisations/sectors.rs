//! Somebody said another sector than their organisation is registered with. They keep their place whatever comes of it: staff leaves
//! what they said, or takes what is registered for this one registration, or corrects the organisation.

use serde_json::json;

use crate::app::ledger::{Ledger, Move};
use crate::app::show::EventView;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::organisations::sectors::{self, Case};
use crate::db::{Scope, people, registrations};
use crate::domain::event::EventStatus;
use crate::domain::ids::{EventId, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::registration::{Cause, SwitchRefusal};
use crate::domain::sector::Sector;
use crate::domain::staff::{Action, Grants};

/// What staff decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// What the person said stays.
    Keep,
    /// The registered sector counts for this registration.
    Take,
}

/// The events whose cases somebody with these roles decides: those that are not over.
pub fn events_to_decide(grants: &Grants, views: &[EventView], now: Instant) -> Vec<EventId> {
    let open = |view: &&EventView| view.stored.event.status == EventStatus::Published && now < view.stored.event.schedule.ends_at;
    let may = |view: &&EventView| grants.allow(Action::ManageRegistrations, view.platform.id);
    views.iter().filter(open).filter(may).map(|view| view.stored.event.id).collect()
}

impl App {
    /// A page of the open cases of these events.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sector_cases(&self, events: Vec<EventId>, after: Option<RegistrationId>, limit: i64) -> Result<Vec<Case>, AppError> {
        self.db.read(move |conn| Ok(sectors::cases(conn, &events, after, limit)?)).await
    }

    /// How many there are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sector_case_count(&self, events: Vec<EventId>) -> Result<i64, AppError> {
        if events.is_empty() {
            return Ok(0);
        }
        self.db.read(move |conn| Ok(sectors::count(conn, &events)?)).await
    }

    /// Decides one case. `registered` is the sector that the caller saw registered. No mail: nothing changed that others rely on.
    ///
    /// # Errors
    /// `NotFound`; `Stale` when it is no such case any more; `Switch(Full)` when the registered sector has no seat left for who has one.
    pub async fn decide_sector(
        &self,
        id: RegistrationId,
        registered: Sector,
        decision: Decision,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let open = sectors::cases(tx, &[event], Some(RegistrationId(id.0 - 1)), 1)?;
                let case = open.into_iter().find(|case| case.registration.id == id && case.registered == registered).ok_or(AppError::Stale)?;
                if ledger.stored.event.is_held(now) {
                    return Err(AppError::Stale);
                }
                let mut row = case.registration;
                let declared = row.sector;
                let words = json!({ "sector": declared });
                if decision == Decision::Keep {
                    sectors::decide(tx, id, declared, registered, &actor.to_string(), now)?;
                    let change = Change { before: Change::to(&json!({ "registered_sector": registered })).after, after: Change::to(&words).after };
                    ledger.write_down_of(tx, actor, Deed::SectorKept, &row, change);
                    ledger.close(tx, false)?;
                    return Ok(());
                }
                let moved = Move::new(Cause::Corrected, actor, &row);
                if let Some(reason) = ledger.change_sector(&mut row, registered) {
                    return Err(AppError::Switch(SwitchRefusal::Full(reason)));
                }
                if let Some(person) = row.person_id
                    && let Some(mut person) = people::by_ids(tx, &[person])?.remove(&person)
                {
                    person.sector = registered;
                    people::update(tx, &[person])?;
                }
                ledger.record(tx, &row, moved, None)?;
                ledger.write_down_of(tx, actor, Deed::SectorTaken, &row, Change::between(&words, &json!({ "sector": registered })));
                ledger.keep_words(row);
                // The quota of the sector that was left may have a seat for somebody now.
                ledger.settle(tx)?;
                ledger.close(tx, false)?;
                Ok(())
            })
            .await
    }

    /// The registration of a case, by its public identity.
    ///
    /// # Errors
    /// `NotFound`, also for who may not decide about it.
    pub async fn registration_to_decide(&self, grants: &Grants, reference: &str) -> Result<RegistrationId, AppError> {
        let reference = crate::domain::ids::Reference::parse(reference).ok_or(AppError::NotFound)?;
        let grants = grants.clone();
        self.db
            .read(move |conn| {
                let row = registrations::by_reference(conn, &reference)?.ok_or(AppError::NotFound)?;
                let stored = crate::db::events::by_id(conn, row.event_id)?;
                let may = grants.allow(Action::ManageRegistrations, stored.event.platform_id);
                if may { Ok(row.id) } else { Err(AppError::NotFound) }
            })
            .await
    }
}
