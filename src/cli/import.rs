//! `quarterdeck import …`: lists that others keep in spreadsheets. First what each line means, then the doing.

mod attendance;
mod invitations;
mod members;
mod organisations;

use self::invitations::Asked;
use super::failure::Failure;
use super::parts::Parts;
use super::shape::Import;
use crate::clock::Instant;

/// `quarterdeck import …`
pub async fn run(parts: &Parts, command: Import) -> Result<(), Failure> {
    match command {
        Import::Members { file, platform, dry_run, keep_good } => members::members(parts, &file, &platform, dry_run, keep_good).await,
        Import::Organisations { file, dry_run, keep_good } => organisations::organisations(parts, &file, dry_run, keep_good).await,
        Import::Attendance { file, event, zone, dry_run } => attendance::attendance(parts, &file, &event, zone, dry_run).await,
        Import::Invitations { file, event, language, at, dry_run, keep_good } => {
            invitations::invitations(parts, &file, Asked { event, language, at, dry_run, keep_good }).await
        }
    }
}

/// A moment with an offset.
///
/// # Errors
/// What was given, and how it is written.
pub fn moment(text: &str) -> Result<Instant, String> {
    let parsed = chrono::DateTime::parse_from_rfc3339(text).ok().map(|at| crate::clock::cut(at.to_utc()));
    parsed.filter(crate::clock::is_kept).ok_or_else(|| "write it with an offset, like 2026-12-10T14:00:00+01:00".to_owned())
}

/// A time zone.
///
/// # Errors
/// How it is written.
pub fn zone(text: &str) -> Result<chrono_tz::Tz, String> {
    text.parse().map_err(|_| "write it like Europe/Brussels, or UTC".to_owned())
}
