//! Which events one can follow: those of the platform that its own platform comes after.

use super::{App, AppError};
use crate::db::events::{self, Stored};
use crate::db::platforms;
use crate::domain::ids::PlatformId;
use crate::domain::platform::Visibility;
use crate::domain::staff::{Action, Grants};

impl App {
    /// The events that one of this platform can follow, latest first: those that these roles may see, and those that
    /// everybody may. None when the platform follows no other.
    pub async fn events_to_follow(&self, grants: &Grants, platform: PlatformId) -> Result<Vec<Stored>, AppError> {
        let grants = grants.clone();
        self.db
            .read(move |conn| {
                let Some(before) = platforms::by_id(conn, platform)?.follows else { return Ok(Vec::new()) };
                let Some(before) = platforms::by_slug(conn, &before)? else { return Ok(Vec::new()) };
                let sees_all = grants.allow(Action::SeeEvents, before.id);
                if !sees_all && before.visibility != Visibility::Public {
                    return Ok(Vec::new());
                }
                let filter = events::Filter { platforms: Some(vec![before.id]), without_drafts: !sees_all, ..Default::default() };
                let mut found = events::list(conn, &filter)?;
                found.reverse();
                Ok(found)
            })
            .await
    }
}
