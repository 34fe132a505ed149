//! `[oidc]`: the provider of OpenID Connect at which staff may sign in.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use url::Url;

use super::validate::is_loopback;
use crate::domain::ids::Slug;
use crate::domain::staff::Role;

/// `[oidc]`. Without an issuer there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Oidc {
    /// The provider's address, exactly as it writes it itself.
    pub issuer: Option<String>,
    /// What the provider knows this service by.
    pub client_id: Option<String>,
    /// What this service proves that with.
    pub client_secret: Option<String>,
    /// The file that holds it instead.
    pub client_secret_file: Option<PathBuf>,
    /// PEM file with more certificate authorities for the provider.
    pub ca_file: Option<PathBuf>,
    /// As people know the provider: for the button.
    pub name: String,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// The claim with the values that give roles.
    pub role_claim: String,
    /// Which values give which roles.
    pub roles: Vec<RoleRule>,
    /// Classes of signing in (`acr`) of which one must have been reached.
    pub required_acr: Vec<String>,
    /// Methods (`amr`) that must all have been used.
    pub required_amr: Vec<String>,
    /// Whether an address counts as proven of which the provider says neither yes nor no (`email_verified`).
    pub trust_emails: bool,
}

/// One rule of `oidc.roles`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRule {
    /// The value that the provider gives.
    pub value: String,
    /// The role for whoever has it.
    pub role: Role,
    /// The platform that it is for; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
}

impl Default for Oidc {
    fn default() -> Self {
        Self {
            issuer: None,
            client_id: None,
            client_secret: None,
            client_secret_file: None,
            ca_file: None,
            name: "OpenID Connect".into(),
            scopes: vec!["openid".into(), "email".into()],
            role_claim: "roles".into(),
            roles: Vec::new(),
            required_acr: Vec::new(),
            required_amr: Vec::new(),
            trust_emails: false,
        }
    }
}

impl Oidc {
    pub(super) fn faults(&self, is_production: bool, faults: &mut Vec<String>) {
        let mut refuse = |key: &str, why: &str| faults.push(format!("oidc.{key}: {why}"));
        match (&self.issuer, &self.client_id) {
            (None, None) => {}
            (None, Some(_)) => refuse("issuer", "is missing; the provider's address goes with oidc.client_id"),
            (Some(_), None) => refuse("client_id", "is missing; it is what the provider knows this service by"),
            (Some(issuer), Some(_)) => {
                if let Some(why) = no_issuer(issuer, is_production) {
                    refuse("issuer", why);
                }
            }
        }
        if self.client_secret.is_some() && self.client_secret_file.is_some() {
            refuse("client_secret", "is given twice; keep it here or in oidc.client_secret_file, not both");
        }
        if self.name.trim().is_empty() || self.name.chars().count() > 40 || self.name.chars().any(char::is_control) {
            refuse("name", "needs 1 to 40 characters, as people know the provider");
        }
        if !self.scopes.iter().any(|scope| scope == "openid") || self.scopes.iter().any(|scope| scope.is_empty() || scope.contains(' ')) {
            refuse("scopes", "must have \"openid\" among them, each a word of its own");
        }
        if !self.roles.is_empty() && self.role_claim.trim().is_empty() {
            refuse("role_claim", "is empty; name the claim whose values oidc.roles are about");
        }
        for rule in &self.roles {
            if rule.value.is_empty() {
                refuse("roles", "a rule has an empty value");
            }
            if let Some(platform) = rule.platform.as_deref().filter(|slug| slug.parse::<Slug>().is_err()) {
                refuse("roles", &format!("\"{platform}\" is no platform; write its slug, like qctr"));
            }
        }
    }
}

/// Why this is no address of a provider.
fn no_issuer(issuer: &str, is_production: bool) -> Option<&'static str> {
    match Url::parse(issuer) {
        Err(_) => Some("is no address; write it like https://login.example.be"),
        Ok(url) if url.query().is_some() || url.fragment().is_some() => Some("must have no query and no fragment"),
        Ok(url) if !url.username().is_empty() || url.password().is_some() => Some("must hold no user and no password"),
        Ok(url) if url.scheme() == "https" && url.host_str().is_some() => None,
        Ok(url) if url.scheme() == "http" && is_loopback(&url) && !is_production => None,
        Ok(url) if url.scheme() == "http" && is_loopback(&url) => Some("must be https in production"),
        Ok(_) => Some("must start with https://; what it says is worth nothing when it can be changed on the way"),
    }
}
