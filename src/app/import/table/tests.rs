//! What tables look like in the wild, and what is read out of them.

use super::*;

const WANTED: &[Column] = &[
    Column::needed("name", &["Naam", "Nom"]),
    Column::needed("email", &["E-mailadres", "Adresse électronique"]),
    Column::optional("start", &["Mandate start", "Début du mandat"]),
];

/// Line, name, address, start.
type Cells = (u64, String, String, String);

fn cells(table: &Table) -> Vec<Cells> {
    table.records().map(|r| (r.line, r.get("name").into(), r.get("email").into(), r.get("start").into())).collect()
}

fn row(line: u64, name: &str, email: &str, start: &str) -> Cells {
    (line, name.into(), email.into(), start.into())
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn encodings_are_recognised() {
    let text = "Naam;E-mailadres\nZoë Müller;zoe@x.be\n";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    for (what, bytes) in [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", marked),
        ("UTF-16 LE", utf16(text, false)),
        ("UTF-16 BE", utf16(text, true)),
        ("Latin-1", latin),
    ] {
        assert_eq!(cells(&Table::read(&bytes, WANTED).unwrap()), [row(2, "Zoë Müller", "zoe@x.be", "")], "{what}");
    }
    let euro = Table::read(b"name,email\nJ\x80n \x96 x,j@x.be\n", WANTED).unwrap();
    assert_eq!(cells(&euro), [row(2, "J€n – x", "j@x.be", "")], "Windows-1252 has signs where Latin-1 has none");
}

#[test]
fn what_is_no_text_is_refused() {
    let half = &utf16("name;email\nJan;j@x.be", false)[..21];
    for (bytes, expected) in [
        (b"PK\x03\x04rest".as_slice(), TableFault::Workbook),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", TableFault::Workbook),
        (b"name;email\nJ\0n;j@x.be", TableFault::NotText),
        (half, TableFault::NotText),
        (b"\xEF\xBB\xBFname\n\xff", TableFault::NotText),
        (b"", TableFault::Empty),
        (b"\xEF\xBB\xBF", TableFault::Empty),
        (b" \n;;\n\n", TableFault::Empty),
        (b"name;email\n;\n\n", TableFault::NoRows),
    ] {
        assert_eq!(Table::read(bytes, WANTED).unwrap_err(), expected, "{bytes:?}");
    }
    assert_eq!(Table::read(&vec![b'a'; MAX_BYTES + 1], WANTED).unwrap_err(), TableFault::TooLarge { bytes: MAX_BYTES + 1 });
}

#[test]
fn separators_quotes_and_lines_are_found() {
    let one = || vec![row(2, "Peeters, Jan", "j@x.be", "2026-01-01")];
    for (text, expected) in [
        ("name;email;start\nPeeters, Jan;j@x.be;2026-01-01", one()),
        ("name\temail\tstart\nPeeters, Jan\tj@x.be\t2026-01-01\n", one()),
        ("name,email,start\n\"Peeters, Jan\",j@x.be,2026-01-01\r\n", one()),
        ("sep=,\nname,email,start\n\"Peeters, Jan\",j@x.be,2026-01-01", vec![row(3, "Peeters, Jan", "j@x.be", "2026-01-01")]),
        ("DÉBUT du mandat ; nom ; ADRESSE_ELECTRONIQUE\n2026-01-01; Peeters, Jan ;j@x.be", one()),
        ("name;email;start;;\nPeeters, Jan;j@x.be;2026-01-01;;\n;;;;\n", one()),
        ("\n\nname;email\n\n\nA;a@x.be\n\nB;b@x.be\n", vec![row(6, "A", "a@x.be", ""), row(8, "B", "b@x.be", "")]),
        ("name;email\r\r\nA;a@x.be\rB;b@x.be", vec![row(3, "A", "a@x.be", ""), row(4, "B", "b@x.be", "")]),
        ("name;email\n\"A\nZ\";a@x.be\nB;b@x.be", vec![row(2, "A\nZ", "a@x.be", ""), row(4, "B", "b@x.be", "")]),
        ("name;email\n\"A \"\"the\"\" Z\";a@x.be", vec![row(2, "A \"the\" Z", "a@x.be", "")]),
        ("name;email\nA", vec![row(2, "A", "", "")]),
    ] {
        assert_eq!(cells(&Table::of_text(text, WANTED).unwrap()), expected, "{text:?}");
    }
}

#[test]
fn wrong_columns_are_named() {
    let known = vec!["name", "email", "start"];
    let unknown = |names: &[&str]| TableFault::UnknownColumns { names: names.iter().map(|n| (*n).into()).collect(), known: known.clone() };
    for (text, expected) in [
        ("name;e;phone\nx;y;z", unknown(&["e", "phone"])),
        ("name;;email\nx;;z", unknown(&[""])),
        ("Jan;j@x.be\nAn;a@x.be", unknown(&["Jan", "j@x.be"])),
        ("start\nx", TableFault::MissingColumns(vec!["name", "email"])),
        ("name;email;Naam\nx;y;z", TableFault::TwiceColumn("name")),
        ("name;email\nA;a@x.be\n\"B;b@x.be\nC;c@x.be", TableFault::OpenQuote { line: 3 }),
        ("name;email\nA;a@x.be\nB;\"", TableFault::OpenQuote { line: 3 }),
        ("name;\"email\nA;a@x.be\n", TableFault::OpenQuote { line: 1 }),
    ] {
        assert_eq!(Table::of_text(text, WANTED).unwrap_err(), expected, "{text:?}");
        assert!(!expected.to_string().is_empty() && !expected.code().is_empty());
    }
}

#[test]
fn a_separator_too_many_is_told() {
    let table = Table::of_text("name;email\nJan;Piet;j@x.be\nAn;a@x.be;;\n", WANTED).unwrap();
    assert_eq!(table.records().map(|r| r.beyond()).collect::<Vec<_>>(), [Some("j@x.be"), None]);
    assert!(table.has("name") && !table.has("start"));
}

#[test]
fn as_many_rows_as_promised_and_no_more() {
    let full = format!("name;email\n{}", "Jan;j@x.be\n".repeat(MAX_ROWS));
    let table = Table::of_text(&full, WANTED).unwrap();
    assert_eq!((table.len(), table.records().last().map(|r| r.line)), (MAX_ROWS, Some(MAX_ROWS as u64 + 1)));
    assert_eq!(Table::of_text(&format!("{full}Jan;j@x.be"), WANTED).unwrap_err(), TableFault::TooManyRows);
}

#[test]
fn quotes_are_short_and_on_one_line() {
    assert_eq!(quoted("a\nb"), "a b");
    assert_eq!(quoted(&"x".repeat(61)), format!("{}…", "x".repeat(60)));
}

mod workbooks {
    use std::io::{Cursor, Write};

    use super::super::{MAX_ROWS, TableFault, text_of};

    const WORKBOOK: &[u8] = include_bytes!("../../../../tests/fixtures/tables/members.xlsx");

    /// A workbook of one sheet with this in it.
    fn book(sheet: &str) -> Vec<u8> {
        book_with(sheet, "<sst/>")
    }

    /// The same with these shared texts.
    fn book_with(sheet: &str, texts: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let head = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
        for (name, text) in [
            (
                "_rels/.rels",
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
            ),
            (
                "xl/workbook.xml",
                r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
            ),
            (
                "xl/_rels/workbook.xml.rels",
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
            ),
            ("xl/worksheets/sheet1.xml", sheet),
            ("xl/sharedStrings.xml", texts),
        ] {
            archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(format!("{head}{text}").as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn sheet(rows: &str) -> Vec<u8> {
        book(&format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>"#
        ))
    }

    fn cell(at: &str, text: &str) -> String {
        format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    }

    #[test]
    fn the_first_sheet_that_is_shown_is_read() {
        let lines: Vec<String> = text_of(WORKBOOK).unwrap().lines().map(str::to_owned).collect();
        assert_eq!(lines[0], "Naam;E-mailadres;Organisatie;Functie;Taal;Begin;Einde;Plaatsvervanger");
        assert_eq!(lines[1], "Zoë Dupont;zoe@fod.example;\"FOD Voorbeeld; Bruggen\";DPO;fr;2026-01-01;2027-12-31;nee");
        assert_eq!(
            (lines[2].as_str(), lines[3].as_str()),
            ("", "\"An \"\"de\"\" Maes\";an@fod.example;FOD Voorbeeld Sluizen;CSI;nl;2026-03-01;;true")
        );
        assert!(lines[4].starts_with("Jan Peeters;jan@fod.example;2026;CSI;de;2026-02-01"), "{}", lines[4]);
    }

    #[test]
    fn what_claims_to_be_huge_costs_nothing() {
        let far = sheet(&format!("<row r=\"1\">{}</row><row r=\"9\">{}</row>", cell("A1", "x"), cell("C9", "y")));
        assert_eq!(text_of(&far).unwrap(), "x\n\n\n\n\n\n\n\n;;y\n");
        let wide = sheet(&format!("<row r=\"1\">{}</row>", cell("XFD1", "x")));
        assert_eq!(text_of(&wide).unwrap_err(), TableFault::Workbook);
        let row = MAX_ROWS + 2;
        let deep = sheet(&format!("<row r=\"{row}\">{}</row>", cell(&format!("A{row}"), "x")));
        assert_eq!(text_of(&deep).unwrap_err(), TableFault::TooManyRows);
        let back = sheet(&format!("<row r=\"9\">{}</row><row r=\"1\">{}</row>", cell("A9", "x"), cell("A1", "y")));
        assert_eq!(text_of(&back).unwrap_err(), TableFault::Workbook);
        for claim in ["100000000000", "18446744073709551615", "99999999999999999999999999"] {
            for quote in ["\"", "'"] {
                let claims = book_with("<worksheet/>", &format!("<sst uniqueCount = {quote}{claim}{quote}></sst>"));
                assert_eq!(text_of(&claims).unwrap_err(), TableFault::Workbook, "{claim}");
            }
        }
        let blank = format!(r#"<sst uniqueCount="1"><si><t xml:space="preserve">{}</t></si></sst>"#, " ".repeat(1024 * 1024));
        let cells = r#"<c t="s"><v>0</v></c>"#.repeat(100);
        let repeated = book_with(&format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>"), &blank);
        assert!(matches!(text_of(&repeated).unwrap_err(), TableFault::TooLarge { .. }), "each look at a blank text counts");
        let texts = book_with("<worksheet/>", &format!("<sst>{}</sst>", "<si/>".repeat(4_000_001)));
        assert_eq!(text_of(&texts).unwrap_err(), TableFault::TooManyRows);
        let bomb = sheet(&" ".repeat(48 * 1024 * 1024));
        assert!(bomb.len() < 1024 * 1024, "small as it comes");
        assert!(matches!(text_of(&bomb).unwrap_err(), TableFault::TooLarge { .. }));
    }

    #[test]
    fn damaged_workbooks_are_refused_and_nothing_panics() {
        for end in (4..WORKBOOK.len()).step_by(97) {
            assert_eq!(text_of(&WORKBOOK[..end]).unwrap_err(), TableFault::Workbook, "{end}");
        }
        for place in (0..WORKBOOK.len()).step_by(13) {
            let mut bent = WORKBOOK.to_vec();
            bent[place] ^= 0x55;
            // Whatever it is taken for, it is an answer.
            let _ = text_of(&bent);
        }
        for text in ["", "<worksheet>", "<worksheet><sheetData><row r=\"0\"><c r=\"A0\"/></row></sheetData></worksheet>", "no XML at all &&"] {
            let _ = text_of(&book(text));
        }
    }
}
