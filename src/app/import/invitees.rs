//! Lists of people to invite, as organisers have them: a table with or without the names of its columns, or addresses alone, as
//! mail programs copy them. Pure; whether somebody is invited already is for others to say.

use super::table::{Column, Record, Table, TableFault, decode, quoted};
use crate::app::invite::Invitee;
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName, fold};

/// Its columns; in this order where a list does not name them.
pub const COLUMNS: [Column; 5] = [
    Column::optional("name", &["full name", "naam", "volledige naam", "nom", "nom complet", "vollständiger name"]),
    Column::needed("email", &["e-mail", "mail", "e-mail address", "e-mailadres", "adresse e-mail", "courriel", "e-mail-adresse"]),
    Column::optional("organisation", &["organization", "organisatie", "organisme", "werkgever", "société", "employer"]),
    Column::optional("sector", &["secteur", "sektor"]),
    Column::optional("language", &["taal", "langue", "sprache"]),
];

/// What sectors are called in lists.
const SECTORS: [(Sector, &[&str]); 3] = [
    (Sector::Private, &["private", "prive", "privaat", "privat", "private sector", "privesector", "secteur prive", "privatsektor"]),
    (Sector::Academic, &["academic", "academisch", "academique", "akademisch", "academic sector", "academische sector", "secteur academique"]),
    (Sector::Public, &["public", "publiek", "openbaar", "offentlich", "public sector", "overheid", "publieke sector", "secteur public"]),
];

/// What languages are called in lists.
const LANGUAGES: [(Language, &[&str]); 4] = [
    (Language::Nl, &["nl", "dutch", "nederlands", "neerlandais", "niederlandisch"]),
    (Language::Fr, &["fr", "french", "frans", "francais", "franzosisch"]),
    (Language::De, &["de", "german", "duits", "allemand", "deutsch"]),
    (Language::En, &["en", "english", "engels", "anglais", "englisch"]),
];

/// One line that was read, or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, from 1.
    pub line: u64,
    /// Whom it means.
    pub read: Result<Invitee, LineFault>,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{column}: \"{given}\" ({code})")]
pub struct LineFault {
    /// Which column.
    pub column: &'static str,
    /// Why; with the column, the last part of the text's key.
    pub code: &'static str,
    /// What stands there, cut short.
    pub given: String,
}

/// Reads a list that was pasted. Who has no language gets this one; without it, no language is their fault.
///
/// # Errors
/// What keeps the whole list from being read.
pub fn of_text(text: &str, otherwise: Option<Language>) -> Result<Vec<Line>, TableFault> {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).ok_or(TableFault::Empty)?;
    if !first.contains('@') {
        return Ok(lines(&Table::of_text(text, &COLUMNS)?, 0, otherwise));
    }
    if text.lines().all(|line| pieces(line).all(|piece| piece.is_empty() || piece.contains('@'))) {
        return Ok(addresses(text, otherwise));
    }
    // The table's first line is no heading: it gets one, and each line keeps its number.
    let separator = [';', '\t', ','].into_iter().max_by_key(|s| first.matches(*s).count()).unwrap_or(';');
    let heading = COLUMNS.map(|column| column.name).join(&separator.to_string());
    Ok(lines(&Table::of_text(&format!("{heading}\n{text}"), &COLUMNS)?, 1, otherwise))
}

/// Reads a file; its first line names the columns, unless it holds an address.
///
/// # Errors
/// What keeps the whole file from being read.
pub fn of_bytes(bytes: &[u8], otherwise: Option<Language>) -> Result<Vec<Line>, TableFault> {
    of_text(&decode(bytes)?, otherwise)
}

fn lines(table: &Table, heading: u64, otherwise: Option<Language>) -> Vec<Line> {
    table.records().map(|record| Line { line: record.line - heading, read: invitee(&record, otherwise) }).collect()
}

fn invitee(record: &Record<'_>, otherwise: Option<Language>) -> Result<Invitee, LineFault> {
    if let Some(beyond) = record.beyond() {
        return Err(fault("row", "beyond", beyond));
    }
    let cell = |column| record.get(column);
    let filled = |column| Some(cell(column)).filter(|text| !text.is_empty());
    let email = EmailAddress::parse(cell("email")).map_err(|f| fault("email", f.code(), cell("email")))?;
    let name = filled("name").map(PersonName::parse).transpose().map_err(|f| fault("name", f.code(), cell("name")))?;
    let organisation =
        filled("organisation").map(OrganisationName::parse).transpose().map_err(|f| fault("organisation", f.code(), cell("organisation")))?;
    let sector = filled("sector").map(|text| called(&SECTORS, text).ok_or_else(|| fault("sector", "unknown", text))).transpose()?;
    let said = filled("language").map(|text| called(&LANGUAGES, text).ok_or_else(|| fault("language", "unknown", text))).transpose()?;
    let language = said.or(otherwise).ok_or_else(|| fault("language", "missing", ""))?;
    Ok(Invitee { email, name, organisation, sector, language })
}

fn fault(column: &'static str, code: &'static str, given: &str) -> LineFault {
    LineFault { column, code, given: quoted(given) }
}

fn called<T: Copy>(names: &[(T, &[&str])], given: &str) -> Option<T> {
    let given = fold(given);
    names.iter().find(|(_, known)| known.contains(&given.as_str())).map(|(value, _)| *value)
}

/// The parts of a line between separators; those within quotation marks separate nothing.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    line.split(move |c| {
        quoted ^= c == '"';
        !quoted && matches!(c, ';' | ',' | '\t')
    })
    .map(str::trim)
}

/// Addresses alone, several on a line perhaps, each as `name <address>` or bare.
fn addresses(text: &str, otherwise: Option<Language>) -> Vec<Line> {
    let numbered = text.lines().zip(1_u64..);
    numbered
        .flat_map(|(line, number)| pieces(line).filter(|p| !p.is_empty()).map(move |piece| Line { line: number, read: address(piece, otherwise) }))
        .collect()
}

fn address(piece: &str, otherwise: Option<Language>) -> Result<Invitee, LineFault> {
    let (name, bare) = match piece.rsplit_once('<') {
        Some((name, rest)) => (name.trim().trim_matches('"').trim(), rest.trim_end_matches('>').trim()),
        None => ("", piece),
    };
    let email = EmailAddress::parse(bare).map_err(|f| fault("email", f.code(), bare))?;
    let name = Some(name).filter(|name| !name.is_empty()).map(PersonName::parse).transpose().map_err(|f| fault("name", f.code(), name))?;
    let language = otherwise.ok_or_else(|| fault("language", "missing", ""))?;
    Ok(Invitee { email, name, organisation: None, sector: None, language })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let shown = |line: Line| match line.read {
            Ok(i) => format!(
                "{} {}|{}|{}|{}|{}",
                line.line,
                i.email,
                i.name.map(String::from).unwrap_or_default(),
                i.organisation.map(String::from).unwrap_or_default(),
                i.sector.map_or("", Sector::code),
                i.language
            ),
            Err(fault) => format!("{} {fault}", line.line),
        };
        of_text(text, Some(Language::Nl)).unwrap().into_iter().map(shown).collect()
    }

    #[test]
    fn lists_are_read_as_organisers_have_them() {
        let cases: [(&str, &[&str]); 7] = [
            ("a@x.be\n\nb@x.be\n", &["1 a@x.be||||nl", "3 b@x.be||||nl"]),
            ("Zoë Dupont <zoe@x.be>; \"Maes, Jan\" <jan@x.be>", &["1 zoe@x.be|Zoë Dupont|||nl", "1 jan@x.be|Maes, Jan|||nl"]),
            ("An Peeters;an@x.be;FOD Voorbeeld;overheid;FR\nJan;jan@x.be", &["1 an@x.be|An Peeters|FOD Voorbeeld|public|fr", "2 jan@x.be|Jan|||nl"]),
            ("An\tan@x.be\tACME\tprivé\tengels", &["1 an@x.be|An|ACME|private|en"]),
            ("E-mail,Naam\nan@x.be,An\n", &["2 an@x.be|An|||nl"]),
            (
                "E-mailadres;Sector;Taal\nan@x.be;space;nl\njan;;\nb@x.be;public;xx",
                &["2 sector: \"space\" (unknown)", "3 email: \"jan\" (no_at)", "4 language: \"xx\" (unknown)"],
            ),
            ("An;an@x.be;A;public;nl;more", &["1 row: \"more\" (beyond)"]),
        ];
        for (text, expected) in cases {
            let found = read(text);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn no_language_is_the_default() {
        for (text, expected) in
            [("a@x.be", "1: missing"), ("e-mail;taal\na@x.be;fr\nb@x.be;", "2: fr, 3: missing"), ("a@x.be;b@x.be", "1: missing, 1: missing")]
        {
            let shown = |line: Line| format!("{}: {}", line.line, line.read.map_or_else(|fault| fault.code, |one| one.language.code()));
            let found: Vec<String> = of_text(text, None).unwrap().into_iter().map(shown).collect();
            assert_eq!(found.join(", "), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_list_is_said() {
        assert_eq!(of_text(" \n", Some(Language::Nl)).unwrap_err().code(), "empty");
        assert_eq!(of_text("name;telephone\nAn;1", Some(Language::Nl)).unwrap_err().code(), "unknown-columns");
        assert_eq!(of_text("name\nAn", Some(Language::Nl)).unwrap_err().code(), "missing-columns");
        assert_eq!(of_bytes(b"PK\x03\x04\xff", Some(Language::Nl)).unwrap_err().code(), "workbook");
        let latin = "naam;e-mail\nZo\u{eb};zoe@x.be".chars().map(|c| c as u8).collect::<Vec<_>>();
        let read = of_bytes(&latin, Some(Language::Nl)).unwrap();
        assert_eq!(read[0].read.as_ref().unwrap().name.as_ref().unwrap().as_str(), "Zoë");
        let bare = of_bytes(b"Zo\xeb;zoe@x.be\n", Some(Language::Nl)).unwrap();
        assert_eq!((bare[0].line, bare[0].read.as_ref().unwrap().name.as_ref().unwrap().as_str()), (1, "Zoë"));
    }
}
