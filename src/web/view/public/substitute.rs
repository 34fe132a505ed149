//! The part of the personal page with which a colleague is named who takes the seat over.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::panel::language_field;
use super::personal::{Act, PersonalInput};
use crate::clock::Instant;
use crate::domain::language::Language;
use crate::domain::substitute::State;
use crate::i18n::{Catalogue, format};
use crate::web::view::{ChoiceField, Hidden, TextField};

/// What a handler knows of offers of a seat.
#[derive(Clone, Debug)]
pub struct SubstituteInput {
    /// Whether only holders of mandates can take over.
    pub for_members: bool,
    /// Who is asked now: name and address as they were typed, and until when they can answer.
    pub asked: Option<(String, String, Instant)>,
    /// What became of the last asking, where nobody is asked now.
    pub ended: Option<State>,
}

/// The part.
#[derive(Clone, Debug, Serialize)]
pub struct SubstitutePart {
    /// What it is opened by.
    pub summary: String,
    /// Whether it is open: there is something to be read, or there are faults.
    pub open: bool,
    /// Who is asked, or what became of the last asking; may be empty.
    pub notice: String,
    /// Taking the asking back.
    pub take_back: Option<Act>,
    /// What naming somebody means.
    pub what: String,
    /// Where the form is sent.
    pub action: String,
    /// What goes with it.
    pub hidden: Vec<Hidden>,
    /// Which address it must be.
    pub email_why: String,
    /// Full name.
    pub name: TextField,
    /// Address.
    pub email: TextField,
    /// Language of the mail.
    pub language: ChoiceField,
}

impl SubstitutePart {
    /// The part of a registration's page.
    pub fn new(catalogue: &Catalogue, language: Language, page: &PersonalInput<'_>, of: &SubstituteInput) -> Self {
        let word = |key: &str| catalogue.t(language, key, &[]);
        let members = if of.for_members { "-members" } else { "" };
        let notice = match (&of.asked, of.ended) {
            (Some((name, email, before)), _) => {
                let told = [("name", name.clone()), ("email", email.clone()), ("before", format::date_time(language, *before))];
                catalogue.t(language, &format!("substitute-asked{members}"), &told.map(|(key, text)| (key, FluentValue::from(text))))
            }
            (None, Some(State::Declined)) => word("substitute-declined"),
            (None, Some(State::Lapsed)) => word("substitute-lapsed"),
            (None, _) => String::new(),
        };
        let action = format!("{}/substitute", page.path);
        let take_back = of
            .asked
            .is_some()
            .then(|| Act { action: action.clone(), hidden: vec![Hidden::new("csrf", &page.csrf), Hidden::new("take_back", "yes")] });
        let with = [("organisation", FluentValue::from(page.organisation.to_owned()))];
        Self {
            summary: word(if of.asked.is_some() { "substitute-title-asked" } else { "substitute-title" }),
            open: !notice.is_empty(),
            notice,
            take_back,
            what: catalogue.t(language, &format!("substitute-what{members}"), &with),
            action,
            hidden: vec![Hidden::new("csrf", &page.csrf)],
            email_why: word(&format!("substitute-email-why{members}")),
            name: TextField::default(),
            email: TextField::default(),
            language: language_field(page.mails_in.code(), String::new()),
        }
    }

    /// The same after a colleague was named in a way that cannot be used: what was typed, and what is wrong with it.
    pub fn with_faults(mut self, name: TextField, email: TextField, language: &str) -> Self {
        (self.name, self.email, self.open) = (name, email, true);
        if Language::from_code(language).is_some() {
            self.language = language_field(language, String::new());
        }
        self
    }
}
