//! What is recorded of somebody's presence, on their staff page: every proof, what it comes to, and correcting it with a reason.

use actix_web::web;
use fluent_bundle::FluentValue;

use super::objections;
use super::registrations::{registration, shown_name};
use super::see_other;
use super::words::{labelled, line_fault};
use crate::app::AppError;
use crate::app::show::RegistrationView;
use crate::db::attendance::Row;
use crate::domain::attendance::{ProofSource, REASON_LENGTH, Weight};
use crate::domain::event::EventStatus;
use crate::domain::ids::ProofId;
use crate::domain::registration::State;
use crate::domain::staff::Action;
use crate::domain::text::Line;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, Input, PresencePart, ProofRow, Section};
use crate::web::view::{Hidden, Link};

type OfPerson = web::Path<(String, String, String)>;
type OfProof = web::Path<(String, String, String, i64)>;

/// What is recorded of somebody; `None` where there is nothing to show or do.
///
/// # Errors
/// 500.
pub(super) async fn part(staff: &Staff, found: &RegistrationView) -> Result<Option<PresencePart>, Refusal> {
    let recorded = staff.state.app.presence_of(found.row.id).await?;
    let may_manage = staff.may(Action::ManageRegistrations, found.event.platform.id) && can_correct(found);
    let may_say = may_manage && !found.event.stored.event.schedule.is_before_the_day(staff.now);
    let said = if may_manage { staff.state.app.objections_of(found.row.id).await? } else { Vec::new() };
    if recorded.proofs.is_empty() && !may_say && said.is_empty() {
        return Ok(None);
    }
    // Who of the staff it was is read by those who read the journal.
    let may_read = staff.may(Action::SeeJournal, found.event.platform.id);
    let names = if may_read { staff.state.app.actor_names().await? } else { Default::default() };
    let who = |actor: &str| {
        let kind = actor.split(':').next().unwrap_or_default();
        names.get(actor).cloned().unwrap_or_else(|| staff.word("staff-actor", kind))
    };
    let page_of = page_of(staff, found);
    let row = |proof: &Row, weight: &Weight| ProofRow {
        what: what(staff, proof),
        when: when(staff, proof),
        recorded: {
            let at = format::date_time(staff.language, proof.recorded_at.0);
            staff.t_with("staff-proof-recorded", &[("at", at.into()), ("who", who(&proof.recorded_by).into())])
        },
        device: proof.device.as_ref().map(|device| labelled(staff, &staff.t("staff-proof-device"), device)).unwrap_or_default(),
        reason: proof.reason.as_ref().map(|reason| labelled(staff, &staff.t("staff-reason"), reason)).unwrap_or_default(),
        weight: weight.code(),
        weight_label: staff.word("staff-weight", weight.code()),
        taken_back: proof
            .revoked_at
            .map(|at| taken_back(staff, format::date_time(staff.language, at.0), who(proof.revoked_by.as_deref().unwrap_or_default())))
            .unwrap_or_default(),
        because: proof.revoked_reason.clone().unwrap_or_default(),
        take_back: if may_manage && proof.revoked_at.is_none() { format!("{page_of}/presence/{}", proof.id) } else { String::new() },
    };
    let minutes = recorded
        .finding
        .minutes
        .map(|(here, asked)| staff.t_with("staff-presence-minutes", &[("here", FluentValue::from(here)), ("asked", FluentValue::from(asked))]));
    Ok(Some(PresencePart {
        standing: staff.t(if recorded.finding.present { "staff-presence-yes" } else { "staff-presence-no" }),
        minutes: minutes.unwrap_or_default(),
        proofs: recorded.proofs.iter().zip(&recorded.finding.weights).map(|(proof, weight)| row(proof, weight)).collect(),
        correct: if may_say { format!("{page_of}/presence") } else { String::new() },
        objections: said.iter().map(|said| objections::row(staff, said, &page_of, &who)).collect(),
    }))
}

fn what(staff: &Staff, proof: &Row) -> String {
    if proof.source == ProofSource::Hand {
        return staff.t(if proof.denies { "staff-proof-not-there" } else { "staff-proof-was-there" });
    }
    staff.word("proof-source", proof.source.code())
}

/// The moment, or from when to when; staff speaks of the whole event.
fn when(staff: &Staff, proof: &Row) -> String {
    let at = |at: crate::db::types::Ts| format::date_time(staff.language, at.0);
    match proof.left_at {
        Some(left_at) => staff.t_with("staff-proof-span", &[("from", at(proof.at).into()), ("to", at(left_at).into())]),
        None if proof.source == ProofSource::Hand => String::new(),
        None => at(proof.at),
    }
}

fn taken_back(staff: &Staff, at: String, who: String) -> String {
    staff.t_with("staff-proof-taken-back", &[("at", at.into()), ("who", who.into())])
}

/// Whether proofs about this person can be corrected at all.
fn can_correct(found: &RegistrationView) -> bool {
    let is_known = !matches!(found.row.state, State::Pending | State::Expired | State::Rejected);
    is_known && found.row.erased_at.is_none() && found.event.stored.event.status == EventStatus::Published
}

fn page_of(staff: &Staff, found: &RegistrationView) -> String {
    staff.event_href(&found.event, &format!("/registrations/{}", found.row.reference))
}

/// `GET …/registrations/{reference}/presence`
pub async fn form(staff: Staff, path: OfPerson) -> Answer {
    let found = registration(&staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    if !can_correct(&found) || found.event.stored.event.schedule.is_before_the_day(staff.now) {
        return Err(Fault::Conflict.into());
    }
    draw(&staff, &found, "", "", &[])
}

/// `POST …/registrations/{reference}/presence`
pub async fn correct(posted: Posted, path: OfPerson) -> Answer {
    let staff = &posted.staff;
    let found = registration(staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    let (said, typed) = (posted.fields.get("was_there"), posted.fields.get("reason"));
    let mut faults = Vec::new();
    let was_there = match said {
        "yes" => Some(true),
        "no" => Some(false),
        _ => {
            faults.push(("was_there".to_owned(), staff.t("staff-fault-was-there")));
            None
        }
    };
    let reason = reason(staff, typed, &mut faults);
    let (Some(was_there), Some(reason)) = (was_there, reason) else { return draw(staff, &found, said, typed, &faults) };
    match staff.state.app.correct_presence(found.row.event_id, found.row.id, was_there, reason, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&format!("{}?done=presence-corrected", page_of(staff, &found)))),
        Err(AppError::NotFound) => Err(Fault::Conflict.into()),
        Err(error) => draw(staff, &found, said, typed, &posted.faults(error)?),
    }
}

/// `GET …/registrations/{reference}/presence/{proof}`
pub async fn ask_take_back(staff: Staff, path: OfProof) -> Answer {
    let (found, proof) = proof(&staff, &path).await?;
    if proof.revoked_at.is_some() || !can_correct(&found) {
        return Err(Fault::Conflict.into());
    }
    draw_taking_back(&staff, &found, &proof, "", &[])
}

/// `POST …/registrations/{reference}/presence/{proof}`
pub async fn take_back(posted: Posted, path: OfProof) -> Answer {
    let staff = &posted.staff;
    let (found, proof) = proof(staff, &path).await?;
    if !can_correct(&found) {
        return Err(Fault::Conflict.into());
    }
    let mut faults = Vec::new();
    let typed = posted.fields.get("reason");
    let Some(reason) = reason(staff, typed, &mut faults) else { return draw_taking_back(staff, &found, &proof, typed, &faults) };
    match staff.state.app.take_proof_back(found.row.event_id, found.row.id, proof.id, reason, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&format!("{}?done=presence-corrected", page_of(staff, &found)))),
        Err(AppError::NotFound) => Err(Fault::Conflict.into()),
        Err(error) => draw_taking_back(staff, &found, &proof, typed, &posted.faults(error)?),
    }
}

/// A proof about this person.
async fn proof(staff: &Staff, path: &(String, String, String, i64)) -> Result<(RegistrationView, Row), Refusal> {
    let found = registration(staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    let recorded = staff.state.app.presence_of(found.row.id).await?;
    let proof = recorded.proofs.into_iter().find(|proof| proof.id == ProofId(path.3)).ok_or(Fault::NotFound)?;
    Ok((found, proof))
}

/// The reason for a correction: one line, and not left out.
pub(super) fn reason(staff: &Staff, typed: &str, faults: &mut Vec<(String, String)>) -> Option<String> {
    Line::<REASON_LENGTH>::parse(typed)
        .map(|reason| reason.to_string())
        .map_err(|fault| faults.push(("reason".into(), line_fault(staff, "line", fault))))
        .ok()
}

/// The field for a reason.
pub(super) fn reason_field(staff: &Staff, typed: &str) -> Input {
    let hint = staff.t_with("staff-presence-reason-hint", &[("most", FluentValue::from(REASON_LENGTH))]);
    Input::line("reason", staff.t("staff-reason"), typed).hinted(hint)
}

fn draw(staff: &Staff, found: &RegistrationView, said: &str, typed: &str, faults: &[(String, String)]) -> Answer {
    let answers = [("", "staff-presence-choose"), ("yes", "staff-proof-was-there"), ("no", "staff-proof-not-there")];
    let answers = answers.map(|(value, key)| (value.to_owned(), staff.t(key)));
    let choice = Input::choice("was_there", staff.t("staff-presence-what"), said, answers).hinted(staff.t("staff-presence-what-hint"));
    let page = FormPage {
        heading: staff.t("staff-presence-correct"),
        lead: shown_name(staff, &found.row),
        action: format!("{}/presence", page_of(staff, found)),
        hidden: staff.token(),
        sections: vec![Section { legend: staff.t("staff-presence"), fields: vec![choice, reason_field(staff, typed)], ..Section::default() }],
        button: staff.t("staff-presence-correct"),
        back: Link::new(page_of(staff, found), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(&found.event), page, faults)
}

fn draw_taking_back(staff: &Staff, found: &RegistrationView, proof: &Row, typed: &str, faults: &[(String, String)]) -> Answer {
    let said = [what(staff, proof), when(staff, proof)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let page = FormPage {
        heading: staff.t("staff-proof-take-back"),
        lead: labelled(staff, &shown_name(staff, &found.row), &said),
        action: format!("{}/presence/{}", page_of(staff, found), proof.id),
        hidden: staff.token(),
        sections: vec![Section {
            legend: staff.t("staff-why"),
            hint: staff.t("staff-proof-take-back-what"),
            fields: vec![reason_field(staff, typed)],
        }],
        button: staff.t("staff-proof-take-back"),
        danger: true,
        back: Link::new(page_of(staff, found), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(&found.event), page, faults)
}

/// The desk asks why marks go that are not its own of a moment ago.
pub(super) fn draw_undo(
    staff: &Staff,
    view: &crate::app::show::EventView,
    row: &crate::db::registrations::Row,
    typed: &str,
    faults: &[(String, String)],
) -> Answer {
    let page = FormPage {
        heading: staff.t("staff-undo-why"),
        lead: row.name.clone(),
        action: staff.event_href(view, "/check-in/undo"),
        hidden: staff.token().into_iter().chain([Hidden::new("registration", row.reference.to_string()), Hidden::new("asked", "yes")]).collect(),
        sections: vec![Section { legend: staff.t("staff-why"), hint: staff.t("staff-undo-why-what"), fields: vec![reason_field(staff, typed)] }],
        button: staff.t("staff-undo"),
        danger: true,
        back: Link::new(staff.event_href(view, "/check-in"), staff.t("staff-door-list-back")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}
