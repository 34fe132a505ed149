//! The registry: what staff sees and writes of organisations.

use std::collections::HashMap;

use diesel::dsl::{count, count_star};
use diesel::prelude::*;

use super::Row;
use crate::db::connection::AnyConn;
use crate::db::door::Tx;
use crate::db::errors::DbError;
use crate::db::registrations::contains;
use crate::db::schema::{event, member, organisation, organisation_domain, organisation_name, registration};
use crate::domain::ids::{OrganisationId, PlatformId};
use crate::domain::mail_domain::MailDomain;
use crate::domain::organisation::{EnterpriseNumber, Organisation, name_key};
use crate::domain::text::OrganisationName;
use crate::on_each;

/// Keeps everybody else from making and changing organisations until the transaction ends, so that a name or a domain that was free
/// when it was looked for still is when it is written. Who only points to one is not kept from it.
pub fn lock(tx: &mut Tx<'_>) -> Result<(), DbError> {
    if let AnyConn::Pg(c) = &mut **tx {
        diesel::sql_query("LOCK TABLE organisation IN SHARE ROW EXCLUSIVE MODE").execute(c)?;
    }
    Ok(())
}

/// One organisation, also a merged one.
pub fn by_id(conn: &mut AnyConn, id: OrganisationId) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| organisation::table.find(id.0).get_result(c).optional())?)
}

/// Organisations by row number; those that are not there are left out.
pub fn by_ids(conn: &mut AnyConn, ids: &[OrganisationId]) -> Result<Vec<Row>, DbError> {
    let mut rows = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        let raw: Vec<i64> = chunk.iter().map(|id| id.0).collect();
        rows.extend(on_each!(&mut *conn, |c| organisation::table.filter(organisation::id.eq_any(raw)).load::<Row>(c))?);
    }
    Ok(rows)
}

/// What is registered of an organisation, with all its names and domains.
pub fn sheet(conn: &mut AnyConn, row: &Row) -> Result<Organisation, DbError> {
    sheets(conn, std::slice::from_ref(row))?.remove(&row.id).ok_or(DbError::NotFound)
}

/// The same of several.
pub fn sheets(conn: &mut AnyConn, rows: &[Row]) -> Result<HashMap<OrganisationId, Organisation>, DbError> {
    let (mut names, mut domains) = (HashMap::<i64, Vec<(String, bool)>>::new(), HashMap::<i64, Vec<String>>::new());
    for chunk in rows.chunks(500) {
        let raw: Vec<i64> = chunk.iter().map(|row| row.id.0).collect();
        let found: Vec<(i64, String, bool)> = on_each!(&mut *conn, |c| organisation_name::table
            .filter(organisation_name::organisation_id.eq_any(&raw))
            .order(organisation_name::name_key.asc())
            .select((organisation_name::organisation_id, organisation_name::name, organisation_name::is_alias))
            .load(c))?;
        found.into_iter().for_each(|(id, name, is_alias)| names.entry(id).or_default().push((name, is_alias)));
        let found: Vec<(String, i64)> = on_each!(&mut *conn, |c| organisation_domain::table
            .filter(organisation_domain::organisation_id.eq_any(&raw))
            .order(organisation_domain::domain.asc())
            .load(c))?;
        found.into_iter().for_each(|(domain, id)| domains.entry(id).or_default().push(domain));
    }
    let none = |id: &OrganisationId| (names.get(&id.0).map_or(&[][..], Vec::as_slice), domains.get(&id.0).map_or(&[][..], Vec::as_slice));
    rows.iter().map(|row| Ok((row.id, read(row, none(&row.id))?))).collect()
}

fn read(row: &Row, (names, domains): (&[(String, bool)], &[String])) -> Result<Organisation, DbError> {
    let unread = |what: &str| DbError::Other(format!("organisation {}: the {what} cannot be read", row.id));
    let name = |text: &str| OrganisationName::parse(text).map_err(|_| unread("name"));
    Ok(Organisation {
        name: name(&row.name)?,
        names: row.names.as_ref().map(|names| names.0.clone()).unwrap_or_default(),
        aliases: names.iter().filter(|(_, is_alias)| *is_alias).map(|(text, _)| name(text)).collect::<Result<_, _>>()?,
        sector: row.sector,
        number: row.enterprise_number.as_deref().map(EnterpriseNumber::parse).transpose().map_err(|_| unread("number"))?,
        domains: domains.iter().map(|domain| MailDomain::parse(domain).map_err(|_| unread("domain"))).collect::<Result<_, _>>()?,
    })
}

/// What others have already of what an organisation would get.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Takers {
    /// Keys of names, with whose they are.
    pub names: HashMap<String, OrganisationId>,
    /// Domains.
    pub domains: HashMap<String, OrganisationId>,
    /// Enterprise numbers.
    pub numbers: HashMap<String, OrganisationId>,
}

/// Who has these keys of names, domains and numbers. Reads only.
pub fn takers(conn: &mut AnyConn, keys: &[String], domains: &[String], numbers: &[String]) -> Result<Takers, DbError> {
    let mut takers = Takers::default();
    let put =
        |into: &mut HashMap<String, OrganisationId>, rows: Vec<(String, i64)>| into.extend(rows.into_iter().map(|(k, id)| (k, OrganisationId(id))));
    for chunk in keys.chunks(500) {
        let others = organisation_name::table.filter(organisation_name::name_key.eq_any(chunk));
        put(&mut takers.names, on_each!(&mut *conn, |c| others.select((organisation_name::name_key, organisation_name::organisation_id)).load(c))?);
        let own = organisation::table.filter(organisation::name_key.eq_any(chunk));
        put(&mut takers.names, on_each!(&mut *conn, |c| own.select((organisation::name_key, organisation::id)).load(c))?);
    }
    for chunk in domains.chunks(500) {
        let rows = organisation_domain::table.filter(organisation_domain::domain.eq_any(chunk));
        put(&mut takers.domains, on_each!(&mut *conn, |c| rows.load(c))?);
    }
    for chunk in numbers.chunks(500) {
        let rows = organisation::table.filter(organisation::enterprise_number.eq_any(chunk));
        let rows: Vec<(Option<String>, i64)> = on_each!(&mut *conn, |c| rows.select((organisation::enterprise_number, organisation::id)).load(c))?;
        put(&mut takers.numbers, rows.into_iter().filter_map(|(number, id)| Some((number?, id))).collect());
    }
    Ok(takers)
}

/// Adds an organisation, or writes everything of one. Names and domains that stay are left alone: somebody may just be finding them.
pub fn save(tx: &mut Tx<'_>, row: &Row, sheet: &Organisation, is_new: bool) -> Result<(), DbError> {
    if is_new {
        on_each!(&mut **tx, |c| diesel::insert_into(organisation::table).values(row).execute(c))?;
    } else {
        update(tx, row)?;
    }
    save_names(tx, row.id, sheet)?;
    save_domains(tx, row.id, sheet)
}

fn save_names(tx: &mut Tx<'_>, id: OrganisationId, sheet: &Organisation) -> Result<(), DbError> {
    let stored: Vec<(String, String, bool)> = on_each!(&mut **tx, |c| organisation_name::table
        .filter(organisation_name::organisation_id.eq(id.0))
        .select((organisation_name::name_key, organisation_name::name, organisation_name::is_alias))
        .load(c))?;
    let stored: HashMap<String, (String, bool)> = stored.into_iter().map(|(key, name, is_alias)| (key, (name, is_alias))).collect();
    let wanted = sheet.other_names();
    for key in stored.keys().filter(|key| !wanted.contains_key(*key)) {
        on_each!(&mut **tx, |c| diesel::delete(organisation_name::table.find(key)).execute(c))?;
    }
    for (key, value) in wanted {
        let (name, is_alias) = &value;
        let is_new = match stored.get(&key) {
            Some(same) if *same == value => continue,
            other => other.is_none(),
        };
        let words = (organisation_name::name.eq(name), organisation_name::is_alias.eq(*is_alias));
        on_each!(&mut **tx, |c| if is_new {
            let whose = (organisation_name::name_key.eq(&key), organisation_name::organisation_id.eq(id.0));
            diesel::insert_into(organisation_name::table).values((whose, words)).execute(c)
        } else {
            diesel::update(organisation_name::table.find(&key)).set(words).execute(c)
        })?;
    }
    Ok(())
}

fn save_domains(tx: &mut Tx<'_>, id: OrganisationId, sheet: &Organisation) -> Result<(), DbError> {
    let of = organisation_domain::table.filter(organisation_domain::organisation_id.eq(id.0)).select(organisation_domain::domain);
    let stored: Vec<String> = on_each!(&mut **tx, |c| of.load(c))?;
    for gone in stored.iter().filter(|domain| !sheet.domains.iter().any(|d| d.as_str() == *domain)) {
        on_each!(&mut **tx, |c| diesel::delete(organisation_domain::table.find(gone)).execute(c))?;
    }
    for new in sheet.domains.iter().filter(|domain| !stored.iter().any(|s| s == domain.as_str())) {
        let values = (organisation_domain::domain.eq(new.as_str()), organisation_domain::organisation_id.eq(id.0));
        on_each!(&mut **tx, |c| diesel::insert_into(organisation_domain::table).values(values).execute(c))?;
    }
    Ok(())
}

/// Writes what the row itself says.
pub(super) fn update(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    let changes = (
        organisation::name.eq(&row.name),
        organisation::name_key.eq(&row.name_key),
        organisation::sector.eq(row.sector.code()),
        organisation::enterprise_number.eq(&row.enterprise_number),
        organisation::names.eq(&row.names),
        organisation::search_key.eq(&row.search_key),
        organisation::registered_at.eq(row.registered_at),
        organisation::revision.eq(row.revision),
        organisation::merged_into.eq(row.merged_into.map(|id| id.0)),
        organisation::merged_at.eq(row.merged_at),
    );
    on_each!(&mut **tx, |c| diesel::update(organisation::table.find(row.id.0)).set(changes).execute(c))?;
    Ok(())
}

/// What a list of organisations asks for.
#[derive(Clone, Debug, Default)]
pub struct ListFilter {
    /// Only those that staff registered, or only those that were but named.
    pub registered: Option<bool>,
    /// Only these.
    pub only: Option<Vec<OrganisationId>>,
    /// Every word must occur in the names, the number or the domains.
    pub search: String,
    /// Only the name that lists show is searched: an alias may have been given on a platform that the reader must not know of.
    pub main_name_only: bool,
    /// Only those whose key comes after this one.
    pub after: Option<String>,
    /// At most so many.
    pub limit: i64,
}

fn words(search: &str) -> Vec<String> {
    if search.chars().any(char::is_alphanumeric) { name_key(search).split(' ').map(str::to_owned).collect() } else { Vec::new() }
}

/// A page of organisations, by name; merged ones are not there.
pub fn list(conn: &mut AnyConn, filter: &ListFilter) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| {
        let mut query = organisation::table.filter(organisation::merged_into.is_null()).into_boxed();
        match filter.registered {
            Some(true) => query = query.filter(organisation::registered_at.is_not_null()),
            Some(false) => query = query.filter(organisation::registered_at.is_null()),
            None => {}
        }
        if let Some(only) = &filter.only {
            query = query.filter(organisation::id.eq_any(only.iter().map(|id| id.0).collect::<Vec<_>>()));
        }
        if let Some(after) = &filter.after {
            query = query.filter(organisation::name_key.gt(after.clone()));
        }
        for word in words(&filter.search) {
            query = match filter.main_name_only {
                true => query.filter(contains(organisation::name_key, word)),
                false => query.filter(contains(organisation::search_key, word)),
            };
        }
        query.order(organisation::name_key.asc()).limit(filter.limit).load::<Row>(c)
    })?)
}

/// How many organisations are registered, and how many only named.
pub fn counts(conn: &mut AnyConn) -> Result<(i64, i64), DbError> {
    let all = organisation::table.filter(organisation::merged_into.is_null());
    let registered: i64 = on_each!(&mut *conn, |c| all.filter(organisation::registered_at.is_not_null()).count().get_result(c))?;
    let named: i64 = on_each!(conn, |c| all.filter(organisation::registered_at.is_null()).count().get_result(c))?;
    Ok((registered, named))
}

/// What an organisation has on one platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// People who are or were registered, as far as their names are kept.
    pub people: i64,
    /// Registrations.
    pub registrations: i64,
    /// Mandates on the roster.
    pub members: i64,
}

/// What an organisation has on each platform.
pub fn shares(conn: &mut AnyConn, id: OrganisationId) -> Result<HashMap<PlatformId, Share>, DbError> {
    let mut shares: HashMap<PlatformId, Share> = HashMap::new();
    let rows: Vec<(i64, i64, i64)> = on_each!(&mut *conn, |c| registration::table
        .inner_join(event::table)
        .filter(registration::organisation_id.eq(id.0))
        .group_by(event::platform_id)
        .select((event::platform_id, count(registration::person_id).aggregate_distinct(), count_star()))
        .load(c))?;
    for (platform, people, registrations) in rows {
        shares.insert(PlatformId(platform), Share { people, registrations, members: 0 });
    }
    let rows: Vec<(i64, i64)> = on_each!(conn, |c| member::table
        .filter(member::organisation_id.eq(id.0))
        .group_by(member::platform_id)
        .select((member::platform_id, count_star()))
        .load(c))?;
    for (platform, members) in rows {
        shares.entry(PlatformId(platform)).or_default().members = members;
    }
    Ok(shares)
}
