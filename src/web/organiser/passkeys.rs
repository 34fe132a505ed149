//! Passkeys: signing in with one, and one's own on the account. A small script carries questions to the authenticator and answers
//! back; where it does not run, password and code work as before.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::see_other;
use super::sign_in::{FORM, draw_sign_in, let_in};
use crate::app::AppError;
use crate::app::relying_party::RelyingParty;
use crate::domain::ids::PasskeyId;
use crate::domain::language::Language;
use crate::domain::text::Line;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff, device, staff_language, take_try, take_try_of};
use crate::web::organiser::account::{self, typed};
use crate::web::organiser::fields::Fields;
use crate::web::state::State;
use crate::web::view::public::Fault;
use crate::web::view::staff::{Input, NewPasskey, PasskeyRow, SignIn, WithPasskey};
use crate::web::view::{FormError, Hidden, Link};

/// Longest name of a passkey, in characters.
const MOST_NAME: usize = 60;

/// Whoever asks authenticators at our address; `None` where there are no passkeys.
fn party(state: &State) -> Option<RelyingParty> {
    RelyingParty::of(&state.site.base_url, state.site.controller.name.get_or_any(Language::En))
}

/// What the sign-in page offers besides the password.
pub(super) fn offer(state: &State, action: &str) -> Option<WithPasskey> {
    party(state)?;
    Some(WithPasskey {
        action: format!("{action}/passkey"),
        begin: format!("{action}/passkey/begin"),
        script: state.pages.assets().href("passkey.js").to_owned(),
    })
}

/// `POST …/sign-in/passkey/begin`: what the script asks the authenticator. Nothing is stored.
pub async fn begin(state: web::Data<State>, form: web::Form<Vec<(String, String)>>) -> Answer {
    let fields = Fields(form.into_inner());
    let now = state.app.now();
    if !state.app.secrets.check_form_token(FORM, fields.get("csrf"), now) {
        return Err(Fault::FormExpired.into());
    }
    let party = party(&state).ok_or(Fault::NotFound)?;
    let question = state.app.ask_for_passkey(&party, fields.get("csrf"), now)?;
    let body = format!(r#"{{"options":{},"kept":"{}"}}"#, question.options, question.sealed);
    Ok(HttpResponse::Ok().content_type("application/json").body(body))
}

/// `POST …/sign-in/passkey`: what the authenticator answered.
pub async fn sign_in(request: HttpRequest, state: web::Data<State>, form: web::Form<Vec<(String, String)>>) -> Answer {
    let language = staff_language(&request)?;
    let fields = Fields(form.into_inner());
    let now = state.app.now();
    if !state.app.secrets.check_form_token(FORM, fields.get("csrf"), now) {
        return Err(Fault::FormExpired.into());
    }
    let party = party(&state).ok_or(Fault::NotFound)?;
    let tried = take_try(&request, &state, "")?;
    let answer = (fields.get("kept"), fields.get("answer"));
    match state.app.sign_in_with_passkey(&party, fields.get("csrf"), answer, &device(&request), now).await {
        Ok(token) => {
            tried.was_right();
            Ok(let_in(&state, language, &token))
        }
        Err(AppError::BadCredentials) => {
            let text = state.texts().t(language, "staff-fault-passkey", &[]);
            let errors = vec![FormError { field: "email".into(), text, ..FormError::default() }];
            draw_sign_in(&state, language, SignIn { errors, ..SignIn::default() }, StatusCode::UNPROCESSABLE_ENTITY, Vec::new())
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST …/account/passkeys/begin`: asks for the password and a name, then shows the page whose script asks the authenticator.
pub async fn begin_new(request: HttpRequest, posted: Posted) -> Answer {
    let staff = &posted.staff;
    let party = party(&staff.state).ok_or(Fault::NotFound)?;
    let Ok(name) = Line::<MOST_NAME>::parse(posted.fields.get("passkey_name")) else {
        return wrong(staff, "passkey_name", "staff-fault-passkey-name").await;
    };
    let tried = take_try_of(&request, staff)?;
    // Whoever found an open browser must not leave a key of their own behind.
    if !staff.state.app.knows_password(&staff.who, typed(&posted, "passkey_password")).await? {
        return wrong(staff, "passkey_password", "staff-fault-password").await;
    }
    // A passkey replaces both factors: whoever has relayed a password and one code must not make a way in of their own.
    if !staff.state.app.has_shown_code(staff.who.user, posted.fields.get("passkey_code"), staff.now).await? {
        return wrong(staff, "passkey_code", "staff-fault-code").await;
    }
    tried.was_right();
    ask(staff, &party, &name.to_string()).await
}

/// `POST …/account/passkeys`: what the authenticator made.
pub async fn add(posted: Posted) -> Answer {
    let staff = &posted.staff;
    let party = party(&staff.state).ok_or(Fault::NotFound)?;
    let name = Line::<MOST_NAME>::parse(posted.fields.get("passkey_name")).map_err(|_| Fault::BadRequest)?.to_string();
    let (kept, answer) = (posted.fields.get("kept"), posted.fields.get("answer"));
    if answer.is_empty() {
        return wrong(staff, "passkey_name", "staff-fault-passkey-script").await;
    }
    match staff.state.app.add_passkey(&party, &staff.who, (kept, answer), name, staff.now).await {
        Ok(()) => Ok(see_other(&staff.href("/account?done=passkey-added"))),
        Err(AppError::BadCredentials) => wrong(staff, "passkey_name", "staff-fault-passkey-new").await,
        Err(AppError::Taken(_)) => wrong(staff, "passkey_name", "staff-fault-passkey-known").await,
        Err(other) => Err(other.into()),
    }
}

/// `POST …/account/passkeys/remove`
pub async fn remove(posted: Posted) -> Answer {
    let staff = &posted.staff;
    let id: i64 = posted.fields.get("passkey").parse().map_err(|_| Fault::NotFound)?;
    staff.state.app.remove_passkey(staff.who.user, PasskeyId(id), staff.now).await?;
    Ok(see_other(&staff.href("/account?done=passkey-removed")))
}

async fn wrong(staff: &Staff, field: &'static str, key: &str) -> Answer {
    account::draw_wrong(staff, field, staff.t(key)).await
}

async fn ask(staff: &Staff, party: &RelyingParty, name: &str) -> Answer {
    let question = staff.state.app.offer_passkey(party, &staff.who, staff.now).await?;
    let page = NewPasskey {
        lead: staff.t_with("staff-passkey-ask", &[("name", name.into())]),
        action: staff.href("/account/passkeys"),
        options: question.options,
        hidden: [staff.token(), vec![Hidden::new("passkey_name", name), Hidden::new("kept", question.sealed)]].concat(),
        script: staff.state.pages.assets().href("passkey.js").to_owned(),
        back: Link::new(staff.href("/account"), staff.t("staff-passkey-back")),
    };
    let crumbs = vec![Link::new(staff.href("/account"), staff.t("staff-account"))];
    staff.page(StatusCode::OK, &staff.head(staff.t("staff-passkey-new")).with_crumbs(crumbs), &page)
}

/// Passkeys as the account lists them; `None` where there are none to have.
pub(super) async fn rows(staff: &Staff) -> Result<Option<Vec<PasskeyRow>>, Refusal> {
    if party(&staff.state).is_none() {
        return Ok(None);
    }
    let rows = staff.state.app.passkeys(staff.who.user).await?;
    let day = |at| format::moment_short(staff.language, at);
    let row = |row: &crate::db::passkeys::Row| PasskeyRow {
        id: row.id.to_string(),
        name: row.name.clone(),
        since: day(row.created_at.0),
        used: row.used_at.map_or_else(|| staff.t("staff-passkey-unused"), |at| day(at.0)),
    };
    Ok(Some(rows.iter().map(row).collect()))
}

/// The code that a new one asks for where there is a second factor.
pub(super) fn code_field(staff: &Staff, wrong: impl Fn(&str) -> String) -> Input {
    Input {
        error: wrong("passkey_code"),
        ..Input::line("passkey_code", staff.t("staff-code"), "").of_kind("text").hinted(staff.t("staff-code-hint-lost"))
    }
}

/// The fields that begin a new one.
pub(super) fn fields(staff: &Staff, wrong: impl Fn(&str) -> String) -> Vec<Input> {
    let field = |id: &str, key: &str, kind| Input { error: wrong(id), ..Input::line(id, staff.t(key), "").of_kind(kind) };
    vec![
        field("passkey_name", "staff-passkey-name", "text").hinted(staff.t("staff-passkey-name-hint")),
        field("passkey_password", "staff-password-present", "password"),
    ]
}
