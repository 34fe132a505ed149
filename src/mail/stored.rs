//! What a row of the outbox says, read back. It must not know the row.

use std::sync::Arc;

use serde::Deserialize;

use super::message::{EventFacts, Snapshot};

/// What a mail says to the person, and of its event, where it is about one.
pub type Says = (Snapshot, Option<Arc<EventFacts>>);

/// Reads what a mail says. `event` is what is kept beside the row; once it stood in
/// the row itself.
///
/// # Errors
/// When what is stored cannot be read; says so.
pub fn read(snapshot: &str, event: Option<&Arc<EventFacts>>) -> Result<Says, String> {
    #[derive(Deserialize)]
    struct Whole {
        event: Option<EventFacts>,
    }
    let unreadable = |e: serde_json::Error| format!("the stored text cannot be read: {e}");
    let mail = serde_json::from_str(snapshot).map_err(unreadable)?;
    let event = match event {
        Some(event) => Some(event.clone()),
        None => serde_json::from_str::<Whole>(snapshot).map_err(unreadable)?.event.map(Arc::new),
    };
    Ok((mail, event))
}
