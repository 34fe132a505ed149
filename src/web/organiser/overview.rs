//! The start page: events to come, events past, and whether mails lie undelivered.

use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use crate::app::show::EventView;
use crate::db::events::Filter;
use crate::db::outbox::MailStatus;
use crate::domain::event::EventStatus;
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
    let (upcoming, mut past): (Vec<_>, Vec<_>) =
        views.iter().partition(|v| v.stored.event.schedule.ends_at > staff.now && v.stored.event.status != EventStatus::CalledOff);
    past.reverse();
    let all = staff.query.get("past") == "all";
    let more = !all && past.len() > PAST;
    let rows = |views: &[&EventView]| views.iter().map(|view| row(&staff, view)).collect();
    let shown = if more { &past[..PAST] } else { &past[..] };
    let may = |action| staff.who.grants.allow_somewhere(action);
    let dead = if may(Action::SeeMail) { staff.state.app.mail_count_for(&staff.who.grants, MailStatus::Failed).await? } else { 0 };
    let view = Overview {
        upcoming: rows(&upcoming),
        past: rows(shown),
        new_event: if may(Action::ManageEvents) { staff.href("/new") } else { String::new() },
        dead_letters: if dead > 0 { staff.t_with("staff-dead-letters", &[("n", FluentValue::from(dead))]) } else { String::new() },
        mails: staff.href("/mails?status=failed"),
        more_past: if more { staff.href("/?past=all") } else { String::new() },
    };
    staff.page(StatusCode::OK, &staff.head(staff.t("staff-nav-events")), &view)
}

fn row(staff: &Staff, view: &EventView) -> EventRow {
    let event = &view.stored.event;
    let waiting = view.waiting.0 + view.waiting.1;
    EventRow {
        title: staff.title(view),
        href: staff.event_href(view, ""),
        of: format!("{} · {}", view.platform.name.get_or_any(staff.language), event.edition),
        when: format!("{}, {}", format::date_short(staff.language, event.schedule.starts_at), format::time(staff.language, event.schedule.starts_at)),
        status: event.status.code(),
        status_label: staff.word("event-status", event.status.code()),
        seats: event.place.format.modes().iter().map(|mode| seats(staff, view, *mode)).collect(),
        waiting: if waiting > 0 { staff.t_with("staff-n-waiting", &[("n", FluentValue::from(waiting))]) } else { String::new() },
    }
}

/// `112 / 120 on site`
fn seats(staff: &Staff, view: &EventView, mode: crate::domain::mode::Mode) -> String {
    let given = format::number(staff.language, i64::from(view.stored.taken(mode).total()));
    let mode_word = staff.word("mode", mode.code());
    match view.stored.event.seats.pool(mode).capacity {
        Some(capacity) => format!("{mode_word}: {given} / {}", format::number(staff.language, i64::from(capacity))),
        None => format!("{mode_word}: {given}"),
    }
}
