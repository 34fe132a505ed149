//! Platforms: the public ones, and the hidden ones on which the token holds a role.

use actix_web::HttpResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::call::{Call, Reply};
use super::page::Page;
use super::problem::Problem;
use super::words::{Translations, schema};
use crate::domain::platform::{Audience, Cadence, Platform, Visibility};
use crate::domain::staff::Action;

/// A standing network with an audience and a cadence.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Platform)]
pub struct PlatformBody {
    /// Address part.
    #[schema(example = "qctr")]
    pub slug: String,
    /// Name.
    pub name: Translations,
    /// What it is for.
    pub description: Translations,
    /// Who takes part, in words.
    pub members: Translations,
    /// Who may register.
    #[schema(value_type = schema::Audience)]
    pub audience: Audience,
    /// Who may know of it.
    #[schema(value_type = schema::Visibility)]
    pub visibility: Visibility,
    /// How often it meets.
    #[schema(value_type = schema::Cadence)]
    pub cadence: Cadence,
    /// How long before the start reminders go out, in minutes.
    pub reminder_minutes: Vec<u32>,
    /// Whether members may propose guests; on platforms for members alone.
    pub members_propose_guests: bool,
    /// Whether the holder of a seat may name a colleague to take it over.
    pub allow_substitutes: bool,
}

impl From<Platform> for PlatformBody {
    fn from(platform: Platform) -> Self {
        Self {
            slug: platform.slug.to_string(),
            name: platform.name.into(),
            description: platform.description.into(),
            members: platform.members.into(),
            audience: platform.audience,
            visibility: platform.visibility,
            cadence: platform.cadence,
            reminder_minutes: platform.reminder_minutes,
            members_propose_guests: platform.members_propose && platform.audience == Audience::Members,
            allow_substitutes: platform.allow_substitutes,
        }
    }
}

/// Lists the public platforms and the hidden ones on which the token holds a role, in the order of lists; always one page.
#[utoipa::path(get, path = "/platforms", tag = "platforms", operation_id = "listPlatforms",
    responses((status = 200, description = "All platforms the token may know of.", body = Page<PlatformBody>)))]
pub async fn list(call: Call) -> Reply {
    call.query().finish()?;
    let items = visible(&call).await?.into_iter().map(PlatformBody::from).collect();
    Ok(HttpResponse::Ok().json(Page { items, next: None }))
}

/// Shows a platform.
#[utoipa::path(get, path = "/platforms/{slug}", tag = "platforms", operation_id = "getPlatform",
    params(("slug" = String, Path, description = "The platform's slug.", example = "qctr")),
    responses((status = 200, description = "The platform.", body = PlatformBody)))]
pub async fn show(call: Call) -> Reply {
    call.query().finish()?;
    let found = visible(&call).await?.into_iter().find(|p| p.slug.as_str() == call.part("slug"));
    Ok(HttpResponse::Ok().json(PlatformBody::from(found.ok_or_else(|| Problem::new("not_found"))?)))
}

async fn visible(call: &Call) -> Result<Vec<Platform>, Problem> {
    let mut all = call.app().platforms().await?;
    all.retain(|p| p.visibility == Visibility::Public || call.caller.grants.allow(Action::SeeEvents, p.id));
    Ok(all)
}
