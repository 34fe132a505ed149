//! Organisations: the registry, shared by all platforms. Read only: who keeps it works on the staff pages or the command line.

use actix_web::HttpResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::call::{Call, Reply};
use super::page::{self, Page};
use super::words::{Translations, schema};
use crate::app::AppError;
use crate::app::organisations::show::Found;
use crate::db::organisations::Row;
use crate::db::organisations::registry::ListFilter;
use crate::domain::organisation::Organisation;
use crate::domain::sector::Sector;

/// Longest search, in characters.
const SEARCH: usize = 200;

/// An organisation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Organisation)]
pub struct OrganisationBody {
    /// The organisation.
    #[schema(example = "7203941883904")]
    pub id: String,
    /// The name that lists show.
    #[schema(example = "FOD Voorbeeld")]
    pub name: String,
    /// Its names in languages; those it has none in are empty.
    pub names: Translations,
    /// Other names that lead to it; none for a token of one platform.
    pub aliases: Vec<String>,
    /// Sector.
    #[schema(value_type = schema::Sector)]
    pub sector: Sector,
    /// Belgian enterprise number, ten digits.
    #[schema(example = "0123456749")]
    pub enterprise_number: Option<String>,
    /// Mail domains.
    #[schema(example = json!(["example.be"]))]
    pub domains: Vec<String>,
    /// Whether staff has registered it; otherwise somebody has only named it.
    pub registered: bool,
}

impl OrganisationBody {
    fn of((row, sheet): (Row, Organisation)) -> Self {
        Self {
            id: row.id.to_string(),
            name: row.name,
            names: sheet.names.into(),
            aliases: sheet.aliases.into_iter().map(String::from).collect(),
            sector: row.sector,
            enterprise_number: row.enterprise_number,
            domains: sheet.domains.iter().map(|domain| domain.as_str().to_owned()).collect(),
            registered: row.registered_at.is_some(),
        }
    }
}

/// Lists organisations by name. A token for all platforms sees all, a token of one platform those that are registered. Role: organiser.
#[utoipa::path(get, path = "/organisations", tag = "organisations", operation_id = "listOrganisations",
    params(
        ("after" = Option<String>, Query, description = "The cursor `next` of the page before."),
        ("limit" = Option<u32>, Query, description = "Things on a page, 1 to 500; 100 when left out.", minimum = 1, maximum = 500),
        ("search" = Option<String>, Query, description = "Every word must occur in a name, the enterprise number or a domain; accents and case do not matter."),
        ("registered" = Option<bool>, Query, description = "Only those that staff has registered, or only those that were but named."),
    ),
    responses((status = 200, description = "A page of organisations.", body = Page<OrganisationBody>)))]
pub async fn list(call: Call) -> Reply {
    let mut query = call.query();
    let limit = page::limit(&mut query);
    let registered = query.parsed::<bool>("registered");
    let search = query.text("search").unwrap_or_default();
    if search.chars().count() > SEARCH || search.chars().any(char::is_control) {
        query.refuse("search", "invalid", format!("search for at most {SEARCH} characters, without control characters"));
    }
    let after = match query.text("after") {
        None => None,
        Some(cursor) => match call.app().organisation_for(&call.caller.grants, &cursor).await {
            Ok(Found::Here(view)) => Some(view.row.name_key),
            Ok(Found::Moved(_)) | Err(AppError::NotFound) => {
                query.refuse("after", "unknown_cursor", "there is no such organisation any more; begin again, or send the `next` of the page before");
                None
            }
            Err(error) => return Err(error.into()),
        },
    };
    query.finish()?;
    let filter = ListFilter { registered, search, after, limit: i64::from(limit) + 1, ..ListFilter::default() };
    let rows = call.app().organisations_for(&call.caller.grants, filter).await?;
    let sheets = call.app().sheets_of(&call.caller.grants, rows).await?;
    Ok(HttpResponse::Ok().json(Page::of(sheets, limit, |(row, _)| row.id.to_string(), OrganisationBody::of)))
}
