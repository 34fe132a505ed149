//! Staff or a program corrects a registration and switches its way of attending: both or neither.

use super::correct::{self, Correction};
use super::ledger::Ledger;
use super::{Actor, App, AppError, switch_mode};
use crate::clock::Instant;
use crate::db::Scope;
use crate::domain::ids::RegistrationId;
use crate::domain::mode::Mode;

impl App {
    /// Changes a registration in one transaction. Parts that are `None` stay.
    ///
    /// # Errors
    /// Those of correcting and of switching.
    pub async fn change_registration(
        &self,
        id: RegistrationId,
        correction: Option<Correction>,
        mode: Option<Mode>,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                // The correction first: the maximum of the new organisation decides about the switch.
                if let Some(correction) = &correction {
                    correct::apply(tx, &mut ledger, id, correction, actor)?;
                    ledger.write_rows(tx)?;
                }
                if let Some(mode) = mode {
                    switch_mode::apply(tx, &mut ledger, id, mode, actor)?;
                }
                ledger.settle(tx)?;
                ledger.close(tx, false)?;
                Ok(())
            })
            .await
    }
}
