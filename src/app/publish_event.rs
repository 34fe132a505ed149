//! A draft becomes public, once nothing is missing in any language.

use super::journal::Entry;
use super::save_event::{fresh, still_open};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, events};
use crate::domain::event::EventStatus;
use crate::domain::ids::EventId;
use crate::domain::journal::Deed;

impl App {
    /// Publishes a draft. Publishing what is published answers the same.
    ///
    /// # Errors
    /// `Incomplete` with the gaps, `Stale`, `WrongEventState` when it was called off or is over, or its quarter is closed.
    pub async fn publish_event(&self, id: EventId, revision: Option<i32>, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(id), move |tx| {
                let mut stored = events::by_id(tx, id)?;
                match stored.event.status {
                    EventStatus::Published => return Ok(()),
                    EventStatus::CalledOff => return Err(AppError::WrongEventState("called_off")),
                    EventStatus::Draft => {}
                }
                fresh(&stored, revision)?;
                if now >= stored.event.schedule.ends_at {
                    return Err(AppError::WrongEventState("past"));
                }
                still_open(tx, stored.event.platform_id, stored.event.edition)?;
                let gaps = stored.event.gaps();
                if !gaps.is_empty() {
                    return Err(AppError::Incomplete(gaps));
                }
                let before = stored.event.clone();
                stored.event.status = EventStatus::Published;
                stored.event.revision += 1;
                events::update(tx, &stored, now)?;
                app.write_down(tx, Entry::of_event(actor, Deed::EventPublished, Some(&before), &stored.event), now);
                Ok(())
            })
            .await
    }
}
