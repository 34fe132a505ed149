//! What one piece of work does to the registrations of one event, gathered and written together: rows, history and mails.
//!
//! Every use case that moves a registration goes through here, so that no change can miss its mail or its seat count.

mod said;

use std::collections::HashMap;

use chrono::Duration;

pub(super) use said::facts_of;

use super::journal::Entry;
use super::{Actor, App, admission};
use crate::clock::Instant;
use crate::db::events::{self, Stored};
use crate::db::types::Json;
use crate::db::{DbError, Tx, changes, event_facts, offers, outbox, platforms, registrations};
use crate::domain::announcement::Words;
use crate::domain::email::EmailAddress;
use crate::domain::event::EventStatus;
use crate::domain::ids::{BatchId, ChangeId, EventId, FactsId, MailId, OrganisationId, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::platform::Platform;
use crate::domain::registration::{Cause, MailKind, State, owed_mail};
use crate::domain::rsvp::Answer;
use crate::domain::seats::{Applicant, Reason, obstacle};
use crate::domain::sector::Sector;
use crate::domain::substitute::State as Offered;
use crate::domain::waiting_list;
use crate::mail::message::{About, Announced, Attested, FactChange, ObjectionFacts, Recipient, RegistrationFacts, Snapshot};

/// The work in progress on one event.
pub(super) struct Ledger {
    pub app: App,
    pub now: Instant,
    pub stored: Stored,
    pub platform: Platform,
    rows: Vec<Kept>,
    place_of: HashMap<RegistrationId, usize>,
    new_rows: Vec<registrations::Row>,
    changes: Vec<changes::Row>,
    mails: Vec<outbox::Row>,
    /// How mails say the event: by language, and whether with its join link.
    facts: HashMap<(Language, bool), FactsId>,
    /// Seats of organisations, by way of attending, for those looked at.
    organisations: HashMap<Mode, HashMap<OrganisationId, u32>>,
    /// How many wait, by way of attending, for those asked for; forgotten when people move up.
    waiting: HashMap<Mode, u32>,
    seats_moved: bool,
    /// Who gave a seat up: what they offered to colleagues ends with it.
    left: Vec<RegistrationId>,
    /// The message that is being sent, if this work sends one.
    announcing: Option<(BatchId, Words)>,
}

/// A row that exists and was changed.
struct Kept {
    row: registrations::Row,
    /// Whether what people said of themselves changed too, not only where it stands.
    words: bool,
}

/// One move, as the history keeps it.
pub(super) struct Move {
    pub cause: Cause,
    pub actor: Actor,
    /// The state before; `None` for a registration that is new.
    pub before: Option<State>,
    /// Whether the calendar held the event before.
    pub was_invited: bool,
    /// SHA-256 of the form's one-time key.
    pub form_key: Option<String>,
    /// What changed, for mails that say so.
    pub changed: Vec<FactChange>,
    /// The reason for the history, where it is not the one that the registration has now.
    pub said: Option<Reason>,
    /// The answer that an invitation sent once more carries; `None`: that of its kind.
    pub answered: Option<Answer>,
    /// What staff answered to an objection, for the mail that says so.
    pub objection: Option<ObjectionFacts>,
    /// The attestation that was issued, for the mail that brings it.
    pub attested: Option<Attested>,
}

impl Move {
    pub fn new(cause: Cause, actor: Actor, row: &registrations::Row) -> Self {
        Self {
            cause,
            actor,
            before: Some(row.state),
            was_invited: row.was_invited,
            form_key: None,
            changed: Vec::new(),
            said: None,
            answered: None,
            objection: None,
            attested: None,
        }
    }
}

impl Ledger {
    /// Opens the work on an event. Load rows after it: it may move some.
    pub fn open(app: &App, tx: &mut Tx<'_>, event: EventId, now: Instant) -> Result<Self, DbError> {
        let stored = events::by_id(tx, event)?;
        let platform = platforms::by_id(tx, stored.event.platform_id)?.into();
        let mut ledger = Self {
            app: app.clone(),
            now,
            stored,
            platform,
            rows: Vec::new(),
            place_of: HashMap::new(),
            new_rows: Vec::new(),
            changes: Vec::new(),
            mails: Vec::new(),
            facts: HashMap::new(),
            organisations: HashMap::new(),
            waiting: HashMap::new(),
            seats_moved: false,
            left: Vec::new(),
            announcing: None,
        };
        admission::take_out(tx, &mut ledger)?;
        if ledger.stored.released_at.is_none() && ledger.stored.event.seats.quotas_released(now) {
            // Those who waited for the release come before whatever this work is about to do.
            ledger.settle(tx)?;
        }
        Ok(ledger)
    }

    /// Notes a row that moved; noting it again replaces what was noted.
    pub fn keep(&mut self, row: registrations::Row) {
        self.note(row, false);
    }

    /// Notes a row of which also name, organisation, sector or language changed.
    pub fn keep_words(&mut self, row: registrations::Row) {
        self.note(row, true);
    }

    fn note(&mut self, row: registrations::Row, words: bool) {
        match self.place_of.get(&row.id) {
            Some(place) => {
                let kept = &mut self.rows[*place];
                *kept = Kept { row, words: words || kept.words };
            }
            None => {
                self.place_of.insert(row.id, self.rows.len());
                self.rows.push(Kept { row, words });
            }
        }
    }

    /// Notes what the journal is to say of this work.
    pub fn write_down(&self, tx: &mut Tx<'_>, entry: Entry) {
        self.app.write_down(tx, entry, self.now);
    }

    /// Notes it of what was done to a registration, unless its owner did it: the history has that.
    pub fn write_down_of(&self, tx: &mut Tx<'_>, actor: Actor, deed: Deed, row: &registrations::Row, change: Change) {
        if actor != Actor::Person {
            self.write_down(tx, Entry::of_registration(actor, deed, &self.stored.event, &row.reference, change));
        }
    }

    /// Notes a new row.
    pub fn add(&mut self, row: registrations::Row) {
        self.new_rows.push(row);
    }

    /// The rule that keeps this person from a seat, if any. Loads what the organisation's maximum needs.
    pub fn obstacle(&mut self, tx: &mut Tx<'_>, row: &registrations::Row, mode: Mode) -> Result<Option<Reason>, DbError> {
        let pool = *self.stored.event.seats.pool(mode);
        let have = match (pool.max_per_organisation, row.organisation_id) {
            (Some(_), Some(id)) => self.seats_of(tx, mode, id)?,
            _ => 0,
        };
        Ok(obstacle(&pool, self.stored.taken(mode), have, &row.applicant(), self.stored.event.seats.quotas_released(self.now)))
    }

    fn seats_of(&mut self, tx: &mut Tx<'_>, mode: Mode, organisation: OrganisationId) -> Result<u32, DbError> {
        if let Some(known) = self.organisations.get(&mode).and_then(|m| m.get(&organisation)) {
            return Ok(*known);
        }
        let found = registrations::seats_of_organisations(tx, self.stored.event.id, mode, Some(&[organisation]))?;
        let have = found.get(&organisation).copied().unwrap_or(0);
        self.organisations.entry(mode).or_default().insert(organisation, have);
        Ok(have)
    }

    /// Gives a seat, or the last place in the queue with the rule that decided; answers that place, from 1.
    pub fn place(&mut self, tx: &mut Tx<'_>, row: &mut registrations::Row, mode: Mode) -> Result<Option<u32>, DbError> {
        let Some(reason) = self.obstacle(tx, row, mode)? else {
            self.give_seat(row, mode, Reason::SeatFree);
            return Ok(None);
        };
        let ahead = match self.waiting.get(&mode) {
            Some(known) => *known,
            None => registrations::waiting_count(tx, row.event_id, mode)?,
        };
        self.waiting.insert(mode, ahead + 1);
        self.enqueue(row, reason);
        Ok(Some(ahead + 1))
    }

    /// Gives the row a seat in `mode`: state, counts, calendar sequence.
    pub fn give_seat(&mut self, row: &mut registrations::Row, mode: Mode, reason: Reason) {
        self.stored.taken_mut(mode).give(row.sector);
        if let Some(organisation) = row.organisation_id
            && let Some(have) = self.organisations.get_mut(&mode).and_then(|m| m.get_mut(&organisation))
        {
            *have += 1;
        }
        self.seats_moved = true;
        // A calendar that held the event before (and was told to drop it) needs a higher SEQUENCE (RFC 5546 §2.1.4).
        if row.was_invited || row.sequence > 0 {
            row.sequence += 1;
        }
        row.mode = mode;
        row.was_invited = true;
        row.waiting_no = None;
        set_state(row, State::Confirmed, Some(reason), self.now);
    }

    /// Takes the seat back that a confirmed row holds, before its state is changed.
    pub fn free_seat(&mut self, row: &registrations::Row) {
        if row.state == State::Confirmed {
            self.stored.taken_mut(row.mode).free(row.sector);
            if let Some(organisation) = row.organisation_id
                && let Some(have) = self.organisations.get_mut(&row.mode).and_then(|m| m.get_mut(&organisation))
            {
                *have = have.saturating_sub(1);
            }
            self.seats_moved = true;
        }
    }

    /// Lets another sector count for a row, also for the seat that it has; answers the rule that keeps it from that seat, if any, and
    /// changes nothing then. The maximum per organisation does not: the seat stays where it is.
    pub fn change_sector(&mut self, row: &mut registrations::Row, to: Sector) -> Option<Reason> {
        if row.state == State::Confirmed {
            let (pool, released) = (*self.stored.event.seats.pool(row.mode), self.stored.event.seats.quotas_released(self.now));
            let mut taken = *self.stored.taken(row.mode);
            taken.free(row.sector);
            if let Some(reason) = obstacle(&pool, &taken, 0, &Applicant { sector: to, organisation: None }, released) {
                return Some(reason);
            }
            taken.give(to);
            *self.stored.taken_mut(row.mode) = taken;
            self.seats_moved = true;
        }
        row.sector = to;
        None
    }

    /// Puts the row at the end of its waiting list.
    fn enqueue(&mut self, row: &mut registrations::Row, reason: Reason) {
        row.waiting_no = Some(self.stored.next_waiting_no);
        self.stored.next_waiting_no += 1;
        self.seats_moved = true;
        set_state(row, State::Waitlisted, Some(reason), self.now);
    }

    /// Gives every seat that is free for somebody who waits, in order, and writes all rows noted so far.
    pub fn settle(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        // A seat that falls free once the event runs helps nobody who is not there.
        if self.stored.event.status != EventStatus::Published || self.now >= self.stored.event.schedule.starts_at {
            return Ok(());
        }
        self.write_rows(tx)?;
        self.waiting.clear();
        for mode in self.stored.event.place.format.modes() {
            self.settle_mode(tx, *mode)?;
        }
        if self.stored.released_at.is_none() && self.stored.event.seats.quotas_released(self.now) {
            self.stored.released_at = Some(self.now);
            self.seats_moved = true;
        }
        self.write_rows(tx)
    }

    fn settle_mode(&mut self, tx: &mut Tx<'_>, mode: Mode) -> Result<(), DbError> {
        let pool = *self.stored.event.seats.pool(mode);
        let released = self.stored.event.seats.quotas_released(self.now);
        let mut taken = *self.stored.taken(mode);
        // Sectors without a seat to give need not be looked at: the queue may be long.
        let open: Vec<Sector> = Sector::ALL
            .iter()
            .copied()
            .filter(|sector| obstacle(&pool, &taken, 0, &Applicant { sector: *sector, organisation: None }, released).is_none())
            .collect();
        if open.is_empty() {
            return Ok(());
        }
        // Where nobody can be passed over, as many people as there are seats are enough to look at.
        let nobody_passed_over = pool.max_per_organisation.is_none() && (released || Sector::ALL.iter().all(|s| pool.quotas.of(*s).is_none()));
        let limit = pool.capacity.filter(|_| nobody_passed_over).map_or(i64::MAX, |capacity| i64::from(capacity.saturating_sub(taken.total())));
        let queue = registrations::queue(tx, self.stored.event.id, mode, &open, limit)?;
        if queue.is_empty() {
            return Ok(());
        }
        let mut organisations = if pool.max_per_organisation.is_some() {
            registrations::seats_of_organisations(tx, self.stored.event.id, mode, None)?
        } else {
            HashMap::new()
        };
        let promoted = waiting_list::promote(&pool, &mut taken, &mut organisations, &queue, released);
        let rows = registrations::by_ids(tx, &promoted)?;
        for mut row in rows {
            let moved = Move::new(Cause::Promoted, Actor::System, &row);
            self.give_seat(&mut row, mode, Reason::SeatFreed);
            self.record(tx, &row, moved, None)?;
            self.keep(row);
        }
        Ok(())
    }

    /// Writes a row of the history and the mail it owes. `place` is the place on the waiting list, when it matters and is known.
    pub fn record(&mut self, tx: &mut Tx<'_>, row: &registrations::Row, moved: Move, place: Option<u32>) -> Result<ChangeId, DbError> {
        let id = ChangeId(tx.next_id());
        if moved.before == Some(State::Confirmed) && row.state != State::Confirmed {
            self.left.push(row.id);
        }
        self.changes.push(changes::Row {
            id,
            registration_id: row.id,
            event_id: row.event_id,
            at: self.now.into(),
            cause: moved.cause,
            from_state: moved.before,
            to_state: row.state,
            actor: moved.actor.to_string(),
            reason: moved.said.clone().map(Json).or_else(|| row.reason.clone()),
            form_key: moved.form_key.clone(),
        });
        // Who is added when it is over needs no invitation to it.
        let is_too_late = moved.cause == Cause::EnteredByStaff && self.stored.event.is_held(self.now);
        if let Some(kind) = owed_mail(moved.cause, moved.before, row.state).filter(|_| !is_too_late) {
            let mail = self.mail(tx, row, &moved, kind, id, place)?;
            self.mails.push(mail);
        }
        Ok(id)
    }

    fn mail(
        &mut self,
        tx: &mut Tx<'_>,
        row: &registrations::Row,
        moved: &Move,
        kind: MailKind,
        change: ChangeId,
        place: Option<u32>,
    ) -> Result<outbox::Row, DbError> {
        let snapshot = Snapshot {
            kind,
            language: row.language,
            recipient: Recipient { name: row.name.clone(), email: row.email.clone() },
            about: About::Registration(RegistrationFacts {
                reference: row.reference.clone(),
                uid: row.uid.clone(),
                sequence: row.sequence,
                was_invited: moved.was_invited,
                state: row.state,
                mode: row.mode,
                waiting_place: place,
                reason: row.reason.as_ref().map(|r| r.0.clone()),
                prove_before: row.prove_before.map(|t| t.0),
                answered: moved.answered,
                objection: moved.objection.clone(),
                attested: moved.attested.clone(),
            }),
            changes: moved.changed.clone(),
            made_at: self.now,
        };
        let give_up = self.now + Duration::hours(self.app.settings.give_up_hours);
        let not_after = match kind {
            MailKind::ProveAddress => row.prove_before.map_or(give_up, |t| t.0),
            MailKind::Reminder | MailKind::JoinDetails | MailKind::ConfirmDecline => self.stored.event.schedule.starts_at,
            _ => give_up,
        };
        let address = EmailAddress::parse(&row.email).map_err(|f| DbError::Other(format!("stored address: {}", f.code())))?;
        Ok(outbox::Row {
            change_id: Some(change),
            registration_id: Some(row.id),
            facts_id: Some(self.facts(tx, row)?),
            batch_id: self.announcing.as_ref().map(|(id, _)| *id),
            ..outbox::Owed {
                id: MailId(tx.next_id()),
                kind,
                recipient: address.wire(),
                language: row.language,
                at: self.now,
                not_after,
                snapshot: json(&snapshot)?,
                message_id: self.app.secrets.message_id(change),
            }
            .into()
        })
    }

    /// From here on this work does nothing but owe the mails of a message.
    pub fn announce(&mut self, id: BatchId, words: Words) {
        self.forget_facts();
        self.announcing = Some((id, words));
    }

    /// Lets the mail that was owed last say the event as an earlier mail did.
    pub fn say_as_before(&mut self, facts: Option<FactsId>) {
        if let (Some(mail), Some(facts)) = (self.mails.last_mut(), facts) {
            mail.facts_id = Some(facts);
        }
    }

    /// Forgets how mails say the event: it was changed.
    pub fn forget_facts(&mut self) {
        self.facts.clear();
    }

    /// The event as the mail in this row's language says it; the join link only to those who have a seat online.
    fn facts(&mut self, tx: &mut Tx<'_>, row: &registrations::Row) -> Result<FactsId, DbError> {
        // A message says only what it says: the link has its own mails.
        let joins = row.state == State::Confirmed && row.mode == Mode::Online && self.announcing.is_none();
        if let Some(known) = self.facts.get(&(row.language, joins)) {
            return Ok(*known);
        }
        let mut facts = facts_of(&self.stored, &self.platform, row.language);
        if joins {
            facts.join_link.clone_from(&self.stored.event.place.join_link);
        }
        facts.announced = self.announcing.as_ref().map(|(_, words)| Announced::of(words, row.language));
        let kept = event_facts::keep(tx, self.stored.event.id, &json(&facts)?)?;
        self.facts.insert((row.language, joins), kept);
        Ok(kept)
    }

    /// Writes rows, so that queries that follow see them.
    pub fn write_rows(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        registrations::insert(tx, &std::mem::take(&mut self.new_rows))?;
        self.place_of.clear();
        let (words, moves): (Vec<Kept>, Vec<Kept>) = std::mem::take(&mut self.rows).into_iter().partition(|kept| kept.words);
        let rows = |kept: Vec<Kept>| kept.into_iter().map(|k| k.row).collect::<Vec<_>>();
        registrations::update(tx, &rows(words))?;
        registrations::update_standing(tx, &rows(moves))
    }

    /// Writes everything. `event_changed` when fields of the event itself were changed too.
    pub fn close(mut self, tx: &mut Tx<'_>, event_changed: bool) -> Result<(), DbError> {
        self.write_rows(tx)?;
        changes::insert(tx, &self.changes)?;
        offers::end(tx, &self.left, Offered::Lapsed, self.now)?;
        outbox::insert(tx, &self.mails)?;
        if event_changed {
            events::update(tx, &self.stored, self.now)?;
        } else if self.seats_moved {
            events::update_seats(tx, &self.stored)?;
        }
        Ok(())
    }
}

/// Sets a state with what goes with it.
pub(super) fn set_state(row: &mut registrations::Row, to: State, reason: Option<Reason>, now: Instant) {
    debug_assert!(row.state == to || row.state.may_become(to), "{} → {to}", row.state);
    if row.state != to {
        row.state = to;
        row.state_since = now.into();
    }
    if to != State::Waitlisted {
        row.waiting_no = None;
    }
    if to != State::Pending {
        row.prove_before = None;
        row.declared = None;
    }
    row.reason = reason.map(Json);
}

pub(super) fn json<T: serde::Serialize>(words: &T) -> Result<String, DbError> {
    serde_json::to_string(words).map_err(|e| DbError::Other(e.to_string()))
}
