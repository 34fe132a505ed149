//! Who is next at the door: visitors, who wait for an answer, before work that nobody waits for.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::jobs::Job;

/// Largest number of pieces of work in one commit.
const BATCH: usize = 256;
/// How long patient work lets others go first. Then it goes with them: under a load that never ends it has its turns, too.
const PATIENCE: Duration = Duration::from_millis(100);

/// Work that was taken in and not yet done.
#[derive(Default)]
pub(super) struct Line {
    urgent: Vec<Box<dyn Job>>,
    patient: VecDeque<(Instant, Box<dyn Job>)>,
}

impl Line {
    /// The next pieces for one commit, in the order in which they came; none when everybody is gone.
    pub(super) fn next(&mut self, waiting: &flume::Receiver<Box<dyn Job>>) -> Option<Vec<Box<dyn Job>>> {
        if self.patient.is_empty() {
            self.add(waiting.recv().ok()?);
        }
        while self.urgent.len() < BATCH
            && let Ok(job) = waiting.try_recv()
        {
            self.add(job);
        }
        let mut batch = std::mem::take(&mut self.urgent);
        // One at a time: whoever comes meanwhile waits for no more than that.
        let is_its_turn = |(since, _): &(Instant, Box<dyn Job>)| batch.is_empty() || since.elapsed() >= PATIENCE;
        if self.patient.front().is_some_and(is_its_turn) {
            batch.extend(self.patient.pop_front().map(|(_, job)| job));
        }
        Some(batch)
    }

    fn add(&mut self, job: Box<dyn Job>) {
        match job.is_patient() {
            true => self.patient.push_back((Instant::now(), job)),
            false => self.urgent.push(job),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Scope;
    use super::super::jobs::ClosureJob;
    use super::*;
    use crate::db::DbError;
    use crate::domain::ids::EventId;

    fn job(number: i64, patient: bool) -> Box<dyn Job> {
        let (reply, _) = tokio::sync::oneshot::channel();
        Box::new(ClosureJob::new(Scope::Event(EventId(number)), patient, |_: &mut super::super::Tx<'_>| Ok::<_, DbError>(()), reply))
    }

    fn numbers(batch: Option<Vec<Box<dyn Job>>>) -> Vec<i64> {
        batch.into_iter().flatten().map(|job| if let Scope::Event(id) = job.scope() { id.0 } else { 0 }).collect()
    }

    #[test]
    fn patient_work_lets_others_go_first_and_has_its_turn() {
        let (queue, waiting) = flume::unbounded();
        let mut line = Line::default();
        for (number, patient) in [(1, true), (2, false), (3, true), (4, false)] {
            assert!(queue.send(job(number, patient)).is_ok());
        }
        assert_eq!(numbers(line.next(&waiting)), [2, 4], "visitors together");
        assert_eq!(numbers(line.next(&waiting)), [1], "then one at a time");
        assert!(queue.send(job(5, false)).is_ok());
        assert_eq!(numbers(line.next(&waiting)), [5], "whoever came meanwhile goes before the second");
        std::thread::sleep(PATIENCE);
        assert!(queue.send(job(6, false)).is_ok());
        assert_eq!(numbers(line.next(&waiting)), [6, 3], "patience has an end");
        assert!(queue.send(job(7, true)).is_ok());
        drop(queue);
        assert_eq!(numbers(line.next(&waiting)), [7], "nobody is left behind");
        assert!(line.next(&waiting).is_none());
    }
}
