//! Organisations: whose somebody is, and the registry that staff keeps. One file for each verb; what an organisation is, is the
//! domain's. The registry is shared by all platforms: it is written by who works on all of them, and everybody else who may see it
//! sees what was registered, not what was only named somewhere.

pub mod import;
pub(in crate::app) mod matching;
pub mod merge;
pub mod rows;
pub mod save;
pub mod sectors;
pub mod show;

use super::journal::Entry;
use super::{Actor, AppError};
use crate::db::organisations::Row;
use crate::db::organisations::registry::{self, Takers};
use crate::db::{AnyConn, DbError, Scope};
use crate::domain::ids::OrganisationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::organisation::Organisation;

/// Where the registry is written.
const SCOPE: Scope = Scope::Concern("organisations");

/// What of an organisation another one has already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// What it is.
    pub what: Unique,
    /// The name, number or domain.
    pub value: String,
    /// Whose it is.
    pub holder: OrganisationId,
    /// How that one is called.
    pub holder_name: String,
}

/// What only one organisation can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unique {
    /// A name.
    Name,
    /// The enterprise number.
    Number,
    /// A mail domain.
    Domain,
}

/// Everything of an organisation that only one can have.
#[derive(Clone, Debug, Default)]
struct Claims {
    names: Vec<(String, String)>,
    number: Option<String>,
    domains: Vec<String>,
}

impl Claims {
    fn of(sheet: &Organisation) -> Self {
        let own = (sheet.key(), sheet.name.to_string());
        Self {
            names: std::iter::once(own).chain(sheet.other_names().into_iter().map(|(key, (name, _))| (key, name))).collect(),
            number: sheet.number.as_ref().map(|number| number.as_str().to_owned()),
            domains: sheet.domains.iter().map(|domain| domain.as_str().to_owned()).collect(),
        }
    }

    fn takers(&self, conn: &mut AnyConn) -> Result<Takers, DbError> {
        let keys: Vec<String> = self.names.iter().map(|(key, _)| key.clone()).collect();
        registry::takers(conn, &keys, &self.domains, self.number.as_slice())
    }

    /// What others have of it.
    fn taken(&self, takers: &Takers, by_others_than: Option<OrganisationId>) -> Vec<(Unique, String, OrganisationId)> {
        let names = self.names.iter().filter_map(|(key, name)| Some((Unique::Name, name.clone(), *takers.names.get(key)?)));
        let numbers = self.number.iter().filter_map(|number| Some((Unique::Number, number.clone(), *takers.numbers.get(number)?)));
        let domains = self.domains.iter().filter_map(|domain| Some((Unique::Domain, domain.clone(), *takers.domains.get(domain)?)));
        names.chain(numbers).chain(domains).filter(|(_, _, holder)| Some(*holder) != by_others_than).collect()
    }
}

/// Clashes with the names of who has it.
fn clashes(conn: &mut AnyConn, taken: Vec<(Unique, String, OrganisationId)>) -> Result<Vec<Clash>, DbError> {
    let ids: Vec<OrganisationId> = taken.iter().map(|(_, _, holder)| *holder).collect();
    let rows = registry::by_ids(conn, &ids)?;
    let name = |id| rows.iter().find(|row| row.id == id).map(|row| row.name.clone()).unwrap_or_default();
    Ok(taken.into_iter().map(|(what, value, holder)| Clash { what, value, holder, holder_name: name(holder) }).collect())
}

/// The organisation, unless it is gone or somebody changed it since the revision that the caller saw.
fn fresh(conn: &mut AnyConn, id: OrganisationId, revision: Option<i32>) -> Result<Row, AppError> {
    let row = registry::by_id(conn, id)?.filter(|row| row.merged_into.is_none()).ok_or(AppError::NotFound)?;
    if revision.is_none_or(|seen| seen == row.revision) { Ok(row) } else { Err(AppError::Stale) }
}

/// What the journal says of an organisation.
fn entry(actor: Actor, deed: Deed, id: OrganisationId, change: Change) -> Entry {
    Entry::of(actor, deed, format!("organisation:{id}"), change)
}
