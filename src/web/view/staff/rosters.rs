//! Rosters: lists of members, one of them, tables of them, and coverage.

use serde::Serialize;

use super::{JournalChange, Pair, Tab};
use crate::web::view::{FormError, Hidden, View};

/// A platform's roster in the list of rosters.
#[derive(Clone, Debug, Serialize)]
pub struct RosterRow {
    /// The platform's name.
    pub name: String,
    /// The roster.
    pub href: String,
    /// Who may register on the platform.
    pub audience: String,
    /// Mandates in force.
    pub current: String,
    /// Of these, about to end.
    pub ending: String,
    /// Where those are; empty when there are none.
    pub ending_href: String,
    /// Mandates that are over.
    pub ended: String,
    /// Its coverage.
    pub coverage: String,
}

/// All rosters that the reader may see.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Rosters {
    /// The rosters.
    pub rows: Vec<RosterRow>,
}

impl View for Rosters {
    const TEMPLATE: &'static str = "staff/rosters";
}

/// A member in the list.
#[derive(Clone, Debug, Serialize)]
pub struct MemberRow {
    /// Name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// Address.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// Sector in words.
    pub sector: String,
    /// Function in words.
    pub function: String,
    /// That they are a deputy; empty when they are not.
    pub deputy: String,
    /// From when until when.
    pub term: String,
    /// That it was confirmed, when, or that it was not in this quarter; empty where nobody is asked.
    pub confirmed: String,
    /// Look of the phase.
    pub phase: &'static str,
    /// Phase in words.
    pub phase_label: String,
}

/// A platform's roster.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Roster {
    /// The platform's name.
    pub platform: String,
    /// Phases with their counts.
    pub tabs: Vec<Tab>,
    /// What was searched.
    pub search: String,
    /// Where the search goes.
    pub action: String,
    /// The tab kept while searching.
    pub hidden: Vec<Hidden>,
    /// The rows.
    pub rows: Vec<MemberRow>,
    /// The next page; empty on the last.
    pub next: String,
    /// The first page; empty on it.
    pub first: String,
    /// Where somebody is added; empty when the reader may not.
    pub add: String,
    /// Where a table is taken in; empty when the reader may not.
    pub import: String,
    /// The file of all; empty when the reader may not.
    pub export: String,
    /// Who covers what.
    pub coverage: String,
    /// Where it is said whether holders are asked; empty when the reader may not, or nobody can be asked.
    pub asking: String,
    /// Whether they are.
    pub asks: bool,
    /// Whether nobody ever was on it.
    pub is_new: bool,
}

impl View for Roster {
    const TEMPLATE: &'static str = "staff/roster";
}

/// One mandate.
#[derive(Clone, Debug, Serialize)]
pub struct MemberPage {
    /// Name.
    pub name: String,
    /// Look of the phase.
    pub phase: &'static str,
    /// Phase in words.
    pub phase_label: String,
    /// What is known.
    pub facts: Vec<Pair>,
    /// Where it is corrected; empty when the reader may not. So for the others.
    pub edit: String,
    /// Where it is ended; empty when it is over.
    pub end: String,
    /// Where it is taken off.
    pub remove: String,
}

impl View for MemberPage {
    const TEMPLATE: &'static str = "staff/member";
}

/// An import that was made.
#[derive(Clone, Debug, Serialize)]
pub struct PastImport {
    /// When.
    pub when: String,
    /// What it wrote.
    pub what: String,
    /// Where it is undone; empty when it no longer can be.
    pub undo: String,
    /// That it was undone; empty when it was not.
    pub undone: String,
}

/// A row of a table, and what becomes of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ImportRow {
    /// Its line.
    pub line: String,
    /// Name; empty for a row that cannot be taken. So for the others.
    pub name: String,
    /// Address.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// Function.
    pub function: String,
    /// From when until when.
    pub term: String,
    /// Whether there is anything to say of it.
    pub has_note: bool,
    /// What is wrong or doubtful.
    pub notes: Vec<String>,
    /// What changes.
    pub changes: Vec<JournalChange>,
}

/// Rows of which the same becomes.
#[derive(Clone, Debug, Serialize)]
pub struct ImportSection {
    /// What.
    pub title: String,
    /// Whether its rows could not be read, so that there is nobody to show.
    pub unread: bool,
    /// The first of them.
    pub rows: Vec<ImportRow>,
    /// How many more there are; empty when none.
    pub more: String,
}

/// A table being taken in: the form for it, or what it would do.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ImportPage {
    /// Where the form goes.
    pub action: String,
    /// Tokens, and what was shown.
    pub hidden: Vec<Hidden>,
    /// Faults, for the summary.
    pub errors: Vec<FormError>,
    /// Which files are taken.
    pub accept: &'static str,
    /// The table as pasted.
    pub table: String,
    /// What is wrong with it; empty when nothing is.
    pub fault: String,
    /// A table to begin with.
    pub example: String,
    /// Imports made before.
    pub past: Vec<PastImport>,
    /// Whether what it would do is shown.
    pub is_shown: bool,
    /// How many rows do what.
    pub figures: Vec<Pair>,
    /// The rows.
    pub sections: Vec<ImportSection>,
    /// Whether to ask about doubtful rows.
    pub ask_doubtful: bool,
    /// Whether to ask about leaving wrong rows out.
    pub ask_keep_good: bool,
    /// Whether there is anything to write.
    pub can_write: bool,
    /// Why it was not written; empty when nothing kept it.
    pub trouble: String,
    /// Back to the form.
    pub again: String,
}

impl View for ImportPage {
    const TEMPLATE: &'static str = "staff/member_import";
}

/// Somebody who holds a function.
#[derive(Clone, Debug, Serialize)]
pub struct HolderRow {
    /// Name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// That they are a deputy; empty when they are not.
    pub deputy: String,
    /// Until when; empty when there is no end.
    pub until: String,
    /// When they were last present.
    pub last: String,
    /// That mail does not reach them; empty when it does.
    pub unreachable: String,
}

/// A function at an organisation.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageRow {
    /// Organisation.
    pub organisation: String,
    /// Function.
    pub function: String,
    /// Who holds it.
    pub holders: Vec<HolderRow>,
    /// Since when it is vacant, and from when it is held again.
    pub notes: Vec<String>,
    /// When anybody of the organisation was last present; empty when never.
    pub last: String,
    /// Look of the status.
    pub status: &'static str,
    /// Status in words.
    pub status_label: String,
}

/// Who covers what on a platform.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CoveragePage {
    /// The platform's name.
    pub platform: String,
    /// What is shown.
    pub tabs: Vec<Tab>,
    /// The rows.
    pub rows: Vec<CoverageRow>,
    /// The file of all; empty when the reader may not.
    pub export: String,
}

impl View for CoveragePage {
    const TEMPLATE: &'static str = "staff/coverage";
}
