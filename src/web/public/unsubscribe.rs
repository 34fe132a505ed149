//! The page behind the link that ends messages and invitations of a platform. Opening it changes nothing; one POST does, from the page's
//! button or from a mail program that knows the way (RFC 8058). Who has the link holds the mail: it needs no other token.

use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest, web};
use url::form_urlencoded;

use super::page;
use crate::domain::language::Language;
use crate::web::error::Answer;
use crate::web::extract::language;
use crate::web::state::State;
use crate::web::view::Head;
use crate::web::view::public::UnsubscribePage;

/// `GET /{lang}/u/{tag}`: changes nothing, whoever follows the link.
pub async fn show(path: web::Path<(String, String)>, state: web::Data<State>) -> Answer {
    draw(&state, language(&path.0)?, &path.1).await
}

/// `POST /{lang}/u/{tag}`: ends messages, or with `subscribe` begins them again.
///
/// The answer is the page and no redirect, which mail programs do not follow (RFC 8058 §3.2); they may send `multipart/form-data`, too.
pub async fn unsubscribe(path: web::Path<(String, String)>, body: web::Bytes, request: HttpRequest, state: web::Data<State>) -> Answer {
    let language = language(&path.0)?;
    let begins = request.mime_type().ok().flatten().is_some_and(|kind| kind.essence_str() == "application/x-www-form-urlencoded")
        && form_urlencoded::parse(&body).any(|(name, _)| name == "subscribe");
    state.app.unsubscribe(&path.1, !begins, state.app.now()).await?;
    draw(&state, language, &path.1).await
}

async fn draw(state: &State, language: Language, tag: &str) -> Answer {
    let subscription = state.app.subscription(tag).await?;
    let shown = UnsubscribePage::new(state.texts(), language, tag, &subscription);
    let head = Head::personal(language, &format!("/u/{tag}"), shown.heading.clone());
    page(state, StatusCode::OK, &head, &shown)
}
