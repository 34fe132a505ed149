//! Whether the holders of a platform's mandates are asked once a quarter: said by an organiser, who sees first what it means.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use crate::domain::platform::{Audience, Platform};
use crate::domain::staff::Action;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::see_other;
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, Section};
use crate::web::view::{Hidden, Link};

type Path = web::Path<(String, String)>;

/// `GET …/rosters/{platform}/asking`
pub async fn form(staff: Staff, path: Path) -> Answer {
    let platform = found(&staff, &path.1).await?;
    let asks = platform.asks_holders;
    let due = staff.state.app.count_to_ask(platform.id, staff.today()).await?;
    let mut hidden = vec![Hidden::new("asks", if asks { "no" } else { "yes" })];
    hidden.extend(staff.token());
    let back = Link::new(staff.roster_href(&platform, ""), staff.t("staff-back"));
    let standing = if asks { staff.t("staff-asking-stop-what") } else { staff.t_with("staff-asking-due", &[("n", FluentValue::from(due))]) };
    let page = FormPage {
        heading: staff.t(if asks { "staff-asking-on" } else { "staff-asking-off" }),
        lead: platform.name.get_or_any(staff.language).to_owned(),
        action: staff.roster_href(&platform, "/asking"),
        hidden,
        sections: vec![Section {
            legend: staff.t("staff-asking-how"),
            hint: format!("{} {standing}", staff.t("staff-asking-what")),
            ..Section::default()
        }],
        button: staff.t(if asks { "staff-asking-stop" } else { "staff-asking-start" }),
        back,
        ..FormPage::default()
    };
    staff.page(StatusCode::OK, &staff.roster_head(&platform, page.heading.clone()), &page)
}

/// `POST …/rosters/{platform}/asking`
pub async fn set(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let platform = found(staff, &path.1).await?;
    let asks = match posted.fields.get("asks") {
        "yes" => true,
        "no" => false,
        // Not a form of ours.
        _ => return Ok(see_other(&staff.roster_href(&platform, "/asking"))),
    };
    staff.state.app.set_asking(platform.id, asks, staff.actor(), staff.now).await?;
    let done = if asks { "asking-on" } else { "asking-off" };
    Ok(see_other(&staff.roster_href(&platform, &format!("?done={done}"))))
}

/// A platform whose roster may be written; where no mandate lets anybody in, there is nobody to ask.
async fn found(staff: &Staff, slug: &str) -> Result<Platform, Refusal> {
    let platform = staff.platform(Action::ManageMembers, slug).await?;
    if platform.audience == Audience::Members { Ok(platform) } else { Err(Fault::NotFound.into()) }
}
