//! The JSON API `/api/v1` for programs: bearer tokens, problem documents, calls that may be sent twice.
//!
//! Handlers decode, call one use case and answer. What every call has in common is in `call`, what every refusal has in
//! common in `problem`; the document at `/api/v1/openapi.json` is generated from the code (`openapi`).

pub mod call;
pub mod check_ins;
mod closings;
pub mod decode;
pub mod event_body;
pub mod events;
mod invitations;
pub mod members;
pub mod openapi;
mod organisations;
pub mod page;
pub mod platform_body;
mod platforms;
pub mod problem;
pub mod query;
pub mod registration_body;
pub mod registrations;
pub mod reports;
pub mod routes;
pub mod words;

pub use call::Call;
pub use problem::Problem;
