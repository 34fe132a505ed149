//! The way in: the choice of languages, and the upcoming public events.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::{page, shared_page};
use crate::app::show::EventView;
use crate::domain::event::Window;
use crate::domain::language::Language;
use crate::domain::platform::Platform;
use crate::web::error::Answer;
use crate::web::extract::{language, preferred};
use crate::web::state::State;
use crate::web::view::Head;
use crate::web::view::public::event::seats_left;
use crate::web::view::public::{EventFacts, EventList, EventRow, LanguageChoice, Panel, Subscribe};

/// `GET /`: to the browser's language, else the choice.
pub async fn root(request: HttpRequest, state: web::Data<State>) -> Answer {
    if let Some(language) = preferred(&request) {
        return Ok(actix_web::HttpResponse::Found()
            .insert_header((actix_web::http::header::LOCATION, format!("/{language}/")))
            .insert_header((actix_web::http::header::VARY, "Accept-Language"))
            .finish());
    }
    let (head, choice) = LanguageChoice::new(state.texts(), Language::Nl);
    let mut answer = page(&state, StatusCode::OK, &head, &choice)?;
    answer.headers_mut().insert(actix_web::http::header::VARY, actix_web::http::header::HeaderValue::from_static("Accept-Language"));
    Ok(answer)
}

/// `GET /{lang}/`
pub async fn events(path: web::Path<String>, state: web::Data<State>) -> Answer {
    let language = language(&path)?;
    let now = state.app.now();
    let views = state.app.public_events(now).await?;
    let rows = views
        .iter()
        .map(|view| EventRow { event: facts(&state, language, view), standing: standing(&state, language, view, view.stored.event.window(now)) })
        .collect();
    let platforms = state.app.public_platforms().await?;
    let calendars = platforms.iter().map(|platform| subscribe(&state, language, platform)).collect();
    let head = Head::public(language, "/", state.texts().t(language, "events-title", &[]));
    shared_page(&state, "", &head, &EventList { events: rows, calendars }, &[])
}

/// An event in words.
pub(super) fn facts(state: &State, language: Language, view: &EventView) -> EventFacts {
    EventFacts::new(state.texts(), language, view.platform.name.get_or_any(language), &view.stored.event)
}

/// The calendar of a public platform.
pub(super) fn subscribe(state: &State, language: Language, platform: &Platform) -> Subscribe {
    Subscribe::of_platform(state.texts(), &state.site, language, platform.slug.as_str(), platform.name.get_or_any(language))
}

/// The seats left, one sentence for each way of attending.
pub(super) fn seats(state: &State, language: Language, view: &EventView) -> Vec<String> {
    let event = &view.stored.event;
    seats_left(state.texts(), language, event.place.format.modes(), &event.seats, |mode| *view.stored.taken(mode))
}

fn standing(state: &State, language: Language, view: &EventView, window: Window) -> Vec<String> {
    match window {
        Window::Open if view.platform.takes_public_registrations() => seats(state, language, view),
        other => vec![Panel::instead(state.texts(), language, other, &state.site.contact).heading],
    }
}
