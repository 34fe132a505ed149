//! Invitations: an answer has what it led to, a sending has its mails, and a mail is about one thing.

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{announcement, invitation, invitation_batch, outbox, registration};
use crate::domain::invitation::State;
use crate::domain::registration::MailKind;
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    answers(conn, findings)?;
    sendings(conn, findings)?;
    mails(conn, findings)
}

fn finding(invariant: &'static str, id: i64, detail: &str) -> Finding {
    Finding { invariant, row: format!("invitation {id}"), detail: detail.to_owned() }
}

/// What was accepted led to a registration at the same event, nothing else did; and who answered did so at some moment.
fn answers(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let its =
        registration::table.filter(registration::id.nullable().eq(invitation::registration_id).and(registration::event_id.eq(invitation::event_id)));
    let led = || diesel::dsl::exists(its.select(registration::id));
    let accepted = || invitation::state.eq(State::Accepted.code());
    let answered = invitation::state.eq_any([State::Accepted.code(), State::Declined.code()]);
    let odd = accepted().and(diesel::dsl::not(led())).or(invitation::state.ne(State::Accepted.code()).and(invitation::registration_id.is_not_null()));
    let odd = odd.or(answered.and(invitation::answered_at.is_null()));
    let ids: Vec<i64> = on_each!(conn, |c| invitation::table.filter(odd).select(invitation::id).order(invitation::id.asc()).load(c))?;
    findings.extend(
        ids.into_iter().map(|id| finding("invitation_has_its_answer", id, "its state, its registration and the moment of its answer disagree")),
    );
    Ok(())
}

/// Whoever waits for an answer in a sending that went out has a mail of it; who was erased before gets none.
fn sendings(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let went = invitation_batch::table.filter(invitation_batch::queued_at.is_not_null()).select(invitation_batch::id);
    let mail = outbox::table.filter(outbox::invitation_id.eq(invitation::id.nullable()).and(outbox::batch_id.eq(invitation::batch_id.nullable())));
    let without = invitation::state.eq(State::Pending.code()).and(invitation::erased_at.is_null()).and(invitation::batch_id.eq_any(went));
    let without = without.and(diesel::dsl::not(diesel::dsl::exists(mail.select(outbox::id))));
    let ids: Vec<i64> = on_each!(conn, |c| invitation::table.filter(without).select(invitation::id).order(invitation::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| finding("invitation_has_its_mail", id, "its sending went out, and it has no mail of it")));
    Ok(())
}

/// A mail that invites names its invitation and its sending and no registration; one of a message names the registration and the
/// message; no other names either.
fn mails(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let invites = || outbox::kind.eq_any([MailKind::Invitation.code(), MailKind::InvitationReminder.code()]);
    let known = diesel::dsl::exists(invitation::table.filter(invitation::id.nullable().eq(outbox::invitation_id)).select(invitation::id));
    let whole = outbox::invitation_id.is_not_null().and(outbox::batch_id.is_not_null()).and(outbox::registration_id.is_null()).and(known);
    let odd = invites().and(diesel::dsl::not(whole));
    let announces = || outbox::kind.eq(MailKind::Announcement.code());
    let odd = odd.or(diesel::dsl::not(invites()).and(outbox::invitation_id.is_not_null()));
    let odd = odd.or(diesel::dsl::not(invites()).and(diesel::dsl::not(announces())).and(outbox::batch_id.is_not_null()));
    let message = diesel::dsl::exists(announcement::table.filter(announcement::id.nullable().eq(outbox::batch_id)).select(announcement::id));
    let odd = odd.or(announces().and(outbox::registration_id.is_null().or(diesel::dsl::not(message))));
    let ids: Vec<i64> = on_each!(conn, |c| outbox::table.filter(odd.assume_not_null()).select(outbox::id).order(outbox::id.asc()).load(c))?;
    let detail = "it does not name the one invitation or registration it is about";
    findings.extend(ids.into_iter().map(|id| Finding { invariant: "mail_is_about_one", row: format!("outbox {id}"), detail: detail.into() }));
    Ok(())
}
