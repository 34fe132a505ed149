//! Platforms as programs read and write them: shapes, and checks that say which field is wrong. It must not know who may.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::decode::{Checks, shown};
use super::words::{Translations, schema};
use crate::domain::catalogue::Entry;
use crate::domain::ids::Slug;
use crate::domain::language::Translated;
use crate::domain::platform::{
    Audience, Cadence, DESCRIPTION_LENGTH, JOIN_DETAILS_MINUTES, MEMBERS_LENGTH, NAME_LENGTH, PRESENCE_SHARE, Platform, PlatformSheet, Visibility,
    can_ask_share,
};
use crate::domain::reminders::{MAX_JOIN_MINUTES, MAX_MINUTES, MOST};

/// A standing network with an audience and a cadence.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Platform)]
pub struct PlatformBody {
    /// Address part.
    #[schema(example = "qctr")]
    pub slug: String,
    /// Name.
    pub name: Translations,
    /// What it is for.
    pub description: Translations,
    /// Who takes part, in words.
    pub members: Translations,
    /// Who may register.
    #[schema(value_type = schema::Audience)]
    pub audience: Audience,
    /// Who may know of it.
    #[schema(value_type = schema::Visibility)]
    pub visibility: Visibility,
    /// How often it meets.
    #[schema(value_type = schema::Cadence)]
    pub cadence: Cadence,
    /// How long before the start reminders go out, in minutes.
    pub reminder_minutes: Vec<u32>,
    /// Whether members may propose guests; on platforms for members alone.
    pub members_propose_guests: bool,
    /// Whether the holder of a seat may name a colleague to take it over.
    pub allow_substitutes: bool,
    /// How long before the start the link to join goes to those with a seat online, in minutes; `null`: it is not sent by itself.
    pub join_details_minutes: Option<u32>,
    /// How much of an event whoever is known by minutes has to be there for to count as present, in per cent.
    pub presence_share: u32,
    /// Tells what was fetched from what somebody else saved since; an edit sends it back. Only for those who may edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
}

impl PlatformBody {
    /// What is told of a platform, with its `revision` to those who may edit it.
    pub fn of(platform: Platform, revision: Option<String>) -> Self {
        Self {
            slug: platform.slug.to_string(),
            name: platform.name.into(),
            description: platform.description.into(),
            members: platform.members.into(),
            audience: platform.audience,
            visibility: platform.visibility,
            cadence: platform.cadence,
            reminder_minutes: platform.reminder_minutes,
            members_propose_guests: platform.members_propose && platform.audience == Audience::Members,
            allow_substitutes: platform.allow_substitutes,
            join_details_minutes: platform.join_details_minutes,
            presence_share: platform.presence_share,
            revision,
        }
    }
}

/// What may be edited of a platform, whole.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformParts {
    name: Translations,
    description: Translations,
    members: Translations,
    reminder_minutes: Vec<u32>,
    members_propose_guests: bool,
    allow_substitutes: bool,
    join_details_minutes: Option<u32>,
    presence_share: u32,
}

impl PlatformParts {
    /// As it stands.
    pub fn of(sheet: PlatformSheet) -> Self {
        Self {
            name: sheet.name.into(),
            description: sheet.description.into(),
            members: sheet.members.into(),
            reminder_minutes: sheet.reminder_minutes,
            members_propose_guests: sheet.members_propose,
            allow_substitutes: sheet.allow_substitutes,
            join_details_minutes: sheet.join_details_minutes,
            presence_share: sheet.presence_share,
        }
    }

    /// The sheet it makes; what cannot be is refused.
    pub fn check(&self, audience: Audience, was_proposing: bool, checks: &mut Checks) -> PlatformSheet {
        if self.members_propose_guests && !was_proposing && audience != Audience::Members {
            checks.refuse("/members_propose_guests", "invalid", "only members of a platform for members alone propose guests; leave it false");
        }
        PlatformSheet {
            name: lines::<NAME_LENGTH>(&self.name, "/name", checks),
            description: lines::<DESCRIPTION_LENGTH>(&self.description, "/description", checks),
            members: lines::<MEMBERS_LENGTH>(&self.members, "/members", checks),
            reminder_minutes: reminders(&self.reminder_minutes, checks),
            members_propose: self.members_propose_guests,
            allow_substitutes: self.allow_substitutes,
            join_details_minutes: join_details(self.join_details_minutes, checks),
            presence_share: share(self.presence_share, checks),
        }
    }
}

/// A new platform.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPlatform)]
pub struct NewPlatformBody {
    /// Address part; never changes.
    #[schema(example = "energy")]
    slug: String,
    /// Name.
    name: Translations,
    /// What it is for.
    description: Translations,
    /// Who takes part, in words.
    members: Translations,
    /// Who may register.
    #[schema(value_type = schema::Audience)]
    audience: Audience,
    /// Who may know of it.
    #[schema(value_type = schema::Visibility)]
    visibility: Visibility,
    /// How often it meets.
    #[schema(value_type = schema::Cadence)]
    cadence: Cadence,
    /// The platform whose events its events follow: with the cadence `quarterly_following`, and with no other.
    #[serde(default)]
    follows: Option<String>,
    /// How long before the start reminders go out, in minutes; a week and a day when left out.
    #[serde(default = "usual_reminders")]
    reminder_minutes: Vec<u32>,
    /// Whether the holder of a seat may name a colleague to take it over.
    #[serde(default)]
    allow_substitutes: bool,
    /// How long before the start the link to join goes to those with a seat online, in minutes; an hour when left out, `null`: it is not
    /// sent by itself.
    #[serde(default = "usual_join_details")]
    join_details_minutes: Option<u32>,
    /// How much of an event whoever is known by minutes has to be there for to count as present, in per cent, 1 to 100; 50 when left out.
    #[serde(default = "usual_share")]
    presence_share: u32,
}

const fn usual_share() -> u32 {
    PRESENCE_SHARE
}

const fn usual_join_details() -> Option<u32> {
    Some(JOIN_DETAILS_MINUTES)
}

fn usual_reminders() -> Vec<u32> {
    vec![7 * 24 * 60, 24 * 60]
}

impl NewPlatformBody {
    /// The platform it makes, beside those there are; `None` when its slug or the followed one cannot be.
    pub fn check(&self, there: &[Platform], checks: &mut Checks) -> Option<Entry> {
        let slug = self.slug.parse::<Slug>().map_err(|e| checks.refuse("/slug", "invalid", e.to_string())).ok();
        let follows = self.follows.as_deref().map(|slug| there.iter().find(|known| known.slug.as_str() == slug).map(|known| known.slug.clone()));
        if let (Some(None), Some(typed)) = (&follows, &self.follows) {
            checks.refuse("/follows", "unknown", format!("there is no platform {}; GET /platforms lists them", shown(typed)));
        }
        if (self.cadence == Cadence::QuarterlyFollowing) != self.follows.is_some() {
            checks.refuse("/follows", "invalid", "the cadence quarterly_following and `follows` need each other");
        }
        Some(Entry {
            slug: slug?,
            name: lines::<NAME_LENGTH>(&self.name, "/name", checks),
            description: lines::<DESCRIPTION_LENGTH>(&self.description, "/description", checks),
            members: lines::<MEMBERS_LENGTH>(&self.members, "/members", checks),
            audience: self.audience,
            visibility: self.visibility,
            cadence: self.cadence,
            follows: follows.flatten(),
            reminder_minutes: reminders(&self.reminder_minutes, checks),
            allow_substitutes: self.allow_substitutes,
            join_details_minutes: join_details(self.join_details_minutes, checks),
            presence_share: share(self.presence_share, checks),
        })
    }
}

/// What an edit may hold, for the description; read as a merge patch (RFC 7396).
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct PlatformPatch {
    /// The revision that was fetched.
    revision: String,
    #[schema(nullable = false)]
    name: Option<Translations>,
    #[schema(nullable = false)]
    description: Option<Translations>,
    #[schema(nullable = false)]
    members: Option<Translations>,
    #[schema(nullable = false)]
    reminder_minutes: Option<Vec<u32>>,
    #[schema(nullable = false)]
    members_propose_guests: Option<bool>,
    #[schema(nullable = false)]
    allow_substitutes: Option<bool>,
    /// `null`: it is not sent by itself.
    join_details_minutes: Option<u32>,
    /// In per cent, 1 to 100. What was recorded before keeps the share that was asked then.
    #[schema(nullable = false)]
    presence_share: Option<u32>,
}

/// A text that every language needs.
fn lines<const MAX: usize>(texts: &Translations, at: &str, checks: &mut Checks) -> Translated {
    texts.map(|language, text| checks.line::<MAX>(&format!("{at}/{language}"), text).map(String::from).unwrap_or_default())
}

/// The share of an event that counts as presence.
fn share(share: u32, checks: &mut Checks) -> u32 {
    if !can_ask_share(share) {
        checks.refuse("/presence_share", "out_of_range", format!("{share} is no share of an event; use 1 to 100 per cent"));
    }
    share
}

/// The one lead of the link to join.
fn join_details(minutes: Option<u32>, checks: &mut Checks) -> Option<u32> {
    if let Some(lead) = minutes.filter(|lead| !(1..=MAX_JOIN_MINUTES).contains(lead)) {
        let why = format!("{lead} minutes is no time before the start to send the link to join; use 1 to {MAX_JOIN_MINUTES}, or null");
        checks.refuse("/join_details_minutes", "out_of_range", why);
    }
    minutes
}

/// Leads, longest first, none twice.
fn reminders(minutes: &[u32], checks: &mut Checks) -> Vec<u32> {
    for (n, lead) in minutes.iter().enumerate().filter(|(_, lead)| !(1..=MAX_MINUTES).contains(*lead)) {
        checks.refuse(
            &format!("/reminder_minutes/{n}"),
            "out_of_range",
            format!("{lead} minutes is no time before the start; use 1 to {MAX_MINUTES}"),
        );
    }
    let mut leads = minutes.to_vec();
    leads.sort_unstable_by(|a, b| b.cmp(a));
    leads.dedup();
    if leads.len() > MOST {
        checks.refuse("/reminder_minutes", "too_many", format!("{} reminders are too many; use at most {MOST}", leads.len()));
    }
    leads
}
