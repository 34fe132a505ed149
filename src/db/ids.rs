//! Row numbers made by the application: unique over all tables and, but for a vanishing chance, over all processes.
//!
//! 43 bits of milliseconds, 20 bits that start anywhere and count up. Two processes that hit the same number break a
//! primary key, and the work is then run again with new numbers. They say nothing about order between processes.

use std::sync::atomic::{AtomicI64, Ordering};

use ring::rand::{SecureRandom, SystemRandom};

use crate::clock::Clock;

/// Makes row numbers.
pub struct IdSource {
    last: AtomicI64,
    clock: Clock,
}

impl IdSource {
    /// A source that reads the time from `clock`.
    pub fn new(clock: Clock) -> Self {
        Self { last: AtomicI64::new(0), clock }
    }

    /// The next number; each call gives a greater one.
    pub fn next(&self) -> i64 {
        let floor = self.clock.now().timestamp_millis() << 20;
        let previous = self.last.load(Ordering::Relaxed);
        if previous < floor {
            let mut noise = [0_u8; 4];
            // Without randomness the counter starts at nought: still unique within the process.
            let _ = SystemRandom::new().fill(&mut noise);
            let start = floor | i64::from(u32::from_le_bytes(noise) & 0x7_FFFF);
            if self.last.compare_exchange(previous, start, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
                return start;
            }
        }
        self.last.fetch_add(1, Ordering::Relaxed) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_rise_also_when_the_clock_stands_or_falls_back() {
        let clock = Clock::fixed(chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let ids = IdSource::new(clock.clone());
        let mut last = ids.next();
        for step in [0, 0, 1, -5, 3] {
            clock.set(clock.now() + chrono::Duration::seconds(step));
            let next = ids.next();
            assert!(next > last);
            last = next;
        }
    }
}
