//! The part of the personal page that says what is recorded of its owner's presence, what they said about it, and what was answered.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::personal::{HistoryRow, PersonalInput};
use crate::db::{attendance, objections};
use crate::domain::attendance::{Finding, ProofSource};
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::domain::objection::{Claim, State, TEXT_LENGTH};
use crate::i18n::{Catalogue, format};
use crate::web::view::fields::Choice;
use crate::web::view::{ChoiceField, Hidden, TextField};

/// What a handler knows of it.
#[derive(Clone, Debug)]
pub struct RecordedInput {
    /// Every proof, oldest first.
    pub proofs: Vec<attendance::Row>,
    /// What they come to.
    pub finding: Finding,
    /// What was said about it, oldest first.
    pub objections: Vec<objections::Row>,
    /// Whether they may object now.
    pub may_object: bool,
    /// Whether the figures of the quarter are closed.
    pub is_closed: bool,
    /// Which quarter.
    pub edition: Edition,
}

/// The part of the page.
#[derive(Clone, Debug, Serialize)]
pub struct RecordedPart {
    /// Whether they count as present, as a sentence.
    pub standing: String,
    /// Minutes inside the event, and how many are asked; empty where none are known.
    pub minutes: String,
    /// Every proof, and every objection, oldest first.
    pub rows: Vec<HistoryRow>,
    /// The form; `None` where they may not object.
    pub form: Option<ObjectionForm>,
}

/// The form of an objection.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectionForm {
    /// `This is not right`, or `Change what you said`.
    pub summary: String,
    /// Where it is sent.
    pub action: String,
    /// What goes with it.
    pub hidden: Vec<Hidden>,
    /// What a correction does to the figures, where they are closed; empty otherwise.
    pub closed: String,
    /// What is not right.
    pub claim: ChoiceField,
    /// In their words.
    pub text: TextField,
    /// How long it may be, and who reads it.
    pub why: String,
    /// Whether it has faults.
    pub open: bool,
}

impl RecordedPart {
    /// Words it.
    pub fn new(catalogue: &Catalogue, language: Language, page: &PersonalInput<'_>, of: &RecordedInput) -> Self {
        let t = |key: &str| catalogue.t(language, key, &[]);
        let waits = of.objections.iter().find(|said| said.state == State::Open);
        let proofs = of.proofs.iter().zip(&of.finding.weights).map(|(proof, weight)| HistoryRow {
            when: when(catalogue, language, proof),
            iso: proof.at.0.to_rfc3339(),
            what: catalogue.word(language, "recorded-source", source(proof)),
            why: catalogue.word(language, "recorded-weight", weight.code()),
        });
        let objections = of.objections.iter().flat_map(|said| objection(catalogue, language, said));
        let rows = proofs.chain(objections).collect();
        let minutes = of.finding.minutes.map(|(here, asked)| {
            catalogue.t(language, "recorded-minutes", &[("here", FluentValue::from(here)), ("asked", FluentValue::from(asked))])
        });
        let quarter = ("quarter", FluentValue::from(format::quarter(of.edition)));
        let form = of.may_object.then(|| ObjectionForm {
            summary: t(if waits.is_some() { "objection-change" } else { "objection-title" }),
            action: format!("{}/object", page.path),
            hidden: vec![Hidden::new("csrf", &page.csrf)],
            closed: if of.is_closed { catalogue.t(language, "objection-closed", &[quarter]) } else { String::new() },
            claim: claims(catalogue, language, waits.map_or("", |said| said.claim.code()), String::new()),
            text: TextField::with(waits.map_or("", |said| &said.text)),
            why: catalogue.t(language, "objection-text-hint", &[("most", FluentValue::from(TEXT_LENGTH))]),
            open: false,
        });
        let standing = match (of.finding.present, of.proofs.is_empty()) {
            (true, _) => "recorded-present",
            (false, false) => "recorded-absent",
            (false, true) => "recorded-none",
        };
        Self { standing: t(standing), minutes: minutes.unwrap_or_default(), rows, form }
    }

    /// The same after a form that had faults: what was typed, and what is wrong with it.
    pub fn with_faults(mut self, chosen: &str, fault: String, typed: TextField) -> Self {
        if let Some(form) = &mut self.form {
            for choice in &mut form.claim.choices {
                choice.chosen = choice.value == chosen;
            }
            form.claim.error = fault;
            (form.text, form.open) = (typed, true);
        }
        self
    }
}

/// Where a proof comes from, as the person is told: staff's word says what it says.
fn source(proof: &attendance::Row) -> &'static str {
    match (proof.source, proof.denies) {
        (ProofSource::Door, _) => "door",
        (ProofSource::Link, _) => "link",
        (ProofSource::Report, _) => "report",
        (ProofSource::Hand, false) => "was_there",
        (ProofSource::Hand, true) => "was_not_there",
    }
}

/// The moment, or from when to when; staff speaks of the whole event.
fn when(catalogue: &Catalogue, language: Language, proof: &attendance::Row) -> String {
    let at = format::sentence_case(&format::date_time(language, proof.at.0));
    match proof.left_at {
        Some(left_at) => format::sentence_case(&format::date_time_range(language, proof.at.0, left_at.0)),
        None if proof.source == ProofSource::Hand => {
            catalogue.t(language, "recorded-by-hand", &[("at", FluentValue::from(format::date_time(language, proof.recorded_at.0)))])
        }
        None => at,
    }
}

/// What was said, and what was answered.
fn objection(catalogue: &Catalogue, language: Language, said: &objections::Row) -> Vec<HistoryRow> {
    let row = |at: crate::clock::Instant, what: String, why: String| HistoryRow {
        when: format::sentence_case(&format::date_time(language, at)),
        iso: at.to_rfc3339(),
        what,
        why,
    };
    let t = |key: &str| catalogue.t(language, key, &[]);
    let claim = catalogue.t(
        language,
        if said.state == State::Open { "objection-waits" } else { "objection-said" },
        &[("claim", FluentValue::from(catalogue.word(language, "objection-claim", said.claim.code())))],
    );
    let mut rows = vec![row(said.changed_at.0, claim, said.text.clone())];
    match (said.state, said.answered_at) {
        (State::Open, _) | (_, None) => {}
        (State::Accepted, Some(at)) => rows.push(row(at.0, t("objection-accepted"), said.answer.clone().unwrap_or_default())),
        (State::Declined, Some(at)) => rows.push(row(at.0, t("objection-declined"), said.answer.clone().unwrap_or_default())),
    }
    rows
}

fn claims(catalogue: &Catalogue, language: Language, chosen: &str, error: String) -> ChoiceField {
    let choice = |value: &str, label: String| Choice { value: value.into(), label, chosen: value == chosen, ..Choice::default() };
    let all = Claim::ALL.iter().map(|claim| choice(claim.code(), catalogue.word(language, "objection-claim", claim.code())));
    ChoiceField { choices: std::iter::once(choice("", catalogue.t(language, "objection-choose", &[]))).chain(all).collect(), error }
}
