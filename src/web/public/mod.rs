//! The pages for everybody.

pub mod attestation;
pub mod calendar;
pub mod guests;
pub mod home;
pub mod invitation;
pub mod join;
pub mod mandate;
pub mod notices;
pub mod objection;
pub mod offer;
pub mod personal;
pub mod register;
pub mod substitute;
pub mod unsubscribe;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::error::Answer;
use super::state::State;
use super::view::{Head, View};

/// A drawn page with a status.
pub(super) fn page<V: View>(state: &State, status: StatusCode, head: &Head, view: &V) -> Answer {
    let html = state.pages.draw(head, view)?;
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html))
}

/// [`page`] of one that everybody sees alike but for these tokens, each of which goes where the view has its mark.
pub(super) fn shared_page<V: View>(state: &State, name: &str, head: &Head, view: &V, tokens: &[&str]) -> Answer {
    let html = state.pages.draw_shared(name, head, view, tokens)?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html))
}

/// Go there and GET (RFC 9110 §15.4.4): after every form, so that going back sends nothing twice.
pub(super) fn see_other(to: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((actix_web::http::header::LOCATION, to)).finish()
}
