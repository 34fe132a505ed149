//! Rows of a table read as organisations: each cell judged, each refusal with its line.

use super::{Clash, Unique};
use crate::app::import::table::{Column, Record, Table, TableFault, quoted};
use crate::domain::language::{Language, Translated};
use crate::domain::mail_domain::{DomainFault, MailDomain};
use crate::domain::organisation::{EnterpriseNumber, NotAnEnterpriseNumber, Organisation};
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, TextFault};

/// The columns of a table of organisations.
pub const COLUMNS: [Column; 9] = [
    Column::needed("name", &["naam", "nom", "organisation", "organisatie", "organization", "benaming", "dénomination", "Bezeichnung"]),
    Column::needed("sector", &["secteur", "Sektor"]),
    Column::optional(
        "number",
        &["enterprise number", "ondernemingsnummer", "numéro d'entreprise", "Unternehmensnummer", "kbo", "bce", "kbo/bce", "bce/kbo", "vat"],
    ),
    Column::optional("domains", &["domain", "domein", "domeinen", "domaine", "domaines", "Domäne", "Domänen", "mail domains", "e-mail domains"]),
    Column::optional("name_nl", &["naam nl", "nom nl", "name nl"]),
    Column::optional("name_fr", &["naam fr", "nom fr", "name fr"]),
    Column::optional("name_de", &["naam de", "nom de", "name de"]),
    Column::optional("name_en", &["naam en", "nom en", "name en"]),
    Column::optional("aliases", &["alias", "aliassen", "other names", "andere namen", "autres noms", "andere Namen"]),
];

/// What a row says of an organisation. A table adds and corrects; it takes nothing away.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The line of the file.
    pub line: u64,
    /// What the row says; empty where it says nothing.
    pub sheet: Organisation,
}

impl Draft {
    /// What an organisation is then, that was so before.
    pub fn over(&self, standing: &Organisation) -> Organisation {
        let mut sheet = self.sheet.clone();
        sheet.number = sheet.number.or_else(|| standing.number.clone());
        for language in Language::ALL {
            if sheet.names.get(*language).is_empty() {
                standing.names.get(*language).clone_into(sheet.names.get_mut(*language));
            }
        }
        sheet.aliases.extend(standing.aliases.iter().cloned());
        sheet.domains.extend(standing.domains.iter().cloned());
        sheet
    }
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Its line.
    pub line: u64,
    /// Why.
    pub fault: Fault,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A name is empty, too long, or no name.
    #[error("{column}: \"{value}\" is no name that can be kept ({})", .why.code())]
    Name {
        /// The column.
        column: &'static str,
        /// What stands there.
        value: String,
        /// Why.
        why: TextFault,
    },
    /// No sector.
    #[error("sector: \"{0}\" is not public, academic or private")]
    Sector(String),
    /// No enterprise number.
    #[error("number: {0}")]
    Number(#[from] NotAnEnterpriseNumber),
    /// No domain of one organisation.
    #[error("domains: {0}")]
    Domain(#[from] DomainFault),
    /// There is a cell beyond the last column.
    #[error("\"{0}\" stands beyond the last column: there is a separator too many")]
    Beyond(String),
    /// Another organisation has it.
    #[error("{} \"{}\" is that of \"{}\", number {}; leave it out there, or merge the two", word(.0.what), .0.value, .0.holder_name, .0.holder)]
    Taken(Clash),
    /// Another row has it.
    #[error("{} \"{value}\" stands on line {line}, too", word(*.what))]
    Twice {
        /// What.
        what: Unique,
        /// The name, number or domain.
        value: String,
        /// The line before.
        line: u64,
    },
}

fn word(what: Unique) -> &'static str {
    match what {
        Unique::Name => "the name",
        Unique::Number => "the number",
        Unique::Domain => "the domain",
    }
}

/// Reads a file: what can be taken and what cannot, both in the order of the file.
///
/// # Errors
/// What keeps the whole table from being read.
pub fn read_file(bytes: &[u8]) -> Result<(Vec<Draft>, Vec<Wrong>), TableFault> {
    let table = Table::read(bytes, &COLUMNS)?;
    let (mut drafts, mut wrong) = (Vec::with_capacity(table.len()), Vec::new());
    for record in table.records() {
        match read(record) {
            Ok(sheet) => drafts.push(Draft { line: record.line, sheet }),
            Err(faults) => wrong.extend(faults.into_iter().map(|fault| Wrong { line: record.line, fault })),
        }
    }
    Ok((drafts, wrong))
}

fn read(record: Record<'_>) -> Result<Organisation, Vec<Fault>> {
    let mut faults: Vec<Fault> = record.beyond().map(|cell| Fault::Beyond(quoted(cell))).into_iter().collect();
    let mut name = |column: &'static str, cell: &str| {
        let fault = |why| Fault::Name { column, value: quoted(cell), why };
        OrganisationName::parse(cell).map_err(|why| faults.push(fault(why))).ok()
    };
    let own = name("name", record.get("name"));
    let mut names = Translated::default();
    for (language, column) in [(Language::Nl, "name_nl"), (Language::Fr, "name_fr"), (Language::De, "name_de"), (Language::En, "name_en")] {
        if let Some(text) = Some(record.get(column)).filter(|cell| !cell.is_empty()).and_then(|cell| name(column, cell)) {
            *names.get_mut(language) = text.into();
        }
    }
    let aliases = list(record.get("aliases"), &['|', ';']).filter_map(|alias| name("aliases", alias)).collect();
    let sector = Sector::from_words(record.get("sector"));
    if sector.is_none() {
        faults.push(Fault::Sector(quoted(record.get("sector"))));
    }
    let mut number = None;
    if let Some(typed) = Some(record.get("number")).filter(|cell| !cell.is_empty()) {
        number = EnterpriseNumber::parse(typed).map_err(|fault| faults.push(fault.into())).ok();
    }
    let mut domains = Vec::new();
    for typed in list(record.get("domains"), &['|', ';', ',', ' ']) {
        domains.extend(MailDomain::parse(typed).map_err(|fault| faults.push(fault.into())).ok());
    }
    match (own, sector) {
        (Some(name), Some(sector)) if faults.is_empty() => Ok(Organisation { name, names, aliases, sector, number, domains }),
        _ => Err(faults),
    }
}

/// Several things in one cell.
fn list<'t>(cell: &'t str, separators: &'t [char]) -> impl Iterator<Item = &'t str> {
    cell.split(|c| separators.contains(&c)).map(str::trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_and_wrong_cells_named() {
        let text = "Naam;Sector;Ondernemingsnummer;Domeinen;naam fr;alias\n\
                    FOD Bruggen;overheid;BE 0123.456.749;bruggen.example.be, sluizen.example.be;SPF Ponts;Bruggen|Ponts\n\
                    FOD Sluizen;military;0123456748;gmail.com;;\n\
                    🦊;public;12;;;\n\
                    Ok;privé;;;;;extra\n";
        let (drafts, wrong) = read_file(text.as_bytes()).unwrap();
        let sheet = &drafts[0].sheet;
        assert_eq!((drafts.len(), sheet.sector, sheet.names.fr.as_str(), sheet.aliases.len()), (1, Sector::Public, "SPF Ponts", 2));
        assert_eq!(sheet.domains.iter().map(MailDomain::as_str).collect::<Vec<_>>(), ["bruggen.example.be", "sluizen.example.be"]);
        let told: Vec<(u64, String)> = wrong.iter().map(|w| (w.line, w.fault.to_string())).collect();
        for (line, words) in [(3, "\"military\""), (3, "expected 49"), (3, "gmail.com"), (4, "no_letter"), (4, "\"12\""), (5, "\"extra\"")] {
            assert!(told.iter().any(|(at, text)| *at == line && text.contains(words)), "{line} {words}: {told:?}");
        }
        assert_eq!(told.len(), 6);
    }

    #[test]
    fn a_table_takes_nothing_away() {
        let read = |text: &str| read_file(text.as_bytes()).unwrap().0.remove(0);
        let standing = read("name;sector;number;domains;name_nl;aliases\nFOD A;public;0123456749;a.example.be;FOD A;X\n").sheet;
        let over = read("name;sector;domains;name_fr\nFOD A;academic;b.example.be;SPF A\n").over(&standing);
        assert_eq!((over.sector, over.number, over.domains.len()), (Sector::Academic, standing.number.clone(), 2));
        assert_eq!((over.names.nl.as_str(), over.names.fr.as_str(), over.aliases.len()), ("FOD A", "SPF A", 1));
    }
}
