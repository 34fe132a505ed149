//! Tries of passwords and codes: each is taken before it is looked at, and given back when it was right. So many at once take no
//! more than one after the other, and who signs in often is not kept waiting. Must not know what is tried.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant as Stopwatch};

/// Counts tries by key, as a bucket that fills again at a steady rate (GCRA).
pub(super) struct Tries {
    /// How long one try takes to come back.
    each: Duration,
    /// How many there are at most.
    most: u32,
    /// When each key will have all of its tries again; a key that has is forgotten.
    whole: Mutex<HashMap<String, Stopwatch>>,
}

impl Tries {
    /// So many tries, which all come back within this time.
    pub(super) fn new(most: u32, within: Duration) -> Self {
        let most = most.max(1);
        Self { each: within / most, most, whole: Mutex::default() }
    }

    /// Takes a try of a key.
    ///
    /// # Errors
    /// How long until there is one.
    pub(super) fn take(&self, key: &str, now: Stopwatch) -> Result<(), Duration> {
        let mut all = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
        let whole = all.get(key).copied().filter(|at| *at > now).unwrap_or(now) + self.each;
        let left = self.each * self.most;
        match whole.saturating_duration_since(now).checked_sub(left) {
            Some(wait) if !wait.is_zero() => Err(wait),
            _ => {
                all.insert(key.to_owned(), whole);
                Ok(())
            }
        }
    }

    /// Gives a try back that was taken.
    pub(super) fn give_back(&self, key: &str) {
        let mut all = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sooner) = all.get(key).and_then(|at| at.checked_sub(self.each)) {
            all.insert(key.to_owned(), sooner);
        }
    }

    /// Forgets keys that have all of their tries.
    pub(super) fn forget(&self, now: Stopwatch) {
        self.whole.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, at| *at > now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_are_used_up_come_back_and_are_given_back() {
        let (tries, start) = (Tries::new(3, Duration::from_secs(30)), Stopwatch::now());
        let at = |seconds| start + Duration::from_secs(seconds);
        assert!((0..3).all(|_| tries.take("a", at(0)).is_ok()));
        assert_eq!(tries.take("a", at(0)), Err(Duration::from_secs(10)));
        assert_eq!(tries.take("b", at(0)), Ok(()), "another key");
        tries.give_back("a");
        assert_eq!((tries.take("a", at(0)), tries.take("a", at(0))), (Ok(()), Err(Duration::from_secs(10))), "the one given back, and no more");
        assert_eq!(tries.take("a", at(9)), Err(Duration::from_secs(1)));
        assert_eq!((tries.take("a", at(10)), tries.take("a", at(10))), (Ok(()), Err(Duration::from_secs(10))), "one comes back every ten seconds");
        tries.forget(at(39));
        assert_eq!(tries.take("a", at(20)), Ok(()));
        assert!(tries.take("a", at(20)).is_err(), "what is not whole is not forgotten");
        tries.forget(at(100));
        assert!((0..3).all(|_| tries.take("a", at(100)).is_ok()) && tries.take("a", at(100)).is_err(), "all are back, and no more");
    }

    #[test]
    fn giving_back_what_was_never_taken_gives_nothing() {
        let (tries, now) = (Tries::new(1, Duration::from_secs(10)), Stopwatch::now());
        for _ in 0..3 {
            tries.give_back("a");
        }
        assert_eq!((tries.take("a", now), tries.take("a", now)), (Ok(()), Err(Duration::from_secs(10))));
    }
}
