//! The rules of the house: states, decisions and words.
//!
//! Pure. Nothing here does I/O, reads a clock, or knows of the database, the web or mail.

pub mod admission;
pub mod agenda;
pub mod announcement;
pub mod attendance;
pub mod attestation;
pub mod cadence;
pub mod catalogue;
pub mod closing;
pub mod confirmation;
pub mod device;
pub mod edition;
pub mod email;
pub mod event;
pub mod feed;
pub mod guest;
pub mod ids;
pub mod invitation;
pub mod join;
pub mod journal;
pub mod language;
pub mod mail_address;
pub mod mail_domain;
pub mod mail_tag;
pub mod member;
pub mod mode;
pub mod objection;
pub mod organisation;
pub mod pass;
pub mod platform;
pub mod registration;
pub mod reminders;
pub mod rsvp;
pub mod seats;
pub mod sector;
pub mod staff;
pub mod substitute;
pub mod text;
pub mod tlp;
pub mod waiting_list;
pub mod words;
pub mod working_days;
