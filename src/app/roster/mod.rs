//! Rosters: who holds which mandate on a platform. One file for each verb; what a mandate is, is the domain's.
//!
//! Rosters are written one after the other: within a process by `Scope::Concern`, between processes by [`members::lock`], which every
//! writing use case takes first, so that what was looked at still holds when it is written.

mod add;
mod change;
pub mod confirm;
pub mod coverage;
mod forget;
pub mod import;
pub mod plan;
pub(super) mod questions;
pub mod rows;
pub mod show;
pub mod undo;

use serde_json::json;

use super::journal::Entry;
use super::organisations::matching::{Said, matched_one};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::members::{self, Row};
use crate::db::{AnyConn, Scope, Tx};
use crate::domain::ids::{OrganisationId, PlatformId, Reference};
use crate::domain::journal::{Change, Deed};
use crate::domain::member::Member;

/// Where rosters are written.
const SCOPE: Scope = Scope::Concern("rosters");

/// The row of an organisation, made when it is named for the first time.
fn organisation(tx: &mut Tx<'_>, member: &Member, now: Instant) -> Result<OrganisationId, AppError> {
    Ok(matched_one(tx, Said { name: member.organisation.as_str(), sector: member.sector, email: None }, now)?)
}

/// Refuses a mandate that would hold beside another of the same function at the same organisation, by whatever of its names: the same
/// person would hold it twice.
fn refuse_twice(conn: &mut AnyConn, platform: PlatformId, member: &Member, at: OrganisationId, but: Option<&Reference>) -> Result<(), AppError> {
    for row in members::of_email(conn, Some(platform), &member.email.key())? {
        let Some(other) = row.member()?.filter(|_| Some(&row.reference) != but) else { continue };
        if row.organisation_id == at && other.function == member.function && other.mandate.overlaps(&member.mandate) {
            return Err(AppError::Taken("mandate"));
        }
    }
    Ok(())
}

/// A mandate of a platform, unless somebody changed it since the revision that the caller saw.
fn fresh(conn: &mut AnyConn, platform: PlatformId, reference: &Reference, revision: Option<i32>) -> Result<Row, AppError> {
    let row = members::by_reference(conn, platform, reference)?.ok_or(AppError::NotFound)?;
    if revision.is_none_or(|seen| seen == row.revision) { Ok(row) } else { Err(AppError::Stale) }
}

/// What the journal says of a mandate: its terms; of names and addresses only that they changed.
fn entry(actor: Actor, deed: Deed, row: &Row, before: Option<&Member>, after: Option<&Member>) -> Entry {
    let sheet = |member: &Member| json!({ "function": member.function, "deputy": member.deputy, "start": member.mandate.start(), "end": member.mandate.end() });
    let mut change = match (before, after) {
        (Some(before), Some(after)) => Change::between(&sheet(before), &sheet(after)),
        (None, Some(after)) => Change::to(&sheet(after)),
        (Some(before), None) => Change { before: Change::to(&sheet(before)).after, ..Change::default() },
        (None, None) => Change::default(),
    };
    if let (Some(before), Some(after)) = (before, after) {
        let unnamed = ["name", "email", "organisation", "sector", "language"];
        let changed: Vec<&str> = before.differences(after).into_iter().filter(|field| unnamed.contains(field)).collect();
        if !changed.is_empty() {
            change.after.insert("changed".into(), json!(changed));
        }
    }
    about(actor, deed, row.platform_id, format!("member:{}", row.reference), change)
}

/// About a platform's roster.
pub(super) fn about(actor: Actor, deed: Deed, platform: PlatformId, subject: impl Into<String>, change: Change) -> Entry {
    Entry { actor, deed, platform: Some(platform), event: None, subject: subject.into(), change }
}

impl App {
    /// Whether somebody with this address holds a mandate on the platform that is in force on this (Brussels) day.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn is_current_member(&self, platform: PlatformId, email_key: String, day: chrono::NaiveDate) -> Result<bool, AppError> {
        self.db.read(move |conn| Ok(members::mandates_of(conn, platform, &email_key)?.iter().any(|mandate| mandate.is_current(day)))).await
    }
}
