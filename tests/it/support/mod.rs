//! What the tests stand on: databases, a mail sink, a visitor without scripts, a browser.

#![allow(dead_code)] // a helper is written for the tests to come, too

pub mod absent;
pub mod api;
pub mod app;
pub mod attendee;
#[cfg(feature = "passkeys")]
pub mod authenticator;
pub mod browser;
pub mod databases;
pub mod html;
pub mod interop;
pub mod mail;
pub mod post_office;
pub mod postgres;
#[cfg(feature = "oidc")]
pub mod provider;
#[cfg(feature = "oidc")]
pub mod provider_mock;
pub mod scene;
pub mod service;
pub mod smtp_sink;
pub mod sql;
pub mod turn;
