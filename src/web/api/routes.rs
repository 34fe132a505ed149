//! Every call of the API on one screen, with what its token must be allowed; and the frame around all of them.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{Error, HttpMessage, HttpResponse, Route, guard};

use super::call::Needs;
use super::problem::{MEDIA_TYPE, Problem};
use super::{check_ins, closings, events, invitations, members, openapi, organisations, platforms, registrations, reports};
use crate::web::frame::RequestId;
use crate::web::state::State;

/// A call as the table names it.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    /// Method.
    pub method: &'static str,
    /// Path below `/api/v1`.
    pub path: &'static str,
    /// What the token must be allowed; `all` needs no token, `token` any.
    pub needs: &'static str,
}

macro_rules! calls {
    ($($path:literal { $($method:ident $handler:path, $needs:ident;)+ })+) => {
        /// Every call.
        pub const CALLS: &[Call] = &[$($(Call { method: stringify!($method), path: $path, needs: stringify!($needs) }),+),+];

        /// Registers every call, with a problem document for everything else below `/api/v1`.
        pub fn all(config: &mut ServiceConfig) {
            config.service(
                web::scope("/api/v1")
                    .wrap(from_fn(dress))
                    $(.service(web::resource($path).app_data(Needs(&[$((stringify!($method), stringify!($needs))),+]))$(.route(calls!(@route $method).to($handler)))+.default_service(web::to(|| refuse($path)))))+
                    .default_service(web::to(nowhere)),
            );
        }
    };
    (@route GET) => { Route::new().guard(guard::Any(guard::Get()).or(guard::Head())) };
    (@route POST) => { web::post() };
    (@route PATCH) => { web::patch() };
    (@route DELETE) => { web::delete() };
}

calls! {
    "/openapi.json"                { GET openapi::show, all; }
    "/problems/{code}"             { GET openapi::problem, all; }
    "/platforms"                   { GET platforms::list, token; POST platforms::create, administer; }
    "/platforms/{slug}"            { GET platforms::show, token; PATCH platforms::edit, manage_platforms; }
    "/platforms/{slug}/members"    { GET members::list, see_members; POST members::create, manage_members; DELETE members::remove, manage_members; }
    "/events"                      { GET events::list, see_events; POST events::create, manage_events; }
    "/events/{slug}"               { GET events::show, see_events; PATCH events::edit, manage_events; }
    "/events/{slug}/publish"       { POST events::publish, manage_events; }
    "/events/{slug}/reschedule"    { POST events::reschedule, manage_events; }
    "/events/{slug}/cancel"        { POST events::cancel, manage_events; }
    "/events/{slug}/registrations" { GET registrations::list, see_people; POST registrations::create, manage_registrations; }
    "/events/{slug}/invitations"   { POST invitations::create, manage_invitations; }
    "/events/{slug}/check-ins"     { POST check_ins::create, check_in; }
    "/registrations/{id}"          { GET registrations::show, see_people; PATCH registrations::edit, manage_registrations; }
    "/registrations/{id}/approve"  { POST registrations::approve, manage_registrations; }
    "/registrations/{id}/reject"   { POST registrations::reject, manage_registrations; }
    "/registrations/{id}/withdraw" { POST registrations::withdraw, manage_registrations; }
    "/organisations"               { GET organisations::list, see_organisations; }
    "/reports/attendance"          { GET reports::attendance, see_figures; }
    "/reports/quarter/{edition}/{platform}" { GET reports::quarter, see_figures; }
    "/reports/closings"            { GET closings::list, see_figures; }
    "/reports/closings/{platform}/{number}" { GET closings::show, see_figures; }
}

async fn nowhere() -> Result<HttpResponse, Problem> {
    Err(Problem::new("not_found").detail("There is no such address in this API; /api/v1/openapi.json describes all there are."))
}

async fn refuse(path: &'static str) -> Result<HttpResponse, Problem> {
    let mut methods: Vec<&str> = CALLS.iter().filter(|call| call.path == path).map(|call| call.method).collect();
    if methods.contains(&"GET") {
        methods.insert(1, "HEAD");
    }
    Err(Problem::new("wrong_method").with(header::ALLOW, methods.join(", ")))
}

/// Writes problems as documents, also what the router itself refused.
async fn dress(request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?.map_into_boxed_body();
    let problem = response.response().error().map(|error| match error.as_error::<Problem>() {
        Some(problem) => problem.clone(),
        None => Problem::of_status(response.status()),
    });
    let is_document = response.headers().get(header::CONTENT_TYPE).is_some_and(|v| v.as_bytes() == MEDIA_TYPE.as_bytes());
    let problem = problem.or_else(|| (response.status().as_u16() >= 400 && !is_document).then(|| Problem::of_status(response.status())));
    let Some(problem) = problem else { return Ok(response) };
    let (request, _) = response.into_parts();
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let base = request.app_data::<Data<State>>().map(|state| state.site.base_url.clone()).unwrap_or_default();
    Ok(ServiceResponse::new(request, problem.respond(&base, &id)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::staff::Action;

    #[test]
    fn every_call_is_described_and_nothing_else() {
        let document = openapi::document();
        let described: BTreeSet<(String, String)> = document["paths"]
            .as_object()
            .unwrap()
            .iter()
            .flat_map(|(path, item)| item.as_object().unwrap().keys().map(move |method| (path.clone(), method.to_uppercase())))
            .collect();
        let registered: BTreeSet<_> = CALLS.iter().map(|call| (call.path.to_owned(), call.method.to_owned())).collect();
        assert_eq!(described, registered);
    }

    #[test]
    fn every_call_says_who_may() {
        for call in CALLS {
            assert!(matches!(call.needs, "all" | "token") || Action::from_code(call.needs).is_some(), "{call:?}");
        }
    }
}
