//! Events: list, create, show, edit, publish, reschedule, call off.

use std::collections::HashMap;

use actix_web::HttpResponse;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::call::{Answer, Call, Reply};
use super::decode::{self, Checks};
use super::event_body::{AgendaBody, EventBody, EventParts, NewEventBody, SeatsBody};
use super::page::{self, Page};
use super::problem::{FieldError, Problem};
use super::words::{Moment, Translations, schema};
use crate::app::save_event::NewEvent;
use crate::app::show::EventView;
use crate::db::events::Filter;
use crate::domain::edition::Edition;
use crate::domain::ids::{EventId, PlatformId, Slug};
use crate::domain::mode::Format;
use crate::domain::staff::Action;
use crate::domain::tlp::Tlp;

/// A merge patch (RFC 7396) of an event: what is left out stays, null takes out. Changes of `schedule` and `place` are told to
/// everybody who has or waits for a seat.
#[derive(ToSchema)]
#[allow(dead_code)] // describes what `patched` reads
pub struct EventPatch {
    /// The revision that was fetched.
    #[schema(example = 3)]
    revision: i32,
    /// Slug of the event it follows, one of the platform that its platform comes after.
    follows: Option<String>,
    #[schema(nullable = false, value_type = Option<schema::Tlp>)]
    tlp: Option<Tlp>,
    #[schema(nullable = false)]
    title: Option<Translations>,
    #[schema(nullable = false)]
    summary: Option<Translations>,
    /// Replaces the whole agenda.
    #[schema(nullable = false)]
    agenda: Option<Vec<AgendaBody>>,
    #[schema(nullable = false)]
    schedule: Option<SchedulePatch>,
    #[schema(nullable = false)]
    place: Option<PlacePatch>,
    #[schema(nullable = false)]
    seats: Option<SeatsBody>,
}

/// New times. What is left out stays.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct SchedulePatch {
    #[schema(nullable = false)]
    starts_at: Option<Moment>,
    #[schema(nullable = false)]
    ends_at: Option<Moment>,
    opens_at: Option<Moment>,
    closes_at: Option<Moment>,
}

/// A new place. What is left out stays.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct PlacePatch {
    #[schema(nullable = false, value_type = Option<schema::Format>)]
    format: Option<Format>,
    #[schema(nullable = false)]
    venue: Option<Translations>,
    join_link: Option<String>,
}

/// A new time or place, as a merge patch.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct Reschedule {
    /// The revision that was fetched; without it the change applies to whatever stands.
    #[schema(nullable = false)]
    revision: Option<i32>,
    #[schema(nullable = false)]
    schedule: Option<SchedulePatch>,
    #[schema(nullable = false)]
    place: Option<PlacePatch>,
}

/// Publishing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// The revision that was fetched; without it the event is published as it stands.
    #[serde(default)]
    pub revision: Option<i32>,
}

/// Calling off.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallOff {
    /// The revision that was fetched; without it the event is called off as it stands.
    #[serde(default)]
    pub revision: Option<i32>,
    /// Why, on one line; the mails say it.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub reason: Option<String>,
}

/// Lists the events that the token may see, drafts and hidden platforms included, oldest entry first.
#[utoipa::path(get, path = "/events", tag = "events", operation_id = "listEvents",
    params(
        ("after" = Option<String>, Query, description = "The cursor `next` of the page before."),
        ("limit" = Option<u32>, Query, description = "Things on a page, 1 to 500; 100 when left out.", minimum = 1, maximum = 500),
        ("platform" = Option<String>, Query, description = "Only this platform, by slug."),
        ("edition" = Option<String>, Query, description = "Only this quarter.", example = "2026-Q4"),
    ),
    responses((status = 200, description = "A page of events.", body = Page<EventBody>)))]
pub async fn list(call: Call) -> Reply {
    let mut query = call.query();
    let limit = page::limit(&mut query);
    let platform = query.text("platform");
    let edition = query.parsed::<Edition>("edition");
    let after = match query.text("after") {
        None => EventId(i64::MIN),
        Some(slug) => call.app().event_position(&call.caller.grants, &slug).await?.unwrap_or_else(|| {
            query.refuse("after", "unknown_cursor", "there is no such event; send the `next` of the page before");
            EventId(i64::MAX)
        }),
    };
    let platforms = match platform {
        None => None,
        Some(slug) => Some(visible_platform(&call, &slug).await?.into_iter().collect()),
    };
    query.finish()?;
    let filter = Filter { platforms, editions: edition.map(|e| (e, e)), after: Some(after), limit: Some(i64::from(limit) + 1), ..Filter::default() };
    let views = call.app().events_for(&call.caller.grants, filter).await?;
    let mut slugs = HashMap::new();
    for id in views.iter().filter_map(|v| v.stored.event.follows) {
        if let std::collections::hash_map::Entry::Vacant(place) = slugs.entry(id) {
            place.insert(call.app().event_slug(id).await?.to_string());
        }
    }
    let show = |view: EventView| {
        let follows = view.stored.event.follows.and_then(|id| slugs.get(&id).cloned());
        EventBody::of(&view, follows, manages(&call, &view))
    };
    Ok(HttpResponse::Ok().json(Page::of(views, limit, |view| view.stored.event.slug.to_string(), show)))
}

/// A platform by its slug, if the token holds a role on it.
async fn visible_platform(call: &Call, slug: &str) -> Result<Option<PlatformId>, Problem> {
    let Ok(slug) = slug.parse::<Slug>() else { return Ok(None) };
    let id = call.app().platform_id(slug.as_str()).await?;
    Ok(id.filter(|id| call.caller.grants.allow(Action::SeeEvents, *id)))
}

/// Creates an event as a draft. Role: organiser of the platform.
#[utoipa::path(post, path = "/events", tag = "events", operation_id = "createEvent", request_body = NewEventBody,
    responses((status = 201, description = "The draft.", body = EventBody, headers(("Location" = String, description = "Its address.")))))]
pub async fn create(call: Call) -> Reply {
    call.once(async |call| {
        let new: NewEventBody = call.json()?;
        let new = checked(&call, new).await?;
        let slug = new.slug.to_string();
        call.app().create_event(new, call.actor(), call.now).await?;
        let view = call.event_called(&slug, Action::SeeEvents).await?;
        Answer::created(&body(&call, &view).await?, Some(format!("/api/v1/events/{slug}")))
    })
    .await
}

async fn checked(call: &Call, new: NewEventBody) -> Result<NewEvent, Problem> {
    let mut checks = Checks::default();
    let slug = new.slug.parse::<Slug>().map_err(|e| checks.refuse("/slug", "invalid", e.to_string())).ok();
    let platform = visible_platform(call, &new.platform).await?;
    if platform.is_none() {
        checks.refuse("/platform", "unknown", format!("there is no platform {}; GET /platforms lists them", decode::shown(&new.platform)));
    }
    if platform.is_some_and(|p| !call.caller.grants.allow(Action::ManageEvents, p)) || !call.caller.grants.allow_somewhere(Action::ManageEvents) {
        return Err(Problem::new("forbidden"));
    }
    let follows = match (platform, &new.follows) {
        (Some(platform), Some(slug)) => followed(call, platform, slug, &mut checks).await?,
        _ => None,
    };
    let parts = EventParts {
        follows: new.follows,
        tlp: new.tlp,
        title: new.title,
        summary: new.summary,
        agenda: new.agenda,
        schedule: new.schedule,
        place: new.place,
        seats: new.seats,
    };
    let edit = parts.check(follows, &mut checks);
    let event = slug.zip(platform).map(|(slug, platform)| NewEvent {
        platform,
        slug,
        edition: new.edition,
        follows: edit.follows,
        texts: edit.texts,
        schedule: edit.schedule,
        place: edit.place,
        seats: edit.seats,
    });
    checks.finish(event).map_err(Problem::invalid)
}

/// The event behind a slug, if one of this platform can follow it.
async fn followed(call: &Call, platform: PlatformId, slug: &str, checks: &mut Checks) -> Result<Option<EventId>, Problem> {
    let offered = call.app().events_to_follow(&call.caller.grants, platform).await?;
    let found = offered.into_iter().find(|stored| stored.event.slug.as_str() == slug).map(|stored| stored.event.id);
    if found.is_none() {
        let why = format!("{} is no event of the platform that this one comes after; leave it out if there is none", decode::shown(slug));
        checks.refuse("/follows", "unknown", why);
    }
    Ok(found)
}

/// The slug of the event that one follows.
async fn follows(call: &Call, view: &EventView) -> Result<Option<String>, Problem> {
    match view.stored.event.follows {
        Some(id) => Ok(Some(call.app().event_slug(id).await?.to_string())),
        None => Ok(None),
    }
}

async fn body(call: &Call, view: &EventView) -> Result<EventBody, Problem> {
    Ok(EventBody::of(view, follows(call, view).await?, manages(call, view)))
}

fn manages(call: &Call, view: &EventView) -> bool {
    call.caller.grants.allow(Action::ManageEvents, view.platform.id)
}

/// Shows an event.
#[utoipa::path(get, path = "/events/{slug}", tag = "events", operation_id = "getEvent",
    params(("slug" = String, Path, description = "The event's slug.", example = "qctr-2026-q4")),
    responses((status = 200, description = "The event.", body = EventBody)))]
pub async fn show(call: Call) -> Reply {
    call.query().finish()?;
    let view = call.event(Action::SeeEvents).await?;
    Ok(HttpResponse::Ok().json(body(&call, &view).await?))
}

/// Edits an event: texts, seats, time and place, all or nothing. Role: organiser.
#[utoipa::path(patch, path = "/events/{slug}", tag = "events", operation_id = "editEvent",
    params(("slug" = String, Path, description = "The event's slug.", example = "qctr-2026-q4")),
    request_body = EventPatch,
    responses((status = 200, description = "The event after the edit.", body = EventBody)))]
pub async fn edit(call: Call) -> Reply {
    call.once(async |call| {
        let view = call.event(Action::ManageEvents).await?;
        let mut patch = object(call.document()?)?;
        let revision = revision(&mut patch)?.ok_or_else(|| {
            Problem::invalid(vec![FieldError::at("/revision", "missing", "send the revision that was fetched, so that nobody's edit is lost")])
        })?;
        apply(&call, &view, patch, Some(revision)).await
    })
    .await
}

/// Changes time or place: everybody who has or waits for a seat is told. Role: organiser.
#[utoipa::path(post, path = "/events/{slug}/reschedule", tag = "events", operation_id = "rescheduleEvent",
    params(("slug" = String, Path, description = "The event's slug.", example = "qctr-2026-q4")),
    request_body = Reschedule,
    responses((status = 200, description = "The event after the change.", body = EventBody)))]
pub async fn reschedule(call: Call) -> Reply {
    call.once(async |call| {
        let view = call.event(Action::ManageEvents).await?;
        let mut patch = object(call.document()?)?;
        let revision = revision(&mut patch)?;
        let foreign = patch.keys().filter(|key| !matches!(key.as_str(), "schedule" | "place"));
        let errors: Vec<FieldError> = foreign
            .map(|key| {
                FieldError::at(format!("/{key}"), "unknown_field", "a reschedule has only `revision`, `schedule` and `place`; edit the rest by PATCH")
            })
            .collect();
        if !errors.is_empty() {
            return Err(Problem::invalid(errors));
        }
        if patch.is_empty() {
            return Err(Problem::invalid(vec![FieldError::at("", "missing", "send the new `schedule`, the new `place`, or both")]));
        }
        apply(&call, &view, patch, revision).await
    })
    .await
}

async fn apply(call: &Call, view: &EventView, patch: Map<String, Value>, revision: Option<i32>) -> Result<Answer, Problem> {
    let event = &view.stored.event;
    if revision.is_some_and(|r| r != event.revision) {
        return Err(Problem::new("stale").detail(format!("The event is at revision {}; fetch it again.", event.revision)));
    }
    let before = follows(call, view).await?;
    let mut parts = serde_json::to_value(EventParts::of(view, before.clone())).unwrap_or(Value::Null);
    decode::merge(&mut parts, Value::Object(patch));
    let parts: EventParts = decode::typed(parts, "").map_err(|e| Problem::invalid(vec![e]))?;
    let mut checks = Checks::default();
    let follows = match &parts.follows {
        // What stays as it was is not chosen anew.
        same if *same == before => event.follows,
        Some(slug) => followed(call, event.platform_id, slug, &mut checks).await?,
        None => None,
    };
    let edit = parts.check(follows, &mut checks);
    let edit = checks.finish(Some(edit)).map_err(Problem::invalid)?;
    // The patch was merged with this revision: it must still be the one that is changed.
    call.app().edit_event(event.id, Some(event.revision), edit, call.actor(), call.now).await?;
    let view = call.event(Action::SeeEvents).await?;
    Answer::ok(&body(call, &view).await?)
}

fn object(value: Value) -> Result<Map<String, Value>, Problem> {
    match value {
        Value::Object(map) => Ok(map),
        _ => Err(Problem::invalid(vec![FieldError::at("", "wrong_type", "the body must be an object")])),
    }
}

fn revision(patch: &mut Map<String, Value>) -> Result<Option<i32>, Problem> {
    let Some(given) = patch.remove("revision") else { return Ok(None) };
    decode::typed(given, "/revision").map(Some).map_err(|e| Problem::invalid(vec![e]))
}

/// Publishes a draft that is complete in every language. Publishing twice answers the same. Role: organiser.
#[utoipa::path(post, path = "/events/{slug}/publish", tag = "events", operation_id = "publishEvent",
    params(("slug" = String, Path, description = "The event's slug.", example = "qctr-2026-q4")),
    request_body(content = Option<Publish>, example = json!({})),
    responses((status = 200, description = "The published event.", body = EventBody)))]
pub async fn publish(call: Call) -> Reply {
    call.once(async |call| {
        let view = call.event(Action::ManageEvents).await?;
        let wish: Publish = decode::typed(call.optional_document()?, "").map_err(|e| Problem::invalid(vec![e]))?;
        call.app().publish_event(view.stored.event.id, wish.revision, call.actor(), call.now).await?;
        let view = call.event(Action::SeeEvents).await?;
        Answer::ok(&body(&call, &view).await?)
    })
    .await
}

/// Calls a published event off: every place ends and everybody is told. Twice answers the same. Role: organiser.
#[utoipa::path(post, path = "/events/{slug}/cancel", tag = "events", operation_id = "cancelEvent",
    params(("slug" = String, Path, description = "The event's slug.", example = "qctr-2026-q4")),
    request_body(content = Option<CallOff>, example = json!({ "reason": "The speaker is ill." })),
    responses((status = 200, description = "The event, called off.", body = EventBody)))]
pub async fn cancel(call: Call) -> Reply {
    call.once(async |call| {
        let view = call.event(Action::ManageEvents).await?;
        let wish: CallOff = decode::typed(call.optional_document()?, "").map_err(|e| Problem::invalid(vec![e]))?;
        let mut checks = Checks::default();
        let reason = wish.reason.as_deref().map(|text| checks.line("/reason", text));
        let reason = checks.finish(Some(reason.flatten())).map_err(Problem::invalid)?;
        call.app().cancel_event(view.stored.event.id, wish.revision, reason, call.actor(), call.now).await?;
        let view = call.event(Action::SeeEvents).await?;
        Answer::ok(&body(&call, &view).await?)
    })
    .await
}
