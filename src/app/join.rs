//! The personal link that sends somebody on to the meeting and keeps that they went there. Looking changes nothing: programs that read mails
//! open every link.

use super::admission::owner_shut_out;
use super::check_in::{CheckIn, check_in};
use super::show::{EventView, event_view};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{AnyConn, DbError, Scope, Tx, attendance, events, platforms, registrations};
use crate::domain::admission::Shut;
use crate::domain::attendance::ProofSource;
use crate::domain::event::{Event, Schedule};
use crate::domain::ids::{EventId, ProofId, RegistrationId};
use crate::domain::join::{Joining, is_within, joining};
use crate::i18n::format::brussels;

/// What stands behind somebody's link to join.
#[derive(Clone, Debug)]
pub struct JoinView {
    /// Whose it is.
    pub registration: RegistrationId,
    /// Where to.
    pub event: EventView,
    /// What it does now.
    pub joining: Joining,
    /// The door that is closed to them, if one is; never once the event is over.
    pub shut: Option<Shut>,
}

impl App {
    /// What stands behind a link to join. Changes nothing.
    ///
    /// # Errors
    /// `NotFound` for a token that we did not make, and once the data is erased.
    pub async fn join_by_token(&self, token: &str, now: Instant) -> Result<JoinView, AppError> {
        let id = self.secrets.joins(token).ok_or(AppError::NotFound)?;
        self.db.read(move |conn| view(conn, id, now)).await
    }

    /// Keeps that somebody went to the meeting, and says where it is. Kept once: whoever lost the connection and comes again was there
    /// already; for how long, this proof does not say (`domain::attendance`).
    ///
    /// # Errors
    /// `WrongEventState` when the link sends nobody on now; `NotFound` once the data is erased; `MandateEnded` at a closed door.
    pub async fn join(&self, event: EventId, id: RegistrationId, now: Instant) -> Result<String, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                app.take_out_of(tx, event, now)?;
                let found = view(tx, id, now)?;
                if let Some(shut) = found.shut {
                    return Err(AppError::MandateEnded(shut));
                }
                let of = &found.event.stored.event;
                let (Joining::Open, Some(link)) = (found.joining, of.place.join_link.clone()) else {
                    return Err(AppError::WrongEventState("not_joinable"));
                };
                let is_kept = attendance::of_registration(tx, id)?.iter().any(|proof| proof.revoked_at.is_none() && is_of(proof, &of.schedule));
                if !is_kept {
                    let source = ProofSource::Link;
                    let mark = CheckIn { event, registration: id, source, at: now, left_at: None, device: None, key: None };
                    check_in(tx, &mark, Actor::Person, now)?;
                }
                Ok(link)
            })
            .await
    }
}

fn view(conn: &mut AnyConn, id: RegistrationId, now: Instant) -> Result<JoinView, AppError> {
    let row = registrations::by_id(conn, id)?;
    if row.erased_at.is_some() {
        return Err(AppError::NotFound);
    }
    let stored = events::by_id(conn, row.event_id)?;
    let platform = platforms::by_id(conn, stored.event.platform_id)?.into();
    let joining = joining(&stored.event, row.state, row.mode, now);
    let shut = if stored.event.is_held(now) { None } else { owner_shut_out(conn, &platform, &row, now)? };
    Ok(JoinView { registration: id, event: event_view(conn, stored, platform)?, joining, shut })
}

/// Whether a proof is that somebody used the link for the event as it is dated now.
fn is_of(proof: &attendance::Row, schedule: &Schedule) -> bool {
    proof.source == ProofSource::Link && is_within(schedule, proof.at.0)
}

/// Takes back what was kept of those who had come, or gone to the meeting, before it was moved to another time: they were not there then.
pub(super) fn forget_presence(tx: &mut Tx<'_>, before: &Event, after: &Event, actor: Actor, now: Instant) -> Result<(), AppError> {
    let (was, is) = (&before.schedule, &after.schedule);
    if (was.starts_at, was.ends_at) == (is.starts_at, is.ends_at) {
        return Ok(());
    }
    let (old, new) = (brussels(was.starts_at).0, brussels(is.starts_at).0);
    let is_over = |proof: &attendance::Row| match proof.source {
        ProofSource::Link => !is_within(is, proof.at.0),
        // Of the day on which it began and did not end.
        _ => (old..new).contains(&brussels(proof.at.0).0),
    };
    for proof in attendance::standing_of(tx, after.id)?.iter().filter(|proof| is_over(proof)) {
        attendance::revoke(tx, proof.registration_id, &[proof.id], now, &actor.to_string(), None)?;
    }
    Ok(())
}

/// Takes back that somebody went to the meeting before it began: they step back, or come to the room instead.
pub(super) fn leave_meeting(tx: &mut Tx<'_>, row: &mut registrations::Row, starts_at: Instant, actor: Actor, now: Instant) -> Result<(), DbError> {
    if now >= starts_at || !row.present {
        return Ok(());
    }
    let standing = attendance::of_registration(tx, row.id)?.into_iter().filter(|proof| proof.revoked_at.is_none());
    let went: Vec<ProofId> = standing.filter(|proof| proof.source == ProofSource::Link).map(|proof| proof.id).collect();
    attendance::revoke(tx, row.id, &went, now, &actor.to_string(), None)?;
    row.present = attendance::finding(tx, row.id)?.1.present;
    Ok(())
}
