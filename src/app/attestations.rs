//! Attestations of presence: staff asks for those of an event, and they are issued in pieces by the timers; whoever was present can make
//! their own on their page. Nobody has two that hold. That they fall with presence is kept in `db::attestations`.

use serde_json::{Value, json};

use super::journal::Entry;
use super::ledger::{Ledger, Move};
use super::secrets::{Secrets, hash};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::attestations::{self, Order, Progress, Row};
use crate::db::{AnyConn, DbError, Scope, Tx, attendance, events, registrations};
use crate::domain::attendance::Proof;
use crate::domain::attestation::{Statement, attended};
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::{AttestationId, EventId, Reference, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::registration::Cause;
use crate::mail::message::Attested;

/// People looked after in one piece of work.
const AT_ONCE: i64 = 100;

/// Characters of the token of the page that checks one: 162 bits, and short enough for paper.
const TOKEN: usize = 27;

/// What is known of an attestation by whoever has its address.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What is kept of it.
    pub row: Row,
    /// What it says; `None` once the name went.
    pub statement: Option<Statement>,
    /// The event as it is now.
    pub event: Event,
}

impl Secrets {
    /// The token of the page that checks an attestation.
    pub fn attestation_token(&self, reference: &Reference) -> String {
        self.derive("attestation-page", reference.as_str())[..TOKEN].to_owned()
    }

    /// What an attestation says, signed.
    fn attest(&self, statement: &Statement) -> Result<String, DbError> {
        let words = statement.words(&self.key_name()).map_err(|e| DbError::Other(e.to_string()))?;
        Ok(format!("{words}.{}", self.sign(&words)))
    }
}

impl App {
    /// Asks for the attestations of an event; asked again, whoever has none since is looked for anew.
    ///
    /// # Errors
    /// `WrongEventState` before the event is over, and when it was called off.
    pub async fn order_attestations(&self, event: EventId, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let of = events::by_id(tx, event)?.event;
                attestable(&of, now)?;
                attestations::order(tx, &Order { event_id: event, asked_by: actor.to_string(), asked_at: now.into(), is_open: true })?;
                let open = attestations::progress(tx, event)?.open;
                let change = Change::to(&json!({ "open": open }));
                app.write_down(tx, Entry { change, ..Entry::of_event(actor, Deed::AttestationsIssued, None, &of) }, now);
                Ok(())
            })
            .await
    }

    /// Issues what was asked for, in pieces; answers how many. One event with a fault keeps no other waiting.
    ///
    /// # Errors
    /// When the database cannot be reached; the next round goes on.
    pub async fn issue_attestations(&self, now: Instant) -> Result<usize, AppError> {
        let open = self.db.read(|conn| Ok::<_, AppError>(attestations::open_orders(conn)?)).await?;
        let mut issued = 0;
        for order in open {
            loop {
                let (app, order) = (self.clone(), order.clone());
                match self.db.write_patiently(Scope::Event(order.event_id), move |tx| some(&app, tx, &order, now)).await {
                    Ok(0) => break,
                    Ok(n) => issued += n,
                    Err(AppError::Fault(cause @ (DbError::Unavailable(_) | DbError::Again(_)))) => return Err(cause.into()),
                    Err(fault) => {
                        tracing::error!(error = %fault, "attestations of an event cannot be issued");
                        break;
                    }
                }
            }
        }
        Ok(issued)
    }

    /// How far the attestations of an event are, and whether they were asked for.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn attestations_of_event(&self, event: EventId) -> Result<(Progress, Option<Order>), AppError> {
        self.db.read(move |conn| Ok((attestations::progress(conn, event)?, attestations::order_of(conn, event)?))).await
    }

    /// The attestation of somebody that stands, made now if there is none.
    ///
    /// # Errors
    /// `NotFound` when their data was erased or they were not present; `WrongEventState` before the event is over.
    pub async fn make_attestation(&self, id: RegistrationId, actor: Actor, now: Instant) -> Result<Row, AppError> {
        let (app, event) = (self.clone(), self.event_of(id).await?);
        self.db
            .write(Scope::Event(event), move |tx| {
                let (row, of) = (registrations::by_id(tx, id)?, events::by_id(tx, event)?.event);
                attestable(&of, now)?;
                if let Some(known) = standing(tx, id)? {
                    return Ok(known);
                }
                if row.erased_at.is_some() || !row.present || row.proved_at.is_none() {
                    return Err(AppError::NotFound);
                }
                let made = draw_up(&app, tx, &of, &row, actor, now)?;
                attestations::insert(tx, &made)?;
                Ok(made)
            })
            .await
    }

    /// All attestations of somebody, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn attestations_of(&self, id: RegistrationId) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(attestations::of_registration(conn, id)?)).await
    }

    /// What is known of the attestation whose page has this token; `None` where there is none.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn check_attestation(&self, token: &str) -> Result<Option<Checked>, AppError> {
        let page_hash = hash(token);
        self.db
            .read(move |conn| {
                let Some(row) = attestations::by_page(conn, &page_hash)? else { return Ok(None) };
                let event = events::by_id(conn, row.event_id)?.event;
                Ok(Some(Checked { statement: Statement::read(&row.signed), row, event }))
            })
            .await
    }
}

/// Whether there is anything to attest of the event.
fn attestable(of: &Event, now: Instant) -> Result<(), AppError> {
    match of.is_held(now) {
        true => Ok(()),
        false if of.status == EventStatus::Published => Err(AppError::WrongEventState("not_yet")),
        false => Err(AppError::WrongEventState(of.status.code())),
    }
}

fn standing(conn: &mut AnyConn, id: RegistrationId) -> Result<Option<Row>, DbError> {
    Ok(attestations::of_registration(conn, id)?.into_iter().find(|row| row.revoked_at.is_none()))
}

/// Issues the next of an event, each with the mail that brings it; answers how many. When none is due, the order is done.
fn some(app: &App, tx: &mut Tx<'_>, order: &Order, now: Instant) -> Result<usize, AppError> {
    let due = attestations::owed(tx, order.event_id, AT_ONCE)?;
    if due.is_empty() {
        attestations::close_order(tx, order.event_id)?;
        return Ok(0);
    }
    let mut ledger = Ledger::open(app, tx, order.event_id, now)?;
    let of = ledger.stored.event.clone();
    let mut made = Vec::with_capacity(due.len());
    for row in registrations::by_ids(tx, &due)? {
        let mut drawn = draw_up(app, tx, &of, &row, Actor::System, now)?;
        let attested = Attested { reference: drawn.reference.clone(), signed: drawn.signed.clone() };
        let moved = Move { attested: Some(attested), ..Move::new(Cause::Attested, Actor::System, &row) };
        drawn.change_id = Some(ledger.record(tx, &row, moved, None)?);
        made.push(drawn);
    }
    // The history first: an attestation names the row of it that says so.
    ledger.close(tx, false)?;
    made.iter().try_for_each(|row| attestations::insert(tx, row))?;
    Ok(made.len())
}

/// An attestation of what the proofs say now.
fn draw_up(app: &App, tx: &mut Tx<'_>, of: &Event, row: &registrations::Row, actor: Actor, now: Instant) -> Result<Row, AppError> {
    let (proofs, finding) = attendance::finding(tx, row.id)?;
    let proofs: Vec<Proof> = proofs.iter().map(attendance::Row::seen).collect();
    let (from, to) = (of.schedule.starts_at, of.schedule.ends_at);
    let (mode, minutes) = attended(&proofs, &finding, row.mode, from, to);
    let reference = app.secrets.reference()?;
    let statement = Statement {
        number: app.secrets.attestation_number(&reference),
        provider: app.settings.provider.get_or_any(row.language).to_owned(),
        name: row.name.clone(),
        title: (!of.tlp.is_confidential()).then(|| of.title.get_or_any(row.language).to_owned()),
        from,
        to,
        attended: mode,
        minutes,
        language: row.language,
        issued: now,
    };
    Ok(Row {
        id: AttestationId(tx.next_id()),
        event_id: of.id,
        registration_id: row.id,
        change_id: None,
        page_hash: hash(&app.secrets.attestation_token(&reference)),
        number: statement.number.clone(),
        mode,
        minutes: i32::try_from(minutes).unwrap_or(i32::MAX),
        language: row.language,
        issued_at: now.into(),
        issued_by: actor.to_string(),
        signed: app.secrets.attest(&statement)?,
        reference,
        revoked_at: None,
    })
}

/// What somebody is given of their attestations when they ask for their data.
pub(super) fn records(conn: &mut AnyConn, id: RegistrationId) -> Result<Vec<Value>, DbError> {
    let record = |row: Row| {
        json!({
            "number": row.number,
            "issued_at": row.issued_at.0,
            "revoked_at": row.revoked_at.map(|at| at.0),
            "attended": row.mode,
            "minutes": row.minutes,
            "signed": row.signed,
        })
    };
    Ok(attestations::of_registration(conn, id)?.into_iter().map(record).collect())
}
