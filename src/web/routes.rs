//! Every route in three tables, with who may: `all`, `link` (who has the personal link), a member of staff, `token` (the API's table).

use actix_web::guard;
use actix_web::web::{self, ServiceConfig, resource, scope};

use super::api;
use super::extract::staff::Needs;
use super::extract::staff::Who::{self, All, May, SignedIn};
use super::extract::upload::Uploads;
use super::health;
use super::organiser::{
    account, address, answers, attendance, attestations, badges, check_in, close_quarter, dashboard, desk, enter, event, event_form, export, figures,
    guests, identity, inbox, invitations, invite, journal, mail_previews, mails, messages, note, objections, organisations, overview, passkeys, plan,
    platforms, presence, preview, promote, quarter, registrations, remind_invited, rosters, seats, sign_in, users, users_ask,
};
use super::public::{
    attestation, calendar, guests as own_guests, home, invitation, join, mandate, notices, objection, offer, personal, register, substitute,
    unsubscribe,
};
use crate::domain::staff::Action::*;
/// Largest form with a list of people: twenty thousand of them. Larger lists are for the command line.
pub(super) const LIST_BYTES: usize = 8 * 1024 * 1024;

/// Where a provider sends browsers back to: one address for all languages, which the provider has to know.
pub const CALLBACK: &str = "/organiser/oidc/callback";

/// A form that holds a list of people may be larger than others.
fn list() -> web::FormConfig {
    web::FormConfig::default().limit(LIST_BYTES).error_handler(super::server::unread)
}

/// One that also takes the list as a file.
fn file() -> Uploads {
    Uploads(LIST_BYTES)
}

/// Registers all routes. A group's prefix is looked for once: below it most paths are plain words, for which nothing has to be searched.
pub fn all(config: &mut ServiceConfig) {
    config
        .configure(public)
        .configure(organiser)
        .configure(api::routes::all)
        .service(resource(CALLBACK).route(web::get().to(identity::callback)))
        .service(resource(["/organiser", "/organiser/"]).route(web::get().to(sign_in::way_in)))
        .default_service(web::to(register::not_found));
}

/// The method of a table's line: a page is for GET, and for HEAD, which programs use that only look.
macro_rules! route {
    (GET) => {
        web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
    };
    (POST) => {
        web::post()
    };
}

/// A group of addresses that begin alike; the one that begins with nothing is no group.
macro_rules! group {
    ($config:ident "" $($resource:expr),+) => { $config$(.service($resource))+ };
    ($config:ident $prefix:tt $($resource:expr),+) => { $config.service(scope($prefix)$(.service($resource))+) };
}

macro_rules! public {
    ($($prefix:tt { $($path:literal { $($method:ident $handler:path, $who:ident;)+ })+ })+) => {
        /// Every page for visitors: method, path, and who may open it: `all`, or who has the `link`.
        pub const PUBLIC: &[(&str, &str, &str)] = &[$($($((stringify!($method), concat!($prefix, $path), stringify!($who))),+),+),+];

        fn public(config: &mut ServiceConfig) {
            $(group!(config $prefix $(resource($path)$(.route(route!($method).to($handler)))+),+);)+
        }
    };
}

public! {
    "" {
        "/"                         { GET home::root, all; }
        "/healthz"                  { GET health::healthz, all; }
        "/readyz"                   { GET health::readyz, all; }
        "/static/{name}"            { GET notices::asset, all; }
        "/robots.txt"               { GET notices::robots, all; }
        "/.well-known/security.txt" { GET notices::security_txt, all; }
        "/attestations/key.pem"     { GET attestation::key, all; }
        "/events/{event}.ics"       { GET calendar::event, all; }
        "/calendar/{platform}.ics"  { GET calendar::platform, all; }
        "/calendar/p/{secret}.ics"  { GET calendar::person, link; }
    }
    "/{lang:nl|fr|de|en}/events/{event}" {
        ""                { GET register::event, all; }
        "/answer"         { GET register::answer, all; }
        "/register"       { POST register::register, all; }
    }
    "/{lang:nl|fr|de|en}/r/{token}" {
        ""                { GET personal::show, link; }
        "/data.json"      { GET personal::data, link; }
        "/invitation.ics" { GET calendar::invitation, link; }
        "/attestation"    { POST attestation::make, link; }
        "/attestation.pdf" { GET attestation::paper, link; }
        "/confirm"        { POST personal::confirm, link; }
        "/withdraw"       { POST personal::withdraw, link; }
        "/rejoin"         { POST personal::rejoin, link; }
        "/update"         { POST personal::update, link; }
        "/substitute"     { POST substitute::ask, link; }
        "/calendar"       { POST calendar::renew, link; }
        "/object"         { POST objection::object, link; }
        "/erase"          { POST personal::erase, link; }
        "/guests"         { GET own_guests::show, link; POST own_guests::propose, link; }
        "/guests/take-back" { POST own_guests::take_back, link; }
    }
    "/{lang:nl|fr|de|en}/i/{token}" {
        ""                { GET invitation::show, link; }
        "/accept"         { POST invitation::accept, link; }
        "/decline"        { GET invitation::ask_decline, link; POST invitation::decline, link; }
    }
    "/{lang:nl|fr|de|en}/s/{token}" {
        ""                { GET offer::show, link; }
        "/accept"         { POST offer::accept, link; }
        "/decline"        { GET offer::ask_decline, link; POST offer::decline, link; }
    }
    "/{lang:nl|fr|de|en}/u/{token}" {
        ""                { GET unsubscribe::show, link; POST unsubscribe::unsubscribe, link; }
    }
    "/{lang:nl|fr|de|en}/j/{token}" {
        ""                { GET join::show, link; POST join::join, link; }
    }
    "/{lang:nl|fr|de|en}/attestations/{token}" {
        ""                { GET attestation::check, link; }
    }
    "/{lang:nl|fr|de|en}/m/{token}" {
        ""                { GET mandate::show, link; }
        "/confirm"        { POST mandate::confirm, link; }
        "/end"            { GET mandate::ask_end, link; POST mandate::end, link; }
    }
    "/{lang:nl|fr|de|en}" {
        "/"               { GET home::events, all; }
        "/privacy"        { GET notices::privacy, all; }
        "/accessibility"  { GET notices::accessibility, all; }
        "/erased"         { GET personal::erased, all; }
    }
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
    ($($prefix:literal { $($path:literal $([$($config:expr),+])? { $($method:ident $handler:path, $who:expr;)+ })+ })+) => {
        /// Every staff page and form.
        pub const STAFF: &[StaffCall] =
            &[$($($(StaffCall { method: stringify!($method), path: concat!($prefix, $path), who: $who }),+),+),+];

        fn organiser(config: &mut ServiceConfig) {
            $(config.service(
                scope(concat!("/organiser/{lang:nl|fr|de|en}", $prefix))
                    $(.service(
                        resource($path)
                            .app_data(Needs(&[$((stringify!($method), $who)),+]))
                            $($(.app_data($config))+)?
                            $(.route(route!($method).to($handler)))+
                    ))+
            );)+
        }
    };
}

// What the word says is asked for before the handler runs; the handler asks again, for the platform of what the path names.
staff! {
    "/events/{event}" {
        ""                                    { GET event::show, May(SeeEvents); }
        "/preview"                            { GET preview::show, May(SeeEvents); }
        "/preview/mail"                       { GET mail_previews::of_event, May(ManageEvents); }
        "/preview/mail/html"                  { GET mail_previews::html_of_event, May(ManageEvents); }
        "/preview/mail/trial"                 { POST mail_previews::send_of_event, May(ManageEvents); }
        "/publish"                            { POST event::publish, May(ManageEvents); }
        "/texts"                              { GET event_form::texts, May(ManageEvents); POST event_form::save_texts, May(ManageEvents); }
        "/reschedule"                         { GET plan::form, May(ManageEvents); POST plan::reschedule, May(ManageEvents); }
        "/seats"                              { GET seats::form, May(ManageEvents); POST seats::change, May(ManageEvents); }
        "/call-off"                           { GET plan::ask_call_off, May(ManageEvents); POST plan::call_off, May(ManageEvents); }
        "/registrations"                      { GET registrations::list, May(SeePeople); }
        "/registrations.csv"                  { GET export::registrations, May(Export); }
        "/registrations.xlsx"                 { GET export::workbook, May(Export); }
        "/registrations/answer"               [list()] { POST answers::check, May(ManageRegistrations); }
        "/registrations/answer/do"            [list()] { POST answers::give, May(ManageRegistrations); }
        "/registrations/{reference}"          { GET registrations::show, May(SeePeople); }
        "/registrations/{reference}/withdraw" { GET registrations::ask_withdraw, May(ManageRegistrations); POST registrations::withdraw, May(ManageRegistrations); }
        "/registrations/{reference}/promote"  { GET promote::ask, May(ManageRegistrations); POST promote::promote, May(ManageRegistrations); }
        "/registrations/{reference}/presence" { GET presence::form, May(ManageRegistrations); POST presence::correct, May(ManageRegistrations); }
        "/registrations/{reference}/presence/{proof}" { GET presence::ask_take_back, May(ManageRegistrations); POST presence::take_back, May(ManageRegistrations); }
        "/registrations/{reference}/note"     { GET note::form, May(ManageRegistrations); POST note::write, May(ManageRegistrations); }
        "/registrations/{reference}/address"  { GET address::ask_of_person, May(SeeMail); POST address::lift_of_person, May(SeeMail); }
        "/registrations/{reference}/approve"  { POST registrations::approve, May(ManageRegistrations); }
        "/registrations/{reference}/reject"   { GET registrations::ask_reject, May(ManageRegistrations); POST registrations::reject, May(ManageRegistrations); }
        "/messages"                           { GET messages::list, May(ManageRegistrations); }
        "/messages/new"                       [list()] { GET messages::form, May(ManageRegistrations); POST messages::change, May(ManageRegistrations); }
        "/messages/check"                     [list()] { POST messages::check, May(ManageRegistrations); }
        "/messages/send"                      [list()] { POST messages::send, May(ManageRegistrations); }
        "/messages/{message}/stop"            { POST messages::stop, May(ManageRegistrations); }
        "/mails"                              { GET mails::of_event, May(SeeMail); }
        "/mails/many"                         { GET mails::ask_many_of_event, May(SeeMail); POST mails::order_many_of_event, May(SeeMail); }
        "/invitations"                        { GET invitations::list, May(ManageInvitations); }
        "/invitations/new"                    [list()] { GET invite::form, May(ManageInvitations); POST invite::change, May(ManageInvitations); }
        "/invitations/check"                  [list(), file()] { POST invite::check, May(ManageInvitations); }
        "/invitations/send"                   [list()] { POST invite::send, May(ManageInvitations); }
        "/invitations/remind"                 { GET remind_invited::ask, May(ManageInvitations); POST remind_invited::remind, May(ManageInvitations); }
        "/invitations/sendings/{batch}/stop"  { POST invitations::stop, May(ManageInvitations); }
        "/invitations/{invitation}/withdraw"  { POST invitations::withdraw, May(ManageInvitations); }
        "/guests"                             { GET guests::list, May(ManageInvitations); }
        "/guests/new"                         { GET guests::form, May(ManageInvitations); POST guests::propose, May(ManageInvitations); }
        "/guests/{guest}/object"              { GET guests::ask_object, May(ManageInvitations); POST guests::object, May(ManageInvitations); }
        "/guests/{guest}/admit"               { GET guests::ask_admit, May(ManageInvitations); POST guests::admit, May(ManageInvitations); }
        "/enter"                              { GET enter::form, May(ManageRegistrations); POST enter::enter, May(ManageRegistrations); }
        "/attendance"                         { GET attendance::list, May(ManageRegistrations); }
        "/attendance/import"                  [list(), file()] { GET attendance::import::form, May(ManageRegistrations); POST attendance::import::look, May(ManageRegistrations); }
        "/attendance/import/apply"            [list()] { POST attendance::import::apply, May(ManageRegistrations); }
        "/attendance/dismiss"                 { POST attendance::dismiss, May(ManageRegistrations); }
        "/attendance/sightings/{sighting}"    { GET attendance::one::show, May(ManageRegistrations); POST attendance::one::decide, May(ManageRegistrations); }
        "/attendance/reports/{report}/undo"   { GET attendance::one::ask_undo, May(ManageRegistrations); POST attendance::one::undo, May(ManageRegistrations); }
        "/registrations/{reference}/objection" { GET objections::form, May(ManageRegistrations); POST objections::answer, May(ManageRegistrations); }
        "/objections"                         { GET objections::list, May(ManageRegistrations); }
        "/attestations"                       { GET attestations::show, May(ManageRegistrations); POST attestations::issue, May(ManageRegistrations); }
        "/badges.pdf"                         { GET badges::sheet, May(CheckIn); }
        "/check-in"                           { GET check_in::show, May(CheckIn); }
        "/check-in/mark"                      { POST check_in::mark, May(CheckIn); }
        "/check-in/undo"                      { POST check_in::undo, May(CheckIn); }
        "/desk"                               { GET desk::show, May(CheckIn); }
        "/desk/app.webmanifest"               { GET desk::manifest, May(CheckIn); }
        "/desk/worker.js"                     { GET desk::worker, May(CheckIn); }
        "/desk/roster"                        { POST desk::roster, May(CheckIn); }
        "/desk/scans"                         [list()] { POST desk::scans, May(CheckIn); }
    }
    "/rosters/{platform}" {
        ""                         { GET rosters::show, May(SeeMembers); }
        "/members.csv"             { GET rosters::export, May(Export); }
        "/add"                     { GET rosters::member::add_form, May(ManageMembers); POST rosters::member::add, May(ManageMembers); }
        "/members/{member}"        { GET rosters::member::show, May(SeeMembers); }
        "/members/{member}/edit"   { GET rosters::member::edit_form, May(ManageMembers); POST rosters::member::edit, May(ManageMembers); }
        "/members/{member}/end"    { GET rosters::member::ask_end, May(ManageMembers); POST rosters::member::end, May(ManageMembers); }
        "/members/{member}/remove" { GET rosters::member::ask_remove, May(ManageMembers); POST rosters::member::remove, May(ManageMembers); }
        "/import"                  [list(), file()] { GET rosters::import::form, May(ManageMembers); POST rosters::import::look, May(ManageMembers); }
        "/import/apply"            [list()] { POST rosters::import::apply, May(ManageMembers); }
        "/objections"              { GET rosters::objections::form, May(ManageMembers); POST rosters::objections::set, May(ManageMembers); }
        "/asking"                  { GET rosters::asking::form, May(ManageMembers); POST rosters::asking::set, May(ManageMembers); }
        "/imports/{import}/undo"   { POST rosters::import::undo, May(ManageMembers); }
        "/coverage"                { GET rosters::coverage::show, May(SeeMembers); }
        "/coverage.csv"            { GET rosters::coverage::export, May(Export); }
    }
    "/platforms/{platform}" {
        ""      { GET platforms::show, May(SeeEvents); }
        "/edit" { GET platforms::form::show, May(ManagePlatforms); POST platforms::form::save, May(ManagePlatforms); }
    }
    "/organisations" {
        ""                      { GET organisations::list, May(SeeOrganisations); }
        "/new"                  { GET organisations::form::new, May(ManageOrganisations); POST organisations::form::create, May(ManageOrganisations); }
        "/sectors"              { GET organisations::sectors::list, May(ManageRegistrations); POST organisations::sectors::decide, May(ManageRegistrations); }
        "/{organisation}"       { GET organisations::show, May(SeeOrganisations); }
        "/{organisation}/edit"  { GET organisations::form::edit_form, May(ManageOrganisations); POST organisations::form::edit, May(ManageOrganisations); }
        "/{organisation}/merge" { GET organisations::merge::ask, May(ManageOrganisations); POST organisations::merge::merge, May(ManageOrganisations); }
    }
    "/account" {
        ""                     { GET account::show, SignedIn; }
        "/password"            { POST account::password, SignedIn; }
        "/second-factor"       { POST account::set_up, SignedIn; }
        "/second-factor/begin" { POST account::begin, SignedIn; }
        "/second-factor/off"   { POST account::take_off, SignedIn; }
        "/passkeys"            { POST passkeys::add, SignedIn; }
        "/passkeys/begin"      { POST passkeys::begin_new, SignedIn; }
        "/passkeys/remove"     { POST passkeys::remove, SignedIn; }
        "/oidc/begin"          { POST identity::begin_connecting, SignedIn; }
        "/oidc/remove"         { POST identity::remove, SignedIn; }
        "/sign-ins/end"        { POST account::end_others, SignedIn; }
        "/sign-ins/end-one"    { POST account::end_one, SignedIn; }
    }
    "/users" {
        ""                   { GET users::list, May(Administer); }
        "/add"               { POST users::add, May(Administer); }
        "/revoke"            { GET users_ask::revoke, May(Administer); POST users::revoke, May(Administer); }
        "/disable"           { GET users_ask::disable, May(Administer); POST users::disable, May(Administer); }
        "/enable"            { POST users::enable, May(Administer); }
        "/password"          { GET users_ask::password, May(Administer); POST users::password, May(Administer); }
        "/second-factor-off" { GET users_ask::second_factor_off, May(Administer); POST users::second_factor_off, May(Administer); }
    }
    "" {
        "/sign-in"               { GET sign_in::form, All; POST sign_in::sign_in, All; }
        "/sign-in/code"          { POST sign_in::code, All; }
        "/sign-in/passkey"       { POST passkeys::sign_in, All; }
        "/sign-in/passkey/begin" { POST passkeys::begin, All; }
        "/sign-in/oidc"          { POST identity::begin, All; }
        "/sign-out"              { POST sign_in::sign_out, SignedIn; }
        "/"                      { GET overview::overview, May(SeeEvents); }
        "/new"                   { GET event_form::new, May(ManageEvents); POST event_form::create, May(ManageEvents); }
        "/inbox"                 { GET inbox::list, May(SeeMail); }
        "/inbox/{inbound}"         { GET inbox::show, May(SeeMail); }
        "/inbox/{inbound}/done"    { POST inbox::done, May(SeeMail); }
        "/inbox/{inbound}/address" { GET address::ask, May(SeeMail); POST address::lift, May(SeeMail); }
        "/inbox/{inbound}/source"  { GET inbox::source, May(Export); }
        "/mails"                 { GET mails::list, May(SeeMail); }
        "/mails/many"            { GET mails::ask_many, May(SeeMail); POST mails::order_many, May(SeeMail); }
        "/mails/{mail}"          { GET mails::show, May(SeeMail); }
        "/mails/{mail}/html"     { GET mails::html, May(SeeMail); }
        "/mails/{mail}/source"   { GET mails::source, May(Export); }
        "/mails/{mail}/retry"    { POST mails::retry, May(SeeMail); }
        "/mails/{mail}/abort"    { POST mails::abort, May(SeeMail); }
        "/mails/{mail}/again"    { POST mails::again, May(SeeMail); }
        "/mail-previews"              { GET mail_previews::list, May(SeeMail); }
        "/mail-previews/{kind}"       { GET mail_previews::show, May(SeeMail); }
        "/mail-previews/{kind}/html"  { GET mail_previews::html, May(SeeMail); }
        "/mail-previews/{kind}/trial" { POST mail_previews::send, May(SeeMail); }
        "/journal"               { GET journal::list, May(SeeJournal); }
        "/tokens/add"            { POST users::add_token, May(Administer); }
        "/tokens/disable"        { POST users::disable_token, May(Administer); }
        "/platforms"             { GET platforms::list, May(SeeEvents); }
        "/rosters"               { GET rosters::list, May(SeeMembers); }
        "/dashboard"             { GET dashboard::show, May(SeeFigures); }
        "/dashboard/{part}"      { GET dashboard::show_part, May(SeeFigures); }
        "/figures"               { GET figures::show, May(SeeFigures); }
        "/figures.csv"           { GET figures::csv, May(SeeFigures); }
        "/figures.json"          { GET figures::json, May(SeeFigures); }
        "/figures/quarter/{platform}/{edition}" { GET quarter::show, May(SeeFigures); }
        "/figures/quarter/{platform}/{edition}/report.{ending}" { GET quarter::file, May(SeeFigures); }
        "/figures/quarter/{platform}/{edition}/close" { GET close_quarter::ask, May(CloseQuarters); POST close_quarter::close, May(CloseQuarters); }
    }
}
