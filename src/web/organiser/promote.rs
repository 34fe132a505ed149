//! Somebody who waits is put before the others, with a reason.

use actix_web::web;
use fluent_bundle::FluentValue;

use super::registrations::{reason_words, registration};
use super::see_other;
use super::words::line_fault;
use crate::app::promote::{Grounds, Promoted, SHORTEST, Wish};
use crate::app::show::RegistrationView;
use crate::domain::event::Window;
use crate::domain::registration::State;
use crate::domain::seats::Reason;
use crate::domain::staff::Action;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, Input, Section};
use crate::web::view::{Hidden, Link};

/// Whether somebody waits and can still be put before others.
pub(super) fn can_promote(staff: &Staff, found: &RegistrationView) -> bool {
    let is_open = !matches!(found.event.stored.event.window(staff.now), Window::Past | Window::CalledOff);
    found.row.state == State::Waitlisted && found.row.erased_at.is_none() && is_open
}

/// `GET …/registrations/{reference}/promote`
pub async fn ask(staff: Staff, path: web::Path<(String, String, String)>) -> Answer {
    let found = waiting(&staff, &path).await?;
    let rule = staff.state.app.rule_in_the_way(found.row.id, staff.now).await?;
    draw(&staff, &found, rule.as_ref(), "", &[])
}

/// `POST …/registrations/{reference}/promote`
pub async fn promote(posted: Posted, path: web::Path<(String, String, String)>) -> Answer {
    let staff = &posted.staff;
    let found = waiting(staff, &path).await?;
    let typed = posted.fields.get("reason");
    let fault = match Grounds::parse(typed) {
        Ok(grounds) if grounds.as_str().chars().count() >= SHORTEST => {
            let wish = if posted.fields.get("wish") == "seat" { Wish::Seat } else { Wish::First };
            let done = match staff.state.app.promote_out_of_turn(found.row.id, wish, grounds, staff.actor(), staff.now).await {
                Ok(Promoted::Seat) => "promoted",
                Ok(Promoted::First(_)) => "put-first",
                Ok(Promoted::Refused(rule)) => {
                    let told = format!("{} {}", staff.t("staff-promote-no-seat"), reason_words(staff, &rule));
                    return draw(staff, &found, Some(&rule), typed, &[("form".into(), told)]);
                }
                Err(error) => {
                    let rule = staff.state.app.rule_in_the_way(found.row.id, staff.now).await?;
                    return draw(staff, &found, rule.as_ref(), typed, &posted.faults(error)?);
                }
            };
            return Ok(see_other(&staff.event_href(&found.event, &format!("/registrations/{}?done={done}", found.row.reference))));
        }
        Ok(_) => staff.t("staff-promote-short"),
        Err(fault) => line_fault(staff, "line", fault),
    };
    let rule = staff.state.app.rule_in_the_way(found.row.id, staff.now).await?;
    draw(staff, &found, rule.as_ref(), typed, &[("reason".into(), fault)])
}

async fn waiting(staff: &Staff, path: &(String, String, String)) -> Result<RegistrationView, Refusal> {
    let found = registration(staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    if can_promote(staff, &found) { Ok(found) } else { Err(Fault::Conflict.into()) }
}

/// The form says what can be had now: the seat, or the first place in line and why it is no more.
fn draw(staff: &Staff, found: &RegistrationView, rule: Option<&Reason>, typed: &str, faults: &[(String, String)]) -> Answer {
    let page_of = staff.event_href(&found.event, &format!("/registrations/{}", found.row.reference));
    let name = FluentValue::from(found.row.name.as_str());
    let place = FluentValue::from(found.waiting_place.unwrap_or(1));
    let (wish, lead) = match rule {
        None => ("seat", staff.t_with("staff-promote-seat-what", &[("name", name), ("place", place)])),
        Some(rule) => {
            let what = staff.t_with("staff-promote-first-what", &[("name", name), ("place", place)]);
            ("first", format!("{} {what}", reason_words(staff, rule)))
        }
    };
    let input = Input::line("reason", staff.t("staff-reason"), typed).hinted(staff.t("staff-promote-reason-hint"));
    let page = FormPage {
        heading: staff.t("staff-promote"),
        lead,
        action: format!("{page_of}/promote"),
        hidden: staff.token().into_iter().chain([Hidden::new("wish", wish)]).collect(),
        sections: vec![Section { legend: staff.t("staff-why"), hint: String::new(), fields: vec![input] }],
        button: staff.t(&format!("staff-promote-{wish}-do")),
        back: Link::new(page_of, staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(&found.event), page, faults)
}
