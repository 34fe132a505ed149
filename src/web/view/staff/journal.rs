//! The journal's page.

use serde::Serialize;

use super::super::View;
use super::Input;

/// A page of the journal.
#[derive(Clone, Debug, Default, Serialize)]
pub struct JournalPage {
    /// Where the search goes.
    pub action: String,
    /// Its fields.
    pub fields: Vec<Input>,
    /// Entries, newest first.
    pub rows: Vec<JournalRow>,
    /// The first page; empty on it.
    pub first: String,
    /// The next page; empty on the last.
    pub next: String,
}

impl View for JournalPage {
    const TEMPLATE: &'static str = "staff/journal";
}

/// An entry.
#[derive(Clone, Debug, Default, Serialize)]
pub struct JournalRow {
    /// Its number.
    pub number: String,
    /// When.
    pub when: String,
    /// Who.
    pub who: String,
    /// Did what.
    pub what: String,
    /// To what.
    pub about: String,
    /// Where to see it; may be empty.
    pub href: String,
    /// What changed.
    pub changes: Vec<JournalChange>,
    /// How many changes are not shown; empty when all are.
    pub more: String,
}

/// A field that changed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct JournalChange {
    /// Which.
    pub field: String,
    /// As it was; empty for what is new.
    pub was: String,
    /// As it became; empty for what is gone.
    pub became: String,
}
