//! Guests of platforms for members: an organiser proposes somebody for one event, any of them can object for some working days, and
//! whoever nobody objected to is invited. What is decided is decided by the clock, whether the timers have been there or not.

use serde_json::{Value, json};

use super::invite::{Invitee, call_one, is_free, open};
use super::journal::Entry;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::guests::{self, Row};
use crate::db::{AnyConn, DbError, Scope, Tx, events, members, platforms};
use crate::domain::email::EmailAddress;
use crate::domain::event::Event;
use crate::domain::guest::{PERIODS, State, last_day};
use crate::domain::ids::{EventId, PlatformId, ProposalId, Reference};
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Language;
use crate::domain::platform::{Audience, Platform};
use crate::domain::text::{OrganisationName, PersonName, Title};
use crate::i18n::format::{begin_of, brussels};

/// Proposals purged in one commit.
const AT_ONCE: i64 = 200;

/// Somebody to propose.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Full name.
    pub name: PersonName,
    /// Work address.
    pub email: EmailAddress,
    /// Organisation.
    pub organisation: OrganisationName,
    /// Language of the invitation.
    pub language: Language,
    /// Why.
    pub reason: Title,
}

impl Row {
    /// Whether somebody can object now.
    pub fn takes_objections(&self, now: Instant) -> bool {
        self.state == State::Open && now < self.objections_until.0
    }
}

impl App {
    /// Proposes a guest; answers its public identity.
    ///
    /// # Errors
    /// `NotFound` where no mandate is asked for; `NotOpen` for an event that takes no registrations any more; `Taken("proposal")` for who
    /// is proposed already, `Taken("place")` for who is a member, invited or registered; `Invalid` (`period`) when registration closes
    /// before the time to object is over.
    pub async fn propose_guest(&self, event: EventId, proposal: Proposal, actor: Actor, now: Instant) -> Result<Reference, AppError> {
        let (app, reference) = (self.clone(), self.secrets.reference()?);
        self.db
            .write(Scope::Event(event), move |tx| {
                let event = events::by_id(tx, event)?.event;
                open(&event, now)?;
                let platform: Platform = platforms::by_id(tx, event.platform_id)?.into();
                if platform.audience != Audience::Members {
                    return Err(AppError::NotFound);
                }
                members::hold(tx, platform.id)?;
                let key = proposal.email.key();
                if guests::of_address(tx, Some(event.id), &key)?.iter().any(|row| row.state == State::Open) {
                    return Err(AppError::Taken("proposal"));
                }
                let today = brussels(now).0;
                let is_member = members::mandates_of(tx, platform.id, &key)?.iter().any(|mandate| mandate.is_current(today));
                if is_member || !is_free(tx, event.id, &invitee(&proposal), now)? {
                    return Err(AppError::Taken("place"));
                }
                let last = last_day(today, platform.objection_days);
                let until = begin_of(last.succ_opt().unwrap_or(last));
                if until >= event.schedule.closes_at {
                    return Err(AppError::Invalid {
                        field: "period",
                        why: format!("objections are taken until {last}, and registration closes before"),
                    });
                }
                let row = row_of(ProposalId(tx.next_id()), reference.clone(), event.id, &proposal, actor, until, now);
                guests::insert(tx, &row)?;
                app.write_down(tx, entry(actor, Deed::GuestProposed, &event, &row, json!({ "until": until })), now);
                Ok::<_, AppError>(row.reference)
            })
            .await
    }

    /// Objects to a guest, with a reason: they are not invited.
    ///
    /// # Errors
    /// `NotFound`; `Stale` when the time to object is over or it was decided before; `Taken("place")` for who was invited or registered by
    /// another way meanwhile: an objection would change nothing about that.
    pub async fn object_to_guest(&self, event: EventId, reference: Reference, reason: Title, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut row = guests::by_reference(tx, event, &reference)?.ok_or(AppError::NotFound)?;
                if !row.takes_objections(now) {
                    return Err(AppError::Stale);
                }
                let platform = events::by_id(tx, event)?.event.platform_id;
                members::hold(tx, platform)?;
                if !is_free(tx, event, &invitee_of(&row)?, now)? {
                    return Err(AppError::Taken("place"));
                }
                row.decision_reason = Some(reason.to_string());
                decide(&app, tx, row, State::Refused, actor, now)
            })
            .await
    }

    /// Admits a guest before the time to object is over: they are invited at once.
    ///
    /// # Errors
    /// `NotFound`, also where no mandate is asked for any more; `Stale` when it was decided before; `NotOpen` for an event that takes no
    /// registrations any more; `Taken("place")` when no invitation would go: to who has a place, declined, or was refused.
    pub async fn admit_guest(&self, event: EventId, reference: Reference, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let row = guests::by_reference(tx, event, &reference)?.ok_or(AppError::NotFound)?;
                if row.state != State::Open {
                    return Err(AppError::Stale);
                }
                if !asks_for_mandates(tx, event)? {
                    return Err(AppError::NotFound);
                }
                if !invites(&app, tx, &row, actor, now)? {
                    return Err(AppError::Taken("place"));
                }
                decide(&app, tx, row, State::Admitted, actor, now)
            })
            .await
    }

    /// Invites whoever nobody objected to in time; answers how many proposals were settled. Where there is nothing to invite to any more,
    /// or nobody to invite, the proposal lapses.
    ///
    /// # Errors
    /// When the database cannot be reached; the next round goes on. A proposal with a fault of its own keeps no other waiting.
    pub async fn settle_guests(&self, now: Instant) -> Result<usize, AppError> {
        let due = self.db.read(move |conn| Ok::<_, AppError>(guests::due(conn, now)?)).await?;
        for (event, reference) in &due {
            let (app, event, of) = (self.clone(), *event, reference.clone());
            match self.db.write(Scope::Event(event), move |tx| settle(&app, tx, event, &of, now)).await {
                Ok(()) => {}
                Err(AppError::Fault(cause @ (DbError::Unavailable(_) | DbError::Again(_)))) => return Err(cause.into()),
                Err(fault) => tracing::error!(error = %fault, "the proposal of a guest cannot be settled"),
            }
        }
        Ok(due.len())
    }

    /// The proposals of an event, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn guests_of(&self, event: EventId) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(guests::of_event(conn, event)?)).await
    }

    /// How many proposals wait for objections, by event.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn open_guests(&self) -> Result<std::collections::HashMap<EventId, u32>, AppError> {
        self.db.read(|conn| Ok(guests::open_counts(conn)?)).await
    }

    /// How many working days a platform leaves for objections from now on; what is proposed keeps its time.
    ///
    /// # Errors
    /// `Invalid` outside [`PERIODS`].
    pub async fn set_objection_days(&self, platform: PlatformId, days: u32, actor: Actor, now: Instant) -> Result<(), AppError> {
        if !PERIODS.contains(&days) {
            return Err(AppError::Invalid { field: "days", why: format!("{days} is not between {} and {}", PERIODS.start(), PERIODS.end()) });
        }
        let app = self.clone();
        self.db
            .write(Scope::Concern("platforms"), move |tx| {
                let was: Platform = platforms::by_id(tx, platform)?.into();
                platforms::set_objection_days(tx, platform, days)?;
                let change = Change::between(&json!({ "working_days": was.objection_days }), &json!({ "working_days": days }));
                if !change.is_empty() {
                    let subject = format!("roster:{}", was.slug);
                    app.write_down(tx, Entry { platform: Some(platform), ..Entry::of(actor, Deed::ObjectionDaysSet, subject, change) }, now);
                }
                Ok::<_, AppError>(())
            })
            .await
    }

    /// Erases whoever was proposed with this address; answers how many proposals there were.
    pub(super) async fn erase_guests_of(&self, key: String, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let look_for = key.clone();
        let theirs = self.db.read(move |conn| Ok::<_, AppError>(guests::of_address(conn, None, &look_for)?)).await?;
        for event in theirs.iter().map(|row| row.event_id) {
            let (app, key) = (self.clone(), key.clone());
            self.db
                .write(Scope::Event(event), move |tx| {
                    let rows = guests::of_address(tx, Some(event), &key)?;
                    let event = events::by_id(tx, event)?.event;
                    for row in &rows {
                        app.write_down(tx, entry(actor, Deed::GuestErased, &event, row, json!({})), now);
                    }
                    Ok::<_, AppError>(guests::blank(tx, rows, &actor.to_string(), now)?)
                })
                .await?;
        }
        Ok(theirs.len())
    }

    /// Erases whoever was proposed for events that ended longer ago than the retention time.
    pub(super) async fn purge_guests(&self, now: Instant) -> Result<(), AppError> {
        let before = now - chrono::Duration::days(self.settings.retention_days);
        loop {
            let some = self
                .db
                .write(Scope::Concern("guests"), move |tx| {
                    let rows = guests::to_purge(tx, before, AT_ONCE)?;
                    let count = rows.len();
                    guests::blank(tx, rows, &Actor::System.to_string(), now)?;
                    Ok::<_, AppError>(count)
                })
                .await?;
            if some < AT_ONCE as usize {
                return Ok(());
            }
        }
    }
}

fn settle(app: &App, tx: &mut Tx<'_>, event: EventId, reference: &Reference, now: Instant) -> Result<(), AppError> {
    // It may have been decided since we looked, here or by another process.
    let Some(row) = guests::by_reference(tx, event, reference)?.filter(|row| row.state == State::Open && !row.takes_objections(now)) else {
        return Ok(());
    };
    let may_come = open(&events::by_id(tx, event)?.event, now).is_ok() && asks_for_mandates(tx, event)?;
    let to = if may_come && invites(app, tx, &row, Actor::System, now)? { State::Admitted } else { State::Lapsed };
    decide(app, tx, row, to, Actor::System, now)
}

/// Whether guests are what an event still needs: its platform may have opened its doors since.
fn asks_for_mandates(tx: &mut Tx<'_>, event: EventId) -> Result<bool, DbError> {
    let platform = events::by_id(tx, event)?.event.platform_id;
    Ok(platforms::by_id(tx, platform)?.audience == Audience::Members)
}

/// Invites a guest; answers whether it did, for there may be nobody to invite: who came in by another way, declined, or was refused.
fn invites(app: &App, tx: &mut Tx<'_>, row: &Row, actor: Actor, now: Instant) -> Result<bool, AppError> {
    Ok(call_one(app, tx, row.event_id, invitee_of(row)?, actor, now)?.count() == 1)
}

/// Notes what was decided.
fn decide(app: &App, tx: &mut Tx<'_>, mut row: Row, to: State, actor: Actor, now: Instant) -> Result<(), AppError> {
    let event = events::by_id(tx, row.event_id)?.event;
    let deed = match to {
        State::Admitted => Deed::GuestAdmitted,
        State::Refused => Deed::GuestRefused,
        State::Open | State::Lapsed => Deed::GuestLapsed,
    };
    row.state = to;
    row.decided_by = Some(actor.to_string());
    row.decided_at = Some(now.into());
    guests::update(tx, &row)?;
    app.write_down(tx, entry(actor, deed, &event, &row, json!({})), now);
    Ok(())
}

fn entry(actor: Actor, deed: Deed, event: &Event, row: &Row, what: Value) -> Entry {
    Entry { subject: format!("guest:{}", row.reference), change: Change::to(&what), ..Entry::of_event(actor, deed, None, event) }
}

fn invitee(proposal: &Proposal) -> Invitee {
    Invitee {
        email: proposal.email.clone(),
        name: Some(proposal.name.clone()),
        organisation: Some(proposal.organisation.clone()),
        sector: None,
        language: proposal.language,
    }
}

fn invitee_of(row: &Row) -> Result<Invitee, DbError> {
    let unread = |what: &str| DbError::Other(format!("guest_proposal {}: the {what} cannot be read", row.id));
    Ok(Invitee {
        email: EmailAddress::parse(&row.email).map_err(|_| unread("address"))?,
        name: Some(PersonName::parse(&row.name).map_err(|_| unread("name"))?),
        organisation: Some(OrganisationName::parse(&row.organisation_name).map_err(|_| unread("organisation"))?),
        sector: None,
        language: row.language,
    })
}

fn row_of(id: ProposalId, reference: Reference, event: EventId, of: &Proposal, actor: Actor, until: Instant, now: Instant) -> Row {
    Row {
        id,
        event_id: event,
        reference,
        name: of.name.to_string(),
        email: of.email.to_string(),
        email_key: Some(of.email.key()),
        organisation_name: of.organisation.to_string(),
        language: of.language,
        reason: of.reason.to_string(),
        proposed_by: actor.to_string(),
        proposed_at: now.into(),
        objections_until: until.into(),
        state: State::Open,
        decided_by: None,
        decided_at: None,
        decision_reason: None,
        erased_at: None,
    }
}

/// What is kept of the proposals of an address, at one event or at all, oldest first.
pub(super) fn records(conn: &mut AnyConn, at: Option<EventId>, key: &str) -> Result<Vec<Value>, DbError> {
    guests::of_address(conn, at, key)?
        .into_iter()
        .map(|row| {
            let event = events::by_id(conn, row.event_id)?.event.slug;
            Ok(json!({
                "event": event, "name": row.name, "email": row.email, "organisation": row.organisation_name, "language": row.language,
                "reason": row.reason, "proposed_at": row.proposed_at.0, "objections_until": row.objections_until.0, "state": row.state,
                "decided_at": row.decided_at.map(|t| t.0), "decision_reason": row.decision_reason,
            }))
        })
        .collect()
}
