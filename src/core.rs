//! Everything below the web and the command line: rules, use cases, mails, calendars and the door to the database. It is a crate,
//! `quarterdeck-core`, so that an edited page handler is not compiled together with it; it must not know pages or commands.

pub mod app;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod domain;
pub mod files;
pub mod i18n;
pub mod mail;
pub mod papers;
pub mod presence;
pub mod stats;
pub mod telemetry;
pub mod worker;
