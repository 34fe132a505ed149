//! Mails: what they say of their event is kept, and the link to join waits for nobody but those who join.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::outbox::MailStatus;
use crate::db::schema::{event, event_facts, outbox, registration};
use crate::domain::event::EventStatus;
use crate::domain::mode::Mode;
use crate::domain::registration::{MailKind, State};
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let kept = event_facts::table.filter(event_facts::id.nullable().eq(outbox::facts_id)).select(event_facts::id);
    let lost = outbox::facts_id.is_not_null().and(diesel::dsl::not(diesel::dsl::exists(kept)));
    let ids: Vec<i64> = on_each!(conn, |c| outbox::table.filter(lost).select(outbox::id).order(outbox::id.asc()).load(c))?;
    let finding =
        |id| Finding { invariant: "mail_knows_its_event", row: format!("outbox {id}"), detail: "what it says of its event is not kept".into() };
    findings.extend(ids.into_iter().map(finding));
    joins(conn, findings)
}

/// A link to join is owed to nobody who has no seat online, nor where there is nothing to join.
fn joins(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let seated = registration::state.eq(State::Confirmed.code()).and(registration::mode.eq(Mode::Online.code()));
    let open = event::status.eq(EventStatus::Published.code()).and(event::join_link.is_not_null());
    let joining = registration::table
        .inner_join(event::table)
        .filter(registration::id.nullable().eq(outbox::registration_id).and(seated).and(open))
        .select(registration::id);
    let owed = outbox::kind.eq(MailKind::JoinDetails.code()).and(outbox::status.eq(MailStatus::Queued.code()));
    let astray = outbox::table.filter(owed.and(diesel::dsl::not(diesel::dsl::exists(joining))));
    let ids: Vec<i64> = on_each!(conn, |c| astray.select(outbox::id).order(outbox::id.asc()).load(c))?;
    let finding = |id| Finding {
        invariant: "links_wait_for_who_joins",
        row: format!("outbox {id}"),
        detail: "says how to join to somebody without a seat online, or where there is no link".into(),
    };
    findings.extend(ids.into_iter().map(finding));
    Ok(())
}
