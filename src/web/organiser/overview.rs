//! The start page: events to come, events past, and whether mails lie undelivered.

use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use super::words::{given_of, labelled};
use crate::app::show::EventView;
use crate::db::events::Filter;
use crate::db::outbox::MailStatus;
use crate::domain::event::EventStatus;
use crate::domain::mode::Mode;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;
use crate::web::view::staff::{EventRow, Overview};

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
    let dead = if may(Action::SeeMail) { staff.state.app.mail_count_for(&staff.who.grants, MailStatus::Failed).await? } else { 0 };
    let ending = if may(Action::SeeMembers) {
        let day = format::brussels(staff.now).0;
        staff.state.app.rosters_for(&staff.who.grants, day).await?.iter().map(|(_, counts)| counts.ending).sum()
    } else {
        0
    };
    let view = Overview {
        upcoming: rows(&upcoming),
        past: rows(shown),
        new_event: if may(Action::ManageEvents) { staff.href("/new") } else { String::new() },
        dead_letters: if dead > 0 { staff.t_with("staff-dead-letters", &[("n", FluentValue::from(dead))]) } else { String::new() },
        mails: staff.href("/mails?status=failed"),
        ending: if ending > 0 { staff.t_with("staff-ending-mandates", &[("n", FluentValue::from(ending))]) } else { String::new() },
        rosters: staff.href("/rosters"),
        more_past: if more { staff.href("/?past=all") } else { String::new() },
    };
    staff.page(StatusCode::OK, &staff.head(staff.t("staff-nav-events")), &view)
}

fn row(staff: &Staff, view: &EventView) -> EventRow {
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
