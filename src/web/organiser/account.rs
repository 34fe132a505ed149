//! One's own account: the password, the second factor, and where one is signed in.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use super::{identity, passkeys, see_other};
use crate::app::AppError;
use crate::app::second_factor::{FirstCode, Offer, Standing};
use crate::app::sign_in::handle;
use crate::app::staff::PASSWORD_LENGTH;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff, take_try_of};
use crate::web::view::FormError;
use crate::web::view::public::Fault;
use crate::web::view::square::Square;
use crate::web::view::staff::{Account, Codes, Input, Passkeys, Scan, SignInRow};

/// `GET …/account`
pub async fn show(staff: Staff) -> Answer {
    draw(&staff, Part::default()).await
}

/// `POST …/account/password`: all sign-ins end, this one too. The new one is typed twice: nobody sees what they type, and a slip
/// would lock its owner out.
pub async fn password(request: HttpRequest, posted: Posted) -> Answer {
    let staff = &posted.staff;
    let (present, new) = (typed(&posted, "present"), typed(&posted, "new"));
    if new.chars().count() < PASSWORD_LENGTH {
        return draw(staff, too_short(staff)).await;
    }
    if new != typed(&posted, "again") {
        return draw(staff, Part::wrong("again", staff.t("staff-fault-password-again"))).await;
    }
    let tried = take_try_of(&request, staff)?;
    match staff.state.app.change_password(&staff.who, present, new, staff.now).await {
        Ok(()) => {
            tried.was_right();
            Ok(see_other(&staff.href("/sign-in?done=password-changed")))
        }
        Err(AppError::BadCredentials) => draw(staff, Part::wrong("present", staff.t("staff-fault-password"))).await,
        Err(AppError::Invalid { .. }) => draw(staff, too_short(staff)).await,
        Err(other) => Err(other.into()),
    }
}

fn too_short(staff: &Staff) -> Part {
    Part::wrong("new", staff.t_with("staff-fault-password-short", &[("n", FluentValue::from(PASSWORD_LENGTH as u32))]))
}

/// `POST …/account/second-factor/begin`: a secret to scan, which waits for its first code.
pub async fn begin(request: HttpRequest, posted: Posted) -> Answer {
    let staff = &posted.staff;
    let tried = take_try_of(&request, staff)?;
    // Whoever found an open browser must not lock its owner out.
    if !staff.state.app.knows_password(&staff.who, typed(&posted, "password")).await? {
        return draw(staff, Part::wrong("password", staff.t("staff-fault-password"))).await;
    }
    tried.was_right();
    match staff.state.app.offer_second_factor(&staff.who, &issuer(staff), staff.now).await {
        Ok(offer) => draw(staff, Part { offer: Some(offer), ..Part::default() }).await,
        Err(AppError::Forbidden) => Err(Fault::Conflict.into()),
        Err(other) => Err(other.into()),
    }
}

/// `POST …/account/second-factor`: the first code sets it up; codes for a lost device are shown once. A wrong one leaves the secret
/// as it is: the app holds it already.
pub async fn set_up(request: HttpRequest, posted: Posted) -> Answer {
    let staff = &posted.staff;
    let (app, code) = (&staff.state.app, posted.fields.get("code"));
    if code.is_empty() {
        // The secret that waits is shown again; of one that waits no more, the page below says so.
        if let FirstCode::Wrong(offer) = app.set_up_second_factor(&staff.who, code, &issuer(staff), staff.now).await? {
            return draw(staff, Part { offer: Some(offer), ..Part::wrong("code", staff.t("staff-fault-code-missing")) }).await;
        }
    }
    let tried = take_try_of(&request, staff)?;
    match app.set_up_second_factor(&staff.who, code, &issuer(staff), staff.now).await? {
        FirstCode::Right(codes) => {
            tried.was_right();
            draw(staff, Part { codes, ..Part::default() }).await
        }
        FirstCode::Wrong(offer) => draw(staff, Part { offer: Some(offer), ..Part::wrong("code", staff.t("staff-fault-code-first")) }).await,
        FirstCode::Lapsed => draw(staff, Part::wrong("password", staff.t("staff-fault-code-lapsed"))).await,
    }
}

/// `POST …/account/second-factor/off`: by a code of it.
pub async fn take_off(request: HttpRequest, posted: Posted) -> Answer {
    let staff = &posted.staff;
    if posted.fields.get("off").is_empty() {
        return draw(staff, Part::wrong("off", staff.t("staff-fault-code-missing"))).await;
    }
    let tried = take_try_of(&request, staff)?;
    match staff.state.app.drop_second_factor(staff.who.user, posted.fields.get("off"), staff.now).await {
        Ok(()) => {
            tried.was_right();
            Ok(see_other(&staff.href("/account?done=second-factor-off")))
        }
        Err(AppError::BadCredentials) => draw(staff, Part::wrong("off", staff.t("staff-fault-code"))).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST …/account/sign-ins/end-one`: a browser that was forgotten somewhere.
pub async fn end_one(posted: Posted) -> Answer {
    let staff = &posted.staff;
    let ended = staff.state.app.end_sign_in(staff.who.user, posted.fields.get("sign_in")).await?;
    Ok(see_other(&staff.href(&format!("/account?done=sign-ins-ended&n={}", u8::from(ended)))))
}

/// `POST …/account/sign-ins/end`: everywhere but here.
pub async fn end_others(posted: Posted) -> Answer {
    let staff = &posted.staff;
    let ended = staff.state.app.end_other_sign_ins(&staff.who).await?;
    Ok(see_other(&staff.href(&format!("/account?done=sign-ins-ended&n={ended}"))))
}

/// A password as it was typed, not trimmed: blanks may belong to it.
pub(super) fn typed(posted: &Posted, name: &str) -> String {
    posted.fields.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// What the page shows besides the account as it stands.
#[derive(Default)]
struct Part {
    offer: Option<Offer>,
    codes: Vec<String>,
    wrong: Option<(&'static str, String)>,
}

impl Part {
    fn wrong(field: &'static str, text: String) -> Self {
        Self { wrong: Some((field, text)), ..Self::default() }
    }
}

/// Whose service it is, as the app lists it.
fn issuer(staff: &Staff) -> String {
    staff.t("site-short")
}

/// The account with a fault at one of its fields.
pub(super) async fn draw_wrong(staff: &Staff, field: &'static str, text: String) -> Answer {
    draw(staff, Part::wrong(field, text)).await
}

async fn draw(staff: &Staff, part: Part) -> Answer {
    let app = &staff.state.app;
    let standing = app.second_factor(staff.who.user).await?;
    let sign_ins = app.sign_ins(staff.who.user, staff.now).await?;
    let passkeys = passkeys::rows(staff).await?;
    let wrong = |id: &str| part.wrong.as_ref().filter(|(field, _)| *field == id).map(|(_, text)| text.clone()).unwrap_or_default();
    let (identities, has_password) = identity::part(staff, standing.since.is_some(), wrong).await?;
    let field = |id: &str, key: &str, kind: &'static str| Input { error: wrong(id), ..Input::line(id, staff.t(key), "").of_kind(kind) };
    let code = |id: &str, key: &str| field(id, key, "text").hinted(staff.t("staff-code-hint"));
    let page = Account {
        errors: part.wrong.iter().map(|(field, text)| FormError { field: (*field).to_owned(), text: text.clone(), ..FormError::default() }).collect(),
        email: staff.who.email.clone(),
        password_fields: vec![
            field("present", "staff-password-present", "password"),
            field("new", "staff-password-next", "password")
                .hinted(staff.t_with("staff-password-rule", &[("n", FluentValue::from(PASSWORD_LENGTH as u32))])),
            field("again", "staff-password-again", "password"),
        ],
        second_factor: standing_words(staff, standing),
        is_on: standing.since.is_some(),
        scan: match &part.offer {
            Some(offer) => Some(scan(offer, code("code", "staff-code"))?),
            None => None,
        },
        codes: (!part.codes.is_empty()).then_some(Codes { codes: part.codes }),
        begin_field: field("password", "staff-password-present", "password"),
        off_field: code("off", "staff-code"),
        identities,
        has_password,
        passkeys: passkeys.filter(|rows| has_password || !rows.is_empty()).map(|rows| Passkeys {
            rows,
            fields: passkeys::fields(staff, wrong),
            code: standing.since.is_some().then(|| passkeys::code_field(staff, wrong)),
        }),
        sign_ins: sign_ins
            .iter()
            .map(|login| SignInRow {
                since: format::moment_short(staff.language, login.created_at.0),
                seen: format::moment_short(staff.language, login.seen_at.0),
                here: login.token_hash == staff.who.hash,
                device: if login.device.is_empty() { staff.t("staff-device-unknown") } else { login.device.clone() },
                named: handle(login),
            })
            .collect(),
        others: sign_ins.len() > 1,
        action: staff.href("/account"),
        hidden: staff.token(),
    };
    let status = if part.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    staff.page(status, &staff.head(staff.t("staff-account")).with_errors(part.wrong.is_some()), &page)
}

fn standing_words(staff: &Staff, standing: Standing) -> String {
    match standing.since {
        None => staff.t("staff-second-factor-none"),
        Some(since) => staff.t_with(
            "staff-second-factor-since",
            &[("at", FluentValue::from(format::date_time(staff.language, since))), ("left", FluentValue::from(standing.recovery))],
        ),
    }
}

/// The offer as a square to scan, in rows of dark modules.
fn scan(offer: &Offer, code: Input) -> Result<Scan, AppError> {
    let square = Square::of(&offer.address);
    let Square { path, size } = square.ok_or_else(|| AppError::Fault(crate::db::DbError::Other("a QR code cannot be made".into())))?;
    Ok(Scan { path, size, typed: offer.typed.clone(), code })
}
