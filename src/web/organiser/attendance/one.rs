//! One whom a report saw: who it was, that it was nobody, or that this is to be decided anew. And taking a whole report back.

use actix_web::web;
use fluent_bundle::FluentValue;

use super::{minutes, minutes_of, place_more, why_words};
use crate::app::AppError;
use crate::app::attendance::show::{Seen, Shown};
use crate::app::show::EventView;
use crate::db::registrations::{ListFilter, Row as Place};
use crate::domain::attendance::SightingState;
use crate::domain::ids::{Reference, SightingId};
use crate::domain::registration::State;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::presence::{reason, reason_field};
use crate::web::organiser::registrations::registration;
use crate::web::organiser::see_other;
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, Input, Section};
use crate::web::view::{Hidden, Link};

/// The answer that it was nobody who is registered.
const NOBODY: &str = "nobody";
/// Most registrations that a search offers.
const OFFERED: i64 = 20;

type OfSighting = web::Path<(String, String, i64)>;
type OfReport = web::Path<(String, String, String)>;

/// `GET …/attendance/sightings/{sighting}`
pub async fn show(staff: Staff, path: OfSighting) -> Answer {
    let (view, seen) = sighting(&staff, &path).await?;
    if seen.row.state == SightingState::Open {
        let candidates = seen.candidates.clone();
        return draw_choice(&staff, &view, &seen, &candidates, ("", ""), &[]);
    }
    draw_putting_back(&staff, &view, &seen, "", &[])
}

/// `POST …/attendance/sightings/{sighting}`
pub async fn decide(posted: Posted, path: OfSighting) -> Answer {
    let staff = &posted.staff;
    let (view, seen) = sighting(staff, &path).await?;
    // What the form was about: who looked at it before a colleague decided is shown how it stands now.
    let is_open = seen.row.state == SightingState::Open;
    match (posted.fields.get("about"), is_open) {
        ("open", true) => choose(&posted, &view, &seen).await,
        ("decided", false) => put_back(&posted, &view, &seen).await,
        _ => Err(Fault::Conflict.into()),
    }
}

async fn choose(posted: &Posted, view: &EventView, seen: &Seen) -> Answer {
    let staff = &posted.staff;
    let (chosen, searched) = (posted.fields.get("registration"), posted.fields.get("person").trim());
    let (app, event, id) = (&staff.state.app, view.stored.event.id, seen.row.id);
    let mut offered = seen.candidates.clone();
    if chosen == NOBODY && searched.is_empty() {
        app.dismiss_sighting(event, id, staff.actor(), staff.now).await?;
        return Ok(back_to_list(staff, view, "sighting-dismissed"));
    }
    let mut found = if searched.is_empty() { Vec::new() } else { search(staff, view, searched).await? };
    let picked = offered.iter().find(|place| place.reference.as_str() == chosen).cloned();
    let fault = |text: String| vec![("person".to_owned(), text)];
    let place = match (picked, found.len()) {
        // A choice made among what the last search found.
        (None, _) if !chosen.is_empty() && searched.is_empty() => by_reference(staff, view, chosen).await?,
        (Some(place), 0) if searched.is_empty() => place,
        (None, 1) if chosen.is_empty() => found.remove(0),
        (_, 0) if !searched.is_empty() => {
            let text = staff.t_with("staff-fault-nobody-found", &[("value", FluentValue::from(searched.to_owned()))]);
            return draw_choice(staff, view, seen, &offered, (chosen, searched), &fault(text));
        }
        (None, 0) => {
            let nothing = vec![("registration".to_owned(), staff.t("staff-fault-who"))];
            return draw_choice(staff, view, seen, &offered, (chosen, searched), &nothing);
        }
        _ => {
            let text = staff.t_with("staff-fault-several-found", &[("value", FluentValue::from(searched.to_owned()))]);
            offered.extend(found.into_iter().filter(|place| seen.candidates.iter().all(|known| known.id != place.id)));
            return draw_choice(staff, view, seen, &offered, (chosen, ""), &fault(text));
        }
    };
    match app.assign_sighting(event, id, place.id, staff.actor(), staff.now).await {
        Ok(()) => Ok(back_to_list(staff, view, "sighting-assigned")),
        Err(AppError::Stale) => Err(Fault::Conflict.into()),
        Err(error) => draw_choice(staff, view, seen, &offered, (chosen, searched), &posted.faults(error)?),
    }
}

async fn put_back(posted: &Posted, view: &EventView, seen: &Seen) -> Answer {
    let staff = &posted.staff;
    let (typed, mut faults) = (posted.fields.get("reason"), Vec::new());
    let Some(reason) = reason(staff, typed, &mut faults) else { return draw_putting_back(staff, view, seen, typed, &faults) };
    match staff.state.app.put_sighting_back(view.stored.event.id, seen.row.id, reason, staff.actor(), staff.now).await {
        Ok(()) => Ok(back_to_list(staff, view, "sighting-put-back")),
        Err(AppError::Stale) => Err(Fault::Conflict.into()),
        Err(error) => draw_putting_back(staff, view, seen, typed, &posted.faults(error)?),
    }
}

async fn sighting(staff: &Staff, path: &(String, String, i64)) -> Result<(EventView, Seen), Refusal> {
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let seen = staff.state.app.sighting(view.stored.event.id, SightingId(path.2)).await?;
    Ok((view, seen))
}

/// A registration of this event that is named by its reference.
async fn by_reference(staff: &Staff, view: &EventView, reference: &str) -> Result<Place, Refusal> {
    Ok(registration(staff, Action::ManageRegistrations, view.stored.event.slug.as_str(), reference).await?.row)
}

/// Those at this event whose name, address or organisation holds these words, and whose presence can be recorded.
async fn search(staff: &Staff, view: &EventView, words: &str) -> Result<Vec<Place>, Refusal> {
    if Reference::parse(words).is_some() {
        return Ok(by_reference(staff, view, words).await.into_iter().collect());
    }
    let filter = ListFilter { search: words.to_owned(), limit: OFFERED, ..ListFilter::default() };
    let rows = staff.state.app.registrations_of(view.stored.event.id, filter).await?;
    let can_be = |row: &Place| row.erased_at.is_none() && !matches!(row.state, State::Pending | State::Expired | State::Rejected);
    Ok(rows.into_iter().filter(can_be).collect())
}

fn back_to_list(staff: &Staff, view: &EventView, done: &str) -> actix_web::HttpResponse {
    see_other(&staff.event_href(view, &format!("/attendance?done={done}")))
}

/// Who it is in the file, and for how long.
fn lead(staff: &Staff, view: &EventView, seen: &Seen) -> String {
    let row = &seen.row;
    let mut names = vec![row.name.clone()];
    names.extend(row.other_names.0.iter().chain(&row.email_key).cloned());
    names.retain(|name| !name.is_empty());
    let args = [
        ("who", FluentValue::from(names.join(", "))),
        ("minutes", FluentValue::from(minutes(staff, minutes_of(view, &row.spans.0, row.at_most)))),
        ("line", FluentValue::from(format::number(staff.language, row.line))),
    ];
    staff.t_with("staff-seen-lead", &args)
}

fn draw_choice(
    staff: &Staff,
    view: &EventView,
    seen: &Seen,
    offered: &[Place],
    (chosen, searched): (&str, &str),
    faults: &[(String, String)],
) -> Answer {
    let of = |place: &Place| (place.reference.to_string(), format!("{} ({})", place.name, place_more(place)));
    let answers = std::iter::once((String::new(), staff.t("staff-presence-choose")))
        .chain(offered.iter().map(of))
        .chain([(NOBODY.to_owned(), staff.t("staff-seen-nobody"))]);
    let why = seen.row.why.map(|why| why_words(staff, why)).unwrap_or_default();
    let choice = Input::choice("registration", staff.t("staff-seen-who"), chosen, answers).hinted(why);
    let other = Input::line("person", staff.t("staff-seen-other"), searched).hinted(staff.t("staff-seen-other-hint"));
    let mut hidden = staff.token();
    hidden.push(Hidden::new("about", "open"));
    let page = FormPage {
        heading: staff.t("staff-seen-decide-who"),
        lead: lead(staff, view, seen),
        action: href(staff, view, seen),
        hidden,
        sections: vec![Section { legend: staff.t("staff-seen-who"), hint: staff.t("staff-seen-who-what"), fields: vec![choice, other] }],
        button: staff.t("staff-seen-save"),
        back: Link::new(staff.event_href(view, "/attendance"), staff.t("staff-attendance-page")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}

fn draw_putting_back(staff: &Staff, view: &EventView, seen: &Seen, typed: &str, faults: &[(String, String)]) -> Answer {
    let stands = match &seen.whose {
        Some(place) => staff.t_with("staff-seen-is", &[("name", FluentValue::from(format!("{} ({})", place.name, place_more(place))))]),
        None => staff.t("staff-seen-is-nobody"),
    };
    let mut hidden = staff.token();
    hidden.push(Hidden::new("about", "decided"));
    let page = FormPage {
        heading: staff.t("staff-seen-put-back"),
        lead: format!("{} {stands}", lead(staff, view, seen)),
        action: href(staff, view, seen),
        hidden,
        sections: vec![Section { legend: staff.t("staff-why"), hint: staff.t("staff-seen-put-back-what"), fields: vec![reason_field(staff, typed)] }],
        button: staff.t("staff-seen-put-back"),
        danger: true,
        back: Link::new(staff.event_href(view, &format!("/attendance?tab={}", seen.row.state)), staff.t("staff-attendance-page")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}

fn href(staff: &Staff, view: &EventView, seen: &Seen) -> String {
    staff.event_href(view, &format!("/attendance/sightings/{}", seen.row.id))
}

/// `GET …/attendance/reports/{report}/undo`
pub async fn ask_undo(staff: Staff, path: OfReport) -> Answer {
    let (view, shown) = report(&staff, &path).await?;
    if shown.report.undone_at.is_some() {
        return Err(Fault::Conflict.into());
    }
    draw_undo(&staff, &view, &shown, "", &[])
}

/// `POST …/attendance/reports/{report}/undo`
pub async fn undo(posted: Posted, path: OfReport) -> Answer {
    let staff = &posted.staff;
    let (view, shown) = report(staff, &path).await?;
    let (typed, mut faults) = (posted.fields.get("reason"), Vec::new());
    let Some(reason) = reason(staff, typed, &mut faults) else { return draw_undo(staff, &view, &shown, typed, &faults) };
    let reference = shown.report.reference.clone();
    match staff.state.app.undo_attendance(view.stored.event.id, reference, reason, staff.actor(), staff.now).await {
        Ok(n) => Ok(see_other(&staff.event_href(&view, &format!("/attendance?done=attendance-undone&n={n}")))),
        Err(AppError::Stale) => Err(Fault::Conflict.into()),
        Err(error) => draw_undo(staff, &view, &shown, typed, &posted.faults(error)?),
    }
}

async fn report(staff: &Staff, path: &(String, String, String)) -> Result<(EventView, Shown), Refusal> {
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let found = staff.state.app.attendance_reports(view.stored.event.id).await?.into_iter().find(|shown| shown.report.reference.as_str() == path.2);
    Ok((view, found.ok_or(Fault::NotFound)?))
}

fn draw_undo(staff: &Staff, view: &EventView, shown: &Shown, typed: &str, faults: &[(String, String)]) -> Answer {
    let args = [
        ("service", FluentValue::from(staff.word("staff-service", &shown.report.provider))),
        ("at", FluentValue::from(format::date_time(staff.language, shown.report.taken_at.0))),
        ("n", FluentValue::from(shown.taken)),
    ];
    let page = FormPage {
        heading: staff.t("staff-attendance-undo-heading"),
        lead: staff.t_with("staff-attendance-undo-what", &args),
        action: staff.event_href(view, &format!("/attendance/reports/{}/undo", shown.report.reference)),
        hidden: staff.token(),
        sections: vec![Section { legend: staff.t("staff-why"), hint: String::new(), fields: vec![reason_field(staff, typed)] }],
        button: staff.t("staff-attendance-undo-heading"),
        danger: true,
        back: Link::new(staff.event_href(view, "/attendance"), staff.t("staff-attendance-page")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}
