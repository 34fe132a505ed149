//! Check-in at the door, also by devices that were offline and send late or twice.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::{Answer, Call, Reply};
use super::decode::{Checks, shown};
use super::problem::Problem;
use super::words::{Moment, schema};
use crate::app::check_in::{CheckIn, CheckedIn};
use crate::domain::attendance::ProofSource;
use crate::domain::ids::Reference;
use crate::domain::registration::State;
use crate::domain::staff::Action;

/// How far a device's clock may run ahead, in minutes.
const AHEAD_MINUTES: i64 = 5;

/// A check-in: `registration` or `code`, not both.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CheckIn)]
pub struct CheckInBody {
    /// The registration's id.
    #[serde(default)]
    #[schema(nullable = false, min_length = 43, max_length = 43, example = "q7Xv0f3cVb1m2n4p5r6s7t8u9w0yAaBbCcDdEeFfGgH")]
    pub registration: Option<String>,
    /// What was scanned or typed: the text of a pass's square, or its twelve signs; the registration's id is taken, too. The link of a
    /// personal page is refused, for it opens the page and has no business in a scanner.
    #[serde(default)]
    #[schema(nullable = false, example = "QD1-QCTR-2026-Q4-K7QX2M9P4RTB")]
    pub code: Option<String>,
    /// When the person was there; now when left out.
    #[serde(default)]
    #[schema(nullable = false)]
    pub at: Option<Moment>,
    /// When the person left, by what a meeting tool recorded; then `at` is when they came. Such minutes count together, from the platform's
    /// `presence_share` of the event. Only once the event is over.
    #[serde(default)]
    #[schema(nullable = false)]
    pub left_at: Option<Moment>,
    /// The device that scanned.
    #[serde(default)]
    #[schema(nullable = false, max_length = 120, example = "door-1")]
    pub device: Option<String>,
    /// The device's own key for this scan: the same key twice is the same check-in.
    #[serde(default)]
    #[schema(nullable = false, max_length = 120, example = "door-1/0000417")]
    pub key: Option<String>,
}

/// What the desk is told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CheckedIn)]
pub struct CheckedInBody {
    /// The registration.
    pub registration: String,
    /// The person's name.
    #[schema(example = "Zoë Dupont")]
    pub name: String,
    /// Their organisation.
    #[schema(example = "Example NV")]
    pub organisation: String,
    /// Where the registration stands: somebody without a seat is marked too, and the desk sees it.
    #[schema(value_type = schema::State)]
    pub state: State,
    /// Whether this was the first proof of presence.
    pub first: bool,
    /// Whether they count as present now: not when staff said that they were not there, nor when the minutes are too few.
    pub present: bool,
}

/// Marks somebody present. Idempotent by `key`. Roles: organiser, desk.
#[utoipa::path(post, path = "/events/{slug}/check-ins", tag = "check-ins", operation_id = "checkIn",
    params(("slug" = String, Path, description = "The event's slug.", example = "qctr-2026-q4")),
    request_body = CheckInBody,
    responses((status = 200, description = "Who was marked.", body = CheckedInBody)))]
pub async fn create(call: Call) -> Reply {
    call.once(async |call| {
        let found = call.event(Action::CheckIn).await?.stored.event;
        let event = found.id;
        let body: CheckInBody = call.json()?;
        let (presented, device, key) = checked(&body, &call)?;
        let (registration, reference) = match presented {
            Presented::Id(reference) => {
                let (registration, of) = call.app().registration_ids(&reference).await?;
                if of != event {
                    return Err(Problem::new("not_found").detail("There is no such registration of this event."));
                }
                (registration, reference)
            }
            Presented::Pass(text) => call.app().registration_of_pass(event, &found.slug, &text).await?,
        };
        let at = body.at.map_or(call.now, |moment| moment.0);
        let left_at = body.left_at.map(|moment| moment.0);
        let source = if left_at.is_some() { ProofSource::Report } else { ProofSource::Door };
        let mark = CheckIn { event, registration, source, at, left_at, device, key };
        let CheckedIn { name, organisation, state, first, present } = call.app().check_in(mark, call.actor(), call.now).await?;
        Answer::ok(&CheckedInBody { registration: reference.to_string(), name, organisation, state, first, present })
    })
    .await
}

/// What somebody is known by.
enum Presented {
    Id(Reference),
    Pass(String),
}

fn checked(body: &CheckInBody, call: &Call) -> Result<(Presented, Option<String>, Option<String>), Problem> {
    let mut checks = Checks::default();
    let presented = match (&body.registration, &body.code) {
        (Some(id), None) => identified(id, &mut checks).map(Presented::Id),
        (None, Some(code)) => Some(Reference::parse(code.trim()).map_or_else(|| Presented::Pass(code.clone()), Presented::Id)),
        (None, None) => {
            checks.refuse("/registration", "missing", "send the `registration`, or the scanned `code`");
            None
        }
        (Some(_), Some(_)) => {
            checks.refuse("/code", "ambiguous", "send either `registration` or `code`, not both");
            None
        }
    };
    let latest = call.now + chrono::Duration::minutes(AHEAD_MINUTES);
    if let Some(at) = body.at.filter(|at| at.0 > latest) {
        let at = at.0.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        checks.refuse("/at", "in_the_future", format!("{at} is more than {AHEAD_MINUTES} minutes ahead; set the device's clock"));
    }
    match (body.at, body.left_at) {
        (None, Some(_)) => checks.refuse("/at", "missing", "send with `left_at` when they came"),
        (Some(at), Some(left_at)) if left_at.0 < at.0 => {
            checks.refuse("/left_at", "before_at", "they left before they came; send the two the other way round")
        }
        (_, Some(left_at)) if left_at.0 > latest => checks.refuse("/left_at", "in_the_future", "they have not left yet; send it when they did"),
        _ => {}
    }
    let mut line = |at: &str, text: &Option<String>| text.as_deref().and_then(|text| checks.line::<120>(at, text)).map(String::from);
    let (device, key) = (line("/device", &body.device), line("/key", &body.key));
    checks.finish(presented.map(|presented| (presented, device, key))).map_err(Problem::invalid)
}

fn identified(text: &str, checks: &mut Checks) -> Option<Reference> {
    let reference = Reference::parse(text);
    if reference.is_none() {
        checks.refuse(
            "/registration",
            "invalid",
            format!("{} is not a registration's id; it has {} characters of A-Z, a-z, 0-9, - and _", shown(text), Reference::LENGTH),
        );
    }
    reference
}
