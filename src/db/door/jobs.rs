//! Pieces of work that wait at the door, each with the place where its caller waits for the answer.

use std::any::{Any, TypeId};
use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::oneshot;

use super::{Scope, SetWise, Tx};
use crate::db::errors::{DbError, TxError};

/// How a piece of work ended, before the commit.
pub(super) enum Outcome {
    Keep,
    Undo,
    /// Undo, and the database asks to run it again.
    Again(DbError),
    /// The connection is gone.
    Lost(DbError),
}

pub(super) type Group = fn(&mut [Box<dyn Job>], &mut Tx<'_>) -> Result<(), DbError>;

/// A piece of work with its answer slot.
pub(super) trait Job: Send {
    fn scope(&self) -> Scope;
    /// Whether others go first.
    fn is_patient(&self) -> bool {
        false
    }
    fn run(&mut self, tx: &mut Tx<'_>) -> Outcome;
    /// Set-wise jobs say which of their like they can run with.
    fn group(&self) -> Option<(TypeId, Group)> {
        None
    }
    fn as_any(&mut self) -> &mut dyn Any;
    /// Answers the caller, with what was committed or with the reason why not.
    fn finish(self: Box<Self>, committed: Result<(), DbError>);
}

pub(super) struct ClosureJob<F, T, E> {
    scope: Scope,
    patient: bool,
    work: F,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> ClosureJob<F, T, E> {
    pub(super) fn new(scope: Scope, patient: bool, work: F, reply: oneshot::Sender<Result<T, E>>) -> Self {
        Self { scope, patient, work, result: None, reply }
    }
}

impl<F, T, E> Job for ClosureJob<F, T, E>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: TxError,
{
    fn scope(&self) -> Scope {
        self.scope
    }

    fn is_patient(&self) -> bool {
        self.patient
    }

    fn run(&mut self, tx: &mut Tx<'_>) -> Outcome {
        let result = catch_unwind(AssertUnwindSafe(|| (self.work)(tx))).unwrap_or_else(|panic| Err(E::from(DbError::Panic(panic_text(&*panic)))));
        let outcome = outcome_of(&result);
        self.result = Some(result);
        outcome
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }

    fn finish(self: Box<Self>, committed: Result<(), DbError>) {
        answer(self.reply, self.result, committed);
    }
}

pub(super) struct SetJob<C: SetWise> {
    scope: Scope,
    command: Option<C>,
    result: Option<Result<C::Answer, C::Error>>,
    reply: oneshot::Sender<Result<C::Answer, C::Error>>,
}

impl<C: SetWise> SetJob<C> {
    pub(super) fn new(scope: Scope, command: C, reply: oneshot::Sender<Result<C::Answer, C::Error>>) -> Self {
        Self { scope, command: Some(command), result: None, reply }
    }

    fn run_all(jobs: &mut [Box<dyn Job>], tx: &mut Tx<'_>) -> Result<(), DbError> {
        let commands: Vec<C> = jobs.iter_mut().filter_map(|j| j.as_any().downcast_mut::<Self>()).filter_map(|j| j.command.take()).collect();
        let results = catch_unwind(AssertUnwindSafe(|| C::run(tx, &commands))).unwrap_or_else(|panic| Err(DbError::Panic(panic_text(&*panic))));
        let mut results = results.map(Vec::into_iter);
        for (job, command) in jobs.iter_mut().filter_map(|j| j.as_any().downcast_mut::<Self>()).zip(commands) {
            job.command = Some(command);
            if let Ok(results) = &mut results {
                job.result = results.next();
            }
        }
        results.map(|_| ())
    }
}

impl<C: SetWise> Job for SetJob<C> {
    fn scope(&self) -> Scope {
        self.scope
    }

    fn run(&mut self, tx: &mut Tx<'_>) -> Outcome {
        let Some(command) = self.command.take() else { return Outcome::Undo };
        let commands = [command];
        let result = catch_unwind(AssertUnwindSafe(|| C::run(tx, &commands))).unwrap_or_else(|panic| Err(DbError::Panic(panic_text(&*panic))));
        self.command = commands.into_iter().next();
        let single = match result {
            Ok(mut answers) => answers.pop().unwrap_or_else(|| Err(C::Error::from(DbError::Other("no answer".into())))),
            Err(e) => Err(C::Error::from(e)),
        };
        let outcome = outcome_of(&single);
        self.result = Some(single);
        outcome
    }

    fn group(&self) -> Option<(TypeId, Group)> {
        Some((TypeId::of::<C>(), Self::run_all))
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }

    fn finish(self: Box<Self>, committed: Result<(), DbError>) {
        answer(self.reply, self.result, committed);
    }
}

fn outcome_of<T, E: TxError>(result: &Result<T, E>) -> Outcome {
    match result {
        Ok(_) => Outcome::Keep,
        Err(e) => match e.as_db() {
            Some(db) if db.is_transient() => Outcome::Again(db.clone()),
            Some(db @ DbError::Unavailable(_)) => Outcome::Lost(db.clone()),
            _ => Outcome::Undo,
        },
    }
}

fn answer<T, E: TxError>(reply: oneshot::Sender<Result<T, E>>, result: Option<Result<T, E>>, committed: Result<(), DbError>) {
    let told = match (committed, result) {
        // What failed on its own keeps its own reason: it left nothing behind either way.
        (_, Some(Err(own))) => Err(own),
        (Ok(()), Some(Ok(value))) => Ok(value),
        (Ok(()), None) => Err(E::from(DbError::Other("the work was not run".into()))),
        (Err(e), _) => Err(E::from(e)),
    };
    // A caller that went away has lost interest, not its change.
    let _ = reply.send(told);
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    panic.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".into())
}
