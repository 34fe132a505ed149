//! The inbox: mails that came in. First those that a person is to look at; what the service saw to by itself is under "all".

mod one;

use actix_web::http::StatusCode;

pub use self::one::{done, opened, show, source};
use super::words::labelled;
use crate::app::inbound::{Kind, Outcome, Shown};
use crate::db::inbound::{Filter, Row};
use crate::domain::ids::InboundId;
use crate::domain::rsvp::Answer as Answered;
use crate::domain::rsvp::standing;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;
use crate::web::view::Hidden;
use crate::web::view::staff::{Inbox, InboxRow, Input, Tab};

/// Rows on a page.
const PAGE: i64 = 50;

/// `GET …/inbox`
pub async fn list(staff: Staff) -> Answer {
    staff.require_somewhere(Action::SeeMail)?;
    let app = &staff.state.app;
    let is_all = staff.query.get("tab") == "all";
    let kind = Kind::from_code(staff.query.get("kind"));
    let before = staff.query.get("before").parse().ok().map(InboundId);
    let filter =
        Filter { platforms: staff.who.grants.platforms(Action::SeeMail), open: !is_all, for_person: !is_all, kind: kind.map(Kind::code), before };
    let mut found = app.inbound(filter, PAGE + 1).await?;
    let has_more = found.len() as i64 > PAGE;
    found.truncate(PAGE as usize);
    let base = staff.href("/inbox");
    let address = |tab: &str, before: &str| staff.query.with(&[("tab", tab), ("before", before)]).address(&base);
    let tab = if is_all { "all" } else { "" };
    let page = Inbox {
        tabs: vec![
            Tab {
                href: address("", ""),
                label: staff.t("staff-inbox-open-tab"),
                count: format::number(staff.language, staff.to_read),
                current: !is_all,
            },
            Tab { href: address("all", ""), label: staff.t("staff-inbox-all-tab"), count: String::new(), current: is_all },
        ],
        action: base.clone(),
        kept: is_all.then(|| Hidden::new("tab", "all")).into_iter().collect(),
        filters: vec![kinds(&staff, kind)],
        rows: found.iter().map(|shown| row_of(&staff, shown)).collect(),
        first: if before.is_some() { address(tab, "") } else { String::new() },
        next: found.last().filter(|_| has_more).map(|last| address(tab, &last.mail.id.to_string())).unwrap_or_default(),
    };
    let title = if is_all { labelled(&staff, &staff.t("staff-nav-inbox"), &staff.t("staff-inbox-all-tab")) } else { staff.t("staff-nav-inbox") };
    staff.page(StatusCode::OK, &staff.head(title), &page)
}

fn kinds(staff: &Staff, chosen: Option<Kind>) -> Input {
    let mut kinds: Vec<_> = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), word(staff, "staff-inbound-kind", kind.code()))).collect();
    kinds.sort_by_key(|(_, label)| crate::domain::text::fold(label));
    let kinds = std::iter::once((String::new(), staff.t("staff-every-kind"))).chain(kinds);
    Input::choice("kind", staff.t("staff-inbox-what"), chosen.map_or("", Kind::code), kinds)
}

fn row_of(staff: &Staff, shown: &Shown) -> InboxRow {
    let mail = &shown.mail;
    let event = shown.event.as_ref().map(|stored| &stored.event);
    let may_open = event.filter(|event| staff.may(Action::SeeEvents, event.platform_id));
    InboxRow {
        href: staff.href(&format!("/inbox/{}", mail.id)),
        from: sender(staff, mail),
        subject: mail.note.subject.clone(),
        kind: kind_of(staff, mail),
        outcome: outcome_of(staff, mail),
        event: event.map(|event| staff.title_of(event)).unwrap_or_default(),
        event_href: may_open.map(|event| staff.href(&format!("/events/{}", event.slug))).unwrap_or_default(),
        came: format::moment_short(staff.language, mail.received_at.0),
        standing: standing_of(mail),
        standing_label: standing_words(staff, mail),
    }
}

/// Who sent it, as they call themselves, with the address: the name alone proves nothing.
pub fn sender(staff: &Staff, mail: &Row) -> String {
    if mail.erased_at.is_some() {
        return staff.t("staff-erased");
    }
    match (mail.note.from_name.as_str(), mail.note.from_address.as_str()) {
        ("", "") => staff.t("staff-inbox-nobody"),
        ("", address) => address.to_owned(),
        (name, "") => name.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    }
}

/// The text of a code, whose words are apart by `_` while those of keys are by `-`.
fn word(staff: &Staff, family: &str, code: &str) -> String {
    staff.word(family, &code.replace('_', "-"))
}

/// What it is; nothing is known of one that was not read yet.
pub fn kind_of(staff: &Staff, mail: &Row) -> String {
    match mail.note.kind.as_deref().and_then(Kind::from_code) {
        Some(kind) => word(staff, "staff-inbound-kind", kind.code()),
        None => staff.t("staff-inbox-unread"),
    }
}

/// What was done.
pub fn outcome_of(staff: &Staff, mail: &Row) -> String {
    mail.note.outcome.as_deref().and_then(Outcome::from_code).map(|outcome| word(staff, "staff-inbound-outcome", outcome.code())).unwrap_or_default()
}

const fn standing_of(mail: &Row) -> &'static str {
    match (mail.done_at.is_some(), mail.note.for_person) {
        (true, _) => "done",
        (false, true) => "todo",
        (false, false) => "",
    }
}

fn standing_words(staff: &Staff, mail: &Row) -> String {
    match standing_of(mail) {
        "" => String::new(),
        "done" => staff.t("staff-inbox-done-state"),
        _ => staff.t("staff-inbox-todo"),
    }
}

/// What a calendar answered to the invitation as it is now, in words: when, and whether its sender was vouched for.
pub fn rsvp_words(staff: &Staff, rsvp: Option<&crate::db::rsvps::Row>, invited: i32) -> String {
    let last = rsvp.and_then(crate::db::rsvps::Row::last);
    let answer = standing(last.as_ref(), invited);
    let word = staff.word("staff-rsvp", answer.code());
    let Some((kept, at)) = rsvp.and_then(|kept| Some((kept, kept.received_at?))).filter(|_| answer != Answered::NeedsAction) else { return word };
    let key = if kept.verified { "staff-rsvp-verified" } else { "staff-rsvp-unverified" };
    staff.t_with(key, &[("answer", word.into()), ("at", format::date_time(staff.language, at.0).into())])
}
