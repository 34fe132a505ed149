//! Quarterdeck: registration, invitations that calendars honour, and attendance figures for a cybersecurity authority's
//! briefings. See `docs/architecture.md` for the picture.

pub mod app;
pub mod calendar;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod domain;
pub mod files;
pub mod i18n;
pub mod mail;
pub mod stats;
pub mod telemetry;
pub mod web;
pub mod worker;

/// Pages and mails are made of many short strings: the system's allocator took a seventh of all processor time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
