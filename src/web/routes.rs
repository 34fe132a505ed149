//! Every route on one screen, with who may: `all`, `link` (who has the personal link), a member of staff, `token`.

use actix_web::web::{self, ServiceConfig, post, resource};
use actix_web::{Resource, guard};

use super::api;
use super::extract::staff::Needs;
use super::extract::staff::Who::{self, All, May, SignedIn};
use super::extract::upload::Uploads;
use super::health;
use super::organiser::{
    account, answers, check_in, enter, event, event_form, export, figures, guests, identity, invitations, invite, journal, mails, messages, note,
    organisations, overview, passkeys, plan, platforms, preview, promote, registrations, remind_invited, rosters, seats, sign_in, users, users_ask,
};
use super::public::{calendar, home, invitation, mandate, notices, offer, personal, register, substitute};
use crate::domain::staff::Action::*;
/// Largest form with a list of people: twenty thousand of them. Larger lists are for the command line.
pub(super) const LIST_BYTES: usize = 8 * 1024 * 1024;

/// Where a provider sends browsers back to: one address for all languages, which the provider has to know.
pub const CALLBACK: &str = "/organiser/oidc/callback";

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

/// One that also takes the list as a file.
fn file() -> Uploads {
    Uploads(LIST_BYTES)
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
        .service(resource("/{lang:nl|fr|de|en}/r/{token}/substitute").route(post().to(substitute::ask)))     // link
        .service(resource("/{lang:nl|fr|de|en}/r/{token}/erase").route(post().to(personal::erase)))          // link
        .service(page("/{lang:nl|fr|de|en}/i/{token}", invitation::show))                                    // link
        .service(resource("/{lang:nl|fr|de|en}/i/{token}/accept").route(post().to(invitation::accept)))      // link
        .service(resource("/{lang:nl|fr|de|en}/i/{token}/decline")
            .route(web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(invitation::ask_decline)).route(post().to(invitation::decline)))            // link
        .service(page("/{lang:nl|fr|de|en}/m/{token}", mandate::show))                                       // link
        .service(resource("/{lang:nl|fr|de|en}/m/{token}/confirm").route(post().to(mandate::confirm)))       // link
        .service(resource("/{lang:nl|fr|de|en}/m/{token}/end")
            .route(web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(mandate::ask_end)).route(post().to(mandate::end)))                         // link
        .service(page("/{lang:nl|fr|de|en}/s/{token}", offer::show))                                         // link
        .service(resource("/{lang:nl|fr|de|en}/s/{token}/accept").route(post().to(offer::accept)))           // link
        .service(resource("/{lang:nl|fr|de|en}/s/{token}/decline")
            .route(web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(offer::ask_decline)).route(post().to(offer::decline)))                     // link
        .service(resource("/organiser/oidc/callback").route(web::get().to(identity::callback)))              // all
        .configure(organiser)                                                                                // staff: see below
        .configure(api::routes::all)                                                                         // token: see its table
        .default_service(web::to(register::not_found));
}

/// A staff page or form as the table names it.
#[derive(Clone, Copy, Debug)]
pub struct StaffCall {
    /// Method.
    pub method: &'static str,
    /// Path below `/organiser/{lang}`.
    pub path: &'static str,
    /// Who may; an action is allowed on the platform of what the path names.
    pub who: Who,
}

macro_rules! staff {
    ($($path:literal $([$($config:expr),+])? { $($method:ident $handler:path, $who:expr;)+ })+) => {
        /// Every staff page and form.
        pub const STAFF: &[StaffCall] = &[$($(StaffCall { method: stringify!($method), path: $path, who: $who }),+),+];

        fn organiser(config: &mut ServiceConfig) {
            config.service(resource(["/organiser", "/organiser/"]).route(web::get().to(sign_in::way_in)))
                $(.service(
                    resource(concat!("/organiser/{lang:nl|fr|de|en}", $path))
                        .app_data(Needs(&[$((stringify!($method), $who)),+]))
                        $($(.app_data($config))+)?
                        $(.route(staff!(@route $method).to($handler)))+
                ))+;
        }
    };
    (@route GET) => { web::route().guard(guard::Any(guard::Get()).or(guard::Head())) };
    (@route POST) => { post() };
}

// What the word says is asked for before the handler runs; the handler asks again, for the platform of what the path names.
staff! {
    "/sign-in"                                           { GET sign_in::form, All; POST sign_in::sign_in, All; }
    "/sign-in/code"                                      { POST sign_in::code, All; }
    "/sign-in/passkey"                                   { POST passkeys::sign_in, All; }
    "/sign-in/passkey/begin"                             { POST passkeys::begin, All; }
    "/sign-in/oidc"                                      { POST identity::begin, All; }
    "/sign-out"                                          { POST sign_in::sign_out, SignedIn; }
    "/account"                                           { GET account::show, SignedIn; }
    "/account/password"                                  { POST account::password, SignedIn; }
    "/account/second-factor"                             { POST account::set_up, SignedIn; }
    "/account/second-factor/begin"                       { POST account::begin, SignedIn; }
    "/account/second-factor/off"                         { POST account::take_off, SignedIn; }
    "/account/passkeys"                                  { POST passkeys::add, SignedIn; }
    "/account/passkeys/begin"                            { POST passkeys::begin_new, SignedIn; }
    "/account/passkeys/remove"                           { POST passkeys::remove, SignedIn; }
    "/account/oidc/begin"                                { POST identity::begin_connecting, SignedIn; }
    "/account/oidc/remove"                               { POST identity::remove, SignedIn; }
    "/account/sign-ins/end"                              { POST account::end_others, SignedIn; }
    "/account/sign-ins/end-one"                          { POST account::end_one, SignedIn; }
    "/"                                                  { GET overview::overview, May(SeeEvents); }
    "/new"                                               { GET event_form::new, May(ManageEvents); POST event_form::create, May(ManageEvents); }
    "/events/{event}"                                    { GET event::show, May(SeeEvents); }
    "/events/{event}/preview"                            { GET preview::show, May(SeeEvents); }
    "/events/{event}/preview/mail"                       { GET preview::mail, May(ManageEvents); }
    "/events/{event}/publish"                            { POST event::publish, May(ManageEvents); }
    "/events/{event}/texts"                              { GET event_form::texts, May(ManageEvents); POST event_form::save_texts, May(ManageEvents); }
    "/events/{event}/reschedule"                         { GET plan::form, May(ManageEvents); POST plan::reschedule, May(ManageEvents); }
    "/events/{event}/seats"                              { GET seats::form, May(ManageEvents); POST seats::change, May(ManageEvents); }
    "/events/{event}/call-off"                           { GET plan::ask_call_off, May(ManageEvents); POST plan::call_off, May(ManageEvents); }
    "/events/{event}/registrations"                      { GET registrations::list, May(SeePeople); }
    "/events/{event}/registrations.csv"                  { GET export::registrations, May(Export); }
    "/events/{event}/registrations.xlsx"                 { GET export::workbook, May(Export); }
    "/events/{event}/registrations/answer" [list()] { POST answers::check, May(ManageRegistrations); }
    "/events/{event}/registrations/answer/do" [list()] { POST answers::give, May(ManageRegistrations); }
    "/events/{event}/registrations/{reference}"          { GET registrations::show, May(SeePeople); }
    "/events/{event}/registrations/{reference}/withdraw" { GET registrations::ask_withdraw, May(ManageRegistrations); POST registrations::withdraw, May(ManageRegistrations); }
    "/events/{event}/registrations/{reference}/promote"  { GET promote::ask, May(ManageRegistrations); POST promote::promote, May(ManageRegistrations); }
    "/events/{event}/registrations/{reference}/note"     { GET note::form, May(ManageRegistrations); POST note::write, May(ManageRegistrations); }
    "/events/{event}/registrations/{reference}/approve"  { POST registrations::approve, May(ManageRegistrations); }
    "/events/{event}/registrations/{reference}/reject"   { GET registrations::ask_reject, May(ManageRegistrations); POST registrations::reject, May(ManageRegistrations); }
    "/events/{event}/messages"                           { GET messages::list, May(ManageRegistrations); }
    "/events/{event}/messages/new" [list()]              { GET messages::form, May(ManageRegistrations); POST messages::change, May(ManageRegistrations); }
    "/events/{event}/messages/check" [list()]            { POST messages::check, May(ManageRegistrations); }
    "/events/{event}/messages/send" [list()]             { POST messages::send, May(ManageRegistrations); }
    "/events/{event}/messages/{message}/stop"            { POST messages::stop, May(ManageRegistrations); }
    "/events/{event}/invitations"                        { GET invitations::list, May(ManageInvitations); }
    "/events/{event}/invitations/new" [list()]      { GET invite::form, May(ManageInvitations); POST invite::change, May(ManageInvitations); }
    "/events/{event}/invitations/check" [list(), file()] { POST invite::check, May(ManageInvitations); }
    "/events/{event}/invitations/send" [list()]     { POST invite::send, May(ManageInvitations); }
    "/events/{event}/invitations/remind"                 { GET remind_invited::ask, May(ManageInvitations); POST remind_invited::remind, May(ManageInvitations); }
    "/events/{event}/invitations/sendings/{batch}/stop"  { POST invitations::stop, May(ManageInvitations); }
    "/events/{event}/invitations/{invitation}/withdraw"  { POST invitations::withdraw, May(ManageInvitations); }
    "/events/{event}/guests"                             { GET guests::list, May(ManageInvitations); }
    "/events/{event}/guests/new"                         { GET guests::form, May(ManageInvitations); POST guests::propose, May(ManageInvitations); }
    "/events/{event}/guests/{guest}/object"              { GET guests::ask_object, May(ManageInvitations); POST guests::object, May(ManageInvitations); }
    "/events/{event}/guests/{guest}/admit"               { GET guests::ask_admit, May(ManageInvitations); POST guests::admit, May(ManageInvitations); }
    "/events/{event}/enter"                              { GET enter::form, May(ManageRegistrations); POST enter::enter, May(ManageRegistrations); }
    "/events/{event}/check-in"                           { GET check_in::show, May(CheckIn); }
    "/events/{event}/check-in/mark"                      { POST check_in::mark, May(CheckIn); }
    "/events/{event}/check-in/undo"                      { POST check_in::undo, May(CheckIn); }
    "/mails"                                             { GET mails::list, May(SeeMail); }
    "/mails/{mail}/retry"                                { POST mails::retry, May(SeeMail); }
    "/mails/{mail}/abort"                                { POST mails::abort, May(SeeMail); }
    "/journal"                                           { GET journal::list, May(SeeJournal); }
    "/users"                                             { GET users::list, May(Administer); }
    "/users/add"                                         { POST users::add, May(Administer); }
    "/users/revoke"                                      { GET users_ask::revoke, May(Administer); POST users::revoke, May(Administer); }
    "/users/disable"                                     { GET users_ask::disable, May(Administer); POST users::disable, May(Administer); }
    "/users/enable"                                      { POST users::enable, May(Administer); }
    "/users/password"                                    { GET users_ask::password, May(Administer); POST users::password, May(Administer); }
    "/users/second-factor-off"                           { GET users_ask::second_factor_off, May(Administer); POST users::second_factor_off, May(Administer); }
    "/tokens/add"                                        { POST users::add_token, May(Administer); }
    "/tokens/disable"                                    { POST users::disable_token, May(Administer); }
    "/platforms"                                         { GET platforms::list, May(SeeEvents); }
    "/platforms/{platform}"                              { GET platforms::show, May(SeeEvents); }
    "/platforms/{platform}/edit"                         { GET platforms::form::show, May(ManagePlatforms); POST platforms::form::save, May(ManagePlatforms); }
    "/rosters"                                           { GET rosters::list, May(SeeMembers); }
    "/rosters/{platform}"                                { GET rosters::show, May(SeeMembers); }
    "/rosters/{platform}/members.csv"                    { GET rosters::export, May(Export); }
    "/rosters/{platform}/add"                            { GET rosters::member::add_form, May(ManageMembers); POST rosters::member::add, May(ManageMembers); }
    "/rosters/{platform}/members/{member}"               { GET rosters::member::show, May(SeeMembers); }
    "/rosters/{platform}/members/{member}/edit"          { GET rosters::member::edit_form, May(ManageMembers); POST rosters::member::edit, May(ManageMembers); }
    "/rosters/{platform}/members/{member}/end"           { GET rosters::member::ask_end, May(ManageMembers); POST rosters::member::end, May(ManageMembers); }
    "/rosters/{platform}/members/{member}/remove"        { GET rosters::member::ask_remove, May(ManageMembers); POST rosters::member::remove, May(ManageMembers); }
    "/rosters/{platform}/import" [list(), file()]   { GET rosters::import::form, May(ManageMembers); POST rosters::import::look, May(ManageMembers); }
    "/rosters/{platform}/import/apply" [list()]     { POST rosters::import::apply, May(ManageMembers); }
    "/rosters/{platform}/objections"                     { GET rosters::objections::form, May(ManageMembers); POST rosters::objections::set, May(ManageMembers); }
    "/rosters/{platform}/asking"                         { GET rosters::asking::form, May(ManageMembers); POST rosters::asking::set, May(ManageMembers); }
    "/rosters/{platform}/imports/{import}/undo"          { POST rosters::import::undo, May(ManageMembers); }
    "/rosters/{platform}/coverage"                       { GET rosters::coverage::show, May(SeeMembers); }
    "/rosters/{platform}/coverage.csv"                   { GET rosters::coverage::export, May(Export); }
    "/organisations"                                     { GET organisations::list, May(SeeOrganisations); }
    "/organisations/new"                                 { GET organisations::form::new, May(ManageOrganisations); POST organisations::form::create, May(ManageOrganisations); }
    "/organisations/sectors"                             { GET organisations::sectors::list, May(ManageRegistrations); POST organisations::sectors::decide, May(ManageRegistrations); }
    "/organisations/{organisation}"                      { GET organisations::show, May(SeeOrganisations); }
    "/organisations/{organisation}/edit"                 { GET organisations::form::edit_form, May(ManageOrganisations); POST organisations::form::edit, May(ManageOrganisations); }
    "/organisations/{organisation}/merge"                { GET organisations::merge::ask, May(ManageOrganisations); POST organisations::merge::merge, May(ManageOrganisations); }
    "/figures"                                           { GET figures::show, May(SeeFigures); }
    "/figures.csv"                                       { GET figures::csv, May(SeeFigures); }
    "/figures.json"                                      { GET figures::json, May(SeeFigures); }
}
