//! Rows of a table read as members-to-be: each cell judged, each refusal with its line.

use chrono::NaiveDate;

use crate::app::import::table::{Column, Record, Table, TableFault, quoted};
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::member::{EndsBeforeStart, Function, Mandate, Member, parse_day};
use crate::domain::sector::Sector;
use crate::domain::text::{Line, OrganisationName, PersonName, fold};

/// The columns of a roster: what a file of members needs and may have; the names in the file that we write are among them.
pub const COLUMNS: [Column; 10] = [
    Column::needed("name", &["naam", "nom", "nom complet", "volledige naam", "full name", "voller Name"]),
    Column::needed("email", &["e-mailadres", "e-mail address", "adresse e-mail", "adresse électronique", "courriel", "E-Mail-Adresse", "mail"]),
    Column::needed("organisation", &["organisatie", "organization", "Dienst", "service", "Behörde", "institution", "instelling"]),
    Column::needed("function", &["functie", "fonction", "Funktion", "role", "rol", "rôle"]),
    Column::needed("language", &["taal", "langue", "Sprache"]),
    Column::optional("sector", &["secteur", "Sektor"]),
    Column::optional("start", &["begin", "début", "Beginn", "start date", "begindatum", "date de début", "Anfangsdatum", "vanaf", "depuis", "ab"]),
    Column::optional("end", &["einde", "fin", "Ende", "end date", "einddatum", "date de fin", "Enddatum", "until", "tot", "jusqu'au", "bis"]),
    Column::optional("deputy", &["plaatsvervanger", "suppléant", "Stellvertretung", "substitute", "vervanger"]),
    // In the file that we write. Known, so that the file is read as it is, and left alone: only holders confirm their mandates.
    Column::optional("confirmed", &["bevestigd", "confirmé", "bestätigt"]),
];

/// What a row, or a program, says of one member. What it leaves open stays as it is, or takes its usual value.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Where it comes from: the line of a file, or the place in a list.
    pub line: u64,
    /// Full name.
    pub name: PersonName,
    /// Work address.
    pub email: EmailAddress,
    /// Organisation.
    pub organisation: OrganisationName,
    /// Function.
    pub function: Function,
    /// Language.
    pub language: Language,
    /// Sector; public for somebody new.
    pub sector: Option<Sector>,
    /// First day; today for somebody new.
    pub start: Option<NaiveDate>,
    /// Last day; `Some(None)` says that there is none.
    pub end: Option<Option<NaiveDate>>,
    /// Whether as a deputy.
    pub deputy: Option<bool>,
}

impl Draft {
    /// What a member says, with nothing left open.
    pub fn of(line: u64, member: &Member) -> Self {
        Self {
            line,
            name: member.name.clone(),
            email: member.email.clone(),
            organisation: member.organisation.clone(),
            function: member.function,
            language: member.language,
            sector: Some(member.sector),
            start: Some(member.mandate.start()),
            end: Some(member.mandate.end()),
            deputy: Some(member.deputy),
        }
    }

    /// The member it makes: of one there is, or of nobody.
    ///
    /// # Errors
    /// When the mandate would end before it starts.
    pub fn over(&self, standing: Option<&Member>, today: NaiveDate) -> Result<Member, EndsBeforeStart> {
        let start = self.start.or(standing.map(|m| m.mandate.start())).unwrap_or(today);
        let end = self.end.unwrap_or_else(|| standing.and_then(|m| m.mandate.end()));
        Ok(Member {
            name: self.name.clone(),
            email: self.email.clone(),
            organisation: self.organisation.clone(),
            sector: self.sector.or(standing.map(|m| m.sector)).unwrap_or(Sector::Public),
            language: self.language,
            function: self.function,
            deputy: self.deputy.or(standing.map(|m| m.deputy)).unwrap_or(false),
            mandate: Mandate::new(start, end)?,
        })
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A cell is empty, too long, or no such thing. The text's key is `key`, or, of a name or address, the one of forms.
    Cell {
        /// The column.
        column: &'static str,
        /// The key of the text that says it.
        key: String,
        /// What stands there.
        value: String,
    },
    /// There is a cell beyond the last column.
    Beyond(String),
    /// The end comes before the start.
    Ends(EndsBeforeStart),
    /// The same person, function and organisation on overlapping days stand on an earlier line, too.
    Twice(u64),
    /// It would hold beside another mandate of the same person, function and organisation.
    Overlaps,
}

impl Fault {
    /// The key of the text that says it, after `staff-`.
    pub fn key(&self) -> String {
        match self {
            Self::Cell { key, .. } => key.clone(),
            Self::Beyond(_) => "staff-row-beyond".into(),
            Self::Ends(_) => "staff-row-ends".into(),
            Self::Twice(_) => "staff-row-twice".into(),
            Self::Overlaps => "staff-row-overlaps".into(),
        }
    }

    /// What stands in the row, for the text.
    pub fn value(&self) -> String {
        match self {
            Self::Cell { value, .. } | Self::Beyond(value) => value.clone(),
            Self::Ends(ends) => format!("{} – {}", ends.start, ends.end),
            Self::Twice(line) => line.to_string(),
            Self::Overlaps => String::new(),
        }
    }
}

/// Reads a file: what can be taken and what cannot, both in the order of the file.
///
/// # Errors
/// What keeps the whole table from being read.
pub fn read_file(bytes: &[u8]) -> Result<(Vec<Draft>, Vec<Wrong>), TableFault> {
    Table::read(bytes, &COLUMNS).map(|table| read(&table))
}

/// Reads what was pasted, likewise.
///
/// # Errors
/// As [`read_file`].
pub fn read_text(text: &str) -> Result<(Vec<Draft>, Vec<Wrong>), TableFault> {
    Table::of_text(text, &COLUMNS).map(|table| read(&table))
}

fn read(table: &Table) -> (Vec<Draft>, Vec<Wrong>) {
    let has = (table.has("end"), table.has("deputy"));
    let (mut drafts, mut wrong) = (Vec::with_capacity(table.len()), Vec::new());
    for record in table.records() {
        let mut reader = Reader { record, faults: Vec::new() };
        match reader.draft(has) {
            Some(draft) if reader.faults.is_empty() => drafts.push(draft),
            _ => wrong.extend(reader.faults.into_iter().map(|fault| Wrong { line: record.line, fault })),
        }
    }
    (drafts, wrong)
}

struct Reader<'t> {
    record: Record<'t>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn draft(&mut self, (has_end, has_deputy): (bool, bool)) -> Option<Draft> {
        if let Some(cell) = self.record.beyond() {
            self.faults.push(Fault::Beyond(quoted(cell)));
        }
        let name = self.line::<120>("name");
        let email = EmailAddress::parse(self.record.get("email")).map_err(|f| self.refuse("email", format!("error-email-{}", f.code()))).ok();
        let organisation = self.line::<160>("organisation");
        let function = self.word("function", function_of);
        let language = self.word("language", language_of);
        let sector = if self.record.get("sector").is_empty() { Some(None) } else { self.word("sector", Sector::from_words).map(Some) };
        let (start, end) = (self.day("start"), self.day("end"));
        let deputy = if has_deputy { self.word("deputy", yes_or_no).map(Some) } else { Some(None) };
        Some(Draft {
            line: self.record.line,
            name: name?,
            email: email?,
            organisation: organisation?,
            function: function?,
            language: language?,
            sector: sector?,
            start: start?,
            end: if has_end { Some(end?) } else { None },
            deputy: deputy?,
        })
    }

    fn refuse(&mut self, column: &'static str, key: String) {
        self.faults.push(Fault::Cell { column, key, value: quoted(self.record.get(column)) });
    }

    fn line<const MAX: usize>(&mut self, column: &'static str) -> Option<Line<MAX>> {
        Line::parse(self.record.get(column)).map_err(|fault| self.refuse(column, format!("error-{column}-{}", fault.code()))).ok()
    }

    fn word<T>(&mut self, column: &'static str, read: fn(&str) -> Option<T>) -> Option<T> {
        let word: String = fold(self.record.get(column)).chars().filter(|c| c.is_alphanumeric()).collect();
        let found = read(&word);
        if found.is_none() {
            self.refuse(column, format!("staff-row-{column}"));
        }
        found
    }

    /// A day; `Some(None)` for an empty cell.
    fn day(&mut self, column: &'static str) -> Option<Option<NaiveDate>> {
        let cell = self.record.get(column);
        if cell.is_empty() {
            return Some(None);
        }
        let day = parse_day(cell);
        if day.is_none() {
            self.refuse(column, "staff-row-day".into());
        }
        day.map(Some)
    }
}

fn function_of(word: &str) -> Option<Function> {
    Some(match word {
        "csi"
        | "veiligheidsconsulent"
        | "informatieveiligheidsconsulent"
        | "conseillerensecurite"
        | "conseillerensecuritedelinformation"
        | "sicherheitsberater"
        | "informationssicherheitsberater"
        | "securityadviser"
        | "informationsecurityadviser" => Function::Csi,
        "dpo"
        | "functionarisvoorgegevensbescherming"
        | "fg"
        | "delegealaprotectiondesdonnees"
        | "dpd"
        | "datenschutzbeauftragter"
        | "datenschutzbeauftragte"
        | "dataprotectionofficer" => Function::Dpo,
        "ciso" | "chiefinformationsecurityofficer" => Function::Ciso,
        "itmanager"
        | "informaticaverantwoordelijke"
        | "itverantwoordelijke"
        | "responsableinformatique"
        | "responsableit"
        | "itleiter"
        | "itleiterin" => Function::ItManager,
        "representative" | "vertegenwoordiger" | "representant" | "representante" | "vertreter" | "vertreterin" => Function::Representative,
        "expert" | "deskundige" | "experte" | "expertin" | "sachverstandiger" => Function::Expert,
        "other" | "andere" | "autre" | "sonstige" | "sonstiges" => Function::Other,
        _ => return None,
    })
}

fn language_of(word: &str) -> Option<Language> {
    Some(match word {
        "nl" | "nederlands" | "neerlandais" | "niederlandisch" | "dutch" | "n" => Language::Nl,
        "fr" | "frans" | "francais" | "franzosisch" | "french" | "f" => Language::Fr,
        "de" | "duits" | "allemand" | "deutsch" | "german" | "d" => Language::De,
        "en" | "engels" | "anglais" | "englisch" | "english" | "e" => Language::En,
        _ => return None,
    })
}

fn yes_or_no(word: &str) -> Option<bool> {
    Some(match word {
        "yes" | "ja" | "oui" | "j" | "o" | "y" | "x" | "1" | "true" | "waar" | "vrai" | "wahr" => true,
        "" | "no" | "nee" | "neen" | "non" | "nein" | "n" | "0" | "false" | "onwaar" | "faux" | "falsch" => false,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_four_languages_are_read() {
        for text in [
            "name;email;organisation;function;language;start;end;deputy;sector\nJan;j@x.be;X;csi;nl;2026-01-01;;no;public",
            "Naam;E-mailadres;Organisatie;Functie;Taal;Begin;Einde;Plaatsvervanger;Sector\nJan;j@x.be;X;Veiligheidsconsulent;Nederlands;1/1/2026;;nee;overheid",
            "Nom;Adresse e-mail;Organisation;Fonction;Langue;Début;Fin;Suppléant;Secteur\nJan;j@x.be;X;Conseiller en sécurité;néerlandais;01/01/2026;;non;Secteur public",
            "Name;E-Mail-Adresse;Organisation;Funktion;Sprache;Beginn;Ende;Stellvertretung;Sektor\nJan;j@x.be;X;Sicherheitsberater;Niederländisch;1.1.2026;;nein;öffentlich",
        ] {
            let (drafts, wrong) = read_text(text).unwrap();
            assert_eq!(wrong, [], "{text}");
            let member = drafts[0].over(None, NaiveDate::MIN).unwrap();
            assert_eq!((member.function, member.language, member.sector, member.deputy), (Function::Csi, Language::Nl, Sector::Public, false));
            assert_eq!((member.mandate.start(), member.mandate.end()), (NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), None));
        }
    }

    #[test]
    fn every_wrong_cell_is_named_by_its_line() {
        let text = "name;email;organisation;function;language;start;end;deputy;sector\n\
                    ;x;X;boss;nl;soon;;;\n\
                    Jan;j@x.be;🦊;dpo;klingon;;31/02/2026;perhaps;military\n\
                    An;a@x.be;X;dpo;fr;;;;;extra\n\
                    Ok;o@x.be;X;dpo;fr;;;;\n";
        let (drafts, wrong) = read_text(text).unwrap();
        assert_eq!(drafts.iter().map(|d| d.line).collect::<Vec<_>>(), [5]);
        let told: Vec<(u64, String, String)> = wrong.iter().map(|w| (w.line, w.fault.key(), w.fault.value())).collect();
        let expected = [
            (2, "error-name-empty", ""),
            (2, "error-email-no_at", "x"),
            (2, "staff-row-function", "boss"),
            (2, "staff-row-day", "soon"),
            (3, "error-organisation-no_letter", "🦊"),
            (3, "staff-row-language", "klingon"),
            (3, "staff-row-sector", "military"),
            (3, "staff-row-day", "31/02/2026"),
            (3, "staff-row-deputy", "perhaps"),
            (4, "staff-row-beyond", "extra"),
        ];
        assert_eq!(told, expected.map(|(line, key, value)| (line, key.to_owned(), value.to_owned())));
    }

    #[test]
    fn what_is_left_open_stays() {
        let day = |text: &str| parse_day(text).unwrap();
        let bare = "name;email;organisation;function;language\nJan;j@x.be;X;dpo;nl";
        let full = "name;email;organisation;function;language;sector;start;end;deputy\nJan;j@x.be;X;dpo;nl;academic;2025-01-01;2027-01-01;yes";
        let (drafts, _) = read_text(full).unwrap();
        let standing = drafts[0].over(None, day("2026-01-01")).unwrap();
        let (drafts, _) = read_text(bare).unwrap();
        assert_eq!(drafts[0].over(Some(&standing), day("2026-01-01")).unwrap(), standing, "columns that are not there change nothing");
        let fresh = drafts[0].over(None, day("2026-01-01")).unwrap();
        assert_eq!((fresh.mandate.start(), fresh.mandate.end(), fresh.sector), (day("2026-01-01"), None, Sector::Public));
        let (drafts, _) = read_text("name;email;organisation;function;language;end\nJan;j@x.be;X;dpo;nl;").unwrap();
        assert_eq!(drafts[0].over(Some(&standing), day("2026-01-01")).unwrap().mandate.end(), None, "an empty end is no end");
        let (drafts, _) = read_text("name;email;organisation;function;language;end\nJan;j@x.be;X;dpo;nl;2024-12-31").unwrap();
        assert!(drafts[0].over(Some(&standing), day("2026-01-01")).is_err());
    }
}
