//! A registration's row, and how rows are written.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::bulk::Bulk;
use crate::db::door::Tx;
use crate::db::errors::DbError;
use crate::db::schema::registration;
use crate::db::types::{Json, Ts};
use crate::domain::admission::Basis;
use crate::domain::ids::{EventId, OrganisationId, PersonId, Reference, RegistrationId};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::rsvp::answered_sequence;
use crate::domain::seats::{Applicant, Reason};
use crate::domain::sector::Sector;
use crate::{bulk, update_all};

/// A registration's row.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = registration, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number.
    pub id: RegistrationId,
    /// Public identity.
    pub reference: Reference,
    /// SHA-256 of the page token, base64url.
    pub page_hash: String,
    /// At which event.
    pub event_id: EventId,
    /// Whose; `None` once erased.
    pub person_id: Option<PersonId>,
    /// Name as declared here.
    pub name: String,
    /// Address as declared here.
    pub email: String,
    /// Organisation as declared here.
    pub organisation_name: String,
    /// The organisation, once the address is proven.
    pub organisation_id: Option<OrganisationId>,
    /// Sector as declared here.
    pub sector: Sector,
    /// Language of all mails and pages for it.
    pub language: Language,
    /// Way of attending.
    pub mode: Mode,
    /// State.
    pub state: State,
    /// Since when.
    pub state_since: Ts,
    /// Number on the waiting list: rises in order of proof; gaps are normal.
    pub waiting_no: Option<i64>,
    /// The rule that decided last.
    pub reason: Option<Json<Reason>>,
    /// Local part of the calendar UID.
    pub uid: String,
    /// SEQUENCE of the last calendar message.
    pub sequence: i32,
    /// Whether a calendar holds the event.
    pub was_invited: bool,
    /// Until when the address can be proven; only while pending.
    pub prove_before: Option<Ts>,
    /// When the form was first sent.
    pub registered_at: Ts,
    /// When the address was proven.
    pub proved_at: Option<Ts>,
    /// Whether a proof of presence stands.
    pub present: bool,
    /// When the owner erased their data.
    pub erased_at: Option<Ts>,
    /// Folded name, address and organisation, for searching.
    pub search_key: String,
    /// What a later form says, until it is proven: nobody else's words replace what was proven before.
    pub declared: Option<Json<Declared>>,
    /// What it rests on.
    pub basis: Basis,
}

impl Row {
    /// The SEQUENCE of the invitation that its answer was to; see [`answered_sequence`].
    pub fn answered_sequence(&self) -> i32 {
        answered_sequence(self.sequence, self.state == State::Confirmed)
    }
}

bulk!(
    registration,
    Row {
        id,
        reference,
        page_hash,
        event_id,
        person_id,
        name,
        email,
        organisation_name,
        organisation_id,
        sector,
        language,
        mode,
        state,
        state_since,
        waiting_no,
        reason,
        uid,
        sequence,
        was_invited,
        prove_before,
        registered_at,
        proved_at,
        present,
        erased_at,
        search_key,
        declared,
        basis,
    }
);

/// What a form says of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// Full name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Sector.
    pub sector: Sector,
    /// Way of attending.
    pub mode: Mode,
}

impl Row {
    /// What the seat rules look at.
    pub fn applicant(&self) -> Applicant {
        Applicant { sector: self.sector, organisation: self.organisation_id }
    }

    /// Takes over what waits to be proven, if anything does.
    pub fn take_over_declared(&mut self) {
        let Some(Json(declared)) = self.declared.take() else { return };
        self.name = declared.name;
        self.organisation_name = declared.organisation;
        self.sector = declared.sector;
        self.mode = declared.mode;
        self.refresh_search_key();
    }

    /// Brings the search key up to date with what it is made of.
    pub fn refresh_search_key(&mut self) {
        self.search_key = search_key(&self.name, &self.email, &self.organisation_name);
    }
}

/// What a registration is searched by: name, address and organisation, folded.
pub fn search_key(name: &str, email: &str, organisation: &str) -> String {
    crate::domain::text::fold(&format!("{name} {email} {organisation}"))
}

/// Adds registrations.
pub fn insert(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    Row::insert_all(tx, rows)?;
    Ok(())
}

/// Writes where these registrations stand: all that a move changes. Words of people are left alone, and with them the indexes
/// they stand in, so that a proof costs no more than it must.
pub fn update_standing(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    update_all!(
        &mut **tx,
        registration,
        rows,
        organisation_id,
        mode,
        state,
        state_since,
        waiting_no,
        reason,
        sequence,
        was_invited,
        prove_before,
        proved_at,
        declared
    );
    Ok(())
}

/// Writes everything of these registrations that can change.
pub fn update(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    update_all!(
        &mut **tx,
        registration,
        rows,
        person_id,
        name,
        email,
        organisation_name,
        organisation_id,
        sector,
        language,
        mode,
        state,
        state_since,
        waiting_no,
        reason,
        sequence,
        was_invited,
        prove_before,
        proved_at,
        present,
        erased_at,
        search_key,
        declared,
        basis
    );
    Ok(())
}
