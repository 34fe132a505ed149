//! What the personal page says of attestations of presence, and the page that checks one.

use serde::Serialize;

use super::personal::{Act, Detail};
use crate::clock::Instant;
use crate::domain::attestation::{KEY_PATH, Statement};
use crate::domain::event::Event;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::i18n::{Catalogue, format};
use crate::papers::attestation::{duration, facts, title};
use crate::web::view::{Hidden, View};

/// What a handler knows of somebody's attestations.
#[derive(Clone, Debug)]
pub struct AttestationInput {
    /// The number of the one that holds.
    pub number: Option<String>,
    /// Whether one was revoked.
    pub revoked: bool,
    /// Whether they count as present, so that one can be made.
    pub may_make: bool,
}

/// The part of the personal page.
#[derive(Clone, Debug, Serialize)]
pub struct AttestationPart {
    /// How things stand.
    pub text: String,
    /// That an earlier one was revoked; may be empty.
    pub revoked: String,
    /// Where the file is; empty without one.
    pub file: String,
    /// The button that makes one.
    pub make: Option<Act>,
}

impl AttestationPart {
    /// The part of the page at `path`.
    pub fn new(texts: &Catalogue, language: Language, path: &str, csrf: &str, of: &AttestationInput) -> Self {
        let t = |key: &str| texts.t(language, key, &[]);
        let make =
            (of.may_make && of.number.is_none()).then(|| Act { action: format!("{path}/attestation"), hidden: vec![Hidden::new("csrf", csrf)] });
        Self {
            text: match &of.number {
                Some(number) => texts.t(language, "personal-attestation-there", &[("number", number.as_str().into())]),
                None if of.may_make => t("personal-attestation-what"),
                None => String::new(),
            },
            revoked: if of.revoked { t("personal-attestation-revoked") } else { String::new() },
            file: if of.number.is_some() { format!("{path}/attestation.pdf") } else { String::new() },
            make,
        }
    }
}

/// What is known of an attestation.
#[derive(Clone, Debug)]
pub struct CheckInput<'a> {
    /// What the paper says; `None` once the name went.
    pub statement: Option<&'a Statement>,
    /// Its number.
    pub number: &'a str,
    /// When it was issued.
    pub issued: Instant,
    /// Since when it holds no more.
    pub revoked: Option<Instant>,
    /// How they were there.
    pub mode: Mode,
    /// For how long.
    pub minutes: i64,
    /// The event as it is now.
    pub event: &'a Event,
}

/// The page that checks an attestation.
#[derive(Clone, Debug, Serialize)]
pub struct CheckPage {
    /// `good` or `stop`.
    pub tone: &'static str,
    /// Whether it holds, as a sentence.
    pub heading: String,
    /// What that means.
    pub text: String,
    /// What the paper says.
    pub details: Vec<Detail>,
    /// The language in which the paper says it, where that is another.
    pub lang: &'static str,
    /// The public key.
    pub key: &'static str,
}

impl CheckPage {
    /// The page of an attestation, or of an address that is none.
    pub fn new(texts: &Catalogue, language: Language, of: Option<&CheckInput<'_>>) -> Self {
        let t = |key: &str| texts.t(language, key, &[]);
        let page =
            |tone, code: &str, text, details| Self { tone, heading: t(&format!("check-{code}-title")), text, details, lang: "", key: KEY_PATH };
        let Some(of) = of else { return page("stop", "unknown", t("check-unknown"), Vec::new()) };
        let known = |texts: &Catalogue| {
            vec![
                Detail { label: t("attestation-number"), value: of.number.to_owned() },
                Detail { label: texts.t(language, "attestation-issued", &[]), value: format::date_time(language, of.issued) },
            ]
        };
        if let Some(at) = of.revoked {
            let text = texts.t(language, "check-revoked", &[("at", format::date_time(language, at).into())]);
            return page("stop", "revoked", text, known(texts));
        }
        match of.statement {
            Some(statement) => {
                // Word for word as on the paper, in its language: that is what is compared.
                let said = |key: &str, value: String| Detail { label: texts.t(statement.language, key, &[]), value };
                let mut details = vec![said("check-name", statement.name.clone()), said("check-event", title(texts, statement))];
                details.extend(facts(texts, statement).into_iter().map(|(label, value)| Detail { label, value }));
                let lang = if statement.language == language { "" } else { statement.language.code() };
                Self { lang, ..page("good", "valid", t("check-valid"), details) }
            }
            None => {
                let mut details = vec![Detail { label: t("check-name"), value: t("check-gone") }];
                details.extend(of_event(texts, language, of));
                details.extend(known(texts));
                page("good", "valid", t("check-valid"), details)
            }
        }
    }
}

/// What the event itself tells, once the name went and what was signed with it.
fn of_event(texts: &Catalogue, language: Language, of: &CheckInput<'_>) -> Vec<Detail> {
    let detail = |key: &str, value: String| Detail { label: texts.t(language, key, &[]), value };
    let title = match of.event.tlp.is_confidential() {
        true => texts.t(language, "mail-common-neutral_title", &[]),
        false => of.event.title.get_or_any(language).to_owned(),
    };
    vec![
        detail("check-event", title),
        detail("attestation-when", format::date_time_range(language, of.event.schedule.starts_at, of.event.schedule.ends_at)),
        detail("attestation-attended", texts.mode(language, of.mode)),
        detail("attestation-duration", duration(texts, language, of.minutes)),
    ]
}

impl View for CheckPage {
    const TEMPLATE: &'static str = "check";
}
