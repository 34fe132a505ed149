//! The only place that asks the machine what time it is.
//!
//! Everything else gets the time as a parameter, so that a test (and a retry) sees the same instant twice.
//! It must not know what the time is used for.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Datelike, SubsecRound, Utc};

/// A moment in UTC, cut to whole microseconds so that both databases give it back unchanged.
pub type Instant = DateTime<Utc>;

/// Where the time comes from: the machine, or a hand-set clock in tests and in the demonstration's past.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands still until it is set; clones share it.
    Fixed(Arc<Mutex<Instant>>),
}

impl Clock {
    /// A clock that stands at `at`.
    pub fn fixed(at: Instant) -> Self {
        Self::Fixed(Arc::new(Mutex::new(cut(at))))
    }

    /// The current moment.
    pub fn now(&self) -> Instant {
        match self {
            #[allow(clippy::disallowed_methods)] // the one place that may
            Self::System => cut(Utc::now()),
            Self::Fixed(at) => *at.lock().unwrap_or_else(|poisoned| poisoned.into_inner()),
        }
    }

    /// Moves a fixed clock; the machine's clock cannot be moved and stays as it is.
    pub fn set(&self, to: Instant) {
        if let Self::Fixed(at) = self {
            *at.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = cut(to);
        }
    }
}

/// Whether a moment lies in the years 2000 to 2999: what a quarter can name, both databases can store and sort.
pub fn is_kept(at: &Instant) -> bool {
    (2000..3000).contains(&at.year())
}

/// Cuts a moment to microseconds.
pub fn cut(at: Instant) -> Instant {
    at.trunc_subsecs(6)
}
