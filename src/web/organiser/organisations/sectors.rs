//! Sectors to look at: somebody said another one than their organisation is registered with.

use actix_web::http::StatusCode;
use std::collections::HashMap;

use super::tabs;
use crate::app::AppError;
use crate::app::organisations::sectors::{Decision, events_to_decide};
use crate::db::events::Filter;
use crate::domain::ids::RegistrationId;
use crate::domain::registration::SwitchRefusal;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::see_other;
use crate::web::view::Hidden;
use crate::web::view::public::Fault;
use crate::web::view::staff::{SectorCase, SectorCases};

/// Cases on a page.
const PAGE: i64 = 50;

/// `GET …/organisations/sectors`
pub async fn list(staff: Staff) -> Answer {
    draw(&staff, StatusCode::OK, String::new()).await
}

/// `POST …/organisations/sectors`
pub async fn decide(posted: Posted) -> Answer {
    let staff = &posted.staff;
    staff.require_somewhere(Action::ManageRegistrations)?;
    let registered = Sector::from_code(posted.fields.get("registered"));
    let decision = match posted.fields.get("decision") {
        "keep" => Decision::Keep,
        "take" => Decision::Take,
        _ => return Err(Fault::BadRequest.into()),
    };
    let Some(registered) = registered else { return Err(Fault::BadRequest.into()) };
    let app = &staff.state.app;
    let id = app.registration_to_decide(&staff.who.grants, posted.fields.get("registration")).await?;
    match app.decide_sector(id, registered, decision, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.href("/organisations/sectors?done=sector-decided"))),
        Err(AppError::Stale) => draw(staff, StatusCode::CONFLICT, staff.t("staff-sector-stale")).await,
        Err(AppError::Switch(SwitchRefusal::Full(_))) => draw(staff, StatusCode::CONFLICT, staff.t("staff-sector-full")).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(staff: &Staff, status: StatusCode, trouble: String) -> Answer {
    staff.require_somewhere(Action::ManageRegistrations)?;
    let app = &staff.state.app;
    let views = app.events_for(&staff.who.grants, Filter::default()).await?;
    let events = events_to_decide(&staff.who.grants, &views, staff.now);
    let after = staff.query.get("after").parse().ok().map(RegistrationId);
    let mut cases = app.sector_cases(events, after, PAGE + 1).await?;
    let has_more = cases.len() as i64 > PAGE;
    cases.truncate(PAGE as usize);
    let by_id: HashMap<_, _> = views.iter().map(|view| (view.stored.event.id, view)).collect();
    let base = staff.href("/organisations/sectors");
    let next = cases.last().filter(|_| has_more).map(|case| format!("{base}?after={}", case.registration.id));
    let rows = cases.iter().filter_map(|case| {
        let view = by_id.get(&case.registration.event_id)?;
        let reference = case.registration.reference.to_string();
        let mut hidden = staff.token();
        hidden.push(Hidden::new("registration", &reference));
        hidden.push(Hidden::new("registered", case.registered.code()));
        Some(SectorCase {
            name: case.registration.name.clone(),
            href: staff.event_href(view, &format!("/registrations/{reference}")),
            event: staff.title(view),
            organisation: case.name.clone(),
            organisation_href: staff.organisation_href(case.organisation, ""),
            declared: staff.word("sector", case.registration.sector.code()),
            registered: staff.word("sector", case.registered.code()),
            hidden,
        })
    });
    let view = SectorCases { rows: rows.collect(), tabs: tabs(staff, "sectors").await?, action: base, next: next.unwrap_or_default(), trouble };
    staff.page(status, &staff.organisation_head(None, staff.t("staff-sector-cases")), &view)
}
