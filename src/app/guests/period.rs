//! How many working days a platform leaves for objections.

use serde_json::json;

use crate::app::journal::Entry;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{Scope, members, platforms};
use crate::domain::guest::PERIODS;
use crate::domain::ids::PlatformId;
use crate::domain::journal::{Change, Deed};
use crate::domain::platform::Platform;

impl App {
    /// How many working days a platform leaves for objections from now on; what is proposed keeps its time.
    ///
    /// # Errors
    /// `Invalid` outside [`PERIODS`].
    pub async fn set_objection_days(&self, platform: PlatformId, days: u32, actor: Actor, now: Instant) -> Result<(), AppError> {
        if !PERIODS.contains(&days) {
            return Err(AppError::Invalid { field: "days", why: format!("{days} is not between {} and {}", PERIODS.start(), PERIODS.end()) });
        }
        let app = self.clone();
        self.db
            .write(Scope::Concern("platforms"), move |tx| {
                members::lock(tx, Some(platform))?;
                let was: Platform = platforms::by_id(tx, platform)?.into();
                platforms::set_objection_days(tx, platform, days)?;
                let change = Change::between(&json!({ "working_days": was.objection_days }), &json!({ "working_days": days }));
                if !change.is_empty() {
                    let subject = format!("roster:{}", was.slug);
                    app.write_down(tx, Entry { platform: Some(platform), ..Entry::of(actor, Deed::ObjectionDaysSet, subject, change) }, now);
                }
                Ok::<_, AppError>(())
            })
            .await
    }
}
