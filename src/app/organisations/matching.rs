//! Whose somebody is: the organisation that what they typed and their address lead to, made when it is named for the first time. The
//! rule is [`whose`]; this looks up what it needs, for all who are asked about at once. Why so: docs/decisions/0018.

use std::collections::{BTreeSet, HashMap};

use crate::clock::Instant;
use crate::db::organisations::{self, New};
use crate::db::{DbError, Tx};
use crate::domain::ids::OrganisationId;
use crate::domain::mail_domain::domains_of;
use crate::domain::organisation::{Named, name_key, whose};
use crate::domain::sector::Sector;

/// What somebody says of their organisation.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct Said<'a> {
    /// Its name as typed.
    pub name: &'a str,
    /// The sector that goes with it.
    pub sector: Sector,
    /// Their address; `None` where only the name counts: on a roster it says for whom somebody acts, not who employs them.
    pub email: Option<&'a str>,
}

/// The organisation of each of them, in their order.
pub(in crate::app) fn matched(tx: &mut Tx<'_>, said: &[Said<'_>], now: Instant) -> Result<Vec<OrganisationId>, DbError> {
    if said.is_empty() {
        return Ok(Vec::new());
    }
    organisations::announce(tx)?;
    let keys: Vec<String> = said.iter().map(|said| name_key(said.name)).collect();
    let all: BTreeSet<&String> = keys.iter().collect();
    let named = organisations::by_names(tx, &all.into_iter().cloned().collect::<Vec<_>>())?;
    let owners = Owners::load(tx, said, &keys, &named)?;
    let found: Vec<Option<OrganisationId>> = said.iter().zip(&keys).map(|(said, key)| whose(named.get(key).copied(), owners.of(said))).collect();
    let new = said.iter().zip(&keys).zip(&found).filter(|(_, found)| found.is_none());
    let new = new.map(|((said, key), _)| New { key: key.clone(), name: said.name, sector: said.sector }).collect();
    let made = organisations::make(tx, new, now)?;
    let whose = |(found, key): (Option<OrganisationId>, &String)| found.or_else(|| made.get(key).copied()).ok_or(DbError::NotFound);
    found.into_iter().zip(&keys).map(whose).collect()
}

/// The organisation of one person.
pub(in crate::app) fn matched_one(tx: &mut Tx<'_>, said: Said<'_>, now: Instant) -> Result<OrganisationId, DbError> {
    matched(tx, &[said], now)?.first().copied().ok_or(DbError::NotFound)
}

/// Who has the domains of the addresses that are asked about.
struct Owners<'a> {
    domains: HashMap<&'a str, Vec<String>>,
    owners: HashMap<String, OrganisationId>,
}

impl<'a> Owners<'a> {
    /// Only where the domain may decide: whoever names a registered organisation is not asked for.
    fn load(tx: &mut Tx<'_>, said: &[Said<'a>], keys: &[String], named: &HashMap<String, Named>) -> Result<Self, DbError> {
        let mut domains: HashMap<&str, Vec<String>> = HashMap::new();
        let open = said.iter().zip(keys).filter(|(_, key)| named.get(*key).is_none_or(|named| !named.is_registered));
        for host in open.filter_map(|(said, _)| host(said)) {
            domains.entry(host).or_insert_with(|| domains_of(host));
        }
        let wanted: BTreeSet<String> = domains.values().flatten().cloned().collect();
        let owners = organisations::by_domains(tx, &wanted.into_iter().collect::<Vec<_>>())?;
        Ok(Self { domains, owners })
    }

    fn of(&self, said: &Said<'_>) -> Option<OrganisationId> {
        let domains = self.domains.get(host(said)?)?;
        domains.iter().find_map(|domain| self.owners.get(domain)).copied()
    }
}

/// The part of the address that domains are read from, with its `@`.
fn host<'a>(said: &Said<'a>) -> Option<&'a str> {
    let email = said.email?;
    email.rfind('@').map(|at| &email[at..])
}
