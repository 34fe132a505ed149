//! The mail room: what is owed, what could not be delivered and why, another try or none.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::see_other;
use crate::db::outbox::{MailStatus, Row};
use crate::domain::event::Event;
use crate::domain::ids::MailId;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{MailRow, Mails, Tab};

/// Mails shown.
const SHOWN: i64 = 100;

/// `GET …/mails`
pub async fn list(staff: Staff) -> Answer {
    staff.require_somewhere(Action::SeeMail)?;
    let (app, grants) = (&staff.state.app, &staff.who.grants);
    let status = MailStatus::from_code(staff.query.get("status"));
    let list = app.mails_for(grants, status, SHOWN + 1).await?;
    let is_cut = list.mails.len() as i64 > SHOWN;
    let mut tabs = vec![Tab { href: staff.href("/mails"), label: staff.t("staff-all"), count: String::new(), current: status.is_none() }];
    for each in [MailStatus::Failed, MailStatus::Queued, MailStatus::Sent, MailStatus::Aborted] {
        let count = app.mail_count_for(grants, each).await?;
        tabs.push(Tab {
            href: staff.href(&format!("/mails?status={each}")),
            label: staff.word("staff-mails", each.code()),
            count: format::number(staff.language, count),
            current: status == Some(each),
        });
    }
    let page = Mails {
        tabs,
        rows: list.mails.iter().take(SHOWN as usize).map(|row| mail_row(&staff, row, list.event(row))).collect(),
        cut: if is_cut { staff.t_with("staff-mails-cut", &[("n", FluentValue::from(SHOWN))]) } else { String::new() },
        action: staff.href("/mails"),
        hidden: staff.token(),
    };
    staff.page(StatusCode::OK, &staff.head(staff.t("staff-nav-mails")), &page)
}

fn mail_row(staff: &Staff, row: &Row, event: Option<&Event>) -> MailRow {
    let is_erased = row.snapshot.is_empty();
    let said = [row.last_code.as_deref(), row.last_text.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    MailRow {
        id: row.id.to_string(),
        kind: staff.word("mail-kind", row.kind.code()),
        to: if is_erased { staff.t("staff-erased") } else { row.recipient.clone() },
        event: event.map(|event| staff.title_of(event)).unwrap_or_default(),
        event_href: event
            .filter(|event| staff.may(Action::SeeEvents, event.platform_id))
            .map(|event| staff.href(&format!("/events/{}", event.slug)))
            .unwrap_or_default(),
        when: format::moment_short(staff.language, row.sent_at.unwrap_or(row.created_at).0),
        status: row.status.code(),
        status_label: staff.word("staff-mail-status", row.status.code()),
        attempts: if row.attempts > 0 { staff.t_with("staff-attempts", &[("n", FluentValue::from(row.attempts))]) } else { String::new() },
        said: if row.status == MailStatus::Sent { String::new() } else { said },
        retry: row.status == MailStatus::Failed && !is_erased,
        abort: matches!(row.status, MailStatus::Failed | MailStatus::Queued) && !is_erased,
    }
}

/// `POST …/mails/{mail}/retry`
pub async fn retry(posted: Posted, path: web::Path<(String, i64)>) -> Answer {
    let (staff, mail) = (&posted.staff, MailId(path.1));
    ours(staff, mail).await?;
    let done = staff.state.app.retry_mail(mail, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.href(if done { "/mails?done=retried" } else { "/mails?done=nothing" })))
}

/// `POST …/mails/{mail}/abort`
pub async fn abort(posted: Posted, path: web::Path<(String, i64)>) -> Answer {
    let (staff, mail) = (&posted.staff, MailId(path.1));
    ours(staff, mail).await?;
    let done = staff.state.app.abort_mail(mail, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.href(if done { "/mails?done=aborted" } else { "/mails?done=nothing" })))
}

async fn ours(staff: &Staff, mail: MailId) -> Result<(), crate::web::error::Refusal> {
    if !staff.who.grants.allow_somewhere(Action::SeeMail) {
        return Err(Fault::Forbidden.into());
    }
    Ok(staff.state.app.mail_is_for(&staff.who.grants, mail).await?)
}
