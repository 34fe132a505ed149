//! Questions to holders of mandates: each went out, an answer stands on the mandate, and a mail about a mandate is about nothing else.

use std::collections::HashMap;

use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{mandate_question, member, outbox};
use crate::db::types::Ts;
use crate::domain::registration::MailKind;
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    asked(conn, findings)?;
    answered(conn, findings)?;
    mails(conn, findings)
}

/// Whoever was asked has a mail of it.
fn asked(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let mail =
        outbox::table.filter(outbox::member_id.eq(mandate_question::member_id.nullable()).and(outbox::created_at.ge(mandate_question::asked_at)));
    let without = diesel::dsl::not(diesel::dsl::exists(mail.select(outbox::id)));
    let ids: Vec<i64> =
        on_each!(conn, |c| mandate_question::table.filter(without).select(mandate_question::id).order(mandate_question::id.asc()).load(c))?;
    findings.extend(ids.into_iter().map(|id| Finding {
        invariant: "question_has_its_mail",
        row: format!("mandate_question {id}"),
        detail: "its holder was asked, and there is no mail of it".into(),
    }));
    Ok(())
}

/// A mandate was confirmed when its holder last said so.
fn answered(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let said: Vec<(i64, Option<Ts>)> = on_each!(&mut *conn, |c| mandate_question::table
        .group_by(mandate_question::member_id)
        .select((mandate_question::member_id, diesel::dsl::max(mandate_question::confirmed_at)))
        .load(c))?;
    let said: HashMap<i64, Option<Ts>> = said.into_iter().collect();
    let stands: Vec<(i64, Option<Ts>)> =
        on_each!(conn, |c| member::table.select((member::id, member::confirmed_at)).order(member::id.asc()).load(c))?;
    let odd = stands.into_iter().filter(|(id, at)| said.get(id).copied().flatten() != *at);
    findings.extend(odd.map(|(id, _)| Finding {
        invariant: "confirmed_as_its_holder_said",
        row: format!("member {id}"),
        detail: "its answers and the moment of its confirmation disagree".into(),
    }));
    Ok(())
}

/// A mail that asks about a mandate names that and nothing else; no other mail names a mandate.
fn mails(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let asks = || outbox::kind.eq(MailKind::MandateQuestion.code());
    let alone = outbox::registration_id.is_null().and(outbox::invitation_id.is_null()).and(outbox::change_id.is_null());
    let whole = outbox::member_id.is_not_null().and(alone);
    let odd = asks().and(diesel::dsl::not(whole)).or(diesel::dsl::not(asks()).and(outbox::member_id.is_not_null()));
    let ids: Vec<i64> = on_each!(conn, |c| outbox::table.filter(odd).select(outbox::id).order(outbox::id.asc()).load(c))?;
    let detail = "it does not name the one mandate it is about";
    findings.extend(ids.into_iter().map(|id| Finding { invariant: "mail_is_about_one", row: format!("outbox {id}"), detail: detail.into() }));
    Ok(())
}
