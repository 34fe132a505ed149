//! A standing network with an audience and a cadence.

use serde::{Deserialize, Serialize};

use super::ids::{PlatformId, Slug};
use super::language::Translated;

crate::word! {
    /// Who may register on a platform.
    Audience {
        /// Anybody.
        Open = "open",
        /// Anybody may ask; an organiser accepts.
        Approval = "approval",
        /// Only the roster and the personally invited.
        Members = "members",
    }
}

crate::word! {
    /// Whether outsiders can know of a platform at all.
    Visibility {
        /// Shown to everybody.
        Public = "public",
        /// Does not exist for outsiders: no page, list, feed, sitemap or API answer.
        Hidden = "hidden",
    }
}

crate::word! {
    /// How often a platform meets.
    Cadence {
        /// At least once a quarter.
        Quarterly = "quarterly",
        /// Every quarter, following another platform's event.
        QuarterlyFollowing = "quarterly_following",
        /// Every month.
        Monthly = "monthly",
        /// Regularly, without a fixed interval.
        Regular = "regular",
        /// Periodically.
        Periodic = "periodic",
        /// No cadence is set.
        NoneSet = "none_set",
    }
}

/// Longest name, in characters.
pub const NAME_LENGTH: usize = 200;
/// Longest text on what a platform is for, in characters.
pub const DESCRIPTION_LENGTH: usize = 1000;
/// Longest text on who takes part, in characters.
pub const MEMBERS_LENGTH: usize = 300;
/// How many working days there are to object to a guest, unless an organiser says otherwise.
pub const OBJECTION_DAYS: u32 = 5;

/// How long before the start the link to join goes out, in minutes, unless an organiser says otherwise.
pub const JOIN_DETAILS_MINUTES: u32 = 60;

/// How much of an event somebody known by minutes has to be there for, in per cent, unless an organiser says otherwise.
pub const PRESENCE_SHARE: u32 = 50;

/// Whether a share of an event, in per cent, can be asked.
pub fn can_ask_share(share: u32) -> bool {
    (1..=100).contains(&share)
}

/// A platform as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Platform {
    /// Its row.
    pub id: PlatformId,
    /// Its address part.
    pub slug: Slug,
    /// Its name.
    pub name: Translated,
    /// What it is for, one or two sentences.
    pub description: Translated,
    /// Who takes part, in words.
    pub members: Translated,
    /// Who may register.
    pub audience: Audience,
    /// Who may know of it.
    pub visibility: Visibility,
    /// How often it meets.
    pub cadence: Cadence,
    /// How long before the start reminders go out, in minutes, longest first.
    pub reminder_minutes: Vec<u32>,
    /// How long before the start the link to join goes to those who attend online, in minutes; `None` sends none.
    pub join_details_minutes: Option<u32>,
    /// Whether an organiser wants the holders of mandates to be asked once a quarter whether they still hold them.
    pub asks_holders: bool,
    /// How many working days there are to object to a guest.
    pub objection_days: u32,
    /// Whether an organiser wants members to propose guests.
    pub members_propose: bool,
    /// Whether the holder of a seat may name a colleague to take it over.
    pub allow_substitutes: bool,
    /// How much of an event whoever is known by minutes has to be there for to count as present, in per cent.
    pub presence_share: u32,
}

impl Platform {
    /// Whether anybody may register, or ask to, by the public form.
    pub fn takes_public_registrations(&self) -> bool {
        self.visibility == Visibility::Public && self.audience != Audience::Members
    }

    /// Whether holders of mandates are asked: where an organiser wants it, and mandates are what lets people in.
    pub fn asks_its_holders(&self) -> bool {
        self.asks_holders && self.audience == Audience::Members
    }

    /// Whether the holder of a seat may name a colleague. Of a platform that is hidden nobody hears by a mail that somebody else asked for,
    /// unless they are on its roster.
    pub fn takes_substitutes(&self) -> bool {
        self.allow_substitutes && (self.visibility == Visibility::Public || self.audience == Audience::Members)
    }

    /// Whether an organiser decides about whoever registers by themselves.
    pub fn needs_approval(&self) -> bool {
        self.audience == Audience::Approval
    }
}

/// What staff may change of a platform. Who may register, who may know of it and how often it meets come from the catalogue alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlatformSheet {
    /// Its name, in every language.
    pub name: Translated,
    /// What it is for, in every language.
    pub description: Translated,
    /// Who takes part, in words, in every language.
    pub members: Translated,
    /// How long before the start reminders go out, in minutes, longest first.
    pub reminder_minutes: Vec<u32>,
    /// How long before the start the link to join goes to those who attend online, in minutes; `None` sends none.
    pub join_details_minutes: Option<u32>,
    /// Whether members propose guests; says nothing where no mandate is asked for.
    pub members_propose: bool,
    /// Whether the holder of a seat may name a colleague to take it over.
    pub allow_substitutes: bool,
    /// How much of an event whoever is known by minutes has to be there for to count as present, in per cent.
    pub presence_share: u32,
}

impl PlatformSheet {
    /// As it stands.
    pub fn of(platform: &Platform) -> Self {
        Self {
            name: platform.name.clone(),
            description: platform.description.clone(),
            members: platform.members.clone(),
            reminder_minutes: platform.reminder_minutes.clone(),
            join_details_minutes: platform.join_details_minutes,
            members_propose: platform.members_propose,
            allow_substitutes: platform.allow_substitutes,
            presence_share: platform.presence_share,
        }
    }
}
