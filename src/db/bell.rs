//! What every piece of work is given: row numbers, a place for what is done last, and a bell that is rung after its commit. It must not know who listens.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::door::Last;
use super::ids::IdSource;

/// What a writer's work is given besides its connection.
pub(super) struct Means {
    /// Makes row numbers.
    pub ids: Arc<IdSource>,
    /// Tells that mail is owed.
    pub bell: Bell,
    /// What is put off to the end of the transaction under way.
    put_off: Mutex<Vec<Last>>,
}

impl Means {
    /// Of one writer.
    pub fn new(ids: Arc<IdSource>, bell: Bell) -> Self {
        Self { ids, bell, put_off: Mutex::default() }
    }

    /// What is put off to the end of the transaction under way.
    pub fn last(&self) -> MutexGuard<'_, Vec<Last>> {
        self.put_off.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Rung after a commit in which some work asked for it: whoever waits for what it left behind need not look again and again.
#[derive(Default)]
pub(super) struct Bell {
    asked: AtomicBool,
    listeners: Arc<Notify>,
}

impl Bell {
    /// A bell of the same sound for another writer: the commit of one must not ring for what another has yet to commit.
    pub fn sister(&self) -> Self {
        Self { asked: AtomicBool::new(false), listeners: self.listeners.clone() }
    }

    /// Asks for it to be rung after the commit.
    pub fn ask(&self) {
        self.asked.store(true, Ordering::Relaxed);
    }

    /// Rings it if somebody asked; in vain, after a commit that failed, it does no harm.
    pub fn ring_if_asked(&self) {
        if self.asked.swap(false, Ordering::Relaxed) {
            self.listeners.notify_one();
        }
    }

    /// Waits until it or a sister is rung, or answers at once when one was since somebody last waited.
    pub async fn heard(&self) {
        self.listeners.notified().await;
    }
}
