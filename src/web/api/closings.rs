//! Closed quarters, told so that a program outside can check them with the public half of the key and nothing else.

use actix_web::HttpResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::call::{Call, Reply};
use super::page::{self, Page};
use super::problem::Problem;
use super::words::schema;
use crate::app::closing_chain::Link;
use crate::domain::edition::Edition;
use crate::domain::ids::Slug;
use crate::domain::staff::Action;

/// A closing: a place in the chain of its platform.
#[derive(Serialize, ToSchema)]
#[allow(dead_code)] // describes what a link of the chain writes of itself
pub struct Closing {
    /// The platform, by slug.
    platform: String,
    /// Its place in the chain: from 1, without gaps.
    #[schema(example = 3)]
    number: u32,
    /// The quarter.
    #[schema(value_type = schema::Edition)]
    edition: Edition,
    /// Which revision of the quarter: from 1, without gaps.
    #[schema(example = 1)]
    revision: u32,
    /// Whether it closes the quarter; else it is what stood before names went while the quarter ran.
    #[serde(rename = "final")]
    is_final: bool,
    /// When.
    at: chrono::DateTime<chrono::Utc>,
    /// Who: `user:7`, `token:3`, `operator`, `system`.
    #[schema(example = "operator")]
    actor: String,
    /// Why; empty where nobody had to say.
    reason: String,
    /// SHA-256 of `content`, hexadecimal.
    digest: String,
    /// The fingerprint of the closing before it in the chain; empty for the first.
    previous: String,
    /// SHA-256 of `signed`, hexadecimal.
    fingerprint: String,
    /// Ed25519 over `signed`, base64url without padding.
    signature: String,
    /// The public half of the key that signed: 32 octets, base64url without padding.
    key: String,
    /// What was signed, octet for octet: a JSON array of what is told here, `previous` and `digest` among it.
    signed: String,
    /// What was frozen, octet for octet; only where one closing is asked for. Exact figures, also of few people.
    #[schema(nullable = false)]
    content: Option<String>,
}

/// A page of closings.
#[derive(Serialize, ToSchema)]
#[allow(dead_code)]
pub struct ClosingPage {
    /// The closings, in the order of the chain.
    items: Vec<Closing>,
    /// The cursor of the next page, for `after`; null on the last page.
    next: Option<String>,
}

/// Lists the closings of a platform, in the order of their chain, with the very words that were signed. Roles: organiser, reporter.
#[utoipa::path(get, path = "/reports/closings", tag = "reports", operation_id = "listClosings",
    params(
        ("platform" = String, Query, description = "The platform, by slug.", example = "qctr"),
        ("after" = Option<String>, Query, description = "The cursor `next` of the page before."),
        ("limit" = Option<u32>, Query, description = "Things on a page, 1 to 500; 100 when left out.", minimum = 1, maximum = 500),
    ),
    responses((status = 200, description = "A page of closings, without what was frozen.", body = ClosingPage)))]
pub async fn list(call: Call) -> Reply {
    let mut query = call.query();
    let slug = query.required::<Slug>("platform", "name the platform by its slug, like qctr");
    let (limit, after) = (page::limit(&mut query), query.parsed::<u32>("after").unwrap_or(0));
    query.finish()?;
    let slug = slug.ok_or_else(|| Problem::new("invalid"))?;
    let platform = call.app().platform_for(&call.caller.grants, Action::SeeFigures, slug.as_str()).await?;
    let links = call.app().closing_chain(platform.id, after, limit + 1, false).await?;
    Ok(HttpResponse::Ok().json(Page::of(links, limit, |link: &Link| link.number.to_string(), |link| link)))
}

/// One closing with what was frozen: whose SHA-256 is `digest`. Roles: organiser, reporter.
#[utoipa::path(get, path = "/reports/closings/{platform}/{number}", tag = "reports", operation_id = "getClosing",
    params(
        ("platform" = String, Path, description = "The platform, by slug."),
        ("number" = u32, Path, description = "Its place in the chain.", example = 3),
    ),
    responses((status = 200, description = "The closing.", body = Closing)))]
pub async fn show(call: Call) -> Reply {
    call.query().finish()?;
    let platform = call.app().platform_for(&call.caller.grants, Action::SeeFigures, call.part("platform")).await?;
    let number: u32 = call.part("number").parse().map_err(|_| Problem::new("not_found"))?;
    Ok(HttpResponse::Ok().json(call.app().closing(platform.id, number).await?))
}
