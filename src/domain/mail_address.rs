//! When an address counts as one to which mail fails. It must not know how a failure is reported or where this is kept.

use chrono::Duration;

use crate::clock::Instant;

/// Passing failures that make a lasting one, when they go on for [`LASTING_DAYS`].
pub const LASTING: u32 = 5;
/// For how long, in days.
pub const LASTING_DAYS: i64 = 3;
/// After so many days without one, passing failures are forgotten.
pub const FORGOTTEN_DAYS: i64 = 30;

/// Passing failures of an address so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failures {
    /// How many.
    pub count: u32,
    /// When the first of them was.
    pub since: Instant,
    /// When the last of them was.
    pub last: Instant,
}

impl Failures {
    /// With another one now.
    pub fn another(before: Option<Self>, now: Instant) -> Self {
        match before.filter(|before| now - before.last < Duration::days(FORGOTTEN_DAYS)) {
            Some(before) => Self { count: before.count.saturating_add(1), last: now.max(before.last), ..before },
            None => Self { count: 1, since: now, last: now },
        }
    }

    /// Whether they are lasting: a mailbox that is full for days is nobody's.
    pub fn are_lasting(&self) -> bool {
        self.count >= LASTING && self.last - self.since >= Duration::days(LASTING_DAYS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_last_when_they_are_many_and_go_on() {
        let at = |hours: i64| chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap() + Duration::hours(hours);
        for (what, hours, count, lasting) in [
            ("one", vec![0], 1, false),
            ("five in an hour", vec![0, 0, 0, 1, 1], 5, false),
            ("five in four days", vec![0, 24, 48, 72, 96], 5, true),
            ("four in four days", vec![0, 24, 48, 96], 4, false),
            ("a month between", vec![0, 24, 48, 72, 72 + 31 * 24], 1, false),
            ("told out of order", vec![96, 0, 0, 0, 0], 5, false),
        ] {
            let failures = hours.iter().fold(None, |before, hour| Some(Failures::another(before, at(*hour)))).unwrap();
            assert_eq!((failures.count, failures.are_lasting()), (count, lasting), "{what}");
        }
    }
}
