//! What follows from a report that a mail did not arrive, from a complaint, and from a wish for no more messages. A report counts only
//! where it carries our envelope's tag or a Message-ID of ours, and only for the address that the mail went to.

use super::subject::Subject;
use super::{Done, Outcome};
use crate::app::{App, AppError};
use crate::clock::Instant;
use crate::db::mail_addresses::{self, Failing, Row as Address};
use crate::db::outbox::{self, Row as Mail};
use crate::db::{Tx, events, invitations};
use crate::domain::email::EmailAddress;
use crate::domain::mail_address::Failures;
use crate::domain::registration::State;
use crate::mail::inbound::{Bounce, Bounced, Complaint, Verdict};

/// Does what a report says.
pub(super) fn act(tx: &mut Tx<'_>, app: &App, subject: &Subject, bounce: &Bounce, now: Instant) -> Result<Done, AppError> {
    let Some((mail, key)) = mail_of(subject) else { return Ok(Done::quietly(Outcome::NotOurs)) };
    let theirs = |one: &&Bounced| one.address.as_deref().is_none_or(|address| is(address, &key));
    let Some(bounced) = bounce.recipients.iter().filter(theirs).max_by_key(|one| weight(one.verdict())) else {
        return Ok(Done::quietly(if bounce.recipients.is_empty() { Outcome::Kept } else { Outcome::NotOurs }));
    };
    let code = bounced.status.map_or_else(String::new, |(class, subject, detail)| format!("{class}.{subject}.{detail}"));
    let words = format!("{code} {}", bounced.diagnostic);
    let mac = app.secrets.address_mac(&key);
    match bounced.verdict() {
        Verdict::Nothing => Ok(Done::quietly(Outcome::Kept)),
        Verdict::OurFault => {
            // Its words may name the recipient: they stand in the row, not in the log.
            tracing::error!(mail = mail.id.0, code, "a mail came back for a reason that lies with us; see the inbox");
            outbox::note_return(tx, mail.id, words.trim())?;
            Ok(Done::shown(Outcome::OurFault))
        }
        Verdict::Soft => {
            outbox::note_return(tx, mail.id, words.trim())?;
            let known = mail_addresses::of(tx, &mac)?;
            if known.as_ref().is_some_and(|known| known.state != Failing::Soft) {
                return Ok(Done::quietly(Outcome::Counted));
            }
            let before =
                known.map(|known| Failures { count: u32::try_from(known.failures).unwrap_or(0), since: known.since.0, last: known.last_at.0 });
            let failures = Failures::another(before, now);
            let state = if failures.are_lasting() { Failing::Hard } else { Failing::Soft };
            put(tx, &mac, state, &code, failures)?;
            if state == Failing::Soft { Ok(Done::quietly(Outcome::Counted)) } else { suppressed(tx, subject, mail, now) }
        }
        Verdict::Hard => {
            outbox::note_return(tx, mail.id, words.trim())?;
            put(tx, &mac, Failing::Hard, &code, Failures::another(None, now))?;
            suppressed(tx, subject, mail, now)
        }
    }
}

/// No more messages and invitations to whoever calls one of ours spam; what concerns their own place still comes.
pub(super) fn complain(tx: &mut Tx<'_>, app: &App, subject: &Subject, complaint: &Complaint, now: Instant) -> Result<Done, AppError> {
    let Some((mail, key)) = mail_of(subject) else { return Ok(Done::quietly(Outcome::NotOurs)) };
    if !complaint.recipients.is_empty() && !complaint.recipients.iter().any(|address| is(address, &key)) {
        return Ok(Done::quietly(Outcome::NotOurs));
    }
    outbox::note_return(tx, mail.id, &format!("complaint: {}", complaint.kind))?;
    let mac = app.secrets.address_mac(&key);
    if mail_addresses::of(tx, &mac)?.is_none_or(|known| known.state != Failing::Hard) {
        put(tx, &mac, Failing::Complaint, &complaint.kind, Failures::another(None, now))?;
    }
    Ok(Done::shown(Outcome::Suppressed))
}

/// Whoever wants no more messages of a platform gets none; a registration stays as it is.
pub(super) fn unsubscribe(tx: &mut Tx<'_>, app: &App, subject: &Subject, now: Instant) -> Result<Done, AppError> {
    let (Some((_, key)), Some(event)) = (mail_of(subject), subject.event()) else { return Ok(Done::shown(Outcome::ForPerson)) };
    let platform = events::by_id(tx, event)?.event.platform_id;
    mail_addresses::unsubscribe(tx, platform, &app.secrets.address_mac(&key), now)?;
    Ok(Done::quietly(Outcome::Unsubscribed))
}

/// An organiser is told where somebody counts on hearing from us.
fn suppressed(tx: &mut Tx<'_>, subject: &Subject, mail: &Mail, now: Instant) -> Result<Done, AppError> {
    if mail.invitation_id.is_some() {
        invitations::bounced(tx, &[mail.id], now)?;
    }
    let counts_on_us = subject.registration.as_ref().is_some_and(|row| row.state != State::Pending && row.state.is_active());
    Ok(if counts_on_us { Done::shown(Outcome::Suppressed) } else { Done::quietly(Outcome::Suppressed) })
}

fn put(tx: &mut Tx<'_>, mac: &str, state: Failing, code: &str, failures: Failures) -> Result<(), AppError> {
    let row = Address {
        address_mac: mac.to_owned(),
        state,
        code: code.chars().take(40).collect(),
        since: failures.since.into(),
        last_at: failures.last.into(),
        failures: i32::try_from(failures.count).unwrap_or(i32::MAX),
    };
    Ok(mail_addresses::put(tx, &row)?)
}

/// The mail, and to whom it went; `None` when it is none of ours, or was forgotten.
fn mail_of(subject: &Subject) -> Option<(&Mail, String)> {
    let mail = subject.mail.as_ref()?;
    Some((mail, EmailAddress::parse(&mail.recipient).ok()?.key()))
}

fn is(address: &str, key: &str) -> bool {
    EmailAddress::parse(address).is_ok_and(|address| address.key() == key)
}

const fn weight(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Nothing => 0,
        Verdict::Soft => 1,
        Verdict::OurFault => 2,
        Verdict::Hard => 3,
    }
}
