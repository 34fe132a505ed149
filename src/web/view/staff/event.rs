//! The list of events, and one event.

use serde::Serialize;

use super::Pair;
use crate::web::view::{Hidden, Link, View};

/// An event in the list.
#[derive(Clone, Debug, Serialize)]
pub struct EventRow {
    /// Title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Its platform and edition.
    pub of: String,
    /// Day and hours.
    pub when: String,
    /// Status code: the class of the mark.
    pub status: &'static str,
    /// Status in words; empty where it tells nothing, as of a public event that is over.
    pub status_label: String,
    /// Seats given, of how many; one line for each way of attending.
    pub seats: Vec<String>,
    /// How many wait, in words; empty when nobody does.
    pub waiting: String,
}

/// Something that waits for the reader.
#[derive(Clone, Debug, Serialize)]
pub struct Task {
    /// Whether it should not wait any longer.
    pub presses: bool,
    /// In words.
    pub text: String,
    /// Where to see to it.
    pub href: String,
}

impl Task {
    /// One.
    pub fn new(presses: bool, text: String, href: String) -> Self {
        Self { presses, text, href }
    }
}

/// The start page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Overview {
    /// Events to come or under way.
    pub upcoming: Vec<EventRow>,
    /// Events that are over, latest first.
    pub past: Vec<EventRow>,
    /// Where a new event is made; empty when the reader may not.
    pub new_event: String,
    /// What waits for the reader, the most pressing first.
    pub to_do: Vec<Task>,
    /// Where the other past events are; empty when all are shown.
    pub more_past: String,
}

impl View for Overview {
    const TEMPLATE: &'static str = "staff/overview";
}

/// Seats of one way of attending.
#[derive(Clone, Debug, Serialize)]
pub struct PoolRow {
    /// Way of attending.
    pub mode: String,
    /// Given.
    pub given: String,
    /// Of how many.
    pub capacity: String,
    /// Left.
    pub left: String,
    /// Waiting.
    pub waiting: String,
    /// Quotas and the maximum of an organisation, one line each.
    pub rules: Vec<String>,
}

/// A number that leads to what it counts.
#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    /// What is counted.
    pub label: String,
    /// How many, in words.
    pub value: String,
    /// Where they are listed; empty where the reader may not see them.
    pub href: String,
}

/// What publishing needs.
#[derive(Clone, Debug, Serialize)]
pub struct Publish {
    /// Where the form goes.
    pub action: String,
    /// Tokens.
    pub hidden: Vec<Hidden>,
    /// What is missing, one line each; empty when the event can be published.
    pub gaps: Vec<String>,
}

/// One event.
#[derive(Clone, Debug, Serialize)]
pub struct EventPage {
    /// Title.
    pub title: String,
    /// Status code.
    pub status: &'static str,
    /// Status in words.
    pub status_label: String,
    /// When, where, whose.
    pub facts: Vec<Pair>,
    /// Seats.
    pub pools: Vec<PoolRow>,
    /// When unused quotas fall free; empty without quotas.
    pub release: String,
    /// Counts by state.
    pub counts: Vec<Pair>,
    /// What the calendars of those with a seat answer; empty where nothing is to be told.
    pub answers: Vec<Counted>,
    /// What can be done, most frequent first.
    pub actions: Vec<Link>,
    /// What can be changed.
    pub changes: Vec<Link>,
    /// Calling off; empty address when it cannot be.
    pub call_off: String,
    /// Publishing, for a draft.
    pub publish: Option<Publish>,
}

impl View for EventPage {
    const TEMPLATE: &'static str = "staff/event";
}
