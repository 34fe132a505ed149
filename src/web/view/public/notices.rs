//! Privacy notice and accessibility statement.

use fluent_bundle::FluentValue;
use serde::Serialize;

use crate::domain::language::{Language, Translated};
use crate::i18n::Catalogue;
use crate::web::view::{Piece, View, linked};

/// Who answers for the data; the operator's to fill in.
#[derive(Clone, Debug, Serialize)]
pub struct Controller {
    /// Name of the authority.
    pub name: Translated,
    /// Its postal address on one line.
    pub address: Translated,
    /// Address for questions.
    pub contact: String,
    /// Address of the data protection officer.
    pub dpo: String,
}

/// What article 13 of the GDPR asks to be said.
#[derive(Clone, Debug, Serialize)]
pub struct PrivacyPage {
    /// Who answers for the data, and where to write.
    controller: Vec<Piece>,
    /// What people can ask for.
    rights: Vec<Piece>,
    /// Where to complain.
    complaint: Vec<Piece>,
    /// Days after the event until names go.
    days: u32,
}

impl PrivacyPage {
    /// The notice of a controller.
    pub fn new(catalogue: &Catalogue, language: Language, of: &Controller, days: u32) -> Self {
        let arg = |name: &'static str, value: &str| (name, FluentValue::from(value.to_owned()));
        let who = [
            arg("controller", of.name.get_or_any(language)),
            arg("address", of.address.get_or_any(language)),
            arg("contact", &of.contact),
            arg("dpo", &of.dpo),
        ];
        Self {
            controller: linked(&catalogue.t(language, "privacy-controller", &who)),
            rights: linked(&catalogue.t(language, "privacy-rights", &[arg("dpo", &of.dpo)])),
            complaint: linked(&catalogue.t(language, "privacy-complaint", &[])),
            days,
        }
    }
}

impl View for PrivacyPage {
    const TEMPLATE: &'static str = "privacy";
}

/// The statement asked for by the law of 19 July 2018.
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityPage {
    /// Where to give feedback.
    contact: Vec<Piece>,
    /// Where to complain.
    complaint: Vec<Piece>,
    /// The day of the last assessment, in words.
    date: String,
}

impl AccessibilityPage {
    /// The statement: where to write, and the day of the last assessment in words.
    pub fn new(catalogue: &Catalogue, language: Language, contact: &str, date: String) -> Self {
        Self {
            contact: linked(&catalogue.t(language, "access-contact", &[("contact", FluentValue::from(contact))])),
            complaint: linked(&catalogue.t(language, "access-complaint", &[])),
            date,
        }
    }
}

impl View for AccessibilityPage {
    const TEMPLATE: &'static str = "accessibility";
}
