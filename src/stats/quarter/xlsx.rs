//! A report as a workbook: a sheet for each table, numbers as numbers, and a sheet that says what every figure means.

use std::io;

use super::words::Words;
use super::{Cell, QuarterReport};
use crate::stats::workbook::{self, Workbook};

/// Longest name of a sheet, in UTF-16 units, as spreadsheets have it.
const LONGEST_NAME: usize = 31;
/// Widths of columns, in characters: of what rows are about, of figures, of definitions.
const WIDTHS: [u32; 3] = [44, 18, 110];

/// The file.
///
/// # Errors
/// As [`Workbook::new`].
pub fn file(report: &QuarterReport, words: Words<'_>) -> io::Result<Vec<u8>> {
    let mut names: Vec<String> = vec![words.t("quarter-summary")];
    names.extend(report.tables.iter().map(|table| words.table(table.statistic)));
    names.push(words.t("quarter-definitions"));
    let mut book = Workbook::of_sheets(&distinct(names))?;
    summary(&mut book, report, words)?;
    for table in &report.tables {
        let widths: Vec<u32> = std::iter::once(WIDTHS[0]).chain(table.columns.iter().map(|_| WIDTHS[1])).collect();
        let head = words.head(table);
        book.sheet(&head.iter().map(String::as_str).collect::<Vec<_>>(), &widths)?;
        for row in &table.rows {
            let of = workbook::Cell::Text(words.of(&row.of).into());
            book.add(std::iter::once(of).chain(row.cells.iter().map(|cell| typed(cell, words))))?;
        }
    }
    book.sheet(&[&words.t("quarter-table"), &words.t("quarter-definition")], &[WIDTHS[0], WIDTHS[2]])?;
    for table in &report.tables {
        book.add([words.table(table.statistic), words.definition(table.statistic)].map(|text| workbook::Cell::Text(text.into())))?;
    }
    book.finish()
}

fn summary(book: &mut Workbook, report: &QuarterReport, words: Words<'_>) -> io::Result<()> {
    book.sheet(&[&words.title(report)], &[WIDTHS[2]])?;
    let lines = [words.standing(report), words.t("quarter-internal")].into_iter().chain(words.closing(report));
    lines.map(|text| workbook::Cell::Text(text.into())).try_for_each(|cell| book.add([cell]))
}

fn typed(cell: &Cell, words: Words<'_>) -> workbook::Cell<'static> {
    match cell {
        Cell::Nothing => workbook::Cell::Empty,
        Cell::Number(n) => workbook::Cell::Number(i64::try_from(*n).unwrap_or(i64::MAX)),
        Cell::Share { part, whole } if *whole > 0 => workbook::Cell::Share(*part as f64 / *whole as f64),
        Cell::Share { .. } => workbook::Cell::Empty,
        Cell::Halves(n) => workbook::Cell::Decimal(*n as f64 / 2.0),
        Cell::Day(day) => workbook::Cell::Day(*day),
        Cell::Word(_) => workbook::Cell::Text(words.cell(cell).into()),
    }
}

/// Names that a spreadsheet takes: short, without its own signs, no two the same.
fn distinct(names: Vec<String>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let plain: String = name.chars().map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') { ' ' } else { c }).collect();
        let mut n = 1;
        let mut short = cut(&plain, "");
        while taken.iter().any(|other| other.to_lowercase() == short.to_lowercase()) {
            n += 1;
            short = cut(&plain, &format!(" {n}"));
        }
        taken.push(short);
    }
    taken
}

fn cut(name: &str, ending: &str) -> String {
    let mut room = LONGEST_NAME.saturating_sub(ending.len());
    let fits = |c: &char| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    };
    format!("{}{ending}", name.trim().chars().take_while(fits).collect::<String>().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_spreadsheets_take() {
        let long = "Sector: now/then, compared with the year before";
        let names = distinct(vec![long.into(), long.into(), "People".into(), "people".into()]);
        assert_eq!(names, ["Sector  now then, compared with", "Sector  now then, compared wi 2", "People", "people 2"]);
    }
}
