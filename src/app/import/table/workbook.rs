//! Workbooks (Office Open XML, `.xlsx`) as text: the first sheet that is shown, one line for each of its rows.
//!
//! What somebody sends may be made to unpack into any amount, or to claim that it will: nothing is read before it is known to be small,
//! rows and columns count where they stand, not where a cell says the sheet ends, and every text that is looked at counts, blank or not.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, SheetVisible, Xlsx};

use super::fault::TableFault;
use super::{MAX_BYTES, MAX_ROWS};

/// What every archive begins with.
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// Workbooks of before 2007.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
/// Most files in the archive.
const MAX_FILES: usize = 2_000;
/// Most columns; no table that is read has as many.
const MAX_COLUMNS: u32 = 200;
/// Most bytes that all files of the archive hold once unpacked.
const MAX_UNPACKED: usize = 48 * 1024 * 1024;
/// Most tags in all of them: each may become a text of its own in memory.
const MAX_TAGS: usize = 4_000_000;
/// Stands before how many texts there will be, for which the reader makes room before it has seen one.
const CLAIM: &[u8] = b"uniqueCount";

/// Whether these bytes are an archive or a workbook of any age, and not text.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(ARCHIVE) || bytes.starts_with(COMPOUND)
}

/// The rows as lines of cells between semicolons, quoted where needed; line ends within a cell become blanks, so that a row keeps
/// its number. Dates are written `2026-12-31`.
///
/// # Errors
/// `Workbook` for what is no such workbook, is locked with a password or has no sheet; `TooLarge`, `TooManyRows`.
pub fn text_of(bytes: &[u8]) -> Result<String, TableFault> {
    check_size(bytes)?;
    let unreadable = |_| TableFault::Workbook;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let shown = book.sheets_metadata().iter().find(|sheet| sheet.visible == SheetVisible::Visible);
    let name = shown.map(|sheet| sheet.name.clone()).ok_or(TableFault::Workbook)?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(unreadable)?;
    let (mut lines, mut looked_at) = (Lines::default(), 0);
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        // A text that is kept once may stand in every cell.
        looked_at += match cell.get_value() {
            DataRef::SharedString(text) => text.len(),
            DataRef::String(text) => text.len(),
            _ => 0,
        };
        if looked_at > MAX_BYTES {
            return Err(TableFault::TooLarge { bytes: looked_at });
        }
        let text = words(cell.get_value());
        if !text.trim().is_empty() {
            lines.put(cell.get_position(), text)?;
        }
    }
    lines.end()
}

fn check_size(bytes: &[u8]) -> Result<(), TableFault> {
    if bytes.len() > MAX_BYTES {
        return Err(TableFault::TooLarge { bytes: bytes.len() });
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableFault::Workbook)?;
    if archive.len() > MAX_FILES {
        return Err(TableFault::Workbook);
    }
    let (mut unpacked, mut tags) = (0, 0);
    for number in 0..archive.len() {
        let file = archive.by_index(number).map_err(|_| TableFault::Workbook)?;
        // What the archive says of itself may be a lie.
        let (mut text, most) = (Vec::new(), MAX_UNPACKED - unpacked);
        file.take(most as u64 + 1).read_to_end(&mut text).map_err(|_| TableFault::Workbook)?;
        if text.len() > most {
            return Err(TableFault::TooLarge { bytes: unpacked + text.len() });
        }
        unpacked += text.len();
        tags += text.iter().filter(|byte| **byte == b'<').count();
        if tags > MAX_TAGS {
            return Err(TableFault::TooManyRows);
        }
        if claims_more_than_it_holds(&text) {
            return Err(TableFault::Workbook);
        }
    }
    Ok(())
}

/// Whether a file says that it holds more texts than it has bytes.
fn claims_more_than_it_holds(text: &[u8]) -> bool {
    text.windows(CLAIM.len()).enumerate().filter(|(_, window)| *window == CLAIM).any(|(at, _)| {
        let digits = text[at + CLAIM.len()..].iter().skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n'));
        let digits: String = digits.take_while(|byte| byte.is_ascii_digit()).map(|byte| char::from(*byte)).collect();
        // More digits than fit are more than it holds, too.
        !digits.is_empty() && digits.parse::<usize>().map_or(true, |count| count > text.len())
    })
}

/// A cell as its owner sees it.
fn words(value: &DataRef<'_>) -> String {
    let text = match Data::from(value.clone()) {
        // Numbers are floating: one without a fraction is meant as a whole one.
        Data::Float(n) if n.fract() == 0.0 && n.abs() < 1e15 => format!("{n:.0}"),
        Data::DateTime(at) if at.is_datetime() => {
            let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
        }
        other => other.to_string(),
    };
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Cells put one behind the other, as they come: row by row, in each from the left.
#[derive(Default)]
struct Lines {
    text: String,
    row: u32,
    column: u32,
}

impl Lines {
    fn put(&mut self, (row, column): (u32, u32), text: String) -> Result<(), TableFault> {
        if row as usize > MAX_ROWS {
            return Err(TableFault::TooManyRows);
        }
        if column >= MAX_COLUMNS || row < self.row || (row == self.row && column < self.column) {
            return Err(TableFault::Workbook);
        }
        while self.row < row {
            self.text.push('\n');
            (self.row, self.column) = (self.row + 1, 0);
        }
        while self.column < column {
            self.text.push(';');
            self.column += 1;
        }
        if text.contains([';', '"', ',']) {
            self.text.extend(["\"", &text.replace('"', "\"\""), "\""]);
        } else {
            self.text.push_str(&text);
        }
        if self.text.len() > MAX_BYTES { Err(TableFault::TooLarge { bytes: self.text.len() }) } else { Ok(()) }
    }

    fn end(mut self) -> Result<String, TableFault> {
        self.text.push('\n');
        Ok(self.text)
    }
}
