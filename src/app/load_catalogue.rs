//! Loads platforms from a catalogue, again and again, without losing what an operator edited.

use super::journal;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::types::{Json, Ts};
use crate::db::{DbError, Scope, Tx, members, offers, platforms};
use crate::domain::catalogue::{Catalogue, Entry, Kept, merge};
use crate::domain::ids::{PlatformId, Slug};
use crate::domain::journal::{Change, Deed};
use crate::domain::platform::{OBJECTION_DAYS, PRESENCE_SHARE, Platform};

/// What loading did to one platform.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Which platform.
    pub slug: Slug,
    /// What happened to it.
    pub outcome: Outcome,
    /// What an operator had edited and was left alone.
    pub kept: Vec<Kept>,
}

/// What happened to a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Added,
    /// Something changed.
    Updated,
    /// Nothing changed.
    Unchanged,
}

/// The catalogue that comes with the program.
pub const CCB: &str = include_str!("../../catalogue/ccb.toml");

impl App {
    /// Loads all platforms of a catalogue in one transaction.
    ///
    /// # Errors
    /// `Invalid` with the line and the field when the file cannot be used.
    pub async fn load_catalogue(&self, file: &str, actor: Actor, now: Instant) -> Result<Vec<Loaded>, AppError> {
        let known = self.db.read(|conn| Ok::<_, AppError>(platforms::all(conn)?)).await?;
        let slugs: Vec<Slug> = known.into_iter().map(|row| row.slug).collect();
        let catalogue = Catalogue::parse_beside(file, &slugs).map_err(|e| AppError::Invalid { field: "catalogue", why: e.to_string() })?;
        let app = self.clone();
        self.db
            .write(Scope::Concern("platforms"), move |tx| {
                members::lock(tx, None)?;
                let mut loaded = Vec::new();
                for (place, entry) in catalogue.platforms.iter().enumerate() {
                    loaded.push(load_one(tx, entry, place, now)?);
                }
                let slugs = |outcome| loaded.iter().filter(|l| l.outcome == outcome).map(|l| l.slug.as_str()).collect::<Vec<_>>();
                let done = serde_json::json!({ "added": slugs(Outcome::Added), "updated": slugs(Outcome::Updated) });
                app.write_down(tx, journal::Entry::of(actor, Deed::CatalogueLoaded, "catalogue", Change::to(&done)), now);
                Ok(loaded)
            })
            .await
    }
}

fn load_one(tx: &mut Tx<'_>, entry: &Entry, place: usize, now: Instant) -> Result<Loaded, DbError> {
    let json = serde_json::to_string(entry).map_err(|e| DbError::Other(e.to_string()))?;
    let Some(row) = platforms::by_slug(tx, entry.slug.as_str())? else {
        let sort = i32::try_from(place).unwrap_or(i32::MAX);
        let row = row_of(PlatformId(tx.next_id()), entry, sort, Some(json), now.into(), now);
        platforms::insert(tx, &row)?;
        return Ok(Loaded { slug: entry.slug.clone(), outcome: Outcome::Added, kept: Vec::new() });
    };
    let last: Option<Entry> = row.catalogue_entry.as_deref().and_then(|json| serde_json::from_str(json).ok());
    let follows = row.follows.as_deref().and_then(|slug| slug.parse().ok());
    let standing = Entry::of(&Platform::from(row.clone()), follows);
    let merged = merge(last.as_ref(), &standing, entry);
    let changed = merged.entry != standing;
    if changed || last.as_ref() != Some(entry) {
        // What organisers set for a platform's members is no catalogue's business.
        let (asks_holders, objection_days, members_propose) = (row.asks_holders, row.objection_days, row.members_propose);
        let is = row_of(row.id, &merged.entry, row.sort, Some(json), row.created_at, now);
        let is = platforms::Row { asks_holders, objection_days, members_propose, ..is };
        platforms::update(tx, &is)?;
        if !Platform::from(is).takes_substitutes() {
            offers::end_of_platform(tx, row.id, now)?;
        }
    }
    let outcome = if changed { Outcome::Updated } else { Outcome::Unchanged };
    Ok(Loaded { slug: entry.slug.clone(), outcome, kept: merged.kept })
}

/// A platform as an entry describes it; `last` is what a catalogue said of it last, which one founded by hand has not.
pub(super) fn row_of(id: PlatformId, entry: &Entry, sort: i32, last: Option<String>, created_at: Ts, now: Instant) -> platforms::Row {
    platforms::Row {
        id,
        slug: entry.slug.clone(),
        name: Json(entry.name.clone()),
        description: Json(entry.description.clone()),
        members: Json(entry.members.clone()),
        audience: entry.audience,
        visibility: entry.visibility,
        cadence: entry.cadence,
        reminder_minutes: Json(entry.reminder_minutes.clone()),
        follows: entry.follows.as_ref().map(ToString::to_string),
        sort,
        catalogue_entry: last,
        created_at,
        updated_at: now.into(),
        asks_holders: false,
        objection_days: OBJECTION_DAYS as i32,
        members_propose: false,
        allow_substitutes: entry.allow_substitutes,
        join_details_minutes: entry.join_details_minutes.and_then(|minutes| i32::try_from(minutes).ok()),
        presence_share: i32::try_from(entry.presence_share).unwrap_or(PRESENCE_SHARE as i32),
    }
}
