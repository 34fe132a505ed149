//! What a use case can refuse. Knows no HTTP: the edges turn a refusal into a page or a problem document.
//! Every refusal has a stable code, which is also its locale key.

use crate::db::{DbError, TxError};
use crate::domain::admission::Shut;
use crate::domain::closing::NotClosable;
use crate::domain::event::{Gap, Window};
use crate::domain::pass;
use crate::domain::registration::{State, SwitchRefusal};
use crate::domain::seats::BelowTaken;
use crate::domain::substitute::Refusal;

/// Why a use case did not do what was asked.
#[derive(Clone, Debug, thiserror::Error)]
pub enum AppError {
    /// There is no such thing, or the asker may not know of it.
    #[error("not found")]
    NotFound,
    /// The event does not take registrations now.
    #[error("registration is not open: {0:?}")]
    NotOpen(Window),
    /// The event does not offer this way of attending.
    #[error("the event does not offer this way of attending")]
    ModeNotOffered,
    /// The time to prove the address is over.
    #[error("the time to prove the address is over")]
    ProofLapsed,
    /// The mandate that let this person in is over.
    #[error("the mandate that let this person in is over: {0:?}")]
    MandateEnded(Shut),
    /// The state does not allow it.
    #[error("a registration that is {0} does not allow this")]
    WrongState(State),
    /// No substitute can be named, or take over.
    #[error("no substitute: {0:?}")]
    Substitute(Refusal),
    /// The way of attending cannot be switched.
    #[error("cannot switch: {0:?}")]
    Switch(SwitchRefusal),
    /// A confirmed person may not change the organisation where each has a maximum: whether the new one is full would tell
    /// who else attends. Staff can.
    #[error("the organisation of a confirmed person is changed by staff only")]
    OrganisationFixed,
    /// The event is in a state that does not allow it.
    #[error("the event does not allow this: {0}")]
    WrongEventState(&'static str),
    /// The quarter cannot be closed, or not again.
    #[error("{}", .0.advice())]
    NotClosable(NotClosable),
    /// A new limit is below what is given.
    #[error("{} seats asked for, {} are given", .0.asked, .0.taken)]
    BelowTaken(BelowTaken),
    /// Texts or data are missing.
    #[error("the event is incomplete")]
    Incomplete(Vec<Gap>),
    /// Somebody else changed it in the meantime.
    #[error("changed by somebody else in the meantime")]
    Stale,
    /// The name is taken.
    #[error("{0} is taken already")]
    Taken(&'static str),
    /// The role does not allow it.
    #[error("not allowed")]
    Forbidden,
    /// Address or password is wrong, or the user is shut out.
    #[error("sign-in refused")]
    BadCredentials,
    /// A value cannot be used; the code says why.
    #[error("{field}: {why}")]
    Invalid {
        /// Which field.
        field: &'static str,
        /// Why, in English, naming the value and the way out.
        why: String,
    },
    /// The same key was used for another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// What was shown at the door is no pass of the event.
    #[error("no pass of the event: {0:?}")]
    Pass(pass::Refusal),
    /// Too much to do; try again in a moment.
    #[error("busy")]
    Busy,
    /// A fault: logged, never explained.
    #[error(transparent)]
    Fault(DbError),
}

impl AppError {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::NotOpen(Window::NotYet(_)) => "not_open_yet",
            Self::NotOpen(Window::CalledOff) => "called_off",
            Self::NotOpen(Window::Past) => "past",
            Self::NotOpen(_) => "closed",
            Self::ModeNotOffered => "mode_not_offered",
            Self::ProofLapsed => "proof_lapsed",
            Self::MandateEnded(_) => "mandate_ended",
            Self::WrongState(_) => "wrong_state",
            Self::Substitute(_) => "no_substitute",
            Self::Switch(_) => "cannot_switch",
            Self::OrganisationFixed => "organisation_fixed",
            Self::WrongEventState(_) => "wrong_event_state",
            Self::NotClosable(_) => "not_closable",
            Self::BelowTaken(_) => "below_taken",
            Self::Incomplete(_) => "incomplete",
            Self::Stale => "stale",
            Self::Taken(_) => "taken",
            Self::Forbidden => "forbidden",
            Self::BadCredentials => "bad_credentials",
            Self::Invalid { .. } => "invalid",
            Self::KeyReused => "key_reused",
            Self::Pass(why) => why.code(),
            Self::Busy => "busy",
            Self::Fault(_) => "fault",
        }
    }
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Full | DbError::Locked(_) => Self::Busy,
            DbError::NotFound => Self::NotFound,
            other => Self::Fault(other),
        }
    }
}

impl TxError for AppError {
    fn as_db(&self) -> Option<&DbError> {
        match self {
            Self::Fault(db) => Some(db),
            _ => None,
        }
    }
}
