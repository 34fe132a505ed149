//! No more messages and invitations of a platform, for one address (RFC 8058): a link in each of them says so with one click. Whoever has
//! a place keeps it, and hears all that concerns it.

use super::{App, AppError};
use crate::clock::Instant;
use crate::db::mail_addresses::Failing;
use crate::db::{AnyConn, DbError, Scope, events, invitations, mail_addresses, outbox, platforms, registrations};
use crate::domain::email::EmailAddress;
use crate::domain::ids::MailId;
use crate::domain::mail_tag::Tag;
use crate::domain::platform::Platform;

/// What the link in a mail is about.
#[derive(Clone, Debug)]
pub struct Subscription {
    /// Whose messages.
    pub platform: Platform,
    /// Whether the address gets none.
    pub ended: bool,
}

impl App {
    /// What the link in a mail is about.
    ///
    /// # Errors
    /// `NotFound` for a link that we did not make, and for a mail that was forgotten.
    pub async fn subscription(&self, tag: &str) -> Result<Subscription, AppError> {
        let (app, mail) = (self.clone(), self.unsubscribing(tag)?);
        self.db
            .read(move |conn| {
                let (platform, mac) = about(conn, &app, mail)?;
                let unsubscribed = !mail_addresses::unsubscribed(conn, platform.id, std::slice::from_ref(&mac))?.is_empty();
                let ended = unsubscribed || complained(conn, &mac)?;
                Ok(Subscription { platform, ended })
            })
            .await
    }

    /// Ends or begins messages and invitations to the address that a mail went to. Doing it twice answers the same.
    ///
    /// # Errors
    /// As [`Self::subscription`].
    pub async fn unsubscribe(&self, tag: &str, end: bool, now: Instant) -> Result<(), AppError> {
        let (app, mail) = (self.clone(), self.unsubscribing(tag)?);
        self.db
            .write(Scope::Concern("subscriptions"), move |tx| {
                let (platform, mac) = about(tx, &app, mail)?;
                match end {
                    true => mail_addresses::unsubscribe(tx, platform.id, &mac, now)?,
                    false => mail_addresses::subscribe(tx, platform.id, &mac)?,
                };
                // Whoever called a mail of ours spam once, and wants them again, takes that back.
                if !end && complained(tx, &mac)? {
                    mail_addresses::lift(tx, &mac)?;
                }
                Ok(())
            })
            .await
    }

    fn unsubscribing(&self, tag: &str) -> Result<MailId, AppError> {
        match self.secrets.check_mail_tag(tag) {
            Some(Tag::Unsubscribe(mail)) => Ok(mail),
            _ => Err(AppError::NotFound),
        }
    }
}

fn complained(conn: &mut AnyConn, mac: &str) -> Result<bool, DbError> {
    Ok(mail_addresses::of(conn, mac)?.is_some_and(|known| known.state == Failing::Complaint))
}

fn about(conn: &mut AnyConn, app: &App, mail: MailId) -> Result<(Platform, String), AppError> {
    let mail = outbox::by_id(conn, mail)?.ok_or(AppError::NotFound)?;
    let key = EmailAddress::parse(&mail.recipient).map_err(|_| AppError::NotFound)?.key();
    let event = match (mail.registration_id, mail.invitation_id) {
        (Some(id), _) => registrations::by_id(conn, id)?.event_id,
        (None, Some(id)) => invitations::by_id(conn, id)?.event_id,
        (None, None) => return Err(AppError::NotFound),
    };
    let platform = events::by_id(conn, event)?.event.platform_id;
    let platform = platforms::by_id(conn, platform)?.into();
    Ok((platform, app.secrets.address_mac(&key)))
}
