//! What a member sees of the guests they proposed for an event, and taking one back while it waits.

use super::{Row, end};
use crate::app::show::RegistrationView;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{AnyConn, DbError, Scope, guests, members, people, registrations};
use crate::domain::admission::{Basis, basis};
use crate::domain::event::Event;
use crate::domain::guest::{Hindrance, Proposer, State, hindrance};
use crate::domain::ids::{Reference, RegistrationId};
use crate::domain::platform::{Audience, Platform};
use crate::i18n::format::brussels;

/// A member's proposals for the event at which they have a place.
#[derive(Clone, Debug)]
pub struct Own {
    /// The key of their address.
    pub(super) key: String,
    /// Newest first.
    pub proposals: Vec<Row>,
    /// What keeps them from proposing another now.
    pub hindrance: Option<Hindrance>,
}

impl Own {
    /// Of a member whose address does not matter: for previews.
    pub fn of(proposals: Vec<Row>, hindrance: Option<Hindrance>) -> Self {
        Self { key: String::new(), proposals, hindrance }
    }

    /// Whether there is something to see or to do.
    pub fn is_offered(&self) -> bool {
        !self.proposals.is_empty() || !matches!(self.hindrance, Some(Hindrance::NotWanted | Hindrance::NoMandate | Hindrance::NoPlace))
    }
}

impl App {
    /// The proposals of the owner of a registration, and whether they may make another.
    ///
    /// # Errors
    /// `NotFound` where there is nothing to see: also for who is shut out by now.
    pub async fn own_guests(&self, view: &RegistrationView, now: Instant) -> Result<Own, AppError> {
        if view.shut.is_some() {
            return Err(AppError::NotFound);
        }
        let (row, event, platform) = (view.row.clone(), view.event.stored.event.clone(), view.event.platform.clone());
        let own = self.db.read(move |conn| Ok::<_, AppError>(own(conn, &row, &event, &platform, now)?)).await?;
        if own.is_offered() { Ok(own) } else { Err(AppError::NotFound) }
    }

    /// A member takes a proposal of theirs back. Said twice it is said once.
    ///
    /// # Errors
    /// `NotFound` for one that is not theirs; `Stale` when it was decided, or its time is over.
    pub async fn take_back_guest(&self, place: RegistrationId, reference: Reference, now: Instant) -> Result<(), AppError> {
        let event = self.event_of(place).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let row = guests::by_reference(tx, event, &reference)?.filter(|row| row.registration_id == Some(place));
                let row = row.ok_or(AppError::NotFound)?;
                match row.state {
                    State::TakenBack => Ok(()),
                    _ if !row.takes_objections(now) => Err(AppError::Stale),
                    // Theirs alone: whoever else proposed the same person still does.
                    _ => end(&app, tx, row, State::TakenBack, Actor::Person, now),
                }
            })
            .await
    }
}

pub(in crate::app) fn own(conn: &mut AnyConn, row: &registrations::Row, event: &Event, platform: &Platform, now: Instant) -> Result<Own, DbError> {
    if platform.audience != Audience::Members || row.erased_at.is_some() {
        return Ok(Own::of(Vec::new(), Some(Hindrance::NotWanted)));
    }
    let proposals = guests::of_registration(conn, row.id)?;
    let key = key_of(conn, row)?;
    let of = Proposer {
        audience: platform.audience,
        wanted: platform.members_propose,
        window: event.window(now),
        place: row.state,
        holds_mandate: holds_mandate(conn, platform, &key, now)?,
        waiting: proposals.iter().filter(|proposal| proposal.state == State::Open).count(),
        made: proposals.len(),
    };
    // Who is a member no more is told nothing more of them, whatever their own place rests on.
    let proposals = if of.holds_mandate { proposals } else { Vec::new() };
    Ok(Own { key, proposals, hindrance: hindrance(&of) })
}

/// The key of the address of a registration's owner.
pub(super) fn key_of(conn: &mut AnyConn, row: &registrations::Row) -> Result<String, DbError> {
    let Some(id) = row.person_id else { return Ok(String::new()) };
    Ok(people::by_ids(conn, &[id])?.remove(&id).map(|person| person.email_key).unwrap_or_default())
}

/// Whether the owner of an address would be called as a member now: only members propose guests, and only they are told of them.
pub(super) fn holds_mandate(conn: &mut AnyConn, platform: &Platform, key: &str, now: Instant) -> Result<bool, DbError> {
    let mandates = members::mandates_of(conn, platform.id, key)?;
    Ok(basis(platform.audience, &mandates, brussels(now).0) == Basis::Mandate)
}

/// Whether what became of a proposal is told to the owner of a registration now: it never tells of an event that is called off or over, nor
/// anybody who is a member no more.
pub(in crate::app) fn is_told(
    conn: &mut AnyConn,
    row: &registrations::Row,
    event: &Event,
    platform: &Platform,
    now: Instant,
) -> Result<bool, DbError> {
    if row.erased_at.is_some() || !event.takes_choices(now) {
        return Ok(false);
    }
    let key = key_of(conn, row)?;
    holds_mandate(conn, platform, &key, now)
}
