//! The mail that tells a member what became of the guest they proposed: one for each proposal, about their own place.

use chrono::Duration;

use super::Row;
use super::of_member::is_told;
use crate::app::ledger::{facts_of, json as text};
use crate::app::{App, AppError};
use crate::clock::Instant;
use crate::db::events::Stored;
use crate::db::outbox;
use crate::db::{DbError, Tx, event_facts, platforms, registrations};
use crate::domain::email::EmailAddress;
use crate::domain::guest::Told;
use crate::domain::ids::MailId;
use crate::domain::platform::Platform;
use crate::domain::registration::MailKind;
use crate::mail::message::{About, GuestFacts, Recipient, Snapshot};

/// Owes the mail of a proposal that was decided, if a member made it who may still be told.
pub(super) fn owe(app: &App, tx: &mut Tx<'_>, stored: &Stored, row: &Row, now: Instant) -> Result<(), AppError> {
    let told = row.state.told();
    let Some(place) = row.registration_id.filter(|_| told.by_mail()) else { return Ok(()) };
    let place = registrations::by_id(tx, place)?;
    let platform: Platform = platforms::by_id(tx, stored.event.platform_id)?.into();
    if !is_told(tx, &place, &stored.event, &platform, now)? {
        return Ok(());
    }
    let kind = MailKind::GuestOutcome;
    let snapshot = Snapshot {
        kind,
        language: place.language,
        recipient: Recipient { name: place.name.clone(), email: place.email.clone() },
        about: About::Guest(GuestFacts {
            reference: place.reference.clone(),
            name: row.name.clone(),
            organisation: row.organisation_name.clone(),
            accepted: told == Told::Accepted,
        }),
        changes: Vec::new(),
        made_at: now,
    };
    let address = EmailAddress::parse(&place.email).map_err(|f| DbError::Other(format!("stored address: {}", f.code())))?;
    let give_up = now + Duration::hours(app.settings.give_up_hours);
    let mail = outbox::Row {
        registration_id: Some(place.id),
        facts_id: Some(event_facts::keep(tx, stored.event.id, &text(&facts_of(stored, &platform, place.language))?)?),
        ..outbox::Owed {
            id: MailId(tx.next_id()),
            kind,
            recipient: address.wire(),
            language: place.language,
            at: now,
            not_after: give_up.min(stored.event.schedule.starts_at),
            snapshot: text(&snapshot)?,
            message_id: app.secrets.guest_message_id(row.id),
        }
        .into()
    };
    Ok(outbox::insert(tx, &[mail])?)
}
