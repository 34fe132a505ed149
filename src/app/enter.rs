//! Staff or a program enters people by hand: their address counts as proven, so a seat or a place in line is given at once.

use std::collections::HashMap;

use super::admission::Holders;
use super::journal;
use super::ledger::{Ledger, Move};
use super::organisations::matching::{Said, matched};
use super::register::{Identity, blank_row};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{DbError, Scope, Tx, people, registrations};
use crate::domain::email::EmailAddress;
use crate::domain::event::{Event, Window};
use crate::domain::ids::{EventId, OrganisationId, PersonId, Reference};
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, State};
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};

/// One person to enter.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Full name.
    pub name: PersonName,
    /// Work address.
    pub email: EmailAddress,
    /// Organisation.
    pub organisation: OrganisationName,
    /// Sector.
    pub sector: Sector,
    /// Way of attending; the event's first when `None`.
    pub mode: Option<Mode>,
    /// Language.
    pub language: Language,
}

/// What became of one entry.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The registration.
    pub reference: Reference,
    /// Where it stands.
    pub state: State,
    /// Whether it was there before and left as it was.
    pub existed: bool,
}

impl App {
    /// Enters people in order; each gets a seat or a place in line and its mail. Somebody who is registered already is left
    /// as they are. All or nothing: the first refusal undoes the call.
    ///
    /// # Errors
    /// `NotOpen` for a draft, a past or a called-off event (hand entry works before opening and after closing),
    /// `ModeNotOffered`.
    pub async fn enter(&self, event: EventId, entries: Vec<Entry>, actor: Actor, now: Instant) -> Result<Vec<Entered>, AppError> {
        self.enter_as_of(event, entries, now, actor, now).await
    }

    /// As [`Self::enter`], of people who came at a moment that may be past: what was open then is.
    pub(super) async fn enter_as_of(
        &self,
        event: EventId,
        entries: Vec<Entry>,
        came: Instant,
        actor: Actor,
        now: Instant,
    ) -> Result<Vec<Entered>, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                match ledger.stored.event.window(came) {
                    Window::Open | Window::NotYet(_) | Window::Closed(_) => {}
                    shut => return Err(AppError::NotOpen(shut)),
                }
                let known = Known::load(tx, &entries, now)?;
                let ids: Vec<PersonId> = known.people.values().filter(|p| !p.is_new).map(|p| p.id).collect();
                // After the ledger: the roster stays as it is until this is written.
                let holders = Holders::of(tx, &ledger.platform, now)?;
                let whose = known.organisations.clone();
                let mut desk = Desk { here: registrations::of_people(tx, event, &ids)?, known, holders, actor };
                let each = entries.iter().zip(whose).map(|(entry, organisation)| desk.enter(tx, &mut ledger, entry, organisation));
                let entered = each.collect::<Result<Vec<_>, _>>()?;
                let new: Vec<&Reference> = entered.iter().filter(|e| !e.existed).map(|e| &e.reference).collect();
                if let Some(entry) = written_down(actor, &ledger.stored.event, &new) {
                    ledger.write_down(tx, entry);
                }
                ledger.close(tx, false)?;
                Ok(entered)
            })
            .await
    }
}

/// What the journal says: one person is an entry of their own, many are one with their references.
fn written_down(actor: Actor, event: &Event, new: &[&Reference]) -> Option<journal::Entry> {
    match new {
        [] => None,
        [one] => Some(journal::Entry::of_registration(actor, Deed::RegistrationsEntered, event, one, Change::default())),
        many => {
            let change = Change::to(&serde_json::json!({ "count": many.len(), "registrations": many }));
            Some(journal::Entry { change, ..journal::Entry::of_event(actor, Deed::RegistrationsEntered, None, event) })
        }
    }
}

struct Known {
    people: HashMap<String, people::Known>,
    /// The organisation of each entry, in their order.
    organisations: Vec<OrganisationId>,
}

impl Known {
    fn load(tx: &mut Tx<'_>, entries: &[Entry], now: Instant) -> Result<Self, DbError> {
        let said = entries.iter().map(|e| Said { name: e.organisation.as_str(), sector: e.sector, email: Some(e.email.as_str()) });
        let organisations = matched(tx, &said.collect::<Vec<_>>(), now)?;
        let wanted = entries.iter().zip(&organisations).map(|(entry, organisation)| people::Row {
            id: PersonId(tx.next_id()),
            email: entry.email.to_string(),
            email_key: entry.email.key(),
            name: entry.name.to_string(),
            organisation_id: Some(*organisation),
            sector: entry.sector,
            language: entry.language,
            proved_at: None,
            created_at: now.into(),
        });
        let wanted = wanted.collect();
        Ok(Self { people: people::ensure(tx, wanted)?, organisations })
    }
}

/// The entries of one call, handled one after the other.
struct Desk {
    known: Known,
    here: HashMap<PersonId, registrations::Row>,
    holders: Holders,
    actor: Actor,
}

impl Desk {
    fn enter(&mut self, tx: &mut Tx<'_>, ledger: &mut Ledger, entry: &Entry, organisation: OrganisationId) -> Result<Entered, AppError> {
        let mode = entry.mode.unwrap_or(ledger.stored.event.place.format.modes()[0]);
        if !ledger.stored.event.place.format.offers(mode) {
            return Err(AppError::ModeNotOffered);
        }
        let person = self.known.people.get(&entry.email.key()).ok_or(AppError::NotFound)?.id;
        let existing = self.here.get(&person).cloned();
        let is_new = existing.is_none();
        let mut row = match existing {
            Some(row) if row.state.is_active() && row.state != State::Pending => {
                return Ok(Entered { reference: row.reference, state: row.state, existed: true });
            }
            Some(row) => row,
            None => blank_row(tx, ledger, Identity::new(&ledger.app.secrets)?, person, entry.sector, entry.language, mode),
        };
        let mut moved = Move::new(Cause::EnteredByStaff, self.actor, &row);
        moved.before = moved.before.filter(|_| !is_new);
        self.declare(&mut row, entry, organisation, mode);
        row.proved_at = row.proved_at.or(Some(ledger.now.into()));
        let place = ledger.place(tx, &mut row, mode)?;
        ledger.record(tx, &row, moved, place)?;
        if is_new {
            ledger.add(row.clone());
        } else {
            ledger.keep_words(row.clone());
        }
        let entered = Entered { reference: row.reference.clone(), state: row.state, existed: false };
        self.here.insert(person, row);
        Ok(entered)
    }

    fn declare(&self, row: &mut registrations::Row, entry: &Entry, organisation: OrganisationId, mode: Mode) {
        row.name = entry.name.to_string();
        row.email = entry.email.to_string();
        row.organisation_name = entry.organisation.to_string();
        row.organisation_id = Some(organisation);
        row.sector = entry.sector;
        row.language = entry.language;
        row.mode = mode;
        row.basis = self.holders.basis(&entry.email.key());
        row.refresh_search_key();
    }
}
