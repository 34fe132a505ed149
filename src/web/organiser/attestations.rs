//! Attestations of an event: how far they are, and asking for them.

use actix_web::http::StatusCode;
use actix_web::web;

use super::see_other;
use crate::app::AppError;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{AttestationsPage, Pair};

/// `GET …/events/{event}/attestations`
pub async fn show(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let (progress, order) = staff.state.app.attestations_of_event(view.stored.event.id).await?;
    let (base, over) = (staff.event_href(&view, "/attestations"), view.stored.event.is_held(staff.now));
    let is_working = order.as_ref().is_some_and(|order| order.is_open);
    let count = |key: &str, n: i64| Pair::new(staff.t(key), format::number(staff.language, n));
    let standing = match () {
        () if !over => "staff-attestations-early",
        () if is_working => "staff-attestations-working",
        () if progress.present == 0 => "staff-attestations-nobody",
        () if progress.open == 0 => "staff-attestations-done",
        () => "",
    };
    let page = AttestationsPage {
        event: staff.title(&view),
        standing: if standing.is_empty() { String::new() } else { staff.t(standing) },
        asked: order.map_or_else(String::new, |order| {
            staff.t_with("staff-attestations-asked", &[("at", format::moment_short(staff.language, order.asked_at.0).into())])
        }),
        counts: vec![
            count("staff-attestations-present", progress.present),
            count("staff-attestations-issued", progress.valid),
            count("staff-attestations-sent", progress.sent),
            count("staff-attestations-open", progress.open),
            count("staff-attestations-revoked", progress.revoked),
        ],
        done: (progress.present - progress.open).to_string(),
        all: if is_working && progress.present > 0 { progress.present.to_string() } else { String::new() },
        reload: if is_working { base.clone() } else { String::new() },
        issue: if over && !is_working && progress.open > 0 { base } else { String::new() },
        hidden: staff.token(),
    };
    let head = staff.event_head(&view, format!("{} – {}", staff.t("staff-attestations"), page.event));
    staff.page(StatusCode::OK, &head, &page)
}

/// `POST …/events/{event}/attestations`: everybody who was present gets theirs; asked twice, nobody gets two.
pub async fn issue(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    match staff.state.app.order_attestations(view.stored.event.id, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.event_href(&view, "/attestations"))),
        Err(AppError::WrongEventState(_)) => Err(Fault::Conflict.into()),
        Err(other) => Err(other.into()),
    }
}
