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
