//! Objections to what is recorded of people's presence: who waits at an event, and the answer to one.

use actix_web::http::StatusCode;
use actix_web::web;

use super::presence::{reason, reason_field};
use super::registrations::{registration, shown_name};
use super::see_other;
use super::words::labelled;
use crate::app::AppError;
use crate::app::show::RegistrationView;
use crate::clock::Instant;
use crate::db::objections::Row;
use crate::domain::objection::{Answer as Given, State};
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, Input, ObjectionRow, ObjectionsPage, Section};
use crate::web::view::{Hidden, Link};

type OfPerson = web::Path<(String, String, String)>;

/// `GET …/events/{event}/objections`
pub async fn list(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let waiting = staff.state.app.objectors_at(view.stored.event.id).await?;
    let rows = waiting.iter().map(|one| {
        let href = staff.event_href(&view, &format!("/registrations/{}", one.row.reference));
        let row = row(&staff, &one.objection, &href, &|_| String::new());
        ObjectionRow { name: shown_name(&staff, &one.row), href, ..row }
    });
    let page = ObjectionsPage { event: staff.title(&view), rows: rows.collect() };
    let head = staff.event_head(&view, format!("{} – {}", staff.t("staff-objections-page"), page.event));
    staff.page(StatusCode::OK, &head, &page)
}

/// An objection in words; `who` names who answered.
pub(super) fn row(staff: &Staff, said: &Row, page_of: &str, who: &dyn Fn(&str) -> String) -> ObjectionRow {
    let at = |at: Instant| format::date_time(staff.language, at);
    let answered = said.answered_at.map(|answered| {
        let key = if said.state == State::Accepted { "staff-objection-accepted" } else { "staff-objection-declined" };
        let who = who(said.answered_by.as_deref().unwrap_or_default());
        staff.t_with(key, &[("at", at(answered.0).into()), ("who", who.into())])
    });
    ObjectionRow {
        name: String::new(),
        href: String::new(),
        when: format::sentence_case(&at(said.changed_at.0)),
        claim: staff.word("staff-objection-claim", said.claim.code()),
        text: said.text.clone(),
        because: said.answer.clone().unwrap_or_default(),
        answer: if answered.is_none() { format!("{page_of}/objection") } else { String::new() },
        answered: answered.unwrap_or_default(),
    }
}

/// `GET …/registrations/{reference}/objection`
pub async fn form(staff: Staff, path: OfPerson) -> Answer {
    let found = registration(&staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    let said = staff.state.app.open_objection_of(found.row.id).await?.ok_or(Fault::Conflict)?;
    draw(&staff, &found, &said, ("", ""), &[])
}

/// `POST …/registrations/{reference}/objection`
pub async fn answer(posted: Posted, path: OfPerson) -> Answer {
    let staff = &posted.staff;
    let found = registration(staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    let said = staff.state.app.open_objection_of(found.row.id).await?.ok_or(Fault::Conflict)?;
    let (chosen, typed) = (posted.fields.get("answer"), posted.fields.get("reason"));
    let mut faults = Vec::new();
    let given = Given::from_code(chosen).filter(|given| said.claim.answers().contains(given));
    if given.is_none() {
        faults.push(("answer".to_owned(), staff.t("staff-fault-objection-answer")));
    }
    let reason = reason(staff, typed, &mut faults);
    let (Some(given), Some(reason)) = (given, reason) else { return draw(staff, &found, &said, (chosen, typed), &faults) };
    // What was read is answered, and nothing that came since.
    let seen: Instant = posted.fields.get("seen").parse().map_err(|_| Fault::BadRequest)?;
    match staff.state.app.answer_objection(found.row.event_id, found.row.id, seen, (given, reason), staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&format!("{}?done=objection-answered", page_of(staff, &found)))),
        Err(AppError::Stale) => draw(staff, &found, &said, (chosen, typed), &[("answer".to_owned(), staff.t("staff-fault-objection-changed"))]),
        Err(AppError::NotFound) => Err(Fault::Conflict.into()),
        Err(error) => draw(staff, &found, &said, (chosen, typed), &posted.faults(error)?),
    }
}

fn page_of(staff: &Staff, found: &RegistrationView) -> String {
    staff.event_href(&found.event, &format!("/registrations/{}", found.row.reference))
}

fn draw(staff: &Staff, found: &RegistrationView, said: &Row, (chosen, typed): (&str, &str), faults: &[(String, String)]) -> Answer {
    let back = page_of(staff, found);
    let answers = said.claim.answers().iter().map(|given| (given.code().to_owned(), staff.word("staff-objection-answer", given.code())));
    let answers: Vec<_> = std::iter::once((String::new(), staff.t("staff-presence-choose"))).chain(answers).collect();
    let choice = Input::choice("answer", staff.t("staff-objection-answer"), chosen, answers).hinted(staff.t("staff-objection-answer-hint"));
    let claim = staff.word("staff-objection-claim", said.claim.code());
    let words = [claim, said.text.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let hidden = staff.token().into_iter().chain([Hidden::new("seen", said.changed_at.0.to_rfc3339())]).collect();
    let page = FormPage {
        heading: staff.t("staff-objection-answer"),
        lead: labelled(staff, &shown_name(staff, &found.row), &words),
        action: format!("{back}/objection"),
        hidden,
        sections: vec![Section { legend: staff.t("staff-presence"), fields: vec![choice, reason_field_of(staff, typed)], ..Section::default() }],
        button: staff.t("staff-objection-send"),
        back: Link::new(back, staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(&found.event), page, faults)
}

/// The reason, which the person reads.
fn reason_field_of(staff: &Staff, typed: &str) -> Input {
    reason_field(staff, typed).hinted(staff.t("staff-objection-reason-hint"))
}
