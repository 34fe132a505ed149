//! Where claimed mails wait for a connection: those that somebody looks for now in one lane, those that can wait in the other. It must
//! not know what becomes of them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Notify;

use super::letters::Letter;

/// How long a connection looks for a mail that somebody waits for before it takes one that can wait, while visitors are served. With four
/// connections some 160 of those go out in a second, and the machine is the visitors'.
const GIVE_WAY: Duration = Duration::from_millis(20);

/// One mail in so many is one that can wait, if there is one: under a rush that never ends they have their turns, too.
const TURNS: usize = 16;

/// Which mails to claim next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// As many as that, those that can wait behind the others.
    Any(usize),
    /// As many as that, none that can wait: there are enough of them.
    Urgent(usize),
    /// None.
    Nothing,
}

/// The two lanes.
pub struct Lanes {
    urgent: Lane,
    patient: Lane,
    /// Mails that may wait in each.
    most: usize,
    /// Rung when the lane of those that can wait is half empty.
    half_empty: Notify,
    /// Mails that were taken.
    taken: AtomicUsize,
}

struct Lane {
    inlet: flume::Sender<Letter>,
    outlet: flume::Receiver<Letter>,
}

impl Lane {
    fn new() -> Self {
        // Bounded by what is claimed.
        let (inlet, outlet) = flume::unbounded();
        Self { inlet, outlet }
    }
}

impl Lanes {
    /// Empty ones for `most` mails each.
    pub fn new(most: usize) -> Self {
        Self { urgent: Lane::new(), patient: Lane::new(), most, half_empty: Notify::new(), taken: AtomicUsize::new(0) }
    }

    /// Which mails to claim next.
    pub fn wanted(&self) -> Wanted {
        let (urgent, patient) = (self.most.saturating_sub(self.urgent.outlet.len()), self.most.saturating_sub(self.patient.outlet.len()));
        // A claim is a commit of its own, for one mail as for hundreds.
        match (urgent * 2 >= self.most, patient * 2 >= self.most) {
            (false, _) => Wanted::Nothing,
            (true, false) => Wanted::Urgent(urgent),
            (true, true) => Wanted::Any(urgent.min(patient)),
        }
    }

    /// Puts mails into their lanes, each behind those of its lane.
    pub fn add(&self, letters: Vec<Letter>) {
        for letter in letters {
            let lane = if letter.row.kind.can_wait() { &self.patient } else { &self.urgent };
            // The other end is here.
            let _ = lane.inlet.send(letter);
        }
    }

    /// Waits until the lane of those that can wait is half empty.
    pub async fn half_empty(&self) {
        self.half_empty.notified().await;
    }

    /// The next mail, one that somebody looks for before one that can wait. `gives_way` is asked whether visitors are being served.
    pub async fn next(&self, gives_way: impl Fn() -> bool) -> Letter {
        let is_its_turn = self.taken.fetch_add(1, Ordering::Relaxed) % TURNS == TURNS - 1;
        if is_its_turn && let Ok(letter) = self.patient.outlet.try_recv() {
            return self.can_wait(letter);
        }
        if gives_way()
            && let Ok(Ok(letter)) = tokio::time::timeout(GIVE_WAY, self.urgent.outlet.recv_async()).await
        {
            return letter;
        }
        tokio::select! {
            biased;
            Ok(letter) = self.urgent.outlet.recv_async() => letter,
            Ok(letter) = self.patient.outlet.recv_async() => self.can_wait(letter),
            // Both inlets are here: they do not end before this does.
            else => std::future::pending().await,
        }
    }

    /// One that can wait was taken.
    fn can_wait(&self, letter: Letter) -> Letter {
        if self.patient.outlet.len() * 2 <= self.most {
            self.half_empty.notify_one();
        }
        letter
    }

    /// Takes everything out.
    pub fn drain(&self) -> Vec<Letter> {
        self.urgent.outlet.drain().chain(self.patient.outlet.drain()).collect()
    }
}
