//! The page behind a personal invitation: the event, the form filled in as far as we know, and the way to say no.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::door::{self, Door};
use super::event::EventFacts;
use super::panel::{FormErrors, FormInput, Panel, RegistrationForm};
use super::personal::{Act, heading, tone};
use crate::domain::event::Window;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::seats::Reason;
use crate::i18n::{Catalogue, format};
use crate::web::view::{Hidden, Piece, View, linked};

/// What a handler knows of an invitation.
#[derive(Clone, Debug)]
pub struct InvitationInput<'a> {
    /// The door that is closed to them, if one is.
    pub door: Option<Door<'a>>,
    /// The page's address: `/{lang}/i/{token}`.
    pub path: String,
    /// Anti-forgery token of the page's forms.
    pub csrf: String,
    /// The event in words.
    pub event: EventFacts,
    /// Seats left in words.
    pub seats: Vec<String>,
    /// Ways of attending that it offers.
    pub modes: &'a [Mode],
    /// Whether all seats are taken.
    pub all_full: bool,
    /// Until when one can register.
    pub closes_at: crate::clock::Instant,
    /// Whether registrations are taken; those who are invited need not wait for the opening.
    pub window: Window,
    /// The one address it is valid for.
    pub email: &'a str,
    /// Whether it was declined.
    pub declined: bool,
    /// Whether this is the page that asks whether to decline.
    pub asks_decline: bool,
    /// The registration there is: state, place in line, the rule that decided.
    pub registration: Option<(State, Option<u32>, Option<&'a Reason>)>,
    /// What stands in the form, and what is wrong with it.
    pub typed: FormInput,
    /// See `typed`.
    pub wrong: FormErrors,
    /// Where one can write to the organisers.
    pub contact: &'a str,
    /// Days after which the data go.
    pub retention_days: u32,
}

/// An invitation's page.
#[derive(Clone, Debug, Serialize)]
pub struct InvitationPage {
    /// `good`, `wait`, `stop` or empty.
    pub tone: &'static str,
    /// How things stand, as a sentence.
    pub heading: String,
    /// What that means and what to do.
    pub text: Vec<Piece>,
    /// The rule that decided; may be empty.
    pub reason: String,
    /// The event.
    pub event: EventFacts,
    /// Whether nothing of it is shown: the mandate of whoever was invited is over.
    pub closed: bool,
    /// Seats left in words; empty without a form.
    pub seats: Vec<String>,
    /// Until when one can answer; empty when one cannot.
    pub closes: String,
    /// The form; its address is fixed.
    pub form: Option<RegistrationForm>,
    /// Whether everything is filled in, so that one button above the form is enough.
    pub ready: bool,
    /// What to do when it is somebody else's.
    pub not_you: Vec<Piece>,
    /// Saying no.
    pub decline: Option<Act>,
    /// Whether saying no is what the page is for.
    pub asks_decline: bool,
    /// Back to the invitation, from the page that asks.
    pub back: String,
}

impl InvitationPage {
    /// Words the page.
    pub fn new(catalogue: &Catalogue, language: Language, of: InvitationInput<'_>) -> Self {
        if let Some(door) = of.door {
            let (heading, text) = door::words(catalogue, language, door);
            return Self { closed: true, ..Self::shut(of.event, "stop", (heading, text)) };
        }
        let word = |key: &str| catalogue.t(language, key, &[]);
        let with = |key: &str, name: &'static str, value: &str| catalogue.t(language, key, &[(name, FluentValue::from(value.to_owned()))]);
        let takes = matches!(of.window, Window::Open | Window::NotYet(_));
        let state = of.registration.map(|(state, ..)| state);
        let can_register = takes && state.is_none_or(|state| state.may_register_again() || state == State::AwaitingApproval);
        let can_decline = state.is_none() && !of.declined && matches!(of.window, Window::Open | Window::NotYet(_) | Window::Closed(_));
        let closes = format::date_time(language, of.closes_at);
        let (tone, heading, text) = match of.registration {
            Some((state, place, _)) => {
                let again = if can_register { word("invitation-again") } else { String::new() };
                let told = if state.is_active() { with("invitation-registered", "email", of.email) } else { again };
                (tone(state), heading(catalogue, language, state, place), told)
            }
            None if of.asks_decline => ("", word("invitation-decline-title"), word("invitation-decline-text")),
            None if of.declined => {
                let more = if takes { with("invitation-declined-open", "before", &closes) } else { String::new() };
                ("wait", word("invitation-declined-title"), format!("{} {more}", word("invitation-declined")))
            }
            None if takes => ("good", word("invitation-title"), with("invitation-lead", "before", &closes)),
            None => {
                let instead = Panel::instead(catalogue, language, of.window, of.contact);
                return Self::shut(of.event, if of.window == Window::CalledOff { "stop" } else { "wait" }, (instead.heading, instead.text));
            }
        };
        let filled = [&of.typed.name, &of.typed.organisation, &of.typed.sector].iter().all(|text| !text.is_empty());
        let form = (can_register && !of.asks_decline).then(|| {
            RegistrationForm::new(catalogue, language, format!("{}/accept", of.path), of.modes, of.typed, of.wrong)
                .with_hidden(of.csrf.clone(), String::new())
                .waiting(of.all_full)
                .retention(of.retention_days)
        });
        let explained = of
            .registration
            .and_then(|(.., reason)| reason)
            .filter(|r| matches!(state, Some(State::Waitlisted | State::Rejected)) && **r != Reason::SeatFree);
        Self {
            tone,
            heading,
            text: linked(text.trim()),
            reason: explained.map_or_else(String::new, |r| catalogue.reason(language, r)),
            event: of.event,
            closed: false,
            seats: if form.is_some() { of.seats } else { Vec::new() },
            closes: if form.is_some() { closes } else { String::new() },
            ready: form.as_ref().is_some_and(|form| filled && form.errors.is_empty()),
            not_you: linked(&with("invitation-not-you", "contact", of.contact)),
            decline: can_decline.then(|| Act { action: format!("{}/decline", of.path), hidden: vec![Hidden::new("csrf", &of.csrf)] }),
            asks_decline: of.asks_decline && can_decline,
            back: if of.asks_decline { of.path } else { String::new() },
            form,
        }
    }

    /// Of an event that takes no answers.
    fn shut(event: EventFacts, tone: &'static str, (heading, text): (String, Vec<Piece>)) -> Self {
        Self {
            tone,
            heading,
            text,
            reason: String::new(),
            event,
            closed: false,
            seats: Vec::new(),
            closes: String::new(),
            form: None,
            ready: false,
            not_you: Vec::new(),
            decline: None,
            asks_decline: false,
            back: String::new(),
        }
    }
}

impl View for InvitationPage {
    const TEMPLATE: &'static str = "invitation";
}
