//! Whoever was named answers. Taking over moves one seat from one person to another in one transaction: nobody from the waiting list comes
//! between, and no count changes. The link came to the address, so that taking over proves it.

use serde_json::json;

use super::journal::Entry;
use super::kinship::{standing, still_holds};
use super::ledger::{Ledger, Move};
use super::offers::worth;
use super::prove_address::lift;
use super::register::{Identity, blank_row};
use super::withdraw::step_back;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::offers::{self, Row as Offer};
use crate::db::{DbError, Scope, Tx, outbox, people, registrations};
use crate::domain::admission::Basis;
use crate::domain::ids::{EventId, OfferId, PersonId};
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::platform::Audience;
use crate::domain::registration::{Cause, MailKind, State};
use crate::domain::seats::Reason;
use crate::domain::substitute::{Refusal, State as Answer};
use crate::domain::text::PersonName;

/// What the form says, checked. The address is the offer's; organisation, sector and way of attending are those of the seat.
#[derive(Clone, Debug)]
pub struct Takeover {
    /// Full name.
    pub name: PersonName,
    /// Language of mails and pages.
    pub language: Language,
    /// The way of attending that the page showed: nobody takes another one than they saw.
    pub seen: Mode,
}

impl App {
    /// Takes a seat over; answers where the registration stands. Doing it twice answers the same.
    ///
    /// # Errors
    /// `NotFound` for an offer that was erased; `Substitute` for one that does not stand any more, where substitutes are not allowed any
    /// more, and for who has a seat or was refused; `Stale` when the way of attending is another one than the page showed.
    pub async fn accept_offer(&self, event: EventId, id: OfferId, form: Takeover, now: Instant) -> Result<State, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let offer = kept(tx, event, id)?;
                if let (Answer::Accepted, Some(row)) = (offer.state, offer.substitute_id) {
                    ledger.close(tx, false)?;
                    return Ok(registrations::by_id(tx, row)?.state);
                }
                let seat = registrations::by_id(tx, offer.registration_id)?;
                let key = offer.email_key.clone().ok_or(AppError::Substitute(Refusal::Over))?;
                worth(&offer, &ledger.stored.event, &ledger.platform, &seat, now).map_err(AppError::Substitute)?;
                // The organisation of the seat, its domains and the platform may be others than when it was offered.
                if !still_holds(tx, &ledger.platform, &seat, &offer, now)? {
                    return Err(AppError::Substitute(Refusal::Over));
                }
                let (existing, refusal) = standing(tx, &ledger.platform, event, &key)?;
                if let Some(refusal) = refusal {
                    return Err(AppError::Substitute(refusal));
                }
                if form.seen != seat.mode {
                    return Err(AppError::Stale);
                }
                // Before the books are closed: what is open then lapses with the seat.
                offers::accept(tx, offer.id, now)?;
                let person = owner(tx, &ledger, &offer, &key, &form, &seat)?;
                let row = hand_on(tx, &mut ledger, &offer, &form, person, seat, existing)?;
                ledger.close(tx, false)?;
                // Only now there is a row to point to.
                offers::set_substitute(tx, offer.id, row.id)?;
                Ok(row.state)
            })
            .await
    }

    /// Says no; the seat stays where it is. Doing it twice answers the same.
    ///
    /// # Errors
    /// `NotFound` for an offer that was erased; `Substitute` for one that ended otherwise.
    pub async fn decline_offer(&self, event: EventId, id: OfferId, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let ledger = Ledger::open(&app, tx, event, now)?;
                ledger.close(tx, false)?;
                let offer = kept(tx, event, id)?;
                match offer.state {
                    Answer::Declined => Ok(()),
                    Answer::Open => Ok(offers::end(tx, &[offer.registration_id], Answer::Declined, now)?),
                    Answer::Accepted | Answer::TakenBack | Answer::Lapsed => Err(AppError::Substitute(Refusal::Over)),
                }
            })
            .await
    }
}

/// The offer, if its link still opens a page.
fn kept(tx: &mut Tx<'_>, event: EventId, id: OfferId) -> Result<Offer, AppError> {
    let row = offers::by_id(tx, id)?;
    if row.event_id == event && row.erased_at.is_none() { Ok(row) } else { Err(AppError::NotFound) }
}

/// Whose address it is, made when nobody had it before.
fn owner(tx: &mut Tx<'_>, ledger: &Ledger, offer: &Offer, key: &str, form: &Takeover, seat: &registrations::Row) -> Result<PersonId, DbError> {
    let wanted = people::Row {
        id: PersonId(tx.next_id()),
        email: offer.email.clone(),
        email_key: key.to_owned(),
        name: form.name.to_string(),
        organisation_id: None,
        sector: seat.sector,
        language: form.language,
        proved_at: None,
        created_at: ledger.now.into(),
    };
    people::ensure(tx, vec![wanted])?.get(key).map(|known| known.id).ok_or(DbError::NotFound)
}

/// Takes the seat from one and gives it to the other, with nothing between.
fn hand_on(
    tx: &mut Tx<'_>,
    ledger: &mut Ledger,
    offer: &Offer,
    form: &Takeover,
    person: PersonId,
    seat: registrations::Row,
    existing: Option<registrations::Row>,
) -> Result<registrations::Row, AppError> {
    let is_new = existing.is_none();
    let mut row = match existing {
        Some(row) => row,
        None => blank_row(tx, ledger, Identity::new(&ledger.app.secrets)?, person, seat.sector, form.language, seat.mode),
    };
    let mut moved = Move::new(Cause::StoodIn, Actor::Person, &row);
    moved.before = moved.before.filter(|_| !is_new);
    row.name = form.name.to_string();
    row.email.clone_from(&offer.email);
    row.organisation_name.clone_from(&seat.organisation_name);
    row.organisation_id = seat.organisation_id;
    row.sector = seat.sector;
    row.language = form.language;
    row.refresh_search_key();
    row.proved_at = Some(ledger.now.into());
    row.basis = if ledger.platform.audience == Audience::Members { Basis::Mandate } else { Basis::Personal };
    row.prove_before = None;
    row.declared = None;
    if !is_new {
        // A form that waited for its proof need not be proven any more.
        outbox::abort_of_registration(tx, row.id, &[MailKind::ProveAddress])?;
    }
    let (mode, first) = (seat.mode, seat.reference.clone());
    step_back(tx, ledger, seat, Cause::Replaced, Actor::Person, Reason::Replaced)?;
    ledger.give_seat(&mut row, mode, Reason::StoodIn);
    ledger.record(tx, &row, moved, None)?;
    let change = Change::to(&json!({ "substitute": row.reference }));
    ledger.write_down(tx, Entry::of_registration(Actor::Person, Deed::SeatHandedOn, &ledger.stored.event, &first, change));
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
