//! Calendar objects that mail programs act on (RFC 5545, 5546): an invitation for one person, one public event, and what comes back.
//!
//! Pure text out of facts, and facts out of text. It must not know of mail, the database or the web, and it never trusts a text it is
//! given.

pub mod feed;
pub mod invite;
pub mod object;
pub mod reply;
pub mod text;
pub mod timezone;

/// Who made the object (RFC 5545 §3.7.3); fixed, so that the same facts always give the same bytes.
pub const PRODID: &str = "-//Quarterdeck//Event registration//EN";
