//! How many working days there are to object to a guest of a platform.

use actix_web::web;

use crate::app::AppError;
use crate::domain::guest::PERIODS;
use crate::domain::platform::{Audience, Platform};
use crate::domain::staff::Action;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::see_other;
use crate::web::view::Link;
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, Input, Section};

type Path = web::Path<(String, String)>;

/// `GET …/rosters/{platform}/objections`
pub async fn form(staff: Staff, path: Path) -> Answer {
    let platform = found(&staff, &path.1).await?;
    draw(&staff, &platform, &platform.objection_days.to_string(), &[])
}

/// `POST …/rosters/{platform}/objections`
pub async fn set(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let platform = found(staff, &path.1).await?;
    let typed = posted.fields.get("days").trim();
    let wrong = || [("days".to_owned(), staff.t("staff-fault-objection-days"))];
    let Some(days) = typed.parse::<u32>().ok().filter(|days| PERIODS.contains(days)) else { return draw(staff, &platform, typed, &wrong()) };
    match staff.state.app.set_objection_days(platform.id, days, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.roster_href(&platform, "?done=objection-days-set"))),
        Err(AppError::Invalid { .. }) => draw(staff, &platform, typed, &wrong()),
        Err(other) => Err(other.into()),
    }
}

async fn found(staff: &Staff, slug: &str) -> Result<Platform, Refusal> {
    let platform = staff.platform(Action::ManageMembers, slug).await?;
    if platform.audience == Audience::Members { Ok(platform) } else { Err(Fault::NotFound.into()) }
}

fn draw(staff: &Staff, platform: &Platform, typed: &str, faults: &[(String, String)]) -> Answer {
    let field = Input::line("days", staff.t("staff-objection-days"), typed).of_kind("number").hinted(staff.t("staff-objection-days-hint"));
    let page = FormPage {
        heading: staff.t("staff-objections"),
        lead: platform.name.get_or_any(staff.language).to_owned(),
        action: staff.roster_href(platform, "/objections"),
        hidden: staff.token(),
        sections: vec![Section { legend: staff.t("staff-guests"), fields: vec![field], ..Section::default() }],
        button: staff.t("staff-save"),
        back: Link::new(staff.roster_href(platform, ""), staff.t("staff-back")),
        ..FormPage::default()
    };
    super::member::form(staff, platform, page, faults)
}
