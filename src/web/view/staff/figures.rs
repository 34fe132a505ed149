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
}

impl View for Figures {
    const TEMPLATE: &'static str = "staff/figures";
}
