//! Staff or a program calls people to register: one invitation for each address at an event, however often it is asked for.

use std::collections::{HashMap, HashSet};

use serde_json::json;

use super::admission::Holders;
use super::journal::Entry;
use super::send_invitations::{begin, queue};
use super::{Actor, App, AppError, secrets};
use crate::clock::Instant;
use crate::db::invitations::{self, Row};
use crate::db::outbox::MailStatus;
use crate::db::registrations::search_key;
use crate::db::{AnyConn, DbError, Scope, Tx, events, members, platforms, sendings};
use crate::domain::admission::Basis;
use crate::domain::email::EmailAddress;
use crate::domain::event::{Event, Window};
use crate::domain::ids::{BatchId, EventId, InvitationId, Reference};
use crate::domain::invitation::{State, Verdict, verdict};
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Language;
use crate::domain::platform::{Audience, Platform};
use crate::domain::registration::{MailKind, State as RegistrationState};
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};

/// Somebody to invite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    /// Work address.
    pub email: EmailAddress,
    /// Full name, where it is known.
    pub name: Option<PersonName>,
    /// Organisation, where it is known.
    pub organisation: Option<OrganisationName>,
    /// Sector, where it is known.
    pub sector: Option<Sector>,
    /// Language of the mails.
    pub language: Language,
}

/// What became of a list.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The sending; `None` when nobody was to be invited.
    pub batch: Option<BatchId>,
    /// What it meant for each, in the order of the list, and the invitation there is.
    pub outcomes: Vec<(Verdict, Option<Reference>)>,
}

impl Invited {
    /// How many are invited by it.
    pub fn count(&self) -> usize {
        self.outcomes.iter().filter(|(verdict, _)| verdict.is_invited()).count()
    }
}

impl App {
    /// What inviting these people would mean: nothing is changed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn check_invitees(&self, event: EventId, people: Vec<Invitee>, now: Instant) -> Result<Vec<Verdict>, AppError> {
        self.db.read(move |conn| Ok(Standing::load(conn, event, now)?.verdicts(&people))).await
    }

    /// Invites those who are not invited or registered yet; their mails go at once, or at a moment to come. All or nothing.
    ///
    /// # Errors
    /// `NotOpen` for an event that takes no registrations any more, or not yet is public; `Invalid` (`send_at`) for a moment that
    /// is over, or when registration has closed by then.
    pub async fn invite(
        &self,
        event: EventId,
        people: Vec<Invitee>,
        send_at: Option<Instant>,
        actor: Actor,
        now: Instant,
    ) -> Result<Invited, AppError> {
        let app = self.clone();
        // Made beforehand, for everybody else waits while the work is done.
        let identities = people.iter().map(|_| Identity::new(&app)).collect::<Result<Vec<_>, _>>()?;
        self.db.write(Scope::Event(event), move |tx| call(&app, tx, event, &people, &identities, send_at, actor, now)).await
    }
}

#[allow(clippy::too_many_arguments)]
fn call(
    app: &App,
    tx: &mut Tx<'_>,
    event: EventId,
    people: &[Invitee],
    identities: &[Identity],
    send_at: Option<Instant>,
    actor: Actor,
    now: Instant,
) -> Result<Invited, AppError> {
    let stored = events::by_id(tx, event)?;
    open(&stored.event, now)?;
    let send_at = moment(&stored.event, send_at, now)?;
    // Whoever is a member now is called as one: until this is written the roster stays as it is.
    members::hold(tx, stored.event.platform_id)?;
    let standing = Standing::load(tx, event, now)?;
    let verdicts = standing.verdicts(people);
    if !verdicts.iter().any(|v| v.is_invited()) {
        let references = standing.references(tx, people)?;
        return Ok(Invited { batch: None, outcomes: verdicts.into_iter().zip(references).collect() });
    }
    let count = verdicts.iter().filter(|v| v.is_invited()).count();
    let batch = begin(tx, event, MailKind::Invitation, count, send_at, actor, now)?;
    let written = write(tx, &standing, &batch, people, &verdicts, identities)?;
    if send_at <= now {
        queue(app, tx, &stored, &batch, &written.rows, now)?;
    }
    let change = Change::to(&json!({ "batch": batch.id, "count": count, "send_at": send_at }));
    app.write_down(tx, Entry { change, ..Entry::of_event(actor, Deed::InvitationsSent, None, &stored.event) }, now);
    Ok(Invited { batch: Some(batch.id), outcomes: written.outcomes })
}

/// [`App::invite`] of one person, at once, as part of other work on the event.
pub(super) fn call_one(app: &App, tx: &mut Tx<'_>, event: EventId, person: Invitee, actor: Actor, now: Instant) -> Result<Invited, AppError> {
    let identity = Identity::new(app)?;
    call(app, tx, event, &[person], &[identity], None, actor, now)
}

/// Whether inviting this person would mean anything: they are neither invited nor registered at the event.
pub(super) fn is_free(conn: &mut AnyConn, event: EventId, person: &Invitee, now: Instant) -> Result<bool, DbError> {
    let verdicts = Standing::load(conn, event, now)?.verdicts(std::slice::from_ref(person));
    Ok(verdicts.iter().all(|verdict| verdict.is_invited()))
}

/// Whether people can be invited: a draft may still change, and after closing nobody can accept.
pub(super) fn open(event: &Event, now: Instant) -> Result<(), AppError> {
    match event.window(now) {
        Window::Open | Window::NotYet(_) => Ok(()),
        shut => Err(AppError::NotOpen(shut)),
    }
}

fn moment(event: &Event, send_at: Option<Instant>, now: Instant) -> Result<Instant, AppError> {
    let wrong = |why: &str| AppError::Invalid { field: "send_at", why: why.to_owned() };
    match send_at {
        None => Ok(now),
        Some(at) if at <= now => Err(wrong("the moment is over; leave it out to send at once")),
        Some(at) if at >= event.schedule.closes_at => Err(wrong("registration has closed by then; choose an earlier moment")),
        Some(at) => Ok(at),
    }
}

/// What an invitation is found by, once and for all.
struct Identity {
    reference: Reference,
    page_hash: String,
}

impl Identity {
    fn new(app: &App) -> Result<Self, AppError> {
        let reference = app.secrets.reference()?;
        Ok(Self { page_hash: secrets::hash(&app.secrets.invitation_token(&reference)), reference })
    }
}

/// Who is invited and registered at an event already.
pub(super) struct Standing {
    invited: HashMap<String, (InvitationId, State)>,
    registered: HashMap<String, RegistrationState>,
    holders: Holders,
}

impl Standing {
    pub fn load(conn: &mut AnyConn, event: EventId, now: Instant) -> Result<Self, DbError> {
        let platform = events::by_id(conn, event)?.event.platform_id;
        let platform: Platform = platforms::by_id(conn, platform)?.into();
        let holders = Holders::of(conn, &platform, now)?;
        let mut invited = invitations::known(conn, event)?;
        // Whose only mail was given up by staff was never invited.
        let mut dropped = invitations::with_mail(conn, event, MailStatus::Aborted)?;
        if !dropped.is_empty() {
            for living in [MailStatus::Queued, MailStatus::Sent] {
                let reached = invitations::with_mail(conn, event, living)?;
                dropped.retain(|id| !reached.contains(id));
            }
            invited
                .values_mut()
                .filter(|(id, state)| *state == State::Pending && dropped.contains(id))
                .for_each(|(_, state)| *state = State::Withdrawn);
        }
        // Nor is the door open to whom a mandate let in that is over: whoever is called now is called anew, as a guest.
        let on_mandates = if platform.audience == Audience::Members { invitations::on_mandates(conn, event)? } else { HashSet::new() };
        for (key, (id, state)) in &mut invited {
            if matches!(state, State::Pending | State::Accepted) && on_mandates.contains(id) && holders.basis(key) == Basis::Personal {
                *state = State::Withdrawn;
            }
        }
        Ok(Self { invited, registered: invitations::registered(conn, event)?, holders })
    }

    fn verdicts(&self, people: &[Invitee]) -> Vec<Verdict> {
        let mut seen = HashSet::new();
        let of = |person: &Invitee| {
            let key = person.email.key();
            let found = verdict(self.invited.get(&key).map(|(_, state)| *state), self.registered.get(&key).copied());
            if seen.insert(key) { found } else { Verdict::Twice }
        };
        people.iter().map(of).collect()
    }

    /// The invitations that these addresses have, in their order.
    fn references(&self, conn: &mut AnyConn, people: &[Invitee]) -> Result<Vec<Option<Reference>>, DbError> {
        let ids: Vec<Option<InvitationId>> = people.iter().map(|person| self.invited.get(&person.email.key()).map(|(id, _)| *id)).collect();
        let known = invitations::by_ids(conn, &ids.iter().flatten().copied().collect::<Vec<_>>())?;
        let known: HashMap<InvitationId, Reference> = known.into_iter().map(|row| (row.id, row.reference)).collect();
        Ok(ids.into_iter().map(|id| known.get(&id?).cloned()).collect())
    }
}

/// What was written.
struct Written {
    rows: Vec<Row>,
    outcomes: Vec<(Verdict, Option<Reference>)>,
}

/// Writes the invitations of those whose verdict says so, and answers all.
fn write(
    tx: &mut Tx<'_>,
    standing: &Standing,
    batch: &sendings::Row,
    people: &[Invitee],
    verdicts: &[Verdict],
    identities: &[Identity],
) -> Result<Written, DbError> {
    let known: Vec<InvitationId> = people.iter().filter_map(|p| standing.invited.get(&p.email.key()).map(|(id, _)| *id)).collect();
    let mut old: HashMap<InvitationId, Row> = invitations::by_ids(tx, &known)?.into_iter().map(|row| (row.id, row)).collect();
    let (mut rows, mut again, mut outcomes) = (Vec::with_capacity(people.len()), Vec::new(), Vec::with_capacity(people.len()));
    for ((person, verdict), identity) in people.iter().zip(verdicts).zip(identities) {
        let id = standing.invited.get(&person.email.key()).map(|(id, _)| *id);
        let reference = match verdict {
            Verdict::New => {
                rows.push(new_row(tx, standing, batch, person, identity));
                Some(identity.reference.clone())
            }
            Verdict::Again => id.and_then(|id| old.remove(&id)).map(|mut row| {
                declare(&mut row, standing, batch, person);
                again.push(row.clone());
                row.reference
            }),
            _ => id.and_then(|id| old.get(&id)).map(|row| row.reference.clone()),
        };
        outcomes.push((*verdict, reference));
    }
    invitations::insert(tx, &rows)?;
    invitations::update(tx, &again)?;
    rows.append(&mut again);
    Ok(Written { rows, outcomes })
}

fn new_row(tx: &Tx<'_>, standing: &Standing, batch: &sendings::Row, person: &Invitee, identity: &Identity) -> Row {
    let mut row = Row {
        id: InvitationId(tx.next_id()),
        event_id: batch.event_id,
        batch_id: batch.id,
        reference: identity.reference.clone(),
        page_hash: identity.page_hash.clone(),
        name: String::new(),
        email: String::new(),
        email_key: Some(person.email.key()),
        organisation_name: String::new(),
        sector: None,
        language: person.language,
        state: State::Pending,
        state_since: batch.made_at,
        registration_id: None,
        answered_at: None,
        created_at: batch.made_at,
        search_key: String::new(),
        erased_at: None,
        basis: Basis::Personal,
    };
    declare(&mut row, standing, batch, person);
    row
}

/// What is known of the person now, for a first sending and for one more.
fn declare(row: &mut Row, standing: &Standing, batch: &sendings::Row, person: &Invitee) {
    row.batch_id = batch.id;
    row.basis = standing.holders.basis(&person.email.key());
    row.registration_id = None;
    row.state = State::Pending;
    row.state_since = batch.made_at;
    row.name = person.name.as_ref().map(ToString::to_string).unwrap_or_default();
    row.email = person.email.to_string();
    row.organisation_name = person.organisation.as_ref().map(ToString::to_string).unwrap_or_default();
    row.sector = person.sector;
    row.language = person.language;
    row.search_key = search_key(&row.name, &row.email, &row.organisation_name);
}
