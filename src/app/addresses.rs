//! An address to which mail fails, as staff sees it, and its use again when they know better. Whose it is, a registration or a mail that
//! came in says; addresses themselves are not looked for.

use serde_json::{Value, json};

use super::inbound::show::{entry, may_see, shown};
use super::journal::Entry;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::mail_addresses::{self, Failing, Row};
use crate::db::types::Ts;
use crate::db::{AnyConn, DbError, Scope, events, inbound, invitations, outbox, platforms, registrations};
use crate::domain::email::EmailAddress;
use crate::domain::ids::{InboundId, PlatformId, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::text::Title;

/// Whose address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// That of a registration.
    Registration(RegistrationId),
    /// The one that a mail that came in is about.
    Inbound(InboundId),
}

impl App {
    /// What is known of the address of a registration, where mail to it fails.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn failing_address(&self, registration: RegistrationId) -> Result<Option<Row>, AppError> {
        let app = self.clone();
        self.db
            .read(move |conn| {
                let row = registrations::by_id(conn, registration)?;
                Ok(known(conn, &app, &row.email)?)
            })
            .await
    }

    /// Mails go to an address again, whatever was said of it; answers whether they did not. Those that were not sent stay as they are.
    ///
    /// # Errors
    /// `NotFound` also where it is at no event of these platforms, and once the person is erased.
    pub async fn lift_address(
        &self,
        whose: Whose,
        platforms: Option<Vec<PlatformId>>,
        reason: Title,
        actor: Actor,
        now: Instant,
    ) -> Result<bool, AppError> {
        let app = self.clone();
        self.db
            .write(Scope::Concern("inbound"), move |tx| {
                let (failing, entry): (_, Box<dyn FnOnce(Change) -> Entry>) = match whose {
                    Whose::Registration(id) => {
                        let row = registrations::by_id(tx, id)?;
                        let event = events::by_id(tx, row.event_id)?.event;
                        let is_theirs = platforms.as_ref().is_none_or(|platforms| platforms.contains(&event.platform_id));
                        if row.erased_at.is_some() || !is_theirs {
                            return Err(AppError::NotFound);
                        }
                        let failing = known(tx, &app, &row.email)?;
                        (failing, Box::new(move |change| Entry::of_registration(actor, Deed::AddressLifted, &event, &row.reference, change)))
                    }
                    Whose::Inbound(id) => {
                        let mail = inbound::by_id(tx, id)?.ok_or(AppError::NotFound)?;
                        let shown = shown(tx, mail)?;
                        may_see(&shown, platforms.as_deref())?;
                        let failing = failing_of(tx, &app, &shown.mail)?;
                        (failing, Box::new(move |change| entry(actor, Deed::AddressLifted, &shown, change)))
                    }
                };
                let Some(failing) = failing else { return Ok(false) };
                mail_addresses::lift(tx, &failing.address_mac)?;
                let before = json!({ "address": failing.state.code(), "code": failing.code });
                let after = json!({ "address": "good", "reason": reason.as_str() });
                app.write_down(tx, entry(Change::between(&before, &after)), now);
                Ok(true)
            })
            .await
    }
}

/// What is kept of an address by its keyed digest, and outlives the names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// How mail to it fails; `None`: nothing bad is known.
    pub failing: Option<Row>,
    /// Of which platforms it wants no more messages and invitations, and since when.
    pub unsubscribed: Vec<(PlatformId, Ts)>,
}

impl Kept {
    /// What is kept of an address (as it is compared).
    pub(super) fn of(conn: &mut AnyConn, app: &App, key: &str) -> Result<Self, DbError> {
        let mac = app.secrets.address_mac(key);
        Ok(Self { failing: mail_addresses::of(conn, &mac)?, unsubscribed: mail_addresses::unsubscriptions(conn, &mac)? })
    }

    /// Whether nothing is.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// For whoever has a right to it; of the platforms only this one, if one is given.
    pub(super) fn record(&self, conn: &mut AnyConn, only: Option<PlatformId>) -> Result<Value, DbError> {
        let mut unsubscribed = Vec::new();
        for (platform, at) in self.unsubscribed.iter().filter(|(platform, _)| only.is_none_or(|only| only == *platform)) {
            unsubscribed.push(json!({ "platform": platforms::by_id(conn, *platform)?.slug, "at": at.0 }));
        }
        let failing = self.failing.as_ref().map(|row| {
            let goes = match row.state {
                Failing::Soft => "all",
                Failing::Hard => "address_proofs",
                Failing::Complaint => "no_messages",
            };
            json!({ "state": row.state, "status_code": row.code, "since": row.since.0, "last_failed_at": row.last_at.0, "failures": row.failures,
                "mails_sent": goes })
        });
        Ok(json!({ "mail_fails": failing, "unsubscribed": unsubscribed }))
    }
}

/// What is known of the address that a mail is about: that of our mail which came back, or that of whom it is about.
pub(super) fn failing_of(conn: &mut AnyConn, app: &App, mail: &inbound::Row) -> Result<Option<Row>, DbError> {
    if let Some(ours) = mail.note.mail_id.map(|id| outbox::by_id(conn, id)).transpose()?.flatten() {
        return known(conn, app, &ours.recipient);
    }
    if let Some(row) = mail.note.registration_id.map(|id| registrations::by_id(conn, id)).transpose()? {
        return known(conn, app, &row.email);
    }
    match mail.note.invitation_id.map(|id| invitations::by_id(conn, id)).transpose()? {
        Some(row) => known(conn, app, &row.email),
        None => Ok(None),
    }
}

/// What is known of an address; one that was erased is none.
fn known(conn: &mut AnyConn, app: &App, address: &str) -> Result<Option<Row>, DbError> {
    match EmailAddress::parse(address) {
        Ok(address) => mail_addresses::of(conn, &app.secrets.address_mac(&address.key())),
        Err(_) => Ok(None),
    }
}
