//! The check of a message before it goes: exactly who gets it, page by page, and the mail in each language as it will be sent.

use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use super::answers::checked;
use super::fields::Fields;
use super::people_filter::PeopleFilter;
use super::sending_check::announcement_previews;
use crate::app::show::EventView;
use crate::db::registrations::Row;
use crate::domain::announcement::Words;
use crate::domain::language::Language;
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;
use crate::web::view::Hidden;
use crate::web::view::staff::SendingCheck;

/// People on a page.
const SHOWN: usize = 50;

pub(super) fn draw(staff: &Staff, view: &EventView, fields: &Fields, people: &[Row], words: &Words) -> Answer {
    let filter = PeopleFilter::read(fields);
    let from = fields.get("from").parse().unwrap_or(0).min(people.len());
    let shown = &people[from..people.len().min(from + SHOWN)];
    let n = FluentValue::from(people.len());
    let base = staff.event_href(view, "/messages");
    let typed = Language::ALL.iter().flat_map(|l| [format!("subject-{l}"), format!("text-{l}")]);
    let typed = typed.filter(|name| !fields.get(name).is_empty()).map(|name| Hidden::new(name.clone(), fields.get(&name)));
    let ids: Vec<String> = people.iter().map(|row| row.id.to_string()).collect();
    // Kept from page to page: whatever page it is sent from, it is one message.
    let key = match fields.get("key") {
        "" => staff.state.app.secrets.random_token()?,
        known => known.to_owned(),
    };
    let own = [Hidden::new("key", key), Hidden::new("people", ids.join(" "))];
    let rest = people.len() - (from + shown.len());
    let page = SendingCheck {
        heading: staff.t("staff-message-checked"),
        lead: staff.t_with("staff-message-count", &[("n", n.clone())]),
        people: shown.iter().map(|row| checked(staff, row, staff.word("state", row.state.code()))).collect(),
        more: if rest > 0 { staff.t_with("staff-invite-more", &[("n", FluentValue::from(rest))]) } else { String::new() },
        next: if rest > 0 { (from + SHOWN).to_string() } else { String::new() },
        again: format!("{base}/check"),
        mails: announcement_previews(staff, view, people, words)?,
        action: if people.is_empty() { String::new() } else { format!("{base}/send") },
        hidden: staff.token().into_iter().chain(filter.hidden()).chain(typed).chain(own).collect(),
        button: staff.t_with("staff-message-do", &[("n", n)]),
        change: format!("{base}/new"),
        back: filter.address(&staff.event_href(view, "/registrations")),
        ..SendingCheck::default()
    };
    let head = staff.event_head(view, page.heading.clone());
    staff.page(StatusCode::OK, &head, &page)
}
