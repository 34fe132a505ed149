//! Users and API tokens: who may what, new ones, and shutting them out. For administrators of everything alone.

use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use super::see_other;
use super::words::explained;
use crate::app::AppError;
use crate::app::staff::{TokenView, UserView};
use crate::db::staff::Grant;
use crate::domain::email::EmailAddress;
use crate::domain::ids::PlatformId;
use crate::domain::platform::Platform;
use crate::domain::staff::{Action, Role};
use crate::domain::text::Line;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::fields::Fields;
use crate::web::view::FormError;
use crate::web::view::public::Fault;
use crate::web::view::staff::{Input, Made, RoleRow, TokenRow, UserRow, UsersPage};

/// Longest name of a token, in characters.
const MOST_NAME: usize = 100;

type Faults = Vec<(String, String)>;

/// `GET …/users`
pub async fn list(staff: Staff) -> Answer {
    administers(&staff)?;
    draw(&staff, None, &Fields::default(), &[]).await
}

/// `POST …/users/add`: a new user, whose password is shown once, or another role for one there is.
pub async fn add(posted: Posted) -> Answer {
    let staff = &posted.staff;
    administers(staff)?;
    let (email, role, platform) = match user_of(&posted).await {
        Ok(read) => read,
        Err(faults) => return draw(staff, None, &posted.fields, &faults).await,
    };
    let app = &staff.state.app;
    let secret = app.new_password()?;
    if app.invite_user(email.clone(), role, platform, secret.clone(), staff.actor(), staff.now).await? {
        draw(staff, Some(made(staff, "staff-user-made", email.as_str(), secret)), &Fields::default(), &[]).await
    } else {
        Ok(see_other(&staff.href("/users?done=role-given")))
    }
}

/// `POST …/users/revoke`: a role is gone with the user's next click.
pub async fn revoke(posted: Posted) -> Answer {
    let email = somebody_else(&posted)?;
    let role = Role::from_code(posted.fields.get("role")).ok_or(Fault::BadRequest)?;
    let platform = platform_of(&posted, "platform").await?.map_err(|()| Fault::BadRequest)?;
    let staff = &posted.staff;
    staff.state.app.revoke_role(email, role, platform, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.href("/users?done=role-taken")))
}

/// `POST …/users/disable`: shut out, and signed out.
pub async fn disable(posted: Posted) -> Answer {
    let email = somebody_else(&posted)?;
    let staff = &posted.staff;
    staff.state.app.disable_user(email, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.href("/users?done=user-disabled")))
}

/// `POST …/users/enable`: in again, with the roles they had.
pub async fn enable(posted: Posted) -> Answer {
    let email = somebody_else(&posted)?;
    let staff = &posted.staff;
    staff.state.app.enable_user(email, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.href("/users?done=user-enabled")))
}

/// `POST …/users/password`: a new password, shown once; all their sign-ins end.
pub async fn password(posted: Posted) -> Answer {
    let email = somebody_else(&posted)?;
    let staff = &posted.staff;
    let secret = staff.state.app.new_password()?;
    staff.state.app.set_password(email.clone(), secret.clone(), staff.actor(), staff.now).await?;
    draw(staff, Some(made(staff, "staff-password-made", email.as_str(), secret)), &Fields::default(), &[]).await
}

/// `POST …/users/second-factor-off`: for somebody whose device is lost.
pub async fn second_factor_off(posted: Posted) -> Answer {
    let email = somebody_else(&posted)?;
    let staff = &posted.staff;
    staff.state.app.reset_second_factor(email, staff.actor(), staff.now).await?;
    Ok(see_other(&staff.href("/users?done=second-factor-off")))
}

/// `POST …/tokens/add`: an API token, shown once.
pub async fn add_token(posted: Posted) -> Answer {
    let staff = &posted.staff;
    administers(staff)?;
    let mut faults = Faults::new();
    let name = Line::<MOST_NAME>::parse(posted.fields.get("name"));
    if name.is_err() {
        faults.push(("name".into(), staff.t("staff-fault-token-name")));
    }
    let role = Role::from_code(posted.fields.get("token_role"));
    let platform = platform_of(&posted, "token_platform").await?;
    let (Ok(name), Some(role), Ok(platform)) = (name, role, platform) else {
        return draw(staff, None, &posted.fields, &faults).await;
    };
    match staff.state.app.add_token(name.to_string(), role, platform, staff.actor(), staff.now).await {
        Ok(secret) => draw(staff, Some(made(staff, "staff-token-made", &name.to_string(), secret)), &Fields::default(), &[]).await,
        Err(AppError::Taken(_)) => draw(staff, None, &posted.fields, &[("name".into(), staff.t("staff-fault-token-taken"))]).await,
        Err(error) => match explained(staff, &error) {
            Some(faults) => draw(staff, None, &posted.fields, &faults).await,
            None => Err(error.into()),
        },
    }
}

/// `POST …/tokens/disable`: opens nothing any more, for good.
pub async fn disable_token(posted: Posted) -> Answer {
    let staff = &posted.staff;
    administers(staff)?;
    let name = Line::<MOST_NAME>::parse(posted.fields.get("name")).map_err(|_| Fault::NotFound)?;
    staff.state.app.disable_token(name.to_string(), staff.actor(), staff.now).await?;
    Ok(see_other(&staff.href("/users?done=token-disabled")))
}

/// Only who administers everything: a role on one platform would reach users of all.
pub(super) fn administers(staff: &Staff) -> Result<(), Refusal> {
    if staff.who.grants.allow_everywhere(Action::Administer) { Ok(()) } else { Err(Fault::Forbidden.into()) }
}

/// The user a button is about. Nobody shuts themselves out: the last administrator could not come back.
fn somebody_else(posted: &Posted) -> Result<EmailAddress, Refusal> {
    administers(&posted.staff)?;
    let email = EmailAddress::parse(posted.fields.get("email")).map_err(|_| Fault::BadRequest)?;
    if is_self(&posted.staff, &email) { Err(Fault::Conflict.into()) } else { Ok(email) }
}

/// Whether an address is that of who is signed in, however it is written.
pub(super) fn is_self(staff: &Staff, email: &EmailAddress) -> bool {
    EmailAddress::parse(&staff.who.email).is_ok_and(|own| own.key() == email.key())
}

async fn user_of(posted: &Posted) -> Result<(EmailAddress, Role, Option<PlatformId>), Faults> {
    let staff = &posted.staff;
    let fault = |field: &str, key: &str| vec![(field.to_owned(), staff.t(key))];
    let email = EmailAddress::parse(posted.fields.get("email"))
        .map_err(|why| vec![("email".to_owned(), super::words::fault_of_other(staff, &format!("email-{}", why.code())))])?;
    let role = Role::from_code(posted.fields.get("role")).ok_or_else(|| fault("role", "staff-fault-choose"))?;
    match platform_of(posted, "platform").await {
        Ok(Ok(platform)) => Ok((email, role, platform)),
        _ => Err(fault("platform", "staff-fault-choose")),
    }
}

/// The platform chosen; `None` for all of them.
async fn platform_of(posted: &Posted, field: &str) -> Result<Result<Option<PlatformId>, ()>, AppError> {
    let slug = posted.fields.get(field);
    if slug.is_empty() {
        return Ok(Ok(None));
    }
    Ok(posted.staff.state.app.platform_id(slug).await?.map(Some).ok_or(()))
}

fn made(staff: &Staff, key: &str, whose: &str, secret: String) -> Made {
    Made { text: staff.t_with(key, &[("whose", FluentValue::from(whose.to_owned()))]), secret }
}

/// Draws the page: what was just made, and a form with what was typed and what is wrong with it.
async fn draw(staff: &Staff, made: Option<Made>, typed: &Fields, faults: &[(String, String)]) -> Answer {
    let app = &staff.state.app;
    let known = app.platforms().await?;
    let answers = known.iter().map(|p| (p.slug.to_string(), p.name.get_or_any(staff.language).to_owned()));
    let platforms: Vec<(String, String)> = std::iter::once((String::new(), staff.t("staff-everywhere"))).chain(answers).collect();
    let roles = || Role::ALL.iter().rev().map(|role| (role.code().to_owned(), staff.word("role", role.code())));
    let wrong = |id: &str| faults.iter().find(|(field, _)| field == id).map(|(_, text)| text.clone()).unwrap_or_default();
    let line = |id: &str, key: &str, kind: &'static str| Input { error: wrong(id), ..Input::line(id, staff.t(key), typed.get(id)).of_kind(kind) };
    let choice =
        |id: &str, key: &str, answers: Vec<(String, String)>| Input { error: wrong(id), ..Input::choice(id, staff.t(key), typed.get(id), answers) };
    let page = UsersPage {
        made,
        errors: faults.iter().map(|(field, text)| FormError { field: field.clone(), text: text.clone(), ..FormError::default() }).collect(),
        users: app.users().await?.iter().map(|user| user_row(staff, &known, user)).collect(),
        tokens: app.tokens().await?.iter().map(|token| token_row(staff, &known, token)).collect(),
        user_fields: vec![
            line("email", "staff-email", "email"),
            choice("role", "staff-role", roles().collect()),
            choice("platform", "staff-platform", platforms.clone()),
        ],
        token_fields: vec![
            line("name", "staff-token-name", "text"),
            choice("token_role", "staff-role", roles().collect()),
            choice("token_platform", "staff-platform", platforms),
        ],
        users_action: staff.href("/users"),
        tokens_action: staff.href("/tokens"),
        hidden: staff.token(),
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    staff.page(status, &staff.head(staff.t("staff-nav-users")).with_errors(!faults.is_empty()), &page)
}

/// A role and where it holds, in words.
pub(super) fn role_words(staff: &Staff, known: &[Platform], (role, platform): (Role, Option<PlatformId>)) -> String {
    let named = platform.and_then(|id| known.iter().find(|p| p.id == id)).map(|p| p.name.get_or_any(staff.language).to_owned());
    format!("{}, {}", staff.word("role", role.code()), named.unwrap_or_else(|| staff.t("staff-everywhere")))
}

fn role_row(staff: &Staff, known: &[Platform], email: &str, grant: &Grant) -> RoleRow {
    let slug = grant.platform.and_then(|id| known.iter().find(|p| p.id == id)).map(|p| p.slug.to_string()).unwrap_or_default();
    let asked = query(&[("email", email), ("role", grant.role.code()), ("platform", &slug)]);
    let (words, mapped) = (role_words(staff, known, (grant.role, grant.platform)), grant.by.is_some());
    let label = if mapped { staff.t_with("staff-role-mapped", &[("role", FluentValue::from(words))]) } else { words };
    RoleRow { take: staff.href(&format!("/users/revoke?{asked}")), label, mapped }
}

fn query(pairs: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

fn user_row(staff: &Staff, known: &[Platform], user: &UserView) -> UserRow {
    UserRow {
        email: user.email.clone(),
        roles: user.grants.iter().map(|grant| role_row(staff, known, &user.email, grant)).collect(),
        disabled: user.disabled,
        second_factor: user.second_factor,
        identity: user.identity,
        can_take_off: user.second_factor || user.identity && user.password,
        is_self: user.email == staff.who.email,
        journal: staff.href(&format!("/journal?{}", query(&[("q", &user.email)]))),
        query: query(&[("email", &user.email)]),
    }
}

fn token_row(staff: &Staff, known: &[Platform], token: &TokenView) -> TokenRow {
    TokenRow { name: token.name.clone(), role: role_words(staff, known, token.grant), disabled: token.disabled }
}
