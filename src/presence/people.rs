//! Stays as people: rows of the same address are one person, rows without one go by the name.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::fault::{Code, Doubts};
use super::name::fold;
use super::pairs::Stay;
use super::reports::Sighting;

/// Most other names of one person.
const MAX_NAMES: usize = 8;
/// How much less than what lies between first joining and last leaving may be stated before it is doubted, in seconds: providers round.
const ROUNDED: i64 = 60;

/// Groups stays; says also how many of them stood there twice.
pub fn group(stays: Vec<Stay<'_>>, doubts: &mut Doubts) -> (Vec<Sighting>, u64) {
    let known = addresses(&stays);
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut people: Vec<Person> = Vec::new();
    for stay in stays {
        let folded = fold(&stay.name);
        let email = stay.email.as_deref().map(str::to_owned).or_else(|| known.get(&folded).cloned().flatten());
        // A name cannot be taken for an address: no address begins with a blank.
        let key = email.as_ref().map_or_else(|| format!(" {folded}"), |email| email.to_lowercase());
        let place = *places.entry(key).or_insert_with(|| {
            people.push(Person { sighting: Sighting { name: stay.name.clone().into_owned(), email, ..Sighting::default() }, ..Person::default() });
            people.len() - 1
        });
        if let Some(person) = people.get_mut(place) {
            person.add(&stay);
        }
    }
    let mut repeated = 0;
    let people = people.into_iter().map(|person| person.close(doubts, &mut repeated)).collect();
    (people, repeated)
}

/// The address of each name in the list of participants: what they did is listed without sign-in names. None where two share the name.
fn addresses(stays: &[Stay<'_>]) -> HashMap<String, Option<String>> {
    let mut known: HashMap<String, Option<String>> = HashMap::new();
    for stay in stays.iter().filter(|stay| stay.envelope && !stay.name.is_empty()) {
        let email = stay.email.as_deref().map(str::to_owned);
        let entry = known.entry(fold(&stay.name)).or_insert_with(|| email.clone());
        if entry.as_ref().map(|known| known.to_lowercase()) != email.map(|email| email.to_lowercase()) {
            *entry = None;
        }
    }
    known
}

/// First joining and last leaving, and how much was spent between them, in seconds.
type Envelope = ((DateTime<Utc>, DateTime<Utc>), Option<i64>);

#[derive(Default)]
struct Person {
    sighting: Sighting,
    envelopes: Vec<Envelope>,
}

impl Person {
    fn add(&mut self, stay: &Stay<'_>) {
        let sighting = &mut self.sighting;
        sighting.rows.push(stay.line);
        if sighting.name.is_empty() {
            sighting.name = stay.name.clone().into_owned();
        }
        let is_new = stay.name != sighting.name && !stay.name.is_empty() && !sighting.other_names.iter().any(|name| *name == stay.name);
        if is_new && sighting.other_names.len() < MAX_NAMES {
            sighting.other_names.push(stay.name.clone().into_owned());
        }
        if sighting.role.is_none() {
            sighting.role = stay.role.as_deref().map(str::to_owned);
        }
        match (stay.span, stay.envelope) {
            (Some(span), true) => self.envelopes.push((span, stay.stated)),
            (Some(span), false) => sighting.intervals.push(span),
            (None, _) => {}
        }
    }

    /// Single stays are worth more than first joining and last leaving, which only count where there are none.
    fn close(mut self, doubts: &mut Doubts, repeated: &mut u64) -> Sighting {
        if self.sighting.intervals.is_empty() {
            self.sighting.intervals = self.envelopes.iter().map(|(span, _)| *span).collect();
            self.cap(doubts);
        }
        let intervals = &mut self.sighting.intervals;
        let before = intervals.len();
        intervals.sort_unstable();
        intervals.dedup();
        *repeated += (before - intervals.len()) as u64;
        self.sighting
    }

    fn cap(&mut self, doubts: &mut Doubts) {
        self.envelopes.sort_unstable();
        self.envelopes.dedup();
        let between = |((from, to), _): &Envelope| (*to - *from).num_seconds();
        let all: i64 = self.envelopes.iter().map(between).fold(0, i64::saturating_add);
        let stated = self.envelopes.iter().map(|one| one.1.unwrap_or_else(|| between(one)).min(between(one))).fold(0, i64::saturating_add);
        if stated.saturating_add(ROUNDED) < all {
            self.sighting.at_most = Some(stated);
            let line = self.sighting.rows.first().copied().unwrap_or_default();
            doubts.push(line, "duration", Code::Gaps, &stated.to_string());
        }
    }
}
