//! What is said at a closed door: that the mandate ended, on which day, and whom to ask. Nothing of the event.

use fluent_bundle::FluentValue;

use crate::domain::admission::Shut;
use crate::domain::language::Language;
use crate::i18n::{Catalogue, format};
use crate::web::view::{Piece, linked};

/// Who stands at which door.
#[derive(Clone, Copy, Debug)]
pub struct Door<'a> {
    /// What the roster says.
    pub shut: Shut,
    /// The platform's name, which the link's holder knows.
    pub platform: &'a str,
    /// Where one can write to the organisers.
    pub contact: &'a str,
}

/// The heading and the text.
pub fn words(catalogue: &Catalogue, language: Language, door: Door<'_>) -> (String, Vec<Piece>) {
    let platform = ("platform", FluentValue::from(door.platform.to_owned()));
    let day = |day| ("day", FluentValue::from(format::date_of(language, day)));
    let (heading, said) = match door.shut {
        Shut { ended: Some(ended), .. } => ("door-ended-title", catalogue.t(language, "door-ended", &[platform, day(ended)])),
        Shut { begins: Some(_), .. } => ("door-to-come-title", catalogue.t(language, "door-to-come", &[platform])),
        Shut { .. } => ("door-gone-title", catalogue.t(language, "door-gone", &[platform])),
    };
    let next = door.shut.begins.map_or_else(String::new, |begins| format!("{} ", catalogue.t(language, "door-begins", &[day(begins)])));
    let ask = catalogue.t(language, "door-ask", &[("contact", FluentValue::from(door.contact.to_owned()))]);
    (catalogue.t(language, heading, &[]), linked(&format!("{said} {next}{ask}")))
}
