//! Platforms: how each stands, and one of them.

use serde::Serialize;

use super::{EventRow, Pair};
use crate::web::view::{Link, View};

/// A platform in the list.
#[derive(Clone, Debug, Serialize)]
pub struct PlatformRow {
    /// Name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Who may register and who may know of it, in words.
    pub access: String,
    /// How often it meets, in words.
    pub cadence: String,
    /// Look of the standing; empty where there is none.
    pub standing: &'static str,
    /// How it stands in the running period, in words; may be empty.
    pub standing_label: String,
    /// The next event, by its moment.
    pub next: Option<Link>,
    /// The last that was held, by its moment.
    pub last: Option<Link>,
}

/// All platforms that the reader may see.
#[derive(Clone, Debug, Serialize)]
pub struct Platforms {
    /// The rows.
    pub rows: Vec<PlatformRow>,
}

impl View for Platforms {
    const TEMPLATE: &'static str = "staff/platforms";
}

/// What is said of a platform in one language.
#[derive(Clone, Debug, Serialize)]
pub struct PlatformTexts {
    /// The language's code.
    pub lang: &'static str,
    /// The language, in the reader's.
    pub language: String,
    /// Name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Who takes part.
    pub members: String,
}

/// One platform.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PlatformPage {
    /// Name.
    pub name: String,
    /// Look of the standing; empty where there is none.
    pub standing: &'static str,
    /// How it stands in the running period, in words; may be empty.
    pub standing_label: String,
    /// What is set of it.
    pub facts: Vec<Pair>,
    /// What is said of it, in each language.
    pub texts: Vec<PlatformTexts>,
    /// Events to come or under way.
    pub upcoming: Vec<EventRow>,
    /// The last events.
    pub past: Vec<EventRow>,
    /// Where an event is planned; empty when the reader may not. So for the others.
    pub new_event: String,
    /// Where it is changed.
    pub edit: String,
    /// Its roster.
    pub roster: String,
    /// What is covered of its organisations.
    pub coverage: String,
}

impl View for PlatformPage {
    const TEMPLATE: &'static str = "staff/platform";
}
