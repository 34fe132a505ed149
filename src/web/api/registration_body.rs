//! Registrations in JSON: what is sent and what is answered.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::decode::Checks;
use super::problem::FieldError;
use super::words::{Moment, schema};
use crate::app::correct::Correction;
use crate::app::enter::{Entered, Entry};
use crate::db::registrations::Row;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::rsvp::Answer as Rsvp;
use crate::domain::seats::Reason;
use crate::domain::sector::Sector;

/// Somebody to register. The address counts as proven: who calls vouches for it.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRegistration)]
pub struct NewRegistrationBody {
    /// Full name.
    #[schema(example = "Zoë Dupont", min_length = 1, max_length = 120)]
    pub name: String,
    /// Work address.
    #[schema(example = "zoe.dupont@example.be", format = "email", max_length = 254)]
    pub email: String,
    /// Organisation.
    #[schema(example = "Example NV", min_length = 1, max_length = 160)]
    pub organisation: String,
    /// Sector.
    #[schema(value_type = schema::Sector)]
    pub sector: Sector,
    /// Way of attending; the event's first when left out.
    #[serde(default)]
    #[schema(value_type = Option<schema::Mode>)]
    pub mode: Option<Mode>,
    /// Language of mails and pages.
    #[schema(value_type = schema::Language)]
    pub language: Language,
}

/// One registration, or a list of up to 1,000: all of them or none.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
#[allow(dead_code)] // describes what `registrations::create` reads
pub enum NewRegistrations {
    /// One.
    One(NewRegistrationBody),
    /// Several, entered in this order.
    Many(Vec<NewRegistrationBody>),
}

impl NewRegistrationBody {
    /// Checks every value; `prefix` is where the entry stands.
    ///
    /// # Errors
    /// Every refusal.
    pub fn check(&self, prefix: &str) -> Result<Entry, Vec<FieldError>> {
        let mut checks = Checks::under(prefix);
        let name = checks.line("/name", &self.name);
        let email = checks.email("/email", &self.email);
        let organisation = checks.line("/organisation", &self.organisation);
        let entry = name.zip(email).zip(organisation).map(|((name, email), organisation)| Entry {
            name,
            email,
            organisation,
            sector: self.sector,
            mode: self.mode,
            language: self.language,
        });
        checks.finish(entry)
    }
}

/// What became of one entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Entered)]
pub struct EnteredBody {
    /// The registration.
    #[schema(example = "q7Xv0f3cVb1m2n4p5r6s7t8u9w0yAaBbCcDdEeFfGgH", min_length = 43, max_length = 43)]
    pub id: String,
    /// Where it stands.
    #[schema(value_type = schema::State)]
    pub state: State,
    /// Whether the person was registered before; the registration was then left as it was.
    pub existed: bool,
}

impl From<Entered> for EnteredBody {
    fn from(entered: Entered) -> Self {
        Self { id: entered.reference.to_string(), state: entered.state, existed: entered.existed }
    }
}

/// An answer to one entry, or to each of a list, in its order.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub enum EnteredRegistrations {
    /// To one.
    One(EnteredBody),
    /// To several.
    Many(Vec<EnteredBody>),
}

/// A correction: what is left out stays. Sector and address stay always: the first is history, the second is proven.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistrationPatch {
    /// Full name.
    #[serde(default)]
    #[schema(nullable = false, min_length = 1, max_length = 120)]
    pub name: Option<String>,
    /// Organisation.
    #[serde(default)]
    #[schema(nullable = false, min_length = 1, max_length = 160)]
    pub organisation: Option<String>,
    /// Language of mails and pages.
    #[serde(default)]
    #[schema(nullable = false, value_type = Option<schema::Language>)]
    pub language: Option<Language>,
    /// Way of attending; switched only when there is a seat.
    #[serde(default)]
    #[schema(nullable = false, value_type = Option<schema::Mode>)]
    pub mode: Option<Mode>,
}

impl RegistrationPatch {
    /// The correction of a registration that stands so, if there is one.
    ///
    /// # Errors
    /// Every refusal.
    pub fn correction(&self, row: &Row) -> Result<Option<Correction>, Vec<FieldError>> {
        let mut checks = Checks::default();
        let name = checks.line("/name", self.name.as_deref().unwrap_or(&row.name));
        let organisation = checks.line("/organisation", self.organisation.as_deref().unwrap_or(&row.organisation_name));
        let language = self.language.unwrap_or(row.language);
        let correction = name.zip(organisation).map(|(name, organisation)| Correction { name, organisation, language });
        let correction = checks.finish(correction)?;
        let same = correction.name.as_str() == row.name && correction.organisation.as_str() == row.organisation_name && language == row.language;
        Ok(Some(correction).filter(|_| !same))
    }
}

/// Withdrawing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// Why, on one line; the person reads it.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub reason: Option<String>,
}

/// Refusing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rejection {
    /// Why, on one line; the person reads it.
    #[schema(min_length = 1, max_length = 200)]
    pub reason: String,
}

/// A registration.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Registration)]
pub struct RegistrationBody {
    /// Its identity: 256 random bits. It names, it opens nothing.
    #[schema(example = "q7Xv0f3cVb1m2n4p5r6s7t8u9w0yAaBbCcDdEeFfGgH", min_length = 43, max_length = 43)]
    pub id: String,
    /// Slug of the event.
    #[schema(example = "qctr-2026-q4")]
    pub event: String,
    /// Full name; empty once erased.
    #[schema(example = "Zoë Dupont")]
    pub name: String,
    /// Work address; empty once erased.
    #[schema(example = "zoe.dupont@example.be")]
    pub email: String,
    /// Organisation; empty once erased.
    #[schema(example = "Example NV")]
    pub organisation: String,
    /// Sector.
    #[schema(value_type = schema::Sector)]
    pub sector: Sector,
    /// Way of attending.
    #[schema(value_type = schema::Mode)]
    pub mode: Mode,
    /// Language.
    #[schema(value_type = schema::Language)]
    pub language: Language,
    /// State.
    #[schema(value_type = schema::State)]
    pub state: State,
    /// Since when.
    pub state_since: Moment,
    /// The rule that decided last.
    pub reason: Option<ReasonBody>,
    /// Place on the waiting list, from 1; told only in the answer about one registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub waiting_place: Option<u32>,
    /// When the form was sent, or the person entered.
    pub registered_at: Moment,
    /// When the address was proven.
    pub proved_at: Option<Moment>,
    /// Whether a proof of presence stands.
    pub present: bool,
    /// What the person's calendar answers to the invitation as it is now.
    #[schema(value_type = schema::Rsvp)]
    pub rsvp: Rsvp,
    /// Whether the owner erased their data.
    pub erased: bool,
}

/// Why a registration stands where it stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reason)]
pub struct ReasonBody {
    /// Stable code.
    #[schema(example = "quota_full")]
    pub code: &'static str,
    /// The limit that was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub limit: Option<u32>,
    /// The sector whose quota it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Option<schema::Sector>)]
    pub sector: Option<Sector>,
    /// The words of whoever decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub text: Option<String>,
}

impl From<&Reason> for ReasonBody {
    fn from(reason: &Reason) -> Self {
        let code = reason.code();
        let (limit, sector, text) = match reason {
            Reason::CapacityFull { limit } | Reason::OrganisationFull { limit } => (Some(*limit), None, None),
            Reason::QuotaFull { sector, limit } => (Some(*limit), Some(*sector), None),
            Reason::Staff { text } => (None, None, Some(text.clone())),
            _ => (None, None, None),
        };
        Self { code, limit, sector, text }
    }
}

impl RegistrationBody {
    /// Shows a registration of the event of this slug.
    pub fn of(rsvp: Rsvp, row: Row, event: &str, waiting_place: Option<u32>) -> Self {
        Self {
            id: row.reference.to_string(),
            event: event.to_owned(),
            name: row.name,
            email: row.email,
            organisation: row.organisation_name,
            sector: row.sector,
            mode: row.mode,
            language: row.language,
            state: row.state,
            state_since: Moment(row.state_since.0),
            reason: row.reason.as_ref().map(|reason| (&reason.0).into()),
            waiting_place,
            registered_at: Moment(row.registered_at.0),
            proved_at: row.proved_at.map(|t| Moment(t.0)),
            present: row.present,
            rsvp,
            erased: row.erased_at.is_some(),
        }
    }
}
