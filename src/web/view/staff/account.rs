//! The page of one's own account, and the second step of signing in.

use serde::Serialize;

use super::super::{FormError, Hidden, Link, TextField, View};
use super::{Identities, Input};

/// Own account.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Account {
    /// Faults, for the summary.
    pub errors: Vec<FormError>,
    /// Whose.
    pub email: String,
    /// The form for a new password.
    pub password_fields: Vec<Input>,
    /// Where the second factor stands, in words.
    pub second_factor: String,
    /// Whether it is asked for.
    pub is_on: bool,
    /// A secret to set up.
    pub scan: Option<Scan>,
    /// Codes shown this once.
    pub codes: Option<Codes>,
    /// The password that begins to set it up.
    pub begin_field: Input,
    /// The code that takes it off.
    pub off_field: Input,
    /// Passkeys, where they can be had.
    pub passkeys: Option<Passkeys>,
    /// Connections with a provider, where they can be had.
    pub identities: Option<Identities>,
    /// Whether there is a password: what it protects is not offered without.
    pub has_password: bool,
    /// Where one is signed in.
    pub sign_ins: Vec<SignInRow>,
    /// Whether there are others than this one.
    pub others: bool,
    /// Where the forms go: the verb is added.
    pub action: String,
    /// Token of the forms.
    pub hidden: Vec<Hidden>,
}

impl View for Account {
    const TEMPLATE: &'static str = "staff/account";
}

/// A secret to scan or to type into an app.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Scan {
    /// The dark modules as the path of a drawing, one unit each.
    pub path: String,
    /// Width and height, in modules.
    pub size: String,
    /// For who types it.
    pub typed: String,
    /// The field of the first code.
    pub code: Input,
}

/// Codes for a lost device.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Codes {
    /// The codes.
    pub codes: Vec<String>,
}

/// One's own passkeys, and the form for another.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Passkeys {
    /// Oldest first.
    pub rows: Vec<PasskeyRow>,
    /// Name and password.
    pub fields: Vec<Input>,
    /// The code, where there is a second factor.
    pub code: Option<Input>,
}

/// A passkey.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PasskeyRow {
    /// What its form names it by.
    pub id: String,
    /// As its owner calls it.
    pub name: String,
    /// Since when.
    pub since: String,
    /// When it was used last.
    pub used: String,
}

/// The page whose script asks the authenticator for a new passkey.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewPasskey {
    /// What happens now.
    pub lead: String,
    /// Where the answer goes.
    pub action: String,
    /// The question, as JSON.
    pub options: String,
    /// Tokens, the name, and what is given back with the answer.
    pub hidden: Vec<Hidden>,
    /// The script.
    pub script: String,
    /// The way out.
    pub back: Link,
}

impl View for NewPasskey {
    const TEMPLATE: &'static str = "staff/passkey";
}

/// What the sign-in page offers besides the password.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WithPasskey {
    /// Where the answer goes.
    pub action: String,
    /// Where the script gets the question.
    pub begin: String,
    /// The script.
    pub script: String,
}

/// A sign-in in force.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SignInRow {
    /// Since when.
    pub since: String,
    /// When it was used last.
    pub seen: String,
    /// Whether this page was asked for by it.
    pub here: bool,
    /// Browser and system.
    pub device: String,
    /// What its form names it by.
    pub named: String,
}

/// The second step of signing in.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SignInCode {
    /// Where the form goes.
    pub action: String,
    /// Faults, for the summary.
    pub errors: Vec<FormError>,
    /// Token of the form, and who is half way in.
    pub hidden: Vec<Hidden>,
    /// The code typed is never given back; only its fault.
    pub code: TextField,
}

impl View for SignInCode {
    const TEMPLATE: &'static str = "staff/sign_in_code";
}
