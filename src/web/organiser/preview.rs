//! What an event will look like before anybody sees it: its public page, and the mail that says somebody has a seat. Must not know
//! what stands in them.

use actix_web::http::StatusCode;
use actix_web::web;

use super::sending_check::seat_previews;
use crate::domain::event::EventStatus;
use crate::domain::mode::Mode;
use crate::domain::staff::Action;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;
use crate::web::public::register::preview_page;
use crate::web::view::Head;
use crate::web::view::staff::{MailPreviews, MailsOfWay};

/// `GET …/events/{event}/preview`: the page in the reader's language, as it will be once the event is published.
pub async fn show(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let mut view = staff.event(Action::SeeEvents, &path.1).await?;
    let back = staff.event_href(&view, "");
    if view.stored.event.status == EventStatus::Draft {
        view.stored.event.status = EventStatus::Published;
    }
    let page = preview_page(&staff.state, staff.language, &view, &back);
    let head = Head::preview(staff.language, &staff.rest, &back, page.event.title.clone());
    staff.page(StatusCode::OK, &head, &page)
}

/// `GET …/events/{event}/preview/mail`: the mail with a seat, in each language and for each way of attending.
pub async fn mail(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    let modes = view.stored.event.place.format.modes();
    let way = |mode: &Mode| {
        let name = if modes.len() > 1 { staff.word("mode", mode.code()) } else { String::new() };
        Ok(MailsOfWay { mode: name, mails: seat_previews(&staff, &view, *mode)? })
    };
    let ways = modes.iter().map(way).collect::<Result<_, Refusal>>()?;
    let page = MailPreviews { ways, back: staff.event_href(&view, "") };
    staff.page(StatusCode::OK, &staff.event_head(&view, staff.t("staff-preview-mail")), &page)
}
