//! Tables as a workbook (Office Open XML, `.xlsx`), built row by row: only what is packed is held. The same rows are the same file: it says
//! nothing of when it was made.
//!
//! Every cell says what it is. A text is a text, whatever it begins with: nothing in it is a formula, so that nothing has to be put in
//! front of it. Archives are packed by the crate that unpacks those that staff sends.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Cursor, Write};

use chrono::{NaiveDate, NaiveDateTime};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Words.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i64),
    /// A moment as a clock on the wall shows it.
    Moment(NaiveDateTime),
    /// Yes or no.
    Is(bool),
    /// A number with a decimal.
    Decimal(f64),
    /// A part of one, shown as a percentage.
    Share(f64),
    /// A day.
    Day(NaiveDate),
}

/// What a sheet says before its rows: the names of the columns stay when the rows move.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\">\
<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
<sheetFormatPr defaultRowHeight=\"15\" defaultColWidth=\"20\"/>";
const TAIL: &str = "</sheetData></worksheet>";

/// How a workbook hangs together, but for its sheets.
const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

/// How headings, moments, shares, decimals and days look, in the order of their numbers.
const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
<numFmts count=\"4\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/><numFmt numFmtId=\"165\" formatCode=\"0.0%\"/>\
<numFmt numFmtId=\"166\" formatCode=\"0.0\"/><numFmt numFmtId=\"167\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"7\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\"/>\
<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"166\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"167\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>\
<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

/// The files of a workbook with these sheets that are not sheets.
fn parts(sheets: &[impl AsRef<str>]) -> [(&'static str, String); 5] {
    const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    const LINK: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut types, mut named, mut links) = (String::new(), String::new(), String::new());
    for (n, name) in (1..).zip(sheets) {
        // Writing into a text cannot fail.
        let _ = write!(types, "<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{KIND}.worksheet+xml\"/>");
        let _ = write!(named, "<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>", escaped(name.as_ref()).replace('"', "&quot;"));
        let _ = write!(links, "<Relationship Id=\"rId{n}\" Type=\"{LINK}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>");
    }
    let last = sheets.len() + 1;
    [
        (
            "[Content_Types].xml",
            format!(
                "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{KIND}.sheet.main+xml\"/>\
<Override PartName=\"/xl/styles.xml\" ContentType=\"{KIND}.styles+xml\"/>{types}</Types>"
            ),
        ),
        ("_rels/.rels", RELATIONS.to_owned()),
        (
            "xl/workbook.xml",
            format!(
                "{XML}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{LINK}\"><sheets>{named}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}\
<Relationship Id=\"rId{last}\" Type=\"{LINK}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        ("xl/styles.xml", STYLES.to_owned()),
    ]
}

/// A workbook that is being built.
pub struct Workbook {
    archive: ZipWriter<Cursor<Vec<u8>>>,
    sheets: u32,
    rows: u32,
}

/// Every file in the archive is of the same moment, the first that it can say.
fn packed() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(zip::DateTime::default())
}

impl Workbook {
    /// One with a single sheet that so far only has the names of its columns.
    ///
    /// # Errors
    /// Never for in-memory output. So it is for the others.
    pub fn new(columns: &[&str]) -> io::Result<Self> {
        let mut book = Self::of_sheets(&["Sheet1"])?;
        book.sheet(columns, &[])?;
        Ok(book)
    }

    /// One with sheets of these names, all still to be begun, in this order.
    ///
    /// # Errors
    /// As [`Workbook::new`].
    pub fn of_sheets(names: &[impl AsRef<str>]) -> io::Result<Self> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts(names) {
            archive.start_file(name, packed())?;
            archive.write_all(text.as_bytes())?;
        }
        Ok(Self { archive, sheets: 0, rows: 0 })
    }

    /// Begins the next sheet with the names of its columns; a column without a width has the usual one.
    ///
    /// # Errors
    /// As [`Workbook::new`].
    pub fn sheet(&mut self, columns: &[&str], widths: &[u32]) -> io::Result<()> {
        self.end_sheet()?;
        self.sheets += 1;
        self.rows = 0;
        // Open until its last row.
        self.archive.start_file(format!("xl/worksheets/sheet{}.xml", self.sheets), packed())?;
        self.archive.write_all(HEAD.as_bytes())?;
        if !widths.is_empty() {
            let column = |(n, width): (usize, &u32)| format!("<col min=\"{n}\" max=\"{n}\" width=\"{width}\" customWidth=\"1\"/>");
            self.archive.write_all(format!("<cols>{}</cols>", (1..).zip(widths).map(column).collect::<String>()).as_bytes())?;
        }
        self.archive.write_all(b"<sheetData>")?;
        self.write(columns.iter().map(|name| Cell::Text((*name).into())), 2)
    }

    fn end_sheet(&mut self) -> io::Result<()> {
        if self.sheets > 0 { self.archive.write_all(TAIL.as_bytes()) } else { Ok(()) }
    }

    /// Adds a row.
    ///
    /// # Errors
    /// As [`Workbook::new`].
    pub fn add<'a>(&mut self, row: impl IntoIterator<Item = Cell<'a>>) -> io::Result<()> {
        self.write(row, 0)
    }

    fn write<'a>(&mut self, row: impl IntoIterator<Item = Cell<'a>>, style: u8) -> io::Result<()> {
        self.rows += 1;
        let mut line = format!("<row r=\"{}\">", self.rows);
        for (column, cell) in row.into_iter().enumerate() {
            let place = format!("{}{}", letters(column), self.rows);
            // Writing into a text cannot fail.
            let _ = match cell {
                Cell::Empty => Ok(()),
                Cell::Text(text) => {
                    write!(line, "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(&text))
                }
                Cell::Number(n) => write!(line, "<c r=\"{place}\"><v>{n}</v></c>"),
                Cell::Moment(at) => write!(line, "<c r=\"{place}\" s=\"1\"><v>{}</v></c>", serial(at)),
                Cell::Is(yes) => write!(line, "<c r=\"{place}\" t=\"b\"><v>{}</v></c>", u8::from(yes)),
                Cell::Share(share) => write!(line, "<c r=\"{place}\" s=\"4\"><v>{share}</v></c>"),
                Cell::Decimal(n) => write!(line, "<c r=\"{place}\" s=\"5\"><v>{n}</v></c>"),
                Cell::Day(day) => write!(line, "<c r=\"{place}\" s=\"6\"><v>{}</v></c>", serial(day.and_time(chrono::NaiveTime::MIN))),
            };
        }
        line.push_str("</row>");
        self.archive.write_all(line.as_bytes())
    }

    /// The file.
    ///
    /// # Errors
    /// As [`Workbook::new`].
    pub fn finish(mut self) -> io::Result<Vec<u8>> {
        self.end_sheet()?;
        Ok(self.archive.finish()?.into_inner())
    }
}

/// `A` … `Z`, `AA` …
fn letters(column: usize) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

/// Days since the last but one of 1899, as spreadsheets count them.
fn serial(at: NaiveDateTime) -> f64 {
    let from = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default().and_time(chrono::NaiveTime::MIN);
    (at - from).num_seconds() as f64 / 86_400.0
}

/// A text between tags. What XML cannot say at all is left out; what a spreadsheet would read as a sign by its number (`_x000A_`,
/// ECMA-376 part 1, 22.9.2.19) is written so that it stays what was typed.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        match c {
            '_' if is_numbered_sign(&text.as_bytes()[at..]) => out.push_str("_x005F_"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'.. => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether a text begins like `_x000A_`.
fn is_numbered_sign(text: &[u8]) -> bool {
    matches!(text, [b'_', b'x', number @ .., ] if number.len() >= 5 && number[..4].iter().all(u8::is_ascii_hexdigit) && number[4] == b'_')
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};

    use super::*;

    #[test]
    fn columns_are_lettered_and_moments_counted() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        let at = chrono::NaiveDate::from_ymd_opt(2026, 12, 10).unwrap().and_hms_opt(12, 0, 0).unwrap();
        assert!((serial(at) - 46_366.5).abs() < 1e-9, "{}", serial(at));
    }

    #[test]
    fn another_reader_finds_each_cell_as_what_it_is() {
        let mut book = Workbook::new(&["name", "n", "at", "present"]).unwrap();
        let hostile = "=HYPERLINK(\"https://a.be\") <b>&amp;</b> \u{1}👩‍👩 +1\n=2";
        let at = chrono::NaiveDate::from_ymd_opt(2026, 12, 10).unwrap().and_hms_opt(14, 30, 15).unwrap();
        book.add([Cell::Text(hostile.into()), Cell::Number(4), Cell::Moment(at), Cell::Is(true)]).unwrap();
        book.add([Cell::Text("  kept  ".into()), Cell::Empty, Cell::Empty, Cell::Is(false)]).unwrap();
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(book.finish().unwrap())).unwrap();
        assert!(read.worksheet_formula("Sheet1").unwrap().is_empty(), "no text is a formula");
        let sheet = read.worksheet_range("Sheet1").unwrap();
        let text = |s: &str| Data::String(s.to_owned());
        assert_eq!(sheet.get((0, 2)), Some(&text("at")));
        assert_eq!(sheet.get((1, 0)), Some(&text(&hostile.replace('\u{1}', ""))));
        assert_eq!(sheet.get((1, 1)), Some(&Data::Float(4.0)));
        assert!(matches!(sheet.get((1, 2)), Some(Data::DateTime(found)) if (found.as_f64() - serial(at)).abs() < 1e-9), "{:?}", sheet.get((1, 2)));
        assert_eq!((sheet.get((1, 3)), sheet.get((2, 3))), (Some(&Data::Bool(true)), Some(&Data::Bool(false))));
        assert_eq!((sheet.get((2, 0)), sheet.get((2, 1))), (Some(&text("  kept  ")), Some(&Data::Empty)));
    }

    #[test]
    fn sheets_keep_apart_and_the_same_rows_are_the_same_file() {
        let make = || {
            let mut book = Workbook::of_sheets(&["First & \"last\"", "Second"]).unwrap();
            book.sheet(&["of", "share"], &[40, 12]).unwrap();
            book.add([Cell::Text("a".into()), Cell::Share(0.125), Cell::Decimal(4.5)]).unwrap();
            book.sheet(&["day"], &[]).unwrap();
            book.add([Cell::Day(chrono::NaiveDate::from_ymd_opt(2026, 3, 31).unwrap())]).unwrap();
            book.finish().unwrap()
        };
        let bytes = make();
        assert_eq!(bytes, make());
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(read.sheet_names(), ["First & \"last\"", "Second"]);
        let first = read.worksheet_range("First & \"last\"").unwrap();
        assert_eq!((first.get((1, 1)), first.get((1, 2))), (Some(&Data::Float(0.125)), Some(&Data::Float(4.5))));
        let second = read.worksheet_range("Second").unwrap();
        assert!(matches!(second.get((1, 0)), Some(Data::DateTime(found)) if (found.as_f64() - 46_112.0).abs() < 1e-9));
    }

    #[test]
    fn what_looks_like_a_sign_by_its_number_stays_text() {
        for (typed, written) in [
            ("Jan_x000A__x003D_1+1", "Jan_x005F_x000A__x005F_x003D_1+1"),
            ("_x12_ _xZZZZ_ x_x", "_x12_ _xZZZZ_ x_x"),
            ("é_x00e9_", "é_x005F_x00e9_"),
            ("_x000A", "_x000A"),
        ] {
            assert_eq!(escaped(typed), written);
        }
    }

    #[test]
    fn ten_thousand_rows_stay_small() {
        let mut book = Workbook::new(&["reference", "name", "organisation"]).unwrap();
        for n in 0..10_000 {
            book.add([Cell::Text(format!("{n:043}").into()), Cell::Text(format!("Guest {n}").into()), Cell::Text("Example NV".into())]).unwrap();
        }
        let bytes = book.finish().unwrap();
        assert!(bytes.len() < 1024 * 1024, "{} bytes", bytes.len());
    }
}
