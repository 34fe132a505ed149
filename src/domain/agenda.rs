//! What happens during an event, item by item.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::language::Translated;
use super::tlp::Tlp;

/// One item of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// When it starts, in Brussels time of the event's day.
    pub at: NaiveTime,
    /// What it is about.
    pub title: Translated,
    /// Who speaks; empty when nobody is named.
    #[serde(default)]
    pub speaker: String,
    /// How far this item may travel, where that is not as far as the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tlp: Option<Tlp>,
}

impl AgendaItem {
    /// The label that keeps what it is about, and who speaks, to the people with a seat, on their own page: one above GREEN. Pages for
    /// everybody, calendars and mails tell when it is, and the label.
    pub fn withheld(&self) -> Option<Tlp> {
        self.tlp.filter(|tlp| tlp.is_confidential())
    }
}
