//! The mail room: what is owed, sent or given up, of all events and of one; each mail with what it says and what was said of it.

mod deeds;
mod filter;
mod many;
mod one;

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

pub use self::deeds::{abort, again, retry};
use self::filter::{MailFilter, cursor};
pub use self::many::{ask as ask_many, ask_of_event as ask_many_of_event, order as order_many, order_of_event as order_many_of_event};
pub use self::one::{framed, framing, html, says_of, show, source, unmade};
use super::inbox::{kind_of, outcome_of, sender};
use super::words::labelled;
use crate::app::show::EventView;
use crate::app::show_mails::{Standing, Wanted};
use crate::db::inbound::Row as Incoming;
use crate::db::outbox::{MailStatus, Row};
use crate::domain::event::Event;
use crate::domain::ids::RegistrationId;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;
use crate::web::view::Link;
use crate::web::view::staff::{MailRow, Mails, Tab};

/// Rows on a page.
const PAGE: i64 = 50;
/// Mails to one person about one event; nobody gets as many.
const MOST_OF_ONE: i64 = 500;
/// The statuses in the order in which they are looked at.
const ORDER: [MailStatus; 4] = [MailStatus::Failed, MailStatus::Queued, MailStatus::Sent, MailStatus::Aborted];

/// `GET …/mails`
pub async fn list(staff: Staff) -> Answer {
    staff.require_somewhere(Action::SeeMail)?;
    draw(&staff, None).await
}

/// `GET …/events/{event}/mails`
pub async fn of_event(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::SeeMail, &path.1).await?;
    draw(&staff, Some(&view)).await
}

async fn draw(staff: &Staff, view: Option<&EventView>) -> Answer {
    let (app, grants, filter) = (&staff.state.app, &staff.who.grants, MailFilter::read(&staff.query));
    let wanted = filter.wanted(view.map(|view| view.stored.event.id));
    let before = cursor(staff.query.get("before"));
    let mut found = app.mails_for(grants, Wanted { before, ..wanted.clone() }, PAGE + 1).await?;
    let has_more = found.mails.len() as i64 > PAGE;
    found.mails.truncate(PAGE as usize);
    let standing = app.mails_stand(grants, wanted, staff.now).await?;
    let base = base(staff, view);
    let status = filter.status.map(MailStatus::code);
    let page = Mails {
        of: view.map(|view| staff.title(view)).unwrap_or_default(),
        tabs: tabs(staff, &filter, &base, &standing),
        oldest: standing
            .oldest_due
            .map(|at| staff.t_with("staff-mails-oldest", &[("at", format::moment_short(staff.language, at).into())]))
            .unwrap_or_default(),
        search: filter.search.clone(),
        action: base.clone(),
        kept: filter.hidden().into_iter().filter(|hidden| hidden.name == "status").collect(),
        filters: filter.choices(staff),
        rows: found.mails.iter().map(|row| mail_row(staff, row, found.event(row).filter(|_| view.is_none()))).collect(),
        by_event: view.is_none(),
        hidden: staff.token(),
        all: many_links(staff, view, &filter, &standing),
        previews: view.map_or_else(|| staff.href("/mail-previews"), |view| staff.event_href(view, "/preview/mail")),
        next: found.mails.last().filter(|_| has_more).map(|last| filter.address_after(&base, last)).unwrap_or_default(),
        first: if before.is_some() { filter.address(&base) } else { String::new() },
    };
    let title = match status {
        Some(code) => labelled(staff, &staff.t("staff-nav-mails"), &staff.word("staff-mails", code)),
        None => staff.t("staff-nav-mails"),
    };
    let head = view.map_or_else(|| staff.head(title.clone()), |view| staff.event_head(view, title.clone()));
    staff.page(StatusCode::OK, &head, &page)
}

/// The address of a list.
fn base(staff: &Staff, view: Option<&EventView>) -> String {
    view.map_or_else(|| staff.href("/mails"), |view| staff.event_href(view, "/mails"))
}

fn tabs(staff: &Staff, filter: &MailFilter, base: &str, standing: &Standing) -> Vec<Tab> {
    let all = Tab { href: filter.address_of(base, None), label: staff.t("staff-all"), count: String::new(), current: filter.status.is_none() };
    let of = |status: MailStatus| Tab {
        href: filter.address_of(base, Some(status)),
        label: staff.word("staff-mails", status.code()),
        count: format::number(staff.language, standing.counts.get(&status).copied().unwrap_or(0)),
        current: filter.status == Some(status),
    };
    std::iter::once(all).chain(ORDER.map(of)).collect()
}

/// What may be done with all that the filter finds: with those that are looked at, where there are any.
fn many_links(staff: &Staff, view: Option<&EventView>, filter: &MailFilter, standing: &Standing) -> Vec<Link> {
    let count = filter.status.and_then(|status| standing.counts.get(&status)).copied().unwrap_or(0);
    let orders: &[&str] = match filter.status {
        Some(MailStatus::Failed) if count > 0 => &["retry", "abort"],
        Some(MailStatus::Queued) if count > 0 => &["abort"],
        _ => &[],
    };
    let path = view.map_or_else(|| staff.href("/mails/many"), |view| staff.event_href(view, "/mails/many"));
    let link = |order: &&str| {
        let address = filter.address(&path);
        Link::new(format!("{address}&order={order}"), staff.t_with(&format!("staff-mails-{order}-all"), &[("n", FluentValue::from(count))]))
    };
    orders.iter().map(link).collect()
}

/// A mail in a list. `event` where the list is of several.
fn mail_row(staff: &Staff, row: &Row, event: Option<&Event>) -> MailRow {
    let at = |moment| format::moment_short(staff.language, moment);
    let (may_retry, may_abort) = allowed(staff, row);
    let mine = staff.href(&format!("/mails/{}", row.id));
    MailRow {
        came: false,
        kind: staff.word("mail-kind", row.kind.code()),
        to: if row.snapshot.is_empty() { staff.t("staff-erased") } else { row.recipient.clone() },
        language: staff.word("language", row.language.code()),
        event: event.map(|event| staff.title_of(event)).unwrap_or_default(),
        event_href: event
            .filter(|event| staff.may(Action::SeeEvents, event.platform_id))
            .map(|event| staff.href(&format!("/events/{}", event.slug)))
            .unwrap_or_default(),
        owed: at(row.created_at.0),
        sent: row.sent_at.map(|sent| at(sent.0)).unwrap_or_default(),
        status: row.status.code(),
        status_label: staff.word("staff-mail-status", row.status.code()),
        attempts: if row.attempts > 0 { staff.t_with("staff-attempts", &[("n", FluentValue::from(row.attempts))]) } else { String::new() },
        next: next_try(staff, row).map(|moment| staff.t_with("staff-mail-next", &[("at", at(moment).into())])).unwrap_or_default(),
        said: if row.status == MailStatus::Sent { String::new() } else { said(row) },
        retry: if may_retry { format!("{mine}/retry") } else { String::new() },
        abort: if may_abort { format!("{mine}/abort") } else { String::new() },
        href: mine,
    }
}

/// What the other server said last.
fn said(row: &Row) -> String {
    [row.last_code.as_deref(), row.last_text.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// When a mail that waits is tried next.
fn next_try(staff: &Staff, row: &Row) -> Option<crate::clock::Instant> {
    (row.status == MailStatus::Queued && row.not_before.0 > staff.now).then_some(row.not_before.0)
}

/// Whether there can be another try, and whether it can be given up.
fn allowed(staff: &Staff, row: &Row) -> (bool, bool) {
    let is_kept = !row.snapshot.is_empty();
    let waits_again = row.attempts > 0 && next_try(staff, row).is_some();
    (is_kept && (row.status == MailStatus::Failed || waits_again), is_kept && matches!(row.status, MailStatus::Failed | MailStatus::Queued))
}

/// A mail that came in, between those that went out.
fn came_row(staff: &Staff, mail: &Incoming) -> MailRow {
    MailRow {
        came: true,
        kind: kind_of(staff, mail),
        href: staff.href(&format!("/inbox/{}", mail.id)),
        to: sender(staff, mail),
        owed: format::moment_short(staff.language, mail.received_at.0),
        status_label: outcome_of(staff, mail),
        ..MailRow::default()
    }
}

/// The whole correspondence about a registration and the invitation that led to it, oldest first.
///
/// # Errors
/// Faults only.
pub async fn of_person(staff: &Staff, registration: RegistrationId) -> Result<Vec<MailRow>, Refusal> {
    let wanted = Wanted { registration: Some(registration), ..Wanted::default() };
    let found = staff.state.app.mails_for(&staff.who.grants, wanted, MOST_OF_ONE).await?;
    let mut both: Vec<_> = found.mails.iter().map(|row| (row.created_at.0, mail_row(staff, row, None))).collect();
    both.extend(staff.state.app.inbound_of(registration).await?.iter().map(|mail| (mail.received_at.0, came_row(staff, mail))));
    both.sort_by_key(|(at, _)| *at);
    Ok(both.into_iter().map(|(_, row)| row).collect())
}
