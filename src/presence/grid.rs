//! Text as rows of cells that know their lines, and what a cell was meant to say.

use csv::StringRecord;

use super::columns::Names;
use super::fault::Fault;
use super::text::MAX_BYTES;

/// Most rows of a file.
pub const MAX_ROWS: usize = 200_000;
/// Most cells of a file: twenty in each row.
pub const MAX_CELLS: usize = 4_000_000;
/// How many lines may come before the names of the columns where the separator is looked for.
const LOOKED_AT: usize = 60;
/// Stands alone on a line after the last: missing, a quotation mark has swallowed it. No text contains it.
const END: &str = "\0";

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// The line it begins on, from 1.
    pub line: u64,
    /// Its cells as they stand in the file.
    pub cells: StringRecord,
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'t> {
    /// Text, without blanks around it; empty for nothing and for the dashes that mean it.
    Text(&'t str),
    /// A formula, which nobody here computes.
    Formula(&'t str),
}

impl Row {
    /// A cell as it was meant; empty where the row has none.
    pub fn cell(&self, place: usize) -> Cell<'_> {
        meant(self.cells.get(place).unwrap_or_default())
    }

    /// A cell's text; nothing for a formula.
    pub fn text(&self, place: usize) -> &str {
        match self.cell(place) {
            Cell::Text(text) => text,
            Cell::Formula(_) => "",
        }
    }

    /// How many cells hold something.
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !trim(cell).is_empty()).count()
    }
}

/// Webex writes `="2026-01-10 14:00:00"`, so that spreadsheets leave it alone; ours write `'=…` for what only looks like a formula.
fn meant(cell: &str) -> Cell<'_> {
    let cell = trim(cell);
    if let Some(literal) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'))
        && !literal.contains('"')
    {
        return Cell::Text(trim(literal));
    }
    if cell.starts_with('=') {
        return Cell::Formula(cell);
    }
    let bare = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell);
    Cell::Text(if matches!(bare, "-" | "--" | "n/a" | "N/A") { "" } else { bare })
}

/// Without blanks and marks of direction around it.
pub fn trim(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}'))
}

/// The rows of a text; those with nothing in them are left out.
///
/// # Errors
/// What keeps the text from being taken apart.
pub fn rows(text: &str, names: &Names) -> Result<Vec<Row>, Fault> {
    if text.len() > MAX_BYTES * 2 {
        return Err(Fault::TooLarge { bytes: text.len(), most: MAX_BYTES * 2 });
    }
    if text.contains('\0') {
        return Err(Fault::NotText);
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(Fault::Empty);
    }
    let mut text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let (skipped, separator) = separator(&text, names);
    if text.bytes().filter(|byte| *byte == separator || *byte == b'\n').count() > MAX_CELLS {
        return Err(Fault::TooManyCells { most: MAX_CELLS });
    }
    text.push('\n');
    text.push_str(END);
    text.push('\n');
    apart(text.get(skipped..).unwrap_or_default(), separator, u64::from(skipped > 0))
}

/// How many bytes come before the table (a line `sep=;`, as some programs write it), and what separates cells: what makes most names of
/// columns known on one line; where none are, a tab if there is one.
fn separator(text: &str, names: &Names) -> (usize, u8) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(given) = first.strip_prefix("sep=").and_then(|rest| rest.bytes().next())
        && first.len() == 5
        && b";,\t|".contains(&given)
    {
        return (6, given);
    }
    let known = |line: &str, separator: u8| line.split(char::from(separator)).take(60).filter(|cell| names.knows(cell.trim_matches('"'))).count();
    let merit = |separator: &u8| {
        let lines = || text.lines().filter(|line| line.len() < 4_000).take(LOOKED_AT);
        let most = lines().map(|line| known(line, *separator)).max().unwrap_or(0);
        (most, lines().filter(|line| line.as_bytes().contains(separator)).count().min(3))
    };
    // The last of equals wins.
    (0, [b'|', b',', b';', b'\t'].into_iter().max_by_key(merit).unwrap_or(b'\t'))
}

fn apart(text: &str, separator: u8, lines_before: u64) -> Result<Vec<Row>, Fault> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .terminator(csv::Terminator::Any(b'\n'))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    let mut line = 0;
    // The text is UTF-8 and the reader flexible: reading from memory cannot fail.
    while reader.read_record(&mut record).map_err(|_| Fault::NotText)? {
        if record.len() == 1 && record.get(0) == Some(END) {
            return if rows.is_empty() { Err(Fault::Empty) } else { Ok(rows) };
        }
        // Where the reader stands, less the lines within the row: it counts empty lines before a row as part of it.
        let within: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        line = reader.position().line().saturating_sub(1 + within as u64) + lines_before;
        if record.iter().any(|cell| !trim(cell).is_empty()) {
            if rows.len() >= MAX_ROWS {
                return Err(Fault::TooManyRows { most: MAX_ROWS });
            }
            // A clone would be as large as the largest row before it.
            rows.push(Row { line, cells: record.iter().collect() });
        }
    }
    // The guard was swallowed: it was read as a part of the last row, which no quotation mark closed.
    Err(Fault::OpenQuote { line: line + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_say_what_they_mean() {
        for (cell, expected) in [
            (" Anna\u{a0}", Cell::Text("Anna")),
            ("=\"2026-01-10 14:00:00\"", Cell::Text("2026-01-10 14:00:00")),
            ("=HYPERLINK(\"http://x.example\",\"Anna\")", Cell::Formula("=HYPERLINK(\"http://x.example\",\"Anna\")")),
            ("=\"a\"&\"b\"", Cell::Formula("=\"a\"&\"b\"")),
            ("'=Anna", Cell::Text("=Anna")),
            ("+32 2 555 01 00", Cell::Text("+32 2 555 01 00")),
            ("--", Cell::Text("")),
            ("\u{200e}10/12/2026", Cell::Text("10/12/2026")),
        ] {
            assert_eq!(meant(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn rows_know_their_lines_and_separators_are_found() {
        let names = Names::all();
        for (text, line, cells) in [
            ("Name,Email,Join Time\n\n\"Peeters,\nJan\",a,b\nx,y,z\n", [1, 3, 5], 3),
            ("sep=;\nName;Email;Join Time\na;b;c\nd,e;f;g", [2, 3, 4], 3),
            ("Name\tEmail\tJoin Time\r\nPeeters, Jan\t,\t;\r\na\tb\tc", [1, 2, 3], 3),
        ] {
            let rows = rows(text, names).unwrap();
            assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), line, "{text:?}");
            assert!(rows.iter().all(|row| row.cells.len() == cells), "{text:?}");
        }
        assert_eq!(rows("Name,Email\n\"open,b\nc,d\n", names).unwrap_err(), Fault::OpenQuote { line: 2 });
        assert_eq!(rows("a\0b", names).unwrap_err(), Fault::NotText);
        assert_eq!(rows(" \n,,\n", names).unwrap_err(), Fault::Empty);
        assert_eq!(rows(&format!("a{}\n", ",".repeat(99)).repeat(MAX_CELLS / 100 + 1), names).err(), Some(Fault::TooManyCells { most: MAX_CELLS }));
        assert_eq!(rows(&"a\n".repeat(MAX_ROWS + 1), names).err(), Some(Fault::TooManyRows { most: MAX_ROWS }));
    }
}
