//! The page behind a seat that a colleague offers: whose it is, the event, the form to take it over, and the way to say no.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::door::{self, Door};
use super::event::EventFacts;
use super::panel::language_field;
use super::personal::{Act, Detail};
use crate::clock::Instant;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::substitute::{Refusal, State, plain_name};
use crate::i18n::{Catalogue, format};
use crate::web::view::{ChoiceField, FormError, Hidden, Piece, TextField, View, linked};

/// What a handler knows of an offer.
#[derive(Clone, Debug)]
pub struct OfferInput<'a> {
    /// The door that is closed to them, if one is.
    pub door: Option<Door<'a>>,
    /// Whether nothing of the event may be shown.
    pub is_outside: bool,
    /// The page's address: `/{lang}/s/{token}`.
    pub path: String,
    /// Anti-forgery token of the page's forms.
    pub csrf: String,
    /// The event in words.
    pub event: EventFacts,
    /// Where the offer stands.
    pub offered: State,
    /// Whether it was accepted and the seat is still theirs.
    pub is_seated: bool,
    /// What keeps them from taking the seat over.
    pub refusal: Option<Refusal>,
    /// Whose seat it is.
    pub asker: &'a str,
    /// Their organisation, for which one comes.
    pub organisation: &'a str,
    /// Their way of attending, which one takes over.
    pub mode: Mode,
    /// Until when one can answer.
    pub before: Instant,
    /// The one address it is valid for.
    pub email: &'a str,
    /// What stands in the form.
    pub name: TextField,
    /// Language chosen in the form.
    pub mails_in: String,
    /// Whether this is the page that asks whether to say no.
    pub asks_decline: bool,
    /// Where one can write to the organisers.
    pub contact: &'a str,
    /// Days after which the data go.
    pub retention_days: u32,
}

/// An offer's page.
#[derive(Clone, Debug, Serialize)]
pub struct OfferPage {
    /// `good`, `wait`, `stop` or empty.
    pub tone: &'static str,
    /// How things stand, as a sentence.
    pub heading: String,
    /// What that means and what to do.
    pub text: Vec<Piece>,
    /// The event.
    pub event: EventFacts,
    /// Whether nothing of it is shown.
    pub closed: bool,
    /// Faults of the form.
    pub errors: Vec<FormError>,
    /// The form.
    pub form: Option<TakeoverForm>,
    /// Saying no.
    pub decline: Option<Act>,
    /// Whether saying no is what the page is for.
    pub asks_decline: bool,
    /// Back to the offer, from the page that asks.
    pub back: String,
}

/// The form with which a seat is taken over.
#[derive(Clone, Debug, Serialize)]
pub struct TakeoverForm {
    /// Where it is sent.
    pub action: String,
    /// What goes with it.
    pub hidden: Vec<Hidden>,
    /// What comes with the seat and cannot be chosen.
    pub details: Vec<Detail>,
    /// Full name.
    pub name: TextField,
    /// Language of the mails.
    pub language: ChoiceField,
    /// Where the privacy notice is.
    pub privacy: String,
    /// Days after which the data go.
    pub retention_days: u32,
}

impl OfferPage {
    /// Words the page.
    pub fn new(catalogue: &Catalogue, language: Language, of: OfferInput<'_>) -> Self {
        if let Some(door) = of.door {
            let (heading, text) = door::words(catalogue, language, door);
            return Self { heading, text, ..Self::shut(of.event, "stop", true) };
        }
        let with = |key: &str, name: &'static str, value: &str| catalogue.t(language, key, &[(name, FluentValue::from(value.to_owned()))]);
        let told =
            |key: &str| (catalogue.t(language, &format!("offer-{key}-title"), &[]), linked(&with(&format!("offer-{key}"), "contact", of.contact)));
        let (tone, (heading, text)) = match (of.offered, of.refusal) {
            (State::Accepted, _) if of.is_seated => ("good", told("accepted")),
            (State::Declined, _) => ("", told("declined")),
            (State::Open, None) => {
                let before = format::date_time(language, of.before);
                let before = ("before", FluentValue::from(before));
                // Somebody typed that name: it is said as in the mail, and nothing of it becomes a link.
                let lead = match plain_name(of.asker) {
                    Some(name) => catalogue.t(language, "offer-lead", &[("name", FluentValue::from(name.to_owned())), before]),
                    None => catalogue.t(language, "offer-lead_nobody", &[before]),
                };
                ("wait", (catalogue.t(language, "offer-title", &[]), vec![Piece { text: lead, is_address: false }]))
            }
            (State::Open, Some(Refusal::Registered(state))) => ("", told(&format!("registered-{state}"))),
            _ => ("stop", told("over")),
        };
        if of.offered != State::Open || of.refusal.is_some() {
            return Self { heading, text, ..Self::shut(of.event, tone, of.is_outside) };
        }
        let hidden = |mode: Option<Mode>| {
            let mode = mode.map(|mode| Hidden::new("mode", mode.code()));
            std::iter::once(Hidden::new("csrf", &of.csrf)).chain(mode).collect::<Vec<_>>()
        };
        let detail = |key: &str, value: String| Detail { label: catalogue.t(language, key, &[]), value };
        let fault = of.name.error.clone();
        let errors = if fault.is_empty() { Vec::new() } else { vec![FormError { field: "name".into(), text: fault, ..FormError::default() }] };
        let form = TakeoverForm {
            action: format!("{}/accept", of.path),
            hidden: hidden(Some(of.mode)),
            details: vec![
                detail("personal-email", of.email.to_owned()),
                detail("form-organisation", of.organisation.to_owned()),
                detail("personal-mode", catalogue.mode(language, of.mode)),
            ],
            name: of.name.clone(),
            language: language_field(&of.mails_in, String::new()),
            privacy: format!("/{language}/privacy"),
            retention_days: of.retention_days,
        };
        Self {
            form: (!of.asks_decline).then_some(form),
            errors,
            decline: Some(Act { action: format!("{}/decline", of.path), hidden: hidden(None) }),
            asks_decline: of.asks_decline,
            back: if of.asks_decline { of.path.clone() } else { String::new() },
            heading,
            text,
            ..Self::shut(of.event, tone, false)
        }
    }

    /// With nothing to answer.
    fn shut(event: EventFacts, tone: &'static str, closed: bool) -> Self {
        Self {
            tone,
            heading: String::new(),
            text: Vec::new(),
            event,
            closed,
            errors: Vec::new(),
            form: None,
            decline: None,
            asks_decline: false,
            back: String::new(),
        }
    }
}

impl View for OfferPage {
    const TEMPLATE: &'static str = "offer";
}
