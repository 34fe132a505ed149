//! Doors of platforms for members: a mandate past its end closes them in the same second, for it is the roster that is asked, whenever
//! somebody comes. What follows from it (the place given back, the next in line, the mail) is done before any other work on the event,
//! right after the roster was written, and at the change of the day.

use super::guests::of_member::is_told;
use super::ledger::Ledger;
use super::offers::{is_worth_telling, unoffered};
use super::roster::questions::take_back_unsent;
use super::withdraw::step_back;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{AnyConn, DbError, Scope, Tx, events, invitations, members, offers, outbox, people, platforms, registrations};
use crate::domain::admission::{Basis, Shut, shut};
use crate::domain::event::EventStatus;
use crate::domain::ids::{EventId, MailId, PlatformId};
use crate::domain::platform::{Audience, Platform};
use crate::domain::registration::{Cause, MailKind};
use crate::domain::seats::Reason;
use crate::i18n::format::brussels;

/// What keeps the owner of an address out of a platform now; `None` when the door is open.
pub(super) fn shut_out(conn: &mut AnyConn, platform: &Platform, basis: Basis, email_key: &str, now: Instant) -> Result<Option<Shut>, DbError> {
    if platform.audience != Audience::Members || basis == Basis::Personal {
        return Ok(None);
    }
    let mandates = members::mandates_of(conn, platform.id, email_key)?;
    Ok(shut(platform.audience, basis, &mandates, brussels(now).0))
}

/// The same of the owner of a registration.
pub(super) fn owner_shut_out(conn: &mut AnyConn, platform: &Platform, row: &registrations::Row, now: Instant) -> Result<Option<Shut>, DbError> {
    // Who is there stays.
    if platform.audience != Audience::Members || row.basis == Basis::Personal || row.present {
        return Ok(None);
    }
    let Some(id) = row.person_id else { return Ok(None) };
    let key = people::by_ids(conn, &[id])?.remove(&id).map(|person| person.email_key).unwrap_or_default();
    shut_out(conn, platform, row.basis, &key, now)
}

/// On what a call to each of these addresses rests, made now. Asks the roster once.
pub(super) struct Holders(std::collections::HashSet<String>);

impl Holders {
    /// Those of a platform; nobody where no mandate is asked for.
    pub fn of(conn: &mut AnyConn, platform: &Platform, now: Instant) -> Result<Self, DbError> {
        Ok(Self(match platform.audience {
            Audience::Members => members::holders(conn, platform.id, brussels(now).0)?,
            Audience::Open | Audience::Approval => std::collections::HashSet::new(),
        }))
    }

    /// On what a call to this address rests.
    pub fn basis(&self, email_key: &str) -> Basis {
        if self.0.contains(email_key) { Basis::Mandate } else { Basis::Personal }
    }

    /// Whether an invitation on this basis lets nobody in now.
    pub fn shut_out(&self, platform: &Platform, basis: Basis, email_key: Option<&str>) -> bool {
        platform.audience == Audience::Members && basis == Basis::Mandate && email_key.is_none_or(|key| !self.0.contains(key))
    }
}

/// Takes those out of an event whose mandate is over, and gives their seats to whoever is next. Part of opening the work on an event,
/// so that nothing is given or told to anybody who is shut out.
pub(super) fn take_out(tx: &mut Tx<'_>, ledger: &mut Ledger) -> Result<(), DbError> {
    let event = &ledger.stored.event;
    if ledger.platform.audience != Audience::Members || event.status != EventStatus::Published || event.is_held(ledger.now) {
        return Ok(());
    }
    // Until this work is done nobody ends a mandate that it relies on.
    members::hold(tx, ledger.platform.id)?;
    let today = brussels(ledger.now).0;
    let fallen = members::fallen(tx, event.id, today)?;
    if fallen.is_empty() {
        return Ok(());
    }
    for (row, key) in fallen {
        let mandates = members::mandates_of(tx, ledger.platform.id, &key)?;
        let on = shut(ledger.platform.audience, row.basis, &mandates, today).and_then(|shut| shut.ended);
        // What is still owed tells of the event: it is not for them any more.
        let telling: Vec<MailKind> = MailKind::ALL.iter().copied().filter(|kind| !kind.only_parts()).collect();
        outbox::abort_of_registration(tx, row.id, &telling)?;
        step_back(tx, ledger, row, Cause::MandateEnded, Actor::System, Reason::MandateEnded { on })?;
    }
    ledger.settle(tx)
}

impl App {
    /// Takes everybody out of events to come whose mandate is over; answers how many events were looked after.
    ///
    /// # Errors
    /// When the database cannot be reached; the next round goes on.
    pub async fn close_doors(&self, now: Instant) -> Result<usize, AppError> {
        self.close_doors_of(None, now).await
    }

    /// What follows from a roster that was just written. It was written whatever comes of this: the doors are closed, and what is left
    /// undone here is done by the timers.
    pub(super) async fn follow_roster(&self, platform: Option<PlatformId>, now: Instant) {
        if let Err(error) = self.close_doors_of(platform, now).await {
            tracing::warn!(error = %error, "places whose mandate ended are given back by the timers");
        }
    }

    async fn close_doors_of(&self, platform: Option<PlatformId>, now: Instant) -> Result<usize, AppError> {
        let today = brussels(now).0;
        let due = self.db.read(move |conn| Ok::<_, AppError>(members::events_with_fallen(conn, platform, today, now)?)).await?;
        for event in &due {
            self.close_doors_at(*event, now).await?;
        }
        Ok(due.len())
    }

    async fn close_doors_at(&self, event: EventId, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        // Opening the work on an event takes them out.
        self.db.write(Scope::Event(event), move |tx| Ok::<_, AppError>(Ledger::open(&app, tx, event, now)?.close(tx, false)?)).await
    }

    /// [`take_out`] for work that does not go through the ledger.
    pub(super) fn take_out_of(&self, tx: &mut Tx<'_>, event: EventId, now: Instant) -> Result<(), DbError> {
        let platform = events::by_id(tx, event)?.event.platform_id;
        if platforms::by_id(tx, platform)?.audience != Audience::Members {
            return Ok(());
        }
        Ledger::open(self, tx, event, now)?.close(tx, false)
    }

    /// Whether a mail that is about to go would tell somebody of an event who is shut out of it now, or ask about a mandate that is over or
    /// confirmed, or where nobody is to be asked any more, or of a guest to who is no member any more, or offer a seat that is no longer to
    /// be had. Such a mail is called off.
    ///
    /// # Errors
    /// When the database cannot be reached: the mail waits.
    pub async fn hold_back(&self, mail: MailId, now: Instant) -> Result<bool, AppError> {
        if !self.db.read(move |conn| tells_an_outsider(conn, mail, now)).await? {
            return Ok(false);
        }
        self.db
            .write(Scope::Concern("outbox"), move |tx| {
                outbox::set_status(tx, mail, outbox::MailStatus::Aborted, now, None)?;
                unoffered(tx, mail, now)?;
                unasked(tx, mail, now)
            })
            .await?;
        Ok(true)
    }
}

/// A question that was about to go when its platform stopped asking was never put.
fn unasked(tx: &mut Tx<'_>, mail: MailId, now: Instant) -> Result<(), AppError> {
    let Some(id) = outbox::by_id(tx, mail)?.and_then(|mail| mail.member_id) else { return Ok(()) };
    let Some(row) = members::by_ids(tx, &[id])?.remove(&id) else { return Ok(()) };
    members::lock(tx, Some(row.platform_id))?;
    let platform: Platform = platforms::by_id(tx, row.platform_id)?.into();
    if platform.asks_its_holders() { Ok(()) } else { take_back_unsent(tx, platform.id, now) }
}

fn tells_an_outsider(conn: &mut AnyConn, mail: MailId, now: Instant) -> Result<bool, AppError> {
    let Some(mail) = outbox::by_id(conn, mail)?.filter(|mail| !mail.kind.only_parts()) else { return Ok(false) };
    let platform_of = |conn: &mut AnyConn, event: EventId| -> Result<Platform, DbError> {
        let platform = events::by_id(conn, event)?.event.platform_id;
        Ok(platforms::by_id(conn, platform)?.into())
    };
    if let Some(id) = mail.invitation_id {
        let row = invitations::by_id(conn, id)?;
        let platform = platform_of(conn, row.event_id)?;
        return Ok(shut_out(conn, &platform, row.basis, row.email_key.as_deref().unwrap_or_default(), now)?.is_some());
    }
    if let Some(id) = mail.member_id {
        // Asked is only whose mandate may still be confirmed today, and only as long as an organiser wants it.
        let Some(row) = members::by_ids(conn, &[id])?.remove(&id) else { return Ok(true) };
        let platform: Platform = platforms::by_id(conn, row.platform_id)?.into();
        return Ok(!(platform.asks_its_holders() && row.known()?.is_unconfirmed(brussels(now).0)));
    }
    if let Some(id) = mail.offer_id {
        let offer = offers::by_id(conn, id)?;
        return Ok(!is_worth_telling(conn, &offer, now)?);
    }
    let Some(id) = mail.registration_id else { return Ok(false) };
    let row = registrations::by_id(conn, id)?;
    let platform = platform_of(conn, row.event_id)?;
    if mail.kind == MailKind::GuestOutcome {
        let event = events::by_id(conn, row.event_id)?.event;
        return Ok(!is_told(conn, &row, &event, &platform, now)?);
    }
    Ok(owner_shut_out(conn, &platform, &row, now)?.is_some())
}
