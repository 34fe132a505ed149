//! Notices, files beside the pages, and what programs look for.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};

use super::page;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::language;
use crate::web::state::State;
use crate::web::view::Head;
use crate::web::view::public::{AccessibilityPage, Fault, PrivacyPage};

/// The day on which the pages were last assessed against WCAG 2.2 AA.
const ASSESSED: chrono::NaiveDate = match chrono::NaiveDate::from_ymd_opt(2026, 11, 23) {
    Some(day) => day,
    None => chrono::NaiveDate::MIN,
};

/// `GET /{lang}/privacy`
pub async fn privacy(path: web::Path<String>, state: web::Data<State>) -> Answer {
    let language = language(&path)?;
    let head = Head::public(language, "/privacy", state.texts().t(language, "privacy-title", &[]));
    page(&state, StatusCode::OK, &head, &PrivacyPage::new(state.texts(), language, &state.site.controller, state.site.retention_days))
}

/// `GET /{lang}/accessibility`
pub async fn accessibility(path: web::Path<String>, state: web::Data<State>) -> Answer {
    let language = language(&path)?;
    let head = Head::public(language, "/accessibility", state.texts().t(language, "access-title", &[]));
    page(&state, StatusCode::OK, &head, &AccessibilityPage::new(state.texts(), language, &state.site.contact, format::date_of(language, ASSESSED)))
}

/// `GET /static/{name}`: the name holds a hash of the content, so it may be kept for ever.
pub async fn asset(request: HttpRequest, path: web::Path<String>, state: web::Data<State>) -> Answer {
    let asset = state.pages.assets().get(&path).ok_or(Fault::NotFound)?;
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|h| h.to_str().ok()).is_some_and(|tag| tag == asset.etag);
    let mut answer = HttpResponse::build(if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
    answer.insert_header((header::ETAG, asset.etag.as_str())).insert_header((header::CACHE_CONTROL, asset.cache_control));
    if known {
        return Ok(answer.finish());
    }
    Ok(answer.content_type(asset.content_type).body(asset.bytes.to_vec()))
}

/// `GET /.well-known/security.txt` (RFC 9116). It expires in a year from the day it is fetched: as long as we answer, it holds.
pub async fn security_txt(state: web::Data<State>) -> Answer {
    let expires = (state.app.now() + chrono::Duration::days(365)).format("%Y-%m-%dT00:00:00Z");
    let text = format!(
        "Contact: mailto:{}\nExpires: {expires}\nPreferred-Languages: en, nl, fr, de\nCanonical: {}/.well-known/security.txt\n",
        state.site.contact, state.site.base_url
    );
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text))
}

/// `GET /robots.txt`
pub async fn robots() -> Answer {
    let text = "User-agent: *\nDisallow: /organiser/\nDisallow: /api/\nDisallow: /*/r/\nDisallow: /*/i/\nDisallow: /*/m/\nDisallow: /calendar/p/\n";
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text))
}
