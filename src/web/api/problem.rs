//! A refusal as a problem document (RFC 9457): a stable code, what to do, and where in the request the trouble is.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::AppError;
use crate::db::DbError;
use crate::domain::event::Gap;
use crate::domain::seats::{BelowTaken, Limit};

/// The media type of every error.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A kind of refusal: code, status, title, and what to do. The table is the whole vocabulary.
pub const KINDS: &[(&str, u16, &str, &str)] = &[
    ("malformed", 400, "The request cannot be read", "Send one JSON document, encoded in UTF-8, with the parameters the description names."),
    (
        "bad_credentials",
        401,
        "A valid token is needed",
        "Send `Authorization: Bearer qd_…` with a token from `quarterdeck token add` that is not disabled.",
    ),
    ("forbidden", 403, "The token's role does not allow this", "Use a token whose role allows it; the description names the role of each call."),
    ("not_found", 404, "There is no such thing", "Check the address. What a token may not see does not exist for it."),
    ("wrong_method", 405, "The method is not offered here", "Use one of the methods in the Allow header."),
    ("too_slow", 408, "The body did not come in time", "Send the whole body at once, or fewer entries in one call."),
    ("not_open_yet", 409, "Registration has not opened yet", "Publish the event, or wait for its opening."),
    ("called_off", 409, "The event was called off", "Nothing can be changed any more."),
    ("past", 409, "The event is over", "Nothing can be changed any more."),
    ("closed", 409, "The event takes no registrations", "A draft must be published first; a closed event stays closed."),
    ("pass_foreign", 422, "The code is no pass", "Scan the square on the personal page, or type the twelve signs under it."),
    ("pass_altered", 422, "The signs of the pass do not fit together", "Scan it again, or type the twelve signs; one of them is wrong."),
    ("pass_other_event", 422, "The pass is for another event", "Ask for the pass of this event, or look the person up by name."),
    ("pass_unknown", 422, "Nobody of this event has this pass", "Look the person up by name."),
    ("proof_lapsed", 409, "The time to prove the address is over", "Register the person again."),
    ("mandate_ended", 409, "The person's mandate is over", "Renew the mandate on the roster, or invite the person as a guest."),
    ("wrong_state", 409, "The registration's state does not allow this", "Fetch the registration and decide again."),
    ("no_substitute", 409, "No substitute can be named or take over", "Only people themselves do this, on their page."),
    ("cannot_switch", 409, "The way of attending cannot be switched", "The present place is kept; try again when a seat is free."),
    ("organisation_fixed", 409, "The organisation cannot be changed by the person", "Change it as staff; the present place is kept."),
    ("wrong_event_state", 409, "The event's state does not allow this", "Fetch the event and decide again."),
    ("not_closable", 409, "The quarter cannot be closed", "Close it once it is over and all its events are."),
    ("below_taken", 409, "The limit is below the seats already given", "Ask for at least as many as are taken."),
    ("stale", 409, "Somebody else changed it in the meantime", "Fetch it again and send the change with its present revision."),
    ("taken", 409, "The name is taken", "Choose another one."),
    ("in_flight", 409, "The same call is under way", "Wait a moment and send it again with the same key."),
    ("too_large", 413, "The body is too large", "Send fewer entries in one call."),
    ("wrong_content_type", 415, "The body is not JSON", "Send it as application/json, without compression."),
    ("invalid", 422, "A value cannot be used", "Correct what `errors` names and send it again; nothing was changed."),
    ("mode_not_offered", 422, "The event does not offer this way of attending", "Use one of the modes of the event's format."),
    ("incomplete", 422, "The event is incomplete", "Fill in what `errors` names, in every language."),
    ("key_reused", 422, "The key was used for another request", "Use a new key for a new request."),
    ("too_many", 429, "Too many calls", "Wait as many seconds as Retry-After says."),
    ("fault", 500, "A fault of ours", "Try again later; tell the operator the request id."),
    ("busy", 503, "Too much to do just now", "Try again in a second, with the same Idempotency-Key."),
];

/// One place in the request that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// Where in the body (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "/schedule/ends_at", nullable = false)]
    pub pointer: Option<String>,
    /// Which parameter of the query or header, when it is not in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub parameter: Option<String>,
    /// Stable code.
    #[schema(example = "invalid")]
    pub code: &'static str,
    /// What is wrong with the value, and the way out.
    #[schema(example = "the end must come after the start")]
    pub detail: String,
}

impl FieldError {
    /// A place in the body.
    pub fn at(pointer: impl Into<String>, code: &'static str, detail: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), parameter: None, code, detail: detail.into() }
    }

    /// A parameter.
    pub fn of(parameter: &str, code: &'static str, detail: impl Into<String>) -> Self {
        Self { pointer: None, parameter: Some(parameter.to_owned()), code, detail: detail.into() }
    }
}

/// A refusal on its way to the caller; `routes::dress` writes it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{code}: {detail:?}")]
pub struct Problem {
    code: &'static str,
    detail: Option<String>,
    errors: Vec<FieldError>,
    header: Option<(header::HeaderName, String)>,
}

/// The document.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDocument {
    /// Where the kind of problem is described.
    #[serde(rename = "type")]
    #[schema(example = "http://127.0.0.1:8080/api/v1/problems/invalid", format = "uri")]
    kind: String,
    /// The kind in words.
    title: &'static str,
    /// HTTP status.
    status: u16,
    /// Stable code of the kind.
    #[schema(example = "invalid")]
    code: &'static str,
    /// What happened here, and what to do.
    detail: String,
    /// The id under which the service logged the request.
    request_id: String,
    /// The places in the request that are wrong.
    errors: Vec<FieldError>,
}

impl Problem {
    /// A problem of this code, described by its kind.
    pub fn new(code: &'static str) -> Self {
        Self { code, detail: None, errors: Vec::new(), header: None }
    }

    /// Says more than the kind does.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Names places in the request.
    #[must_use]
    pub fn errors(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// Values that cannot be used.
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        Self::new("invalid").errors(errors)
    }

    /// Sets a header.
    #[must_use]
    pub fn with(mut self, name: header::HeaderName, value: impl Into<String>) -> Self {
        self.header = Some((name, value.into()));
        self
    }

    /// No, or no valid, token.
    pub fn unauthorised() -> Self {
        Self::new("bad_credentials").with(header::WWW_AUTHENTICATE, "Bearer realm=\"quarterdeck\"")
    }

    /// Too many calls.
    pub fn too_many(seconds: u64) -> Self {
        Self::new("too_many").with(header::RETRY_AFTER, seconds.to_string())
    }

    /// What the router itself refused.
    pub fn of_status(status: StatusCode) -> Self {
        let known = KINDS.iter().find(|(_, s, ..)| *s == status.as_u16());
        Self::new(known.map_or(if status.is_server_error() { "fault" } else { "malformed" }, |(code, ..)| code))
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.code
    }

    fn kind(&self) -> &'static (&'static str, u16, &'static str, &'static str) {
        KINDS.iter().find(|(code, ..)| *code == self.code).unwrap_or(&KINDS[KINDS.len() - 2])
    }

    /// Writes the document.
    pub fn respond(&self, base_url: &str, request_id: &str) -> HttpResponse {
        let (code, status, title, advice) = self.kind();
        let document = ProblemDocument {
            kind: format!("{base_url}/api/v1/problems/{code}"),
            title,
            status: *status,
            code,
            detail: self.detail.clone().unwrap_or_else(|| (*advice).to_owned()),
            request_id: request_id.to_owned(),
            errors: self.errors.clone(),
        };
        let mut response = HttpResponse::build(self.status_code());
        if let Some((name, value)) = &self.header {
            response.insert_header((name.clone(), value.as_str()));
        }
        response.content_type(MEDIA_TYPE).body(serde_json::to_string(&document).unwrap_or_default())
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.kind().1).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        let problem = Self::new(error.code());
        match error {
            AppError::BadCredentials => Self::unauthorised(),
            AppError::Invalid { field, why } => problem.errors(vec![FieldError::at(pointer_of(field), "invalid", why)]),
            AppError::Taken(field) => problem.errors(vec![FieldError::at(format!("/{field}"), "taken", format!("this {field} is taken already"))]),
            AppError::ModeNotOffered => problem.errors(vec![FieldError::at("/mode", "mode_not_offered", "the event does not offer this mode")]),
            AppError::WrongState(state) => problem.detail(format!("A registration that is \"{state}\" does not allow this.")),
            AppError::WrongEventState(state) => problem.detail(event_state(state)),
            AppError::Switch(why) => problem.detail(switch(&why)),
            AppError::NotClosable(why) => problem.detail(why.advice()),
            AppError::BelowTaken(below) => problem.errors(vec![below_taken(&below)]),
            AppError::Incomplete(gaps) => problem.errors(gaps.iter().map(gap).collect()),
            AppError::Busy => problem.with(header::RETRY_AFTER, "1"),
            AppError::Fault(cause) => {
                tracing::error!(error = %cause, "an API call failed");
                if matches!(cause, DbError::Unavailable(_) | DbError::Again(_)) { Self::new("busy").with(header::RETRY_AFTER, "1") } else { problem }
            }
            _ => problem,
        }
    }
}

fn pointer_of(field: &str) -> String {
    match field {
        "starts_at" | "ends_at" | "opens_at" | "closes_at" => format!("/schedule/{field}"),
        "join_link" => "/place/join_link".into(),
        other => format!("/{other}"),
    }
}

fn event_state(state: &str) -> String {
    match state {
        "not_over" => "The event is not over; minutes are recorded afterwards.".into(),
        "mode_in_use" => "People attend, or wait, in a way that the new format no longer offers; keep it, or withdraw them first.".into(),
        "past" => "The event is over; nothing can be changed any more.".into(),
        "draft" => "The event is a draft; publish it first.".into(),
        "quarter_closed" => "The quarter is closed: its figures are frozen. Give the event another one.".into(),
        other => format!("An event that is \"{other}\" does not allow this."),
    }
}

fn switch(why: &crate::domain::registration::SwitchRefusal) -> String {
    use crate::domain::registration::SwitchRefusal;
    match why {
        SwitchRefusal::NotOffered(mode) => format!("The event does not offer \"{mode}\"; the present place is kept."),
        SwitchRefusal::Full(reason) => format!("There is no seat ({}); the present place is kept.", reason.code()),
        SwitchRefusal::Same => "The registration has this mode already.".into(),
    }
}

fn below_taken(below: &BelowTaken) -> FieldError {
    let pool = format!("/seats/{}", below.mode);
    let pointer = match below.limit {
        Limit::Capacity => format!("{pool}/capacity"),
        Limit::Quota(sector) => format!("{pool}/quotas/{sector}"),
        Limit::Organisation => format!("{pool}/max_per_organisation"),
    };
    FieldError::at(
        pointer,
        "below_taken",
        format!("{} seats asked for, but {} are given; ask for at least {}", below.asked, below.taken, below.taken),
    )
}

fn gap(gap: &Gap) -> FieldError {
    let pointer = match gap.field {
        "venue" => "/place/venue".into(),
        "join_link" => "/place/join_link".into(),
        "capacity" => "/seats/on_site/capacity".into(),
        other => format!("/{other}"),
    };
    match gap.language.filter(|_| gap.field != "agenda") {
        Some(language) => FieldError::at(format!("{pointer}/{language}"), "missing", format!("the {} is missing in \"{language}\"", gap.field)),
        None => match gap.language {
            Some(language) => FieldError::at(pointer, "missing", format!("an agenda item has no title in \"{language}\"")),
            None => FieldError::at(pointer, "missing", format!("the {} is missing", gap.field)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_of_the_application_has_a_kind() {
        use crate::domain::event::Window;
        use crate::domain::pass::Refusal;
        use crate::domain::registration::{State, SwitchRefusal};
        let all = [
            AppError::NotFound,
            AppError::NotOpen(Window::Past),
            AppError::NotOpen(Window::Draft),
            AppError::NotOpen(Window::CalledOff),
            AppError::NotOpen(Window::NotYet(chrono::DateTime::UNIX_EPOCH)),
            AppError::ModeNotOffered,
            AppError::ProofLapsed,
            AppError::MandateEnded(crate::domain::admission::Shut { ended: None, begins: None }),
            AppError::WrongState(State::Expired),
            AppError::Substitute(crate::domain::substitute::Refusal::Over),
            AppError::Switch(SwitchRefusal::Same),
            AppError::OrganisationFixed,
            AppError::WrongEventState("past"),
            AppError::NotClosable(crate::domain::closing::NotClosable::NotOver),
            AppError::Incomplete(Vec::new()),
            AppError::Stale,
            AppError::Taken("slug"),
            AppError::Forbidden,
            AppError::BadCredentials,
            AppError::Invalid { field: "x", why: String::new() },
            AppError::KeyReused,
            AppError::Pass(Refusal::Foreign),
            AppError::Pass(Refusal::Altered),
            AppError::Pass(Refusal::OtherEvent),
            AppError::Pass(Refusal::Unknown),
            AppError::Busy,
            AppError::Fault(DbError::Full),
        ];
        for error in all {
            let code = error.code();
            assert!(KINDS.iter().any(|(known, ..)| *known == code), "{code}");
            assert_eq!(Problem::from(error).code(), code);
        }
    }

    #[test]
    fn limits_point_at_the_value_that_is_too_low() {
        let below =
            BelowTaken { mode: crate::domain::mode::Mode::OnSite, limit: Limit::Quota(crate::domain::sector::Sector::Public), asked: 1, taken: 2 };
        assert_eq!(below_taken(&below).pointer.as_deref(), Some("/seats/on_site/quotas/public"));
    }
}
