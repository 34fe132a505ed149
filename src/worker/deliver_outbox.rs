//! Delivery: claims due mails with a lease, makes their bytes, hands them over, notes what became of them.
//!
//! At least once: a mail that was taken but not noted (a crash in between) goes out again with the same Message-ID.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::lanes::{Lanes, Wanted};
use super::letters::{Letter, Letters};
use super::pace::{Pace, domain_of};
use super::{Worker, pause, stopped};
use crate::app::AppError;
use crate::app::mail_room::{Note, Tried};
use crate::clock::Instant;
use crate::db::outbox::Row;
use crate::domain::ids::MailId;
use crate::mail::outcome::{Outcome, Reply};
use crate::mail::render::Composed;
use crate::mail::transport::Session;

/// How long a claim lasts. A killed process leaves its mails alone for no longer; a living one keeps renewing.
const LEASE_SECONDS: i64 = 60;
/// How long to wait for more mails once some were claimed.
const GATHER: Duration = Duration::from_millis(10);
/// How long to wait for more outcomes once there is one. A mail whose outcome is lost in a crash is sent again.
const GATHER_NOTES: Duration = Duration::from_millis(40);
/// The same while visitors are served, when far fewer mails go out.
const GATHER_NOTES_LONGER: Duration = Duration::from_millis(200);
/// Visitors are being served when somebody wanted something of an event so long ago at most.
const LATELY: Duration = Duration::from_millis(250);
/// How long to wait while the senders have enough.
const FULL: Duration = Duration::from_millis(5);
/// A claim not older than this is acted on without a second look.
const FRESH_SECONDS: i64 = 1;
/// How often claims are renewed.
const RENEW: Duration = Duration::from_secs(20);
/// Mails that may be claimed and not yet sent in each lane, for each connection. More are claimed as soon as half of them are gone: the
/// senders have work for as long as that takes, also when outcomes are being noted in between, and a commit serves many.
const CLAIM: usize = 128;
/// Outcomes that may wait for the database while the next mails are already being sent.
const NOTES: usize = 512;
/// Seconds between tries to note outcomes.
const NOTE_AGAIN: [u64; 3] = [1, 2, 5];
/// Longest pause of one connection after the relay could not be reached.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Delivers until told to stop; then finishes what is under way and gives back what was claimed and not tried.
pub async fn run(worker: Worker, mut stop: watch::Receiver<bool>) {
    let connections = worker.delivery.connections.max(1);
    let lanes = Arc::new(Lanes::new(connections * CLAIM));
    let letters = Letters::new(worker.app.clone(), worker.mailroom.clone());
    let held = Held::default();
    let (notes, outcomes) = flume::bounded::<Note>(NOTES);
    let noting = tokio::spawn(note_all(worker.clone(), outcomes, held.clone()));
    let pace = Arc::new(Pace::default());
    let sender = || Sender::new(worker.clone(), letters.clone(), lanes.clone(), stop.clone(), held.clone(), notes.clone(), pace.clone()).run();
    let senders: Vec<_> = (0..connections).map(|_| tokio::spawn(sender())).collect();
    drop(notes);
    let renewal = tokio::spawn(renew(worker.clone(), held.clone()));
    let mut more = true;
    loop {
        let then = match lanes.wanted() {
            Wanted::Nothing => Then::After(FULL),
            wanted => hand_out(&worker, &letters, &lanes, &held, wanted, &mut more).await,
        };
        if *stop.borrow() || wait(&worker, &lanes, &mut stop, then).await {
            break;
        }
    }
    for sender in senders {
        let _ = sender.await;
    }
    give_back(&worker, &lanes, &held).await;
    // What is still on its way to the database is waited for.
    let _ = noting.await;
    renewal.abort();
}

/// Gives back what was claimed and not tried.
async fn give_back(worker: &Worker, lanes: &Lanes, held: &Held) {
    let left: Vec<MailId> = lanes.drain().iter().map(|letter| letter.row.id).collect();
    if left.is_empty() {
        return;
    }
    left.iter().for_each(|id| {
        held.set().remove(id);
    });
    if let Err(e) = worker.app.release_mails(left).await {
        tracing::warn!(error = %e, "claimed mails could not be given back; their lease ends by itself");
    }
}

/// When to look for due mails again.
enum Then {
    /// Now: there are more.
    Now,
    /// After some time.
    After(Duration),
    /// When this process owes more, but not at once: a claim is a commit of its own, for one mail as for thirty. Those of other
    /// processes, and those that are tried again, are found when the idle time is over.
    WhenOwed,
    /// Then, and when half of those that can wait are gone: more of them are due.
    WhenOwedOrHalfEmpty,
}

/// Claims due mails and puts them where the senders find them. `more` says whether mails that can wait are due beyond those claimed.
async fn hand_out(worker: &Worker, letters: &Letters, lanes: &Lanes, held: &Held, wanted: Wanted, more: &mut bool) -> Then {
    let (room, only_urgent) = match wanted {
        Wanted::Any(room) => (room, false),
        Wanted::Urgent(room) => (room, true),
        Wanted::Nothing => return Then::After(FULL),
    };
    match claim(worker, letters, room, only_urgent).await {
        Ok(claimed) => {
            let is_full = claimed.len() >= room;
            // They come in their order: where one can wait, all are here that cannot.
            let with_patient = claimed.last().is_some_and(|letter| letter.row.kind.can_wait());
            if !only_urgent {
                *more = is_full;
            }
            lanes.add(held.add(claimed));
            match (is_full && !with_patient, *more) {
                (true, _) => Then::Now,
                (false, true) => Then::WhenOwedOrHalfEmpty,
                (false, false) => Then::WhenOwed,
            }
        }
        Err(e) => {
            tracing::error!(error = %e, "the outbox cannot be read; trying again");
            Then::After(Duration::from_secs(1))
        }
    }
}

/// Takes up to `most` due mails, with what they say of their events. When that cannot be read they are given back.
async fn claim(worker: &Worker, letters: &Letters, most: usize, only_urgent: bool) -> Result<Vec<Letter>, AppError> {
    let (app, most) = (&worker.app, most as i64);
    let rows = match only_urgent {
        true => app.claim_urgent_mails(most, LEASE_SECONDS, app.now()).await?,
        false => app.claim_mails(most, LEASE_SECONDS, app.now()).await?,
    };
    let ids = rows.iter().map(|row| row.id).collect();
    match letters.of(rows).await {
        Ok(letters) => Ok(letters),
        Err(e) => {
            worker.app.release_mails(ids).await?;
            Err(e)
        }
    }
}

/// Waits before the next look; answers whether to stop.
async fn wait(worker: &Worker, lanes: &Lanes, stop: &mut watch::Receiver<bool>, then: Then) -> bool {
    let more = match then {
        Then::Now => return false,
        Then::After(time) => return pause(stop, time).await,
        Then::WhenOwed => false,
        Then::WhenOwedOrHalfEmpty => true,
    };
    pause(stop, GATHER).await
        || tokio::select! {
            stopped = pause(stop, worker.delivery.idle) => stopped,
            () = worker.app.db.mail_is_owed() => false,
            () = lanes.half_empty(), if more => false,
        }
}

/// The mails this process has claimed and not yet noted.
#[derive(Clone, Default)]
struct Held(Arc<Mutex<HashSet<MailId>>>);

impl Held {
    fn set(&self) -> MutexGuard<'_, HashSet<MailId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Those that are new here. A claim that ended while the database was away is made again; the mail still lies in its lane.
    fn add(&self, letters: Vec<Letter>) -> Vec<Letter> {
        let mut held = self.set();
        letters.into_iter().filter(|letter| held.insert(letter.row.id)).collect()
    }
}

/// Renews the claims as long as the process lives: a slow relay must not make another process send the same mail.
async fn renew(worker: Worker, held: Held) {
    loop {
        tokio::time::sleep(RENEW).await;
        let ids: Vec<MailId> = held.set().iter().copied().collect();
        if !ids.is_empty()
            && let Err(e) = worker.app.extend_mails(ids, LEASE_SECONDS, worker.app.now()).await
        {
            tracing::warn!(error = %e, "claims on mails could not be renewed");
        }
    }
}

/// Notes outcomes while the next mails are already on their way: all that have come in since the last commit go into the next.
async fn note_all(worker: Worker, outcomes: flume::Receiver<Note>, held: Held) {
    while let Ok(first) = outcomes.recv_async().await {
        // A commit costs as much for one as for thirty.
        tokio::time::sleep(if serves_visitors(&worker) { GATHER_NOTES_LONGER } else { GATHER_NOTES }).await;
        let notes: Arc<[Note]> = std::iter::once(first).chain(outcomes.drain()).collect();
        let mut waits = NOTE_AGAIN.iter();
        while let Err(e) = worker.app.note_mails(notes.clone()).await {
            tracing::error!(mails = notes.len(), error = %e, "the outcomes of mails cannot be noted");
            let Some(seconds) = waits.next() else { break };
            tokio::time::sleep(Duration::from_secs(*seconds)).await;
        }
        let mut held = held.set();
        notes.iter().for_each(|note| {
            held.remove(&note.id);
        });
    }
}

/// Whether visitors are being served: mails that can wait go slower then.
fn serves_visitors(worker: &Worker) -> bool {
    worker.app.db.was_wanted_within(LATELY)
}

/// One connection's task.
struct Sender {
    worker: Worker,
    letters: Letters,
    lanes: Arc<Lanes>,
    stop: watch::Receiver<bool>,
    session: Option<Session>,
    failures: u32,
    notes: flume::Sender<Note>,
    held: Held,
    pace: Arc<Pace>,
}

impl Sender {
    fn new(
        worker: Worker,
        letters: Letters,
        lanes: Arc<Lanes>,
        stop: watch::Receiver<bool>,
        held: Held,
        notes: flume::Sender<Note>,
        pace: Arc<Pace>,
    ) -> Self {
        Self { worker, letters, lanes, stop, session: None, failures: 0, notes, held, pace }
    }

    async fn run(mut self) {
        while let Some(letter) = self.next().await {
            self.send(&letter).await;
            if self.failures > 0 {
                let longer = Duration::from_millis(250) * 2_u32.saturating_pow(self.failures.min(10));
                let mut stop = self.stop.clone();
                pause(&mut stop, longer.min(LONGEST_PAUSE)).await;
            }
        }
        if let Some(session) = self.session.take() {
            session.close().await;
        }
    }

    /// The next mail, until told to stop; the connection is closed when there is none for a while, as relays expect.
    async fn next(&mut self) -> Option<Letter> {
        loop {
            let next = self.lanes.next(|| serves_visitors(&self.worker));
            tokio::select! {
                biased;
                () = stopped(&mut self.stop) => return None,
                letter = next => return Some(letter),
                () = tokio::time::sleep(Duration::from_secs(5)) => {}
            }
            if let Some(session) = self.session.take() {
                session.close().await;
            }
        }
    }

    async fn send(&mut self, letter: &Letter) {
        let (row, now) = (&letter.row, self.worker.app.now());
        if now >= row.not_after.0 {
            return self.note(row, dead("too_late", "the time in which this mail made sense is over"), "too_late").await;
        }
        // Behind a slow relay a claim grows old: what happened since (a withdrawal, an erasure) may have called the mail off. What can wait
        // lets the mail go first that says so.
        let is_old = row.lease_until.is_some_and(|until| now > until.0 - chrono::Duration::seconds(LEASE_SECONDS - FRESH_SECONDS));
        if is_old || (row.kind.can_wait() && row.registration_id.is_some()) {
            match self.worker.app.is_owed(row.id).await {
                Ok(true) => {}
                Ok(false) => {
                    self.held.set().remove(&row.id);
                    return;
                }
                Err(e) => {
                    tracing::error!(mail = row.id.0, error = %e, "a mail cannot be looked up; its claim ends by itself");
                    self.held.set().remove(&row.id);
                    return;
                }
            }
        }
        if (letter.is_for_members() || row.offer_id.is_some()) && !row.kind.only_parts() {
            match self.worker.app.hold_back(row.id, now).await {
                Ok(false) => {}
                Ok(true) => {
                    tracing::info!(
                        mail = row.id.0,
                        "a mail is called off: what it tells was no longer for whom it was meant when it was about to go"
                    );
                    self.held.set().remove(&row.id);
                    return;
                }
                Err(e) => {
                    tracing::error!(mail = row.id.0, error = %e, "a roster cannot be asked; the mail's claim ends by itself");
                    self.held.set().remove(&row.id);
                    return;
                }
            }
        }
        if row.kind.can_wait()
            && let Some(turn) = self.pace.turn(domain_of(&row.recipient), now)
        {
            return self.put_off(row, turn).await;
        }
        match self.compose(letter) {
            Err(fault) => self.note(row, dead("cannot_be_made", &fault), "failed").await,
            Ok(mail) => {
                let outcome = self.deliver(&mail).await;
                self.pace.heard(domain_of(&row.recipient), &outcome, now);
                let (tried, word) = judge(&self.worker, row, outcome, now);
                self.note(row, tried, word).await;
            }
        }
    }

    /// Gives a mail back until its turn comes, as if it had not been tried.
    async fn put_off(&self, row: &Row, turn: Instant) {
        if let Err(e) = self.worker.app.put_off_mail(row.id, turn).await {
            tracing::warn!(mail = row.id.0, error = %e, "a mail could not be put off; its claim ends by itself");
        }
        self.held.set().remove(&row.id);
    }

    /// Makes the bytes, here: a signature takes up to 3 ms, and nobody else waits for these threads; pages have their own. Handing
    /// it to another thread costs more than the making, and every connection has a task. A panic is a mail that cannot be made.
    fn compose(&self, letter: &Letter) -> Result<Composed, String> {
        catch_unwind(AssertUnwindSafe(|| self.letters.make(letter))).unwrap_or_else(|_| Err("making it panicked".to_owned()))
    }

    async fn deliver(&mut self, mail: &Composed) -> Outcome {
        let mut session = match self.session.take() {
            Some(session) => session,
            None => match self.worker.transport.open().await {
                Ok(session) => session,
                Err(reply) => {
                    self.failures += 1;
                    let enhanced = reply.enhanced().map(|(class, subject, detail)| format!("{class}.{subject}.{detail}"));
                    tracing::error!(code = reply.code, enhanced, "the relay cannot be used; mails wait");
                    return Outcome::Retry(reply);
                }
            },
        };
        let outcome = session.deliver(mail).await;
        // What one recipient is refused for says nothing of the next; only a lost connection is a reason to wait.
        if session.is_usable() {
            self.failures = 0;
            self.session = Some(session);
        } else {
            self.failures += 1;
            session.close().await;
        }
        outcome
    }

    /// Passes an outcome on.
    async fn note(&self, row: &Row, tried: Tried, word: &'static str) {
        if let Some(observe) = self.worker.observe {
            observe(row.kind.code(), word);
        }
        // Whoever takes it lives as long as the senders do.
        let _ = self.notes.send_async(Note { id: row.id, tried, at: self.worker.app.now() }).await;
    }
}

fn dead(code: &str, text: &str) -> Tried {
    Tried::Failed { code: code.into(), text: text.into(), again_at: None }
}

/// What an attempt means for the row.
fn judge(worker: &Worker, row: &Row, outcome: Outcome, now: Instant) -> (Tried, &'static str) {
    let (reply, final_word) = match outcome {
        Outcome::Delivered => return (Tried::Sent, "sent"),
        Outcome::Permanent(reply) => (reply, Some("refused")),
        Outcome::OurFault(reply) => {
            // Its words may name the recipient: they stand in the row, not in the log.
            tracing::error!(mail = row.id.0, code = reply.code, "the relay refuses our mail for a reason that lies with us; see mail list");
            (reply, Some("our_fault"))
        }
        Outcome::Retry(reply) | Outcome::Unknown(reply) => (reply, None),
    };
    let again_at = Some(now + chrono::Duration::seconds(back_off(worker, row))).filter(|at| final_word.is_none() && *at < row.not_after.0);
    let word = final_word.unwrap_or(if again_at.is_some() { "retry" } else { "given_up" });
    (failed(reply, again_at), word)
}

fn failed(reply: Reply, again_at: Option<Instant>) -> Tried {
    let code = reply.code.map_or_else(|| "no_answer".to_owned(), |code| code.to_string());
    Tried::Failed { code, text: reply.text, again_at }
}

/// Seconds until the next try: doubled each time, up to the maximum, spread by the row so that they do not come back as one.
fn back_off(worker: &Worker, row: &Row) -> i64 {
    let doublings = u32::try_from(row.attempts - 1).unwrap_or(0).min(16);
    let plain = worker.delivery.retry_base_seconds.saturating_mul(1 << doublings).min(worker.delivery.retry_max_seconds).max(1);
    plain + (row.id.0.rem_euclid(1000) * plain / 5) / 1000
}
