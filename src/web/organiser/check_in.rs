//! The door: presence by name, and taking a mark back.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::presence::{draw_undo, reason};
use super::see_other;
use super::words::labelled;
use crate::app::AppError;
use crate::app::check_in::{CheckIn, Undone};
use crate::app::show::EventView;
use crate::db::registrations::{ListFilter, Row};
use crate::domain::attendance::ProofSource;
use crate::domain::event::EventStatus;
use crate::domain::ids::Reference;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::staff::Action;
use crate::domain::text::fold;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{CheckInPage, CheckInRow};

/// Who can stand at the door: also somebody without a seat is marked, and the desk sees it.
pub(super) const AT_THE_DOOR: [State; 3] = [State::Confirmed, State::Waitlisted, State::AwaitingApproval];
/// People read at once; beyond, the search narrows.
const READ: i64 = 400;
/// People shown at once: a page that a phone draws without waiting.
const SHOWN: usize = 40;

/// `GET …/events/{event}/check-in`; with `list=all` every name, to print.
pub async fn show(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::CheckIn, &path.1).await?;
    if staff.query.get("list") == "all" {
        return super::door_list::draw(&staff, &view).await;
    }
    let app = &staff.state.app;
    let search: String = staff.query.get("q").chars().take(200).collect();
    let filter = ListFilter { states: Some(AT_THE_DOOR.to_vec()), search: search.clone(), limit: READ, ..ListFilter::default() };
    let mut people = app.registrations_of(view.stored.event.id, filter).await?;
    people.retain(|row| row.erased_at.is_none());
    let last = people_at(&staff, &view, staff.query.get("last")).await?;
    // Whoever is still expected stands first, the room before those online, by name.
    people.sort_by_cached_key(|row| (row.present, row.mode == Mode::Online, fold(&row.name)));
    let is_cut = people.len() > SHOWN;
    let open = view.stored.event.status == EventStatus::Published;
    let page = CheckInPage {
        event: staff.title(&view),
        standing: standing(&staff, &view).await?,
        early: if open { early(&staff, &view) } else { String::new() },
        search,
        action: staff.event_href(&view, "/check-in"),
        mark: staff.event_href(&view, "/check-in/mark"),
        undo: staff.event_href(&view, "/check-in/undo"),
        hidden: staff.token(),
        rows: people.iter().take(SHOWN).map(|row| door_row(&staff, row)).collect(),
        more: if is_cut { staff.t_with("staff-more-people", &[("n", FluentValue::from(SHOWN))]) } else { String::new() },
        desk: staff.event_href(&view, "/desk"),
        everybody: staff.event_href(&view, "/check-in?list=all"),
        last: last.as_ref().map(|row| row.reference.to_string()).unwrap_or_default(),
        last_name: last.map(|row| row.name).unwrap_or_default(),
        open,
        found: found(&staff),
        script: staff.state.pages.assets().href("check-in.js").to_owned(),
    };
    let head = staff.event_head(&view, format!("{} – {}", staff.t("staff-check-in"), page.event));
    staff.page(StatusCode::OK, &head, &page)
}

/// How many are present of how many expected. Each way of attending for itself: nobody waits at the door for people who take
/// part online.
pub(super) async fn standing(staff: &Staff, view: &EventView) -> Result<Vec<String>, Refusal> {
    let present = staff.state.app.present_at(view.stored.event.id).await?;
    let modes = Mode::ALL.iter().filter(|mode| view.stored.event.place.format.offers(**mode) || present.contains_key(mode));
    let counts = |mode: &Mode| {
        let (here, expected) = (present.get(mode).copied().unwrap_or(0), view.stored.taken(*mode).total());
        let text = staff.t_with("staff-standing", &[("present", FluentValue::from(here)), ("expected", FluentValue::from(expected))]);
        (*mode, text)
    };
    let lines: Vec<(Mode, String)> = modes.map(counts).collect();
    let is_single = lines.len() == 1;
    Ok(lines.into_iter().map(|(mode, text)| if is_single { text } else { labelled(staff, &staff.word("mode", mode.code()), &text) }).collect())
}

fn early(staff: &Staff, view: &EventView) -> String {
    let schedule = &view.stored.event.schedule;
    if !schedule.is_before_the_day(staff.now) {
        return String::new();
    }
    staff.t_with("staff-early", &[("day", FluentValue::from(format::date_long(staff.language, schedule.starts_at)))])
}

/// What the script says while the list narrows: where the page holds everybody who fits, and where it may not.
fn found(staff: &Staff) -> [String; 6] {
    let of = |key: &str, n: FluentValue<'static>| staff.t_with(key, &[("n", n)]);
    let [one, many] = [FluentValue::from(1), FluentValue::from("#")];
    [
        staff.t("staff-nobody"),
        of("staff-found", one.clone()),
        of("staff-found", many.clone()),
        staff.t("staff-found-none"),
        of("staff-found-here", one),
        of("staff-found-here", many),
    ]
}

fn door_row(staff: &Staff, row: &Row) -> CheckInRow {
    CheckInRow {
        reference: row.reference.to_string(),
        name: row.name.clone(),
        organisation: row.organisation_name.clone(),
        mode: if row.mode == Mode::OnSite { String::new() } else { staff.word("mode", row.mode.code()) },
        state: row.state.code(),
        warning: if row.state == State::Confirmed { String::new() } else { staff.word("state", row.state.code()) },
        present: row.present,
        key: row.search_key.clone(),
    }
}

/// The registration of this event with that reference, when somebody is marked present there.
async fn people_at(staff: &Staff, view: &EventView, reference: &str) -> Result<Option<Row>, Refusal> {
    let Some(reference) = Reference::parse(reference) else { return Ok(None) };
    match staff.state.app.registration_by_reference(&reference).await {
        Ok(found) => Ok(Some(found.row).filter(|row| row.event_id == view.stored.event.id && row.present && row.erased_at.is_none())),
        Err(AppError::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// The registration a button names.
async fn named(posted: &Posted, view: &EventView) -> Result<Row, Refusal> {
    let reference = Reference::parse(posted.fields.get("registration")).ok_or(Fault::NotFound)?;
    let found = posted.staff.state.app.registration_by_reference(&reference).await?.row;
    if found.event_id == view.stored.event.id { Ok(found) } else { Err(Fault::NotFound.into()) }
}

/// `POST …/events/{event}/check-in/mark`: pressed twice, it is the same mark.
pub async fn mark(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::CheckIn, &path.1).await?;
    let row = named(&posted, &view).await?;
    if !row.present {
        let mark = CheckIn {
            event: view.stored.event.id,
            registration: row.id,
            source: ProofSource::Door,
            at: staff.now,
            left_at: None,
            device: None,
            key: None,
        };
        let marked = staff.state.app.check_in(mark, staff.actor(), staff.now).await?;
        if !marked.present {
            // Whoever stands at the door must not believe that the person counts now.
            return Ok(see_other(&staff.event_href(&view, "/check-in?done=not-counted")));
        }
    }
    Ok(see_other(&staff.event_href(&view, &format!("/check-in?last={}", row.reference))))
}

/// `POST …/events/{event}/check-in/undo`: at once for a slip of the finger; otherwise the page asks why first.
pub async fn undo(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::CheckIn, &path.1).await?;
    let row = named(&posted, &view).await?;
    let typed = posted.fields.get("reason");
    let mut faults = Vec::new();
    let why = if posted.fields.get("asked") == "yes" { reason(staff, typed, &mut faults) } else { None };
    if !faults.is_empty() {
        return draw_undo(staff, &view, &row, typed, &faults);
    }
    match staff.state.app.undo_check_in(view.stored.event.id, row.id, why, staff.actor(), staff.now).await? {
        Undone::Done => Ok(see_other(&staff.event_href(&view, "/check-in?done=undone"))),
        Undone::Nothing => Ok(see_other(&staff.event_href(&view, "/check-in?done=nothing"))),
        Undone::NeedsReason => draw_undo(staff, &view, &row, "", &[]),
    }
}
