//! An address to which mail fails: how it fails, and the question before it is used again. What a mail server or its owner said of it
//! counts for all platforms, and so does this.

use actix_web::web;
use fluent_bundle::FluentValue;

use super::inbox::opened;
use super::registrations::registration;
use super::see_other;
use super::words::line_fault;
use crate::app::addresses::Whose;
use crate::app::show::EventView;
use crate::db::mail_addresses::{Failing, Row};
use crate::domain::ids::InboundId;
use crate::domain::staff::Action;
use crate::domain::text::Title;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::Link;
use crate::web::view::public::Fault;
use crate::web::view::staff::{FailingAddress, FormPage, Input, Section};

/// How mail to an address fails, with the way to use it again.
pub fn failing(staff: &Staff, row: &Row, again: String) -> FailingAddress {
    FailingAddress { text: words(staff, row), again }
}

fn words(staff: &Staff, row: &Row) -> String {
    let at = format::date_time(staff.language, if row.state == Failing::Soft { row.last_at.0 } else { row.since.0 });
    let args = [("code", row.code.clone().into()), ("at", at.into()), ("n", FluentValue::from(row.failures))];
    staff.t_with(&format!("staff-address-{}", row.state.code()), &args)
}

/// `GET …/inbox/{inbound}/address`
pub async fn ask(staff: Staff, path: web::Path<(String, i64)>) -> Answer {
    let opened = opened(&staff, path.1).await?;
    draw(&staff, None, &opened.failing.ok_or(Fault::Conflict)?, &staff.href(&format!("/inbox/{}", path.1)), "", &[])
}

/// `POST …/inbox/{inbound}/address`
pub async fn lift(posted: Posted, path: web::Path<(String, i64)>) -> Answer {
    let opened = opened(&posted.staff, path.1).await?;
    let back = posted.staff.href(&format!("/inbox/{}", path.1));
    carry_out(&posted, None, opened.failing.as_ref(), Whose::Inbound(InboundId(path.1)), &back).await
}

/// `GET …/registrations/{reference}/address`
pub async fn ask_of_person(staff: Staff, path: web::Path<(String, String, String)>) -> Answer {
    let found = registration(&staff, Action::SeeMail, &path.1, &path.2).await?;
    let row = staff.state.app.failing_address(found.row.id).await?.ok_or(Fault::Conflict)?;
    let back = staff.event_href(&found.event, &format!("/registrations/{}", found.row.reference));
    draw(&staff, Some(&found.event), &row, &back, "", &[])
}

/// `POST …/registrations/{reference}/address`
pub async fn lift_of_person(posted: Posted, path: web::Path<(String, String, String)>) -> Answer {
    let staff = &posted.staff;
    let found = registration(staff, Action::SeeMail, &path.1, &path.2).await?;
    let row = staff.state.app.failing_address(found.row.id).await?;
    let back = staff.event_href(&found.event, &format!("/registrations/{}", found.row.reference));
    carry_out(&posted, Some(&found.event), row.as_ref(), Whose::Registration(found.row.id), &back).await
}

async fn carry_out(posted: &Posted, event: Option<&EventView>, row: Option<&Row>, whose: Whose, back: &str) -> Answer {
    let (staff, typed) = (&posted.staff, posted.fields.get("reason"));
    // Somebody else was faster: there is nothing left to do.
    let Some(row) = row else { return Ok(see_other(&format!("{back}?done=nothing"))) };
    let reason = match Title::parse(typed) {
        Ok(reason) => reason,
        Err(fault) => return draw(staff, event, row, back, typed, &[("reason".into(), line_fault(staff, "line", fault))]),
    };
    let done = staff.state.app.lift_address(whose, staff.who.grants.platforms(Action::SeeMail), reason, staff.actor(), staff.now).await?;
    Ok(see_other(&format!("{back}?done={}", if done { "address-lifted" } else { "nothing" })))
}

fn draw(staff: &Staff, event: Option<&EventView>, row: &Row, back: &str, typed: &str, faults: &[(String, String)]) -> Answer {
    let input = Input::line("reason", staff.t("staff-reason"), typed).hinted(staff.t("staff-address-reason-hint"));
    let page = FormPage {
        heading: staff.t("staff-address-again"),
        lead: words(staff, row),
        action: format!("{back}/address"),
        hidden: staff.token(),
        sections: vec![Section { legend: staff.t("staff-why"), hint: staff.t("staff-address-again-what"), fields: vec![input] }],
        button: staff.t("staff-address-again"),
        back: Link::new(back, staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(event, page, faults)
}
