//! The web edge from outside.

mod api_bad_input;
mod api_description;
mod api_flow;
mod api_idempotency;
mod api_roles;
