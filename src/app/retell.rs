//! What mails that may still go say of an event follows the event. It must not know how mails look, or who gets them.

use super::ledger::{facts_of, json};
use crate::db::event_facts::Untold;
use crate::db::events::Stored;
use crate::db::{DbError, Tx, event_facts};
use crate::domain::platform::Platform;
use crate::mail::message::EventFacts;

/// Lets every mail that is still to go, or failed and may be tried again, say the event as it is now. To be called after any change.
///
/// Mails of a person's place keep the time and the way of meeting that they were written for: their invitation bears the SEQUENCE
/// of then, and another mail says what changed from and to.
pub(super) fn retell(tx: &mut Tx<'_>, stored: &Stored, platform: &Platform) -> Result<(), DbError> {
    let event = stored.event.id;
    for words in event_facts::untold(tx, event)? {
        let Ok(before) = serde_json::from_str::<EventFacts>(&words.facts) else {
            // It cannot be sent either, and that is where staff is told.
            tracing::error!(%event, kept = %words.id, "what mails say of an event cannot be read");
            continue;
        };
        let after = told_now(stored, platform, &words, &before);
        if after != before {
            let now = event_facts::keep(tx, event, &json(&after)?)?;
            event_facts::retell(tx, &words, now)?;
        }
    }
    Ok(())
}

fn told_now(stored: &Stored, platform: &Platform, words: &Untold, before: &EventFacts) -> EventFacts {
    let now = EventFacts {
        announced: before.announced.clone(),
        // Who was to be told how to join is told how one joins now.
        join_link: before.join_link.as_ref().and(stored.event.place.join_link.clone()),
        answer_before: before.answer_before.map(|_| stored.event.schedule.closes_at),
        ..facts_of(stored, platform, words.language)
    };
    if !words.of_place {
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
