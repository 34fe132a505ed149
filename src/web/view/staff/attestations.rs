//! The attestations of an event.

use serde::Serialize;

use super::Pair;
use crate::web::view::{Hidden, View};

/// How far they are.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AttestationsPage {
    /// The event's title.
    pub event: String,
    /// How things stand, a sentence; may be empty.
    pub standing: String,
    /// When they were asked for; empty when they were not.
    pub asked: String,
    /// How many are where.
    pub counts: Vec<Pair>,
    /// How many of those who were present have theirs.
    pub done: String,
    /// Of how many; empty when nothing is under way.
    pub all: String,
    /// Where to look again; empty when nothing is under way.
    pub reload: String,
    /// Where they are asked for; empty when there is nothing to ask for.
    pub issue: String,
    /// Tokens.
    pub hidden: Vec<Hidden>,
}

impl View for AttestationsPage {
    const TEMPLATE: &'static str = "staff/attestations";
}
