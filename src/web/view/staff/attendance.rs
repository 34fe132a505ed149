//! Attendance reports of an event, whom they saw, and what one would do.

use serde::Serialize;

use super::{Pair, Tab};
use crate::web::view::{FormError, Hidden, View};

/// Somebody whom a report saw.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SeenRow {
    /// The line of the file.
    pub line: String,
    /// The name there.
    pub name: String,
    /// Other names, and the address; may be empty.
    pub also: Vec<String>,
    /// Whose it is; empty while nobody knows.
    pub whose: String,
    /// Their page; empty where there is none.
    pub whose_href: String,
    /// What tells them from others.
    pub whose_more: String,
    /// What they were recognised by, or why it is to be decided.
    pub how: String,
    /// How long they were there, in words.
    pub minutes: String,
    /// Look of whether that is enough; empty where it is not said.
    pub weight: &'static str,
    /// Whether it is, in words.
    pub weight_label: String,
    /// Where it is decided; empty where it cannot be.
    pub decide: String,
}

/// A report that was taken in.
#[derive(Clone, Debug, Serialize)]
pub struct ReportRow {
    /// When, and by whom.
    pub when: String,
    /// Whose report it is, and by which clock.
    pub what: String,
    /// How many people, and what became of them.
    pub people: String,
    /// Where it is taken back; empty when it was.
    pub undo: String,
    /// That it was taken back, when and by whom; empty while it stands.
    pub undone: String,
}

/// The reports of an event.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AttendancePage {
    /// The event's title.
    pub event: String,
    /// Where a report is taken in.
    pub import: String,
    /// The reports.
    pub reports: Vec<ReportRow>,
    /// What waits, what is somebody's, what was left out.
    pub tabs: Vec<Tab>,
    /// Those of the tab.
    pub rows: Vec<SeenRow>,
    /// That there is nobody; empty when there is.
    pub none: String,
    /// Further ones; may be empty.
    pub next: String,
    /// Where all unknown ones are left out; empty when there are none.
    pub dismiss: String,
    /// How many those are, in words.
    pub dismiss_label: String,
    /// Tokens.
    pub hidden: Vec<Hidden>,
}

impl View for AttendancePage {
    const TEMPLATE: &'static str = "staff/attendance";
}

/// Part of what a report would do.
#[derive(Clone, Debug, Serialize)]
pub struct SeenSection {
    /// What they have in common.
    pub title: String,
    /// What becomes of them.
    pub what: String,
    /// The people.
    pub rows: Vec<SeenRow>,
    /// How many more; may be empty.
    pub more: String,
}

/// Taking a report in: the form, and what it would do.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AttendanceImport {
    /// The event's title.
    pub event: String,
    /// Where the form goes.
    pub action: String,
    /// Tokens, and what was shown.
    pub hidden: Vec<Hidden>,
    /// Faults, for the summary.
    pub errors: Vec<FormError>,
    /// Which files are taken.
    pub accept: &'static str,
    /// The report as pasted.
    pub report: String,
    /// What is wrong with it; empty when nothing is.
    pub fault: String,
    /// The zone as typed.
    pub zone: String,
    /// What is wrong with that; empty when nothing is.
    pub zone_fault: String,
    /// Zones to choose from.
    pub zones: Vec<&'static str>,
    /// Whether what it would do is shown.
    pub is_shown: bool,
    /// Why it was not taken in; empty when nothing kept it.
    pub trouble: String,
    /// What to look at before anything else.
    pub warnings: Vec<String>,
    /// How it was read.
    pub facts: Vec<Pair>,
    /// How many people do what.
    pub figures: Vec<Pair>,
    /// The people.
    pub sections: Vec<SeenSection>,
    /// Rows to think about: the line, and why.
    pub doubts: Vec<Pair>,
    /// How many more; may be empty.
    pub doubts_more: String,
    /// Whether it can be taken in.
    pub can_take: bool,
    /// Back to the form.
    pub again: String,
}

impl View for AttendanceImport {
    const TEMPLATE: &'static str = "staff/attendance_import";
}
