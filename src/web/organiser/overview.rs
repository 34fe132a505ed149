//! The start page: what needs the reader now, events to come, events past.

use actix_web::http::StatusCode;
use chrono::Datelike;
use fluent_bundle::FluentValue;

use super::words::{given_of, labelled};
use crate::app::show::EventView;
use crate::app::to_do::ToDo;
use crate::db::events::Filter;
use crate::domain::cadence::Period;
use crate::domain::event::EventStatus;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;
use crate::web::view::staff::{EventRow, Overview, Task};

/// So many past events are shown before the reader asks for all.
const PAST: usize = 12;

/// `GET /organiser/{lang}/`
pub async fn overview(staff: Staff) -> Answer {
    staff.require_somewhere(Action::SeeEvents)?;
    let views = staff.state.app.events_for(&staff.who.grants, Filter::default()).await?;
    let (upcoming, mut past): (Vec<_>, Vec<_>) = views.iter().partition(|v| v.stored.event.schedule.ends_at > staff.now);
    past.reverse();
    let all = staff.query.get("past") == "all";
    let more = !all && past.len() > PAST;
    let rows = |views: &[&EventView]| views.iter().map(|view| row(&staff, view)).collect();
    let shown = if more { &past[..PAST] } else { &past[..] };
    let may = |action| staff.who.grants.allow_somewhere(action);
    let to_do = staff.state.app.to_do(&staff.who.grants, &views, staff.now).await?;
    let view = Overview {
        upcoming: rows(&upcoming),
        past: rows(shown),
        new_event: if may(Action::ManageEvents) { staff.href("/new") } else { String::new() },
        to_do: to_do.iter().map(|what| task(&staff, what)).collect(),
        more_past: if more { staff.href("/?past=all") } else { String::new() },
    };
    staff.page(StatusCode::OK, &staff.head(staff.t("staff-nav-events")), &view)
}

/// What waits for the reader, in words, and where to see to it.
fn task(staff: &Staff, what: &ToDo<'_>) -> Task {
    let words = |key: &str, args: &[(&str, FluentValue<'_>)]| staff.t_with(&format!("staff-to-do-{key}"), args);
    let event = |view: &EventView| FluentValue::from(staff.title(view));
    let language = staff.language;
    match what {
        ToDo::CheckIn(view) => {
            let at = format::time(language, view.stored.event.schedule.starts_at).into();
            Task::new(true, words("check-in", &[("event", event(view)), ("at", at)]), staff.event_href(view, "/check-in"))
        }
        ToDo::JoinLink(view) => {
            let at = format::moment_short(language, view.stored.event.schedule.starts_at).into();
            Task::new(true, words("join-link", &[("event", event(view)), ("at", at)]), staff.event_href(view, "/reschedule"))
        }
        ToDo::Requests(view, n) => {
            let list = staff.event_href(view, "/registrations?state=awaiting_approval");
            Task::new(true, words("requests", &[("n", (*n).into()), ("event", event(view))]), list)
        }
        ToDo::Guests(view, n) => Task::new(false, words("guests", &[("n", (*n).into()), ("event", event(view))]), staff.event_href(view, "/guests")),
        ToDo::Sightings(view, n) => {
            Task::new(false, words("sightings", &[("n", (*n).into()), ("event", event(view))]), staff.event_href(view, "/attendance"))
        }
        ToDo::Objections(view, n) => {
            Task::new(true, words("objections", &[("n", (*n).into()), ("event", event(view))]), staff.event_href(view, "/objections"))
        }
        ToDo::Sectors(n) => Task::new(false, words("sectors", &[("n", (*n).into())]), staff.href("/organisations/sectors")),
        ToDo::DeadLetters(n) => Task::new(true, words("dead-letters", &[("n", (*n).into())]), staff.href("/mails?status=failed")),
        ToDo::Inbox(n) => Task::new(true, words("inbox", &[("n", (*n).into())]), staff.href("/inbox")),
        ToDo::Draft(view, gaps) => {
            let on = format::moment_short(language, view.stored.event.schedule.starts_at).into();
            Task::new(false, words("draft", &[("n", (*gaps).into()), ("event", event(view)), ("at", on)]), staff.event_href(view, ""))
        }
        ToDo::Mandates(platform, n) => {
            let name = platform.name.get_or_any(language).to_owned();
            let list = staff.href(&format!("/rosters/{}?tab=ending", platform.slug));
            Task::new(false, words("mandates", &[("n", (*n).into()), ("platform", name.into())]), list)
        }
        ToDo::Unconfirmed(platform, n) => {
            let name = platform.name.get_or_any(language).to_owned();
            let list = staff.href(&format!("/rosters/{}?tab=unconfirmed", platform.slug));
            Task::new(false, words("unconfirmed", &[("n", (*n).into()), ("platform", name.into())]), list)
        }
        ToDo::Cadence(platform, within) => {
            let running = period(language, *within);
            let name = platform.name.get_or_any(language).to_owned();
            Task::new(
                false,
                words("cadence", &[("platform", name.into()), ("period", running.into())]),
                staff.href(&format!("/new?platform={}", platform.slug)),
            )
        }
    }
}

/// A period of a cadence in words.
pub(super) fn period(language: Language, period: Period) -> String {
    match period {
        Period::Quarter(edition) => format::quarter(edition),
        Period::Month(first) => format!("{} {}", format::month(language, first), first.year()),
    }
}

pub(super) fn row(staff: &Staff, view: &EventView) -> EventRow {
    let event = &view.stored.event;
    let is_over = event.schedule.ends_at <= staff.now;
    // Of what is over, that it was public or that somebody still waits tells nothing any more.
    let waiting = if is_over { 0 } else { view.waiting.0 + view.waiting.1 };
    let status = if is_over && event.status == EventStatus::Published { String::new() } else { staff.word("event-status", event.status.code()) };
    EventRow {
        title: staff.title(view),
        href: staff.event_href(view, ""),
        of: format!("{} · {}", view.platform.name.get_or_any(staff.language), format::quarter(event.edition)),
        when: format::moment_short(staff.language, event.schedule.starts_at),
        status: event.status.code(),
        status_label: status,
        seats: event.place.format.modes().iter().map(|mode| seats(staff, view, *mode)).collect(),
        waiting: if waiting > 0 { staff.t_with("staff-n-waiting", &[("n", FluentValue::from(waiting))]) } else { String::new() },
    }
}

/// `On site: 112 of 120 seats taken`
fn seats(staff: &Staff, view: &EventView, mode: Mode) -> String {
    let given = given_of(staff, view.stored.taken(mode).total(), view.stored.event.seats.pool(mode).capacity);
    labelled(staff, &staff.word("mode", mode.code()), &given)
}
