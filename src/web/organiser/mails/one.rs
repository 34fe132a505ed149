//! One mail: what it says, as far as staff may read it, what became of it, and its source.
//!
//! Whoever reads the mails of others must not be able to act as they: the secret parts of links are blotted out, here, in the page with
//! the HTML part and in the source, which is not signed either.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};
use chrono::{NaiveDateTime, TimeZone};
use fluent_bundle::FluentValue;

use super::{allowed, next_try, said};
use crate::app::show_mails::MailView;
use crate::clock::Instant;
use crate::db::outbox::MailStatus;
use crate::domain::ids::MailId;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::mail::message::{EventFacts, Links, Message, Snapshot};
use crate::mail::shown;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;
use crate::web::frame::Policy;
use crate::web::view::Link;
use crate::web::view::public::Fault;
use crate::web::view::staff::{MailPage, MailSays, Pair};

/// `GET …/mails/{mail}`
pub async fn show(staff: Staff, path: web::Path<(String, i64)>) -> Answer {
    let view = staff.state.app.mail_for(&staff.who.grants, Action::SeeMail, MailId(path.1)).await?;
    let (may_retry, may_abort) = allowed(&staff, &view.row);
    let mine = staff.href(&format!("/mails/{}", view.row.id));
    let is_last = view.last.as_ref().is_some_and(|last| last.id == view.row.id);
    let can_again = can_again(&staff, &view);
    let key = if is_last { "staff-mail-again" } else { "staff-mail-now" };
    let page = MailPage {
        kind: staff.word("mail-kind", view.row.kind.code()),
        status: view.row.status.code(),
        status_label: staff.word("staff-mail-status", view.row.status.code()),
        facts: facts(&staff, &view),
        overtaken: if view.overtaken { staff.t("staff-mail-overtaken") } else { String::new() },
        holds: view
            .last
            .as_ref()
            .filter(|_| !is_last)
            .map(|last| Link::new(staff.href(&format!("/mails/{}", last.id)), staff.word("mail-kind", last.kind.code()))),
        retry: if may_retry && !view.overtaken { format!("{mine}/retry") } else { String::new() },
        abort: if may_abort { format!("{mine}/abort") } else { String::new() },
        again: if can_again { format!("{mine}/again") } else { String::new() },
        again_label: staff.t(key),
        again_what: staff.t(&format!("{key}-what")),
        hidden: staff.token(),
        says: says(&staff, &view)?,
        person: person(&staff, &view),
    };
    let mut head = staff.head(page.kind.clone()).with_crumbs(crumbs(&staff, &view));
    if let Some(event) = &view.event {
        head = head.with_tlp(event.tlp);
    }
    framing(staff.page(StatusCode::OK, &head, &page))
}

/// Lets a page show a mail within it.
pub fn framing(answer: Answer) -> Answer {
    let mut answer = answer?;
    answer.extensions_mut().insert(Policy::FRAMING);
    Ok(answer)
}

/// The HTML part of a mail as a page of its own, which can do nothing.
pub fn framed(html: String) -> HttpResponse {
    let mut answer = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html);
    answer.extensions_mut().insert(Policy::MAIL);
    answer
}

/// `GET …/mails/{mail}/html`
pub async fn html(staff: Staff, path: web::Path<(String, i64)>) -> Answer {
    let view = staff.state.app.mail_for(&staff.who.grants, Action::SeeMail, MailId(path.1)).await?;
    let Said { mail, event, links } = said_in(&staff, &view).ok_or(Fault::Conflict)?;
    let words = staff.state.mailroom.words(Message { mail, event, links: &links }).map_err(unmade)?;
    Ok(framed(words.html))
}

/// `GET …/mails/{mail}/source`: the message as a file, with the same links, and without a signature.
pub async fn source(staff: Staff, path: web::Path<(String, i64)>) -> Answer {
    let view = staff.state.app.mail_for(&staff.who.grants, Action::Export, MailId(path.1)).await?;
    let Said { mail, event, links } = said_in(&staff, &view).ok_or(Fault::Conflict)?;
    let copy = staff.state.mailroom.copy(Message { mail, event, links: &links }, &message_id(&staff, &view)).map_err(unmade)?;
    staff.state.app.note_mail_export(view.row.id, staff.actor(), staff.now).await?;
    Ok(HttpResponse::Ok()
        .content_type("message/rfc822")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"mail-{}.eml\"", view.row.id)))
        .body(copy.bytes))
}

/// What a mail is made of, for staff.
struct Said<'a> {
    mail: &'a Snapshot,
    event: Option<&'a EventFacts>,
    links: Links,
}

fn said_in<'a>(staff: &Staff, view: &'a MailView) -> Option<Said<'a>> {
    let (mail, event) = view.says.as_ref()?;
    let event = event.as_deref();
    Some(Said { mail, event, links: shown::links(&staff.state.site.base_url, mail, event) })
}

/// A mail that could not be made: a fault of ours.
pub fn unmade(error: crate::mail::MailError) -> Refusal {
    tracing::error!(error = %error, "a mail could not be shown");
    Fault::Internal.into()
}

fn message_id(staff: &Staff, view: &MailView) -> String {
    format!("{}@{}", view.row.message_id, staff.state.mailroom.sender().domain)
}

fn says(staff: &Staff, view: &MailView) -> Result<Option<MailSays>, Refusal> {
    let Some(Said { mail, event, links }) = said_in(staff, view) else { return Ok(None) };
    let mine = staff.href(&format!("/mails/{}", view.row.id));
    let may_take = view.platform.map_or_else(|| staff.who.grants.allow_everywhere(Action::Export), |platform| staff.may(Action::Export, platform));
    let mut says = says_of(staff, Message { mail, event, links: &links }, format!("{mine}/html"))?;
    says.headers.push(Pair::new("Message-ID", message_id(staff, view)));
    says.source = if may_take { format!("{mine}/source") } else { String::new() };
    Ok(Some(says))
}

/// What a message says, with the address of its HTML part.
///
/// # Errors
/// When it cannot be made.
pub fn says_of(staff: &Staff, message: Message<'_>, html: String) -> Result<MailSays, Refusal> {
    let (room, mail) = (&staff.state.mailroom, message.mail);
    let words = room.words(message).map_err(unmade)?;
    let calendar = room.calendar(message).map_err(unmade)?;
    let (sender, recipient) = (room.sender(), &mail.recipient);
    let to = if recipient.name.is_empty() { recipient.email.clone() } else { format!("{} <{}>", recipient.name, recipient.email) };
    Ok(MailSays {
        lang: mail.language.code(),
        headers: vec![
            Pair::new(staff.t("staff-mail-from"), format!("{} <{}>", sender.name, sender.address)),
            Pair::new(staff.t("staff-mail-to"), to),
            Pair::new(staff.t("staff-mail-date"), format::date_time(staff.language, mail.made_at)),
        ],
        subject: words.subject,
        text: words.text,
        html,
        calendar: calendar.map(|object| calendar_pairs(staff, &object)).unwrap_or_default(),
        source: String::new(),
    })
}

/// A calendar object in words.
fn calendar_pairs(staff: &Staff, object: &str) -> Vec<Pair> {
    let pair = |(name, value): (&'static str, String)| {
        let value = match name {
            "METHOD" | "STATUS" => staff.word("staff-mail-calendar-word", &value.to_lowercase()),
            "DTSTART" | "DTEND" | "DTSTAMP" => moment(&value).map_or(value, |at| format::date_time(staff.language, at)),
            _ => value,
        };
        Pair::new(staff.word("staff-mail-calendar", &name.to_lowercase()), value)
    };
    shown::calendar_lines(object).into_iter().map(pair).collect()
}

/// A moment as calendars write it: in UTC, or in Brussels.
fn moment(text: &str) -> Option<Instant> {
    let digits = text.split(' ').next()?;
    if let Some(utc) = digits.strip_suffix('Z') {
        return Some(NaiveDateTime::parse_from_str(utc, "%Y%m%dT%H%M%S").ok()?.and_utc());
    }
    let local = NaiveDateTime::parse_from_str(digits, "%Y%m%dT%H%M%S").ok()?;
    Some(chrono_tz::Europe::Brussels.from_local_datetime(&local).earliest()?.to_utc())
}

fn facts(staff: &Staff, view: &MailView) -> Vec<Pair> {
    let row = &view.row;
    let at = |moment| format::date_time(staff.language, moment);
    let mut facts = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            facts.push(Pair::new(staff.t(key), value));
        }
    };
    add("staff-event", view.event.as_ref().map(|event| staff.title_of(event)));
    add("staff-mail-to", Some(if row.snapshot.is_empty() { staff.t("staff-erased") } else { row.recipient.clone() }));
    add("staff-language", Some(staff.word("language", row.language.code())));
    add("staff-mail-owed", Some(at(row.created_at.0)));
    add("staff-mail-tries", (row.attempts > 0).then(|| staff.t_with("staff-attempts", &[("n", FluentValue::from(row.attempts))])));
    add("staff-mail-sent", row.sent_at.map(|sent| at(sent.0)));
    add("staff-mail-said", (row.status != MailStatus::Sent).then(|| said(row)));
    add("staff-mail-next-try", next_try(staff, row).map(at));
    add("staff-mail-until", (row.status == MailStatus::Queued).then(|| at(row.not_after.0)));
    facts
}

/// Whether the page offers to tell them again; the use case has the last word.
fn can_again(staff: &Staff, view: &MailView) -> bool {
    let is_over = view.event.as_ref().is_none_or(|event| staff.now >= event.schedule.ends_at);
    let is_owed = view.last.as_ref().is_some_and(|last| last.status == MailStatus::Queued);
    view.row.registration_id.is_some() && view.about.as_ref().is_some_and(|row| row.erased_at.is_none()) && !is_over && !is_owed
}

fn person(staff: &Staff, view: &MailView) -> String {
    match (&view.event, &view.about) {
        (Some(event), Some(row)) if staff.may(Action::SeePeople, event.platform_id) => {
            staff.href(&format!("/events/{}/registrations/{}", event.slug, row.reference))
        }
        _ => String::new(),
    }
}

fn crumbs(staff: &Staff, view: &MailView) -> Vec<Link> {
    let Some(event) = &view.event else { return vec![Link::new(staff.href("/mails"), staff.t("staff-nav-mails"))] };
    let mine = staff.href(&format!("/events/{}", event.slug));
    vec![
        Link::new(staff.href("/"), staff.t("staff-nav-events")),
        Link::new(mine.clone(), staff.title_of(event)),
        Link::new(format!("{mine}/mails"), staff.t("staff-nav-mails")),
    ]
}
