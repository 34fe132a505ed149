//! Staff corrects a mandate, ends it, or takes it off as one entered by mistake.

use chrono::NaiveDate;

use super::{SCOPE, entry, fresh, organisation, refuse_twice};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::members::{self, questions};
use crate::db::outbox;
use crate::domain::edition::Edition;
use crate::domain::ids::{PlatformId, Reference};
use crate::domain::journal::Deed;
use crate::domain::member::{Mandate, Member};
use crate::i18n::format::brussels;

impl App {
    /// Writes what a mandate says now. Nothing changed is no change.
    ///
    /// # Errors
    /// `NotFound`; `Stale` when it is no longer what the caller saw; `Taken("mandate")`.
    pub async fn change_member(
        &self,
        platform: PlatformId,
        reference: Reference,
        revision: Option<i32>,
        member: Member,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        self.rewrite(platform, reference, revision, Deed::MemberChanged, move |_| Ok(member.clone()), actor, now).await
    }

    /// Gives a mandate its last day, which still belongs to it.
    ///
    /// # Errors
    /// As [`App::change_member`]; `Invalid` for a day before its first.
    pub async fn end_member(
        &self,
        platform: PlatformId,
        reference: Reference,
        revision: Option<i32>,
        last: NaiveDate,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let end = move |member: &Member| {
            let mandate =
                Mandate::new(member.mandate.start(), Some(last)).map_err(|e| AppError::Invalid { field: "mandate_end", why: e.to_string() })?;
            Ok(Member { mandate, ..member.clone() })
        };
        self.rewrite(platform, reference, revision, Deed::MandateEnded, end, actor, now).await
    }

    #[allow(clippy::too_many_arguments)]
    async fn rewrite(
        &self,
        platform: PlatformId,
        reference: Reference,
        revision: Option<i32>,
        deed: Deed,
        becomes: impl Fn(&Member) -> Result<Member, AppError> + Send + 'static,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(SCOPE, move |tx| {
                members::lock(tx, Some(platform))?;
                let mut row = fresh(tx, platform, &reference, revision)?;
                let before = row.member()?.ok_or(AppError::NotFound)?;
                let after = becomes(&before)?;
                if after == before {
                    return Ok(());
                }
                let organisation = organisation(tx, &after, now)?;
                refuse_twice(tx, platform, &after, organisation, Some(&row.reference))?;
                if after.email.key() != before.email.key() {
                    // Whoever has the new address is asked anew.
                    questions::take_back(tx, row.id)?;
                    row.confirmed_at = None;
                    outbox::erase_of_members(tx, &[row.id])?;
                } else if before.mandate.end().is_some_and(|was| after.mandate.end().is_none_or(|end| end > was)) {
                    row.confirmed_at = questions::take_back_end(tx, row.id, Edition::of(brussels(now).0))?;
                }
                row.set(&after, organisation, now);
                row.revision += 1;
                members::update(tx, std::slice::from_ref(&row))?;
                app.write_down(tx, entry(actor, deed, &row, Some(&before), Some(&after)), now);
                Ok::<_, AppError>(())
            })
            .await?;
        self.follow_roster(Some(platform), now).await;
        Ok(())
    }

    /// Takes a mandate off the roster as if it had never been there.
    ///
    /// # Errors
    /// `NotFound`; `Stale`.
    pub async fn remove_member(
        &self,
        platform: PlatformId,
        reference: Reference,
        revision: Option<i32>,
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(SCOPE, move |tx| {
                members::lock(tx, Some(platform))?;
                let row = fresh(tx, platform, &reference, revision)?;
                let before = row.member()?;
                members::remove(tx, &[row.id])?;
                app.write_down(tx, entry(actor, Deed::MemberRemoved, &row, before.as_ref(), None), now);
                Ok::<_, AppError>(())
            })
            .await?;
        self.follow_roster(Some(platform), now).await;
        Ok(())
    }
}
