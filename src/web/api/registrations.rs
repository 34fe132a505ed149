//! Registrations: list, enter one or many, show, correct, withdraw.

use actix_web::HttpResponse;
use serde_json::Value;

use super::call::{Answer, Call, Reply};
use super::decode::{self, Checks};
use super::page::{self, Page};
use super::problem::{FieldError, Problem};
use super::registration_body::{
    EnteredBody, EnteredRegistrations, NewRegistrationBody, NewRegistrations, RegistrationBody, RegistrationPatch, Rejection, Withdrawal,
};
use super::words::schema;
use crate::app::enter::Entry;
use crate::db::registrations::{ListFilter, Row};
use crate::domain::ids::{Reference, RegistrationId};
use crate::domain::registration::State;
use crate::domain::rsvp::{Answer as Rsvp, Narrowed};
use crate::domain::staff::Action;
use crate::domain::text::Title;

/// Most entries in one call.
pub const MOST: usize = 1000;
/// Longest search, in characters.
const SEARCH: usize = 200;

/// Lists an event's registrations, oldest first. Roles: organiser, desk.
#[utoipa::path(get, path = "/events/{slug}/registrations", tag = "registrations", operation_id = "listRegistrations",
    params(
        ("slug" = String, Path, description = "The event's slug.", example = "qctr-2026-q4"),
        ("after" = Option<String>, Query, description = "The cursor `next` of the page before."),
        ("limit" = Option<u32>, Query, description = "Things on a page, 1 to 500; 100 when left out.", minimum = 1, maximum = 500),
        ("state" = Option<String>, Query, description = "Only these states, with commas between them.", example = "confirmed,waitlisted"),
        ("rsvp" = inline(Option<schema::Narrowed>), Query, description = "Only those whose calendar answers so to the invitation as it is now; one of these words.", example = "accepted"),
        ("search" = Option<String>, Query, description = "Every word must occur in name, address or organisation; accents and case do not matter."),
    ),
    responses((status = 200, description = "A page of registrations.", body = Page<RegistrationBody>)))]
pub async fn list(call: Call) -> Reply {
    let event = call.event(Action::SeePeople).await?.stored.event;
    let mut query = call.query();
    let limit = page::limit(&mut query);
    let states = query.words::<State>("state");
    let rsvp = query.parsed::<Narrowed>("rsvp");
    let search = query.text("search").unwrap_or_default();
    if search.chars().count() > SEARCH || search.chars().any(char::is_control) {
        query.refuse("search", "invalid", format!("search for at most {SEARCH} characters, without control characters"));
    }
    let after = match query.text("after") {
        None => None,
        Some(cursor) => match position(&call, &cursor).await? {
            Some((id, of)) if of == event.id => Some(id),
            _ => {
                query.refuse("after", "unknown_cursor", "there is no such registration of this event; send the `next` of the page before");
                None
            }
        },
    };
    query.finish()?;
    let filter = ListFilter { states, rsvp, search, after, limit: i64::from(limit) + 1, ..ListFilter::default() };
    let rows = call.app().registrations_of(event.id, filter).await?;
    let answers = call.app().answers_of(&rows).await?;
    let answer = |row: &Row| answers.get(&row.id).copied().unwrap_or(Rsvp::NeedsAction);
    let body = |row: Row| RegistrationBody::of(answer(&row), row, event.slug.as_str(), None);
    let page = Page::of(rows, limit, |row| row.reference.to_string(), body);
    Ok(HttpResponse::Ok().json(page))
}

/// Where a cursor stands; that of somebody who has erased their data since stands, too.
async fn position(call: &Call, cursor: &str) -> Result<Option<(RegistrationId, crate::domain::ids::EventId)>, Problem> {
    match Reference::parse(cursor) {
        Some(reference) => Ok(call.app().registration_position(&reference).await?),
        None => Ok(None),
    }
}

/// Enters one person, or up to 1,000: each gets a seat or a place in line, and its mail. Somebody who is registered already
/// is left as they are. All or nothing. Role: organiser.
#[utoipa::path(post, path = "/events/{slug}/registrations", tag = "registrations", operation_id = "createRegistrations",
    params(("slug" = String, Path, description = "The event's slug.", example = "qctr-2026-q4")),
    request_body = NewRegistrations,
    responses(
        (status = 200, description = "Everybody was registered before.", body = EnteredRegistrations),
        (status = 201, description = "What became of each.", body = EnteredRegistrations, headers(("Location" = String, description = "The address of the one registration."))),
    ))]
pub async fn create(call: Call) -> Reply {
    call.once(async |call| {
        let event = call.event(Action::ManageRegistrations).await?.stored.event;
        let document = call.document()?;
        let is_list = document.is_array();
        let entries = entries(document)?;
        let entered = call.app().enter(event.id, entries, call.actor(), call.now).await?;
        let any_new = entered.iter().any(|e| !e.existed);
        let mut bodies: Vec<EnteredBody> = entered.into_iter().map(EnteredBody::from).collect();
        let (answer, location) = match bodies.pop() {
            Some(one) if !is_list => {
                let location = format!("/api/v1/registrations/{}", one.id);
                (EnteredRegistrations::One(one), Some(location))
            }
            last => {
                bodies.extend(last);
                (EnteredRegistrations::Many(bodies), None)
            }
        };
        if any_new { Answer::created(&answer, location) } else { Answer::ok(&answer) }
    })
    .await
}

/// Every entry is looked at, so that all that is wrong is named at once.
fn entries(document: Value) -> Result<Vec<Entry>, Problem> {
    let list = match document {
        Value::Array(list) => list.into_iter().enumerate().map(|(n, value)| (format!("/{n}"), value)).collect(),
        one => vec![(String::new(), one)],
    };
    if list.is_empty() || list.len() > MOST {
        let why = format!("a list has 1 to {MOST} entries, this one has {}; split it", list.len());
        return Err(Problem::invalid(vec![FieldError::at("", "out_of_range", why)]));
    }
    let (mut entries, mut errors) = (Vec::with_capacity(list.len()), Vec::new());
    for (prefix, value) in list {
        let checked = decode::typed::<NewRegistrationBody>(value, &prefix).map_err(|e| vec![e]).and_then(|body| body.check(&prefix));
        match checked {
            Ok(entry) => entries.push(entry),
            Err(mut refused) => errors.append(&mut refused),
        }
    }
    if errors.is_empty() { Ok(entries) } else { Err(Problem::invalid(errors)) }
}

/// Shows a registration. Roles: organiser, desk.
#[utoipa::path(get, path = "/registrations/{id}", tag = "registrations", operation_id = "getRegistration",
    params(("id" = String, Path, description = "The registration's id.")),
    responses((status = 200, description = "The registration.", body = RegistrationBody)))]
pub async fn show(call: Call) -> Reply {
    call.query().finish()?;
    let (_, _, reference) = call.registration(Action::SeePeople).await?;
    Ok(HttpResponse::Ok().json(fetch(&call, &reference).await?))
}

async fn fetch(call: &Call, reference: &Reference) -> Result<RegistrationBody, Problem> {
    let view = call.app().registration_by_reference(reference).await?;
    let answers = call.app().answers_of(std::slice::from_ref(&view.row)).await?;
    let rsvp = answers.get(&view.row.id).copied().unwrap_or(Rsvp::NeedsAction);
    Ok(RegistrationBody::of(rsvp, view.row, view.event.stored.event.slug.as_str(), view.waiting_place))
}

/// Corrects name, organisation or language, and switches the way of attending: all or nothing. Role: organiser.
#[utoipa::path(patch, path = "/registrations/{id}", tag = "registrations", operation_id = "editRegistration",
    params(("id" = String, Path, description = "The registration's id.")),
    request_body = RegistrationPatch,
    responses((status = 200, description = "The registration after the change.", body = RegistrationBody)))]
pub async fn edit(call: Call) -> Reply {
    call.once(async |call| {
        let (id, _, reference) = call.registration(Action::ManageRegistrations).await?;
        let patch: RegistrationPatch = call.json()?;
        let row = call.app().registration_by_reference(&reference).await?.row;
        let correction = patch.correction(&row).map_err(Problem::invalid)?;
        let mode = patch.mode.filter(|mode| *mode != row.mode);
        if correction.is_some() || mode.is_some() {
            call.app().change_registration(id, correction, mode, call.actor(), call.now).await?;
        }
        Answer::ok(&fetch(&call, &reference).await?)
    })
    .await
}

/// Accepts a request, also one that was refused before: a seat, or the last place in line. Twice answers the same. Role: organiser.
#[utoipa::path(post, path = "/registrations/{id}/approve", tag = "registrations", operation_id = "approveRegistration",
    params(("id" = String, Path, description = "The registration's id.")),
    responses((status = 200, description = "The registration, with a seat or a place in line.", body = RegistrationBody)))]
pub async fn approve(call: Call) -> Reply {
    call.once(async |call| {
        let (id, _, reference) = call.registration(Action::ManageRegistrations).await?;
        call.app().approve(id, call.actor(), call.now).await?;
        Answer::ok(&fetch(&call, &reference).await?)
    })
    .await
}

/// Refuses a request, or takes a seat or a place in line back; the person reads the reason. Twice answers the same. Role: organiser.
#[utoipa::path(post, path = "/registrations/{id}/reject", tag = "registrations", operation_id = "rejectRegistration",
    params(("id" = String, Path, description = "The registration's id.")),
    request_body(content = Rejection, example = json!({ "reason": "This meeting is for members of the coalition." })),
    responses((status = 200, description = "The registration, refused.", body = RegistrationBody)))]
pub async fn reject(call: Call) -> Reply {
    call.once(async |call| {
        let (id, _, reference) = call.registration(Action::ManageRegistrations).await?;
        let wish: Rejection = call.json()?;
        let mut checks = Checks::default();
        let reason: Option<Title> = checks.line("/reason", &wish.reason);
        let reason = checks.finish(reason).map_err(Problem::invalid)?;
        call.app().reject(id, String::from(reason), call.actor(), call.now).await?;
        Answer::ok(&fetch(&call, &reference).await?)
    })
    .await
}

/// Withdraws a registration; the first in line moves up. Twice answers the same. Role: organiser.
#[utoipa::path(post, path = "/registrations/{id}/withdraw", tag = "registrations", operation_id = "withdrawRegistration",
    params(("id" = String, Path, description = "The registration's id.")),
    request_body(content = Option<Withdrawal>, example = json!({ "reason": "Asked for it by telephone." })),
    responses((status = 200, description = "The registration, withdrawn.", body = RegistrationBody)))]
pub async fn withdraw(call: Call) -> Reply {
    call.once(async |call| {
        let (id, _, reference) = call.registration(Action::ManageRegistrations).await?;
        let wish: Withdrawal = decode::typed(call.optional_document()?, "").map_err(|e| Problem::invalid(vec![e]))?;
        let mut checks = Checks::default();
        let reason: Option<Option<Title>> = wish.reason.as_deref().map(|text| checks.line("/reason", text));
        let reason = checks.finish(Some(reason.flatten())).map_err(Problem::invalid)?;
        call.app().withdraw(id, call.actor(), reason.map(String::from), call.now).await?;
        Answer::ok(&fetch(&call, &reference).await?)
    })
    .await
}
