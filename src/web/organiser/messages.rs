//! Messages to some people of an event: those that were sent and how far they are, stopping one, and writing a new one.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::fields::Fields;
use super::message_check;
use super::people_filter::PeopleFilter;
use super::see_other;
use super::words::line_fault;
use crate::app::AppError;
use crate::app::announce::{MOST, Message};
use crate::app::show::EventView;
use crate::app::show_announcements::AnnouncementView;
use crate::db::outbox::MailStatus;
use crate::db::registrations::Row;
use crate::domain::announcement::{LONGEST, Subject, Words, reached};
use crate::domain::ids::{BatchId, RegistrationId};
use crate::domain::language::Language;
use crate::domain::staff::Action;
use crate::domain::text::{TextFault, paragraphs};
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::Link;
use crate::web::view::head::own_name;
use crate::web::view::staff::{FormPage, Input, MailPreview, MessageRow, Messages, Section, SendingRow};

pub(super) type Faults = Vec<(String, String)>;

/// `GET …/events/{event}/messages`
pub async fn list(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let base = staff.event_href(&view, "/messages");
    let sent = staff.state.app.announcements_of(view.stored.event.id).await?;
    let page = Messages {
        event: staff.title(&view),
        rows: sent.iter().map(|one| message_row(&staff, &base, one)).collect(),
        people: staff.event_href(&view, "/registrations"),
        hidden: staff.token(),
    };
    let head = staff.event_head(&view, staff.t("staff-messages"));
    staff.page(StatusCode::OK, &head, &page)
}

fn message_row(staff: &Staff, base: &str, one: &AnnouncementView) -> MessageRow {
    let row = &one.row;
    let number = |n: i64| FluentValue::from(format::number(staff.language, n));
    let sent = one.count(MailStatus::Sent);
    let progress = staff.t_with("staff-sending-progress", &[("sent", number(sent)), ("all", number(i64::from(row.owed)))]);
    let mut standing = vec![progress];
    let left_out = if row.finished_at.is_some() { row.people - row.owed } else { 0 };
    standing.extend((left_out > 0).then(|| staff.t_with("staff-message-left-out", &[("n", FluentValue::from(left_out))])));
    standing.extend(row.stopped_at.map(|_| staff.t("staff-sending-stopped")));
    let failed = one.count(MailStatus::Failed);
    let said = |language: &Language| {
        one.words.as_ref().filter(|words| words.speaks(*language)).map(|words| MailPreview {
            language: own_name(*language).to_owned(),
            lang: language.code(),
            subject: words.subject.get(*language).to_owned(),
            text: words.text.get(*language).to_owned(),
        })
    };
    let subject = one.words.as_ref().map(|words| words.subject.get_or_any(staff.language).to_owned());
    let sending = SendingRow {
        kind: subject.unwrap_or_else(|| staff.t("staff-message-gone")),
        who: if row.made_by == staff.actor().to_string() { staff.who.email.clone() } else { String::new() },
        when: format::moment_short(staff.language, row.made_at.0),
        standing: standing.join(". "),
        done: sent,
        all: i64::from(row.owed),
        failed: if failed > 0 { staff.t_with("staff-sending-failed", &[("n", FluentValue::from(failed))]) } else { String::new() },
        stop: if one.is_going_on() { format!("{base}/{}/stop", row.id) } else { String::new() },
    };
    MessageRow { sending, mails: Language::ALL.iter().filter_map(said).collect() }
}

/// `POST …/events/{event}/messages/{message}/stop`: what was not sent is not sent.
pub async fn stop(posted: Posted, path: web::Path<(String, String, i64)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let unsent = staff.state.app.stop_announcement(view.stored.event.id, BatchId(path.2), staff.actor(), staff.now).await?;
    Ok(see_other(&staff.event_href(&view, &format!("/messages?done=message-stopped&n={unsent}"))))
}

/// `GET …/events/{event}/messages/new`
pub async fn form(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    draw(&staff, &view, &staff.query, &[]).await
}

/// `POST …/events/{event}/messages/new`: the form again, with what was typed.
pub async fn change(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let view = posted.staff.event(Action::ManageRegistrations, &path.1).await?;
    draw(&posted.staff, &view, &posted.fields, &[]).await
}

/// `POST …/events/{event}/messages/check`: changes nothing; exactly who gets it, and the mail in each language.
pub async fn check(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let people = match audience(staff, &view, &posted.fields).await? {
        Ok(people) => people,
        Err(faults) => return draw(staff, &view, &posted.fields, &faults).await,
    };
    match typed(staff, &posted.fields, &people) {
        Ok(words) => message_check::draw(staff, &view, &posted.fields, &people, &words),
        Err(faults) => draw(staff, &view, &posted.fields, &faults).await,
    }
}

/// `POST …/events/{event}/messages/send`: to those whom the check has shown, once.
pub async fn send(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let people: Vec<RegistrationId> =
        posted.fields.get("people").split_whitespace().filter_map(|id| id.parse().ok()).take(MOST).map(RegistrationId).collect();
    let key = posted.fields.get("key");
    let is_ours = (1..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if people.is_empty() || !is_ours {
        return draw(staff, &view, &posted.fields, &[]).await;
    }
    let words = match typed(staff, &posted.fields, &[]) {
        Ok(words) => words,
        Err(faults) => return draw(staff, &view, &posted.fields, &faults).await,
    };
    let states = reached(PeopleFilter::read(&posted.fields).state);
    let message = Message { key: key.to_owned(), words, people, states };
    match staff.state.app.announce(view.stored.event.id, message, staff.actor(), staff.now).await {
        Ok((_, owed)) => Ok(see_other(&staff.event_href(&view, &format!("/messages?done=message-sent&n={owed}")))),
        Err(error) => draw(staff, &view, &posted.fields, &posted.faults(error)?).await,
    }
}

/// Whom the list reaches, or that they are too many.
async fn audience(staff: &Staff, view: &EventView, fields: &Fields) -> Result<Result<Vec<Row>, Faults>, Refusal> {
    let filter = PeopleFilter::read(fields);
    let asked = crate::db::registrations::ListFilter { states: Some(reached(filter.state)), ..filter.asked(None, 0) };
    match staff.state.app.audience(view.stored.event.id, asked).await {
        Ok(people) => Ok(Ok(people)),
        Err(AppError::Invalid { field: "people", .. }) => {
            Ok(Err(vec![("form".into(), staff.t_with("staff-message-too-many", &[("most", FluentValue::from(MOST))]))]))
        }
        Err(other) => Err(other.into()),
    }
}

/// What was typed, without a gap in a language that one of these people reads; or what is wrong with it.
fn typed(staff: &Staff, fields: &Fields, people: &[Row]) -> Result<Words, Faults> {
    let (mut words, mut faults) = (Words::default(), Faults::new());
    for language in Language::ALL.iter().copied() {
        let needed = people.iter().any(|row| row.language == language);
        let (subject, text) = (format!("subject-{language}"), format!("text-{language}"));
        match Subject::parse(fields.get(&subject)) {
            Ok(line) => *words.subject.get_mut(language) = line.to_string(),
            Err(TextFault::Empty) if !needed => {}
            Err(fault) => faults.push((subject, line_fault(staff, "line", fault))),
        }
        match paragraphs(fields.get(&text), LONGEST) {
            Ok(empty) if empty.is_empty() && needed => faults.push((text, line_fault(staff, "line", TextFault::Empty))),
            Ok(kept) => *words.text.get_mut(language) = kept,
            Err(fault) => faults.push((text, line_fault(staff, "line", fault))),
        }
    }
    if faults.is_empty() { Ok(words) } else { Err(faults) }
}

async fn draw(staff: &Staff, view: &EventView, fields: &Fields, faults: &[(String, String)]) -> Answer {
    let filter = PeopleFilter::read(fields);
    let (people, mut faults) = match audience(staff, view, fields).await? {
        Ok(people) => (people, faults.to_vec()),
        Err(too_many) => (Vec::new(), too_many),
    };
    faults.dedup();
    let count = staff.t_with("staff-message-count", &[("n", FluentValue::from(people.len()))]);
    let confidential = view.stored.event.tlp.is_confidential().then(|| staff.t("staff-message-confidential"));
    let section = |language: &Language| {
        let (code, name) = (language.code(), staff.word("language", language.code()));
        let readers = people.iter().filter(|row| row.language == *language).count();
        let label = |key: &str| staff.t_with(key, &[("language", FluentValue::from(name.clone()))]);
        let (subject, text) = (format!("subject-{code}"), format!("text-{code}"));
        let hint = staff.t_with("staff-message-text-hint", &[("most", FluentValue::from(LONGEST))]);
        let typed = |id: &str| fields.get(id).to_owned();
        (readers > 0).then(|| Section {
            legend: name.clone(),
            hint: staff.t_with("staff-message-readers", &[("n", FluentValue::from(readers))]),
            fields: vec![
                Input::line(subject.clone(), label("staff-message-subject-in"), typed(&subject)).in_language(code),
                Input::line(text.clone(), label("staff-message-text-in"), typed(&text)).tall().in_language(code).hinted(hint),
            ],
        })
    };
    let page = FormPage {
        heading: staff.t("staff-message"),
        lead: std::iter::once(count).chain(confidential).collect::<Vec<_>>().join(" "),
        action: staff.event_href(view, "/messages/check"),
        hidden: staff.token().into_iter().chain(filter.hidden()).collect(),
        sections: Language::ALL.iter().filter_map(section).collect(),
        button: staff.t("staff-message-check"),
        back: Link::new(filter.address(&staff.event_href(view, "/registrations")), staff.t("staff-back-to-list")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, &faults)
}
