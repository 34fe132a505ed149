//! What goes out relative to the start: reminders, and the link to join to those who attend online. Both move with a reschedule, are not
//! sent twice, and not sent late.

use std::collections::HashMap;

use chrono::Duration;

use super::ledger::{Ledger, Move};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{AnyConn, DbError, Scope, Tx, events, outbox, platforms, registrations, timers};
use crate::domain::event::EventStatus;
use crate::domain::ids::{EventId, PlatformId};
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, MailKind, State};

/// What is later than this fraction of its lead says something that is no longer true ("in a week").
const LATE_FRACTION: i32 = 8;

/// And yet this much is not late: the timers look every few seconds.
const NOT_LATE: Duration = Duration::minutes(1);

/// The mails that told somebody with a seat online the link to join.
const TOLD: [MailKind; 3] = [MailKind::RegistrationConfirmed, MailKind::Promoted, MailKind::EventChanged];

/// What goes out so many minutes before the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Lead {
    /// A reminder: one for each lead.
    Reminder(u32),
    /// The link to join: one for each start, whatever the lead was meanwhile.
    Join(u32),
}

impl Lead {
    fn before(self, starts: Instant) -> Instant {
        let (Self::Reminder(minutes) | Self::Join(minutes)) = self;
        starts - Duration::minutes(i64::from(minutes))
    }

    fn is_done(self, conn: &mut AnyConn, event: EventId, starts: Instant) -> Result<bool, DbError> {
        match self {
            Self::Reminder(minutes) => timers::reminder_done(conn, event, minutes, starts),
            Self::Join(_) => timers::join_details_done(conn, event, starts),
        }
    }

    fn note(self, tx: &mut Tx<'_>, event: EventId, starts: Instant, now: Instant) -> Result<(), DbError> {
        match self {
            Self::Reminder(minutes) => timers::note_reminder(tx, event, minutes, starts, now),
            Self::Join(_) => timers::note_join_details(tx, event, starts, now),
        }
    }
}

impl App {
    /// Owes what fell due before events; answers how many times something was looked after.
    ///
    /// # Errors
    /// The first fault; the other events are looked after all the same, and the next round goes on.
    pub async fn remind(&self, now: Instant) -> Result<usize, AppError> {
        let due = self.db.read(move |conn| due(conn, now)).await?;
        let mut first = Ok(due.len());
        for (event, lead) in &due {
            // One event that cannot be looked after keeps nobody else's reminders back.
            if let Err(e) = self.remind_event(*event, *lead, now).await {
                tracing::error!(event = event.0, error = %e, "the reminders of an event are not owed; they are tried again");
                first = first.and(Err(e));
            }
        }
        first
    }

    async fn remind_event(&self, event: EventId, lead: Lead, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let stored = &ledger.stored.event;
                let starts = stored.schedule.starts_at;
                let at = lead.before(starts);
                let is_due = stored.status == EventStatus::Published && now >= at && now < starts;
                if is_due && !lead.is_done(tx, event, starts)? {
                    lead.note(tx, event, starts, now)?;
                    if now - at <= ((starts - at) / LATE_FRACTION).max(NOT_LATE) {
                        tell(tx, &mut ledger, lead, at)?;
                    }
                }
                ledger.close(tx, false)?;
                Ok(())
            })
            .await
    }
}

/// Owes it to those with a seat: a reminder to all, the link to those online who have not been sent it since it fell due.
fn tell(tx: &mut Tx<'_>, ledger: &mut Ledger, lead: Lead, at: Instant) -> Result<(), DbError> {
    let event = ledger.stored.event.id;
    let mut people = registrations::in_states(tx, event, &[State::Confirmed])?;
    let cause = match lead {
        Lead::Reminder(_) => Cause::Reminded,
        Lead::Join(_) => {
            let told = outbox::told_at_since(tx, event, at, &TOLD)?;
            let has_link = ledger.stored.event.place.join_link.is_some();
            people.retain(|row| has_link && row.mode == Mode::Online && !told.contains(&row.id));
            Cause::ToldHowToJoin
        }
    };
    for row in people {
        let moved = Move::new(cause, Actor::System, &row);
        ledger.record(tx, &row, moved, None)?;
    }
    Ok(())
}

/// Events and leads whose moment has come and that were not looked after yet. Asked every few seconds: four queries, however many events.
fn due(conn: &mut AnyConn, now: Instant) -> Result<Vec<(EventId, Lead)>, AppError> {
    let leads: HashMap<PlatformId, Vec<Lead>> = platforms::all(conn)?.into_iter().map(|row| (row.id, leads_of(&row))).collect();
    let Some(first) = leads.values().flatten().map(|lead| now - lead.before(now)).max() else { return Ok(Vec::new()) };
    let ahead = events::ahead(conn, now, now + first)?;
    let ids: Vec<EventId> = ahead.iter().map(|event| event.id).collect();
    let (reminded, joined) = (timers::reminders_done(conn, &ids)?, timers::joins_done(conn, &ids)?);
    let mut due = Vec::new();
    for event in &ahead {
        let is_open = |lead: &&Lead| match lead {
            Lead::Reminder(minutes) => !reminded.contains(&(event.id, *minutes, event.starts_at)),
            Lead::Join(_) => event.has_link && !joined.contains(&(event.id, event.starts_at)),
        };
        let of_it = leads.get(&event.platform_id).into_iter().flatten();
        due.extend(of_it.filter(|lead| now >= lead.before(event.starts_at)).filter(is_open).map(|lead| (event.id, *lead)));
    }
    Ok(due)
}

fn leads_of(row: &platforms::Row) -> Vec<Lead> {
    let join = row.join_details_minutes.and_then(|minutes| u32::try_from(minutes).ok());
    row.reminder_minutes.0.iter().copied().map(Lead::Reminder).chain(join.map(Lead::Join)).collect()
}
