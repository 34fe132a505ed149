//! How long somebody was there: the length of the union of the stays inside the event.
//!
//! Rules: stays are half open, `[from, to)`, and count in whole seconds; what lies outside `[start, end)` of the event does not count; two
//! devices at once count once; minutes are full minutes, the rest is dropped, and the share is compared in seconds, never in rounded minutes.

use chrono::{DateTime, Utc};

use super::reports::Sighting;

/// When the event took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its beginning.
    pub start: DateTime<Utc>,
    /// Its end; not later than the beginning: then nobody was there.
    pub end: DateTime<Utc>,
}

impl Window {
    /// Its length in seconds, at least 0.
    pub fn seconds(&self) -> i64 {
        (self.end.timestamp() - self.start.timestamp()).max(0)
    }
}

/// How long somebody was at an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// How long, in seconds.
    pub seconds: i64,
    /// How long the event lasted, in seconds.
    pub event: i64,
}

impl Presence {
    /// Of all sightings of one person. Where a provider tells only the first joining and the last leaving, what it says was spent between
    /// them is the most that they add (see [`Sighting::at_most`]).
    pub fn of<'s>(sightings: impl IntoIterator<Item = &'s Sighting>, window: Window) -> Self {
        let (mut exact, mut all, mut at_most) = (Vec::new(), Vec::new(), 0_i64);
        for sighting in sightings {
            all.extend_from_slice(&sighting.intervals);
            match sighting.at_most {
                Some(most) => at_most = at_most.saturating_add(most.max(0)),
                None => exact.extend_from_slice(&sighting.intervals),
            }
        }
        let seconds = seconds(&all, window).min(seconds(&exact, window).saturating_add(at_most));
        Self { seconds, event: window.seconds() }
    }

    /// Full minutes, rounded down.
    pub fn minutes(self) -> i64 {
        self.seconds / 60
    }

    /// The share of the event in per cent, rounded down: 100 only for the whole of it. 0 for an event without length.
    pub fn percent(self) -> u8 {
        let share = i128::from(self.seconds.max(0)) * 100 / i128::from(self.event.max(1));
        if self.event <= 0 { 0 } else { u8::try_from(share.min(100)).unwrap_or(100) }
    }

    /// Whether this is at least so many per cent of the event. Whoever was not there for a second is not present, even at 0 per cent.
    pub fn is_present(self, minimum: u8) -> bool {
        self.seconds > 0 && i128::from(self.seconds) * 100 >= i128::from(self.event) * i128::from(minimum)
    }
}

/// The stays inside the window, those that touch or overlap as one, in the order of time.
pub fn merged(intervals: &[(DateTime<Utc>, DateTime<Utc>)], window: Window) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let clip = |(from, to): &(DateTime<Utc>, DateTime<Utc>)| ((*from).max(window.start), (*to).min(window.end));
    let mut inside: Vec<_> = intervals.iter().map(clip).filter(|(from, to)| from < to).collect();
    inside.sort_unstable();
    let mut merged: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::with_capacity(inside.len().min(16));
    for (from, to) in inside {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// The length of the union of the stays inside the window, in seconds.
pub fn seconds(intervals: &[(DateTime<Utc>, DateTime<Utc>)], window: Window) -> i64 {
    merged(intervals, window).iter().map(|(from, to)| to.timestamp() - from.timestamp()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_796_900_000 + seconds, 0).unwrap()
    }

    fn stays(pairs: &[(i64, i64)]) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        pairs.iter().map(|(from, to)| (at(*from), at(*to))).collect()
    }

    #[test]
    fn stays_count_once_and_only_inside() {
        let window = Window { start: at(0), end: at(6_000) };
        for (pairs, expected) in [
            (&[][..], 0),
            (&[(0, 6_000)], 6_000),
            (&[(-500, 7_000)], 6_000),
            (&[(-500, 0), (6_000, 7_000)], 0),
            (&[(0, 60), (60, 120)], 120),
            (&[(100, 200), (0, 150)], 200),
            (&[(0, 1_000), (100, 200), (900, 1_100)], 1_100),
            (&[(300, 200)], 0),
            (&[(0, 10), (0, 10)], 10),
        ] {
            assert_eq!(seconds(&stays(pairs), window), expected, "{pairs:?}");
        }
        assert_eq!(seconds(&stays(&[(0, 10)]), Window { start: at(10), end: at(0) }), 0, "an event that ends before it begins");
    }

    #[test]
    fn a_summer_hour_more_or_less_is_no_matter() {
        let utc = |text: &str| -> DateTime<Utc> { text.parse().unwrap() };
        // Brussels, from 01:30 summer time to 03:30 winter time: three hours.
        let window = Window { start: utc("2026-10-24T20:00:00Z"), end: utc("2026-10-25T08:00:00Z") };
        assert_eq!(seconds(&[(utc("2026-10-24T23:30:00Z"), utc("2026-10-25T02:30:00Z"))], window), 3 * 3_600);
    }

    #[test]
    fn shares_are_compared_in_seconds() {
        for (seconds, event, minutes, percent, minimum, present) in [
            (3_600, 7_200, 60, 50, 50, true),
            (3_599, 7_200, 59, 49, 50, false),
            (7_200, 7_200, 120, 100, 100, true),
            (0, 7_200, 0, 0, 0, false),
            (1, 7_200, 0, 0, 0, true),
            (0, 0, 0, 0, 50, false),
        ] {
            let presence = Presence { seconds, event };
            assert_eq!((presence.minutes(), presence.percent(), presence.is_present(minimum)), (minutes, percent, present), "{presence:?}");
        }
    }

    #[test]
    fn what_was_spent_caps_what_lies_between() {
        let window = Window { start: at(0), end: at(6_000) };
        let sighting = |pairs: &[(i64, i64)], at_most| Sighting { intervals: stays(pairs), at_most, ..Sighting::default() };
        for (sightings, expected) in [
            (vec![sighting(&[(0, 6_000)], Some(1_200))], 1_200),
            (vec![sighting(&[(0, 600)], Some(1_200))], 600),
            (vec![sighting(&[(0, 6_000)], Some(1_200)), sighting(&[(0, 3_000)], None)], 4_200),
            (vec![sighting(&[(0, 6_000)], Some(-5))], 0),
        ] {
            assert_eq!(Presence::of(&sightings, window).seconds, expected, "{sightings:?}");
        }
    }

    proptest! {
        #[test]
        fn the_union_is_what_counting_seconds_finds(pairs in prop::collection::vec((-50_i64..150, -50_i64..150), 0..20)) {
            let window = Window { start: at(0), end: at(100) };
            let counted = (0..100).filter(|second| pairs.iter().any(|(from, to)| from <= second && second < to)).count();
            prop_assert_eq!(seconds(&stays(&pairs), window), i64::try_from(counted).unwrap());
            let merged = merged(&stays(&pairs), window);
            prop_assert!(merged.windows(2).all(|two| two[0].1 < two[1].0 && two[1].0 - two[0].1 >= TimeDelta::seconds(1)));
        }
    }
}
