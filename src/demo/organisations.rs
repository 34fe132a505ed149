//! Invented organisations of the three sectors: kinds, name patterns, enterprise numbers and domains.

use std::collections::HashSet;

use super::OrganisationPlan;
use super::names::{BRANDS, places, plain};
use super::random::Random;
use crate::domain::language::Language;
use crate::domain::organisation::EnterpriseNumber;
use crate::domain::sector::Sector;
use crate::domain::text::OrganisationName;

/// What an organisation does: decides who is at home on which platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Any other company.
    Company,
    /// Internet provider.
    Provider,
    /// Hospital, port, bank, energy or water company.
    Vital,
    /// University, college or research institute.
    School,
    /// Municipality or intermunicipal service.
    Local,
    /// Regional or community service.
    Regional,
    /// Federal service.
    Federal,
    /// Sectoral supervisor.
    Supervisor,
    /// Police, prosecution, defence and intelligence.
    Security,
}

impl Kind {
    /// The sector it reports in.
    pub const fn sector(self) -> Sector {
        match self {
            Self::Company | Self::Provider | Self::Vital => Sector::Private,
            Self::School => Sector::Academic,
            Self::Local | Self::Regional | Self::Federal | Self::Supervisor | Self::Security => Sector::Public,
        }
    }
}

/// An organisation with what only the generator needs to know.
#[derive(Clone, Debug)]
pub struct Made {
    /// What the plan says of it.
    pub plan: OrganisationPlan,
    /// What it does.
    pub kind: Kind,
    /// Its people's languages, with weights.
    pub languages: &'static [(Language, u32)],
    /// How often its people come, 1 to 6.
    pub weight: u32,
}

/// Languages with weights.
type Languages = &'static [(Language, u32)];

const DUTCH: Languages = &[(Language::Nl, 90), (Language::Fr, 5), (Language::En, 5)];
const FRENCH: Languages = &[(Language::Fr, 92), (Language::Nl, 4), (Language::En, 4)];
const GERMAN: Languages = &[(Language::De, 86), (Language::Fr, 12), (Language::Nl, 2)];
const FEDERAL: Languages = &[(Language::Nl, 54), (Language::Fr, 42), (Language::De, 2), (Language::En, 2)];
const MIXED: Languages = &[(Language::Nl, 42), (Language::Fr, 36), (Language::En, 22)];

/// Patterns by place; `{}` is the place, `{de}` the place with the French "de".
const BY_PLACE: &[(Kind, Language, &str)] = &[
    (Kind::Vital, Language::Nl, "AZ {}"),
    (Kind::Local, Language::Nl, "Gemeente {}"),
    (Kind::School, Language::Nl, "Hogeschool {}"),
    (Kind::Vital, Language::Fr, "Clinique {de}"),
    (Kind::Local, Language::Fr, "Commune {de}"),
    (Kind::School, Language::Fr, "Haute École {de}"),
    (Kind::Vital, Language::De, "Klinik {}"),
    (Kind::Local, Language::De, "Gemeinde {}"),
];

/// What the companies that do not exist are called, in the order of [`BRANDS`].
const COMPANY_FORMS: &[(Kind, &str)] = &[
    (Kind::Company, "{} Consulting BV"),
    (Kind::Vital, "{} Bank NV"),
    (Kind::Provider, "{} Telecom NV"),
    (Kind::Company, "{} Pharma SA"),
    (Kind::Vital, "{} Énergie SA"),
    (Kind::Company, "{} Logistics NV"),
    (Kind::Provider, "{} Internet SA"),
    (Kind::Company, "{} Cyberdefence BV"),
    (Kind::Company, "{} Assurances SA"),
    (Kind::Vital, "{} Water NV"),
    (Kind::Company, "{} Software SRL"),
    (Kind::Company, "{} Staal NV"),
];

/// Organisations with a name of their own. Public ones are plainly invented.
const NAMED: &[(Kind, Languages, &str)] = &[
    (Kind::Vital, DUTCH, "Haven van Noordermonde"),
    (Kind::Vital, FRENCH, "Port fluvial de Valmorie"),
    (Kind::School, DUTCH, "Universiteit Lendebeke"),
    (Kind::School, DUTCH, "Universiteit Hazelmonde"),
    (Kind::School, FRENCH, "Université de Montaubel"),
    (Kind::School, FRENCH, "Université de Torvelle"),
    (Kind::School, MIXED, "Instituut voor Netwerkonderzoek Kraanhove"),
    (Kind::School, GERMAN, "Hochschule Kaltenrath"),
    (Kind::Local, DUTCH, "Intercommunale Leievenne"),
    (Kind::Local, FRENCH, "Intercommunale du Val de Brévaux"),
    (Kind::Regional, DUTCH, "Agentschap Dijken en Polders"),
    (Kind::Regional, DUTCH, "Dienst Digitaal Erfgoedregister"),
    (Kind::Regional, FRENCH, "Office régional des Sentiers numériques"),
    (Kind::Regional, FRENCH, "Agence interrégionale des Données ouvertes"),
    (Kind::Regional, GERMAN, "Dienststelle für Digitale Dorfwege"),
    (Kind::Federal, FEDERAL, "FOD Getijden en Kustlicht"),
    (Kind::Federal, FEDERAL, "SPF Cartographie et Frontières"),
    (Kind::Federal, FEDERAL, "FOD Bruggen en Sluizen"),
    (Kind::Federal, FEDERAL, "SPF Archives numériques"),
    (Kind::Federal, FEDERAL, "Rijksdienst voor Tijdmeting"),
    (Kind::Federal, FEDERAL, "Office national des Carillons"),
    (Kind::Federal, FEDERAL, "Federaal Instituut voor Meetwezen"),
    (Kind::Federal, FEDERAL, "Institut fédéral de la Météo spatiale"),
    (Kind::Federal, FEDERAL, "Hulpkas voor Seizoenswerk"),
    (Kind::Federal, FEDERAL, "Caisse auxiliaire des Bateliers"),
    (Kind::Supervisor, FEDERAL, "Toezichthouder Drinkwater"),
    (Kind::Supervisor, FEDERAL, "Autorité de contrôle des Voies navigables"),
    (Kind::Supervisor, FEDERAL, "Inspectie Energienetten"),
    (Kind::Supervisor, FEDERAL, "Inspection des Infrastructures numériques"),
    (Kind::Security, FEDERAL, "Parket van Elzerode"),
    (Kind::Security, FEDERAL, "Parquet de Fervaux"),
    (Kind::Security, FEDERAL, "Politiezone Vaarschoot"),
    (Kind::Security, FEDERAL, "Zone de police Pontaubry"),
    (Kind::Security, FEDERAL, "Dienst Signaalanalyse"),
];

/// All organisations of the demonstration.
pub fn all(random: &mut Random) -> Vec<Made> {
    let mut wanted: Vec<(Kind, Languages, String)> = NAMED.iter().map(|(k, l, name)| (*k, *l, (*name).to_owned())).collect();
    for (kind, language, pattern) in BY_PLACE {
        let languages = match language {
            Language::Fr => FRENCH,
            Language::De => GERMAN,
            Language::Nl | Language::En => DUTCH,
        };
        // Not every place has everything.
        let some = places(*language).iter().enumerate().filter(|(i, _)| *kind != Kind::School || i % 2 == 0);
        wanted.extend(some.map(|(_, place)| (*kind, languages, pattern.replace("{de}", &format!("de {place}")).replace("{}", place))));
    }
    for (i, brand) in BRANDS.iter().enumerate() {
        if let Some((kind, form)) = COMPANY_FORMS.get(i % COMPANY_FORMS.len()) {
            let languages = if form.ends_with('V') && !i.is_multiple_of(3) { DUTCH } else { MIXED };
            wanted.push((*kind, languages, form.replace("{}", brand)));
        }
    }
    let (mut numbers, mut domains) = (HashSet::new(), HashSet::new());
    wanted.into_iter().filter_map(|(kind, languages, name)| make(random, kind, languages, &name, &mut numbers, &mut domains)).collect()
}

fn make(
    random: &mut Random,
    kind: Kind,
    languages: Languages,
    name: &str,
    numbers: &mut HashSet<i64>,
    domains: &mut HashSet<String>,
) -> Option<Made> {
    let mut head = random.between(1_000_000, 1_999_999);
    while !numbers.insert(head) {
        head = random.between(1_000_000, 1_999_999);
    }
    let domain = domain(name);
    if !domains.insert(domain.clone()) {
        return None;
    }
    let plan = OrganisationPlan {
        name: OrganisationName::parse(name).ok()?,
        sector: kind.sector(),
        enterprise_number: EnterpriseNumber::parse(&format!("{head:08}{:02}", 97 - head % 97)).ok()?,
        domain,
    };
    Some(Made { plan, kind, languages, weight: random.between(1, 6).unsigned_abs() as u32 })
}

/// Words that say nothing in a domain name.
const FILLERS: &[&str] =
    &["nv", "sa", "bv", "srl", "de", "des", "du", "van", "voor", "la", "en", "et", "für", "&", "cie", "gemeente", "commune", "gemeinde"];

fn domain(name: &str) -> String {
    let words: Vec<String> = name.to_lowercase().split_whitespace().filter(|w| !FILLERS.contains(w)).map(plain).collect();
    format!("{}.example", words.join("-"))
}
