//! The fields of a form that say who somebody else is: name, address, organisation, sector, language. Read here for every form that asks
//! for them, so that all take the same and say the same. It must not know what is done with the person.

use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};
use crate::i18n::Catalogue;

/// Somebody, as a form says.
#[derive(Clone, Debug)]
pub struct PersonFields {
    /// Full name.
    pub name: PersonName,
    /// Work address.
    pub email: EmailAddress,
    /// Organisation.
    pub organisation: OrganisationName,
    /// Sector.
    pub sector: Sector,
    /// Language of mails.
    pub language: Language,
}

/// Which field has which fault: the end of the key of its text.
pub type PersonFaults = Vec<(&'static str, String)>;

/// Reads the fields `name`, `email`, `organisation`, `sector`, `language`.
///
/// # Errors
/// Every fault, in the order of the fields.
pub fn read<'a>(get: impl Fn(&str) -> &'a str) -> Result<PersonFields, PersonFaults> {
    let name = PersonName::parse(get("name")).map_err(|f| f.code());
    let email = EmailAddress::parse(get("email")).map_err(|f| f.code());
    let organisation = OrganisationName::parse(get("organisation")).map_err(|f| f.code());
    let sector = Sector::from_code(get("sector")).ok_or("missing");
    let language = Language::from_code(get("language")).ok_or("missing");
    let faults = [
        ("name", name.as_ref().err()),
        ("email", email.as_ref().err()),
        ("organisation", organisation.as_ref().err()),
        ("sector", sector.as_ref().err()),
        ("language", language.as_ref().err()),
    ];
    let faults = faults.into_iter().filter_map(|(field, code)| Some((field, format!("{field}-{}", code?)))).collect();
    match (name, email, organisation, sector, language) {
        (Ok(name), Ok(email), Ok(organisation), Ok(sector), Ok(language)) => Ok(PersonFields { name, email, organisation, sector, language }),
        _ => Err(faults),
    }
}

/// What is wrong with what was typed about somebody else: the form for oneself says "your name".
pub fn fault_of_other(texts: &Catalogue, language: Language, fault: &str) -> String {
    let own = format!("staff-error-{fault}");
    texts.t(language, if texts.has(language, &own) { &own } else { &own["staff-".len()..] }, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields<'a>(of: [&'a str; 5]) -> impl Fn(&str) -> &'a str {
        move |name| ["name", "email", "organisation", "sector", "language"].iter().position(|field| *field == name).map_or("", |at| of[at])
    }

    #[test]
    fn every_fault_is_named_and_has_its_words() {
        let faults = read(fields(["", "nobody", "!", "other", "xx"])).unwrap_err();
        let told: Vec<&str> = faults.iter().map(|(_, fault)| fault.as_str()).collect();
        assert_eq!(told, ["name-empty", "email-no_at", "organisation-no_letter", "sector-missing", "language-missing"]);
        let texts = Catalogue::load(None).unwrap();
        for language in Language::ALL.iter().copied() {
            assert!(told.iter().all(|fault| !fault_of_other(&texts, language, fault).contains('⟦')), "{language}");
        }
        let person = read(fields(["Jan Maes", "jan@example.be", "Haven", "public", "nl"])).unwrap();
        assert_eq!((person.name.as_str(), person.sector, person.language), ("Jan Maes", Sector::Public, Language::Nl));
    }
}
