//! The one integration-test binary: the house rules of the tree, and the service seen from outside (HTTP, SMTP, command
//! line) on both databases.
//!
//! Tests that need PostgreSQL or a browser say loudly that they did not run where the program is absent; under
//! `scripts/test.sh` nothing may be absent.

#![allow(clippy::unwrap_used, clippy::expect_used)] // in a test, a surprise is a failure

mod approval;
mod attendance_reports;
mod bad_input;
mod browser_desk;
mod browser_invitations;
mod browser_join;
mod browser_journey;
mod browser_members;
mod browser_organiser;
mod browser_sign_in;
mod calendar_model;
mod canary;
mod closing;
mod closing_chain;
mod command_line;
mod delivery;
mod docs;
mod door;
mod doors;
mod forgetting;
pub mod guests;
mod guests_by_the_clock;
mod guests_of_members;
mod house;
mod inbound_storm;
mod invitation_lists;
mod invitations;
mod journal;
mod journey;
mod leads;
mod lmtp_door;
mod mailbox_door;
mod mandates;
pub mod model;
mod operator;
mod operator_mail;
pub mod organisations;
mod post_offices;
mod promotions;
mod published;
mod purged;
mod quarter_figures;
mod refusals;
mod replies;
pub mod rosters;
mod schema;
mod storm;
mod substitute_rules;
mod substitutes;
mod support;
mod suppression;
mod verify;
mod web;
