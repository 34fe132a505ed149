//! What the checks before a sending have in common: who gets it, who is left out, and the mail as it will be sent.

use std::collections::BTreeMap;

use fluent_bundle::FluentValue;

use super::invite::SHOWN;
use super::invitees::{Chosen, line_words};
use crate::app::App;
use crate::app::invite::Invitee;
use crate::app::show::EventView;
use crate::db::registrations::Row;
use crate::domain::announcement::Words;
use crate::domain::invitation::Verdict;
use crate::domain::language::Language;
use crate::domain::registration::MailKind;
use crate::mail::message::{Links, Message};
use crate::mail::shown::NO_TOKEN;
use crate::web::error::Refusal;
use crate::web::extract::staff::Staff;
use crate::web::view::head::own_name;
use crate::web::view::public::Fault;
use crate::web::view::staff::{CheckedRow, MailPreview};

/// Somebody, and what is said of them.
pub fn checked_row(staff: &Staff, person: &Invitee, says: String) -> CheckedRow {
    let name = person.name.as_ref().map(ToString::to_string);
    CheckedRow {
        email: name.as_ref().map(|_| person.email.to_string()).unwrap_or_default(),
        name: name.unwrap_or_else(|| person.email.to_string()),
        organisation: person.organisation.as_ref().map(ToString::to_string).unwrap_or_default(),
        sector: person.sector.map(|s| staff.word("sector", s.code())).unwrap_or_default(),
        language: staff.word("language", person.language.code()),
        says,
    }
}

/// Who is left out and why: first the lines that could not be read.
pub fn others(staff: &Staff, chosen: &Chosen, verdicts: &[Verdict]) -> Vec<CheckedRow> {
    let unread = chosen.wrong.iter().map(|(line, fault)| CheckedRow {
        name: staff.t_with("staff-invite-line", &[("line", FluentValue::from(*line))]),
        email: String::new(),
        organisation: String::new(),
        sector: String::new(),
        language: String::new(),
        says: line_words(staff, fault),
    });
    let known = chosen.people.iter().zip(verdicts).filter(|(_, verdict)| !verdict.is_invited());
    unread.chain(known.map(|(person, verdict)| checked_row(staff, person, staff.word("invitation-verdict", verdict.code())))).collect()
}

/// That there are more than are shown; empty when there are not.
pub fn rest(staff: &Staff, all: usize) -> String {
    if all > SHOWN { staff.t_with("staff-invite-more", &[("n", FluentValue::from(all - SHOWN))]) } else { String::new() }
}

/// The mail in each language it goes in, as the first of these people would get it.
///
/// # Errors
/// When it cannot be made.
pub fn previews(
    staff: &Staff,
    view: &EventView,
    kind: MailKind,
    people: impl Iterator<Item = (Language, String, String)>,
) -> Result<Vec<MailPreview>, Refusal> {
    let mut first = BTreeMap::new();
    for (language, name, email) in people {
        first.entry(language).or_insert((name, email));
    }
    let preview = |(language, (name, email)): (Language, (String, String))| {
        let (mail, event) = App::invitation_sample(view, kind, language, &name, &email, staff.now);
        let links = Links::of_invitation(&staff.state.site.base_url, language, &event, NO_TOKEN);
        worded(staff, Message { mail: &mail, event: Some(&event), links: &links })
    };
    first.into_iter().map(preview).collect()
}

/// A message in each language it goes in, as the first of these people would get it.
///
/// # Errors
/// When it cannot be made.
pub fn announcement_previews(staff: &Staff, view: &EventView, people: &[Row], words: &Words) -> Result<Vec<MailPreview>, Refusal> {
    let first = |language: &Language| people.iter().find(|row| row.language == *language);
    let preview = |row: &Row| {
        let (mail, event) = App::announcement_sample(view, row, words, staff.now);
        let links = Links::new(&staff.state.site.base_url, row.language, &event, NO_TOKEN);
        worded(staff, Message { mail: &mail, event: Some(&event), links: &links })
    };
    Language::ALL.iter().filter_map(first).map(preview).collect()
}

fn worded(staff: &Staff, message: Message<'_>) -> Result<MailPreview, Refusal> {
    let words = staff.state.mailroom.words(message).map_err(|error| {
        tracing::error!(error = %error, "the preview of a mail could not be made");
        Refusal::from(Fault::Internal)
    })?;
    let language = message.mail.language;
    Ok(MailPreview { language: own_name(language).to_owned(), lang: language.code(), subject: words.subject, text: words.text })
}
