//! Where visitors come in: the choice of languages and the upcoming events.

use serde::Serialize;

use super::calendar::Subscribe;
use super::event::EventFacts;
use crate::domain::language::Language;
use crate::i18n::Catalogue;
use crate::web::view::{Head, Link, View, head::own_name};

/// The choice of languages, in all of them at once.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageChoice {
    /// One entry per language.
    pub languages: Vec<Door>,
    /// The heading's parts, one per language.
    pub heading: Vec<Link>,
}

/// One language's way in.
#[derive(Clone, Debug, Serialize)]
pub struct Door {
    /// Where to.
    pub href: String,
    /// The language's code.
    pub lang: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// The authority's name in it.
    pub owner: String,
    /// `Continue in English`.
    pub go: String,
}

impl LanguageChoice {
    /// The page with its frame; every part says which language it is in, and `first` is only what the document is marked with.
    pub fn new(catalogue: &Catalogue, first: Language) -> (Head, Self) {
        let door = |l: &Language| Door {
            href: format!("/{l}/"),
            lang: l.code(),
            name: own_name(*l),
            owner: catalogue.t(*l, "site-owner", &[]),
            go: catalogue.t(*l, "choice-go", &[]),
        };
        let part = |l: &Language| Link { lang: l.code().into(), label: catalogue.t(*l, "choice-title", &[]), ..Link::default() };
        let heading: Vec<Link> = Language::ALL.iter().map(part).collect();
        let title: Vec<&str> = heading.iter().map(|l| l.label.as_str()).collect();
        let head = Head::public(first, "/", title.join(" – "));
        (head, Self { languages: Language::ALL.iter().map(door).collect(), heading })
    }
}

impl View for LanguageChoice {
    const TEMPLATE: &'static str = "choice";
}

/// The upcoming public events, soonest first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EventList {
    /// May be empty.
    pub events: Vec<EventRow>,
    /// The calendars of the public platforms.
    pub calendars: Vec<Subscribe>,
}

/// One of them.
#[derive(Clone, Debug, Serialize)]
pub struct EventRow {
    /// The event.
    pub event: EventFacts,
    /// How registration stands: seats left, or why not; one sentence each.
    pub standing: Vec<String>,
}

impl View for EventList {
    const TEMPLATE: &'static str = "events";
}
