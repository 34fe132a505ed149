//! Signing in at a provider of OpenID Connect, and connecting one's own account with it.
//!
//! The way there begins with a form of ours. The way back is an address that the provider sends the browser to, from another site:
//! our sign-in's cookie does not come along, only the one that was set for the way. Both ends are pages that go on by themselves
//! and have a link for when they do not: a redirect out of a form would need the provider's addresses in the content policy, and
//! one that began at the provider would arrive without the new cookie.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, web};
use fluent_bundle::FluentValue;

use super::account::{draw_wrong, typed};
use super::see_other;
use super::sign_in::FORM;
use crate::app::identities::{Arrival, Returned, Setback, SignInService};
use crate::domain::ids::IdentityId;
use crate::domain::language::Language;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::preferred;
use crate::web::extract::staff::{Posted, Staff, device, errand, set_cookie, set_errand, staff_language, take_try, take_try_of};
use crate::web::limits::Try;
use crate::web::organiser::fields::Fields;
use crate::web::state::State;
use crate::web::view::public::Fault;
use crate::web::view::staff::{Connection, Identities, Input, Onward, WithProvider};
use crate::web::view::{Head, Link};

/// Goes on to another page by itself.
const REFRESH: HeaderName = HeaderName::from_static("refresh");

fn service(state: &State) -> Result<&SignInService, Refusal> {
    state.service.as_deref().ok_or_else(|| Fault::NotFound.into())
}

/// What the sign-in page offers besides the password.
pub(super) fn offer(state: &State, action: &str) -> Option<WithProvider> {
    let service = state.service.as_ref()?;
    Some(WithProvider { action: format!("{action}/oidc"), name: service.name.clone() })
}

/// `POST …/sign-in/oidc`: to the provider.
pub async fn begin(request: HttpRequest, state: web::Data<State>, form: web::Form<Vec<(String, String)>>) -> Answer {
    let language = staff_language(&request)?;
    let now = state.app.now();
    if !state.app.secrets.check_form_token(FORM, Fields(form.into_inner()).get("csrf"), now) {
        return Err(Fault::FormExpired.into());
    }
    match state.app.begin_errand(service(&state)?, None, language, now).await? {
        Ok(errand) => away(&state, language, &errand.address, &errand.kept),
        Err(why) => turned_back(&state, language, why, false),
    }
}

/// `POST …/account/oidc/begin`: the same to connect the account, which asks for the password and, where there is one, a code of the
/// second factor: whoever found an open browser must not leave a way in of their own behind.
pub async fn begin_connecting(request: HttpRequest, posted: Posted) -> Answer {
    let staff = &posted.staff;
    let service = service(&staff.state)?;
    let tried = take_try_of(&request, staff)?;
    if !staff.state.app.knows_password(&staff.who, typed(&posted, "oidc_password")).await? {
        return draw_wrong(staff, "oidc_password", staff.t("staff-fault-password")).await;
    }
    if !staff.state.app.has_shown_code(staff.who.user, posted.fields.get("oidc_code"), staff.now).await? {
        return draw_wrong(staff, "oidc_code", staff.t("staff-fault-code")).await;
    }
    tried.was_right();
    match staff.state.app.begin_errand(service, Some(&staff.who), staff.language, staff.now).await? {
        Ok(errand) => away(&staff.state, staff.language, &errand.address, &errand.kept),
        Err(why) => turned_back(&staff.state, staff.language, why, true),
    }
}

/// `POST …/account/oidc/remove`
pub async fn remove(posted: Posted) -> Answer {
    let staff = &posted.staff;
    let id: i64 = posted.fields.get("identity").parse().map_err(|_| Fault::NotFound)?;
    let done = staff.state.app.remove_identity(&staff.who, IdentityId(id), staff.now).await?;
    // The page has no such button where it is the only way in.
    if done { Ok(see_other(&staff.href("/account?done=identity-removed"))) } else { Err(Fault::Conflict.into()) }
}

/// `GET /organiser/oidc/callback`: back from the provider. Opens something for the browser alone that was sent there, and once.
pub async fn callback(request: HttpRequest, state: web::Data<State>) -> Answer {
    let service = service(&state)?;
    let kept = errand(&request, &state.site).unwrap_or_default();
    let connects = state.app.errand_connects(&kept);
    let language = state.app.errand_language(&kept).or_else(|| preferred(&request)).unwrap_or(Language::En);
    let query = Fields::parse(request.query_string());
    let field = |name: &str| query.get(name).to_owned();
    let returned = Returned { state: field("state"), code: field("code"), issuer: field("iss"), error: field("error") };
    // Any site can send browsers here: only an answer that somebody was sent for is a try.
    let tried = if state.app.errand_fits(&kept, &returned) { Some(take_try(&request, &state, "")?) } else { None };
    let was_right = || tried.into_iter().for_each(Try::was_right);
    match state.app.end_errand(service, &kept, returned, &device(&request), state.app.now()).await? {
        Ok(arrival) => {
            was_right();
            arrived(&state, language, &service.name, &arrival)
        }
        Err(why) => {
            // Only what somebody may have guessed uses tries up.
            if !matches!(why, Setback::Unknown | Setback::Spent | Setback::Untrusted) {
                was_right();
            }
            turned_back(&state, language, why, connects)
        }
    }
}

fn away(state: &State, language: Language, address: &str, kept: &str) -> Answer {
    let args = [("name", FluentValue::from(name(state)))];
    let t = |key: &str| state.texts().t(language, key, &args);
    let page = Onward { heading: t("staff-oidc-away"), text: t("staff-oidc-away-what"), onward: Link::new(address, t("staff-oidc-away-go")) };
    let mut answer = HttpResponse::Ok();
    answer.insert_header(set_errand(&state.site, Some(kept)));
    draw(state, language, &mut answer, &page, true)
}

fn arrived(state: &State, language: Language, name: &str, arrival: &Arrival) -> Answer {
    let t = |key: &str| state.texts().t(language, key, &[("name", FluentValue::from(name.to_owned()))]);
    let mut answer = HttpResponse::Ok();
    answer.append_header(set_errand(&state.site, None));
    let to = match arrival {
        Arrival::In(token) => {
            tracing::info!("a member of staff signed in by the provider");
            answer.append_header(set_cookie(&state.site, Some(token)));
            format!("/organiser/{language}/")
        }
        Arrival::Connected => format!("/organiser/{language}/account?done=identity-added"),
    };
    let page = Onward { heading: t("staff-oidc-in"), text: t("staff-oidc-in-what"), onward: Link::new(to, t("staff-oidc-in-go")) };
    draw(state, language, &mut answer, &page, true)
}

fn turned_back(state: &State, language: Language, why: Setback, connects: bool) -> Answer {
    let args = [("name", FluentValue::from(name(state))), ("contact", FluentValue::from(state.site.contact.clone()))];
    let t = |key: &str| state.texts().t(language, key, &args);
    let (to, label) = if connects && why != Setback::SignedOut { ("/account", "staff-oidc-back-account") } else { ("/sign-in", "staff-oidc-back") };
    let page = Onward {
        heading: t("staff-oidc-not"),
        text: t(&format!("staff-oidc-not-{}", why.code())),
        onward: Link::new(format!("/organiser/{language}{to}"), t(label)),
    };
    let status = match why {
        Setback::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Setback::Unknown | Setback::Late | Setback::Spent | Setback::SignedOut => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::FORBIDDEN,
    };
    let mut answer = HttpResponse::build(status);
    // The way is at its end. Where nothing shows that this was the way of the browser, it may still be on it.
    if !matches!(why, Setback::Unknown | Setback::Denied | Setback::Unavailable) {
        answer.insert_header(set_errand(&state.site, None));
    }
    draw(state, language, &mut answer, &page, false)
}

fn name(state: &State) -> String {
    state.service.as_ref().map(|service| service.name.clone()).unwrap_or_default()
}

fn draw(state: &State, language: Language, answer: &mut HttpResponseBuilder, page: &Onward, goes_on: bool) -> Answer {
    let head = Head::staff(language, "/sign-in", page.heading.clone());
    if goes_on {
        let to = HeaderValue::from_str(&format!("0; url={}", page.onward.href)).map_err(|_| Fault::Internal)?;
        answer.insert_header((REFRESH, to));
    }
    Ok(answer.content_type("text/html; charset=utf-8").body(state.pages.draw(&head, page)?))
}

/// Connections as the account lists them, and the form for one; `None` where there are none to have and none to remove.
pub(super) async fn part(staff: &Staff, has_code: bool, wrong: impl Fn(&str) -> String) -> Result<(Option<Identities>, bool), Refusal> {
    let (rows, has_password) = staff.state.app.identities(staff.who.user).await?;
    let service = staff.state.service.as_deref();
    if rows.is_empty() && service.is_none() {
        return Ok((None, has_password));
    }
    let day = |at| format::moment_short(staff.language, at);
    let is_here = |issuer: &str| service.filter(|service| service.provider.issuer() == issuer);
    let row = |row: &crate::db::identities::Row| Connection {
        id: row.id.to_string(),
        name: is_here(&row.issuer).map_or_else(|| row.issuer.clone(), |service| service.name.clone()),
        since: day(row.created_at.0),
        used: row.used_at.map_or_else(|| staff.t("staff-passkey-unused"), |at| day(at.0)),
    };
    let field = |id: &str, key: &str, kind| Input { error: wrong(id), ..Input::line(id, staff.t(key), "").of_kind(kind) };
    let may_begin = has_password && service.is_some_and(|service| !rows.iter().any(|row| row.issuer == service.provider.issuer()));
    let mut fields = Vec::new();
    if may_begin {
        fields.push(field("oidc_password", "staff-password-present", "password"));
    }
    if may_begin && has_code {
        fields.push(field("oidc_code", "staff-code", "text").hinted(staff.t("staff-code-hint-lost")));
    }
    let args = [("name", FluentValue::from(service.map(|service| service.name.clone()).unwrap_or_default()))];
    let part = Identities {
        rows: rows.iter().map(row).collect(),
        can_remove: has_password,
        what: staff.t_with(if service.is_some() { "staff-identities-what" } else { "staff-identities-off" }, &args),
        fields,
        begin: staff.t_with("staff-identity-add", &args),
    };
    Ok((Some(part), has_password))
}
