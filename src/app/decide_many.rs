//! Organisers answer many requests at once: first what each answer would mean, then exactly that, once. Whoever changed in between is
//! left alone and named.

use std::collections::HashMap;

use super::admission::owner_shut_out;
use super::decide::{accept, may_answer, mode_for, refuse};
use super::ledger::Ledger;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::registrations::{self, ListFilter, Row};
use crate::db::{AnyConn, DbError, Scope, Tx, platforms};
use crate::domain::ids::{EventId, OrganisationId, RegistrationId};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::platform::Platform;
use crate::domain::registration::State;
use crate::domain::seats::{Reason, obstacle};

/// People answered at once: their answers are one piece of work, and everybody else of the event waits for it.
pub const MOST: usize = 500;

/// Which answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A seat, or a place in line. Also for whoever was refused before.
    Accept,
    /// Not accepted.
    Refuse,
}

impl Verdict {
    /// The states in which this answer can be given to many.
    pub const fn answers(self) -> &'static [State] {
        match self {
            Self::Accept => &[State::AwaitingApproval, State::Rejected],
            Self::Refuse => &[State::AwaitingApproval],
        }
    }

    /// The states of those who have this answer.
    const fn given(self) -> &'static [State] {
        match self {
            Self::Accept => &[State::Confirmed, State::Waitlisted],
            Self::Refuse => &[State::Rejected],
        }
    }
}

/// Who is meant.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// These.
    These(Vec<RegistrationId>),
    /// Everybody whom a list shows and who can get this answer.
    All(ListFilter),
}

/// What an answer would mean to somebody now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// A seat.
    Seat,
    /// This place on the waiting list, and the rule that keeps them from a seat.
    Waiting(u32, Reason),
    /// Not accepted.
    Refused,
    /// Nothing.
    LeftOut(LeftOut),
}

/// Why somebody gets no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Their state does not ask for this one.
    State(State),
    /// Their data was erased.
    Erased,
    /// Their mandate is over.
    Shut,
    /// They were to get a seat, and this rule keeps them from it now.
    NoSeat(Reason),
    /// Something about them changed since it was looked at.
    Changed,
}

/// Somebody, and what an answer would mean to them.
#[derive(Clone, Debug)]
pub struct Foreseen {
    /// Who.
    pub row: Row,
    /// What it would mean.
    pub outlook: Outlook,
}

/// What a check has shown of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Who.
    pub id: RegistrationId,
    /// Their state.
    pub state: State,
    /// Since when.
    pub since: Instant,
    /// Whether they were to get a seat.
    pub seat: bool,
}

impl Seen {
    /// What is to be kept of what a check shows; `None` for whoever gets no answer.
    pub fn of(foreseen: &Foreseen) -> Option<Self> {
        let row = &foreseen.row;
        let seat = foreseen.outlook == Outlook::Seat;
        let answered = !matches!(foreseen.outlook, Outlook::LeftOut(_));
        answered.then_some(Self { id: row.id, state: row.state, since: row.state_since.0, seat })
    }
}

/// The answer, with what goes along.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Accepted.
    Accept,
    /// Not accepted, with the reason in each language: everybody reads theirs.
    Refuse(HashMap<Language, String>),
}

impl Answer {
    const fn verdict(&self) -> Verdict {
        match self {
            Self::Accept => Verdict::Accept,
            Self::Refuse(_) => Verdict::Refuse,
        }
    }
}

/// What became of answers.
#[derive(Clone, Debug, Default)]
pub struct Answered {
    /// How many have the answer now.
    pub done: usize,
    /// Who was left alone, and why.
    pub left: Vec<(Row, LeftOut)>,
}

impl App {
    /// What this answer would mean to each of these people now, in the order in which they would get it. Nothing is changed.
    ///
    /// # Errors
    /// `NotOpen` once the event is over or was called off; `Invalid` (`people`) for more than [`MOST`].
    pub async fn foresee_answers(&self, event: EventId, wanted: Wanted, verdict: Verdict, now: Instant) -> Result<Vec<Foreseen>, AppError> {
        self.db
            .read(move |conn| {
                let stored = events::by_id(conn, event)?;
                may_answer(&stored.event, now)?;
                let mut rows = match wanted {
                    Wanted::These(ids) if ids.len() > MOST => return Err(too_many()),
                    Wanted::These(ids) => registrations::by_ids(conn, &ids)?.into_iter().filter(|row| row.event_id == event).collect(),
                    Wanted::All(filter) => candidates(conn, event, filter, verdict)?,
                };
                if rows.len() > MOST {
                    return Err(too_many());
                }
                in_order(&mut rows);
                let platform: Platform = platforms::by_id(conn, stored.event.platform_id)?.into();
                let mut forecast = Forecast { stored, organisations: HashMap::new(), waiting: HashMap::new(), now };
                let mut foreseen = Vec::with_capacity(rows.len());
                for row in rows {
                    let outlook = match left_out(conn, &platform, &row, verdict, now)? {
                        Some(why) => Outlook::LeftOut(why),
                        None if verdict == Verdict::Refuse => Outlook::Refused,
                        None => forecast.place(conn, &row)?,
                    };
                    foreseen.push(Foreseen { row, outlook });
                }
                Ok(foreseen)
            })
            .await
    }

    /// Gives this answer to exactly those whom a check has shown, as it has shown them, in that order. Whoever has it counts as done:
    /// twice answers the same. Whoever changed in between, or would get less than was shown, is left alone.
    ///
    /// # Errors
    /// As [`App::foresee_answers`].
    pub async fn answer_many(&self, event: EventId, seen: Vec<Seen>, answer: Answer, actor: Actor, now: Instant) -> Result<Answered, AppError> {
        if seen.len() > MOST {
            return Err(too_many());
        }
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                may_answer(&ledger.stored.event, now)?;
                let mut answered = Answered::default();
                let mut rows: HashMap<RegistrationId, Row> =
                    registrations::by_ids(tx, &seen.iter().map(|s| s.id).collect::<Vec<_>>())?.into_iter().map(|row| (row.id, row)).collect();
                for seen in &seen {
                    let Some(row) = rows.remove(&seen.id).filter(|row| row.event_id == event) else { continue };
                    match answer_one(tx, &mut ledger, &row, seen, &answer, actor)? {
                        None => answered.done += 1,
                        Some(why) => answered.left.push((row, why)),
                    }
                }
                ledger.settle(tx)?;
                ledger.close(tx, false)?;
                Ok(answered)
            })
            .await
    }
}

/// Answers one of many; or says why they are left alone.
fn answer_one(tx: &mut Tx<'_>, ledger: &mut Ledger, row: &Row, seen: &Seen, answer: &Answer, actor: Actor) -> Result<Option<LeftOut>, AppError> {
    if answer.verdict().given().contains(&row.state) && row.erased_at.is_none() {
        return Ok(None);
    }
    let now = ledger.now;
    if let Some(why) = left_out(tx, &ledger.platform, row, answer.verdict(), now)? {
        return Ok(Some(why));
    }
    if row.state != seen.state || row.state_since.0 != seen.since {
        return Ok(Some(LeftOut::Changed));
    }
    match answer {
        Answer::Accept => {
            let mode = mode_for(&ledger.stored, row);
            if let Some(rule) = ledger.obstacle(tx, row, mode)?.filter(|_| seen.seat) {
                return Ok(Some(LeftOut::NoSeat(rule)));
            }
            accept(tx, ledger, row.clone(), actor)?;
        }
        // Without a reason in their language: they took another one since.
        Answer::Refuse(reasons) => match reasons.get(&row.language) {
            Some(reason) => refuse(tx, ledger, row.clone(), reason.clone(), actor)?,
            None => return Ok(Some(LeftOut::Changed)),
        },
    }
    Ok(None)
}

fn left_out(conn: &mut AnyConn, platform: &Platform, row: &Row, verdict: Verdict, now: Instant) -> Result<Option<LeftOut>, DbError> {
    Ok(match row.state {
        _ if row.erased_at.is_some() => Some(LeftOut::Erased),
        state if !verdict.answers().contains(&state) => Some(LeftOut::State(state)),
        _ if verdict == Verdict::Refuse && row.present => Some(LeftOut::State(row.state)),
        _ if verdict == Verdict::Accept && owner_shut_out(conn, platform, row, now)?.is_some() => Some(LeftOut::Shut),
        _ => None,
    })
}

/// Everybody of a list who can get this answer, and one more than can get it at once where there are.
fn candidates(conn: &mut AnyConn, event: EventId, filter: ListFilter, verdict: Verdict) -> Result<Vec<Row>, DbError> {
    let wanted = |state: &State| filter.states.as_ref().is_none_or(|states| states.contains(state));
    // Who was refused before is meant where that list is looked at, not where all are.
    let answers = verdict.answers().iter().copied().filter(|state| wanted(state) && (filter.states.is_some() || *state == State::AwaitingApproval));
    let states = Some(answers.collect());
    registrations::list(conn, event, &ListFilter { states, after: None, limit: MOST as i64 + 1, ..filter })
}

/// As they proved their address: so they would have come without organisers between.
fn in_order(rows: &mut [Row]) {
    rows.sort_by_key(|row| (row.proved_at.map(|at| at.0), row.id));
}

fn too_many() -> AppError {
    AppError::Invalid { field: "people", why: format!("more than {MOST} people at once: choose fewer") }
}

/// The seats as they would be given, one after the other.
struct Forecast {
    stored: Stored,
    organisations: HashMap<(Mode, OrganisationId), u32>,
    waiting: HashMap<Mode, u32>,
    now: Instant,
}

impl Forecast {
    /// What the next one would get.
    fn place(&mut self, conn: &mut AnyConn, row: &Row) -> Result<Outlook, DbError> {
        let (mode, event) = (mode_for(&self.stored, row), self.stored.event.id);
        let pool = *self.stored.event.seats.pool(mode);
        let have = match (pool.max_per_organisation, row.organisation_id) {
            (Some(_), Some(id)) => match self.organisations.get(&(mode, id)) {
                Some(known) => *known,
                None => registrations::seats_of_organisations(conn, event, mode, Some(&[id]))?.get(&id).copied().unwrap_or(0),
            },
            _ => 0,
        };
        let released = self.stored.event.seats.quotas_released(self.now);
        if let Some(rule) = obstacle(&pool, self.stored.taken(mode), have, &row.applicant(), released) {
            let ahead = match self.waiting.get(&mode) {
                Some(known) => *known,
                None => registrations::waiting_count(conn, event, mode)?,
            };
            self.waiting.insert(mode, ahead + 1);
            return Ok(Outlook::Waiting(ahead + 1, rule));
        }
        self.stored.taken_mut(mode).give(row.sector);
        if let Some(id) = row.organisation_id {
            self.organisations.insert((mode, id), have + 1);
        }
        Ok(Outlook::Seat)
    }
}
