//! What staff sees besides events and lists: places in line, and who is present.

use std::collections::HashMap;

use super::{App, AppError};
use crate::db::{figures, registrations};
use crate::domain::ids::{EventId, RegistrationId};
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::sector::Sector;

impl App {
    /// How many people are marked present in each way of attending.
    pub async fn present_at(&self, event: EventId) -> Result<HashMap<Mode, u32>, AppError> {
        self.db
            .read(move |conn| {
                let mut present = HashMap::new();
                for group in figures::of_event(conn, event)?.into_iter().filter(|group| group.present) {
                    *present.entry(group.mode).or_default() += u32::try_from(group.count).unwrap_or(u32::MAX);
                }
                Ok(present)
            })
            .await
    }

    /// Everybody at an event in one of these states, whose data is not erased, in the order they registered.
    pub async fn everybody_at(&self, event: EventId, states: &'static [State]) -> Result<Vec<registrations::Row>, AppError> {
        self.db
            .read(move |conn| {
                let mut rows = registrations::in_states(conn, event, states)?;
                rows.retain(|row| row.erased_at.is_none());
                Ok(rows)
            })
            .await
    }

    /// The place in line, from 1, of everybody who waits at an event.
    pub async fn waiting_places(&self, event: EventId) -> Result<HashMap<RegistrationId, u32>, AppError> {
        self.db
            .read(move |conn| {
                let mut places = HashMap::new();
                for mode in Mode::ALL {
                    let queue = registrations::queue(conn, event, *mode, Sector::ALL, i64::MAX)?;
                    places.extend((1..).zip(queue).map(|(place, waiting)| (waiting.registration, place)));
                }
                Ok(places)
            })
            .await
    }
}
