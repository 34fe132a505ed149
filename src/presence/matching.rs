//! Whose sightings they are: by address, then by a name that only one registration has; whatever is not certain waits for a person to decide.
//!
//! Deterministic: the same people and registrations in the same order give the same answer. Nothing is guessed: a name that two share, that
//! is nearly somebody's, or whose registration was recognised by its address already, is queued with the candidates.

use std::collections::{BTreeSet, HashMap};

use super::name::{Name, fold};
use super::near::{Index, MAX_CANDIDATES};
use super::reports::Sighting;

/// A registration, as far as it can be recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registrant {
    /// Its number.
    pub id: i64,
    /// The person's name as they typed it.
    pub name: String,
    /// What addresses are compared by (`EmailAddress::key`).
    pub email_key: String,
    /// The organisation's name as typed: puts candidates in order, decides nothing.
    pub organisation: String,
}

/// What somebody was recognised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// The address.
    Address,
    /// The name.
    Name,
}

/// A registration whose sightings are certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// The number of the registration.
    pub registration: i64,
    /// Places in the list of people: more than one where somebody came under two names, or in two reports.
    pub sightings: Vec<usize>,
    /// What it was recognised by.
    pub by: By,
}

/// Why a sighting waits for somebody to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// More than one registration has that name.
    SameName,
    /// The one registration of that name was recognised by its address already, or two sightings claim it.
    Claimed,
    /// No registration has that name, some have nearly that name.
    Near,
    /// The address is of one registration, the name only of another.
    AddressOfAnother,
    /// More than one registration has that address.
    SameAddress,
    /// Neither the address nor the name, nor anything near it, is registered.
    Unknown,
}

impl Why {
    /// The stable code, the last part of its text's key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SameName => "same-name",
            Self::Claimed => "claimed",
            Self::Near => "near",
            Self::AddressOfAnother => "address-of-another",
            Self::SameAddress => "same-address",
            Self::Unknown => "unknown",
        }
    }
}

/// A sighting that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// Its place in the list of people.
    pub sighting: usize,
    /// Why.
    pub why: Why,
    /// The numbers of the registrations that it may be, the likeliest first; at most five.
    pub candidates: Vec<i64>,
}

/// Whose sightings they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Certain ones, in the order of the registrations.
    pub matched: Vec<Matched>,
    /// The others, in the order of the people.
    pub queue: Vec<Queued>,
}

/// Says whose sightings they are. `email_key` makes of an address what registrations keep (`EmailAddress::parse(…).key()`), none for what is
/// no address.
pub fn assign(people: &[Sighting], registrants: &[Registrant], email_key: impl Fn(&str) -> Option<String>) -> Matching {
    let book = Book::new(registrants);
    let seen: Vec<Seen> = people.iter().map(|person| book.look(person, &email_key)).collect();
    let mut by_address: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut by_name: HashMap<usize, Vec<usize>> = HashMap::new();
    for (sighting, seen) in seen.iter().enumerate() {
        match seen {
            Seen::Address(registrant) => by_address.entry(*registrant).or_default().push(sighting),
            Seen::Name(registrant) => by_name.entry(*registrant).or_default().push(sighting),
            Seen::Doubtful(..) => {}
        }
    }
    let mut matching = Matching::default();
    for (place, registrant) in registrants.iter().enumerate() {
        let named = by_name.get(&place).map(Vec::as_slice).unwrap_or_default();
        let (sightings, by) = match (by_address.remove(&place), named) {
            (Some(sightings), _) => (sightings, By::Address),
            (None, [one]) => (vec![*one], By::Name),
            (None, _) => continue,
        };
        matching.matched.push(Matched { registration: registrant.id, sightings, by });
    }
    let certain: BTreeSet<usize> = matching.matched.iter().flat_map(|matched| matched.sightings.iter().copied()).collect();
    for (sighting, seen) in seen.into_iter().enumerate().filter(|(sighting, _)| !certain.contains(sighting)) {
        let (why, places) = match seen {
            Seen::Doubtful(why, places) => (why, places),
            Seen::Address(place) | Seen::Name(place) => (Why::Claimed, vec![place]),
        };
        let candidates = places.iter().filter_map(|place| registrants.get(*place)).map(|registrant| registrant.id).collect();
        matching.queue.push(Queued { sighting, why, candidates });
    }
    matching
}

/// What a sighting looks like, on its own. Registrations by their places.
enum Seen {
    Address(usize),
    Name(usize),
    Doubtful(Why, Vec<usize>),
}

/// The registrations, ready to be looked up.
struct Book {
    addresses: HashMap<String, Vec<usize>>,
    names: HashMap<String, Vec<usize>>,
    organisations: Vec<String>,
    near: Index,
}

impl Book {
    fn new(registrants: &[Registrant]) -> Self {
        let mut book =
            Self { addresses: HashMap::new(), names: HashMap::new(), organisations: Vec::with_capacity(registrants.len()), near: Index::default() };
        for (place, registrant) in registrants.iter().enumerate() {
            if !registrant.email_key.is_empty() {
                book.addresses.entry(registrant.email_key.clone()).or_default().push(place);
            }
            let name = Name::new(&registrant.name);
            for reading in &name.readings {
                book.names.entry(reading.clone()).or_default().push(place);
            }
            book.near.add(&name, u32::try_from(place).unwrap_or(u32::MAX));
            book.organisations.push(fold(&registrant.organisation));
        }
        book
    }

    fn look(&self, person: &Sighting, email_key: &impl Fn(&str) -> Option<String>) -> Seen {
        let names: Vec<Name> = std::iter::once(&person.name).chain(&person.other_names).map(|name| Name::new(name)).collect();
        let of_address = person.email.as_deref().and_then(email_key).and_then(|key| self.addresses.get(&key)).map(Vec::as_slice).unwrap_or_default();
        let of_name: BTreeSet<usize> =
            names.iter().flat_map(|name| &name.readings).filter_map(|reading| self.names.get(reading)).flatten().copied().collect();
        match (of_address, of_name.len()) {
            // Who has another's name and not their own is not believed.
            ([one], 1..) if !of_name.contains(one) => {
                Seen::Doubtful(Why::AddressOfAnother, self.sorted(std::iter::once(*one).chain(of_name), &names, true))
            }
            ([one], _) => Seen::Address(*one),
            ([_, _, ..], _) => Seen::Doubtful(Why::SameAddress, self.sorted(of_address.iter().copied(), &names, false)),
            ([], 0) => self.nearly(&names),
            ([], 1) => of_name.first().map_or(Seen::Doubtful(Why::Unknown, Vec::new()), |one| Seen::Name(*one)),
            ([], _) => Seen::Doubtful(Why::SameName, self.sorted(of_name.into_iter(), &names, false)),
        }
    }

    fn nearly(&self, names: &[Name]) -> Seen {
        let mut near: Vec<usize> = Vec::new();
        for number in names.iter().flat_map(|name| self.near.near(name)).map(|number| number as usize) {
            if !near.contains(&number) {
                near.push(number);
            }
        }
        if near.is_empty() { Seen::Doubtful(Why::Unknown, near) } else { Seen::Doubtful(Why::Near, self.sorted(near.into_iter(), names, false)) }
    }

    /// Those whose organisation is named beside the name first, else in the order given; with `lead`, the first stays the first.
    fn sorted(&self, places: impl Iterator<Item = usize>, names: &[Name], lead: bool) -> Vec<usize> {
        let mut places: Vec<usize> = places.take(MAX_CANDIDATES * 20).collect();
        let is_named = |place: &usize| {
            let organisation = self.organisations.get(*place).map(String::as_str).unwrap_or_default();
            !organisation.is_empty() && names.iter().any(|name| name.tags.iter().any(|tag| tag == organisation))
        };
        if let Some(others) = places.get_mut(usize::from(lead)..) {
            others.sort_by_key(|place| !is_named(place));
        }
        places.truncate(MAX_CANDIDATES);
        places
    }
}

#[cfg(test)]
mod tests;
