//! Guests proposed for an event of a platform for members: the list, proposing, objecting, admitting early.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::fields::Fields;
use super::invitations::can_invite;
use super::see_other;
use super::words::{line_fault, read_person};
use crate::app::AppError;
use crate::app::guests::{Listed, Proposal};
use crate::app::show::EventView;
use crate::db::guests::Row;
use crate::domain::guest::{State, last_day};
use crate::domain::ids::Reference;
use crate::domain::language::Language;
use crate::domain::platform::Audience;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::domain::text::Title;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::person::PersonFields;
use crate::web::view::Link;
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, GuestRow, Guests, Input, Section};

type Faults = Vec<(String, String)>;
type EventPath = web::Path<(String, String)>;
type GuestPath = web::Path<(String, String, String)>;

/// `GET …/events/{event}/guests`
pub async fn list(staff: Staff, path: EventPath) -> Answer {
    let view = event(&staff, &path.1).await?;
    let rows = staff.state.app.guests_of(view.stored.event.id, staff.now).await?;
    let page = Guests {
        event: staff.title(&view),
        lead: staff.t_with("staff-guests-what", &[("n", FluentValue::from(view.platform.objection_days))]),
        rows: rows.iter().map(|row| guest_row(&staff, &view, row)).collect(),
        propose: if can_invite(&staff, &view) { staff.event_href(&view, "/guests/new") } else { String::new() },
        period: if staff.may(Action::ManageMembers, view.platform.id) {
            staff.href(&format!("/rosters/{}/objections", view.platform.slug))
        } else {
            String::new()
        },
    };
    let head = staff.event_head(&view, format!("{} – {}", staff.t("staff-guests"), page.event));
    staff.page(StatusCode::OK, &head, &page)
}

/// An event of a platform for members: elsewhere there are no guests.
async fn event(staff: &Staff, slug: &str) -> Result<EventView, Refusal> {
    let view = staff.event(Action::ManageInvitations, slug).await?;
    if view.platform.audience == Audience::Members { Ok(view) } else { Err(Fault::NotFound.into()) }
}

/// One of its guests.
async fn guest(staff: &Staff, path: &(String, String, String)) -> Result<(EventView, Row), Refusal> {
    let view = event(staff, &path.1).await?;
    let reference = Reference::parse(&path.2).ok_or(Fault::NotFound)?;
    let found = staff.state.app.guests_of(view.stored.event.id, staff.now).await?.into_iter().find(|listed| listed.row.reference == reference);
    Ok((view, found.ok_or(Fault::NotFound)?.row))
}

fn guest_row(staff: &Staff, view: &EventView, listed: &Listed) -> GuestRow {
    let row = &listed.row;
    let (is_open, closes_at) = (row.state == State::Open, view.stored.event.schedule.closes_at);
    let part = |wanted: bool, part: &str| if wanted { staff.event_href(view, &format!("/guests/{}/{part}", row.reference)) } else { String::new() };
    GuestRow {
        name: if row.erased_at.is_some() { staff.t("staff-erased") } else { row.name.clone() },
        email: row.email.clone(),
        organisation: row.organisation_name.clone(),
        reason: row.reason.clone(),
        by: match &listed.proposer {
            None => staff.t("staff-guest-by-staff"),
            Some(place) if place.erased_at.is_some() => staff.t("staff-guest-by-erased"),
            Some(place) => place.name.clone(),
        },
        by_organisation: listed.proposer.as_ref().map(|place| place.organisation_name.clone()).unwrap_or_default(),
        late: if is_open && row.objections_until.0 >= closes_at {
            staff.t_with("staff-guest-late", &[("closes", FluentValue::from(format::date_time(staff.language, closes_at)))])
        } else {
            String::new()
        },
        barred: listed.bar.map(|bar| staff.word("staff-guest-bar", bar.code())).unwrap_or_default(),
        proposed: format::moment_short(staff.language, row.proposed_at.0),
        until: format::date_of(staff.language, last_of(row)),
        state: match row.state {
            State::Open => "waitlisted",
            State::Admitted => "confirmed",
            State::Refused => "rejected",
            State::Lapsed | State::Elsewhere | State::TakenBack => "withdrawn",
        },
        state_label: staff.word("staff-guest-state", row.state.code()),
        decision: row.decision_reason.clone().unwrap_or_default(),
        object: part(row.takes_objections(staff.now), "object"),
        admit: part(is_open && can_invite(staff, view), "admit"),
    }
}

/// The last day on which somebody can object.
fn last_of(row: &Row) -> chrono::NaiveDate {
    let end = format::brussels(row.objections_until.0).0;
    end.pred_opt().unwrap_or(end)
}

/// `GET …/events/{event}/guests/new`
pub async fn form(staff: Staff, path: EventPath) -> Answer {
    let view = event(&staff, &path.1).await?;
    draw(&staff, &view, &Fields::default(), &[])
}

/// `POST …/events/{event}/guests/new`
pub async fn propose(posted: Posted, path: EventPath) -> Answer {
    let staff = &posted.staff;
    let view = event(staff, &path.1).await?;
    let proposal = match read(staff, &posted.fields) {
        Ok(proposal) => proposal,
        Err(faults) => return draw(staff, &view, &posted.fields, &faults),
    };
    match staff.state.app.propose_guest(view.stored.event.id, proposal, staff.actor(), staff.now).await {
        Ok(_) => Ok(see_other(&staff.event_href(&view, "/guests?done=guest-proposed"))),
        Err(error) => draw(staff, &view, &posted.fields, &faults_of(&posted, &view, error)?),
    }
}

fn faults_of(posted: &Posted, view: &EventView, error: AppError) -> Result<Faults, Refusal> {
    let staff = &posted.staff;
    let fault = |field: &str, text: String| Ok(vec![(field.to_owned(), text)]);
    match error {
        AppError::Taken("proposal") => fault("email", staff.t("staff-fault-guest-proposed")),
        AppError::Taken("place") => fault("email", staff.t("staff-fault-guest-has-place")),
        AppError::Invalid { field: "period", .. } => {
            let last = format::date_of(staff.language, last_day(format::brussels(staff.now).0, view.platform.objection_days));
            let closes = format::date_time(staff.language, view.stored.event.schedule.closes_at);
            fault("form", staff.t_with("staff-fault-guest-late", &[("last", last.into()), ("closes", closes.into())]))
        }
        AppError::Stale => fault("form", staff.t("staff-fault-guest-decided")),
        other => posted.faults(other),
    }
}

/// Of a decision: its page has no field for the address.
fn faults_of_decision(posted: &Posted, view: &EventView, error: AppError) -> Result<Faults, Refusal> {
    match error {
        AppError::Taken("place") => Ok(vec![("form".to_owned(), posted.staff.t("staff-fault-guest-elsewhere"))]),
        other => faults_of(posted, view, other),
    }
}

fn draw(staff: &Staff, view: &EventView, fields: &Fields, faults: &[(String, String)]) -> Answer {
    let languages = Language::ALL.iter().map(|l| (l.code().to_owned(), staff.word("language", l.code())));
    let sectors = Sector::ALL.iter().map(|s| (s.code().to_owned(), staff.word("sector", s.code())));
    let sectors = std::iter::once((String::new(), staff.t("staff-choose"))).chain(sectors);
    let language = if fields.has("language") { fields.get("language") } else { staff.language.code() };
    let inputs = vec![
        Input::line("name", staff.t("staff-name"), fields.get("name")),
        Input::line("email", staff.t("staff-email"), fields.get("email")).of_kind("email"),
        Input::line("organisation", staff.t("staff-organisation"), fields.get("organisation")),
        Input::choice("sector", staff.t("staff-sector"), fields.get("sector"), sectors),
        Input::choice("language", staff.t("staff-language"), language, languages),
        Input::line("reason", staff.t("staff-guest-reason"), fields.get("reason")).hinted(staff.t("staff-guest-reason-hint")),
    ];
    let last = format::date_of(staff.language, last_day(format::brussels(staff.now).0, view.platform.objection_days));
    let page = FormPage {
        heading: staff.t("staff-guest-propose"),
        lead: staff.t_with("staff-guest-propose-what", &[("last", FluentValue::from(last))]),
        action: staff.event_href(view, "/guests/new"),
        hidden: staff.token(),
        sections: vec![Section { legend: staff.t("staff-person"), fields: inputs, ..Section::default() }],
        button: staff.t("staff-guest-propose-do"),
        back: Link::new(staff.event_href(view, "/guests"), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}

fn read(staff: &Staff, fields: &Fields) -> Result<Proposal, Faults> {
    let person = read_person(staff, fields);
    let reason = Title::parse(fields.get("reason")).map_err(|f| line_fault(staff, "line", f));
    match (person, reason) {
        (Ok(PersonFields { name, email, organisation, sector, language }), Ok(reason)) => {
            Ok(Proposal { name, email, organisation, sector, language, reason })
        }
        (person, reason) => {
            let mut faults = person.err().unwrap_or_default();
            faults.extend(reason.err().map(|text| ("reason".to_owned(), text)));
            Err(faults)
        }
    }
}

/// `GET …/guests/{guest}/object`
pub async fn ask_object(staff: Staff, path: GuestPath) -> Answer {
    let (view, row) = guest(&staff, &path).await?;
    if !row.takes_objections(staff.now) {
        return Err(Fault::Conflict.into());
    }
    draw_decision(&staff, &view, &row, "object", Some(""), &[])
}

/// `POST …/guests/{guest}/object`
pub async fn object(posted: Posted, path: GuestPath) -> Answer {
    let staff = &posted.staff;
    let (view, row) = guest(staff, &path).await?;
    let typed = posted.fields.get("reason");
    let reason = match Title::parse(typed) {
        Ok(reason) => reason,
        Err(fault) => return draw_decision(staff, &view, &row, "object", Some(typed), &[("reason".into(), line_fault(staff, "line", fault))]),
    };
    match staff.state.app.object_to_guest(view.stored.event.id, row.reference.clone(), reason, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.event_href(&view, "/guests?done=guest-refused"))),
        Err(error) => draw_decision(staff, &view, &row, "object", Some(typed), &faults_of_decision(&posted, &view, error)?),
    }
}

/// `GET …/guests/{guest}/admit`
pub async fn ask_admit(staff: Staff, path: GuestPath) -> Answer {
    let (view, row) = guest(&staff, &path).await?;
    if row.state != State::Open || !can_invite(&staff, &view) {
        return Err(Fault::Conflict.into());
    }
    draw_decision(&staff, &view, &row, "admit", None, &[])
}

/// `POST …/guests/{guest}/admit`
pub async fn admit(posted: Posted, path: GuestPath) -> Answer {
    let staff = &posted.staff;
    let (view, row) = guest(staff, &path).await?;
    match staff.state.app.admit_guest(view.stored.event.id, row.reference.clone(), staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.event_href(&view, "/guests?done=guest-admitted"))),
        Err(error) => draw_decision(staff, &view, &row, "admit", None, &faults_of_decision(&posted, &view, error)?),
    }
}

/// A page that asks before it decides; `word` is the last part of the address and of the texts' keys.
fn draw_decision(staff: &Staff, view: &EventView, row: &Row, word: &str, reason: Option<&str>, faults: &[(String, String)]) -> Answer {
    let who = [("name", FluentValue::from(row.name.as_str())), ("organisation", FluentValue::from(row.organisation_name.as_str()))];
    let field = reason.map(|typed| Input::line("reason", staff.t("staff-guest-objection"), typed).hinted(staff.t("staff-guest-objection-hint")));
    let sections = field.map(|field| Section { legend: staff.t("staff-guest-objection-why"), fields: vec![field], ..Section::default() });
    let page = FormPage {
        heading: staff.t(&format!("staff-guest-{word}")),
        lead: staff.t_with(&format!("staff-guest-{word}-what"), &who),
        action: staff.event_href(view, &format!("/guests/{}/{word}", row.reference)),
        hidden: staff.token(),
        sections: sections.into_iter().collect(),
        button: staff.t(&format!("staff-guest-{word}-do")),
        danger: word == "object",
        back: Link::new(staff.event_href(view, "/guests"), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}
