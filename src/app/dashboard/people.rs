//! Who came, each once, over all quarters of a platform: walked through in order, so that who came before is known at every step. People are
//! numbers here, and nothing of them goes further than counts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Read;
use crate::db::many_quarters::{self, Presence, Unknown};
use crate::db::{AnyConn, DbError, closings};
use crate::domain::edition::Edition;
use crate::domain::ids::{EventId, OrganisationId, PlatformId};
use crate::stats::quarter::Earlier;

/// Presences, event by event.
#[derive(Debug, Default)]
pub struct People {
    known: HashMap<EventId, Vec<Presence>>,
    unknown: HashMap<EventId, Vec<Unknown>>,
    /// Of which organisation one that was merged became part.
    merged: HashMap<OrganisationId, OrganisationId>,
}

/// Who came to a quarter.
#[derive(Clone, Debug, Default)]
pub struct Came {
    /// People.
    pub earlier: Earlier,
    /// Presences by organisation.
    pub organisations: BTreeMap<Option<OrganisationId>, u64>,
    /// Those of the organisations that came to an earlier quarter.
    pub came_before: BTreeSet<OrganisationId>,
}

impl People {
    /// Reads who was present at these events.
    pub fn read(conn: &mut AnyConn, events: &[EventId]) -> Result<Self, DbError> {
        let mut people = Self { merged: closings::merged(conn)?, ..Self::default() };
        for presence in many_quarters::presences(conn, events)? {
            people.known.entry(presence.event).or_default().push(presence);
        }
        for unknown in many_quarters::unknown(conn, events)? {
            people.unknown.entry(unknown.event).or_default().push(unknown);
        }
        Ok(people)
    }

    /// Who came to each quarter of a platform, those that are asked for among them, with or without an event.
    pub fn of(&self, platform: PlatformId, asked: &[Edition], all: &Read) -> BTreeMap<Edition, Came> {
        let mut editions: BTreeMap<Edition, Vec<EventId>> = asked.iter().map(|edition| (*edition, Vec::new())).collect();
        for stored in all.events.iter().filter(|stored| stored.event.platform_id == platform) {
            editions.entry(stored.event.edition).or_default().push(stored.event.id);
        }
        for (_, edition) in all.kept.keys().filter(|(of, _)| *of == platform) {
            editions.entry(*edition).or_default();
        }
        let mut walk = Walk::default();
        let mut found = BTreeMap::new();
        for (edition, events) in editions {
            let came = self.quarter(&mut walk, edition, &events);
            // Of a closed quarter it counts which organisations were frozen, whatever was corrected since.
            match all.kept.get(&(platform, edition)) {
                Some(frozen) => walk.organisations.extend(frozen.organisations.iter().map(|id| self.now(OrganisationId(*id)))),
                None => walk.organisations.extend(came.organisations.keys().flatten()),
            }
            found.insert(edition, came);
        }
        found
    }

    fn quarter(&self, walk: &mut Walk, edition: Edition, events: &[EventId]) -> Came {
        let mut came = Came::default();
        came.earlier.unknown_before = walk.unknown;
        for presence in events.iter().filter_map(|event| self.known.get(event)).flatten() {
            came.earlier.known_presences += 1;
            *came.organisations.entry(presence.organisation).or_default() += 1;
            let last = presence.person.map(|person| walk.last.insert(person, edition));
            came.earlier.people += u64::from(last.is_some_and(|last| last != Some(edition)));
            came.earlier.returning += u64::from(last.flatten().is_some_and(|last| last < edition));
        }
        for unknown in events.iter().filter_map(|event| self.unknown.get(event)).flatten() {
            came.earlier.unknown_presences += unknown.count.unsigned_abs();
            *came.organisations.entry(unknown.organisation).or_default() += unknown.count.unsigned_abs();
        }
        walk.unknown += came.earlier.unknown_presences;
        came.came_before = came.organisations.keys().flatten().filter(|id| walk.organisations.contains(id)).copied().collect();
        came
    }

    fn now(&self, id: OrganisationId) -> OrganisationId {
        self.merged.get(&id).copied().unwrap_or(id)
    }
}

/// What is known after the quarters that were walked through.
#[derive(Default)]
struct Walk {
    /// The last quarter to which each person came.
    last: HashMap<i64, Edition>,
    organisations: BTreeSet<OrganisationId>,
    unknown: u64,
}
