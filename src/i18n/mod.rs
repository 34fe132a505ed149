//! The four languages: texts by key, which language a visitor wants, and how dates, numbers and lists are written.
//!
//! Pure but for reading an override folder once at start. It knows the domain's words; it must not know pages, mails or
//! who asks. No language is the default: a missing text is a visible fault, never another language's text.

pub mod catalogue;
mod files;
pub mod format;
pub mod negotiate;
mod texts;
pub mod words;

pub use catalogue::{Catalogue, I18nError};
pub use fluent_bundle::FluentValue;
pub use negotiate::negotiate;
