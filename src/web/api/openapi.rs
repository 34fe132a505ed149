//! The description of the API (OpenAPI 3.1), generated from the handlers and types. What every call has in common, its
//! errors and its idempotency, is added here once.

use std::sync::OnceLock;

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::{OpenApi, ToSchema};

use super::call::{KEY, KEY_LENGTH, REPLAYED, Reply};
use super::problem::{FieldError, KINDS, MEDIA_TYPE, Problem, ProblemDocument};
use super::{check_ins, closings, events, invitations, members, organisations, platforms, registrations, reports};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Quarterdeck",
        description = "Events, registrations, check-ins and attendance figures for programs. Every call but the description itself needs a token: `quarterdeck token add`. What a token may not see does not exist for it (404); what it may see but not do is forbidden (403). Lists come in pages: send `next` as `after` until it is null. Unknown fields and parameters are refused.",
        license(name = "MIT", identifier = "MIT"),
    ),
    servers((url = "/api/v1")),
    paths(
        show,
        problem,
        platforms::list,
        platforms::show,
        platforms::create,
        platforms::edit,
        members::list,
        members::create,
        members::remove,
        organisations::list,
        events::list,
        events::create,
        events::show,
        events::edit,
        events::publish,
        events::reschedule,
        events::cancel,
        registrations::list,
        registrations::create,
        registrations::show,
        registrations::edit,
        registrations::approve,
        registrations::reject,
        registrations::withdraw,
        invitations::create,
        check_ins::create,
        reports::attendance,
        reports::quarter,
        closings::list,
        closings::show,
    ),
    components(schemas(ProblemDocument, FieldError)),
    security(("token" = [])),
    tags(
        (name = "events", description = "Dated meetings of a platform."),
        (name = "registrations", description = "A person's place at an event."),
        (name = "invitations", description = "Personal calls to register."),
        (name = "check-ins", description = "Presence."),
        (name = "platforms", description = "Standing networks."),
        (name = "members", description = "Who is on a platform's roster."),
        (name = "organisations", description = "Whom people speak for."),
        (name = "reports", description = "Figures."),
        (name = "description", description = "This API itself."),
    )
)]
struct Description;

/// The document.
pub fn document() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(|| {
        let mut document = serde_json::to_value(Description::openapi()).unwrap_or_default();
        add_components(&mut document);
        if let Some(paths) = document["paths"].as_object_mut() {
            for (path, item) in paths {
                for (method, operation) in item.as_object_mut().into_iter().flatten() {
                    complete(path, method, operation);
                }
            }
        }
        document
    })
}

fn add_components(document: &mut Value) {
    let components = &mut document["components"];
    components["securitySchemes"] = json!({
        "token": { "type": "http", "scheme": "bearer", "bearerFormat": "qd_…", "description": "Made by `quarterdeck token add --name N --role R [--platform SLUG]` and shown once." }
    });
    components["parameters"] = json!({
        "IdempotencyKey": {
            "name": KEY, "in": "header", "required": false,
            "description": "The same key with the same request gives the first answer again instead of a second effect, for at least a day. Only answers of calls that succeeded are kept: a refused call changed nothing and may be sent again.",
            "schema": { "type": "string", "minLength": 1, "maxLength": KEY_LENGTH, "pattern": "^[!-~]([ -~]*[!-~])?$" },
            "example": "0b2f0c1e-8c4e-4f0e-9d61-6a1d5a0a6f5e",
        }
    });
    let mut responses = Map::new();
    for status in statuses() {
        let kinds: Vec<_> = KINDS.iter().filter(|(_, s, ..)| *s == status).collect();
        let description: Vec<String> = kinds.iter().map(|(code, _, title, _)| format!("`{code}`: {title}.")).collect();
        let Some((code, _, title, advice)) = kinds.first() else { continue };
        let example = json!({
            "type": format!("https://quarterdeck.example/api/v1/problems/{code}"), "title": title, "status": status, "code": code,
            "detail": advice, "request_id": "b3xSsPq0Yk2f", "errors": [],
        });
        let mut response = json!({
            "description": description.join(" "),
            "content": { MEDIA_TYPE: { "schema": { "$ref": "#/components/schemas/Problem" }, "example": example } },
        });
        let header = match status {
            401 => Some(("WWW-Authenticate", "Bearer.", "string")),
            429 | 503 => Some(("Retry-After", "Seconds to wait.", "integer")),
            _ => None,
        };
        if let Some((name, words, kind)) = header {
            response["headers"] = json!({ name: { "description": words, "schema": { "type": kind } } });
        }
        responses.insert(format!("Problem{status}"), response);
    }
    components["responses"] = responses.into();
    components["schemas"]["Problem"]["properties"]["code"]["enum"] = KINDS.iter().map(|(code, ..)| *code).collect();
    for (list, most) in [("NewRegistrations", registrations::MOST), ("NewMembers", members::MOST)] {
        for choice in components["schemas"][list]["oneOf"].as_array_mut().into_iter().flatten() {
            if choice["type"] == "array" {
                (choice["minItems"], choice["maxItems"]) = (json!(1), json!(most));
            }
        }
    }
}

fn statuses() -> Vec<u16> {
    let mut all: Vec<u16> = KINDS.iter().map(|(_, status, ..)| *status).collect();
    all.dedup();
    all
}

/// Adds to an operation what it shares with its like.
fn complete(path: &str, method: &str, operation: &mut Value) {
    let changes = method != "get";
    let is_open = operation.get("security").is_some();
    let mut statuses = vec![500, 503];
    if !is_open {
        statuses.extend([401, 403, 422, 429]);
    }
    if path.contains('{') {
        statuses.push(404);
    }
    if changes {
        statuses.extend([400, 409, 413, 415]);
        if let Value::Array(parameters) = operation.as_object_mut().map_or(&mut Value::Null, |o| o.entry("parameters").or_insert(json!([]))) {
            parameters.push(json!({ "$ref": "#/components/parameters/IdempotencyKey" }));
        }
        for (_, response) in operation["responses"].as_object_mut().into_iter().flatten() {
            response["headers"][REPLAYED] =
                json!({ "description": "`true` when this answer was given before.", "schema": { "type": "string", "enum": ["true"] } });
        }
    }
    for status in statuses {
        operation["responses"][status.to_string()] = json!({ "$ref": format!("#/components/responses/Problem{status}") });
    }
}

/// The description of this API.
#[utoipa::path(get, path = "/openapi.json", tag = "description", operation_id = "getDescription", security(()),
    responses((status = 200, description = "OpenAPI 3.1.", body = Object)))]
pub async fn show() -> HttpResponse {
    HttpResponse::Ok().json(document())
}

/// A kind of problem.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemKind {
    /// Stable code.
    #[schema(example = "stale")]
    code: &'static str,
    /// HTTP status.
    #[schema(example = 409)]
    status: u16,
    /// The kind in words.
    title: &'static str,
    /// What to do.
    advice: &'static str,
}

/// Explains a kind of problem: where the `type` of a problem document leads.
#[utoipa::path(get, path = "/problems/{code}", tag = "description", operation_id = "getProblemKind", security(()),
    params(("code" = String, Path, description = "The kind's code.", example = "stale")),
    responses((status = 200, description = "What it means and what to do.", body = ProblemKind)))]
pub async fn problem(request: HttpRequest) -> Reply {
    let asked = request.match_info().get("code").unwrap_or("");
    let found = KINDS.iter().find(|(code, ..)| *code == asked).ok_or_else(|| Problem::new("not_found"))?;
    let (code, status, title, advice) = *found;
    Ok(HttpResponse::Ok().json(ProblemKind { code, status, title, advice }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_is_openapi_3_1_and_refers_to_nothing_absent() {
        let document = document();
        assert_eq!(document["openapi"], "3.1.0");
        let text = document.to_string();
        let refs: std::collections::BTreeSet<&str> = text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(refs.len() > 20, "{refs:?}");
        for pointer in refs {
            assert!(document.pointer(pointer).is_some(), "{pointer} is not there");
        }
    }

    #[test]
    fn every_operation_names_its_errors_and_its_words() {
        for (path, item) in document()["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let what = format!("{method} {path}");
                assert!(operation["operationId"].is_string() && operation["tags"].is_array(), "{what}");
                assert!(operation["summary"].is_string(), "{what}");
                assert!(operation["responses"]["500"].is_object(), "{what}");
                assert_eq!(operation["responses"].get("409").is_some(), method != "get", "{what}");
            }
        }
    }
}
