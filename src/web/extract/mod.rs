//! What handlers need to know of a request besides its form: who asks, in which language.

pub mod body;
mod forwarded;
pub mod staff;
pub mod upload;

use std::net::IpAddr;

use actix_web::HttpRequest;
use actix_web::http::header;

use crate::domain::language::Language;
use crate::i18n::negotiate::negotiate;
use crate::web::error::Refusal;
use crate::web::state::State;
use crate::web::view::public::Fault;

/// The visitor's address. A proxy's word counts only when the proxy is ours; of a chain, the last address that is not.
pub fn client_address(request: &HttpRequest, state: &State) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::from([0, 0, 0, 0]), |a| a.ip());
    if !(state.trusted)(peer) {
        return peer;
    }
    let lines = |name: &str| request.headers().get_all(name).map(|h| h.as_bytes()).collect::<Vec<_>>();
    forwarded::visitor(peer, &lines("forwarded"), &lines("x-forwarded-for"), |address| (state.trusted)(address))
}

/// The language of the path's first part.
///
/// # Errors
/// 404 for anything that is no language of ours.
pub fn language(code: &str) -> Result<Language, Refusal> {
    Language::from_code(code).ok_or_else(|| Fault::NotFound.into())
}

/// What the browser prefers, if it is one of ours.
pub fn preferred(request: &HttpRequest) -> Option<Language> {
    request.headers().get(header::ACCEPT_LANGUAGE).and_then(|h| h.to_str().ok()).and_then(negotiate)
}

/// The language for a page about a fault, and the address after the language for its sister pages.
pub fn language_of(request: &HttpRequest) -> (Language, String) {
    // The staff pages carry the language in their second part; a page about a fault has no sister pages but their start.
    if let Some((first, _)) = request.path().strip_prefix("/organiser/").map(|rest| rest.split_once('/').unwrap_or((rest, "")))
        && let Some(language) = Language::from_code(first)
    {
        return (language, "/".into());
    }
    let path = request.path();
    let (first, rest) = path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_start_matches('/'), ""));
    match Language::from_code(first) {
        Some(language) => (language, format!("/{rest}")),
        // None is the default; somebody whose browser says nothing we know most likely reads English.
        None => (preferred(request).unwrap_or(Language::En), "/".into()),
    }
}
