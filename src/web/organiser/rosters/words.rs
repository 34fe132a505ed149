//! Mandates in words.

use fluent_bundle::FluentValue;

use crate::domain::member::{Mandate, Phase};
use crate::i18n::format::day_short;
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
