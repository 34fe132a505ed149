//! The journal: who did what to what, when, and what changed by it. Written in the transaction of the deed itself, without
//! personal data, and sealed: each entry together with the one before it, with a key that is not in the database.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::secrets::{Secrets, hash};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::journal::{self, Filter, Row};
use crate::db::verify::in_one_snapshot;
use crate::db::{AnyConn, DbError, Scope, Tx, events, staff, tokens};
use crate::domain::agenda::AgendaItem;
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::{EventId, PlatformId, Reference, Slug};
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Translated;
use crate::domain::mode::Format;
use crate::domain::seats::SeatRules;
use crate::domain::staff::{Action, Grants};
use crate::domain::tlp::Tlp;

/// Entries read at once when all are checked.
const AT_ONCE: i64 = 1000;

/// One entry to be written.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Who.
    pub actor: Actor,
    /// Did what.
    pub deed: Deed,
    /// On which platform, where it is one alone.
    pub platform: Option<PlatformId>,
    /// At which event, where it is one.
    pub event: Option<EventId>,
    /// To what.
    pub subject: String,
    /// What changed by it.
    pub change: Change,
}

impl Entry {
    /// About an event: how it was, when it was there before, and how it is.
    pub fn of_event(actor: Actor, deed: Deed, before: Option<&Event>, after: &Event) -> Self {
        let change = before.map_or_else(|| Change::to(&Sheet::of(after)), |before| Change::between(&Sheet::of(before), &Sheet::of(after)));
        Self { actor, deed, platform: Some(after.platform_id), event: Some(after.id), subject: format!("event:{}", after.slug), change }
    }

    /// About a registration at an event.
    pub fn of_registration(actor: Actor, deed: Deed, event: &Event, reference: &Reference, change: Change) -> Self {
        let subject = format!("registration:{}", reference.as_str());
        Self { actor, deed, platform: Some(event.platform_id), event: Some(event.id), subject, change }
    }

    /// About something that belongs to no platform.
    pub fn of(actor: Actor, deed: Deed, subject: impl Into<String>, change: Change) -> Self {
        Self { actor, deed, platform: None, event: None, subject: subject.into(), change }
    }
}

/// What of an event is compared. The link to join is told by its host only: the journal lets nobody in.
#[derive(Serialize)]
struct Sheet<'a> {
    status: EventStatus,
    edition: String,
    follows: Option<EventId>,
    tlp: Tlp,
    title: &'a Translated,
    summary: &'a Translated,
    agenda: Vec<Item<'a>>,
    starts_at: Instant,
    ends_at: Instant,
    opens_at: Option<Instant>,
    closes_at: Instant,
    format: Format,
    venue: &'a Translated,
    join_link: Option<String>,
    seats: &'a SeatRules,
}

/// An item of the agenda; who speaks is told by a digest only: the journal is kept for ever.
#[derive(Serialize)]
struct Item<'a> {
    at: chrono::NaiveTime,
    title: &'a Translated,
    speaker: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tlp: Option<Tlp>,
}

impl<'a> Item<'a> {
    fn of(item: &'a AgendaItem) -> Self {
        let speaker = (!item.speaker.is_empty()).then(|| hash(&item.speaker)[..8].to_owned());
        Self { at: item.at, title: &item.title, speaker, tlp: item.tlp }
    }
}

impl<'a> Sheet<'a> {
    fn of(event: &'a Event) -> Self {
        let link = |link: &String| {
            let host = url::Url::parse(link).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
            format!("{host} ({})", &hash(link)[..8])
        };
        Self {
            status: event.status,
            edition: event.edition.to_string(),
            follows: event.follows,
            tlp: event.tlp,
            title: &event.title,
            summary: &event.summary,
            agenda: event.agenda.iter().map(Item::of).collect(),
            starts_at: event.schedule.starts_at,
            ends_at: event.schedule.ends_at,
            opens_at: event.schedule.opens_at,
            closes_at: event.schedule.closes_at,
            format: event.place.format,
            venue: &event.place.venue,
            join_link: event.place.join_link.as_ref().map(link),
            seats: &event.seats,
        }
    }
}

/// What somebody looks for in the journal.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// An event's address part, a reference, the address of a user or the name of a token; empty for everything.
    pub words: String,
    /// Only this deed.
    pub deed: Option<Deed>,
    /// Only older than this entry: when and number.
    pub older_than: Option<(Instant, i64)>,
}

/// A page of the journal.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Entries, newest first.
    pub rows: Vec<Row>,
    /// The address parts of their events.
    pub events: HashMap<EventId, Slug>,
    /// Who stands behind the numbers of users and tokens.
    pub actors: HashMap<String, String>,
}

/// Something wrong with the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No such entries, from this number to that, though later ones stand.
    Missing(i64, i64),
    /// Its words, or its seal, are not those that were written; or what stood before it was replaced.
    Changed(i64),
    /// Entries up to this number were written, and are no longer there.
    CutOff(i64),
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing(from, to) if from == to => write!(f, "entry {from} is missing"),
            Self::Missing(from, to) => write!(f, "entries {from} to {to} are missing"),
            Self::Changed(number) => write!(f, "entry {number} was changed, or is not the one that stood there"),
            Self::CutOff(number) => write!(f, "the end is missing: entries up to {number} were written"),
        }
    }
}

/// An entry's number and seal: kept elsewhere, they show later whether all that stood then still stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Number.
    pub number: i64,
    /// Seal.
    pub seal: String,
}

impl Known {
    /// Reads `NUMBER:SEAL`.
    ///
    /// # Errors
    /// What was given, when it is not that.
    pub fn parse(text: &str) -> Result<Self, String> {
        let known = text.trim().split_once(':').and_then(|(number, seal)| Some(Self { number: number.parse().ok()?, seal: seal.to_owned() }));
        known.filter(|known| known.number >= 0).ok_or_else(|| text.chars().take(80).collect())
    }
}

impl std::fmt::Display for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.number, self.seal)
    }
}

/// The journal looked through.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The last entry.
    pub last: Known,
    /// What is wrong, in order.
    pub flaws: Vec<Flaw>,
}

impl App {
    /// Writes a deed down, at the end of its own transaction. Edits that change nothing are no deed.
    pub(super) fn write_down(&self, tx: &mut Tx<'_>, entry: Entry, now: Instant) {
        if entry.deed.is_edit() && entry.change.is_empty() {
            return;
        }
        let secrets = self.secrets.clone();
        tx.at_last(move |tx| add(&secrets, tx, entry, now));
    }

    /// A page of the journal as these roles may see it, newest first. Users, tokens and catalogues are seen by administrators.
    ///
    /// # Errors
    /// `Forbidden` where they may see nothing of it.
    pub async fn journal(&self, grants: &Grants, wanted: Wanted, limit: i64) -> Result<Page, AppError> {
        if !grants.allow_somewhere(Action::SeeJournal) {
            return Err(AppError::Forbidden);
        }
        let grants = grants.clone();
        self.db
            .read(move |conn| {
                let mut filter = Filter {
                    platforms: grants.platforms(Action::SeeJournal),
                    with_general: grants.allow_everywhere(Action::Administer),
                    deed: wanted.deed,
                    older_than: wanted.older_than,
                    ..Filter::default()
                };
                if !wanted.words.is_empty() && !narrow(conn, &grants, &mut filter, &wanted.words)? {
                    return Ok(Page::default());
                }
                let rows = journal::list(conn, &filter, limit)?;
                let events = events::slugs(conn, &rows.iter().filter_map(|row| row.event_id).collect::<Vec<_>>())?;
                Ok(Page { events, actors: names(conn)?, rows })
            })
            .await
    }

    /// What members of staff and programs are called, by what rows name them with.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn actor_names(&self) -> Result<HashMap<String, String>, AppError> {
        self.db.read(|conn| Ok(names(conn)?)).await
    }

    /// Looks the whole journal through; an entry that is known from before must still stand.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn verify_journal(&self, known: Option<Known>) -> Result<Checked, AppError> {
        let app = self.clone();
        self.db.read(move |conn| Ok(in_one_snapshot(conn, |conn| check(&app.secrets, conn, known.as_ref()))?)).await
    }

    /// The entries after that number, a thousand at most, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn journal_after(&self, number: i64) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(journal::after(conn, number, AT_ONCE)?)).await
    }

    /// Writes down what no other change goes with: somebody fetched a list, somebody signed in.
    ///
    /// # Errors
    /// When it cannot be written: then what it tells of must not happen.
    pub async fn note_deed(&self, entry: Entry, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Concern("journal"), move |tx| {
                app.write_down(tx, entry.clone(), now);
                Ok::<_, AppError>(())
            })
            .await
    }
}

/// Narrows a filter to what the words name; answers whether they name anything that these roles may see.
fn narrow(conn: &mut AnyConn, grants: &Grants, filter: &mut Filter, words: &str) -> Result<bool, DbError> {
    // Parsed first: PostgreSQL takes no text with a NUL in it.
    if let Ok(slug) = words.parse::<Slug>()
        && let Some(event) = events::id_of_slug_on(conn, slug.as_str(), grants.platforms(Action::SeeJournal).as_deref())?
    {
        filter.event = Some(event);
        return Ok(true);
    }
    if let Some(reference) = Reference::parse(words) {
        filter.subject = Some(format!("registration:{}", reference.as_str()));
        return Ok(true);
    }
    let is_actor = |name: &String| name.eq_ignore_ascii_case(words);
    filter.actor = names(conn)?.into_iter().find(|(_, name)| is_actor(name)).map(|(actor, _)| actor);
    Ok(filter.actor.is_some())
}

/// Users by address and tokens by name, as the journal calls them.
fn names(conn: &mut AnyConn) -> Result<HashMap<String, String>, DbError> {
    let users = staff::users(conn)?.into_iter().map(|user| (Actor::User(user.id).to_string(), user.email));
    let tokens = tokens::all(conn)?.into_iter().map(|token| (Actor::Token(token.id).to_string(), token.name));
    Ok(users.chain(tokens).collect())
}

fn add(secrets: &Secrets, tx: &mut Tx<'_>, entry: Entry, now: Instant) -> Result<(), DbError> {
    let head = journal::head_for_adding(tx)?;
    let mut row = Row {
        number: head.number + 1,
        at: now.into(),
        actor: entry.actor.to_string(),
        deed: entry.deed,
        platform_id: entry.platform,
        event_id: entry.event,
        subject: entry.subject,
        was: object(entry.change.before),
        became: object(entry.change.after),
        seal: String::new(),
    };
    row.seal = seal(secrets, &head.seal, &row);
    journal::add(tx, &row)
}

fn object(map: Map<String, Value>) -> String {
    Value::Object(map).to_string()
}

/// What an entry's seal must be, after that seal.
fn seal(secrets: &Secrets, before: &str, row: &Row) -> String {
    let words = serde_json::json!([
        before,
        row.number,
        row.at.0.timestamp_micros(),
        row.actor,
        row.deed.code(),
        row.platform_id.map(|p| p.0),
        row.event_id.map(|e| e.0),
        row.subject,
        row.was,
        row.became
    ]);
    secrets.journal_seal(&words.to_string())
}

fn check(secrets: &Secrets, conn: &mut AnyConn, known: Option<&Known>) -> Result<Checked, DbError> {
    let head = journal::head(conn)?;
    let Checked { mut last, mut flaws } = Checked::default();
    loop {
        let rows = journal::after(conn, last.number, AT_ONCE)?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let expected = last.number + 1;
            if row.number > expected {
                flaws.push(Flaw::Missing(expected, row.number - 1));
            }
            // After a gap the seal before is unknown: what follows can be checked again from the next entry on.
            let is_sealed = row.number > expected || row.seal == seal(secrets, &last.seal, &row);
            let is_known = known.is_none_or(|known| known.number != row.number || known.seal == row.seal);
            if !is_sealed || !is_known {
                flaws.push(Flaw::Changed(row.number));
            }
            last = Known { number: row.number, seal: row.seal };
        }
    }
    let written = known.map_or(0, |known| known.number).max(head.number);
    if written > last.number {
        flaws.push(Flaw::CutOff(written));
    } else if head.number < last.number || head.seal != last.seal {
        flaws.push(Flaw::Changed(last.number));
    }
    flaws.dedup();
    Ok(Checked { last, flaws })
}
