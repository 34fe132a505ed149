//! Presence online: what the reports of meeting providers say, how long somebody was there, and which registration that was.
//!
//! Pure: bytes and values in, values out; no clock, no database, no texts for people. [`reports`] reads a file into sightings, [`matching`]
//! says whose they are, [`union`] how long they lasted inside the event. What is wrong with a file or a row is a value with a stable code
//! and its place; words are for others to find. It must not know of any table or of the rules of an event.

mod columns;
mod duration;
mod fault;
mod grid;
mod layout;
pub mod matching;
mod moment;
mod name;
mod near;
mod order;
mod pairs;
mod people;
pub mod reports;
mod rows;
mod text;
pub mod union;
mod zone;

pub use fault::{Code, Doubt, Doubts, Fault};
pub use matching::{By, Matched, Matching, Queued, Registrant, Why, assign};
pub use name::{Name, fold};
pub use order::{Decided, Order};
pub use reports::{Provider, Report, Setting, Sighting, read, read_text};
pub use text::{decode, is_workbook};
pub use union::{Presence, Window};
pub use zone::Zone;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod hostile;
