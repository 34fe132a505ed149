//! Who of the staff asks. Deny by default: a staff page gets its data only through [`Staff`], which has checked what the table of
//! routes says, an unsafe call its form only through [`Posted`], which has checked the sign-in's token.
//!
//! The language is the part of the path after `/organiser/`: links can be shared and no page depends on another's visit.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode, header};
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, ResponseError, web};
use fluent_bundle::FluentValue;
use tokio::sync::Semaphore;

use super::client_address;
use super::upload::{self, Sent};
use crate::app::import::table::{self, TableFault};
use crate::app::sign_in::SignedIn;
use crate::app::{Actor, AppError, secrets};
use crate::clock::Instant;
use crate::domain::device::Device;
use crate::domain::ids::PlatformId;
use crate::domain::language::Language;
use crate::domain::staff::{Action, Grants};
use crate::web::error::Refusal;
use crate::web::limits::Try;
use crate::web::organiser::fields::Fields;
use crate::web::routes::LIST_BYTES;
use crate::web::state::{Site, State};
use crate::web::view::public::Fault;

/// The name of the sign-in's cookie. Over plain http (a local service only) not every client takes the `__Host-` prefix:
/// Chromium does on a loopback address, Safari and HTTP libraries do not.
pub fn cookie_name(site: &Site) -> &'static str {
    if site.is_https() { "__Host-quarterdeck" } else { "quarterdeck" }
}

/// The sign-in's token that a request carries.
pub fn token(request: &HttpRequest, site: &Site) -> Option<String> {
    cookie(request, cookie_name(site))
}

/// How long a browser keeps what it was sent to the provider with: longer than the answer is good, so that who was slow is told so.
const COOKIE_MINUTES: i64 = 60;

/// What a browser keeps while it is at the provider.
pub fn errand(request: &HttpRequest, site: &Site) -> Option<String> {
    cookie(request, errand_name(site))
}

/// The cookie that keeps (or, without anything, forgets) it. It must come back when another site sends the browser here, which is
/// what `Strict` would prevent.
pub fn set_errand(site: &Site, kept: Option<&str>) -> (header::HeaderName, String) {
    let (secure, age) = (if site.is_https() { "; Secure" } else { "" }, if kept.is_some() { COOKIE_MINUTES * 60 } else { 0 });
    (header::SET_COOKIE, format!("{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}", errand_name(site), kept.unwrap_or_default()))
}

fn errand_name(site: &Site) -> &'static str {
    if site.is_https() { "__Host-quarterdeck-oidc" } else { "quarterdeck-oidc" }
}

fn cookie(request: &HttpRequest, name: &str) -> Option<String> {
    let sent = request.headers().get_all(header::COOKIE).filter_map(|h| h.to_str().ok()).flat_map(|h| h.split(';'));
    sent.filter_map(|pair| pair.trim().split_once('=')).find(|(n, _)| *n == name).map(|(_, value)| value.to_owned())
}

/// The cookie that keeps (or, without a token, ends) a sign-in: for this host only, unreadable to scripts, never sent along
/// from another site (ASVS 3.3).
pub fn set_cookie(site: &Site, token: Option<&str>) -> (header::HeaderName, String) {
    let secure = if site.is_https() { "; Secure" } else { "" };
    let age = if token.is_some() { "" } else { "; Max-Age=0" };
    (header::SET_COOKIE, format!("{}={}; Path=/; HttpOnly; SameSite=Strict{secure}{age}", cookie_name(site), token.unwrap_or_default()))
}

/// What keeps somebody from a staff page.
#[derive(Debug, thiserror::Error)]
pub enum Turned {
    /// Not signed in: to the sign-in page of this language, which says so when a sign-in has ended.
    #[error("not signed in")]
    SignIn {
        /// The page's language.
        language: Language,
        /// Whether the browser still held a sign-in.
        ended: bool,
    },
    /// Anything else.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<AppError> for Turned {
    fn from(error: AppError) -> Self {
        Self::Refused(error.into())
    }
}

impl From<Fault> for Turned {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault.into())
    }
}

impl ResponseError for Turned {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignIn { .. } => StatusCode::SEE_OTHER,
            Self::Refused(refusal) => refusal.status_code(),
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::SignIn { language, ended } => {
                let done = if *ended { "?done=ended" } else { "" };
                HttpResponse::SeeOther().insert_header((header::LOCATION, format!("/organiser/{language}/sign-in{done}"))).finish()
            }
            Self::Refused(refusal) => refusal.error_response(),
        }
    }
}

/// Who may use a staff page or form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    All,
    /// Any member of staff.
    SignedIn,
    /// Whose role allows this.
    May(Action),
}

impl Who {
    /// The word in lists of routes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::SignedIn => "signed in",
            Self::May(action) => action.code(),
        }
    }
}

/// What the table of routes says of an address, by method. An address of which it says nothing gives no [`Staff`].
#[derive(Clone, Copy, Debug)]
pub struct Needs(pub &'static [(&'static str, Who)]);

impl Needs {
    /// Whether whoever has these roles may go on to the handler, which asks for the platform.
    fn are_met(self, method: &Method, grants: &Grants) -> bool {
        let method = if method == Method::HEAD { "GET" } else { method.as_str() };
        self.0.iter().filter(|(named, _)| *named == method).any(|(_, who)| match who {
            Who::All | Who::SignedIn => true,
            Who::May(action) => grants.allow_somewhere(*action),
        })
    }
}

/// A member of staff, signed in, and what their page needs.
pub struct Staff {
    /// What every handler can reach.
    pub state: web::Data<State>,
    /// Who, and what they may.
    pub who: SignedIn,
    /// The page's language.
    pub language: Language,
    /// The address after the language, with its query: for the sister pages.
    pub rest: String,
    /// The query's fields.
    pub query: Fields,
    /// The moment of the request.
    pub now: Instant,
    /// How many mails that came in wait for them.
    pub to_read: i64,
}

impl Staff {
    /// The sign-in as the author of a change.
    pub fn actor(&self) -> Actor {
        Actor::User(self.who.user)
    }

    /// Whether an action is allowed on a platform.
    pub fn may(&self, action: Action, platform: PlatformId) -> bool {
        self.who.grants.allow(action, platform)
    }

    /// Refuses unless the action is allowed on at least one platform.
    ///
    /// # Errors
    /// 403.
    pub fn require_somewhere(&self, action: Action) -> Result<(), Refusal> {
        if self.who.grants.allow_somewhere(action) { Ok(()) } else { Err(Fault::Forbidden.into()) }
    }

    /// A text in the page's language.
    pub fn t(&self, key: &str) -> String {
        self.state.texts().t(self.language, key, &[])
    }

    /// A text with arguments.
    pub fn t_with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.state.texts().t(self.language, key, args)
    }

    /// The text of one of a family's codes.
    pub fn word(&self, family: &str, code: &str) -> String {
        self.state.texts().word(self.language, family, code)
    }

    /// A staff address in the page's language.
    pub fn href(&self, rest: &str) -> String {
        format!("/organiser/{}{rest}", self.language)
    }
}

/// The language of `/organiser/{lang}/…`.
///
/// # Errors
/// 404 for anything that is no language of ours.
pub fn staff_language(request: &HttpRequest) -> Result<Language, Refusal> {
    Language::from_code(request.match_info().query("lang")).ok_or_else(|| Fault::NotFound.into())
}

/// The sign-in of a request, if one is in force.
///
/// # Errors
/// Faults only.
pub async fn signed_in(request: &HttpRequest, state: &State) -> Result<Option<SignedIn>, AppError> {
    let Some(token) = token(request, &state.site) else { return Ok(None) };
    match state.app.signed_in(&token, state.app.now()).await {
        Ok(who) => Ok(Some(who)),
        Err(AppError::BadCredentials | AppError::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The application's data of a request.
///
/// # Errors
/// 500 when the server was put together without it.
pub fn state_of(request: &HttpRequest) -> Result<web::Data<State>, Refusal> {
    request.app_data::<web::Data<State>>().cloned().ok_or_else(|| Fault::Internal.into())
}

async fn staff(request: HttpRequest) -> Result<Staff, Turned> {
    let state = state_of(&request)?;
    let language = staff_language(&request)?;
    let ended = token(&request, &state.site).is_some();
    let who = signed_in(&request, &state).await?.ok_or(Turned::SignIn { language, ended })?;
    // For the frame: a page for a fault has the same navigation as any other.
    request.extensions_mut().insert(who.clone());
    let needs = request.app_data::<Needs>().copied();
    if !needs.is_some_and(|needs| needs.are_met(request.method(), &who.grants)) {
        return Err(Fault::Forbidden.into());
    }
    let query = Fields::parse(request.query_string());
    let path = request.path().strip_prefix(&format!("/organiser/{language}")).unwrap_or("/").to_owned();
    let rest = query.address(&path);
    let now = state.app.now();
    // Every page says it, and only pages do.
    let to_read = if request.method() == Method::GET { state.app.inbound_open(&who.grants).await? } else { 0 };
    Ok(Staff { state, who, language, rest, query, now, to_read })
}

impl FromRequest for Staff {
    type Error = Turned;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Turned>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(staff(request.clone()))
    }
}

/// Whose table is being read.
static READING: Semaphore = Semaphore::const_new(1);
/// What the rest of a form with a list may take, in bytes.
const ROOM: usize = 64 * 1024;

/// A form that a signed-in member of staff sent from one of our pages.
pub struct Posted {
    /// Who.
    pub staff: Staff,
    /// What they typed.
    pub fields: Fields,
    files: Vec<(String, Bytes)>,
}

impl Posted {
    /// What was typed, with the text of the file `<name>_file` in the place of `name`, where one was sent.
    ///
    /// # Errors
    /// What keeps the file from being read.
    pub async fn with_table(&self, name: &str) -> Result<Fields, TableFault> {
        self.with_file(name, table::text_of).await
    }

    /// [`Posted::with_table`] of a file that somebody else turns into text.
    ///
    /// # Errors
    /// What keeps the file from being read.
    pub async fn with_file(&self, name: &str, text_of: fn(&[u8]) -> Result<String, TableFault>) -> Result<Fields, TableFault> {
        let Some((_, bytes)) = self.files.iter().find(|(field, _)| field.strip_suffix("_file") == Some(name)) else {
            return Ok(self.fields.clone());
        };
        let bytes = bytes.clone();
        // Unpacking a workbook takes its time and its memory, and nobody knows what is in it: one at a time, also when who sent it
        // is gone.
        let turn = READING.acquire().await.map_err(|_| TableFault::Workbook)?;
        let read = move || {
            let text = text_of(&bytes);
            drop(turn);
            text
        };
        let text = web::block(read).await.map_err(|_| TableFault::Workbook)??;
        // It goes through a form once more, where every byte may become three, and the end of a line six.
        if text.len() * 3 + text.matches('\n').count() * 3 > LIST_BYTES - ROOM {
            return Err(TableFault::TooLarge { bytes: text.len() });
        }
        Ok(self.fields.with(&[(name, &text)]))
    }
}

impl FromRequest for Posted {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let staff = staff(request.clone()).await?;
            let Sent { fields, files } = match upload::boundary(&request) {
                Some((boundary, most)) => upload::read(request, payload, boundary, most).await?,
                None => {
                    let form = web::Form::<Vec<(String, String)>>::from_request(&request, &mut payload).await?;
                    Sent { fields: Fields(form.into_inner()), files: Vec::new() }
                }
            };
            // Compared as hashes: how long it takes tells nothing of the token.
            if secrets::hash(fields.get("csrf")) != secrets::hash(&staff.who.csrf) {
                return Err(Turned::from(Fault::FormExpired).into());
            }
            Ok(Self { staff, fields, files })
        })
    }
}

/// Takes one try of a password or code by somebody who is signed in, to be given back when it was right.
///
/// # Errors
/// 429 with the seconds to wait.
pub fn take_try_of(request: &HttpRequest, staff: &Staff) -> Result<Try, Refusal> {
    take_try(request, &staff.state, &format!("user:{}", staff.who.user))
}

/// Takes one try of a password or code of an account, to be given back when it was right.
///
/// # Errors
/// 429 with the seconds to wait.
pub fn take_try(request: &HttpRequest, state: &State, account: &str) -> Result<Try, Refusal> {
    state.limits.take_try(client_address(request, state), account).map_err(|seconds| Fault::TooMany(seconds).into())
}

/// Browser and system of a request, in words.
pub fn device(request: &HttpRequest) -> Device {
    Device::of(request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default())
}
