//! Organisations: what is registered of one, its enterprise number, how names are compared, and whose somebody is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::OrganisationId;
use super::language::{Language, Translated};
use super::mail_domain::MailDomain;
use super::sector::Sector;
use super::text::{OrganisationName, fold};

/// What is registered of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// The name that lists show.
    pub name: OrganisationName,
    /// Its names in languages; those it has none in are empty.
    pub names: Translated,
    /// Other names that people type for it.
    pub aliases: Vec<OrganisationName>,
    /// Sector.
    pub sector: Sector,
    /// Enterprise number.
    pub number: Option<EnterpriseNumber>,
    /// Mail domains.
    pub domains: Vec<MailDomain>,
}

impl Organisation {
    /// The key of the name that lists show.
    pub fn key(&self) -> String {
        name_key(self.name.as_str())
    }

    /// Every other name by its key, and whether it is an alias; a name in a language counts as one even when it is also an alias.
    pub fn other_names(&self) -> BTreeMap<String, (String, bool)> {
        let main = self.key();
        let mut others = BTreeMap::new();
        let in_languages = Language::ALL.iter().map(|language| (self.names.get(*language), false));
        let aliases = self.aliases.iter().map(|alias| (alias.as_str(), true));
        for (name, is_alias) in in_languages.chain(aliases).filter(|(name, _)| !name.is_empty()) {
            others.entry(name_key(name)).or_insert_with(|| (name.to_owned(), is_alias));
        }
        others.remove(&main);
        others
    }

    /// What it is searched by: all names, the number, the domains.
    pub fn search_key(&self) -> String {
        let mut parts = vec![self.key()];
        parts.extend(self.other_names().into_keys());
        parts.extend(self.number.iter().map(|number| number.as_str().to_owned()));
        parts.extend(self.domains.iter().map(|domain| name_key(domain.as_str())));
        parts.join(" ")
    }
}

/// Two organisations that turn out to be one: `other` is `stays` from now on. What `stays` lacks it takes over; every name of the
/// other leads to it. Whose sector counts is said by the caller.
pub fn merged(stays: &Organisation, other: &Organisation, sector: Sector) -> Organisation {
    let mut one = stays.clone();
    one.sector = sector;
    one.number = one.number.or_else(|| other.number.clone());
    for language in Language::ALL {
        if one.names.get(*language).is_empty() {
            other.names.get(*language).clone_into(one.names.get_mut(*language));
        }
    }
    let in_languages = Language::ALL.iter().filter_map(|language| OrganisationName::parse(other.names.get(*language)).ok());
    let known: Vec<String> = std::iter::once(one.key()).chain(one.other_names().into_keys()).collect();
    let mut more: BTreeMap<String, OrganisationName> = BTreeMap::new();
    for name in std::iter::once(other.name.clone()).chain(in_languages).chain(other.aliases.iter().cloned()) {
        more.entry(name_key(name.as_str())).or_insert(name);
    }
    one.aliases.extend(more.into_iter().filter(|(key, _)| !known.contains(key)).map(|(_, name)| name));
    one.domains.extend(other.domains.iter().cloned());
    one
}

/// An organisation that a name leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which.
    pub id: OrganisationId,
    /// Whether staff has registered it; otherwise somebody has only named it.
    pub is_registered: bool,
}

/// Whose somebody is who typed a name and has an address: a registered organisation that they name, before the one that has the
/// domain of the address, before one that others have only named. `None` when it is named for the first time.
pub fn whose(named: Option<Named>, has_domain: Option<OrganisationId>) -> Option<OrganisationId> {
    match (named, has_domain) {
        (Some(named), _) if named.is_registered => Some(named.id),
        (_, Some(id)) => Some(id),
        (named, None) => named.map(|named| named.id),
    }
}

/// A Belgian enterprise number (KBO/BCE): ten digits, the last two being 97 − (first eight mod 97).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EnterpriseNumber(String);

/// A text that is no enterprise number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEnterpriseNumber {
    /// Not ten digits, or not starting with 0 or 1.
    #[error("\"{0}\" is not an enterprise number; it has ten digits and starts with 0 or 1, like 0123.456.749")]
    Shape(String),
    /// The check digits do not fit.
    #[error("the check digits of {given} do not fit; expected {expected:02} at the end")]
    CheckDigits {
        /// The ten digits given.
        given: String,
        /// The two that would fit.
        expected: u64,
    },
}

impl EnterpriseNumber {
    /// Reads a number with or without `BE`, dots and blanks.
    pub fn parse(typed: &str) -> Result<Self, NotAnEnterpriseNumber> {
        let bare = typed.trim();
        let bare = bare.strip_prefix("BE").or_else(|| bare.strip_prefix("be")).unwrap_or(bare);
        let digits: String = bare.chars().filter(|c| !matches!(c, '.' | ' ' | '-')).collect();
        let shape = || NotAnEnterpriseNumber::Shape(typed.chars().take(40).collect());
        if digits.len() != 10 || !digits.bytes().all(|b| b.is_ascii_digit()) || !matches!(digits.as_bytes().first(), Some(b'0' | b'1')) {
            return Err(shape());
        }
        let (head, check) = digits.split_at(8);
        let expected = 97 - head.parse::<u64>().map_err(|_| shape())? % 97;
        if check.parse::<u64>().map_err(|_| shape())? == expected {
            Ok(Self(digits))
        } else {
            Err(NotAnEnterpriseNumber::CheckDigits { given: digits, expected })
        }
    }

    /// The ten digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for EnterpriseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", &self.0[..4], &self.0[4..7], &self.0[7..])
    }
}

/// What two typed names are compared by: folded, punctuation as blanks, so that `A.S.B.L. X` and `asbl x` differ but
/// `Proximus  NV` and `proximus nv` do not.
pub fn name_key(name: &str) -> String {
    let spaced: String = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let key = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if key.is_empty() { fold(name) } else { key }
}

/// Words that say what kind of body it is, not which.
const FORMS: [&str; 14] = ["nv", "sa", "bv", "srl", "bvba", "sprl", "vzw", "asbl", "ivzw", "aisbl", "de", "van", "the", "of"];

/// Whether two keys of names (see [`name_key`]) may well mean the same organisation: the same words in another order or with
/// another form, or hardly any letter different.
pub fn resembles(one: &str, other: &str) -> bool {
    let words = |key: &str| {
        let mut words: Vec<String> = key.split(' ').filter(|word| !FORMS.contains(word)).map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    // Names of much different length cannot be near: not worth comparing letter by letter.
    let is_near = || one.len().abs_diff(other.len()) * 6 <= one.len().max(other.len()) && strsim::normalized_levenshtein(one, other) >= 0.88;
    one != other && (words(one) == words(other) || is_near())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_registered_name_wins_over_the_domain_and_the_domain_over_what_was_only_named() {
        let (a, b) = (OrganisationId(1), OrganisationId(2));
        let named = |is_registered| Some(Named { id: a, is_registered });
        for (name, domain, expected) in [
            (named(true), Some(b), Some(a)),
            (named(true), None, Some(a)),
            (named(false), Some(b), Some(b)),
            (named(false), None, Some(a)),
            (named(false), Some(a), Some(a)),
            (None, Some(b), Some(b)),
            (None, None, None),
        ] {
            assert_eq!(whose(name, domain), expected, "{name:?} {domain:?}");
        }
    }

    #[test]
    fn what_is_merged_is_found_by_the_names_of_both() {
        let line = |text: &str| OrganisationName::parse(text).unwrap();
        let bare = |name: &str| Organisation {
            name: line(name),
            names: Translated::default(),
            aliases: Vec::new(),
            sector: Sector::Public,
            number: None,
            domains: Vec::new(),
        };
        let stays = Organisation { names: Translated { nl: "FOD Financiën".into(), ..Translated::default() }, ..bare("FOD Financiën") };
        let other = Organisation {
            names: Translated { nl: "Financiën".into(), fr: "SPF Finances".into(), ..Translated::default() },
            aliases: vec![line("MinFin"), line("fod financien")],
            number: EnterpriseNumber::parse("0123.456.749").ok(),
            domains: vec![MailDomain::parse("minfin.fed.be").unwrap()],
            ..bare("Fin.")
        };
        let one = merged(&stays, &other, Sector::Academic);
        assert_eq!((one.key(), one.sector, one.number, one.domains), (stays.key(), Sector::Academic, other.number.clone(), other.domains.clone()));
        assert_eq!((one.names.nl.as_str(), one.names.fr.as_str()), ("FOD Financiën", "SPF Finances"));
        let keys = |o: &Organisation| std::iter::once(o.key()).chain(o.other_names().into_keys()).collect::<std::collections::BTreeSet<_>>();
        let all: std::collections::BTreeSet<String> = keys(&stays).union(&keys(&other)).cloned().collect();
        assert_eq!(keys(&merged(&stays, &other, Sector::Public)), all);
    }

    #[test]
    fn an_organisation_is_found_by_all_its_names() {
        let line = |text: &str| OrganisationName::parse(text).unwrap();
        let organisation = Organisation {
            name: line("FOD Financiën"),
            names: Translated { nl: "FOD Financiën".into(), fr: "SPF Finances".into(), ..Translated::default() },
            aliases: vec![line("SPF Finances"), line("MinFin"), line("fod FINANCIEN")],
            sector: Sector::Public,
            number: EnterpriseNumber::parse("0123.456.749").ok(),
            domains: vec![MailDomain::parse("minfin.fed.be").unwrap()],
        };
        let others: Vec<_> = organisation.other_names().into_iter().collect();
        assert_eq!(others, [("minfin".into(), ("MinFin".into(), true)), ("spf finances".into(), ("SPF Finances".into(), false))]);
        assert_eq!(organisation.search_key(), "fod financien minfin spf finances 0123456749 minfin fed be");
    }

    #[test]
    fn enterprise_numbers_are_checked() {
        // 01234567 mod 97 = 48, 97 − 48 = 49
        assert_eq!(EnterpriseNumber::parse("BE 0123.456.749").map(|n| n.to_string()), Ok("0123.456.749".into()));
        assert_eq!(EnterpriseNumber::parse("0123456748"), Err(NotAnEnterpriseNumber::CheckDigits { given: "0123456748".into(), expected: 49 }));
        for bad in ["", "123", "2123456749", "01234567é9", "0123-456-74"] {
            assert!(matches!(EnterpriseNumber::parse(bad), Err(NotAnEnterpriseNumber::Shape(_))), "{bad}");
        }
    }

    #[test]
    fn names_that_differ_by_form_order_or_a_letter_resemble_each_other() {
        for (one, other, expected) in [
            ("FOD Bruggen en Sluizen", "FOD Brugen en Sluizen", true),
            ("Example NV", "NV Example", true),
            ("Example NV", "Example SA", true),
            ("Example NV", "Example N.V.", true),
            ("Example NV", "example nv", false),
            ("FOD Bruggen en Sluizen", "FOD Getijden en Kustlicht", false),
            ("AZ Noord", "AZ Zuid", false),
        ] {
            assert_eq!(resembles(&name_key(one), &name_key(other)), expected, "{one} / {other}");
        }
    }

    #[test]
    fn names_compare_without_accents_case_and_punctuation() {
        assert_eq!(name_key("Proximus  N.V."), name_key("proximus n v"));
        assert_eq!(name_key("Université de Liège"), "universite de liege");
    }
}
