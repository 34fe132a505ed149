//! What every handler can reach.

use std::net::IpAddr;
use std::sync::Arc;

use super::limits::Limits;
use super::view::Pages;
use super::view::public::Controller;
use crate::app::App;
use crate::app::identities::SignInService;
use crate::i18n::Catalogue;
use crate::mail::render::Mailroom;
use crate::mail::transport::Transport;

/// What the operator says of the service.
#[derive(Clone, Debug)]
pub struct Site {
    /// Where every link starts, without a slash at the end.
    pub base_url: String,
    /// Domain of calendar UIDs.
    pub domain: String,
    /// Shown where one can write to the organisers.
    pub contact: String,
    /// Who answers for the data.
    pub controller: Controller,
    /// Days after an event that names are kept.
    pub retention_days: u32,
    /// Largest form, in bytes.
    pub form_bytes: usize,
    /// Largest API body, in bytes.
    pub api_bytes: usize,
}

impl Site {
    /// Whether the service is reached over https only.
    pub fn is_https(&self) -> bool {
        self.base_url.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"))
    }
}

/// Tells the addresses of our own proxies, whose word on the visitor's address is believed.
pub type TrustedProxies = Arc<dyn Fn(IpAddr) -> bool + Send + Sync>;

/// Shared by all handlers.
#[derive(Clone)]
pub struct State {
    /// Use cases.
    pub app: App,
    /// Draws pages.
    pub pages: Arc<Pages>,
    /// Makes invitations to download.
    pub mailroom: Arc<Mailroom>,
    /// The way out, for trial mails: every other goes by the outbox.
    pub transport: Transport,
    /// The operator's words.
    pub site: Arc<Site>,
    /// Rate limits.
    pub limits: Arc<Limits>,
    /// Proxies that are believed.
    pub trusted: TrustedProxies,
    /// Where staff may sign in besides.
    pub service: Option<Arc<SignInService>>,
    /// Told after every request: method, route pattern, status, seconds.
    pub observe: Option<fn(&str, &str, u16, f64)>,
}

impl State {
    /// The texts.
    pub fn texts(&self) -> &Catalogue {
        self.pages.catalogue()
    }
}
