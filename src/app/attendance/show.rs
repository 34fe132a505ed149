//! The reports of an event and whom they saw, as staff looks at them.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use crate::app::{App, AppError};
use crate::db::sightings::{self, Report, Row};
use crate::db::{registrations, sightings::counts};
use crate::domain::attendance::SightingState;
use crate::domain::ids::{EventId, RegistrationId, SightingId};

/// A report, and how many it saw in each state.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The report.
    pub report: Report,
    /// Whose it is, and how many of those wait.
    pub taken: i64,
    /// For staff to decide.
    pub open: i64,
    /// Left out.
    pub dismissed: i64,
}

/// A sighting with the registrations that it is about.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The sighting.
    pub row: Row,
    /// Whose it is.
    pub whose: Option<registrations::Row>,
    /// Who it may be, the likeliest first; those who were erased are left out.
    pub candidates: Vec<registrations::Row>,
}

impl App {
    /// The reports of an event, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn attendance_reports(&self, event: EventId) -> Result<Vec<Shown>, AppError> {
        self.db
            .read(move |conn| {
                let counts = counts(conn, event)?;
                let of = |report: &Report, state| counts.get(&(report.id, state)).copied().unwrap_or(0);
                let shown = |report: Report| Shown {
                    taken: of(&report, SightingState::Taken),
                    open: of(&report, SightingState::Open),
                    dismissed: of(&report, SightingState::Dismissed),
                    report,
                };
                Ok(sightings::reports(conn, event)?.into_iter().map(shown).collect())
            })
            .await
    }

    /// Whom the reports of an event saw, in one state, after one of them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sightings_of(&self, event: EventId, state: SightingState, after: Option<SightingId>, limit: i64) -> Result<Vec<Seen>, AppError> {
        self.db
            .read(move |conn| {
                let rows = sightings::of_event(conn, event, state, after, limit)?;
                let named = rows.iter().flat_map(|row| row.candidates.0.iter().chain(&row.registration_id)).copied();
                let ids: Vec<RegistrationId> = named.collect::<HashSet<_>>().into_iter().collect();
                let of = registrations::by_ids(conn, &ids)?.into_iter().filter(|row| row.erased_at.is_none());
                let of: HashMap<RegistrationId, registrations::Row> = of.map(|row| (row.id, row)).collect();
                let seen = |row: Row| Seen {
                    whose: row.registration_id.and_then(|id| of.get(&id)).cloned(),
                    candidates: row.candidates.0.iter().filter_map(|id| of.get(id)).cloned().collect(),
                    row,
                };
                Ok(rows.into_iter().map(seen).collect())
            })
            .await
    }

    /// One sighting of an event.
    ///
    /// # Errors
    /// `NotFound` for one that is not of this event or was erased.
    pub async fn sighting(&self, event: EventId, id: SightingId) -> Result<Seen, AppError> {
        self.db
            .read(move |conn| {
                let row = sightings::by_id(conn, id)?.filter(|row| row.event_id == event && row.erased_at.is_none()).ok_or(AppError::NotFound)?;
                let is_there = |row: &registrations::Row| row.erased_at.is_none();
                let candidates = registrations::by_ids(conn, &row.candidates.0)?.into_iter().filter(is_there).collect();
                let whose = row.registration_id.map(|id| registrations::by_id(conn, id)).transpose()?.filter(is_there);
                Ok(Seen { row, whose, candidates })
            })
            .await
    }

    /// How many wait at an event and are near nobody who is registered.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn unknown_sightings(&self, event: EventId) -> Result<i64, AppError> {
        self.db.read(move |conn| Ok(sightings::unknown(conn, event)?)).await
    }

    /// How many wait for staff at each event.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn open_sightings(&self) -> Result<HashMap<EventId, i64>, AppError> {
        self.db.read(|conn| Ok(sightings::open(conn)?)).await
    }
}

/// Whom reports saw, as the person is told.
pub(in crate::app) fn records(rows: &[Row]) -> Vec<Value> {
    let told = rows.iter().filter(|row| row.erased_at.is_none());
    told.map(|row| {
        json!({
            "name": row.name, "other_names": row.other_names.0, "address": row.email_key, "times": row.spans.0, "seconds_at_most": row.at_most,
            "became": row.state, "decided_at": row.decided_at.map(|at| at.0),
        })
    })
    .collect()
}
