//! Privacy notice and accessibility statement.

use serde::Serialize;

use crate::web::view::View;

/// Who answers for the data; the operator's to fill in.
#[derive(Clone, Debug, Serialize)]
pub struct Controller {
    /// Name of the authority.
    pub name: String,
    /// Its postal address on one line.
    pub address: String,
    /// Address for questions.
    pub contact: String,
    /// Address of the data protection officer.
    pub dpo: String,
}

/// What article 13 of the GDPR asks to be said.
#[derive(Clone, Debug, Serialize)]
pub struct PrivacyPage {
    /// Who answers for the data.
    pub controller: Controller,
    /// Days after the event until names go.
    pub days: u32,
}

impl View for PrivacyPage {
    const TEMPLATE: &'static str = "privacy";
}

/// The statement asked for by the law of 19 July 2018.
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityPage {
    /// Address for feedback.
    pub contact: String,
    /// The day of the last assessment, in words.
    pub date: String,
}

impl View for AccessibilityPage {
    const TEMPLATE: &'static str = "accessibility";
}
