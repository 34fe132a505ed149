//! The owner of an address proves it: a seat, or the last place on the waiting list, is given at this moment and in this order;
//! where organisers decide, it is now for them to look at.

use std::collections::{HashMap, HashSet};

use super::ledger::{Ledger, Move, set_state};
use super::organisations::matching::{Said, matched};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Answers, DbError, Scope, SetWise, Tx, mail_addresses, people, registrations};
use crate::domain::email::EmailAddress;
use crate::domain::event::Window;
use crate::domain::ids::{EventId, RegistrationId};
use crate::domain::registration::{Cause, State};

/// Where the registration stands after the proof.
#[derive(Clone, Debug)]
pub struct Proved {
    /// The state; the same on a second proof.
    pub state: State,
}

/// The command with what its handling needs.
pub(super) struct Prove {
    app: App,
    page_hash: String,
    now: Instant,
    event: EventId,
}

impl App {
    /// Proves the address behind a page token's hash, of a registration at this event. A second use answers the same as the first.
    ///
    /// # Errors
    /// `NotFound` for an unknown token, `ProofLapsed` after 48 hours, `NotOpen` when the event has begun or was called off.
    pub async fn prove_address(&self, event: EventId, page_hash: &str, now: Instant) -> Result<Proved, AppError> {
        self.db.submit(Scope::Event(event), Prove { app: self.clone(), page_hash: page_hash.to_owned(), now, event }).await
    }
}

impl SetWise for Prove {
    type Answer = Proved;
    type Error = AppError;

    fn run(tx: &mut Tx<'_>, commands: &[Self]) -> Result<Answers<Self>, DbError> {
        let Some(first) = commands.first() else { return Ok(Vec::new()) };
        // One moment for all, not before any of them arrived: who is handled first is recorded first.
        let now = commands.iter().map(|c| c.now).max().unwrap_or(first.now);
        let mut ledger = Ledger::open(&first.app, tx, first.event, now)?;
        let hashes: Vec<String> = commands.iter().map(|c| c.page_hash.clone()).collect();
        let mut rows = registrations::by_page_hashes(tx, &hashes)?;
        let mut owners = Owners::load(tx, &ledger, &mut rows)?;
        let mut answers = Vec::with_capacity(commands.len());
        for command in commands {
            let Some(row) = rows.get_mut(&command.page_hash).filter(|row| row.event_id == command.event) else {
                answers.push(Err(AppError::NotFound));
                continue;
            };
            answers.push(match provable(&ledger, row, command.now) {
                Ok(false) => Ok(Proved { state: row.state }),
                Ok(true) => {
                    place(tx, &mut ledger, row)?;
                    owners.proved(row, command.now);
                    if owners.took_over.contains(&row.id) {
                        ledger.keep_words(row.clone());
                    } else {
                        ledger.keep(row.clone());
                    }
                    Ok(Proved { state: row.state })
                }
                Err(refusal) => Err(refusal),
            });
        }
        people::proved(tx, &owners.proved)?;
        lift(tx, &first.app, rows.values().filter(|row| row.proved_at.is_some_and(|at| at.0 == now)))?;
        ledger.close(tx, false)?;
        Ok(answers)
    }
}

/// Whoever proves an address shows that mail arrives there again.
pub(super) fn lift<'a>(tx: &mut Tx<'_>, app: &App, proved: impl Iterator<Item = &'a registrations::Row>) -> Result<(), DbError> {
    if mail_addresses::any_failing(tx)? {
        for address in proved.filter_map(|row| EmailAddress::parse(&row.email).ok()) {
            mail_addresses::lift(tx, &app.secrets.address_mac(&address.key()))?;
        }
    }
    Ok(())
}

/// Whether the proof is still to be made: `false` when it was made before.
fn provable(ledger: &Ledger, row: &registrations::Row, now: Instant) -> Result<bool, AppError> {
    if row.erased_at.is_some() {
        return Err(AppError::NotFound);
    }
    if row.state == State::Expired {
        return Err(AppError::ProofLapsed);
    }
    if row.state != State::Pending {
        return Ok(false);
    }
    if row.prove_before.is_some_and(|until| now >= until.0) {
        return Err(AppError::ProofLapsed);
    }
    match ledger.stored.event.window(now) {
        // Whoever sent the form in time may still prove the address until the event begins.
        Window::Open | Window::NotYet(_) => Ok(true),
        Window::Closed(_) if now < ledger.stored.event.schedule.starts_at => Ok(true),
        shut => Err(AppError::NotOpen(shut)),
    }
}

/// Gives a seat or a place in the queue, or leaves it to the organisers to do so, and notes it.
fn place(tx: &mut Tx<'_>, ledger: &mut Ledger, row: &mut registrations::Row) -> Result<(), DbError> {
    let moved = Move::new(Cause::Proved, Actor::Person, row);
    row.proved_at = Some(ledger.now.into());
    // The event may have been moved into the room, or out of it, since the form was sent.
    let format = ledger.stored.event.place.format;
    let mode = if format.offers(row.mode) { row.mode } else { format.modes()[0] };
    row.mode = mode;
    let place = if ledger.platform.needs_approval() {
        set_state(row, State::AwaitingApproval, None, ledger.now);
        None
    } else {
        ledger.place(tx, row, mode)?
    };
    ledger.record(tx, row, moved, place)?;
    Ok(())
}

/// The people behind the registrations: what the form said of them counts from the proof on.
struct Owners {
    proved: Vec<people::Proved>,
    /// Registrations for which a later form now counts.
    took_over: HashSet<RegistrationId>,
}

impl Owners {
    /// Takes over what they said last, and finds or makes their organisations.
    fn load(tx: &mut Tx<'_>, ledger: &Ledger, rows: &mut HashMap<String, registrations::Row>) -> Result<Self, DbError> {
        let took_over = rows.values().filter(|r| r.state == State::Pending && r.declared.is_some()).map(|r| r.id).collect();
        rows.values_mut().filter(|r| r.state == State::Pending).for_each(registrations::Row::take_over_declared);
        let mut pending: Vec<&mut registrations::Row> = rows.values_mut().filter(|r| r.state == State::Pending).collect();
        let said: Vec<Said<'_>> =
            pending.iter().map(|row| Said { name: &row.organisation_name, sector: row.sector, email: Some(&row.email) }).collect();
        let found = matched(tx, &said, ledger.now)?;
        for (row, id) in pending.iter_mut().zip(found) {
            row.organisation_id = Some(id);
        }
        Ok(Self { proved: Vec::new(), took_over })
    }

    fn proved(&mut self, row: &registrations::Row, now: Instant) {
        self.proved.extend(row.person_id.map(|id| people::Proved {
            id,
            name: row.name.clone(),
            organisation_id: row.organisation_id,
            sector: row.sector,
            language: row.language,
            proved_at: Some(now.into()),
        }));
    }
}
