//! Guests of platforms for members: an organiser, or a member where the platform wants it, proposes somebody for one event; any organiser
//! can object for some working days, and whoever nobody objected to is invited. What is decided is decided by the clock, whether the timers
//! have been there or not. One file for each verb.

mod answer;
mod bar;
mod forget;
pub mod of_member;
mod period;
mod propose;
mod settle;
mod tell;

use std::collections::HashMap;

use serde_json::{Value, json};

pub(super) use forget::{forget, leave, made_by, records};
pub use propose::Proposal;
pub(super) use settle::lapse_all;

use super::invite::{Invitee, call_one, is_free};
use super::journal::Entry;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::guests::{self, Row};
use crate::db::{AnyConn, DbError, Tx, events, members, platforms, registrations};
use crate::domain::email::EmailAddress;
use crate::domain::event::Event;
use crate::domain::guest::{Bar, State};
use crate::domain::ids::EventId;
use crate::domain::journal::{Change, Deed};
use crate::domain::platform::{Audience, Platform};
use crate::domain::text::{OrganisationName, PersonName};

impl Row {
    /// Whether somebody can object now.
    pub fn takes_objections(&self, now: Instant) -> bool {
        self.state == State::Open && now < self.objections_until.0
    }
}

/// A proposal as the staff's list shows it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The proposal.
    pub row: Row,
    /// The place of the member who made it; `None` when staff did.
    pub proposer: Option<registrations::Row>,
    /// Why silence admits nobody on it, while it waits.
    pub bar: Option<Bar>,
}

impl App {
    /// The proposals of an event, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn guests_of(&self, event: EventId, now: Instant) -> Result<Vec<Listed>, AppError> {
        self.db
            .read(move |conn| {
                let rows = guests::of_event(conn, event)?;
                let places: Vec<_> = rows.iter().filter_map(|row| row.registration_id).collect();
                let places: HashMap<_, _> = registrations::by_ids(conn, &places)?.into_iter().map(|place| (place.id, place)).collect();
                let mut listed = Vec::with_capacity(rows.len());
                for row in rows {
                    let bar = if row.state == State::Open { bar::bar(conn, &row, now)? } else { None };
                    listed.push(Listed { proposer: row.registration_id.and_then(|id| places.get(&id).cloned()), row, bar });
                }
                Ok(listed)
            })
            .await
    }

    /// How many proposals wait for objections, by event.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn open_guests(&self) -> Result<HashMap<EventId, u32>, AppError> {
        self.db.read(|conn| Ok(guests::open_counts(conn)?)).await
    }
}

/// Takes what work on a proposal relies on before it reads any of it: its platform, as it is. Whoever writes the platform or its roster
/// waits, and nobody asks for more of it later, while others hold it too.
fn hold(tx: &mut Tx<'_>, event: EventId) -> Result<(), DbError> {
    let platform = events::by_id(tx, event)?.event.platform_id;
    members::hold(tx, platform)
}

/// Whether guests are what an event still needs: its platform may have opened its doors since.
fn asks_for_mandates(tx: &mut Tx<'_>, event: EventId) -> Result<bool, DbError> {
    Ok(platform_of(tx, event)?.audience == Audience::Members)
}

fn platform_of(conn: &mut AnyConn, event: EventId) -> Result<Platform, DbError> {
    let platform = events::by_id(conn, event)?.event.platform_id;
    Ok(platforms::by_id(conn, platform)?.into())
}

/// Whether the guest holds a mandate that is in force: then they are called as a member, and not on a proposal.
fn is_member(conn: &mut AnyConn, row: &Row, now: Instant) -> Result<bool, DbError> {
    let platform = platform_of(conn, row.event_id)?;
    of_member::holds_mandate(conn, &platform, row.email_key.as_deref().unwrap_or_default(), now)
}

/// Whether a proposal decides nothing, for its guest is a member, invited or registered.
fn is_there(conn: &mut AnyConn, row: &Row, now: Instant) -> Result<bool, DbError> {
    Ok(is_member(conn, row, now)? || !is_free(conn, row.event_id, &invitee_of(row)?, now)?)
}

/// Invites a guest; answers whether it did, for there may be nobody to invite: who is a member, came in by another way, declined, or was
/// refused.
fn invites(app: &App, tx: &mut Tx<'_>, row: &Row, actor: Actor, now: Instant) -> Result<bool, AppError> {
    if is_member(tx, row, now)? {
        return Ok(false);
    }
    // The invitation says that they were proposed: so does the proposal when it is made. What becomes of it is noted after it.
    guests::update(tx, &Row { state: State::Admitted, ..row.clone() })?;
    Ok(call_one(app, tx, row.event_id, invitee_of(row)?, actor, now)?.count() == 1)
}

/// Notes what was decided of somebody: of this proposal, and of every other of the same person for the event that waits. Members do not
/// know of each other's proposals, and what holds for one holds for all.
fn decide(app: &App, tx: &mut Tx<'_>, row: Row, to: State, actor: Actor, now: Instant) -> Result<(), AppError> {
    let key = row.email_key.clone().unwrap_or_default();
    let same = guests::of_address(tx, Some(row.event_id), &key)?;
    let others = same.into_iter().filter(|other| other.id != row.id && other.state == State::Open);
    let others: Vec<Row> = others.map(|other| Row { decision_reason: row.decision_reason.clone(), ..other }).collect();
    for one in std::iter::once(row).chain(others) {
        end(app, tx, one, to, actor, now)?;
    }
    Ok(())
}

/// Ends one proposal, and owes its proposer a mail where there is something to tell.
fn end(app: &App, tx: &mut Tx<'_>, mut row: Row, to: State, actor: Actor, now: Instant) -> Result<(), AppError> {
    let stored = events::by_id(tx, row.event_id)?;
    let deed = match to {
        State::Admitted => Deed::GuestAdmitted,
        State::Refused => Deed::GuestRefused,
        State::TakenBack => Deed::GuestTakenBack,
        State::Open | State::Lapsed | State::Elsewhere => Deed::GuestLapsed,
    };
    row.state = to;
    row.decided_by = Some(actor.to_string());
    row.decided_at = Some(now.into());
    guests::update(tx, &row)?;
    app.write_down(tx, entry(actor, deed, &stored.event, &row, json!({})), now);
    tell::owe(app, tx, &stored, &row, now)
}

fn entry(actor: Actor, deed: Deed, event: &Event, row: &Row, what: Value) -> Entry {
    Entry { subject: format!("guest:{}", row.reference), change: Change::to(&what), ..Entry::of_event(actor, deed, None, event) }
}

fn invitee_of(row: &Row) -> Result<Invitee, DbError> {
    let unread = |what: &str| DbError::Other(format!("guest_proposal {}: the {what} cannot be read", row.id));
    Ok(Invitee {
        email: EmailAddress::parse(&row.email).map_err(|_| unread("address"))?,
        name: Some(PersonName::parse(&row.name).map_err(|_| unread("name"))?),
        organisation: Some(OrganisationName::parse(&row.organisation_name).map_err(|_| unread("organisation"))?),
        sector: row.sector,
        language: row.language,
    })
}
