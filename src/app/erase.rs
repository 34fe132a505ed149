//! What identifies somebody goes: because they ask for it (GDPR 17), or because the time to keep it is over (5(1)(e)).
//!
//! History and counts keep no name. A seat is freed, and a last mail takes the event out of the calendar.

use chrono::Duration;

use super::forget_invitations::forget_with;
use super::guests::leave;
use super::journal::Entry;
use super::ledger::{Ledger, Move, set_state};
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::{
    DbError, Scope, Tx, attendance, attestations, changes, events, inbound, notes, objections, offers, outbox, people, registrations, sightings,
};
use crate::domain::email::EmailAddress;
use crate::domain::ids::{EventId, PersonId, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::registration::{Cause, State};
use crate::domain::seats::Reason;
use crate::mail::eml;

/// Registrations purged in one commit.
const AT_ONCE: i64 = 500;

impl App {
    /// Erases what identifies the owner of a registration. The counts of a past event stay.
    ///
    /// # Errors
    /// `NotFound` when there is no such registration or it was erased before.
    pub async fn erase(&self, id: RegistrationId, actor: Actor, now: Instant) -> Result<(), AppError> {
        let event = self.event_of(id).await?;
        let app = self.clone();
        self.db
            .write(Scope::Event(event), move |tx| {
                let mut ledger = Ledger::open(&app, tx, event, now)?;
                let mut row = registrations::by_id(tx, id)?;
                if row.erased_at.is_some() {
                    return Err(AppError::NotFound);
                }
                let moved = Move::new(Cause::Erased, actor, &row);
                if !ledger.stored.event.is_held(now) {
                    step_out(&mut ledger, &mut row);
                }
                // The mail it owes is made while there still is a name to write to.
                ledger.record(tx, &row, moved, None)?;
                let key = EmailAddress::parse(&row.email).ok().map(|email| email.key());
                let person = blank(&mut row, now);
                let erased = Entry::of_registration(actor, Deed::RegistrationErased, &ledger.stored.event, &row.reference, Change::default());
                ledger.write_down(tx, erased);
                ledger.keep_words(row);
                ledger.settle(tx)?;
                // Opening may have owed this person a mail: what is to be forgotten must be there first.
                ledger.close(tx, false)?;
                forget(tx, &[id], person.as_slice())?;
                inbound::forget(tx, &[id], key.as_slice(), now)?;
                sightings::forget(tx, event, &[id], key.as_slice(), now)?;
                leave(&app, tx, id, actor, now)?;
                forget_with(&app, tx, event, &[id], key.as_slice(), now)?;
                Ok(())
            })
            .await
    }

    /// As [`Self::purge_names`], and what was removed leaves the database's file at once: writers wait for that.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn purge(&self, now: Instant) -> Result<usize, AppError> {
        let purged = self.purge_names(now).await?;
        self.db.scrub().await?;
        Ok(purged)
    }

    /// Erases what identifies people at events that ended longer ago than the retention time; answers how many registrations.
    /// Interrupted, the next call goes on where this one was.
    ///
    /// # Errors
    /// Faults of the database, and of the folder that mails are written to.
    pub async fn purge_names(&self, now: Instant) -> Result<usize, AppError> {
        // Whoever did not prove the address in time ends first, as always; the rest of those wait for the next round.
        while self.expire(now, AT_ONCE).await? == AT_ONCE as usize {}
        // Figures first: names that are gone cannot be counted any more.
        let kept = self.close_before_purge(now).await?;
        self.purge_members(&kept.platforms, now).await?;
        self.purge_guests(now).await?;
        self.lapse_offers(now).await?;
        self.forget_offers(now).await?;
        let before = now - Duration::days(self.settings.retention_days);
        let app = self.clone();
        let due = self.db.read(move |conn| Ok::<_, AppError>(registrations::events_to_purge(conn, before)?)).await?;
        self.purge_invitations(&kept.events, now).await?;
        let mut purged = 0;
        for event in due.into_iter().filter(|event| !kept.events.contains(event)) {
            loop {
                let app = app.clone();
                let some = self.db.write(Scope::Event(event), move |tx| purge_some(&app, tx, event, now)).await?;
                purged += some;
                if some < AT_ONCE as usize {
                    break;
                }
            }
        }
        self.purge_announcements(before).await?;
        self.purge_inbound(now).await?;
        self.purge_sightings(before, kept.events, now).await?;
        if let Some(folder) = &self.settings.mail_folder {
            let removed = eml::forget(folder, before).map_err(|e| DbError::Other(format!("mails in {}: {e}", folder.display())))?;
            tracing::debug!(removed, "mails that were written as files went");
        }
        Ok(purged)
    }
}

fn purge_some(app: &App, tx: &mut Tx<'_>, event: EventId, now: Instant) -> Result<usize, AppError> {
    let mut rows = registrations::to_purge(tx, event, AT_ONCE)?;
    let ids: Vec<RegistrationId> = rows.iter().map(|row| row.id).collect();
    let people: Vec<PersonId> = rows.iter_mut().filter_map(|row| blank(row, now)).collect();
    registrations::update(tx, &rows)?;
    forget(tx, &ids, &people)?;
    inbound::forget(tx, &ids, &[], now)?;
    sightings::forget(tx, event, &ids, &[], now)?;
    let offered = offers::of_registrations(tx, &ids)?;
    offers::forget(tx, offered, true, now)?;
    if !ids.is_empty() {
        let mut entry = Entry::of_event(Actor::System, Deed::Purged, None, &events::by_id(tx, event)?.event);
        entry.change = Change::to(&serde_json::json!({ "count": ids.len() }));
        app.write_down(tx, entry, now);
    }
    Ok(ids.len())
}

/// Takes the registration out of an event that is still to come.
fn step_out(ledger: &mut Ledger, row: &mut registrations::Row) {
    if !row.state.is_active() {
        return;
    }
    ledger.free_seat(row);
    // Whoever never proved the address was never registered: a stranger may have typed it.
    let to = if row.state == State::Pending && row.proved_at.is_none() { State::Expired } else { State::Withdrawn };
    set_state(row, to, Some(Reason::Erased), ledger.now);
    if row.was_invited {
        row.sequence += 1;
    }
}

/// Takes out everything that says who it was; sector, language, way of attending and presence are counts. Answers whose it was.
fn blank(row: &mut registrations::Row, now: Instant) -> Option<PersonId> {
    row.name.clear();
    row.email.clear();
    row.organisation_name.clear();
    row.search_key.clear();
    row.declared = None;
    row.prove_before = None;
    row.erased_at = Some(now.into());
    row.was_invited = false;
    if matches!(row.reason.as_ref().map(|r| &r.0), Some(Reason::Staff { .. })) {
        row.reason = None;
    }
    row.person_id.take()
}

/// Mails, words and notes of staff, objections, and people nobody needs any more.
fn forget(tx: &mut Tx<'_>, ids: &[RegistrationId], people: &[PersonId]) -> Result<(), DbError> {
    outbox::erase_of_registrations(tx, ids)?;
    changes::forget_words(tx, ids)?;
    notes::remove(tx, ids)?;
    attendance::forget_words(tx, ids)?;
    objections::remove(tx, ids)?;
    attestations::forget(tx, ids)?;
    people.iter().try_for_each(|person| people::remove_unreferenced(tx, *person).map(drop))
}
