//! Attendance reports of an event: which were taken in, whom they saw, and who is to be decided.

pub mod import;
pub mod one;

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::see_other;
use super::words::labelled;
use crate::app::attendance::show::{Seen, Shown};
use crate::app::show::EventView;
use crate::clock::Instant;
use crate::db::registrations::Row as Place;
use crate::domain::attendance::{SightingState, Unsure};
use crate::domain::event::EventStatus;
use crate::domain::ids::SightingId;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::presence::{Window, union};
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::staff::{AttendancePage, ReportRow, SeenRow, Tab};

/// Rows on a page.
const PAGE: i64 = 50;

/// `GET …/events/{event}/attendance`
pub async fn list(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let (app, event) = (&staff.state.app, view.stored.event.id);
    let reports = app.attendance_reports(event).await?;
    let state = SightingState::from_code(staff.query.get("tab")).unwrap_or(SightingState::Open);
    let after = staff.query.get("after").parse().ok().map(SightingId);
    let mut seen = app.sightings_of(event, state, after, PAGE + 1).await?;
    let has_more = seen.len() as i64 > PAGE;
    seen.truncate(PAGE as usize);
    let base = staff.event_href(&view, "/attendance");
    let next = seen.last().filter(|_| has_more).map(|last| staff.query.with(&[("after", &last.row.id.to_string())]).address(&base));
    let names = if staff.may(Action::SeeJournal, view.platform.id) { app.actor_names().await? } else { Default::default() };
    let who = |actor: &str| {
        let kind = actor.split(':').next().unwrap_or_default();
        names.get(actor).cloned().unwrap_or_else(|| staff.word("staff-actor", kind))
    };
    let unknown = if state == SightingState::Open { app.unknown_sightings(event).await? } else { 0 };
    let page = AttendancePage {
        event: staff.title(&view),
        import: if can_take(&staff, &view) { format!("{base}/import") } else { String::new() },
        tabs: tabs(&staff, &base, &reports, state),
        rows: seen.iter().map(|seen| seen_row(&staff, &view, &base, seen)).collect(),
        none: staff.word("staff-attendance-none", state.code()),
        next: next.unwrap_or_default(),
        dismiss: if unknown > 0 { format!("{base}/dismiss") } else { String::new() },
        dismiss_label: staff.t_with("staff-attendance-dismiss", &[("n", FluentValue::from(unknown))]),
        reports: reports.iter().map(|shown| report_row(&staff, &base, shown, &who)).collect(),
        hidden: staff.token(),
    };
    let head = staff.event_head(&view, format!("{} – {}", staff.t("staff-attendance-page"), page.event));
    staff.page(StatusCode::OK, &head, &page)
}

/// `POST …/events/{event}/attendance/dismiss`: whoever is near nobody is left out.
pub async fn dismiss(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let n = staff.state.app.dismiss_unknown(view.stored.event.id, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.event_href(&view, &format!("/attendance?done=unknown-dismissed&n={n}"))))
}

/// A report says something once the event is over.
pub(super) fn can_take(staff: &Staff, view: &EventView) -> bool {
    let event = &view.stored.event;
    event.status == EventStatus::Published && event.is_held(staff.now)
}

fn tabs(staff: &Staff, base: &str, reports: &[Shown], current: SightingState) -> Vec<Tab> {
    let of = |state: SightingState, shown: &Shown| match state {
        SightingState::Open => shown.open,
        SightingState::Taken => shown.taken,
        SightingState::Dismissed => shown.dismissed,
    };
    // Of what was taken back nobody is shown any more.
    let count = |state| reports.iter().filter(|shown| shown.report.undone_at.is_none()).map(|shown| of(state, shown)).sum();
    let tab = |state: &SightingState| Tab {
        href: format!("{base}?tab={state}"),
        label: staff.word("staff-sighting", state.code()),
        count: format::number(staff.language, count(*state)),
        current: *state == current,
    };
    SightingState::ALL.iter().map(tab).collect()
}

fn report_row(staff: &Staff, base: &str, shown: &Shown, who: &impl Fn(&str) -> String) -> ReportRow {
    let report = &shown.report;
    let at = |at: crate::db::types::Ts| format::date_time(staff.language, at.0);
    let args = [("service", staff.word("staff-service", &report.provider).into()), ("zone", FluentValue::from(report.zone.clone()))];
    ReportRow {
        when: staff.t_with("staff-proof-recorded", &[("at", at(report.taken_at).into()), ("who", who(&report.taken_by).into())]),
        what: staff.t_with("staff-attendance-by-clock", &args),
        people: format::number(staff.language, i64::from(report.people)),
        undo: if report.undone_at.is_none() { format!("{base}/reports/{}/undo", report.reference) } else { String::new() },
        undone: report
            .undone_at
            .map(|undone| {
                let by = who(report.undone_by.as_deref().unwrap_or_default());
                staff.t_with("staff-proof-taken-back", &[("at", at(undone).into()), ("who", by.into())])
            })
            .unwrap_or_default(),
    }
}

fn seen_row(staff: &Staff, view: &EventView, base: &str, seen: &Seen) -> SeenRow {
    let row = &seen.row;
    let mut also = row.other_names.0.clone();
    also.extend(row.email_key.clone());
    let known = seen
        .whose
        .as_ref()
        .map(|place| (place.name.clone(), place_more(place), staff.event_href(view, &format!("/registrations/{}", place.reference))));
    let (whose, whose_more, whose_href) = known.unwrap_or_else(|| (maybe(staff, &seen.candidates), String::new(), String::new()));
    let how = match (row.why, &row.decided_by) {
        (_, Some(_)) if row.state == SightingState::Taken => staff.t("staff-seen-by-staff"),
        (Some(why), _) if row.state == SightingState::Open => why_words(staff, why),
        (Some(_), _) => String::new(),
        (None, _) => staff.t("staff-seen-certain"),
    };
    SeenRow {
        line: line(staff, row.line),
        name: row.name.clone(),
        also,
        whose,
        whose_href,
        whose_more,
        how,
        minutes: minutes(staff, minutes_of(view, &row.spans.0, row.at_most)),
        decide: format!("{base}/sightings/{}", row.id),
        ..SeenRow::default()
    }
}

/// What tells somebody from another of the same name.
fn place_more(place: &Place) -> String {
    format!("{}, {}", place.email, place.organisation_name)
}

/// The likeliest, and how many more.
fn maybe(staff: &Staff, candidates: &[Place]) -> String {
    let Some(first) = candidates.first() else { return String::new() };
    let args = [("name", FluentValue::from(first.name.clone())), ("more", FluentValue::from(candidates.len() - 1))];
    staff.t_with("staff-seen-maybe", &args)
}

fn why_words(staff: &Staff, why: Unsure) -> String {
    staff.word("staff-unsure", &why.code().replace('_', "-"))
}

fn line(staff: &Staff, line: i64) -> String {
    labelled(staff, &staff.t("staff-import-line"), &format::number(staff.language, line))
}

/// Minutes inside the event; `None` where no time is known.
fn minutes_of(view: &EventView, spans: &[(Instant, Instant)], at_most: Option<i64>) -> Option<i64> {
    let schedule = &view.stored.event.schedule;
    let seconds = union::seconds(spans, Window { start: schedule.starts_at, end: schedule.ends_at });
    (!spans.is_empty()).then_some(at_most.map_or(seconds, |most| seconds.min(most.max(0))) / 60)
}

fn minutes(staff: &Staff, n: Option<i64>) -> String {
    n.map_or_else(|| staff.t("staff-seen-no-time"), |n| staff.t_with("staff-seen-n-minutes", &[("n", FluentValue::from(n))]))
}
