//! The pages for when something cannot be done: what happened and what to do next.

use fluent_bundle::FluentValue;
use serde::Serialize;

use crate::domain::language::Language;
use crate::i18n::Catalogue;
use crate::web::view::{Head, View};

/// What kept a request from being answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// 400: not understood.
    BadRequest,
    /// 403: signed in, but not allowed.
    Forbidden,
    /// 404: nothing there, or nothing for this visitor.
    NotFound,
    /// 405: no such method here.
    WrongMethod,
    /// 408: the form did not come in time.
    TooSlow,
    /// 409: the state of things changed meanwhile.
    Conflict,
    /// 409: only staff can change it.
    AskOrganisers,
    /// 410: erased or expired.
    Gone,
    /// 413: too much sent.
    TooLarge,
    /// 422: the form's token is missing, foreign or too old.
    FormExpired,
    /// 429: too many requests; try again after this many seconds.
    TooMany(u64),
    /// 500: our fault.
    Internal,
    /// 503: too busy.
    Unavailable,
}

impl Fault {
    /// Every kind, for tests.
    pub const ALL: [Self; 13] = [
        Self::BadRequest,
        Self::Forbidden,
        Self::NotFound,
        Self::WrongMethod,
        Self::TooSlow,
        Self::Conflict,
        Self::AskOrganisers,
        Self::Gone,
        Self::TooLarge,
        Self::FormExpired,
        Self::TooMany(30),
        Self::Internal,
        Self::Unavailable,
    ];

    /// The HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::WrongMethod => 405,
            Self::TooSlow => 408,
            Self::Conflict | Self::AskOrganisers => 409,
            Self::Gone => 410,
            Self::TooLarge => 413,
            Self::FormExpired => 422,
            Self::TooMany(_) => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }

    /// The stable code: last part of the locale key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::BadRequest => "bad_request",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::WrongMethod => "wrong_method",
            Self::TooSlow => "too_slow",
            Self::Conflict => "conflict",
            Self::AskOrganisers => "ask_organisers",
            Self::Gone => "gone",
            Self::TooLarge => "too_large",
            Self::FormExpired => "form_expired",
            Self::TooMany(_) => "too_many",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
        }
    }
}

/// A page for a fault.
#[derive(Clone, Debug, Serialize)]
pub struct FaultPage {
    /// What happened.
    pub heading: String,
    /// What it means and what to do.
    pub text: String,
    /// The request's id, to quote; empty where nobody needs to look into it.
    pub reference: String,
    /// The upcoming events.
    pub home: String,
}

/// The same in the frame of the staff pages.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct StaffFaultPage(FaultPage);

impl FaultPage {
    /// The page with its frame. `rest` is the address after the language, for the sister pages; `/` when it has none.
    pub fn new(catalogue: &Catalogue, language: Language, fault: Fault, rest: &str, request_id: &str) -> (Head, Self) {
        let page = Self::worded(catalogue, language, fault, "fault", request_id, format!("/{language}/"));
        (Head::personal(language, rest, page.heading.clone()), page)
    }

    fn worded(catalogue: &Catalogue, language: Language, fault: Fault, family: &str, request_id: &str, home: String) -> Self {
        let (heading, key) = (format!("fault-{}-title", fault.code()), format!("{family}-{}", fault.code()));
        let text = match fault {
            Fault::TooMany(seconds) => catalogue.t(language, &key, &[("seconds", FluentValue::from(seconds))]),
            _ => catalogue.t(language, &key, &[]),
        };
        let reference = if fault.status() >= 500 { request_id.to_owned() } else { String::new() };
        Self { heading: catalogue.t(language, &heading, &[]), text, reference, home }
    }
}

impl StaffFaultPage {
    /// The page with its frame. What visitors are told of the link in their e-mail is not said to staff.
    pub fn new(catalogue: &Catalogue, language: Language, fault: Fault, request_id: &str) -> (Head, Self) {
        let family = if matches!(fault, Fault::NotFound | Fault::WrongMethod) { "staff-page-fault" } else { "fault" };
        let page = FaultPage::worded(catalogue, language, fault, family, request_id, format!("/organiser/{language}/"));
        (Head::staff(language, "/", page.heading.clone()), Self(page))
    }
}

impl View for FaultPage {
    const TEMPLATE: &'static str = "fault";
}

impl View for StaffFaultPage {
    const TEMPLATE: &'static str = "staff/fault";
}
