//! The page of users and API tokens.

use serde::Serialize;

use super::super::{FormError, Hidden, View};
use super::Input;

/// Users and tokens.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UsersPage {
    /// What was just made and is shown this once.
    pub made: Option<Made>,
    /// Faults, for the summary.
    pub errors: Vec<FormError>,
    /// Users by address.
    pub users: Vec<UserRow>,
    /// Tokens by name.
    pub tokens: Vec<TokenRow>,
    /// The form for a user.
    pub user_fields: Vec<Input>,
    /// The form for a token.
    pub token_fields: Vec<Input>,
    /// Where the buttons of users go: the verb is added.
    pub users_action: String,
    /// Where those of tokens go.
    pub tokens_action: String,
    /// Token of the forms.
    pub hidden: Vec<Hidden>,
}

impl View for UsersPage {
    const TEMPLATE: &'static str = "staff/users";
}

/// A secret that is shown once.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Made {
    /// Whose it is.
    pub text: String,
    /// The secret.
    pub secret: String,
}

/// A user.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UserRow {
    /// Address.
    pub email: String,
    /// Roles.
    pub roles: Vec<RoleRow>,
    /// Shut out.
    pub disabled: bool,
    /// A second factor is asked for.
    pub second_factor: bool,
    /// A provider's word opens.
    pub identity: bool,
    /// Second factor, passkeys and connections can be taken off.
    pub can_take_off: bool,
    /// Whose page this is: nobody shuts themselves out.
    pub is_self: bool,
    /// What they did.
    pub journal: String,
    /// Names them in the addresses of pages that ask.
    pub query: String,
}

/// A role that somebody has.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RoleRow {
    /// Role and platform in words.
    pub label: String,
    /// The page that asks whether to take it away.
    pub take: String,
    /// It came from the provider, and is taken there.
    pub mapped: bool,
}

/// An API token.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TokenRow {
    /// What it is for.
    pub name: String,
    /// Its role, in words.
    pub role: String,
    /// Shut out.
    pub disabled: bool,
}
