//! Staff pages.

use serde::Serialize;

use super::{FormError, Hidden, TextField, View};

/// Sign-in.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SignIn {
    /// Faults, for the summary.
    pub errors: Vec<FormError>,
    /// Token of the form.
    pub hidden: Vec<Hidden>,
    /// The address typed.
    pub email: TextField,
    /// The password is never given back; only its fault.
    pub password: TextField,
}

impl View for SignIn {
    const TEMPLATE: &'static str = "staff/sign_in";
}
