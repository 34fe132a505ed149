//! Rosters: mandates on platforms. Rows whose owner is erased keep organisation, function and days, and are in no list.

mod doors;
mod imports;
mod presence;
pub mod questions;

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

pub use self::doors::{events_with_fallen, fallen, hold, holders, mandates_of};
pub use self::imports::{Import, ImportRow, import_by_reference, import_rows, imports, insert_import, mark_undone, purge_imports};
pub use self::presence::{LastMail, Presence, last_mails, presences};
use super::bulk::Bulk;
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::outbox;
use super::registrations::contains;
use super::schema::{mandate_question, member, member_import_row, platform};
use super::scrub;
use super::types::{Day, Ts};
use crate::clock::Instant;
use crate::domain::email::EmailAddress;
use crate::domain::ids::{MemberId, OrganisationId, PlatformId, Reference};
use crate::domain::language::Language;
use crate::domain::member::{Function, Mandate, Member, Phase, soon};
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};
use crate::{bulk, on_each, update_all};

/// A mandate's row.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = member, treat_none_as_default_value = false)]
#[allow(missing_docs)]
pub struct Row {
    pub id: MemberId,
    /// Its public identity.
    pub reference: Reference,
    pub platform_id: PlatformId,
    pub name: String,
    pub email: String,
    /// `None` once erased.
    pub email_key: Option<String>,
    pub organisation_name: String,
    pub organisation_id: OrganisationId,
    pub sector: Sector,
    pub language: Language,
    pub function: Function,
    pub deputy: bool,
    pub starts_on: Day,
    /// The last day.
    pub ends_on: Option<Day>,
    /// Raised with every change.
    pub revision: i32,
    pub created_at: Ts,
    pub updated_at: Ts,
    pub erased_at: Option<Ts>,
    pub sort_key: String,
    pub search_key: String,
    /// When its holder last said that it still holds.
    pub confirmed_at: Option<Ts>,
}

bulk!(
    member,
    Row {
        id,
        reference,
        platform_id,
        name,
        email,
        email_key,
        organisation_name,
        organisation_id,
        sector,
        language,
        function,
        deputy,
        starts_on,
        ends_on,
        revision,
        created_at,
        updated_at,
        erased_at,
        sort_key,
        search_key,
        confirmed_at
    }
);

impl Row {
    /// From when until when.
    ///
    /// # Errors
    /// When the stored days cannot be: a constraint keeps them from it.
    pub fn mandate(&self) -> Result<Mandate, DbError> {
        Mandate::new(self.starts_on.0, self.ends_on.map(|day| day.0)).map_err(|e| DbError::Other(format!("member {}: {e}", self.id)))
    }

    /// The member that the row holds; `None` once erased.
    ///
    /// # Errors
    /// When what is stored cannot be read.
    pub fn member(&self) -> Result<Option<Member>, DbError> {
        if self.erased_at.is_some() {
            return Ok(None);
        }
        let unread = |what: &str| DbError::Other(format!("member {}: the {what} cannot be read", self.id));
        Ok(Some(Member {
            name: PersonName::parse(&self.name).map_err(|_| unread("name"))?,
            email: EmailAddress::parse(&self.email).map_err(|_| unread("address"))?,
            organisation: OrganisationName::parse(&self.organisation_name).map_err(|_| unread("organisation"))?,
            sector: self.sector,
            language: self.language,
            function: self.function,
            deputy: self.deputy,
            mandate: self.mandate()?,
        }))
    }

    /// Takes over what a member says.
    pub fn set(&mut self, member: &Member, organisation: OrganisationId, now: Instant) {
        self.name = member.name.to_string();
        self.email = member.email.to_string();
        self.email_key = Some(member.email.key());
        self.organisation_name = member.organisation.to_string();
        self.organisation_id = organisation;
        self.sector = member.sector;
        self.language = member.language;
        self.function = member.function;
        self.deputy = member.deputy;
        self.starts_on = Day(member.mandate.start());
        self.ends_on = member.mandate.end().map(Day);
        self.updated_at = now.into();
        self.sort_key = member.sort_key();
        self.search_key = member.search_key();
    }

    /// A row for somebody new.
    pub fn of(id: MemberId, reference: Reference, platform: PlatformId, member: &Member, organisation: OrganisationId, now: Instant) -> Self {
        let mut row = Self {
            id,
            reference,
            platform_id: platform,
            name: String::new(),
            email: String::new(),
            email_key: None,
            organisation_name: String::new(),
            organisation_id: organisation,
            sector: member.sector,
            language: member.language,
            function: member.function,
            deputy: member.deputy,
            starts_on: Day(member.mandate.start()),
            ends_on: None,
            revision: 1,
            created_at: now.into(),
            updated_at: now.into(),
            erased_at: None,
            sort_key: String::new(),
            search_key: String::new(),
            confirmed_at: None,
        };
        row.set(member, organisation, now);
        row
    }
}

/// Keeps other processes from writing these platforms' rosters (all of them when `None`) until the transaction ends. Within one process,
/// and on SQLite, they are written one after the other anyway.
pub fn lock(tx: &mut Tx<'_>, of: Option<PlatformId>) -> Result<(), DbError> {
    if let AnyConn::Pg(c) = &mut **tx {
        // Not against those who only refer to a platform: events and mandates are added beside.
        let all = platform::table.select(platform::id).order(platform::id.asc());
        let _: Vec<i64> = match of {
            Some(one) => all.filter(platform::id.eq(one.0)).for_no_key_update().load(c)?,
            None => all.for_no_key_update().load(c)?,
        };
    }
    Ok(())
}

/// Adds mandates.
pub fn insert(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    Row::insert_all(tx, rows)
}

/// Writes everything of these mandates that can change.
pub fn update(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    update_all!(
        &mut **tx,
        member,
        rows,
        name,
        email,
        email_key,
        organisation_name,
        organisation_id,
        sector,
        language,
        function,
        deputy,
        starts_on,
        ends_on,
        revision,
        updated_at,
        erased_at,
        sort_key,
        search_key,
        confirmed_at
    );
    Ok(())
}

/// Takes mandates off for good, with what imports remember of them, what was asked about them and what mails said of it.
pub fn remove(tx: &mut Tx<'_>, ids: &[MemberId]) -> Result<(), DbError> {
    if !ids.is_empty() {
        scrub::owe(tx)?;
    }
    outbox::erase_of_members(tx, ids)?;
    for chunk in ids.chunks(500) {
        let raw: Vec<i64> = chunk.iter().map(|id| id.0).collect();
        on_each!(&mut **tx, |c| diesel::delete(member_import_row::table.filter(member_import_row::member_id.eq_any(&raw))).execute(c))?;
        on_each!(&mut **tx, |c| diesel::delete(mandate_question::table.filter(mandate_question::member_id.eq_any(&raw))).execute(c))?;
        on_each!(&mut **tx, |c| diesel::delete(member::table.filter(member::id.eq_any(&raw))).execute(c))?;
    }
    Ok(())
}

/// Erases what identifies the owners of these mandates; organisation, function and days stay, for the coverage. A mandate in
/// force ends the day before `day`.
pub fn blank(tx: &mut Tx<'_>, rows: Vec<Row>, day: NaiveDate, now: Instant) -> Result<(), DbError> {
    if !rows.is_empty() {
        scrub::owe(tx)?;
    }
    outbox::erase_of_members(tx, &rows.iter().map(|row| row.id).collect::<Vec<_>>())?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
    for chunk in ids.chunks(500) {
        on_each!(&mut **tx, |c| diesel::delete(member_import_row::table.filter(member_import_row::member_id.eq_any(chunk))).execute(c))?;
    }
    let blanked: Vec<Row> = rows
        .into_iter()
        .map(|mut row| {
            let last = day.pred_opt().unwrap_or(day).max(row.starts_on.0);
            if row.ends_on.is_none_or(|end| end.0 > last) {
                row.ends_on = Some(Day(last));
            }
            for text in [&mut row.name, &mut row.email, &mut row.sort_key, &mut row.search_key] {
                text.clear();
            }
            row.email_key = None;
            row.erased_at = Some(now.into());
            row.revision += 1;
            row
        })
        .collect();
    update(tx, &blanked)
}

/// One mandate of a platform by its public identity; erased ones are not there.
pub fn by_reference(conn: &mut AnyConn, platform: PlatformId, reference: &Reference) -> Result<Option<Row>, DbError> {
    let named = member::reference.eq(reference.as_str()).and(member::platform_id.eq(platform.0)).and(member::erased_at.is_null());
    Ok(on_each!(conn, |c| member::table.filter(named).get_result(c).optional())?)
}

/// Mandates by row number; those that are gone are left out.
pub fn by_ids(conn: &mut AnyConn, ids: &[MemberId]) -> Result<HashMap<MemberId, Row>, DbError> {
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        let raw: Vec<i64> = chunk.iter().map(|id| id.0).collect();
        let rows: Vec<Row> = on_each!(conn, |c| member::table.filter(member::id.eq_any(raw)).load(c))?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(found)
}

/// Every mandate a platform has or had, also erased ones, in the order of the roster.
pub fn all_of(conn: &mut AnyConn, platform: PlatformId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| member::table.filter(member::platform_id.eq(platform.0)).order((member::sort_key.asc(), member::id.asc())).load(c))?)
}

/// The mandates of an address, on one platform or on all.
pub fn of_email(conn: &mut AnyConn, platform: Option<PlatformId>, key: &str) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| {
        let mut query = member::table.filter(member::email_key.eq(key)).into_boxed();
        if let Some(platform) = platform {
            query = query.filter(member::platform_id.eq(platform.0));
        }
        query.order(member::id.asc()).load(c)
    })?)
}

/// Mandates that ended before a day and still say whose they were, but for those of some platforms.
pub fn to_purge(conn: &mut AnyConn, ended_before: NaiveDate, but: &[PlatformId], limit: i64) -> Result<Vec<Row>, DbError> {
    let but: Vec<i64> = but.iter().map(|id| id.0).collect();
    let over = member::ends_on.lt(Day(ended_before)).and(member::erased_at.is_null()).and(member::platform_id.ne_all(&but));
    Ok(on_each!(conn, |c| member::table.filter(over).order(member::id.asc()).limit(limit).load(c))?)
}

/// Platforms with mandates that ended before a day and still have names.
pub fn platforms_to_purge(conn: &mut AnyConn, ended_before: NaiveDate) -> Result<Vec<PlatformId>, DbError> {
    let over = member::ends_on.lt(Day(ended_before)).and(member::erased_at.is_null());
    Ok(on_each!(conn, |c| member::table.filter(over).select(member::platform_id).distinct().load(c))?)
}

/// What a list of members asks for.
#[derive(Clone, Debug, Default)]
pub struct ListFilter {
    /// Only mandates that stand so on a day. What is about to end is in force, too.
    pub phase: Option<(Phase, NaiveDate)>,
    /// Only mandates that were not confirmed in the quarter of a day, and should be.
    pub unconfirmed_on: Option<NaiveDate>,
    /// Only this function.
    pub function: Option<Function>,
    /// Every word must occur in the folded name, address or organisation.
    pub search: String,
    /// Only rows after this one, in order of their number; without it the order is that of the roster.
    pub after: Option<MemberId>,
    /// In order of row numbers, for programs.
    pub by_number: bool,
    /// Leave so many out.
    pub offset: i64,
    /// At most so many.
    pub limit: i64,
}

/// The mandates of a platform that are asked for.
pub fn list(conn: &mut AnyConn, platform: PlatformId, filter: &ListFilter) -> Result<Vec<Row>, DbError> {
    let words: Vec<String> = crate::domain::text::fold(&filter.search)
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    Ok(on_each!(conn, |c| {
        let mut query = member::table.filter(member::platform_id.eq(platform.0).and(member::erased_at.is_null())).into_boxed();
        if let Some((phase, day)) = filter.phase {
            let (today, begun) = (Day(day), member::starts_on.le(Day(day)));
            let lasting = member::ends_on.is_null().or(member::ends_on.ge(today));
            query = match phase {
                Phase::Current => query.filter(begun.and(lasting)),
                Phase::Ending => query.filter(begun.and(member::ends_on.ge(today)).and(member::ends_on.le(Day(soon(day))))),
                Phase::ToCome => query.filter(member::starts_on.gt(today)),
                Phase::Ended => query.filter(member::ends_on.lt(today)),
            };
        }
        if let Some(day) = filter.unconfirmed_on {
            query = query.filter(questions::unconfirmed!(day));
        }
        if let Some(function) = filter.function {
            query = query.filter(member::function.eq(function.code()));
        }
        if let Some(after) = filter.after {
            query = query.filter(member::id.gt(after.0));
        }
        for word in &words {
            query = query.filter(contains(member::search_key, word.clone()));
        }
        query = if filter.by_number { query.order(member::id.asc()) } else { query.order((member::sort_key.asc(), member::id.asc())) };
        query.offset(filter.offset).limit(filter.limit).load::<Row>(c)
    })?)
}

/// How many mandates of each of these platforms share first and last day: what counts by phase are made of.
pub fn terms(conn: &mut AnyConn, platforms: &[PlatformId]) -> Result<Vec<(PlatformId, Mandate, u32)>, DbError> {
    let raw: Vec<i64> = platforms.iter().map(|p| p.0).collect();
    let rows: Vec<(i64, Day, Option<Day>, i64)> = on_each!(conn, |c| member::table
        .filter(member::platform_id.eq_any(raw).and(member::erased_at.is_null()))
        .group_by((member::platform_id, member::starts_on, member::ends_on))
        .select((member::platform_id, member::starts_on, member::ends_on, count_star()))
        .load(c))?;
    let term = |(platform, start, end, n): (i64, Day, Option<Day>, i64)| {
        let mandate = Mandate::new(start.0, end.map(|day| day.0)).map_err(|e| DbError::Other(e.to_string()))?;
        Ok((PlatformId(platform), mandate, u32::try_from(n).unwrap_or(u32::MAX)))
    };
    rows.into_iter().map(term).collect()
}
