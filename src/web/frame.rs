//! What surrounds every request: its id, the Host check, security headers, the page for a fault, the log line, the count.

use std::time::Instant as Stopwatch;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{ConnectionType, Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse, web};

use super::extract::body::{self, BodyTime};
use super::extract::language_of;
use super::organiser::navigation;
use super::state::{Site, State};
use super::view::public::{Fault, FaultPage, StaffFaultPage};
use crate::app::sign_in::SignedIn;

/// The id under which a request is logged; shown on pages for faults of ours.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// What a page may load, where that is something else than every page may: a handler puts it to its answer.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    content: &'static str,
    permissions: &'static str,
}

/// What no page needs of the device.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=()";

impl Policy {
    /// A page with a frame of ours in it.
    pub const FRAMING: Self = Self::content(
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    );
    /// A mail to look at: its own styles and nothing else, no script, no form, no way out of its frame.
    pub const MAIL: Self =
        Self::content("default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox");
    /// The desk at the entrance: an app of the device, which sees through its camera.
    pub const DESK: Self = Self {
        content: "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
        permissions: "camera=(self), geolocation=(), microphone=(), payment=()",
    };

    /// The page that sends somebody on to a meeting. Browsers hold a form's redirect to `form-action`, and every further one as well: a
    /// meeting service may send people on from the address that organisers know, to hosts that only it knows.
    pub const ONWARD: Self = Self::content(
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    );

    const fn content(content: &'static str) -> Self {
        Self { content, permissions: PERMISSIONS }
    }
}

/// Wraps every request.
///
/// # Errors
/// Never of its own: a fault becomes a response.
pub async fn surround(mut request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    let begun = Stopwatch::now();
    let state = request.app_data::<web::Data<State>>().cloned();
    let Some(state) = state else { return next.call(request).await.map(ServiceResponse::map_into_boxed_body) };
    let id = RequestId(state.app.secrets.random_token().map(|t| t[..12].to_owned()).unwrap_or_default());
    request.extensions_mut().insert(id.clone());
    let (method, path) = (request.method().clone(), request.path().to_owned());
    let refused = refusal(&request, &state.site);
    if let Some(BodyTime(time)) = request.app_data::<BodyTime>().copied() {
        let payload = request.take_payload();
        request.set_payload(body::within(payload, time));
    }
    let mut response = match refused {
        Some(refused) => request.into_response(refused),
        None => match next.call(request).await {
            Ok(response) => response.map_into_boxed_body(),
            // An extractor or the router refused: there is no response yet, only its error.
            Err(error) => return Err(error),
        },
    };
    if !path.starts_with("/api/") {
        response = with_fault_page(response, &state, &id);
    }
    if response.status() == StatusCode::REQUEST_TIMEOUT {
        // The rest of the body may still come, and must not be read as the next request.
        response.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    let pattern = response.request().match_pattern();
    let policy = response.response().extensions().get::<Policy>().map_or(Policy::content(CSP), |policy| *policy);
    headers(response.headers_mut(), policy, &state.site, pattern.as_deref(), &id);
    let status = response.status().as_u16();
    let route = pattern.unwrap_or_else(|| "unmatched".into());
    let seconds = begun.elapsed().as_secs_f64();
    if let Some(observe) = state.observe {
        observe(method.as_str(), &route, status, seconds);
    }
    tracing::info!(target: "quarterdeck::access", request = %id.0, method = %method, route = %route, status, ms = (seconds * 1e3) as u64);
    Ok(response)
}

/// Requests that are answered before any handler sees them.
fn refusal(request: &ServiceRequest, site: &Site) -> Option<HttpResponse> {
    let path = request.path();
    if path == "/healthz" || path == "/readyz" {
        return None;
    }
    if !is_our_host(request.headers(), site) {
        return Some(
            HttpResponse::build(StatusCode::MISDIRECTED_REQUEST).content_type("text/plain; charset=utf-8").body("This host is not served here.\n"),
        );
    }
    let unsafe_method = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if unsafe_method && !path.starts_with("/api/") && is_cross_site(request.headers(), site) {
        let mut response = HttpResponse::build(StatusCode::FORBIDDEN).finish();
        response.extensions_mut().insert(Fault::Forbidden);
        return Some(response);
    }
    None
}

/// Links in mails come from the configuration, and nobody may make us believe in another name (Host header attacks).
fn is_our_host(headers: &HeaderMap, site: &Site) -> bool {
    is_our_authority(headers.get(header::HOST).and_then(|h| h.to_str().ok()).unwrap_or(""), site)
}

fn is_our_authority(host: &str, site: &Site) -> bool {
    let authority = site.base_url.split_once("://").map_or("", |(_, a)| a);
    if host.eq_ignore_ascii_case(authority) {
        return true;
    }
    // A local service is reached under every local name and port.
    let bare = |h: &str| {
        h.strip_prefix('[').and_then(|r| r.split_once(']')).map_or_else(|| h.split(':').next().unwrap_or("").to_owned(), |(v6, _)| v6.to_owned())
    };
    let is_local = |h: &str| matches!(h, "localhost" | "127.0.0.1" | "::1");
    is_local(&bare(authority)) && is_local(&bare(host))
}

/// A browser says where a request comes from; a form of another site is refused (ASVS 3.5.3). Browsers that do not send
/// `Sec-Fetch-Site` (Safari before 16.4) send `Origin`, which is `null` for our own forms under a strict referrer policy.
fn is_cross_site(headers: &HeaderMap, site: &Site) -> bool {
    match (headers.get("sec-fetch-site"), headers.get(header::ORIGIN)) {
        (Some(said), _) => !matches!(said.as_bytes(), b"same-origin" | b"none"),
        (None, Some(origin)) => origin.as_bytes() != b"null" && !origin.to_str().is_ok_and(|origin| is_our_origin(origin, site)),
        (None, None) => false,
    }
}

fn is_our_origin(origin: &str, site: &Site) -> bool {
    let ours = site.base_url.split_once("://").map_or("", |(scheme, _)| scheme);
    origin.split_once("://").is_some_and(|(scheme, authority)| scheme.eq_ignore_ascii_case(ours) && is_our_authority(authority, site))
}

/// Draws the page for a fault, also for what the router itself refused.
fn with_fault_page(response: ServiceResponse<BoxBody>, state: &State, id: &RequestId) -> ServiceResponse<BoxBody> {
    let fault = response.response().extensions().get::<Fault>().copied();
    let fault = fault.or_else(|| match response.status() {
        _ if response.headers().contains_key(header::CONTENT_TYPE) => None,
        StatusCode::NOT_FOUND => Some(Fault::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => Some(Fault::WrongMethod),
        StatusCode::BAD_REQUEST => Some(Fault::BadRequest),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Fault::TooLarge),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Fault::Internal),
        _ => None,
    });
    let Some(fault) = fault else { return response };
    let request = response.request().clone();
    let (language, rest) = language_of(&request);
    let drawn = if request.path().starts_with("/organiser/") {
        let (mut head, page) = StaffFaultPage::new(state.texts(), language, fault, &id.0);
        if let Some(who) = request.extensions().get::<SignedIn>() {
            let here = request.path().strip_prefix(&format!("/organiser/{language}")).unwrap_or("/");
            let nav = navigation(state.texts(), language, &who.grants, here, 0);
            head = head.signed_in(&who.email, &who.csrf).with_nav(nav);
        }
        state.pages.draw(&head, &page)
    } else {
        let (head, page) = FaultPage::new(state.texts(), language, fault, &rest, &id.0);
        state.pages.draw(&head, &page)
    };
    let html = match drawn {
        Ok(html) => html,
        Err(error) => {
            tracing::error!(error = %error, "the page for a fault could not be drawn");
            return response;
        }
    };
    response.map_body(|head, _| {
        head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        BoxBody::new(html)
    })
}

fn headers(headers: &mut HeaderMap, policy: Policy, site: &Site, pattern: Option<&str>, id: &RequestId) {
    let mut set = |name: &'static str, value: &'static str| {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    };
    set("content-security-policy", policy.content);
    set("x-content-type-options", "nosniff");
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", policy.permissions);
    if site.is_https() {
        set("strict-transport-security", "max-age=63072000; includeSubDomains");
    }
    // By the route and not by the path, which can be written in many ways. What no route answers is nobody's to index.
    let personal = pattern.is_none_or(|pattern| {
        ["/r/{", "/attestations/{", "/i/{", "/m/{", "/s/{", "/u/{", "/j/{", "/answer", "/organiser", "/api/"]
            .iter()
            .any(|part| pattern.contains(part))
    });
    // Its owner's program keeps this one, and asks each time whether it still holds.
    if personal || pattern.is_some_and(|pattern| pattern.contains("/calendar/p/{")) {
        set("x-robots-tag", "noindex, nofollow");
    }
    if personal || !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
}
