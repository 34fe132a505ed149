//! Every route on one screen. The last column says who may: `all`, `link` (who has the personal link), a role, `token`.

use actix_web::web::{self, ServiceConfig, post, resource};
use actix_web::{Resource, guard};

use super::api;
use super::health;
use super::public::{calendar, home, notices, personal, register};

/// A page: GET, and HEAD for programs that only look.
fn page<F, Args>(path: &str, handler: F) -> Resource
where
    F: actix_web::Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: actix_web::Responder + 'static,
{
    resource(path).route(web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(handler))
}

/// Registers all routes.
#[rustfmt::skip]
pub fn all(config: &mut ServiceConfig) {
    config
        .service(page("/", home::root))                                                                      // all
        .service(page("/healthz", health::healthz))                                                          // all
        .service(page("/readyz", health::readyz))                                                            // all
        .service(page("/static/{name}", notices::asset))                                                     // all
        .service(page("/robots.txt", notices::robots))                                                       // all
        .service(page("/.well-known/security.txt", notices::security_txt))                                   // all
        .service(page("/events/{event}.ics", calendar::event))                                               // all
        .service(page("/{lang:nl|fr|de|en}/", home::events))                                                 // all
        .service(page("/{lang:nl|fr|de|en}/privacy", notices::privacy))                                      // all
        .service(page("/{lang:nl|fr|de|en}/accessibility", notices::accessibility))                          // all
        .service(page("/{lang:nl|fr|de|en}/erased", personal::erased))                                       // all
        .service(page("/{lang:nl|fr|de|en}/events/{event}", register::event))                                // all
        .service(page("/{lang:nl|fr|de|en}/events/{event}/answer", register::answer))                        // all
        .service(resource("/{lang:nl|fr|de|en}/events/{event}/register").route(post().to(register::register))) // all
        .service(page("/{lang:nl|fr|de|en}/r/{token}", personal::show))                                      // link
        .service(page("/{lang:nl|fr|de|en}/r/{token}/data.json", personal::data))                            // link
        .service(page("/{lang:nl|fr|de|en}/r/{token}/invitation.ics", calendar::invitation))                 // link
        .service(resource("/{lang:nl|fr|de|en}/r/{token}/confirm").route(post().to(personal::confirm)))      // link
        .service(resource("/{lang:nl|fr|de|en}/r/{token}/withdraw").route(post().to(personal::withdraw)))    // link
        .service(resource("/{lang:nl|fr|de|en}/r/{token}/update").route(post().to(personal::update)))        // link
        .service(resource("/{lang:nl|fr|de|en}/r/{token}/erase").route(post().to(personal::erase)))          // link
        .configure(api::routes::all)                                                                         // token: see its table
        .default_service(web::to(register::not_found));
}
