//! Tables as CSV (RFC 4180) that no spreadsheet mistakes for formulas, and as plain text for a terminal.

use std::borrow::Cow;

use super::attendance::{Dimension, Key, MEASURES, Report};
use super::published::{HIDDEN, Published};

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front (ASVS 1.2.10, with CR, LF and full-width signs).
pub fn safe_cell(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::from(format!("'{text}")) } else { Cow::from(text) }
}

/// What [`safe_cell`] was made of: a file that we wrote is read as it was meant. Any other cell is what it is.
pub fn meant_cell(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell)
}

fn is_formula(text: &str) -> bool {
    let dangerous = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠');
    // A spreadsheet trims blanks before it looks.
    text.trim_start_matches([' ', '\u{a0}']).starts_with(dangerous) || text.starts_with(dangerous)
}

/// A table as CSV, with every cell quoted and CRLF at the end of each line; built row by row, so that nobody has to hold
/// all rows to write them.
pub struct Csv(csv::Writer<Vec<u8>>);

impl Csv {
    /// A table that so far only has its heading.
    ///
    /// # Errors
    /// Never for in-memory output; the error type is the csv crate's. So it is for the others.
    pub fn new(header: &[&str]) -> Result<Self, csv::Error> {
        let mut table = Self(empty());
        table.0.write_record(header)?;
        Ok(table)
    }

    /// Adds a row of as many cells as the heading has.
    ///
    /// # Errors
    /// When it has more or fewer.
    pub fn add<'a>(&mut self, row: impl IntoIterator<Item = Cow<'a, str>>) -> Result<(), csv::Error> {
        for cell in row {
            self.0.write_field(safe_cell(&cell).as_bytes())?;
        }
        self.0.write_record(None::<&[u8]>)
    }

    /// What was added since the last part: the parts of a long file, one after another, are the file.
    ///
    /// # Errors
    /// As [`Csv::new`].
    pub fn part(&mut self) -> Result<Vec<u8>, csv::Error> {
        Self(std::mem::replace(&mut self.0, empty())).finish()
    }

    /// The file, or its last part.
    ///
    /// # Errors
    /// As [`Csv::new`].
    pub fn finish(self) -> Result<Vec<u8>, csv::Error> {
        self.0.into_inner().map_err(|e| csv::Error::from(e.into_error()))
    }
}

fn empty() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).terminator(csv::Terminator::CRLF).from_writer(Vec::new())
}

/// The report as CSV.
///
/// # Errors
/// As [`Csv::new`].
pub fn report_csv(report: &Report) -> Result<Vec<u8>, csv::Error> {
    csv_of(&report.by, report.rows.iter().map(|row| (&row.key, row.counts.values().map(|n| n.to_string()))))
}

/// What may be published, as CSV.
///
/// # Errors
/// As [`Csv::new`].
pub fn published_csv(report: &Published) -> Result<Vec<u8>, csv::Error> {
    csv_of(&report.by, report.rows.iter().map(|row| (&row.key, row.told.map(figure))))
}

fn csv_of<'a>(by: &[Dimension], rows: impl Iterator<Item = (&'a Key, [String; 4])>) -> Result<Vec<u8>, csv::Error> {
    let header: Vec<&str> = by.iter().map(|d| d.code()).chain(MEASURES).collect();
    let mut table = Csv::new(&header)?;
    for (key, figures) in rows {
        table.add(key.values().map(Cow::from).chain(figures.into_iter().map(Cow::from)))?;
    }
    table.finish()
}

fn figure(told: Option<u64>) -> String {
    told.map_or_else(|| HIDDEN.to_owned(), |n| n.to_string())
}

/// The report as text in columns, with a line for the total.
pub fn report_table(report: &Report) -> String {
    let rows = report.rows.iter().map(|row| (&row.key, row.counts.values().map(|n| n.to_string())));
    table_of(&report.by, rows, report.total.values().map(|n| n.to_string()))
}

/// What may be published, as text in columns, with a line for the total.
pub fn published_table(report: &Published) -> String {
    table_of(&report.by, report.rows.iter().map(|row| (&row.key, row.told.map(figure))), report.total.map(figure))
}

fn table_of<'a>(by: &[Dimension], rows: impl Iterator<Item = (&'a Key, [String; 4])>, sums: [String; 4]) -> String {
    let mut lines: Vec<Vec<String>> = vec![by.iter().map(|d| d.code().to_owned()).chain(MEASURES.iter().map(|m| (*m).replace('_', "-"))).collect()];
    lines.extend(rows.map(|(key, figures)| key.values().map(str::to_owned).chain(figures).collect()));
    let mut total = vec![String::new(); by.len()];
    if let Some(first) = total.first_mut() {
        *first = "total".into();
    }
    total.extend(sums);
    lines.push(total);
    let width = |column: usize| lines.iter().filter_map(|l| l.get(column)).map(|c| c.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
    let mut text = String::new();
    for line in &lines {
        let cells: Vec<String> = line
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, width))| if column < by.len() { format!("{cell:<width$}") } else { format!("{cell:>width$}") })
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for bad in ["=1+1", "+32", "-1", "@x", "\tx", "\rx", "\0", "＝1", " =1"] {
            assert!(safe_cell(bad).starts_with('\''), "{bad:?}");
            assert_eq!(meant_cell(&safe_cell(bad)), bad);
        }
        for plain in ["Zoë =)", "'s Jongers", "'t Kint", "O'Neill", "'", ""] {
            assert_eq!((safe_cell(plain).as_ref(), meant_cell(plain)), (plain, plain));
        }
    }

    #[test]
    fn quotes_and_line_breaks_stay_inside_their_cell() {
        let mut table = Csv::new(&["a", "b"]).unwrap();
        table.add(["x\"y".into(), "1\r\n2".into()]).unwrap();
        assert_eq!(String::from_utf8(table.finish().unwrap()).unwrap(), "\"a\",\"b\"\r\n\"x\"\"y\",\"1\r\n2\"\r\n");
    }
}
