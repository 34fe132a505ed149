//! Attendance: filter, charts, table.

use serde::Serialize;

use super::Input;
use crate::web::view::{Chart, FormError, View};

/// A row of the table.
#[derive(Clone, Debug, Serialize)]
pub struct FiguresRow {
    /// What is counted, in words, one for each dimension.
    pub of: Vec<String>,
    /// The figures.
    pub figures: Vec<String>,
}

/// The attendance report.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Figures {
    /// Faults of the filter.
    pub errors: Vec<FormError>,
    /// The filter.
    pub fields: Vec<Input>,
    /// Where the filter goes.
    pub action: String,
    /// What is shown, in words.
    pub scope: String,
    /// The charts, each with its own table.
    pub charts: Vec<Chart>,
    /// Headings of the dimensions.
    pub dimensions: Vec<String>,
    /// Headings of the figures.
    pub measures: Vec<String>,
    /// Rows.
    pub rows: Vec<FiguresRow>,
    /// The last row.
    pub total: Vec<String>,
    /// How many columns the word "total" spans.
    pub span: usize,
    /// The file for a spreadsheet.
    pub csv: String,
    /// The file for a program.
    pub json: String,
    /// What the reports below are of.
    pub quarter: String,
    /// The reports of the last quarter shown, one a platform.
    pub reports: Vec<QuarterFile>,
}

impl View for Figures {
    const TEMPLATE: &'static str = "staff/figures";
}

/// A link to a report or a file.
#[derive(Clone, Debug, Serialize)]
pub struct QuarterFile {
    /// Where.
    pub href: String,
    /// In words.
    pub label: String,
}

/// A statistic of a quarter.
#[derive(Clone, Debug, Serialize)]
pub struct QuarterTable {
    /// Its place on the page.
    pub id: &'static str,
    /// Title.
    pub title: String,
    /// What its figures mean.
    pub what: String,
    /// What its rows are.
    pub of: String,
    /// Headings of the figures.
    pub columns: Vec<String>,
    /// Rows.
    pub rows: Vec<FiguresRow>,
}

/// One figure that differs between two revisions.
#[derive(Clone, Debug, Serialize)]
pub struct QuarterDifference {
    /// In which table.
    pub table: String,
    /// In which row and column.
    pub of: String,
    /// How it was.
    pub was: String,
    /// How it is.
    pub is: String,
}

/// A revision of a closed quarter.
#[derive(Clone, Debug, Serialize)]
pub struct QuarterRevision {
    /// The report as it has it.
    pub href: String,
    /// Which.
    pub label: String,
    /// When, why, and what it is known by.
    pub lines: Vec<String>,
    /// What differs from the one before.
    pub differences: Vec<QuarterDifference>,
}

/// The report of a quarter.
#[derive(Clone, Debug, Default, Serialize)]
pub struct QuarterPage {
    /// Platform and quarter.
    pub title: String,
    /// How it went.
    pub standing: String,
    /// The report as files.
    pub files: Vec<QuarterFile>,
    /// The quarters before and after.
    pub neighbours: Vec<QuarterFile>,
    /// As what it was frozen; empty when it was not.
    pub closing: Vec<String>,
    /// The way to closing it, for whoever may.
    pub close: Option<QuarterFile>,
    /// What was corrected since it was closed and is not told yet, for whoever may close it again.
    pub corrected: Vec<QuarterDifference>,
    /// Its revisions.
    pub revisions: Vec<QuarterRevision>,
    /// The statistics.
    pub tables: Vec<QuarterTable>,
}

impl View for QuarterPage {
    const TEMPLATE: &'static str = "staff/quarter";
}
