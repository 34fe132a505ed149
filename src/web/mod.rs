//! The edge to browsers and programs: parse, call one use case, show. No SQL, no rules.

pub mod api;
pub mod error;
pub mod extract;
pub mod frame;
pub mod health;
pub mod limits;
pub mod organiser;
pub mod person;
pub mod public;
pub mod routes;
pub mod server;
pub mod state;
mod tries;
pub mod view;
