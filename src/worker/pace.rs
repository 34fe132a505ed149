//! How fast mails that can wait go to one domain. The relay decides as long as it takes what it is given; when a domain asks to be spared
//! (4.7.x, as large providers answer a burst), its invitations and messages go one after the other, slower while it goes on asking and
//! faster again once it takes them. What somebody waits for, an address proof or a confirmation, is never put in that line.
//!
//! It must not know mails, the outbox or the clock.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::Duration;

use crate::clock::Instant;
use crate::mail::outcome::Outcome;

/// The first distance between two mails to a domain that asks to be spared, and the longest, in seconds.
const FIRST_SECONDS: i64 = 2;
const LONGEST_SECONDS: i64 = 60;
/// Mails that a domain takes before they go twice as fast.
const GRANTED: u32 = 20;
/// Domains remembered; beyond, those are forgotten whose turn is long over.
const MOST: usize = 1_000;

/// The domains that are spared, shared by all connections of a process.
#[derive(Debug, Default)]
pub struct Pace(Mutex<HashMap<String, Slow>>);

#[derive(Debug)]
struct Slow {
    every: Duration,
    /// When the next mail may go.
    next: Instant,
    /// When the last of those that were put off may come back.
    tail: Instant,
    /// Mails taken since the distance last changed.
    taken: u32,
    /// When the distance last grew.
    since: Instant,
}

impl Pace {
    fn domains(&self) -> MutexGuard<'_, HashMap<String, Slow>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// When a mail to this domain may come back: `None`, and it may go now.
    ///
    /// Nothing is kept for a mail: whoever comes when a mail may go takes that turn, also half a distance too early, since mails come back
    /// a little before or after their moment.
    pub fn turn(&self, domain: &str, now: Instant) -> Option<Instant> {
        let mut domains = self.domains();
        let slow = domains.get_mut(domain)?;
        if now + slow.every / 2 >= slow.next {
            slow.next = now + slow.every;
            return None;
        }
        slow.tail = (slow.tail + slow.every).max(slow.next);
        Some(slow.tail)
    }

    /// What a domain answered.
    pub fn heard(&self, domain: &str, outcome: &Outcome, now: Instant) {
        match outcome {
            Outcome::Retry(reply) if matches!(reply.enhanced(), Some((4, 7, _))) => self.slow_down(domain, now),
            Outcome::Delivered => self.granted(domain),
            _ => {}
        }
    }

    fn slow_down(&self, domain: &str, now: Instant) {
        let mut domains = self.domains();
        if domains.len() >= MOST {
            domains.retain(|_, slow| slow.next > now);
        }
        let slow = domains.entry(domain.to_owned()).or_insert(Slow { every: Duration::zero(), next: now, tail: now, taken: 0, since: now });
        // What was under way when it asked says nothing of the pace since.
        if !slow.every.is_zero() && now < slow.since + slow.every {
            return;
        }
        let longer = (slow.every * 2).clamp(Duration::seconds(FIRST_SECONDS), Duration::seconds(LONGEST_SECONDS));
        (slow.every, slow.taken, slow.since) = (longer, 0, now);
        slow.next = slow.next.max(now + longer);
    }

    fn granted(&self, domain: &str) {
        let mut domains = self.domains();
        let Some(slow) = domains.get_mut(domain) else { return };
        slow.taken += 1;
        if slow.taken >= GRANTED {
            (slow.every, slow.taken) = (slow.every / 2, 0);
            if slow.every < Duration::seconds(1) {
                domains.remove(domain);
            }
        }
    }
}

/// The domain of a recipient, by which it is spared.
pub fn domain_of(recipient: &str) -> &str {
    recipient.rsplit_once('@').map_or("", |(_, domain)| domain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::outcome::Reply;

    fn at(seconds: i64) -> Instant {
        chrono::DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn spare_us() -> Outcome {
        Outcome::Retry(Reply::new(Some(421), "4.7.28 too fast"))
    }

    #[test]
    fn a_domain_that_asks_is_spared_and_no_other() {
        let pace = Pace::default();
        assert_eq!(pace.turn("big.example", at(0)), None, "the relay decides");
        pace.heard("big.example", &Outcome::Retry(Reply::new(Some(451), "4.3.0 later")), at(0));
        assert_eq!(pace.turn("big.example", at(0)), None, "other trouble says nothing of speed");
        pace.heard("big.example", &spare_us(), at(0));
        let turns: Vec<_> = (0..3).map(|_| pace.turn("big.example", at(0))).collect();
        assert_eq!(turns, [Some(at(2)), Some(at(4)), Some(at(6))], "each comes back at a moment of its own");
        assert_eq!(pace.turn("small.example", at(0)), None);
        pace.heard("big.example", &spare_us(), at(1));
        assert_eq!(pace.domains()["big.example"].every, Duration::seconds(2), "what was under way does not count");
        pace.heard("big.example", &spare_us(), at(2));
        assert_eq!(pace.domains()["big.example"].every, Duration::seconds(4), "it asked again: half as fast");
        for minute in 1..10 {
            pace.heard("big.example", &spare_us(), at(minute * 100));
        }
        assert_eq!(pace.domains()["big.example"].every, Duration::seconds(LONGEST_SECONDS), "never slower than that");
    }

    /// Mails that were put off come back when they were told to, a little late as a queue is: all of them go, none too soon.
    #[test]
    fn whoever_was_put_off_goes_when_they_come_back() {
        let pace = Pace::default();
        pace.heard("big.example", &spare_us(), at(0));
        let late = Duration::milliseconds(250);
        let mut due: Vec<(Instant, usize)> = (0..50).map(|mail| (at(0), mail)).collect();
        let mut sent: Vec<Instant> = Vec::new();
        for _ in 0..1_000 {
            due.sort();
            let Some((moment, mail)) = due.first().copied() else { break };
            due.remove(0);
            let now = moment + late;
            match pace.turn("big.example", now) {
                None => sent.push(now),
                Some(back) => due.push((back, mail)),
            }
        }
        assert_eq!((sent.len(), due.len()), (50, 0));
        assert!(sent.windows(2).all(|two| two[1] - two[0] >= Duration::seconds(1)), "{sent:?}");
        assert!(*sent.last().unwrap() <= at(150), "{sent:?}");
    }

    #[test]
    fn a_domain_that_takes_mails_gets_them_faster_until_it_is_as_all_others() {
        let pace = Pace::default();
        pace.heard("big.example", &spare_us(), at(0));
        for _ in 0..GRANTED * 2 {
            pace.heard("big.example", &Outcome::Delivered, at(1));
        }
        assert_eq!(pace.turn("big.example", at(1)), None);
        assert!(pace.domains().is_empty());
    }

    #[test]
    fn domains_do_not_pile_up() {
        let pace = Pace::default();
        for n in 0..MOST * 3 {
            pace.heard(&format!("{n}.example"), &spare_us(), at(i64::try_from(n).unwrap() * 10));
        }
        assert!(pace.domains().len() <= MOST + 1);
    }
}
