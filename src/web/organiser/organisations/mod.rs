//! Organisations: the registry as a list, and one of them. Everybody with the role sees what is registered; what was only named, and
//! who may write, is for who works on all platforms.

pub mod form;
pub mod merge;
pub mod sectors;

use actix_web::http::StatusCode;
use actix_web::web;

use super::see_other;
use crate::app::organisations::sectors::events_to_decide;
use crate::app::organisations::show::{Found, View};
use crate::db::events::Filter;
use crate::db::organisations::Row;
use crate::db::organisations::registry::ListFilter;
use crate::domain::ids::OrganisationId;
use crate::domain::language::Language;
use crate::domain::organisation::{EnterpriseNumber, Organisation};
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;
use crate::web::view::public::Fault;
use crate::web::view::staff::{OrganisationPage, OrganisationRow, Organisations, Pair, ShareRow, Tab};
use crate::web::view::{Head, Hidden, Link};

/// Rows on a page.
const PAGE: i64 = 50;

type Path = web::Path<(String, String)>;

impl Staff {
    /// Whether the reader sees everything of the registry.
    fn sees_all_organisations(&self) -> bool {
        self.who.grants.allow_everywhere(Action::SeeOrganisations)
    }

    /// Whether the reader may write in it: it is shared by all platforms.
    fn keeps_organisations(&self) -> bool {
        self.who.grants.allow_everywhere(Action::ManageOrganisations)
    }

    /// Refuses who may not.
    fn require_keeper(&self) -> Result<(), Refusal> {
        if self.keeps_organisations() { Ok(()) } else { Err(Fault::Forbidden.into()) }
    }

    /// The address of an organisation's page or part.
    fn organisation_href(&self, id: OrganisationId, part: &str) -> String {
        self.href(&format!("/organisations/{id}{part}"))
    }

    /// The frame of a page below the registry, and below one organisation.
    fn organisation_head(&self, of: Option<(OrganisationId, &str)>, title: impl Into<String>) -> Head {
        let mut crumbs = vec![Link::new(self.href("/organisations"), self.t("staff-nav-organisations"))];
        crumbs.extend(of.map(|(id, name)| Link::new(self.organisation_href(id, ""), name)));
        self.head(title).with_crumbs(crumbs)
    }

    /// Look and words of whether an organisation is registered.
    fn organisation_status(&self, row: &Row) -> (&'static str, String) {
        let (look, key) =
            if row.registered_at.is_some() { ("confirmed", "staff-organisation-registered") } else { ("waitlisted", "staff-organisation-named") };
        (look, self.t(key))
    }
}

/// `GET …/organisations`
pub async fn list(staff: Staff) -> Answer {
    let app = &staff.state.app;
    let tab = Some(staff.query.get("tab")).filter(|tab| ["registered", "named"].contains(tab)).unwrap_or("all").to_owned();
    let filter = ListFilter {
        registered: match tab.as_str() {
            "registered" => Some(true),
            "named" => Some(false),
            _ => None,
        },
        search: staff.query.get("q").chars().take(200).collect(),
        after: Some(staff.query.get("after").to_owned()).filter(|key| !key.is_empty() && !key.contains(char::is_control)),
        limit: PAGE + 1,
        ..ListFilter::default()
    };
    let (search, is_first) = (filter.search.clone(), filter.after.is_none());
    let mut rows = app.organisations_for(&staff.who.grants, filter).await?;
    let has_more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    let base = staff.href("/organisations");
    let next = rows.last().filter(|_| has_more).map(|row| staff.query.with(&[("after", &row.name_key)]).address(&base));
    let sheets = app.sheets_of(&staff.who.grants, rows).await?;
    let view = Organisations {
        tabs: tabs(&staff, &tab).await?,
        search,
        action: base.clone(),
        hidden: vec![Hidden::new("tab", tab)],
        rows: sheets.iter().map(|(row, sheet)| row_of(&staff, row, sheet)).collect(),
        next: next.unwrap_or_default(),
        first: if is_first { String::new() } else { staff.query.with(&[("after", "")]).address(&base) },
        add: if staff.keeps_organisations() { staff.href("/organisations/new") } else { String::new() },
    };
    staff.page(StatusCode::OK, &staff.head(staff.t("staff-nav-organisations")), &view)
}

/// The tabs of the registry and, for who decides about registrations, the sectors to look at.
async fn tabs(staff: &Staff, current: &str) -> Result<Vec<Tab>, Refusal> {
    let tab = |code: &str, key: &str, count: i64| Tab {
        href: staff.href(&if code == "sectors" { "/organisations/sectors".to_owned() } else { format!("/organisations?tab={code}") }),
        label: staff.t(key),
        count: format::number(staff.language, count),
        current: code == current,
    };
    let mut tabs = Vec::new();
    if staff.sees_all_organisations() {
        let (registered, named) = staff.state.app.organisation_counts().await?;
        tabs.push(tab("all", "staff-all", registered + named));
        tabs.push(tab("registered", "staff-organisations-registered", registered));
        tabs.push(tab("named", "staff-organisations-named", named));
    } else if staff.who.grants.allow_somewhere(Action::SeeOrganisations) {
        tabs.push(Tab { count: String::new(), ..tab("all", "staff-organisations-registered", 0) });
    }
    if staff.who.grants.allow_somewhere(Action::ManageRegistrations) {
        let views = staff.state.app.events_for(&staff.who.grants, Filter::default()).await?;
        let events = events_to_decide(&staff.who.grants, &views, staff.now);
        tabs.push(tab("sectors", "staff-sector-cases", staff.state.app.sector_case_count(events).await?));
    }
    Ok(tabs)
}

fn row_of(staff: &Staff, row: &Row, sheet: &Organisation) -> OrganisationRow {
    let (status, status_label) = staff.organisation_status(row);
    let second = sheet.names.get(staff.language);
    OrganisationRow {
        name: row.name.clone(),
        href: staff.organisation_href(row.id, ""),
        second: if second == row.name { String::new() } else { second.to_owned() },
        sector: staff.word("sector", row.sector.code()),
        number: sheet.number.as_ref().map(EnterpriseNumber::to_string).unwrap_or_default(),
        domains: domains(sheet),
        status,
        status_label,
    }
}

fn domains(sheet: &Organisation) -> String {
    sheet.domains.iter().map(|domain| domain.as_str()).collect::<Vec<_>>().join(", ")
}

/// `GET …/organisations/{organisation}`
pub async fn show(staff: Staff, path: Path) -> Answer {
    let view = match staff.state.app.organisation_for(&staff.who.grants, &path.1).await? {
        Found::Here(view) => view,
        Found::Moved(other) => return Ok(see_other(&staff.organisation_href(other, ""))),
    };
    let number = |n: i64| format::number(staff.language, n);
    let shares = view.shares.iter().map(|(platform, share)| ShareRow {
        platform: platform.name.get_or_any(staff.language).to_owned(),
        people: number(share.people),
        registrations: number(share.registrations),
        members: number(share.members),
    });
    let (status, status_label) = staff.organisation_status(&view.row);
    let part = |part: &str| if staff.keeps_organisations() { staff.organisation_href(view.row.id, part) } else { String::new() };
    let page = OrganisationPage {
        name: view.row.name.clone(),
        status,
        status_label,
        facts: facts(&staff, &view.sheet),
        shares: shares.collect(),
        edit: part("/edit"),
        merge: part("/merge"),
    };
    staff.page(StatusCode::OK, &staff.organisation_head(None, view.row.name.clone()), &page)
}

/// An organisation that is there and not merged, for who may write.
async fn found(staff: &Staff, id: &str) -> Result<Box<View>, Refusal> {
    staff.require_keeper()?;
    match staff.state.app.organisation_for(&staff.who.grants, id).await? {
        Found::Here(view) => Ok(view),
        Found::Moved(_) => Err(Fault::NotFound.into()),
    }
}

/// What is registered, name by name.
fn facts(staff: &Staff, sheet: &Organisation) -> Vec<Pair> {
    let mut facts = vec![Pair::new(staff.t("staff-sector"), staff.word("sector", sheet.sector.code()))];
    let mut put = |label: String, value: String| {
        if !value.is_empty() {
            facts.push(Pair::new(label, value));
        }
    };
    put(staff.t("staff-enterprise-number"), sheet.number.as_ref().map(EnterpriseNumber::to_string).unwrap_or_default());
    put(staff.t("staff-mail-domains"), domains(sheet));
    for language in Language::ALL {
        put(staff.t(&format!("staff-name-{language}")), sheet.names.get(*language).to_owned());
    }
    let aliases: Vec<&str> = sheet.aliases.iter().map(|alias| alias.as_str()).collect();
    put(staff.t("staff-aliases"), aliases.join(" · "));
    facts
}
