//! Staff registers an organisation, or corrects one.

use super::{Claims, Clash, SCOPE, clashes, entry, fresh};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::organisations::{Row, registry};
use crate::db::types::Json;
use crate::db::{DbError, Tx};
use crate::domain::ids::OrganisationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::organisation::{Organisation, name_key};
use crate::domain::text::OrganisationName;

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It was written.
    Written(OrganisationId),
    /// Nothing was: others have these names, this number, these domains.
    Clashes(Vec<Clash>),
}

impl App {
    /// Registers an organisation that nobody named before.
    ///
    /// # Errors
    /// Faults only: what others have already is a [`Saved`].
    pub async fn add_organisation(&self, sheet: Organisation, actor: Actor, now: Instant) -> Result<Saved, AppError> {
        let app = self.clone();
        self.db
            .write(SCOPE, move |tx| {
                registry::lock(tx)?;
                let claims = Claims::of(&sheet);
                let taken = claims.taken(&claims.takers(tx)?, None);
                if !taken.is_empty() {
                    return Ok::<_, AppError>(Saved::Clashes(clashes(tx, taken)?));
                }
                let row = new_row(OrganisationId(tx.next_id()), &sheet, now);
                registry::save(tx, &row, &sheet, true)?;
                app.write_down(tx, entry(actor, Deed::OrganisationAdded, row.id, Change::to(&sheet)), now);
                Ok(Saved::Written(row.id))
            })
            .await
    }

    /// Writes what is registered of an organisation now; one that was only named is registered by it. A name that lists no longer
    /// show still leads to it. Nothing changed is no change.
    ///
    /// # Errors
    /// `NotFound`, also once it is merged into another; `Stale`.
    pub async fn change_organisation(
        &self,
        id: OrganisationId,
        revision: Option<i32>,
        sheet: Organisation,
        actor: Actor,
        now: Instant,
    ) -> Result<Saved, AppError> {
        let app = self.clone();
        self.db
            .write(SCOPE, move |tx| {
                registry::lock(tx)?;
                let mut row = fresh(tx, id, revision)?;
                let before = registry::sheet(tx, &row)?;
                let after = keeping_the_name(&sheet, &before);
                if row.registered_at.is_some() && after == before {
                    return Ok(Saved::Written(id));
                }
                let claims = Claims::of(&after);
                let taken = claims.taken(&claims.takers(tx)?, Some(id));
                if !taken.is_empty() {
                    return Ok(Saved::Clashes(clashes(tx, taken)?));
                }
                write(tx, &mut row, &after, now)?;
                let deed = Deed::OrganisationChanged;
                let change = match Change::between(&before, &after) {
                    nothing if nothing.is_empty() => Change::to(&serde_json::json!({ "registered": true })),
                    change => change,
                };
                app.write_down(tx, entry(actor, deed, id, change), now);
                Ok(Saved::Written(id))
            })
            .await
    }
}

/// What is registered, with the name before among the others: people go on typing it.
pub(super) fn keeping_the_name(sheet: &Organisation, before: &Organisation) -> Organisation {
    let mut after = sheet.clone();
    let known = |key: &str| key == after.key() || after.other_names().contains_key(key);
    if !known(&before.key()) {
        after.aliases.push(before.name.clone());
    }
    tidy(&mut after);
    after
}

/// One order, nothing twice: what is the same is equal.
pub(super) fn tidy(sheet: &mut Organisation) {
    let others = sheet.other_names();
    sheet.aliases = others.into_values().filter(|(_, is_alias)| *is_alias).filter_map(|(name, _)| OrganisationName::parse(&name).ok()).collect();
    sheet.domains.sort();
    sheet.domains.dedup();
}

pub(super) fn new_row(id: OrganisationId, sheet: &Organisation, now: Instant) -> Row {
    let mut row = Row {
        id,
        name: String::new(),
        name_key: String::new(),
        sector: sheet.sector,
        enterprise_number: None,
        created_at: now.into(),
        names: None,
        search_key: String::new(),
        registered_at: None,
        revision: 0,
        merged_into: None,
        merged_at: None,
    };
    set(&mut row, sheet, now);
    row
}

pub(super) fn write(tx: &mut Tx<'_>, row: &mut Row, sheet: &Organisation, now: Instant) -> Result<(), DbError> {
    set(row, sheet, now);
    registry::save(tx, row, sheet, false)
}

fn set(row: &mut Row, sheet: &Organisation, now: Instant) {
    row.name = sheet.name.to_string();
    row.name_key = name_key(sheet.name.as_str());
    row.sector = sheet.sector;
    row.enterprise_number = sheet.number.as_ref().map(|number| number.as_str().to_owned());
    row.names = Some(Json(sheet.names.clone()));
    row.search_key = sheet.search_key();
    row.registered_at = row.registered_at.or(Some(now.into()));
    row.revision += 1;
}
