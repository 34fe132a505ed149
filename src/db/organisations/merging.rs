//! What points to an organisation, and pointing it to another.

use diesel::prelude::*;

use super::{Row, registry};
use crate::clock::Instant;
use crate::db::connection::AnyConn;
use crate::db::door::Tx;
use crate::db::errors::DbError;
use crate::db::schema::{event, member, organisation, organisation_domain, organisation_name, person, registration};
use crate::domain::ids::OrganisationId;
use crate::domain::organisation::name_key;
use crate::on_each;

/// How many rows of each kind point to an organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pointers {
    /// Registrations.
    pub registrations: i64,
    /// People whose organisation it is.
    pub people: i64,
    /// Mandates on rosters.
    pub members: i64,
    /// Names besides the one that lists show.
    pub names: i64,
    /// Mail domains.
    pub domains: i64,
}

/// Counts them.
pub fn pointers(conn: &mut AnyConn, id: OrganisationId) -> Result<Pointers, DbError> {
    let of_event = registration::event_id.eq_any(event::table.select(event::id));
    Ok(on_each!(conn, |c| Pointers {
        registrations: registration::table.filter(of_event.and(registration::organisation_id.eq(id.0))).count().get_result(c)?,
        people: person::table.filter(person::organisation_id.eq(id.0)).count().get_result(c)?,
        members: member::table.filter(member::organisation_id.eq(id.0)).count().get_result(c)?,
        names: organisation_name::table.filter(organisation_name::organisation_id.eq(id.0)).count().get_result(c)?,
        domains: organisation_domain::table.filter(organisation_domain::organisation_id.eq(id.0)).count().get_result(c)?,
    }))
}

/// The mandates at either organisation, for a look at who would hold one twice; erased ones are nobody's.
pub fn mandates(conn: &mut AnyConn, of: [OrganisationId; 2]) -> Result<Vec<crate::db::members::Row>, DbError> {
    let either = member::organisation_id.eq_any(of.map(|id| id.0)).and(member::erased_at.is_null());
    Ok(on_each!(conn, |c| member::table.filter(either).order(member::id.asc()).load(c))?)
}

/// Takes the place of an organisation out of the way of names: its own key becomes one that no name has, and its number is free.
pub fn retire(tx: &mut Tx<'_>, loser: &mut Row, winner: OrganisationId, now: Instant) -> Result<(), DbError> {
    // A key of a name has a sign only where the name has nothing else.
    loser.name_key = format!("#{}", loser.id);
    loser.search_key = String::new();
    loser.enterprise_number = None;
    loser.merged_into = Some(winner);
    loser.merged_at = Some(now.into());
    loser.revision += 1;
    registry::update(tx, loser)
}

/// Points everything that points to one organisation to another; its names are aliases there.
pub fn redirect(tx: &mut Tx<'_>, loser: &Row, name: &str, winner: OrganisationId) -> Result<(), DbError> {
    let (from, to) = (loser.id.0, winner.0);
    let alias = (
        organisation_name::name_key.eq(name_key(name)),
        organisation_name::organisation_id.eq(to),
        organisation_name::name.eq(name),
        organisation_name::is_alias.eq(true),
    );
    let events: Vec<i64> = on_each!(&mut **tx, |c| event::table.order(event::id.asc()).select(event::id).load(c))?;
    on_each!(&mut **tx, |c| {
        let names = organisation_name::table.filter(organisation_name::organisation_id.eq(from));
        diesel::update(names).set((organisation_name::organisation_id.eq(to), organisation_name::is_alias.eq(true))).execute(c)?;
        diesel::insert_into(organisation_name::table).values(&alias).execute(c)?;
        let domains = organisation_domain::table.filter(organisation_domain::organisation_id.eq(from));
        diesel::update(domains).set(organisation_domain::organisation_id.eq(to)).execute(c)?;
        diesel::update(organisation::table.filter(organisation::merged_into.eq(from))).set(organisation::merged_into.eq(to)).execute(c)?;
        diesel::update(person::table.filter(person::organisation_id.eq(from))).set(person::organisation_id.eq(to)).execute(c)?;
        diesel::update(member::table.filter(member::organisation_id.eq(from))).set(member::organisation_id.eq(to)).execute(c)?;
        // Event by event: the index is by event first.
        for id in &events {
            let theirs = registration::table.filter(registration::event_id.eq(id).and(registration::organisation_id.eq(from)));
            diesel::update(theirs).set(registration::organisation_id.eq(to)).execute(c)?;
        }
    });
    Ok(())
}
