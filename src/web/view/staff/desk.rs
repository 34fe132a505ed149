//! The desk at the entrance: what its page holds before its script has asked for anything. No name is in it: it is kept on the device.

use serde::Serialize;

use super::Pair;
use crate::web::view::{Hidden, View};

/// The page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DeskPage {
    /// Title of the event.
    pub event: String,
    /// Its day and times.
    pub when: String,
    /// Its address part, as passes say it.
    pub slug: String,
    /// Whether people can come in: a draft or called-off event has no desk.
    pub open: bool,
    /// Where the names are asked for.
    pub roster: String,
    /// Where scans go.
    pub scans: String,
    /// What serves the page without network.
    pub worker: String,
    /// The addresses it serves.
    pub scope: String,
    /// The list of names, which works without script.
    pub list: String,
    /// The event's page.
    pub back: String,
    /// Where signing out goes.
    pub leave: String,
    /// The sign-in's token, for that.
    pub hidden: Vec<Hidden>,
    /// The same, for the script.
    pub csrf: String,
    /// The sectors of somebody who is not on the list: label, code.
    pub choices: Vec<Pair>,
    /// The lines of the count.
    pub sectors: Vec<SectorLine>,
    /// Every sentence the script may need.
    pub words: Vec<DeskWord>,
    /// The script.
    pub script: String,
}

/// A line of the count.
#[derive(Clone, Debug, Serialize)]
pub struct SectorLine {
    /// The sector; empty for all.
    pub code: &'static str,
    /// In words.
    pub label: String,
}

/// A sentence of the script.
#[derive(Clone, Debug, Serialize)]
pub struct DeskWord {
    /// What it is for.
    pub key: String,
    /// In the page's language, with `#name` where something goes in.
    pub text: String,
}

impl View for DeskPage {
    const TEMPLATE: &'static str = "staff/desk";
}
