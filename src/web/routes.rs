//! Every route on one screen. The last column says who may: `all`, `link` (who has the personal link), a role, `token`.

use actix_web::web::{self, ServiceConfig, post, resource};
use actix_web::{Resource, guard};

use super::api;
use super::health;
use super::organiser::{
    account, check_in, enter, event, event_form, figures, invitations, invite, journal, mails, overview, plan, registrations, remind_invited, seats,
    sign_in, users,
};
use super::public::{calendar, home, invitation, notices, personal, register};

/// Largest form with a list of people: twenty thousand of them.
const LIST_BYTES: usize = 8 * 1024 * 1024;

/// A page: GET, and HEAD for programs that only look.
fn page<F, Args>(path: &str, handler: F) -> Resource
where
    F: actix_web::Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: actix_web::Responder + 'static,
{
    resource(path).route(web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(handler))
}

/// A form that holds a list of people may be larger than others.
fn list() -> web::FormConfig {
    web::FormConfig::default().limit(LIST_BYTES).error_handler(super::server::unread)
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
        .service(page("/{lang:nl|fr|de|en}/i/{token}", invitation::show))                                    // link
        .service(resource("/{lang:nl|fr|de|en}/i/{token}/accept").route(post().to(invitation::accept)))      // link
        .service(resource("/{lang:nl|fr|de|en}/i/{token}/decline")
            .route(web::get().to(invitation::ask_decline)).route(post().to(invitation::decline)))            // link
        .configure(organiser)                                                                                // see below
        .configure(api::routes::all)                                                                         // token: see its table
        .default_service(web::to(register::not_found));
}

/// The staff pages. The last column is the action a role must allow; handlers ask for it, on the event's platform.
#[rustfmt::skip]
fn organiser(config: &mut ServiceConfig) {
    let form = |path: &str| resource(format!("/organiser/{{lang:nl|fr|de|en}}{path}"));
    let page = |path: &str| format!("/organiser/{{lang:nl|fr|de|en}}{path}");
    config
        .service(resource(["/organiser", "/organiser/"]).route(web::get().to(sign_in::way_in)))                                     // all
        .service(form("/sign-in").route(web::get().to(sign_in::form)).route(post().to(sign_in::sign_in)))                           // all
        .service(form("/sign-in/code").route(post().to(sign_in::code)))                                                       // all
        .service(form("/sign-out").route(post().to(sign_in::sign_out)))                                                        // signed in
        .service(self::page(&page("/account"), account::show))                                                                 // signed in
        .service(form("/account/password").route(post().to(account::password)))                                                // signed in
        .service(form("/account/second-factor").route(post().to(account::set_up)))                                             // signed in
        .service(form("/account/second-factor/begin").route(post().to(account::begin)))                                        // signed in
        .service(form("/account/second-factor/off").route(post().to(account::take_off)))                                       // signed in
        .service(form("/account/sign-ins/end").route(post().to(account::end_others)))                                          // signed in
        .service(self::page(&page("/"), overview::overview))                                                                   // see_events
        .service(form("/new").route(web::get().to(event_form::new)).route(post().to(event_form::create)))                           // manage_events
        .service(self::page(&page("/events/{event}"), event::show))                                                            // see_events
        .service(form("/events/{event}/publish").route(post().to(event::publish)))                                             // manage_events
        .service(form("/events/{event}/texts").route(web::get().to(event_form::texts)).route(post().to(event_form::save_texts)))    // manage_events
        .service(form("/events/{event}/reschedule").route(web::get().to(plan::form)).route(post().to(plan::reschedule)))            // manage_events
        .service(form("/events/{event}/seats").route(web::get().to(seats::form)).route(post().to(seats::change)))                   // manage_events
        .service(form("/events/{event}/call-off").route(web::get().to(plan::ask_call_off)).route(post().to(plan::call_off)))        // manage_events
        .service(self::page(&page("/events/{event}/registrations"), registrations::list))                                      // see_people
        .service(self::page(&page("/events/{event}/registrations.csv"), registrations::export))                                // export
        .service(self::page(&page("/events/{event}/registrations/{reference}"), registrations::show))                          // see_people
        .service(form("/events/{event}/registrations/{reference}/withdraw")
            .route(web::get().to(registrations::ask_withdraw)).route(post().to(registrations::withdraw)))                           // manage_registrations
        .service(form("/events/{event}/registrations/{reference}/approve").route(post().to(registrations::approve)))           // manage_registrations
        .service(form("/events/{event}/registrations/{reference}/reject")
            .route(web::get().to(registrations::ask_reject)).route(post().to(registrations::reject)))                               // manage_registrations
        .service(self::page(&page("/events/{event}/invitations"), invitations::list))                                          // manage_invitations
        .service(form("/events/{event}/invitations/new").app_data(list())
            .route(web::get().to(invite::form)).route(post().to(invite::change)))                                                   // manage_invitations
        .service(form("/events/{event}/invitations/check").app_data(list()).route(post().to(invite::check)))                   // manage_invitations
        .service(form("/events/{event}/invitations/send").app_data(list()).route(post().to(invite::send)))                     // manage_invitations
        .service(form("/events/{event}/invitations/remind")
            .route(web::get().to(remind_invited::ask)).route(post().to(remind_invited::remind)))                                    // manage_invitations
        .service(form("/events/{event}/invitations/sendings/{batch}/stop").route(post().to(invitations::stop)))                // manage_invitations
        .service(form("/events/{event}/invitations/{reference}/withdraw").route(post().to(invitations::withdraw)))             // manage_invitations
        .service(form("/events/{event}/enter").route(web::get().to(enter::form)).route(post().to(enter::enter)))                    // manage_registrations
        .service(self::page(&page("/events/{event}/check-in"), check_in::show))                                                // check_in
        .service(form("/events/{event}/check-in/mark").route(post().to(check_in::mark)))                                       // check_in
        .service(form("/events/{event}/check-in/undo").route(post().to(check_in::undo)))                                       // check_in
        .service(self::page(&page("/mails"), mails::list))                                                                     // see_mail
        .service(form("/mails/{mail}/retry").route(post().to(mails::retry)))                                                   // see_mail
        .service(form("/mails/{mail}/abort").route(post().to(mails::abort)))                                                   // see_mail
        .service(self::page(&page("/journal"), journal::list))                                                                 // see_journal
        .service(self::page(&page("/users"), users::list))                                                                     // administer
        .service(form("/users/add").route(post().to(users::add)))                                                              // administer
        .service(form("/users/revoke").route(post().to(users::revoke)))                                                        // administer
        .service(form("/users/disable").route(post().to(users::disable)))                                                      // administer
        .service(form("/users/enable").route(post().to(users::enable)))                                                        // administer
        .service(form("/users/password").route(post().to(users::password)))                                                    // administer
        .service(form("/users/second-factor-off").route(post().to(users::second_factor_off)))                                  // administer
        .service(form("/tokens/add").route(post().to(users::add_token)))                                                       // administer
        .service(form("/tokens/disable").route(post().to(users::disable_token)))                                               // administer
        .service(self::page(&page("/figures"), figures::show))                                                                 // see_figures
        .service(self::page(&page("/figures.csv"), figures::csv))                                                              // see_figures
        .service(self::page(&page("/figures.json"), figures::json));                                                           // see_figures
}
