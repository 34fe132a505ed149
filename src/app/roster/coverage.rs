//! Coverage of a platform: for each organisation that has or had somebody there, and each function, who holds it now, until when,
//! when they last came, and whether mail reaches them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::app::{App, AppError};
use crate::clock::Instant;
use crate::db::members::{self, Presence, Row};
use crate::db::{AnyConn, DbError};
use crate::domain::ids::{OrganisationId, PlatformId, Reference};
use crate::domain::member::{Function, Phase};
use crate::domain::sector::Sector;

/// Who covers what on a platform.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// Organisations by name.
    pub organisations: Vec<Organisation>,
}

/// One organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its row.
    pub id: OrganisationId,
    /// Its name, as given last.
    pub name: String,
    /// When anybody of it was last present at an event of the platform.
    pub last_presence: Option<Instant>,
    /// Its functions: those every such organisation has, and those it has or had.
    pub posts: Vec<Post>,
}

/// One function at one organisation.
#[derive(Clone, Debug)]
pub struct Post {
    /// Which.
    pub function: Function,
    /// Who holds it now, deputies last.
    pub holders: Vec<Holder>,
    /// The last day on which somebody held it, where nobody does now and somebody did.
    pub held_until: Option<NaiveDate>,
    /// The first day of the next mandate, where one is known.
    pub next_from: Option<NaiveDate>,
}

impl Post {
    /// Whether nobody holds it: a deputy stands in, but holds nothing.
    pub fn is_vacant(&self) -> bool {
        self.holders.iter().all(|holder| holder.deputy)
    }
}

/// Somebody who holds a function.
#[derive(Clone, Debug)]
pub struct Holder {
    /// The mandate.
    pub reference: Reference,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Whether as a deputy.
    pub deputy: bool,
    /// Last day, where there is one.
    pub until: Option<NaiveDate>,
    /// Whether that is soon.
    pub is_ending: bool,
    /// When they were last present at an event of the platform.
    pub last_presence: Option<Instant>,
    /// Whether the last mail to them is a dead letter.
    pub is_unreachable: bool,
}

impl App {
    /// The coverage of a platform on a day.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn coverage(&self, platform: PlatformId, day: NaiveDate) -> Result<Coverage, AppError> {
        self.db
            .read(move |conn| {
                let rows = members::all_of(conn, platform)?;
                let presence = members::presences(conn, platform)?;
                let keys: BTreeSet<String> = rows.iter().filter_map(|row| row.email_key.clone()).collect();
                let mails = members::last_mails(conn, &keys.into_iter().collect::<Vec<_>>())?;
                let unreachable = mails.into_iter().filter(|(_, mail)| mail.failed).map(|(key, _)| key).collect();
                Ok(covered(&rows, &presence, &unreachable, day)?)
            })
            .await
    }
}

/// Who holds what on a day, without who came and whom mail reaches.
pub(in crate::app) fn posts(conn: &mut AnyConn, platform: PlatformId, day: NaiveDate) -> Result<Coverage, DbError> {
    covered(&members::all_of(conn, platform)?, &Presence::default(), &BTreeSet::new(), day)
}

/// A function that every public service has by law.
const EVERYWHERE: [Function; 2] = [Function::Csi, Function::Dpo];

fn covered(rows: &[Row], presence: &Presence, unreachable: &BTreeSet<String>, day: NaiveDate) -> Result<Coverage, DbError> {
    let mut by_organisation: BTreeMap<OrganisationId, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        by_organisation.entry(row.organisation_id).or_default().push(row);
    }
    let occurring: BTreeSet<Function> = rows.iter().map(|row| row.function).collect();
    let mut organisations = Vec::with_capacity(by_organisation.len());
    for (id, rows) in by_organisation {
        let Some(latest) = rows.iter().max_by_key(|row| (row.updated_at, row.id)) else { continue };
        let has = |function: &Function| rows.iter().any(|row| row.function == *function);
        let needs = |function: &Function| latest.sector == Sector::Public && EVERYWHERE.contains(function) && occurring.contains(function);
        let functions = Function::ALL.iter().filter(|function| has(function) || needs(function));
        let posts = functions.map(|function| post(*function, &rows, presence, unreachable, day)).collect::<Result<Vec<_>, _>>()?;
        organisations.push(Organisation {
            id,
            name: latest.organisation_name.clone(),
            last_presence: presence.organisations.get(&id).copied(),
            posts,
        });
    }
    organisations.sort_by_cached_key(|organisation| crate::domain::organisation::name_key(&organisation.name));
    Ok(Coverage { organisations })
}

fn post(function: Function, rows: &[&Row], presence: &Presence, unreachable: &BTreeSet<String>, day: NaiveDate) -> Result<Post, DbError> {
    let mut post = Post { function, holders: Vec::new(), held_until: None, next_from: None };
    for row in rows.iter().filter(|row| row.function == function) {
        let mandate = row.mandate()?;
        match mandate.phase(day) {
            Phase::ToCome if !row.deputy && row.erased_at.is_none() => post.next_from = post.next_from.into_iter().chain([mandate.start()]).min(),
            Phase::Ended if !row.deputy => post.held_until = post.held_until.max(mandate.end()),
            phase @ (Phase::Current | Phase::Ending) if row.erased_at.is_none() => {
                let key = row.email_key.as_deref().unwrap_or_default();
                post.holders.push(Holder {
                    reference: row.reference.clone(),
                    name: row.name.clone(),
                    email: row.email.clone(),
                    deputy: row.deputy,
                    until: mandate.end(),
                    is_ending: phase == Phase::Ending,
                    last_presence: presence.people.get(key).copied(),
                    is_unreachable: unreachable.contains(key),
                });
            }
            _ => {}
        }
    }
    post.holders.sort_by_key(|holder| holder.deputy);
    if !post.is_vacant() {
        post.held_until = None;
    }
    Ok(post)
}
