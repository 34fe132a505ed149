//! What mails that may still go say of an event follows the event. It must not know how mails look, or who gets them.

use super::ledger::{facts_of, json};
use crate::db::events::Stored;
use crate::db::{DbError, Tx, event_facts};
use crate::domain::language::Language;
use crate::domain::platform::Platform;
use crate::mail::message::EventFacts;

/// Lets every mail that is still to go, or failed and may be tried again, say the event as it is now. To be called after any change.
///
/// Mails of a person's place keep the time and the way of meeting that they were written for: their invitation bears the SEQUENCE
/// of then, and another mail says what changed from and to.
pub(super) fn retell(tx: &mut Tx<'_>, stored: &Stored, platform: &Platform) -> Result<(), DbError> {
    let event = stored.event.id;
    for (kept, language, said) in event_facts::untold(tx, event)? {
        let Ok(before) = serde_json::from_str::<EventFacts>(&said) else {
            // It cannot be sent either, and that is where staff is told.
            tracing::error!(%event, %kept, "what mails say of an event cannot be read");
            continue;
        };
        let after = told_now(stored, platform, language, &before);
        if after != before {
            let now = event_facts::keep(tx, event, &json(&after)?)?;
            event_facts::retell(tx, kept, language, now)?;
        }
    }
    Ok(())
}

fn told_now(stored: &Stored, platform: &Platform, language: Language, before: &EventFacts) -> EventFacts {
    let now = EventFacts { announced: before.announced.clone(), ..facts_of(stored, platform, language) };
    if before.answer_before.is_some() {
        return EventFacts { answer_before: Some(stored.event.schedule.closes_at), ..now };
    }
    if before.announced.is_some() {
        return now;
    }
    EventFacts {
        starts_at: before.starts_at,
        ends_at: before.ends_at,
        format: before.format,
        venue: before.venue.clone(),
        join_link: before.join_link.clone(),
        called_off: before.called_off,
        ..now
    }
}
