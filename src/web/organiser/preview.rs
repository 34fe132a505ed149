//! What an event's public page will look like before anybody sees it. Must not know what stands in it.

use actix_web::http::StatusCode;
use actix_web::web;

use crate::domain::event::EventStatus;
use crate::domain::staff::Action;
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;
use crate::web::public::register::preview_page;
use crate::web::view::Head;

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
