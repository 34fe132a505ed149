//! Platforms: how each stands, and one of them with its events. Whoever may see events sees the platforms they belong to.

pub mod form;

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::overview::{period, row};
use crate::app::platforms::Board;
use crate::app::show::EventView;
use crate::db::events::Filter;
use crate::domain::cadence::Standing;
use crate::domain::language::Language;
use crate::domain::platform::{Audience, Platform};
use crate::domain::reminders;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;
use crate::web::view::staff::{Pair, PlatformPage, PlatformRow, PlatformTexts, Platforms};
use crate::web::view::{Head, Link};

/// Events of the past on a platform's page.
const PAST: usize = 12;

type Path = web::Path<(String, String)>;

impl Staff {
    /// The address of a platform's page or part.
    fn platform_href(&self, platform: &Platform, part: &str) -> String {
        self.href(&format!("/platforms/{}{part}", platform.slug))
    }

    /// The frame of a page below the list of platforms, and below one of them.
    fn platform_head(&self, below: Option<&Platform>, title: impl Into<String>) -> Head {
        let mut crumbs = vec![Link::new(self.href("/platforms"), self.t("staff-nav-platforms"))];
        crumbs.extend(below.map(|platform| Link::new(self.platform_href(platform, ""), platform.name.get_or_any(self.language))));
        self.head(title).with_crumbs(crumbs)
    }

    /// A reminder's lead in words.
    fn lead(&self, minutes: u32) -> String {
        let (unit, number) = reminders::parts(minutes);
        let key = match unit {
            1 => "staff-lead-minutes",
            60 => "staff-lead-hours",
            _ => "staff-lead-days",
        };
        self.t_with(key, &[("n", FluentValue::from(number))])
    }
}

/// `GET …/platforms`
pub async fn list(staff: Staff) -> Answer {
    let boards = staff.state.app.platform_boards(&staff.who.grants, staff.now).await?;
    let rows = boards.iter().map(|board| row_of(&staff, board)).collect();
    staff.page(StatusCode::OK, &staff.head(staff.t("staff-nav-platforms")), &Platforms { rows })
}

fn row_of(staff: &Staff, board: &Board) -> PlatformRow {
    let platform = &board.platform;
    let when = |view: &EventView| format::moment_short(staff.language, view.stored.event.schedule.starts_at);
    let (standing, standing_label) = standing_of(staff, board);
    PlatformRow {
        name: platform.name.get_or_any(staff.language).to_owned(),
        href: staff.platform_href(platform, ""),
        access: format!("{} · {}", staff.word("audience", platform.audience.code()), staff.word("visibility", platform.visibility.code())),
        cadence: staff.word("cadence", platform.cadence.code()),
        standing,
        standing_label,
        next: board.next.as_ref().map(|view| Link::new(staff.event_href(view, ""), when(view))),
        last: board.last.as_ref().map(|view| Link::new(staff.event_href(view, ""), when(view))),
    }
}

/// Look and words of how a platform stands towards its cadence; nothing when that sets no interval.
fn standing_of(staff: &Staff, board: &Board) -> (&'static str, String) {
    let Some((running, standing)) = board.standing else { return ("", String::new()) };
    let (look, key) = match standing {
        Standing::Kept => ("confirmed", "staff-standing-kept"),
        Standing::Planned => ("confirmed", "staff-standing-planned"),
        Standing::AtRisk => ("waitlisted", "staff-standing-at-risk"),
    };
    (look, staff.t_with(key, &[("period", FluentValue::from(period(staff.language, running)))]))
}

/// `GET …/platforms/{platform}`
pub async fn show(staff: Staff, path: Path) -> Answer {
    let platform = staff.platform(Action::SeeEvents, &path.1).await?;
    let boards = staff.state.app.platform_boards(&staff.who.grants, staff.now).await?;
    let board = boards.iter().find(|board| board.platform.id == platform.id);
    let filter = Filter { platforms: Some(vec![platform.id]), ..Filter::default() };
    let views = staff.state.app.events_for(&staff.who.grants, filter).await?;
    let (mut upcoming, mut past): (Vec<_>, Vec<_>) = views.iter().partition(|view| view.stored.event.schedule.ends_at > staff.now);
    upcoming.sort_by_key(|view| view.stored.event.schedule.starts_at);
    past.sort_by_key(|view| std::cmp::Reverse(view.stored.event.schedule.starts_at));
    let part = |action: Action, to: String| if staff.may(action, platform.id) { to } else { String::new() };
    let (standing, standing_label) = board.map(|board| standing_of(&staff, board)).unwrap_or_default();
    let page = PlatformPage {
        name: platform.name.get_or_any(staff.language).to_owned(),
        standing,
        standing_label,
        facts: facts(&staff, &platform),
        texts: Language::ALL.iter().map(|language| texts(&staff, &platform, *language)).collect(),
        upcoming: upcoming.into_iter().map(|view| row(&staff, view)).collect(),
        past: past.into_iter().take(PAST).map(|view| row(&staff, view)).collect(),
        new_event: part(Action::ManageEvents, staff.href(&format!("/new?platform={}", platform.slug))),
        edit: part(Action::ManagePlatforms, staff.platform_href(&platform, "/edit")),
        roster: part(Action::SeeMembers, staff.href(&format!("/rosters/{}", platform.slug))),
        coverage: part(Action::SeeMembers, staff.href(&format!("/rosters/{}/coverage", platform.slug))),
    };
    staff.page(StatusCode::OK, &staff.platform_head(None, page.name.clone()), &page)
}

fn facts(staff: &Staff, platform: &Platform) -> Vec<Pair> {
    let leads: Vec<String> = platform.reminder_minutes.iter().map(|minutes| staff.lead(*minutes)).collect();
    let proposes = if platform.members_propose { "staff-yes" } else { "staff-no" };
    let guests = Pair::new(staff.t("staff-platform-members_propose"), staff.t(proposes));
    let facts = [
        Pair::new(staff.t("staff-platform-audience"), staff.word("audience", platform.audience.code())),
        Pair::new(staff.t("staff-platform-visibility"), staff.word("visibility", platform.visibility.code())),
        Pair::new(staff.t("staff-platform-cadence"), staff.word("cadence", platform.cadence.code())),
        Pair::new(staff.t("staff-platform-reminders"), if leads.is_empty() { staff.t("staff-platform-no-reminders") } else { leads.join(", ") }),
        Pair::new(
            staff.t("staff-platform-join_details"),
            platform.join_details_minutes.map_or_else(|| staff.t("staff-platform-no-join_details"), |minutes| staff.lead(minutes)),
        ),
        Pair::new(
            staff.t("staff-platform-substitutes"),
            staff.t(if platform.allow_substitutes { "staff-platform-substitutes-yes" } else { "staff-platform-substitutes-no" }),
        ),
        Pair::new(
            staff.t("staff-platform-presence_share"),
            staff.t_with("staff-platform-presence_share-is", &[("n", FluentValue::from(platform.presence_share))]),
        ),
        Pair::new(staff.t("staff-platform-slug"), platform.slug.to_string()),
    ];
    facts.into_iter().chain(Some(guests).filter(|_| platform.audience == Audience::Members)).collect()
}

fn texts(staff: &Staff, platform: &Platform, language: Language) -> PlatformTexts {
    PlatformTexts {
        lang: language.code(),
        language: staff.word("language", language.code()),
        name: platform.name.get(language).to_owned(),
        description: platform.description.get(language).to_owned(),
        members: platform.members.get(language).to_owned(),
    }
}
