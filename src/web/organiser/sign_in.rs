//! Signing in and out.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};

use super::see_other;
use crate::app::AppError;
use crate::app::sign_in::Step;
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::web::error::Answer;
use crate::web::extract::preferred;
use crate::web::extract::staff::{Posted, device, set_cookie, signed_in, staff_language, take_try, token};
use crate::web::organiser::fields::Fields;
use crate::web::state::State;
use crate::web::view::public::Fault;
use crate::web::view::staff::{SignIn, SignInCode};
use crate::web::view::{Flash, FormError, Head, Hidden, TextField};

/// The form's name in its token.
pub(super) const FORM: &str = "sign-in";

/// `GET /organiser` and `GET /organiser/`: to the browser's language; English when it prefers none of ours.
pub async fn way_in(request: HttpRequest) -> Answer {
    let language = preferred(&request).unwrap_or(Language::En);
    Ok(see_other(&format!("/organiser/{language}/")))
}

/// `GET …/sign-in`
pub async fn form(request: HttpRequest, state: web::Data<State>) -> Answer {
    let language = staff_language(&request)?;
    if signed_in(&request, &state).await?.is_some() {
        return Ok(see_other(&format!("/organiser/{language}/")));
    }
    let done = Fields::parse(request.query_string());
    let key = match done.get("done") {
        "ended" => Some(("wait", "staff-done-ended")),
        "signed-out" => Some(("good", "staff-done-signed-out")),
        "password-changed" => Some(("good", "staff-done-password-changed")),
        _ => None,
    };
    let flashes = key.map(|(tone, key)| Flash { tone, text: state.texts().t(language, key, &[]) });
    draw_sign_in(&state, language, SignIn::default(), StatusCode::OK, flashes.into_iter().collect())
}

/// `POST …/sign-in`: a wrong address and a wrong password get the same answer.
pub async fn sign_in(request: HttpRequest, state: web::Data<State>, form: web::Form<Vec<(String, String)>>) -> Answer {
    let language = staff_language(&request)?;
    let fields = Fields(form.into_inner());
    let now = state.app.now();
    if !state.app.secrets.check_form_token(FORM, fields.get("csrf"), now) {
        return Err(Fault::FormExpired.into());
    }
    let email = fields.get("email");
    let tried = take_try(&request, &state, &EmailAddress::parse(email).map(|e| e.key()).unwrap_or_default())?;
    // Not trimmed: blanks may belong to a password.
    let password = fields.0.iter().find(|(name, _)| name == "password").map(|(_, value)| value.clone()).unwrap_or_default();
    match state.app.sign_in(email, password, &device(&request), now).await {
        Ok(Step::In(token)) => {
            tried.was_right();
            Ok(let_in(&state, language, &token))
        }
        Ok(Step::Code(half_way)) => {
            tried.was_right();
            draw_code(&state, language, &half_way, String::new())
        }
        Err(AppError::BadCredentials) => {
            tracing::warn!("a sign-in was refused");
            let words = state.texts().t(language, "staff-fault-sign-in", &[]);
            let view = SignIn {
                errors: vec![FormError { field: "email".into(), text: words.clone(), ..FormError::default() }],
                email: TextField { value: email.chars().take(254).collect(), error: words },
                ..SignIn::default()
            };
            draw_sign_in(&state, language, view, StatusCode::UNPROCESSABLE_ENTITY, Vec::new())
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST …/sign-in/code`: the second factor of who has given the right password.
pub async fn code(request: HttpRequest, state: web::Data<State>, form: web::Form<Vec<(String, String)>>) -> Answer {
    let language = staff_language(&request)?;
    let fields = Fields(form.into_inner());
    let now = state.app.now();
    if !state.app.secrets.check_form_token(FORM, fields.get("csrf"), now) {
        return Err(Fault::FormExpired.into());
    }
    let half_way = fields.get("half_way");
    let account = state.app.half_way_into(half_way).ok_or(Fault::FormExpired)?;
    if fields.get("code").is_empty() {
        return draw_code(&state, language, half_way, state.texts().t(language, "staff-fault-code-missing", &[]));
    }
    let tried = take_try(&request, &state, &format!("user:{account}"))?;
    match state.app.sign_in_with_code(half_way, fields.get("code"), &device(&request), now).await {
        Ok(token) => {
            tried.was_right();
            Ok(let_in(&state, language, &token))
        }
        Err(AppError::BadCredentials) => {
            tracing::warn!(user = account.0, "a second factor was refused");
            draw_code(&state, language, half_way, state.texts().t(language, "staff-fault-code", &[]))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) fn let_in(state: &State, language: Language, token: &str) -> HttpResponse {
    tracing::info!("a member of staff signed in");
    to(&format!("/organiser/{language}/"), set_cookie(&state.site, Some(token)))
}

fn draw_code(state: &State, language: Language, half_way: &str, fault: String) -> Answer {
    let is_wrong = !fault.is_empty();
    let errors = if is_wrong { vec![FormError { field: "code".into(), text: fault.clone(), ..FormError::default() }] } else { Vec::new() };
    let view = SignInCode {
        action: format!("/organiser/{language}/sign-in/code"),
        errors,
        hidden: vec![Hidden::new("csrf", state.app.secrets.form_token(FORM, state.app.now())?), Hidden::new("half_way", half_way)],
        code: TextField { value: String::new(), error: fault },
    };
    let head = Head::staff(language, "/sign-in", state.texts().t(language, "staff-sign-in-code", &[])).with_errors(is_wrong);
    let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(state.pages.draw(&head, &view)?))
}

/// `POST …/sign-out`: the sign-in ends on the server.
pub async fn sign_out(request: HttpRequest, posted: Posted) -> Answer {
    let staff = posted.staff;
    if let Some(sent) = token(&request, &staff.state.site) {
        staff.state.app.sign_out(&sent).await?;
    }
    Ok(to(&staff.href("/sign-in?done=signed-out"), set_cookie(&staff.state.site, None)))
}

fn to(address: &str, cookie: (HeaderName, String)) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, address)).insert_header(cookie).finish()
}

pub(super) fn draw_sign_in(state: &State, language: Language, mut view: SignIn, status: StatusCode, flashes: Vec<Flash>) -> Answer {
    let head = Head::staff(language, "/sign-in", state.texts().t(language, "staff-sign-in", &[]));
    let head = head.with_errors(!view.errors.is_empty()).with_flashes(flashes);
    view.action = format!("/organiser/{language}/sign-in");
    view.passkey = super::passkeys::offer(state, &view.action);
    view.provider = super::identity::offer(state, &view.action);
    view.hidden = vec![Hidden::new("csrf", state.app.secrets.form_token(FORM, state.app.now())?)];
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(state.pages.draw(&head, &view)?))
}
