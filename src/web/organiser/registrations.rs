//! The people of one event: list, one registration, withdrawal, and the answer to a request.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::address::failing;
use super::inbox::rsvp_words;
use super::mails::of_person;
use super::people_filter::PeopleFilter;
use super::presence;
use super::promote::can_promote;
use super::see_other;
use super::succession::related;
use super::words::line_fault;
use crate::app::show::{EventView, RegistrationView};
use crate::db::registrations::Row;
use crate::domain::event::EventStatus;
use crate::domain::ids::{Reference, RegistrationId};
use crate::domain::registration::State;
use crate::domain::seats::Reason;
use crate::domain::staff::Action;
use crate::domain::text::Title;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, HistoryRow, Input, Pair, PersonPage, PersonRow, Registrations, Section, Tab};
use crate::web::view::{Hidden, Link};

/// Rows on a page.
const PAGE: i64 = 50;

/// `GET …/events/{event}/registrations`
pub async fn list(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::SeePeople, &path.1).await?;
    let app = &staff.state.app;
    if let Some(reference) = Reference::parse(staff.query.get("q"))
        && let Ok(found) = registration(&staff, Action::SeePeople, &path.1, reference.as_str()).await
    {
        // What people quote from their own page leads to theirs.
        return Ok(see_other(&staff.event_href(&view, &format!("/registrations/{}", found.row.reference))));
    }
    let filter = PeopleFilter::read(&staff.query);
    let after = staff.query.get("after").parse().ok().map(RegistrationId);
    let mut rows = app.registrations_of(view.stored.event.id, filter.asked(after, PAGE + 1)).await?;
    let has_more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| has_more).map(|row| staff.query.with(&[("after", &row.id.to_string())]));
    let places = if rows.iter().any(|r| r.waiting_no.is_some()) { app.waiting_places(view.stored.event.id).await? } else { HashMap::new() };
    let base = staff.event_href(&view, "/registrations");
    let may = |action| staff.may(action, view.platform.id);
    let is_open = !view.stored.event.is_held(staff.now) && view.stored.event.status == EventStatus::Published;
    let can_answer = may(Action::ManageRegistrations) && is_open;
    let answers = app.answers_of(&rows).await?;
    let of = |row: &Row| PersonRow {
        rsvp: rsvp(&staff, answers.get(&row.id)),
        ..person_row(&staff, &base, row, places.get(&row.id).copied(), can_answer)
    };
    let rows: Vec<PersonRow> = rows.iter().map(of).collect();
    // The state is kept beside the choices; they are fields themselves.
    let kept = |hidden: Hidden| matches!(hidden.name.as_str(), "state").then_some(hidden);
    let page = Registrations {
        event: staff.title(&view),
        tabs: tabs(&staff, &view, filter.state).await?,
        search: filter.search.clone(),
        action: base.clone(),
        hidden: filter.hidden().into_iter().filter_map(kept).collect(),
        filters: filter.choices(&staff, view.stored.event.place.format.modes()),
        answer: if rows.iter().any(|row| !row.pick.is_empty()) { format!("{base}/answer") } else { String::new() },
        filtered: staff.token().into_iter().chain(filter.hidden()).collect(),
        rows,
        next: next.map(|query| query.address(&base)).unwrap_or_default(),
        first: if after.is_some() { staff.query.with(&[("after", "")]).address(&base) } else { String::new() },
        export: if may(Action::Export) { filter.address(&format!("{base}.csv")) } else { String::new() },
        workbook: if may(Action::Export) { filter.address(&format!("{base}.xlsx")) } else { String::new() },
        message: if may(Action::ManageRegistrations) { filter.address(&staff.event_href(&view, "/messages/new")) } else { String::new() },
        messages: if may(Action::ManageRegistrations) { staff.event_href(&view, "/messages") } else { String::new() },
        enter: if may(Action::ManageRegistrations) && is_open { staff.event_href(&view, "/enter") } else { String::new() },
    };
    let head = staff.event_head(&view, format!("{} – {}", staff.t("staff-registrations"), page.event));
    staff.page(StatusCode::OK, &head, &page)
}

async fn tabs(staff: &Staff, view: &EventView, current: Option<State>) -> Result<Vec<Tab>, Refusal> {
    let counts = staff.state.app.counts_of(view.stored.event.id).await?;
    let base = staff.event_href(view, "/registrations");
    let search = |state: &str| staff.query.with(&[("state", state), ("after", "")]).address(&base);
    let number = |n: u32| format::number(staff.language, i64::from(n));
    let all = Tab { href: search(""), label: staff.t("staff-all"), count: number(counts.values().sum()), current: current.is_none() };
    let of = |state: &State| Tab {
        href: search(state.code()),
        label: staff.word("staff-count", state.code()),
        count: number(counts.get(state).copied().unwrap_or(0)),
        current: current == Some(*state),
    };
    let order = [State::Confirmed, State::Waitlisted, State::AwaitingApproval, State::Pending, State::Withdrawn, State::Rejected];
    let order = order.into_iter().chain([State::Cancelled, State::Expired]);
    let shown = order.filter(|s| counts.get(s).is_some_and(|n| *n > 0) || current == Some(*s) || matches!(s, State::Confirmed | State::Waitlisted));
    Ok(std::iter::once(all).chain(shown.map(|s| of(&s))).collect())
}

fn person_row(staff: &Staff, base: &str, row: &Row, place: Option<u32>, can_answer: bool) -> PersonRow {
    PersonRow {
        pick: if can_answer && row.state.may_be_approved() && row.erased_at.is_none() { row.id.to_string() } else { String::new() },
        name: shown_name(staff, row),
        href: format!("{base}/{}", row.reference),
        email: row.email.clone(),
        organisation: row.organisation_name.clone(),
        sector: staff.word("sector", row.sector.code()),
        mode: staff.word("mode", row.mode.code()),
        state: row.state.code(),
        state_label: staff.word("state", row.state.code()),
        why: why(staff, row, place),
        rsvp: String::new(),
        since: format::moment_short(staff.language, row.registered_at.0),
        present: if row.present { staff.t("staff-present") } else { String::new() },
    }
}

/// What a calendar answered: nothing where it did not.
fn rsvp(staff: &Staff, answer: Option<&crate::domain::rsvp::Answer>) -> String {
    answer
        .filter(|answer| **answer != crate::domain::rsvp::Answer::NeedsAction)
        .map(|answer| staff.word("staff-rsvp", answer.code()))
        .unwrap_or_default()
}

pub(super) fn shown_name(staff: &Staff, row: &Row) -> String {
    if row.erased_at.is_some() { staff.t("staff-erased") } else { row.name.clone() }
}

/// Place in line and the rule that decided, where the state alone does not say it.
fn why(staff: &Staff, row: &Row, place: Option<u32>) -> String {
    let place = place.map(|n| staff.t_with("staff-place", &[("n", FluentValue::from(n))]));
    let reason = row.reason.as_ref().map(|r| &r.0).filter(|r| !matches!(r, Reason::SeatFree | Reason::SeatFreed | Reason::CalledOff));
    let parts: Vec<String> = place.into_iter().chain(reason.map(|r| reason_words(staff, r))).collect();
    parts.join(" ")
}

/// A reason as it is told to staff: about the person, not to them.
pub(super) fn reason_words(staff: &Staff, reason: &Reason) -> String {
    match reason {
        Reason::Staff { text } => text.clone(),
        Reason::OrganisationFull { limit } => staff.t_with("staff-reason-organisation-full", &[("limit", FluentValue::from(*limit))]),
        Reason::SeatFreed | Reason::OwnWish | Reason::Erased | Reason::Replaced | Reason::StoodIn | Reason::CalendarDeclined => {
            staff.t(&format!("staff-reason-{}", reason.code().replace('_', "-")))
        }
        other => staff.state.texts().reason(staff.language, other),
    }
}

/// A registration of this event, if this action is allowed with it.
pub(super) async fn registration(staff: &Staff, action: Action, slug: &str, reference: &str) -> Result<RegistrationView, Refusal> {
    let view = staff.event(action, slug).await?;
    let reference = Reference::parse(reference).ok_or(Fault::NotFound)?;
    let found = staff.state.app.registration_by_reference(&reference).await?;
    // The address names the event that the roles were checked for; a registration of another one is not there.
    if found.row.event_id == view.stored.event.id { Ok(found) } else { Err(Fault::NotFound.into()) }
}

/// `GET …/events/{event}/registrations/{reference}`
pub async fn show(staff: Staff, path: web::Path<(String, String, String)>) -> Answer {
    let found = registration(&staff, Action::SeePeople, &path.1, &path.2).await?;
    let row = &found.row;
    let at = |t: crate::db::types::Ts| format::date_time(staff.language, t.0);
    let mut facts = vec![
        Pair::new(staff.t("staff-email"), row.email.clone()),
        Pair::new(staff.t("staff-organisation"), row.organisation_name.clone()),
        Pair::new(staff.t("staff-sector"), staff.word("sector", row.sector.code())),
        Pair::new(staff.t("staff-mode"), staff.word("mode", row.mode.code())),
        Pair::new(staff.t("staff-language"), staff.word("language", row.language.code())),
        Pair::new(staff.t("staff-registered-at"), at(row.registered_at)),
        Pair::new(staff.t("staff-presence"), staff.t(if row.present { "staff-present" } else { "staff-not-present" })),
        // What the person reads on their own page and quotes on the telephone.
        Pair::new(staff.t("staff-reference"), row.reference.to_string()),
    ];
    let explained = why(&staff, row, found.waiting_place);
    if !explained.is_empty() {
        facts.insert(0, Pair::new(staff.t("staff-why"), explained));
    }
    let may_manage = staff.may(Action::ManageRegistrations, found.event.platform.id);
    let may_withdraw = may_manage && can_withdraw(&staff, &found);
    let may_decide = may_manage && row.erased_at.is_none() && !found.event.stored.event.is_held(staff.now);
    let mine = staff.event_href(&found.event, &format!("/registrations/{}", row.reference));
    let note = staff.state.app.note_of(row.id).await?;
    let may_see_mail = staff.may(Action::SeeMail, found.event.platform.id);
    if row.erased_at.is_none() {
        let rsvp = staff.state.app.rsvp_of(row.id).await?;
        if row.was_invited || rsvp.is_some() {
            facts.push(Pair::new(staff.t("staff-rsvp"), rsvp_words(&staff, rsvp.as_ref(), row.answered_sequence())));
        }
    }
    let address = if may_see_mail { staff.state.app.failing_address(row.id).await? } else { None };
    let page = PersonPage {
        name: shown_name(&staff, row),
        state: row.state.code(),
        state_label: staff.word("state", row.state.code()),
        facts,
        related: related(&staff, &found).await?,
        presence: presence::part(&staff, &found).await?,
        history: found.history.iter().map(|change| history_row(&staff, change)).collect(),
        failing: address.map(|address| failing(&staff, &address, format!("{mine}/address"))),
        mails: if may_see_mail { of_person(&staff, row.id).await? } else { Vec::new() },
        by_event: false,
        withdraw: if may_withdraw { format!("{mine}/withdraw") } else { String::new() },
        approve: if may_decide && row.state.may_be_approved() { format!("{mine}/approve") } else { String::new() },
        reject: if may_decide && row.state == State::AwaitingApproval { format!("{mine}/reject") } else { String::new() },
        promote: if may_manage && can_promote(&staff, &found) { format!("{mine}/promote") } else { String::new() },
        note: note.map(|note| note.text).unwrap_or_default(),
        note_edit: if may_manage && row.erased_at.is_none() { format!("{mine}/note") } else { String::new() },
        hidden: staff.token(),
    };
    let mut crumbs = staff.crumbs(Some(&found.event));
    crumbs.push(Link::new(staff.event_href(&found.event, "/registrations"), staff.t("staff-registrations")));
    staff.page(StatusCode::OK, &staff.event_head(&found.event, page.name.clone()).with_crumbs(crumbs), &page)
}

/// Whether there is something to withdraw from: the page that asks for it opens only then.
fn can_withdraw(staff: &Staff, found: &RegistrationView) -> bool {
    found.row.state.may_withdraw() && !found.event.stored.event.is_held(staff.now)
}

fn history_row(staff: &Staff, change: &crate::db::changes::Row) -> HistoryRow {
    let who = change.actor.split(':').next().unwrap_or_default();
    let mut parts = vec![staff.t(&format!("staff-actor-{who}"))];
    if change.from_state != Some(change.to_state) {
        parts.push(staff.word("state", change.to_state.code()));
    }
    // Every row keeps the reason its registration has; it explains only the rows in which something was decided.
    parts.extend(change.reason.as_ref().filter(|_| change.cause.decides()).map(|reason| reason_words(staff, &reason.0)));
    HistoryRow {
        when: format::date_time(staff.language, change.at.0),
        what: staff.t(&format!("staff-cause-{}", change.cause.code().replace('_', "-"))),
        why: parts.join(" · "),
    }
}

/// `GET …/registrations/{reference}/withdraw`
pub async fn ask_withdraw(staff: Staff, path: web::Path<(String, String, String)>) -> Answer {
    let found = registration(&staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    if !can_withdraw(&staff, &found) {
        return Err(Fault::Conflict.into());
    }
    draw_ending(&staff, &found, Ending::Withdraw, "", &[])
}

/// `POST …/registrations/{reference}/withdraw`: the seat goes to the first in line.
pub async fn withdraw(posted: Posted, path: web::Path<(String, String, String)>) -> Answer {
    let staff = &posted.staff;
    let found = registration(staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    let typed = posted.fields.get("reason");
    let reason = match Title::parse(typed) {
        Ok(reason) => reason.to_string(),
        Err(fault) => return draw_ending(staff, &found, Ending::Withdraw, typed, &[("reason".into(), line_fault(staff, "line", fault))]),
    };
    match staff.state.app.withdraw(found.row.id, staff.actor(), Some(reason), staff.now).await {
        Ok(_) => Ok(see_other(&staff.event_href(&found.event, &format!("/registrations/{}?done=withdrawn", found.row.reference)))),
        Err(error) => draw_ending(staff, &found, Ending::Withdraw, typed, &posted.faults(error)?),
    }
}

/// `POST …/registrations/{reference}/approve`: a seat, or the last place in line.
pub async fn approve(posted: Posted, path: web::Path<(String, String, String)>) -> Answer {
    let staff = &posted.staff;
    let found = registration(staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    staff.state.app.approve(found.row.id, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.event_href(&found.event, &format!("/registrations/{}?done=approved", found.row.reference))))
}

/// `GET …/registrations/{reference}/reject`
pub async fn ask_reject(staff: Staff, path: web::Path<(String, String, String)>) -> Answer {
    let found = registration(&staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    if !found.row.state.may_be_rejected() || found.row.present || found.event.stored.event.is_held(staff.now) {
        return Err(Fault::Conflict.into());
    }
    draw_ending(&staff, &found, Ending::Reject, "", &[])
}

/// `POST …/registrations/{reference}/reject`: the person reads why.
pub async fn reject(posted: Posted, path: web::Path<(String, String, String)>) -> Answer {
    let staff = &posted.staff;
    let found = registration(staff, Action::ManageRegistrations, &path.1, &path.2).await?;
    let typed = posted.fields.get("reason");
    let reason = match Title::parse(typed) {
        Ok(reason) => reason.to_string(),
        Err(fault) => return draw_ending(staff, &found, Ending::Reject, typed, &[("reason".into(), line_fault(staff, "line", fault))]),
    };
    match staff.state.app.reject(found.row.id, reason, staff.actor(), staff.now).await {
        Ok(_) => Ok(see_other(&staff.event_href(&found.event, &format!("/registrations/{}?done=rejected", found.row.reference)))),
        Err(error) => draw_ending(staff, &found, Ending::Reject, typed, &posted.faults(error)?),
    }
}

/// The two ways in which staff ends a registration; the last part of the address, and of the texts' keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Withdraw,
    Reject,
}

impl Ending {
    const fn word(self) -> &'static str {
        match self {
            Self::Withdraw => "withdraw",
            Self::Reject => "reject",
        }
    }
}

fn draw_ending(staff: &Staff, found: &RegistrationView, ending: Ending, reason: &str, faults: &[(String, String)]) -> Answer {
    let word = ending.word();
    let page_of = staff.event_href(&found.event, &format!("/registrations/{}", found.row.reference));
    let input = Input::line("reason", staff.t("staff-reason"), reason).hinted(staff.t("staff-withdraw-reason-hint"));
    let page = FormPage {
        heading: staff.t(&format!("staff-{word}")),
        lead: staff.t_with(&format!("staff-{word}-what"), &[("name", FluentValue::from(shown_name(staff, &found.row)))]),
        action: format!("{page_of}/{word}"),
        hidden: staff.token(),
        sections: vec![Section { legend: staff.t("staff-why"), hint: String::new(), fields: vec![input] }],
        button: staff.t(&format!("staff-{word}-do")),
        danger: true,
        back: Link::new(page_of, staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(&found.event), page, faults)
}
