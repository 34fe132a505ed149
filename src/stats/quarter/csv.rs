//! A report as CSV: a line for each figure, with codes for programs and its meaning in words beside it.

use std::borrow::Cow;

use super::words::Words;
use super::{Cell, QuarterReport};
use crate::stats::export::Csv;

/// The columns.
const COLUMNS: [&str; 9] = ["platform", "edition", "statistic", "of", "measure", "value", "part", "whole", "definition"];

/// The file. A share is a number from 0 to 1 with what it was made of; where there is no figure the value is empty.
///
/// # Errors
/// As [`Csv::new`].
pub fn file(report: &QuarterReport, words: Words<'_>) -> Result<Vec<u8>, csv::Error> {
    let mut file = Csv::new(&COLUMNS)?;
    for table in &report.tables {
        let definition = words.definition(table.statistic);
        for row in &table.rows {
            for (measure, cell) in table.columns.iter().zip(&row.cells) {
                let (value, part, whole) = values(cell);
                file.add([
                    report.platform.as_str().into(),
                    report.edition.to_string().into(),
                    table.statistic.code().into(),
                    row.of.code().into(),
                    measure.code().into(),
                    value.into(),
                    part.into(),
                    whole.into(),
                    Cow::from(definition.as_str()),
                ])?;
            }
        }
    }
    file.finish()
}

fn values(cell: &Cell) -> (String, String, String) {
    let only = |value: String| (value, String::new(), String::new());
    match cell {
        Cell::Nothing => only(String::new()),
        Cell::Number(n) => only(n.to_string()),
        Cell::Share { part, whole } => {
            let share = cell.thousandths().map(|n| format!("{}.{:03}", n / 1000, n % 1000)).unwrap_or_default();
            (share, part.to_string(), whole.to_string())
        }
        Cell::Halves(n) => only(if n % 2 == 0 { (n / 2).to_string() } else { format!("{}.5", n / 2) }),
        Cell::Day(day) => only(day.to_string()),
        Cell::Word(said) => only(said.code.clone()),
    }
}
