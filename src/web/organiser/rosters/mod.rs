//! Rosters: which there are, one of them with its tabs and its search, and the same as a file.

pub mod asking;
pub mod coverage;
pub mod import;
pub mod member;
pub mod objections;
mod words;

use actix_web::http::StatusCode;
use actix_web::web;
use chrono::NaiveDate;

use super::export::send;
use crate::app::AppError;
use crate::app::journal::Entry;
use crate::app::roster::show::Counts;
use crate::db::members::{ListFilter, Row};
use crate::db::types::Day;
use crate::domain::journal::{Change, Deed};
use crate::domain::member::Phase;
use crate::domain::platform::{Audience, Platform};
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::stats::export::Csv;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;
use crate::web::view::staff::{MemberRow, Roster, RosterRow, Rosters, Tab};
use crate::web::view::{Head, Hidden, Link};

/// Rows on a page.
const PAGE: i64 = 50;
/// Rows read at once for the file.
const BATCH: i64 = 1000;
/// The tab of a roster that shows every mandate.
const ALL: &str = "all";
/// The columns of the file: what an import reads, and when the holder last confirmed.
const COLUMNS: [&str; 10] = ["name", "email", "organisation", "sector", "function", "language", "start", "end", "deputy", "confirmed"];
/// The tab of mandates that were not confirmed in this quarter.
const UNCONFIRMED: &str = "unconfirmed";

impl Staff {
    /// The day in Brussels.
    fn today(&self) -> NaiveDate {
        format::brussels(self.now).0
    }

    /// The address of a roster's page or part.
    fn roster_href(&self, platform: &Platform, part: &str) -> String {
        self.href(&format!("/rosters/{}{part}", platform.slug))
    }

    /// The frame of a page below a roster.
    fn roster_head(&self, platform: &Platform, title: impl Into<String>) -> Head {
        let roster = Link::new(self.roster_href(platform, ""), platform.name.get_or_any(self.language));
        self.head(title).with_crumbs(vec![Link::new(self.href("/rosters"), self.t("staff-nav-rosters")), roster])
    }
}

/// `GET …/rosters`
pub async fn list(staff: Staff) -> Answer {
    let rosters = staff.state.app.rosters_for(&staff.who.grants, staff.today()).await?;
    let number = |n: u32| format::number(staff.language, i64::from(n));
    let rows = rosters.iter().map(|(platform, counts)| RosterRow {
        name: platform.name.get_or_any(staff.language).to_owned(),
        href: staff.roster_href(platform, ""),
        audience: staff.word("audience", platform.audience.code()),
        current: number(counts.current),
        ending: number(counts.ending),
        ending_href: if counts.ending > 0 { staff.roster_href(platform, "?tab=ending") } else { String::new() },
        ended: number(counts.ended),
        coverage: staff.roster_href(platform, "/coverage"),
    });
    staff.page(StatusCode::OK, &staff.head(staff.t("staff-nav-rosters")), &Rosters { rows: rows.collect() })
}

/// `GET …/rosters/{platform}`
pub async fn show(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let platform = staff.platform(Action::SeeMembers, &path.1).await?;
    let app = &staff.state.app;
    let asks = platform.asks_its_holders();
    let tab = Selected::of(staff.query.get("tab"), asks);
    let page = staff.query.get("page").parse::<u32>().unwrap_or(1).clamp(1, 100_000);
    let filter = ListFilter {
        phase: tab.phase().map(|phase| (phase, staff.today())),
        unconfirmed_on: (tab == Selected::Unconfirmed).then(|| staff.today()),
        search: staff.query.get("q").chars().take(200).collect(),
        offset: i64::from(page - 1) * PAGE,
        limit: PAGE + 1,
        ..ListFilter::default()
    };
    let mut rows = app.members_of(platform.id, filter.clone()).await?;
    let has_more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    let counts = app.roster_counts(platform.id, staff.today()).await?;
    let unconfirmed = if asks { Some(app.unconfirmed_count(platform.id, staff.today()).await?) } else { None };
    let base = staff.roster_href(&platform, "");
    let may_manage = staff.may(Action::ManageMembers, platform.id);
    let part = |allowed: bool, part: &str| if allowed { staff.roster_href(&platform, part) } else { String::new() };
    let at_page = |page: u32| staff.query.with(&[("page", &page.to_string())]).address(&base);
    let view = Roster {
        platform: platform.name.get_or_any(staff.language).to_owned(),
        tabs: tabs(&staff, &base, counts, unconfirmed, tab),
        search: filter.search,
        action: base.clone(),
        hidden: vec![Hidden::new("tab", tab.code())],
        rows: rows.iter().map(|row| member_row(&staff, &platform, row)).collect::<Result<_, _>>()?,
        next: if has_more { at_page(page + 1) } else { String::new() },
        first: if page > 1 { staff.query.with(&[("page", "")]).address(&base) } else { String::new() },
        add: part(may_manage, "/add"),
        import: part(may_manage, "/import"),
        export: part(staff.may(Action::Export, platform.id), "/members.csv"),
        coverage: part(true, "/coverage"),
        asking: part(may_manage && platform.audience == Audience::Members, "/asking"),
        asks,
        is_new: counts.all() == 0,
    };
    let crumbs = vec![Link::new(staff.href("/rosters"), staff.t("staff-nav-rosters"))];
    let head = staff.head(format!("{} – {}", staff.t("staff-roster"), view.platform)).with_crumbs(crumbs);
    staff.page(StatusCode::OK, &head, &view)
}

/// What a roster shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Selected {
    Of(Phase),
    Unconfirmed,
    All,
}

impl Selected {
    fn of(word: &str, asks: bool) -> Self {
        match word {
            ALL => Self::All,
            UNCONFIRMED if asks => Self::Unconfirmed,
            other => Self::Of(Phase::from_code(other).unwrap_or(Phase::Current)),
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Of(phase) => phase.code(),
            Self::Unconfirmed => UNCONFIRMED,
            Self::All => ALL,
        }
    }

    fn phase(self) -> Option<Phase> {
        if let Self::Of(phase) = self { Some(phase) } else { None }
    }
}

fn tabs(staff: &Staff, base: &str, counts: Counts, unconfirmed: Option<u32>, current: Selected) -> Vec<Tab> {
    let tab = |code: &str, label: String, count: u32, is_current: bool| Tab {
        href: staff.query.with(&[("tab", code), ("page", "")]).address(base),
        label,
        count: format::number(staff.language, i64::from(count)),
        current: is_current,
    };
    let phases = Phase::ALL.iter().filter(|phase| **phase != Phase::ToCome || counts.to_come > 0 || current == Selected::Of(Phase::ToCome));
    let of = |phase: &Phase| tab(phase.code(), staff.word("staff-phase", phase.code()), counts.of(*phase), current == Selected::Of(*phase));
    let unconfirmed = unconfirmed.map(|n| tab(UNCONFIRMED, staff.t("staff-unconfirmed"), n, current == Selected::Unconfirmed));
    let all = tab(ALL, staff.t("staff-all"), counts.all(), current == Selected::All);
    phases.map(of).chain(unconfirmed).chain([all]).collect()
}

fn member_row(staff: &Staff, platform: &Platform, row: &Row) -> Result<MemberRow, AppError> {
    let mandate = row.mandate()?;
    let phase = mandate.phase(staff.today());
    Ok(MemberRow {
        name: row.name.clone(),
        href: staff.roster_href(platform, &format!("/members/{}", row.reference)),
        email: row.email.clone(),
        organisation: row.organisation_name.clone(),
        sector: staff.word("sector", row.sector.code()),
        function: staff.word("function", row.function.code()),
        deputy: if row.deputy { staff.t("staff-deputy") } else { String::new() },
        term: words::term(staff, &mandate),
        confirmed: if platform.asks_its_holders() { words::confirmed(staff, row)? } else { String::new() },
        phase: words::class_of(phase),
        phase_label: staff.word("staff-phase-of", phase.code()),
    })
}

/// `GET …/rosters/{platform}/members.csv`: every mandate, safe to open in a spreadsheet, as an import reads it.
pub async fn export(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let platform = staff.platform(Action::SeeMembers, &path.1).await?;
    let platform = staff.platform(Action::Export, platform.slug.as_str()).await?;
    let (mut table, mut count) = (Csv::new(&COLUMNS).map_err(unwritten)?, 0);
    loop {
        let filter = ListFilter { offset: count, limit: BATCH, ..ListFilter::default() };
        let rows = staff.state.app.members_of(platform.id, filter).await?;
        for row in &rows {
            table.add(cells(row)).map_err(unwritten)?;
        }
        count += rows.len() as i64;
        if (rows.len() as i64) < BATCH {
            break;
        }
    }
    let bytes = table.finish().map_err(unwritten)?;
    note_export(&staff, &platform, "members", count).await?;
    Ok(send("text/csv; charset=utf-8", &format!("{}-members.csv", platform.slug), bytes))
}

fn cells(row: &Row) -> Vec<std::borrow::Cow<'_, str>> {
    vec![
        row.name.as_str().into(),
        row.email.as_str().into(),
        row.organisation_name.as_str().into(),
        row.sector.code().into(),
        row.function.code().into(),
        row.language.code().into(),
        row.starts_on.to_string().into(),
        row.ends_on.map(|day| day.to_string()).unwrap_or_default().into(),
        if row.deputy { "yes" } else { "no" }.into(),
        row.confirmed_at.map(|at| Day(format::brussels(at.0).0).to_string()).unwrap_or_default().into(),
    ]
}

/// Names left the house: written down before they do.
async fn note_export(staff: &Staff, platform: &Platform, what: &str, rows: i64) -> Result<(), AppError> {
    let change = Change::to(&serde_json::json!({ "kind": what, "rows": rows }));
    let subject = format!("roster:{}", platform.slug);
    let entry = Entry { platform: Some(platform.id), ..Entry::of(staff.actor(), Deed::MembersExported, subject, change) };
    staff.state.app.note_deed(entry, staff.now).await
}

fn unwritten(error: csv::Error) -> Refusal {
    AppError::Fault(crate::db::DbError::Other(error.to_string())).into()
}
