//! When somebody last wanted something at the doors. It must not know what.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Remembers the last visit.
pub(super) struct Visits {
    since: Instant,
    /// Milliseconds from `since` to the last visit, and one; 0 before the first.
    last: AtomicU64,
}

impl Default for Visits {
    fn default() -> Self {
        Self { since: Instant::now(), last: AtomicU64::new(0) }
    }
}

impl Visits {
    /// Somebody is here.
    pub(super) fn note(&self) {
        self.last.store(self.elapsed() + 1, Ordering::Relaxed);
    }

    /// Whether somebody was, so long ago at most.
    pub(super) fn within(&self, time: Duration) -> bool {
        let last = self.last.load(Ordering::Relaxed);
        last > 0 && u128::from((self.elapsed() + 1).saturating_sub(last)) <= time.as_millis()
    }

    fn elapsed(&self) -> u64 {
        u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_remembered_for_a_while() {
        let visits = Visits::default();
        assert!(!visits.within(Duration::from_secs(3600)), "nobody was there");
        visits.note();
        assert!(visits.within(Duration::from_secs(60)));
        std::thread::sleep(Duration::from_millis(20));
        assert!(!visits.within(Duration::from_millis(10)));
    }
}
