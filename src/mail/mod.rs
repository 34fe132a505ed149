//! What a message is: kinds, rendering, MIME, signature, transport. It must not know the database or the web.

pub mod message;
