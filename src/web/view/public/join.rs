//! The page that sends somebody on to the meeting: one button while it does, and else why not, and what to do.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::door::{self, Door};
use super::event::EventFacts;
use super::personal::Act;
use crate::domain::join::Joining;
use crate::domain::language::Language;
use crate::domain::registration::State;
use crate::i18n::{Catalogue, format};
use crate::web::view::{Hidden, Piece, View, linked};

/// What a handler knows of a link to join.
#[derive(Clone, Debug)]
pub struct JoinInput<'a> {
    /// The door that is closed to them, if one is.
    pub door: Option<Door<'a>>,
    /// The page's address.
    pub path: String,
    /// Anti-forgery token of the button.
    pub csrf: String,
    /// The event.
    pub event: EventFacts,
    /// Whether its title is kept back: calendars hold this address, and calendars are shared.
    pub is_confidential: bool,
    /// What the link does now.
    pub joining: Joining,
    /// Where one can write to the organisers.
    pub contact: &'a str,
}

/// The page.
#[derive(Clone, Debug, Serialize)]
pub struct JoinPage {
    /// `good`, `wait`, `stop` or empty.
    pub tone: &'static str,
    /// How things stand, as a sentence.
    pub heading: String,
    /// What that means and what to do.
    pub text: Vec<Piece>,
    /// The event.
    pub event: EventFacts,
    /// Its title, or neutral words.
    pub title: String,
    /// Whether nothing of it is shown.
    pub closed: bool,
    /// The button.
    pub join: Option<Act>,
    /// The same page once more, where it will say something else later; empty otherwise.
    pub again: String,
}

impl JoinPage {
    /// Words the page.
    pub fn new(catalogue: &Catalogue, language: Language, of: JoinInput<'_>) -> Self {
        let title = if of.is_confidential { catalogue.t(language, "mail-common-neutral_title", &[]) } else { of.event.title.clone() };
        let (tone, key) = standing(of.joining);
        let at = match of.joining {
            Joining::Early(at) => format::date_time(language, at),
            _ => String::new(),
        };
        let said =
            catalogue.t(language, &format!("join-{key}"), &[("at", FluentValue::from(at)), ("contact", FluentValue::from(of.contact.to_owned()))]);
        let (heading, text) = match of.door {
            Some(door) => door::words(catalogue, language, door),
            None => (catalogue.t(language, &format!("join-{key}-title"), &[]), linked(&said)),
        };
        let closed = of.door.is_some();
        let is_open = of.joining == Joining::Open && !closed;
        let may_change = matches!(of.joining, Joining::Early(_) | Joining::NoLink) && !closed;
        Self {
            tone: if closed { "stop" } else { tone },
            heading,
            text,
            title,
            closed,
            join: is_open.then(|| Act { action: of.path.clone(), hidden: vec![Hidden::new("csrf", &of.csrf)] }),
            again: if may_change { of.path } else { String::new() },
            event: of.event,
        }
    }
}

/// The colour and the key of what is said.
const fn standing(joining: Joining) -> (&'static str, &'static str) {
    match joining {
        Joining::Open => ("good", "open"),
        Joining::Early(_) => ("wait", "early"),
        Joining::NoLink => ("wait", "no-link"),
        Joining::Over => ("", "over"),
        Joining::CalledOff => ("stop", "called-off"),
        Joining::InRoom => ("stop", "in-room"),
        Joining::NoSeat(State::Waitlisted) => ("wait", "waitlisted"),
        Joining::NoSeat(State::Withdrawn) => ("stop", "withdrawn"),
        Joining::NoSeat(_) => ("stop", "no-seat"),
    }
}

impl View for JoinPage {
    const TEMPLATE: &'static str = "join";
}
