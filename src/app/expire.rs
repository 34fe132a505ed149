//! Addresses that were not proven in 48 hours: the registration ends without a mail, since nobody is known to be there.

use std::collections::BTreeMap;

use super::ledger::{Ledger, Move, set_state};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, outbox, registrations};
use crate::domain::ids::{EventId, RegistrationId};
use crate::domain::registration::{Cause, MailKind, State};
use crate::domain::seats::Reason;

impl App {
    /// Ends up to `limit` unproven registrations whose time is up; answers how many.
    pub async fn expire(&self, now: Instant, limit: i64) -> Result<usize, AppError> {
        let lapsed = self.db.read(move |conn| Ok::<_, AppError>(registrations::lapsed(conn, now, limit)?)).await?;
        let mut by_event: BTreeMap<EventId, Vec<RegistrationId>> = BTreeMap::new();
        for (id, event) in &lapsed {
            by_event.entry(*event).or_default().push(*id);
        }
        for (event, ids) in by_event {
            let app = self.clone();
            self.db
                .write(Scope::Event(event), move |tx| {
                    let mut ledger = Ledger::open(&app, tx, event, now)?;
                    for mut row in registrations::by_ids(tx, &ids)? {
                        // It may have been proven, or the form sent again, since we looked.
                        if row.state != State::Pending || row.prove_before.is_none_or(|until| until.0 > now) {
                            continue;
                        }
                        let moved = Move::new(Cause::ProofLapsed, Actor::System, &row);
                        // Whoever had proven the address before is where they were before the new form.
                        let back_to = if row.proved_at.is_some() { State::Withdrawn } else { State::Expired };
                        set_state(&mut row, back_to, Some(Reason::NotProven), now);
                        outbox::abort_of_registration(tx, row.id, &[MailKind::ProveAddress])?;
                        ledger.record(tx, &row, moved, None)?;
                        ledger.keep(row);
                    }
                    ledger.close(tx, false)?;
                    Ok::<_, AppError>(())
                })
                .await?;
        }
        Ok(lapsed.len())
    }
}
