//! The form of an event's page, or what stands in its place: not yet, closed, past, called off, on request, by invitation.

use fluent_bundle::FluentValue;
use serde::Serialize;

use crate::domain::event::Window;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;
use crate::i18n::{Catalogue, format};
use crate::web::view::fields::collect;
use crate::web::view::head::own_name;
use crate::web::view::{Choice, ChoiceField, FormError, Hidden, Piece, TextField, linked};

/// The part of an event's page that says how to register.
#[derive(Clone, Debug, Serialize)]
pub struct Panel {
    /// `open`, `full`, `not_yet`, `closed`, `past`, `called_off`, `approval` or `members`.
    pub kind: &'static str,
    /// Its heading.
    pub heading: String,
    /// What holds and what to do next; empty above an open form.
    pub text: Vec<Piece>,
    /// The form, when one can register.
    pub form: Option<RegistrationForm>,
    /// Where to go instead; empty when there is a form.
    pub elsewhere: String,
}

/// The registration form: at most six fields.
#[derive(Clone, Debug, Serialize)]
pub struct RegistrationForm {
    /// Where it is sent.
    pub action: String,
    /// `csrf`, `key`.
    pub hidden: Vec<Hidden>,
    /// Faults for the summary; empty at first.
    pub errors: Vec<FormError>,
    /// Full name.
    pub name: TextField,
    /// Work address.
    pub email: TextField,
    /// Organisation.
    pub organisation: TextField,
    /// Sector.
    pub sector: ChoiceField,
    /// Way of attending; only for hybrid events.
    pub mode: Option<ChoiceField>,
    /// Language of the mails.
    pub language: ChoiceField,
    /// Whether all seats are taken: the button then says so.
    pub waiting: bool,
    /// Whether organisers decide: the button then asks for a seat.
    pub asks: bool,
    /// Days after which the data go.
    pub retention_days: u32,
    /// The privacy notice.
    pub privacy: String,
}

/// What was typed, as it was typed; empty at first. `sector`, `mode` and `language` are codes.
#[derive(Clone, Debug, Default)]
pub struct FormInput {
    /// Full name.
    pub name: String,
    /// Work address.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// Sector's code.
    pub sector: String,
    /// Mode's code.
    pub mode: String,
    /// Language's code; the page's language at first.
    pub language: String,
}

/// What is wrong with each field, in words; empty where nothing is.
#[derive(Clone, Debug, Default)]
pub struct FormErrors {
    /// Full name.
    pub name: String,
    /// Work address.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// Sector.
    pub sector: String,
    /// Way of attending.
    pub mode: String,
    /// Language.
    pub language: String,
}

impl Panel {
    /// What stands in the form's place while registration is not open. For [`Window::Open`] use [`Panel::with_form`].
    /// `contact` is the address of the organisers.
    pub fn instead(catalogue: &Catalogue, language: Language, window: Window, contact: &str) -> Self {
        let (kind, at) = match window {
            Window::NotYet(at) => ("not_yet", Some(at)),
            Window::Closed(at) => ("closed", Some(at)),
            Window::CalledOff => ("called_off", None),
            Window::Past => ("past", None),
            Window::Open | Window::Draft => ("members", None),
        };
        let mut args = Vec::new();
        if let Some(at) = at {
            args.push(("at", FluentValue::from(format::date_time(language, at))));
        }
        args.push(("contact", FluentValue::from(contact.to_owned())));
        Self {
            kind,
            heading: catalogue.t(language, &format!("window-{kind}-title"), &[]),
            text: linked(&catalogue.t(language, &format!("window-{kind}"), &args)),
            form: None,
            elsewhere: format!("/{language}/"),
        }
    }

    /// The form, under its heading.
    pub fn with_form(catalogue: &Catalogue, language: Language, form: RegistrationForm) -> Self {
        let kind = match &form {
            _ if form.asks => "approval",
            _ if form.waiting => "full",
            _ => "open",
        };
        let text = if kind == "open" { Vec::new() } else { linked(&catalogue.t(language, &format!("window-{kind}"), &[])) };
        Self { kind, heading: catalogue.t(language, &format!("window-{kind}-title"), &[]), text, form: Some(form), elsewhere: String::new() }
    }
}

impl RegistrationForm {
    /// A form with what was typed and what is wrong with it. `modes` are the ways the event offers; one is not asked for.
    pub fn new(catalogue: &Catalogue, language: Language, action: String, modes: &[Mode], typed: FormInput, wrong: FormErrors) -> Self {
        let named = [
            ("name", &wrong.name),
            ("email", &wrong.email),
            ("organisation", &wrong.organisation),
            ("sector", &wrong.sector),
            ("mode", &wrong.mode),
            ("language", &wrong.language),
        ];
        let errors = collect(&named.map(|(id, text)| (id, text.as_str())));
        let mode = (modes.len() > 1).then(|| modes_field(catalogue, language, modes, &typed.mode, wrong.mode));
        Self {
            action,
            hidden: Vec::new(),
            errors,
            name: TextField { value: typed.name, error: wrong.name },
            email: TextField { value: typed.email, error: wrong.email },
            organisation: TextField { value: typed.organisation, error: wrong.organisation },
            sector: sector_field(catalogue, language, &typed.sector, wrong.sector),
            mode,
            language: language_field(if typed.language.is_empty() { language.code() } else { &typed.language }, wrong.language),
            waiting: false,
            asks: false,
            retention_days: 90,
            privacy: format!("/{language}/privacy"),
        }
    }

    /// The fields that are not seen: CSRF token and one-time key.
    pub fn with_hidden(mut self, csrf: impl Into<String>, key: impl Into<String>) -> Self {
        self.hidden = vec![Hidden::new("csrf", csrf), Hidden::new("key", key)];
        self
    }

    /// Whether all seats are taken, so that the form leads to the waiting list.
    pub fn waiting(mut self, waiting: bool) -> Self {
        self.waiting = waiting;
        self
    }

    /// Whether organisers decide, so that the form asks for a seat.
    pub fn asking(mut self, asks: bool) -> Self {
        self.asks = asks;
        self
    }

    /// After how many days the data are deleted.
    pub fn retention(mut self, days: u32) -> Self {
        self.retention_days = days;
        self
    }
}

/// The question for the sector; `chosen` is a code, or anything else for none.
pub fn sector_field(catalogue: &Catalogue, language: Language, chosen: &str, error: String) -> ChoiceField {
    let choice = |s: &Sector| Choice {
        value: s.code().into(),
        label: catalogue.sector(language, *s),
        hint: catalogue.word(language, "sector-hint", s.code()),
        chosen: s.code() == chosen,
        ..Choice::default()
    };
    ChoiceField { choices: Sector::ALL.iter().map(choice).collect(), error }
}

/// The question for the way of attending.
pub fn modes_field(catalogue: &Catalogue, language: Language, modes: &[Mode], chosen: &str, error: String) -> ChoiceField {
    let choice = |m: &Mode| Choice { value: m.code().into(), label: catalogue.mode(language, *m), chosen: m.code() == chosen, ..Choice::default() };
    ChoiceField { choices: modes.iter().map(choice).collect(), error }
}

/// The question for the language, each language named in itself.
pub fn language_field(chosen: &str, error: String) -> ChoiceField {
    let choice = |l: &Language| Choice {
        value: l.code().into(),
        label: own_name(*l).into(),
        chosen: l.code() == chosen,
        lang: l.code().into(),
        ..Choice::default()
    };
    ChoiceField { choices: Language::ALL.iter().map(choice).collect(), error }
}
