//! Invented people: drawn one by one from the organisations, so that everybody in the plan comes to something.

use std::collections::HashSet;

use super::names::{self, plain};
use super::organisations::{self, Kind, Made};
use super::random::Random;
use super::{OrganisationPlan, PersonPlan};
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::domain::text::PersonName;

/// The people met so far and the organisations they come from.
#[derive(Debug)]
pub struct Crowd {
    /// The chance everything in the plan is drawn from.
    pub random: Random,
    organisations: Vec<Made>,
    people: Vec<PersonPlan>,
    addresses: HashSet<String>,
}

impl Crowd {
    /// The organisations, and nobody yet.
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let organisations = organisations::all(&mut random);
        Self { random, organisations, people: Vec::new(), addresses: HashSet::new() }
    }

    /// What the plan keeps.
    pub fn into_parts(self) -> (Vec<OrganisationPlan>, Vec<PersonPlan>) {
        (self.organisations.into_iter().map(|made| made.plan).collect(), self.people)
    }

    /// The sector of a person.
    pub fn sector(&self, person: usize) -> Option<Sector> {
        self.people.get(person).map(|p| p.sector)
    }

    /// The people whose organisation is of one of these kinds.
    pub fn known(&self, kinds: &[Kind]) -> Vec<usize> {
        let of = |p: &PersonPlan| self.organisations.get(p.organisation).is_some_and(|o| kinds.contains(&o.kind));
        self.people.iter().enumerate().filter(|(_, p)| of(p)).map(|(i, _)| i).collect()
    }

    /// Somebody new from an organisation of one of these kinds; `None` when no such organisation exists.
    pub fn newcomer(&mut self, kinds: &[Kind]) -> Option<usize> {
        let choices: Vec<(usize, u32)> =
            self.organisations.iter().enumerate().filter(|(_, o)| kinds.contains(&o.kind)).map(|(i, o)| (i, o.weight)).collect();
        let organisation = self.random.weighted(&choices, choices.last()?.0);
        let made = self.organisations.get(organisation)?;
        let (sector, domain) = (made.plan.sector, made.plan.domain.clone());
        let language = self.random.weighted(made.languages, Language::En);
        let (first, last) = self.full_name(language);
        let mut local = format!("{}.{}", plain(&first), plain(&last));
        let bare = local.clone();
        let mut count = 1;
        while !self.addresses.insert(format!("{local}@{domain}")) {
            count += 1;
            local = format!("{bare}{count}");
        }
        let name = PersonName::parse(&format!("{first} {last}")).ok()?;
        let email = EmailAddress::parse(&format!("{local}@{domain}")).ok()?;
        self.people.push(PersonPlan { name, email, organisation, sector, language });
        Some(self.people.len() - 1)
    }

    /// A name for somebody who speaks but does not register.
    pub fn speaker(&mut self) -> String {
        let language = self.random.weighted(&[(Language::Nl, 50), (Language::Fr, 42), (Language::De, 8)], Language::Nl);
        let (first, last) = self.full_name(language);
        format!("{first} {last}")
    }

    fn full_name(&mut self, language: Language) -> (String, String) {
        let community = match language {
            // Who reads English best may come from anywhere; and one in twenty bears a name of a neighbour's language.
            Language::En => self.random.weighted(&[(Language::Nl, 50), (Language::Fr, 40), (Language::De, 10)], Language::Nl),
            Language::Nl if self.random.chance(5) => Language::Fr,
            Language::Fr if self.random.chance(5) => Language::Nl,
            own => own,
        };
        let list = names::of(community);
        let first = self.pick(list.first);
        let last = self.pick(list.last);
        if self.random.chance(3) && !last.contains(' ') {
            let second = self.pick(list.last);
            if second != last && !second.contains(' ') {
                return (first.to_owned(), format!("{last}-{second}"));
            }
        }
        (first.to_owned(), last.to_owned())
    }

    fn pick(&mut self, list: &'static [&'static str]) -> &'static str {
        list.get(self.random.index(list.len())).copied().unwrap_or("Noor")
    }
}
