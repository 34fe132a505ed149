//! Who is meant by a form for invitations: a pasted list, members of the platform's roster, and guests of earlier events.

use fluent_bundle::FluentValue;

use super::event_form::Faults;
use super::fields::Fields;
use super::words::fault_of_other;
use crate::app::import::invitees::{self, Line, LineFault};
use crate::app::import::table::TableFault;
use crate::app::invite::Invitee;
use crate::app::show::EventView;
use crate::app::show_invitations::FormerGuests;
use crate::domain::language::Language;
use crate::domain::member::Function;
use crate::domain::sector::Sector;
use crate::i18n::format;
use crate::web::error::Refusal;
use crate::web::extract::staff::Staff;

/// Most people in one sending.
const MOST: usize = 20_000;

/// Whom a form means.
pub struct Chosen {
    /// Everybody, in the order of the list, then members, then guests.
    pub people: Vec<Invitee>,
    /// Lines that could not be read, and why.
    pub wrong: Vec<(u64, LineFault)>,
}

/// Reads the list and finds members and guests.
///
/// # Errors
/// Faults of the system; what is wrong with the form is within.
pub async fn choose(staff: &Staff, view: &EventView, fields: &Fields) -> Result<Result<Chosen, Faults>, Refusal> {
    let language = Language::from_code(fields.get("language")).unwrap_or(staff.language);
    let list = fields.get("list");
    let lines = match if list.is_empty() { Ok(Vec::new()) } else { invitees::of_text(list, Some(language)) } {
        Ok(lines) => lines,
        Err(fault) => return Ok(Err(vec![("list".into(), table_fault(staff, &fault))])),
    };
    let mut chosen = Chosen { people: Vec::with_capacity(lines.len()), wrong: Vec::new() };
    for Line { line, read } in lines {
        match read {
            Ok(person) => chosen.people.push(person),
            Err(fault) => chosen.wrong.push((line, fault)),
        }
    }
    let roster = fields.get("roster");
    if !roster.is_empty() {
        let function = Function::from_code(roster);
        if function.is_none() && roster != "all" {
            return Ok(Err(vec![("roster".into(), staff.t("staff-fault-choose"))]));
        }
        let day = format::brussels(staff.now).0;
        chosen.people.extend(staff.state.app.members_to_invite(view.platform.id, function, day).await?);
    }
    let from = fields.get("from");
    if !from.is_empty() {
        let earlier = staff.state.app.earlier_events(view.platform.id, staff.now).await?;
        let event = earlier.iter().find(|e| e.slug.as_str() == from).map(|e| e.id);
        if event.is_none() && from != "all" {
            return Ok(Err(vec![("from".into(), staff.t("staff-fault-choose"))]));
        }
        let wanted = FormerGuests {
            event,
            present: fields.get("who") == "present",
            sectors: Sector::from_code(fields.get("sector")).into_iter().collect(),
            languages: Language::from_code(fields.get("only_language")).into_iter().collect(),
            organisation: fields.get("organisation").chars().take(200).collect(),
        };
        chosen.people.extend(staff.state.app.former_guests(view.platform.id, wanted, staff.now).await?);
    }
    let fault = match (chosen.people.len(), chosen.wrong.len()) {
        (0, 0) if from.is_empty() && !roster.is_empty() => return Ok(Err(vec![("roster".into(), staff.t("staff-fault-no-members"))])),
        (0, 0) if from.is_empty() => staff.t("staff-fault-list"),
        (0, 0) => staff.t("staff-fault-no-guests"),
        (n, _) if n > MOST => staff.t_with("staff-fault-list-long", &[("n", FluentValue::from(MOST))]),
        _ => return Ok(Ok(chosen)),
    };
    Ok(Err(vec![("list".into(), fault)]))
}

/// What is wrong with a line, in words.
pub fn line_words(staff: &Staff, fault: &LineFault) -> String {
    let why = match (fault.column, fault.code) {
        ("sector" | "language" | "row", _) => staff.t(&format!("staff-invite-line-{}", fault.column)),
        (column, code) => fault_of_other(staff, &format!("{column}-{code}")),
    };
    if fault.given.is_empty() {
        return why;
    }
    staff.t_with("staff-row-said", &[("value", FluentValue::from(fault.given.as_str())), ("what", FluentValue::from(why))])
}

/// What keeps a list from being read, in words.
pub fn table_fault(staff: &Staff, fault: &TableFault) -> String {
    let key = format!("staff-invite-table-{}", fault.code());
    let names = match fault {
        TableFault::UnknownColumns { names, .. } => names.join(", "),
        TableFault::MissingColumns(names) => names.join(", "),
        TableFault::TwiceColumn(name) => (*name).to_owned(),
        TableFault::OpenQuote { line } => line.to_string(),
        _ => String::new(),
    };
    staff.t_with(&key, &[("names", FluentValue::from(names))])
}
