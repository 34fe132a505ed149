//! The dashboard: how platforms stand, and small multiples over quarters.

use serde::Serialize;

use super::Input;
use crate::web::view::multiples::Multiples;
use crate::web::view::{FormError, Link, View};

/// How a platform stands.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StandRow {
    /// The platform.
    pub name: String,
    /// The report of its running quarter.
    pub href: String,
    /// The shape of its rhythm's state.
    pub shape: &'static str,
    /// The class of that state.
    pub class: &'static str,
    /// The state in words.
    pub state: String,
    /// The last event.
    pub last: String,
    /// The last event against the one before; empty when there is none.
    pub change: String,
    /// The next event.
    pub next: String,
}

/// The dashboard.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DashboardPage {
    /// Faults of the filter.
    pub errors: Vec<FormError>,
    /// The filter.
    pub fields: Vec<Input>,
    /// Where the filter goes.
    pub action: String,
    /// Name of the parts.
    pub called: String,
    /// The parts.
    pub tabs: Vec<Link>,
    /// What is shown, in words.
    pub scope: String,
    /// What else to know about it.
    pub notes: Vec<String>,
    /// The heading of the standings.
    pub standing: String,
    /// How platforms stand; only on the first part.
    pub stands: Vec<StandRow>,
    /// The charts.
    pub charts: Vec<Multiples>,
    /// Opens and closes tables by a key.
    pub script: String,
}

impl View for DashboardPage {
    const TEMPLATE: &'static str = "staff/dashboard";
}
