//! Asking those once more who did not answer: exactly whom, with the mail as it will be sent, and then the sending.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::invitations::can_invite;
use super::invite::SHOWN;
use super::see_other;
use super::sending_check::{previews, rest};
use crate::app::show::EventView;
use crate::db::invitations::Row;
use crate::domain::registration::MailKind;
use crate::domain::staff::Action;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{CheckedRow, SendingCheck};

/// `GET …/events/{event}/invitations/remind`
pub async fn ask(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = event(&staff, &path.1).await?;
    let rows = staff.state.app.invited_without_answer(view.stored.event.id, staff.now).await?;
    let n = FluentValue::from(rows.len());
    let base = staff.event_href(&view, "/invitations");
    let recipients = rows.iter().map(|row| (row.language, row.name.clone(), row.email.clone()));
    let page = SendingCheck {
        heading: staff.t("staff-remind-invited"),
        lead: staff.t_with("staff-remind-count", &[("n", n.clone())]),
        people: rows.iter().take(SHOWN).map(|row| row_of(&staff, row)).collect(),
        more: rest(&staff, rows.len()),
        mails: previews(&staff, &view, MailKind::InvitationReminder, recipients)?,
        action: if rows.is_empty() { String::new() } else { format!("{base}/remind") },
        hidden: staff.token(),
        button: staff.t_with("staff-remind-do", &[("n", n)]),
        back: base,
        ..SendingCheck::default()
    };
    let head = staff.event_head(&view, page.heading.clone());
    staff.page(StatusCode::OK, &head, &page)
}

/// `POST …/events/{event}/invitations/remind`
pub async fn remind(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = event(staff, &path.1).await?;
    let n = staff.state.app.remind_invited(view.stored.event.id, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.event_href(&view, &format!("/invitations?done=invited-reminded&n={n}"))))
}

async fn event(staff: &Staff, slug: &str) -> Result<EventView, Refusal> {
    let view = staff.event(Action::ManageInvitations, slug).await?;
    if can_invite(staff, &view) { Ok(view) } else { Err(Fault::Conflict.into()) }
}

fn row_of(staff: &Staff, row: &Row) -> CheckedRow {
    let has_name = !row.name.is_empty();
    CheckedRow {
        name: if has_name { row.name.clone() } else { row.email.clone() },
        email: if has_name { row.email.clone() } else { String::new() },
        organisation: row.organisation_name.clone(),
        sector: row.sector.map(|s| staff.word("sector", s.code())).unwrap_or_default(),
        language: staff.word("language", row.language.code()),
        says: staff.word("invitation-state", row.state.code()),
    }
}
