//! The desk at the entrance: what a device needs to go on without network, and what it saw meanwhile. Every scan has the device's own
//! key: sent as often as it likes, it counts once and gets the same answer.

use chrono::Duration;

use super::check_in::{CheckIn, check_in};
use super::enter::Entry as Entering;
use super::journal::Entry;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, Tx, attendance, people, registrations};
use crate::domain::attendance::ProofSource;
use crate::domain::event::Event;
use crate::domain::ids::{Reference, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::pass;
use crate::domain::registration::State;
use crate::domain::seats::Reason;
use crate::i18n::format::brussels;

/// A device may keep names for so many hours after the end of the event.
const KEPT_HOURS: i64 = 12;
/// A moment that lies further back, in days, is no moment but a clock that was never set.
const OLDEST_DAYS: i64 = 7;
/// Scans taken at once.
pub const SCANS_AT_ONCE: usize = 200;
/// Whom a device knows: whoever may come to the door, and who stepped back, to be told so.
const KNOWN: [State; 4] = [State::Confirmed, State::Waitlisted, State::AwaitingApproval, State::Withdrawn];

/// What a device saw.
#[derive(Clone, Debug)]
pub struct Scan {
    /// The device's key for it.
    pub key: String,
    /// When, by the server's clock as the device knows it.
    pub at: Instant,
    /// Who.
    pub who: Presented,
}

/// How somebody showed who they are.
#[derive(Clone, Debug)]
pub enum Presented {
    /// By a pass.
    Pass(String),
    /// By name: staff pressed it.
    Name(Reference),
    /// They are not on the list.
    WalkIn(Box<Entering>),
}

crate::word! {
    /// What became of a scan.
    Outcome {
        /// Came in, with a seat.
        In = "in",
        /// Is here, but has no seat: somebody decides.
        NoSeat = "no_seat",
        /// Had come in before, by another scan.
        Already = "already",
        /// Had withdrawn, or was taken off the list; nothing was written down.
        Withdrawn = "withdrawn",
        /// Was written down and counts for nothing: staff said that they were not there.
        NotCounted = "not_counted",
        /// Never had a place: the address was not proven, or the request was refused.
        NoPlace = "no_place",
        /// The pass is of another event.
        OtherEvent = "other_event",
        /// The signs of the pass do not fit together.
        Altered = "altered",
        /// It is no pass.
        Foreign = "foreign",
        /// Nobody of the event has this pass.
        Unknown = "unknown",
        /// The device used the key for somebody else.
        KeyReused = "key_reused",
        /// Only organisers add people to this event.
        AskOrganisers = "ask_organisers",
    }
}

/// What a device is told of a scan.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The scan's key.
    pub key: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Whose it was, where that is known.
    pub who: Option<registrations::Row>,
    /// Where and when they had come in before.
    pub earlier: Option<(String, Instant)>,
}

impl App {
    /// Until when a device may keep names.
    pub fn desk_closes(&self, event: &Event) -> Instant {
        event.schedule.ends_at + Duration::hours(KEPT_HOURS)
    }

    /// Everybody whom a device must know, in the order of their row numbers; nobody once the time for it is over.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn desk_roster(&self, event: &Event, now: Instant) -> Result<Vec<registrations::Row>, AppError> {
        if now >= self.desk_closes(event) { Ok(Vec::new()) } else { self.everybody_at(event.id, &KNOWN).await }
    }

    /// Writes down that a device took the names with it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn note_desk_roster(&self, event: &Event, rows: usize, actor: Actor, now: Instant) -> Result<(), AppError> {
        let mut entry = Entry::of_event(actor, Deed::RegistrationsExported, None, event);
        entry.change = Change::to(&serde_json::json!({ "rows": rows, "desk": true }));
        self.note_deed(entry, now).await
    }

    /// Takes the scans of one device, in their order; answers each. `may_enter`: whether people who are not on the list are added.
    ///
    /// # Errors
    /// For all of them together, with nothing of them written but people who were added: `WrongEventState` for a draft or called-off
    /// event; faults.
    pub async fn take_scans(
        &self,
        event: &Event,
        device: &str,
        scans: Vec<Scan>,
        may_enter: bool,
        actor: Actor,
        now: Instant,
    ) -> Result<Vec<Taken>, AppError> {
        let mut looked_up = Vec::with_capacity(scans.len());
        for scan in &scans {
            let came = believable(scan.at, now);
            looked_up.push(self.whose(event, &scan.who, came, may_enter, actor, now).await?);
        }
        let (id, app, device) = (event.id, self.clone(), device.to_owned());
        let marks: Vec<(CheckIn, Result<RegistrationId, Outcome>)> = scans
            .into_iter()
            .zip(looked_up)
            .map(|(scan, whose)| {
                let registration = whose.unwrap_or(RegistrationId(0));
                let at = believable(scan.at, now);
                let (device, key) = (Some(device.clone()), Some(scan.key));
                (CheckIn { event: id, registration, source: ProofSource::Door, at, left_at: None, device, key }, whose)
            })
            .collect();
        self.db
            .write(Scope::Event(id), move |tx| {
                // Whose mandate is over has no seat, also before anybody noted it.
                app.take_out_of(tx, id, now)?;
                let take = |(mark, whose): &(CheckIn, Result<RegistrationId, Outcome>)| match whose {
                    Ok(_) => take(tx, mark, actor, now),
                    Err(outcome) => Ok(Taken { key: mark.key.clone().unwrap_or_default(), outcome: *outcome, who: None, earlier: None }),
                };
                marks.iter().map(take).collect()
            })
            .await
    }

    async fn whose(
        &self,
        event: &Event,
        who: &Presented,
        came: Instant,
        may_enter: bool,
        actor: Actor,
        now: Instant,
    ) -> Result<Result<RegistrationId, Outcome>, AppError> {
        let found = match who {
            Presented::Pass(text) => self.registration_of_pass(event.id, &event.slug, text).await.map(|(id, _)| id),
            Presented::Name(reference) => match self.registration_ids(reference).await {
                Ok((id, of)) if of == event.id => Ok(id),
                Ok(_) => Err(AppError::NotFound),
                Err(other) => Err(other),
            },
            Presented::WalkIn(entry) => return self.walk_in(event, entry, came, may_enter, actor, now).await,
        };
        match found {
            Ok(id) => Ok(Ok(id)),
            Err(AppError::Pass(pass::Refusal::Foreign)) => Ok(Err(Outcome::Foreign)),
            Err(AppError::Pass(pass::Refusal::Altered)) => Ok(Err(Outcome::Altered)),
            Err(AppError::Pass(pass::Refusal::OtherEvent)) => Ok(Err(Outcome::OtherEvent)),
            Err(AppError::Pass(pass::Refusal::Unknown) | AppError::NotFound) => Ok(Err(Outcome::Unknown)),
            Err(other) => Err(other),
        }
    }

    /// Somebody who is not on the device's list: whoever is registered all the same is found by their address, anybody else is added.
    async fn walk_in(
        &self,
        event: &Event,
        entry: &Entering,
        came: Instant,
        may_enter: bool,
        actor: Actor,
        now: Instant,
    ) -> Result<Result<RegistrationId, Outcome>, AppError> {
        let (id, key) = (event.id, entry.email.key());
        let known = self
            .db
            .read(move |conn| {
                let Some(person) = people::by_email_keys(conn, std::slice::from_ref(&key))?.remove(&key) else { return Ok(None) };
                Ok::<_, AppError>(registrations::of_people(conn, id, &[person.id])?.remove(&person.id))
            })
            .await?;
        match known {
            // Who was refused is not let in by a form at the door.
            Some(row) if row.state == State::Rejected => Ok(Ok(row.id)),
            Some(row) if row.state.is_active() && row.state != State::Pending => Ok(Ok(row.id)),
            _ if !may_enter => Ok(Err(Outcome::AskOrganisers)),
            _ => {
                let entered = match self.enter_as_of(id, vec![entry.clone()], came, actor, now).await {
                    // Came when the event was over: that must not hold up what else the device saw.
                    Err(AppError::NotOpen(_) | AppError::ModeNotOffered) => return Ok(Err(Outcome::AskOrganisers)),
                    other => other?,
                };
                let reference = entered.into_iter().next().ok_or(AppError::NotFound)?.reference;
                Ok(Ok(self.registration_ids(&reference).await?.0))
            }
        }
    }
}

/// Never ahead of now, whatever the device's clock says.
fn believable(at: Instant, now: Instant) -> Instant {
    if at > now || at < now - Duration::days(OLDEST_DAYS) { now } else { at }
}

fn take(tx: &mut Tx<'_>, mark: &CheckIn, actor: Actor, now: Instant) -> Result<Taken, AppError> {
    let row = registrations::by_id(tx, mark.registration)?;
    let told = |outcome, who, earlier| Taken { key: mark.key.clone().unwrap_or_default(), outcome, who, earlier };
    // Who lost their seat after they were seen at the door was there; not so whose mandate had ended before, which is only found out now.
    let was_shut_out = match row.reason.as_ref().map(|reason| &reason.0) {
        Some(Reason::MandateEnded { on }) => on.is_some_and(|last| last < brussels(mark.at).0),
        _ => false,
    };
    let had_left = matches!(row.state, State::Withdrawn | State::Cancelled) && (was_shut_out || row.state_since.0 <= mark.at);
    if had_left && !is_known(tx, mark)? {
        return Ok(told(Outcome::Withdrawn, Some(row), None));
    }
    match check_in(tx, mark, actor, now) {
        Ok(done) if !done.present && is_denied(tx, mark)? => Ok(told(Outcome::NotCounted, Some(row), None)),
        Ok(done) if !done.first => {
            let earlier = earlier(tx, mark)?;
            Ok(told(Outcome::Already, Some(row), earlier))
        }
        Ok(_) => Ok(told(if row.state == State::Confirmed { Outcome::In } else { Outcome::NoSeat }, Some(row), None)),
        Err(AppError::WrongState(_)) => Ok(told(Outcome::NoPlace, Some(row), None)),
        Err(AppError::NotFound) => Ok(told(Outcome::Unknown, None, None)),
        Err(AppError::KeyReused) => Ok(told(Outcome::KeyReused, None, None)),
        Err(other) => Err(other),
    }
}

/// Whether staff's word stands that they were not there.
fn is_denied(tx: &mut Tx<'_>, mark: &CheckIn) -> Result<bool, AppError> {
    Ok(attendance::of_registration(tx, mark.registration)?.iter().any(|proof| proof.revoked_at.is_none() && proof.denies))
}

/// Whether this scan was taken before: then it gets the answer it got, whatever happened since.
fn is_known(tx: &mut Tx<'_>, mark: &CheckIn) -> Result<bool, AppError> {
    match &mark.key {
        Some(key) => Ok(attendance::by_key(tx, mark.event, key)?.is_some()),
        None => Ok(false),
    }
}

/// By which device and when they had come in.
fn earlier(tx: &mut Tx<'_>, mark: &CheckIn) -> Result<Option<(String, Instant)>, AppError> {
    let proofs = attendance::of_registration(tx, mark.registration)?;
    let other = proofs.into_iter().find(|proof| proof.revoked_at.is_none() && !proof.denies && proof.key != mark.key);
    Ok(other.map(|proof| (proof.device.unwrap_or_default(), proof.at.0)))
}
