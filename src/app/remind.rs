//! Reminders, relative to the start. They move with a reschedule, are not sent twice, and not sent late.

use chrono::Duration;

use super::ledger::{Ledger, Move};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, events, platforms, registrations, timers};
use crate::domain::event::EventStatus;
use crate::domain::ids::EventId;
use crate::domain::registration::{Cause, State};

/// A reminder later than this fraction of its lead says something that is no longer true ("in a week").
const LATE_FRACTION: i32 = 8;

impl App {
    /// Owes the reminders that fell due; answers how many events were looked after.
    pub async fn remind(&self, now: Instant) -> Result<usize, AppError> {
        let due = self.db.read(move |conn| due(conn, now)).await?;
        for (event, minutes) in &due {
            self.remind_event(*event, *minutes, now).await?;
        }
        Ok(due.len())
    }

    async fn remind_event(&self, event: EventId, minutes: u32, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let stored = &ledger.stored.event;
                let starts = stored.schedule.starts_at;
                let at = starts - Duration::minutes(i64::from(minutes));
                if stored.status != EventStatus::Published || now < at || now >= starts || timers::reminder_done(tx, event, minutes, starts)? {
                    ledger.close(tx, false)?;
                    return Ok(());
                }
                timers::note_reminder(tx, event, minutes, starts, now)?;
                if now - at <= (starts - at) / LATE_FRACTION {
                    for row in registrations::in_states(tx, event, &[State::Confirmed])? {
                        let moved = Move::new(Cause::Reminded, Actor::System, &row);
                        ledger.record(tx, &row, moved, None)?;
                    }
                }
                ledger.close(tx, false)?;
                Ok(())
            })
            .await
    }
}

/// Events and leads whose moment has come and that were not looked after yet.
fn due(conn: &mut crate::db::AnyConn, now: Instant) -> Result<Vec<(EventId, u32)>, AppError> {
    let leads: std::collections::HashMap<_, _> = platforms::all(conn)?.into_iter().map(|p| (p.id, p.reminder_minutes.0)).collect();
    let mut due = Vec::new();
    for stored in events::list(conn, &events::Filter { ends_after: Some(now), without_drafts: true, ..Default::default() })? {
        let event = &stored.event;
        if event.status != EventStatus::Published || now >= event.schedule.starts_at {
            continue;
        }
        for minutes in leads.get(&event.platform_id).into_iter().flatten() {
            if now >= event.schedule.starts_at - Duration::minutes(i64::from(*minutes))
                && !timers::reminder_done(conn, event.id, *minutes, event.schedule.starts_at)?
            {
                due.push((event.id, *minutes));
            }
        }
    }
    Ok(due)
}
