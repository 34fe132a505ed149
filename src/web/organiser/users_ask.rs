//! Asks an administrator once more before somebody loses a password, a role, the second factor or their way in: GET asks, the POST
//! of the same address does it. For administrators of everything alone.

use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use super::users::{administers, is_self, role_words};
use crate::app::staff::UserView;
use crate::db::staff::Grant;
use crate::domain::email::EmailAddress;
use crate::domain::staff::Role;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;
use crate::web::view::public::Fault;
use crate::web::view::staff::FormPage;
use crate::web::view::{Hidden, Link};

/// `GET …/users/revoke`
pub async fn revoke(staff: Staff) -> Answer {
    let user = asked_about(&staff).await?;
    let role = Role::from_code(staff.query.get("role")).ok_or(Fault::BadRequest)?;
    let (slug, known) = (staff.query.get("platform"), staff.state.app.platforms().await?);
    let platform = known.iter().find(|p| p.slug.as_str() == slug);
    if platform.is_none() && !slug.is_empty() {
        return Err(Fault::BadRequest.into());
    }
    let grant = Grant { role, platform: platform.map(|p| p.id), by: None };
    if !user.grants.contains(&grant) {
        return Err(Fault::NotFound.into());
    }
    let words = role_words(&staff, &known, (role, grant.platform));
    draw(&staff, &user, "revoke", &words, vec![Hidden::new("role", role.code()), Hidden::new("platform", slug)])
}

/// `GET …/users/disable`
pub async fn disable(staff: Staff) -> Answer {
    let user = asked_about(&staff).await?;
    if user.disabled {
        return Err(Fault::Conflict.into());
    }
    draw(&staff, &user, "disable", "", Vec::new())
}

/// `GET …/users/password`
pub async fn password(staff: Staff) -> Answer {
    let user = asked_about(&staff).await?;
    draw(&staff, &user, "password", "", Vec::new())
}

/// `GET …/users/second-factor-off`
pub async fn second_factor_off(staff: Staff) -> Answer {
    let user = asked_about(&staff).await?;
    if !(user.second_factor || user.identity && user.password) {
        return Err(Fault::Conflict.into());
    }
    draw(&staff, &user, "second-factor-off", "", Vec::new())
}

async fn asked_about(staff: &Staff) -> Result<UserView, Refusal> {
    administers(staff)?;
    let email = EmailAddress::parse(staff.query.get("email")).map_err(|_| Fault::BadRequest)?;
    if is_self(staff, &email) {
        return Err(Fault::Conflict.into());
    }
    let is_meant = |user: &UserView| EmailAddress::parse(&user.email).is_ok_and(|known| known.key() == email.key());
    staff.state.app.users().await?.into_iter().find(is_meant).ok_or_else(|| Fault::NotFound.into())
}

/// The question; the deed is the last part of the address and of the texts' keys.
fn draw(staff: &Staff, user: &UserView, deed: &str, role: &str, more: Vec<Hidden>) -> Answer {
    let args = [("whose", FluentValue::from(user.email.clone())), ("role", FluentValue::from(role.to_owned()))];
    let heading = staff.t(&format!("staff-ask-{deed}"));
    let users = Link::new(staff.href("/users"), staff.t("staff-nav-users"));
    let page = FormPage {
        heading: heading.clone(),
        lead: staff.t_with(&format!("staff-ask-{deed}-what"), &args),
        action: staff.href(&format!("/users/{deed}")),
        hidden: staff.token().into_iter().chain([Hidden::new("email", &user.email)]).chain(more).collect(),
        button: staff.t(&format!("staff-ask-{deed}-do")),
        danger: true,
        back: Link::new(staff.href("/users"), staff.t("staff-ask-back")),
        ..FormPage::default()
    };
    staff.page(StatusCode::OK, &staff.head(heading).with_crumbs(vec![users]), &page)
}
