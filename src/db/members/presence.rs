//! What registrations and mails tell of the people on a roster: when they were last there, and whether mail reaches them.

use std::collections::HashMap;

use diesel::dsl::max;
use diesel::prelude::*;

use crate::clock::Instant;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::outbox::MailStatus;
use crate::db::schema::{event, outbox, person, registration};
use crate::db::types::Ts;
use crate::domain::ids::{OrganisationId, PlatformId};
use crate::on_each;

diesel::allow_columns_to_appear_in_same_group_by_clause!(person::email_key, outbox::status);

/// When somebody was last present at an event of a platform.
#[derive(Clone, Debug, Default)]
pub struct Presence {
    /// By the key of the address; nobody whose names went with the retention time.
    pub people: HashMap<String, Instant>,
    /// By organisation, also of whom no name is left.
    pub organisations: HashMap<OrganisationId, Instant>,
}

/// The last presences at events of a platform: a row for each person and organisation, not for each registration.
pub fn presences(conn: &mut AnyConn, platform: PlatformId) -> Result<Presence, DbError> {
    let people: Vec<(String, Option<Ts>)> = on_each!(&mut *conn, |c| registration::table
        .inner_join(event::table)
        .inner_join(person::table.on(person::id.nullable().eq(registration::person_id)))
        .filter(event::platform_id.eq(platform.0).and(registration::present.eq(true)))
        .group_by(person::email_key)
        .select((person::email_key, max(event::starts_at)))
        .load(c))?;
    let organisations: Vec<(Option<i64>, Option<Ts>)> = on_each!(conn, |c| registration::table
        .inner_join(event::table)
        .filter(event::platform_id.eq(platform.0).and(registration::present.eq(true)).and(registration::organisation_id.is_not_null()))
        .group_by(registration::organisation_id)
        .select((registration::organisation_id, max(event::starts_at)))
        .load(c))?;
    Ok(Presence {
        people: people.into_iter().filter_map(|(key, at)| Some((key, at?.0))).collect(),
        organisations: organisations.into_iter().filter_map(|(id, at)| Some((OrganisationId(id?), at?.0))).collect(),
    })
}

/// Where the last mail to somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastMail {
    /// Whether it is a dead letter.
    pub failed: bool,
    /// When it was owed.
    pub at: Instant,
}

/// The last mail that was sent or given up, for each of these addresses that was ever registered.
pub fn last_mails(conn: &mut AnyConn, keys: &[String]) -> Result<HashMap<String, LastMail>, DbError> {
    let mut last: HashMap<String, LastMail> = HashMap::new();
    let settled = [MailStatus::Sent, MailStatus::Failed].map(MailStatus::code);
    for chunk in keys.chunks(500) {
        let rows: Vec<(String, MailStatus, Option<Ts>)> = on_each!(&mut *conn, |c| outbox::table
            .inner_join(registration::table.on(registration::id.nullable().eq(outbox::registration_id)))
            .inner_join(person::table.on(person::id.nullable().eq(registration::person_id)))
            .filter(person::email_key.eq_any(chunk).and(outbox::status.eq_any(settled)))
            .group_by((person::email_key, outbox::status))
            .select((person::email_key, outbox::status, max(outbox::created_at)))
            .load(c))?;
        for (key, status, at) in rows {
            let Some(at) = at else { continue };
            let this = LastMail { failed: status == MailStatus::Failed, at: at.0 };
            let kept = last.entry(key).or_insert(this);
            // Of a dead letter and another mail owed in the same moment, the dead one counts.
            if this.at > kept.at || (this.at == kept.at && this.failed) {
                *kept = this;
            }
        }
    }
    Ok(last)
}
