//! Quarterdeck: registration, invitations that calendars honour, and attendance figures for a cybersecurity authority's
//! briefings. See `docs/architecture.md` for the picture. The layers below the web are compiled as a crate of their own,
//! `core.rs`, and are named here as if they were not.

pub use quarterdeck_core::{app, calendar, clock, config, db, demo, domain, files, i18n, mail, papers, presence, stats, telemetry, worker};
pub use quarterdeck_core::{bulk, column_names, on_each, update_all};

pub mod cli;
pub mod web;

/// Pages and mails are made of many short strings: the system's allocator took a seventh of all processor time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
