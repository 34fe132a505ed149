//! Addresses to which mail fails, and who wants no more messages and invitations of a platform. Both are kept by a keyed digest: the
//! rows outlive the names and say nothing of whose they are. It must not know when an address counts as failing.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{event, invitation, mail_address, outbox, registration, unsubscription};
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{MailId, PlatformId};
use crate::on_each;

crate::word! {
    /// In which way mail to an address fails. One without a row is good.
    Failing {
        /// It came back for a while: mails are still sent.
        Soft = "soft",
        /// There is no such mailbox: no more mails but an address proof.
        Hard = "hard",
        /// Its owner called a mail of ours spam: no more messages and invitations.
        Complaint = "complaint",
    }
}

/// What is known of an address.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = mail_address)]
pub struct Row {
    /// Keyed digest of the address.
    pub address_mac: String,
    /// In which way mail fails.
    pub state: Failing,
    /// The status that was reported last, as `5.1.1`.
    pub code: String,
    /// Since when it is so.
    pub since: Ts,
    /// When mail failed last.
    pub last_at: Ts,
    /// How often it failed.
    pub failures: i32,
}

/// What is known of an address; `None`: nothing bad.
pub fn of(conn: &mut AnyConn, mac: &str) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| mail_address::table.find(mac).get_result(c).optional())?)
}

/// What is known of these addresses.
pub fn of_many(conn: &mut AnyConn, macs: &[String]) -> Result<HashMap<String, Row>, DbError> {
    let mut found = HashMap::new();
    for some in macs.chunks(500) {
        let rows: Vec<Row> = on_each!(&mut *conn, |c| mail_address::table.filter(mail_address::address_mac.eq_any(some)).load(c))?;
        found.extend(rows.into_iter().map(|row| (row.address_mac.clone(), row)));
    }
    Ok(found)
}

/// Whether any address fails at all.
pub fn any_failing(conn: &mut AnyConn) -> Result<bool, DbError> {
    Ok(on_each!(conn, |c| diesel::select(diesel::dsl::exists(mail_address::table.select(mail_address::address_mac))).get_result(c))?)
}

/// Whether anybody wants no messages of any platform.
pub fn any_unsubscribed(conn: &mut AnyConn) -> Result<bool, DbError> {
    Ok(on_each!(conn, |c| diesel::select(diesel::dsl::exists(unsubscription::table.select(unsubscription::address_mac))).get_result(c))?)
}

/// Which of these mails go to an address (by its digest) that wants no such mails of their platform.
pub fn unwanted(conn: &mut AnyConn, mails: &[MailId], macs: &HashMap<MailId, String>) -> Result<HashSet<MailId>, DbError> {
    let raw: Vec<i64> = mails.iter().map(|id| id.0).collect();
    let mut of: Vec<(MailId, PlatformId)> = Vec::new();
    for some in raw.chunks(500) {
        let ours = || outbox::id.eq_any(some);
        let registered = outbox::table.inner_join(registration::table.on(outbox::registration_id.eq(registration::id.nullable())));
        let invited = outbox::table.inner_join(invitation::table.on(outbox::invitation_id.eq(invitation::id.nullable())));
        let at = registered.inner_join(event::table.on(registration::event_id.eq(event::id)));
        of.extend(on_each!(&mut *conn, |c| at.filter(ours()).select((outbox::id, event::platform_id)).load::<(MailId, PlatformId)>(c))?);
        let at = invited.inner_join(event::table.on(invitation::event_id.eq(event::id)));
        of.extend(on_each!(&mut *conn, |c| at.filter(ours()).select((outbox::id, event::platform_id)).load::<(MailId, PlatformId)>(c))?);
    }
    let mut by_platform: HashMap<PlatformId, Vec<(MailId, String)>> = HashMap::new();
    for (mail, platform) in of {
        by_platform.entry(platform).or_default().extend(macs.get(&mail).map(|mac| (mail, mac.clone())));
    }
    let mut found = HashSet::new();
    for (platform, mails) in by_platform {
        let theirs: Vec<String> = mails.iter().map(|(_, mac)| mac.clone()).collect();
        let gone: HashSet<String> = unsubscribed(conn, platform, &theirs)?.into_iter().collect();
        found.extend(mails.into_iter().filter(|(_, mac)| gone.contains(mac)).map(|(mail, _)| mail));
    }
    Ok(found)
}

/// Writes what is known of an address in the place of what was.
///
/// # Errors
/// `Again` where another transaction wrote of this address since it was read: an address belongs to no event, so that two that report of
/// it are not put in line by one. The door runs the work again at once, and it sees what the other wrote.
pub fn put(tx: &mut Tx<'_>, row: &Row) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::delete(mail_address::table.find(&row.address_mac)).execute(c))?;
    let added = match &mut **tx {
        AnyConn::Pg(c) => diesel::insert_into(mail_address::table).values(row).on_conflict_do_nothing().execute(c)?,
        AnyConn::Sqlite(c) => diesel::insert_into(mail_address::table).values(row).on_conflict_do_nothing().execute(c)?,
    };
    if added == 1 { Ok(()) } else { Err(DbError::Again("another transaction noted a failure of the same address".into())) }
}

/// An address is good again; answers whether it was not.
pub fn lift(tx: &mut Tx<'_>, mac: &str) -> Result<bool, DbError> {
    Ok(on_each!(&mut **tx, |c| diesel::delete(mail_address::table.find(mac)).execute(c))? > 0)
}

/// The owner of an address wants no more messages and invitations of a platform; answers whether that is new.
pub fn unsubscribe(tx: &mut Tx<'_>, platform: PlatformId, mac: &str, now: Instant) -> Result<bool, DbError> {
    let row = (unsubscription::platform_id.eq(platform.0), unsubscription::address_mac.eq(mac), unsubscription::at.eq(Ts::from(now)));
    let added = match &mut **tx {
        AnyConn::Pg(c) => diesel::insert_into(unsubscription::table).values(row).on_conflict_do_nothing().execute(c)?,
        AnyConn::Sqlite(c) => diesel::insert_into(unsubscription::table).values(row).on_conflict_do_nothing().execute(c)?,
    };
    Ok(added == 1)
}

/// Of which platforms an address (by its digest) wants no more messages and invitations, and since when.
pub fn unsubscriptions(conn: &mut AnyConn, mac: &str) -> Result<Vec<(PlatformId, Ts)>, DbError> {
    let theirs = unsubscription::table.filter(unsubscription::address_mac.eq(mac)).order(unsubscription::platform_id.asc());
    Ok(on_each!(conn, |c| theirs.select((unsubscription::platform_id, unsubscription::at)).load(c))?)
}

/// They want them again; answers whether they did not.
pub fn subscribe(tx: &mut Tx<'_>, platform: PlatformId, mac: &str) -> Result<bool, DbError> {
    let row = unsubscription::table.find((platform.0, mac));
    Ok(on_each!(&mut **tx, |c| diesel::delete(row).execute(c))? > 0)
}

/// Which of these addresses want no more messages and invitations of a platform.
pub fn unsubscribed(conn: &mut AnyConn, platform: PlatformId, macs: &[String]) -> Result<Vec<String>, DbError> {
    let mut found = Vec::new();
    for some in macs.chunks(500) {
        let theirs = unsubscription::platform_id.eq(platform.0).and(unsubscription::address_mac.eq_any(some));
        let rows: Vec<String> = on_each!(&mut *conn, |c| unsubscription::table.filter(theirs).select(unsubscription::address_mac).load(c))?;
        found.extend(rows);
    }
    Ok(found)
}
