//! What happens during an event, item by item.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::language::Translated;

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
}
