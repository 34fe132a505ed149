//! Somebody objects to what is recorded of their presence, and staff answers: by a correction with a reason, or by a reason alone.

use serde_json::json;

use super::correct_presence::{correctable, presence, say};
use super::journal::Entry;
use super::ledger::{Ledger, Move};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::objections::{self, Row};
use crate::db::{AnyConn, Scope, closings, registrations};
use crate::domain::event::Event;
use crate::domain::ids::{EventId, ObjectionId, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::objection::{Answer, Claim, State, may_object};
use crate::domain::registration::Cause;
use crate::mail::message::ObjectionFacts;

/// What somebody sees of what is recorded of them, and may say about it.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// What is recorded.
    pub presence: super::correct_presence::Presence,
    /// What they said about it, oldest first.
    pub objections: Vec<Row>,
    /// Whether they may object now, or change what they said.
    pub may_object: bool,
    /// Whether the figures of the event's quarter are closed.
    pub is_closed: bool,
}

/// Somebody who objects, for staff.
#[derive(Clone, Debug)]
pub struct Objector {
    /// Their registration.
    pub row: registrations::Row,
    /// What they say.
    pub objection: Row,
}

impl App {
    /// What is recorded of somebody's presence, once the event took place; `None` before, and where there is nothing to see.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn recorded_of(&self, row: &registrations::Row, event: &Event, now: Instant) -> Result<Option<Recorded>, AppError> {
        if !event.is_held(now) {
            return Ok(None);
        }
        let (id, state, event) = (row.id, row.state, event.clone());
        self.db
            .read(move |conn| {
                let presence = presence(conn, id)?;
                let may_object = may_object(&event, state, !presence.proofs.is_empty(), now);
                if !may_object && presence.proofs.is_empty() {
                    return Ok(None);
                }
                let objections = objections::of_registration(conn, id)?;
                let is_closed = closings::is_closed(conn, event.platform_id, event.edition)?;
                Ok(Some(Recorded { presence, objections, may_object, is_closed }))
            })
            .await
    }

    /// Somebody objects. One waits at a time: saying it again changes what was said.
    ///
    /// # Errors
    /// `WrongEventState` when the event is not over or was called off, or nothing is recorded of them and they had no seat; `NotFound` once
    /// the data is erased.
    pub async fn object(&self, event: EventId, id: RegistrationId, claim: Claim, text: String, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let (row, of) = correctable(tx, event, id)?;
                let has_proofs = !presence(tx, id)?.proofs.is_empty();
                if !may_object(&of, row.state, has_proofs, now) {
                    return Err(AppError::WrongEventState("not_over"));
                }
                match open_of(tx, id)? {
                    Some(same) if same.claim == claim && same.text == text => {}
                    Some(mut said) => {
                        (said.claim, said.text, said.changed_at) = (claim, text.clone(), now.into());
                        objections::update(tx, &said)?;
                    }
                    None => {
                        let (id, now) = (ObjectionId(tx.next_id()), now.into());
                        let (state, text) = (State::Open, text.clone());
                        let said = Row {
                            id,
                            registration_id: row.id,
                            event_id: event,
                            claim,
                            text,
                            made_at: now,
                            changed_at: now,
                            state,
                            answered_at: None,
                            answered_by: None,
                            answer: None,
                        };
                        objections::insert(tx, &said)?;
                        ledger.record(tx, &row, Move::new(Cause::Objected, Actor::Person, &row), None)?;
                    }
                }
                ledger.close(tx, false)?;
                Ok(())
            })
            .await
    }

    /// Staff answers what waits, as they saw it. What is recorded is corrected in the same transaction, and the person is told.
    ///
    /// # Errors
    /// `Stale` when nothing waits, or something else than was seen; `Invalid` (`answer`) for what does not answer the claim; those of a
    /// correction.
    pub async fn answer_objection(
        &self,
        event: EventId,
        id: RegistrationId,
        seen: Instant,
        given: (Answer, String),
        actor: Actor,
        now: Instant,
    ) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let (answer, reason) = &given;
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let (row, of) = correctable(tx, event, id)?;
                let mut said = open_of(tx, id)?.filter(|said| said.changed_at.0 == seen).ok_or(AppError::Stale)?;
                if !said.claim.answers().contains(answer) {
                    return Err(AppError::Invalid { field: "answer", why: format!("\"{answer}\" does not answer \"{}\"", said.claim) });
                }
                if let Some(was_there) = answer.was_there() {
                    say(&app, tx, (&row, &of), was_there, reason, actor, now)?;
                }
                said.state = answer.outcome();
                (said.answered_at, said.answered_by, said.answer) = (Some(now.into()), Some(actor.to_string()), Some(reason.clone()));
                objections::update(tx, &said)?;
                let facts = ObjectionFacts { accepted: said.state == State::Accepted, reason: reason.clone() };
                let moved = Move { objection: Some(facts), ..Move::new(Cause::ObjectionAnswered, actor, &row) };
                ledger.record(tx, &row, moved, None)?;
                let change = Change::to(&json!({ "claim": said.claim, "outcome": said.state }));
                ledger.write_down(tx, Entry::of_registration(actor, Deed::ObjectionAnswered, &of, &row.reference, change));
                ledger.close(tx, false)?;
                Ok(())
            })
            .await
    }

    /// What somebody said that waits for staff.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn open_objection_of(&self, id: RegistrationId) -> Result<Option<Row>, AppError> {
        self.db.read(move |conn| open_of(conn, id)).await
    }

    /// What somebody said, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn objections_of(&self, id: RegistrationId) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(objections::of_registration(conn, id)?)).await
    }

    /// Who waits for an answer at an event, the longest waiting first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn objectors_at(&self, event: EventId) -> Result<Vec<Objector>, AppError> {
        self.db
            .read(move |conn| {
                let open = objections::open_at(conn, event)?;
                let ids: Vec<RegistrationId> = open.iter().map(|said| said.registration_id).collect();
                let mut rows: std::collections::HashMap<_, _> = registrations::by_ids(conn, &ids)?.into_iter().map(|row| (row.id, row)).collect();
                let whose = |objection: Row| Some(Objector { row: rows.remove(&objection.registration_id)?, objection });
                Ok(open.into_iter().filter_map(whose).collect())
            })
            .await
    }

    /// How many wait for an answer at each event.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn open_objections(&self) -> Result<std::collections::HashMap<EventId, i64>, AppError> {
        self.db.read(|conn| Ok(objections::open(conn)?)).await
    }
}

fn open_of(conn: &mut AnyConn, id: RegistrationId) -> Result<Option<Row>, AppError> {
    Ok(objections::of_registration(conn, id)?.into_iter().find(|said| said.state == State::Open))
}

/// Objections as the person is told.
pub(super) fn records(rows: &[Row]) -> Vec<serde_json::Value> {
    rows.iter()
        .map(|said| {
            json!({
                "claim": said.claim, "text": said.text, "made_at": said.made_at.0, "changed_at": said.changed_at.0, "state": said.state,
                "answered_at": said.answered_at.map(|at| at.0), "answer": said.answer,
            })
        })
        .collect()
}
