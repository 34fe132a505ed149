//! Two organisations turn out to be one: everything that points to the one points to the other from now on. No figure changes: each
//! registration keeps its sector. Seats that both have together stay, even above the maximum of one organisation; the next seat counts
//! them all.

use serde_json::json;

use super::{SCOPE, entry, fresh, save};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::organisations::merging::{self, Pointers};
use crate::db::organisations::{Row, registry};
use crate::db::{AnyConn, events, members};
use crate::domain::ids::OrganisationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::organisation::{EnterpriseNumber, Organisation, merged};
use crate::domain::sector::Sector;

/// What merging two organisations would do.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The one that goes.
    pub goes: (Row, Organisation),
    /// The one that stays.
    pub stays: (Row, Organisation),
    /// What it would be.
    pub becomes: Organisation,
    /// What moves to it.
    pub moves: Pointers,
    /// The number that is lost, where both have one.
    pub lost: Option<EnterpriseNumber>,
    /// Mandates that somebody would hold twice: they keep the two from being merged.
    pub twice: usize,
}

impl App {
    /// What merging would do now. Changes nothing.
    ///
    /// # Errors
    /// `NotFound`, also when one of them is merged already or both are the same.
    pub async fn merge_preview(&self, goes: OrganisationId, stays: OrganisationId) -> Result<Preview, AppError> {
        self.db.read(move |conn| look(conn, goes, stays, None)).await
    }

    /// Merges one organisation into another, for good. `seen` are the revisions that the caller saw of both.
    ///
    /// # Errors
    /// `NotFound`; `Stale` when one of them was changed since; `Taken("mandate")` when somebody would hold a mandate twice.
    pub async fn merge_organisations(
        &self,
        goes: OrganisationId,
        stays: OrganisationId,
        seen: (i32, i32),
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(SCOPE, move |tx| {
                // Whoever is being registered or put on a roster goes first; who comes later finds the one that stays.
                events::lock_all(tx)?;
                members::lock(tx, None)?;
                registry::lock(tx)?;
                let Preview { goes: mut loser, stays: mut winner, becomes, moves, twice, .. } = look(tx, goes, stays, Some(seen))?;
                if twice > 0 {
                    return Err(AppError::Taken("mandate"));
                }
                let name = loser.0.name.clone();
                merging::retire(tx, &mut loser.0, stays, now)?;
                merging::redirect(tx, &loser.0, &name, stays)?;
                save::write(tx, &mut winner.0, &becomes, now)?;
                let change = json!({
                    "merged": name,
                    "registrations": moves.registrations,
                    "mandates": moves.members,
                    "organisation": becomes,
                });
                app.write_down(tx, entry(actor, Deed::OrganisationsMerged, stays, Change::to(&change)), now);
                Ok(())
            })
            .await
    }
}

fn look(conn: &mut AnyConn, goes: OrganisationId, stays: OrganisationId, seen: Option<(i32, i32)>) -> Result<Preview, AppError> {
    if goes == stays {
        return Err(AppError::NotFound);
    }
    let loser = fresh(conn, goes, seen.map(|(revision, _)| revision))?;
    let winner = fresh(conn, stays, seen.map(|(_, revision)| revision))?;
    let (theirs, ours) = (registry::sheet(conn, &loser)?, registry::sheet(conn, &winner)?);
    let mut becomes = merged(&ours, &theirs, sector(&winner, &loser));
    save::tidy(&mut becomes);
    let lost = theirs.number.clone().filter(|number| becomes.number.as_ref() != Some(number));
    let moves = merging::pointers(conn, goes)?;
    let twice = held_twice(conn, goes, stays)?;
    Ok(Preview { goes: (loser, theirs), stays: (winner, ours), becomes, moves, lost, twice })
}

/// What staff registered counts before what somebody said.
fn sector(winner: &Row, loser: &Row) -> Sector {
    if winner.registered_at.is_none() && loser.registered_at.is_some() { loser.sector } else { winner.sector }
}

/// Mandates of the one that somebody holds at the other as well, on some day, in the same function.
fn held_twice(conn: &mut AnyConn, goes: OrganisationId, stays: OrganisationId) -> Result<usize, AppError> {
    let rows = merging::mandates(conn, [goes, stays])?;
    let mut twice = 0;
    for row in rows.iter().filter(|row| row.organisation_id == goes) {
        let mandate = row.mandate()?;
        let same = rows.iter().filter(|other| {
            other.organisation_id == stays && (other.platform_id, &other.email_key, other.function) == (row.platform_id, &row.email_key, row.function)
        });
        for other in same {
            if other.mandate()?.overlaps(&mandate) {
                twice += 1;
                break;
            }
        }
    }
    Ok(twice)
}
