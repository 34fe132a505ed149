//! The dashboard: how platforms stand, and what happened on them over up to eight quarters. Counts only, no names of people.

mod charts;
mod stands;

use actix_web::http::StatusCode;
use actix_web::web;
use charts::Charts;
use fluent_bundle::FluentValue;

use crate::app::dashboard::DashboardQuery;
use crate::domain::edition::Edition;
use crate::domain::platform::Platform;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::stats::dashboard::{MOST_QUARTERS, Part};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;
use crate::web::view::public::Fault;
use crate::web::view::staff::{DashboardPage, Input};
use crate::web::view::{FormError, Link};

/// Quarters that the filter offers at least.
const OFFERED: usize = 16;
/// Most of them.
const MOST_OFFERED: usize = 60;

/// What is shown.
struct Filter {
    /// Those whose figures may be seen.
    platforms: Vec<Platform>,
    from: Edition,
    to: Edition,
    platform: Option<Platform>,
    sector: Option<Sector>,
    /// What was asked for and cannot be shown: the field, and why.
    faults: Vec<(&'static str, String)>,
}

/// `GET …/dashboard`
pub async fn show(staff: Staff) -> Answer {
    part(staff, Part::Overview).await
}

/// `GET …/dashboard/{part}`
pub async fn show_part(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let asked = Part::from_code(&path.1).ok_or(Fault::NotFound)?;
    part(staff, asked).await
}

async fn part(staff: Staff, part: Part) -> Answer {
    let filter = read(&staff).await?;
    let mut page = DashboardPage {
        fields: fields(&staff, &filter),
        action: href(&staff, part),
        called: staff.t("staff-dash-parts"),
        tabs: Part::ALL.iter().map(|each| tab(&staff, *each, part)).collect(),
        script: staff.state.pages.assets().href("dashboard.js").to_owned(),
        ..DashboardPage::default()
    };
    for (id, text) in &filter.faults {
        if let Some(field) = page.fields.iter_mut().find(|field| field.id == *id) {
            field.error.clone_from(text);
            page.errors.push(FormError { field: (*id).into(), label: field.label.clone(), text: text.clone() });
        }
    }
    let has_faults = !page.errors.is_empty();
    if !has_faults {
        fill(&staff, &filter, part, &mut page).await?;
    }
    let status = if has_faults { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    staff.page(status, &staff.head(staff.t("staff-dash")).with_errors(has_faults), &page)
}

async fn fill(staff: &Staff, filter: &Filter, part: Part, page: &mut DashboardPage) -> Result<(), Refusal> {
    let shown: Vec<&Platform> = filter.platforms.iter().filter(|each| filter.platform.as_ref().is_none_or(|only| only.id == each.id)).collect();
    let ids: Vec<_> = shown.iter().map(|platform| platform.id).collect();
    if part == Part::Overview {
        let quarter = format::quarter(Edition::of(format::brussels(staff.now).0));
        page.standing = staff.t_with("staff-dash-standing", &[("quarter", quarter.into())]);
        page.stands = stands::rows(staff, staff.state.app.standings(ids.clone(), staff.now).await?);
    }
    page.scope = scope(staff, filter);
    if filter.sector.is_some() && part != Part::Overview {
        page.notes.push(staff.t("staff-dash-no-sector"));
    }
    if part == Part::People && filter.sector.is_some() {
        return Ok(());
    }
    let query = DashboardQuery { platforms: ids, from: filter.from, to: filter.to, part };
    let read = staff.state.app.dashboard(query, staff.now).await?;
    let charts = Charts::of(staff, &read, filter.sector);
    page.charts = charts.of_part(part);
    if page.charts.is_empty() {
        page.notes.push(staff.t("staff-dash-nothing"));
    }
    if part == Part::People && shown.len() > 1 {
        page.notes.push(staff.t("staff-dash-each-platform"));
    }
    page.notes.push(staff.t("quarter-internal"));
    page.notes.push(staff.t("staff-dash-publish"));
    Ok(())
}

fn href(staff: &Staff, part: Part) -> String {
    match part {
        Part::Overview => staff.href("/dashboard"),
        other => staff.href(&format!("/dashboard/{other}")),
    }
}

fn tab(staff: &Staff, part: Part, shown: Part) -> Link {
    let href = staff.query.address(&href(staff, part));
    Link { current: part == shown, ..Link::new(href, staff.word("staff-dash-part", part.code())) }
}

/// Reads the filter. The last eight quarters when nothing is given.
async fn read(staff: &Staff) -> Result<Filter, Refusal> {
    staff.require_somewhere(Action::SeeFigures)?;
    let platforms: Vec<Platform> = staff.state.app.platforms().await?.into_iter().filter(|p| staff.may(Action::SeeFigures, p.id)).collect();
    let mut faults = Vec::new();
    let mut refuse = |field: &'static str, key: &str, value: &str| {
        let value: String = value.chars().take(60).collect();
        faults.push((field, staff.t_with(key, &[("value", FluentValue::from(value))])));
    };
    let mut quarter = |field: &'static str| match staff.query.get(field) {
        "" => None,
        typed => typed.parse::<Edition>().map_err(|_| refuse(field, "staff-dash-fault-quarter", typed)).ok(),
    };
    let (from, to) = (quarter("from"), quarter("to"));
    let to = to.unwrap_or_else(|| Edition::of(format::brussels(staff.now).0));
    let earliest = (1..MOST_QUARTERS).fold(to, |edition, _| edition.previous());
    let from = from.unwrap_or(earliest);
    if from > to {
        refuse("to", "staff-dash-fault-order", &format::quarter(to));
    } else if from < earliest {
        refuse("from", "staff-dash-fault-long", &format::quarter(earliest));
    }
    let platform = match staff.query.get("platform") {
        "" => None,
        slug => {
            let found = platforms.iter().find(|platform| platform.slug.as_str() == slug).cloned();
            if found.is_none() {
                refuse("platform", "staff-dash-fault-platform", slug);
            }
            found
        }
    };
    let sector = match staff.query.get("sector") {
        "" => None,
        code => {
            let found = Sector::from_code(code);
            if found.is_none() {
                refuse("sector", "staff-dash-fault-sector", code);
            }
            found
        }
    };
    Ok(Filter { platforms, from, to, platform, sector, faults })
}

fn fields(staff: &Staff, filter: &Filter) -> Vec<Input> {
    let latest = Edition::of(format::brussels(staff.now).0).next().max(filter.to);
    let all: Vec<Edition> = std::iter::successors(Some(latest), |edition| Some(edition.previous()))
        .enumerate()
        .take_while(|(n, edition)| *n < OFFERED || (*edition >= filter.from && *n < MOST_OFFERED))
        .map(|(_, edition)| edition)
        .collect();
    let quarters = || all.iter().map(|edition| (edition.to_string(), format::quarter(*edition)));
    let every = |key: &str| (String::new(), staff.t(key));
    let names = filter.platforms.iter().map(|p| (p.slug.to_string(), p.name.get_or_any(staff.language).to_owned()));
    let sectors = Sector::ALL.iter().map(|sector| (sector.code().to_owned(), staff.word("sector", sector.code())));
    vec![
        Input::choice("from", staff.t("staff-from"), &filter.from.to_string(), quarters()),
        Input::choice("to", staff.t("staff-to"), &filter.to.to_string(), quarters()),
        Input::choice(
            "platform",
            staff.t("staff-platform"),
            filter.platform.as_ref().map_or("", |p| p.slug.as_str()),
            std::iter::once(every("staff-all-platforms")).chain(names),
        ),
        Input::choice(
            "sector",
            staff.t("staff-sector"),
            filter.sector.map_or("", |sector| sector.code()),
            std::iter::once(every("staff-dash-all-sectors")).chain(sectors),
        ),
    ]
}

fn scope(staff: &Staff, filter: &Filter) -> String {
    let platform = filter.platform.as_ref().map_or_else(|| staff.t("staff-all-platforms"), |p| p.name.get_or_any(staff.language).to_owned());
    let mut parts = vec![platform];
    parts.extend(filter.sector.map(|sector| staff.word("sector", sector.code())));
    parts.push(match filter.from == filter.to {
        true => format::quarter(filter.from),
        false => format!("{} – {}", format::quarter(filter.from), format::quarter(filter.to)),
    });
    parts.join(", ")
}
