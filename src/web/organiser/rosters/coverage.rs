//! Coverage of a platform: who holds what where, what is vacant or about to be, and whom mail does not reach; also as a file.

use std::borrow::Cow;

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::{note_export, unwritten};
use crate::app::roster::coverage::{Coverage, Holder, Organisation, Post};
use crate::domain::platform::Platform;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::stats::export::Csv;
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;
use crate::web::organiser::export::send;
use crate::web::view::staff::{CoveragePage, CoverageRow, HolderRow, Tab};

/// What a tab shows.
const TABS: [&str; 4] = ["all", "vacant", "ending", "unreachable"];

const COLUMNS: [&str; 12] = [
    "organisation",
    "function",
    "status",
    "name",
    "email",
    "deputy",
    "until",
    "ending_soon",
    "last_presence",
    "unreachable",
    "held_until",
    "last_presence_of_organisation",
];

/// Whether a post belongs to a tab.
fn belongs(post: &Post, tab: &str) -> bool {
    match tab {
        "vacant" => post.is_vacant(),
        "ending" => post.holders.iter().any(|holder| holder.is_ending),
        "unreachable" => post.holders.iter().any(|holder| holder.is_unreachable),
        _ => true,
    }
}

/// `GET …/rosters/{platform}/coverage`
pub async fn show(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let platform = staff.platform(Action::SeeMembers, &path.1).await?;
    let coverage = staff.state.app.coverage(platform.id, staff.today()).await?;
    let asked = staff.query.get("tab");
    let current = TABS.into_iter().find(|tab| *tab == asked).unwrap_or("all");
    let base = staff.roster_href(&platform, "/coverage");
    let count = |tab: &str| coverage.organisations.iter().flat_map(|o| &o.posts).filter(|post| belongs(post, tab)).count();
    let tabs = TABS.map(|tab| Tab {
        href: if tab == "all" { base.clone() } else { format!("{base}?tab={tab}") },
        label: staff.word("staff-coverage", tab),
        count: format::number(staff.language, i64::try_from(count(tab)).unwrap_or(i64::MAX)),
        current: tab == current,
    });
    let rows = coverage.organisations.iter().flat_map(|organisation| organisation.posts.iter().map(move |post| (organisation, post)));
    let view = CoveragePage {
        platform: platform.name.get_or_any(staff.language).to_owned(),
        tabs: tabs.into(),
        rows: rows.filter(|(_, post)| belongs(post, current)).map(|(organisation, post)| row(&staff, &platform, organisation, post)).collect(),
        export: if staff.may(Action::Export, platform.id) { staff.roster_href(&platform, "/coverage.csv") } else { String::new() },
    };
    staff.page(StatusCode::OK, &staff.roster_head(&platform, format!("{} – {}", staff.t("staff-coverage"), view.platform)), &view)
}

fn row(staff: &Staff, platform: &Platform, organisation: &Organisation, post: &Post) -> CoverageRow {
    let day = |day| FluentValue::from(format::day_short(staff.language, day));
    let status = status_of(post);
    let mut notes = Vec::new();
    notes.extend(post.held_until.map(|end| staff.t_with("staff-held-until", &[("day", day(end))])));
    notes.extend(post.next_from.map(|start| staff.t_with("staff-next-from", &[("day", day(start))])));
    CoverageRow {
        organisation: organisation.name.clone(),
        function: staff.word("function", post.function.code()),
        holders: post.holders.iter().map(|holder| holder_row(staff, platform, holder)).collect(),
        notes,
        last: organisation.last_presence.map(|at| format::date_short(staff.language, at)).unwrap_or_default(),
        status: match status {
            "held" => "confirmed",
            "ending" => "waitlisted",
            _ => "rejected",
        },
        status_label: staff.word("staff-post", status),
    }
}

/// Where a function stands: the worst that is so.
fn status_of(post: &Post) -> &'static str {
    let holds = |holder: &&Holder| !holder.deputy;
    if !post.is_vacant() {
        return if post.holders.iter().filter(holds).all(|holder| holder.is_ending) { "ending" } else { "held" };
    }
    if post.holders.is_empty() { "vacant" } else { "deputy_only" }
}

fn holder_row(staff: &Staff, platform: &Platform, holder: &Holder) -> HolderRow {
    let day = |day| FluentValue::from(format::day_short(staff.language, day));
    HolderRow {
        name: holder.name.clone(),
        href: staff.roster_href(platform, &format!("/members/{}", holder.reference)),
        deputy: if holder.deputy { staff.t("staff-deputy") } else { String::new() },
        until: holder.until.map(|end| staff.t_with("staff-until", &[("day", day(end))])).unwrap_or_default(),
        last: holder.last_presence.map_or_else(
            || staff.t("staff-never-present"),
            |at| staff.t_with("staff-last-present", &[("day", FluentValue::from(format::date_short(staff.language, at)))]),
        ),
        unreachable: if holder.is_unreachable { staff.t("staff-unreachable") } else { String::new() },
    }
}

/// `GET …/rosters/{platform}/coverage.csv`: one line for each holder, and one for each vacancy.
pub async fn export(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let platform = staff.platform(Action::Export, &path.1).await?;
    let coverage = staff.state.app.coverage(platform.id, staff.today()).await?;
    let (table, count) = table(&coverage).map_err(unwritten)?;
    note_export(&staff, &platform, "coverage", count).await?;
    Ok(send("text/csv; charset=utf-8", &format!("{}-coverage.csv", platform.slug), table))
}

fn table(coverage: &Coverage) -> Result<(Vec<u8>, i64), csv::Error> {
    let (mut table, mut count) = (Csv::new(&COLUMNS)?, 0);
    let yes_no = |yes: bool| Cow::from(if yes { "yes" } else { "no" });
    let moment = |at: Option<crate::clock::Instant>| Cow::from(at.map(|at| format::brussels(at).0.to_string()).unwrap_or_default());
    let day = |day: Option<chrono::NaiveDate>| Cow::from(day.map(|day| day.to_string()).unwrap_or_default());
    for organisation in &coverage.organisations {
        for post in &organisation.posts {
            let mut line = |holder: Option<&Holder>| {
                count += 1;
                table.add([
                    organisation.name.as_str().into(),
                    post.function.code().into(),
                    status_of(post).into(),
                    holder.map_or("", |h| h.name.as_str()).into(),
                    holder.map_or("", |h| h.email.as_str()).into(),
                    holder.map_or("".into(), |h| yes_no(h.deputy)),
                    day(holder.and_then(|h| h.until)),
                    holder.map_or("".into(), |h| yes_no(h.is_ending)),
                    moment(holder.and_then(|h| h.last_presence)),
                    holder.map_or("".into(), |h| yes_no(h.is_unreachable)),
                    day(post.held_until),
                    moment(organisation.last_presence),
                ])
            };
            if post.holders.is_empty() {
                line(None)?;
            }
            for holder in &post.holders {
                line(Some(holder))?;
            }
        }
    }
    Ok((table.finish()?, count))
}
