//! What every call has in common: who calls, the body within its limits, and calls that may be sent again.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::{Method, StatusCode, header};
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::decode;
use super::problem::{FieldError, Problem};
use super::query::Query;
use crate::app::idempotency::{Claim, Kept};
use crate::app::show::EventView;
use crate::app::staff::ApiCaller;
use crate::app::{Actor, App, AppError, secrets};
use crate::clock::Instant;
use crate::domain::ids::{EventId, Reference, RegistrationId, Slug};
use crate::domain::staff::Action;
use crate::web::extract::body::was_too_slow;
use crate::web::extract::client_address;
use crate::web::limits::Kind;
use crate::web::state::State;

/// The header of calls that may be sent again.
pub const KEY: &str = "Idempotency-Key";
/// Says that an answer was given before.
pub const REPLAYED: &str = "Idempotency-Replayed";
/// Longest key.
pub const KEY_LENGTH: usize = 200;

/// What the table of calls says of an address: methods, and what a token must be allowed for each.
#[derive(Clone, Copy, Debug)]
pub struct Needs(pub &'static [(&'static str, &'static str)]);

/// A call whose token was checked and whose body was read.
#[derive(Clone)]
pub struct Call {
    /// What handlers can reach.
    pub state: Data<State>,
    /// Who calls.
    pub caller: ApiCaller,
    /// When.
    pub now: Instant,
    request: HttpRequest,
    body: Bytes,
}

/// An answer before it is sent, so that it can be kept.
#[derive(Clone, Debug)]
pub struct Answer {
    status: StatusCode,
    body: String,
    location: Option<String>,
}

impl Answer {
    /// 200.
    ///
    /// # Errors
    /// `fault` when the value cannot be written, which does not happen.
    pub fn ok(body: &impl Serialize) -> Result<Self, Problem> {
        let body = serde_json::to_string(body).map_err(|e| {
            tracing::error!(error = %e, "an answer could not be written");
            Problem::new("fault")
        })?;
        Ok(Self { status: StatusCode::OK, body, location: None })
    }

    /// 201 with the address of what was made.
    ///
    /// # Errors
    /// As [`Self::ok`].
    pub fn created(body: &impl Serialize, location: Option<String>) -> Result<Self, Problem> {
        Ok(Self { status: StatusCode::CREATED, location, ..Self::ok(body)? })
    }

    fn respond(self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        if let Some(location) = self.location {
            response.insert_header((header::LOCATION, location));
        }
        response.content_type("application/json").body(self.body)
    }
}

/// What handlers of reading calls give.
pub type Reply = Result<HttpResponse, Problem>;

impl FromRequest for Call {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let state = request.app_data::<Data<State>>().cloned().ok_or_else(|| Problem::new("fault"))?;
            let caller = authenticate(&request, &state).await?;
            may_go_on(&request, &caller)?;
            let body = read(&request, payload, state.site.api_bytes).await?;
            let now = state.app.now();
            Ok(Self { state, caller, now, request, body })
        })
    }
}

/// Refuses a token whose role allows nowhere what the table of calls says this one needs. The handler asks again, for the platform of
/// what is called for.
fn may_go_on(request: &HttpRequest, caller: &ApiCaller) -> Result<(), Problem> {
    let method = if request.method() == Method::HEAD { "GET" } else { request.method().as_str() };
    let needs = request.app_data::<Needs>().and_then(|Needs(needs)| needs.iter().find(|(named, _)| *named == method));
    let allowed = match needs {
        Some((_, "all" | "token")) => true,
        Some((_, code)) => Action::from_code(code).is_some_and(|action| caller.grants.allow_somewhere(action)),
        None => false,
    };
    if allowed { Ok(()) } else { Err(AppError::Forbidden.into()) }
}

/// Tries with a wrong token count against the address, calls with a right one against the token. An address that guessed too
/// often is refused before anything is looked up, with a right token, too: who guesses must not cost the database anything.
async fn authenticate(request: &HttpRequest, state: &State) -> Result<ApiCaller, Problem> {
    let given = request.headers().get(header::AUTHORIZATION).and_then(|h| h.to_str().ok()).unwrap_or("");
    let token = given.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, token)| token.trim());
    let address = client_address(request, state);
    state.limits.may_try_token(address).map_err(Problem::too_many)?;
    let Some(token) = token.filter(|t| t.starts_with("qd_") && t.len() < 100) else {
        state.limits.wrong_token(address).map_err(Problem::too_many)?;
        return Err(Problem::unauthorised());
    };
    match state.app.api_caller(token).await {
        Ok(caller) => {
            state.limits.check_key(Kind::Api, &format!("token:{}", caller.token)).map_err(Problem::too_many)?;
            Ok(caller)
        }
        Err(AppError::BadCredentials) => {
            state.limits.wrong_token(address).map_err(Problem::too_many)?;
            Err(Problem::unauthorised())
        }
        // A fault of ours is no guess of theirs.
        Err(error) => Err(error.into()),
    }
}

async fn read(request: &HttpRequest, payload: Payload, limit: usize) -> Result<Bytes, Problem> {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(Bytes::new());
    }
    let too_large = || Problem::new("too_large").detail(format!("The body is larger than {limit} bytes; send fewer entries in one call."));
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|h| h.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|n| n > limit) {
        return Err(too_large());
    }
    let mut payload = payload;
    let payload = web::Payload::from_request(request, &mut payload).await.map_err(|_| Problem::new("malformed"))?;
    let body = payload.to_bytes_limited(limit).await.map_err(|_| too_large())?.map_err(unread)?;
    if body.is_empty() {
        return Ok(body);
    }
    let head = |name: header::HeaderName| request.headers().get(name).and_then(|h| h.to_str().ok()).unwrap_or("").trim().to_ascii_lowercase();
    let content_type = head(header::CONTENT_TYPE);
    let essence = content_type.split(';').next().unwrap_or("").trim();
    let is_json = essence == "application/json" || (essence == "application/merge-patch+json" && request.method() == Method::PATCH);
    if !is_json || !matches!(head(header::CONTENT_ENCODING).as_str(), "" | "identity") {
        return Err(Problem::new("wrong_content_type"));
    }
    Ok(body)
}

fn unread(error: actix_web::Error) -> Problem {
    let too_slow = error.as_error::<PayloadError>().is_some_and(was_too_slow);
    Problem::new(if too_slow { "too_slow" } else { "malformed" })
}

impl Call {
    /// The use cases.
    pub fn app(&self) -> &App {
        &self.state.app
    }

    /// Who is written into the history.
    pub fn actor(&self) -> Actor {
        Actor::Token(self.caller.token)
    }

    /// The parameters.
    pub fn query(&self) -> Query {
        Query::of(self.request.query_string())
    }

    /// A part of the path.
    pub fn part(&self, name: &str) -> &str {
        self.request.match_info().get(name).unwrap_or("")
    }

    /// The body as a document.
    ///
    /// # Errors
    /// `malformed`.
    pub fn document(&self) -> Result<Value, Problem> {
        decode::document(&self.body)
    }

    /// The body as a document that may be left out.
    ///
    /// # Errors
    /// `malformed`.
    pub fn optional_document(&self) -> Result<Value, Problem> {
        if self.body.is_empty() { Ok(Value::Object(serde_json::Map::new())) } else { self.document() }
    }

    /// The body as a typed value.
    ///
    /// # Errors
    /// `malformed`, `invalid`.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        decode::typed(self.document()?, "").map_err(|e| Problem::invalid(vec![e]))
    }

    /// The event that the path names, if the token may do this with it.
    ///
    /// # Errors
    /// `not_found` when it may not even see it, `forbidden`.
    pub async fn event(&self, action: Action) -> Result<EventView, Problem> {
        self.event_called(self.part("slug"), action).await
    }

    /// An event by its slug.
    ///
    /// # Errors
    /// As [`Self::event`].
    pub async fn event_called(&self, slug: &str, action: Action) -> Result<EventView, Problem> {
        let slug: Slug = slug.parse().map_err(|_| Problem::new("not_found"))?;
        Ok(self.app().event_for(&self.caller.grants, action, slug.as_str()).await?)
    }

    /// The registration that the path names and its event, if the token may do this with it.
    ///
    /// # Errors
    /// As [`Self::event`].
    pub async fn registration(&self, action: Action) -> Result<(RegistrationId, EventId, Reference), Problem> {
        let reference = Reference::parse(self.part("id")).ok_or_else(|| Problem::new("not_found"))?;
        let (id, event) = self.app().registration_ids(&reference).await?;
        let slug = self.app().event_slug(event).await?;
        self.event_called(slug.as_str(), action).await?;
        Ok((id, event, reference))
    }

    /// Does the work of a call that changes something. It goes on when the caller hangs up; with an `Idempotency-Key` its
    /// answer is kept, and given again instead of doing the work again.
    ///
    /// # Errors
    /// Those of the work, `key_reused`, `in_flight`.
    pub async fn once<F, W>(self, work: F) -> Reply
    where
        F: FnOnce(Self) -> W + 'static,
        W: Future<Output = Result<Answer, Problem>> + 'static,
    {
        let task = actix_web::rt::spawn(async move {
            match self.key()? {
                None => work(self).await.map(Answer::respond),
                Some(key) => self.once_under(key, work).await,
            }
        });
        task.await.unwrap_or_else(|error| {
            tracing::error!(error = %error, "an API call broke off");
            Err(Problem::new("fault"))
        })
    }

    async fn once_under<F, W>(self, key: String, work: F) -> Reply
    where
        F: FnOnce(Self) -> W,
        W: Future<Output = Result<Answer, Problem>>,
    {
        let app = self.app().clone();
        let what = format!("{} {}\n{}", self.request.method(), self.request.uri(), String::from_utf8_lossy(&self.body));
        let held = match app.claim_key(self.caller.token, key, secrets::hash(&what), self.now).await? {
            Claim::Held(held) => held,
            Claim::InFlight => return Err(Problem::new("in_flight").with(header::RETRY_AFTER, "1")),
            Claim::Answered(kept) => {
                let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
                let mut response = Answer { status, body: kept.body, location: kept.location }.respond();
                response.headers_mut().insert(header::HeaderName::from_static("idempotency-replayed"), header::HeaderValue::from_static("true"));
                return Ok(response);
            }
        };
        match work(self).await {
            Ok(answer) => {
                let kept = Kept { status: answer.status.as_u16(), body: answer.body.clone(), location: answer.location.clone() };
                if let Err(error) = app.answer_key(held, kept).await {
                    // The work is done and durable; only its repetition would not be recognised.
                    tracing::warn!(error = %error, "an answer could not be kept");
                }
                Ok(answer.respond())
            }
            Err(problem) => {
                if let Err(error) = app.drop_key(held).await {
                    tracing::warn!(error = %error, "a key could not be given back");
                }
                Err(problem)
            }
        }
    }

    fn key(&self) -> Result<Option<String>, Problem> {
        let mut given = self.request.headers().get_all(KEY);
        let Some(first) = given.next() else { return Ok(None) };
        let key = first.to_str().unwrap_or("").trim();
        let fits = (1..=KEY_LENGTH).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic() || b == b' ') && given.next().is_none();
        if fits {
            return Ok(Some(key.to_owned()));
        }
        let why = format!("a key has 1 to {KEY_LENGTH} printable ASCII characters and is given once; a random UUID does well");
        Err(Problem::invalid(vec![FieldError::of(KEY, "invalid", why)]))
    }
}
