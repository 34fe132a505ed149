//! Whoever was invited answers. The link came to the address, so accepting proves it: a seat, or the last place in line, is given
//! at this moment, also where organisers decide about others; they asked for this person.

use super::admission::shut_out;
use super::ledger::{Ledger, Move};
use super::organisations::matching::{Said, matched_one};
use super::prove_address::lift;
use super::register::{Identity, blank_row};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::invitations::Row as Invitation;
use crate::db::{DbError, Scope, Tx, invitations, outbox, people, registrations, sendings};
use crate::domain::event::Window;
use crate::domain::ids::{EventId, InvitationId, PersonId};
use crate::domain::invitation::State as Answer;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, MailKind, State};
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};

/// What the form says, checked. The address is the invitation's, always.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// Full name.
    pub name: PersonName,
    /// Organisation.
    pub organisation: OrganisationName,
    /// Sector.
    pub sector: Sector,
    /// Way of attending.
    pub mode: Mode,
    /// Language of mails and pages.
    pub language: Language,
}

impl App {
    /// Accepts an invitation; answers where the registration stands. Accepting twice, or being registered already, answers the
    /// same as being so.
    ///
    /// # Errors
    /// `NotFound` for one that was taken back or erased; `NotOpen` once registration is closed (before it opens to all, those who
    /// are invited may register); `MandateEnded` where the invitation rests on a mandate that is over; `WrongState` for who was refused
    /// at this event; `ModeNotOffered`.
    pub async fn accept_invitation(&self, event: EventId, id: InvitationId, form: Acceptance, now: Instant) -> Result<State, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let mut invitation = standing(tx, event, id)?;
                let (person, existing) = owner(tx, &ledger, &invitation, &form)?;
                let row = match existing {
                    // Neither a proof nor a decision is needed from somebody whom an organiser asked to come.
                    Some(row) if row.state.is_active() && !matches!(row.state, State::Pending | State::AwaitingApproval) => row,
                    Some(row) if matches!(row.state, State::Rejected | State::Cancelled) => return Err(AppError::WrongState(row.state)),
                    existing => {
                        takes_answers(&ledger, now)?;
                        let key = invitation.email_key.as_deref().unwrap_or_default();
                        if let Some(shut) = shut_out(tx, &ledger.platform, invitation.basis, key, now)? {
                            return Err(AppError::MandateEnded(shut));
                        }
                        seat(tx, &mut ledger, &invitation, &form, person, existing)?
                    }
                };
                // Mails before invitations, as the worker does it: two that wait for each other would be a knot.
                sendings::abort_of_invitations(tx, &[id])?;
                ledger.close(tx, false)?;
                if invitation.state != Answer::Accepted || invitation.registration_id != Some(row.id) {
                    invitation.registration_id = Some(row.id);
                    answer(&mut invitation, Answer::Accepted, now);
                    invitations::update(tx, &[invitation])?;
                }
                Ok(row.state)
            })
            .await
    }

    /// Declines an invitation. Declining twice answers the same, and as long as registration is open one can still accept.
    ///
    /// # Errors
    /// `NotFound` for one that was taken back or erased; `WrongState` for who has accepted it: they step back on their own page;
    /// `NotOpen` when the event is over or was called off.
    pub async fn decline_invitation(&self, event: EventId, id: InvitationId, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let ledger = Ledger::open(&app, tx, event, now)?;
                let mut invitation = standing(tx, event, id)?;
                let window = ledger.stored.event.window(now);
                ledger.close(tx, false)?;
                if invitation.state == Answer::Declined {
                    return Ok(());
                }
                if let Some(row) = invitation.registration_id.map(|id| registrations::by_id(tx, id)).transpose()? {
                    return Err(AppError::WrongState(row.state));
                }
                match window {
                    Window::Open | Window::NotYet(_) | Window::Closed(_) => {}
                    shut => return Err(AppError::NotOpen(shut)),
                }
                sendings::abort_of_invitations(tx, &[id])?;
                answer(&mut invitation, Answer::Declined, now);
                invitations::update(tx, &[invitation])?;
                Ok(())
            })
            .await
    }
}

/// The invitation, if its link still opens something.
fn standing(tx: &mut Tx<'_>, event: EventId, id: InvitationId) -> Result<Invitation, AppError> {
    let row = invitations::by_id(tx, id)?;
    if row.event_id == event && row.state.is_open() && row.erased_at.is_none() { Ok(row) } else { Err(AppError::NotFound) }
}

fn takes_answers(ledger: &Ledger, now: Instant) -> Result<(), AppError> {
    match ledger.stored.event.window(now) {
        Window::Open | Window::NotYet(_) => Ok(()),
        shut => Err(AppError::NotOpen(shut)),
    }
}

fn answer(invitation: &mut Invitation, to: Answer, now: Instant) {
    debug_assert!(invitation.state == to || invitation.state.may_become(to), "{} → {to}", invitation.state);
    invitation.state = to;
    invitation.state_since = now.into();
    invitation.answered_at = Some(now.into());
}

/// Whose address it is, and the registration they have at this event.
fn owner(tx: &mut Tx<'_>, ledger: &Ledger, invitation: &Invitation, form: &Acceptance) -> Result<(PersonId, Option<registrations::Row>), AppError> {
    let key = invitation.email_key.clone().ok_or(AppError::NotFound)?;
    let wanted = people::Row {
        id: PersonId(tx.next_id()),
        email: invitation.email.clone(),
        email_key: key.clone(),
        name: form.name.to_string(),
        organisation_id: None,
        sector: form.sector,
        language: form.language,
        proved_at: None,
        created_at: ledger.now.into(),
    };
    let person = people::ensure(tx, vec![wanted])?.get(&key).map(|known| known.id).ok_or(DbError::NotFound)?;
    let existing = registrations::of_people(tx, ledger.stored.event.id, &[person])?.remove(&person);
    Ok((person, existing))
}

/// Gives a seat or the last place in line: to a new registration, or to one that was given up or never proven.
fn seat(
    tx: &mut Tx<'_>,
    ledger: &mut Ledger,
    invitation: &Invitation,
    form: &Acceptance,
    person: PersonId,
    existing: Option<registrations::Row>,
) -> Result<registrations::Row, AppError> {
    if !ledger.stored.event.place.format.offers(form.mode) {
        return Err(AppError::ModeNotOffered);
    }
    let is_new = existing.is_none();
    let mut row = match existing {
        Some(row) => row,
        None => blank_row(tx, ledger, Identity::new(&ledger.app.secrets)?, person, form.sector, form.language, form.mode),
    };
    let mut moved = Move::new(Cause::AcceptedInvitation, Actor::Person, &row);
    moved.before = moved.before.filter(|_| !is_new);
    let organisation = form.organisation.as_str();
    let whose = matched_one(tx, Said { name: organisation, sector: form.sector, email: Some(&invitation.email) }, ledger.now)?;
    row.name = form.name.to_string();
    row.email.clone_from(&invitation.email);
    row.organisation_name = organisation.to_owned();
    row.organisation_id = Some(whose);
    row.sector = form.sector;
    row.mode = form.mode;
    row.language = form.language;
    row.refresh_search_key();
    row.proved_at = Some(ledger.now.into());
    row.basis = invitation.basis;
    if !is_new {
        // A form that waited for its proof need not be proven any more.
        outbox::abort_of_registration(tx, row.id, &[MailKind::ProveAddress])?;
    }
    let place = ledger.place(tx, &mut row, form.mode)?;
    ledger.record(tx, &row, moved, place)?;
    let proved = people::Proved {
        id: person,
        name: row.name.clone(),
        organisation_id: row.organisation_id,
        sector: row.sector,
        language: row.language,
        proved_at: Some(ledger.now.into()),
    };
    people::proved(tx, &[proved])?;
    // The link came by mail: mail arrives there.
    lift(tx, &ledger.app, std::iter::once(&row))?;
    if is_new {
        ledger.add(row.clone());
    } else {
        ledger.keep_words(row.clone());
    }
    Ok(row)
}
