//! Proposing a guest: by an organiser, who is told when nothing needs to be proposed, and by a member, who is not: whether somebody is a
//! member, invited, registered or proposed by another is nobody's business.

use serde_json::json;

use super::of_member::{self, Own};
use super::{Row, entry, hold};
use crate::app::invite::{Invitee, is_free, open};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, Tx, events, guests, members, platforms, registrations};
use crate::domain::admission::Shut;
use crate::domain::email::EmailAddress;
use crate::domain::event::Event;
use crate::domain::guest::{Hindrance, State, last_day};
use crate::domain::ids::{EventId, ProposalId, Reference, RegistrationId};
use crate::domain::journal::Deed;
use crate::domain::language::Language;
use crate::domain::platform::{Audience, Platform};
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName, Title};
use crate::i18n::format::{begin_of, brussels};

/// Somebody to propose.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Full name.
    pub name: PersonName,
    /// Work address.
    pub email: EmailAddress,
    /// Organisation.
    pub organisation: OrganisationName,
    /// Its sector.
    pub sector: Sector,
    /// Language of the invitation.
    pub language: Language,
    /// Why.
    pub reason: Title,
}

impl App {
    /// An organiser proposes a guest; answers its public identity.
    ///
    /// # Errors
    /// `NotFound` where no mandate is asked for; `NotOpen` for an event that takes no registrations any more; `Taken("proposal")` for who
    /// is proposed by an organiser already, `Taken("place")` for who is a member, invited or registered; `Invalid` (`period`) when registration closes
    /// before the time to object is over.
    pub async fn propose_guest(&self, event: EventId, proposal: Proposal, actor: Actor, now: Instant) -> Result<Reference, AppError> {
        let (app, reference) = (self.clone(), self.secrets.reference()?);
        self.db
            .write(Scope::Event(event), move |tx| {
                hold(tx, event)?;
                let event = events::by_id(tx, event)?.event;
                open(&event, now)?;
                let platform: Platform = platforms::by_id(tx, event.platform_id)?.into();
                if platform.audience != Audience::Members {
                    return Err(AppError::NotFound);
                }
                let key = proposal.email.key();
                // A member's proposal may be taken back, or end with them: it keeps no organiser from standing for the same person.
                let by_staff = |row: &Row| row.state == State::Open && row.registration_id.is_none();
                if guests::of_address(tx, Some(event.id), &key)?.iter().any(by_staff) {
                    return Err(AppError::Taken("proposal"));
                }
                let today = brussels(now).0;
                let is_member = members::mandates_of(tx, platform.id, &key)?.iter().any(|mandate| mandate.is_current(today));
                if is_member || !is_free(tx, event.id, &invitee(&proposal), now)? {
                    return Err(AppError::Taken("place"));
                }
                let made = Made { reference: reference.clone(), by: actor, place: None };
                put(&app, tx, &event, &platform, &proposal, made, now)
            })
            .await
    }

    /// A member proposes a guest for an event at which they have a place; answers the proposal's public identity.
    ///
    /// # Errors
    /// `NotFound` where members propose nobody; `MandateEnded`, `WrongState` and `NotOpen` for who may not, or not now; `Invalid` (`guests`)
    /// when as many were proposed as may be, (`period`) when registration closes before the time to object is over; `Taken("self")` for
    /// their own address, `Taken("proposal")` for one that they proposed before, did not take back, and still see.
    pub async fn propose_guest_of(&self, place: RegistrationId, proposal: Proposal, now: Instant) -> Result<Reference, AppError> {
        let event = self.event_of(place).await?;
        let (app, reference) = (self.clone(), self.secrets.reference()?);
        self.db
            .write(Scope::Event(event), move |tx| {
                hold(tx, event)?;
                let event = events::by_id(tx, event)?.event;
                let platform: Platform = platforms::by_id(tx, event.platform_id)?.into();
                let row = registrations::by_id(tx, place)?;
                let own = of_member::own(tx, &row, &event, &platform, now)?;
                refuse(&own, &row, &event, now)?;
                let key = proposal.email.key();
                if own.key == key {
                    return Err(AppError::Taken("self"));
                }
                // Once its name is gone it counts no more, whatever became of it: what is still known would tell them.
                let counts = |row: &Row| row.erased_at.is_none() && row.state != State::TakenBack;
                let again = |row: &Row| counts(row) && row.email_key.as_deref() == Some(key.as_str());
                if own.proposals.iter().any(again) {
                    return Err(AppError::Taken("proposal"));
                }
                let made = Made { reference: reference.clone(), by: Actor::Person, place: Some(place) };
                put(&app, tx, &event, &platform, &proposal, made, now)
            })
            .await
    }
}

/// What keeps a member from it, in the words of use cases.
fn refuse(own: &Own, row: &registrations::Row, event: &Event, now: Instant) -> Result<(), AppError> {
    let many = |why: &str| Err(AppError::Invalid { field: "guests", why: why.to_owned() });
    match own.hindrance {
        None => Ok(()),
        Some(Hindrance::NotWanted) => Err(AppError::NotFound),
        Some(Hindrance::NoMandate) => Err(AppError::MandateEnded(Shut { ended: None, begins: None })),
        Some(Hindrance::NoPlace) => Err(AppError::WrongState(row.state)),
        Some(Hindrance::NotOpen) => Err(AppError::NotOpen(event.window(now))),
        Some(Hindrance::TooManyWait) => many("as many proposals wait as may; take one back, or wait for an answer"),
        Some(Hindrance::TooMany) => many("as many proposals were made for this event as one member may make"),
    }
}

/// Which proposal, and whose.
struct Made {
    reference: Reference,
    by: Actor,
    place: Option<RegistrationId>,
}

fn put(app: &App, tx: &mut Tx<'_>, event: &Event, platform: &Platform, of: &Proposal, made: Made, now: Instant) -> Result<Reference, AppError> {
    let last = last_day(brussels(now).0, platform.objection_days);
    let until = begin_of(last.succ_opt().unwrap_or(last));
    if until >= event.schedule.closes_at {
        let why = format!("objections are taken until {last}, and registration closes before");
        return Err(AppError::Invalid { field: "period", why });
    }
    let row = Row {
        id: ProposalId(tx.next_id()),
        event_id: event.id,
        reference: made.reference,
        name: of.name.to_string(),
        email: of.email.to_string(),
        email_key: Some(of.email.key()),
        organisation_name: of.organisation.to_string(),
        language: of.language,
        reason: of.reason.to_string(),
        proposed_by: made.by.to_string(),
        proposed_at: now.into(),
        objections_until: until.into(),
        state: State::Open,
        decided_by: None,
        decided_at: None,
        decision_reason: None,
        erased_at: None,
        sector: Some(of.sector),
        registration_id: made.place,
    };
    guests::insert(tx, &row)?;
    app.write_down(tx, entry(made.by, Deed::GuestProposed, event, &row, json!({ "until": until })), now);
    Ok(row.reference)
}

fn invitee(proposal: &Proposal) -> Invitee {
    Invitee {
        email: proposal.email.clone(),
        name: Some(proposal.name.clone()),
        organisation: Some(proposal.organisation.clone()),
        sector: Some(proposal.sector),
        language: proposal.language,
    }
}
