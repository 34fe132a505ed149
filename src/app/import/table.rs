//! Tables that people paste or upload: text in the encodings spreadsheets write, or a workbook; cells apart, columns found by their
//! names.
//!
//! Pure. It must not know what a column means: what a cell says is judged by whoever asked for the table.

mod fault;
mod workbook;

use std::borrow::Cow;
use std::collections::HashSet;

use csv::StringRecord;

pub use self::fault::TableFault;
use crate::domain::text::fold;
use crate::stats::export::meant_cell;

/// Most rows below the names of the columns.
pub const MAX_ROWS: usize = 200_000;
/// Largest file.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// How much of a cell a refusal quotes.
const SHOWN: usize = 60;
/// Stands alone on a line after the last: missing, a quotation mark has swallowed it. No text contains it.
const END: &str = "\0";

/// A column that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its canonical English name, by which its cells are asked for.
    pub name: &'static str,
    /// Other names it goes by, in any language. Case, accents, blanks and punctuation do not count.
    pub also: &'static [&'static str],
    /// Whether a table without it is refused.
    pub needed: bool,
}

impl Column {
    /// A column without which nothing can be done.
    pub const fn needed(name: &'static str, also: &'static [&'static str]) -> Self {
        Self { name, also, needed: true }
    }

    /// A column that may be left out; its cells are then empty.
    pub const fn optional(name: &'static str, also: &'static [&'static str]) -> Self {
        Self { name, also, needed: false }
    }

    fn is_called(&self, key: &str) -> bool {
        std::iter::once(&self.name).chain(self.also).any(|name| column_key(name) == key)
    }
}

/// A table that was read: its columns are known, its rows know their lines.
#[derive(Clone, Debug)]
pub struct Table {
    /// The canonical name of each column, in the order of the file.
    columns: Vec<&'static str>,
    rows: Vec<(u64, StringRecord)>,
}

/// One row below the names of the columns.
#[derive(Clone, Copy, Debug)]
pub struct Record<'t> {
    /// The line of the file it begins on, the names of the columns being on the first.
    pub line: u64,
    columns: &'t [&'static str],
    cells: &'t StringRecord,
}

impl<'t> Record<'t> {
    /// The cell of a column, without blanks around it and as it was meant (see [`meant_cell`]); empty when the table or the row has none.
    pub fn get(&self, column: &str) -> &'t str {
        let place = self.columns.iter().position(|name| *name == column);
        meant_cell(place.and_then(|place| self.cells.get(place)).unwrap_or_default().trim()).trim()
    }

    /// What stands to the right of the last column: the row has a separator too many, and its cells cannot be trusted.
    pub fn beyond(&self) -> Option<&'t str> {
        self.cells.iter().skip(self.columns.len()).map(str::trim).find(|cell| !cell.is_empty())
    }
}

impl Table {
    /// Reads a file: encoding by its first bytes, separator by what makes most of the column names known.
    ///
    /// # Errors
    /// What keeps the whole table from being read; what is wrong with single rows is for the caller to find.
    pub fn read(bytes: &[u8], wanted: &[Column]) -> Result<Self, TableFault> {
        if bytes.len() > MAX_BYTES {
            return Err(TableFault::TooLarge { bytes: bytes.len() });
        }
        Self::of_text(&decode(bytes)?, wanted)
    }

    /// Reads text that was pasted.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub fn of_text(text: &str, wanted: &[Column]) -> Result<Self, TableFault> {
        if text.len() > MAX_BYTES * 2 {
            return Err(TableFault::TooLarge { bytes: text.len() });
        }
        if text.contains('\0') {
            return Err(TableFault::NotText);
        }
        if !text.contains(char::is_alphanumeric) {
            return Err(TableFault::Empty);
        }
        let text = unify(text);
        let (skipped, separator) = separator(&text, wanted);
        let mut rows = rows(&text[skipped..], separator, u64::from(skipped > 0))?;
        if rows.is_empty() {
            return Err(TableFault::Empty);
        }
        let columns = columns(&rows.remove(0).1, wanted)?;
        if rows.is_empty() { Err(TableFault::NoRows) } else { Ok(Self { columns, rows }) }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row; a table that was read has one.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether the table has this column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains(&column)
    }

    /// The rows, in the order of the file.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(|(line, cells)| Record { line: *line, columns: &self.columns, cells })
    }
}

/// A cell cut to what a refusal can quote.
pub fn quoted(cell: &str) -> String {
    let mut shown: String = cell.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if cell.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// The text of a table that is a file: a workbook, or text in any encoding that spreadsheets write.
///
/// # Errors
/// What keeps it from being read; columns are looked at later.
pub fn text_of(bytes: &[u8]) -> Result<String, TableFault> {
    decode(bytes).map(Cow::into_owned)
}

/// A workbook's first sheet; UTF-16 and UTF-8 by their byte order marks, else UTF-8 if it is, else Windows-1252, of which Latin-1 is a part.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, TableFault> {
    if workbook::is_one(bytes) {
        return workbook::text_of(bytes).map(Cow::Owned);
    }
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]).ok_or(TableFault::NotText),
        None => Ok(std::str::from_utf8(bytes).map_or_else(|_| encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, Cow::Borrowed)),
    }
}

/// Ends every line with `\n`, also the last, and takes a byte order mark off.
fn unify(text: &str) -> String {
    let mut text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// How many bytes of the text come before the table (a line `sep=;`, as some programs write it), and what separates its cells:
/// of `;`, tab and `,` the one that makes most names of columns known, and most names of any kind among equals.
fn separator(text: &str, wanted: &[Column]) -> (usize, u8) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(given @ (b';' | b',' | b'\t' | b'|')) = first.strip_prefix("sep=").and_then(|rest| rest.as_bytes().first().copied())
        && first.len() == 5
    {
        return (6, given);
    }
    let heading = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let by_merit = |separator: &u8| {
        // Quotation marks do not count in names: no need to look at them here.
        let cells: Vec<&str> = heading.split(char::from(*separator)).collect();
        let known = cells.iter().filter(|cell| wanted.iter().any(|column| column.is_called(&column_key(cell)))).count();
        (known, cells.len())
    };
    // The last of equals wins.
    (0, [b',', b'\t', b';'].into_iter().max_by_key(by_merit).unwrap_or(b';'))
}

/// The rows with their lines; those with nothing in them are left out.
fn rows(text: &str, separator: u8, lines_before: u64) -> Result<Vec<(u64, StringRecord)>, TableFault> {
    let guarded = format!("{text}{END}\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .terminator(csv::Terminator::Any(b'\n'))
        .from_reader(guarded.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    let mut line = 1;
    // The text is UTF-8 and the reader flexible: reading from memory cannot fail.
    while reader.read_record(&mut record).map_err(|_| TableFault::NotText)? {
        if record.len() == 1 && record.get(0) == Some(END) {
            return Ok(rows);
        }
        // Where the reader stands, less the lines within the row: it counts empty lines before a row as part of it.
        let within: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        line = reader.position().line().saturating_sub(1 + within as u64) + lines_before;
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            if rows.len() > MAX_ROWS {
                return Err(TableFault::TooManyRows);
            }
            // Not a clone, which takes the whole buffer along: after one large row each small one would be as large.
            rows.push((line, record.iter().collect()));
        }
    }
    // The guard was swallowed: it was read as a part of the last row, which no line end closed.
    Err(TableFault::OpenQuote { line: line + 1 })
}

fn columns(heading: &StringRecord, wanted: &[Column]) -> Result<Vec<&'static str>, TableFault> {
    let is_blank = |place: &usize| heading.iter().skip(*place).all(|cell| cell.trim().is_empty());
    // Spreadsheets write separators for columns that are empty from top to bottom.
    let width = (0..heading.len()).find(is_blank).unwrap_or(heading.len());
    let (mut found, mut unknown) = (Vec::with_capacity(width), Vec::new());
    for cell in heading.iter().take(width) {
        let key = column_key(cell);
        match wanted.iter().find(|column| column.is_called(&key)) {
            Some(column) => found.push(column.name),
            None => unknown.push(quoted(cell.trim())),
        }
    }
    if !unknown.is_empty() {
        return Err(TableFault::UnknownColumns { names: unknown, known: wanted.iter().map(|column| column.name).collect() });
    }
    let missing: Vec<&'static str> = wanted.iter().filter(|c| c.needed && !found.contains(&c.name)).map(|c| c.name).collect();
    if !missing.is_empty() {
        return Err(TableFault::MissingColumns(missing));
    }
    let mut seen = HashSet::new();
    match found.iter().find(|name| !seen.insert(**name)) {
        Some(twice) => Err(TableFault::TwiceColumn(twice)),
        None => Ok(found),
    }
}

/// What names of columns are compared by: letters and digits alone, folded.
fn column_key(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests;
