//! Whether delivery keeps up, for those who ask if the service is ready.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::errors::DbError;
use super::outbox::MailStatus;
use super::schema::outbox;
use super::types::Ts;
use crate::clock::Instant;
use crate::on_each;

/// Since when the mail waits that is due for longest and that nobody is sending. A relay that refuses makes no mail wait:
/// each is put off until its next try.
pub fn waiting_since(conn: &mut AnyConn, now: Instant) -> Result<Option<Instant>, DbError> {
    let idle = outbox::status
        .eq(MailStatus::Queued.code())
        .and(outbox::not_before.le(Ts::from(now)))
        .and(outbox::lease_until.is_null().or(outbox::lease_until.le(Ts::from(now))));
    let since: Option<Ts> = on_each!(conn, |c| outbox::table.filter(idle).select(diesel::dsl::min(outbox::not_before)).get_result(c))?;
    Ok(since.map(|at| at.0))
}
