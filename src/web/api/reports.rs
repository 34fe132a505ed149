//! Reports: exact counts for those who may see them.

use actix_web::HttpResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::call::{Call, Reply};
use super::problem::Problem;
use super::words::schema;
use crate::app::AppError;
use crate::app::report::ReportQuery;
use crate::domain::edition::Edition;
use crate::domain::ids::Slug;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::stats::attendance::Dimension;

/// The attendance report.
#[derive(Serialize, ToSchema)]
#[allow(dead_code)] // describes what the report writes of itself
pub struct AttendanceReport {
    /// First edition, included.
    #[schema(value_type = schema::Edition)]
    from: Edition,
    /// Last edition, included.
    #[schema(value_type = schema::Edition)]
    to: Edition,
    /// By what the counts are split.
    #[schema(value_type = Vec<String>, example = json!(["sector", "platform"]))]
    by: Vec<Dimension>,
    /// One row for each combination that occurs, with a member for each dimension asked for.
    rows: Vec<AttendanceRow>,
    /// All rows together.
    total: AttendanceCounts,
}

/// A row of the report.
#[derive(Serialize, ToSchema)]
#[allow(dead_code)]
pub struct AttendanceRow {
    #[schema(nullable = false, value_type = Option<schema::Sector>)]
    sector: Option<Sector>,
    #[schema(nullable = false)]
    platform: Option<String>,
    #[schema(nullable = false, value_type = Option<schema::Edition>)]
    edition: Option<Edition>,
    #[schema(nullable = false, value_type = Option<schema::Mode>)]
    mode: Option<Mode>,
    #[schema(nullable = false, value_type = Option<schema::Language>)]
    language: Option<Language>,
    #[schema(nullable = false)]
    event: Option<String>,
    #[serde(flatten)]
    counts: AttendanceCounts,
}

/// Registrations counted: one person at two events counts twice.
#[derive(Serialize, ToSchema)]
#[allow(dead_code)]
pub struct AttendanceCounts {
    /// Proved their address or were entered by staff.
    registered: u64,
    /// Had a seat at the end.
    confirmed: u64,
    /// A proof of presence stands, with or without a seat.
    attended: u64,
    /// Had a seat at a held event and no proof of presence.
    no_show: u64,
}

/// Counts registrations and attendance of held and coming events. Roles: organiser, reporter; of the platforms on which the
/// token holds one.
#[utoipa::path(get, path = "/reports/attendance", tag = "reports", operation_id = "reportAttendance",
    params(
        ("from" = String, Query, description = "First quarter, included.", example = "2026-Q1"),
        ("to" = String, Query, description = "Last quarter, included.", example = "2026-Q4"),
        ("by" = Option<String>, Query, description = "Split by these, with commas between them: sector, platform, edition, mode, language, event; by sector when left out.", example = "sector,platform"),
        ("platform" = Option<String>, Query, description = "Only this platform, by slug."),
    ),
    responses((status = 200, description = "The report.", body = AttendanceReport)))]
pub async fn attendance(call: Call) -> Reply {
    if !call.caller.grants.allow_somewhere(Action::SeeFigures) {
        return Err(Problem::new("forbidden"));
    }
    let mut query = call.query();
    let from = query.required::<Edition>("from", "name the first quarter, like 2026-Q1");
    let to = query.required::<Edition>("to", "name the last quarter, like 2026-Q4");
    let by = query.words::<Dimension>("by").unwrap_or_else(|| vec![Dimension::Sector]);
    let platform = query.text("platform");
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        query.refuse("to", "order", format!("{to} comes before {from}; turn them round"));
    }
    if (1..by.len()).any(|n| by[..n].contains(&by[n])) {
        query.refuse("by", "repeated", "name each dimension once");
    }
    let mut platforms = call.caller.grants.platforms(Action::SeeFigures);
    if let Some(slug) = platform {
        let id = match slug.parse::<Slug>() {
            Ok(slug) => call.app().platform_id(slug.as_str()).await?,
            Err(_) => None,
        };
        match id.filter(|id| call.caller.grants.allow(Action::SeeFigures, *id)) {
            Some(id) => platforms = Some(vec![id]),
            None => query.refuse("platform", "unknown", "there is no such platform, or the token may not see its figures"),
        }
    }
    query.finish()?;
    let (Some(from), Some(to)) = (from, to) else { return Err(Problem::new("invalid")) };
    let report = call.app().report_attendance(ReportQuery { from, to, platforms, by }, call.now).await?;
    Ok(HttpResponse::Ok().json(report))
}

/// The figures of a platform's quarter.
#[derive(Serialize, ToSchema)]
#[allow(dead_code)] // describes what the report writes of itself
pub struct QuarterReport {
    /// The platform, by slug.
    platform: String,
    /// The quarter.
    #[schema(value_type = schema::Edition)]
    edition: Edition,
    /// How often the platform should meet: `quarterly`, `quarterly_following`, `monthly`, `regular`, `periodic`, `none_set`.
    cadence: String,
    /// How the quarter went: `kept`, `planned`, `at_risk`, `missed`, `not_begun`, `no_duty`; null when no interval is set.
    standing: Option<String>,
    /// Events held in the quarter.
    held: u64,
    /// The statistics.
    tables: Vec<QuarterTable>,
    /// As what the figures were frozen; null while the quarter is not closed.
    closed: Option<ClosedQuarter>,
}

/// As what the figures of a closed quarter were frozen.
#[derive(Serialize, ToSchema)]
#[allow(dead_code)]
pub struct ClosedQuarter {
    /// Which revision: a correction after closing makes a further one.
    revision: u32,
    /// The last one.
    latest: u32,
    /// Whether it closes the quarter.
    #[serde(rename = "final")]
    is_final: bool,
    /// When.
    at: chrono::DateTime<chrono::Utc>,
    /// Why; empty for the first.
    reason: String,
    /// SHA-256 that it is known by, hexadecimal.
    fingerprint: String,
    /// Ed25519 signature, base64url.
    signature: String,
    /// The public half of the key that signed, base64url.
    key: String,
}

/// One statistic.
#[derive(Serialize, ToSchema)]
#[allow(dead_code)]
pub struct QuarterTable {
    /// Which: `cadence`, `events`, `funnel`, `by_sector`, `by_mode`, `by_language`, `by_organisation`, `people`, `organisations`,
    /// `lead`, `mix`, `coverage`.
    statistic: String,
    /// Its rows.
    rows: Vec<QuarterRow>,
}

/// A row of a statistic.
#[derive(Serialize, ToSchema)]
#[allow(dead_code)]
pub struct QuarterRow {
    /// What it is about: a code, a quarter, a month, a slug or a name.
    of: String,
    /// Figures by name: a number, a share as `{part, whole, thousandths}`, a day, a code, or null where there is none.
    #[schema(value_type = Object)]
    figures: serde_json::Map<String, serde_json::Value>,
}

/// Everything about a platform's quarter, exact: cadence, funnel, sectors, people, organisations, lead time, coverage. Of a closed quarter
/// it is what was frozen. Roles: organiser, reporter.
#[utoipa::path(get, path = "/reports/quarter/{edition}/{platform}", tag = "reports", operation_id = "reportQuarter",
    params(
        ("edition" = String, Path, description = "The quarter.", example = "2026-Q4"),
        ("platform" = String, Path, description = "The platform, by slug."),
        ("revision" = Option<u32>, Query, description = "As this revision of a closed quarter has it; what holds when left out.", minimum = 1),
    ),
    responses((status = 200, description = "The report.", body = QuarterReport)))]
pub async fn quarter(call: Call) -> Reply {
    let mut query = call.query();
    let revision = query.parsed::<u32>("revision");
    query.finish()?;
    let platform = call.app().platform_for(&call.caller.grants, Action::SeeFigures, call.part("platform")).await?;
    let edition: Edition = call.part("edition").parse().map_err(|_| Problem::new("not_found"))?;
    let report = match revision {
        None => call.app().report_quarter(platform.id, edition, call.now).await?,
        Some(revision) => call.app().report_revision(platform.id, edition, revision).await.map_err(|error| no_such(error, edition, revision))?,
    };
    Ok(HttpResponse::Ok().json(report.document()))
}

fn no_such(error: AppError, edition: Edition, revision: u32) -> Problem {
    match error {
        AppError::NotFound => {
            Problem::new("not_found").detail(format!("{edition} has no revision {revision}; /reports/closings lists all there are."))
        }
        other => other.into(),
    }
}
