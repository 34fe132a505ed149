//! Staff lets somebody be told once more where they stand: a mail of its own that says what holds now, never an old one again.

use chrono::Duration;

use super::answered::carried;
use super::ledger::{Ledger, Move};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::outbox::{MailStatus, Row as Mail};
use crate::db::{Scope, mail_room, registrations};
use crate::domain::ids::RegistrationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::registration::{Cause, State, owed_mail};
use crate::mail::message::Snapshot;

/// Minutes after which somebody can be told again: as long as a form that is sent again waits.
const AGAIN_MINUTES: i64 = 10;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The mail is owed.
    Owed,
    /// One that says it is still to be sent.
    OnItsWay,
    /// One that says it went out a moment ago.
    JustNow,
    /// There is nothing to be told any more: the event is over, the time to prove the address is, or nobody was ever told.
    Nothing,
}

impl App {
    /// Owes a mail that says where a registration stands now, to its address: with the same calendar UID and SEQUENCE as the last one,
    /// a newer DTSTAMP, and a Message-ID of its own.
    ///
    /// # Errors
    /// `NotFound` when there is no such registration or it was erased.
    pub async fn tell_again(&self, id: RegistrationId, actor: Actor, now: Instant) -> Result<Told, AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                // Opening may move them: what is told is where they stand after it.
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                ledger.write_rows(tx)?;
                let row = registrations::by_id(tx, id)?;
                if row.erased_at.is_some() {
                    return Err(AppError::NotFound);
                }
                let last = mail_room::last_standing(tx, id)?;
                let told = verdict(&ledger, &row, last.as_ref());
                if told == Told::Owed {
                    let was_invited = last.as_ref().is_some_and(was_invited);
                    let place = match row.waiting_no {
                        Some(number) => Some(registrations::waiting_place(tx, event, row.mode, number)?),
                        None => None,
                    };
                    let moved = Move { was_invited, answered: carried(tx, &row)?, ..Move::new(Cause::ToldAgain, actor, &row) };
                    ledger.record(tx, &row, moved, place)?;
                    if !row.state.is_active() {
                        // Whoever is out learns no new time or room: the event stays as they knew it.
                        ledger.say_as_before(last.as_ref().and_then(|mail| mail.facts_id));
                    }
                    let change = Change::to(&serde_json::json!({ "state": row.state }));
                    ledger.write_down_of(tx, actor, Deed::ToldAgain, &row, change);
                }
                ledger.close(tx, false)?;
                Ok(told)
            })
            .await
    }
}

fn verdict(ledger: &Ledger, row: &registrations::Row, last: Option<&Mail>) -> Told {
    let now = ledger.now;
    let lapsed = row.state == State::Pending && row.prove_before.is_none_or(|until| now >= until.0);
    // An event that was called off is over as well once its time has passed.
    let is_over = now >= ledger.stored.event.schedule.ends_at;
    let Some(kind) = owed_mail(Cause::ToldAgain, Some(row.state), row.state).filter(|_| !lapsed && !is_over) else {
        return Told::Nothing;
    };
    if row.state_since.0 == now {
        // This work has moved them itself, and owes the mail that says so.
        return Told::OnItsWay;
    }
    match last {
        Some(mail) if mail.status == MailStatus::Queued => Told::OnItsWay,
        Some(mail) if mail.sent_at.is_some_and(|at| now < at.0 + Duration::minutes(AGAIN_MINUTES)) => Told::JustNow,
        // Whoever stepped back before they proved the address was told nothing of it, and is not now.
        Some(mail) if row.state.is_active() || mail.kind == kind => Told::Owed,
        _ => Told::Nothing,
    }
}

/// Whether the calendar held the event before what the mail says: only then there is something to take out of it.
fn was_invited(mail: &Mail) -> bool {
    serde_json::from_str::<Snapshot>(&mail.snapshot).is_ok_and(|says| says.was_invited())
}
