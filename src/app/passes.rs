//! Whose pass was shown: codes are derived, never stored, so that the database alone makes none.
//!
//! Which code is whose at an event is worked out once in each process and kept; a code that is not found there is looked for anew,
//! because somebody may have registered since.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::{App, AppError};
use crate::db::registrations;
use crate::domain::ids::{EventId, Reference, RegistrationId, Slug};
use crate::domain::pass::{Code, Refusal};

/// Events of which it is kept at once: some hundred bytes for each registration.
const KEPT: usize = 16;

/// Whose codes are whose, of the events that were asked for last.
#[derive(Debug, Default)]
pub struct Passes(Mutex<HashMap<EventId, HashMap<Code, Holder>>>);

/// Which registration has a pass.
pub type Holder = (RegistrationId, Reference);

impl Passes {
    fn find(&self, event: EventId, code: Code) -> Option<Holder> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&event)?.get(&code).cloned()
    }

    fn keep(&self, event: EventId, codes: HashMap<Code, Holder>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT && !kept.contains_key(&event) {
            kept.clear();
        }
        kept.insert(event, codes);
    }
}

impl App {
    /// The code of a registration's pass.
    pub fn pass_of(&self, reference: &Reference) -> Code {
        self.secrets.pass(reference)
    }

    /// Whose pass this is, as scanned or typed at the door of an event.
    ///
    /// # Errors
    /// `Pass`, which says what else it is.
    pub async fn registration_of_pass(&self, event: EventId, slug: &Slug, text: &str) -> Result<Holder, AppError> {
        let code = Code::scanned(text, slug).map_err(AppError::Pass)?;
        if let Some(known) = self.passes.find(event, code) {
            return Ok(known);
        }
        let rows = self.db.read(move |conn| Ok::<_, AppError>(registrations::references_at(conn, event)?)).await?;
        let codes: HashMap<Code, Holder> = rows.into_iter().map(|holder| (self.pass_of(&holder.1), holder)).collect();
        // Before it is kept: what others look for may push it out at once.
        let found = codes.get(&code).cloned();
        self.passes.keep(event, codes);
        found.ok_or(AppError::Pass(Refusal::Unknown))
    }
}
