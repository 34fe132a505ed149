//! One mail that came in: its words as text, what was done with it and why, and whom it is about. It is answered by the reader's own mail
//! program: the service speaks only for itself.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};

use super::{kind_of, outcome_of, rsvp_words, sender, standing_of, standing_words, word};
use crate::app::inbound::{Kind, Opened, Shown};
use crate::domain::email::EmailAddress;
use crate::domain::ids::InboundId;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::mail::inbound::Ours;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::address::failing;
use crate::web::organiser::see_other;
use crate::web::organiser::words::labelled;
use crate::web::view::Link;
use crate::web::view::public::Fault;
use crate::web::view::staff::{InboxPage, InboxPerson, Pair};

/// One of the mails that the reader may see.
///
/// # Errors
/// 404 for any other.
pub async fn opened(staff: &Staff, id: i64) -> Result<Opened, Refusal> {
    let sender = staff.state.mailroom.sender();
    let ours = Ours { from: sender.address.key(), domain: sender.domain.clone() };
    Ok(staff.state.app.inbound_mail(InboundId(id), staff.who.grants.platforms(Action::SeeMail), ours).await?)
}

/// `GET …/inbox/{inbound}`
pub async fn show(staff: Staff, path: web::Path<(String, i64)>) -> Answer {
    let opened = opened(&staff, path.1).await?;
    let (shown, mail) = (&opened.shown, &opened.shown.mail);
    let mine = staff.href(&format!("/inbox/{}", mail.id));
    let page = InboxPage {
        kind: kind_of(&staff, mail),
        standing: standing_of(mail),
        standing_label: standing_words(&staff, mail),
        facts: facts(&staff, &opened),
        proposed: proposed(&staff, &opened),
        person: person(&staff, shown),
        ours: opened.ours.as_ref().map(|row| Link::new(staff.href(&format!("/mails/{}", row.id)), staff.word("mail-kind", row.kind.code()))),
        failing: opened.failing.as_ref().map(|row| failing(&staff, row, format!("{mine}/address"))),
        erased: mail.erased_at.is_some(),
        text: mail.note.text.trim().to_owned(),
        attachments: opened.attachments.clone(),
        done: if standing_of(mail) == "todo" { format!("{mine}/done") } else { String::new() },
        reply: reply(&opened),
        source: if opened.has_source && may_take(&staff, shown) { format!("{mine}/source") } else { String::new() },
        hidden: staff.token(),
    };
    let mut head = staff.head(page.kind.clone()).with_crumbs(vec![Link::new(staff.href("/inbox"), staff.t("staff-nav-inbox"))]);
    if let Some(stored) = &shown.event {
        head = head.with_tlp(stored.event.tlp);
    }
    staff.page(StatusCode::OK, &head, &page)
}

/// `POST …/inbox/{inbound}/done`
pub async fn done(posted: Posted, path: web::Path<(String, i64)>) -> Answer {
    let staff = &posted.staff;
    let platforms = staff.who.grants.platforms(Action::SeeMail);
    let done = staff.state.app.inbound_done(InboundId(path.1), platforms, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.href(&format!("/inbox?done={}", if done { "inbox-done" } else { "nothing" }))))
}

/// `GET …/inbox/{inbound}/source`: every byte as it came, so that others can judge it; never shown by a browser.
pub async fn source(staff: Staff, path: web::Path<(String, i64)>) -> Answer {
    let platforms = staff.who.grants.platforms(Action::Export);
    let raw = staff.state.app.inbound_source(InboundId(path.1), platforms, staff.actor(), staff.now).await?.ok_or(Fault::Conflict)?;
    Ok(HttpResponse::Ok()
        .content_type("application/octet-stream")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"inbound-{}.eml\"", path.1)))
        .body(raw))
}

fn facts(staff: &Staff, opened: &Opened) -> Vec<Pair> {
    let (shown, mail) = (&opened.shown, &opened.shown.mail);
    let mut facts = Vec::new();
    let mut add = |key: &str, value: String| {
        if !value.is_empty() {
            facts.push(Pair::new(staff.t(key), value));
        }
    };
    add("staff-mail-from", sender(staff, mail));
    add("staff-inbox-to", mail.envelope_to.clone().unwrap_or_default());
    add("staff-inbox-subject", mail.note.subject.clone());
    add("staff-inbox-came", format::date_time(staff.language, mail.received_at.0));
    add("staff-event", shown.event.as_ref().map(|stored| staff.title_of(&stored.event)).unwrap_or_default());
    add("staff-inbox-outcome", outcome_of(staff, mail));
    add("staff-inbox-vouched", vouched(staff, mail.note.authentic.as_deref()));
    if let Some(at) = mail.done_at {
        let who = opened.done_by.clone().or_else(|| mail.done_by.clone()).unwrap_or_default();
        add(
            "staff-inbox-done-by",
            staff.t_with("staff-inbox-done-by-whom", &[("who", who.into()), ("at", format::date_time(staff.language, at.0).into())]),
        );
    }
    facts
}

/// Who vouched for the sender, or why nobody did; nothing where nothing depended on it.
fn vouched(staff: &Staff, authentic: Option<&str>) -> String {
    match authentic.and_then(|words| words.split_once(' ')) {
        Some(("no", why)) => word(staff, "staff-vouched-no", why),
        Some((by, domain)) => staff.t_with(&format!("staff-vouched-{by}"), &[("domain", domain.into())]),
        None => String::new(),
    }
}

/// The time that a calendar proposes, as the reader's language writes it.
fn proposed(staff: &Staff, opened: &Opened) -> String {
    match opened.proposed {
        Some((from, Some(to))) if to > from => format::date_time_range(staff.language, from, to),
        Some((from, _)) => format::date_time(staff.language, from),
        None => String::new(),
    }
}

fn person(staff: &Staff, shown: &Shown) -> Option<InboxPerson> {
    let (event, row) = (&shown.event.as_ref()?.event, shown.registration.as_ref()?);
    // A reader of mails who may not see people gets no name by this way.
    staff.may(Action::SeePeople, event.platform_id).then(|| InboxPerson {
        name: row.name.clone(),
        href: staff.href(&format!("/events/{}/registrations/{}", event.slug, row.reference)),
        state: row.state.code(),
        state_label: staff.word("state", row.state.code()),
        rsvp: labelled(staff, &staff.t("staff-rsvp"), &rsvp_words(staff, shown.rsvp.as_ref(), row.answered_sequence())),
    })
}

fn may_take(staff: &Staff, shown: &Shown) -> bool {
    match &shown.event {
        Some(stored) => staff.may(Action::Export, stored.event.platform_id),
        None => staff.who.grants.allow_everywhere(Action::Export),
    }
}

/// `mailto:` with the sender and the subject, where a person may have written; a program is not answered.
fn reply(opened: &Opened) -> String {
    let mail = &opened.shown.mail;
    let kind = mail.note.kind.as_deref().and_then(Kind::from_code);
    let by_people = matches!(kind, Some(Kind::Human | Kind::Counter | Kind::Answer | Kind::OtherCalendar | Kind::Unsubscribe));
    let Some(address) = EmailAddress::parse(&mail.note.from_address).ok().filter(|_| by_people) else { return String::new() };
    let part = |text: &str| -> String { url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20") };
    let is_answer = mail.note.subject.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("re:"));
    let subject = if is_answer { mail.note.subject.clone() } else { format!("Re: {}", mail.note.subject) };
    format!("mailto:{}?subject={}", part(address.as_str()).replace("%40", "@"), part(&subject))
}
