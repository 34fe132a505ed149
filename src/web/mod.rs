//! The edge to browsers: parse, call one use case, show. No SQL, no rules.

pub mod view;
