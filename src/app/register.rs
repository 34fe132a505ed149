//! Somebody sends the form: a registration that waits for the proof of its address. No seat is given yet.
//!
//! The same person gets the same registration, and the answer does not tell whether it existed; the mail tells the owner.

use std::collections::{HashMap, HashSet};

use chrono::Duration;

use super::ledger::{Ledger, Move, set_state};
use super::secrets::Secrets;
use super::{Actor, App, AppError, secrets};
use crate::clock::Instant;
use crate::db::types::Json;
use crate::db::{Answers, DbError, Scope, SetWise, Tx, changes, outbox, people, registrations};
use crate::domain::admission::Basis;
use crate::domain::email::EmailAddress;
use crate::domain::event::Window;
use crate::domain::ids::{EventId, PersonId, Reference, RegistrationId};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, PROOF_HOURS, State};
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};

/// What the form says, checked.
#[derive(Clone, Debug)]
pub struct Command {
    /// At which event.
    pub event: EventId,
    /// Full name.
    pub name: PersonName,
    /// Work address.
    pub email: EmailAddress,
    /// Organisation as typed.
    pub organisation: OrganisationName,
    /// Sector.
    pub sector: Sector,
    /// Way of attending; the event's first when `None`.
    pub mode: Option<Mode>,
    /// Language of mails and pages.
    pub language: Language,
    /// The form's one-time key: sent twice with the same address, it counts once.
    pub form_key: String,
}

/// A repeated form is answered by mail only when no other mail went for so long, so that it cannot fill a stranger's mailbox.
const REPEAT_MINUTES: i64 = 10;

/// The command with what its handling needs. What can be worked out beforehand is, for everybody waits while a batch is handled.
pub(super) struct Register {
    app: App,
    command: Command,
    now: Instant,
    email_key: String,
    search_key: String,
    form_key: String,
    identity: Identity,
}

/// What a registration is found by, once and for all.
#[derive(Clone)]
pub(super) struct Identity {
    reference: Reference,
    page_hash: String,
    uid: String,
}

impl Identity {
    /// A new one.
    pub fn new(secrets: &Secrets) -> Result<Self, AppError> {
        let reference = secrets.reference()?;
        Ok(Self { page_hash: secrets::hash(&secrets.page_token(&reference)), uid: secrets.calendar_uid(&reference), reference })
    }
}

impl App {
    /// Takes a registration. The answer is the same whether the person was registered before or not.
    ///
    /// # Errors
    /// `NotFound` when the event takes no public registrations at all, `NotOpen` outside its window, `ModeNotOffered`.
    pub async fn register(&self, command: Command, now: Instant) -> Result<(), AppError> {
        let email_key = command.email.key();
        let register = Register {
            app: self.clone(),
            now,
            search_key: registrations::search_key(command.name.as_str(), &command.email.to_string(), command.organisation.as_str()),
            // Whoever goes back and corrects the address sends another form.
            form_key: secrets::hash(&format!("{} {} {email_key}", command.form_key, command.event)),
            email_key,
            identity: Identity::new(&self.secrets)?,
            command,
        };
        self.db.submit(Scope::Event(register.command.event), register).await
    }
}

impl SetWise for Register {
    type Answer = ();
    type Error = AppError;

    fn run(tx: &mut Tx<'_>, commands: &[Self]) -> Result<Answers<Self>, DbError> {
        let Some(first) = commands.first() else { return Ok(Vec::new()) };
        let now = commands.iter().map(|c| c.now).max().unwrap_or(first.now);
        let mut ledger = Ledger::open(&first.app, tx, first.command.event, now)?;
        let known = Known::load(tx, &ledger, commands)?;
        let mut people_here = known.registrations;
        let mut used = known.used_keys;
        let mut answers = Vec::with_capacity(commands.len());
        for register in commands {
            answers.push(match allowed(&ledger, register) {
                Err(refusal) => Err(refusal),
                Ok(_) if !used.insert(register.form_key.clone()) => Ok(()),
                Ok(mode) => {
                    let person = known.people.get(&register.email_key).ok_or(DbError::NotFound)?.id;
                    take(tx, &mut ledger, &mut people_here, register, person, mode)?;
                    Ok(())
                }
            });
        }
        ledger.close(tx, false)?;
        Ok(answers)
    }
}

/// What is known of the people in a batch before it is handled.
struct Known {
    people: HashMap<String, people::Known>,
    registrations: HashMap<PersonId, (registrations::Row, bool)>,
    used_keys: HashSet<String>,
}

impl Known {
    fn load(tx: &mut Tx<'_>, ledger: &Ledger, commands: &[Register]) -> Result<Self, DbError> {
        let welcome: Vec<&Register> = commands.iter().filter(|c| allowed(ledger, c).is_ok()).collect();
        let wanted = welcome.iter().map(|r| new_person(tx, r)).collect();
        let people = people::ensure(tx, wanted)?;
        let ids: Vec<PersonId> = people.values().filter(|p| !p.is_new).map(|p| p.id).collect();
        let registrations = registrations::of_people(tx, ledger.stored.event.id, &ids)?.into_iter().map(|(id, row)| (id, (row, false))).collect();
        // Nobody who is new has sent a form before.
        let is_old = |r: &&&Register| people.get(&r.email_key).is_some_and(|p| !p.is_new);
        let keys: Vec<String> = welcome.iter().filter(is_old).map(|r| r.form_key.clone()).collect();
        Ok(Self { people, registrations, used_keys: changes::used_form_keys(tx, &keys)? })
    }
}

fn new_person(tx: &Tx<'_>, register: &Register) -> people::Row {
    let command = &register.command;
    people::Row {
        id: PersonId(tx.next_id()),
        email: command.email.to_string(),
        email_key: register.email_key.clone(),
        name: command.name.to_string(),
        organisation_id: None,
        sector: command.sector,
        language: command.language,
        proved_at: None,
        created_at: register.now.into(),
    }
}

/// Whether the event takes this registration, and in which way of attending.
fn allowed(ledger: &Ledger, register: &Register) -> Result<Mode, AppError> {
    let event = &ledger.stored.event;
    match event.window(register.now) {
        Window::Draft => return Err(AppError::NotFound),
        _ if !ledger.platform.takes_public_registrations() => return Err(AppError::NotFound),
        Window::Open => {}
        shut => return Err(AppError::NotOpen(shut)),
    }
    let mode = register.command.mode.unwrap_or(event.place.format.modes()[0]);
    if event.place.format.offers(mode) { Ok(mode) } else { Err(AppError::ModeNotOffered) }
}

/// Takes one registration: a new row, the old one anew, or the same one again.
fn take(
    tx: &mut Tx<'_>,
    ledger: &mut Ledger,
    here: &mut HashMap<PersonId, (registrations::Row, bool)>,
    register: &Register,
    person: PersonId,
    mode: Mode,
) -> Result<(), DbError> {
    let deadline = register.now + Duration::hours(PROOF_HOURS);
    let Some((mut row, is_new)) = here.remove(&person) else {
        let row = new_row(tx, ledger, register, person, mode, deadline);
        let moved = Move { before: None, form_key: Some(register.form_key.clone()), ..Move::new(Cause::Registered, Actor::Person, &row) };
        ledger.record(tx, &row, moved, None)?;
        here.insert(person, (row.clone(), true));
        ledger.add(row);
        return Ok(());
    };
    let again = row.state.may_register_again();
    // What owes no mail is written too: an answer without a commit would come sooner and tell that somebody is known here.
    let cause = match again {
        true => Cause::Registered,
        false if is_new || outbox::told_since(tx, row.id, register.now - Duration::minutes(REPEAT_MINUTES))? => Cause::RepeatedSoon,
        false => Cause::Repeated,
    };
    let mut moved = Move::new(cause, Actor::Person, &row);
    moved.form_key = Some(register.form_key.clone());
    if is_new {
        ledger.record(tx, &row, moved, None)?;
        here.insert(person, (row, is_new));
        return Ok(());
    }
    if again {
        set_state(&mut row, State::Pending, None, register.now);
    }
    if row.state == State::Pending {
        match row.proved_at {
            None => declare(&mut row, register, mode),
            Some(_) => row.declared = Some(Json(declared(register, mode))),
        }
        row.prove_before = Some(deadline.into());
    }
    let place = match row.waiting_no {
        Some(number) => Some(registrations::waiting_place(tx, row.event_id, row.mode, number)?),
        None => None,
    };
    ledger.record(tx, &row, moved, place)?;
    ledger.keep_words(row.clone());
    here.insert(person, (row, is_new));
    Ok(())
}

/// What the form says, to be kept aside: whoever was proven before is changed by a new proof only.
fn declared(register: &Register, mode: Mode) -> registrations::Declared {
    let command = &register.command;
    registrations::Declared { name: command.name.to_string(), organisation: command.organisation.to_string(), sector: command.sector, mode }
}

/// What the form says replaces what an earlier one said, as long as nobody has proven the address.
fn declare(row: &mut registrations::Row, register: &Register, mode: Mode) {
    let command = &register.command;
    row.name = command.name.to_string();
    row.email = command.email.to_string();
    row.organisation_name = command.organisation.to_string();
    row.organisation_id = None;
    row.sector = command.sector;
    row.language = command.language;
    row.mode = mode;
    row.search_key.clone_from(&register.search_key);
}

fn new_row(tx: &Tx<'_>, ledger: &Ledger, register: &Register, person: PersonId, mode: Mode, deadline: Instant) -> registrations::Row {
    let command = &register.command;
    let mut row = blank_row(tx, ledger, register.identity.clone(), person, command.sector, command.language, mode);
    row.prove_before = Some(deadline.into());
    declare(&mut row, register, mode);
    row
}

/// A new registration in state `pending`, with its identity and nothing said of the person yet.
pub(super) fn blank_row(
    tx: &Tx<'_>,
    ledger: &Ledger,
    identity: Identity,
    person: PersonId,
    sector: Sector,
    language: Language,
    mode: Mode,
) -> registrations::Row {
    registrations::Row {
        id: RegistrationId(tx.next_id()),
        page_hash: identity.page_hash,
        uid: identity.uid,
        reference: identity.reference,
        event_id: ledger.stored.event.id,
        person_id: Some(person),
        name: String::new(),
        email: String::new(),
        organisation_name: String::new(),
        organisation_id: None,
        sector,
        language,
        mode,
        state: State::Pending,
        state_since: ledger.now.into(),
        waiting_no: None,
        reason: None,
        sequence: 0,
        was_invited: false,
        prove_before: None,
        registered_at: ledger.now.into(),
        proved_at: None,
        present: false,
        erased_at: None,
        search_key: String::new(),
        declared: None,
        basis: Basis::Personal,
    }
}
