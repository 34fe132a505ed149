//! Staff pages with sample data.

use super::{Sample, sample};
use crate::domain::language::Language;
use crate::web::view::fields::collect;
use crate::web::view::staff::SignIn;
use crate::web::view::{Head, TextField};

use super::PAGES;

pub(super) fn all(language: Language) -> Vec<Sample> {
    vec![sign_in(language)]
}

fn sign_in(language: Language) -> Sample {
    let head = Head::staff(PAGES.catalogue(), language, "/organiser/sign-in", PAGES.catalogue().t(language, "staff-sign-in", &[])).with_errors(true);
    let fault = PAGES.catalogue().t(language, "error-email-empty", &[]);
    let view = SignIn { email: TextField { value: "jan".into(), error: fault.clone() }, errors: collect(&[("email", &fault)]), ..SignIn::default() };
    sample("staff-sign-in", &head, &view, true)
}
