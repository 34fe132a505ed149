//! What identifies people on rosters goes: by their own right, or because the time to keep it is over. Organisation, function and
//! days stay, so that a vacancy is still seen.

use chrono::Duration;

use super::{SCOPE, about, entry};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{members, outbox};
use crate::domain::ids::PlatformId;
use crate::domain::journal::{Change, Deed};
use crate::i18n::format::brussels;

/// Mandates erased in one commit.
const AT_ONCE: i64 = 500;
/// So many days an import can be undone.
pub(super) const UNDO_DAYS: i64 = 30;

impl App {
    /// Erases who held mandates that ended longer ago than the retention time, and forgets what older imports wrote and
    /// older mails said of mandates; answers how many mandates.
    pub(in crate::app) async fn purge_members(&self, kept: &[PlatformId], now: Instant) -> Result<usize, AppError> {
        let day = brussels(now).0;
        let before = brussels(now - Duration::days(self.settings.retention_days)).0;
        let mut purged = 0;
        loop {
            let (app, kept) = (self.clone(), kept.to_vec());
            let some = self
                .db
                .write(SCOPE, move |tx| {
                    members::lock(tx, None)?;
                    let rows = members::to_purge(tx, before, &kept, AT_ONCE)?;
                    let (count, mut platforms) = (rows.len(), rows.iter().map(|row| row.platform_id).collect::<Vec<PlatformId>>());
                    members::blank(tx, rows, day, now)?;
                    platforms.sort_unstable();
                    for of_one in platforms.chunk_by(|a, b| a == b) {
                        let change = Change::to(&serde_json::json!({ "count": of_one.len() }));
                        app.write_down(tx, about(Actor::System, Deed::Purged, of_one[0], "roster", change), now);
                    }
                    members::purge_imports(tx, now - Duration::days(UNDO_DAYS))?;
                    outbox::purge_of_members(tx, now - Duration::days(app.settings.retention_days))?;
                    Ok::<_, AppError>(count)
                })
                .await?;
            purged += some;
            if some < AT_ONCE as usize {
                return Ok(purged);
            }
        }
    }

    /// Erases the owner of an address from every roster; a mandate in force ends with yesterday. Answers how many mandates.
    pub(in crate::app) async fn erase_member(&self, email_key: String, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let app = self.clone();
        let count = self
            .db
            .write(SCOPE, move |tx| {
                members::lock(tx, None)?;
                let rows = members::of_email(tx, None, &email_key)?;
                for row in &rows {
                    app.write_down(tx, entry(actor, Deed::MemberErased, row, None, None), now);
                }
                let count = rows.len();
                members::blank(tx, rows, brussels(now).0, now)?;
                Ok::<_, AppError>(count)
            })
            .await?;
        self.follow_roster(None, now).await;
        Ok(count)
    }
}
