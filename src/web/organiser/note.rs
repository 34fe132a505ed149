//! The note about a registration for colleagues.

use actix_web::web;
use fluent_bundle::FluentValue;

use super::registrations::registration;
use super::see_other;
use super::words::line_fault;
use crate::app::AppError;
use crate::app::note::LONGEST;
use crate::app::show::RegistrationView;
use crate::db::notes;
use crate::domain::staff::Action;
use crate::domain::text::{TextFault, paragraphs};
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, Input, Section};
use crate::web::view::{Hidden, Link};

/// `GET …/registrations/{reference}/note`
pub async fn form(staff: Staff, path: web::Path<(String, String, String)>) -> Answer {
    let found = person(&staff, &path).await?;
    let note = staff.state.app.note_of(found.row.id).await?;
    let text = note.as_ref().map(|note| note.text.clone()).unwrap_or_default();
    draw(&staff, &found, &text, &mark(note.as_ref()), &[])
}

/// `POST …/registrations/{reference}/note`
pub async fn write(posted: Posted, path: web::Path<(String, String, String)>) -> Answer {
    let staff = &posted.staff;
    let found = person(staff, &path).await?;
    let (typed, seen) = (posted.fields.get("note"), posted.fields.get("seen"));
    let text = match paragraphs(typed, LONGEST) {
        Ok(text) => text,
        Err(TextFault::TooLong) => {
            let told =
                staff.t_with("staff-fault-note-long", &[("most", FluentValue::from(LONGEST)), ("n", FluentValue::from(typed.chars().count()))]);
            return draw(staff, &found, typed, seen, &[("note".into(), told)]);
        }
        Err(fault) => return draw(staff, &found, typed, seen, &[("note".into(), line_fault(staff, "line", fault))]),
    };
    let before = seen.parse().ok().and_then(chrono::DateTime::from_timestamp_micros);
    match staff.state.app.note(found.row.id, text, before, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.event_href(&found.event, &format!("/registrations/{}?done=noted", found.row.reference)))),
        Err(AppError::Stale) => {
            // What the colleague wrote is shown with what was typed under it: nothing of either is lost.
            let now = staff.state.app.note_of(found.row.id).await?;
            let both = now.as_ref().map_or_else(|| typed.to_owned(), |note| format!("{}\n\n{typed}", note.text));
            draw(staff, &found, &both, &mark(now.as_ref()), &[("note".into(), staff.t("staff-fault-note-stale"))])
        }
        Err(other) => draw(staff, &found, typed, seen, &posted.faults(other)?),
    }
}

/// Somebody about whom something can be noted.
async fn person(staff: &Staff, path: &(String, String, String)) -> Result<RegistrationView, crate::web::error::Refusal> {
    let found = registration(staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    if found.row.erased_at.is_some() { Err(Fault::Conflict.into()) } else { Ok(found) }
}

/// The note that a form starts from.
fn mark(note: Option<&notes::Row>) -> String {
    note.map(|note| note.written_at.0.timestamp_micros().to_string()).unwrap_or_default()
}

fn draw(staff: &Staff, found: &RegistrationView, typed: &str, seen: &str, faults: &[(String, String)]) -> Answer {
    let page_of = staff.event_href(&found.event, &format!("/registrations/{}", found.row.reference));
    let hint = staff.t_with("staff-note-hint", &[("most", FluentValue::from(LONGEST))]);
    let input = Input::line("note", staff.t("staff-note"), typed).tall().hinted(hint);
    let page = FormPage {
        heading: staff.t("staff-note-about"),
        lead: found.row.name.clone(),
        action: format!("{page_of}/note"),
        hidden: staff.token().into_iter().chain([Hidden::new("seen", seen)]).collect(),
        sections: vec![Section { legend: staff.t("staff-note"), hint: String::new(), fields: vec![input] }],
        button: staff.t("staff-note-save"),
        back: Link::new(page_of, staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(&found.event), page, faults)
}
