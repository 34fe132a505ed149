//! Platforms: the public ones, and the hidden ones on which the token holds a role; found one, and edit it.

use actix_web::HttpResponse;
use serde_json::Value;

use super::call::{Answer, Call, Reply};
use super::decode::{self, Checks};
use super::page::Page;
use super::platform_body::{NewPlatformBody, PlatformBody, PlatformParts, PlatformPatch};
use super::problem::{FieldError, Problem};
use crate::app::platforms::revision_of;
use crate::domain::platform::{Platform, PlatformSheet, Visibility};
use crate::domain::staff::Action;

/// Lists the public platforms and the hidden ones on which the token holds a role, in the order of lists; always one page.
#[utoipa::path(get, path = "/platforms", tag = "platforms", operation_id = "listPlatforms",
    responses((status = 200, description = "All platforms the token may know of.", body = Page<PlatformBody>)))]
pub async fn list(call: Call) -> Reply {
    call.query().finish()?;
    let items = visible(&call).await?.into_iter().map(|platform| body(&call, platform)).collect();
    Ok(HttpResponse::Ok().json(Page { items, next: None }))
}

/// Shows a platform.
#[utoipa::path(get, path = "/platforms/{slug}", tag = "platforms", operation_id = "getPlatform",
    params(("slug" = String, Path, description = "The platform's slug.", example = "qctr")),
    responses((status = 200, description = "The platform.", body = PlatformBody)))]
pub async fn show(call: Call) -> Reply {
    call.query().finish()?;
    let found = called(&call, call.part("slug")).await?;
    Ok(HttpResponse::Ok().json(body(&call, found)))
}

/// Founds a platform, last in the order of lists. Role: admin, on all platforms.
#[utoipa::path(post, path = "/platforms", tag = "platforms", operation_id = "createPlatform", request_body = NewPlatformBody,
    responses((status = 201, description = "The platform.", body = PlatformBody, headers(("Location" = String, description = "Its address.")))))]
pub async fn create(call: Call) -> Reply {
    call.once(async |call| {
        if !call.caller.grants.allow_everywhere(Action::Administer) {
            return Err(Problem::new("forbidden"));
        }
        let new: NewPlatformBody = call.json()?;
        let mut checks = Checks::default();
        let entry = new.check(&call.app().platforms().await?, &mut checks);
        let entry = checks.finish(entry).map_err(Problem::invalid)?;
        let slug = entry.slug.to_string();
        call.app().add_platform(entry, call.actor(), call.now).await?;
        Answer::created(&body(&call, called(&call, &slug).await?), Some(format!("/api/v1/platforms/{slug}")))
    })
    .await
}

/// Edits a platform's texts, reminders and what its people may do. Nobody is told. Role: organiser of it.
#[utoipa::path(patch, path = "/platforms/{slug}", tag = "platforms", operation_id = "editPlatform",
    params(("slug" = String, Path, description = "The platform's slug.", example = "qctr")),
    request_body = PlatformPatch,
    responses((status = 200, description = "The platform after the edit.", body = PlatformBody)))]
pub async fn edit(call: Call) -> Reply {
    call.once(async |call| {
        let platform = called(&call, call.part("slug")).await?;
        if !call.caller.grants.allow(Action::ManagePlatforms, platform.id) {
            return Err(Problem::new("forbidden"));
        }
        let Value::Object(mut patch) = call.document()? else {
            return Err(Problem::invalid(vec![FieldError::at("", "wrong_type", "the body must be an object")]));
        };
        let missing = || FieldError::at("/revision", "missing", "send the revision that was fetched, so that nobody's edit is lost");
        let revision = patch.remove("revision").ok_or_else(|| Problem::invalid(vec![missing()]))?;
        let revision: String = decode::typed(revision, "/revision").map_err(|e| Problem::invalid(vec![e]))?;
        let sheet = PlatformSheet::of(&platform);
        if revision != revision_of(&sheet) {
            return Err(Problem::new("stale").detail("Somebody changed the platform since; fetch it again."));
        }
        let was_proposing = sheet.members_propose;
        let mut parts = serde_json::to_value(PlatformParts::of(sheet)).unwrap_or(Value::Null);
        decode::merge(&mut parts, Value::Object(patch));
        let parts: PlatformParts = decode::typed(parts, "").map_err(|e| Problem::invalid(vec![e]))?;
        let mut checks = Checks::default();
        let sheet = parts.check(platform.audience, was_proposing, &mut checks);
        let sheet = checks.finish(Some(sheet)).map_err(Problem::invalid)?;
        call.app().change_platform(platform.id, revision, sheet, call.actor(), call.now).await?;
        Answer::ok(&body(&call, called(&call, platform.slug.as_str()).await?))
    })
    .await
}

fn body(call: &Call, platform: Platform) -> PlatformBody {
    let may_edit = call.caller.grants.allow(Action::ManagePlatforms, platform.id);
    let revision = may_edit.then(|| revision_of(&PlatformSheet::of(&platform)));
    PlatformBody::of(platform, revision)
}

async fn called(call: &Call, slug: &str) -> Result<Platform, Problem> {
    visible(call).await?.into_iter().find(|platform| platform.slug.as_str() == slug).ok_or_else(|| Problem::new("not_found"))
}

async fn visible(call: &Call) -> Result<Vec<Platform>, Problem> {
    let mut all = call.app().platforms().await?;
    all.retain(|p| p.visibility == Visibility::Public || call.caller.grants.allow(Action::SeeEvents, p.id));
    Ok(all)
}
