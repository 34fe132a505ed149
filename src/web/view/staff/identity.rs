//! The way to a provider of OpenID Connect and back, and one's own connections with it.

use serde::Serialize;

use super::super::{Link, View};
use super::Input;

/// What the sign-in page offers besides the password.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WithProvider {
    /// Where the form goes.
    pub action: String,
    /// As people know the provider.
    pub name: String,
}

/// A page between here and the provider, which leads on: to the provider, into the house, or back to the form.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Onward {
    /// What happens, or what did not.
    pub heading: String,
    /// Why, and what to do.
    pub text: String,
    /// Where it goes on.
    pub onward: Link,
}

impl View for Onward {
    const TEMPLATE: &'static str = "staff/onward";
}

/// One's own connections, and the form for another.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Identities {
    /// Oldest first.
    pub rows: Vec<Connection>,
    /// Whether there is another way in.
    pub can_remove: bool,
    /// What it is good for.
    pub what: String,
    /// Password and code, where one can be made.
    pub fields: Vec<Input>,
    /// The button.
    pub begin: String,
}

/// A connection.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Connection {
    /// What its form names it by.
    pub id: String,
    /// The provider.
    pub name: String,
    /// Since when.
    pub since: String,
    /// When it was used last.
    pub used: String,
}
