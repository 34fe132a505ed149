//! Mandates written from a table or by a program, many at once: looked at first, then written as they were shown, or not at all.

use std::collections::HashMap;

use serde_json::json;

use super::plan::{Plan, Planned, Standing, Step, plan};
use super::rows::{Draft, Wrong};
use super::{SCOPE, about};
use crate::app::organisations::matching::{Said, matched};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::members::{self, Import, ImportRow, Row};
use crate::db::{AnyConn, DbError, Tx, organisations};
use crate::domain::ids::{ImportId, MemberId, OrganisationId, PlatformId, Reference};
use crate::domain::journal::{Change, Deed};
use crate::domain::member::Member;
use crate::domain::organisation::name_key;
use crate::i18n::format::brussels;

/// How a table is to be taken.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Also what is doubtful.
    pub doubtful: bool,
    /// Also when other rows are wrong: those are left out.
    pub keep_good: bool,
    /// What was shown ([`Plan::fingerprint`]); without it, whatever it is now.
    pub shown: Option<String>,
}

/// What became of a table.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was written.
    Written(Written),
    /// Nothing was: it would do something else now than what was shown.
    Differs(Plan),
    /// Nothing was: rows are wrong.
    Refused(Plan),
}

/// What was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// The import; `None` when there was nothing to write.
    pub import: Option<Reference>,
    /// New mandates.
    pub added: usize,
    /// Changed ones.
    pub changed: usize,
    /// What became of each row that was taken: its line, the mandate, and whether it is new or changed.
    pub rows: Vec<(u64, Reference, Done)>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// A new mandate.
    Added,
    /// A mandate says something else.
    Changed,
    /// Everything was so already.
    Unchanged,
}

impl App {
    /// What a table would do to a roster now. Changes nothing.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn plan_members(&self, platform: PlatformId, drafts: Vec<Draft>, wrong: Vec<Wrong>, now: Instant) -> Result<Plan, AppError> {
        self.db.read(move |conn| Ok(look(conn, platform, &drafts, wrong, now)?)).await
    }

    /// Writes a table to a roster.
    ///
    /// # Errors
    /// Faults only: what is wrong with the table is an [`Outcome`].
    pub async fn import_members(
        &self,
        platform: PlatformId,
        drafts: Vec<Draft>,
        wrong: Vec<Wrong>,
        wish: Wish,
        actor: Actor,
        now: Instant,
    ) -> Result<Outcome, AppError> {
        let reference = Reference::from_random(self.secrets.random()?);
        let app = self.clone();
        let outcome = self
            .db
            .write(SCOPE, move |tx| {
                members::lock(tx, Some(platform))?;
                let plan = look(tx, platform, &drafts, wrong.clone(), now)?;
                if wish.shown.as_ref().is_some_and(|shown| *shown != plan.fingerprint()) {
                    return Ok(Outcome::Differs(plan));
                }
                if !plan.wrong.is_empty() && !wish.keep_good {
                    return Ok(Outcome::Refused(plan));
                }
                let rows = plan.rows.into_iter().filter(|row| wish.doubtful || row.doubts.is_empty()).collect();
                let import = Import {
                    id: ImportId(tx.next_id()),
                    reference: reference.clone(),
                    platform_id: platform,
                    at: now.into(),
                    actor: actor.to_string(),
                    added: 0,
                    changed: 0,
                    undone_at: None,
                };
                let written = Writer { app: &app, import, now }.write(tx, rows)?;
                if let Some(import) = &written.import {
                    let change = Change::to(&json!({ "added": written.added, "updated": written.changed }));
                    app.write_down(tx, about(actor, Deed::MembersImported, platform, format!("import:{import}"), change), now);
                }
                Ok::<_, AppError>(Outcome::Written(written))
            })
            .await?;
        if matches!(&outcome, Outcome::Written(written) if written.changed > 0) {
            self.follow_roster(Some(platform), now).await;
        }
        Ok(outcome)
    }
}

fn look(conn: &mut AnyConn, platform: PlatformId, drafts: &[Draft], wrong: Vec<Wrong>, now: Instant) -> Result<Plan, DbError> {
    let mut standing = Vec::new();
    for row in members::all_of(conn, platform)? {
        if let Some(member) = row.member()? {
            standing.push(Standing { id: row.id, revision: row.revision, member });
        }
    }
    let organisations = organisations::all_names(conn)?;
    Ok(plan(&standing, &organisations, drafts, wrong, brussels(now).0))
}

struct Writer<'a> {
    app: &'a App,
    import: Import,
    now: Instant,
}

impl Writer<'_> {
    /// A handful of statements, however many rows.
    fn write(mut self, tx: &mut Tx<'_>, rows: Vec<Planned>) -> Result<Written, AppError> {
        let known = self.organisations(tx, &rows)?;
        let unchanged = rows.iter().filter_map(|row| match &row.step {
            Step::Change { was, .. } => Some(was.id),
            Step::Same(id) => Some(*id),
            Step::Add(_) => None,
        });
        let mut there = members::by_ids(tx, &unchanged.collect::<Vec<_>>())?;
        let (mut new, mut changed, mut kept, mut done) = (Vec::new(), Vec::new(), Vec::new(), Vec::with_capacity(rows.len()));
        for planned in rows {
            let (row, what) = match planned.step {
                Step::Add(member) => {
                    let reference = Reference::from_random(self.app.secrets.random()?);
                    let id = MemberId(tx.next_id());
                    let row = Row::of(id, reference, self.import.platform_id, &member, organisation_of(&known, &member)?, self.now);
                    kept.push(self.remember(tx, &row, None)?);
                    new.push(row.clone());
                    (row, Done::Added)
                }
                Step::Change { was, becomes } => {
                    let mut row = there.remove(&was.id).ok_or(AppError::NotFound)?;
                    row.set(&becomes, organisation_of(&known, &becomes)?, self.now);
                    row.revision += 1;
                    kept.push(self.remember(tx, &row, Some(&was.member))?);
                    changed.push(row.clone());
                    (row, Done::Changed)
                }
                Step::Same(id) => (there.remove(&id).ok_or(AppError::NotFound)?, Done::Unchanged),
            };
            done.push((planned.line, row.reference, what));
        }
        // Changed ones first: a new mandate may begin where a changed one now ends.
        members::update(tx, &changed)?;
        members::insert(tx, &new)?;
        let (added, changed) = (new.len(), changed.len());
        self.import.added = i32::try_from(added).unwrap_or(i32::MAX);
        self.import.changed = i32::try_from(changed).unwrap_or(i32::MAX);
        let any = added + changed > 0;
        if any {
            members::insert_import(tx, &self.import, &kept)?;
        }
        Ok(Written { import: any.then_some(self.import.reference), added, changed, rows: done })
    }

    fn organisations(&self, tx: &mut Tx<'_>, rows: &[Planned]) -> Result<HashMap<String, OrganisationId>, DbError> {
        let named = rows.iter().filter_map(|row| match &row.step {
            Step::Add(member) | Step::Change { becomes: member, .. } => {
                Some(Said { name: member.organisation.as_str(), sector: member.sector, email: None })
            }
            Step::Same(_) => None,
        });
        let said: Vec<Said<'_>> = named.collect();
        let found = matched(tx, &said, self.now)?;
        Ok(said.iter().map(|said| name_key(said.name)).zip(found).collect())
    }

    fn remember(&self, tx: &mut Tx<'_>, row: &Row, was: Option<&Member>) -> Result<ImportRow, AppError> {
        let was = was.map(serde_json::to_string).transpose().map_err(|e| DbError::Other(e.to_string()))?;
        Ok(ImportRow { id: tx.next_id(), import_id: self.import.id, member_id: row.id, revision: row.revision, was })
    }
}

fn organisation_of(known: &HashMap<String, OrganisationId>, member: &Member) -> Result<OrganisationId, AppError> {
    known.get(&name_key(member.organisation.as_str())).copied().ok_or(AppError::NotFound)
}
