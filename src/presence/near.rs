//! Names that are nearly the same: a letter more, less, other or swapped; a middle name; an initial; a blank more or less.
//!
//! Found by an index of what is left of each name when a letter is taken away, so that a name costs as many look-ups as it has letters, however
//! many are registered. Names that differ by two letters are found when taking one away from each makes them the same.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hasher};

use super::name::Name;

/// Longest name that is compared by its letters, in characters.
const MAX_LETTERS: usize = 60;
/// Shortest.
const MIN_LETTERS: usize = 4;
/// How many of those that share a beginning are looked at.
const LOOKED_AT: usize = 64;
/// Most candidates for one name.
pub const MAX_CANDIDATES: usize = 5;

/// An index of names by their numbers.
#[derive(Debug, Default)]
pub struct Index {
    /// Each reading once, with the numbers of those who have it.
    readings: Vec<(String, Vec<u32>)>,
    places: HashMap<String, u32>,
    /// Places in `readings` by what is left without one letter.
    deletes: HashMap<u64, Vec<u32>>,
    /// Places in `readings` by what is left without a word, or with an initial for one.
    loose: HashMap<String, Vec<u32>>,
}

impl Index {
    /// Adds a name.
    pub fn add(&mut self, name: &Name, number: u32) {
        for reading in name.readings.iter().chain(Some(&name.joined)) {
            if let Some((_, numbers)) = self.places.get(reading).and_then(|place| self.readings.get_mut(*place as usize)) {
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
                continue;
            }
            let place = u32::try_from(self.readings.len()).unwrap_or(u32::MAX);
            self.readings.push((reading.clone(), vec![number]));
            self.places.insert(reading.clone(), place);
            each_delete(reading, |hash| self.deletes.entry(hash).or_default().push(place));
            each_loose(reading, |variant| self.loose.entry(variant).or_default().push(place));
        }
    }

    /// The numbers of names near this one, the nearest first; at most [`MAX_CANDIDATES`].
    pub fn near(&self, name: &Name) -> Vec<u32> {
        let mut found: BTreeMap<u32, usize> = BTreeMap::new();
        for reading in name.readings.iter().chain(Some(&name.joined)) {
            for (place, distance) in self.places_near(reading) {
                let numbers = self.readings.get(place as usize).map(|(_, numbers)| numbers.as_slice()).unwrap_or_default();
                for number in numbers.iter().take(MAX_CANDIDATES) {
                    found.entry(*number).and_modify(|known| *known = distance.min(*known)).or_insert(distance);
                }
            }
        }
        let mut numbers: Vec<(usize, u32)> = found.into_iter().map(|(number, distance)| (distance, number)).collect();
        numbers.sort_unstable();
        numbers.into_iter().take(MAX_CANDIDATES).map(|(_, number)| number).collect()
    }

    /// Readings near this one, with how many letters differ.
    fn places_near(&self, reading: &str) -> BTreeMap<u32, usize> {
        let most = if reading.chars().count() < 8 { 1 } else { 2 };
        let mut near: BTreeMap<u32, usize> = BTreeMap::new();
        let distance = |place: u32| self.readings.get(place as usize).map_or(usize::MAX, |(other, _)| strsim::osa_distance(reading, other));
        each_delete(reading, |hash| {
            for place in self.deletes.get(&hash).into_iter().flatten().take(LOOKED_AT) {
                near.entry(*place).or_insert_with(|| distance(*place));
            }
        });
        near.retain(|_, distance| *distance <= most);
        for place in self.loose.get(reading).into_iter().flatten().take(LOOKED_AT) {
            near.entry(*place).or_insert(1);
        }
        each_loose(reading, |variant| {
            if let Some(place) = self.places.get(&variant) {
                near.entry(*place).or_insert(1);
            }
        });
        near
    }
}

/// Hashes of a text and of what is left of it without one of its letters, each once.
fn each_delete(text: &str, mut with: impl FnMut(u64)) {
    let letters = text.chars().count();
    if !(MIN_LETTERS..=MAX_LETTERS).contains(&letters) {
        return;
    }
    with(hash(text));
    let (mut left, mut before) = (String::with_capacity(text.len()), None);
    for (at, c) in text.char_indices() {
        // Of letters that repeat, taking either leaves the same.
        if before != Some(c) {
            left.clear();
            left.push_str(text.get(..at).unwrap_or_default());
            left.push_str(text.get(at + c.len_utf8()..).unwrap_or_default());
            with(hash(&left));
        }
        before = Some(c);
    }
}

/// A name without one of its three or more words, or with one of them as an initial.
fn each_loose(reading: &str, mut with: impl FnMut(String)) {
    let words: Vec<&str> = reading.split(' ').take(7).collect();
    if !(2..=6).contains(&words.len()) {
        return;
    }
    for taken in 0..words.len() {
        let others = || words.iter().enumerate().filter(|(place, _)| *place != taken).map(|(_, word)| *word);
        if words.len() > 2 {
            with(others().collect::<Vec<_>>().join(" "));
        }
        let word = words.get(taken).copied().unwrap_or_default();
        if let Some(initial) = word.chars().next().filter(|initial| initial.len_utf8() < word.len()) {
            let initial = initial.to_string();
            let mut with_initial: Vec<&str> = others().chain(Some(initial.as_str())).collect();
            with_initial.sort_unstable();
            with(with_initial.join(" "));
        }
    }
}

/// The same in every run: its keys are fixed.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_others_are_not() {
        let registered = ["Jan Peeters", "Jos Peeters", "Jan Karel De Smet", "Zoë Vandenberghe", "Ann Li"];
        let mut index = Index::default();
        (0..).zip(registered).for_each(|(number, name)| index.add(&Name::new(name), number));
        for (name, expected) in [
            ("Jan Peters", &["Jan Peeters"][..]),
            ("Jan Peetres", &["Jan Peeters"]),
            ("J. Peeters", &["Jan Peeters", "Jos Peeters"]),
            ("Jan De Smet", &["Jan Karel De Smet"]),
            ("Zoe van den Berghe", &["Zoë Vandenberghe"]),
            ("Zo Vandenberghes", &["Zoë Vandenberghe"]),
            ("Anna Li", &["Ann Li"]),
            ("Piet Peeters", &[]),
            ("Peeters", &[]),
            ("iPhone", &[]),
            ("", &[]),
        ] {
            let got: Vec<&str> = index.near(&Name::new(name)).iter().map(|number| registered[*number as usize]).collect();
            assert_eq!(got, expected, "{name:?}");
        }
    }
}
