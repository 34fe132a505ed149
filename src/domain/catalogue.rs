//! The catalogue: platforms as a file describes them, and what loading that file again may change.
//!
//! An operator may edit every platform, and the catalogue may grow better texts; both must survive. Hence a three-way
//! rule, field by field and language by language: what still equals the text loaded last takes the new text, what an
//! operator changed stays. It must not know where catalogues are read from or where platforms are stored.
//!
//! The file's form is described at the top of `catalogue/ccb.toml`.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::ids::Slug;
use super::language::{Language, Translated};
use super::platform::{
    Audience, Cadence, DESCRIPTION_LENGTH, JOIN_DETAILS_MINUTES, MEMBERS_LENGTH, NAME_LENGTH, PRESENCE_SHARE, Platform, Visibility, can_ask_share,
};
use super::reminders::{MAX_JOIN_MINUTES, MAX_MINUTES};
use super::text::{Line, TextFault};

/// One platform as a catalogue describes it. Stored as JSON beside the platform: "what was loaded last".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Address part; what identifies the platform from one load to the next.
    pub slug: Slug,
    /// Its name.
    pub name: Translated,
    /// What it is for.
    pub description: Translated,
    /// Who takes part, in words.
    pub members: Translated,
    /// Who may register.
    pub audience: Audience,
    /// Who may know of it.
    pub visibility: Visibility,
    /// How often it meets.
    pub cadence: Cadence,
    /// The platform whose events its events follow.
    pub follows: Option<Slug>,
    /// Reminders before the start, in minutes, longest first.
    pub reminder_minutes: Vec<u32>,
    /// Whether the holder of a seat may name a colleague to take it over. Entries that were loaded before it was asked say no.
    #[serde(default)]
    pub allow_substitutes: bool,
    /// How long before the start the link to join goes out, in minutes; `None` sends none. Entries that were loaded before it was asked
    /// say an hour, as the tables did then.
    #[serde(default = "usual_join_details")]
    pub join_details_minutes: Option<u32>,
    /// How much of an event whoever is known by minutes has to be there for to count as present, in per cent.
    #[serde(default = "usual_share")]
    pub presence_share: u32,
}

impl Entry {
    /// The platform as it stands, in a catalogue's words. `follows` is kept outside [`Platform`].
    pub fn of(platform: &Platform, follows: Option<Slug>) -> Self {
        Self {
            slug: platform.slug.clone(),
            name: platform.name.clone(),
            description: platform.description.clone(),
            members: platform.members.clone(),
            audience: platform.audience,
            visibility: platform.visibility,
            cadence: platform.cadence,
            follows,
            reminder_minutes: platform.reminder_minutes.clone(),
            allow_substitutes: platform.allow_substitutes,
            join_details_minutes: platform.join_details_minutes,
            presence_share: platform.presence_share,
        }
    }
}

/// A whole catalogue, in the order of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// Its platforms; slugs are unique and all texts complete.
    pub platforms: Vec<Entry>,
}

/// Why a catalogue was refused; says where to look.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// Not TOML, an unknown or missing key, or a word that is not one of the known ones.
    #[error("line {line}: {message}")]
    Form {
        /// Line in the file, from 1.
        line: usize,
        /// What the parser says; names the key.
        message: String,
    },
    /// No platform at all.
    #[error("the catalogue holds no [[platform]]")]
    Empty,
    /// Two platforms with one slug.
    #[error("line {line}: the slug \"{slug}\" is used twice")]
    SlugTwice {
        /// Line of the second one.
        line: usize,
        /// The slug.
        slug: Slug,
    },
    /// A text is missing or cannot stand there.
    #[error("platform \"{slug}\" (line {line}): {field}.{language} {}", describe(*.fault))]
    Text {
        /// Line of the platform's slug.
        line: usize,
        /// Which platform.
        slug: Slug,
        /// `name`, `description` or `members`.
        field: &'static str,
        /// In which language.
        language: Language,
        /// What is wrong with it.
        fault: TextFault,
    },
    /// `follows` names a platform that is neither in the file nor loaded already.
    #[error("line {line}: platform \"{slug}\" follows \"{follows}\", which is no other platform of this catalogue")]
    FollowsUnknown {
        /// Line of `follows`.
        line: usize,
        /// Which platform.
        slug: Slug,
        /// The unknown one.
        follows: Slug,
    },
    /// `cadence = "quarterly_following"` and `follows` stand or fall together.
    #[error("platform \"{slug}\" (line {line}): cadence \"quarterly_following\" and follows need each other")]
    FollowsCadence {
        /// Line of the platform's slug.
        line: usize,
        /// Which platform.
        slug: Slug,
    },
    /// Reminders out of range or out of order.
    #[error("platform \"{slug}\" (line {line}): reminder_minutes must run from longest to shortest, each 1 to {MAX_MINUTES}")]
    Reminders {
        /// Line of the platform's slug.
        line: usize,
        /// Which platform.
        slug: Slug,
    },
    /// The link to join goes out too long before the start.
    #[error("platform \"{slug}\" (line {line}): join_details_minutes is {minutes}; use 1 to {MAX_JOIN_MINUTES}, or 0 to send none")]
    JoinDetails {
        /// Line of the platform's slug.
        line: usize,
        /// Which platform.
        slug: Slug,
        /// What it says.
        minutes: u32,
    },
    /// No share of an event.
    #[error("platform \"{slug}\" (line {line}): presence_share is {share}; use 1 to 100 per cent of the event")]
    PresenceShare {
        /// Line of the platform's slug.
        line: usize,
        /// Which platform.
        slug: Slug,
        /// What it says.
        share: u32,
    },
}

const fn usual_join_details() -> Option<u32> {
    Some(JOIN_DETAILS_MINUTES)
}

const fn usual_share() -> u32 {
    PRESENCE_SHARE
}

fn describe(fault: TextFault) -> &'static str {
    match fault {
        TextFault::Empty => "is missing",
        TextFault::TooLong => "is too long",
        TextFault::ControlCharacter => "holds a line break or another control character",
        TextFault::NoLetter => "holds no letter",
    }
}

/// The file as written: the same fields, with the places of those that later checks complain about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCatalogue {
    #[serde(default)]
    platform: Vec<RawEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    slug: Spanned<Slug>,
    name: Translated,
    description: Translated,
    members: Translated,
    audience: Audience,
    visibility: Visibility,
    cadence: Cadence,
    follows: Option<Spanned<Slug>>,
    #[serde(default = "default_reminders")]
    reminder_minutes: Vec<u32>,
    #[serde(default)]
    allow_substitutes: bool,
    /// TOML has no word for nothing: 0 sends none.
    #[serde(default = "default_join_details")]
    join_details_minutes: u32,
    #[serde(default = "usual_share")]
    presence_share: u32,
}

const fn default_join_details() -> u32 {
    JOIN_DETAILS_MINUTES
}

fn default_reminders() -> Vec<u32> {
    vec![7 * 24 * 60, 24 * 60]
}

impl Catalogue {
    /// Reads a catalogue that stands alone: every `follows` names a platform of the same file.
    pub fn parse(file: &str) -> Result<Self, CatalogueError> {
        Self::parse_beside(file, &[])
    }

    /// Reads a catalogue that may follow platforms already `loaded` from another one.
    pub fn parse_beside(file: &str, loaded: &[Slug]) -> Result<Self, CatalogueError> {
        let line_of = |offset: usize| file.bytes().take(offset).filter(|b| *b == b'\n').count() + 1;
        let raw: RawCatalogue = toml::from_str(file)
            .map_err(|e| CatalogueError::Form { line: e.span().map_or(1, |s| line_of(s.start)), message: e.message().to_owned() })?;
        if raw.platform.is_empty() {
            return Err(CatalogueError::Empty);
        }
        let mut known: HashSet<Slug> = loaded.iter().cloned().collect();
        known.extend(raw.platform.iter().map(|p| p.slug.get_ref().clone()));
        let mut seen = HashSet::new();
        let mut platforms = Vec::with_capacity(raw.platform.len());
        for entry in raw.platform {
            let line = line_of(entry.slug.span().start);
            let slug = entry.slug.get_ref().clone();
            if !seen.insert(slug.clone()) {
                return Err(CatalogueError::SlugTwice { line, slug });
            }
            if let Some(follows) = entry.follows.as_ref().filter(|f| !known.contains(f.get_ref()) || *f.get_ref() == slug) {
                return Err(CatalogueError::FollowsUnknown { line: line_of(follows.span().start), slug, follows: follows.get_ref().clone() });
            }
            platforms.push(entry.check(line)?);
        }
        Ok(Self { platforms })
    }
}

impl RawEntry {
    fn check(self, line: usize) -> Result<Entry, CatalogueError> {
        let slug = self.slug.into_inner();
        check_lines::<NAME_LENGTH>("name", &self.name, &slug, line)?;
        check_lines::<DESCRIPTION_LENGTH>("description", &self.description, &slug, line)?;
        check_lines::<MEMBERS_LENGTH>("members", &self.members, &slug, line)?;
        let follows = self.follows.map(Spanned::into_inner);
        if (self.cadence == Cadence::QuarterlyFollowing) != follows.is_some() {
            return Err(CatalogueError::FollowsCadence { line, slug });
        }
        let in_range = self.reminder_minutes.iter().all(|m| (1..=MAX_MINUTES).contains(m));
        if !in_range || !self.reminder_minutes.is_sorted_by(|a, b| a > b) {
            return Err(CatalogueError::Reminders { line, slug });
        }
        if self.join_details_minutes > MAX_JOIN_MINUTES {
            return Err(CatalogueError::JoinDetails { line, slug, minutes: self.join_details_minutes });
        }
        if !can_ask_share(self.presence_share) {
            return Err(CatalogueError::PresenceShare { line, slug, share: self.presence_share });
        }
        Ok(Entry {
            slug,
            name: self.name,
            description: self.description,
            members: self.members,
            audience: self.audience,
            visibility: self.visibility,
            cadence: self.cadence,
            follows,
            reminder_minutes: self.reminder_minutes,
            allow_substitutes: self.allow_substitutes,
            join_details_minutes: Some(self.join_details_minutes).filter(|minutes| *minutes > 0),
            presence_share: self.presence_share,
        })
    }
}

fn check_lines<const MAX: usize>(field: &'static str, text: &Translated, slug: &Slug, line: usize) -> Result<(), CatalogueError> {
    for language in Language::ALL.iter().copied() {
        Line::<MAX>::parse(text.get(language)).map_err(|fault| CatalogueError::Text { line, slug: slug.clone(), field, language, fault })?;
    }
    Ok(())
}

/// A field that kept an operator's value although the catalogue says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// The field's key in the file.
    pub field: &'static str,
    /// Which language's text; `None` for fields that are not text.
    pub language: Option<Language>,
}

/// What a platform becomes when a catalogue is loaded over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The platform's new content.
    pub entry: Entry,
    /// What was left as an operator made it, in the order of the fields.
    pub kept: Vec<Kept>,
}

/// Loads a catalogue's entry over a platform that exists.
///
/// `last` is the entry as the catalogue had it at the previous load (not what the merge made of it: otherwise an edit
/// would look like a loaded text the next time), `None` when the platform was made by hand; then every value it has is
/// the operator's and only missing texts are filled. The slug never changes.
pub fn merge(last: Option<&Entry>, standing: &Entry, new: &Entry) -> Merged {
    let mut kept = Vec::new();
    let mut keep = |field, language| kept.push(Kept { field, language });
    let entry = Entry {
        slug: standing.slug.clone(),
        name: merge_text("name", last.map(|l| &l.name), &standing.name, &new.name, &mut keep),
        description: merge_text("description", last.map(|l| &l.description), &standing.description, &new.description, &mut keep),
        members: merge_text("members", last.map(|l| &l.members), &standing.members, &new.members, &mut keep),
        audience: merge_value(last.map(|l| &l.audience), &standing.audience, &new.audience, || keep("audience", None)),
        visibility: merge_value(last.map(|l| &l.visibility), &standing.visibility, &new.visibility, || keep("visibility", None)),
        cadence: merge_value(last.map(|l| &l.cadence), &standing.cadence, &new.cadence, || keep("cadence", None)),
        follows: merge_value(last.map(|l| &l.follows), &standing.follows, &new.follows, || keep("follows", None)),
        reminder_minutes: merge_value(last.map(|l| &l.reminder_minutes), &standing.reminder_minutes, &new.reminder_minutes, || {
            keep("reminder_minutes", None);
        }),
        allow_substitutes: merge_value(last.map(|l| &l.allow_substitutes), &standing.allow_substitutes, &new.allow_substitutes, || {
            keep("allow_substitutes", None);
        }),
        join_details_minutes: merge_value(last.map(|l| &l.join_details_minutes), &standing.join_details_minutes, &new.join_details_minutes, || {
            keep("join_details_minutes", None);
        }),
        presence_share: merge_value(last.map(|l| &l.presence_share), &standing.presence_share, &new.presence_share, || {
            keep("presence_share", None);
        }),
    };
    Merged { entry, kept }
}

fn merge_text(
    field: &'static str,
    last: Option<&Translated>,
    standing: &Translated,
    new: &Translated,
    keep: &mut impl FnMut(&'static str, Option<Language>),
) -> Translated {
    let mut merged = new.clone();
    for language in Language::ALL.iter().copied() {
        let (now, wanted) = (standing.get(language), new.get(language));
        // A blank is nobody's edit: every text is required, so it can only be a language that came later.
        if !now.trim().is_empty() {
            let text = merge_value(last.map(|l| l.get(language)).as_ref(), &now, &wanted, || keep(field, Some(language)));
            *merged.get_mut(language) = text.to_owned();
        }
    }
    merged
}

/// The rule for one value.
fn merge_value<T: Clone + PartialEq>(last: Option<&T>, standing: &T, new: &T, keep: impl FnOnce()) -> T {
    if last == Some(standing) || standing == new {
        return new.clone();
    }
    keep();
    standing.clone()
}

#[cfg(test)]
mod tests;
