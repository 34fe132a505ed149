//! Platforms.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::platform;
use super::types::{Json, Ts};
use crate::domain::ids::{PlatformId, Slug};
use crate::domain::language::Translated;
use crate::domain::platform::{Audience, Cadence, OBJECTION_DAYS, PRESENCE_SHARE, Platform, Visibility};
use crate::on_each;

/// A platform's row.
#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = platform, treat_none_as_default_value = false)]
#[diesel(treat_none_as_null = true)]
#[allow(missing_docs)]
pub struct Row {
    pub id: PlatformId,
    pub slug: Slug,
    pub name: Json<Translated>,
    pub description: Json<Translated>,
    pub members: Json<Translated>,
    pub audience: Audience,
    pub visibility: Visibility,
    pub cadence: Cadence,
    pub reminder_minutes: Json<Vec<u32>>,
    /// The slug of the platform whose events this one's follow.
    pub follows: Option<String>,
    /// Order in lists.
    pub sort: i32,
    /// The catalogue entry as it was loaded last, JSON; `None` when made by hand.
    pub catalogue_entry: Option<String>,
    pub created_at: Ts,
    pub updated_at: Ts,
    /// Whether holders of mandates are asked once a quarter whether they still hold them.
    pub asks_holders: bool,
    /// How many working days there are to object to a guest.
    pub objection_days: i32,
    /// Whether members propose guests.
    pub members_propose: bool,
    /// Whether the holder of a seat may name a colleague to take it over.
    pub allow_substitutes: bool,
    /// How long before the start the link to join goes out, in minutes; `None` sends none.
    pub join_details_minutes: Option<i32>,
    /// How much of an event whoever is known by minutes has to be there for, in per cent.
    pub presence_share: i32,
}

impl From<Row> for Platform {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            name: row.name.0,
            description: row.description.0,
            members: row.members.0,
            audience: row.audience,
            visibility: row.visibility,
            cadence: row.cadence,
            reminder_minutes: row.reminder_minutes.0,
            asks_holders: row.asks_holders,
            objection_days: u32::try_from(row.objection_days).unwrap_or(OBJECTION_DAYS),
            members_propose: row.members_propose,
            allow_substitutes: row.allow_substitutes,
            join_details_minutes: row.join_details_minutes.and_then(|minutes| u32::try_from(minutes).ok()),
            presence_share: u32::try_from(row.presence_share).unwrap_or(PRESENCE_SHARE),
        }
    }
}

/// All platforms in the order of lists.
pub fn all(conn: &mut AnyConn) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| platform::table.order((platform::sort.asc(), platform::slug.asc())).load(c))?)
}

/// One platform by its slug.
pub fn by_slug(conn: &mut AnyConn, slug: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| platform::table.filter(platform::slug.eq(slug)).get_result(c).optional())?)
}

/// One platform by its row.
pub fn by_id(conn: &mut AnyConn, id: PlatformId) -> Result<Row, DbError> {
    Ok(on_each!(conn, |c| platform::table.find(id.0).get_result(c))?)
}

/// Adds a platform.
pub fn insert(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(platform::table).values(row).execute(c))?;
    Ok(())
}

/// Writes all fields of a platform.
pub fn update(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(platform::table.find(row.id.0)).set(row).execute(c))?;
    Ok(())
}

/// Whether a platform asks the holders of its mandates.
pub fn set_asking(tx: &mut Tx<'_>, id: PlatformId, asks: bool) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(platform::table.find(id.0)).set(platform::asks_holders.eq(asks)).execute(c))?;
    Ok(())
}

/// How many working days there are to object to guests of a platform.
pub fn set_objection_days(tx: &mut Tx<'_>, id: PlatformId, days: u32) -> Result<(), DbError> {
    let days = i32::try_from(days).unwrap_or(i32::MAX);
    on_each!(&mut **tx, |c| diesel::update(platform::table.find(id.0)).set(platform::objection_days.eq(days)).execute(c))?;
    Ok(())
}
