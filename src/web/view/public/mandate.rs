//! The page behind the question whether a mandate still holds: the mandate, a button for yes, and the way to no.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::personal::Act;
use crate::app::roster::confirm::Standing;
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::domain::member::Member;
use crate::i18n::{Catalogue, format};
use crate::web::view::{Hidden, Piece, View, linked};

/// What a handler knows of a question.
#[derive(Clone, Debug)]
pub struct MandateInput<'a> {
    /// The page's address: `/{lang}/m/{token}`.
    pub path: String,
    /// Anti-forgery token of the page's forms.
    pub csrf: String,
    /// The platform's name.
    pub platform: &'a str,
    /// The mandate.
    pub member: &'a Member,
    /// In which quarter it is asked, and can be answered.
    pub quarter: Edition,
    /// How the question stands.
    pub standing: Standing,
    /// Whether this is the page that asks whether to end it.
    pub asks_end: bool,
    /// Where one can write to the organisers.
    pub contact: &'a str,
}

/// A question's page.
#[derive(Clone, Debug, Serialize)]
pub struct MandatePage {
    /// `good`, `wait` or empty.
    pub tone: &'static str,
    /// How things stand, as a sentence.
    pub heading: String,
    /// What that means.
    pub text: String,
    /// The platform.
    pub platform: String,
    /// Whose mandate.
    pub name: String,
    /// For which organisation.
    pub organisation: String,
    /// In which function.
    pub function: String,
    /// From when until when.
    pub term: String,
    /// Saying yes.
    pub confirm: Option<Act>,
    /// The page that asks whether to end it; empty where it is over.
    pub end: String,
    /// Ending it, on the page that asks.
    pub end_now: Option<Act>,
    /// Back to the question, from that page.
    pub back: String,
    /// Whom to tell that something is wrong.
    pub wrong: Vec<Piece>,
}

impl MandatePage {
    /// Words the page.
    pub fn new(catalogue: &Catalogue, language: Language, of: MandateInput<'_>) -> Self {
        let t = |key: &str| catalogue.t(language, key, &[]);
        let with = |key: &str, name: &'static str, value: String| catalogue.t(language, key, &[(name, FluentValue::from(value))]);
        let day = |day| FluentValue::from(format::day_short(language, day));
        let (member, mandate) = (of.member, of.member.mandate);
        let asks_end = of.asks_end && of.standing != Standing::Ended;
        let answer_before = || format::date_of(language, of.quarter.last_day());
        let last = || mandate.end().map_or_else(String::new, |end| format::date_of(language, end));
        let (tone, heading, text) = match of.standing {
            _ if asks_end => ("", t("mandate-end-title"), t("mandate-end-text")),
            Standing::Open => ("wait", t("mandate-title"), with("mandate-lead", "before", answer_before())),
            Standing::Confirmed(at) => ("good", t("mandate-confirmed-title"), with("mandate-confirmed", "at", format::date_time(language, at))),
            Standing::Ended => ("good", t("mandate-ended-title"), with("mandate-ended", "day", last())),
        };
        let start = ("start", day(mandate.start()));
        let term = match mandate.end() {
            Some(end) => catalogue.t(language, "mail-mandate_question-term", &[start, ("end", day(end))]),
            None => catalogue.t(language, "mail-mandate_question-term_open", &[start]),
        };
        let function = catalogue.word(language, "function", member.function.code());
        let act = |part: &str| Act { action: format!("{}/{part}", of.path), hidden: vec![Hidden::new("csrf", &of.csrf)] };
        Self {
            tone,
            heading,
            text,
            platform: of.platform.to_owned(),
            name: member.name.to_string(),
            organisation: member.organisation.to_string(),
            function: if member.deputy { with("mail-mandate_question-deputy", "function", function) } else { function },
            term,
            confirm: (of.standing == Standing::Open && !asks_end).then(|| act("confirm")),
            end: if of.standing != Standing::Ended && !asks_end { format!("{}/end", of.path) } else { String::new() },
            end_now: asks_end.then(|| act("end")),
            back: if asks_end { of.path.clone() } else { String::new() },
            wrong: linked(&with("mandate-wrong", "contact", of.contact.to_owned())),
        }
    }
}

impl View for MandatePage {
    const TEMPLATE: &'static str = "mandate";
}
