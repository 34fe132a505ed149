//! Takes an import back as a whole, as long as nothing that it wrote was changed since.

use super::forget::UNDO_DAYS;
use super::{SCOPE, about, organisation, refuse_twice};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::DbError;
use crate::db::members::{self, Import};
use crate::domain::ids::{MemberId, PlatformId, Reference};
use crate::domain::journal::{Change, Deed};
use crate::domain::member::Member;

impl Import {
    /// Whether it is young enough and was not undone yet; whether something was changed since is looked at when it is undone.
    pub fn may_be_undone(&self, now: Instant) -> bool {
        self.undone_at.is_none() && now < self.at.0 + chrono::Duration::days(UNDO_DAYS)
    }
}

impl App {
    /// Undoes an import: who was new is off the roster, what was changed says again what it said before.
    ///
    /// # Errors
    /// `NotFound`; `Stale` when one of its mandates was changed, removed or erased since, or it is too old or was undone before.
    pub async fn undo_import(&self, platform: PlatformId, reference: Reference, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(SCOPE, move |tx| {
                members::lock(tx, Some(platform))?;
                let import = members::import_by_reference(tx, platform, &reference)?.ok_or(AppError::NotFound)?;
                let rows = members::import_rows(tx, import.id)?;
                let wrote = usize::try_from(import.added + import.changed).unwrap_or(0);
                if !import.may_be_undone(now) || rows.len() != wrote {
                    return Err(AppError::Stale);
                }
                let mut there = members::by_ids(tx, &rows.iter().map(|row| row.member_id).collect::<Vec<_>>())?;
                let (mut gone, mut back) = (Vec::<MemberId>::new(), Vec::new());
                for row in rows {
                    let mut standing = there.remove(&row.member_id).filter(|m| m.revision == row.revision).ok_or(AppError::Stale)?;
                    match row.was {
                        None => gone.push(standing.id),
                        Some(was) => {
                            let was: Member = serde_json::from_str(&was).map_err(|e| DbError::Other(e.to_string()))?;
                            let organisation = organisation(tx, &was, now)?;
                            standing.set(&was, organisation, now);
                            standing.revision += 1;
                            back.push(standing);
                        }
                    }
                }
                members::mark_undone(tx, import.id, now)?;
                members::remove(tx, &gone)?;
                // What was entered since may stand where something would come back.
                for row in &back {
                    let was = row.member()?.ok_or(AppError::Stale)?;
                    refuse_twice(tx, platform, &was, row.organisation_id, Some(&row.reference)).map_err(|_| AppError::Stale)?;
                }
                members::update(tx, &back)?;
                let change = Change::to(&serde_json::json!({ "removed": gone.len(), "updated": back.len() }));
                app.write_down(tx, about(actor, Deed::MembersImportUndone, platform, format!("import:{reference}"), change), now);
                Ok::<_, AppError>(())
            })
            .await?;
        self.follow_roster(Some(platform), now).await;
        Ok(())
    }
}
