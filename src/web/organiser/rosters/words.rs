//! Mandates in words.

use fluent_bundle::FluentValue;

use crate::app::AppError;
use crate::db::members::Row;
use crate::domain::member::{Mandate, Phase};
use crate::i18n::format::{brussels, day_short};
use crate::web::extract::staff::Staff;

/// `1 Jan 2025 to 31 Dec 2027`, or `since 1 Jan 2025`.
pub fn term(staff: &Staff, mandate: &Mandate) -> String {
    let start = ("start", FluentValue::from(day_short(staff.language, mandate.start())));
    match mandate.end() {
        Some(end) => staff.t_with("staff-term", &[start, ("end", FluentValue::from(day_short(staff.language, end)))]),
        None => staff.t_with("staff-term-open", &[start]),
    }
}

/// The look of a phase, among those of states.
pub const fn class_of(phase: Phase) -> &'static str {
    match phase {
        Phase::Current => "confirmed",
        Phase::Ending => "waitlisted",
        Phase::ToCome => "pending",
        Phase::Ended => "withdrawn",
    }
}

/// When a mandate was confirmed, or that it was not in this quarter; empty where there is nothing to say.
///
/// # Errors
/// When the stored days cannot be.
pub fn confirmed(staff: &Staff, row: &Row) -> Result<String, AppError> {
    let today = brussels(staff.now).0;
    if row.known()?.is_unconfirmed(today) {
        return Ok(staff.t("staff-not-confirmed"));
    }
    let on = row.confirmed_at.map(|at| day_short(staff.language, brussels(at.0).0));
    Ok(on.map_or_else(String::new, |day| staff.t_with("staff-confirmed-on", &[("day", FluentValue::from(day))])))
}
