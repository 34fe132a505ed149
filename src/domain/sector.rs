//! The three sectors by which attendance is reported.

crate::word! {
    /// The sector a person spoke for when registering; copied onto the registration so that history never changes.
    Sector { Private = "private", Academic = "academic", Public = "public" }
}
