//! A table of organisations: looked at first, then written as a whole or, without its wrong rows, in part.

use std::collections::HashMap;

use serde_json::json;

use super::rows::{Draft, Fault, Wrong};
use super::save::{keeping_the_name, new_row, tidy, write};
use super::{Claims, SCOPE, Unique, clashes};
use crate::app::journal::Entry;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::organisations::Row;
use crate::db::organisations::registry::{self, Takers};
use crate::db::{AnyConn, DbError};
use crate::domain::ids::OrganisationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::organisation::Organisation;

/// What becomes of one row.
#[derive(Clone, Debug)]
pub enum Step {
    /// A new organisation.
    Add(Organisation),
    /// One that is there says something else, or is registered by it.
    Change(Box<Row>, Organisation),
    /// Everything is so already.
    Same,
}

/// What a table would do.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Line by line.
    pub rows: Vec<(u64, Step)>,
    /// Rows that cannot be taken.
    pub wrong: Vec<Wrong>,
}

impl Plan {
    /// How many are new, changed and unchanged.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(&Step) -> bool| self.rows.iter().filter(|(_, step)| wanted(step)).count();
        (count(|s| matches!(s, Step::Add(_))), count(|s| matches!(s, Step::Change(..))), count(|s| matches!(s, Step::Same)))
    }
}

/// What became of a table.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was written.
    Written(Plan),
    /// Nothing was: rows are wrong.
    Refused(Plan),
}

impl App {
    /// What a table would do now. Changes nothing.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn plan_organisations(&self, drafts: Vec<Draft>, wrong: Vec<Wrong>) -> Result<Plan, AppError> {
        self.db.read(move |conn| Ok(look(conn, &drafts, wrong)?)).await
    }

    /// Writes a table. With `keep_good` also when rows are wrong: those are left out.
    ///
    /// # Errors
    /// Faults only: what is wrong with the table is an [`Outcome`].
    pub async fn import_organisations(
        &self,
        drafts: Vec<Draft>,
        wrong: Vec<Wrong>,
        keep_good: bool,
        actor: Actor,
        now: Instant,
    ) -> Result<Outcome, AppError> {
        let app = self.clone();
        self.db
            .write(SCOPE, move |tx| {
                registry::lock(tx)?;
                let plan = look(tx, &drafts, wrong.clone())?;
                if !plan.wrong.is_empty() && !keep_good {
                    return Ok(Outcome::Refused(plan));
                }
                for (_, step) in &plan.rows {
                    match step {
                        Step::Add(sheet) => registry::save(tx, &new_row(OrganisationId(tx.next_id()), sheet, now), sheet, true)?,
                        Step::Change(row, sheet) => write(tx, &mut row.clone(), sheet, now)?,
                        Step::Same => {}
                    }
                }
                let (added, changed, _) = plan.counts();
                if added + changed > 0 {
                    let change = Change::to(&json!({ "added": added, "updated": changed }));
                    app.write_down(tx, Entry::of(actor, Deed::OrganisationsImported, "organisations", change), now);
                }
                Ok::<_, AppError>(Outcome::Written(plan))
            })
            .await
    }
}

fn look(conn: &mut AnyConn, drafts: &[Draft], wrong: Vec<Wrong>) -> Result<Plan, DbError> {
    let mut all = Claims::default();
    let mut numbers = Vec::new();
    for draft in drafts {
        let claims = Claims::of(&draft.sheet);
        all.names.extend(claims.names);
        all.domains.extend(claims.domains);
        numbers.extend(claims.number);
    }
    let keys: Vec<String> = all.names.into_iter().map(|(key, _)| key).collect();
    let takers = registry::takers(conn, &keys, &all.domains, &numbers)?;
    let mut ids: Vec<OrganisationId> = drafts.iter().filter_map(|draft| meant(draft, &takers)).collect();
    ids.sort_unstable();
    ids.dedup();
    let rows = registry::by_ids(conn, &ids)?;
    let sheets = registry::sheets(conn, &rows)?;
    let there: HashMap<OrganisationId, Row> = rows.into_iter().map(|row| (row.id, row)).collect();
    let (mut plan, mut before) = (Plan { rows: Vec::with_capacity(drafts.len()), wrong }, HashMap::new());
    for draft in drafts {
        let id = meant(draft, &takers);
        let standing = id.and_then(|id| Some((there.get(&id)?, sheets.get(&id)?)));
        let becomes = match standing {
            Some((_, sheet)) => keeping_the_name(&draft.over(sheet), sheet),
            None => tidied(draft.sheet.clone()),
        };
        let claims = Claims::of(&becomes);
        let taken = clashes(conn, claims.taken(&takers, id))?;
        let mut faults: Vec<Fault> = taken.into_iter().map(Fault::Taken).collect();
        faults.extend(twice(&claims, draft.line, &mut before));
        if faults.is_empty() {
            plan.rows.push((draft.line, step(standing, becomes)));
        }
        plan.wrong.extend(faults.into_iter().map(|fault| Wrong { line: draft.line, fault }));
    }
    plan.wrong.sort_by_key(|wrong| wrong.line);
    Ok(plan)
}

/// The organisation that a row is about: the one with its number, else the one with its name.
fn meant(draft: &Draft, takers: &Takers) -> Option<OrganisationId> {
    let by_number = draft.sheet.number.as_ref().and_then(|number| takers.numbers.get(number.as_str()));
    by_number.or_else(|| takers.names.get(&draft.sheet.key())).copied()
}

fn tidied(mut sheet: Organisation) -> Organisation {
    tidy(&mut sheet);
    sheet
}

fn step(standing: Option<(&Row, &Organisation)>, becomes: Organisation) -> Step {
    match standing {
        None => Step::Add(becomes),
        Some((row, sheet)) if row.registered_at.is_some() && *sheet == becomes => Step::Same,
        Some((row, _)) => Step::Change(Box::new(row.clone()), becomes),
    }
}

/// What rows before this one have of it already; what they have not is this row's from now on.
fn twice(claims: &Claims, line: u64, before: &mut HashMap<(u8, String), u64>) -> Vec<Fault> {
    let names = claims.names.iter().map(|(key, name)| (Unique::Name, key, name));
    let numbers = claims.number.iter().map(|number| (Unique::Number, number, number));
    let domains = claims.domains.iter().map(|domain| (Unique::Domain, domain, domain));
    let mut faults = Vec::new();
    for (what, key, value) in names.chain(numbers).chain(domains) {
        match before.get(&(what as u8, key.clone())) {
            Some(other) if *other != line => faults.push(Fault::Twice { what, value: value.clone(), line: *other }),
            _ => {
                before.insert((what as u8, key.clone()), line);
            }
        }
    }
    faults
}
