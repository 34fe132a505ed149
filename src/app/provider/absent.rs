//! In place of the provider of OpenID Connect where the program was built without the feature `oidc`: there is none.

use super::{Asked, ProviderFault, ProviderSettings, Somebody};
use crate::clock::Instant;

/// Nobody.
#[derive(Debug)]
pub enum Provider {}

impl Provider {
    /// None.
    ///
    /// # Errors
    /// Always: a setting that is not obeyed must be said.
    pub fn new(_: ProviderSettings) -> Result<Self, String> {
        Err("this program was built without OpenID Connect; build it with --features oidc, or remove oidc.issuer".into())
    }

    /// Its address.
    pub fn issuer(&self) -> &str {
        match *self {}
    }

    pub(in crate::app) async fn address(&self, _: &Asked, _: bool) -> Result<String, ProviderFault> {
        match *self {}
    }

    pub(in crate::app) async fn redeem(&self, _: String, _: &Asked, _: Instant) -> Result<Somebody, ProviderFault> {
        match *self {}
    }

    /// What it says of itself.
    ///
    /// # Errors
    /// Never: there is none.
    pub async fn look(&self) -> Result<String, ProviderFault> {
        match *self {}
    }
}
