//! A quarter is closed, or closed again with a reason: said what it means first.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::quarter::address;
use super::see_other;
use super::words::line_fault;
use crate::app::close_quarter::Grounds;
use crate::domain::edition::Edition;
use crate::domain::platform::Platform;
use crate::domain::staff::Action;
use crate::domain::text::TextFault;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::Link;
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, Input, Section};

type Path = web::Path<(String, String, String)>;

/// `GET …/figures/quarter/{platform}/{edition}/close`
pub async fn ask(staff: Staff, path: Path) -> Answer {
    let (platform, edition) = found(&staff, &path).await?;
    let faults = match staff.state.app.can_close_quarter(platform.id, edition, staff.now).await {
        Ok(()) => Vec::new(),
        Err(error) => super::words::explained(&staff, &error).ok_or(error)?,
    };
    draw(&staff, &platform, edition, "", &faults, StatusCode::OK).await
}

/// `POST …/figures/quarter/{platform}/{edition}/close`
pub async fn close(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let (platform, edition) = found(staff, &path).await?;
    let typed = posted.fields.get("reason");
    let faults = match read(typed) {
        Ok(reason) => match staff.state.app.close_quarter(platform.id, edition, reason, staff.actor(), staff.now).await {
            Ok(done) => {
                let done = if done.is_new { "quarter-closed" } else { "quarter-unchanged" };
                return Ok(see_other(&address(staff, &platform, edition, &format!("?done={done}"))));
            }
            Err(error) => posted.faults(error)?,
        },
        Err(fault) => vec![("reason".into(), line_fault(staff, "line", fault))],
    };
    draw(staff, &platform, edition, typed, &faults, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// The reason, when one was typed.
fn read(typed: &str) -> Result<Option<Grounds>, TextFault> {
    if typed.trim().is_empty() { Ok(None) } else { Grounds::parse(typed).map(Some) }
}

async fn found(staff: &Staff, path: &Path) -> Result<(Platform, Edition), Refusal> {
    let platform = staff.platform(Action::CloseQuarters, &path.1).await?;
    Ok((platform, path.2.parse().map_err(|_| Fault::NotFound)?))
}

async fn draw(staff: &Staff, platform: &Platform, edition: Edition, typed: &str, faults: &[(String, String)], status: StatusCode) -> Answer {
    let is_closed = staff.state.app.revisions(platform.id, edition).await?.iter().any(|each| each.report.closed.as_ref().is_some_and(|c| c.is_final));
    let input = Input::line("reason", staff.t("staff-reason"), typed).hinted(staff.t("staff-close-reason-hint"));
    let of = [("platform", FluentValue::from(platform.name.get_or_any(staff.language))), ("quarter", format::quarter(edition).into())];
    let page = FormPage {
        heading: staff.t_with(if is_closed { "staff-close-again" } else { "staff-close" }, &of),
        action: address(staff, platform, edition, "/close"),
        hidden: staff.token(),
        sections: vec![Section {
            legend: staff.t("staff-close-means"),
            hint: staff.t(if is_closed { "staff-close-again-what" } else { "staff-close-what" }),
            fields: if is_closed { vec![input] } else { Vec::new() },
        }],
        button: staff.t(if is_closed { "staff-close-again-do" } else { "staff-close-do" }),
        back: Link::new(address(staff, platform, edition, ""), staff.t("staff-back")),
        ..FormPage::default()
    };
    let head = staff.head(page.heading.clone()).with_errors(!faults.is_empty());
    staff.page(status, &head, &page.with_faults(faults))
}
