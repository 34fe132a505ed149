//! The invitations of an event: list, progress of sendings, stopping one, taking one invitation back.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::see_other;
use crate::app::show::EventView;
use crate::app::show_invitations::SendingView;
use crate::db::invitations::{ListFilter, Row};
use crate::db::outbox::MailStatus;
use crate::db::registrations::Row as Registration;
use crate::domain::event::Window;
use crate::domain::ids::{BatchId, InvitationId, Reference};
use crate::domain::invitation::State;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::Hidden;
use crate::web::view::public::Fault;
use crate::web::view::staff::{InvitationRow, Invitations, SendingRow, Tab};

/// Rows on a page.
const PAGE: i64 = 50;

/// `GET …/events/{event}/invitations`
pub async fn list(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageInvitations, &path.1).await?;
    let (app, event) = (&staff.state.app, view.stored.event.id);
    let filter = ListFilter {
        state: State::from_code(staff.query.get("state")),
        search: staff.query.get("q").chars().take(200).collect(),
        after: staff.query.get("after").parse().ok().map(InvitationId),
        limit: PAGE + 1,
    };
    let mut rows = app.invitations_of(event, filter.clone()).await?;
    let has_more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    let base = staff.event_href(&view, "/invitations");
    let next = rows.last().filter(|_| has_more).map(|(row, _)| staff.query.with(&[("after", &row.id.to_string())]));
    let tabs = tabs(&staff, &view, filter.state).await?;
    let is_open = can_invite(&staff, &view);
    let sendings = app.sendings_of(event).await?;
    let page = Invitations {
        event: staff.title(&view),
        tabs,
        search: filter.search.clone(),
        action: base.clone(),
        kept: filter.state.map(|s| Hidden::new("state", s.code())).into_iter().collect(),
        hidden: staff.token(),
        rows: rows.iter().map(|(row, registration)| invitation_row(&staff, &view, row, registration.as_ref())).collect(),
        next: next.map(|query| query.address(&base)).unwrap_or_default(),
        first: if filter.after.is_some() { staff.query.with(&[("after", "")]).address(&base) } else { String::new() },
        invite: if is_open { format!("{base}/new") } else { String::new() },
        remind: if is_open && !sendings.is_empty() { format!("{base}/remind") } else { String::new() },
        sendings: sendings.iter().map(|sending| sending_row(&staff, &base, sending)).collect(),
    };
    let head = staff.event_head(&view, format!("{} – {}", staff.t("staff-invitations"), page.event));
    staff.page(StatusCode::OK, &head, &page)
}

/// Whether people can be invited to the event now.
pub(super) fn can_invite(staff: &Staff, view: &EventView) -> bool {
    matches!(view.stored.event.window(staff.now), Window::Open | Window::NotYet(_))
}

async fn tabs(staff: &Staff, view: &EventView, current: Option<State>) -> Result<Vec<Tab>, Refusal> {
    let counts = staff.state.app.invitation_counts_of(view.stored.event.id).await?;
    let base = staff.event_href(view, "/invitations");
    let search = |state: &str| staff.query.with(&[("state", state), ("after", "")]).address(&base);
    let number = |n: u32| format::number(staff.language, i64::from(n));
    let all = Tab { href: search(""), label: staff.t("staff-all"), count: number(counts.values().sum()), current: current.is_none() };
    let of = |state: &State| Tab {
        href: search(state.code()),
        label: staff.word("invitation-state", state.code()),
        count: number(counts.get(state).copied().unwrap_or(0)),
        current: current == Some(*state),
    };
    Ok(std::iter::once(all).chain(State::ALL.iter().map(of)).collect())
}

fn invitation_row(staff: &Staff, view: &EventView, row: &Row, registration: Option<&Registration>) -> InvitationRow {
    let is_erased = row.erased_at.is_some();
    let name = match (is_erased, row.name.is_empty()) {
        (true, _) => staff.t("staff-erased"),
        (_, true) => row.email.clone(),
        _ => row.name.clone(),
    };
    let href = |r: &Registration| staff.event_href(view, &format!("/registrations/{}", r.reference));
    InvitationRow {
        email: if row.name.is_empty() { String::new() } else { row.email.clone() },
        name,
        organisation: row.organisation_name.clone(),
        sector: row.sector.map(|s| staff.word("sector", s.code())).unwrap_or_default(),
        language: staff.word("language", row.language.code()),
        state: mark(row.state),
        state_label: staff.word("invitation-state", row.state.code()),
        registration: registration.map(|r| staff.word("state", r.state.code())).unwrap_or_default(),
        registration_href: registration.filter(|_| staff.may(Action::SeePeople, view.platform.id)).map(href).unwrap_or_default(),
        since: format::moment_short(staff.language, row.state_since.0),
        withdraw: if !is_erased && row.state.may_be_withdrawn(registration.map(|r| r.state)) {
            staff.event_href(view, &format!("/invitations/{}/withdraw", row.reference))
        } else {
            String::new()
        },
    }
}

/// The class of a state's mark, as other lists have them.
fn mark(state: State) -> &'static str {
    match state {
        State::Pending => "waitlisted",
        State::Accepted => "confirmed",
        State::Bounced => "failed",
        State::Declined | State::Withdrawn => "withdrawn",
    }
}

fn sending_row(staff: &Staff, base: &str, sending: &SendingView) -> SendingRow {
    let row = &sending.row;
    let sent = sending.count(MailStatus::Sent);
    let all = if row.queued_at.is_some() { i64::from(row.people) } else { 0 };
    let number = |n: i64| FluentValue::from(format::number(staff.language, n));
    let progress = staff.t_with("staff-sending-progress", &[("sent", number(sent)), ("all", number(all))]);
    let standing = match (row.stopped_at.is_some(), row.queued_at.is_some()) {
        (true, true) => format!("{progress}. {}", staff.t("staff-sending-stopped")),
        (true, false) => staff.t("staff-sending-stopped"),
        (false, true) => progress,
        (false, false) => staff.t_with("staff-sending-planned", &[("n", FluentValue::from(row.people))]),
    };
    let failed = sending.count(MailStatus::Failed);
    SendingRow {
        kind: staff.word("mail-kind", row.kind.code()),
        who: if row.made_by == staff.actor().to_string() { staff.who.email.clone() } else { String::new() },
        when: format::moment_short(staff.language, row.send_at.0),
        standing,
        done: sent,
        all,
        failed: if failed > 0 { staff.t_with("staff-sending-failed", &[("n", FluentValue::from(failed))]) } else { String::new() },
        stop: if sending.is_going_on() { format!("{base}/sendings/{}/stop", row.id) } else { String::new() },
    }
}

/// `POST …/events/{event}/invitations/sendings/{batch}/stop`: what was not sent is not sent.
pub async fn stop(posted: Posted, path: web::Path<(String, String, i64)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageInvitations, &path.1).await?;
    let unsent = staff.state.app.stop_invitations(view.stored.event.id, BatchId(path.2), staff.actor(), staff.now).await?;
    Ok(see_other(&staff.event_href(&view, &format!("/invitations?done=sending-stopped&n={unsent}"))))
}

/// `POST …/events/{event}/invitations/{reference}/withdraw`: its link opens nothing any more.
pub async fn withdraw(posted: Posted, path: web::Path<(String, String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageInvitations, &path.1).await?;
    let reference = Reference::parse(&path.2).ok_or(Fault::NotFound)?;
    let row = staff.state.app.invitation_by_reference(view.stored.event.id, &reference).await?;
    staff.state.app.withdraw_invitation(view.stored.event.id, row.id, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.event_href(&view, "/invitations?done=invitation-withdrawn")))
}
