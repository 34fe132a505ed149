//! Rosters of the demonstration's closed platforms: whoever came to their meetings holds a mandate there, or held one.
//!
//! Drawn with a chance of its own, so that rosters change nothing in who registers for what.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::days::shift;
use super::random::Random;
use super::{EventPlan, OrganisationPlan, PersonPlan};
use crate::domain::ids::Slug;
use crate::domain::member::{Function, Mandate, Member};

/// A platform's roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterPlan {
    /// A platform of the built-in catalogue.
    pub platform_slug: Slug,
    /// Its members.
    pub members: Vec<Member>,
}

/// Platforms with a roster, and the functions on them, in the order in which an organisation fills them.
const ROSTERS: [(&str, &[Function]); 4] = [
    ("csi-dpo", &[Function::Csi, Function::Dpo]),
    ("sit", &[Function::ItManager]),
    ("ren", &[Function::Expert]),
    ("cyssap", &[Function::Representative]),
];

/// The rosters of the closed platforms, as they stand on the day of the plan.
pub fn rosters(seed: u64, today: NaiveDate, organisations: &[OrganisationPlan], people: &[PersonPlan], events: &[EventPlan]) -> Vec<RosterPlan> {
    let mut random = Random::new(seed ^ 0x0524_0573_0052_0001);
    let roster = |(slug, functions): (&str, &'static [Function])| {
        let mut of: BTreeMap<usize, Vec<&PersonPlan>> = BTreeMap::new();
        let mut seen = std::collections::BTreeSet::new();
        for registration in events.iter().filter(|event| event.platform_slug.as_str() == slug).flat_map(|event| &event.registrations) {
            if let Some(person) = people.get(registration.person).filter(|_| seen.insert(registration.person)) {
                of.entry(person.organisation).or_default().push(person);
            }
        }
        let members = of.into_iter().filter_map(|(organisation, people)| Some((organisations.get(organisation)?, people)));
        let members = members.flat_map(|(organisation, people)| of_organisation(&mut random, today, functions, organisation, &people)).collect();
        Some(RosterPlan { platform_slug: slug.parse().ok()?, members })
    };
    ROSTERS.into_iter().filter_map(roster).collect()
}

/// The first who came hold the functions, the next is the deputy of the first, and the others held one before.
fn of_organisation(
    random: &mut Random,
    today: NaiveDate,
    functions: &[Function],
    organisation: &OrganisationPlan,
    people: &[&PersonPlan],
) -> Vec<Member> {
    let mut members = Vec::with_capacity(people.len());
    for (place, person) in people.iter().enumerate() {
        let begun = first_of_month(shift(today, -random.between(200, 2000)));
        let function = functions[place % functions.len()];
        let (deputy, end) = if place < functions.len() {
            (false, end_of_holder(random, today))
        } else if place == functions.len() {
            (true, None)
        } else {
            // Gave it up when whoever holds it now began, more or less.
            (false, Some(shift(today, -random.between(20, 180))))
        };
        let mandate = Mandate::new(begun, end).ok();
        members.extend(mandate.map(|mandate| Member {
            name: person.name.clone(),
            email: person.email.clone(),
            organisation: organisation.name.clone(),
            sector: person.sector,
            language: person.language,
            function,
            deputy,
            mandate,
        }));
    }
    members
}

/// Most have no end or a far one; some end soon, and some have ended and nobody followed.
fn end_of_holder(random: &mut Random, today: NaiveDate) -> Option<NaiveDate> {
    match random.between(1, 100) {
        ..=55 => None,
        56..=80 => Some(shift(first_of_month(shift(today, random.between(120, 1200))), -1)),
        81..=91 => Some(shift(today, random.between(3, 58))),
        _ => Some(shift(today, -random.between(10, 150))),
    }
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
