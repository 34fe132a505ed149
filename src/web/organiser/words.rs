//! What a use case refused, in the reader's language: which field, what is wrong, what to do.

use fluent_bundle::FluentValue;

use super::fields::{Fields, moment};
use crate::app::AppError;
use crate::domain::event::Gap;
use crate::domain::seats::Limit;
use crate::domain::text::TextFault;
use crate::i18n::format;
use crate::web::extract::staff::Staff;
use crate::web::person::{self, PersonFields};
use crate::web::view::staff::Input;

/// The faults to show in the form; `None` for what words in a form cannot mend.
pub fn explained(staff: &Staff, error: &AppError) -> Option<Vec<(String, String)>> {
    let one = |field: &str, text: String| Some(vec![(field.to_owned(), text)]);
    match error {
        AppError::Stale => one("form", staff.t("staff-fault-stale")),
        AppError::Taken(what) => one(what, staff.t("staff-fault-taken")),
        AppError::ModeNotOffered => one("mode", staff.t("staff-fault-mode")),
        AppError::NotOpen(_) => one("form", staff.t("staff-fault-not-open")),
        AppError::WrongState(state) => {
            one("form", staff.t_with("staff-fault-wrong-state", &[("state", FluentValue::from(staff.word("state", state.code())))]))
        }
        AppError::WrongEventState(why) => one("form", staff.t(&format!("staff-fault-event-{why}"))),
        AppError::NotClosable(why) => one("form", staff.t(&format!("staff-not-closable-{why}"))),
        AppError::Invalid { field, .. } => one(field, staff.t(&format!("staff-fault-{}", field.replace('_', "-")))),
        AppError::Incomplete(gaps) => Some(gaps.iter().map(|gap| (field_of(gap), gap_words(staff, gap))).collect()),
        AppError::BelowTaken(below) => {
            let (field, of) = match below.limit {
                Limit::Capacity => (format!("{}-capacity", below.mode), None),
                Limit::Quota(sector) => (format!("{}-{sector}", below.mode), Some(staff.word("sector", sector.code()))),
                Limit::Organisation => (format!("{}-organisation", below.mode), Some(staff.t("staff-max-organisation"))),
            };
            let mut args = vec![("taken", FluentValue::from(below.taken)), ("asked", FluentValue::from(below.asked))];
            let key = if of.is_some() { "staff-fault-below-quota" } else { "staff-fault-below-taken" };
            args.extend(of.map(|of| ("sector", FluentValue::from(of))));
            one(&field, staff.t_with(key, &args))
        }
        _ => None,
    }
}

/// The field of our forms where a gap is filled.
fn field_of(gap: &Gap) -> String {
    match (gap.field, gap.language) {
        ("agenda", _) => "agenda-0-at".into(),
        ("capacity", _) => "on_site-capacity".into(),
        ("schedule", _) => "ends_at".into(),
        (field, Some(language)) => format!("{field}-{language}"),
        (field, None) => field.to_owned(),
    }
}

/// A gap, one line: `Title: missing in German`.
pub fn gap_words(staff: &Staff, gap: &Gap) -> String {
    let what = staff.t(&format!("staff-gap-{}", gap.field.replace('_', "-")));
    match gap.language {
        Some(language) => staff.t_with("staff-gap-in", &[("what", FluentValue::from(what)), ("language", FluentValue::from(language.code()))]),
        None => staff.t_with("staff-gap-all", &[("what", FluentValue::from(what))]),
    }
}

/// `Private sector: 56 of 108`: a label and its value, spaced as the language does it.
pub fn labelled(staff: &Staff, label: &str, value: &str) -> String {
    staff.t_with("staff-label-value", &[("label", FluentValue::from(label)), ("value", FluentValue::from(value))])
}

/// `112 of 120 seats taken`, or `112 seats taken` where there is no limit.
pub fn given_of(staff: &Staff, given: u32, capacity: Option<u32>) -> String {
    let number = |n: u32| format::number(staff.language, i64::from(n));
    match capacity {
        Some(capacity) => {
            let (taken, all) = (FluentValue::from(number(given)), FluentValue::from(number(capacity)));
            staff.t_with("staff-given-of", &[("n", FluentValue::from(given)), ("given", taken), ("capacity", all)])
        }
        None => staff.t_with("staff-given-n", &[("n", FluentValue::from(given))]),
    }
}

/// A field for a moment. Browsers show its value their own way, in the system's language: the hint says in the page's how it
/// stands now, whatever was typed over it.
pub fn moment_input(staff: &Staff, id: &str, key: &str, typed: &Fields, standing: &Fields, hint: &str) -> Input {
    let now = moment(standing.get(id)).map(|at| {
        let at = format!("{}, {}", format::date_long(staff.language, at), format::time(staff.language, at));
        staff.t_with("staff-now", &[("at", FluentValue::from(at))])
    });
    let hints: Vec<&str> = now.iter().map(String::as_str).chain([hint]).filter(|part| !part.is_empty()).collect();
    Input::line(id, staff.t(key), typed.get(id)).of_kind("datetime-local").hinted(hints.join(". "))
}

/// What is wrong with a typed line.
pub fn line_fault(staff: &Staff, family: &str, fault: TextFault) -> String {
    fault_of_other(staff, &format!("{family}-{}", fault.code()))
}

/// What is wrong with what staff typed about somebody else: the public form says "your name".
pub fn fault_of_other(staff: &Staff, fault: &str) -> String {
    person::fault_of_other(staff.state.texts(), staff.language, fault)
}

/// Reads who somebody is, as a form of staff says.
///
/// # Errors
/// Every fault, in words.
pub fn read_person(staff: &Staff, fields: &Fields) -> Result<PersonFields, Vec<(String, String)>> {
    person::read(|name| fields.get(name))
        .map_err(|faults| faults.into_iter().map(|(field, fault)| (field.to_owned(), fault_of_other(staff, &fault))).collect())
}
