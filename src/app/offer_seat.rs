//! The holder of a seat names a colleague to take it over, or takes that back. Until the colleague has taken it the seat stays where it is.

use super::kinship::{may_stand_in, stranger_to};
use super::ledger::Ledger;
use super::{App, AppError, offers as told, secrets};
use crate::clock::Instant;
use crate::db::offers::{self, Row};
use crate::db::{Scope, Tx, outbox, registrations};
use crate::domain::email::EmailAddress;
use crate::domain::ids::{OfferId, RegistrationId};
use crate::domain::language::Language;
use crate::domain::registration::State as Stands;
use crate::domain::substitute::{MAILS_A_DAY, Refusal, State, may_ask_again};
use crate::domain::text::PersonName;

/// Who is named, checked.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// Full name.
    pub name: PersonName,
    /// Work address.
    pub email: EmailAddress,
    /// Language of the mail.
    pub language: Language,
}

impl App {
    /// Asks a colleague to take over a seat; an earlier asking that is open is taken back with it. The answer says nothing of whoever is
    /// asked: where they may not come, no mail goes, and where they come already, their page says so to them alone.
    ///
    /// # Errors
    /// `NotFound`; `NotOpen` once the event has begun or was called off; `WrongState` for who has no seat, or is there; `Substitute` with
    /// what keeps this colleague, or any, from being asked.
    pub async fn offer_seat(&self, id: RegistrationId, colleague: Colleague, now: Instant) -> Result<(), AppError> {
        let (app, event, reference) = (self.clone(), self.event_of(id).await?, self.secrets.reference()?);
        self.db
            .write(Scope::Event(event), move |tx| {
                let ledger = Ledger::open(&app, tx, event, now)?;
                let seat = registrations::by_id(tx, id)?;
                check(tx, &ledger, &seat, &colleague)?;
                let key = colleague.email.key();
                let address = app.secrets.offer_address(event, &key);
                offers::end(tx, &[id], State::TakenBack, now)?;
                let row = Row {
                    id: OfferId(tx.next_id()),
                    event_id: event,
                    registration_id: id,
                    page_hash: secrets::hash(&app.secrets.offer_token(&reference)),
                    reference: reference.clone(),
                    name: colleague.name.to_string(),
                    email: colleague.email.to_string(),
                    email_key: Some(key.clone()),
                    language: colleague.language,
                    state: State::Open,
                    asked_at: now.into(),
                    ended_at: None,
                    substitute_id: None,
                    erased_at: None,
                    address_mac: Some(address.clone()),
                };
                offers::insert(tx, &row)?;
                let lately = offers::mails_since(tx, event, &address, now - chrono::Duration::days(1))?;
                if lately < MAILS_A_DAY && may_stand_in(tx, &ledger.platform, &seat, &key, now)? {
                    let mail = told::mail(&app, tx, &ledger.stored, &ledger.platform, &row, &seat.name)?;
                    outbox::insert(tx, &[mail])?;
                }
                Ok(ledger.close(tx, false)?)
            })
            .await
    }

    /// Takes an offer back; its link opens no seat any more. Doing it twice, or after an answer, changes nothing.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn take_offer_back(&self, id: RegistrationId, now: Instant) -> Result<(), AppError> {
        let (app, event) = (self.clone(), self.event_of(id).await?);
        self.db
            .write(Scope::Event(event), move |tx| {
                let ledger = Ledger::open(&app, tx, event, now)?;
                offers::end(tx, &[id], State::TakenBack, now)?;
                Ok(ledger.close(tx, false)?)
            })
            .await
    }
}

fn check(tx: &mut Tx<'_>, ledger: &Ledger, seat: &registrations::Row, colleague: &Colleague) -> Result<(), AppError> {
    if !ledger.platform.takes_substitutes() {
        return Err(AppError::Substitute(Refusal::NotAllowed));
    }
    if seat.state != Stands::Confirmed || seat.present {
        return Err(AppError::WrongState(seat.state));
    }
    let event = &ledger.stored.event;
    if !event.takes_choices(ledger.now) {
        return Err(AppError::NotOpen(event.window(ledger.now)));
    }
    if EmailAddress::parse(&seat.email).is_ok_and(|own| own.key() == colleague.email.key()) {
        return Err(AppError::Substitute(Refusal::Oneself));
    }
    if let Some(refusal) = stranger_to(tx, &ledger.platform, seat, &colleague.email)? {
        return Err(AppError::Substitute(refusal));
    }
    let asked: Vec<Instant> = offers::of_registration(tx, seat.id)?.iter().map(|row| row.asked_at.0).collect();
    if may_ask_again(&asked, ledger.now) { Ok(()) } else { Err(AppError::Substitute(Refusal::TooOften)) }
}
