//! The page of the guests whom a member proposes for an event: how it goes, what became of each, and the form for another.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::panel::{language_field, sector_field};
use super::personal::Act;
use crate::app::guests::of_member::Own;
use crate::clock::Instant;
use crate::db::guests::Row;
use crate::domain::guest::{Hindrance, MADE_AT_MOST, Told, WAITING_AT_MOST};
use crate::domain::language::Language;
use crate::i18n::{Catalogue, format};
use crate::web::view::{ChoiceField, FormError, Hidden, TextField, View};

/// What a handler knows of a member's guests.
#[derive(Clone, Debug)]
pub struct GuestsInput<'a> {
    /// The page's address.
    pub path: String,
    /// Their registration's.
    pub back: String,
    /// Anti-forgery token of the page's forms.
    pub csrf: String,
    /// The event's title.
    pub event: String,
    /// When registration closes.
    pub closes_at: Instant,
    /// How many working days there are to object.
    pub working_days: u32,
    /// The last of them for what is proposed now, in words.
    pub last: String,
    /// Their proposals.
    pub own: &'a Own,
    /// The present.
    pub now: Instant,
    /// What was typed.
    pub typed: GuestsTyped,
    /// What is wrong with it, by field, in words.
    pub faults: Vec<(&'static str, String)>,
}

/// What was typed, as it was typed; empty at first.
#[derive(Clone, Debug, Default)]
pub struct GuestsTyped {
    /// Full name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// Sector's code.
    pub sector: String,
    /// Language's code.
    pub language: String,
    /// Why.
    pub reason: String,
}

/// A member's guests.
#[derive(Clone, Debug, Serialize)]
pub struct GuestsPage {
    /// The event's title.
    pub event: String,
    /// How it goes.
    pub lead: String,
    /// Why no other can be proposed; empty when one can.
    pub hindrance: String,
    /// What was proposed, newest first.
    pub guests: Vec<GuestLine>,
    /// The form for another.
    pub form: Option<GuestForm>,
    /// Back to the registration.
    pub back: String,
}

/// One of them.
#[derive(Clone, Debug, Serialize)]
pub struct GuestLine {
    /// Name; words of ours once erased.
    pub name: String,
    /// Address.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// When they were proposed.
    pub proposed: String,
    /// Look of the state.
    pub state: &'static str,
    /// What became of it.
    pub state_label: String,
    /// What that means.
    pub what: String,
    /// Taking it back; only while it waits.
    pub take_back: Option<Act>,
}

/// The form for another.
#[derive(Clone, Debug, Serialize)]
pub struct GuestForm {
    /// Where it is sent.
    pub action: String,
    /// What goes with it.
    pub hidden: Vec<Hidden>,
    /// Faults for the summary.
    pub errors: Vec<FormError>,
    /// Until when somebody can object, as a sentence.
    pub until: String,
    /// Full name.
    pub name: TextField,
    /// Address.
    pub email: TextField,
    /// Organisation.
    pub organisation: TextField,
    /// Sector.
    pub sector: ChoiceField,
    /// Language of the invitation.
    pub language: ChoiceField,
    /// Why.
    pub reason: TextField,
}

impl GuestsPage {
    /// Words the page.
    pub fn new(catalogue: &Catalogue, language: Language, of: GuestsInput<'_>) -> Self {
        let most = [("waiting", FluentValue::from(WAITING_AT_MOST)), ("made", FluentValue::from(MADE_AT_MOST))];
        let hindrance = |why: Hindrance| catalogue.t(language, &format!("guests-hindrance-{why}"), &most);
        Self {
            lead: catalogue.t(language, "guests-lead", &[("n", FluentValue::from(of.working_days))]),
            hindrance: of.own.hindrance.map_or_else(String::new, hindrance),
            guests: of.own.proposals.iter().map(|row| line(catalogue, language, &of, row)).collect(),
            form: of.own.hindrance.is_none().then(|| form(catalogue, language, &of)),
            back: of.back,
            event: of.event,
        }
    }
}

fn line(catalogue: &Catalogue, language: Language, of: &GuestsInput<'_>, row: &Row) -> GuestLine {
    let told = row.state.told();
    let until = row.objections_until.0;
    // An event that was moved to an earlier day closes before: silence admits nobody then.
    let key = match told {
        Told::Waiting if until >= of.closes_at => "guests-what-waiting-late".to_owned(),
        told => format!("guests-what-{told}"),
    };
    let last = format::brussels(until).0;
    let last = format::date_of(language, last.pred_opt().unwrap_or(last));
    let args = [("until", FluentValue::from(last)), ("closes", FluentValue::from(format::date_time(language, of.closes_at)))];
    let hidden = || vec![Hidden::new("csrf", &of.csrf), Hidden::new("guest", row.reference.as_str())];
    let is_named = row.erased_at.is_none();
    GuestLine {
        name: if is_named { row.name.clone() } else { catalogue.t(language, "guests-erased", &[]) },
        email: row.email.clone(),
        organisation: row.organisation_name.clone(),
        proposed: format::date_time(language, row.proposed_at.0),
        state: match told {
            Told::Waiting => "waitlisted",
            Told::Accepted => "confirmed",
            Told::NotInvited => "rejected",
            Told::TakenBack => "withdrawn",
        },
        state_label: catalogue.t(language, &format!("guests-state-{told}"), &[]),
        what: if is_named { catalogue.t(language, &key, &args) } else { String::new() },
        take_back: row.takes_objections(of.now).then(|| Act { action: format!("{}/take-back", of.path), hidden: hidden() }),
    }
}

fn form(catalogue: &Catalogue, language: Language, of: &GuestsInput<'_>) -> GuestForm {
    let wrong = |field: &str| of.faults.iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone()).unwrap_or_default();
    let field = |name: &str, value: &str| TextField { value: value.to_owned(), error: wrong(name) };
    let typed = &of.typed;
    let errors = of.faults.iter().map(|(field, text)| FormError { field: (*field).into(), text: text.clone(), ..FormError::default() });
    GuestForm {
        action: of.path.clone(),
        hidden: vec![Hidden::new("csrf", &of.csrf)],
        errors: errors.collect(),
        until: catalogue.t(language, "guests-form-until", &[("last", FluentValue::from(of.last.as_str()))]),
        name: field("name", &typed.name),
        email: field("email", &typed.email),
        organisation: field("organisation", &typed.organisation),
        sector: sector_field(catalogue, language, &typed.sector, wrong("sector")),
        language: language_field(if typed.language.is_empty() { language.code() } else { &typed.language }, wrong("language")),
        reason: field("reason", &typed.reason),
    }
}

impl View for GuestsPage {
    const TEMPLATE: &'static str = "guests";
}
