//! Organisations: the registry, one of them, merging two, and sectors to look at.

use serde::Serialize;

use super::{Pair, Tab};
use crate::web::view::{Hidden, Link, View};

/// An organisation in the list.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationRow {
    /// Name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its name in the reader's language; empty when it is the same.
    pub second: String,
    /// Sector in words.
    pub sector: String,
    /// Enterprise number; may be empty.
    pub number: String,
    /// Mail domains; may be empty.
    pub domains: String,
    /// Look of the status.
    pub status: &'static str,
    /// Status in words.
    pub status_label: String,
}

/// The registry.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Organisations {
    /// What is shown, with counts; none for who sees only what is registered.
    pub tabs: Vec<Tab>,
    /// What was searched.
    pub search: String,
    /// Where the search goes.
    pub action: String,
    /// The tab kept while searching.
    pub hidden: Vec<Hidden>,
    /// The rows.
    pub rows: Vec<OrganisationRow>,
    /// The next page; empty on the last.
    pub next: String,
    /// The first page; empty on it.
    pub first: String,
    /// Where one is registered; empty when the reader may not.
    pub add: String,
}

impl View for Organisations {
    const TEMPLATE: &'static str = "staff/organisations";
}

/// What an organisation has on a platform.
#[derive(Clone, Debug, Serialize)]
pub struct ShareRow {
    /// The platform.
    pub platform: String,
    /// People.
    pub people: String,
    /// Registrations.
    pub registrations: String,
    /// Mandates.
    pub members: String,
}

/// One organisation.
#[derive(Clone, Debug, Default, Serialize)]
pub struct OrganisationPage {
    /// Name.
    pub name: String,
    /// Look of the status.
    pub status: &'static str,
    /// Status in words.
    pub status_label: String,
    /// What is registered.
    pub facts: Vec<Pair>,
    /// What it has on each platform.
    pub shares: Vec<ShareRow>,
    /// Where it is corrected; empty when the reader may not. So for the other.
    pub edit: String,
    /// Where it is merged with another.
    pub merge: String,
}

impl View for OrganisationPage {
    const TEMPLATE: &'static str = "staff/organisation";
}

/// An organisation that another could be merged into.
#[derive(Clone, Debug, Serialize)]
pub struct Candidate {
    /// Name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Sector, number.
    pub second: String,
    /// Status in words.
    pub status_label: String,
    /// Where what merging would do is shown.
    pub look: String,
}

/// Merging: the choice of the other one, or what it would do.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MergePage {
    /// The one that the page was opened for.
    pub name: String,
    /// What was searched.
    pub search: String,
    /// Where the search, or the form, goes.
    pub action: String,
    /// The heading of the list.
    pub found: String,
    /// Those to choose from.
    pub candidates: Vec<Candidate>,
    /// Whether what it would do is shown.
    pub is_shown: bool,
    /// What happens, in one sentence.
    pub lead: String,
    /// What moves.
    pub moves: Vec<Pair>,
    /// What the one that stays is then.
    pub becomes: Vec<Pair>,
    /// What to know before.
    pub notes: Vec<String>,
    /// Why it cannot be done; empty when nothing keeps it.
    pub trouble: String,
    /// Tokens.
    pub hidden: Vec<Hidden>,
    /// Whether there is a button.
    pub can: bool,
    /// The other way round.
    pub turned: String,
    /// The way out.
    pub back: Link,
}

impl View for MergePage {
    const TEMPLATE: &'static str = "staff/organisation_merge";
}

/// Somebody who said another sector than their organisation has.
#[derive(Clone, Debug, Serialize)]
pub struct SectorCase {
    /// Name.
    pub name: String,
    /// Their registration.
    pub href: String,
    /// The event.
    pub event: String,
    /// The organisation.
    pub organisation: String,
    /// Its page.
    pub organisation_href: String,
    /// The sector they said.
    pub declared: String,
    /// The one it is registered with.
    pub registered: String,
    /// What the form says besides the decision.
    pub hidden: Vec<Hidden>,
}

/// Sectors to look at.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SectorCases {
    /// The tabs of the registry; none for who does not see it.
    pub tabs: Vec<Tab>,
    /// Where a decision goes.
    pub action: String,
    /// The cases.
    pub rows: Vec<SectorCase>,
    /// The next page; empty on the last.
    pub next: String,
    /// Why a decision was not carried out; empty when nothing kept it.
    pub trouble: String,
}

impl View for SectorCases {
    const TEMPLATE: &'static str = "staff/sector_cases";
}
