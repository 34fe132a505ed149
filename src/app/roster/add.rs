//! Staff puts somebody on a roster.

use super::{SCOPE, entry, organisation, refuse_twice};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::members::{self, Row};
use crate::domain::ids::{MemberId, PlatformId, Reference};
use crate::domain::journal::Deed;
use crate::domain::member::Member;

impl App {
    /// Adds a mandate; answers its public identity.
    ///
    /// # Errors
    /// `Taken("mandate")` when the same person holds the same function there on one of its days.
    pub async fn add_member(&self, platform: PlatformId, member: Member, actor: Actor, now: Instant) -> Result<Reference, AppError> {
        let reference = Reference::from_random(self.secrets.random()?);
        let app = self.clone();
        self.db
            .write(SCOPE, move |tx| {
                members::lock(tx, Some(platform))?;
                let organisation = organisation(tx, &member, now)?;
                refuse_twice(tx, platform, &member, organisation, None)?;
                let row = Row::of(MemberId(tx.next_id()), reference.clone(), platform, &member, organisation, now);
                members::insert(tx, std::slice::from_ref(&row))?;
                app.write_down(tx, entry(actor, Deed::MemberAdded, &row, None, Some(&member)), now);
                Ok(row.reference)
            })
            .await
    }
}
