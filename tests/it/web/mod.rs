//! The web edge from outside.

mod answers_shown;
mod api_bad_input;
mod api_changes;
mod api_description;
pub mod api_flow;
mod api_hidden;
mod api_idempotency;
mod api_members;
mod api_platforms;
mod api_roles;
mod attestations;
mod calendars;
mod desk;
mod edge;
mod guests;
mod guests_of_members;
mod join;
mod mail_previews;
mod mandates;
mod matrix;
mod objections;
mod organiser_account;
mod organiser_answers;
mod organiser_attendance;
mod organiser_changes;
mod organiser_dashboard;
mod organiser_door;
mod organiser_figures;
mod organiser_forms;
pub mod organiser_house;
#[cfg(feature = "oidc")]
pub mod organiser_identity;
#[cfg(feature = "oidc")]
mod organiser_identity_answers;
mod organiser_inbox;
mod organiser_invitations;
mod organiser_journal;
mod organiser_mails;
mod organiser_messages;
mod organiser_organisations;
#[cfg(feature = "passkeys")]
mod organiser_passkeys;
mod organiser_platforms;
mod organiser_presence;
mod organiser_quarter;
mod organiser_roles;
mod organiser_rosters;
mod organiser_sign_in;
mod organiser_to_do;
mod organiser_uploads;
mod organiser_users;
mod organiser_workbook;
mod papers;
mod passes;
mod personal_changes;
mod substitutes;
mod unsubscribe;
