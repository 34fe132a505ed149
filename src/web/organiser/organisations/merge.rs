//! Merging two organisations: which other one, what it would do, and doing it.

use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use super::{Path, facts, found};
use crate::app::AppError;
use crate::app::organisations::merge::Preview;
use crate::app::organisations::show::{View, id_of};
use crate::db::organisations::registry::ListFilter;
use crate::domain::ids::OrganisationId;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::see_other;
use crate::web::view::public::Fault;
use crate::web::view::staff::{Candidate, MergePage, Pair};
use crate::web::view::{Hidden, Link};

/// Organisations to choose from.
const SHOWN: i64 = 20;

/// `GET …/organisations/{organisation}/merge`: with `into`, what it would do.
pub async fn ask(staff: Staff, path: Path) -> Answer {
    let view = found(&staff, &path.1).await?;
    match staff.query.get("into") {
        "" => choose(&staff, &view).await,
        into => {
            let preview = preview(&staff, view.row.id, into).await?;
            draw(&staff, &preview, None)
        }
    }
}

/// `POST …/organisations/{organisation}/merge`
pub async fn merge(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let view = found(staff, &path.1).await?;
    let Some(into) = id_of(posted.fields.get("into")) else { return Err(Fault::BadRequest.into()) };
    let seen = |field: &str| posted.fields.get(field).parse::<i32>().unwrap_or(-1);
    let seen = (seen("seen"), seen("into_seen"));
    match staff.state.app.merge_organisations(view.row.id, into, seen, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.organisation_href(into, "?done=organisations-merged"))),
        Err(AppError::Stale) => {
            let now = preview(staff, view.row.id, posted.fields.get("into")).await?;
            draw(staff, &now, Some((StatusCode::CONFLICT, "staff-merge-stale")))
        }
        // The preview says so.
        Err(AppError::Taken("mandate")) => {
            let now = preview(staff, view.row.id, posted.fields.get("into")).await?;
            draw(staff, &now, Some((StatusCode::CONFLICT, "")))
        }
        Err(error) => Err(error.into()),
    }
}

async fn preview(staff: &Staff, goes: OrganisationId, into: &str) -> Result<Preview, Refusal> {
    let stays = id_of(into).ok_or(Fault::NotFound)?;
    Ok(staff.state.app.merge_preview(goes, stays).await?)
}

async fn choose(staff: &Staff, view: &View) -> Answer {
    let search: String = staff.query.get("q").chars().take(200).collect();
    let (app, id) = (&staff.state.app, view.row.id);
    let mut filter = ListFilter { search: search.clone(), limit: SHOWN + 1, ..ListFilter::default() };
    if search.is_empty() {
        filter.only = Some(app.organisations_like(id).await?);
    }
    let rows = app.organisations_for(&staff.who.grants, filter).await?;
    let rows = rows.into_iter().filter(|row| row.id != id).take(SHOWN as usize);
    let name = FluentValue::from(view.row.name.as_str());
    let page = MergePage {
        name: view.row.name.clone(),
        action: staff.organisation_href(id, "/merge"),
        found: staff.t(if search.is_empty() { "staff-merge-alike" } else { "staff-merge-found" }),
        candidates: rows
            .map(|row| Candidate {
                name: row.name.clone(),
                href: staff.organisation_href(row.id, ""),
                second: staff.word("sector", row.sector.code()),
                status_label: staff.organisation_status(&row).1,
                look: staff.organisation_href(id, &format!("/merge?into={}", row.id)),
            })
            .collect(),
        search,
        lead: staff.t_with("staff-merge-choose", &[("name", name)]),
        back: Link::new(staff.organisation_href(id, ""), staff.t("staff-merge-not")),
        ..MergePage::default()
    };
    staff.page(StatusCode::OK, &staff.organisation_head(Some((id, &view.row.name)), staff.t("staff-merge-start")), &page)
}

fn draw(staff: &Staff, preview: &Preview, trouble: Option<(StatusCode, &str)>) -> Answer {
    let Preview { goes: (loser, _), stays: (winner, _), becomes, moves, lost, twice } = preview;
    let number = |n: i64| format::number(staff.language, n);
    let names = [("goes", FluentValue::from(loser.name.as_str())), ("stays", FluentValue::from(winner.name.as_str()))];
    let counts = [
        ("staff-registrations", moves.registrations),
        ("staff-people", moves.people),
        ("staff-mandates", moves.members),
        ("staff-merge-names", moves.names + 1),
        ("staff-mail-domains", moves.domains),
    ];
    let mut notes = vec![staff.t("staff-merge-figures"), staff.t("staff-merge-seats")];
    notes.extend(lost.iter().map(|lost| staff.t_with("staff-merge-lost", &[("number", FluentValue::from(lost.to_string()))])));
    notes.push(staff.t("staff-merge-for-good"));
    let kept = trouble.map(|(_, key)| key).filter(|key| !key.is_empty()).map(|key| staff.t(key));
    let held = (*twice > 0).then(|| staff.t_with("staff-merge-twice", &[("n", FluentValue::from(*twice))]));
    let mut hidden = staff.token();
    hidden.push(Hidden::new("into", winner.id.to_string()));
    hidden.push(Hidden::new("seen", loser.revision.to_string()));
    hidden.push(Hidden::new("into_seen", winner.revision.to_string()));
    let mut is = vec![Pair::new(staff.t("staff-name"), winner.name.clone())];
    is.extend(facts(staff, becomes));
    let page = MergePage {
        name: loser.name.clone(),
        action: staff.organisation_href(loser.id, "/merge"),
        is_shown: true,
        lead: staff.t_with("staff-merge-lead", &names),
        moves: counts.iter().map(|(key, n)| Pair::new(staff.t(key), number(*n))).collect(),
        becomes: is,
        notes,
        can: held.is_none(),
        trouble: kept.or(held).unwrap_or_default(),
        hidden,
        turned: staff.organisation_href(winner.id, &format!("/merge?into={}", loser.id)),
        back: Link::new(staff.organisation_href(loser.id, ""), staff.t("staff-merge-not")),
        ..MergePage::default()
    };
    let head = staff.organisation_head(Some((loser.id, &loser.name)), staff.t("staff-merge-look"));
    staff.page(trouble.map_or(StatusCode::OK, |(status, _)| status), &head, &page)
}
